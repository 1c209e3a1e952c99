#include <doctest/doctest.h>

#include <concepts>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "openeom/base/error.hpp"
#include "openeom/base/quantity.hpp"

using namespace openeom;

namespace {

// Misuse that must not compile.
template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };
template <class A, class B>
concept Subtractable = requires(A a, B b) { a - b; };
template <class A, class B>
concept Multipliable = requires(A a, B b) { a * b; };
template <class A, class B>
concept Divisible = requires(A a, B b) { a / b; };
template <class A, class B>
concept Ordered = requires(A a, B b) { a < b; };
template <class A, class B>
concept Accumulating = requires(A& a, B b) { a += b; };

template <class A, class B>
constexpr bool no_arithmetic = !Addable<A, B> && !Subtractable<A, B> && !Multipliable<A, B> && !Divisible<A, B> && !Ordered<A, B> &&
                               !Accumulating<A, B>;

static_assert(Addable<Rational, Rational> && Addable<Interval, Interval>, "the concepts see what compiles");
static_assert(no_arithmetic<Quantity, Quantity>);
static_assert(no_arithmetic<Quantity, int> && no_arithmetic<int, Quantity>);
static_assert(no_arithmetic<Quantity, Interval> && no_arithmetic<Interval, Quantity>);
static_assert(no_arithmetic<Quantity, Rational> && no_arithmetic<Rational, Quantity>);
static_assert(no_arithmetic<std::int64_t, Quantity> && no_arithmetic<double, Quantity>);
static_assert(!std::convertible_to<Quantity, std::int64_t> && !std::constructible_from<std::int64_t, Quantity>);
static_assert(!std::constructible_from<double, Quantity> && !std::constructible_from<bool, Quantity>);
static_assert(!std::constructible_from<Rational, Quantity> && !std::constructible_from<Interval, Quantity>);
static_assert(!std::constructible_from<Quantity, int> && !std::constructible_from<Quantity, Quantity::Value>,
              "quantities come from the checked functions alone");

int failure_of(auto what) {
    try {
        what();
    } catch (const Error& error) {
        return static_cast<int>(error.code());
    }
    return 0;
}
constexpr int kArgument = static_cast<int>(ErrorCode::argument);

const std::vector<std::vector<std::string>> kScales{{"plural", "few", "some", "several", "a_number_of", "many", "numerous"},
                                                    {"minority", "widespread", "majority", "most", "all"},
                                                    {"isolated", "recurrent", "systematic"}};

}  // namespace

TEST_SUITE("base quantity") {
    TEST_CASE("text is readable") {
        CHECK(Quantity().text() == "not stated");
        CHECK(Quantity::exact(7).text() == "7");
        CHECK(Quantity::at_least(18).text() == "at least 18");
        CHECK(Quantity::range(16, 19).text() == "16 to 19");
        CHECK(Quantity::count_of(3, 20).text() == "3 of 20");
        CHECK(Quantity::share(Decimal(7507, 2), 1200, "polling stations observed").text() == "75.07 per cent of polling stations observed (n = 1200)");
        CHECK(Quantity::share(Decimal(75, 0), std::nullopt, "").text() == "75 per cent");
        CHECK(Quantity::vague(VagueScale::number, "several").text() == "several");
        CHECK(Quantity::vague(VagueScale::number, "a_number_of").text() == "a number of");
        CHECK(Quantity::vague(VagueScale::number, "plural").text() == "an unstated number");
        CHECK(Quantity::vague(VagueScale::pattern, "isolated").text() == "isolated");
    }

    TEST_CASE("a count is an interval, or refused") {
        CHECK(Quantity::exact(0).count() == Interval::exactly(0));
        CHECK(Quantity::at_least(18).count() == Interval::at_least(18));
        CHECK(Quantity::range(16, 19).count() == Interval{16, 19});
        CHECK(Quantity::count_of(3, 20).count() == Interval::exactly(3));
        CHECK_THROWS_WITH_AS((void)Quantity::vague(VagueScale::number, "a_number_of").count(), "\"a number of\" is not a count", Error);
        CHECK(failure_of([] { (void)Quantity().count(); }) == kArgument);
        CHECK(failure_of([] { (void)Quantity::share(Decimal(5, 0), 10, "x").count(); }) == kArgument);
    }

    TEST_CASE("every term belongs to one scale, has its rank and no count") {
        for (std::size_t s = 0; s < kScales.size(); ++s)
            for (std::size_t other = 0; other < kScales.size(); ++other)
                for (std::size_t i = 0; i < kScales[s].size(); ++i) {
                    const auto scale = static_cast<VagueScale>(other);
                    const std::string& term = kScales[s][i];
                    CAPTURE(term);
                    if (s != other) {
                        CHECK_FALSE(rank(scale, term));
                        CHECK(failure_of([&] { Quantity::vague(scale, term); }) == kArgument);
                        continue;
                    }
                    CHECK(rank(scale, term) == i);
                    const Quantity made = Quantity::vague(scale, term);
                    CHECK(made.is_vague());
                    CHECK(made.is_stated());
                    CHECK(made.text().find('_') == std::string::npos);
                    CHECK(failure_of([&] { (void)made.count(); }) == kArgument);
                    CHECK(std::get<Quantity::Vague>(made.value()) == Quantity::Vague{scale, term});
                }
        CHECK_FALSE(rank(VagueScale::number, ""));
        CHECK_FALSE(rank(VagueScale::number, "a number of"));
        CHECK(name(VagueScale::number) == "number");
        CHECK(name(VagueScale::prevalence) == "prevalence");
        CHECK(name(VagueScale::pattern) == "pattern");
        CHECK_THROWS_WITH_AS(Quantity::vague(VagueScale::number, "sevral"),
                             "no term of the number scale is called 'sevral' (did you mean 'several'?)", Error);
    }

    TEST_CASE("contradictions are refused") {
        for (std::int64_t a = -2; a <= 3; ++a) {
            CHECK(failure_of([&] { Quantity::exact(a); }) == (a < 0 ? kArgument : 0));
            CHECK(failure_of([&] { Quantity::at_least(a); }) == (a < 0 ? kArgument : 0));
            for (std::int64_t b = -2; b <= 3; ++b) {
                const int expected = a < 0 || a > b ? kArgument : 0;
                CHECK(failure_of([&] { Quantity::range(a, b); }) == expected);
                CHECK(failure_of([&] { Quantity::count_of(a, b); }) == expected);
            }
        }
        CHECK(failure_of([] { Quantity::share(Decimal(-1, 2), 5, ""); }) == kArgument);
        CHECK(failure_of([] { Quantity::share(Decimal(10001, 2), 5, ""); }) == kArgument);
        CHECK(failure_of([] { Quantity::share(Decimal(10000, 2), 5, ""); }) == 0);
        CHECK(failure_of([] { Quantity::share(Decimal(0, 0), 0, ""); }) == 0);
        CHECK(failure_of([] { Quantity::share(Decimal(5, 0), -1, ""); }) == kArgument);
        CHECK_FALSE(Quantity::exact(3) == Quantity::range(3, 3));
        CHECK_FALSE(Quantity::share(Decimal(751, 1), 5, "") == Quantity::share(Decimal(7510, 2), 5, ""));
    }
}
