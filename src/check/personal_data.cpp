#include "check/personal_data.hpp"

#include <algorithm>
#include <vector>

namespace openeom::check {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_local(char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end)};
}

/// Digits in groups, such as "+48 603 683 122".
struct Digits {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::size_t> groups;  ///< digits of each

    [[nodiscard]] std::size_t digits() const {
        std::size_t sum = 0;
        for (const std::size_t group : groups) sum += group;
        return sum;
    }
};

bool joins(char c) {
    return c == ' ' || c == '-' || c == '(' || c == ')' || c == '/';
}

Digits read_digits(std::string_view text, std::size_t at) {
    Digits read{at, at, {}};
    while (at < text.size()) {
        std::size_t group = 0;
        while (at < text.size() && is_digit(text[at])) ++at, ++group;
        read.groups.push_back(group);
        read.end = at;
        std::size_t gap = 0;
        while (at < text.size() && joins(text[at]) && gap < 3) ++at, ++gap;
        if (gap == 0 || at == text.size() || !is_digit(text[at])) break;
    }
    return read;
}

/// 9 041 253 or 2012-01-15: grouped digits that are a sum or a date.
bool is_other(std::string_view text, const Digits& read) {
    const bool thousands = read.groups.front() <= 3 && std::all_of(read.groups.begin() + 1, read.groups.end(),
                                                                   [](std::size_t group) { return group == 3; });
    const bool iso_date = read.groups.size() >= 3 && read.groups[0] == 4 && read.groups[1] == 2 &&
                          read.groups[2] == 2 &&
                          (text.substr(read.begin, 2) == "19" || text.substr(read.begin, 2) == "20");
    const bool years =
        std::all_of(read.groups.begin(), read.groups.end(), [](std::size_t group) { return group == 4; });
    return thousands || iso_date || years;
}

bool named_as_phone(std::string_view before) {
    constexpr std::string_view kWords[] = {"tel",     "tel.", "tel:", "phone", "phone:", "mobile",
                                           "mobile:", "mob.", "fax",  "fax:",  "тел.",   "тел"};
    while (before.ends_with(' ')) before.remove_suffix(1);
    std::string lower(before.substr(before.size() - std::min<std::size_t>(before.size(), 10)));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
        if (!lower.ends_with(word)) return false;
        return lower.size() == word.size() || !is_letter(lower[lower.size() - word.size() - 1]);
    });
}

bool is_phone(std::string_view text, const Digits& read) {
    const std::size_t digits = read.digits();
    if (digits < 7 || digits > 15) return false;
    if (read.begin > 0 && text[read.begin - 1] == '+') return digits >= 8;
    if (named_as_phone(text.substr(0, read.begin))) return true;
    const bool grouped = read.groups.size() >= 3 && digits >= 9 && digits <= 12 && read.groups.front() <= 4 &&
                         std::all_of(read.groups.begin() + 1, read.groups.end(),
                                     [](std::size_t group) { return group >= 2 && group <= 4; });
    return grouped && !is_other(text, read);
}

}  // namespace

std::optional<Span> find_email(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t begin = at, end = at + 1;
        while (begin > 0 && is_local(text[begin - 1])) --begin;
        while (end < text.size() &&
               (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-'))
            ++end;
        while (end > at + 1 && text[end - 1] == '.') --end;
        const std::string_view host = text.substr(at + 1, end - at - 1);
        const std::size_t dot = host.rfind('.');
        if (begin < at && dot != std::string_view::npos && dot > 0 && host.size() - dot > 2) return span(begin, end);
    }
    return std::nullopt;
}

std::optional<Span> find_phone(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const bool inside =
            at > 0 && (is_letter(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',' || is_digit(text[at - 1]));
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const Digits read = read_digits(text, at);
        const bool continued = read.end < text.size() && (is_letter(text[read.end]) || text[read.end] == ':');
        if (!inside && !continued && is_phone(text, read)) return span(read.begin, read.end);
        at = std::max(read.end, at + 1);
    }
    return std::nullopt;
}

}  // namespace openeom::check
