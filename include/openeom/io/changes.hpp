// What one dossier has that another has not, record by record and member by member, and the three-way merge of such
// changes. A change set can be sent, read by people, and applied to a dossier that has moved on since.
// Threads: pure functions of immutable dossiers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/io/json.hpp"
#include "openeom/io/mentions.hpp"

namespace openeom::io {

BOOST_DEFINE_ENUM_CLASS(ChangeKind, not_stated, added, changed, removed, erased)

/// A member's value in the base and in what was made of it, as canonical JSON; left out where it has no value. Where words
/// of what was erased stand in the former, its digest only.
struct MemberChange : Part {
    std::string member;
    RawJson before;
    RawJson after;
    std::string before_sha256;
};
BOOST_DESCRIBE_STRUCT(MemberChange, (Part), (member, before, after, before_sha256))

struct RecordChange : Part {
    AnyRef record;
    ChangeKind kind{};
    std::vector<MemberChange> members;
};
BOOST_DESCRIBE_STRUCT(RecordChange, (Part), (record, kind, members))

struct ChangeSet : Part {
    std::string format;
    std::string base_sha256;
    std::vector<MemberChange> members;
    std::vector<RecordChange> records;
};
BOOST_DESCRIBE_STRUCT(ChangeSet, (Part), (format, base_sha256, members, records))

/// Values that were proposed for one member and cannot all be kept; nothing was chosen among them.
struct MergeConflict : Part {
    AnyRef record;
    std::string member;
    std::vector<RawJson> proposed;
    YesNo removal{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MergeConflict, (Part), (record, member, proposed, removal, reason))

struct MergeSummary : Part {
    std::int64_t change_sets = 0;
    std::int64_t records_changed = 0;
    std::vector<std::string> of_other_bases;
    std::vector<MergeConflict> conflicts;
    std::vector<AnyRef> of_erased;
    std::vector<MemberReference> mentions;
};
BOOST_DESCRIBE_STRUCT(MergeSummary, (Part), (change_sets, records_changed, of_other_bases, conflicts, of_erased, mentions))

/// What makes `to` of `from`: records in the order of entities() and of id, members in the order of their table. Members
/// of a partner's own (x-...) are changes of their own. Records that both share in memory are not looked into. Of a record
/// that was erased nothing is told, nor are its words where they stood in others.
ChangeSet diff(const Dossier& from, const Dossier& to);

/// Throws Error(data) with all diagnostics, Error(version) for a newer major format.
ChangeSet read_changes(std::string_view json, std::string source);

struct Merged {
    std::optional<Dossier> dossier;  ///< none where there are conflicts
    MergeSummary summary;
};

/// All change sets together over `base`: their order does not matter. A member takes a proposed value where the base holds
/// what the proposer saw, or the value itself, and all proposals agree. Everything else is a conflict, listed with each
/// value proposed, the base's among them where it has moved on; then there is no dossier. A record that one removes and
/// another changes or refers to is a conflict too. Erasures win: what anybody proposes of a record that the base or a change
/// set erased is left out and listed, and a tombstone is not removed. Throws Error(not_found) for a type that is none, Error(data) for a value
/// that a member cannot have.
Merged merge(const Dossier& base, std::span<const ChangeSet> changes);

}  // namespace openeom::io

namespace openeom {

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<io::ChangeKind>{"change_kind", "what became of a record"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::MemberChange>{"member_change", "", "a member's value before and after"};
template <>
inline constexpr auto reflect::rows<io::MemberChange> = std::to_array<reflect::Row>({
    {.name = "member", .meaning = "the member", .required = true},
    {"before", "its value in the base; left out where it had none"},
    {"after", "its value now; left out where it has none"},
    {"before_sha256", "digest of its value in the base, where words of what was erased stand in that"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::RecordChange>{"record_change", "", "what became of a record"};
template <>
inline constexpr auto reflect::rows<io::RecordChange> = std::to_array<reflect::Row>({
    {.name = "record", .meaning = "the record", .required = true},
    {.name = "kind", .meaning = "whether it was added, changed, removed or erased", .required = true},
    {"members", "the members that differ; of a record added or removed, all that have a value; of one erased, none"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::ChangeSet>{"change_set", "", "what makes one dossier of another"};
template <>
inline constexpr auto reflect::rows<io::ChangeSet> = std::to_array<reflect::Row>({
    {.name = "format", .meaning = "openeom-changes/1.0", .required = true},
    {"base_sha256", "digest of the dossier that was changed"},
    {"members", "members of the dossier itself that are a partner's own (x-...) and differ"},
    {"records", "the records that differ"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::MergeConflict>{
    "merge_conflict", "", "what was proposed for one member and cannot all be kept"};
template <>
inline constexpr auto reflect::rows<io::MergeConflict> = std::to_array<reflect::Row>({
    {"record", "the record"},
    {"member", "the member; empty where it is about the record as a whole"},
    {"proposed", "the values, each once, null for no value; the base's among them where it is not what a proposer saw"},
    {"removal", "whether somebody removed the record"},
    {"reason", "why they cannot all be kept"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<io::MergeSummary>{"merge", "", "what became of change sets that were applied together"};
template <>
inline constexpr auto reflect::rows<io::MergeSummary> = std::to_array<reflect::Row>({
    {"change_sets", "change sets applied"},
    {"records_changed", "records that differ from the base; 0 where there are conflicts"},
    {"of_other_bases", "digests of bases, other than this dossier, that change sets were made on"},
    {"conflicts", "what was left undecided"},
    {"of_erased", "records that were erased, of which changes were left out, and values reported of such"},
    {"mentions", "members in which words of what this merge erased still stand"},
});

}  // namespace openeom
