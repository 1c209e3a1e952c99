// From any record to all that it rests on, down to the source and the place in it; and back to all that rests on it.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct TraceOptions : Part {
    std::string of;
    std::int64_t depth = 12;
    std::int64_t rows = 2000;
};
BOOST_DESCRIBE_STRUCT(TraceOptions, (Part), (of, depth, rows))

BOOST_DEFINE_ENUM_CLASS(TraceDirection, itself, down, up)

/// One line of the tree; rows stand in the order of the tree.
struct TraceRow : Part {
    std::int64_t depth = 0;
    TraceDirection direction{};
    std::string relation;
    std::string record;
    std::string label;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(TraceRow, (Part), (depth, direction, relation, record, label, detail))

struct TraceResult : Part {
    ResultHead head;
    std::string title;
    std::string of;
    std::string summary;
    std::vector<TraceRow> rows;
};
BOOST_DESCRIBE_STRUCT(TraceResult, (Part), (head, title, of, summary, rows))

/// `of` is type:id, or discrepancy:ID, indicator:ID, or fact:ID for what carries that id of a base of facts. Throws
/// Error(not_found) with a suggestion, Error(argument) where `of` is empty.
TraceResult trace(const Dossier& dossier, const TraceOptions& options);

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::TraceOptions>{"trace_options", "", "options of trace"};
template <>
inline constexpr auto reflect::rows<analysis::TraceOptions> = std::to_array<reflect::Row>({
    {.name = "of", .meaning = "type:id of a record, or discrepancy:ID, indicator:ID, fact:ID", .required = true},
    {"depth", "levels followed in either direction"},
    {"rows", "rows at most"},
});

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::TraceDirection>{
    "trace_direction", "down to what it rests on, up to what rests on it"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::TraceRow>{"trace_row", "", "one line of the tree"};
template <>
inline constexpr auto reflect::rows<analysis::TraceRow> = std::to_array<reflect::Row>({
    {"depth", "level in the tree, 0 for the record itself"},
    {"direction", "down to what it rests on, or up to what rests on it"},
    {"relation", "how it is tied to the row above"},
    {"record", "the record"},
    {"label", "the record in words"},
    {"detail", "place in the source, attribution, or the words"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::TraceResult>{
    "trace", "", "what a record rests on, and what rests on it"};
template <>
inline constexpr auto reflect::rows<analysis::TraceResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "the record in words"},
    {"of", "the record"},
    {"summary", "how much was found"},
    {"rows", "the tree, line by line"},
});

}  // namespace openeom
