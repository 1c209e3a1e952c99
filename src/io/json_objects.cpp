#include "io/json_objects.hpp"

#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "base/quote.hpp"

namespace openeom::io {

using reflect::Kind;
using reflect::Member;
using reflect::Struct;
using reflect::Type;

namespace {

/// Whether `begin`, which stands behind a quotation mark, goes on with the name and the closing mark. Room to look is
/// there: the text is padded by more bytes than the longest name has.
bool is_name(const char* begin, std::string_view name) noexcept {
    if (begin[name.size()] != '"') return false;
    std::size_t i = 0;
    for (; i + 8 <= name.size(); i += 8) {  // names are short: a call of memcmp would cost more than what it does
        std::uint64_t written = 0, wanted = 0;
        std::memcpy(&written, begin + i, 8);
        std::memcpy(&wanted, name.data() + i, 8);
        if (written != wanted) return false;
    }
    for (; i < name.size(); ++i)
        if (begin[i] != name[i]) return false;
    return true;
}

/// Index of the member for which `matches` holds, looked for from `hint` on: written members nearly always follow the
/// order of the table.
template <class Matches>
std::size_t find_member(const Struct& type, std::size_t hint, Matches matches) noexcept {
    const auto is = [&](std::size_t i) {
        return type.members[i].type->kind != Kind::extras && matches(type.members[i].name);
    };
    for (std::size_t i = hint; i < type.members.size(); ++i)
        if (is(i)) return i;
    for (std::size_t i = 0; i < hint && i < type.members.size(); ++i)
        if (is(i)) return i;
    return ObjectReader::kNone;
}

Extras* extras_of(const Struct& type, void* object) noexcept {
    for (const Member& member : type.members)
        if (member.type->kind == Kind::extras) return static_cast<Extras*>(member.in(object));
    return nullptr;
}

std::vector<std::string_view> names_of(const Struct& type) {
    std::vector<std::string_view> names;
    for (const Member& member : type.members)
        if (member.type->kind != Kind::extras) names.push_back(member.name);
    return names;
}

bool begins_value(char c) noexcept {
    switch (c) {
        case '"':
        case '{':
        case '[':
        case '-':
        case 't':
        case 'f':
        case 'n': return true;
        default: return scan::is_digit(c);
    }
}

}  // namespace

Place ObjectReader::place(Value& json) const {
    std::string_view token = json.raw_json_token();
    const std::string_view rest(token.data(), static_cast<std::size_t>(text_.data() + text_.size() - token.data()));
    while (!token.empty() && scan::is_space(token.back())) token.remove_suffix(1);
    if (token.empty() || !begins_value(token[0])) throw scan::Fault{offset(rest), "expected a value"};
    // simdjson skips a value that was not taken, and lets a string with a colon behind it pass as a name.
    if (token[0] == '"') static_cast<void>(json.get_raw_json_string().value());
    return {token, rest};
}

std::string_view ObjectReader::name_at(const char* begin) {
    const char* end = begin;
    while (*end != '"' && *end != '\\') ++end;
    if (*end == '"') return {begin, static_cast<std::size_t>(end - begin)};
    const std::string_view rest(begin - 1, static_cast<std::size_t>(text_.data() + text_.size() - begin + 1));
    const std::size_t behind = scan::string_end(rest, 0);
    name_.clear();
    scan::unescape(rest.substr(1, behind - 2), name_);
    return name_;
}

std::size_t ObjectReader::member(const Struct& type, simdjson::ondemand::raw_json_string key, std::size_t hint) {
    const char* begin = key.raw();
    const std::size_t found = find_member(type, hint, [&](std::string_view name) { return is_name(begin, name); });
    if (found != kNone) {
        name_offset_ = static_cast<std::uint64_t>(begin - 1 - text_.data()) + shift_;
        return found;
    }
    const std::string_view written = name(key);  // it may be written with escapes
    return find_member(type, hint, [&](std::string_view name) { return name == written; });
}

std::string_view ObjectReader::name(simdjson::ondemand::raw_json_string key) {
    const char* begin = key.raw();
    name_offset_ = static_cast<std::uint64_t>(begin - 1 - text_.data()) + shift_;
    return name_at(begin);
}

void ObjectReader::report(Severity severity, std::uint64_t offset, const MemberPath* path, Problem problem) {
    offset += problem.within;
    diagnostics_.add(severity, offset, path ? path->text() : std::string(), std::move(problem));
}

void ObjectReader::report_newer(std::string_view type, std::string_view member, std::uint64_t offset,
                                const MemberPath* path) {
    if (!newer_seen_.emplace(type, member).second) return;
    report(Severity::warning, offset, path,
           {"json-newer-member",
            fmt::format("this version knows no {} of {}; it is kept as it stands", openeom::quoted(member), type),
            "a newer version of the library may know it"});
}

std::string ObjectReader::raw(const Place& at, const MemberPath* path) {
    RawValue value = raw_value(at, depth_left());
    if (value.problem) report(Severity::error, offset(at.rest), path, std::move(*value.problem));
    return std::move(value.text);
}

void ObjectReader::read(const Type& type, void* target, Value& json, const MemberPath* path) {
    switch (type.kind) {
        case Kind::optional: {
            const std::size_t before = diagnostics_.size();
            read(*type.element, type.append(target), json, path);
            if (diagnostics_.size() != before && type.element->kind != Kind::record) type.clear(target);
            return;
        }
        case Kind::list: read_list(type, target, json, path); return;
        case Kind::record: {
            const Place at = place(json);
            if (at.token[0] == '{') read_members(type.record(), target, json, path);
            else report(Severity::error, offset(at.rest), path, wrong_type(type, at.token));
            return;
        }
        default: {
            const Place at = place(json);
            if (auto problem = values_.read(type, target, at, depth_left()))
                report(Severity::error, offset(at.rest), path, std::move(*problem));
        }
    }
}

void ObjectReader::read_list(const Type& type, void* target, Value& json, const MemberPath* path) {
    const Place at = place(json);
    if (at.token[0] != '[') {
        report(Severity::error, offset(at.rest), path, wrong_type(type, at.token));
        return;
    }
    const Deeper deeper(*this, offset(at.rest));
    MemberPath element{path, {}, 0};
    simdjson::ondemand::array list = json.get_array();
    for (auto each : list) {
        read(*type.element, type.append(target), taken(each), &element);
        ++element.index;
    }
}

void ObjectReader::read_member(const Struct& type, const Member& member, void* target, Value& json,
                               const MemberPath* path) {
    const bool may_keep = newer_ && member.type->kind == Kind::code;
    if (!may_keep) return read(*member.type, member.in(target), json, path);
    // A newer version may have added a code: the member then says nothing to us, and is kept.
    const Place at = place(json);
    auto problem = values_.read(*member.type, member.in(target), at, depth_left());
    if (!problem) return;
    Extras* extras = problem->rule == "json-code" ? extras_of(type, target) : nullptr;
    if (!extras) return report(Severity::error, offset(at.rest), path, std::move(*problem));
    extras->set(std::string(member.name), raw(at, path));
    report_newer(type.name, fmt::format("{} {}", member.name, shown(at.token)), offset(at.rest), path);
}

void ObjectReader::read_unlisted(const Struct& type, void* target, std::string_view name, Value& json,
                                 const MemberPath* path) {
    const std::uint64_t where = name_offset_;
    const bool own = name.starts_with("x-");
    Extras* extras = (own && !options_) || newer_ ? extras_of(type, target) : nullptr;
    if (!extras) {
        Problem problem{
            "json-unknown-member", unknown_name(fmt::format("member of {}", type.name), name, names_of(type)), {}};
        if (own) problem.remedy = "this object takes no members of your own";
        return report(Severity::error, where, path, std::move(problem));
    }
    if (extras->members().contains(name)) return report(Severity::error, where, path, stands_twice(name));
    std::string kept(name);
    const Place at = place(json);
    if (!own) report_newer(type.name, name, where, path);
    extras->set(std::move(kept), raw(at, path));
}

void ObjectReader::report_missing(const Struct& type, const void* object, std::uint64_t seen, std::uint64_t offset,
                                  const MemberPath* path) {
    for (std::size_t i = 0; i < type.members.size(); ++i) {
        const Member& member = type.members[i];
        if (!member.required) continue;
        const bool stands = (seen >> i & 1) != 0;
        if (stands && (member.type->kind == Kind::text || !reflect::is_empty(*member.type, member.in(object))))
            continue;
        const MemberPath here{path, member.name};
        report(Severity::error, offset, &here,
               {"missing-member", fmt::format("the member '{}' is missing", member.name), {}});
    }
}

std::uint64_t ObjectReader::read_members(const Struct& type, void* target, Value& json, const MemberPath* path) {
    const std::uint64_t begin = offset(json.raw_json_token());
    const Deeper deeper(*this, begin);
    const std::size_t before = problems();
    std::uint64_t seen = 0;
    std::size_t expected = 0;
    simdjson::ondemand::object object = json.get_object();
    for (auto each : object) {
        simdjson::ondemand::field& field = taken(each);
        const simdjson::ondemand::raw_json_string key = field.key();
        const std::size_t index = member(type, key, expected);
        Value& value = field.value();
        if (index == kNone) {
            // Its own memory: a name with escapes lives in name_ only until the next one is read.
            const std::string kept(name(key));
            const MemberPath here{path, kept};
            read_unlisted(type, target, kept, value, &here);
            continue;
        }
        const MemberPath here{path, type.members[index].name};
        const std::uint64_t bit = std::uint64_t{1} << index;
        if (seen & bit) {
            report(Severity::error, name_offset_, &here, stands_twice(type.members[index].name));
            continue;
        }
        seen |= bit;
        expected = index + 1;
        read_member(type, type.members[index], target, value, &here);
    }
    if (options_ && problems() == before) report_missing(type, target, seen, begin, path);
    return seen;
}

}  // namespace openeom::io
