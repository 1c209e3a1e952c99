// A member named at run time, "due_process.hearing", and its value in any record of the type.
// Threads: a Path is constant after it is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/model/table.hpp"

namespace openeom::io {

/// What the value itself is called where a list holds texts, references or the like rather than parts.
inline constexpr std::string_view kValueOfList = "value";

/// A member reached through parts.
class Path {
public:
    /// Throws Error(not_found) with a suggestion; Error(argument) where it passes through a list.
    Path(const reflect::Struct& type, std::string_view path);
    /// The same within an element of a list: members of a part, or "value" for the element itself.
    Path(const reflect::Type& element, std::string_view path);

    /// The type of the member, `optional` stripped.
    [[nodiscard]] const reflect::Type& type() const noexcept { return *type_; }
    /// The member's own name, without those of the parts around it.
    [[nodiscard]] std::string_view name() const noexcept;
    /// The member as a column of a table.
    [[nodiscard]] TableColumn column() const { return {path_, members_}; }
    /// The value in a record; null where an optional on the way, or the member itself, has none.
    [[nodiscard]] const void* in(const void* record) const;
    /// The same, empty or not; null only where an optional on the way has none.
    [[nodiscard]] const void* place_in(const void* record) const;
    /// Where the value of a record is to be written; an optional on the way then has one.
    [[nodiscard]] void* make_in(void* record) const;
    /// Makes the member empty: without a value, an empty list, the first code.
    void clear_in(void* record) const;

private:
    void follow(const reflect::Struct& type, std::string_view path);

    std::string path_;
    std::vector<const reflect::Member*> members_;  ///< empty: the element itself
    const reflect::Type* type_ = nullptr;
};

}  // namespace openeom::io
