#include <doctest/doctest.h>

#include <fmt/format.h>

#include "openeom/base/instant.hpp"

using namespace openeom;

namespace {

Instant instant(std::string_view text) {
    auto parsed = Instant::parse(text);
    REQUIRE_MESSAGE(parsed, text << ": " << parsed.reason());
    return *parsed;
}

std::string why(std::string_view text) { return Instant::parse(text).reason(); }

}  // namespace

TEST_SUITE("base instant") {
    TEST_CASE("the text is kept, and the time in UTC known") {
        CHECK(Instant().empty());
        CHECK(instant("1970-01-01T00:00:00Z").utc_microseconds() == 0);
        const Instant closing = instant("2012-01-15T20:00:00+06:00");
        CHECK(closing.utc_microseconds() == 1326636000LL * 1'000'000);  // date -u -d 2012-01-15T14:00:00 +%s
        CHECK(closing.offset_minutes() == 360);
        CHECK(closing.text() == "2012-01-15T20:00:00+06:00");
        CHECK(instant("2012-01-15T14:00:00Z").utc_microseconds() == closing.utc_microseconds());
        CHECK_FALSE(instant("2012-01-15T14:00:00Z") == closing);
        CHECK(instant("2012-01-14T22:30:00-15:30").utc_microseconds() == closing.utc_microseconds());
        CHECK(instant("1969-12-31T23:59:59.5Z").utc_microseconds() == -500'000);
        CHECK(instant("1970-01-01T00:00:00.123456789Z").utc_microseconds() == 123456);
        CHECK(instant("1970-01-01t00:00:00.000001z").utc_microseconds() == 1);
        CHECK(instant("1970-01-01T00:00:00-00:00").utc_microseconds() == 0);
        CHECK(instant("0001-01-01T00:00:00Z").utc_microseconds() == -62135596800LL * 1'000'000);
    }

    TEST_CASE("leap seconds stand at the end of a month in UTC") {
        CHECK(instant("2016-12-31T23:59:60Z").utc_microseconds() == instant("2017-01-01T00:00:00Z").utc_microseconds());
        CHECK(instant("2017-01-01T05:59:60+06:00").utc_microseconds() == instant("2017-01-01T00:00:00Z").utc_microseconds());
        CHECK(instant("1969-12-31T23:59:60Z").utc_microseconds() == 0);
        CHECK(why("2016-12-30T23:59:60Z") == "second 60 occurs only at the end of a month in UTC");
        CHECK_FALSE(why("2016-12-31T23:59:60+01:00").empty());
        CHECK_FALSE(why("2016-12-31T12:00:60Z").empty());
    }

    TEST_CASE("what is no time is explained") {
        CHECK(why("") == "it is empty");
        CHECK(why("2012-01-15") == "the time of day is missing");
        CHECK(why("2012-01-15 20:00:00Z") == "date and time are joined by T");
        CHECK(why("2012-01-15T20:00:00") == "the offset from UTC is missing (Z or +06:00)");
        CHECK(why("2012-01-15T20:00:00+0600") == "an offset from UTC is written Z or +06:00");
        CHECK(why("2012-01-15T20:00:00+24:00") == "the offset from UTC is out of range");
        CHECK(why("2012-01-15T24:00:00Z") == "there is no hour 24");
        CHECK(why("2012-01-15T20:60:00Z") == "there is no minute 60");
        CHECK(why("2012-01-15T20:00:61Z") == "there is no second 61");
        CHECK(why("2012-02-30T20:00:00Z") == "February 2012 has 29 days");
        CHECK(why("2012-01-15T20:00:00.Z") == "digits are missing after the point");
        for (std::string_view text : {"2012-01-15T20:00Z", "2012-01-15T20:00:00Z ", "2012-01-15T-1:00:00Z", "2012-01-15T20:00:00,5Z",
                                      "2012-01-15T20:00:00+06", "2012-01-15T20:00:00+6:00", "2012-01-15T20:00:00.5", "now"})
            CHECK_MESSAGE(!why(text).empty(), text);
    }

    TEST_CASE("every second of a day, in several offsets") {
        for (int offset : {-720, -90, 0, 345, 360, 840}) {
            const int size = offset < 0 ? -offset : offset;
            for (int second = 0; second < 86400; second += 7) {
                const std::string text = fmt::format("1970-01-02T{:02}:{:02}:{:02}{}{:02}:{:02}", second / 3600, second / 60 % 60,
                                                     second % 60, offset < 0 ? '-' : '+', size / 60, size % 60);
                const auto parsed = Instant::parse(text);
                REQUIRE(parsed);
                REQUIRE(parsed->utc_microseconds() == (86400LL + second - 60LL * offset) * 1'000'000);
                REQUIRE(parsed->offset_minutes() == offset);
            }
        }
    }
}
