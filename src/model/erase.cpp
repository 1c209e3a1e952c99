// Erasure: a record goes for good, its tombstone stays.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/coherence.hpp"
#include "model/leaf.hpp"
#include "model/positions.hpp"
#include "model/walk.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom {

namespace {

template <class T>
std::size_t position_of() {
    return *entity_position(reflect::table<T>());
}

/// Calls `use(position, id)` for each reference of a record.
template <class Use>
struct EachReference {
    Use use;
    void reference(const MetReference& met, const Walk&) {
        if (const auto to = entity_position(met.type)) use(*to, met.id);
    }
    void missing(const reflect::Member&, const Walk&) {}
};

template <class Use>
void for_each_target(const reflect::Struct& type, const void* record, Use use) {
    EachReference<Use> each{use};
    Walk().go(type, record, each);
}

/// What has to go with a record.
class Grave {
public:
    Grave(const Edit& edit, RecordName first) : edit_(edit), gone_{first} {
        order_.push_back(std::move(first));
        for (std::size_t known = 0; known < order_.size();) {
            known = order_.size();
            add_reported();
            add_evidence();
        }
    }
    [[nodiscard]] const std::vector<RecordName>& records() const noexcept { return order_; }

private:
    void add(RecordName name) {
        if (gone_.insert(name).second) order_.push_back(std::move(name));
    }

    /// Values reported of what goes: they are what it says.
    void add_reported() {
        const Register& reported = edit_.records(reflect::table<ReportedValue>());
        for (auto at = reported.begin(); at != reported.end(); ++at) {
            const AnyRef& of = static_cast<const ReportedValue*>(*at)->record;
            const auto position = entity_position(of.type());
            if (position && gone_.contains({*position, std::string(of.id())}))
                add({position_of<ReportedValue>(), id_of(*at)});
        }
    }

    /// Evidence of what goes that nothing else refers to.
    void add_evidence() {
        std::set<std::string, std::less<>> unused;
        for (const auto& [position, id] : order_)
            for_each_target(*entities()[position], edit_.records(*entities()[position]).find(id),
                            [&](std::size_t to, std::string_view evidence) {
                                if (to == position_of<Evidence>()) unused.emplace(evidence);
                            });
        std::erase_if(unused, [&](const std::string& id) {
            return gone_.contains({position_of<Evidence>(), id}) || !edit_.find("evidence", id);
        });
        if (unused.empty()) return;
        for (std::size_t position = 0; position < entities().size(); ++position) {
            const reflect::Struct& type = *entities()[position];
            const Register& records = edit_.records(type);
            for (auto at = records.begin(); at != records.end(); ++at) {
                if (gone_.contains({position, id_of(*at)})) continue;
                const AnyRef* of = position == position_of<ReportedValue>() ? &static_cast<const ReportedValue*>(*at)->record : nullptr;
                for_each_target(type, *at, [&](std::size_t to, std::string_view evidence) {
                    if (to != position_of<Evidence>()) return;
                    if (of && of->type() == "evidence" && of->id() == evidence) return;  // it says what the evidence says
                    const auto used = unused.find(evidence);
                    if (used != unused.end()) unused.erase(used);
                });
            }
        }
        for (const std::string& id : unused) add({position_of<Evidence>(), id});
    }

    const Edit& edit_;
    std::set<RecordName> gone_;
    std::vector<RecordName> order_;
};

AnyRef reference(const RecordName& name) {
    return AnyRef(entities()[name.first]->name, name.second);
}

const Erasure* erasure_in(const Register& erasures, std::string_view type, std::string_view id) {
    if (erasures.size() == 0) return nullptr;
    return static_cast<const Erasure*>(erasures.find(erasure_id(type, id)));
}

Erasure stated_of(const Erasure& stated) {
    Erasure tombstone;
    tombstone.notes = stated.notes;
    tombstone.erased = stated.erased;
    tombstone.authority = stated.authority;
    tombstone.ground = stated.ground;
    tombstone.reason = stated.reason;
    return tombstone;
}

}  // namespace

std::string erasure_id(std::string_view type, std::string_view id) {
    const std::string made = fmt::format("{}.{}", type, id);
    return made.size() <= Id::kMaximumBytes ? made : fmt::format("{}.{}", type, sha256(id));
}

std::string erasure_words(const Erasure& erasure) {
    std::string made = erasure.record.text() + " was erased";
    if (!erasure.erased.empty()) made += " on " + erasure.erased.text().substr(0, 10);
    if (erasure.ground == ErasureGround::not_stated) return made;
    const reflect::CodeList& grounds = *reflect::table<Erasure>().find("ground")->type->codes;
    std::string ground(grounds.codes[static_cast<std::size_t>(erasure.ground)]);
    std::replace(ground.begin(), ground.end(), '_', ' ');
    return fmt::format("{} ({})", made, ground);
}

const Erasure* Dossier::erasure(std::string_view type, std::string_view id) const {
    return erasure_in(records(reflect::table<Erasure>()), type, id);
}

const Erasure* Edit::erasure(std::string_view type, std::string_view id) const {
    return erasure_in(records(reflect::table<Erasure>()), type, id);
}

/// Takes a record out, with what was noticed about it, and puts its tombstone.
void Edit::bury(const AnyRef& record, Erasure tombstone) {
    const auto* gone = static_cast<const Record*>(find(record.type(), record.id()));
    for (const ExternalIdentifier& each : gone->external_identifiers)
        tombstone.external_sha256.push_back(ExternalIndex::digest(record.type(), each.system, each.id));
    std::sort(tombstone.external_sha256.begin(), tombstone.external_sha256.end());
    tombstone.id = Id(erasure_id(record.type(), record.id()));
    tombstone.record = record;
    (void)remove(record.type(), record.id());
    put(std::move(tombstone));
    for (std::vector<Diagnostic>* noticed : {&inherited_, &diagnostics_})
        std::erase_if(*noticed, [&](const Diagnostic& each) { return each.location.record == record.text(); });
}

std::vector<AnyRef> Edit::erase(std::string_view type, std::string_view id, const Erasure& stated) {
    const std::size_t position = entity_index(type);
    const reflect::Struct& entity = *entities()[position];
    if (&entity == &reflect::table<Erasure>()) throw Error(ErrorCode::argument, "a tombstone is not erased: it stays");
    if (const Erasure* buried = erasure(entity.name, id)) throw Error(ErrorCode::conflict, erasure_words(*buried));
    if (!find(entity.name, id))
        throw Error(ErrorCode::not_found, fmt::format("there is no {} '{}'", entity.name, id.substr(0, 60)));
    const Grave grave(*this, {position, std::string(id)});
    std::vector<AnyRef> erased;
    for (const RecordName& name : grave.records()) {
        Erasure tombstone = stated_of(stated);
        if (!erased.empty()) tombstone.along_with = Ref<Erasure>(erasure_id(erased[0].type(), erased[0].id()));
        erased.push_back(reference(name));
        bury(erased.back(), std::move(tombstone));
    }
    return erased;
}

std::vector<AnyRef> Edit::erase_reported() {
    std::vector<AnyRef> erased;
    if (records(reflect::table<Erasure>()).size() == 0) return erased;
    const Register reported = records(reflect::table<ReportedValue>());
    for (auto at = reported.begin(); at != reported.end(); ++at) {
        const auto& value = *static_cast<const ReportedValue*>(*at);
        const Erasure* of = erasure(value.record.type(), value.record.id());
        if (!of) continue;
        Erasure tombstone = stated_of(*of);
        tombstone.along_with = of->along_with ? of->along_with : Ref<Erasure>(of->id);
        erased.emplace_back("reported_value", value.id.text());
        bury(erased.back(), std::move(tombstone));
    }
    return erased;
}

}  // namespace openeom
