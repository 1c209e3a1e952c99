#include "check/sentence_split.hpp"

#include <algorithm>
#include <iterator>

#include "openeom/base/text.hpp"

namespace openeom::check {

namespace {

constexpr std::string_view kEnders[] = {".", "!", "?", "…"};
constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»", "“"};
constexpr std::string_view kOpeners[] = {"\"", "'", "(", "[", "“", "‘", "«", "„"};
constexpr std::string_view kAbbreviations[] = {
    "art", "arts", "no",  "nos", "para", "paras", "mr",  "mrs", "ms",  "dr",     "prof", "st",  "vs",
    "v",   "cf",   "e.g", "i.e", "p",    "pp",    "ed",  "eds", "vol", "approx", "inc",  "ltd", "gen",
    "col", "jan",  "feb", "mar", "apr",  "jun",   "jul", "aug", "sep", "sept",   "oct",  "nov", "dec",
    "г",   "гг",   "ст",  "п",   "т.е",  "т.д",   "т.п", "см",  "им",  "ул",     "тыс",  "млн", "др"};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

template <std::size_t N>
std::size_t matches(std::string_view text, const std::string_view (&any)[N]) {
    for (std::string_view each : any)
        if (text.starts_with(each)) return each.size();
    return 0;
}

template <std::size_t N>
std::size_t ends(std::string_view text, const std::string_view (&any)[N]) {
    for (std::string_view each : any)
        if (text.ends_with(each)) return each.size();
    return 0;
}

/// Lower-case letters of Latin and Cyrillic, which begin no sentence.
bool is_lower(std::string_view text) {
    if (text.front() >= 'a' && text.front() <= 'z') return true;
    if (text.size() < 2) return false;
    const auto lead = static_cast<unsigned char>(text[0]), next = static_cast<unsigned char>(text[1]);
    if (lead == 0xD0) return next >= 0xB0;                // а to п
    if (lead == 0xD1) return next <= 0x9F;                // р to џ
    return lead == 0xC3 && next >= 0x9F && next != 0xB7;  // ß to ÿ
}

bool is_abbreviation(std::string_view before) {
    std::size_t begin = before.size();
    while (begin > 0 && !is_space(before[begin - 1]) && before[begin - 1] != '(') --begin;
    const std::string word = text::fold_case(before.substr(begin));
    if (std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) != std::end(kAbbreviations)) return true;
    const bool ascii_letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
    return ascii_letter;  // an initial
}

/// A blank line at `at`, which is a newline.
bool blank_line(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && is_space(text[at]); ++at)
        if (text[at] == '\n') return true;
    return false;
}

/// The end of the sentence that the ender at `at` closes; 0 where it closes none.
std::size_t closes(std::string_view text, std::size_t begin, std::size_t at) {
    const std::size_t ender = matches(text.substr(at), kEnders);
    if (ender == 0) return 0;
    const bool stop = text[at] == '.';
    std::size_t end = at + ender;
    while (const std::size_t more = matches(text.substr(end), kEnders)) end += more;
    while (const std::size_t more = matches(text.substr(end), kClosers)) end += more;
    if (end == text.size()) return end;
    if (!is_space(text[end])) return 0;
    std::size_t next = end;
    while (next < text.size() && is_space(text[next])) ++next;
    if (next == text.size()) return end;
    while (const std::size_t more = matches(text.substr(next), kOpeners)) next += more;
    if (next < text.size() && is_lower(text.substr(next))) return 0;
    if (stop && end == at + 1 && is_abbreviation(text.substr(begin, at - begin))) return 0;
    return end;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, const Span& region) {
    std::vector<Span> found;
    const std::string_view part = text.substr(0, static_cast<std::size_t>(region.end));
    const auto add = [&](std::size_t from, std::size_t to) {
        while (from < to && is_space(part[from])) ++from;
        while (to > from && is_space(part[to - 1])) --to;
        if (from < to) found.push_back({static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)});
    };
    auto begin = static_cast<std::size_t>(region.begin);
    for (std::size_t at = begin; at < part.size();) {
        const std::size_t end = part[at] == '\n' && blank_line(part, at) ? at + 1 : closes(part, begin, at);
        if (end == 0) {
            ++at;
            continue;
        }
        add(begin, end);
        begin = at = end;
    }
    add(begin, part.size());
    return found;
}

bool may_begin(std::string_view text, std::size_t at) {
    if (at >= text.size() || is_space(text[at])) return false;
    std::size_t before = at;
    bool new_line = false;
    while (before > 0 && is_space(text[before - 1])) new_line = text[--before] == '\n' || new_line;
    if (before == 0 || new_line) return true;
    if (before == at) return false;  // no white space between
    return may_end(text, before) || text[before - 1] == ':' || text[before - 1] == ';';
}

bool may_end(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size() || is_space(text[at - 1])) return false;
    if (at == text.size() || text[at] == '\n' || text[at] == '\r') return true;
    if (!is_space(text[at])) return false;
    const std::string_view before = text.substr(0, at);
    return ends(before, kEnders) > 0 || ends(before, kClosers) > 0 || before.back() == ':' || before.back() == ';';
}

}  // namespace openeom::check
