#include "io/column_json.hpp"

#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "openeom/io/json.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;

Kind kind_of(const Field& field) {
    if (field.type == nullptr) return Kind::optional;  // of no described value
    return field.type->kind == Kind::optional ? field.type->element->kind : field.type->kind;
}

__extension__ typedef unsigned __int128 UnsignedWide;

void append(std::string& to, std::int64_t number) {
    fmt::format_to(std::back_inserter(to), "{}", number);
}

void append_number(std::string& json, std::int64_t number) {
    constexpr std::int64_t kLargest = std::int64_t{1} << 53;  // as in a dossier's JSON
    const bool large = number > kLargest || number < -kLargest;
    if (large) json += '"';
    append(json, number);
    if (large) json += '"';
}

/// value / 10^places.
void append_decimal(std::string& to, Wide value, int places) {
    std::string digits;
    const bool negative = value < 0;
    UnsignedWide rest = negative ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
    for (int i = 0; rest != 0 || i <= places; ++i, rest /= 10) {
        if (i == places && places > 0) digits.insert(digits.begin(), '.');
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    }
    if (negative) to += '-';
    to += digits;
}

void append_real(std::string& to, double real) {
    if (std::isfinite(real)) fmt::format_to(std::back_inserter(to), "{}", real);
    else to += std::isnan(real) ? "\"NaN\"" : real > 0 ? "\"Infinity\"" : "\"-Infinity\"";
}

void append_day(std::string& to, std::int32_t day) {
    using namespace std::chrono;
    const auto far = [](std::int64_t days_since) { return days_since < -719'162 || days_since > 2'932'896; };
    if (far(day)) return append(to, day);
    const year_month_day ymd{sys_days(days(day))};
    fmt::format_to(std::back_inserter(to), "{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                   static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

void append_instant(std::string& to, std::int64_t microseconds, bool has_zone) {
    constexpr std::int64_t kDay = 86'400'000'000;
    std::int64_t day = microseconds / kDay, within = microseconds % kDay;
    if (within < 0) --day, within += kDay;
    append_day(to, static_cast<std::int32_t>(day));
    fmt::format_to(std::back_inserter(to), "T{:02}:{:02}:{:02}", within / 3'600'000'000, within / 60'000'000 % 60,
                   within / 1'000'000 % 60);
    if (within % 1'000'000 != 0) fmt::format_to(std::back_inserter(to), ".{:06}", within % 1'000'000);
    if (has_zone) to += 'Z';
}

/// A decimal that lies as {value, places}.
void append_decimal(std::string& to, const Field& field, const Column& column, std::int64_t row) {
    Wide value = column.children[0].number<Wide>(row);
    const int places = column.children[1].number<std::int16_t>(row);
    for (int i = field.children[0].places; i > places; --i) value /= 10;
    append_decimal(to, value, places);
}

void append_rational(std::string& to, const Column& column, std::int64_t row) {
    append(to, column.children[0].number<std::int64_t>(row));
    const auto denominator = column.children[1].number<std::int64_t>(row);
    if (denominator == 1) return;
    to += '/';
    append(to, denominator);
}

void append_pair(std::string& json, const Column& first, const Column& second, std::int64_t row) {
    json += '[';
    first.is_null(row) ? void(json += "null") : append_number(json, first.number<std::int64_t>(row));
    json += ',';
    second.is_null(row) ? void(json += "null") : append_number(json, second.number<std::int64_t>(row));
    json += ']';
}

void append_share(std::string& json, const Field& field, const Column& column, std::int64_t row) {
    json += "{\"percent\":\"";
    append_decimal(json, field.children[4], column.children[4], row);
    json += '"';
    if (!column.children[3].is_null(row))
        json += ",\"n\":", append_number(json, column.children[3].number<std::int64_t>(row));
    if (!column.children[5].is_null(row)) json += ",\"of\":" + quoted(column.children[5].text(row));
    json += '}';
}

void append_quantity(std::string& json, const Field& field, const Column& column, std::int64_t row) {
    const std::string_view kind = column.children[0].text(row);
    json += '{';
    if (kind != "not_stated") json += quoted(kind) + ":";
    if (kind == "exact" || kind == "at_least") append_number(json, column.children[1].number<std::int64_t>(row));
    if (kind == "range") append_pair(json, column.children[1], column.children[2], row);
    if (kind == "k_of_n") append_pair(json, column.children[1], column.children[3], row);
    if (kind == "share") append_share(json, field, column, row);
    if (kind == "vague")
        json += fmt::format("{{\"scale\":{},\"term\":{}}}", quoted(column.children[6].text(row)),
                            quoted(column.children[7].text(row)));
    json += '}';
}

void append_list(std::string& json, const Field& field, const Column& column, std::int64_t row) {
    const auto [first, last] = column.elements(row);
    json += '[';
    for (std::int64_t i = first; i < last; ++i) {
        if (i > first) json += ',';
        append_json(json, field.children[0], column.children[0], i);
    }
    json += ']';
}

/// A list that says nothing stands in no object.
bool says_nothing(const Field& field, const Column& column, std::int64_t row) {
    if (column.is_null(row) || field.layout == Layout::nothing) return true;
    const auto empty = [&] {
        const auto [first, last] = column.elements(row);
        return first == last;
    };
    return field.type != nullptr && field.layout == Layout::list && empty();
}

/// Members of a partner's own stand among the others, as in a dossier.
void append_extras(std::string& json, std::string_view object, bool first) {
    object.remove_prefix(1);
    object.remove_suffix(1);
    if (!object.empty() && !first) json += ',';
    json += object;
}

void append_object(std::string& json, const Field& field, const Column& column, std::int64_t row) {
    bool first = true;
    json += '{';
    for (std::size_t i = 0; i < field.children.size(); ++i) {
        const Field& child = field.children[i];
        if (says_nothing(child, column.children[i], row)) continue;
        if (kind_of(child) == Kind::extras) {
            append_extras(json, column.children[i].text(row), first);
        } else {
            if (!first) json += ',';
            json += quoted(child.name) + ":";
            append_json(json, child, column.children[i], row);
        }
        first = false;
    }
    json += '}';
}

}  // namespace

bool append_plain(std::string& text, const Field& field, const Column& column, std::int64_t row) {
    switch (kind_of(field)) {
        case Kind::decimal: append_decimal(text, field, column, row); return true;
        case Kind::rational: append_rational(text, column, row); return true;
        case Kind::date: text += column.children[5].text(row); return true;
        case Kind::instant: text += column.children[2].text(row); return true;
        case Kind::json:
        case Kind::extras: return false;
        default: break;
    }
    switch (field.layout) {
        case Layout::text:
        case Layout::coded: text += column.text(row); return true;
        case Layout::decimal: append_decimal(text, column.number<Wide>(row), field.places); return true;
        case Layout::day: append_day(text, column.number<std::int32_t>(row)); return true;
        case Layout::instant: append_instant(text, column.number<std::int64_t>(row), field.has_zone); return true;
        default: return false;
    }
}

void append_json(std::string& json, const Field& field, const Column& column, std::int64_t row) {
    if (column.is_null(row) || field.layout == Layout::nothing) {
        json += "null";
        return;
    }
    if (std::string text; append_plain(text, field, column, row)) {
        json += quoted(text);
        return;
    }
    switch (kind_of(field)) {
        case Kind::json:
        case Kind::extras: json += column.text(row); return;
        case Kind::interval:
        case Kind::span: return append_pair(json, column.children[0], column.children[1], row);
        case Kind::quantity: return append_quantity(json, field, column, row);
        default: break;
    }
    switch (field.layout) {
        case Layout::boolean: json += column.boolean(row) ? "true" : "false"; return;
        case Layout::small: append(json, column.number<std::int16_t>(row)); return;
        case Layout::integer: return append_number(json, column.number<std::int64_t>(row));
        case Layout::real: return append_real(json, column.number<double>(row));
        case Layout::list: return append_list(json, field, column, row);
        default: return append_object(json, field, column, row);
    }
}

}  // namespace openeom::io
