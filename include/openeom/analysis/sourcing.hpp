// How far a document is tied to the record: every sentence with what it is anchored in, what has no anchor, and what of
// the record the document does not use. Linkage says that text and record agree, not that either is true.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct SourcingOptions : Part {
    std::string document;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(SourcingOptions, (Part), (document, text))

BOOST_DEFINE_ENUM_CLASS(TextAtHand, none, of_the_record, unchanged, changed)
BOOST_DEFINE_ENUM_CLASS(SentenceState, not_compared, unchanged, changed, gone, new_)

struct SourcedAnchor : Part {
    Ref<Anchor> anchor;
    AnchorRole role{};
    std::string words;
    AnyRef target;
    std::string label;
    std::string attribution;
    YesNo has_evidence{};
};
BOOST_DESCRIBE_STRUCT(SourcedAnchor, (Part), (anchor, role, words, target, label, attribution, has_evidence))

/// Where text and record part ways.
struct SentenceIssue : Part {
    AnchorRole part{};
    std::string rule;
    std::string message;
    std::string remedy;
    std::string waived;
};
BOOST_DESCRIBE_STRUCT(SentenceIssue, (Part), (part, rule, message, remedy, waived))

struct SourcedSentence : Part {
    std::string title;
    std::optional<Ref<Sentence>> sentence;
    SentenceState state{};
    Span span;
    std::string text;
    YesNo asserts{};
    YesNo anchored{};
    YesNo rests_on_evidence{};
    std::vector<SourcedAnchor> anchors;
    std::vector<SentenceIssue> issues;
};
BOOST_DESCRIBE_STRUCT(SourcedSentence, (Part),
                      (title, sentence, state, span, text, asserts, anchored, rests_on_evidence, anchors, issues))

/// A sentence that asserts something, or is new and may, and is anchored in nothing; in a copy, nothing that still holds.
struct UnanchoredSentence : Part {
    std::optional<Ref<Sentence>> sentence;
    std::string text;
    Span span;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UnanchoredSentence, (Part), (sentence, text, span, reason))

/// A part of a sentence that the record and the text no longer agree on.
struct ChangedPart : Part {
    std::optional<Ref<Sentence>> sentence;
    AnchorRole part{};
    std::string message;
};
BOOST_DESCRIBE_STRUCT(ChangedPart, (Part), (sentence, part, message))

struct UnusedFinding : Part {
    Ref<Finding> finding;
    std::string summary;
    std::string topic;
    Polarity polarity{};
    std::string attribution;
};
BOOST_DESCRIBE_STRUCT(UnusedFinding, (Part), (finding, summary, topic, polarity, attribution))

struct UnusedEvidence : Part {
    Ref<Evidence> evidence;
    std::string statement;
    std::string source;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(UnusedEvidence, (Part), (evidence, statement, source, place))

struct UnsupportedFinding : Part {
    Ref<Finding> finding;
    std::string summary;
    std::string attribution;
};
BOOST_DESCRIBE_STRUCT(UnsupportedFinding, (Part), (finding, summary, attribution))

struct SourcingResult : Part {
    ResultHead head;
    std::string title;
    std::string summary;
    std::string caution;
    Ref<Document> document;
    TextAtHand text_at_hand{};
    std::string text_note;
    std::int64_t sentences_total = 0;
    std::int64_t asserting = 0;
    std::int64_t anchored = 0;
    std::int64_t anchored_on_record = 0;
    std::optional<Rational> share_anchored;
    std::int64_t anchors = 0;
    std::int64_t cue_ranges = 0;
    std::int64_t sentences_changed = 0;
    std::int64_t sentences_gone = 0;
    std::int64_t sentences_new = 0;
    std::int64_t sentences_moved = 0;
    std::vector<ChangedPart> changes;
    std::vector<UnanchoredSentence> unanchored;
    std::vector<UnsupportedFinding> without_evidence;
    std::vector<SourcedSentence> sentences;
    std::vector<UnusedFinding> findings_not_used;
    std::vector<UnusedEvidence> evidence_not_used;
};
BOOST_DESCRIBE_STRUCT(SourcingResult, (Part),
                      (head, title, summary, caution, document, text_at_hand, text_note, sentences_total, asserting, anchored,
                       anchored_on_record, share_anchored, anchors, cue_ranges, sentences_changed, sentences_gone, sentences_new,
                       sentences_moved, changes, unanchored, without_evidence, sentences, findings_not_used, evidence_not_used))

/// Whether an anchor carries an assertion and leads to a record of the dossier or the catalogue.
bool anchors_assertion(const Dossier& dossier, const Anchor& anchor);

/// Without a document: the only one that has sentences, else the first that is not external. Throws Error(not_found) where
/// there is no such document.
SourcingResult sourcing(const Dossier& dossier, const SourcingOptions& options = {});

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::SourcingOptions>{"sourcing_options", "", "options of sourcing"};
template <>
inline constexpr auto reflect::rows<analysis::SourcingOptions> = std::to_array<reflect::Row>({
    {"document", "id of the document; the only one with sentences, else the first of the dossier's own, where empty"},
    {"text", "the copy of an external document at hand; an empty one lacks every sentence"},
});

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::TextAtHand>{
    "text_at_hand", "whether the words are at hand, and whether they are those that the record was made from"};
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::SentenceState>{
    "sentence_state", "how a sentence of the copy at hand compares with the one on record"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::SourcedAnchor>{"sourced_anchor", "", "what words of a sentence are anchored in"};
template <>
inline constexpr auto reflect::rows<analysis::SourcedAnchor> = std::to_array<reflect::Row>({
    {"anchor", "the anchor"},
    {"role", "what the words carry"},
    {"words", "the words, or where they stand"},
    {"target", "what they rest on"},
    {"label", "what they rest on, in words"},
    {"attribution", "who asserts it"},
    {"has_evidence", "whether that rests on evidence"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::SentenceIssue>{"sentence_issue", "", "where text and record part ways"};
template <>
inline constexpr auto reflect::rows<analysis::SentenceIssue> = std::to_array<reflect::Row>({
    {"part", "the part of the finding that it touches"},
    {"rule", "the rule that noticed it"},
    {"message", "what is wrong"},
    {"remedy", "what would mend it"},
    {"waived", "why somebody waived it"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::SourcedSentence>{
    "sourced_sentence", "", "a sentence and what it is anchored in"};
template <>
inline constexpr auto reflect::rows<analysis::SourcedSentence> = std::to_array<reflect::Row>({
    {"title", "which sentence"},
    {"sentence", "the sentence on record; none for one that the record does not know"},
    {"state", "how the copy at hand compares with the record"},
    {.name = "span", .meaning = "where it stands in the document, or in the copy at hand", .unit = "bytes"},
    {"text", "its words, where they are at hand"},
    {"asserts", "whether it asserts anything"},
    {"anchored", "whether something that carries an assertion anchors it; of a copy, as it stands there"},
    {"rests_on_evidence", "whether all that it is anchored in rests on evidence"},
    {"anchors", "what its words are anchored in"},
    {"issues", "where text and record part ways"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::UnanchoredSentence>{
    "unanchored_sentence", "", "a sentence that asserts something and is anchored in nothing"};
template <>
inline constexpr auto reflect::rows<analysis::UnanchoredSentence> = std::to_array<reflect::Row>({
    {"sentence", "the sentence on record; none for one that the record does not know"},
    {"text", "its words, where they are at hand"},
    {.name = "span", .meaning = "where it stands", .unit = "bytes"},
    {"reason", "why it counts as not anchored"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ChangedPart>{
    "changed_part", "", "a part of a sentence that record and text no longer agree on"};
template <>
inline constexpr auto reflect::rows<analysis::ChangedPart> = std::to_array<reflect::Row>({
    {"sentence", "the sentence"},
    {"part", "the part of the finding"},
    {"message", "what changed"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::UnusedFinding>{
    "unused_finding", "", "a finding that no sentence of the document is anchored in"};
template <>
inline constexpr auto reflect::rows<analysis::UnusedFinding> = std::to_array<reflect::Row>({
    {"finding", "the finding"},
    {"summary", "what is found"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
    {"polarity", "whether it praises or faults"},
    {"attribution", "who asserts it"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::UnusedEvidence>{
    "unused_evidence", "", "evidence that nothing the document is anchored in rests on"};
template <>
inline constexpr auto reflect::rows<analysis::UnusedEvidence> = std::to_array<reflect::Row>({
    {"evidence", "the evidence"},
    {"statement", "what it says"},
    {"source", "where it comes from"},
    {"place", "where in the source"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::UnsupportedFinding>{
    "unsupported_finding", "", "a finding that the document is anchored in and that rests on nothing"};
template <>
inline constexpr auto reflect::rows<analysis::UnsupportedFinding> = std::to_array<reflect::Row>({
    {"finding", "the finding"},
    {"summary", "what is found"},
    {"attribution", "who asserts it"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::SourcingResult>{
    "sourcing", "", "how far a document is tied to the record: linkage, not truth"};
template <>
inline constexpr auto reflect::rows<analysis::SourcingResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "title of the document"},
    {"summary", "the result in a sentence"},
    {"caution", "what this is not"},
    {"document", "the document"},
    {"text_at_hand", "whether the words are at hand"},
    {"text_note", "the same in words"},
    {.name = "sentences_total", .meaning = "sentences on record", .unit = "sentences"},
    {.name = "asserting", .meaning = "sentences on record that assert something", .unit = "sentences"},
    {.name = "anchored",
     .meaning = "of these, anchored; of a copy at hand, only those that it leaves unchanged",
     .unit = "sentences"},
    {.name = "anchored_on_record",
     .meaning = "asserting sentences that are anchored on record, whatever a copy says",
     .unit = "sentences"},
    {.name = "share_anchored",
     .meaning = "share of asserting sentences that are anchored; new ones of a copy count as asserting and not anchored",
     .unit = "percent"},
    {.name = "anchors", .meaning = "anchors of its sentences", .unit = "anchors"},
    {.name = "cue_ranges", .meaning = "anchors that point at the words that carry a part", .unit = "anchors"},
    {.name = "sentences_changed", .meaning = "sentences that the copy at hand changes", .unit = "sentences"},
    {.name = "sentences_gone", .meaning = "sentences that the copy at hand lacks", .unit = "sentences"},
    {.name = "sentences_new", .meaning = "sentences of the copy that the record does not know", .unit = "sentences"},
    {.name = "sentences_moved", .meaning = "unchanged sentences that stand in another order in the copy", .unit = "sentences"},
    {"changes", "parts that record and text no longer agree on"},
    {"unanchored", "assertions that nothing anchors, and new sentences that may be some"},
    {"without_evidence", "findings that it is anchored in and that rest on nothing"},
    {"sentences", "sentence by sentence"},
    {"findings_not_used", "findings that no sentence is anchored in"},
    {"evidence_not_used", "evidence that nothing it is anchored in rests on"},
});

}  // namespace openeom
