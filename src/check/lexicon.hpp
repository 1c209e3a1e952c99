// The lexicon of cues, compiled: words that carry a part of a finding, and the codes they may stand for. It is the
// catalogue's, with the dossier's own entries added; one with the catalogue's id takes its place.
// Threads: constant after it is made.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/phrases.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::check {

class Lexicon {
public:
    using Entries = std::vector<const LexiconEntry*>;

    /// A listed cue in a text, with the entries that list it.
    struct Hit {
        Span range;
        const Entries* entries = nullptr;

        [[nodiscard]] bool has(AnchorRole role) const;
        [[nodiscard]] bool carries(AnchorRole role, std::string_view code) const;
    };

    explicit Lexicon(const Dossier& dossier);

    /// Listed cues of a text from left to right. Of those that begin at a word the longest wins, whatever its role, so
    /// that "without interference" is not also "without".
    [[nodiscard]] std::vector<Hit> find(std::string_view language, std::span<const text::Word> words) const;

    /// Codes that words may stand for in a role: those that all entries in them share ("according to" may be anybody's,
    /// "according to interlocutors" is theirs), or where they share none, all. None where the lexicon knows no part of
    /// them.
    [[nodiscard]] std::optional<std::vector<std::string_view>> codes(std::string_view language, AnchorRole role,
                                                                     std::string_view words) const;

    /// Whether any words of the language are listed for the role.
    [[nodiscard]] bool knows(std::string_view language, AnchorRole role) const;

    /// Whether any words of the language are listed under the code, or under the code and a number ("at_least:2").
    [[nodiscard]] bool lists(std::string_view language, AnchorRole role, std::string_view code) const;

private:
    struct Phrase {
        std::vector<std::string> words;
        Entries entries;
    };
    /// Phrases by their first word, longest first.
    using Phrases = std::map<std::string, std::vector<Phrase>, std::less<>>;

    void add(const LexiconEntry& entry);
    [[nodiscard]] const Phrase* longest_at(const Phrases& phrases, std::span<const text::Word> words, std::size_t at,
                                           std::optional<AnchorRole> role) const;

    std::map<std::string, Phrases, std::less<>> languages_;
};

}  // namespace openeom::check
