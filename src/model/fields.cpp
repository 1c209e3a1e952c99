#include "model/fields.hpp"

namespace openeom {
namespace {

using reflect::Kind;
using reflect::Type;

Field part(std::string name, Layout layout, bool nullable = false) {
    return {.name = std::move(name), .layout = layout, .nullable = nullable};
}

Field structure(std::string name, std::vector<Field> children) {
    return {.name = std::move(name), .layout = Layout::structure, .children = std::move(children)};
}

Field decimal(std::string name, bool nullable) {
    Field value = part("value", Layout::decimal);
    value.places = kDecimalPlaces;
    Field made = structure(std::move(name), {std::move(value), part("places", Layout::small)});
    made.nullable = nullable;
    return made;
}

Field date(std::string name, Layout texts) {
    return structure(std::move(name),
                     {part("first", Layout::day, true), part("last", Layout::day, true), part("precision", texts),
                      part("approximate", Layout::boolean), part("range", Layout::boolean), part("text", texts)});
}

Field quantity(std::string name, Layout texts) {
    return structure(std::move(name),
                     {part("kind", texts), part("low", Layout::integer, true), part("high", Layout::integer, true),
                      part("n", Layout::integer, true), decimal("percent", true), part("of", texts, true),
                      part("scale", texts, true), part("term", texts, true)});
}

Field record(std::string name, const reflect::Struct& type, TextForm form) {
    Field made = structure(std::move(name), {});
    for (const reflect::Member& member : type.members)
        made.children.push_back(field_of(std::string(member.name), member, form));
    return made;
}

Field untyped(std::string name, const Type& type, TextForm form) {
    const Layout texts = form == TextForm::dictionary ? Layout::coded : Layout::text;
    switch (type.kind) {
        case Kind::boolean: return part(std::move(name), Layout::boolean);
        case Kind::integer: return part(std::move(name), Layout::integer);
        case Kind::id:
        case Kind::json:
        case Kind::extras: return part(std::move(name), Layout::text);
        case Kind::text:
        case Kind::reference:
        case Kind::any_reference:
        case Kind::code: return part(std::move(name), texts);
        case Kind::decimal: return decimal(std::move(name), false);
        case Kind::rational:
            return structure(std::move(name),
                             {part("numerator", Layout::integer), part("denominator", Layout::integer)});
        case Kind::date: return date(std::move(name), texts);
        case Kind::instant:
            return structure(std::move(name), {part("utc", Layout::instant), part("offset_minutes", Layout::small),
                                               part("text", texts)});
        case Kind::interval:
            return structure(std::move(name),
                             {part("lower", Layout::integer, true), part("upper", Layout::integer, true)});
        case Kind::quantity: return quantity(std::move(name), texts);
        case Kind::span:
            return structure(std::move(name), {part("begin", Layout::integer), part("end", Layout::integer)});
        case Kind::optional: {
            Field made = field_of(std::move(name), *type.element, form);
            made.nullable = true;
            return made;
        }
        case Kind::list:
            return {
                .name = std::move(name), .layout = Layout::list, .children = {field_of("item", *type.element, form)}};
        case Kind::record: return record(std::move(name), type.record(), form);
    }
    return part(std::move(name), Layout::nothing, true);
}

}  // namespace

bool may_be_empty(Kind kind) noexcept {
    switch (kind) {
        case Kind::boolean:
        case Kind::integer:
        case Kind::decimal:
        case Kind::rational:
        case Kind::code:
        case Kind::list:
        case Kind::record: return false;
        default: return true;
    }
}

Field field_of(std::string name, const Type& type, TextForm form) {
    Field made = untyped(std::move(name), type, form);
    made.type = &type;
    return made;
}

Field field_of(std::string name, const reflect::Member& member, TextForm form) {
    Field made = field_of(std::move(name), *member.type, form);
    made.nullable = may_be_empty(member.type->kind);
    made.member = &member;
    return made;
}

}  // namespace openeom
