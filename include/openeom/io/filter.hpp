// Which records of a type are wanted: a JSON object of member names and what their values must be.
// Threads: a Filter is constant after it is made.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/io/path.hpp"

namespace openeom::io {

class Filter {
public:
    /// Wants every record.
    Filter() = default;
    /// `json` is an object of members, or paths of members of parts; all its conditions must hold:
    ///     "kind": "deregistered"                                the value itself
    ///     "kind": {"in": ["refused", "deregistered"]}           one of several; null among them: or none
    ///     "decided": {"from": "2011-12-01", "to": "2011-12"}    from one value to the other, both included, either left out
    ///     "body": null, "body": {"not": null}                   no value, any value
    /// Numbers, dates, instants, texts and ids (byte by byte) have an order. A date is in a range where it certainly is: the
    /// days that it may be are all between the first day of "from" and the last of "to". What has no value is in no range.
    /// Throws Error(not_found) for an unknown member, Error(data) for a value that the member cannot have and for a member
    /// that stands twice, Error(argument) for a range over what has no order.
    Filter(const reflect::Struct& type, std::string_view json);

    [[nodiscard]] bool matches(const void* record) const;

private:
    /// A value that the member may have, in an object of the record's type.
    struct Wanted {
        std::shared_ptr<const reflect::Object> holder;
        const void* value = nullptr;  ///< null: no value
    };
    enum class Test { one_of, any, between };
    struct Condition {
        Path path;
        Test test = Test::one_of;
        std::vector<Wanted> values;  ///< between: the lower and the upper bound, null where open
    };

    static Wanted wanted(const reflect::Struct& type, const Condition& condition, std::string_view name,
                         std::string_view json);
    static Condition condition(const reflect::Struct& type, std::string_view name, std::string_view json);
    static bool holds(const Condition& condition, const void* value);

    std::vector<Condition> conditions_;
};

}  // namespace openeom::io
