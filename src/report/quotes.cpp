#include "quotes.hpp"

#include "label.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/base/text.hpp"

namespace openeom::report {

FoundWords words_at(const Context& context, std::string_view document_id, const Span& span, std::string_view digest) {
    const std::string* text = context.text_of(document_id);
    if (!text) return {Wording::not_at_hand, {}};
    const auto size = static_cast<std::int64_t>(text->size());
    if (span.empty() || span.begin < 0 || span.begin > span.end || span.end > size) return {Wording::differs, {}};
    const std::string_view words =
        std::string_view(*text).substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.size()));
    if (text::first_invalid_utf8(words) || sha256(words) != digest) return {Wording::differs, {}};
    return {Wording::shown, std::string(words)};
}

QuoteView quote_view(const Context& context, const Quote& quote) {
    QuoteView view;
    view.quote = Ref<Quote>(quote.id);
    view.speaker = label(context, quote.speaker);
    view.roles = quote.roles;
    view.document = label(context, quote.document);
    view.span = quote.span;
    FoundWords found = words_at(context, quote.document.text(), quote.span, quote.sha256);
    view.wording = found.wording;
    view.words = std::move(found.words);
    view.language = quote.language;
    view.translated = quote.translated;
    view.conditional = quote.conditional;
    return view;
}

}  // namespace openeom::report
