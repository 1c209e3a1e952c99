// A number as somebody printed it: digits and how many of them stand after the point. 75.1 and 75.10 are equal in
// value and differ in what they promise, so the digits are kept. In JSON a text: "75.10".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "openeom/base/parsed.hpp"
#include "openeom/base/rational.hpp"

namespace openeom {

class Decimal {
public:
    constexpr Decimal() = default;
    /// coefficient / 10^places; places 0 to 18.
    constexpr Decimal(std::int64_t coefficient, int places)
        : coefficient_(coefficient), places_(static_cast<std::int8_t>(places)) {}
    /// [-]digits[.digits], at most 18 digits in all.
    static Parsed<Decimal> parse(std::string_view text);

    [[nodiscard]] std::int64_t coefficient() const noexcept { return coefficient_; }
    [[nodiscard]] int places() const noexcept { return places_; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Rational value() const;
    /// The numbers that round to this one (half-way cases at both ends included).
    [[nodiscard]] Rational lower() const;
    [[nodiscard]] Rational upper() const;

    friend bool operator==(const Decimal&, const Decimal&) = default;

private:
    std::int64_t coefficient_ = 0;
    std::int8_t places_ = 0;
};

}  // namespace openeom
