#include "openeom/base/interval.hpp"

#include <fmt/format.h>

#include "openeom/base/rational.hpp"

namespace openeom {

bool Interval::contains(std::int64_t value) const noexcept {
    return (!lower || *lower <= value) && (!upper || value <= *upper);
}

bool Interval::overlaps(const Interval& other) const noexcept {
    const bool left_reaches = !upper || !other.lower || *other.lower <= *upper;
    const bool right_reaches = !other.upper || !lower || *lower <= *other.upper;
    return left_reaches && right_reaches;
}

std::string Interval::text() const {
    if (is_unknown()) return "unknown";
    if (!upper) return fmt::format("at least {}", *lower);
    if (!lower) return fmt::format("at most {}", *upper);
    if (is_exact()) return fmt::format("{}", *lower);
    return fmt::format("{} to {}", *lower, *upper);
}

Interval operator+(const Interval& left, const Interval& right) {
    Interval sum;
    if (left.lower && right.lower) sum.lower = checked_add(*left.lower, *right.lower);
    if (left.upper && right.upper) sum.upper = checked_add(*left.upper, *right.upper);
    return sum;
}

}  // namespace openeom
