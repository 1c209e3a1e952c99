// UTF-8 text: validity, character boundaries, case folding, words, width on a terminal. Unicode data: utf8proc.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openeom::text {

/// Offset of the first byte that is not part of well-formed UTF-8 (surrogates and overlong forms are not);
/// none where the text is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) noexcept;

/// The text with U+FFFD in place of each byte that is not part of well-formed UTF-8.
std::string repaired(std::string_view bytes);

/// True where `offset` is 0, the end, or the first byte of a character.
bool is_boundary(std::string_view text, std::size_t offset) noexcept;

/// Columns on a terminal: 0 for combining marks, 2 for wide East Asian characters.
std::size_t display_width(std::string_view text);

/// `text` cut to at most `columns` columns, an ellipsis in place of what was cut.
std::string fit(std::string_view text, std::size_t columns);

/// Lines of at most `columns` columns, broken at spaces.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// Full Unicode case folding of NFC text, so that texts that differ in case only compare equal.
std::string fold_case(std::string_view text);

/// A word: letters, digits and apostrophes or hyphens inside; byte range in the text and its folded form.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string folded;
};
std::vector<Word> words(std::string_view text);

/// Byte ranges of sentences' lines and columns: the 1-based line and column (bytes) of `offset`.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset) noexcept;

}  // namespace openeom::text
