#include "io/json_values.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/json_scan.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"
#include "openeom/base/values.hpp"

namespace openeom::io {

namespace {

using reflect::Kind;
using reflect::Type;

Problem wrong_value(std::string_view wanted, std::string_view token, std::string_view reason) {
    return {"json-value", fmt::format("expected {}, found {}: {}", wanted, shown(token), reason), {}};
}

/// What a string token means.
std::string text_of(std::string_view token) {
    std::string made;
    scan::unescape(token.substr(1, token.size() - 2), made);
    return made;
}

bool is_string(std::string_view token) noexcept {
    return token.size() >= 2 && token.front() == '"' && token.back() == '"';
}

bool is_whole_number(std::string_view digits) noexcept {
    if (digits.starts_with('-')) digits.remove_prefix(1);
    if (digits.empty() || (digits[0] == '0' && digits.size() > 1)) return false;
    return std::all_of(digits.begin(), digits.end(), scan::is_digit);
}

/// The whole number that a token stands for, written as a number or as a text of digits.
Parsed<std::int64_t> whole_number(std::string_view token) {
    const std::string_view digits = is_string(token) ? token.substr(1, token.size() - 2) : token;
    if (!is_whole_number(digits)) return Parsed<std::int64_t>::failure("");
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc()) return Parsed<std::int64_t>::failure("it does not fit in 64 bits");
    static_cast<void>(end);
    return value;
}

std::optional<Problem> read_integer(const Type& type, void* target, std::string_view token) {
    const auto value = whole_number(token);
    if (!value)
        return value.reason().empty() ? wrong_type(type, token) : wrong_value(expected(type), token, value.reason());
    *static_cast<std::int64_t*>(target) = *value;
    return std::nullopt;
}

/// Elements of the list that stands at the beginning of `rest`; each is a whole JSON value.
std::vector<std::string_view> elements(std::string_view rest) {
    constexpr std::uint32_t kDepth = 4;  // of quantities, the deepest of the small values
    std::vector<std::string_view> found;
    const std::size_t end = scan::value_end(rest, 0, kDepth);
    std::size_t at = scan::skip_space(rest, 1);
    while (at + 1 < end) {
        const std::size_t behind = scan::value_end(rest, at, kDepth);
        found.push_back(rest.substr(at, behind - at));
        at = scan::skip_space(rest, scan::skip_space(rest, behind) + 1);
    }
    return found;
}

struct SmallMember {
    std::string name;
    std::string_view value;
};

/// Members of the object that stands at the beginning of `rest`.
std::vector<SmallMember> members(std::string_view rest) {
    constexpr std::uint32_t kDepth = 4;
    std::vector<SmallMember> found;
    const std::size_t end = scan::value_end(rest, 0, kDepth);
    std::size_t at = scan::skip_space(rest, 1);
    while (at + 1 < end) {
        const std::size_t name_end = scan::string_end(rest, at);
        const std::size_t value = scan::skip_space(rest, scan::skip_space(rest, name_end) + 1);
        const std::size_t behind = scan::value_end(rest, value, kDepth);
        found.push_back({text_of(rest.substr(at, name_end - at)), rest.substr(value, behind - value)});
        at = scan::skip_space(rest, scan::skip_space(rest, behind) + 1);
    }
    return found;
}

/// Two whole numbers in a list; `open_ends` lets null stand for none.
std::optional<Interval> pair_of(std::string_view rest, bool open_ends) {
    if (!rest.starts_with('[')) return std::nullopt;
    const auto both = elements(rest);
    if (both.size() != 2) return std::nullopt;
    Interval pair;
    for (std::size_t i = 0; i < 2; ++i) {
        if (open_ends && both[i] == "null") continue;
        const auto value = whole_number(both[i]);
        if (!value) return std::nullopt;
        (i == 0 ? pair.lower : pair.upper) = *value;
    }
    return pair;
}

/// A list is what was expected, and still not the right one: "found a list" would say nothing.
Problem wrong_pair(const Type& type, const Place& place) {
    if (!place.rest.starts_with('[')) return wrong_type(type, place.token);
    return {"json-type", fmt::format("expected {}", expected(type)), {}};
}

std::optional<Problem> read_interval(const Type& type, void* target, const Place& place) {
    const auto pair = pair_of(place.rest, true);
    if (!pair) return wrong_pair(type, place);
    if (pair->lower && pair->upper && *pair->lower > *pair->upper)
        return Problem{"json-value",
                       fmt::format("the interval from {} to {} ends before it begins", *pair->lower, *pair->upper),
                       {}};
    *static_cast<Interval*>(target) = *pair;
    return std::nullopt;
}

std::optional<Problem> read_span(const Type& type, void* target, const Place& place) {
    const auto pair = pair_of(place.rest, false);
    if (!pair) return wrong_pair(type, place);
    if (*pair->lower < 0)
        return Problem{"json-value", fmt::format("the span begins at {}, before the text", *pair->lower), {}};
    if (*pair->lower > *pair->upper)
        return Problem{
            "json-value", fmt::format("the span from {} to {} ends before it begins", *pair->lower, *pair->upper), {}};
    *static_cast<Span*>(target) = Span{*pair->lower, *pair->upper};
    return std::nullopt;
}

/// The value of a member of a small object; none where it is missing, doubled, or something else stands beside the
/// members that are allowed.
class SmallObject {
public:
    explicit SmallObject(std::string_view rest)
        : members_(rest.starts_with('{') ? members(rest) : std::vector<SmallMember>()) {}

    [[nodiscard]] bool has_only(std::initializer_list<std::string_view> names) const {
        if (members_.empty()) return false;
        for (const auto& member : members_) {
            if (std::find(names.begin(), names.end(), member.name) == names.end()) return false;
            if (std::count_if(members_.begin(), members_.end(),
                              [&](const auto& other) { return other.name == member.name; }) > 1)
                return false;
        }
        return true;
    }
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
        for (const auto& member : members_)
            if (member.name == name) return member.value;
        return std::nullopt;
    }

private:
    std::vector<SmallMember> members_;
};

std::optional<Decimal> decimal_of(std::string_view token) {
    const auto parsed = Decimal::parse(is_string(token) ? token.substr(1, token.size() - 2) : token);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<Quantity> share_of(std::string_view rest) {
    const SmallObject share(rest);
    if (!share.has_only({"percent", "n", "of"}) || !share.find("percent")) return std::nullopt;
    const auto percent = decimal_of(*share.find("percent"));
    std::optional<std::int64_t> n;
    if (const auto given = share.find("n")) {
        const auto number = whole_number(*given);
        if (!number) return std::nullopt;
        n = *number;
    }
    const auto of = share.find("of");
    if (!percent || (of && !is_string(*of))) return std::nullopt;
    return Quantity::share(*percent, n, of ? text_of(*of) : std::string());
}

std::optional<Quantity> vague_of(std::string_view rest) {
    const SmallObject vague(rest);
    if (!vague.has_only({"scale", "term"})) return std::nullopt;
    const auto scale = vague.find("scale"), term = vague.find("term");
    if (!scale || !term || !is_string(*scale) || !is_string(*term)) return std::nullopt;
    const std::string wanted = text_of(*scale);
    for (const auto each : {VagueScale::number, VagueScale::prevalence, VagueScale::pattern})
        if (wanted == openeom::name(each)) return Quantity::vague(each, text_of(*term));
    throw Error(ErrorCode::argument, unknown_of_few("scale", wanted, {"number", "prevalence", "pattern"}));
}

constexpr std::string_view kQuantityKeys[] = {"exact", "at_least", "range", "k_of_n", "share", "vague"};

/// What stands under one key of a quantity. Throws Error(argument) where the parts contradict each other.
std::optional<Quantity> quantity_of(std::string_view key, std::string_view value) {
    if (key == "share") return share_of(value);
    if (key == "vague") return vague_of(value);
    if (key == "exact" || key == "at_least") {
        const auto n = whole_number(value);
        if (!n) return std::nullopt;
        return key == "exact" ? Quantity::exact(*n) : Quantity::at_least(*n);
    }
    const auto pair = pair_of(value, false);
    if (!pair) return std::nullopt;
    return key == "range" ? Quantity::range(*pair->lower, *pair->upper)
                          : Quantity::count_of(*pair->lower, *pair->upper);
}

std::string_view form_of_quantity(std::string_view key) {
    if (key == "exact") return R"({"exact": 7})";
    if (key == "at_least") return R"({"at_least": 18})";
    if (key == "range") return R"({"range": [16, 19]})";
    if (key == "k_of_n") return R"({"k_of_n": [3, 20]})";
    if (key == "share") return R"({"share": {"percent": "75.07", "n": 1200, "of": "polling stations observed"}})";
    return R"({"vague": {"scale": "number", "term": "several"}})";
}

std::optional<Problem> read_quantity(const Type& type, void* target, const Place& place) {
    if (!place.rest.starts_with('{')) return wrong_type(type, place.token);
    const auto all = members(place.rest);
    if (all.size() != 1)
        return Problem{"json-value", fmt::format("a quantity is an object of one member, found {}", all.size()),
                       fmt::format("write it like {}", form_of_quantity("at_least"))};
    const auto& [key, value] = all.front();
    const std::vector<std::string_view> keys(std::begin(kQuantityKeys), std::end(kQuantityKeys));
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
        return Problem{"json-value", unknown_name("kind of quantity", key, keys),
                       fmt::format("the kinds are {}", fmt::join(keys, ", "))};
    try {
        const auto quantity = quantity_of(key, value);
        if (!quantity)
            return Problem{"json-value", fmt::format("the quantity '{}' does not hold {}", key, shown(value)),
                           fmt::format("write it like {}", form_of_quantity(key))};
        *static_cast<Quantity*>(target) = *quantity;
        return std::nullopt;
    } catch (const Error& error) {
        return Problem{"json-value", error.message(), {}};
    }
}

template <class T>
std::optional<Problem> read_parsed(const Type& type, void* target, std::string_view meaning, std::string_view token) {
    auto parsed = T::parse(meaning);
    if (!parsed) return wrong_value(expected(type), token, parsed.reason());
    *static_cast<T*>(target) = *std::move(parsed);
    return std::nullopt;
}

std::optional<Problem> read_code(const Type& type, void* target, std::string_view meaning, std::string_view token) {
    const reflect::CodeList& list = *type.codes;
    if (const auto code = list.find(meaning)) {
        type.set_code(target, *code);
        return std::nullopt;
    }
    Problem problem{"json-code", fmt::format("expected {}, found {}", expected(type), shown(token)), {}};
    const std::vector<std::string_view> codes(list.codes.begin(), list.codes.end());
    if (const auto near = nearest(meaning, codes); !near.empty())
        problem.remedy = fmt::format("did you mean '{}'?", near);
    else problem.remedy = fmt::format("the codes are {}", fmt::join(codes, ", "));
    return problem;
}

/// Reads an id or a code that is written without escapes; false where it is something else.
bool read_plain(const Type& type, void* target, std::string_view inside) {
    if (type.kind == Kind::id || type.kind == Kind::reference)
        return static_cast<Id*>(target)->assign(inside);  // a reference is an id
    if (type.kind != Kind::code) return false;
    const auto code = type.codes->find(inside);
    if (code) type.set_code(target, *code);
    return code.has_value();
}

bool is_atom(std::string_view token) noexcept {
    return token == "true" || token == "false" || token == "null";
}

}  // namespace

std::string expected(const Type& type) {
    switch (type.kind) {
        case Kind::boolean: return "true or false";
        case Kind::integer: return "a whole number";
        case Kind::text: return "a text";
        case Kind::id: return "an id";
        case Kind::reference: return fmt::format("the id of a record of type {}", type.target());
        case Kind::any_reference: return "a reference type:id";
        case Kind::decimal: return "a decimal number";
        case Kind::rational: return "a fraction";
        case Kind::date: return "a date";
        case Kind::instant: return "a time";
        case Kind::interval: return "an interval such as [5, 6]: two whole numbers, null at an open end";
        case Kind::quantity: return R"(a quantity such as {"at_least": 18})";
        case Kind::span: return "a span such as [0, 12]: two whole numbers";
        case Kind::code: return fmt::format("a code of {}", type.codes->name);
        case Kind::json:
        case Kind::extras: return "a JSON value";
        case Kind::optional: return expected(*type.element);
        case Kind::list: return "a list";
        case Kind::record: return fmt::format("an object ({})", type.record().name);
    }
    return "a value";
}

Problem wrong_type(const Type& type, std::string_view token) {
    Problem problem{"json-type", fmt::format("expected {}, found {}", expected(type), shown(token)), {}};
    if (token == "null") problem.remedy = "leave the member out";
    else if (type.kind == Kind::text && !is_string(token) && !is_atom(token) && !token.starts_with('{') &&
             !token.starts_with('['))
        problem.remedy = "put it in quotation marks";
    return problem;
}

std::string shown(std::string_view token) {
    constexpr std::size_t kColumns = 40, kBytes = 400;
    if (token.starts_with('[')) return "a list";
    if (token.starts_with('{')) return "an object";
    if (token.size() > kBytes) {
        std::size_t end = kBytes;
        while (!text::is_boundary(token, end)) --end;
        token = token.substr(0, end);
    }
    return text::fit(token, kColumns);
}

Problem stands_twice(std::string_view member) {
    return {"json-duplicate-member", fmt::format("the member {} stands here twice", openeom::quoted(member)), {}};
}

RawValue raw_value(const Place& place, std::uint32_t depth_left) {
    const bool scalar = place.token[0] != '{' && place.token[0] != '[';
    const std::size_t end = scan::value_end(place.rest, 0, depth_left);
    // simdjson takes 2"011" for one token.
    if (scalar && end != place.token.size()) throw scan::Fault{end, "expected the end of the value"};
    const std::string_view value = place.rest.substr(0, end);
    RawValue raw{scan::compact(value), std::nullopt};
    if (const auto doubled = scan::doubled_member(value)) {
        raw.problem = stands_twice(doubled->name);
        raw.problem->within = doubled->offset;
    }
    return raw;
}

std::string_view ValueReader::meaning(std::string_view token) {
    const std::string_view inside = token.substr(1, token.size() - 2);
    if (inside.find('\\') == std::string_view::npos) return inside;
    scratch_.clear();
    scan::unescape(inside, scratch_);
    return scratch_;
}

std::optional<Problem> ValueReader::read_string(const Type& type, void* target, std::string_view token) {
    if (!is_string(token)) return wrong_type(type, token);
    // Neither an id nor a code has a character that needs an escape, so that nearly all can be read as they stand.
    if (read_plain(type, target, token.substr(1, token.size() - 2))) return std::nullopt;
    const std::string_view said = meaning(token);
    switch (type.kind) {
        case Kind::text: static_cast<std::string*>(target)->assign(said); return std::nullopt;
        case Kind::id:
        case Kind::reference: return read_parsed<Id>(type, target, said, token);
        case Kind::any_reference: return read_parsed<AnyRef>(type, target, said, token);
        case Kind::rational: return read_parsed<Rational>(type, target, said, token);
        case Kind::date: return read_parsed<Date>(type, target, said, token);
        case Kind::instant: return read_parsed<Instant>(type, target, said, token);
        default: return read_code(type, target, said, token);
    }
}

std::optional<Problem> ValueReader::read(const Type& type, void* target, const Place& place, std::uint32_t depth_left) {
    const std::string_view token = place.token;
    switch (type.kind) {
        case Kind::integer: return read_integer(type, target, token);
        case Kind::interval: return read_interval(type, target, place);
        case Kind::span: return read_span(type, target, place);
        case Kind::quantity: return read_quantity(type, target, place);
        case Kind::boolean:
            if (token != "true" && token != "false") return wrong_type(type, token);
            *static_cast<bool*>(target) = token == "true";
            return std::nullopt;
        case Kind::decimal:
            if (!is_string(token) && !token.starts_with('-') && (token.empty() || !scan::is_digit(token[0])))
                return wrong_type(type, token);
            return read_parsed<Decimal>(type, target, is_string(token) ? meaning(token) : token, token);
        case Kind::json: {
            RawValue raw = raw_value(place, depth_left);
            if (!raw.problem) static_cast<RawJson*>(target)->text = std::move(raw.text);
            return std::move(raw.problem);
        }
        default: return read_string(type, target, token);
    }
}

}  // namespace openeom::io
