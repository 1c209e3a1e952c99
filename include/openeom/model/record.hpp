// What all records have in common.
// Threads: plain values; share them as constants.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "openeom/base/describe.hpp"
#include "openeom/base/values.hpp"

namespace openeom {

struct Evidence;

/// Part of a record.
struct Part {
    Extras extras;
};
BOOST_DESCRIBE_STRUCT(Part, (), (extras))
template <>
inline constexpr auto reflect::rows<Part> = std::to_array<reflect::Row>({
    {"x-", "members beginning with x- are a partner's own and kept as they are"},
});

/// What a system of somebody else calls a record.
struct ExternalIdentifier : Part {
    std::string system;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ExternalIdentifier, (Part), (system, id))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ExternalIdentifier>{"external_identifier", "", "what a partner's system calls the record"};
template <>
inline constexpr auto reflect::rows<ExternalIdentifier> = std::to_array<reflect::Row>({
    {.name = "system", .meaning = "the partner's system, such as vote-monitor", .required = true},
    {.name = "id", .meaning = "the identifier there, as it is written there", .required = true},
});

/// A record of a register.
struct Record {
    Id id;
    std::vector<std::string> notes;
    std::vector<ExternalIdentifier> external_identifiers;
    Extras extras;
};
BOOST_DESCRIBE_STRUCT(Record, (), (id, notes, external_identifiers, extras))
template <>
inline constexpr auto reflect::rows<Record> = std::to_array<reflect::Row>({
    {.name = "id", .meaning = "identifier, unique in its register", .required = true},
    {"notes", "what a reader must know besides, in the compiler's words"},
    {"external_identifiers", "what partners' systems call it; no two records of a type share one"},
    {"x-", "members beginning with x- are a partner's own and kept as they are"},
});

/// A record of the world, which rests on evidence.
struct Sourced : Record {
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(Sourced, (Record), (evidence))
template <>
inline constexpr auto reflect::rows<Sourced> = std::to_array<reflect::Row>({
    {"evidence", "what the record rests on"},
});

/// Text in one language.
struct Name : Part {
    std::string text;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(Name, (Part), (text, language))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Name>{"name", "", "a name in one language"};
template <>
inline constexpr auto reflect::rows<Name> = std::to_array<reflect::Row>({
    {.name = "text", .meaning = "the name as written", .required = true},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language"},
});

}  // namespace openeom
