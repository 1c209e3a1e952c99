// A strict scanner of JSON text (RFC 8259), for what simdjson does not do: the place of a fault, values that are kept
// raw, and small values read where they stand.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openeom::io::scan {

/// Thrown by all functions here where the bytes are not JSON; caught inside this module.
struct Fault {
    std::size_t offset = 0;
    std::string reason;
    bool too_deep = false;  ///< well formed as far as it was read, nested deeper than allowed
};

inline constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
inline constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::size_t skip_space(std::string_view bytes, std::size_t at) noexcept;

/// Offset behind the string that begins at `at` with its quotation mark. UTF-8 is not looked at.
std::size_t string_end(std::string_view bytes, std::size_t at);

/// Offset behind the string, number, true, false or null that begins at `at`.
std::size_t scalar_end(std::string_view bytes, std::size_t at);

/// Offset behind the value that begins at `at`, in which at most `maximum_depth` lists and objects stand inside each
/// other.
std::size_t value_end(std::string_view bytes, std::size_t at, std::uint32_t maximum_depth);

/// A value without the white space outside its strings.
std::string compact(std::string_view value);

/// A member that stands twice in its object: where its name stands for the second time, and the name, unescaped.
struct Doubled {
    std::size_t offset = 0;
    std::string name;
};

/// The first such member of a value that is strict JSON.
std::optional<Doubled> doubled_member(std::string_view value);

/// Appends what a string means to `text`; `inside` is what stands between its quotation marks.
void unescape(std::string_view inside, std::string& text);

/// The first fault of a whole JSON text: one value and nothing behind it, in UTF-8.
std::optional<Fault> first_fault(std::string_view bytes, std::uint32_t maximum_depth);

/// What stands at `at`, for messages: 'x', or "the end of the text".
std::string found(std::string_view bytes, std::size_t at);

}  // namespace openeom::io::scan
