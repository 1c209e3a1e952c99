// Words of external documents, shown word for word where the text is at hand and the digest agrees, or not at all.
#pragma once

#include <string>
#include <string_view>

#include "context.hpp"

namespace openeom::report {

struct FoundWords {
    Wording wording{};
    std::string words;  ///< empty unless shown
};

/// The bytes of `span` in the document with this id, if its text is at hand and their digest is `sha256`.
FoundWords words_at(const Context& context, std::string_view document_id, const Span& span, std::string_view sha256);

QuoteView quote_view(const Context& context, const Quote& quote);

}  // namespace openeom::report
