// A closed interval of whole numbers, either end of which may be open: what is known of a number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace openeom {

struct Interval {
    std::optional<std::int64_t> lower;
    std::optional<std::int64_t> upper;

    static Interval exactly(std::int64_t value) { return {value, value}; }
    static Interval at_least(std::int64_t value) { return {value, std::nullopt}; }

    [[nodiscard]] bool is_exact() const noexcept { return lower && upper && *lower == *upper; }
    [[nodiscard]] bool is_unknown() const noexcept { return !lower && !upper; }
    [[nodiscard]] bool contains(std::int64_t value) const noexcept;
    [[nodiscard]] bool overlaps(const Interval& other) const noexcept;
    /// "18", "at least 9", "5 to 6", "unknown".
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Sums end by end; an open end stays open. Throws Error(overflow).
Interval operator+(const Interval& left, const Interval& right);

}  // namespace openeom
