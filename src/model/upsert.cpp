// Records found by what a partner's system calls them.
#include <algorithm>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "model/leaf.hpp"
#include "model/positions.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom {

namespace {

std::string id_words(const reflect::Struct& type, std::string_view system, std::string_view id) {
    return fmt::format("the {} {} of {}", type.name, quoted(id), quoted(system));
}

[[noreturn]] void claimed_twice(const reflect::Struct& type, std::string_view system, std::string_view id,
                                std::string_view first, std::string_view second) {
    throw Error(ErrorCode::conflict,
                fmt::format("{0}:{1} and {0}:{2} both claim to be {3}", type.name, first, second,
                            id_words(type, system, id)),
                Location{{}, 0, 0, fmt::format("{}:{}", type.name, first), "external_identifiers"},
                "take the identifier out of one of them");
}

/// Made of both names, so that everybody who takes over the record gives it the same id. Nothing can be read from it but
/// the system: an identifier of somebody else may be a person's name.
Id made_id(std::string_view system, std::string_view id) {
    constexpr std::size_t kSystemBytes = 40, kDigestDigits = 16;
    std::string made;
    for (char c : system.substr(0, kSystemBytes)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) made += c;
        else if (!made.empty() && made.back() != '-') made += '-';
    }
    if (!made.empty() && made.back() != '-') made += '-';
    return Id(made + sha256(ExternalIndex::key(system, id)).substr(0, kDigestDigits));
}

void claim(Record& record, std::string_view system, std::string_view id) {
    for (const ExternalIdentifier& each : record.external_identifiers)
        if (each.system == system && each.id == id) return;
    ExternalIdentifier claimed;
    claimed.system = system;
    claimed.id = id;
    record.external_identifiers.push_back(std::move(claimed));
}

}  // namespace

ExternalIndex& Edit::external_index(std::size_t position) {
    return registers_.external.try_emplace(position, registers_.all[position]).first->second;
}

void Edit::note_external(std::size_t position, const void* before, const void* after) {
    const auto index = registers_.external.find(position);
    if (index != registers_.external.end()) index->second.change(*entities()[position], before, after);
}

void Edit::require_not_erased(const reflect::Struct& type, std::string_view system, std::string_view id) {
    const std::size_t position = *entity_position(reflect::table<Erasure>());
    if (registers_.all[position].size() == 0) return;
    const auto buried = external_index(position).find(ExternalIndex::digest(type.name, system, id));
    if (buried.empty()) return;
    const auto& erasure = *static_cast<const Erasure*>(registers_.all[position].find(buried.front()));
    throw Error(ErrorCode::conflict, fmt::format("{}: {}", id_words(type, system, id), erasure_words(erasure)));
}

Upserted Edit::upsert(const reflect::Struct& type, std::string_view system, std::string_view id,
                      const std::function<void(void* record)>& change) {
    if (system.empty() || id.empty())
        throw Error(ErrorCode::argument, "an upsert needs the name of the partner's system, and the identifier there");
    const auto known = entity_position(type);
    const std::size_t position = known ? *known : entity_index(type.name);
    const auto claimants = external_index(position).find(ExternalIndex::key(system, id));
    if (claimants.size() > 1) claimed_twice(type, system, id, claimants[0], claimants[1]);
    const void* old = claimants.empty() ? nullptr : registers_.all[position].find(claimants.front());
    reflect::Object object = old ? reflect::Object(type, old) : reflect::Object(type);
    Record& record = *static_cast<Record*>(object.get());
    if (!old) record.id = made_id(system, id);
    change(&record);
    claim(record, system, id);
    if (old && record.id.text() != claimants.front())
        claimed_twice(type, system, id, claimants.front(), record.id.text());
    if (!old) {
        require_not_erased(type, system, id);
        if (registers_.all[position].find(record.id.text()))
            throw Error(ErrorCode::conflict,
                        fmt::format("there is a {0}:{1} already, which is not known as {2}", type.name, record.id.text(),
                                    id_words(type, system, id)),
                        Location{{}, 0, 0, fmt::format("{}:{}", type.name, record.id.text()), "external_identifiers"},
                        "add the identifier to that record's external_identifiers, or leave out the id");
    }
    for (const ExternalIdentifier& each : record.external_identifiers)
        for (const std::string& other : external_index(position).find(ExternalIndex::key(each.system, each.id)))
            if (other != record.id.text()) claimed_twice(type, each.system, each.id, record.id.text(), other);
    Upserted made{old ? UpsertOutcome::changed : UpsertOutcome::added, record.id.text()};
    if (old && reflect::equal(type, old, &record)) made.outcome = UpsertOutcome::unchanged;
    else put(type, &record);
    return made;
}

}  // namespace openeom
