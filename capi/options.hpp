// Options of entry points as described structs, read from their JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/describe.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/csv.hpp"
#include "openeom/io/json.hpp"
#include "openeom/io/table.hpp"
#include "openeom/model/record.hpp"
#include "openeom/report/options.hpp"

namespace openeom::capi {

struct LimitOptions : Part {
    std::optional<std::int64_t> bytes;
    std::optional<std::int64_t> depth;
    std::optional<std::int64_t> records;
    std::optional<std::int64_t> milliseconds;
};
BOOST_DESCRIBE_STRUCT(LimitOptions, (Part), (bytes, depth, records, milliseconds))

struct OpenOptions : Part {
    LimitOptions limits;
};
BOOST_DESCRIBE_STRUCT(OpenOptions, (Part), (limits))

struct CheckOptions : Part {
    std::vector<check::TextAtHand> texts;
    std::string as_of;
};
BOOST_DESCRIBE_STRUCT(CheckOptions, (Part), (texts, as_of))

struct RenderOptions : Part {
    std::optional<std::int64_t> width;
    YesNo colour{};
    std::string table;
    report::Audience audience{};
};
BOOST_DESCRIBE_STRUCT(RenderOptions, (Part), (width, colour, table, audience))

BOOST_DEFINE_ENUM_CLASS(TableText, dictionary, plain)

struct TableOptions : Part {
    std::vector<std::string> columns;
    RawJson filter;
    TableText text{};
};
BOOST_DESCRIBE_STRUCT(TableOptions, (Part), (columns, filter, text))

BOOST_DEFINE_ENUM_CLASS(TableFormulas, escaped, verbatim)

struct TableCsvOptions : Part {
    TableFormulas formulas{};
    report::Audience audience{};
    std::optional<std::int64_t> rows;
};
BOOST_DESCRIBE_STRUCT(TableCsvOptions, (Part), (formulas, audience, rows))

/// Options as JSON, "" for the defaults. Each throws Error(data) with a suggestion for an unknown member.
io::ReadOptions read_options(std::string_view json);
check::Options check_options(std::string_view json);
RenderOptions render_options(std::string_view json);
io::TableOptions table_options(std::string_view json);
io::CsvOptions csv_options(std::string_view json);

}  // namespace openeom::capi

template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::LimitOptions>{"limits", "", "limits on what is parsed; 0 is none, save for depth"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::LimitOptions> = std::to_array<openeom::reflect::Row>({
    {.name = "bytes", .meaning = "length of the input", .unit = "bytes"},
    {"depth", "objects and lists inside each other, at most 512"},
    {"records", "records in all"},
    {.name = "milliseconds", .meaning = "time", .unit = "milliseconds"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::OpenOptions>{"open_options", "", "how a dossier is opened"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::OpenOptions> = std::to_array<openeom::reflect::Row>({
    {"limits", "limits on what is parsed"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::CheckOptions>{"check_options", "", "what the checks may use"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::CheckOptions> = std::to_array<openeom::reflect::Row>({
    {"texts", "texts of external documents at hand"},
    {"as_of", "the day that counts as today"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::RenderOptions>{"render_options", "", "how a result is shown"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::RenderOptions> = std::to_array<openeom::reflect::Row>({
    {.name = "width", .meaning = "columns of text", .unit = "columns"},
    {"colour", "whether text may use colour besides words"},
    {"table", "csv: which table; its largest by default"},
    {"audience", "whom a file is for, which it then says; nothing is left out for it"},
});
template <>
inline constexpr openeom::reflect::CodeListRow openeom::reflect::code_list_row<openeom::capi::TableText>{"table_text", "whether a table keeps each distinct text once, or each text as it stands"};
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::TableOptions>{"table_options", "", "which columns and records a table has"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::TableOptions> = std::to_array<openeom::reflect::Row>({
    {"columns", "members, or paths into parts such as due_process.hearing; all of them by default"},
    {"filter", "members with the values that they must equal, null for none"},
    {"text", "how texts, references and codes are kept"},
});
template <>
inline constexpr openeom::reflect::CodeListRow openeom::reflect::code_list_row<openeom::capi::TableFormulas>{"table_formulas", "what becomes of texts that a spreadsheet would take for a formula"};
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::TableCsvOptions>{"table_csv_options", "", "how a table is written as CSV"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::TableCsvOptions> = std::to_array<openeom::reflect::Row>({
    {"formulas", "escaped by an apostrophe, or verbatim for programs"},
    {"audience", "whom a file is for, which each row then says; nothing is left out for it"},
    {"rows", "how many rows at most"},
});
