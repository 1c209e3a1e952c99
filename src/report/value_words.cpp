#include "value_words.hpp"

#include <fmt/format.h>

#include "openeom/base/values.hpp"

namespace openeom::report {

namespace {

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

std::string list_words(const reflect::Type& type, const void* value, const Words& words, const Naming& naming) {
    const bool parts = type.element->kind == reflect::Kind::record;
    std::string joined;
    for (std::size_t i = 0; i < type.size(value); ++i) {
        const std::string one = value_words(*type.element, type.at(value, i), words, naming);
        if (one.empty()) continue;
        if (!joined.empty()) joined += parts ? "; " : ", ";
        joined += one;
    }
    return joined;
}

std::string record_words(const reflect::Struct& type, const void* object, const Words& words, const Naming& naming) {
    std::string joined;
    for (const reflect::Member& member : type.members) {
        if (reflect::is_empty(*member.type, member.in(object))) continue;
        const std::string one = value_words(*member.type, member.in(object), words, naming);
        if (one.empty()) continue;
        if (!joined.empty()) joined += ", ";
        // A lone text or name speaks for itself.
        if (member.name != "text") joined += spaced(member.name) + " ";
        joined += one;
    }
    return joined;
}

std::string named(std::string_view type, std::string_view id, const Naming& naming) {
    return naming && !id.empty() ? naming(type, id) : std::string(id);
}

}  // namespace

std::string value_words(const reflect::Type& type, const void* value, const Words& words, const Naming& naming) {
    using reflect::Kind;
    switch (type.kind) {
        case Kind::boolean: return std::string(words(as<bool>(value) ? "yes_no.yes" : "yes_no.no"));
        case Kind::integer: return fmt::format("{}", as<std::int64_t>(value));
        case Kind::text: return as<std::string>(value);
        case Kind::id: return as<Id>(value).text();
        case Kind::reference: return named(type.target(), as<Id>(value).text(), naming);
        case Kind::any_reference: {
            const AnyRef& reference = as<AnyRef>(value);
            return naming ? named(reference.type(), reference.id(), naming) : reference.text();
        }
        case Kind::decimal: return as<Decimal>(value).text();
        case Kind::rational: return as<Rational>(value).text();
        case Kind::date: return words.date(as<Date>(value));
        case Kind::instant: return as<Instant>(value).text();
        case Kind::interval: return as<Interval>(value).text();
        case Kind::quantity: return words.quantity(as<Quantity>(value));
        case Kind::span: {
            const Span& span = as<Span>(value);
            return span.empty() ? std::string() : fmt::format("{} to {}", span.begin, span.end);
        }
        case Kind::code: return words.code(type.codes->name, type.codes->codes[type.code(value)]);
        case Kind::json: return as<RawJson>(value).text;
        case Kind::extras: return {};
        case Kind::optional:
            return type.size(value) == 0 ? std::string() : value_words(*type.element, type.at(value, 0), words, naming);
        case Kind::list: return list_words(type, value, words, naming);
        case Kind::record: return record_words(type.record(), value, words, naming);
    }
    return {};
}

}  // namespace openeom::report
