// Findings, recommendations, and what they rest on: sources, evidence, reported values, gaps.
#pragma once

#include "openeom/model/observation.hpp"

namespace openeom {

struct Finding;
struct Recommendation;
struct Document;

BOOST_DEFINE_ENUM_CLASS(SourceTier, not_stated, observer_institution, authority_or_agency, mirror)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<SourceTier>{
    "source_tier", "1 observer institutions, 2 authorities, agencies, non-governmental organisations, 3 mirrors and reposts"};

BOOST_DEFINE_ENUM_CLASS(EvidenceKind, not_stated, form_answer, observation_note, protocol_copy, decision_text, law_text, interview,
                        media_recording, press_item, official_statistic, published_statement, derived)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<EvidenceKind>{"evidence_kind", "kind of evidence"};

struct Source : Record {
    std::string title;
    std::string publisher;
    Date date;
    std::string url;
    std::vector<std::string> alternative_urls;
    std::string language;
    std::string seen;
    SourceTier tier{};
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(Source, (Record), (title, publisher, date, url, alternative_urls, language, seen, tier, sha256))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Source>{"source", "sources", "a document or an informant that evidence comes from"};
template <>
inline constexpr auto reflect::rows<Source> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "its title", .required = true},
    {"publisher", "who published it"},
    {"date", "when"},
    {"url", "where it was read"},
    {"alternative_urls", "where it stands too"},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language"},
    {"seen", "how much of it was read"},
    {"tier", "how near it is to what it reports"},
    {"sha256", "digest of the copy at hand"},
});

/// Where in a source something stands.
struct Locator : Part {
    std::string section;
    std::string page;
    std::string paragraph;
    std::string url;
    std::string sha256;
    std::string fact;
    Span span;
};
BOOST_DESCRIBE_STRUCT(Locator, (Part), (section, page, paragraph, url, sha256, fact, span))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Locator>{"locator", "", "where in a source something stands"};
template <>
inline constexpr auto reflect::rows<Locator> = std::to_array<reflect::Row>({
    {"section", "section or heading"},
    {"page", "page as numbered"},
    {"paragraph", "paragraph as numbered"},
    {"url", "address, where it differs from the source's"},
    {"sha256", "digest of the words"},
    {"fact", "id in a base of facts"},
    {.name = "span", .meaning = "bytes of the source", .unit = "bytes"},
});

struct Evidence : Record {
    Ref<Source> source;
    EvidenceKind kind{};
    Locator locator;
    std::string statement;
    Confidence confidence{};
    Date retrieved;
    std::vector<Ref<Evidence>> corroborated_by;
    std::vector<Ref<Source>> corroborating_sources;
    std::string version_caveat;
};
BOOST_DESCRIBE_STRUCT(Evidence, (Record),
                      (source, kind, locator, statement, confidence, retrieved, corroborated_by, corroborating_sources, version_caveat))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Evidence>{"evidence", "evidence", "what a source says at one place, in the compiler's words"};
template <>
inline constexpr auto reflect::rows<Evidence> = std::to_array<reflect::Row>({
    {.name = "source", .meaning = "where it comes from", .required = true},
    {"kind", "kind of evidence"},
    {"locator", "where in the source"},
    {"statement", "what it says, in the compiler's words"},
    {"confidence", "how well the source bears it out"},
    {"retrieved", "when it was read"},
    {"corroborated_by", "other evidence that says the same"},
    {"corroborating_sources", "other sources that say the same"},
    {"version_caveat", "why the text read may not be the one in force"},
});

/// One of the values that sources give for a member of a record.
struct ReportedValue : Record {
    AnyRef record;
    std::string member;
    RawJson value;
    std::vector<Ref<Evidence>> evidence;
    YesNo preferred{};
    std::string reason;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ReportedValue, (Record), (record, member, value, evidence, preferred, reason, words))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ReportedValue>{
    "reported_value", "reported_values", "a value that a source gives for a member of a record; several that differ are a discrepancy"};
template <>
inline constexpr auto reflect::rows<ReportedValue> = std::to_array<reflect::Row>({
    {.name = "record", .meaning = "the record", .required = true},
    {.name = "member", .meaning = "path of the member: deployed, names[0].text, calendar[2].dates", .required = true},
    {.name = "value", .meaning = "the value, of the member's own type", .required = true},
    {.name = "evidence", .meaning = "who gives it", .required = true},
    {"preferred", "whether the record holds this one"},
    {"reason", "why it is preferred, or is not"},
    {"words", "how the source puts it, where that says more"},
});

/// Something the file should hold and does not.
struct Gap : Record {
    std::string item;
    std::string expected_location;
    std::string topic;
    std::vector<AnyRef> about;
    std::optional<Ref<Source>> expected_source;
};
BOOST_DESCRIBE_STRUCT(Gap, (Record), (item, expected_location, topic, about, expected_source))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Gap>{"gap", "gaps", "something that the file should hold and does not"};
template <>
inline constexpr auto reflect::rows<Gap> = std::to_array<reflect::Row>({
    {.name = "item", .meaning = "what is missing", .required = true},
    {"expected_location", "where it should be found"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
    {"about", "records that it would complete"},
    {"expected_source", "the source that should hold it, where the dossier has it"},
});

BOOST_DEFINE_ENUM_CLASS(FindingKind, not_stated, factual, legal, conclusion)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<FindingKind>{"finding_kind", "a conclusion rests on findings, not only on evidence"};

BOOST_DEFINE_ENUM_CLASS(NamedBy, not_stated, text, compiler)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<NamedBy>{"named_by", "whether the text names a standard or the compiler sets it beside"};

/// An instance that may be meant, on somebody else's word: never printed as the finder's own list.
struct PossibleInstance : Part {
    AnyRef target;
    Asserter asserted_by{};
    std::optional<AnyRef> asserted_by_whom;
    std::vector<Ref<Evidence>> evidence;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(PossibleInstance, (Part), (target, asserted_by, asserted_by_whom, evidence, kind))
template <>
inline constexpr reflect::StructRow reflect::struct_row<PossibleInstance>{
    "possible_instance", "", "an instance that a vague finding may mean, on somebody else's word"};
template <>
inline constexpr auto reflect::rows<PossibleInstance> = std::to_array<reflect::Row>({
    {.name = "target", .meaning = "party, list, candidacy or event", .required = true},
    {.name = "asserted_by", .meaning = "who says so", .required = true},
    {"asserted_by_whom", "which body, person or organisation"},
    {.name = "evidence", .meaning = "where it stands", .required = true},
    {.name = "kind", .meaning = "what happened to it", .codes = "blocked_meaning"},
});

struct Finding : Sourced {
    FindingKind kind{};
    std::string topic;
    Phase phase{};
    std::optional<Ref<Election>> election;
    std::optional<Ref<Mission>> mission;
    std::string summary;
    Cue<Polarity> polarity;
    Cue<std::string> degree;
    QuantityCue quantity;
    Cue<std::string> scope;
    Cue<Persistence> persistence;
    std::string persistence_compared_with;
    Cue<std::string> responsible_actor;
    Cue<Asserter> asserted_by;
    Cue<Determination> determination;
    Cue<LegalTest> test_failed;
    Basis basis{};
    Verification verification{};
    std::vector<std::string> issues;
    std::vector<std::string> rights;
    std::vector<Ref<Provision>> provisions;
    std::vector<std::string> standards;
    NamedBy standards_named_by{};
    std::vector<Ref<Finding>> based_on;
    std::vector<Ref<Finding>> concedes;
    std::vector<Ref<Finding>> contradicts;
    std::vector<PossibleInstance> possible_instance;
    std::vector<AnyRef> about;
    std::vector<Ref<Recommendation>> recommendations;
    std::string conclusion;
    State state{};
    std::optional<std::int64_t> revision;
};
BOOST_DESCRIBE_STRUCT(Finding, (Sourced),
                      (kind, topic, phase, election, mission, summary, polarity, degree, quantity, scope, persistence,
                       persistence_compared_with, responsible_actor, asserted_by, determination, test_failed, basis,
                       verification, issues, rights, provisions, standards, standards_named_by, based_on, concedes, contradicts,
                       possible_instance, about, recommendations, conclusion, state, revision))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Finding>{
    "finding", "findings", "what somebody asserts about an election, part by part, with the words it was read from"};
template <>
inline constexpr auto reflect::rows<Finding> = std::to_array<reflect::Row>({
    {"kind", "factual, legal, or a conclusion"},
    {.name = "topic", .meaning = "subject", .codes = "topic", .required = true},
    {"phase", "phase of the process"},
    {"election", "the election"},
    {"mission", "the mission that asserts it"},
    {"summary", "what is found, in the compiler's words"},
    {"polarity", "whether it praises or faults"},
    {.name = "degree", .meaning = "how much, by its adverb or adjective", .codes = "degree"},
    {"quantity", "how many"},
    {.name = "scope", .meaning = "what it is limited to; without it a sentence may read as praise", .codes = "scope"},
    {"persistence", "how it compares with earlier"},
    {"persistence_compared_with", "the election or report compared with, where named"},
    {.name = "responsible_actor", .meaning = "who is held responsible", .codes = "actor"},
    {"asserted_by", "who says so"},
    {"determination", "whether the thing itself could be established"},
    {"test_failed", "for law: the test that is failed"},
    {"basis", "on what basis"},
    {"verification", "how far verified"},
    {.name = "issues", .meaning = "what exactly", .codes = "issue"},
    {.name = "rights", .meaning = "rights affected", .codes = "right"},
    {"provisions", "provisions concerned"},
    {.name = "standards", .meaning = "standards concerned", .codes = "standard"},
    {"standards_named_by", "whether the text names them or the compiler sets them beside"},
    {"based_on", "findings that a conclusion rests on"},
    {"concedes", "findings granted against it"},
    {"contradicts", "findings of others that it stands against"},
    {"possible_instance", "instances that it may mean, on somebody else's word"},
    {"about", "records it is about"},
    {"recommendations", "what is recommended"},
    {.name = "conclusion", .meaning = "for an overall conclusion: its code, for search only", .codes = "overall_conclusion"},
    {"state", "how far it has come"},
    {.name = "revision", .meaning = "counts its changes, from 1"},
});

BOOST_DEFINE_ENUM_CLASS(RecommendationPriority, not_stated, priority, other)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<RecommendationPriority>{"recommendation_priority", "class in a final report"};

struct Recommendation : Sourced {
    std::string number;
    std::string summary;
    RecommendationPriority priority{};
    std::string section;
    std::string topic;
    std::optional<Ref<Document>> document;
    std::string addressee;
    std::vector<std::string> standards;
    NamedBy standards_named_by{};
    std::vector<Ref<Finding>> findings;
    std::optional<Ref<Recommendation>> repeats;
};
BOOST_DESCRIBE_STRUCT(Recommendation, (Sourced),
                      (number, summary, priority, section, topic, document, addressee, standards, standards_named_by, findings, repeats))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Recommendation>{"recommendation", "recommendations", "what a mission recommends"};
template <>
inline constexpr auto reflect::rows<Recommendation> = std::to_array<reflect::Row>({
    {"number", "its number in the report"},
    {.name = "summary", .meaning = "what it asks, in the compiler's words", .required = true},
    {"priority", "class in the report"},
    {"section", "section of the report"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
    {"document", "where it stands"},
    {"addressee", "to whom"},
    {.name = "standards", .meaning = "standards it serves", .codes = "standard"},
    {"standards_named_by", "whether the text names them or the compiler sets them beside"},
    {"findings", "findings it answers"},
    {"repeats", "the earlier recommendation that it repeats"},
});

BOOST_DEFINE_ENUM_CLASS(FollowUpStatus, not_yet_evaluated, fully_implemented, mostly_implemented, partially_implemented,
                        not_implemented, no_longer_applicable)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<FollowUpStatus>{"follow_up_status", "how far a recommendation was followed"};

struct FollowUp : Sourced {
    std::optional<Ref<Recommendation>> recommendation;
    std::string evaluated_by;
    FollowUpStatus status{};
    Date date;
    std::string place;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (Sourced), (recommendation, evaluated_by, status, date, place, summary))
template <>
inline constexpr reflect::StructRow reflect::struct_row<FollowUp>{"follow_up", "follow_ups", "how a recommendation was followed up, or all of a report's together"};
template <>
inline constexpr auto reflect::rows<FollowUp> = std::to_array<reflect::Row>({
    {"recommendation", "which one; empty where it concerns a report's as a whole"},
    {"evaluated_by", "the activity that evaluated it"},
    {"status", "how far it was followed"},
    {"date", "when"},
    {"place", "where"},
    {"summary", "what was done, in the compiler's words"},
});

}  // namespace openeom
