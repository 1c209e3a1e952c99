#include "openeom/base/rational.hpp"

#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "openeom/base/error.hpp"

namespace openeom {

namespace {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

[[noreturn]] void throw_overflow(std::string_view what) {
    throw Error(ErrorCode::overflow, fmt::format("{} does not fit in 64 bits", what));
}

std::int64_t narrow(Wide value) {
    if (value < std::numeric_limits<std::int64_t>::min() || value > std::numeric_limits<std::int64_t>::max())
        throw_overflow("the fraction");
    return static_cast<std::int64_t>(value);
}

UnsignedWide magnitude(Wide value) noexcept {
    return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

UnsignedWide greatest_common_divisor(UnsignedWide left, UnsignedWide right) noexcept {
    while (right != 0) {
        const UnsignedWide rest = left % right;
        left = right;
        right = rest;
    }
    return left;
}

struct Fraction {
    std::int64_t numerator;
    std::int64_t denominator;
};

Fraction reduce(Wide numerator, Wide denominator) {
    if (denominator == 0) throw Error(ErrorCode::argument, "division by 0");
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide divisor =
        static_cast<Wide>(greatest_common_divisor(magnitude(numerator), static_cast<UnsignedWide>(denominator)));
    return {narrow(numerator / divisor), narrow(denominator / divisor)};
}

Rational rational(Wide numerator, Wide denominator) {
    const Fraction reduced = reduce(numerator, denominator);
    return Rational(reduced.numerator, reduced.denominator);
}

/// -?(0|[1-9][0-9]*)
Parsed<std::int64_t> whole(std::string_view text) {
    using Result = Parsed<std::int64_t>;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty()) return Result::failure("digits are missing");
    for (char c : digits)
        if (c < '0' || c > '9') return Result::failure("a fraction is written 83/98 or 7");
    if (digits.size() > 1 && digits[0] == '0') return Result::failure("a number does not begin with a superfluous 0");
    if (text == "-0") return Result::failure("0 has no sign");
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{}) return Result::failure("the number does not fit in 64 bits");
    return value;
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    const Fraction reduced = reduce(numerator, denominator);
    numerator_ = reduced.numerator;
    denominator_ = reduced.denominator;
}

Parsed<Rational> Rational::parse(std::string_view text) {
    if (text.empty()) return Parsed<Rational>::failure("it is empty");
    const auto slash = text.find('/');
    const auto numerator = whole(text.substr(0, slash));
    if (!numerator) return Parsed<Rational>::failure(numerator.reason());
    if (slash == std::string_view::npos) return Rational(*numerator);
    const auto denominator = whole(text.substr(slash + 1));
    if (!denominator) return Parsed<Rational>::failure(denominator.reason());
    if (*denominator <= 0) return Parsed<Rational>::failure("the denominator is not positive");
    return Rational(*numerator, *denominator);
}

std::string Rational::text() const {
    if (denominator_ == 1) return fmt::format("{}", numerator_);
    return fmt::format("{}/{}", numerator_, denominator_);
}

std::string Rational::decimal(int digits) const {
    if (digits < 0) throw Error(ErrorCode::argument, "a number of digits is not negative");
    const auto denominator = static_cast<UnsignedWide>(denominator_);
    const UnsignedWide size = magnitude(numerator_);
    std::string made = fmt::format("{}", static_cast<std::uint64_t>(size / denominator));
    const std::size_t whole_digits = made.size();
    UnsignedWide rest = size % denominator;
    for (int i = 0; i < digits; ++i) {
        rest *= 10;
        made += static_cast<char>('0' + static_cast<int>(rest / denominator));
        rest %= denominator;
    }
    std::size_t point = whole_digits;
    if (rest * 2 >= denominator) {
        std::size_t at = made.size();
        while (at > 0 && made[at - 1] == '9') made[--at] = '0';
        if (at > 0) {
            ++made[at - 1];
        } else {
            made.insert(made.begin(), '1');
            ++point;
        }
    }
    const bool zero = made.find_first_not_of('0') == std::string::npos;
    if (digits > 0) made.insert(point, 1, '.');
    if (numerator_ < 0 && !zero) made.insert(made.begin(), '-');
    return made;
}

std::int64_t Rational::floor() const noexcept {
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ % denominator_ < 0 ? quotient - 1 : quotient;
}

std::int64_t Rational::ceil() const noexcept {
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ % denominator_ > 0 ? quotient + 1 : quotient;
}

// No product of two 64-bit numbers exceeds 2^126, so neither do sums of two of them exceed what 128 bits hold.
Rational operator+(const Rational& left, const Rational& right) {
    return rational(Wide{left.numerator_} * right.denominator_ + Wide{right.numerator_} * left.denominator_,
                    Wide{left.denominator_} * right.denominator_);
}

Rational operator-(const Rational& left, const Rational& right) {
    return rational(Wide{left.numerator_} * right.denominator_ - Wide{right.numerator_} * left.denominator_,
                    Wide{left.denominator_} * right.denominator_);
}

Rational operator*(const Rational& left, const Rational& right) {
    return rational(Wide{left.numerator_} * right.numerator_, Wide{left.denominator_} * right.denominator_);
}

Rational operator/(const Rational& left, const Rational& right) {
    return rational(Wide{left.numerator_} * right.denominator_, Wide{left.denominator_} * right.numerator_);
}

std::strong_ordering operator<=>(const Rational& left, const Rational& right) noexcept {
    const Wide a = Wide{left.numerator_} * right.denominator_, b = Wide{right.numerator_} * left.denominator_;
    if (a < b) return std::strong_ordering::less;
    return a == b ? std::strong_ordering::equal : std::strong_ordering::greater;
}

std::int64_t checked_add(std::int64_t left, std::int64_t right) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(left, right, &sum)) throw_overflow(fmt::format("{} + {}", left, right));
    return sum;
}

std::int64_t checked_multiply(std::int64_t left, std::int64_t right) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(left, right, &product)) throw_overflow(fmt::format("{} * {}", left, right));
    return product;
}

}  // namespace openeom
