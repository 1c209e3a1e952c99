// Files compiled into the library, as bytes. Their names are paths such as "examples/kazakhstan-2012.json".
#pragma once

#include <span>
#include <string_view>

namespace openeom::embedded {

struct File {
    std::string_view name;
    std::string_view bytes;
};

std::span<const File> files() noexcept;

/// Bytes of a file; empty where there is none.
std::string_view find(std::string_view name) noexcept;

}  // namespace openeom::embedded
