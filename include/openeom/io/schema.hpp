// The schema of the record: every type with its members, for people and for bindings.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::io {

BOOST_DEFINE_ENUM_CLASS(SchemaKind, not_stated, register_, table, part)

struct SchemaType : Part {
    std::string name;
    std::string plural;
    SchemaKind kind{};
    std::string meaning;
    std::int64_t members = 0;
    std::string since;
};
BOOST_DESCRIBE_STRUCT(SchemaType, (Part), (name, plural, kind, meaning, members, since))

struct SchemaMember : Part {
    std::string type;
    std::string name;
    std::string value;
    YesNo list{};
    YesNo required{};
    std::string of;
    std::string unit;
    std::string codes;
    std::string meaning;
    std::string since;
};
BOOST_DESCRIBE_STRUCT(SchemaMember, (Part), (type, name, value, list, required, of, unit, codes, meaning, since))

struct SchemaCodes : Part {
    std::string name;
    std::string meaning;
    std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(SchemaCodes, (Part), (name, meaning, codes))

struct Schema : Part {
    std::string format;
    std::vector<SchemaType> types;
    std::vector<SchemaMember> members;
    std::vector<SchemaCodes> code_lists;
};
BOOST_DESCRIBE_STRUCT(Schema, (Part), (format, types, members, code_lists))

/// The schema of everything.
Schema schema();

/// The schema of one type, with the parts and code lists that its members use. Throws Error(not_found) with a suggestion.
Schema schema(std::string_view type);

/// The schema of any described struct, such as an analysis's options or result.
Schema schema(const reflect::Struct& type);

}  // namespace openeom::io

template <>
inline constexpr openeom::reflect::CodeListRow openeom::reflect::code_list_row<openeom::io::SchemaKind>{"schema_kind", "a register of records, a table of rows, or a part of either"};
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::io::SchemaType>{"schema_type", "", "a type of the record"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::io::SchemaType> = std::to_array<openeom::reflect::Row>({
    {"name", "its name"},
    {"plural", "key of its register in a file"},
    {"kind", "register, table or part"},
    {"meaning", "what it is"},
    {"members", "how many members it has"},
    {"since", "format version that it came with"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::io::SchemaMember>{"schema_member", "", "a member of a type"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::io::SchemaMember> = std::to_array<openeom::reflect::Row>({
    {"type", "the type it belongs to"},
    {"name", "its name"},
    {"value", "kind of value"},
    {"list", "whether it holds several"},
    {"required", "whether a record must have it"},
    {"of", "type of record that it refers to or holds"},
    {"unit", "unit of its value"},
    {"codes", "code list of its value"},
    {"meaning", "what it means"},
    {"since", "format version that it came with"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::io::SchemaCodes>{"schema_codes", "", "an enumeration"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::io::SchemaCodes> = std::to_array<openeom::reflect::Row>({
    {"name", "its name"},
    {"meaning", "what it tells apart"},
    {"codes", "its codes; the first is what an omitted member means"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::io::Schema>{"schema", "", "types, members and code lists"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::io::Schema> = std::to_array<openeom::reflect::Row>({
    {"format", "version of the dossier format"},
    {"types", "the types"},
    {"members", "their members"},
    {"code_lists", "the enumerations that they use"},
});
