#include "model/coherence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "model/cycles.hpp"
#include "model/leaf.hpp"
#include "model/positions.hpp"
#include "model/walk.hpp"

namespace openeom {

namespace {

// What a catalogue may hold: whether it does is for the checks, which have it at hand.
constexpr std::array<std::string_view, 9> kOfCatalogue{
    "indicator",        "standard",  "case_law",     "code_entry", "criterion_definition", "indicator_definition",
    "document_outline", "lifecycle", "lexicon_entry"};

bool is_of_catalogue(std::string_view type) {
    return std::find(kOfCatalogue.begin(), kOfCatalogue.end(), type) != kOfCatalogue.end();
}

/// A name near one that is not there. Looking through many ids takes time, so only so many are looked at in all.
class Suggestions {
public:
    std::string id(const Register& records, std::string_view wanted) {
        if (records.size() > left_) return {};
        left_ -= records.size();
        std::vector<std::string_view> ids;
        ids.reserve(records.size());
        for (auto at = records.begin(); at != records.end(); ++at) ids.push_back(id_of(*at));
        return near(wanted, ids);
    }
    static std::string member(const reflect::Struct& type, std::string_view wanted) {
        std::vector<std::string_view> names;
        for (const reflect::Member& each : type.members)
            if (each.type->kind != reflect::Kind::extras) names.push_back(each.name);
        return near(wanted, names);
    }

private:
    static std::string near(std::string_view wanted, const std::vector<std::string_view>& candidates) {
        const std::string_view found = nearest(wanted, candidates);
        return found.empty() ? std::string() : fmt::format(" (did you mean '{}'?)", found);
    }
    std::size_t left_ = 1'000'000;
};

std::string no_such_type(std::string_view type) {
    if (const reflect::Struct* plural = find_entity(type))
        return fmt::format("no type is called '{}' (did you mean '{}'?)", type, plural->name);
    std::vector<std::string_view> names;
    for (const reflect::Struct* entity : entities()) names.push_back(entity->name);
    return unknown_name("type", type, names);
}

/// Whether a record of `type` can refer to one of `targets` (sorted positions).
bool may_refer(const reflect::Struct& type, const std::vector<std::size_t>& targets) {
    return std::any_of(type.members.begin(), type.members.end(), [&](const reflect::Member& member) {
        const reflect::Type& inner = reflect::innermost(*member.type);
        if (inner.kind == reflect::Kind::any_reference) return true;
        if (inner.kind == reflect::Kind::record) return may_refer(inner.record(), targets);
        if (inner.kind != reflect::Kind::reference) return false;
        const auto to = entity_position(inner.target());
        return to && std::binary_search(targets.begin(), targets.end(), *to);
    });
}

/// Membership in a sorted list of names, without making a string of the id.
bool contains(const std::vector<RecordName>& names, std::size_t position, std::string_view id) {
    const auto earlier = [](const RecordName& name, const std::pair<std::size_t, std::string_view>& wanted) {
        return std::pair<std::size_t, std::string_view>(name) < wanted;
    };
    const auto found = std::lower_bound(names.begin(), names.end(), std::pair(position, id), earlier);
    return found != names.end() && found->first == position && found->second == id;
}

class Coherence {
public:
    explicit Coherence(const Edit& edit) : edit_(edit) {}

    void verify(std::size_t position, const void* record) {
        Verify visit{*this, *entities()[position], id_of(record)};
        walk_.go(visit.type, record, visit);
        if (position == reported_position_) verify_reported(*static_cast<const ReportedValue*>(record));
        if (position == erasure_position_) verify_tombstone(*static_cast<const Erasure*>(record));
    }

    void verify_reported(const ReportedValue& value) {
        const auto position = entity_position(value.record.type());
        const void* record = edit_.find(value.record.type(), value.record.id());
        if (const Erasure* buried = record ? nullptr : edit_.erasure(value.record.type(), value.record.id()))
            report("erased-record", reflect::table<ReportedValue>(), value.id.text(), "record",
                   "is a value of a record that was erased: " + erasure_words(*buried), "erase it too");
        if (!record || value.member.empty()) return;  // told elsewhere
        const reflect::Struct& type = *entities()[*position];
        if (member_at(type, record, value.member).type) return;
        const std::string_view member = value.member;
        const std::string_view first = member.substr(0, member.find_first_of(".["));
        std::string message =
            fmt::format("is a value of {} of {}, which has no such member", quoted(value.member), value.record.text());
        if (!type.find(first)) message += Suggestions::member(type, first);
        report("reported-member", reflect::table<ReportedValue>(), value.id.text(), "member", std::move(message),
               fmt::format("'openeom schema {}' lists the members", type.name));
    }

    void verify_tombstone(const Erasure& erasure) {
        const auto of = entity_position(erasure.record.type());
        if (!of || erasure.record.empty()) return;  // told elsewhere
        const reflect::Struct& type = *entities()[*of];
        if (erasure.id.text() != erasure_id(type.name, erasure.record.id()))
            report("erasure-id", reflect::table<Erasure>(), erasure.id.text(), "id",
                   fmt::format("is the tombstone of {}, and has another id", quoted(erasure.record.text())),
                   fmt::format("call it '{}'", erasure_id(type.name, erasure.record.id())));
        if (edit_.records(type).find(erasure.record.id()))
            report("erased-record", type, erasure.record.id(), "id", "is there, though " + erasure_words(erasure),
                   "erase it again");
    }

    void verify_chains(std::size_t position, std::span<const void* const> starts) {
        const reflect::Struct& type = *entities()[position];
        for (const reflect::Member* along : chains_of(type))
            for (const auto& cycle : find_cycles(edit_.records(type), *along, starts))
                report_cycle(type, *along, cycle);
    }

    /// Tells of the references of a record to removed ones.
    void verify_removed(std::size_t position, const void* record, const std::vector<RecordName>& removed) {
        ToRemoved visit{*this, *entities()[position], id_of(record), removed};
        walk_.go(visit.type, record, visit);
    }

    [[nodiscard]] std::vector<Diagnostic> take() { return std::move(found_); }
    [[nodiscard]] std::size_t reported_position() const { return reported_position_; }

private:
    struct Verify {
        Coherence& owner;
        const reflect::Struct& type;
        std::string_view id;

        void reference(const MetReference& met, const Walk& walk) { owner.verify_reference(*this, met, walk); }
        void missing(const reflect::Member& member, const Walk& walk) { owner.report_missing(type, id, member, walk); }
    };
    struct ToRemoved {
        Coherence& owner;
        const reflect::Struct& type;
        std::string_view id;
        const std::vector<RecordName>& removed;

        void reference(const MetReference& met, const Walk& walk) {
            const auto to = entity_position(met.type);
            if (to && contains(removed, *to, met.id) && !is_of_catalogue(met.type) && !owner.is_erased(met))
                owner.report_dangling(type, id, met, walk);
        }
        void missing(const reflect::Member&, const Walk&) {}
    };

    void verify_reference(const Verify& from, const MetReference& met, const Walk& walk) {
        const auto to = entity_position(met.type);
        if (!to || (!met.typed && entities()[*to]->name != met.type)) {  // a plural is no type's name
            if (is_of_catalogue(met.type)) return;
            report("unknown-type", from.type, from.id, walk.path(),
                   fmt::format("refers to {}, but {}", quoted(fmt::format("{}:{}", met.type, met.id)),
                               no_such_type(met.type)),
                   "'openeom schema' lists the types");
            return;
        }
        if (edit_.records(*entities()[*to]).find(met.id) || is_of_catalogue(met.type) || is_erased(met)) return;
        report_dangling(from.type, from.id, met, walk);
    }

    /// Its tombstone says what became of it.
    [[nodiscard]] bool is_erased(const MetReference& met) const { return edit_.erasure(met.type, met.id) != nullptr; }

    void report_dangling(const reflect::Struct& type, std::string_view id, const MetReference& met, const Walk& walk) {
        const Register& there = edit_.records(*find_entity(met.type));
        report("dangling-reference", type, id, walk.path(),
               fmt::format("refers to {}:{}, which is not there{}", met.type, met.id, suggestions_.id(there, met.id)),
               fmt::format("add that {}, or refer to another", met.type));
    }

    void report_missing(const reflect::Struct& type, std::string_view id, const reflect::Member& member,
                        const Walk& walk) {
        std::string path = walk.path();
        if (is_told(fmt::format("{}:{}", type.name, id), path)) return;
        report("missing-member", type, id, std::move(path), "a required member is missing",
               fmt::format("'{}' says: {}", member.name, member.meaning));
    }

    void report_cycle(const reflect::Struct& type, const reflect::Member& along,
                      const std::vector<const void*>& cycle) {
        constexpr std::size_t kShown = 6;
        std::string chain;
        for (std::size_t i = 0; i < std::min(cycle.size(), kShown); ++i)
            chain += fmt::format("{} -> ", id_of(cycle[i]));
        if (cycle.size() > kShown) chain += fmt::format("... ({} records) -> ", cycle.size());
        report("cycle", type, id_of(cycle.front()), std::string(along.name),
               fmt::format("leads back to where it began: {}{}", chain, id_of(cycle.front())),
               fmt::format("take '{}' out of one of them", along.name));
    }

    /// Whether a reader told of an error in this very member: that it is missing follows from it.
    bool is_told(const std::string& record, const std::string& member) {
        if (!told_) {
            told_.emplace();
            for (const Diagnostic& each : edit_.diagnostics())
                if (each.severity == Severity::error) told_->emplace_back(each.location.record, each.location.member);
            std::sort(told_->begin(), told_->end());
        }
        return std::binary_search(told_->begin(), told_->end(),
                                  std::pair<std::string_view, std::string_view>(record, member));
    }

    void report(std::string_view rule, const reflect::Struct& type, std::string_view id, std::string member,
                std::string message, std::string remedy) {
        Location location = edit_.location(type.name, id, member);
        found_.push_back(
            {Severity::error, std::string(rule), std::move(location), std::move(message), std::move(remedy)});
    }

    const Edit& edit_;
    std::size_t reported_position_ = *entity_position(reflect::table<ReportedValue>());
    std::size_t erasure_position_ = *entity_position(reflect::table<Erasure>());
    Walk walk_;
    Suggestions suggestions_;
    std::optional<std::vector<std::pair<std::string_view, std::string_view>>> told_;
    std::vector<Diagnostic> found_;
};

constexpr std::string_view kPhase = "verify";

/// Calls `use(record)` for the records of a register that are not among the changed ones.
template <class Use>
void for_each_unchanged(const Register& records, std::size_t position, const std::vector<RecordName>& changed,
                        Pace& pace, Use use) {
    for (auto at = records.begin(); at != records.end(); ++at) {
        pace.step();
        if (!contains(changed, position, id_of(*at))) use(*at);
    }
}

}  // namespace

std::vector<Diagnostic> incoherences_of_all(const Edit& edit, const Progress& progress) {
    Coherence coherence(edit);
    std::uint64_t total = 0;
    for (const reflect::Struct* type : entities()) total += edit.records(*type).size();
    Pace pace(progress, total, kPhase);
    for (std::size_t position = 0; position < entities().size(); ++position) {
        const Register& records = edit.records(*entities()[position]);
        for (auto at = records.begin(); at != records.end(); ++at) {
            coherence.verify(position, *at);
            pace.step();
        }
    }
    for (std::size_t position = 0; position < entities().size(); ++position) {
        if (chains_of(*entities()[position]).empty()) continue;
        const Register& records = edit.records(*entities()[position]);
        std::vector<const void*> starts;
        for (auto at = records.begin(); at != records.end(); ++at) starts.push_back(*at);
        coherence.verify_chains(position, starts);
    }
    return coherence.take();
}

std::vector<Diagnostic> incoherences_of_changed(const Edit& edit, std::vector<RecordName> changed,
                                                const Progress& progress) {
    Pace pace(progress, 0, kPhase);  // how many records may be touched is not known beforehand
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    Coherence coherence(edit);
    std::vector<RecordName> removed;
    std::vector<std::size_t> removed_types;
    std::vector<std::vector<const void*>> present(entities().size());
    for (const auto& [position, id] : changed) {
        pace.step();
        if (const void* record = edit.records(*entities()[position]).find(id)) {
            coherence.verify(position, record);
            present[position].push_back(record);
        } else {
            removed.emplace_back(position, id);
            removed_types.push_back(position);
        }
    }
    if (!removed.empty())
        for (std::size_t position = 0; position < entities().size(); ++position) {
            if (!may_refer(*entities()[position], removed_types)) continue;
            for_each_unchanged(edit.records(*entities()[position]), position, changed, pace,
                               [&](const void* record) { coherence.verify_removed(position, record, removed); });
        }
    // A member that others report values of may have gone with a change of its record.
    const Register& reported = edit.records(reflect::table<ReportedValue>());
    for_each_unchanged(reported, coherence.reported_position(), changed, pace, [&](const void* record) {
        const auto& value = *static_cast<const ReportedValue*>(record);
        const auto of = entity_position(value.record.type());
        if (of && contains(changed, *of, value.record.id())) coherence.verify_reported(value);
    });
    for (std::size_t position = 0; position < entities().size(); ++position)
        if (!present[position].empty()) coherence.verify_chains(position, present[position]);
    return coherence.take();
}

}  // namespace openeom
