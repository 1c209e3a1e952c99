#include "openeom/io/path.hpp"

#include "base/quote.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/values.hpp"

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

const reflect::Type& stripped(const reflect::Type& type) {
    return type.kind == Kind::optional ? *type.element : type;
}

template <class T>
void reset(void* value) {
    *static_cast<T*>(value) = T();
}

void clear(const reflect::Type& type, void* value);

void clear(const reflect::Struct& type, void* object) {
    for (const reflect::Member& member : type.members) clear(*member.type, member.in(object));
}

void clear(const reflect::Type& type, void* value) {
    switch (type.kind) {
        case Kind::boolean: return reset<bool>(value);
        case Kind::integer: return reset<std::int64_t>(value);
        case Kind::text: return reset<std::string>(value);
        case Kind::id:
        case Kind::reference: return reset<Id>(value);
        case Kind::any_reference: return reset<AnyRef>(value);
        case Kind::decimal: return reset<Decimal>(value);
        case Kind::rational: return reset<Rational>(value);
        case Kind::date: return reset<Date>(value);
        case Kind::instant: return reset<Instant>(value);
        case Kind::interval: return reset<Interval>(value);
        case Kind::quantity: return reset<Quantity>(value);
        case Kind::span: return reset<Span>(value);
        case Kind::json: return reset<RawJson>(value);
        case Kind::extras: return reset<Extras>(value);
        case Kind::code: return type.set_code(value, 0);
        case Kind::optional:
        case Kind::list: return type.clear(value);
        case Kind::record: return clear(type.record(), value);
    }
}

}  // namespace

Path::Path(const reflect::Struct& type, std::string_view path) : path_(path) { follow(type, path); }

Path::Path(const reflect::Type& element, std::string_view path) : path_(path) {
    if (element.kind == Kind::record) {
        follow(element.record(), path);
        return;
    }
    if (path != kValueOfList)
        throw Error(ErrorCode::not_found,
                    unknown_of_few("member of an element", path, {kValueOfList}));
    type_ = &element;
}

void Path::follow(const reflect::Struct& type, std::string_view path) {
    const reflect::Struct* owner = &type;
    for (std::string_view rest = path;;) {
        const std::size_t dot = rest.find('.');
        const reflect::Member& member = member_of(*owner, rest.substr(0, dot));
        members_.push_back(&member);
        type_ = &stripped(*member.type);
        if (dot == std::string_view::npos) return;
        if (type_->kind != Kind::record)
            throw Error(ErrorCode::argument,
                        openeom::quoted(member.name) + " has no members to reach by " + openeom::quoted(path));
        owner = &type_->record();
        rest.remove_prefix(dot + 1);
    }
}

std::string_view Path::name() const noexcept { return members_.empty() ? kValueOfList : members_.back()->name; }

const void* Path::place_in(const void* record) const {
    const void* value = record;
    for (const reflect::Member* member : members_) {
        value = member->in(value);
        if (member->type->kind != Kind::optional) continue;
        if (member->type->size(value) == 0) return nullptr;
        value = member->type->at(value, 0);
    }
    return value;
}

const void* Path::in(const void* record) const {
    const void* value = place_in(record);
    if (value != nullptr && !has_no_empty_value(type_->kind) && reflect::is_empty(*type_, value)) return nullptr;
    return value;
}

void* Path::make_in(void* record) const {
    void* value = record;
    for (const reflect::Member* member : members_) {
        value = member->in(value);
        if (member->type->kind != Kind::optional) continue;
        value = member->type->size(value) == 0 ? member->type->append(value)
                                               : const_cast<void*>(member->type->at(value, 0));
    }
    return value;
}

void Path::clear_in(void* record) const {
    void* value = record;
    for (const reflect::Member* member : members_) {
        value = member->in(value);
        if (member->type->kind != Kind::optional) continue;
        if (member == members_.back()) return member->type->clear(value);
        if (member->type->size(value) == 0) return;
        value = const_cast<void*>(member->type->at(value, 0));
    }
    clear(*type_, value);
}

}  // namespace openeom::io
