// Sentences that may be composed from the record. They are suggestions until a person adopts one: conclusions, legal
// findings, allegations and quotes are never composed.
// Threads: pure functions of an immutable dossier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::report {

struct Suggestions : Part {
    Ref<Document> document;
    std::vector<Suggestion> suggestions;
    std::vector<std::string> not_composed;
    std::string reconstruction;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (Part), (document, suggestions, not_composed, reconstruction))

/// Mission information, tables of accreditation, and lines "k of n" of election day for the document with this id, in
/// its language where the renderer has words in it, else in English. Throws Error(not_found).
Suggestions suggestions(const Dossier& dossier, std::string_view document);

}  // namespace openeom::report

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::Suggestions>{"suggestion_list", "", "sentences that may be composed for a document; suggestions until somebody adopts them"};
template <>
inline constexpr auto reflect::rows<report::Suggestions> = std::to_array<reflect::Row>({
    {"document", "the document they are meant for"},
    {"suggestions", "the sentences, each with its pattern and what it rests on"},
    {"not_composed", "what was not composed, and why"},
    {"reconstruction", "what a reconstruction from public sources says of itself"},
});

}  // namespace openeom
