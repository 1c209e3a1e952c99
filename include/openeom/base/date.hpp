// Dates as precise as they are known, written as in EDTF (ISO 8601-2): 2012-01-15, 2012-01, 2012,
// 2012-01-09/2012-01-10, and with ~ where approximate: 2012-01-09~/2012-01-10~. An open end is "..": 2012-01-15/..
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "openeom/base/interval.hpp"
#include "openeom/base/parsed.hpp"

namespace openeom {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

class Date {
public:
    enum class Precision : std::uint8_t { none, year, month, day };

    constexpr Date() = default;
    /// Throws Error(argument) for a day that the calendar does not have.
    Date(int year, int month, int day);
    static Parsed<Date> parse(std::string_view text);
    /// The range from one to the other, as precise as its ends; an empty end is open. The same twice is no range, and
    /// two empty dates give an empty one. Throws Error(argument) where `first` begins after `last` ends.
    static Date between(const Date& first, const Date& last);

    /// The date of which first(), last() and the rest say this; of a range both ends have that precision. No date where the
    /// days are not those of a year, month or day, as the precision asks.
    static Parsed<Date> of_days(std::optional<Day> first, std::optional<Day> last, Precision precision, bool range,
                                bool approximate);

    [[nodiscard]] bool empty() const noexcept { return precision_ == Precision::none; }
    /// First and last day that it may be; none at an open end. Both none where empty.
    [[nodiscard]] std::optional<Day> first() const noexcept;
    [[nodiscard]] std::optional<Day> last() const noexcept;
    /// Of a range, that of its coarser end.
    [[nodiscard]] Precision precision() const noexcept { return precision_; }
    [[nodiscard]] bool is_range() const noexcept { return range_; }
    [[nodiscard]] bool is_approximate() const noexcept { return first_approximate_ || last_approximate_; }
    /// A single known day.
    [[nodiscard]] bool is_exact() const noexcept;
    /// As parsed; canonical.
    [[nodiscard]] std::string text() const;
    /// House style: "15 January 2012", "January 2012", "about 9 to 10 January 2012".
    [[nodiscard]] std::string words() const;

    friend bool operator==(const Date&, const Date&) = default;

private:
    static constexpr Day kOpen = INT32_MIN;
    Day first_ = kOpen;
    Day last_ = kOpen;
    Precision precision_ = Precision::none;
    Precision first_precision_ = Precision::none;  // none: open
    Precision last_precision_ = Precision::none;
    bool range_ = false;
    bool first_approximate_ = false;
    bool last_approximate_ = false;
};

/// Days from `from` to `to` as the interval of what they may be; unknown where either is empty.
Interval days_between(const Date& from, const Date& to);

/// True where `left` is certainly earlier than `right`: its last day before the other's first.
bool certainly_before(const Date& left, const Date& right);

/// Whether `date` certainly, possibly or certainly not lies in [from, to], an empty end being open.
enum class Within : std::uint8_t { no, possibly, yes };
Within within(const Date& date, const Date& from, const Date& to);

}  // namespace openeom
