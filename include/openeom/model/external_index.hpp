// Which record of one type has which external identifier: kept up as an edit changes, shared with the dossiers made of it.
// Threads: const functions may run in any number of threads.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "openeom/model/register.hpp"

namespace openeom {

class ExternalIndex {
public:
    /// Reads all records.
    explicit ExternalIndex(const Register& records);

    /// Ids of the records that claim a key, in order: one, unless somebody made a mistake.
    [[nodiscard]] std::vector<std::string> find(const std::string& key) const;

    /// A record is added, changed or removed; null where it was not there, or is there no more.
    void change(const reflect::Struct& type, const void* before, const void* after);

    /// Folds what changed into what is shared, once it is so much: copies are cheap then.
    void settle();

    /// The key of an external identifier.
    [[nodiscard]] static std::string key(std::string_view system, std::string_view id);
    /// Digest of an external identifier of a type, as a tombstone keeps it.
    [[nodiscard]] static std::string digest(std::string_view type, std::string_view system, std::string_view id);

private:
    using Claims = std::unordered_multimap<std::string, std::string>;  ///< key to id

    std::shared_ptr<const Claims> shared_;       ///< never changed
    Claims changed_;                             ///< claims of the records in `stale_`
    std::unordered_set<std::string> stale_;      ///< ids of records whose shared claims no longer count
};

}  // namespace openeom
