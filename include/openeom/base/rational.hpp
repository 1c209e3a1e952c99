// Exact fractions of 64-bit integers, always reduced, the denominator positive. Nothing is ever rounded silently.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "openeom/base/parsed.hpp"

namespace openeom {

class Rational {
public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole) : numerator_(whole) {}
    /// Throws Error(overflow), or Error(argument) where the denominator is 0.
    Rational(std::int64_t numerator, std::int64_t denominator);
    /// "83/98" or "7".
    static Parsed<Rational> parse(std::string_view text);

    [[nodiscard]] std::int64_t numerator() const noexcept { return numerator_; }
    [[nodiscard]] std::int64_t denominator() const noexcept { return denominator_; }
    [[nodiscard]] std::string text() const;

    /// Decimal digits, half away from zero, computed with integers: decimal(2) of 386/98 is "3.94".
    [[nodiscard]] std::string decimal(int digits) const;
    [[nodiscard]] std::int64_t floor() const noexcept;
    [[nodiscard]] std::int64_t ceil() const noexcept;

    /// Each throws Error(overflow) where the result does not fit, Error(argument) on division by 0.
    friend Rational operator+(const Rational& left, const Rational& right);
    friend Rational operator-(const Rational& left, const Rational& right);
    friend Rational operator*(const Rational& left, const Rational& right);
    friend Rational operator/(const Rational& left, const Rational& right);
    friend bool operator==(const Rational&, const Rational&) = default;
    friend std::strong_ordering operator<=>(const Rational& left, const Rational& right) noexcept;

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// Overflow-checked whole numbers: each throws Error(overflow).
std::int64_t checked_add(std::int64_t left, std::int64_t right);
std::int64_t checked_multiply(std::int64_t left, std::int64_t right);

}  // namespace openeom
