#include "openeom/io/json_schema.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "openeom/io/json.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;
using reflect::Member;
using reflect::Struct;
using reflect::Type;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";

constexpr std::string_view kId = R"([a-z0-9][a-z0-9._-]*)";
constexpr std::string_view kWhole = R"((0|-?[1-9][0-9]*))";
constexpr std::string_view kEnd = R"([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?)";

/// The members of a JSON object, in order.
class Members {
public:
    Members& add(std::string_view name, std::string_view json) {
        made_ += fmt::format("{}{}:{}", made_.empty() ? "" : ",", quoted(name), json);
        return *this;
    }
    Members& add_text(std::string_view name, std::string_view text) {
        return text.empty() ? *this : add(name, quoted(text));
    }
    [[nodiscard]] std::string json() const { return fmt::format("{{{}}}", made_); }

private:
    std::string made_;
};

std::string array(const std::vector<std::string>& values) {
    return fmt::format("[{}]", fmt::join(values, ","));
}

std::string pattern(std::string_view regular, std::string_view description) {
    return Members()
        .add("type", R"("string")")
        .add("pattern", quoted(fmt::format("^{}$", regular)))
        .add_text("description", description)
        .json();
}

std::string pair(std::string_view element, std::string_view description) {
    return Members()
        .add("type", R"("array")")
        .add("items", element)
        .add("minItems", "2")
        .add("maxItems", "2")
        .add_text("description", description)
        .json();
}

std::string object(const Members& properties, const std::vector<std::string>& required) {
    Members made;
    made.add("type", R"("object")").add("properties", properties.json());
    if (!required.empty()) made.add("required", array(required));
    return made.add("additionalProperties", "false").json();
}

std::string quantity() {
    const std::string whole = R"({"$ref":"#/$defs/value.integer"})";
    const std::string both = pair(whole, {});
    Members share;
    share.add("percent", R"({"$ref":"#/$defs/value.decimal"})").add("n", whole).add("of", R"({"type":"string"})");
    Members vague;
    vague.add("scale", R"({"enum":["number","prevalence","pattern"]})").add("term", R"({"type":"string"})");
    Members kinds;
    kinds.add("exact", whole).add("at_least", whole).add("range", both).add("k_of_n", both);
    kinds.add("share", object(share, {R"("percent")"})).add("vague", object(vague, {R"("scale")", R"("term")"}));
    return Members()
        .add("type", R"("object")")
        .add("properties", kinds.json())
        .add("minProperties", "1")
        .add("maxProperties", "1")
        .add("additionalProperties", "false")
        .add_text("description", "how many, as somebody said it")
        .json();
}

/// What the format says of the values; a number beyond 2^53 is a text of digits, and a decimal may be a number.
std::string value_schema(Kind kind) {
    switch (kind) {
        case Kind::integer:
            return Members()
                .add("type", R"(["integer","string"])")
                .add("pattern", quoted(fmt::format("^{}$", kWhole)))
                .add_text("description", "a whole number; a text of digits beyond 2^53")
                .json();
        case Kind::id:
            return Members()
                .add("type", R"("string")")
                .add("pattern", quoted(fmt::format("^{}$", kId)))
                .add("maxLength", std::to_string(Id::kMaximumBytes))
                .add_text("description", "an identifier")
                .json();
        case Kind::any_reference: return pattern(fmt::format("[a-z0-9_]+:{}", kId), "a reference type:id");
        case Kind::decimal:
            return Members()
                .add("type", R"(["string","number"])")
                .add("pattern", quoted(R"(^(-(?!0(\.0+)?$))?(0|[1-9][0-9]*)(\.[0-9]+)?$)"))
                .add_text("description", "a decimal number, its digits as printed")
                .json();
        case Kind::rational: return pattern(fmt::format("{}(/[1-9][0-9]*)?", kWhole), "a fraction, such as 83/98");
        case Kind::date:
            return pattern(fmt::format("({0}(/({0}|\\.\\.))?|\\.\\./{0})", kEnd),
                           "a date or a range in EDTF, as precise as it is known");
        case Kind::instant:
            return pattern(
                R"([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))",
                "a time with its offset from UTC, in RFC 3339");
        case Kind::interval:
            return pair(R"({"anyOf":[{"$ref":"#/$defs/value.integer"},{"type":"null"}]})",
                        "from and to, both included; null at an open end");
        case Kind::span: return pair(R"({"$ref":"#/$defs/value.integer"})", "begin and end in bytes, the end excluded");
        case Kind::quantity: return quantity();
        default: return {};
    }
}

/// Collects the definitions that a schema refers to.
class Definitions {
public:
    /// {"$ref": "#/$defs/party"}
    std::string reference(const Struct& type) { return named(define(type)); }

    std::string json() {
        // What is described may refer to what is not yet; the list grows while it is gone through.
        for (std::size_t i = 0; i < types_.size(); ++i) {
            const auto [name, type] = types_[i];
            done_.emplace_back(name, described(*type));
        }
        std::vector<std::pair<std::string, std::string>> all = done_;
        std::ranges::move(values_, std::back_inserter(all));
        Members members;
        for (const auto& [name, json] : all) members.add(name, json);
        return members.json();
    }

private:
    static std::string named(std::string_view definition) {
        return Members().add("$ref", quoted(fmt::format("#/$defs/{}", definition))).json();
    }

    /// One name stands for several structs where a template makes them; the code list tells them apart.
    std::string define(const Struct& type) {
        bool taken = false;
        for (const auto& [name, known] : types_) {
            if (known == &type) return name;
            taken = taken || known->name == type.name;
        }
        std::string name(type.name);
        if (taken)
            for (const Member& member : type.members)
                if (member.type->kind == Kind::code) name += fmt::format(".{}", member.type->codes->name);
        if (std::ranges::any_of(types_, [&](const auto& known) { return known.first == name; }))
            name += fmt::format(".{}", types_.size());
        types_.emplace_back(name, &type);
        return name;
    }

    std::string value(std::string name, std::string json) {
        if (std::ranges::none_of(values_, [&](const auto& known) { return known.first == name; }))
            values_.emplace_back(name, std::move(json));
        return named(name);
    }

    std::string code_list(const reflect::CodeList& codes) {
        std::vector<std::string> words;
        for (const std::string_view code : codes.codes) words.push_back(quoted(code));
        return value(fmt::format("codes.{}", codes.name),
                     Members().add("enum", array(words)).add_text("description", codes.meaning).json());
    }

    std::string schema_of(const Type& type) {
        switch (type.kind) {
            case Kind::boolean: return R"({"type":"boolean"})";
            case Kind::text: return R"({"type":"string"})";
            case Kind::json:
            case Kind::extras: return "true";
            case Kind::code: return code_list(*type.codes);
            case Kind::optional: return schema_of(*type.element);
            case Kind::list: return Members().add("type", R"("array")").add("items", schema_of(*type.element)).json();
            case Kind::record: return reference(type.record());
            case Kind::reference: return schema_of(Type{.kind = Kind::id});
            case Kind::quantity: schema_of(Type{.kind = Kind::decimal}); [[fallthrough]];
            case Kind::interval:
            case Kind::span: schema_of(Type{.kind = Kind::integer}); [[fallthrough]];
            default: return value(fmt::format("value.{}", reflect::name(type.kind)), value_schema(type.kind));
        }
    }

    /// What is written beside a member stands beside the schema of its value, which 2020-12 allows for $ref too.
    std::string schema_of(const Member& member) {
        std::string made = schema_of(*member.type);
        Members beside;
        beside.add_text("description", member.meaning)
            .add_text("x-unit", member.unit)
            .add_text("x-codes", member.codes);
        const Type& inner = reflect::innermost(*member.type);
        if (inner.kind == Kind::reference) beside.add_text("x-refers-to", inner.target());
        if (member.required) add_something_said(beside, *member.type);
        const std::string more = beside.json();
        if (made == "true") return more;
        made.pop_back();
        return made + (more == "{}" ? "}" : "," + more.substr(1));
    }

    /// A required member that is there and says nothing counts as missing.
    static void add_something_said(Members& beside, const Type& type) {
        if (type.kind == Kind::list) beside.add("minItems", "1");
        if (type.kind == Kind::text) beside.add("minLength", "1");
        if (type.kind == Kind::code) beside.add("not", Members().add_text("const", type.codes->codes[0]).json());
    }

    std::string described(const Struct& type) {
        Members properties;
        std::vector<std::string> required;
        for (const Member& member : type.members) {
            if (member.type->kind == Kind::extras) continue;
            properties.add(member.name, schema_of(member));
            if (member.required) required.push_back(quoted(member.name));
        }
        Members made;
        made.add("type", R"("object")").add_text("description", type.meaning).add("properties", properties.json());
        if (!required.empty()) made.add("required", array(required));
        return made.add("patternProperties", R"({"^x-":true})").add("additionalProperties", "false").json();
    }

    std::vector<std::pair<std::string, const Struct*>> types_;
    std::vector<std::pair<std::string, std::string>> done_;
    std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace

std::string json_schema(const Struct& type) {
    Definitions definitions;
    Members made;
    made.add_text("$schema", kDialect).add_text("title", type.name);
    const std::string reference = definitions.reference(type);
    made.add("$ref", reference.substr(8, reference.size() - 9));
    return made.add("$defs", definitions.json()).json() + "\n";
}

std::string json_schema(std::string_view type) {
    for (const Struct* part : structs())
        if (part->name == type) return json_schema(*part);
    return json_schema(*entities()[entity_index(type)]);
}

std::string json_schema() {
    Definitions definitions;
    std::vector<std::string> formats;
    for (int minor = 0; minor <= kFormatMinor; ++minor)
        formats.push_back(quoted(fmt::format("openeom/{}.{}", kFormatMajor, minor)));
    Members registers;
    registers.add("format", Members().add("enum", array(formats)).json());
    for (const Struct* entity : entities())
        registers.add(entity->plural,
                      Members().add("type", R"("array")").add("items", definitions.reference(*entity)).json());
    Members made;
    made.add_text("$schema", kDialect)
        .add_text("title", "dossier")
        .add_text("description", "a mission's record of an election");
    made.add("type", R"("object")").add("properties", registers.json()).add("required", R"(["format"])");
    made.add("patternProperties", R"({"^x-":true})").add("additionalProperties", "false");
    return made.add("$defs", definitions.json()).json() + "\n";
}

}  // namespace openeom::io
