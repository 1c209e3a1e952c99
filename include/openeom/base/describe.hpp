// Makes the type-erased tables of reflect.hpp out of Boost.Describe. Included only where a table is instantiated
// (describe_tables.hpp), and by headers that define a described struct for `rows` and `struct_row`.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/base/values.hpp"

namespace openeom::reflect {

/// Rows of the members that a described struct adds to its base, in the order of the struct.
template <class T>
inline constexpr std::array<Row, 0> rows{};

template <class T>
inline constexpr StructRow struct_row{};

/// Name and meaning of a described enumeration.
struct CodeListRow {
    std::string_view name;
    std::string_view meaning;
};
template <class E>
inline constexpr CodeListRow code_list_row{};

namespace detail {

struct Anything {
    template <class T>
    operator T() const noexcept;  // never defined: used in unevaluated operands only
};

template <class T, std::size_t... I>
constexpr bool initialised_by(std::index_sequence<I...>) {
    return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// Number of elements of an aggregate, a base counted as one.
template <class T, std::size_t N = 60>
constexpr std::size_t arity() {
    if constexpr (N == 0 || initialised_by<T>(std::make_index_sequence<N>{}))
        return N;
    else
        return arity<T, N - 1>();
}

template <class T>
struct ReferenceTo : std::false_type {};
template <class T>
struct ReferenceTo<Ref<T>> : std::true_type {
    static std::string_view name() { return struct_row<T>.name; }
};

template <class T>
struct ElementOf {
    using type = void;
    static constexpr Kind kind = Kind::record;
};
template <class T>
struct ElementOf<std::optional<T>> {
    using type = T;
    static constexpr Kind kind = Kind::optional;
};
template <class T>
struct ElementOf<std::vector<T>> {
    using type = T;
    static constexpr Kind kind = Kind::list;
};

template <class T>
constexpr Kind kind_of() {
    if constexpr (std::is_same_v<T, bool>) return Kind::boolean;
    else if constexpr (std::is_same_v<T, std::int64_t>) return Kind::integer;
    else if constexpr (std::is_same_v<T, std::string>) return Kind::text;
    else if constexpr (std::is_same_v<T, Id>) return Kind::id;
    else if constexpr (ReferenceTo<T>::value) return Kind::reference;
    else if constexpr (std::is_same_v<T, AnyRef>) return Kind::any_reference;
    else if constexpr (std::is_same_v<T, Decimal>) return Kind::decimal;
    else if constexpr (std::is_same_v<T, Rational>) return Kind::rational;
    else if constexpr (std::is_same_v<T, Date>) return Kind::date;
    else if constexpr (std::is_same_v<T, Instant>) return Kind::instant;
    else if constexpr (std::is_same_v<T, Interval>) return Kind::interval;
    else if constexpr (std::is_same_v<T, Quantity>) return Kind::quantity;
    else if constexpr (std::is_same_v<T, Span>) return Kind::span;
    else if constexpr (std::is_same_v<T, RawJson>) return Kind::json;
    else if constexpr (std::is_same_v<T, Extras>) return Kind::extras;
    else if constexpr (std::is_enum_v<T>) return Kind::code;
    else if constexpr (!std::is_void_v<typename ElementOf<T>::type>) return ElementOf<T>::kind;
    else {
        static_assert(boost::describe::has_describe_members<T>::value, "this type has no mapping");
        return Kind::record;
    }
}

template <class E>
struct CodesOf {
    using Described = boost::describe::describe_enumerators<E>;
    static constexpr std::size_t size = boost::mp11::mp_size<Described>::value;

    static constexpr std::array<std::string_view, size> make() {
        std::array<std::string_view, size> made{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<Described>([&](auto described) {
            std::string_view name = described.name;
            if (name.back() == '_') name.remove_suffix(1);
            made[at++] = name;
        });
        return made;
    }
    static constexpr bool dense() {
        std::size_t at = 0;
        bool ok = true;
        boost::mp11::mp_for_each<Described>(
            [&](auto described) { ok = ok && static_cast<std::size_t>(described.value) == at++; });
        return ok;
    }
    static_assert(dense(), "enumerators are numbered from 0 without a gap");
    static_assert(!code_list_row<E>.name.empty(), "a described enumeration has a code_list_row");
    static constexpr std::array<std::string_view, size> names = make();
    static constexpr CodeList list{code_list_row<E>.name, code_list_row<E>.meaning, names};
};

template <class T>
constexpr Type make_type();

template <class T>
inline constexpr Type type_of = make_type<T>();

template <class T>
constexpr Type make_type() {
    Type type;
    type.kind = kind_of<T>();
    if constexpr (kind_of<T>() == Kind::record) {
        type.record = &table<T>;
    } else if constexpr (kind_of<T>() == Kind::reference) {
        type.target = &ReferenceTo<T>::name;
    } else if constexpr (kind_of<T>() == Kind::code) {
        type.codes = &CodesOf<T>::list;
        type.code = [](const void* value) { return static_cast<std::size_t>(*static_cast<const T*>(value)); };
        type.set_code = [](void* value, std::size_t code) { *static_cast<T*>(value) = static_cast<T>(code); };
    } else if constexpr (kind_of<T>() == Kind::optional) {
        using Inner = typename ElementOf<T>::type;
        type.element = &type_of<Inner>;
        type.size = [](const void* value) -> std::size_t { return static_cast<const T*>(value)->has_value() ? 1 : 0; };
        type.at = [](const void* value, std::size_t) -> const void* {
            return std::addressof(**static_cast<const T*>(value));
        };
        type.append = [](void* value) -> void* { return std::addressof(static_cast<T*>(value)->emplace()); };
        type.clear = [](void* value) { static_cast<T*>(value)->reset(); };
    } else if constexpr (kind_of<T>() == Kind::list) {
        using Inner = typename ElementOf<T>::type;
        static_assert(!std::is_same_v<Inner, bool>);
        type.element = &type_of<Inner>;
        type.size = [](const void* value) -> std::size_t { return static_cast<const T*>(value)->size(); };
        type.at = [](const void* value, std::size_t at) -> const void* {
            return std::addressof((*static_cast<const T*>(value))[at]);
        };
        type.append = [](void* value) -> void* { return std::addressof(static_cast<T*>(value)->emplace_back()); };
        type.clear = [](void* value) { static_cast<T*>(value)->clear(); };
    }
    return type;
}

template <class T, auto Pointer>
void* address_of(void* object) {
    return std::addressof(static_cast<T*>(object)->*Pointer);
}

template <class T>
using Bases = boost::describe::describe_bases<T, boost::describe::mod_any_access>;
template <class T>
using Own = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Members and rows of T's bases first, then T's own.
template <class T, class Owner = T>
constexpr auto members_of() {
    constexpr std::size_t own = boost::mp11::mp_size<Own<T>>::value;
    static_assert(own == rows<T>.size(), "each described member has its row, and each row its member");
    static_assert(arity<T>() == own + boost::mp11::mp_size<Bases<T>>::value,
                  "each member of the struct stands in its Describe list");
    auto inherited = [] {
        if constexpr (boost::mp11::mp_empty<Bases<T>>::value)
            return std::array<Member, 0>{};
        else
            return members_of<typename boost::mp11::mp_front<Bases<T>>::type, Owner>();
    }();
    std::array<Member, inherited.size() + own> all{};
    for (std::size_t i = 0; i < inherited.size(); ++i) all[i] = inherited[i];
    std::size_t at = inherited.size();
    boost::mp11::mp_for_each<Own<T>>([&](auto described) {
        using Pointer = std::remove_const_t<decltype(described.pointer)>;
        using Value = typename boost::mp11::mp_back<boost::mp11::mp_list<Pointer>>;
        Member& member = all[at];
        static_cast<Row&>(member) = rows<T>[at - inherited.size()];
        [&]<class M, class C>(M C::*) { member.type = &type_of<M>; }(static_cast<Value>(nullptr));
        member.address = &address_of<Owner, described.pointer>;
        std::string_view name = described.name;
        if (name.back() == '_') name.remove_suffix(1);
        if (name != member.name && member.type->kind != Kind::extras)
            throw "the row's name is not the member's name, or the rows stand in another order";
        ++at;
    });
    return all;
}

template <class T>
struct TableOf {
    static constexpr auto members = members_of<T>();
    static constexpr Struct make() {
        Struct made;
        static_cast<StructRow&>(made) = struct_row<T>;
        made.members = members;
        made.bytes = sizeof(T);
        made.alignment = alignof(T);
        made.construct = [](void* at) { new (at) T(); };
        made.copy = [](void* to, const void* from) { new (to) T(*static_cast<const T*>(from)); };
        made.move = [](void* to, void* from) { new (to) T(std::move(*static_cast<T*>(from))); };
        made.destroy = [](void* at) noexcept { static_cast<T*>(at)->~T(); };
        return made;
    }
    static_assert(!struct_row<T>.name.empty(), "a described struct has a struct_row");
    static constexpr Struct value = make();
};

}  // namespace detail
}  // namespace openeom::reflect
