#include <doctest/doctest.h>

#include <cstdlib>
#include <limits>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "openeom/base/decimal.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/interval.hpp"
#include "openeom/base/rational.hpp"

using namespace openeom;

namespace {

__extension__ typedef __int128 Wide;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// The code of the error that `what` throws; 0 where it throws none.
template <class F>
int failure_of(F what) {
    try {
        what();
    } catch (const Error& error) {
        return static_cast<int>(error.code());
    }
    return 0;
}
constexpr int kArgument = static_cast<int>(ErrorCode::argument);
constexpr int kOverflow = static_cast<int>(ErrorCode::overflow);

Wide gcd(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/// Compares an operation of Rational with numerator and denominator computed in 128 bits.
template <class F>
void check_operation(F operation, Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide divisor = gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    if (numerator < kLeast || numerator > kMost || denominator > kMost) {
        REQUIRE(failure_of([&] { (void)operation(); }) == kOverflow);
        return;
    }
    const Rational result = operation();
    REQUIRE(result.numerator() == static_cast<std::int64_t>(numerator));
    REQUIRE(result.denominator() == static_cast<std::int64_t>(denominator));
}

void check_pair(const Rational& a, const Rational& b) {
    const Wide an = a.numerator(), ad = a.denominator(), bn = b.numerator(), bd = b.denominator();
    check_operation([&] { return a + b; }, an * bd + bn * ad, ad * bd);
    check_operation([&] { return a - b; }, an * bd - bn * ad, ad * bd);
    check_operation([&] { return a * b; }, an * bn, ad * bd);
    if (bn == 0)
        REQUIRE(failure_of([&] { (void)(a / b); }) == kArgument);
    else
        check_operation([&] { return a / b; }, an * bd, ad * bn);
    REQUIRE((a < b) == (an * bd < bn * ad));
    REQUIRE((a == b) == (an * bd == bn * ad));
    REQUIRE((a > b) == (an * bd > bn * ad));
}

std::string why_no_decimal(std::string_view text) { return Decimal::parse(text).reason(); }
std::string why_no_rational(std::string_view text) { return Rational::parse(text).reason(); }

}  // namespace

TEST_SUITE("base rational") {
    TEST_CASE("all small fractions agree with arithmetic in 128 bits") {
        std::vector<Rational> all;
        for (std::int64_t n = -9; n <= 9; ++n)
            for (std::int64_t d = -7; d <= 7; ++d)
                if (d != 0) all.emplace_back(n, d);
        for (const auto& a : all) {
            REQUIRE(a.denominator() > 0);
            REQUIRE(std::gcd(a.numerator(), a.denominator()) == 1);
            for (const auto& b : all) check_pair(a, b);
        }
    }

    TEST_CASE("so do fractions at the limits of 64 bits") {
        const std::vector<std::int64_t> numbers{kLeast, kLeast + 1, kLeast / 2, -3037000500, -3, -1, 0, 1, 2, 3037000499, kMost / 3, kMost - 1, kMost};
        std::vector<Rational> all;
        for (auto n : numbers)
            for (auto d : numbers)
                if (d > 0) all.emplace_back(n, d);
        for (const auto& a : all)
            for (const auto& b : all) check_pair(a, b);
        CHECK(failure_of([] { Rational(1, 0); }) == kArgument);
        CHECK(failure_of([] { Rational(kLeast, -1); }) == kOverflow);
        CHECK(failure_of([] { Rational(1, kLeast); }) == kOverflow);
        CHECK(Rational(kLeast, kLeast) == Rational(1));
        CHECK(Rational(2, kLeast).text() == "-1/4611686018427387904");
    }

    TEST_CASE("floor and ceil") {
        for (std::int64_t n = -30; n <= 30; ++n)
            for (std::int64_t d = 1; d <= 9; ++d) {
                const Rational r(n, d);
                REQUIRE(Rational(r.floor()) <= r);
                REQUIRE(r < Rational(r.floor() + 1));
                REQUIRE(Rational(r.ceil()) >= r);
                REQUIRE(r > Rational(r.ceil() - 1));
            }
        CHECK(Rational(kLeast).floor() == kLeast);
        CHECK(Rational(kMost).ceil() == kMost);
    }

    TEST_CASE("decimal digits, half away from zero") {
        CHECK(Rational(386, 98).decimal(2) == "3.94");
        CHECK(Rational(386, 98).decimal(0) == "4");
        CHECK(Rational(1, 2).decimal(0) == "1");
        CHECK(Rational(-1, 2).decimal(0) == "-1");
        CHECK(Rational(1, 8).decimal(2) == "0.13");
        CHECK(Rational(-1, 8).decimal(2) == "-0.13");
        CHECK(Rational(-1, 1000).decimal(2) == "0.00");
        CHECK(Rational(999, 1000).decimal(2) == "1.00");
        CHECK(Rational(9999, 1000).decimal(2) == "10.00");
        CHECK(Rational(1, 3).decimal(30) == "0.333333333333333333333333333333");
        CHECK(Rational(kLeast).decimal(1) == "-9223372036854775808.0");
        CHECK(Rational(kMost, 2).decimal(0) == "4611686018427387904");
        CHECK(failure_of([] { (void)Rational(1).decimal(-1); }) == kArgument);
        // Against whole-number rounding: |n| * 100 / d, half up.
        for (std::int64_t n = -400; n <= 400; ++n)
            for (std::int64_t d = 1; d <= 16; ++d) {
                const std::int64_t hundredths = (std::abs(n) * 200 + d) / (2 * d);
                const std::string expected =
                    fmt::format("{}{}.{:02}", n < 0 && hundredths > 0 ? "-" : "", hundredths / 100, hundredths % 100);
                REQUIRE(Rational(n, d).decimal(2) == expected);
            }
    }

    TEST_CASE("reading and printing") {
        for (std::string_view text : {"83/98", "7", "0", "-7", "-83/98", "9223372036854775807", "-9223372036854775808", "1/9223372036854775807"}) {
            const auto parsed = Rational::parse(text);
            REQUIRE_MESSAGE(parsed, text);
            CHECK(parsed->text() == text);
        }
        CHECK(Rational::parse("2/4")->text() == "1/2");
        CHECK(why_no_rational("") == "it is empty");
        CHECK(why_no_rational("1/0") == "the denominator is not positive");
        CHECK(why_no_rational("1/-2") == "the denominator is not positive");
        CHECK(why_no_rational("9223372036854775808") == "the number does not fit in 64 bits");
        for (std::string_view text : {"1/", "/2", "-", "+1", "01", "-0", "1.5", "1/2/3", "1 /2", "0x1", "1,000", "½"})
            CHECK_MESSAGE(!why_no_rational(text).empty(), text);
    }

    TEST_CASE("checked whole numbers") {
        CHECK(checked_add(kMost, 0) == kMost);
        CHECK(checked_add(kMost, kLeast) == -1);
        CHECK(failure_of([] { checked_add(kMost, 1); }) == kOverflow);
        CHECK(failure_of([] { checked_add(kLeast, -1); }) == kOverflow);
        CHECK(checked_multiply(3037000499, 3037000499) == 9223372030926249001);
        CHECK(failure_of([] { checked_multiply(3037000500, 3037000500); }) == kOverflow);
        CHECK(failure_of([] { checked_multiply(kLeast, -1); }) == kOverflow);
        CHECK_THROWS_WITH_AS(checked_add(kMost, 1), "9223372036854775807 + 1 does not fit in 64 bits", Error);
    }
}

TEST_SUITE("base decimal") {
    TEST_CASE("digits are kept") {
        for (std::string_view text : {"75.1", "75.10", "0", "0.0", "0.01", "-0.01", "-75.10", "100", "999999999999999999", "-999999999999999999",
                                      "0.999999999999999999", "0.000000000000000001", "1.00000000000000000"}) {
            const auto parsed = Decimal::parse(text);
            REQUIRE_MESSAGE(parsed, text << ": " << parsed.reason());
            CHECK(parsed->text() == text);
        }
        CHECK_FALSE(*Decimal::parse("75.1") == *Decimal::parse("75.10"));
        CHECK(Decimal::parse("75.1")->value() == Decimal::parse("75.10")->value());
        CHECK(Decimal(kLeast, 2).text() == "-92233720368547758.08");
        CHECK(Decimal(5, 0).places() == 0);
        CHECK(failure_of([] { (void)Decimal(5, 19).value(); }) == kArgument);
        CHECK(failure_of([] { (void)Decimal(5, -1).text(); }) == kArgument);
    }

    TEST_CASE("all coefficients and places round trip") {
        for (std::int64_t c = -1200; c <= 1200; ++c)
            for (int places = 0; places <= 5; ++places) {
                const Decimal decimal(c, places);
                const auto parsed = Decimal::parse(decimal.text());
                REQUIRE(parsed);
                REQUIRE(*parsed == decimal);
                REQUIRE(parsed->value().decimal(places) == decimal.text());
            }
    }

    TEST_CASE("what rounds to it") {
        CHECK(Decimal(751, 1).lower() == Rational(1501, 20));
        CHECK(Decimal(751, 1).upper() == Rational(1503, 20));
        CHECK(Decimal(0, 2).lower() == Rational(-1, 200));
        CHECK(Decimal(7, 0).upper() == Rational(15, 2));
        CHECK(Decimal(1, 18).upper() == Rational(3, 2'000'000'000'000'000'000));
        CHECK(failure_of([] { (void)Decimal(kMost, 0).upper(); }) == kOverflow);
    }

    TEST_CASE("what is no decimal is explained") {
        CHECK(why_no_decimal("") == "it is empty");
        CHECK(why_no_decimal("75,1") == "the decimal sign is a point and digits are not grouped");
        CHECK(why_no_decimal("1,000.5") == "the decimal sign is a point and digits are not grouped");
        CHECK(why_no_decimal("75.") == "a digit stands on both sides of the point");
        CHECK(why_no_decimal(".5") == "a digit stands on both sides of the point");
        CHECK(why_no_decimal("007") == "a number does not begin with a superfluous 0");
        CHECK(why_no_decimal("-0.0") == "0 has no sign");
        CHECK(why_no_decimal("1234567890123456789") == "it has more than 18 digits");
        CHECK(why_no_decimal("1.234567890123456789") == "it has more than 18 digits");
        for (std::string_view text : {"-", "+1", "1e5", "1.2.3", " 1", "1 ", "1%", "NaN", "--1", "0.-1", "٧٥"})
            CHECK_MESSAGE(!why_no_decimal(text).empty(), text);
    }
}

TEST_SUITE("base interval") {
    TEST_CASE("text") {
        CHECK(Interval::exactly(18).text() == "18");
        CHECK(Interval::at_least(9).text() == "at least 9");
        CHECK(Interval{std::nullopt, 6}.text() == "at most 6");
        CHECK(Interval{5, 6}.text() == "5 to 6");
        CHECK(Interval{}.text() == "unknown");
        CHECK(Interval{}.is_unknown());
        CHECK(Interval::exactly(18).is_exact());
        CHECK_FALSE(Interval{5, 6}.is_exact());
    }

    TEST_CASE("contains, overlaps and sums agree with enumeration") {
        std::vector<Interval> all;
        for (int low = -1; low <= 3; ++low)
            for (int high = low; high <= 4; ++high) {
                // -1 and 4 stand for the open ends
                Interval made{low, high};
                if (low == -1) made.lower = std::nullopt;
                if (high == 4) made.upper = std::nullopt;
                all.push_back(made);
            }
        for (const auto& a : all)
            for (const auto& b : all) {
                bool meet = false;
                for (int v = -9; v <= 9; ++v) meet = meet || (a.contains(v) && b.contains(v));
                REQUIRE(a.overlaps(b) == meet);
                const Interval sum = a + b;
                REQUIRE(sum.lower.has_value() == (a.lower && b.lower));
                REQUIRE(sum.upper.has_value() == (a.upper && b.upper));
                if (sum.lower) REQUIRE(*sum.lower == *a.lower + *b.lower);
                if (sum.upper) REQUIRE(*sum.upper == *a.upper + *b.upper);
            }
        CHECK(failure_of([] { (void)(Interval::exactly(kMost) + Interval::exactly(1)); }) == kOverflow);
        CHECK((Interval::at_least(1) + Interval::at_least(2)).text() == "at least 3");
    }
}
