// Edits by what comes from outside: upserts from a partner's JSON, and erasures that look for what would be left.
// Threads: an Edit belongs to one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/io/mentions.hpp"

namespace openeom::io {

/// Upserts the record that a partner's system knows as `id`, as `json`, an object of its members, says: given members
/// replace, null takes a value away, what is not given stays. `verify` sees the record before it is put, and may throw.
/// Throws as Edit::upsert, and Error(data) for what no member can have.
Upserted upsert(Edit& edit, std::string_view type, std::string_view system, std::string_view id, std::string_view json,
                const std::function<void(const reflect::Struct&, const void* record)>& verify = {});

BOOST_DEFINE_ENUM_CLASS(MentionsLeft, refused, kept)

struct EraseOptions : Part {
    Instant erased;
    std::string authority;
    ErasureGround ground{};
    std::string reason;
    MentionsLeft mentions{};
};
BOOST_DESCRIBE_STRUCT(EraseOptions, (Part), (erased, authority, ground, reason, mentions))

struct Erased : Part {
    std::vector<AnyRef> records;
    std::vector<MemberReference> referred_to_by;
    std::vector<MemberReference> mentions;
};
BOOST_DESCRIBE_STRUCT(Erased, (Part), (records, referred_to_by, mentions))

/// Edit::erase, and then a look for the erased records' words in what is left. Where there are any, Error(conflict) with a
/// diagnostic for each place, and the edit stays as it was: change these first, or say that they are kept.
Erased erase(Edit& edit, std::string_view type, std::string_view id, const EraseOptions& options);

}  // namespace openeom::io

namespace openeom {

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<io::MentionsLeft>{
    "mentions_left", "whether an erasure goes on where words of what is erased stand in other records"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::EraseOptions>{"erase_options", "", "what is said of an erasure"};
template <>
inline constexpr auto reflect::rows<io::EraseOptions> = std::to_array<reflect::Row>({
    {.name = "erased", .meaning = "when, as an instant", .required = true},
    {.name = "authority", .meaning = "on whose authority: a role or a pseudonym", .required = true},
    {"ground", "the legal ground"},
    {"reason", "why, without what is erased"},
    {"mentions", "whether words of what is erased may stand in other records"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::Erased>{"erased", "", "what an erasure took, and what is left"};
template <>
inline constexpr auto reflect::rows<io::Erased> = std::to_array<reflect::Row>({
    {"records", "what was erased: the record, the values reported of it, evidence of nothing else"},
    {"referred_to_by", "members that go on referring to what was erased"},
    {"mentions", "members in which words of what was erased still stand"},
});

}  // namespace openeom
