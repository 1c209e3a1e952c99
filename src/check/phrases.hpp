// Phrases as sequences of whole words, case folded.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/text.hpp"
#include "openeom/base/values.hpp"

namespace openeom::check {

/// Words of a text; typographic and plain apostrophes and hyphens are the same, and a possessive 's is a word of its own.
std::vector<text::Word> words_of(std::string_view text);

/// The folded words of a phrase.
std::vector<std::string> phrase_of(std::string_view text);

/// Whether `phrase` stands at word `at`.
bool stands_at(std::span<const text::Word> words, std::size_t at, std::span<const std::string> phrase);

/// Byte ranges of the places where `phrase` stands, none overlapping another.
std::vector<Span> occurrences(std::span<const text::Word> words, std::span<const std::string> phrase);

/// Which found place each recorded one is: as many as there are, in order, moved as little as possible.
std::vector<std::optional<std::size_t>> assign_in_order(std::span<const std::int64_t> recorded,
                                                        std::span<const std::int64_t> found);

/// Primary subtag of a BCP 47 tag, in lower case: "en" of "en-GB".
std::string primary_language(std::string_view tag);

bool overlap(const Span& left, const Span& right);

/// Bytes of `text` that the range counts; nothing where it lies outside.
std::optional<std::string_view> bytes_at(std::string_view text, const Span& range);

}  // namespace openeom::check
