#include "openeom/base/reflect.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "openeom/base/values.hpp"

namespace openeom::reflect {

namespace {

template <class T>
const T& as(const void* value) noexcept {
    return *static_cast<const T*>(value);
}

// A Ref<T> is an Id and nothing else, so a reference of any type may be read as its id.
struct Referred;
static_assert(std::is_standard_layout_v<Ref<Referred>> && sizeof(Ref<Referred>) == sizeof(Id));
const Id& id_of_reference(const void* value) noexcept { return as<Id>(value); }

struct Release {
    const Struct* type;
    void operator()(void* memory) const noexcept {
        ::operator delete(memory, std::align_val_t(type->alignment));  // Clang 14 has no sized one by default
    }
};

/// Memory for one object of `type`, given to `make` to construct it there.
template <class Make>
void* allocate(const Struct& type, Make make) {
    std::unique_ptr<void, Release> memory(::operator new(type.bytes, std::align_val_t(type.alignment)), Release{&type});
    make(memory.get());
    return memory.release();
}

bool elements_equal(const Type& type, const void* left, const void* right) {
    const std::size_t size = type.size(left);
    if (size != type.size(right)) return false;
    for (std::size_t i = 0; i < size; ++i)
        if (!equal(*type.element, type.at(left, i), type.at(right, i))) return false;
    return true;
}

}  // namespace

std::string_view name(Kind kind) noexcept {
    switch (kind) {
        case Kind::boolean: return "boolean";
        case Kind::integer: return "integer";
        case Kind::text: return "text";
        case Kind::id: return "id";
        case Kind::reference: return "reference";
        case Kind::any_reference: return "any_reference";
        case Kind::decimal: return "decimal";
        case Kind::rational: return "rational";
        case Kind::date: return "date";
        case Kind::instant: return "instant";
        case Kind::interval: return "interval";
        case Kind::quantity: return "quantity";
        case Kind::span: return "span";
        case Kind::code: return "code";
        case Kind::json: return "json";
        case Kind::extras: return "extras";
        case Kind::optional: return "optional";
        case Kind::list: return "list";
        case Kind::record: return "record";
    }
    return "unknown";
}

std::optional<std::size_t> CodeList::find(std::string_view code) const noexcept {
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - codes.begin());
}

const Member* Struct::find(std::string_view member) const noexcept {
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member& each) { return each.name == member; });
    return found == members.end() ? nullptr : &*found;
}

bool is_empty(const Type& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
        case Kind::integer:
        case Kind::decimal:
        case Kind::rational: return false;  // 0 and no are said; what may be unsaid is optional
        case Kind::text: return as<std::string>(value).empty();
        case Kind::id: return as<Id>(value).empty();
        case Kind::reference: return id_of_reference(value).empty();
        case Kind::any_reference: return as<AnyRef>(value).empty();
        case Kind::date: return as<Date>(value).empty();
        case Kind::instant: return as<Instant>(value).empty();
        case Kind::interval: return as<Interval>(value).is_unknown();
        case Kind::quantity: return !as<Quantity>(value).is_stated();
        case Kind::span: return as<Span>(value).empty();
        case Kind::code: return type.code(value) == 0;
        case Kind::json: return as<RawJson>(value).text.empty();
        case Kind::extras: return as<Extras>(value).empty();
        case Kind::optional:
        case Kind::list: return type.size(value) == 0;
        case Kind::record: {
            const auto members = type.record().members;
            return std::all_of(members.begin(), members.end(),
                               [&](const Member& each) { return is_empty(*each.type, each.in(value)); });
        }
    }
    return false;
}

bool equal(const Type& type, const void* left, const void* right) {
    switch (type.kind) {
        case Kind::boolean: return as<bool>(left) == as<bool>(right);
        case Kind::integer: return as<std::int64_t>(left) == as<std::int64_t>(right);
        case Kind::decimal: return as<Decimal>(left) == as<Decimal>(right);
        case Kind::rational: return as<Rational>(left) == as<Rational>(right);
        case Kind::text: return as<std::string>(left) == as<std::string>(right);
        case Kind::id: return as<Id>(left) == as<Id>(right);
        case Kind::reference: return id_of_reference(left) == id_of_reference(right);
        case Kind::any_reference: return as<AnyRef>(left) == as<AnyRef>(right);
        case Kind::date: return as<Date>(left) == as<Date>(right);
        case Kind::instant: return as<Instant>(left) == as<Instant>(right);
        case Kind::interval: return as<Interval>(left) == as<Interval>(right);
        case Kind::quantity: return as<Quantity>(left) == as<Quantity>(right);
        case Kind::span: return as<Span>(left) == as<Span>(right);
        case Kind::code: return type.code(left) == type.code(right);
        case Kind::json: return as<RawJson>(left) == as<RawJson>(right);
        case Kind::extras: return as<Extras>(left) == as<Extras>(right);
        case Kind::optional:
        case Kind::list: return elements_equal(type, left, right);
        case Kind::record: return equal(type.record(), left, right);
    }
    return false;
}

bool equal(const Struct& type, const void* left, const void* right) {
    return std::all_of(type.members.begin(), type.members.end(),
                       [&](const Member& each) { return equal(*each.type, each.in(left), each.in(right)); });
}

const Type& innermost(const Type& type) noexcept {
    const Type* inner = &type;
    while (inner->kind == Kind::optional || inner->kind == Kind::list) inner = inner->element;
    return *inner;
}

Object::Object(const Struct& type) : type_(&type), memory_(allocate(type, type.construct)) {}

Object::Object(const Struct& type, const void* copied)
    : type_(&type), memory_(allocate(type, [&](void* at) { type.copy(at, copied); })) {}

Object::Object(const Object& other) : type_(other.type_) {
    if (other.memory_) memory_ = allocate(*type_, [&](void* at) { type_->copy(at, other.memory_); });
}

Object::Object(Object&& other) noexcept
    : type_(std::exchange(other.type_, nullptr)), memory_(std::exchange(other.memory_, nullptr)) {}

Object& Object::operator=(Object other) noexcept {
    std::swap(type_, other.type_);
    std::swap(memory_, other.memory_);
    return *this;
}

Object::~Object() {
    if (!memory_) return;
    type_->destroy(memory_);
    Release{type_}(memory_);
}

}  // namespace openeom::reflect
