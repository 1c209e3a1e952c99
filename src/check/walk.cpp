#include "check/walk.hpp"

#include <fmt/format.h>

namespace openeom::check {

namespace {

// Parts hold parts, never themselves; the bound only guards against a description that does.
constexpr int kMaximumDepth = 8;

std::vector<MemberTree> tree_of(const reflect::Struct& type, Wanted wanted, int depth) {
    std::vector<MemberTree> found;
    if (depth > kMaximumDepth) return found;
    for (const reflect::Member& member : type.members) {
        MemberTree node{&member, wanted(member), {}};
        const reflect::Type& inner = reflect::innermost(*member.type);
        if (inner.kind == reflect::Kind::record) node.children = tree_of(inner.record(), wanted, depth + 1);
        if (node.wanted || !node.children.empty()) found.push_back(std::move(node));
    }
    return found;
}

}  // namespace

std::vector<MemberTree> member_tree(const reflect::Struct& type, Wanted wanted) {
    return tree_of(type, wanted, 0);
}

std::string Visited::path() const {
    std::string made;
    for (const Step& step : steps) {
        if (!made.empty()) made += '.';
        made += step.member->name;
        if (step.index >= 0) made += fmt::format("[{}]", step.index);
    }
    return made;
}

const std::string& id_of(const reflect::Struct& type, const void* record) {
    static const std::string none;
    const reflect::Member* id = type.find("id");
    if (!id || id->type->kind != reflect::Kind::id) return none;
    return static_cast<const Id*>(id->in(record))->text();
}

AnyRef reference_to(const reflect::Struct& type, const void* record) {
    const std::string& id = id_of(type, record);
    return id.empty() ? AnyRef() : AnyRef(type.name, id);
}

}  // namespace openeom::check
