#include "openeom/model/dossier.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/leaf.hpp"
#include "model/positions.hpp"
#include "model/snapshot.hpp"

namespace openeom {

namespace {

/// Entities by address and by name, sorted for binary search; neither order is ever shown.
struct Directory {
    static constexpr std::size_t kEntities = boost::mp11::mp_size<Entities>::value;
    std::array<std::pair<const reflect::Struct*, std::size_t>, kEntities> by_type;
    std::array<std::pair<std::string_view, std::size_t>, 2 * kEntities> by_name;

    Directory() {
        const auto all = entities();
        for (std::size_t i = 0; i < all.size(); ++i) {
            by_type[i] = {all[i], i};
            by_name[2 * i] = {all[i]->name, i};
            by_name[2 * i + 1] = {all[i]->plural, i};
        }
        std::sort(by_type.begin(), by_type.end(), [](const auto& left, const auto& right) {
            return std::less<const reflect::Struct*>()(left.first, right.first);
        });
        std::sort(by_name.begin(), by_name.end());
    }
};

const Directory& directory() {
    static const Directory made;
    return made;
}

}  // namespace

std::optional<std::size_t> entity_position(const reflect::Struct& type) noexcept {
    const auto& known = directory().by_type;
    const auto found =
        std::lower_bound(known.begin(), known.end(), &type, [](const auto& each, const reflect::Struct* wanted) {
            return std::less<const reflect::Struct*>()(each.first, wanted);
        });
    if (found == known.end() || found->first != &type) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> entity_position(std::string_view name) noexcept {
    const auto& known = directory().by_name;
    const auto found = std::lower_bound(known.begin(), known.end(), name,
                                        [](const auto& each, std::string_view wanted) { return each.first < wanted; });
    if (found == known.end() || found->first != name) return std::nullopt;
    return found->second;
}

Registers::Registers() {
    all.reserve(entities().size());
    for (const reflect::Struct* entity : entities()) all.emplace_back(*entity);
}

Dossier::Dossier() : snapshot_(std::make_shared<const Snapshot>()) {}
Dossier::Dossier(std::shared_ptr<const Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}

const Register& Dossier::records(const reflect::Struct& type) const {
    const auto position = entity_position(type);
    return snapshot_->registers.all[position ? *position : entity_index(type.name)];
}

const Register& Dossier::records(std::string_view type) const {
    const auto position = entity_position(type);
    return snapshot_->registers.all[position ? *position : entity_index(type)];
}

const void* Dossier::find(std::string_view type, std::string_view id) const {
    const auto position = entity_position(type);
    return position ? snapshot_->registers.all[*position].find(id) : nullptr;
}

const void* Dossier::get(std::string_view type, std::string_view id) const {
    const Register& from = records(type);
    if (const void* found = from.find(id)) return found;
    if (const Erasure* buried = erasure(from.type().name, id))
        throw Error(ErrorCode::not_found, erasure_words(*buried), {},
                    fmt::format("its tombstone is erasure:{}", buried->id.text()));
    std::vector<std::string_view> ids;
    ids.reserve(from.size());
    for (auto at = from.begin(); at != from.end(); ++at) ids.push_back(id_of(*at));
    throw Error(ErrorCode::not_found, unknown_name(from.type().name, id, ids), {},
                fmt::format("'openeom show DOSSIER {}' lists them", from.type().name));
}

std::size_t Dossier::size() const noexcept {
    std::size_t records = 0;
    for (const Register& each : snapshot_->registers.all) records += each.size();
    return records;
}

const Extras& Dossier::extras() const noexcept {
    return snapshot_->registers.extras;
}

const std::vector<Diagnostic>& Dossier::remarks() const noexcept {
    return snapshot_->remarks;
}

Dossier Dossier::watched(Progress progress, std::string_view phase) const {
    Dossier made = *this;
    made.watch_ = progress ? std::make_shared<Watch>(std::move(progress), phase) : nullptr;
    return made;
}

std::string Dossier::cached_digest(const std::function<std::string()>& compute) const {
    {
        const std::lock_guard lock(snapshot_->digest_mutex);
        if (!snapshot_->digest.empty()) return snapshot_->digest;
    }
    std::string made = compute();  // without the lock: it takes long, and a callback may ask again
    const std::lock_guard lock(snapshot_->digest_mutex);
    if (snapshot_->digest.empty()) snapshot_->digest = made;
    return made;
}

}  // namespace openeom
