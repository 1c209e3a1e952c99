#include <algorithm>
#include <iterator>
#include <mutex>

#include <fmt/format.h>

#include "model/coherence.hpp"
#include "model/leaf.hpp"
#include "model/positions.hpp"
#include "model/shard.hpp"
#include "model/snapshot.hpp"

namespace openeom {

namespace {

std::size_t position_or_throw(const reflect::Struct& type) {
    const auto position = entity_position(type);
    return position ? *position : entity_index(type.name);
}

std::string full_name(const RecordName& name) {
    return fmt::format("{}:{}", entities()[name.first]->name, name.second);
}

/// Changes a register and its index of external identifiers. Where that fails the index is made anew when next asked for.
template <class Change>
auto together(std::map<std::size_t, ExternalIndex>& indexes, std::size_t position, Change change) {
    try {
        return change();
    } catch (...) {
        indexes.erase(position);
        throw;
    }
}

}  // namespace

Edit::Edit() : origins_(entities().size()) {}

Edit::Edit(const Dossier& base)
    : registers_(base.snapshot_->registers),
      inherited_(base.snapshot_->remarks),
      origins_(entities().size()),
      all_changed_(!base.snapshot_->coherent) {}

void Edit::note_change(std::size_t position, std::string_view id) {
    if (all_changed_) return;
    changed_.emplace_back(position, id);
    if (changed_.size() <= std::max<std::size_t>(registers_.all[position].size(), 1000)) return;
    all_changed_ = true;  // to verify everything is no more work by now
    changed_.clear();
}

void Edit::put(const reflect::Struct& type, void* record) {
    const std::size_t position = position_or_throw(type);
    const std::string id = id_of(record);
    if (id.empty()) throw Error(ErrorCode::argument, fmt::format("a {} cannot be put without an id", type.name));
    if (const Erasure* buried = erasure(type.name, id))
        throw Error(ErrorCode::conflict, erasure_words(*buried) + ", and its id is not used again");
    note_change(position, id);  // first: what was changed and not noted would not be verified
    together(registers_.external, position, [&] {
        note_external(position, registers_.all[position].find(id), record);
        registers_.all[position].put(record);
    });
}

std::vector<std::string> Edit::load(Register::Builder records) {
    const std::size_t position = position_or_throw(records.type());
    all_changed_ = true;
    changed_.clear();
    registers_.external.erase(position);
    auto doubles = registers_.all[position].load(std::move(records));
    for (const std::string& id : doubles) doubles_.emplace_back(position, id);
    return doubles;
}

bool Edit::remove(std::string_view type, std::string_view id) {
    const auto known = entity_position(type);
    const std::size_t position = known ? *known : entity_index(type);
    const std::string kept(id);  // it may be the removed record's own
    if (!registers_.all[position].find(kept)) return false;
    if (entities()[position] == &reflect::table<Erasure>())
        throw Error(ErrorCode::conflict, fmt::format("erasure:{} is a tombstone, and stays", kept));
    note_change(position, kept);
    return together(registers_.external, position, [&] {
        note_external(position, registers_.all[position].find(kept), nullptr);
        return registers_.all[position].remove(kept);
    });
}

const Register& Edit::records(const reflect::Struct& type) const {
    return registers_.all[position_or_throw(type)];
}

const void* Edit::find(std::string_view type, std::string_view id) const {
    const auto position = entity_position(type);
    return position ? registers_.all[*position].find(id) : nullptr;
}

void Edit::set_extra(std::string name, std::string json) {
    registers_.extras.set(std::move(name), std::move(json));
}

void Edit::report(Diagnostic diagnostic) {
    diagnostics_.push_back(std::move(diagnostic));
}

bool Edit::has_errors() const noexcept {
    return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                       [](const Diagnostic& each) { return each.severity == Severity::error; });
}

void Edit::set_origin(const reflect::Struct& type, std::string_view id, std::uint64_t offset) {
    Origins& origins = origins_[position_or_throw(type)];
    origins.offsets.emplace_back(hash_of(id), offset);
    origins.sorted = false;
}

std::optional<std::uint64_t> Edit::origin(std::string_view type, std::string_view id) const {
    const auto position = entity_position(type);
    if (!position) return std::nullopt;
    Origins& origins = origins_[*position];
    const auto earlier = [](const auto& left, const auto& right) { return left.first < right.first; };
    static std::mutex sorting;  // of every edit: it is held for diagnostics only, and an edit may be asked by many threads
    const std::lock_guard lock(sorting);
    if (!origins.sorted) std::stable_sort(origins.offsets.begin(), origins.offsets.end(), earlier);
    origins.sorted = true;
    const std::pair<std::uint64_t, std::uint64_t> wanted{hash_of(id), 0};
    const auto found = std::lower_bound(origins.offsets.begin(), origins.offsets.end(), wanted, earlier);
    if (found == origins.offsets.end() || found->first != wanted.first) return std::nullopt;
    return found->second;
}

void Edit::set_source(std::string name, std::vector<std::uint64_t> line_starts) {
    source_ = std::move(name);
    line_starts_ = std::move(line_starts);
}

Location Edit::location(std::string_view type, std::string_view id, std::string_view member) const {
    Location made;
    made.source = source_;
    made.record = fmt::format("{}:{}", type, id);
    made.member = member;
    const auto offset = origin(type, id);
    if (!offset) return made;
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), *offset);
    if (after == line_starts_.begin()) return made;
    made.line = static_cast<std::uint64_t>(after - line_starts_.begin());
    made.column = *offset - *std::prev(after) + 1;
    return made;
}

/// Ids that came twice and of which no diagnostic tells yet, for instance a reader's with both places.
std::vector<Diagnostic> Edit::unreported_doubles() const {
    std::vector<Diagnostic> found;
    std::vector<RecordName> doubles = doubles_;
    std::sort(doubles.begin(), doubles.end());
    doubles.erase(std::unique(doubles.begin(), doubles.end()), doubles.end());
    std::vector<std::string_view> told;
    for (const Diagnostic& each : diagnostics_)
        if (each.rule == "duplicate-id") told.push_back(each.location.record);
    std::sort(told.begin(), told.end());
    for (const RecordName& name : doubles) {
        const std::string record = full_name(name);
        if (std::binary_search(told.begin(), told.end(), std::string_view(record))) continue;
        Diagnostic made{Severity::error, "duplicate-id", {}, {}, "give one of them another id"};
        made.location = location(entities()[name.first]->name, name.second, "id");
        made.message = fmt::format("another {} has this id", entities()[name.first]->name);
        found.push_back(std::move(made));
    }
    return found;
}

std::vector<Diagnostic> Edit::incoherences(const Progress& progress) const {
    std::vector<Diagnostic> found = unreported_doubles();
    auto others = all_changed_ ? incoherences_of_all(*this, progress) : incoherences_of_changed(*this, changed_, progress);
    std::move(others.begin(), others.end(), std::back_inserter(found));
    return found;
}

std::shared_ptr<const Dossier::Snapshot> Edit::freeze(bool coherent) const {
    for (auto& [position, index] : registers_.external) index.settle();
    std::vector<Diagnostic> remarks = inherited_;
    std::copy_if(diagnostics_.begin(), diagnostics_.end(), std::back_inserter(remarks),
                 [](const Diagnostic& each) { return each.severity != Severity::error; });
    return std::make_shared<const Dossier::Snapshot>(registers_, std::move(remarks), coherent);
}

Dossier Edit::commit(const Progress& progress) const {
    std::vector<Diagnostic> wrong = incoherences(progress);
    if (wrong.empty() && !has_errors()) return Dossier(freeze(true));
    std::vector<Diagnostic> all = diagnostics_;
    std::move(wrong.begin(), wrong.end(), std::back_inserter(all));
    throw Error(ErrorCode::data, std::move(all));
}

Dossier Edit::snapshot() const {
    return Dossier(freeze(false));
}

}  // namespace openeom
