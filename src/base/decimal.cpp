#include "openeom/base/decimal.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "openeom/base/error.hpp"

namespace openeom {

namespace {

constexpr int kMaximumDigits = 18;

constexpr auto kPowersOfTen = [] {
    std::array<std::int64_t, kMaximumDigits + 1> powers{};
    std::int64_t power = 1;
    for (auto& each : powers) {
        each = power;
        if (&each != &powers.back()) power *= 10;
    }
    return powers;
}();

std::int64_t power_of_ten(int places) {
    if (places < 0 || places > kMaximumDigits)
        throw Error(ErrorCode::argument, fmt::format("a decimal has 0 to 18 places, not {}", places));
    return kPowersOfTen[static_cast<std::size_t>(places)];
}

}  // namespace

Parsed<Decimal> Decimal::parse(std::string_view text) {
    const auto failure = [](std::string_view reason) { return Parsed<Decimal>::failure(std::string(reason)); };
    if (text.empty()) return failure("it is empty");
    const bool negative = text[0] == '-';
    const std::string_view body = negative ? text.substr(1) : text;
    const auto point = body.find('.');
    const std::string_view whole = body.substr(0, point);
    const std::string_view places = point == std::string_view::npos ? std::string_view() : body.substr(point + 1);
    if (body.find(',') != std::string_view::npos) return failure("the decimal sign is a point and digits are not grouped");
    if (whole.empty() || (places.empty() && point != std::string_view::npos))
        return failure("a digit stands on both sides of the point");
    for (std::string_view digits : {whole, places})
        if (digits.find_first_not_of("0123456789") != std::string_view::npos)
            return failure("a decimal number is written 75.10");
    if (whole.size() > 1 && whole[0] == '0') return failure("a number does not begin with a superfluous 0");
    if (whole.size() + places.size() - (whole == "0" ? 1u : 0u) > kMaximumDigits) return failure("it has more than 18 digits");

    std::string digits(whole);
    digits += places;
    std::int64_t coefficient = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), coefficient);
    if (negative && coefficient == 0) return failure("0 has no sign");
    return Decimal(negative ? -coefficient : coefficient, static_cast<int>(places.size()));
}

std::string Decimal::text() const {
    if (places_ == 0) return fmt::format("{}", coefficient_);
    const auto power = static_cast<std::uint64_t>(power_of_ten(places_));
    const std::uint64_t size =
        coefficient_ < 0 ? -static_cast<std::uint64_t>(coefficient_) : static_cast<std::uint64_t>(coefficient_);
    return fmt::format("{}{}.{:0{}}", coefficient_ < 0 ? "-" : "", size / power, size % power, places());
}

Rational Decimal::value() const { return Rational(coefficient_, power_of_ten(places_)); }

Rational Decimal::lower() const { return value() - Rational(1, 2 * power_of_ten(places_)); }

Rational Decimal::upper() const { return value() + Rational(1, 2 * power_of_ten(places_)); }

}  // namespace openeom
