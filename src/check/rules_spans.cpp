// Rules on spans and on copies of external documents: whether record and text have the same sentences (method 7.1, 15).
#include <fmt/format.h>

#include "check/code_name.hpp"
#include "check/registry.hpp"
#include "openeom/base/digest.hpp"

namespace openeom::check {

namespace {

/// Length of a document, by its copy where that is the recorded one, else as recorded.
std::optional<std::int64_t> bytes_of(const DocumentText& document) {
    if (document.copy && document.identical) return static_cast<std::int64_t>(document.copy->size());
    return document.document->bytes;
}

bool inside_character(std::string_view text, const Span& span) {
    return !text::is_boundary(text, static_cast<std::size_t>(span.begin)) ||
           !text::is_boundary(text, static_cast<std::size_t>(span.end));
}

/// What is wrong with the span of an external sentence; empty where nothing is.
std::string span_fault(const DocumentText& document, const Sentence& sentence) {
    const Span& span = sentence.span;
    if (span.empty()) return "an external sentence without a span";
    if (span.begin < 0 || span.end <= span.begin) return fmt::format("[{}, {}] is no span", span.begin, span.end);
    if (const auto bytes = bytes_of(document); bytes && span.end > *bytes)
        return fmt::format("[{}, {}] goes beyond the {} bytes of the document", span.begin, span.end, *bytes);
    if (!document.copy || !document.identical) return {};
    const auto words = bytes_at(*document.copy, span);
    if (!words) return {};
    if (inside_character(*document.copy, span))
        return fmt::format("[{}, {}] begins or ends inside a character", span.begin, span.end);
    if (!sentence.sha256.empty() && sha256(*words) != sentence.sha256)
        return "the digest is not that of the bytes in the span, although the document is the recorded one";
    return {};
}

void check_sentence_spans(Context& context) {
    for (const DocumentText& document : context.documents()) {
        const Sentence* before = nullptr;
        for (const SentenceText& each : document.sentences) {
            const Sentence& sentence = *each.sentence;
            if (!is_external(sentence)) continue;
            std::string fault = span_fault(document, sentence);
            if (fault.empty() && before && overlap(before->span, sentence.span))
                fault = fmt::format("overlaps sentence:{}", before->id.text());
            if (!fault.empty())
                context.report(
                    {.record = reference(sentence), .member = "span", .range = sentence.span, .message = fault});
            before = &sentence;
        }
    }
}

/// Bytes of the sentence that an anchor was set on; none where nobody knows.
std::optional<std::int64_t> size_of(const SentenceText& sentence) {
    if (is_external(*sentence.sentence)) return sentence.sentence->span.size();
    return static_cast<std::int64_t>(sentence.sentence->text.size());
}

std::string range_fault(const SentenceText& sentence, const Anchor& anchor) {
    const Span& range = anchor.range;
    const bool outdated =
        anchor.revision && sentence.sentence->revision && *anchor.revision != *sentence.sentence->revision;
    if (range.empty())
        return is_part(anchor.role) || anchor.role == AnchorRole::figure ? "the anchor names no words" : "";
    if (range.begin < 0 || range.end <= range.begin) return fmt::format("[{}, {}] is no range", range.begin, range.end);
    if (outdated) return {};  // it counts bytes of an earlier text
    if (const auto size = size_of(sentence); size && range.end > *size)
        return fmt::format("[{}, {}] goes beyond the {} bytes of the sentence", range.begin, range.end, *size);
    if (sentence.text && !sentence.changed && inside_character(*sentence.text, range))
        return fmt::format("[{}, {}] begins or ends inside a character", range.begin, range.end);
    return {};
}

void check_anchor_ranges(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            // Of a sentence whose span could not be read nothing is known of how long it is.
            if (context.is_told(reference(*sentence.sentence), "span")) continue;
            for (const Anchor* anchor : context.index().anchors_of(sentence.sentence->id.text()))
                if (std::string fault = range_fault(sentence, *anchor); !fault.empty())
                    context.report({.record = reference(*anchor),
                                    .member = "range",
                                    .role = std::string(code_name(anchor->role)),
                                    .range = anchor->range,
                                    .message = std::move(fault)});
        }
}

void check_text_at_hand(Context& context) {
    for (const DocumentText& document : context.documents())
        if (!document.copy && document.has_external())
            context.report(
                {.record = reference(*document.document),
                 .message = "the text of this external document is not at hand: its words were not checked"});
}

void check_document_changed(Context& context) {
    for (const DocumentText& document : context.documents())
        if (document.copy && !document.identical && !document.document->sha256.empty())
            context.report({.record = reference(*document.document),
                            .member = "sha256",
                            .message = fmt::format("the copy at hand, of {} bytes, is not the recorded document",
                                                   document.copy->size())});
}

void check_sentence_changed(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            if (document.copy && sentence.changed && !sentence.gone && is_external(*sentence.sentence))
                context.report({.record = reference(*sentence.sentence),
                                .member = "sha256",
                                .range = sentence.place,
                                .message = fmt::format("bytes {} to {} of the copy are not what was recorded",
                                                       sentence.place.begin, sentence.place.end)});
}

void check_sentence_missing(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            if (document.copy && sentence.gone)
                context.report({.record = reference(*sentence.sentence),
                                .member = "span",
                                .range = sentence.sentence->span,
                                .message = "the copy at hand does not have this sentence"});
}

void check_sentence_unknown(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const Span& span : document.unknown)
            context.report(
                {.record = reference(*document.document),
                 .range = span,
                 .message = fmt::format("bytes {} to {} of the copy are no recorded sentence", span.begin, span.end)});
}

constexpr RuleRow kRules[] = {
    {"anchor-range", IssueSeverity::error, "an anchor's range is not in its sentence",
     "A range counts bytes of its sentence; outside it, or inside a character, it points at nothing. That it points "
     "at the right words is what the cue checks see.",
     "count the bytes again, from the first byte of the sentence", "method 7.2, 15", &check_anchor_ranges},
    {"document-changed", IssueSeverity::note, "the copy at hand is not the recorded document",
     "The copy was aligned with the record sentence by sentence; what changed is reported part by part. A digest "
     "alone says only that something did.",
     "compare the copy with the published document", "method 7.1", &check_document_changed},
    {"sentence-changed", IssueSeverity::note, "a sentence is not what was recorded",
     "Its digest differs. The checks of cues say which part changed; where they are silent the change is in words "
     "that no cue points at, or puts one synonym for another.",
     "read the sentence, and set its span, digest and anchors again", "method 7.2", &check_sentence_changed},
    {"sentence-missing", IssueSeverity::warning, "a recorded sentence is not in the copy",
     "Nothing in the copy is like it in place, length and cues. A sentence rewritten beyond recognition counts as "
     "missing, and its new form as unknown.",
     "compare the copy with the published document", "method 7.2", &check_sentence_missing},
    {"sentence-span", IssueSeverity::error, "a sentence's span is not a sentence of its document",
     "The dossier holds spans and digests of external sentences, no text: a span outside its document, inside a "
     "character, over another sentence, or with another digest finds other words or none.",
     "count the bytes of the document again, and take the digest of those bytes", "method 7.1, 15",
     &check_sentence_spans},
    {"sentence-unknown", IssueSeverity::warning, "the copy has a sentence that the record does not know",
     "What it asserts is anchored nowhere. It may be new, or a recorded one rewritten beyond recognition.",
     "record the sentence with its anchors, or compare the copy with the published document", "method 13.9",
     &check_sentence_unknown},
    {"text-not-at-hand", IssueSeverity::note, "an external document's text is not at hand",
     "Without the text the words of its sentences, cues, figures and quotes cannot be compared with anything; only "
     "what the record says of itself was checked.",
     "give the text of the document to the check", "method 7.1", &check_text_at_hand},
};

}  // namespace

std::span<const RuleRow> rules_of_spans() {
    return kRules;
}

}  // namespace openeom::check
