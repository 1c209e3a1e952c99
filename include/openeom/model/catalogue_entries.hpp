// What the catalogue holds besides standards and case law: code lists, criteria, indicators, outlines, lifecycles,
// the lexicon of cues. They are ordinary records, so a dossier may add its own to them.
#pragma once

#include "openeom/model/document.hpp"

namespace openeom {

struct CodeEntry : Record {
    std::string list;
    std::string code;
    std::string meaning;
    std::string broader;
};
BOOST_DESCRIBE_STRUCT(CodeEntry, (Record), (list, code, meaning, broader))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CodeEntry>{"code_entry", "code_entries", "a code of an extensible code list; its id is the list's name, a dot, the code"};
template <>
inline constexpr auto reflect::rows<CodeEntry> = std::to_array<reflect::Row>({
    {.name = "list", .meaning = "name of the code list", .required = true},
    {.name = "code", .meaning = "the code", .required = true},
    {"meaning", "what it means"},
    {"broader", "a wider code of the same list, or of another one as list.code"},
});

BOOST_DEFINE_ENUM_CLASS(CriterionGroup, not_stated, procedure, substance, timing, contested)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<CriterionGroup>{"criterion_group", "how the thirteen criteria are grouped; the last is contested in doctrine"};

struct CriterionDefinition : Record {
    Criterion criterion{};
    std::string number;
    CriterionGroup group{};
    std::string title;
    std::string question;
    std::vector<std::string> standards_administrative;
    std::vector<std::string> standards_court;
    std::vector<std::string> case_law;
};
BOOST_DESCRIBE_STRUCT(CriterionDefinition, (Record),
                      (criterion, number, group, title, question, standards_administrative, standards_court, case_law))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CriterionDefinition>{"criterion_definition", "criterion_definitions", "a criterion of due process for refusal and de-registration"};
template <>
inline constexpr auto reflect::rows<CriterionDefinition> = std::to_array<reflect::Row>({
    {.name = "criterion", .meaning = "the member of due_process", .required = true},
    {"number", "D1 to D13"},
    {"group", "procedure, substance, timing, or contested"},
    {"title", "short name"},
    {"question", "what is asked"},
    {.name = "standards_administrative", .meaning = "standards before an administrative body", .codes = "standard"},
    {.name = "standards_court", .meaning = "standards at the court stage only", .codes = "standard"},
    {"case_law", "views and judgments"},
});

struct IndicatorDefinition : Record {
    std::string title;
    std::string formula;
    std::string unit;
    std::string warnings;
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(IndicatorDefinition, (Record), (title, formula, unit, warnings, reference))
template <>
inline constexpr reflect::StructRow reflect::struct_row<IndicatorDefinition>{"indicator_definition", "indicator_definitions", "an indicator: formula, unit, warnings"};
template <>
inline constexpr auto reflect::rows<IndicatorDefinition> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "its name", .required = true},
    {.name = "formula", .meaning = "formula in words and symbols", .required = true},
    {"unit", "unit of the value"},
    {"warnings", "what it must not be taken for"},
    {"reference", "where the formula comes from"},
});

struct OutlineSection : Part {
    std::string key;
    std::string title;
    std::string title_ru;
    std::string within;
    std::string topic;
};
BOOST_DESCRIBE_STRUCT(OutlineSection, (Part), (key, title, title_ru, within, topic))
template <>
inline constexpr reflect::StructRow reflect::struct_row<OutlineSection>{"outline_section", "", "a section of an outline"};
template <>
inline constexpr auto reflect::rows<OutlineSection> = std::to_array<reflect::Row>({
    {.name = "key", .meaning = "stable key, unique in the outline", .required = true},
    {"title", "usual heading; empty where the text has none"},
    {"title_ru", "usual heading in Russian"},
    {"within", "key of the section around it"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
});

struct DocumentOutline : Record {
    DocumentKind kind{};
    std::string title;
    std::vector<OutlineSection> sections;
};
BOOST_DESCRIBE_STRUCT(DocumentOutline, (Record), (kind, title, sections))
template <>
inline constexpr reflect::StructRow reflect::struct_row<DocumentOutline>{"document_outline", "document_outlines", "the usual order of a kind of document; section keys are outline id, a dot, the key"};
template <>
inline constexpr auto reflect::rows<DocumentOutline> = std::to_array<reflect::Row>({
    {"kind", "kind of document"},
    {.name = "title", .meaning = "its name", .required = true},
    {"sections", "its sections in order"},
});

struct Transition : Part {
    std::string state;
    std::vector<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Transition, (Part), (state, next))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Transition>{"transition", "", "states that usually follow a state"};
template <>
inline constexpr auto reflect::rows<Transition> = std::to_array<reflect::Row>({
    {.name = "state", .meaning = "a state; 'start' for what may come first", .required = true},
    {"next", "states that may follow"},
});

/// What is usual, not what is lawful: a step that it does not know is a note for a person.
struct Lifecycle : Record {
    std::string subject;
    std::string country;
    std::string meaning;
    std::vector<Transition> transitions;
};
BOOST_DESCRIBE_STRUCT(Lifecycle, (Record), (subject, country, meaning, transitions))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Lifecycle>{"lifecycle", "lifecycles", "usual order of states, replaceable by country"};
template <>
inline constexpr auto reflect::rows<Lifecycle> = std::to_array<reflect::Row>({
    {.name = "subject", .meaning = "party, candidate_list, candidacy, complaint, result, recommendation, mission", .required = true},
    {.name = "country", .meaning = "the country it replaces the general one for; empty for the general one", .codes = "country"},
    {"meaning", "what it is about"},
    {"transitions", "what follows what"},
});

struct LexiconEntry : Record {
    AnchorRole role{};
    std::string language;
    std::vector<std::string> words;
    std::vector<std::string> codes;
    std::vector<Basis> needs_basis;
    YesNo needs_attribution{};
    YesNo anchor_optional{};
};
BOOST_DESCRIBE_STRUCT(LexiconEntry, (Record),
                      (role, language, words, codes, needs_basis, needs_attribution, anchor_optional))
template <>
inline constexpr reflect::StructRow reflect::struct_row<LexiconEntry>{
    "lexicon_entry", "lexicon_entries", "words that carry a part of a finding, and the codes they may stand for"};
template <>
inline constexpr auto reflect::rows<LexiconEntry> = std::to_array<reflect::Row>({
    {.name = "role", .meaning = "the part they carry", .required = true},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language", .required = true},
    {.name = "words", .meaning = "words or phrases, in lower case", .required = true},
    {"codes", "codes they may stand for; a quantity's are scale:term, exact:2, at_least:2"},
    {"needs_basis", "the finding must have one of these bases for the word to stand"},
    {"needs_attribution", "whether the word needs somebody who asserts it"},
    {"anchor_optional", "yes where the words are judged if anchored and not asked for if they are not: a bare plural, 'noted'"},
});

}  // namespace openeom
