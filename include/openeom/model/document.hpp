// Documents as layers over the record: sections, sentences, anchors, clearances.
#pragma once

#include "openeom/model/finding.hpp"

namespace openeom {

struct Section;
struct Sentence;
struct Quote;

BOOST_DEFINE_ENUM_CLASS(DocumentKind, not_stated, press_release, preliminary_statement, final_report, interim_report,
                        needs_assessment_report, statement_by_heads, follow_up_note, authority_response, citizen_observer_statement,
                        parliamentary_report, reconstruction)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<DocumentKind>{"document_kind", "kind of document"};

struct Document : Sourced {
    std::string title;
    DocumentKind kind{};
    std::string language;
    YesNo official{};
    std::vector<AnyRef> issuers;
    std::optional<Ref<Mission>> mission;
    std::optional<Ref<Election>> election;
    std::string place;
    Date published;
    Date cutoff;
    State state{};
    YesNo external{};
    YesNo reconstruction{};
    std::string reconstruction_note;
    std::optional<Ref<Document>> supersedes;
    std::optional<Ref<Document>> translation_of;
    std::vector<Ref<Document>> attaches;
    std::vector<std::string> contents;
    std::optional<Ref<Source>> source;
    std::optional<std::int64_t> bytes;
    std::string sha256;
    Instant embargo_until;
    std::optional<std::int64_t> revision;
};
BOOST_DESCRIBE_STRUCT(Document, (Sourced),
                      (title, kind, language, official, issuers, mission, election, place, published, cutoff, state, external,
                       reconstruction, reconstruction_note, supersedes, translation_of, attaches, contents, source, bytes, sha256,
                       embargo_until, revision))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Document>{"document", "documents", "a text over the record: a statement, a report, a press release of others"};
template <>
inline constexpr auto reflect::rows<Document> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "its title", .required = true},
    {"kind", "kind of document"},
    {.name = "language", .meaning = "BCP 47 tag of its text", .codes = "language"},
    {"official", "whether this language version is the official one"},
    {"issuers", "organisations, missions or bodies in whose name it speaks"},
    {"mission", "the mission"},
    {"election", "the election"},
    {"place", "place in the dateline"},
    {"published", "when published"},
    {"cutoff", "day up to which its data go"},
    {"state", "how far it has come"},
    {"external", "whether others published it: the dossier then holds spans and digests, no text"},
    {"reconstruction", "whether it is put together from public sources rather than the issuers' own"},
    {"reconstruction_note", "what every page of a reconstruction says"},
    {"supersedes", "the version it replaces"},
    {"translation_of", "the document it translates"},
    {"attaches", "documents attached to it"},
    {"contents", "table of contents with pages, of a document that was not read whole"},
    {"source", "the source that it is"},
    {.name = "bytes", .meaning = "length of an external document", .unit = "bytes"},
    {"sha256", "digest of an external document"},
    {"embargo_until", "not to be shown before"},
    {"revision", "counts its changes, from 1"},
});

struct Section : Record {
    Ref<Document> document;
    std::string outline;
    std::string title;
    std::optional<std::int64_t> position;
    std::optional<Ref<Section>> within;
    std::string owner;
    State state{};
};
BOOST_DESCRIBE_STRUCT(Section, (Record), (document, outline, title, position, within, owner, state))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Section>{"section", "sections", "a section of a document"};
template <>
inline constexpr auto reflect::rows<Section> = std::to_array<reflect::Row>({
    {.name = "document", .meaning = "the document", .required = true},
    {.name = "outline", .meaning = "key in the outline of its kind", .codes = "outline"},
    {"title", "heading; empty where the text has none"},
    {"position", "order in the document, from 1"},
    {"within", "the section around it"},
    {"owner", "role that keeps it, never a name"},
    {"state", "how far it has come"},
});

BOOST_DEFINE_ENUM_CLASS(SentenceOrigin, not_stated, authored, adopted, boilerplate, external)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<SentenceOrigin>{
    "sentence_origin", "written here, adopted from a suggestion, standing text, or of a document that others published"};

struct Sentence : Record {
    Ref<Document> document;
    std::optional<Ref<Section>> section;
    std::optional<std::int64_t> position;
    std::optional<std::int64_t> paragraph;
    std::string text;
    std::string author;
    std::optional<std::int64_t> revision;
    SentenceOrigin origin{};
    YesNo asserts{};
    std::optional<Ref<Sentence>> translation_of;
    std::optional<Ref<Sentence>> counterpart;
    Span span;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(Sentence, (Record),
                      (document, section, position, paragraph, text, author, revision, origin, asserts, translation_of, counterpart,
                       span, sha256))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Sentence>{"sentence", "sentences", "a sentence of a document"};
template <>
inline constexpr auto reflect::rows<Sentence> = std::to_array<reflect::Row>({
    {.name = "document", .meaning = "the document", .required = true},
    {"section", "the section"},
    {"position", "order in the section, from 1"},
    {"paragraph", "paragraph in the section, from 1"},
    {"text", "the words; empty for an external sentence"},
    {"author", "role or pseudonym of who wrote it"},
    {"revision", "counts its changes, from 1"},
    {.name = "origin", .meaning = "where it comes from", .required = true},
    {"asserts", "whether it asserts anything"},
    {"translation_of", "the sentence it translates"},
    {"counterpart", "the sentence of a fuller document that says the same"},
    {.name = "span", .meaning = "where it stands in an external document", .unit = "bytes"},
    {"sha256", "digest of an external sentence's bytes"},
});

BOOST_DEFINE_ENUM_CLASS(AnchorRole, not_stated, asserts, polarity, quantity, degree, scope, persistence, attribution, actor,
                        determination, test_failed, concedes, figure, quote, law, standard, background)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<AnchorRole>{
    "anchor_role", "what the words of an anchor carry; actor and attribution are responsible_actor and asserted_by"};

struct Anchor : Record {
    Ref<Sentence> sentence;
    std::optional<std::int64_t> revision;
    AnchorRole role{};
    Span range;
    AnyRef target;
    std::optional<std::int64_t> target_revision;
};
BOOST_DESCRIBE_STRUCT(Anchor, (Record), (sentence, revision, role, range, target, target_revision))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Anchor>{"anchor", "anchors", "ties words of a sentence to what they rest on"};
template <>
inline constexpr auto reflect::rows<Anchor> = std::to_array<reflect::Row>({
    {.name = "sentence", .meaning = "the sentence", .required = true},
    {"revision", "revision of the sentence that it was set on"},
    {.name = "role", .meaning = "what the words carry", .required = true},
    {.name = "range", .meaning = "bytes of the sentence", .unit = "bytes"},
    {.name = "target", .meaning = "finding, indicator, published_figure, quote, provision, standard, event, evidence", .required = true},
    {"target_revision", "revision of the target that it was set on"},
});

BOOST_DEFINE_ENUM_CLASS(ClearanceRole, not_stated, analyst, legal, head, headquarters, delegation)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ClearanceRole>{"clearance_role", "in which role somebody clears a text"};

struct Clearance : Record {
    AnyRef target;
    std::optional<std::int64_t> revision;
    std::string digest;
    ClearanceRole role{};
    std::optional<Ref<Delegation>> delegation;
    std::string pseudonym;
    Instant time;
};
BOOST_DESCRIBE_STRUCT(Clearance, (Record), (target, revision, digest, role, delegation, pseudonym, time))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Clearance>{"clearance", "clearances", "somebody's clearance of a text or finding; it lapses when its target changes"};
template <>
inline constexpr auto reflect::rows<Clearance> = std::to_array<reflect::Row>({
    {.name = "target", .meaning = "document, section, sentence or finding", .required = true},
    {"revision", "revision of the target that was cleared"},
    {"digest", "content digest of the target that was cleared"},
    {.name = "role", .meaning = "in which role", .required = true},
    {"delegation", "for a delegation: which"},
    {"pseudonym", "who, by pseudonym"},
    {"time", "when"},
});

struct Waiver : Record {
    std::string check;
    std::optional<AnyRef> target;
    std::string reason;
    std::string pseudonym;
    Instant time;
};
BOOST_DESCRIBE_STRUCT(Waiver, (Record), (check, target, reason, pseudonym, time))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Waiver>{"waiver", "waivers", "why a check is set aside for a record; it is still shown, as waived"};
template <>
inline constexpr auto reflect::rows<Waiver> = std::to_array<reflect::Row>({
    {.name = "check", .meaning = "id of the check", .required = true},
    {"target", "the record; empty for all"},
    {.name = "reason", .meaning = "why", .required = true},
    {"pseudonym", "who, by pseudonym"},
    {"time", "when"},
});

struct Suggestion : Record {
    std::optional<Ref<Document>> document;
    std::string outline;
    std::string text;
    std::string pattern;
    std::vector<AnyRef> rests_on;
    std::optional<Ref<Sentence>> adopted_as;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (Record), (document, outline, text, pattern, rests_on, adopted_as))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Suggestion>{"suggestion", "suggestions", "a composed sentence that nobody has adopted yet"};
template <>
inline constexpr auto reflect::rows<Suggestion> = std::to_array<reflect::Row>({
    {"document", "the document it is meant for"},
    {.name = "outline", .meaning = "where in it", .codes = "outline"},
    {.name = "text", .meaning = "the words", .required = true},
    {.name = "pattern", .meaning = "the pattern it was composed by", .required = true},
    {"rests_on", "records that it was composed from"},
    {"adopted_as", "the sentence somebody made of it"},
});

struct Quote : Sourced {
    Ref<Person> speaker;
    std::vector<std::string> roles;
    Ref<Document> document;
    Span span;
    std::string sha256;
    std::string language;
    YesNo translated{};
    YesNo conditional{};
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(Quote, (Sourced), (speaker, roles, document, span, sha256, language, translated, conditional, summary))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Quote>{"quote", "quotes", "a speaker's own words in a document: shown word for word or not at all"};
template <>
inline constexpr auto reflect::rows<Quote> = std::to_array<reflect::Row>({
    {.name = "speaker", .meaning = "who speaks", .required = true},
    {"roles", "in which roles, at that time"},
    {.name = "document", .meaning = "where the words stand", .required = true},
    {.name = "span", .meaning = "where in the document", .unit = "bytes"},
    {"sha256", "digest of the words"},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language"},
    {"translated", "whether these are a translator's words"},
    {"conditional", "whether the speaker puts it under a condition"},
    {"summary", "what it is about, for search; never shown as the speaker's words"},
});

struct AuthorityResponse : Sourced {
    std::optional<Ref<Body>> body;
    std::optional<Ref<Person>> speaker;
    Date date;
    std::optional<Ref<Document>> document;
    std::vector<AnyRef> responds_to;
    std::string stance;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(AuthorityResponse, (Sourced), (body, speaker, date, document, responds_to, stance, summary))
template <>
inline constexpr reflect::StructRow reflect::struct_row<AuthorityResponse>{"authority_response", "authority_responses", "an authority's answer to observers' findings"};
template <>
inline constexpr auto reflect::rows<AuthorityResponse> = std::to_array<reflect::Row>({
    {"body", "which authority"},
    {"speaker", "who spoke for it"},
    {"date", "when"},
    {"document", "where it stands"},
    {"responds_to", "findings or documents it answers"},
    {.name = "stance", .meaning = "rejects, accepts, corrects ...", .codes = "stance"},
    {"summary", "what it says, in the compiler's words"},
});

struct PublishedFigure : Sourced {
    std::optional<Ref<Document>> document;
    std::optional<Ref<Sentence>> sentence;
    std::string indicator;
    std::string printed;
    std::optional<Decimal> value;
    std::optional<std::int64_t> k;
    std::optional<std::int64_t> n;
    Date cutoff;
};
BOOST_DESCRIBE_STRUCT(PublishedFigure, (Sourced), (document, sentence, indicator, printed, value, k, n, cutoff))
template <>
inline constexpr reflect::StructRow reflect::struct_row<PublishedFigure>{"published_figure", "published_figures", "a number as it was printed, with what it was computed from"};
template <>
inline constexpr auto reflect::rows<PublishedFigure> = std::to_array<reflect::Row>({
    {"document", "where printed"},
    {"sentence", "in which sentence"},
    {.name = "indicator", .meaning = "the indicator it is a value of", .codes = "indicator"},
    {.name = "printed", .meaning = "as printed", .required = true},
    {"value", "its value"},
    {"k", "numerator"},
    {"n", "denominator"},
    {"cutoff", "day up to which its data go"},
});

struct Erratum : Sourced {
    Ref<PublishedFigure> figure;
    std::string corrected;
    std::string reason;
    Date published;
};
BOOST_DESCRIBE_STRUCT(Erratum, (Sourced), (figure, corrected, reason, published))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Erratum>{"erratum", "errata", "a published correction of a printed figure"};
template <>
inline constexpr auto reflect::rows<Erratum> = std::to_array<reflect::Row>({
    {.name = "figure", .meaning = "the figure corrected", .required = true},
    {.name = "corrected", .meaning = "as corrected", .required = true},
    {"reason", "why"},
    {"published", "when published"},
});

}  // namespace openeom
