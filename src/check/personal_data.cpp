#include "check/personal_data.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace openeom::check {

namespace {

/// A text in which digits, dashes, spaces and '@' are written in one way, with the place of each byte in the original.
struct Plain {
    std::string text;
    std::vector<std::size_t> places;  ///< and of the end

    void add(char c, std::size_t place) {
        text += c;
        places.push_back(place);
    }
    [[nodiscard]] Span original(std::size_t begin, std::size_t end) const {
        return {static_cast<std::int64_t>(places[begin]), static_cast<std::int64_t>(places[end])};
    }
};

struct Sign {
    std::string_view bytes;
    char plain;  ///< '\0': left out
};

constexpr Sign kSigns[] = {
    {"\u00a0", ' '}, {"\u2007", ' '}, {"\u2009", ' '}, {"\u200a", ' '}, {"\u202f", ' '}, {"\u2010", '-'},  {"\u2011", '-'},
    {"\u2012", '-'}, {"\u2013", '-'}, {"\u2014", '-'}, {"\u2015", '-'}, {"\u2212", '-'}, {"\uff0d", '-'},  {"\uff0e", '.'},
    {"\uff0b", '+'}, {"\uff20", '@'}, {"\ufe6b", '@'}, {"\u00ad", '\0'}, {"\u200b", '\0'}, {"\u200c", '\0'}, {"\u200d", '\0'},
    {"\u2060", '\0'}, {"\ufeff", '\0'}, {"(at)", '@'}, {"[at]", '@'}, {" (at) ", '@'}, {" [at] ", '@'},
};

/// The ten digits of a script follow each other in the last byte.
constexpr std::string_view kZeros[] = {"\u0660", "\u06f0", "\u0966", "\u09e6", "\uff10"};

/// The longest sign that `text` begins with; none where it begins with none.
const Sign* sign_at(std::string_view text) {
    if (static_cast<signed char>(text[0]) >= 0 && text[0] != '(' && text[0] != '[' && text[0] != ' ') return nullptr;  // nearly all text
    const Sign* longest = nullptr;
    for (const Sign& sign : kSigns)
        if (text.starts_with(sign.bytes) && (!longest || sign.bytes.size() > longest->bytes.size())) longest = &sign;
    return longest;
}

/// The digit of another script that `text` begins with, and its length in bytes; length 0 where it begins with none.
std::pair<char, std::size_t> digit_at(std::string_view text) {
    if (static_cast<signed char>(text[0]) >= 0) return {'\0', 0};
    for (const std::string_view zero : kZeros) {
        const std::size_t last = zero.size() - 1;
        if (text.size() <= last || text.substr(0, last) != zero.substr(0, last)) continue;
        const int value = static_cast<unsigned char>(text[last]) - static_cast<unsigned char>(zero[last]);
        if (value >= 0 && value <= 9) return {static_cast<char>('0' + value), zero.size()};
    }
    return {'\0', 0};
}

Plain plain(std::string_view text) {
    Plain made;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto [digit, bytes] = digit_at(rest);
        if (bytes > 0) {
            made.add(digit, at);
            at += bytes;
        } else if (const Sign* sign = sign_at(rest)) {
            if (sign->plain != '\0') made.add(sign->plain, at);
            at += sign->bytes.size();
        } else {
            made.add(text[at], at);
            ++at;
        }
    }
    made.places.push_back(text.size());
    return made;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_local(char c) {
    constexpr std::string_view kSpecials = "._-+'%!#$&*/=?^`{|}~";  // RFC 5322, 3.2.3
    return is_letter(c) || is_digit(c) || kSpecials.find(c) != std::string_view::npos;
}

/// Digits in groups, such as "48 603 683 122".
struct Digits {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::size_t> groups;  ///< digits of each
    std::vector<char> joints;         ///< what stands between two groups: ' ', '.' or another sign

    [[nodiscard]] std::size_t digits() const { return std::accumulate(groups.begin(), groups.end(), std::size_t{0}); }
};

bool joins(char c) {
    return c == ' ' || c == '-' || c == '(' || c == ')' || c == '/' || c == '.';
}

Digits read_digits(std::string_view text, std::size_t at) {
    Digits read{at, at, {}, {}};
    while (at < text.size()) {
        std::size_t group = 0;
        while (at < text.size() && is_digit(text[at])) ++at, ++group;
        read.groups.push_back(group);
        read.end = at;
        char joint = '\0';
        std::size_t gap = 0;
        for (; at < text.size() && joins(text[at]) && gap < 3; ++at, ++gap)
            if (joint == '\0' || joint == ' ') joint = text[at];
        if (gap == 0 || at == text.size() || !is_digit(text[at])) break;
        read.joints.push_back(joint);
    }
    return read;
}

/// 9 041 253 or 9.041.253, from the group `first` to before `last`; three and three digits alone are as likely a number to ring.
bool is_in_thousands(std::string_view text, const Digits& read, std::size_t first, std::size_t last) {
    if (read.groups[first] > 3 || last - first < 2) return false;
    for (std::size_t i = first + 1; i < last; ++i)
        if (read.groups[i] != 3 || (read.joints[i - 1] != ' ' && read.joints[i - 1] != '.')) return false;
    return read.groups[first] < 3 || last - first != 3 || text.substr(read.begin, read.end - read.begin).find("000") != std::string_view::npos;
}

/// A sum, or two of them beside each other: "9 041 253/9 764", "100 000-120 000".
bool is_sum(std::string_view text, const Digits& read) {
    std::size_t split = read.groups.size();
    for (std::size_t i = 0; i < read.joints.size(); ++i) {
        if (read.joints[i] == ' ' || read.joints[i] == '.') continue;
        if (split != read.groups.size()) return false;
        split = i + 1;
    }
    if (split == read.groups.size()) return is_in_thousands(text, read, 0, split);
    const bool left = is_in_thousands(text, read, 0, split), right = is_in_thousands(text, read, split, read.groups.size());
    return (left && (right || split + 1 == read.groups.size())) || (right && split == 1);
}

/// 15.01.2012, or 11.01-18.01.2012: days, months and at least one year.
bool is_written_date(std::string_view text, const Digits& read) {
    bool has_year = false;
    std::size_t at = read.begin;
    for (const std::size_t group : read.groups) {
        while (!is_digit(text[at])) ++at;
        const bool year = group == 4 && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20");
        if (group > 2 && !year) return false;
        has_year = has_year || year;
        at += group;
    }
    return has_year;
}

/// Sums, dates such as 2012-01-15 or 15.01.2012, years.
bool is_other(std::string_view text, const Digits& read) {
    const auto is_year = [&](std::size_t at) { return text.substr(at, 2) == "19" || text.substr(at, 2) == "20"; };
    const auto& groups = read.groups;
    const bool iso_date = groups.size() >= 3 && groups[0] == 4 && groups[1] == 2 && groups[2] == 2 && is_year(read.begin);
    const bool years = std::all_of(groups.begin(), groups.end(), [](std::size_t group) { return group == 4; });
    const bool time_stamp = groups.size() == 1 && is_year(read.begin) && groups[0] >= 12;
    return is_sum(text, read) || iso_date || is_written_date(text, read) || years || time_stamp;
}

bool ends_with_word(std::string_view text, std::string_view word) {
    return text.ends_with(word) && (text.size() == word.size() || !is_letter(text[text.size() - word.size() - 1]));
}

bool named_as_phone(std::string_view before) {
    constexpr std::string_view kWords[] = {"tel",  "telephone", "phone",  "mobile",   "mob",      "cell",  "fax",     "call",
                                           "ring", "whatsapp",  "viber",  "telegram", "wa.me",    "тел",   "телефон", "моб",
                                           "факс", "звоните",   "звонить", "dial",     "hotline", "phones"};
    constexpr std::string_view kFillers[] = {"no", "nr", "number", "numbers", "is", "on", "at", "under"};
    constexpr std::size_t kFar = 40;
    std::string lower(before.substr(before.size() - std::min(before.size(), kFar)));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    std::string_view rest = lower;
    for (bool again = true; again;) {
        while (!rest.empty() && (rest.back() == ' ' || rest.back() == ':' || rest.back() == '.' || rest.back() == '(' || rest.back() == '/'))
            rest.remove_suffix(1);
        again = false;
        for (const std::string_view filler : kFillers) {
            if (!ends_with_word(rest, filler)) continue;
            rest.remove_suffix(filler.size());
            again = true;
        }
    }
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) { return ends_with_word(rest, word); });
}

/// Groups of two to four digits of which the last may be longer, or a run of digits that begins as numbers to ring do: with
/// the 0 of a trunk call, or eleven of them with the 7 or 8 of North Eurasia.
bool is_written_as_phone(std::string_view text, const Digits& read) {
    const std::size_t digits = read.digits();
    const char first = text[read.begin];
    if (read.groups.size() == 1)
        return (first == '0' && digits >= 10 && digits <= 14) || ((first == '7' || first == '8') && digits == 11);
    if (read.groups.size() < 3 || digits < 9 || digits > 14 || read.groups.front() > 4) return false;
    if (read.groups.back() < 2 || read.groups.back() > 7) return false;
    return std::all_of(read.groups.begin() + 1, read.groups.end() - 1, [](std::size_t group) { return group >= 2 && group <= 4; });
}

constexpr std::size_t kFewestDigits = 7;

/// Whether there could be a number in the text, found without a copy of it.
bool has_digits_enough(std::string_view text) {
    constexpr std::string_view kLeads = "\xD9\xDB\xE0\xEF";  // first bytes of the digits of other scripts
    std::size_t digits = 0;
    for (const char c : text)
        if (is_digit(c) || (static_cast<signed char>(c) < 0 && kLeads.find(c) != std::string_view::npos)) ++digits;
    return digits >= kFewestDigits;
}

bool is_phone(std::string_view text, const Digits& read) {
    const std::size_t digits = read.digits();
    if (digits < kFewestDigits || digits > 15) return false;
    if (read.begin > 0 && text[read.begin - 1] == '+') return digits >= 8;
    if (named_as_phone(text.substr(0, read.begin))) return true;
    return is_written_as_phone(text, read) && !is_other(text, read);
}

/// Begin of the part before an '@'; a part in quotation marks may hold spaces.
std::size_t local_begin(std::string_view text, std::size_t at) {
    if (at > 1 && text[at - 1] == '"') {
        const std::size_t open = text.rfind('"', at - 2);
        return open == std::string_view::npos ? at : open;
    }
    std::size_t begin = at;
    while (begin > 0 && is_local(text[begin - 1])) --begin;
    return begin;
}

/// End of a host name with a dot in it, or of an address in brackets; `at` where there is none.
std::size_t host_end(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '[') {
        const std::size_t close = text.find(']', at);
        return close == std::string_view::npos ? at : close + 1;
    }
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-' || text[end] == '_'))
        ++end;
    while (end > at && text[end - 1] == '.') --end;
    const std::string_view host = text.substr(at, end - at);
    const std::size_t dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 ? end : at;
}

}  // namespace

std::optional<Span> find_email(std::string_view text) {
    const bool may_hold_one = text.find('@') != std::string_view::npos || text.find("(at)") != std::string_view::npos ||
                              text.find("[at]") != std::string_view::npos || text.find('\xEF') != std::string_view::npos;
    if (!may_hold_one) return std::nullopt;
    const Plain read = plain(text);
    const std::string_view all = read.text;
    for (std::size_t at = all.find('@'); at != std::string_view::npos; at = all.find('@', at + 1)) {
        const std::size_t begin = local_begin(all, at);
        const std::size_t end = host_end(all, at + 1);
        if (begin < at && end > at + 1) return read.original(begin, end);
    }
    return std::nullopt;
}

std::optional<Span> find_phone(std::string_view text) {
    if (!has_digits_enough(text)) return std::nullopt;
    const Plain read = plain(text);
    const std::string_view all = read.text;
    for (std::size_t at = 0; at < all.size();) {
        if (!is_digit(all[at])) {
            ++at;
            continue;
        }
        const Digits digits = read_digits(all, at);
        const bool inside = at > 0 && (is_letter(all[at - 1]) || all[at - 1] == '.' || all[at - 1] == ',' || all[at - 1] == '_') &&
                            !named_as_phone(all.substr(0, at));
        const bool continued = digits.end < all.size() && (is_letter(all[digits.end]) || all[digits.end] == ':');
        if (!inside && !continued && is_phone(all, digits)) {
            const bool plus = at > 0 && all[at - 1] == '+';
            return read.original(plus ? at - 1 : at, digits.end);
        }
        at = std::max(digits.end, at + 1);
    }
    return std::nullopt;
}

}  // namespace openeom::check
