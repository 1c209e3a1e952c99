#include "openeom/io/filter.hpp"

#include "base/quote.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;

const reflect::Member& member_of(const reflect::Struct& type, std::string_view name) {
    std::vector<std::string_view> names;
    for (const reflect::Member& member : type.members) {
        if (member.type->kind == Kind::extras) continue;  // its name stands for many
        if (member.name == name) return member;
        names.push_back(member.name);
    }
    throw Error(ErrorCode::not_found, unknown_name("member of " + std::string(type.name), name, names), {},
                "'openeom schema " + std::string(type.name) + "' lists the members");
}

// A whole number has no word for "not there" unless it is optional, nor has a code: its first word says so.
bool has_no_empty_value(Kind kind) { return kind == Kind::code || kind == Kind::record; }

}  // namespace

Path::Path(const reflect::Struct& type, std::string_view path) {
    const reflect::Struct* owner = &type;
    for (std::string_view rest = path;;) {
        const std::size_t dot = rest.find('.');
        const reflect::Member& member = member_of(*owner, rest.substr(0, dot));
        members_.push_back(&member);
        type_ = member.type->kind == Kind::optional ? member.type->element : member.type;
        if (dot == std::string_view::npos) return;
        if (type_->kind != Kind::record)
            throw Error(ErrorCode::argument,
                        openeom::quoted(member.name) + " has no members to reach by " + openeom::quoted(path));
        owner = &type_->record();
        rest.remove_prefix(dot + 1);
    }
}

const void* Path::in(const void* record) const {
    const void* value = record;
    for (const reflect::Member* member : members_) {
        value = member->in(value);
        if (member->type->kind != Kind::optional) continue;
        if (member->type->size(value) == 0) return nullptr;
        value = member->type->at(value, 0);
    }
    if (!has_no_empty_value(type_->kind) && reflect::is_empty(*type_, value)) return nullptr;
    return value;
}

Filter::Filter(const reflect::Struct& type, std::string_view json) {
    for (auto& [name, wanted] : object_members(json, "filter")) {
        Condition condition{Path(type, name), {}};
        if (wanted != "null") {
            if (const auto reason = mismatch(condition.path.type(), wanted))
                throw Error(ErrorCode::data, "filter: " + shortened(name) + ": " + *reason);
            condition.json = canonical(condition.path.type(), wanted);
        }
        conditions_.push_back(std::move(condition));
    }
}

bool Filter::matches(const void* record) const {
    for (const Condition& condition : conditions_) {
        const void* value = condition.path.in(record);
        if ((value == nullptr) != condition.json.empty()) return false;
        if (value != nullptr && to_json(condition.path.type(), value) != condition.json) return false;
    }
    return true;
}

}  // namespace openeom::io
