#include "openeom/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include <utf8proc.h>

namespace openeom::text {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) noexcept { return static_cast<unsigned char>(text[at]); }

/// Offset of the first byte from `at` on that is not ASCII.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) noexcept {
    constexpr std::uint64_t kHighBits = 0x8080808080808080u;
    while (bytes.size() - at >= 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if (eight & kHighBits) break;
        at += 8;
    }
    while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
    return at;
}

/// Bytes of the well-formed character at `at`; 0 where there is none (The Unicode Standard 15, table 3-7).
std::size_t character_bytes(std::string_view bytes, std::size_t at) noexcept {
    const unsigned lead = byte_at(bytes, at);
    if (lead < 0x80) return 1;
    unsigned lowest = 0x80, highest = 0xBF;  // of the second byte
    std::size_t size = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        if (lead == 0xE0) lowest = 0xA0;   // overlong
        if (lead == 0xED) highest = 0x9F;  // surrogates
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        if (lead == 0xF0) lowest = 0x90;   // overlong
        if (lead == 0xF4) highest = 0x8F;  // above U+10FFFF
    } else {
        return 0;
    }
    if (bytes.size() - at < size) return 0;
    if (byte_at(bytes, at + 1) < lowest || byte_at(bytes, at + 1) > highest) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if ((byte_at(bytes, at + i) & 0xC0) != 0x80) return 0;
    return size;
}

constexpr std::int32_t kReplacement = 0xFFFD;

/// One character and its bytes; a byte that belongs to none is a replacement character of its own.
struct Character {
    std::int32_t code = kReplacement;
    std::size_t bytes = 1;
};

Character character_at(std::string_view text, std::size_t at) noexcept {
    const std::size_t size = character_bytes(text, at);
    if (size == 0) return {};
    static constexpr unsigned kLeadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned code = byte_at(text, at) & kLeadBits[size];
    for (std::size_t i = 1; i < size; ++i) code = code << 6 | (byte_at(text, at + i) & 0x3Fu);
    return {static_cast<std::int32_t>(code), size};
}

std::size_t width(std::int32_t code) noexcept {
    if (code >= 0x20 && code < 0x7F) return 1;
    const int columns = utf8proc_charwidth(code);
    return columns > 0 ? static_cast<std::size_t>(columns) : 0;
}

enum class WordClass { other, letter, digit, mark, joiner };

bool is_joiner(std::int32_t code) noexcept {
    switch (code) {
        case '\'':
        case '-':
        case 0x00AD:  // soft hyphen
        case 0x200C:  // zero-width non-joiner, inside words of Persian
        case 0x200D:  // zero-width joiner, inside words of Indic scripts
        case 0x2010:  // hyphen
        case 0x2011:  // non-breaking hyphen
        case 0x2019:  // apostrophe
            return true;
        default: return false;
    }
}

WordClass word_class(std::int32_t code) noexcept {
    if (is_joiner(code)) return WordClass::joiner;
    if (code < 0x80) {
        const std::int32_t lower = code | 0x20;
        if (lower >= 'a' && lower <= 'z') return WordClass::letter;
        return code >= '0' && code <= '9' ? WordClass::digit : WordClass::other;
    }
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: return WordClass::letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return WordClass::digit;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return WordClass::mark;
        default: return WordClass::other;
    }
}

/// End of the word that begins at `begin` with a letter or digit.
std::size_t word_end(std::string_view text, std::size_t begin) noexcept {
    std::size_t end = begin;
    bool after_letter = false;
    while (end < text.size()) {
        const Character here = character_at(text, end);
        const WordClass kind = word_class(here.code);
        if (kind == WordClass::other) break;
        if (kind == WordClass::joiner) {
            const std::size_t next = end + here.bytes;
            if (!after_letter || next >= text.size()) break;
            if (word_class(character_at(text, next).code) != WordClass::letter) break;
        } else if (kind != WordClass::mark) {
            after_letter = kind == WordClass::letter;
        }
        end += here.bytes;
    }
    return end;
}

std::string fold_valid(std::string_view text) {
    utf8proc_uint8_t* folded = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
    if (size < 0) throw std::bad_alloc();  // the text is valid: nothing else can be wrong
    return std::string(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
}

/// Bytes of the longest beginning of `text` that takes at most `columns` columns, and its width.
struct Prefix {
    std::size_t bytes = 0;
    std::size_t columns = 0;
};

Prefix prefix(std::string_view text, std::size_t columns) noexcept {
    Prefix taken;
    while (taken.bytes < text.size()) {
        const Character next = character_at(text, taken.bytes);
        const std::size_t wide = width(next.code);
        if (taken.columns + wide > columns) break;
        taken.bytes += next.bytes;
        taken.columns += wide;
    }
    return taken;
}

/// Adds one line's words to `lines`.
void wrap_line(std::string_view line, std::size_t columns, std::vector<std::string>& lines) {
    std::string current;
    std::size_t used = 0;
    std::size_t at = 0;
    while (true) {
        at = std::min(line.find_first_not_of(' ', at), line.size());
        if (at == line.size()) break;
        std::string_view word = line.substr(at, line.find(' ', at) - at);
        at += word.size();
        std::size_t wide = display_width(word);
        if (!current.empty() && used + 1 + wide <= columns) {
            current.append(1, ' ').append(word);
            used += 1 + wide;
            continue;
        }
        if (!current.empty()) lines.push_back(std::move(current));
        while (wide > columns) {  // a word that no line holds
            const Prefix taken = prefix(word, columns);
            const std::size_t bytes = taken.bytes > 0 ? taken.bytes : character_at(word, 0).bytes;
            lines.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
            wide = display_width(word);
        }
        current = word;
        used = wide;
    }
    if (!current.empty() || line.find_first_not_of(' ') == std::string_view::npos) lines.push_back(std::move(current));
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) noexcept {
    std::size_t at = skip_ascii(bytes, 0);
    while (at < bytes.size()) {
        const std::size_t size = character_bytes(bytes, at);
        if (size == 0) return at;
        at += size;
        if (at < bytes.size() && byte_at(bytes, at) < 0x80) at = skip_ascii(bytes, at);
    }
    return std::nullopt;
}

std::string repaired(std::string_view bytes) {
    std::string made;
    made.reserve(bytes.size());
    while (const auto invalid = first_invalid_utf8(bytes)) {
        made.append(bytes.substr(0, *invalid)).append("\uFFFD");
        bytes.remove_prefix(*invalid + 1);
    }
    return made.append(bytes);
}

bool is_boundary(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return offset == text.size();
    return offset == 0 || (byte_at(text, offset) & 0xC0) != 0x80;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        columns += width(next.code);
        at += next.bytes;
    }
    return columns;
}

std::string fit(std::string_view text, std::size_t columns) {
    if (prefix(text, columns).bytes == text.size()) return std::string(text);
    if (columns == 0) return {};
    std::string_view kept = text.substr(0, prefix(text, columns - 1).bytes);
    while (kept.ends_with(' ')) kept.remove_suffix(1);
    return std::string(kept) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    columns = std::max<std::size_t>(columns, 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        wrap_line(text.substr(at, end - at), columns, lines);
        at = end + 1;
    }
    return lines;
}

std::string fold_case(std::string_view text) {
    if (skip_ascii(text, 0) == text.size()) {
        std::string folded(text);
        for (char& c : folded)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return folded;
    }
    std::string folded;
    while (!text.empty()) {
        const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
        if (valid > 0) folded += fold_valid(text.substr(0, valid));
        if (valid < text.size()) folded += text[valid];  // what is no text stays as it is
        text.remove_prefix(std::min(valid + 1, text.size()));
    }
    return folded;
}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> found;
    for (std::size_t at = 0; at < text.size();) {
        const Character here = character_at(text, at);
        const WordClass kind = word_class(here.code);
        if (kind != WordClass::letter && kind != WordClass::digit) {
            at += here.bytes;
            continue;
        }
        const std::size_t end = word_end(text, at);
        found.push_back({at, end, fold_case(text.substr(at, end - at))});
        at = end;
    }
    return found;
}

LineColumn line_column(std::string_view text, std::size_t offset) noexcept {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    return {static_cast<std::size_t>(lines) + 1, before.size() - begin + 1};
}

}  // namespace openeom::text
