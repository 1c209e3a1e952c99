// Visits the members of a kind in any record, by the tables: which members may hold it is found once a type, so that a
// register of a million records is walked without looking at the members that cannot.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/base/values.hpp"

namespace openeom::check {

/// A member that is wanted, or that has wanted members in it.
struct MemberTree {
    const reflect::Member* member = nullptr;
    bool wanted = false;
    std::vector<MemberTree> children;
};

using Wanted = bool (*)(const reflect::Member&);

std::vector<MemberTree> member_tree(const reflect::Struct& type, Wanted wanted);

/// Where a walk has come to: member and index, or -1 outside lists.
struct Step {
    const reflect::Member* member = nullptr;
    std::ptrdiff_t index = -1;
};

/// One value that was reached: optional and list are stripped.
struct Visited {
    const reflect::Member& member;
    const reflect::Type& type;
    const void* value;
    const void* owner;  ///< the struct that has the member
    const std::vector<Step>& steps;

    [[nodiscard]] std::string path() const;
    template <class T>
    [[nodiscard]] const T& as() const {
        return *static_cast<const T*>(value);
    }
};

template <class Visit>
class Walker {
public:
    explicit Walker(Visit visit) : visit_(std::move(visit)) {}

    void members(const std::vector<MemberTree>& tree, const void* object) {
        for (const MemberTree& node : tree) {
            steps_.push_back({node.member, -1});
            value(node, *node.member->type, node.member->in(object), object);
            steps_.pop_back();
        }
    }

private:
    void value(const MemberTree& node, const reflect::Type& type, const void* value_at, const void* owner) {
        if (type.kind == reflect::Kind::optional) {
            if (type.size(value_at) == 1) value(node, *type.element, type.at(value_at, 0), owner);
            return;
        }
        if (type.kind == reflect::Kind::list) {
            const std::size_t size = type.size(value_at);
            for (std::size_t i = 0; i < size; ++i) {
                steps_.back().index = static_cast<std::ptrdiff_t>(i);
                value(node, *type.element, type.at(value_at, i), owner);
            }
            return;
        }
        if (node.wanted) visit_(Visited{*node.member, type, value_at, owner, steps_});
        if (type.kind == reflect::Kind::record && !node.children.empty()) members(node.children, value_at);
    }

    Visit visit_;
    std::vector<Step> steps_;
};

/// The id of a record; empty where it has none.
const std::string& id_of(const reflect::Struct& type, const void* record);

/// "type:id"; empty where the record has no id.
AnyRef reference_to(const reflect::Struct& type, const void* record);

}  // namespace openeom::check
