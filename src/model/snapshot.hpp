// What a Dossier and its copies share.
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom {

struct Dossier::Snapshot {
    Registers registers;
    std::vector<Diagnostic> remarks;
    bool coherent = true;  ///< committed; false for the snapshot of an edit that nobody verified

    Snapshot() = default;
    Snapshot(Registers all, std::vector<Diagnostic> noticed, bool verified)
        : registers(std::move(all)), remarks(std::move(noticed)), coherent(verified) {}

    // A mutex and not call_once: what fails for want of memory or is cancelled is tried again, by another if need be.
    mutable std::mutex digest_mutex;
    mutable std::string digest;
};

}  // namespace openeom
