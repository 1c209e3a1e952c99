#include "io/json_scan.hpp"

#include <set>
#include <vector>

#include <fmt/format.h>

#include "openeom/base/text.hpp"

namespace openeom::io::scan {

namespace {

[[noreturn]] void fail(std::size_t offset, std::string reason) {
    throw Fault{offset, std::move(reason)};
}

int hexadecimal(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The four digits behind \u; -1 where they are not four digits.
int code_unit(std::string_view bytes, std::size_t at) noexcept {
    if (bytes.size() < at + 4) return -1;
    int unit = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const int digit = hexadecimal(bytes[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

bool is_high_surrogate(int unit) noexcept {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(int unit) noexcept {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

void append_utf8(std::string& text, int code) {
    const auto add = [&](int byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6);
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

/// A character and the offset behind it.
struct Escaped {
    int code = 0;
    std::size_t end = 0;
};

/// The escape that begins at `at` with its backslash.
Escaped escaped(std::string_view bytes, std::size_t at) {
    if (at + 1 >= bytes.size()) fail(at, "the text ends inside a string");
    switch (bytes[at + 1]) {
        case '"': return {'"', at + 2};
        case '\\': return {'\\', at + 2};
        case '/': return {'/', at + 2};
        case 'b': return {'\b', at + 2};
        case 'f': return {'\f', at + 2};
        case 'n': return {'\n', at + 2};
        case 'r': return {'\r', at + 2};
        case 't': return {'\t', at + 2};
        case 'u': break;
        default: fail(at, fmt::format("there is no escape of \\ and {}", found(bytes, at + 1)));
    }
    const int unit = code_unit(bytes, at + 2);
    if (unit < 0) fail(at, "four hexadecimal digits follow \\u");
    if (is_low_surrogate(unit)) fail(at, "half of a surrogate pair stands alone");
    if (!is_high_surrogate(unit)) return {unit, at + 6};
    const bool paired = at + 7 < bytes.size() && bytes[at + 6] == '\\' && bytes[at + 7] == 'u';
    const int second = paired ? code_unit(bytes, at + 8) : -1;
    if (!is_low_surrogate(second)) fail(at, "half of a surrogate pair stands alone");
    return {0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00), at + 12};
}

std::size_t number_end(std::string_view bytes, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < bytes.size() && is_digit(bytes[i]); };
    const auto need_digit = [&](std::size_t i) {
        if (!digit(i)) fail(i, fmt::format("expected a digit, found {}", found(bytes, i)));
    };
    if (bytes[at] == '-') ++at;
    need_digit(at);
    if (bytes[at] == '0') {
        ++at;
        if (digit(at)) fail(at - 1, "a number does not begin with a superfluous 0");
    } else {
        while (digit(at)) ++at;
    }
    if (at < bytes.size() && bytes[at] == '.') {
        need_digit(++at);
        while (digit(at)) ++at;
    }
    if (at < bytes.size() && (bytes[at] == 'e' || bytes[at] == 'E')) {
        ++at;
        if (at < bytes.size() && (bytes[at] == '+' || bytes[at] == '-')) ++at;
        need_digit(at);
        while (digit(at)) ++at;
    }
    return at;
}

constexpr char closing(char opening) noexcept {
    return opening == '{' ? '}' : ']';
}

/// Offset behind the name that begins at `at` and its colon.
std::size_t name_end(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size() || bytes[at] != '"')
        fail(at, fmt::format("expected a member's name in quotation marks, found {}", found(bytes, at)));
    at = skip_space(bytes, string_end(bytes, at));
    if (at >= bytes.size() || bytes[at] != ':') fail(at, fmt::format("expected ':', found {}", found(bytes, at)));
    return at + 1;
}

}  // namespace

std::string found(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return "the end of the text";
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte == 0) return "a NUL byte";
    if (byte < 0x20 || byte == 0x7F) return fmt::format("the control character U+{:04X}", byte);
    if (byte < 0x80) return fmt::format("'{}'", bytes[at]);
    std::size_t size = 1;
    while (size < 4 && at + size < bytes.size() && !text::is_boundary(bytes, at + size)) ++size;
    const auto character = bytes.substr(at, size);
    if (text::first_invalid_utf8(character)) return fmt::format("the byte 0x{:02X}", byte);
    return fmt::format("'{}'", character);
}

std::size_t skip_space(std::string_view bytes, std::size_t at) noexcept {
    while (at < bytes.size() && is_space(bytes[at])) ++at;
    return at;
}

std::size_t string_end(std::string_view bytes, std::size_t at) {
    const std::size_t begin = at++;
    while (at < bytes.size()) {
        const char c = bytes[at];
        if (c == '"') return at + 1;
        if (c == '\\') {
            if (at + 1 >= bytes.size()) break;
            at = escaped(bytes, at).end;
        } else if (c == '\n' || c == '\r') {
            fail(begin, "the string is not closed before the end of its line");
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fail(at, fmt::format("{} stands in a string", found(bytes, at)));
        } else {
            ++at;
        }
    }
    fail(begin, "the string is not closed");
}

std::size_t scalar_end(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) fail(at, "the text ends where a value is expected");
    const char c = bytes[at];
    if (c == '"') return string_end(bytes, at);
    std::size_t end = at;
    if (c == '-' || is_digit(c)) {
        end = number_end(bytes, at);
    } else {
        for (std::string_view word : {"true", "false", "null"})
            if (bytes.substr(at, word.size()) == word) end = at + word.size();
    }
    const auto goes_on = [](char next) {
        return is_digit(next) || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '.' ||
               next == '-' || next == '+';
    };
    if (end == at || (end < bytes.size() && goes_on(bytes[end])))
        fail(end, fmt::format("{}, found {}", end == at ? "expected a value" : "expected the end of the value",
                              found(bytes, end)));
    return end;
}

std::size_t value_end(std::string_view bytes, std::size_t at, std::uint32_t maximum_depth) {
    std::string open;  // the lists and objects around `at`, by their opening brackets
    for (;;) {
        at = skip_space(bytes, at);
        if (at < bytes.size() && (bytes[at] == '{' || bytes[at] == '[')) {
            if (open.size() >= maximum_depth)
                throw Fault{at,
                            fmt::format("lists and objects stand more than {} deep inside each other", maximum_depth),
                            true};
            open += bytes[at];
            at = skip_space(bytes, at + 1);
            if (at >= bytes.size() || bytes[at] != closing(open.back())) {
                if (open.back() == '{') at = name_end(bytes, at);
                continue;
            }
        } else {
            at = scalar_end(bytes, at);
        }
        for (;;) {  // behind a value, or before the bracket that closes one
            if (open.empty()) return at;
            at = skip_space(bytes, at);
            const char close = closing(open.back());
            if (at < bytes.size() && bytes[at] == close) {
                open.pop_back();
                ++at;
                continue;
            }
            if (at >= bytes.size() || bytes[at] != ',')
                fail(at, fmt::format("expected ',' or '{}', found {}", close, found(bytes, at)));
            at = skip_space(bytes, at + 1);
            if (open.back() == '{') at = name_end(bytes, at);
            break;
        }
    }
}

std::string compact(std::string_view value) {
    std::string made;
    made.reserve(value.size());
    bool in_string = false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (!in_string && is_space(c)) continue;
        made += c;
        if (c == '"') in_string = !in_string;
        if (in_string && c == '\\' && i + 1 < value.size()) made += value[++i];
    }
    return made;
}

std::optional<Doubled> doubled_member(std::string_view value) {
    if (value.find('{') == std::string_view::npos) return std::nullopt;
    std::vector<std::set<std::string>> names;  // of each list and object around `at`; a list has none
    for (std::size_t at = 0; at < value.size();) {
        const char c = value[at];
        if (c != '"') {
            if (c == '{' || c == '[') names.emplace_back();
            if (c == '}' || c == ']') names.pop_back();
            ++at;
            continue;
        }
        const std::size_t end = string_end(value, at);
        const std::size_t next = skip_space(value, end);
        if (next < value.size() && value[next] == ':') {
            std::string name;
            unescape(value.substr(at + 1, end - at - 2), name);
            if (!names.back().insert(name).second) return Doubled{at, std::move(name)};
        }
        at = end;
    }
    return std::nullopt;
}

void unescape(std::string_view inside, std::string& text) {
    std::size_t at = 0;
    while (at < inside.size()) {
        const std::size_t next = std::min(inside.find('\\', at), inside.size());
        text.append(inside, at, next - at);
        at = next;
        if (at == inside.size()) return;
        const Escaped character = escaped(inside, at);
        append_utf8(text, character.code);
        at = character.end;
    }
}

}  // namespace openeom::io::scan
