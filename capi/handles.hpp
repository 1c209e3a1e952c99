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
#include "openeom/model/table.hpp"

struct eom_error {
    eom_status code;
    std::string message;
    std::string detail;
};

struct eom_dossier {
    openeom::Dossier dossier;
    mutable std::atomic<std::size_t> owners{1};
    std::mutex digested;
    std::string digest;  ///< set once under `digested`, then only read
};

struct eom_edit {
    std::shared_ptr<openeom::Edit> edit;  ///< shared with the record builders that write into it
    std::string upserted;                 ///< id of the record that was upserted last
};

namespace openeom::capi {

/// Where a cursor stands, for the children that follow it.
struct Standing {
    const void* current = nullptr;
    std::uint64_t moves = 0;

    void move_to(const void* record) noexcept {
        current = record;
        ++moves;
    }
};

inline std::shared_ptr<Standing> new_standing() { return std::make_shared<Standing>(); }

/// What a child cursor goes through.
struct Followed {
    std::shared_ptr<const Standing> parent;
    io::Path list;
    std::uint64_t moves = 0;  ///< of the parent, when the elements were begun
    std::size_t at = 0;
};

}  // namespace openeom::capi

struct eom_cursor {
    openeom::Dossier dossier;            ///< keeps the records alive
    const openeom::Register* records;    ///< null for a child
    openeom::io::Filter filter;
    openeom::Register::Iterator next;
    std::optional<openeom::capi::Followed> followed;
    std::shared_ptr<openeom::capi::Standing> standing;
    std::vector<openeom::io::Path> columns;

    ~eom_cursor() { standing->move_to(nullptr); }
};

struct eom_result {
    const char* name;
    openeom::reflect::Object object;
};

struct eom_table {
    openeom::Table table;
};

namespace openeom::capi {

/// A result handle that owns `object`.
eom_result* result(const char* name, reflect::Object object);

/// A dossier handle with one owner.
eom_dossier* dossier(Dossier snapshot);

/// A cursor over the records of a type, with a filter where there is one.
eom_cursor* cursor(const Dossier& read, std::string_view type, std::optional<std::string_view> filter);

/// Throws where a member that a record must have is missing, and where a reported value is of a member that its record in
/// the edit does not have or that cannot have it.
void require_whole(const Edit& edit, const reflect::Struct& type, const void* record);

/// Puts a record into an edit; it is moved from. Throws where it is not whole; the edit then stays as it was.
void put(Edit& edit, reflect::Object& record);

/// A C progress callback as the library's.
Progress progress(eom_progress callback, void* user);

}  // namespace openeom::capi
