// Limits on what is parsed, and progress of long work.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

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

/// Called now and then with what is done, of how much, and in which phase; false asks to stop, and the work ends with
/// Error(cancelled), nothing half done.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total, std::string_view phase)>;

}  // namespace openeom
