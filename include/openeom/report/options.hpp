// What a document is rendered for.
#pragma once

#include <string>
#include <vector>

#include "openeom/check/check.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::report {

BOOST_DEFINE_ENUM_CLASS(Audience, not_stated, public_, partners, internal)

struct DocumentOptions : Part {
    Audience audience{};
    std::vector<check::TextAtHand> texts;
    std::string language;
    std::string as_of;
};
BOOST_DESCRIBE_STRUCT(DocumentOptions, (Part), (audience, texts, language, as_of))

/// "public", "partners" or "internal"; empty where none is named.
std::string code_of(Audience audience);

/// Throws Error(argument) where no audience is named: whoever writes a rendering to a file calls it first.
void require_audience(Audience audience);

}  // namespace openeom::report

namespace openeom {

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<report::Audience>{
    "audience", "for whom something is rendered: the public, the mission's partners, the mission itself; not stated on the analyst's own screen, which shows everything"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::DocumentOptions>{"document_options", "", "what a document is rendered for"};
template <>
inline constexpr auto reflect::rows<report::DocumentOptions> = std::to_array<reflect::Row>({
    {"audience", "for whom: public, partners or internal; needed for anything that goes to a file"},
    {"texts", "texts of external documents at hand"},
    {.name = "language", .meaning = "of the renderer's own words: en or ru; the document's own where not stated", .codes = "language"},
    {"as_of", "day or instant that counts as now, for embargoes"},
});

}  // namespace openeom
