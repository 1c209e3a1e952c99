// Progress of long work, and its end before the time.
// Threads: a Pace belongs to the thread that works.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace openeom {

/// Called now and then with what is done, of how much, and in which phase; false asks to stop, and the work ends with
/// Error(cancelled), nothing half done.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total, std::string_view phase)>;

/// Tells a Progress how far one phase of work has come: at its beginning and every so many steps.
class Pace {
public:
    /// `progress` outlives the pace; `phase` is constant text. Throws Error(cancelled), as does `step`.
    Pace(const Progress& progress, std::uint64_t total, std::string_view phase);

    void step() {
        if (++done_ == next_) tell();
    }

private:
    static constexpr std::uint64_t kEvery = 512;  ///< far below a tenth of a second, and too rare to cost anything

    void tell();

    const Progress& progress_;
    std::uint64_t done_ = 0;
    std::uint64_t next_ = 0;
    std::uint64_t total_;
    std::string_view phase_;
};

}  // namespace openeom
