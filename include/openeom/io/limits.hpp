// Limits on what is parsed.
#pragma once

#include <cstdint>

#include "openeom/base/progress.hpp"

namespace openeom {

/// 0 means no limit, except for depth.
struct Limits {
    /// What `depth` may be at most, a larger one counts as this: whatever is read can be written and read again.
    static constexpr std::uint32_t kGreatestDepth = 512;

    std::uint64_t bytes = std::uint64_t{4} << 30;
    std::uint32_t depth = 64;  ///< lists and objects inside each other, the dossier itself among them
    std::uint64_t records = 50'000'000;
    std::uint64_t milliseconds = 0;
};

}  // namespace openeom
