#include "check/lexicon.hpp"

#include <algorithm>

#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

bool has_role(const Lexicon::Entries& entries, AnchorRole role) {
    return std::any_of(entries.begin(), entries.end(), [&](const LexiconEntry* each) { return each->role == role; });
}

void add_codes(const Lexicon::Entries& entries, AnchorRole role, std::vector<std::string_view>& codes) {
    for (const LexiconEntry* entry : entries)
        if (entry->role == role) codes.insert(codes.end(), entry->codes.begin(), entry->codes.end());
}

}  // namespace

bool Lexicon::Hit::has(AnchorRole role) const {
    return has_role(*entries, role);
}

bool Lexicon::Hit::carries(AnchorRole role, std::string_view code) const {
    std::vector<std::string_view> codes;
    add_codes(*entries, role, codes);
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Lexicon::Lexicon(const Dossier& dossier) {
    for (const LexiconEntry& entry : catalogue().all<LexiconEntry>())
        if (!dossier.find<LexiconEntry>(entry.id.text())) add(entry);
    for (const LexiconEntry& entry : dossier.all<LexiconEntry>()) add(entry);
    for (auto& [language, phrases] : languages_)
        for (auto& [first, list] : phrases)
            std::stable_sort(list.begin(), list.end(), [](const Phrase& left, const Phrase& right) {
                return left.words.size() > right.words.size();
            });
}

void Lexicon::add(const LexiconEntry& entry) {
    Phrases& phrases = languages_[primary_language(entry.language)];
    for (const std::string& words : entry.words) {
        std::vector<std::string> phrase = phrase_of(words);
        if (phrase.empty()) continue;
        std::vector<Phrase>& list = phrases[phrase.front()];
        auto known = std::find_if(list.begin(), list.end(), [&](const Phrase& each) { return each.words == phrase; });
        if (known == list.end()) known = list.insert(list.end(), Phrase{std::move(phrase), {}});
        known->entries.push_back(&entry);
    }
}

const Lexicon::Phrase* Lexicon::longest_at(const Phrases& phrases, std::span<const text::Word> words, std::size_t at,
                                           std::optional<AnchorRole> role) const {
    const auto list = phrases.find(words[at].folded);
    if (list == phrases.end()) return nullptr;
    for (const Phrase& phrase : list->second)
        if (stands_at(words, at, phrase.words) && (!role || has_role(phrase.entries, *role))) return &phrase;
    return nullptr;
}

std::vector<Lexicon::Hit> Lexicon::find(std::string_view language, std::span<const text::Word> words) const {
    std::vector<Hit> hits;
    const auto phrases = languages_.find(primary_language(language));
    if (phrases == languages_.end()) return hits;
    for (std::size_t at = 0; at < words.size();) {
        const Phrase* phrase = longest_at(phrases->second, words, at, std::nullopt);
        if (!phrase) {
            ++at;
            continue;
        }
        const std::size_t last = at + phrase->words.size() - 1;
        hits.push_back({{static_cast<std::int64_t>(words[at].begin), static_cast<std::int64_t>(words[last].end)},
                        &phrase->entries});
        at = last + 1;
    }
    return hits;
}

std::optional<std::vector<std::string_view>> Lexicon::codes(std::string_view language, AnchorRole role,
                                                            std::string_view words) const {
    const auto phrases = languages_.find(primary_language(language));
    if (phrases == languages_.end()) return std::nullopt;
    const std::vector<text::Word> split = words_of(words);
    bool known = false;
    std::vector<std::string_view> all, shared;
    for (std::size_t at = 0; at < split.size();) {
        const Phrase* phrase = longest_at(phrases->second, split, at, role);
        at += phrase ? phrase->words.size() : 1;
        if (!phrase) continue;
        std::vector<std::string_view> codes;
        add_codes(phrase->entries, role, codes);
        if (!known) shared = codes;
        std::erase_if(
            shared, [&](std::string_view code) { return std::find(codes.begin(), codes.end(), code) == codes.end(); });
        all.insert(all.end(), codes.begin(), codes.end());
        known = true;
    }
    if (!known) return std::nullopt;
    return shared.empty() ? all : shared;
}

bool Lexicon::knows(std::string_view language, AnchorRole role) const {
    const auto phrases = languages_.find(primary_language(language));
    return phrases != languages_.end() &&
           std::any_of(phrases->second.begin(), phrases->second.end(), [&](const auto& by_first) {
               return std::any_of(by_first.second.begin(), by_first.second.end(),
                                  [&](const Phrase& each) { return has_role(each.entries, role); });
           });
}

bool Lexicon::lists(std::string_view language, AnchorRole role, std::string_view code) const {
    const auto phrases = languages_.find(primary_language(language));
    if (phrases == languages_.end()) return false;
    for (const auto& [first, list] : phrases->second)
        for (const Phrase& phrase : list) {
            std::vector<std::string_view> codes;
            add_codes(phrase.entries, role, codes);
            for (std::string_view each : codes)
                if (each.substr(0, each.find(':')) == code) return true;
        }
    return false;
}

}  // namespace openeom::check
