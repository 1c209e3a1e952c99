// The one place where Boost.Describe is instantiated for the model.
#include <algorithm>
#include <array>

#include "openeom/base/describe_tables.hpp"
#include "openeom/base/error.hpp"
#include "openeom/model/entities.hpp"

namespace openeom {
namespace {

template <class>
struct Tables;
template <class... T>
struct Tables<boost::mp11::mp_list<T...>> {
    using Table = const reflect::Struct& (*)();
    // Addresses, so that each table is emitted here for the other sources to link to.
    static constexpr std::array<Table, sizeof...(T)> functions{&reflect::table<T>...};
};

/// Held in place: the list must be there when memory is not.
struct Found {
    std::array<const reflect::Struct*, 256> all{};
    std::size_t size = 0;

    void collect(const reflect::Struct& type) {
        if (std::find(all.begin(), all.begin() + size, &type) != all.begin() + size) return;
        all.at(size++) = &type;
        for (const reflect::Member& member : type.members) {
            const reflect::Type& inner = reflect::innermost(*member.type);
            if (inner.kind == reflect::Kind::record) collect(inner.record());
        }
    }
};

}  // namespace

std::span<const reflect::Struct* const> entities() noexcept {
    static const auto all = [] {
        std::array<const reflect::Struct*, Tables<Entities>::functions.size()> made{};
        for (std::size_t i = 0; i < made.size(); ++i) made[i] = &Tables<Entities>::functions[i]();
        return made;
    }();
    return all;
}

std::span<const reflect::Struct* const> structs() noexcept {
    static const auto found = [] {
        Found made;
        for (const reflect::Struct* entity : entities()) made.collect(*entity);
        return made;
    }();
    return {found.all.data(), found.size};
}

const reflect::Struct* find_entity(std::string_view name) noexcept {
    for (const reflect::Struct* entity : entities())
        if (entity->name == name || entity->plural == name) return entity;
    return nullptr;
}

std::size_t entity_index(std::string_view name) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < entities().size(); ++i) {
        if (entities()[i]->name == name || entities()[i]->plural == name) return i;
        names.push_back(entities()[i]->name);
    }
    throw Error(ErrorCode::not_found, unknown_name("type", name, names), {}, "'openeom schema' lists the types");
}

}  // namespace openeom
