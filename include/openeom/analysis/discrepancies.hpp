// Where sources disagree on a value, which one the record holds, and why.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct DiscrepanciesOptions : Part {
    std::string record;
};
BOOST_DESCRIBE_STRUCT(DiscrepanciesOptions, (Part), (record))

/// What one source gives.
struct DiscrepancyValue : Part {
    std::string value;
    YesNo preferred{};
    std::string words;
    std::vector<std::string> sources;
    SourceTier tier{};
    std::string reason;
    std::vector<Ref<Evidence>> evidence;
    Ref<ReportedValue> reported_value;
};
BOOST_DESCRIBE_STRUCT(DiscrepancyValue, (Part), (value, preferred, words, sources, tier, reason, evidence, reported_value))

struct Discrepancy : Part {
    std::string title;
    std::string id;
    AnyRef record;
    std::string member;
    std::string meaning;
    std::string held;
    YesNo holds_preferred{};
    std::string state;
    std::vector<DiscrepancyValue> values;
};
BOOST_DESCRIBE_STRUCT(Discrepancy, (Part), (title, id, record, member, meaning, held, holds_preferred, state, values))

struct DiscrepanciesResult : Part {
    ResultHead head;
    std::string title;
    std::int64_t count = 0;
    std::int64_t unresolved = 0;
    std::vector<Discrepancy> discrepancies;
};
BOOST_DESCRIBE_STRUCT(DiscrepanciesResult, (Part), (head, title, count, unresolved, discrepancies))

DiscrepanciesResult discrepancies(const Dossier& dossier, const DiscrepanciesOptions& options = {});

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::DiscrepanciesOptions>{"discrepancies_options", "", "options of discrepancies"};
template <>
inline constexpr auto reflect::rows<analysis::DiscrepanciesOptions> = std::to_array<reflect::Row>({
    {"record", "the only record wanted, as type:id; all where empty"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::DiscrepancyValue>{"discrepancy_value", "", "what one source gives"};
template <>
inline constexpr auto reflect::rows<analysis::DiscrepancyValue> = std::to_array<reflect::Row>({
    {"value", "the value"},
    {"preferred", "whether it is preferred"},
    {"words", "how the source puts it"},
    {"sources", "who gives it"},
    {"tier", "how near the nearest source is to what it reports"},
    {"reason", "why it is preferred, or is not"},
    {"evidence", "where it stands"},
    {"reported_value", "the value on record"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::Discrepancy>{"discrepancy", "", "a member on whose value sources disagree"};
template <>
inline constexpr auto reflect::rows<analysis::Discrepancy> = std::to_array<reflect::Row>({
    {"title", "what is disputed"},
    {"id", "type, id and member, dotted"},
    {"record", "the record"},
    {"member", "its member"},
    {"meaning", "what the member means"},
    {"held", "the value that the record holds"},
    {"holds_preferred", "whether that is the preferred one"},
    {"state", "resolved or not, in words"},
    {"values", "what the sources give"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::DiscrepanciesResult>{"discrepancies", "", "where sources disagree"};
template <>
inline constexpr auto reflect::rows<analysis::DiscrepanciesResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "the result in a sentence"},
    {"count", "members on whose value sources disagree"},
    {"unresolved", "of these, without a preferred value"},
    {"discrepancies", "one by one"},
});

}  // namespace openeom
