// What is in a dossier: elections, registers with counts, documents, data cut-off, digest.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct ContentsOptions : Part {};
BOOST_DESCRIBE_STRUCT(ContentsOptions, (Part), ())

struct ContentsElection : Part {
    Ref<Election> election;
    std::string name;
    std::string country;
    std::vector<Date> dates;
    Date data_cutoff;
};
BOOST_DESCRIBE_STRUCT(ContentsElection, (Part), (election, name, country, dates, data_cutoff))

struct ContentsRegister : Part {
    std::string type;
    std::string plural;
    std::int64_t records = 0;
    std::string meaning;
};
BOOST_DESCRIBE_STRUCT(ContentsRegister, (Part), (type, plural, records, meaning))

struct ContentsDocument : Part {
    Ref<Document> document;
    std::string title;
    DocumentKind kind{};
    Date published;
    State state{};
    YesNo external{};
    std::int64_t sentences = 0;
    std::int64_t asserting = 0;
};
BOOST_DESCRIBE_STRUCT(ContentsDocument, (Part), (document, title, kind, published, state, external, sentences, asserting))

struct ContentsResult : Part {
    ResultHead head;
    std::string title;
    std::int64_t records = 0;
    std::vector<ContentsElection> elections;
    std::vector<ContentsRegister> registers;
    std::vector<ContentsDocument> documents;
    std::vector<std::string> remarks;
};
BOOST_DESCRIBE_STRUCT(ContentsResult, (Part), (head, title, records, elections, registers, documents, remarks))

ContentsResult contents(const Dossier& dossier, const ContentsOptions& options = {});

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ContentsOptions>{"contents_options", "", "contents has no options"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ContentsElection>{"contents_election", "", "an election of the dossier"};
template <>
inline constexpr auto reflect::rows<analysis::ContentsElection> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {"name", "what it is called"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"dates", "election day or days"},
    {"data_cutoff", "day up to which the dossier follows it"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ContentsRegister>{"contents_register", "", "a register that is not empty"};
template <>
inline constexpr auto reflect::rows<analysis::ContentsRegister> = std::to_array<reflect::Row>({
    {"type", "type of its records"},
    {"plural", "its name in the file"},
    {"records", "how many records"},
    {"meaning", "what a record of it is"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ContentsDocument>{"contents_document", "", "a document of the dossier"};
template <>
inline constexpr auto reflect::rows<analysis::ContentsDocument> = std::to_array<reflect::Row>({
    {"document", "the document"},
    {"title", "its title"},
    {"kind", "kind of document"},
    {"published", "when published"},
    {"state", "how far it has come"},
    {"external", "whether others published it"},
    {.name = "sentences", .meaning = "sentences on record", .unit = "sentences"},
    {.name = "asserting", .meaning = "of these, sentences that assert something", .unit = "sentences"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ContentsResult>{"contents", "", "what is in a dossier"};
template <>
inline constexpr auto reflect::rows<analysis::ContentsResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "the election that most of the dossier is about"},
    {"records", "records in all"},
    {"elections", "elections, the earliest first"},
    {"registers", "registers that are not empty"},
    {"documents", "documents"},
    {"remarks", "what was noticed while the dossier was read"},
});

}  // namespace openeom
