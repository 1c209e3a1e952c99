// Rules on quotes: one speaker, in the cited span, word for word (method 13.6).
#include <fmt/format.h>

#include "check/registry.hpp"
#include "openeom/base/digest.hpp"

namespace openeom::check {

namespace {

/// Where in a changed copy the bytes of a quote begin, if its first sentence is still there: moved as that one was.
std::optional<Span> moved(const DocumentText& document, const Quote& quote) {
    for (const SentenceText& each : document.sentences) {
        const Sentence& sentence = *each.sentence;
        if (!is_external(sentence) || each.gone || !overlap(sentence.span, quote.span)) continue;
        const std::int64_t drift = each.place.begin - sentence.span.begin;
        return Span{quote.span.begin + drift, quote.span.end + drift};
    }
    return std::nullopt;
}

bool has_digest(const std::string& copy, const Span& span, const std::string& digest) {
    const auto words = bytes_at(copy, span);
    return words && sha256(*words) == digest;
}

/// Whether the words stand in the copy: in the span, moved with their sentence, or after any quotation mark.
bool stands_in(const DocumentText& document, const Quote& quote) {
    const std::string& copy = *document.copy;
    if (has_digest(copy, quote.span, quote.sha256)) return true;
    if (document.identical) return false;
    if (const auto span = moved(document, quote); span && has_digest(copy, *span, quote.sha256)) return true;
    constexpr std::string_view kMarks[] = {"\"", "“", "«", "„", "'", "‘"};
    for (std::string_view mark : kMarks)
        for (auto at = copy.find(mark); at != std::string::npos; at = copy.find(mark, at + 1)) {
            const auto begin = static_cast<std::int64_t>(at + mark.size());
            if (has_digest(copy, {begin, begin + quote.span.size()}, quote.sha256)) return true;
        }
    return false;
}

std::string speaker_of(const Dossier& dossier, const Quote& quote) {
    const Person* person = dossier.find(quote.speaker);
    return person && !person->names.empty() ? person->names.front().text : quote.speaker.text();
}

/// A quote's own words, where its document is at hand and has them.
std::optional<std::string_view> words_of_quote(Context& context, const Quote& quote) {
    for (const DocumentText& document : context.documents())
        if (document.document->id == quote.document.id() && document.copy) {
            const auto words = bytes_at(*document.copy, quote.span);
            if (words && (quote.sha256.empty() || sha256(*words) == quote.sha256)) return words;
        }
    return std::nullopt;
}

void check_documents(Context& context) {
    for (const DocumentText& document : context.documents()) {
        if (!document.copy) continue;
        for (const Quote* quote : context.index().quotes_of(document.document->id.text())) {
            if (quote->sha256.empty() || quote->span.size() <= 0 || stands_in(document, *quote)) continue;
            context.report({.record = reference(*quote),
                            .member = "sha256",
                            .role = "quote",
                            .range = quote->span,
                            .message = fmt::format("the words of {} do not stand in the text as recorded",
                                                   speaker_of(context.dossier(), *quote))});
        }
    }
}

/// Quotes in texts of our own: the bytes are the speaker's words, or a part of them.
void check_own_sentences(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            if (is_external(*sentence.sentence) || !sentence.text) continue;
            for (const Anchor* anchor : context.index().anchors_of(sentence.sentence->id.text())) {
                const Quote* quote = anchor->role == AnchorRole::quote && anchor->target.type() == "quote"
                                         ? context.dossier().find<Quote>(anchor->target.id())
                                         : nullptr;
                const auto shown = quote ? bytes_at(*sentence.text, anchor->range) : std::nullopt;
                if (!shown || shown->empty() || sha256(*shown) == quote->sha256) continue;
                const auto words = words_of_quote(context, *quote);
                if (words && words->find(*shown) != std::string_view::npos) continue;
                if (!words && static_cast<std::int64_t>(shown->size()) < quote->span.size())
                    continue;  // a part: nobody can tell
                context.report({.record = reference(*sentence.sentence),
                                .member = "text",
                                .role = "quote",
                                .range = anchor->range,
                                .message = fmt::format("what is quoted is not word for word what {} said in quote:{}",
                                                       speaker_of(context.dossier(), *quote), quote->id.text())});
            }
        }
}

void check_quotes(Context& context) {
    check_documents(context);
    check_own_sentences(context);
}

std::string outside(const DocumentText& document, const Quote& quote) {
    const Span& span = quote.span;
    if (span.empty()) return "a quote without a span";
    if (span.begin < 0 || span.end <= span.begin) return fmt::format("[{}, {}] is no span", span.begin, span.end);
    const bool identical = document.copy && document.identical;
    const auto bytes =
        identical ? std::optional(static_cast<std::int64_t>(document.copy->size())) : document.document->bytes;
    if (bytes && span.end > *bytes)
        return fmt::format("[{}, {}] goes beyond the {} bytes of the document", span.begin, span.end, *bytes);
    const bool split = identical && bytes_at(*document.copy, span) &&
                       (!text::is_boundary(*document.copy, static_cast<std::size_t>(span.begin)) ||
                        !text::is_boundary(*document.copy, static_cast<std::size_t>(span.end)));
    return split ? fmt::format("[{}, {}] begins or ends inside a character", span.begin, span.end) : std::string();
}

void check_quote_spans(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const Quote* quote : context.index().quotes_of(document.document->id.text()))
            if (std::string fault = outside(document, *quote); !fault.empty())
                context.report({.record = reference(*quote),
                                .member = "span",
                                .role = "quote",
                                .range = quote->span,
                                .message = std::move(fault)});
}

/// A quote belongs to one speaker, and its anchors stand where it does.
void check_speakers(Context& context) {
    for (const DocumentText& document : context.documents()) {
        const Quote* before = nullptr;
        for (const Quote* quote : context.index().quotes_of(document.document->id.text())) {
            if (before && overlap(before->span, quote->span) && before->speaker != quote->speaker)
                context.report({.record = reference(*quote),
                                .member = "span",
                                .role = "quote",
                                .range = quote->span,
                                .message = fmt::format("overlaps quote:{} of another speaker", before->id.text())});
            if (!before || quote->span.end > before->span.end) before = quote;
        }
        for (const SentenceText& sentence : document.sentences) {
            if (!is_external(*sentence.sentence)) continue;
            for (const Anchor* anchor : context.index().anchors_of(sentence.sentence->id.text())) {
                if (anchor->role != AnchorRole::quote || anchor->target.type() != "quote" || anchor->range.empty())
                    continue;
                const Quote* quote = context.dossier().find<Quote>(anchor->target.id());
                const std::int64_t begin = sentence.sentence->span.begin;
                const Span place{begin + anchor->range.begin, begin + anchor->range.end};
                if (quote && quote->document.id() == document.document->id && !overlap(place, quote->span))
                    context.report(
                        {.record = reference(*anchor),
                         .member = "range",
                         .role = "quote",
                         .range = anchor->range,
                         .message = fmt::format("the anchor stands outside the span of quote:{}", quote->id.text())});
            }
        }
    }
}

constexpr RuleRow kRules[] = {
    {"quote-differs", IssueSeverity::error, "a quote is not word for word",
     "A speaker's words are shown word for word or not at all. In the cited document the digest of the span decides, "
     "also where the words only moved; in a text of our own the quoted bytes must be the words or a part of them, "
     "which is seen only with the cited document at hand. Whether a part misleads without the rest is not seen.",
     "quote word for word, or tell it without quotation marks as what it is about", "method 13.6", &check_quotes},
    {"quote-outside-span", IssueSeverity::error, "a quote's span is not in its document",
     "A span outside its document or inside a character finds no words.", "count the bytes of the document again",
     "method 13.6", &check_quote_spans},
    {"quote-spans", IssueSeverity::error, "a quote has two speakers, or its anchor stands elsewhere",
     "A quote belongs to one speaker. Spans of different speakers do not overlap, and an anchor to a quote stands on "
     "words of it.",
     "end each span where its speaker ends", "method 13.6", &check_speakers},
};

}  // namespace

std::span<const RuleRow> rules_of_quotes() {
    return kRules;
}

}  // namespace openeom::check
