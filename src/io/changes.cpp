#include "openeom/io/changes.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "openeom/base/describe_tables.hpp"
#include "openeom/base/digest.hpp"

OPENEOM_TABLE(openeom::io::ChangeSet)
OPENEOM_TABLE(openeom::io::MergeSummary)

namespace openeom::io {

namespace {

constexpr std::string_view kFormat = "openeom-changes/";
constexpr int kChangesMajor = 1;
constexpr std::string_view kNoValue = "null";
constexpr std::string_view kErasure = "erasure";

/// Values of a record's members as canonical JSON, by name; members without a value are left out, and so is the id.
using Members = std::map<std::string, std::string, std::less<>>;

std::string id_of(const reflect::Struct& type, const void* record) {
    return static_cast<const Id*>(type.find("id")->in(record))->text();
}

Members members_of(const reflect::Struct& type, const void* record) {
    Members members;
    if (!record) return members;
    for (const reflect::Member& member : type.members) {
        const void* value = member.in(record);
        if (member.name == "id" || reflect::is_empty(*member.type, value)) continue;
        if (member.type->kind == reflect::Kind::extras)
            for (const auto& [name, json] : static_cast<const Extras*>(value)->members()) members[name] = json;
        else members[std::string(member.name)] = to_json(*member.type, value);
    }
    return members;
}

const std::string* find(const Members& members, std::string_view name) {
    const auto found = members.find(name);
    return found == members.end() ? nullptr : &found->second;
}

/// Names in the order of the type's table, a partner's own behind them.
std::vector<std::string> names_in_order(std::span<const reflect::Member> table, const Members& left, const Members& right) {
    std::vector<std::string> names;
    for (const reflect::Member& member : table)
        if (find(left, member.name) || find(right, member.name)) names.emplace_back(member.name);
    std::set<std::string> own;
    for (const Members* members : {&left, &right})
        for (const auto& [name, json] : *members)
            if (std::find(names.begin(), names.end(), name) == names.end()) own.insert(name);
    names.insert(names.end(), own.begin(), own.end());
    return names;
}

/// `erased` are words that no change set carries.
std::vector<MemberChange> changes_of(std::span<const reflect::Member> table, const Members& old_members,
                                     const Members& new_members, const Mentions& erased) {
    std::vector<MemberChange> made;
    for (std::string& name : names_in_order(table, old_members, new_members)) {
        const std::string* old_value = find(old_members, name);
        const std::string* new_value = find(new_members, name);
        if (old_value && new_value && *old_value == *new_value) continue;
        MemberChange change;
        change.member = std::move(name);
        if (old_value && erased.in_json(*old_value)) change.before_sha256 = sha256(*old_value);
        else if (old_value) change.before.text = *old_value;
        if (new_value) change.after.text = *new_value;
        made.push_back(std::move(change));
    }
    return made;
}

/// Words of the records of one dossier that another erased.
Mentions words_of_erased(const Dossier& from, const Dossier& to) {
    Mentions words;
    for (const Erasure& each : to.all<Erasure>())
        if (const void* record = from.find(each.record)) words.add(*find_entity(each.record.type()), record);
    return words;
}

void add_differences(const Dossier& before_all, const Dossier& after_all, const reflect::Struct& type, const Mentions& erased,
                     std::vector<RecordChange>& made) {
    const Register &from = before_all.records(type), &to = after_all.records(type);
    const auto add = [&](ChangeKind kind, const void* before, const void* after) {
        RecordChange change;
        change.record = AnyRef(type.name, id_of(type, before ? before : after));
        change.kind = kind;
        if (kind == ChangeKind::removed && after_all.erasure(change.record)) change.kind = ChangeKind::erased;
        else change.members = changes_of(type.members, members_of(type, before), members_of(type, after), erased);
        made.push_back(std::move(change));
    };
    auto left = from.begin();
    auto right = to.begin();
    while (left != from.end() || right != to.end()) {
        before_all.step();
        const void* before = left != from.end() ? *left : nullptr;
        const void* after = right != to.end() ? *right : nullptr;
        const int order = !before ? 1 : !after ? -1 : before == after ? 0 : id_of(type, before).compare(id_of(type, after));
        if (order < 0) add(ChangeKind::removed, before, nullptr);
        else if (order > 0) add(ChangeKind::added, nullptr, after);
        else if (before != after && !reflect::equal(type, before, after)) add(ChangeKind::changed, before, after);
        if (order <= 0) ++left;
        if (order >= 0) ++right;
    }
}

/// The member `format` as it stands, without its quotation marks.
std::string format_of(std::string_view json, const std::string& source) {
    for (const auto& [name, value] : object_members(json, source))
        if (name == "format") return value.size() < 2 ? value : value.substr(1, value.size() - 2);
    return {};
}

void require_readable(const std::string& format, const std::string& source) {
    const std::string_view version =
        std::string_view(format).starts_with(kFormat) ? std::string_view(format).substr(kFormat.size()) : std::string_view();
    int major = 0;
    const auto [end, failure] = std::from_chars(version.data(), version.data() + version.size(), major);
    if (failure != std::errc() || end == version.data() + version.size() || *end != '.')
        throw Error(ErrorCode::data, fmt::format("\"{}\" is not the format of a change set", format),
                    Location{source, 0, 0, {}, "format"}, fmt::format("\"{}{}.0\"", kFormat, kChangesMajor));
    if (major > kChangesMajor)
        throw Error(ErrorCode::version,
                    fmt::format("the change set has format version {}, this library reads {}", version, kChangesMajor),
                    Location{source, 0, 0, {}, "format"});
}

/// Proposed values by member, kNoValue for none.
using Values = std::map<std::string, std::set<std::string>, std::less<>>;

/// Position of a register, and an id.
using Place = std::pair<std::size_t, std::string>;

/// What all change sets propose for one record.
struct Proposals {
    Values values;
    bool removed = false;  ///< somebody removes it
    bool gone = false;     ///< somebody changes it, and the base has it no more
    bool kept = false;     ///< somebody adds or changes it
};

class Merge {
public:
    explicit Merge(const Dossier& base) : base_(base) {}

    void add(const ChangeSet& changes) {
        ++summary_.change_sets;
        if (changes.base_sha256 != digest(base_)) other_bases_.insert(changes.base_sha256);
        for (const MemberChange& each : changes.members) {
            require_own(each.member);
            propose(own_, base_.extras().members(), each, as_value(each.before), as_value(each.after));
        }
        for (const RecordChange& change : changes.records) add(change);
    }

    Merged finish() {
        Edit edit(base_);
        erase(edit);
        for (const auto& [name, values] : own_) {
            if (values.size() > 1) add_conflict({}, name, values, YesNo::no, "values differ");
            else edit.set_extra(name, *values.begin() == kNoValue ? std::string() : *values.begin());
        }
        for (const auto& [place, proposals] : proposals_)
            if (!is_erased(place)) decide(place.first, place.second, proposals, edit);
        summary_.of_other_bases.assign(other_bases_.begin(), other_bases_.end());
        if (summary_.conflicts.empty()) erase_reported(edit);
        if (summary_.conflicts.empty()) add_incoherences(edit);
        Merged made;
        if (summary_.conflicts.empty()) made.dossier = edit.commit();
        else summary_.records_changed = 0;
        if (made.dossier) summary_.mentions = words_.in(*made.dossier);
        made.summary = std::move(summary_);
        return made;
    }

private:
    void add(const RecordChange& change) {
        const std::size_t position = entity_index(change.record.type());
        const reflect::Struct& type = *entities()[position];
        Proposals& proposals = proposals_[{position, std::string(change.record.id())}];
        const void* current = base_.find(type.name, change.record.id());
        const Members now = members_of(type, current);
        if (change.kind == ChangeKind::erased) return;  // its tombstone is a change of its own
        if (type.name == kErasure && change.kind != ChangeKind::removed) add_erasure(change);
        if (change.kind == ChangeKind::removed) {
            proposals.removed = proposals.removed || current != nullptr;
            if (current) add_moved(type, now, change, proposals);
            return;
        }
        proposals.kept = true;
        proposals.gone = proposals.gone || (change.kind == ChangeKind::changed && !current);
        for (const MemberChange& member : change.members) add(type, now, change.record, member, proposals);
    }

    void add(const reflect::Struct& type, const Members& now, const AnyRef& record, const MemberChange& change,
             Proposals& proposals) {
        propose(proposals.values, now, change, canonical_value(type, record, change.member, change.before.text),
                canonical_value(type, record, change.member, change.after.text));
    }

    /// What a change set says was erased: the member of a tombstone that names it.
    void add_erasure(const RecordChange& change) {
        for (const MemberChange& each : change.members)
            if (each.member == "record" && !each.after.text.empty()) {
                AnyRef record;
                read_value(*reflect::table<Erasure>().find("record")->type, each.after.text, &record);
                erased_.emplace(entity_index(record.type()), record.id());
            }
    }

    [[nodiscard]] bool is_erased(const Place& place) const {
        return erased_.contains(place) || base_.erasure(entities()[place.first]->name, place.second);
    }

    /// Takes out what was erased, before anything else is put, and notes what was proposed of it.
    void erase(Edit& edit) {
        for (const auto& [position, id] : erased_) {
            const reflect::Struct& type = *entities()[position];
            if (const void* record = base_.find(type.name, id)) words_.add(type, record);
            if (edit.remove(type.name, id)) ++summary_.records_changed;
        }
        for (const auto& [place, proposals] : proposals_)
            if (proposals.kept && is_erased(place)) summary_.of_erased.emplace_back(entities()[place.first]->name, place.second);
    }

    /// Values that somebody reported meanwhile of what was erased.
    void erase_reported(Edit& edit) {
        for (const AnyRef& each : edit.erase_reported()) {
            if (const void* record = base_.find(each)) words_.add(*find_entity(each.type()), record);
            summary_.of_erased.push_back(each);
        }
    }

    /// Any other name is a register's, or nothing that can be read again; of a newer version the base has kept some.
    void require_own(const std::string& member) const {
        if (member.starts_with("x-") || (member != "format" && base_.extras().members().contains(member))) return;
        throw Error(ErrorCode::data, fmt::format("a dossier's own members begin with x-, {} does not", shortened(member)),
                    Location{"changes", 0, 0, {}, "members"});
    }

    static std::string as_value(const RawJson& json) { return json.text.empty() ? std::string(kNoValue) : json.text; }

    static void propose(Values& values, const Members& now, const MemberChange& change, const std::string& before,
                        const std::string& after) {
        const std::string* held = find(now, change.member);
        const std::string current = held ? *held : std::string(kNoValue);
        if (after == current) return;
        values[change.member].insert(after);
        if (!saw(change, before, current)) values[change.member].insert(current);
    }

    /// Whether the proposer saw the value that the base holds.
    static bool saw(const MemberChange& change, const std::string& before, const std::string& current) {
        return change.before_sha256.empty() ? before == current : change.before_sha256 == sha256(current);
    }

    /// Members of a record that is removed which the remover did not see as they are now.
    void add_moved(const reflect::Struct& type, const Members& now, const RecordChange& change, Proposals& proposals) {
        Members seen;
        for (const MemberChange& member : change.members) {
            const std::string* held = find(now, member.member);
            std::string before = canonical_value(type, change.record, member.member, member.before.text);
            if (before != kNoValue) seen[member.member] = std::move(before);
            else if (!member.before_sha256.empty()) seen[member.member] = held && saw(member, before, *held) ? *held : std::string();
        }
        for (const std::string& name : names_in_order(type.members, seen, now)) {
            const std::string* old_value = find(seen, name);
            const std::string* held = find(now, name);
            if (old_value && held && *old_value == *held) continue;
            proposals.values[name].insert(held ? *held : std::string(kNoValue));
        }
    }

    static std::string canonical_value(const reflect::Struct& type, const AnyRef& record, const std::string& name,
                                       const std::string& json) {
        if (json.empty() || json == kNoValue) return std::string(kNoValue);
        const reflect::Member* member = type.find(name);
        if (!member && name.starts_with("x-")) return json;
        try {
            if (member && name != "id") return canonical(*member->type, json);
        } catch (const Error& error) {
            throw Error(ErrorCode::data, error.message(), Location{"changes", 0, 0, record.text(), name});
        }
        std::vector<std::string_view> names;
        for (const reflect::Member& each : type.members) names.push_back(each.name);
        throw Error(ErrorCode::data, unknown_name("member of " + std::string(type.name), name, names),
                    Location{"changes", 0, 0, record.text(), name});
    }

    void decide(std::size_t position, const std::string& id, const Proposals& proposals, Edit& edit) {
        const reflect::Struct& type = *entities()[position];
        const AnyRef record(type.name, id);
        if (proposals.removed && type.name == kErasure)
            return add_conflict(record, {}, {}, YesNo::yes, "a tombstone is not removed");
        if (proposals.removed || proposals.gone) return decide_removal(record, proposals, edit);
        Members merged = members_of(type, base_.find(type.name, id));
        bool undecided = false;
        for (const auto& [name, values] : proposals.values) {
            if (values.size() > 1) {
                add_conflict(record, name, values, YesNo::no, "values differ");
                undecided = true;
            } else if (*values.begin() == kNoValue) {
                merged.erase(name);
            } else {
                merged[name] = *values.begin();
            }
        }
        if (undecided || proposals.values.empty()) return;
        put(type, id, merged, edit);
    }

    void decide_removal(const AnyRef& record, const Proposals& proposals, Edit& edit) {
        if (proposals.values.empty()) {
            if (edit.remove(record.type(), record.id())) ++summary_.records_changed;
            return;
        }
        for (const auto& [name, values] : proposals.values)
            add_conflict(record, name, values, YesNo::yes,
                         proposals.removed ? "one removes the record, another changes it" : "the base has no such record any more");
    }

    void put(const reflect::Struct& type, const std::string& id, const Members& members, Edit& edit) {
        std::string json = "{\"id\":" + quoted(id);
        for (const auto& [name, value] : members) json += fmt::format(",{}:{}", quoted(name), value);
        reflect::Object made = from_json(type, json + "}", "changes");
        edit.put(type, made.get());
        ++summary_.records_changed;
    }

    void add_conflict(const AnyRef& record, const std::string& member, const std::set<std::string>& values, YesNo removal,
                      std::string reason) {
        MergeConflict conflict;
        conflict.record = record;
        conflict.member = member;
        for (const std::string& value : values) conflict.proposed.push_back(RawJson{value});
        conflict.removal = removal;
        conflict.reason = std::move(reason);
        summary_.conflicts.push_back(std::move(conflict));
    }

    /// What each change set left coherent and all together do not: a reference to what another removed, a cycle.
    void add_incoherences(const Edit& edit) {
        for (const Diagnostic& diagnostic : edit.incoherences()) {
            MergeConflict conflict;
            if (const Parsed<AnyRef> record = AnyRef::parse(diagnostic.location.record)) conflict.record = *record;
            conflict.member = diagnostic.location.member;
            conflict.reason = diagnostic.message;
            summary_.conflicts.push_back(std::move(conflict));
        }
    }

    const Dossier& base_;
    std::map<Place, Proposals> proposals_;
    std::set<Place> erased_;
    Mentions words_;  ///< of what this merge erases
    Values own_;  ///< of the dossier itself
    std::set<std::string> other_bases_;
    MergeSummary summary_;
};

}  // namespace

ChangeSet diff(const Dossier& from, const Dossier& to) {
    ChangeSet made;
    made.format = fmt::format("{}{}.0", kFormat, kChangesMajor);
    made.base_sha256 = digest(from);
    const Mentions erased = words_of_erased(from, to);
    made.members = changes_of({}, from.extras().members(), to.extras().members(), erased);
    for (const reflect::Struct* type : entities()) add_differences(from, to, *type, erased, made.records);
    return made;
}

ChangeSet read_changes(std::string_view json, std::string source) {
    require_readable(format_of(json, source), source);  // first, or a dossier would be told of member by member
    reflect::Object read = from_json(reflect::table<ChangeSet>(), json, source);
    return std::move(read.as<ChangeSet>());
}

Merged merge(const Dossier& base, std::span<const ChangeSet> changes) {
    Merge merge(base);
    for (const ChangeSet& each : changes) merge.add(each);
    return merge.finish();
}

}  // namespace openeom::io
