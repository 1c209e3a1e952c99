// Goes through a record with its parts. The path to where it is is written out only when somebody asks for it.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "openeom/base/reflect.hpp"
#include "openeom/base/values.hpp"

namespace openeom {

// A Ref<T> is an Id and nothing else, so a reference of any type may be read as its id.
static_assert(std::is_standard_layout_v<Ref<Span>> && sizeof(Ref<Span>) == sizeof(Id));

/// A reference met on the walk.
struct MetReference {
    std::string_view type;
    std::string_view id;
    bool typed = false;  ///< its member says the type; false where the value does
};

class Walk {
public:
    /// Calls `visit.reference(MetReference, walk)` for each reference that is not empty, and
    /// `visit.missing(member, walk)` for each required member that is.
    template <class Visit>
    void go(const reflect::Struct& type, const void* record, Visit& visit) {
        members(type, record, visit, false);
    }

    /// "held[0].evidence[1]"
    [[nodiscard]] std::string path() const {
        std::string made;
        for (const Step& step : steps_) {
            if (!step.member) {
                made += fmt::format("[{}]", step.index);
                continue;
            }
            if (!made.empty()) made += '.';
            made += step.member->name;
        }
        return made;
    }

private:
    struct Step {
        const reflect::Member* member = nullptr;  ///< null: an element of a list
        std::size_t index = 0;
    };

    template <class Visit>
    void members(const reflect::Struct& type, const void* record, Visit& visit, bool may_be_left_out) {
        for (const reflect::Member& member : type.members) {
            const void* value = member.in(record);
            if (member.required && reflect::is_empty(*member.type, value)) {
                if (may_be_left_out && says_nothing(type, record)) return;
                steps_.push_back({&member, 0});
                visit.missing(member, *this);
                steps_.pop_back();
                continue;
            }
            const reflect::Kind inner = reflect::innermost(*member.type).kind;
            if (inner != reflect::Kind::reference && inner != reflect::Kind::any_reference &&
                inner != reflect::Kind::record)
                continue;
            steps_.push_back({&member, 0});
            value_at(*member.type, value, visit, true);
            steps_.pop_back();
        }
    }

    /// A part that stands by itself is left out where it says nothing; one that somebody put into a list is there.
    template <class Visit>
    void value_at(const reflect::Type& type, const void* value, Visit& visit, bool may_be_left_out) {
        switch (type.kind) {
            case reflect::Kind::reference: {
                const std::string& id = static_cast<const Id*>(value)->text();
                if (!id.empty()) visit.reference(MetReference{type.target(), id, true}, *this);
                return;
            }
            case reflect::Kind::any_reference: {
                const AnyRef& met = *static_cast<const AnyRef*>(value);
                if (!met.empty()) visit.reference(MetReference{met.type(), met.id(), false}, *this);
                return;
            }
            case reflect::Kind::record: members(type.record(), value, visit, may_be_left_out); return;
            case reflect::Kind::optional:
                if (type.size(value) > 0) value_at(*type.element, type.at(value, 0), visit, false);
                return;
            case reflect::Kind::list: elements(type, value, visit); return;
            default: return;
        }
    }

    template <class Visit>
    void elements(const reflect::Type& type, const void* list, Visit& visit) {
        const std::size_t size = type.size(list);
        for (std::size_t i = 0; i < size; ++i) {
            steps_.push_back({nullptr, i});
            value_at(*type.element, type.at(list, i), visit, false);
            steps_.pop_back();
        }
    }

    static bool says_nothing(const reflect::Struct& type, const void* record) {
        for (const reflect::Member& member : type.members)
            if (!reflect::is_empty(*member.type, member.in(record))) return false;
        return true;
    }

    std::vector<Step> steps_;
};

}  // namespace openeom
