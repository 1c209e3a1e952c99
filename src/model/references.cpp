// Walking the references of a record, and finding a member by its path.
#include <algorithm>
#include <charconv>
#include <map>

#include "model/walk.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom {

namespace {

struct CallBack {
    const ReferenceVisit& visit;
    void reference(const MetReference& met, const Walk& walk) const { visit(walk.path(), met.type, met.id); }
    void missing(const reflect::Member&, const Walk&) const {}
};

/// The part of a path up to the next '.' or '[', and what follows.
struct Head {
    std::string_view name;
    std::string_view rest;
};
Head split_name(std::string_view path) {
    const std::size_t end = std::min(path.find_first_of(".["), path.size());
    return {path.substr(0, end), path.substr(end)};
}

/// "[12].text" to 12 and ".text"; no index where it is none.
struct Index {
    std::optional<std::size_t> index;
    std::string_view rest;
};
Index split_index(std::string_view path) {
    const std::size_t close = path.find(']');
    if (path.empty() || path[0] != '[' || close == std::string_view::npos) return {};
    const std::string_view digits = path.substr(1, close - 1);
    if (digits.size() > 1 && digits[0] == '0') return {};
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (fault != std::errc() || end != digits.data() + digits.size()) return {};
    return {index, path.substr(close + 1)};
}

/// An object of every struct as it is when nobody said anything: what a part that is left out holds.
const void* left_out(const reflect::Struct& type) {
    static const auto all = [] {
        std::map<const reflect::Struct*, reflect::Object> made;
        for (const reflect::Struct* each : structs()) made.emplace(each, reflect::Object(*each));
        return made;
    }();
    const auto found = all.find(&type);
    return found == all.end() ? nullptr : found->second.get();
}

/// From a value into the record that it is, holds, or would hold; null where it is no record.
const void* record_in(const reflect::Type& type, const void* value) {
    if (type.kind == reflect::Kind::record) return value;
    if (type.kind != reflect::Kind::optional || type.element->kind != reflect::Kind::record) return nullptr;
    return type.size(value) > 0 ? type.at(value, 0) : left_out(type.element->record());
}

}  // namespace

void for_each_reference(const reflect::Struct& type, const void* record, const ReferenceVisit& visit) {
    CallBack call{visit};
    Walk().go(type, record, call);
}

MemberValue member_at(const reflect::Struct& type, const void* record, std::string_view path) {
    const reflect::Struct* in = &type;
    const void* object = record;
    while (true) {
        const Head head = split_name(path);
        const reflect::Member* member = in->find(head.name);
        if (!member || member->type->kind == reflect::Kind::extras) return {};
        MemberValue found{member->type, member->in(object), member};
        path = head.rest;
        while (!path.empty() && path[0] == '[') {
            const Index next = split_index(path);
            if (!next.index || found.type->kind != reflect::Kind::list) return {};
            if (*next.index >= found.type->size(found.value)) return {};
            found = {found.type->element, found.type->at(found.value, *next.index), member};
            path = next.rest;
        }
        if (path.empty()) return found;
        object = path[0] == '.' ? record_in(*found.type, found.value) : nullptr;
        if (!object) return {};
        in = &reflect::innermost(*found.type).record();
        path.remove_prefix(1);
    }
}

}  // namespace openeom
