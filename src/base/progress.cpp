#include "openeom/base/progress.hpp"

#include <fmt/format.h>

#include "openeom/base/error.hpp"

namespace openeom {

Pace::Pace(const Progress& progress, std::uint64_t total, std::string_view phase)
    : progress_(progress), total_(total), phase_(phase) {
    tell();
}

void Pace::tell() {
    next_ = done_ + kEvery;
    if (progress_ && !progress_(done_, total_, phase_))
        throw Error(ErrorCode::cancelled, fmt::format("stopped on request ({})", phase_));
}

}  // namespace openeom
