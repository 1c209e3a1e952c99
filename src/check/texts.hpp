// The sentences of a document with their words at hand: where each stands, whether it is what the record knows, and
// where the cues of its anchors are.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/index.hpp"
#include "check/lexicon.hpp"
#include "check/parts.hpp"
#include "openeom/check/check.hpp"

namespace openeom::check {

/// An anchor that carries a coded part of a finding.
struct CueAnchor {
    const Anchor* anchor = nullptr;
    const Finding* finding = nullptr;
    std::optional<FindingPart> part;  ///< none for `concedes`
    bool changed = false;             ///< the sentence is not the one that the anchor was set on
    std::optional<Span> place;        ///< bytes of the sentence at hand
};

struct SentenceText {
    const Sentence* sentence = nullptr;
    const Document* document = nullptr;
    std::optional<std::string_view> text;  ///< none where its words are not at hand, or it is gone
    bool changed = false;                  ///< its digest differs from the recorded one
    bool gone = false;                     ///< the copy at hand does not have it
    Span place;                            ///< in the copy of an external document
    std::vector<text::Word> words;
    std::vector<Lexicon::Hit> hits;
    std::vector<Span> quoted;  ///< bytes that are a speaker's words
    std::vector<CueAnchor> cues;

    [[nodiscard]] bool asserts() const { return sentence->asserts == YesNo::yes; }
    [[nodiscard]] bool is_quoted(const Span& range) const;
};

struct DocumentText {
    const Document* document = nullptr;
    std::shared_ptr<const std::string> copy;  ///< text of an external document, where at hand, its lines ended by LF
    bool identical = false;             ///< the copy is the recorded document, byte for byte
    std::vector<SentenceText> sentences;
    std::vector<Span> unknown;  ///< sentences of the copy that the record does not know

    [[nodiscard]] bool has_external() const;
};

DocumentText make_document_text(const Dossier& dossier, const Index& index, const Lexicon& lexicon,
                                const Document& document, const std::string* copy);

}  // namespace openeom::check
