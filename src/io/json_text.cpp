#include "io/json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <variant>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/json_scan.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"
#include "openeom/base/values.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

using reflect::Kind;
using reflect::Struct;
using reflect::Type;

/// Beyond this, readers that keep numbers in floating point lose digits.
constexpr std::int64_t kLargestNumber = std::int64_t{1} << 53;

enum Treatment : std::uint8_t { plain, special, beyond_ascii };

constexpr auto kTreatments = [] {
    std::array<Treatment, 256> made{};
    for (std::size_t i = 0; i < 0x20; ++i) made[i] = special;
    made['"'] = made['\\'] = special;
    for (std::size_t i = 0x80; i < 0x100; ++i) made[i] = beyond_ascii;
    return made;
}();

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
            return;
    }
}

template <class T>
const T& as(const void* value) noexcept {
    return *static_cast<const T*>(value);
}

const Extras* extras_of(const Struct& type, const void* object) noexcept {
    for (const auto& member : type.members)
        if (member.type->kind == Kind::extras) return static_cast<const Extras*>(member.in(object));
    return nullptr;
}

}  // namespace

/// Writes brackets, commas and names around members.
class JsonText::Members {
public:
    explicit Members(JsonText& out) : out_(out) {
        out_.text_ += '{';
        ++out_.level_;
    }

    /// The caller writes the value after it.
    void name(std::string_view name) {
        if (!first_) out_.text_ += ',';
        first_ = false;
        out_.next_line();
        out_.write_text(name);
        out_.text_ += out_.indented_ ? ": " : ":";
    }
    void close() {
        --out_.level_;
        if (!first_) out_.next_line();
        out_.text_ += '}';
    }

private:
    JsonText& out_;
    bool first_ = true;
};

void JsonText::next_line() {
    if (!indented_) return;
    text_ += '\n';
    text_.append(static_cast<std::size_t>(level_) * 2, ' ');
}

void JsonText::write_text(std::string_view text) {
    text_ += '"';
    std::size_t begin = 0;
    bool ascii = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const Treatment treatment = kTreatments[static_cast<unsigned char>(text[i])];
        if (treatment == plain) continue;
        if (treatment == beyond_ascii) {
            ascii = false;
            continue;
        }
        text_.append(text, begin, i - begin);
        append_escape(text_, text[i]);
        begin = i + 1;
    }
    text_.append(text, begin, text.size() - begin);
    text_ += '"';
    if (!ascii && text::first_invalid_utf8(text))
        throw Error(ErrorCode::data, "a text is not UTF-8 and cannot be written as JSON");
}

void JsonText::write_raw(std::string_view name, std::string_view json) {
    if (const auto fault = find_json_fault(json, Limits::kGreatestDepth))
        throw Error(ErrorCode::data,
                    fmt::format("the value of {} is not JSON: {}", openeom::quoted(name), fault->reason));
    if (const auto doubled = scan::doubled_member(json))
        throw Error(ErrorCode::data, fmt::format("in the value of {} the member {} stands twice",
                                                 openeom::quoted(name), openeom::quoted(doubled->name)));
    text_ += json;
}

void JsonText::write_number(std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const bool large = number > kLargestNumber || number < -kLargestNumber;
    if (large) text_ += '"';
    text_.append(digits.data(), end);
    if (large) text_ += '"';
}

void JsonText::write_list(const Type& type, const void* value) {
    const std::size_t size = type.size(value);
    const Kind kind = type.element->kind;
    const bool on_lines = kind == Kind::record || kind == Kind::list;
    text_ += '[';
    ++level_;
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) text_ += indented_ && !on_lines ? ", " : ",";
        if (on_lines) next_line();
        if (pace_) pace_->step();
        write(*type.element, type.at(value, i));
    }
    --level_;
    if (on_lines && size > 0) next_line();
    text_ += ']';
}

void JsonText::write_quantity(const void* value) {
    const std::string_view space = indented_ ? " " : "";
    const auto begin = [&](std::string_view key) { text_ += fmt::format("{{\"{}\":{}", key, space); };
    const auto pair = [&](std::int64_t first, std::int64_t second) {
        text_ += '[';
        write_number(first);
        text_ += fmt::format(",{}", space);
        write_number(second);
        text_ += ']';
    };
    struct Visitor {
        JsonText& out;
        decltype(begin)& key;
        decltype(pair)& two;
        std::string_view space;

        void operator()(std::monostate) const { out.text_ += '{'; }
        void operator()(const Quantity::Exact& exact) const {
            key("exact");
            out.write_number(exact.n);
        }
        void operator()(const Quantity::AtLeast& at_least) const {
            key("at_least");
            out.write_number(at_least.n);
        }
        void operator()(const Quantity::Range& range) const {
            key("range");
            two(range.low, range.high);
        }
        void operator()(const Quantity::CountOf& count) const {
            key("k_of_n");
            two(count.k, count.n);
        }
        void operator()(const Quantity::Share& share) const {
            key("share");
            out.text_ += fmt::format("{{\"percent\":{}\"{}\"", space, share.percent.text());
            if (share.n) {
                out.text_ += fmt::format(",{}\"n\":{}", space, space);
                out.write_number(*share.n);
            }
            if (!share.of.empty()) {
                out.text_ += fmt::format(",{}\"of\":{}", space, space);
                out.write_text(share.of);
            }
            out.text_ += '}';
        }
        void operator()(const Quantity::Vague& vague) const {
            key("vague");
            out.text_ +=
                fmt::format("{{\"scale\":{}\"{}\",{}\"term\":{}", space, openeom::name(vague.scale), space, space);
            out.write_text(vague.term);
            out.text_ += '}';
        }
    };
    std::visit(Visitor{*this, begin, pair, space}, as<Quantity>(value).value());
    text_ += '}';
}

void JsonText::write(const Type& type, const void* value) {
    const std::string_view comma = indented_ ? ", " : ",";
    switch (type.kind) {
        case Kind::boolean: text_ += as<bool>(value) ? "true" : "false"; return;
        case Kind::integer: return write_number(as<std::int64_t>(value));
        case Kind::text: return write_text(as<std::string>(value));
        case Kind::id:
        case Kind::reference: return write_text(as<Id>(value).text());  // a reference is an id and nothing else
        case Kind::any_reference: return write_text(as<AnyRef>(value).text());
        case Kind::decimal: return write_text(as<Decimal>(value).text());
        case Kind::rational: return write_text(as<Rational>(value).text());
        case Kind::date: return write_text(as<Date>(value).text());
        case Kind::instant: return write_text(as<Instant>(value).text());
        case Kind::interval: {
            const auto& interval = as<Interval>(value);
            const auto end = [&](const std::optional<std::int64_t>& number) {
                number ? write_number(*number) : void(text_ += "null");
            };
            text_ += '[';
            end(interval.lower);
            text_ += comma;
            end(interval.upper);
            text_ += ']';
            return;
        }
        case Kind::quantity: return write_quantity(value);
        case Kind::span:
            text_ += '[';
            write_number(as<Span>(value).begin);
            text_ += comma;
            write_number(as<Span>(value).end);
            text_ += ']';
            return;
        case Kind::code: return write_text(type.codes->codes[type.code(value)]);
        case Kind::json: return write_raw("a member", as<RawJson>(value).text);
        case Kind::extras: return;  // written with the members around it
        case Kind::optional:
            if (type.size(value) == 0) text_ += "null";
            else write(*type.element, type.at(value, 0));
            return;
        case Kind::list: return write_list(type, value);
        case Kind::record: return write(type.record(), value);
    }
}

void JsonText::write(const Struct& type, const void* object, std::span<const std::string_view> omitted) {
    Members members(*this);
    for (const auto& member : type.members) {
        const void* value = member.in(object);
        if (member.type->kind == Kind::extras || reflect::is_empty(*member.type, value)) continue;
        if (std::find(omitted.begin(), omitted.end(), member.name) != omitted.end()) continue;
        members.name(member.name);
        write(*member.type, value);
    }
    if (const Extras* extras = extras_of(type, object)) {
        for (const auto& [name, json] : extras->members()) {
            // The code of a newer version was kept under its member's name; a value given since replaces it.
            const auto* known = type.find(name);
            if (known && known->type->kind != Kind::extras && !reflect::is_empty(*known->type, known->in(object)))
                continue;
            members.name(name);
            write_raw(name, json);
        }
    }
    members.close();
}

std::string quoted(std::string_view text) {
    JsonText out;
    out.write_text(text);
    return std::move(out.text());
}

std::string to_json(const reflect::Object& object, const Progress& progress) {
    Pace pace(progress, 0, "write");
    JsonText out(pace);
    out.write(object.type(), object.get());
    return std::move(out.text());
}

std::string to_json(const Struct& type, const void* object, bool indented) {
    JsonText out(indented);
    out.write(type, object);
    return std::move(out.text());
}

std::string to_json(const Type& type, const void* value) {
    JsonText out;
    out.write(type, value);
    return std::move(out.text());
}

}  // namespace openeom::io
