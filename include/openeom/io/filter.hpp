// Which records of a type are wanted: a JSON object of member names and the values they must equal.
// Threads: a Filter is constant after it is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/reflect.hpp"

namespace openeom::io {

/// A member reached through parts: "kind", "due_process.hearing".
class Path {
public:
    /// Throws Error(not_found) with a suggestion; Error(argument) where it passes through a list.
    Path(const reflect::Struct& type, std::string_view path);

    /// The type of the member, `optional` stripped.
    [[nodiscard]] const reflect::Type& type() const noexcept { return *type_; }
    [[nodiscard]] const reflect::Member& member() const noexcept { return *members_.back(); }
    /// The value in a record; null where an optional on the way, or the member itself, has none.
    [[nodiscard]] const void* in(const void* record) const;

private:
    std::vector<const reflect::Member*> members_;
    const reflect::Type* type_ = nullptr;
};

class Filter {
public:
    /// Wants every record.
    Filter() = default;
    /// `json` is {"kind": "deregistered", "due_process.hearing": "unknown", "body": null}; null wants records where the
    /// member is empty. Throws Error(not_found) for an unknown member, Error(data) for a value that the member cannot have
    /// and for a member that stands twice.
    Filter(const reflect::Struct& type, std::string_view json);

    [[nodiscard]] bool matches(const void* record) const;

private:
    struct Condition {
        Path path;
        std::string json;  ///< canonical; empty where the member must be empty
    };
    std::vector<Condition> conditions_;
};

}  // namespace openeom::io
