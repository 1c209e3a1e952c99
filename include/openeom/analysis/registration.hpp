// Who was refused registration or removed, how late, and on which safeguards the file holds evidence. It describes what
// the file holds, not what happened; there is no aggregate over decisions.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct RegistrationOptions : Part {
    std::string election;
};
BOOST_DESCRIBE_STRUCT(RegistrationOptions, (Part), (election))

/// Where a document says it.
struct StatedIn : Part {
    Ref<Document> document;
    std::string document_title;
    Ref<Sentence> sentence;
    Span range;
};
BOOST_DESCRIBE_STRUCT(StatedIn, (Part), (document, document_title, sentence, range))

/// A finding of the mission on registration: it stands before and apart from the criteria.
struct MissionConclusion : Part {
    std::string title;
    Ref<Finding> finding;
    std::string attribution;
    std::string quantity;
    std::string scope;
    std::string degree;
    Polarity polarity{};
    Basis basis{};
    Verification verification{};
    std::vector<Ref<Evidence>> evidence;
    std::vector<std::string> remarks;
    std::vector<StatedIn> stated_in;
};
BOOST_DESCRIBE_STRUCT(MissionConclusion, (Part),
                      (title, finding, attribution, quantity, scope, degree, polarity, basis, verification, evidence, remarks,
                       stated_in))

/// As Assessment, but unknown is no omission: it is written out wherever a result goes.
BOOST_DEFINE_ENUM_CLASS(CriterionState, not_stated, unknown, met, partly_met, not_met, not_applicable)

struct CriterionReview : Part {
    std::string number;
    CriterionGroup group{};
    std::string title;
    CriterionState assessment{};
    std::string holds;
    std::string asserted_by;
    std::vector<Ref<Evidence>> evidence;
    std::vector<std::string> standards;
};
BOOST_DESCRIBE_STRUCT(CriterionReview, (Part), (number, group, title, assessment, holds, asserted_by, evidence, standards))

/// A later step that answers a decision: an appeal, its outcome, a complaint about it.
struct DecisionAnswer : Part {
    AnyRef record;
    std::string what;
    std::string body;
    std::optional<std::int64_t> instance;
    Date date;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(DecisionAnswer, (Part), (record, what, body, instance, date, evidence))

/// A subject with the same alleged defect, removed or not.
struct Comparator : Part {
    std::string group;
    std::string subject;
    std::string ground;
    std::string outcome;
    std::string source;
    Ref<RegistrationEvent> event;
};
BOOST_DESCRIBE_STRUCT(Comparator, (Part), (group, subject, ground, outcome, source, event))

/// A refusal, suspension or removal, reviewed criterion by criterion.
struct RegistrationDecision : Part {
    std::string title;
    Ref<RegistrationEvent> event;
    AnyRef subject;
    std::string subject_label;
    RegistrationKind kind{};
    Quantity subjects;
    std::vector<std::string> persons;
    std::vector<std::string> parties;
    Quantity parties_affected;
    std::string body;
    std::string stage;
    Date decided;
    Date published;
    Date effective;
    std::string legal_ground;
    std::vector<std::string> grounds;
    std::string factual_ground;
    std::string initiator;
    std::string vote;
    Interval days_registered_before;
    Interval days_before_vote;
    std::string timing;
    std::vector<std::string> consequences;
    std::string attribution;
    Verification verification{};
    std::vector<Ref<Evidence>> evidence;
    std::string evidence_held;
    std::int64_t criteria_with_evidence = 0;
    std::int64_t met = 0;
    std::int64_t partly_met = 0;
    std::int64_t not_met = 0;
    std::int64_t unknown = 0;
    std::int64_t not_applicable = 0;
    std::vector<std::string> remarks;
    std::string comparison;
    std::vector<CriterionReview> criteria;
    std::vector<DecisionAnswer> answers;
    std::vector<Comparator> comparators;
};
BOOST_DESCRIBE_STRUCT(RegistrationDecision, (Part),
                      (title, event, subject, subject_label, kind, subjects, persons, parties, parties_affected, body, stage,
                       decided, published, effective, legal_ground, grounds, factual_ground, initiator, vote,
                       days_registered_before, days_before_vote, timing, consequences, attribution, verification, evidence,
                       evidence_held, criteria_with_evidence, met, partly_met, not_met, unknown, not_applicable, remarks,
                       comparison, criteria, answers, comparators))

struct Reinstatement : Part {
    Ref<RegistrationEvent> event;
    std::string subject;
    RegistrationKind kind{};
    std::string body;
    Date decided;
    Interval days_before_vote;
    std::string effect;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(Reinstatement, (Part), (event, subject, kind, body, decided, days_before_vote, effect, evidence))

/// Somebody's word that a vague finding may mean this one.
struct BlockedInstance : Part {
    AnyRef target;
    std::string label;
    std::string attribution;
    std::vector<Ref<Evidence>> evidence;
    Ref<Finding> finding;
};
BOOST_DESCRIBE_STRUCT(BlockedInstance, (Part), (target, label, attribution, evidence, finding))

/// One of the legal events that "blocked" may mean.
struct BlockedMeaning : Part {
    std::string title;
    std::string code;
    std::vector<BlockedInstance> instances;
};
BOOST_DESCRIBE_STRUCT(BlockedMeaning, (Part), (title, code, instances))

/// What others than the mission assert on registration, and what the mission no longer does.
struct OtherVoice : Part {
    Ref<Finding> finding;
    std::string summary;
    std::string attribution;
    Verification verification{};
    std::vector<Ref<Evidence>> evidence;
    std::string remark;
};
BOOST_DESCRIBE_STRUCT(OtherVoice, (Part), (finding, summary, attribution, verification, evidence, remark))

/// One step in the registration of a party, list or candidates.
struct RegistrationStep : Part {
    Ref<RegistrationEvent> event;
    std::string date;
    std::string subject;
    std::string what;
    std::string body;
    std::string attribution;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(RegistrationStep, (Part), (event, date, subject, what, body, attribution, evidence))

/// A standard or a view cited beside a criterion.
struct CitedStandard : Part {
    std::string id;
    std::string title;
    std::string paragraph;
    std::string summary;
    Bindingness bindingness{};
};
BOOST_DESCRIBE_STRUCT(CitedStandard, (Part), (id, title, paragraph, summary, bindingness))

struct RegistrationResult : Part {
    ResultHead head;
    std::string title;
    std::optional<Ref<Election>> election;
    Date vote;
    std::string caution;
    std::vector<MissionConclusion> conclusions;
    std::vector<RegistrationDecision> decisions;
    std::vector<Reinstatement> reinstatements;
    std::string blocked_note;
    std::vector<BlockedMeaning> blocked;
    std::vector<OtherVoice> others;
    std::vector<RegistrationStep> history;
    std::vector<RegistrationStep> after_the_vote;
    std::vector<CitedStandard> standards;
};
BOOST_DESCRIBE_STRUCT(RegistrationResult, (Part),
                      (head, title, election, vote, caution, conclusions, decisions, reinstatements, blocked_note, blocked, others,
                       history, after_the_vote, standards))

/// Without an election: the one that most of the dossier is about. Throws Error(not_found) for an unknown one.
RegistrationResult registration(const Dossier& dossier, const RegistrationOptions& options = {});

/// Days from a decision to the vote, as the interval of what they may be: "at least" where only its announcement is dated.
Interval days_before_vote(const RegistrationEvent& event, const Date& vote);

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RegistrationOptions>{"registration_options", "", "options of registration"};
template <>
inline constexpr auto reflect::rows<analysis::RegistrationOptions> = std::to_array<reflect::Row>({
    {"election", "id of the election; the one that most of the dossier is about where empty"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::StatedIn>{"stated_in", "", "where a document says it"};
template <>
inline constexpr auto reflect::rows<analysis::StatedIn> = std::to_array<reflect::Row>({
    {"document", "the document"},
    {"document_title", "its title"},
    {"sentence", "the sentence"},
    {.name = "range", .meaning = "bytes of the sentence", .unit = "bytes"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::MissionConclusion>{
    "mission_conclusion", "", "what the mission asserts on registration, apart from the criteria"};
template <>
inline constexpr auto reflect::rows<analysis::MissionConclusion> = std::to_array<reflect::Row>({
    {"title", "what is asserted, in the compiler's words"},
    {"finding", "the finding"},
    {"attribution", "who asserts it"},
    {"quantity", "how many, as said; a vague term stays vague"},
    {"scope", "what it is limited to"},
    {"degree", "how much, by its adverb or adjective"},
    {"polarity", "whether it praises or faults"},
    {"basis", "on what basis"},
    {"verification", "how far verified"},
    {"evidence", "what it rests on"},
    {"remarks", "what a reader must know besides"},
    {"stated_in", "sentences that assert it"},
});

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::CriterionState>{
    "criterion_state", "whether evidence shows a criterion met; unknown is neither met nor not met"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::CriterionReview>{
    "criterion_review", "", "what the file holds on one of the thirteen criteria"};
template <>
inline constexpr auto reflect::rows<analysis::CriterionReview> = std::to_array<reflect::Row>({
    {"number", "D1 to D13"},
    {"group", "procedure, substance, timing, or contested"},
    {"title", "the criterion"},
    {"assessment", "unknown is neither met nor not met"},
    {"holds", "what the evidence says"},
    {"asserted_by", "who says so"},
    {"evidence", "where it stands"},
    {"standards", "standards of the stage that applied on that day"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::DecisionAnswer>{"decision_answer", "", "a later step that answers a decision"};
template <>
inline constexpr auto reflect::rows<analysis::DecisionAnswer> = std::to_array<reflect::Row>({
    {"record", "the step"},
    {"what", "what it was"},
    {"body", "before whom"},
    {"instance", "instance, from 1"},
    {"date", "when"},
    {"evidence", "where it stands"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::Comparator>{
    "comparator", "", "a subject with the same alleged defect, removed or not"};
template <>
inline constexpr auto reflect::rows<analysis::Comparator> = std::to_array<reflect::Row>({
    {"group", "the party"},
    {"subject", "who had the same alleged defect"},
    {"ground", "the defect"},
    {"outcome", "what became of it"},
    {"source", "who says so"},
    {"event", "the step on record"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RegistrationDecision>{
    "registration_decision", "", "a refusal, suspension or removal, reviewed criterion by criterion"};
template <>
inline constexpr auto reflect::rows<analysis::RegistrationDecision> = std::to_array<reflect::Row>({
    {"title", "what was decided"},
    {"event", "the step on record"},
    {"subject", "whom it concerns"},
    {"subject_label", "whom it concerns, by name"},
    {"kind", "what was decided"},
    {.name = "subjects", .meaning = "how many candidates, of a batch", .unit = "persons"},
    {"persons", "candidates that a source names"},
    {"parties", "parties that a source names"},
    {.name = "parties_affected", .meaning = "how many parties", .unit = "parties"},
    {"body", "who decided"},
    {"stage", "administrative or court"},
    {"decided", "when decided"},
    {"published", "when announced"},
    {"effective", "from when it had effect"},
    {"legal_ground", "the provision cited, as cited; citing is not meeting"},
    {"grounds", "kinds of ground"},
    {"factual_ground", "the facts alleged"},
    {"initiator", "who set it in motion"},
    {"vote", "how the body voted"},
    {.name = "days_registered_before", .meaning = "days from registration to the decision", .unit = "days"},
    {.name = "days_before_vote", .meaning = "days from the decision to the vote", .unit = "days"},
    {"timing", "how late, in words"},
    {"consequences", "what followed for the subject"},
    {"attribution", "who says that it happened"},
    {"verification", "how far that is verified"},
    {"evidence", "what the step rests on"},
    {"evidence_held", "the review in a sentence"},
    {.name = "criteria_with_evidence", .meaning = "criteria with evidence, of 13", .unit = "criteria"},
    {.name = "met", .meaning = "criteria that evidence shows met", .unit = "criteria"},
    {.name = "partly_met", .meaning = "criteria that evidence shows partly met", .unit = "criteria"},
    {.name = "not_met", .meaning = "criteria that evidence shows not met", .unit = "criteria"},
    {.name = "unknown", .meaning = "criteria that the file leaves open", .unit = "criteria"},
    {.name = "not_applicable", .meaning = "criteria that do not apply", .unit = "criteria"},
    {"remarks", "what a reader must know besides"},
    {"comparison", "whether others with the same alleged defect can be compared"},
    {"criteria", "criterion by criterion"},
    {"answers", "appeals and what became of them"},
    {"comparators", "subjects with the same alleged defect"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::Reinstatement>{"reinstatement", "", "a return to registration"};
template <>
inline constexpr auto reflect::rows<analysis::Reinstatement> = std::to_array<reflect::Row>({
    {"event", "the step on record"},
    {"subject", "who was reinstated"},
    {"kind", "whether with effective remedy"},
    {"body", "who decided"},
    {"decided", "when decided"},
    {.name = "days_before_vote", .meaning = "days from the decision to the vote", .unit = "days"},
    {"effect", "in time, or without effective remedy"},
    {"evidence", "what it rests on"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::BlockedInstance>{
    "blocked_instance", "", "an instance that a finding may mean, on somebody else's word; never the mission's list"};
template <>
inline constexpr auto reflect::rows<analysis::BlockedInstance> = std::to_array<reflect::Row>({
    {"target", "whom it concerns"},
    {"label", "by name"},
    {"attribution", "who says so"},
    {"evidence", "where it stands"},
    {"finding", "the finding that it may be an instance of"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::BlockedMeaning>{
    "blocked_meaning", "", "one of the legal events that 'blocked' may mean"};
template <>
inline constexpr auto reflect::rows<analysis::BlockedMeaning> = std::to_array<reflect::Row>({
    {"title", "the legal event"},
    {.name = "code", .meaning = "its code", .codes = "blocked_meaning"},
    {"instances", "possible instances, each on its own attribution"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::OtherVoice>{
    "other_voice", "", "what others than the mission assert on registration, or what it withdrew"};
template <>
inline constexpr auto reflect::rows<analysis::OtherVoice> = std::to_array<reflect::Row>({
    {"finding", "the finding"},
    {"summary", "what is asserted, in the compiler's words"},
    {"attribution", "who asserts it"},
    {"verification", "how far verified"},
    {"evidence", "where it stands"},
    {"remark", "what its state takes from its weight: withdrawn, refuted, a draft"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RegistrationStep>{
    "registration_step", "", "one step in the registration of a party, list or candidates"};
template <>
inline constexpr auto reflect::rows<analysis::RegistrationStep> = std::to_array<reflect::Row>({
    {"event", "the step on record"},
    {"date", "when"},
    {"subject", "whom it concerns"},
    {"what", "what happened"},
    {"body", "who decided"},
    {"attribution", "who says so"},
    {"evidence", "where it stands"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::CitedStandard>{
    "cited_standard", "", "a standard, or a view that interprets one, cited beside a criterion"};
template <>
inline constexpr auto reflect::rows<analysis::CitedStandard> = std::to_array<reflect::Row>({
    {"id", "its id"},
    {"title", "instrument or parties"},
    {"paragraph", "paragraph, article or number"},
    {"summary", "what it says, in the library's words"},
    {"bindingness", "what it obliges the state to"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::RegistrationResult>{
    "registration", "", "refusals and removals, and the safeguards on which the file holds evidence"};
template <>
inline constexpr auto reflect::rows<analysis::RegistrationResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "what was reviewed"},
    {"election", "the election"},
    {"vote", "first day of voting"},
    {"caution", "what this is not"},
    {"conclusions", "what the mission asserts on registration, first and apart"},
    {"decisions", "refusals, suspensions and removals not certainly after the vote: of lists and candidates, then of parties"},
    {"reinstatements", "returns to registration"},
    {"blocked_note", "whose list the possible instances are not"},
    {"blocked", "the legal events that 'blocked' may mean, kept apart"},
    {"others", "what others than the mission assert, and what it withdrew"},
    {"history", "every step on record that is not certainly after the vote, in order of time"},
    {"after_the_vote", "steps after the vote"},
    {"standards", "standards cited"},
});

}  // namespace openeom
