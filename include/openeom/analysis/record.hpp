// One record whole: its members, what it rests on, who refers to it, what sources disagree on, what it lacks.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct RecordOptions : Part {
    std::string type;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(RecordOptions, (Part), (type, id))

struct RecordMember : Part {
    std::string member;
    std::string value;
    std::string unit;
    std::string meaning;
};
BOOST_DESCRIBE_STRUCT(RecordMember, (Part), (member, value, unit, meaning))

struct RecordEvidence : Part {
    Ref<Evidence> evidence;
    std::string statement;
    std::string source;
    std::string place;
    SourceTier tier{};
    Confidence confidence{};
    std::string member;
};
BOOST_DESCRIBE_STRUCT(RecordEvidence, (Part), (evidence, statement, source, place, tier, confidence, member))

struct RecordReferrer : Part {
    AnyRef record;
    std::string member;
    std::string label;
};
BOOST_DESCRIBE_STRUCT(RecordReferrer, (Part), (record, member, label))

struct RecordDispute : Part {
    std::string member;
    std::string value;
    YesNo preferred{};
    std::string sources;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecordDispute, (Part), (member, value, preferred, sources, reason))

struct RecordResult : Part {
    ResultHead head;
    std::string title;
    AnyRef record;
    std::string meaning;
    std::string kept_in;
    std::vector<RecordMember> members;
    std::vector<RecordEvidence> evidence;
    std::vector<RecordDispute> disputed;
    std::vector<RecordReferrer> referred_to_by;
};
BOOST_DESCRIBE_STRUCT(RecordResult, (Part),
                      (head, title, record, meaning, kept_in, members, evidence, disputed, referred_to_by))

/// A record of the dossier, or where it has none of that id, of the catalogue. `type` may hold type:id, and `id` be empty.
/// Throws Error(not_found) with a suggestion.
RecordResult record(const Dossier& dossier, const RecordOptions& options);

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordOptions>{"record_options", "", "options of record"};
template <>
inline constexpr auto reflect::rows<analysis::RecordOptions> = std::to_array<reflect::Row>({
    {.name = "type", .meaning = "name of the type, or type:id", .required = true},
    {"id", "id of the record"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordMember>{"record_member", "", "a member of the record"};
template <>
inline constexpr auto reflect::rows<analysis::RecordMember> = std::to_array<reflect::Row>({
    {"member", "path of the member"},
    {"value", "what it holds"},
    {"unit", "its unit"},
    {"meaning", "what the member means"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordEvidence>{"record_evidence", "", "what the record rests on"};
template <>
inline constexpr auto reflect::rows<analysis::RecordEvidence> = std::to_array<reflect::Row>({
    {"evidence", "the evidence"},
    {"statement", "what it says"},
    {"source", "where it comes from"},
    {"place", "where in the source"},
    {"tier", "how near the source is to what it reports"},
    {"confidence", "how well the source bears it out"},
    {"member", "the member that rests on it"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordReferrer>{"record_referrer", "", "a record that refers to this one"};
template <>
inline constexpr auto reflect::rows<analysis::RecordReferrer> = std::to_array<reflect::Row>({
    {"record", "the record that refers"},
    {"member", "its member that refers"},
    {"label", "the record in words"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordDispute>{"record_dispute", "", "a value that a source gives for a member"};
template <>
inline constexpr auto reflect::rows<analysis::RecordDispute> = std::to_array<reflect::Row>({
    {"member", "the member"},
    {"value", "the value given"},
    {"preferred", "whether it is preferred"},
    {"sources", "who gives it"},
    {"reason", "why it is preferred, or is not"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordResult>{"record", "", "one record whole"};
template <>
inline constexpr auto reflect::rows<analysis::RecordResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "the record in words"},
    {"record", "the record"},
    {"meaning", "what a record of its type is"},
    {"kept_in", "the dossier, or the library's catalogue"},
    {"members", "what it holds"},
    {"evidence", "what it rests on"},
    {"disputed", "values that sources give for its members"},
    {"referred_to_by", "records that refer to it"},
});

}  // namespace openeom
