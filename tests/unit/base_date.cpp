#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "openeom/base/date.hpp"
#include "openeom/base/error.hpp"

using namespace openeom;

static_assert(sizeof(Date) <= 16);
static_assert(std::is_trivially_copyable_v<Date>);

namespace {

Date date(std::string_view text) {
    auto parsed = Date::parse(text);
    REQUIRE_MESSAGE(parsed, text << ": " << parsed.reason());
    return *parsed;
}

std::string why(std::string_view text) { return Date::parse(text).reason(); }

}  // namespace

TEST_SUITE("base date") {
    TEST_CASE("every day of 1900 to 2100 is read, printed and counted") {
        // A calendar of our own, by the Gregorian rule, against the library's.
        constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        Day number = -25567;  // 1900-01-01
        for (int year = 1900; year <= 2100; ++year) {
            const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            for (int month = 1; month <= 12; ++month) {
                const int length = days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
                for (int day = 1; day <= 31; ++day) {
                    const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
                    const auto parsed = Date::parse(text);
                    if (day > length) {
                        REQUIRE_FALSE(parsed);
                        REQUIRE_THROWS_AS(Date(year, month, day), Error);
                        continue;
                    }
                    REQUIRE(parsed);
                    REQUIRE(parsed->text() == text);
                    REQUIRE(parsed->first() == number);
                    REQUIRE(parsed->last() == number);
                    REQUIRE(parsed->is_exact());
                    REQUIRE(*parsed == Date(year, month, day));
                    ++number;
                }
            }
        }
        CHECK(number == 47847);  // 2101-01-01
    }

    TEST_CASE("every form is canonical, and printed in house style") {
        struct Case {
            std::string_view text, words;
        };
        const std::vector<Case> cases{
            {"2012-01-15", "15 January 2012"},
            {"2011-12", "December 2011"},
            {"2011", "2011"},
            {"0476", "476"},
            {"2012-01-15~", "about 15 January 2012"},
            {"2011~", "about 2011"},
            {"2012-01-09/2012-01-10", "9 to 10 January 2012"},
            {"2012-01-09/2012-02-10", "9 January to 10 February 2012"},
            {"2011-12-30/2012-01-02", "30 December 2011 to 2 January 2012"},
            {"2011-12/2012-01", "December 2011 to January 2012"},
            {"2012-01/2012-03", "January to March 2012"},
            {"2010/2012", "2010 to 2012"},
            {"2012-01-09~/2012-01-10~", "about 9 to 10 January 2012"},
            {"2012-01-09~/2012-01-10", "about 9 January 2012 to 10 January 2012"},
            {"2012-01-09/2012-01-10~", "9 January 2012 to about 10 January 2012"},
            {"2011-12/2012-01-02", "December 2011 to 2 January 2012"},
            {"2011-12~/2012-01-02~", "about December 2011 to 2 January 2012"},
            {"2012-01/2012-01-10", "January 2012 to 10 January 2012"},
            {"2012-01-15/2012-01-15", "15 January 2012"},
            {"2012-01-15/..", "from 15 January 2012"},
            {"../2012-01-15", "until 15 January 2012"},
            {"2012-01~/..", "from about January 2012"},
            {"../2012~", "until about 2012"},
            {"0001/9999", "1 to 9999"},
        };
        for (const Case& each : cases) {
            CAPTURE(each.text);
            CHECK(date(each.text).text() == each.text);
            CHECK(date(each.text).words() == each.words);
            CHECK(date(date(each.text).text()) == date(each.text));
        }
        for (std::size_t i = 0; i < cases.size(); ++i)
            for (std::size_t j = 0; j < cases.size(); ++j)
                CHECK((date(cases[i].text) == date(cases[j].text)) == (i == j));
    }

    TEST_CASE("what is no date is explained") {
        CHECK(why("2012-02-30") == "February 2012 has 29 days");
        CHECK(why("2011-02-29") == "February 2011 has 28 days");
        CHECK(why("1900-02-29") == "February 1900 has 28 days");
        CHECK(why("2012-13") == "there is no month 13");
        CHECK(why("2012-00-01") == "there is no month 0");
        CHECK(why("2012-01-00") == "there is no day 0");
        CHECK(why("0000") == "years run from 0001 to 9999");
        CHECK(why("") == "it is empty");
        CHECK(why("2012-01-15T20:00:00Z") == "a date has no time of day");
        CHECK(why("2012-01-10/2012-01-09") == "the range ends before it begins");
        CHECK(why("2012-01-15/") == "an open end is written \"..\"");
        CHECK(why("/2012") == "an open end is written \"..\"");
        CHECK(why("../..") == "a range has at least one end");
        CHECK(why("2012?") == "of the marks of EDTF only ~ (approximate) is supported");
        for (std::string_view text : {"15.01.2012", "15/01/2012", "2012-1-5", "2012/01/15", "201", "20121", "+2012", "-012", "2012-+1",
                                      "2012- 1", "2012-01-1 ", " 2012", "2012 ", "..", "~", "2012~~", "~2012", "2012-01-15/2012-01-16/2012-01-17",
                                      "2012.01", "2012-01.15", "٢٠١٢", "2012-01-15/..~"})
            CHECK_MESSAGE(!why(text).empty(), text);
        CHECK_THROWS_WITH_AS(Date(2012, 2, 30), "2012-2-30 is no date: February 2012 has 29 days", Error);
        CHECK_THROWS_AS(Date(0, 1, 1), Error);
        CHECK_THROWS_AS(Date(10000, 1, 1), Error);
    }

    TEST_CASE("precision, approximation and ends") {
        CHECK(Date().empty());
        CHECK(Date().text().empty());
        CHECK(Date().words().empty());
        CHECK_FALSE(Date().first());
        CHECK_FALSE(Date().last());
        CHECK_FALSE(Date().is_exact());
        const Date month = date("2012-02");
        CHECK(month.precision() == Date::Precision::month);
        CHECK(month.first() == Date(2012, 2, 1).first());
        CHECK(month.last() == Date(2012, 2, 29).first());
        CHECK_FALSE(month.is_exact());
        CHECK_FALSE(month.is_range());
        const Date year = date("2012");
        CHECK(*year.last() - *year.first() == 365);
        CHECK(date("2011/2012-01-02").precision() == Date::Precision::year);
        CHECK(date("../2012-01").precision() == Date::Precision::month);
        CHECK(date("2012-01-02/..").precision() == Date::Precision::day);
        CHECK_FALSE(date("2012-01-02/..").last());
        CHECK(date("2012-01-02/..").is_range());
        CHECK(date("2012-01-02~").is_approximate());
        CHECK(date("2012-01-02/2012-01-03~").is_approximate());
        CHECK_FALSE(date("2012-01-02~").is_exact());
        CHECK(date("2012-01-02/2012-01-02").is_exact());
    }

    TEST_CASE("between keeps the precision of its ends") {
        CHECK(Date::between(date("2012-01-09"), date("2012-01-10")) == date("2012-01-09/2012-01-10"));
        CHECK(Date::between(date("2011"), date("2012-01-10~")) == date("2011/2012-01-10~"));
        CHECK(Date::between(Date(), date("2012-01")) == date("../2012-01"));
        CHECK(Date::between(date("2012-01"), Date()) == date("2012-01/.."));
        CHECK(Date::between(Date(), Date()).empty());
        CHECK(Date::between(date("2012"), date("2012")) == date("2012"));
        CHECK(Date::between(date("2012-01-09/2012-01-10"), date("2012-02/..")) == date("2012-01-09/.."));
        CHECK_THROWS_AS(Date::between(date("2012-01-10"), date("2012-01-09")), Error);
    }

    TEST_CASE("differences and order are what is certain") {
        CHECK(days_between(date("2012-01-15"), date("2012-01-18")) == Interval::exactly(3));
        CHECK(days_between(date("2012-01-18"), date("2012-01-15")) == Interval::exactly(-3));
        CHECK(days_between(date("2012-01"), date("2012-02-01")) == Interval{1, 31});
        CHECK(days_between(date("2012-01-09/2012-01-10"), date("2012-01-15")) == Interval{5, 6});
        CHECK(days_between(date("2012-01-09"), date("2012-01-15/..")) == Interval::at_least(6));
        CHECK(days_between(date("../2012-01-09"), date("2012-01-15")) == Interval::at_least(6));
        CHECK(days_between(Date(), date("2012-01-15")).is_unknown());
        CHECK(days_between(date("2012-01-15"), Date()).is_unknown());
        CHECK(certainly_before(date("2011"), date("2012-01-01")));
        CHECK_FALSE(certainly_before(date("2012"), date("2012-06")));
        CHECK_FALSE(certainly_before(Date(), date("2012")));
        CHECK_FALSE(certainly_before(date("2012"), Date()));
        CHECK_FALSE(certainly_before(date("2012/.."), date("2013")));
    }

    TEST_CASE("within agrees with the enumeration of what each date may be") {
        std::vector<Date> dates{Date()};
        for (int from = 1; from <= 4; ++from)
            for (int to = from; to <= 4; ++to) dates.push_back(Date::between(Date(2012, 1, from), Date(2012, 1, to)));
        for (const Date& when : dates) {
            if (when.empty()) continue;
            for (const Date& from : dates)
                for (const Date& to : dates) {
                    bool ever = false, always = true;
                    for (Day d = *when.first(); d <= *when.last(); ++d)
                        for (Day f = from.first().value_or(0); f <= from.last().value_or(0); ++f)
                            for (Day t = to.first().value_or(99999); t <= to.last().value_or(99999); ++t) {
                                const bool in = f <= d && d <= t;
                                ever = ever || in;
                                always = always && in;
                            }
                    // Each comparison alone is what `within` sees: an interval that is empty whatever the dates are
                    // need not be noticed.
                    const Within found = within(when, from, to);
                    CHECK((found == Within::yes) == always);
                    if (found == Within::no) CHECK_FALSE(ever);
                    if (from.empty() || to.empty()) CHECK((found == Within::no) == !ever);
                }
        }
        CHECK(within(Date(), date("2011"), date("2012")) == Within::possibly);
        CHECK(within(date("2012-01-15"), date("2011"), date("2012-01-15/..")) == Within::yes);
        CHECK(within(date("2012-01-15"), Date(), Date()) == Within::yes);
    }
}

TEST_CASE("a date is made again of its days, or refused") {
    for (std::string_view text : {"2012-01-15", "2012-01", "2012", "2012-01-09/2012-01-10", "2012-01~", "2012/2013", "../2012-01-15",
                                  "2012-01-15/..", "2012-01-09~/2012-01-10~", "0001-01-01", "9999-12-31"}) {
        CAPTURE(text);
        const Date date = *Date::parse(text);
        const auto again = Date::of_days(date.first(), date.last(), date.precision(), date.is_range(), date.is_approximate());
        REQUIRE(again);
        CHECK(*again == date);
    }
    const auto made = [](std::optional<Day> first, std::optional<Day> last, Date::Precision precision, bool range) {
        return static_cast<bool>(Date::of_days(first, last, precision, range, false));
    };
    CHECK(made(15, 15, Date::Precision::day, false));
    CHECK(!made(15, 16, Date::Precision::day, false));
    CHECK(!made(15, 15, Date::Precision::month, false));
    CHECK(!made(15, 14, Date::Precision::day, true));
    CHECK(!made(15, 15, Date::Precision::none, false));
    CHECK(!made(std::nullopt, 15, Date::Precision::day, false));
    CHECK(!made(std::nullopt, std::nullopt, Date::Precision::day, true));
    CHECK(!made(INT32_MAX, INT32_MAX, Date::Precision::day, false));
    CHECK(!made(-1'000'000, -1'000'000, Date::Precision::day, false));
}
