#include "openeom/base/date.hpp"

#include <algorithm>
#include <type_traits>

#include "base/calendar.hpp"
#include "openeom/base/error.hpp"

namespace openeom {

static_assert(sizeof(Date) <= 16 && std::is_trivially_copyable_v<Date>);

namespace {

using Precision = Date::Precision;

/// One end of a range, or a date that is none.
struct End {
    Day first = 0;
    Day last = 0;
    Precision precision = Precision::none;
    bool approximate = false;
};

End end_of(int year, int month, int day, Precision precision) {
    switch (precision) {
        case Precision::year:
            return {calendar::day_number(year, 1, 1), calendar::day_number(year, 12, 31), precision};
        case Precision::month:
            return {calendar::day_number(year, month, 1),
                    calendar::day_number(year, month, calendar::days_in_month(year, month)), precision};
        default: {
            const Day number = calendar::day_number(year, month, day);
            return {number, number, precision};
        }
    }
}

Parsed<End> parse_end(std::string_view text) {
    static constexpr std::string_view kForm = "a date is written 2012-01-15, 2012-01 or 2012";
    const bool approximate = text.ends_with('~');
    if (approximate) text.remove_suffix(1);
    if (text.ends_with('?') || text.ends_with('%'))
        return Parsed<End>::failure("of the marks of EDTF only ~ (approximate) is supported");
    if (text.size() > 10 && text[10] == 'T') return Parsed<End>::failure("a date has no time of day");
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return Parsed<End>::failure(std::string(kForm));

    const auto year = calendar::digits(text.substr(0, 4));
    std::optional<int> month = 1, day = 1;
    Precision precision = Precision::year;
    if (text.size() >= 7) {
        if (text[4] != '-') return Parsed<End>::failure(std::string(kForm));
        month = calendar::digits(text.substr(5, 2));
        precision = Precision::month;
    }
    if (text.size() == 10) {
        if (text[7] != '-') return Parsed<End>::failure(std::string(kForm));
        day = calendar::digits(text.substr(8, 2));
        precision = Precision::day;
    }
    if (!year || !month || !day) return Parsed<End>::failure(std::string(kForm));
    if (auto fault = calendar::fault(*year, *month, *day); !fault.empty())
        return Parsed<End>::failure(std::move(fault));
    End end = end_of(*year, *month, *day, precision);
    end.approximate = approximate;
    return end;
}

struct Parts {
    int year;
    int month;
    int day;
};

Parts parts(Day number) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days(std::chrono::days(number))};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::string end_text(Day number, Precision precision, bool approximate) {
    const Parts p = parts(number);
    const std::string_view mark = approximate ? "~" : "";
    switch (precision) {
        case Precision::none: return "..";
        case Precision::year: return fmt::format("{:04}{}", p.year, mark);
        case Precision::month: return fmt::format("{:04}-{:02}{}", p.year, p.month, mark);
        case Precision::day: return fmt::format("{:04}-{:02}-{:02}{}", p.year, p.month, p.day, mark);
    }
    return {};
}

std::string end_words(Day number, Precision precision) {
    const Parts p = parts(number);
    const std::string_view month = calendar::kMonths[p.month - 1];
    switch (precision) {
        case Precision::none: return {};
        case Precision::year: return fmt::format("{}", p.year);
        case Precision::month: return fmt::format("{} {}", month, p.year);
        case Precision::day: return fmt::format("{} {} {}", p.day, month, p.year);
    }
    return {};
}

/// The beginning of a range without what its end repeats: "9" of "9 to 10 January 2012".
std::string beginning_words(Day first, Day last, Precision precision) {
    const Parts from = parts(first), to = parts(last);
    if (precision == Precision::year || from.year != to.year) return end_words(first, precision);
    const std::string_view month = calendar::kMonths[from.month - 1];
    if (precision == Precision::month) return std::string(month);
    if (from.month == to.month) return fmt::format("{}", from.day);
    return fmt::format("{} {}", from.day, month);
}

}  // namespace

Date::Date(int year, int month, int day) {
    if (const auto fault = calendar::fault(year, month, day); !fault.empty())
        throw Error(ErrorCode::argument, fmt::format("{}-{}-{} is no date: {}", year, month, day, fault));
    first_ = last_ = calendar::day_number(year, month, day);
    precision_ = first_precision_ = last_precision_ = Precision::day;
}

Parsed<Date> Date::parse(std::string_view text) {
    if (text.empty()) return Parsed<Date>::failure("it is empty");
    Date date;
    const auto set_first = [&](const End& end) {
        date.first_ = end.first;
        date.first_precision_ = end.precision;
        date.first_approximate_ = end.approximate;
    };
    const auto set_last = [&](const End& end) {
        date.last_ = end.last;
        date.last_precision_ = end.precision;
        date.last_approximate_ = end.approximate;
    };
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        if (text == "..") return Parsed<Date>::failure("an open end belongs to a range: 2012-01-15/..");
        const auto end = parse_end(text);
        if (!end) return Parsed<Date>::failure(end.reason());
        set_first(*end);
        set_last(*end);
        date.precision_ = end->precision;
        return date;
    }

    const auto left = text.substr(0, slash), right = text.substr(slash + 1);
    if (left.empty() || right.empty()) return Parsed<Date>::failure("an open end is written \"..\"");
    if (left == ".." && right == "..") return Parsed<Date>::failure("a range has at least one end");
    date.range_ = true;
    if (left != "..") {
        const auto end = parse_end(left);
        if (!end) return Parsed<Date>::failure(end.reason());
        set_first(*end);
        date.precision_ = end->precision;
    }
    if (right != "..") {
        const auto end = parse_end(right);
        if (!end) return Parsed<Date>::failure(end.reason());
        set_last(*end);
        date.precision_ = left == ".." ? end->precision : std::min(date.precision_, end->precision);
    }
    if (left != ".." && right != ".." && date.first_ > date.last_)
        return Parsed<Date>::failure("the range ends before it begins");
    return date;
}

Parsed<Date> Date::of_days(std::optional<Day> first, std::optional<Day> last, Precision precision, bool range,
                           bool approximate) {
    static const Day kLeast = calendar::day_number(1, 1, 1);
    static const Day kMost = calendar::day_number(9999, 12, 31);
    const auto in_calendar = [](std::optional<Day> day) { return !day || (*day >= kLeast && *day <= kMost); };
    if (!in_calendar(first) || !in_calendar(last)) return Parsed<Date>::failure("years run from 0001 to 9999");
    if (precision == Precision::none) return Parsed<Date>::failure("a date is as precise as a year, a month or a day");
    const auto text = [&](std::optional<Day> day) {
        return end_text(day.value_or(0), day ? precision : Precision::none, approximate);
    };
    Parsed<Date> made = parse(range ? text(first) + "/" + text(last) : text(first));
    if (made && (made->first() != first || made->last() != last))
        return Parsed<Date>::failure("the days are not those of its precision");
    return made;
}

Date Date::between(const Date& first, const Date& last) {
    if (first == last) return first;
    Date date;
    date.range_ = true;
    date.first_ = first.first_;
    date.first_precision_ = first.first_precision_;
    date.first_approximate_ = first.first_approximate_;
    date.last_ = last.last_;
    date.last_precision_ = last.last_precision_;
    date.last_approximate_ = last.last_approximate_;
    if (date.first_ == kOpen && date.last_ == kOpen) return Date();
    if (date.first_ != kOpen && date.last_ != kOpen) {
        if (date.first_ > date.last_)
            throw Error(ErrorCode::argument, fmt::format("a range cannot begin on {} and end on {}", first.text(), last.text()));
        date.precision_ = std::min(date.first_precision_, date.last_precision_);
    } else {
        date.precision_ = std::max(date.first_precision_, date.last_precision_);
    }
    return date;
}

std::optional<Day> Date::first() const noexcept {
    if (first_ == kOpen) return std::nullopt;
    return first_;
}

std::optional<Day> Date::last() const noexcept {
    if (last_ == kOpen) return std::nullopt;
    return last_;
}

bool Date::is_exact() const noexcept {
    return !empty() && first_ == last_ && first_ != kOpen && !is_approximate();
}

std::string Date::text() const {
    if (empty()) return {};
    std::string first = end_text(first_, first_precision_, first_approximate_);
    if (!range_) return first;
    return first + "/" + end_text(last_, last_precision_, last_approximate_);
}

std::string Date::words() const {
    if (empty()) return {};
    const std::string_view about_first = first_approximate_ ? "about " : "";
    const std::string_view about_last = last_approximate_ ? "about " : "";
    if (first_ == kOpen) return fmt::format("until {}{}", about_last, end_words(last_, last_precision_));
    if (last_ == kOpen) return fmt::format("from {}{}", about_first, end_words(first_, first_precision_));

    const std::string first = end_words(first_, first_precision_), last = end_words(last_, last_precision_);
    const bool alike = first_precision_ == last_precision_ && first_approximate_ == last_approximate_;
    if (!range_ || (alike && first == last)) return fmt::format("{}{}", about_first, first);
    if (alike) return fmt::format("{}{} to {}", about_first, beginning_words(first_, last_, first_precision_), last);
    // One "about" for both ends, and no end abbreviated where the two are not written alike.
    if (first_approximate_ && last_approximate_) return fmt::format("about {} to {}", first, last);
    return fmt::format("{}{} to {}{}", about_first, first, about_last, last);
}

Interval days_between(const Date& from, const Date& to) {
    const auto difference = [](std::optional<Day> left, std::optional<Day> right) -> std::optional<std::int64_t> {
        if (!left || !right) return std::nullopt;
        return std::int64_t{*right} - std::int64_t{*left};
    };
    return {difference(from.last(), to.first()), difference(from.first(), to.last())};
}

bool certainly_before(const Date& left, const Date& right) {
    const auto last = left.last(), first = right.first();
    return last && first && *last < *first;
}

Within within(const Date& date, const Date& from, const Date& to) {
    if (certainly_before(date, from) || certainly_before(to, date)) return Within::no;
    const auto not_later = [](std::optional<Day> left, std::optional<Day> right) { return left && right && *left <= *right; };
    const bool begun = from.empty() || not_later(from.last(), date.first());
    const bool not_ended = to.empty() || not_later(date.last(), to.first());
    return !date.empty() && begun && not_ended ? Within::yes : Within::possibly;
}

}  // namespace openeom
