#include "json.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "failure.hpp"

namespace command::json {

namespace {

const Value kNothing;

void append_utf8(std::string& text, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) {
        byte(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
    }
    byte(0x80 | (code & 0x3F));
}

}  // namespace

/// Recursive descent; what it reads comes from the library, so that depth is bounded by its own structs.
class Reader {
public:
    explicit Reader(std::string_view json) : rest_(json) {}

    Value whole() {
        Value value = any();
        skip_space();
        if (!rest_.empty()) wrong();
        return value;
    }

private:
    [[noreturn]] static void wrong() {
        throw Failure(Exit::other, "the library answered with something that is not JSON");
    }

    void skip_space() {
        const auto at = rest_.find_first_not_of(" \t\r\n");
        rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at);
    }
    [[nodiscard]] char peek() {
        skip_space();
        return rest_.empty() ? '\0' : rest_.front();
    }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void need(char wanted) {
        if (!take(wanted)) wrong();
    }
    bool take_word(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    Value any() {
        Value value;
        switch (peek()) {
            case '{': return object();
            case '[': return list();
            case '"':
                value.kind_ = Value::Kind::text;
                value.text_ = string();
                return value;
            default: break;
        }
        if (take_word("null")) return value;
        value.kind_ = Value::Kind::boolean;
        if (take_word("true")) {
            value.text_ = "true";
            return value;
        }
        if (take_word("false")) {
            value.text_ = "false";
            return value;
        }
        return number();
    }

    Value object() {
        Value value;
        value.kind_ = Value::Kind::object;
        need('{');
        if (take('}')) return value;
        do {
            if (peek() != '"') wrong();
            value.names_.push_back(string());
            need(':');
            value.elements_.push_back(any());
        } while (take(','));
        need('}');
        return value;
    }

    Value list() {
        Value value;
        value.kind_ = Value::Kind::list;
        need('[');
        if (take(']')) return value;
        do {
            value.elements_.push_back(any());
        } while (take(','));
        need(']');
        return value;
    }

    Value number() {
        Value value;
        value.kind_ = Value::Kind::number;
        const std::size_t end = std::min(rest_.find_first_not_of("+-.0123456789eE"), rest_.size());
        if (end == 0) wrong();
        value.text_ = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return value;
    }

    std::string string() {
        std::string made;
        rest_.remove_prefix(1);
        while (!rest_.empty() && rest_.front() != '"') {
            const std::size_t plain = std::min(rest_.find_first_of("\"\\"), rest_.size());
            made += rest_.substr(0, plain);
            rest_.remove_prefix(plain);
            if (rest_.starts_with('\\')) escape(made);
        }
        need('"');
        return made;
    }

    void escape(std::string& made) {
        constexpr std::string_view kNames = "\"\\/bfnrt";
        constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        if (rest_.size() < 2) wrong();
        const char name = rest_[1];
        rest_.remove_prefix(2);
        if (const auto at = kNames.find(name); at != std::string_view::npos) {
            made += kMeanings[at];
            return;
        }
        if (name != 'u') wrong();
        std::uint32_t code = hexadecimal();
        if (code >= 0xD800 && code < 0xDC00 && rest_.starts_with("\\u")) {
            rest_.remove_prefix(2);
            code = 0x10000 + ((code - 0xD800) << 10) + (hexadecimal() - 0xDC00);
        }
        append_utf8(made, code);
    }

    std::uint32_t hexadecimal() {
        std::uint32_t code = 0;
        if (rest_.size() < 4) wrong();
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
        if (error != std::errc() || end != rest_.data() + 4) wrong();
        rest_.remove_prefix(4);
        return code;
    }

    std::string_view rest_;
};

Value Value::read(std::string_view json) {
    return Reader(json).whole();
}

const Value& Value::operator[](std::string_view member) const noexcept {
    const auto found = std::find(names_.begin(), names_.end(), member);
    return found == names_.end() ? kNothing : elements_[static_cast<std::size_t>(found - names_.begin())];
}

std::int64_t Value::integer() const noexcept {
    std::int64_t value = 0;
    if (kind_ == Kind::number) std::from_chars(text_.data(), text_.data() + text_.size(), value);
    return value;
}

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') (made += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20) made += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else made += c;
    }
    return made += '"';
}

Object& Object::add(std::string_view name, std::string_view value) {
    if (!members_.empty()) members_ += ", ";
    members_ += fmt::format("{}: {}", quoted(name), value);
    return *this;
}

std::string list(const std::vector<std::string>& values) {
    return fmt::format("[{}]", fmt::join(values, ", "));
}

std::size_t invalid_utf8(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned lead = byte(at);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        if (length == 0) return at;
        const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;  // no overlong forms
        const unsigned highest = lead == 0xED   ? 0x9F
                                 : lead == 0xF4 ? 0x8F
                                                : 0xBF;  // no surrogates, nothing above U+10FFFF
        for (std::size_t i = 1; i < length; ++i)
            if (byte(at + i) < (i == 1 ? lowest : 0x80u) || byte(at + i) > (i == 1 ? highest : 0xBFu)) return at;
        at += length;
    }
    return std::string_view::npos;
}

}  // namespace command::json
