// What refers to what among documents, sentences and anchors: made once for a run.
// Threads: constant after it is made.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::check {

class Index {
public:
    explicit Index(const Dossier& dossier);

    /// Anchors of a sentence, in order of range.
    [[nodiscard]] std::span<const Anchor* const> anchors_of(std::string_view sentence) const;
    /// Anchors to a record, "type:id", in order of id.
    [[nodiscard]] std::span<const Anchor* const> anchors_to(std::string_view target) const;
    /// Sentences of a document: external ones by place, its own by section and position.
    [[nodiscard]] std::span<const Sentence* const> sentences_of(std::string_view document) const;
    /// Quotes of a document, in order of span.
    [[nodiscard]] std::span<const Quote* const> quotes_of(std::string_view document) const;

private:
    template <class T>
    using Lists = std::unordered_map<std::string_view, std::vector<const T*>>;

    Lists<Anchor> anchors_of_;
    Lists<Anchor> anchors_to_;
    Lists<Sentence> sentences_of_;
    Lists<Quote> quotes_of_;
};

/// Whether others published the sentence, so that its words are in their document only.
bool is_external(const Sentence& sentence);

}  // namespace openeom::check
