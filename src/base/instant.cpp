#include "openeom/base/instant.hpp"

#include "base/calendar.hpp"

namespace openeom {

namespace {

constexpr std::string_view kForm = "a time is written 2012-01-15T20:00:00+06:00";

/// Microseconds of ".123456"; further digits do not count. Takes the digits off `rest`.
std::optional<std::int64_t> fraction(std::string_view& rest) {
    rest.remove_prefix(1);
    std::int64_t micros = 0;
    std::size_t count = 0;
    while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9') {
        if (count < 6) micros = micros * 10 + (rest[count] - '0');
        ++count;
    }
    if (count == 0) return std::nullopt;
    for (std::size_t i = count; i < 6; ++i) micros *= 10;
    rest.remove_prefix(count);
    return micros;
}

/// Minutes of "Z" or "+06:00".
Parsed<int> offset(std::string_view text) {
    if (text.empty()) return Parsed<int>::failure("the offset from UTC is missing (Z or +06:00)");
    if (text == "Z" || text == "z") return 0;
    const bool formed = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
    const auto hours = formed ? calendar::digits(text.substr(1, 2)) : std::nullopt;
    const auto minutes = formed ? calendar::digits(text.substr(4, 2)) : std::nullopt;
    if (!hours || !minutes) return Parsed<int>::failure("an offset from UTC is written Z or +06:00");
    if (*hours > 23 || *minutes > 59) return Parsed<int>::failure("the offset from UTC is out of range");
    const int total = *hours * 60 + *minutes;
    return text[0] == '-' ? -total : total;
}

/// Whether a minute in UTC is the last of its month, where leap seconds are inserted.
bool ends_month(std::int64_t utc_minute) {
    constexpr std::int64_t kDay = 24 * 60;
    const std::int64_t next = utc_minute + 1;
    if (next % kDay != 0) return false;
    const std::chrono::year_month_day ymd{std::chrono::sys_days(std::chrono::days(next / kDay))};
    return ymd.day() == std::chrono::day(1);
}

}  // namespace

Parsed<Instant> Instant::parse(std::string_view text) {
    const auto failure = [](std::string_view reason) { return Parsed<Instant>::failure(std::string(reason)); };
    if (text.empty()) return failure("it is empty");
    if (text.size() == 10) return failure("the time of day is missing");
    if (text.size() > 10 && text[10] == ' ') return failure("date and time are joined by T");
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':')
        return failure(kForm);

    const auto year = calendar::digits(text.substr(0, 4)), month = calendar::digits(text.substr(5, 2)),
               day = calendar::digits(text.substr(8, 2)), hour = calendar::digits(text.substr(11, 2)),
               minute = calendar::digits(text.substr(14, 2)), second = calendar::digits(text.substr(17, 2));
    if (!year || !month || !day || !hour || !minute || !second) return failure(kForm);
    if (const auto fault = calendar::fault(*year, *month, *day); !fault.empty()) return failure(fault);
    if (*hour > 23) return failure(fmt::format("there is no hour {}", *hour));
    if (*minute > 59) return failure(fmt::format("there is no minute {}", *minute));
    if (*second > 60) return failure(fmt::format("there is no second {}", *second));

    std::string_view rest = text.substr(19);
    std::int64_t micros = 0;
    if (rest.starts_with('.')) {
        const auto value = fraction(rest);
        if (!value) return failure("digits are missing after the point");
        micros = *value;
    }
    const auto minutes_ahead = offset(rest);
    if (!minutes_ahead) return failure(minutes_ahead.reason());

    const std::int64_t days = calendar::day_number(*year, *month, *day);
    const std::int64_t utc_minute = days * 24 * 60 + *hour * 60 + *minute - *minutes_ahead;
    if (*second == 60 && !ends_month(utc_minute)) return failure("second 60 occurs only at the end of a month in UTC");

    Instant instant;
    instant.text_ = text;
    instant.utc_ = (utc_minute * 60 + *second) * 1'000'000 + micros;
    instant.offset_ = static_cast<std::int16_t>(*minutes_ahead);
    return instant;
}

}  // namespace openeom
