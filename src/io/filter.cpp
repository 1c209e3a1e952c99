#include "openeom/io/filter.hpp"

#include <algorithm>
#include <compare>

#include "base/quote.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/values.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;

constexpr std::string_view kIn = "in";
constexpr std::string_view kNot = "not";
constexpr std::string_view kFrom = "from";
constexpr std::string_view kTo = "to";

// Members whose values are objects themselves: an object is then the value.
bool holds_objects(Kind kind) { return kind == Kind::record || kind == Kind::json; }

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

bool has_order(Kind kind) {
    switch (kind) {
        case Kind::integer:
        case Kind::decimal:
        case Kind::rational:
        case Kind::date:
        case Kind::instant:
        case Kind::text:
        case Kind::id:
        case Kind::reference:
        case Kind::any_reference: return true;
        default: return false;
    }
}

// Whether `left` is certainly not after `right`; for dates by the days that the two may be.
bool not_after(Kind kind, const void* left, const void* right, bool lower_bound) {
    switch (kind) {
        case Kind::integer: return as<std::int64_t>(left) <= as<std::int64_t>(right);
        case Kind::decimal: return as<Decimal>(left).value() <= as<Decimal>(right).value();
        case Kind::rational: return as<Rational>(left) <= as<Rational>(right);
        case Kind::instant: return as<Instant>(left).utc_microseconds() <= as<Instant>(right).utc_microseconds();
        case Kind::text: return as<std::string>(left) <= as<std::string>(right);
        case Kind::id:
        case Kind::reference: return as<Id>(left).text() <= as<Id>(right).text();
        case Kind::any_reference: return as<AnyRef>(left).text() <= as<AnyRef>(right).text();
        case Kind::date: {
            const auto earlier = lower_bound ? as<Date>(left).first() : as<Date>(left).last();
            const auto later = lower_bound ? as<Date>(right).first() : as<Date>(right).last();
            if (lower_bound && !earlier) return true;  // a bound that is open itself: "../2012"
            if (!lower_bound && !later) return true;
            return earlier && later && *earlier <= *later;
        }
        default: return false;
    }
}

std::string of(std::string_view name) { return "filter: " + shortened(name) + ": "; }

}  // namespace

Filter::Wanted Filter::wanted(const reflect::Struct& type, const Condition& condition, std::string_view name,
                              std::string_view json) {
    if (json == "null") return {};
    if (const auto reason = mismatch(condition.path.type(), json)) throw Error(ErrorCode::data, of(name) + *reason);
    const auto holder = std::make_shared<reflect::Object>(type);
    void* place = condition.path.make_in(holder->get());
    read_value(condition.path.type(), json, place);
    return {holder, place};
}

Filter::Condition Filter::condition(const reflect::Struct& type, std::string_view name, std::string_view json) {
    Condition made{Path(type, name), Test::one_of, {}};
    const Kind kind = made.path.type().kind;
    const auto members = json.starts_with('{') && !holds_objects(kind)
                             ? object_members(json, "filter")
                             : std::vector<std::pair<std::string, std::string>>();
    const auto is_word = [](const auto& member) {
        return member.first == kIn || member.first == kNot || member.first == kFrom || member.first == kTo;
    };
    if (!std::any_of(members.begin(), members.end(), is_word)) {
        made.values.push_back(wanted(type, made, name, json));
        return made;
    }
    if (members.size() == 1 && members[0].first == kIn) {
        for (const std::string& each : list_elements(members[0].second, "filter"))
            made.values.push_back(wanted(type, made, name, each));
        return made;
    }
    if (members.size() == 1 && members[0].first == kNot) {
        if (members[0].second != "null")
            throw Error(ErrorCode::argument, of(name) + "only null can follow \"not\"", {},
                        "name the values that are wanted: {\"in\": [...]}");
        made.test = Test::any;
        return made;
    }
    if (!has_order(kind))
        throw Error(ErrorCode::argument, of(name) + "a " + std::string(reflect::name(kind)) + " has no order, so no range");
    made.test = Test::between;
    made.values.resize(2);
    for (const auto& [word, bound] : members) {
        if (word != kFrom && word != kTo)
            throw Error(ErrorCode::argument, of(name) + openeom::quoted(word) + " cannot stand beside a range");
        made.values[word == kFrom ? 0 : 1] = wanted(type, made, name, bound);
    }
    return made;
}

Filter::Filter(const reflect::Struct& type, std::string_view json) {
    for (const auto& [name, wanted] : object_members(json, "filter")) conditions_.push_back(condition(type, name, wanted));
}

bool Filter::holds(const Condition& condition, const void* value) {
    const reflect::Type& type = condition.path.type();
    switch (condition.test) {
        case Test::any: return value != nullptr;
        case Test::one_of:
            return std::any_of(condition.values.begin(), condition.values.end(), [&](const Wanted& wanted) {
                if (value == nullptr || wanted.value == nullptr) return value == wanted.value;
                return reflect::equal(type, value, wanted.value);
            });
        case Test::between: {
            const void* from = condition.values[0].value;
            const void* to = condition.values[1].value;
            return value != nullptr && (from == nullptr || not_after(type.kind, from, value, true)) &&
                   (to == nullptr || not_after(type.kind, value, to, false));
        }
    }
    return false;
}

bool Filter::matches(const void* record) const {
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
        return holds(condition, condition.path.in(record));
    });
}

}  // namespace openeom::io
