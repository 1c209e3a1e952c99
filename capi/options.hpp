// Options of entry points as described structs, read from their JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/describe.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/json.hpp"
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

/// Options as JSON, "" for the defaults. Each throws Error(data) with a suggestion for an unknown member.
io::ReadOptions read_options(std::string_view json);
check::Options check_options(std::string_view json);
RenderOptions render_options(std::string_view json);

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
