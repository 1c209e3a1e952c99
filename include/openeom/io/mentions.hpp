// The words that tell of a record, looked for in others: what would be left of it where it is erased.
// Threads: a plain value.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::io {

/// A member of a record; of the dossier itself where no record is named.
struct MemberReference : Part {
    AnyRef record;
    std::string member;
};
BOOST_DESCRIBE_STRUCT(MemberReference, (Part), (record, member))

/// Names whole, whatever their length; of other texts those that are not found anywhere by chance: of twenty bytes and more,
/// with an '@' or with seven digits. Codes, digests and addresses of pages are none. Looked for as whole words, in upper or
/// lower case, in texts, in raw JSON and in a partner's own members.
class Mentions {
public:
    void add(const reflect::Struct& type, const void* record);
    [[nodiscard]] bool empty() const noexcept { return texts_.empty(); }

    [[nodiscard]] bool in_text(std::string_view text) const;
    [[nodiscard]] bool in_json(std::string_view json) const;
    /// Everything in which one of them stands, in the order of records and members.
    [[nodiscard]] std::vector<MemberReference> in(const Dossier& dossier) const;

private:
    void add_member(const reflect::Member& member, const reflect::Type& type, const void* value, bool is_name);
    void add_text(std::string_view text, bool is_name);
    [[nodiscard]] bool in_value(const reflect::Type& type, const void* value) const;

    std::set<std::string> texts_;  ///< case folded
};

}  // namespace openeom::io

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::MemberReference>{"member_reference", "", "a member of a record"};
template <>
inline constexpr auto reflect::rows<io::MemberReference> = std::to_array<reflect::Row>({
    {"record", "the record; left out for the dossier itself"},
    {"member", "its member"},
});

}  // namespace openeom
