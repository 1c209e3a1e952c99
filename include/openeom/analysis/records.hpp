// One register as a table: the id and the most telling members of its records.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct RecordsOptions : Part {
    std::string type;
    RawJson filter;
    std::vector<std::string> columns;
};
BOOST_DESCRIBE_STRUCT(RecordsOptions, (Part), (type, filter, columns))

struct RecordsRow : Part {
    Id id;
    std::vector<std::string> cells;
};
BOOST_DESCRIBE_STRUCT(RecordsRow, (Part), (id, cells))

/// `columns` are the headings of the `cells` of each row.
struct RecordsResult : Part {
    ResultHead head;
    std::string title;
    std::string type;
    std::string meaning;
    std::int64_t total = 0;
    std::int64_t shown = 0;
    std::vector<std::string> columns;
    std::vector<RecordsRow> rows;
    std::vector<std::string> members_not_shown;
};
BOOST_DESCRIBE_STRUCT(RecordsResult, (Part), (head, title, type, meaning, total, shown, columns, rows, members_not_shown))

/// The filter is that of io/filter.hpp. Throws Error(not_found) for an unknown type or member, Error(data) for a value that a
/// member cannot have.
RecordsResult records(const Dossier& dossier, const RecordsOptions& options);

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordsOptions>{"records_options", "", "options of records"};
template <>
inline constexpr auto reflect::rows<analysis::RecordsOptions> = std::to_array<reflect::Row>({
    {.name = "type", .meaning = "name of the type, or of its register", .required = true},
    {"filter", "an object of members and the values that they must equal; null wants the member empty"},
    {"columns", "paths of the members wanted; the most telling ones where empty"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordsRow>{"records_row", "", "one record as cells"};
template <>
inline constexpr auto reflect::rows<analysis::RecordsRow> = std::to_array<reflect::Row>({
    {"id", "its id"},
    {"cells", "its values, in the order of the columns"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RecordsResult>{"records", "", "one register as a table"};
template <>
inline constexpr auto reflect::rows<analysis::RecordsResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "the register"},
    {"type", "type of its records"},
    {"meaning", "what a record of it is"},
    {"total", "records in the register"},
    {"shown", "records that the filter lets through"},
    {"columns", "headings of the cells"},
    {"rows", "the records, in order of id"},
    {"members_not_shown", "further members that some record states"},
});

}  // namespace openeom
