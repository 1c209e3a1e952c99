// Sentences of a text by paragraph and punctuation: good enough to say where a changed sentence begins and ends.
#pragma once

#include <string_view>
#include <vector>

#include "openeom/base/values.hpp"

namespace openeom::check {

/// Byte ranges of the sentences in `region` of `text`, without the white space around them. A blank line ends a
/// sentence; so do '.', '!', '?' and an ellipsis before white space and what may begin a sentence, but for
/// abbreviations and initials.
std::vector<Span> split_sentences(std::string_view text, const Span& region);

/// Whether a sentence may begin at `at`: the bytes before it end one, a line or the text.
bool may_begin(std::string_view text, std::size_t at);

/// Whether a sentence may end before `at`.
bool may_end(std::string_view text, std::size_t at);

}  // namespace openeom::check
