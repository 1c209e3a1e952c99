#include "texts.hpp"

#include <algorithm>

namespace openeom::report {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

void change_in(const reflect::Type& type, void* value, const std::function<std::string(std::string_view)>& change) {
    if (type.kind == reflect::Kind::record) return change_texts(type.record(), value, change);
    if (type.kind == reflect::Kind::text) {
        auto& text = *static_cast<std::string*>(value);
        text = change(text);
        return;
    }
    if (type.kind != reflect::Kind::list && type.kind != reflect::Kind::optional) return;
    for (std::size_t i = 0; i < type.size(value); ++i) change_in(*type.element, const_cast<void*>(type.at(value, i)), change);
}

enum class Sort { as_it_is, space, control, direction };

struct Character {
    Sort sort{};
    std::size_t size = 1;
};

constexpr bool is_between(unsigned char c, int low, int high) { return c >= low && c <= high; }

/// The character at the beginning of `text`, as far as it matters here; all others byte by byte.
Character first_of(std::string_view text) {
    const auto at = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0); };
    const unsigned char c = at(0);
    if (is_between(c, 0x09, 0x0D)) return {Sort::space, 1};
    if (c < 0x20 || c == 0x7F) return {Sort::control, 1};
    if (c == 0xC2 && is_between(at(1), 0x80, 0x9F)) return {at(1) == 0x85 ? Sort::space : Sort::control, 2};
    if (c != 0xE2) return {};
    if (at(1) == 0x80 && is_between(at(2), 0xA8, 0xA9)) return {Sort::space, 3};
    if (at(1) == 0x80 && is_between(at(2), 0xAA, 0xAE)) return {Sort::direction, 3};
    if (at(1) == 0x81 && is_between(at(2), 0xA6, 0xA9)) return {Sort::direction, 3};
    return {};
}

bool is_suspect(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
}

}  // namespace

void change_texts(const reflect::Struct& type, void* object, const std::function<std::string(std::string_view)>& change) {
    for (const reflect::Member& member : type.members)
        if (!member.name.ends_with("sha256")) change_in(*member.type, member.in(object), change);
}

std::string plain_text(std::string_view text) {
    if (std::ranges::none_of(text, is_suspect)) return std::string(text);
    std::string made;
    made.reserve(text.size());
    for (Character next; !text.empty(); text.remove_prefix(next.size)) {
        next = first_of(text);
        if (next.sort == Sort::as_it_is) made += text[0];
        else if (next.sort == Sort::control) made += kReplacement;
        else if (next.sort == Sort::space && !made.ends_with(' ')) made += ' ';
    }
    return made;
}

}  // namespace openeom::report
