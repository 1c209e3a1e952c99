// Reading one described object or one value, such as options.
#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "io/files.hpp"
#include "io/json_objects.hpp"
#include "openeom/io/json.hpp"
#include "openeom/io/path.hpp"

namespace openeom::io {

namespace {

constexpr std::uint32_t kMaximumDepth = 64;
constexpr std::uint32_t kAroundRecord = 2;  ///< the dossier and the register's list
/// In a change set five lists and objects stand around a record's value, in a dossier three.
constexpr std::uint32_t kAroundChange = 2;

/// Room for a value of any kind that holds no other values.
class AnyLeaf {
public:
    [[nodiscard]] void* of(reflect::Kind kind) noexcept {
        using reflect::Kind;
        switch (kind) {
            case Kind::boolean: return &boolean_;
            case Kind::text: return &text_;
            case Kind::id:
            case Kind::reference: return &id_;
            case Kind::any_reference: return &reference_;
            case Kind::decimal: return &decimal_;
            case Kind::rational: return &rational_;
            case Kind::date: return &date_;
            case Kind::instant: return &instant_;
            case Kind::interval: return &interval_;
            case Kind::quantity: return &quantity_;
            case Kind::span: return &span_;
            case Kind::json: return &json_;
            default: return &integer_;  // codes too: no enumeration is wider
        }
    }

private:
    bool boolean_ = false;
    std::int64_t integer_ = 0;
    std::string text_;
    Id id_;
    AnyRef reference_;
    Decimal decimal_;
    Rational rational_;
    Date date_;
    Instant instant_;
    Interval interval_;
    Quantity quantity_;
    Span span_;
    RawJson json_;
};

/// Whether the struct is a record or a part of one; options and the like are none.
bool is_of_dossier(const reflect::Struct& type) {
    return std::find(structs().begin(), structs().end(), &type) != structs().end();
}

/// One JSON text. Throws Error(syntax) or Error(limit) where it is none.
class SingleValue {
public:
    SingleValue(std::string_view json, std::string source, std::uint32_t maximum_depth = kMaximumDepth)
        : text_(wrapped(json)), diagnostics_(std::move(source), starts_behind_bracket(json)), maximum_depth_(maximum_depth) {
        const auto fault = scan::first_fault(json, maximum_depth);
        if (!fault) return;
        throw Error(fault->too_deep ? ErrorCode::limit : ErrorCode::syntax, fault->reason,
                    diagnostics_.location(fault->offset + 1));
    }

    /// The value as one of the type, written canonically; of no use where there are diagnostics.
    std::string rewritten(const reflect::Type& type) {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        std::string canonical;
        visit([&](ObjectReader::Value& value) { canonical = rewritten(reader, type, value, nullptr); });
        return canonical;
    }
    /// Names and values of the members of an object.
    std::vector<std::pair<std::string, std::string>> members() {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        std::vector<std::pair<std::string, std::string>> found;
        std::set<std::string> seen;
        visit([&](ObjectReader::Value& value) {
            if (reader.place(value).token[0] != '{')
                throw Error(ErrorCode::syntax, "expected an object",
                            diagnostics_.location(reader.offset(reader.place(value).rest)));
            simdjson::ondemand::object object = value.get_object();
            for (auto each : object) {
                simdjson::ondemand::field& field = taken(each);
                std::string name(reader.name(field.key()));
                const MemberPath path{nullptr, name};
                if (!seen.insert(name).second)
                    reader.report(Severity::error, reader.name_offset(), &path, stands_twice(name));
                std::string raw = reader.raw(reader.place(field.value()), &path);
                found.emplace_back(std::move(name), std::move(raw));
            }
        });
        return found;
    }
    std::vector<std::string> elements() {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        std::vector<std::string> found;
        visit([&](ObjectReader::Value& value) {
            const Place at = reader.place(value);
            if (at.token[0] != '[')
                throw Error(ErrorCode::syntax, "expected a list", diagnostics_.location(reader.offset(at.rest)));
            simdjson::ondemand::array list = value.get_array();
            for (auto each : list) found.push_back(reader.raw(reader.place(taken(each)), nullptr));
        });
        return found;
    }
    std::string compact() {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        std::string made;
        visit([&](ObjectReader::Value& value) { made = reader.raw(reader.place(value), nullptr); });
        return made;
    }
    void read(const reflect::Type& type, void* target) {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        visit([&](ObjectReader::Value& value) { reader.read(type, target, value, nullptr); });
    }
    void read(const reflect::Struct& type, void* target) {
        ObjectReader reader(text_.view(), diagnostics_, maximum_depth_ + 1);
        if (!is_of_dossier(type)) reader.set_options();
        visit([&](ObjectReader::Value& value) {
            const Place at = reader.place(value);
            if (at.token[0] == '{') reader.read_members(type, target, value, nullptr);
            else
                reader.report(Severity::error, 1, nullptr,
                              {"json-type", fmt::format("expected an object ({})", type.name), {}});
        });
    }
    [[nodiscard]] Diagnostics& diagnostics() noexcept { return diagnostics_; }

private:
    static std::string rewritten(ObjectReader& reader, const reflect::Type& type, ObjectReader::Value& value,
                                 const MemberPath* path);

    /// In brackets, since simdjson reads a value inside a list in another way than one that stands alone.
    static PaddedText wrapped(std::string_view json) { return PaddedText(fmt::format("[{}]", json)); }
    static std::vector<std::uint64_t> starts_behind_bracket(std::string_view json) {
        auto starts = line_starts(json);
        for (auto& start : starts) ++start;
        return starts;
    }

    template <class Visit>
    void visit(Visit visitor) {
        simdjson::ondemand::parser parser;
        try {
            simdjson::ondemand::document document = parser.iterate(
                simdjson::padded_string_view(text_.view().data(), text_.size(), text_.size() + PaddedText::kPadding));
            simdjson::ondemand::array list = document.get_array();
            for (auto each : list) {
                visitor(taken(each));
            }
        } catch (const simdjson::simdjson_error& error) {
            refuse_memory(error);
            throw Error(ErrorCode::internal,
                        fmt::format("{}: JSON that cannot be read ({})", diagnostics_.source(), error.what()));
        }
    }

    PaddedText text_;
    Diagnostics diagnostics_;
    std::uint32_t maximum_depth_;
};

std::string SingleValue::rewritten(ObjectReader& reader, const reflect::Type& type, ObjectReader::Value& value,
                                   const MemberPath* path) {
    using reflect::Kind;
    if (type.kind == Kind::optional) return rewritten(reader, *type.element, value, path);
    if (type.kind == Kind::record) {
        reflect::Object object(type.record());
        reader.read(type, object.get(), value, path);
        return to_json(type, object.get());
    }
    if (type.kind != Kind::list) {
        AnyLeaf leaf;
        void* target = leaf.of(type.kind);
        const std::size_t before = reader.problems();
        reader.read(type, target, value, path);
        return reader.problems() == before ? to_json(type, target) : std::string();
    }
    const Place at = reader.place(value);
    if (at.token[0] != '[') {
        reader.report(Severity::error, reader.offset(at.rest), path, wrong_type(type, at.token));
        return {};
    }
    MemberPath element{path, {}, 0};
    std::string made;
    simdjson::ondemand::array list = value.get_array();
    for (auto each : list) {
        made += made.empty() ? '[' : ',';
        made += rewritten(reader, *type.element, taken(each), &element);
        ++element.index;
    }
    return made.empty() ? "[]" : made + ']';
}

/// Members that a record must have and has not, those of the objects inside it too.
class MissingMembers {
public:
    void find(const reflect::Struct& type, const void* object, const MemberPath* path) {
        for (const auto& member : type.members) {
            const MemberPath here{path, member.name};
            const void* value = member.in(object);
            if (member.required && reflect::is_empty(*member.type, value)) found_.push_back(here.text());
            find(*member.type, value, &here);
        }
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

private:
    void find(const reflect::Type& type, const void* value, const MemberPath* path) {
        using reflect::Kind;
        if (type.kind == Kind::record) {
            if (!reflect::is_empty(type, value)) find(type.record(), value, path);
        } else if (type.kind == Kind::optional) {
            if (type.size(value) > 0 && type.element->kind == Kind::record)
                find(type.element->record(), type.at(value, 0), path);
        } else if (type.kind == Kind::list && type.element->kind == Kind::record) {
            for (std::size_t i = 0; i < type.size(value); ++i) {
                const MemberPath element{path, {}, i};
                find(type.element->record(), type.at(value, i), &element);
            }
        }
    }

    std::vector<std::string> found_;
};

Extras* extras_of(const reflect::Struct& type, void* record) {
    for (const reflect::Member& member : type.members)
        if (member.type->kind == reflect::Kind::extras) return static_cast<Extras*>(member.in(record));
    return nullptr;
}

/// Makes room for members that are given: what is read is read beside what is there.
void clear_members(const reflect::Struct& type, const std::vector<std::pair<std::string, std::string>>& given, void* record) {
    Extras* own = extras_of(type, record);
    for (const auto& [name, json] : given) {
        const reflect::Member* member = type.find(name);
        if (member && member->type->kind != reflect::Kind::extras) Path(type, name).clear_in(record);
        else if (own) own->set(name, {});
    }
}

/// An object without the members that null takes away; none where there are none, and places are those of the text.
std::optional<std::string> without_nulls(const reflect::Struct& type, const std::vector<std::pair<std::string, std::string>>& given) {
    const auto takes_away = [&](const auto& each) {
        return each.second == "null" && (each.first.starts_with("x-") || type.find(each.first));
    };
    if (std::none_of(given.begin(), given.end(), takes_away)) return std::nullopt;
    std::string left;
    for (const auto& each : given)
        if (!takes_away(each)) left += fmt::format("{}{}:{}", left.empty() ? "" : ",", io::quoted(each.first), each.second);
    return "{" + left + "}";
}

std::string last_name(std::string_view path) {
    return std::string(path.substr(path.find_last_of('.') + 1));  // npos + 1 is 0
}

}  // namespace

std::vector<std::string> missing_members(const reflect::Struct& type, const void* object) {
    MissingMembers missing;
    missing.find(type, object, nullptr);
    return missing.take();
}

reflect::Object from_json(const reflect::Struct& type, std::string_view json, std::string source) {
    const bool is_record = find_entity(type.name) == &type;
    SingleValue text(json, std::move(source),
                     is_record             ? kMaximumDepth - kAroundRecord
                     : is_of_dossier(type) ? kMaximumDepth
                                           : kMaximumDepth + kAroundChange);
    reflect::Object object(type);
    text.read(type, object.get());
    if (is_of_dossier(type) && !text.diagnostics().has_errors())
        for (const std::string& path : missing_members(type, object.get()))
            text.diagnostics().add(Severity::error, 1, path,
                                   {"missing-member", fmt::format("the member '{}' is missing", last_name(path)), {}});
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
    return object;
}

void read_members(const reflect::Struct& type, std::string_view json, void* record, std::string source) {
    const auto given = object_members(json, source);
    clear_members(type, given, record);
    SingleValue text(without_nulls(type, given).value_or(std::string(json)), std::move(source), kMaximumDepth - kAroundRecord);
    text.read(type, record);
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
}

void read_value(const reflect::Type& type, std::string_view json, void* target) {
    SingleValue text(json, "value", kMaximumDepth - kAroundRecord - 1);
    text.read(type, target);
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
}

std::optional<std::string> mismatch(const reflect::Type& type, std::string_view json) {
    try {
        SingleValue text(json, "value");
        static_cast<void>(text.rewritten(type));
        auto diagnostics = text.diagnostics().finish();
        if (diagnostics.empty()) return std::nullopt;
        const Location& location = diagnostics.front().location;
        const std::string path = location.member.empty() ? std::string() : location.member + ": ";
        return path + diagnostics.front().message;
    } catch (const Error& error) {
        return error.message();
    }
}

std::string canonical(const reflect::Type& type, std::string_view json) {
    SingleValue text(json, "value");
    std::string made = text.rewritten(type);
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
    return made;
}

std::string compact_json(std::string_view json, std::string source) {
    SingleValue text(json, std::move(source));
    std::string made = text.compact();
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
    return made;
}

std::vector<std::string> list_elements(std::string_view json, std::string source) {
    SingleValue text(json, std::move(source));
    auto elements = text.elements();
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
    return elements;
}

std::vector<std::pair<std::string, std::string>> object_members(std::string_view json, std::string source) {
    SingleValue text(json, std::move(source), kMaximumDepth + kAroundChange);
    auto members = text.members();
    if (text.diagnostics().has_errors()) throw Error(ErrorCode::data, text.diagnostics().finish());
    return members;
}

}  // namespace openeom::io
