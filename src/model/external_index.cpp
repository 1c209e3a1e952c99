#include "openeom/model/external_index.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/leaf.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/model/erasure.hpp"

namespace openeom {

namespace {

// So many changed records are copied with an edit; more are folded into what is shared.
constexpr std::size_t kMostChanged = 256;

/// What a record is found by: its external identifiers, or the digests of those of what was erased.
std::vector<std::string> keys_of(const reflect::Struct& type, const void* record) {
    if (!record) return {};
    if (&type == &reflect::table<Erasure>()) return static_cast<const Erasure*>(record)->external_sha256;
    std::vector<std::string> keys;
    for (const ExternalIdentifier& each : static_cast<const Record*>(record)->external_identifiers)
        keys.push_back(ExternalIndex::key(each.system, each.id));
    return keys;
}

}  // namespace

std::string ExternalIndex::key(std::string_view system, std::string_view id) {
    return fmt::format("{}:{}{}", system.size(), system, id);
}

std::string ExternalIndex::digest(std::string_view type, std::string_view system, std::string_view id) {
    return sha256(fmt::format("{}:{}", type, key(system, id)));
}

ExternalIndex::ExternalIndex(const Register& records) {
    auto claims = std::make_shared<Claims>();
    for (auto at = records.begin(); at != records.end(); ++at)
        for (std::string& key : keys_of(records.type(), *at)) claims->emplace(std::move(key), id_of(*at));
    shared_ = std::move(claims);
}

std::vector<std::string> ExternalIndex::find(const std::string& key) const {
    std::vector<std::string> ids;
    const auto [first, last] = shared_->equal_range(key);
    for (auto at = first; at != last; ++at)
        if (!stale_.contains(at->second)) ids.push_back(at->second);
    const auto [begin, end] = changed_.equal_range(key);
    for (auto at = begin; at != end; ++at) ids.push_back(at->second);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void ExternalIndex::change(const reflect::Struct& type, const void* before, const void* after) {
    std::vector<std::string> old_keys = keys_of(type, before), new_keys = keys_of(type, after);
    if (old_keys == new_keys) return;
    const std::string& id = id_of(before ? before : after);
    if (stale_.insert(id).second) old_keys.clear();  // they are shared ones
    for (const std::string& key : old_keys) {
        const auto [first, last] = changed_.equal_range(key);
        const auto own = std::find_if(first, last, [&](const auto& claim) { return claim.second == id; });
        if (own != last) changed_.erase(own);
    }
    for (std::string& key : new_keys) changed_.emplace(std::move(key), id);
    if (stale_.size() > std::max(kMostChanged, shared_->size())) settle();
}

void ExternalIndex::settle() {
    if (stale_.size() <= kMostChanged) return;
    auto claims = std::make_shared<Claims>();
    claims->reserve(shared_->size() + changed_.size());
    for (const auto& claim : *shared_)
        if (!stale_.contains(claim.second)) claims->insert(claim);
    for (const auto& claim : changed_) claims->insert(claim);
    shared_ = std::move(claims);
    changed_.clear();
    stale_.clear();
}

}  // namespace openeom
