#include "openeom/io/mentions.hpp"

#include <algorithm>

#include "io/json_scan.hpp"
#include "openeom/base/text.hpp"

namespace openeom::io {

namespace {

using reflect::Kind;

constexpr std::size_t kShortestName = 2, kShortestText = 20;
constexpr std::ptrdiff_t kFewestDigits = 7;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// A letter or digit of ASCII, or a byte of any other character.
bool is_of_word(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Members whose texts name no one: codes, digests, addresses of pages.
bool is_plain(const reflect::Member& member) {
    return !member.codes.empty() || member.name.ends_with("sha256") || member.name == "digest" ||
           member.name.ends_with("url") || member.name.ends_with("urls") || member.name == "language";
}

/// Calls `use(text)` for the strings of a JSON text, names of members too, unescaped.
template <class Use>
void for_each_string(std::string_view json, Use use) {
    std::string text;
    for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at)) {
        std::size_t end = at + 1;
        while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
        text.clear();
        scan::unescape(json.substr(at + 1, end - at - 1), text);
        use(std::string_view(text));
        at = end + 1;
    }
}

bool holds_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_of_word(text[at - 1]) || !is_of_word(word.front());
        if (begins && (end == text.size() || !is_of_word(text[end]) || !is_of_word(word.back()))) return true;
    }
    return false;
}

}  // namespace

void Mentions::add_text(std::string_view text, bool is_name) {
    const bool tells = text.size() >= kShortestText || text.find('@') != std::string_view::npos ||
                       std::count_if(text.begin(), text.end(), is_digit) >= kFewestDigits;
    if (tells || (is_name && text.size() >= kShortestName)) texts_.insert(text::fold_case(text));
}

void Mentions::add_member(const reflect::Member& member, const reflect::Type& type, const void* value, bool is_name) {
    if (is_plain(member)) return;
    switch (type.kind) {
        case Kind::text: add_text(*static_cast<const std::string*>(value), is_name || member.name == "name"); return;
        case Kind::json:
            for_each_string(static_cast<const RawJson*>(value)->text, [&](std::string_view text) { add_text(text, false); });
            return;
        case Kind::extras:
            for (const auto& [name, json] : static_cast<const Extras*>(value)->members())
                for_each_string(json, [&](std::string_view text) { add_text(text, false); });
            return;
        case Kind::optional:
        case Kind::list:
            for (std::size_t i = 0; i < type.size(value); ++i) add_member(member, *type.element, type.at(value, i), is_name);
            return;
        case Kind::record: {
            const reflect::Struct& part = type.record();
            for (const reflect::Member& each : part.members)
                add_member(each, *each.type, each.in(value), &part == &reflect::table<Name>());
            return;
        }
        default: return;
    }
}

void Mentions::add(const reflect::Struct& type, const void* record) {
    for (const reflect::Member& member : type.members) add_member(member, *member.type, member.in(record), false);
}

bool Mentions::in_text(std::string_view text) const {
    if (texts_.empty() || text.size() < kShortestName) return false;
    const std::string folded = text::fold_case(text);
    return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& each) { return holds_word(folded, each); });
}

bool Mentions::in_json(std::string_view json) const {
    bool found = false;
    for_each_string(json, [&](std::string_view text) { found = found || in_text(text); });
    return found;
}

bool Mentions::in_value(const reflect::Type& type, const void* value) const {
    switch (type.kind) {
        case Kind::text: return in_text(*static_cast<const std::string*>(value));
        case Kind::json: return in_json(static_cast<const RawJson*>(value)->text);
        case Kind::quantity: return in_text(static_cast<const Quantity*>(value)->text());
        case Kind::extras: {
            const Extras::Members& own = static_cast<const Extras*>(value)->members();
            return std::any_of(own.begin(), own.end(), [&](const auto& each) { return in_json(each.second); });
        }
        case Kind::optional:
        case Kind::list:
            for (std::size_t i = 0; i < type.size(value); ++i)
                if (in_value(*type.element, type.at(value, i))) return true;
            return false;
        case Kind::record: {
            const auto members = type.record().members;
            return std::any_of(members.begin(), members.end(),
                               [&](const reflect::Member& each) { return in_value(*each.type, each.in(value)); });
        }
        default: return false;
    }
}

std::vector<MemberReference> Mentions::in(const Dossier& dossier) const {
    std::vector<MemberReference> found;
    if (empty()) return found;
    for (const reflect::Struct* type : entities())
        for (const void* record : dossier.records(*type))
            for (const reflect::Member& member : type->members)
                if (in_value(*member.type, member.in(record)))
                    found.push_back({{}, AnyRef(type->name, static_cast<const Record*>(record)->id.text()),
                                     std::string(member.name)});
    for (const auto& [name, json] : dossier.extras().members())
        if (in_json(json)) found.push_back({{}, {}, name});
    return found;
}

}  // namespace openeom::io
