// A document as it is shown: its sentences and what each of them rests on, for one audience. Computed once from a dossier;
// the renderers only read it, and its JSON is the document's JSON.
// Threads: plain values; share them as constants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "openeom/report/options.hpp"

namespace openeom::report {

/// What a record that a sentence rests on is. The mission's own finding, somebody else's claim and what could not be
/// determined are never shown alike.
BOOST_DEFINE_ENUM_CLASS(Standing, not_stated, finding, claim, not_determinable, compiler, figure, quote, law, standard, background,
                        unanchored)

BOOST_DEFINE_ENUM_CLASS(Wording, not_stated, shown, not_at_hand, differs)

BOOST_DEFINE_ENUM_CLASS(Relation, not_stated, based_on, concedes, contradicts, possible_instance, response, gap)

/// An evidence that something in the document rests on. Evidence of one source stands together, sources in the order in
/// which the document comes to them.
struct SourceNote : Part {
    std::int64_t number = 0;
    Ref<Evidence> evidence;
    Ref<Source> source;
    std::string statement;
    EvidenceKind kind{};
    std::string title;
    std::string publisher;
    Date date;
    std::string place;
    SourceTier tier{};
    std::string url;
    Confidence confidence{};
    std::string caveat;
    std::vector<std::string> corroborated_by;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(SourceNote, (Part),
                      (number, evidence, source, statement, kind, title, publisher, date, place, tier, url, confidence, caveat, corroborated_by,
                       language))

/// Words of a sentence that carry a part of what it rests on.
struct CueView : Part {
    AnchorRole role{};
    std::string words;
    Span range;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CueView, (Part), (role, words, range, code))

struct ReportedView : Part {
    std::string value;
    std::string words;
    YesNo preferred{};
    std::string reason;
    std::vector<std::int64_t> sources;
    std::int64_t withheld = 0;
};
BOOST_DESCRIBE_STRUCT(ReportedView, (Part), (value, words, preferred, reason, sources, withheld))

/// A member for which sources give different values.
struct DiscrepancyView : Part {
    AnyRef record;
    std::string label;
    std::string member;
    std::vector<ReportedView> values;
};
BOOST_DESCRIBE_STRUCT(DiscrepancyView, (Part), (record, label, member, values))

struct StandardView : Part {
    std::string id;
    std::string instrument;
    std::string paragraph;
    std::string summary;
    Bindingness bindingness{};
    YesNo applied{};
    std::string country;
    Date on;
    NamedBy named_by{};
};
BOOST_DESCRIBE_STRUCT(StandardView, (Part), (id, instrument, paragraph, summary, bindingness, applied, country, on, named_by))

/// A record that stands in a relation to the one anchored: what a conclusion rests on, what is granted against it ...
struct RelationView : Part {
    Relation relation{};
    AnyRef target;
    std::string title;
    Standing standing{};
    std::string asserted_by;
    std::vector<std::int64_t> sources;
    std::int64_t withheld = 0;
    State state{};
    Verification verification{};
};
BOOST_DESCRIBE_STRUCT(RelationView, (Part), (relation, target, title, standing, asserted_by, sources, withheld, state, verification))

/// A speaker's own words: word for word, or where they stand.
struct QuoteView : Part {
    Ref<Quote> quote;
    std::string speaker;
    std::vector<std::string> roles;
    std::string document;
    Span span;
    Wording wording{};
    std::string words;
    std::string language;
    YesNo translated{};
    YesNo conditional{};
};
BOOST_DESCRIBE_STRUCT(QuoteView, (Part),
                      (quote, speaker, roles, document, span, wording, words, language, translated, conditional))

/// A record that a sentence is anchored in.
struct AnchorView : Part {
    AnyRef target;
    Standing standing{};
    std::string title;
    std::string asserted_by;
    Asserter asserter{};
    Basis basis{};
    Verification verification{};
    Polarity polarity{};
    Determination determination{};
    LegalTest test_failed{};
    std::string quantity;
    std::string degree;
    std::string scope;
    Persistence persistence{};
    std::string actor;
    std::vector<std::string> facts;
    std::vector<CueView> cues;
    std::vector<std::int64_t> sources;
    std::int64_t withheld = 0;
    std::vector<StandardView> standards;
    std::vector<std::string> provisions;
    std::vector<DiscrepancyView> discrepancies;
    std::vector<RelationView> relations;
    std::optional<QuoteView> quote;
    std::vector<std::string> notes;
    State state{};
};
BOOST_DESCRIBE_STRUCT(AnchorView, (Part),
                      (target, standing, title, asserted_by, asserter, basis, verification, polarity, determination, test_failed,
                       quantity, degree, scope, persistence, actor, facts, cues, sources, withheld, standards, provisions,
                       discrepancies, relations, quote, notes, state))

/// A stretch of a sentence that rests on one kind of thing.
struct SegmentView : Part {
    std::string text;
    Standing standing{};
};
BOOST_DESCRIBE_STRUCT(SegmentView, (Part), (text, standing))

struct SentenceView : Part {
    Ref<Sentence> sentence;
    std::int64_t number = 0;
    std::int64_t paragraph = 0;
    SentenceOrigin origin{};
    YesNo asserts{};
    Wording wording{};
    Span span;
    std::string text;
    std::vector<SegmentView> segments;
    std::vector<Standing> marks;
    std::vector<std::int64_t> sources;
    std::vector<AnchorView> anchors;
    std::string author;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(SentenceView, (Part),
                      (sentence, number, paragraph, origin, asserts, wording, span, text, segments, marks, sources, anchors, author,
                       notes))

struct SectionView : Part {
    Ref<Section> section;
    std::string outline;
    std::string title;
    std::int64_t depth = 0;
    std::string owner;
    State state{};
    std::vector<SentenceView> sentences;
};
BOOST_DESCRIBE_STRUCT(SectionView, (Part), (section, outline, title, depth, owner, state, sentences))

struct ClearanceView : Part {
    AnyRef target;
    ClearanceRole role{};
    std::string delegation;
    std::string pseudonym;
    Instant time;
    YesNo lapsed{};
};
BOOST_DESCRIBE_STRUCT(ClearanceView, (Part), (target, role, delegation, pseudonym, time, lapsed))

/// A composed sentence that nobody has adopted: no part of the document.
struct SuggestionView : Part {
    std::string text;
    std::string pattern;
    std::string heading;
    std::vector<AnyRef> rests_on;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (Part), (text, pattern, heading, rests_on, notes))

struct DocumentView : Part {
    Ref<Document> document;
    std::string title;
    DocumentKind kind{};
    std::string language;
    std::string words_language;
    Audience audience{};
    State state{};
    std::optional<std::int64_t> revision;
    std::vector<std::string> issuers;
    std::string place;
    Date published;
    Date cutoff;
    std::string election;
    std::string mission;
    YesNo external{};
    YesNo reconstruction{};
    std::string reconstruction_note;
    std::vector<std::string> disclaimers;
    std::vector<std::string> related;
    std::vector<SectionView> sections;
    std::int64_t sentences = 0;
    std::int64_t asserting = 0;
    std::int64_t anchored = 0;
    std::vector<SourceNote> sources;
    std::vector<StandardView> standards;
    std::vector<ClearanceView> clearances;
    std::vector<SuggestionView> suggestions;
    std::string dossier_sha256;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (Part),
                      (document, title, kind, language, words_language, audience, state, revision, issuers, place, published, cutoff,
                       election, mission, external, reconstruction, reconstruction_note, disclaimers, related, sections, sentences, asserting,
                       anchored, sources, standards, clearances, suggestions, dossier_sha256))

}  // namespace openeom::report

namespace openeom {

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<report::Standing>{
    "standing", "what a record is that a sentence rests on: the mission's finding, somebody else's claim, what could not be determined ..."};
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<report::Wording>{
    "wording", "whether words are shown, not at hand, or differ from those recorded"};
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<report::Relation>{"relation", "how another record bears on the one anchored"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::SourceNote>{"source_note", "", "an evidence that something in the document rests on, numbered"};
template <>
inline constexpr auto reflect::rows<report::SourceNote> = std::to_array<reflect::Row>({
    {"number", "its number in this document"},
    {"evidence", "the evidence"},
    {"source", "the source"},
    {"statement", "what the source says, in the compiler's words"},
    {"kind", "kind of evidence"},
    {"title", "title of the source"},
    {"publisher", "who published the source"},
    {"date", "date of the source"},
    {"place", "where in the source"},
    {"tier", "how near the source is to what it reports"},
    {"url", "where it was read"},
    {"confidence", "how well the source bears it out"},
    {"caveat", "why the text read may not be the one in force"},
    {"corroborated_by", "other sources that say the same"},
    {"language", "language of the source, and of its title"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::CueView>{"cue_view", "", "words of a sentence that carry a part of what it rests on"};
template <>
inline constexpr auto reflect::rows<report::CueView> = std::to_array<reflect::Row>({
    {"role", "what the words carry"},
    {"words", "the words; where the text is not at hand, those that the record keeps"},
    {.name = "range", .meaning = "where in the sentence", .unit = "bytes"},
    {"code", "what the record says of that part"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::ReportedView>{"reported_view", "", "a value that a source gives"};
template <>
inline constexpr auto reflect::rows<report::ReportedView> = std::to_array<reflect::Row>({
    {"value", "the value"},
    {"words", "how the source puts it"},
    {"preferred", "whether the record holds this one"},
    {"reason", "why it is preferred, or is not"},
    {"sources", "numbers of the sources"},
    {"withheld", "sources that this audience is not shown"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::DiscrepancyView>{"discrepancy_view", "", "a member for which sources give different values"};
template <>
inline constexpr auto reflect::rows<report::DiscrepancyView> = std::to_array<reflect::Row>({
    {"record", "the record"},
    {"label", "its name"},
    {"member", "the member"},
    {"values", "the values, the preferred one first"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::StandardView>{"standard_view", "", "a standard cited"};
template <>
inline constexpr auto reflect::rows<report::StandardView> = std::to_array<reflect::Row>({
    {"id", "the standard"},
    {"instrument", "title of the instrument"},
    {"paragraph", "paragraph or article as cited"},
    {"summary", "what it says, in the library's words"},
    {"bindingness", "what it obliges a state to"},
    {"applied", "whether it applied to the country on that day; not stated where unknown"},
    {"country", "the country of the election"},
    {"on", "election day"},
    {"named_by", "whether the text names it or the compiler sets it beside"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::RelationView>{"relation_view", "", "a record that bears on the one anchored"};
template <>
inline constexpr auto reflect::rows<report::RelationView> = std::to_array<reflect::Row>({
    {"relation", "how it bears on it"},
    {"target", "the record"},
    {"title", "what it says"},
    {"standing", "what it is"},
    {"asserted_by", "who says so"},
    {"sources", "numbers of the sources"},
    {"withheld", "sources that this audience is not shown"},
    {"state", "for a finding: how far it has come"},
    {"verification", "for a finding: how far verified"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::QuoteView>{"quote_view", "", "a speaker's own words, word for word, or where they stand"};
template <>
inline constexpr auto reflect::rows<report::QuoteView> = std::to_array<reflect::Row>({
    {"quote", "the quote"},
    {"speaker", "who speaks"},
    {"roles", "in which roles, at that time"},
    {"document", "title of the document where the words stand"},
    {.name = "span", .meaning = "where in the document", .unit = "bytes"},
    {"wording", "whether the words are shown"},
    {"words", "the words, word for word; empty where they are not at hand or differ"},
    {"language", "language of the words"},
    {"translated", "whether these are a translator's words"},
    {"conditional", "whether the speaker puts it under a condition"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::AnchorView>{"anchor_view", "", "a record that a sentence is anchored in"};
template <>
inline constexpr auto reflect::rows<report::AnchorView> = std::to_array<reflect::Row>({
    {"target", "the record"},
    {"standing", "what it is: the mission's finding, a claim, what could not be determined, a figure ..."},
    {"title", "what it says, in the compiler's words"},
    {"asserted_by", "who says so, in words"},
    {"asserter", "who says so"},
    {"basis", "on what basis"},
    {"verification", "how far verified"},
    {"polarity", "whether it praises or faults"},
    {"determination", "whether the thing itself could be established"},
    {"test_failed", "for law: the test that is failed"},
    {"quantity", "how many; a vague quantity stays vague"},
    {"degree", "how much"},
    {"scope", "what it is limited to"},
    {"persistence", "how it compares with earlier"},
    {"actor", "who is held responsible"},
    {"facts", "what else the record holds, member by member"},
    {"cues", "words of the sentence that carry its parts"},
    {"sources", "numbers of the sources"},
    {"withheld", "sources that this audience is not shown"},
    {"standards", "standards cited"},
    {"provisions", "provisions of law concerned"},
    {"discrepancies", "where sources disagree"},
    {"relations", "records that bear on it"},
    {"quote", "for a quote: the speaker's words"},
    {"notes", "what a reader must know besides"},
    {"state", "for a finding: how far it has come; what is a draft or withdrawn does not stand"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::SegmentView>{"segment_view", "", "a stretch of a sentence that rests on one kind of thing"};
template <>
inline constexpr auto reflect::rows<report::SegmentView> = std::to_array<reflect::Row>({
    {"text", "its words"},
    {"standing", "what it rests on"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::SentenceView>{"sentence_view", "", "a sentence as it is shown"};
template <>
inline constexpr auto reflect::rows<report::SentenceView> = std::to_array<reflect::Row>({
    {"sentence", "the sentence"},
    {"number", "number of its note; 0 where it rests on nothing"},
    {"paragraph", "paragraph in the section"},
    {"origin", "where it comes from"},
    {"asserts", "whether it asserts anything"},
    {"wording", "whether its words are shown"},
    {.name = "span", .meaning = "where it stands in an external document", .unit = "bytes"},
    {"text", "its words; empty where they are not at hand or differ"},
    {"segments", "the same words, cut where what they rest on changes"},
    {"marks", "what it rests on, each kind once"},
    {"sources", "numbers of the sources of all its anchors"},
    {"anchors", "the records that it is anchored in"},
    {"author", "who wrote it, for internal use"},
    {"notes", "what a reader must know besides"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::SectionView>{"section_view", "", "a section as it is shown"};
template <>
inline constexpr auto reflect::rows<report::SectionView> = std::to_array<reflect::Row>({
    {"section", "the section; empty for sentences outside any"},
    {"outline", "key in the outline"},
    {"title", "heading; empty where the text has none"},
    {"depth", "0 for a section of the document itself, 1 for one inside it ..."},
    {"owner", "role that keeps it, for internal use"},
    {"state", "how far it has come"},
    {"sentences", "its sentences"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::ClearanceView>{"clearance_view", "", "a clearance of the document or of a part of it"};
template <>
inline constexpr auto reflect::rows<report::ClearanceView> = std::to_array<reflect::Row>({
    {"target", "what was cleared"},
    {"role", "in which role"},
    {"delegation", "for a delegation: which"},
    {"pseudonym", "who, by pseudonym, for internal use"},
    {"time", "when"},
    {"lapsed", "whether its target has changed since; not stated where that is not known"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::SuggestionView>{"suggestion_view", "", "a composed sentence that nobody has adopted: no part of the document"};
template <>
inline constexpr auto reflect::rows<report::SuggestionView> = std::to_array<reflect::Row>({
    {"text", "the words"},
    {"pattern", "the pattern it was composed by"},
    {"heading", "where in the document it is meant to stand"},
    {"rests_on", "records that it was composed from"},
    {"notes", "what an adopter must know besides"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<report::DocumentView>{"document_view", "", "a document as it is shown to one audience"};
template <>
inline constexpr auto reflect::rows<report::DocumentView> = std::to_array<reflect::Row>({
    {"document", "the document"},
    {"title", "its title"},
    {"kind", "kind of document"},
    {"language", "language of its text"},
    {"words_language", "language of the renderer's own words"},
    {"audience", "for whom it is rendered"},
    {"state", "how far it has come"},
    {"revision", "its revision"},
    {"issuers", "in whose name it speaks"},
    {"place", "place in the dateline"},
    {"published", "when published"},
    {"cutoff", "day up to which its data go"},
    {"election", "the election"},
    {"mission", "the mission whose findings are the document's own"},
    {"external", "whether others published it"},
    {"reconstruction", "whether it is put together from public sources"},
    {"reconstruction_note", "what a reconstruction says of itself, on every page"},
    {"disclaimers", "what a reader must know before reading"},
    {"related", "documents that it replaces, translates or attaches"},
    {"sections", "its sections in order"},
    {"sentences", "number of sentences"},
    {"asserting", "number of sentences that assert something"},
    {"anchored", "number of those that are anchored"},
    {"sources", "evidence that it rests on, numbered"},
    {"standards", "standards that it cites, each once"},
    {"clearances", "who cleared it, in which role"},
    {"suggestions", "composed sentences that nobody has adopted"},
    {"dossier_sha256", "digest of the dossier"},
});

}  // namespace openeom
