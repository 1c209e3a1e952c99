// From a type to the position of its register, fast enough for every reference of a large dossier.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "openeom/base/reflect.hpp"

namespace openeom {

std::optional<std::size_t> entity_position(const reflect::Struct& type) noexcept;

/// By name or plural.
std::optional<std::size_t> entity_position(std::string_view name) noexcept;

}  // namespace openeom
