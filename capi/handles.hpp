// What the opaque handles hold.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "openeom.h"
#include "openeom/base/reflect.hpp"
#include "openeom/io/filter.hpp"
#include "openeom/io/limits.hpp"
#include "openeom/model/dossier.hpp"

struct eom_error {
    eom_status code;
    std::string message;
    std::string detail;
};

struct eom_dossier {
    openeom::Dossier dossier;
    mutable std::atomic<std::size_t> owners{1};
    std::string digest;  ///< set once under `digested`
    mutable std::once_flag digested;
};

struct eom_edit {
    openeom::Edit edit;
};

struct eom_cursor {
    openeom::Dossier dossier;  ///< keeps the records alive
    const openeom::Register* records;
    openeom::io::Filter filter;
    openeom::Register::Iterator next;
    const void* current = nullptr;
    std::vector<openeom::io::Path> columns;
};

struct eom_result {
    const char* name;
    openeom::reflect::Object object;
};

namespace openeom::capi {

/// A result handle that owns `object`.
eom_result* result(const char* name, reflect::Object object);

/// A dossier handle with one owner.
eom_dossier* dossier(Dossier snapshot);

/// A C progress callback as the library's.
Progress progress(eom_progress callback, void* user);

}  // namespace openeom::capi
