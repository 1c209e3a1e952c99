// What Date and Instant share: fields of digits, and what is wrong with a day.
#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace openeom::calendar {

inline constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};

inline bool all_digits(std::string_view text) noexcept {
    for (char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

/// The number that `text` is, where it is digits alone and fits.
inline std::optional<int> digits(std::string_view text) noexcept {
    int value = 0;
    if (!all_digits(text)) return std::nullopt;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{}) return std::nullopt;
    return value;
}

inline std::chrono::year_month_day ymd(int year, int month, int day) noexcept {
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
           std::chrono::day(static_cast<unsigned>(day));
}

inline int days_in_month(int year, int month) noexcept {
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// Days since 1970-01-01 of a day that exists.
inline std::int32_t day_number(int year, int month, int day) noexcept {
    return static_cast<std::int32_t>(std::chrono::sys_days(ymd(year, month, day)).time_since_epoch().count());
}

/// Why the calendar has no such day; empty where it has.
inline std::string fault(int year, int month, int day) {
    if (year < 1 || year > 9999) return "years run from 0001 to 9999";
    if (month < 1 || month > 12) return fmt::format("there is no month {}", month);
    if (day < 1) return fmt::format("there is no day {}", day);
    if (day > days_in_month(year, month))
        return fmt::format("{} {} has {} days", kMonths[month - 1], year, days_in_month(year, month));
    return {};
}

}  // namespace openeom::calendar
