// Law: instruments, provisions, international standards.
#pragma once

#include "openeom/model/codes.hpp"
#include "openeom/model/record.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(InstrumentKind, not_stated, constitution, constitutional_law, law, code, decree, emb_resolution,
                        court_decision, treaty, agreement)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<InstrumentKind>{"instrument_kind", "rank of a legal instrument"};

BOOST_DEFINE_ENUM_CLASS(Bindingness, not_stated, treaty, political_commitment, interpretive, good_practice, persuasive)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Bindingness>{
    "bindingness", "what a standard obliges a state to: case law against other states is persuasive"};

struct LegalInstrument : Sourced {
    std::string title;
    std::string country;
    InstrumentKind kind{};
    std::string number;
    Date adopted;
    Date in_force_from;
    Date in_force_to;
    Date consolidated;
};
BOOST_DESCRIBE_STRUCT(LegalInstrument, (Sourced), (title, country, kind, number, adopted, in_force_from, in_force_to, consolidated))
template <>
inline constexpr reflect::StructRow reflect::struct_row<LegalInstrument>{"legal_instrument", "legal_instruments", "a law, decree or other legal act of a state"};
template <>
inline constexpr auto reflect::rows<LegalInstrument> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "its title", .required = true},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"kind", "its rank"},
    {"number", "its official number"},
    {"adopted", "when adopted"},
    {"in_force_from", "when it came into force"},
    {"in_force_to", "when it ceased to be in force"},
    {"consolidated", "date of the consolidated text that was read"},
});

struct Provision : Sourced {
    Ref<LegalInstrument> instrument;
    std::string article;
    std::string summary;
    std::string topic;
    Date valid_from;
    Date valid_to;
    Date version_read;
    std::vector<std::string> standards;
};
BOOST_DESCRIBE_STRUCT(Provision, (Sourced), (instrument, article, summary, topic, valid_from, valid_to, version_read, standards))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Provision>{"provision", "provisions", "an article or paragraph of a legal instrument, in one version"};
template <>
inline constexpr auto reflect::rows<Provision> = std::to_array<reflect::Row>({
    {.name = "instrument", .meaning = "where it stands", .required = true},
    {"article", "article and paragraph as cited, such as 89(6)(4)"},
    {"summary", "what it says, in the compiler's words"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
    {"valid_from", "from when this version held; empty where not confirmed"},
    {"valid_to", "until when this version held"},
    {"version_read", "date of the text that was read"},
    {.name = "standards", .meaning = "standards that the compiler sets beside it", .codes = "standard"},
});

/// Whether and since when a standard binds a country, or addresses it.
struct Applicability : Part {
    std::string country;
    Date ratified;
    Date since;
    Date until;
    std::string how;
};
BOOST_DESCRIBE_STRUCT(Applicability, (Part), (country, ratified, since, until, how))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Applicability>{"applicability", "", "whether and since when a standard applies to a country"};
template <>
inline constexpr auto reflect::rows<Applicability> = std::to_array<reflect::Row>({
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code, or * for every state", .codes = "country"},
    {"ratified", "when ratified"},
    {"since", "from when it applies to the country; an unknown start is empty"},
    {"until", "until when"},
    {"how", "by ratification, by participation, by membership ..."},
});

struct Standard : Record {
    std::string instrument;
    std::string title;
    std::string paragraph;
    std::string summary;
    Bindingness bindingness{};
    Date adopted;
    std::vector<Applicability> applies_to;
    std::vector<std::string> rights;
    std::string provenance;
};
BOOST_DESCRIBE_STRUCT(Standard, (Record), (instrument, title, paragraph, summary, bindingness, adopted, applies_to, rights, provenance))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Standard>{
    "standard", "standards", "a paragraph of an international instrument, or an instrument as a whole; its id is the instrument's, then numbers, dotted"};
template <>
inline constexpr auto reflect::rows<Standard> = std::to_array<reflect::Row>({
    {"instrument", "id of the instrument's own entry; empty for the instrument itself"},
    {.name = "title", .meaning = "title of the instrument, or short name of the paragraph", .required = true},
    {"paragraph", "paragraph or article as cited"},
    {"summary", "what it says, in the library's words"},
    {"bindingness", "what it obliges a state to; empty where the instrument's holds"},
    {"adopted", "when adopted: it applies to nothing earlier"},
    {"applies_to", "countries and dates; empty where the instrument's hold"},
    {.name = "rights", .meaning = "rights it protects", .codes = "right"},
    {"provenance", "where the paraphrase was checked"},
});

/// A view or judgment about one state that interprets a standard.
struct CaseLaw : Record {
    std::string title;
    std::string body;
    std::string number;
    Date decided;
    std::string country;
    std::vector<std::string> standards;
    std::string summary;
    Bindingness bindingness{};
    std::string provenance;
};
BOOST_DESCRIBE_STRUCT(CaseLaw, (Record), (title, body, number, decided, country, standards, summary, bindingness, provenance))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CaseLaw>{"case_law", "case_law", "a view or judgment that interprets a standard"};
template <>
inline constexpr auto reflect::rows<CaseLaw> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "parties", .required = true},
    {"body", "court or committee"},
    {"number", "communication or application number"},
    {"decided", "when decided"},
    {.name = "country", .meaning = "respondent state", .codes = "country"},
    {.name = "standards", .meaning = "standards it interprets", .codes = "standard"},
    {"summary", "what was held, in the library's words"},
    {"bindingness", "for other states: interpretive or persuasive"},
    {"provenance", "where it was read"},
});

}  // namespace openeom
