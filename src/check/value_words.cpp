#include "check/value_words.hpp"

#include <optional>

#include <fmt/format.h>

#include "check/context.hpp"
#include "openeom/io/json.hpp"

namespace openeom::check {

namespace {

/// A member by its path: the struct that has it, the object where there is one, and whether one element of a list is
/// meant.
struct Place {
    const reflect::Struct* owner = nullptr;
    const void* object = nullptr;
    const reflect::Member* member = nullptr;
    bool element = false;
};

Place place_of(const Dossier& dossier, const ReportedValue& value) {
    Place place{find_entity(value.record.type()), dossier.find(value.record)};
    std::string_view name = value.member;
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos && place.owner && place.object) {
        const MemberValue part = member_at(*place.owner, place.object, name.substr(0, dot));
        const bool is_part = part.type && part.type->kind == reflect::Kind::record;
        place = {is_part ? &part.type->record() : nullptr, part.value};
        name.remove_prefix(dot + 1);
    }
    if (!place.owner || !place.object) return {};
    place.element = name.ends_with(']');
    place.member = place.owner->find(name.substr(0, name.find('[')));
    return place;
}

/// The value in an object of its own, which has beside it only what such an object must have.
std::optional<reflect::Object> read(const Place& place, const std::string& value) {
    if (!place.member) return std::nullopt;
    const std::string whole = place.element ? fmt::format("[{}]", value) : value;
    std::string json = fmt::format("{{{}: {}", io::quoted(place.member->name), whole);
    for (const reflect::Member& each : place.owner->members)
        if (each.required && &each != place.member)
            json += fmt::format(", {}: {}", io::quoted(each.name), io::to_json(*each.type, each.in(place.object)));
    try {
        return io::from_json(*place.owner, json + "}", "reported value");
    } catch (const Error&) {
        return std::nullopt;  // reported-value-type says what is wrong with it
    }
}

/// A value and its type.
struct Typed {
    const reflect::Type* type;
    const void* value;
};

std::optional<Typed> value_in(const reflect::Object& object, const Place& place) {
    const Typed whole{place.member->type, place.member->in(object.get())};
    if (!place.element) return whole;
    if (whole.type->kind != reflect::Kind::list || whole.type->size(whole.value) != 1) return std::nullopt;
    return Typed{whole.type->element, whole.type->at(whole.value, 0)};
}

/// What `write` makes of a reported value, or its JSON as it stands.
template <class Write>
std::string written(const Dossier& dossier, const ReportedValue& reported, Write write) {
    const Place place = place_of(dossier, reported);
    const auto object = read(place, reported.value.text);
    const auto value = object ? value_in(*object, place) : std::nullopt;
    return value ? write(*value->type, value->value) : reported.value.text;
}

std::string list_in_words(const reflect::Type& type, const void* value) {
    std::string made;
    for (std::size_t i = 0; i < type.size(value); ++i)
        made += fmt::format("{}{}", i > 0 ? ", " : "", in_words(*type.element, type.at(value, i)));
    return made;
}

}  // namespace

std::string in_words(const reflect::Type& type, const void* value) {
    if (reflect::is_empty(type, value)) return "nothing";
    switch (type.kind) {
        case reflect::Kind::optional: return in_words(*type.element, type.at(value, 0));
        case reflect::Kind::list: return list_in_words(type, value);
        case reflect::Kind::text: return marked(*static_cast<const std::string*>(value));
        case reflect::Kind::date: return words(*static_cast<const Date*>(value));
        case reflect::Kind::quantity: return static_cast<const Quantity*>(value)->text();
        case reflect::Kind::decimal: return static_cast<const Decimal*>(value)->text();
        case reflect::Kind::code: return std::string(type.codes->codes[type.code(value)]);
        default: return io::to_json(type, value);
    }
}

std::string in_words(const Dossier& dossier, const ReportedValue& value) {
    return written(dossier, value, [](const reflect::Type& type, const void* held) { return in_words(type, held); });
}

std::string canonical(const Dossier& dossier, const ReportedValue& value) {
    return written(dossier, value, [](const reflect::Type& type, const void* held) { return io::to_json(type, held); });
}

}  // namespace openeom::check
