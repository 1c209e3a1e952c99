#include "check/phrases.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace openeom::check {

namespace {

void replace_all(std::string& text, std::string_view from, char to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
        text.replace(at, from.size(), 1, to);
}

/// "government's" names the government: its ending is a word of its own.
void split_possessive(std::string_view text, std::vector<text::Word>& words) {
    constexpr std::string_view kEnding = "'s";
    text::Word& word = words.back();
    if (!word.folded.ends_with(kEnding) || word.folded.size() == kEnding.size()) return;
    const std::size_t sign = text[word.end - 2] == '\'' ? 1 : std::string_view("\u2019").size();
    const text::Word ending{word.end - 1 - sign, word.end, std::string(kEnding)};
    word.folded.resize(word.folded.size() - kEnding.size());
    word.end = ending.begin;
    words.push_back(ending);
}

}  // namespace

std::vector<text::Word> words_of(std::string_view text) {
    std::vector<text::Word> words;
    for (text::Word& word : text::words(text)) {
        if (word.folded.find('\xE2') != std::string::npos) {
            replace_all(word.folded, "\u2019", '\'');
            replace_all(word.folded, "\u2010", '-');
            replace_all(word.folded, "\u2011", '-');
        }
        words.push_back(std::move(word));
        split_possessive(text, words);
    }
    return words;
}

std::vector<std::string> phrase_of(std::string_view text) {
    std::vector<std::string> phrase;
    for (text::Word& word : words_of(text)) phrase.push_back(std::move(word.folded));
    return phrase;
}

bool stands_at(std::span<const text::Word> words, std::size_t at, std::span<const std::string> phrase) {
    if (phrase.empty() || at + phrase.size() > words.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (words[at + i].folded != phrase[i]) return false;
    return true;
}

std::vector<Span> occurrences(std::span<const text::Word> words, std::span<const std::string> phrase) {
    std::vector<Span> found;
    for (std::size_t at = 0; at < words.size();) {
        if (!stands_at(words, at, phrase)) {
            ++at;
            continue;
        }
        const std::size_t last = at + phrase.size() - 1;
        found.push_back({static_cast<std::int64_t>(words[at].begin), static_cast<std::int64_t>(words[last].end)});
        at = last + 1;
    }
    return found;
}

std::vector<std::optional<std::size_t>> assign_in_order(std::span<const std::int64_t> recorded,
                                                        std::span<const std::int64_t> found) {
    const bool more_recorded = recorded.size() > found.size();
    const std::span<const std::int64_t> fewer = more_recorded ? found : recorded;
    const std::span<const std::int64_t> more = more_recorded ? recorded : found;
    constexpr auto kNever = std::numeric_limits<std::int64_t>::max() / 2;
    // cost[i][j]: the first i of the fewer placed among the first j of the more.
    std::vector<std::vector<std::int64_t>> cost(fewer.size() + 1, std::vector<std::int64_t>(more.size() + 1, kNever));
    for (std::size_t j = 0; j <= more.size(); ++j) cost[0][j] = 0;
    for (std::size_t i = 1; i <= fewer.size(); ++i)
        for (std::size_t j = i; j <= more.size(); ++j)
            cost[i][j] = std::min(cost[i][j - 1], cost[i - 1][j - 1] + std::abs(fewer[i - 1] - more[j - 1]));
    std::vector<std::optional<std::size_t>> assigned(recorded.size());
    for (std::size_t i = fewer.size(), j = more.size(); i > 0; --j) {
        if (j > i && cost[i][j] == cost[i][j - 1]) continue;
        --i;
        if (more_recorded) assigned[j - 1] = i;
        else assigned[i] = j - 1;
    }
    return assigned;
}

std::string primary_language(std::string_view tag) {
    return text::fold_case(tag.substr(0, tag.find('-')));
}

bool overlap(const Span& left, const Span& right) {
    return left.begin < right.end && right.begin < left.end;
}

std::optional<std::string_view> bytes_at(std::string_view text, const Span& range) {
    if (range.begin < 0 || range.end < range.begin || static_cast<std::size_t>(range.end) > text.size())
        return std::nullopt;
    return text.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.size()));
}

}  // namespace openeom::check
