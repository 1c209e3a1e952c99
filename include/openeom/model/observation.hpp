// Election day: forms, observations, incidents, protocols, results, turnout.
#pragma once

#include "openeom/model/mission.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(QuestionScale, not_stated, yes_no, four_point, number, frequency, time, text, choice)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<QuestionScale>{
    "question_scale", "scale of a form's question; four points run from very good to very bad"};

struct ObservationForm : Sourced {
    std::string title;
    Phase phase{};
    ObservationMode mode{};
};
BOOST_DESCRIBE_STRUCT(ObservationForm, (Sourced), (title, phase, mode))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ObservationForm>{"observation_form", "observation_forms", "a form that observers fill"};
template <>
inline constexpr auto reflect::rows<ObservationForm> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "its title", .required = true},
    {"phase", "the phase it is for"},
    {"mode", "mobile and stationary forms are never pooled"},
});

struct FormVersion : Sourced {
    Ref<ObservationForm> form;
    std::string version;
    std::string language;
    Date since;
};
BOOST_DESCRIBE_STRUCT(FormVersion, (Sourced), (form, version, language, since))
template <>
inline constexpr reflect::StructRow reflect::struct_row<FormVersion>{"form_version", "form_versions", "a version of a form"};
template <>
inline constexpr auto reflect::rows<FormVersion> = std::to_array<reflect::Row>({
    {.name = "form", .meaning = "the form", .required = true},
    {.name = "version", .meaning = "as the tool names it", .required = true},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language"},
    {"since", "in use since"},
});

struct Question : Sourced {
    Ref<FormVersion> form_version;
    std::string code;
    std::string wording;
    QuestionScale scale{};
    Polarity yes_means{};
    std::string relevant_when;
    std::vector<std::string> options;
};
BOOST_DESCRIBE_STRUCT(Question, (Sourced), (form_version, code, wording, scale, yes_means, relevant_when, options))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Question>{"question", "questions", "a question of a form version"};
template <>
inline constexpr auto reflect::rows<Question> = std::to_array<reflect::Row>({
    {.name = "form_version", .meaning = "where it stands", .required = true},
    {.name = "code", .meaning = "its code", .required = true},
    {"wording", "what is asked"},
    {"scale", "scale of the answers"},
    {"yes_means", "polarity of the question: negative where yes is a problem"},
    {"relevant_when", "filter, as the tool writes it"},
    {"options", "answers to choose from"},
});

struct Answer : Part {
    Ref<Question> question;
    std::string value;
    std::string missing;
};
BOOST_DESCRIBE_STRUCT(Answer, (Part), (question, value, missing))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Answer>{"answer", "", "an answer, or why there is none"};
template <>
inline constexpr auto reflect::rows<Answer> = std::to_array<reflect::Row>({
    {.name = "question", .meaning = "the question", .required = true},
    {"value", "the answer as the form codes it"},
    {.name = "missing", .meaning = "skipped, not reported, not available, not in this version", .codes = "missing"},
});

struct Observation : Sourced {
    std::optional<Ref<Mission>> mission;
    Ref<FormVersion> form_version;
    std::optional<Ref<Team>> team;
    std::optional<Ref<Place>> station;
    Phase phase{};
    ObservationMode mode{};
    Instant arrived;
    Instant departed;
    Instant recorded_at;
    std::vector<Answer> answers;
    std::string comments;
};
BOOST_DESCRIBE_STRUCT(Observation, (Sourced),
                      (mission, form_version, team, station, phase, mode, arrived, departed, recorded_at, answers, comments))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Observation>{
    .name = "observation", .plural = "observations", .meaning = "one form filled by one team", .table = true};
template <>
inline constexpr auto reflect::rows<Observation> = std::to_array<reflect::Row>({
    {"mission", "the mission"},
    {.name = "form_version", .meaning = "the form filled", .required = true},
    {"team", "who filled it"},
    {"station", "polling station or commission"},
    {"phase", "phase observed"},
    {"mode", "mobile or stationary"},
    {"arrived", "arrival"},
    {"departed", "departure"},
    {"recorded_at", "when recorded"},
    {"answers", "the answers"},
    {"comments", "for internal use"},
});

BOOST_DEFINE_ENUM_CLASS(IncidentSeverity, not_stated, minor_procedural, significant_procedural, serious_violation)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<IncidentSeverity>{"incident_severity", "how grave; apart from what it is"};

struct Incident : Sourced {
    std::string type;
    Phase phase{};
    std::optional<Ref<Election>> election;
    std::optional<Ref<Place>> place;
    Instant occurred_at;
    Date occurred;
    Instant recorded_at;
    Asserter asserted_by{};
    std::optional<AnyRef> asserted_by_whom;
    Basis basis{};
    Verification verification{};
    IncidentSeverity severity{};
    Quantity count;
    std::string legal_definition;
    std::string narrative;
};
BOOST_DESCRIBE_STRUCT(Incident, (Sourced),
                      (type, phase, election, place, occurred_at, occurred, recorded_at, asserted_by, asserted_by_whom, basis,
                       verification, severity, count, legal_definition, narrative))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Incident>{
    .name = "incident", .plural = "incidents", .meaning = "something irregular that somebody reports", .table = true};
template <>
inline constexpr auto reflect::rows<Incident> = std::to_array<reflect::Row>({
    {.name = "type", .meaning = "what is reported", .codes = "incident_type", .required = true},
    {"phase", "in which phase"},
    {"election", "the election"},
    {"place", "where"},
    {"occurred_at", "when, to the minute"},
    {"occurred", "when, to the day"},
    {"recorded_at", "when recorded"},
    {"asserted_by", "who says so"},
    {"asserted_by_whom", "which body, person, party or organisation"},
    {"basis", "on what basis"},
    {"verification", "how far verified"},
    {"severity", "how grave"},
    {"count", "how many cases"},
    {"legal_definition", "the provision that defines the offence, where the type is one"},
    {"narrative", "for internal use"},
});

struct Figure : Part {
    std::string field;
    std::optional<AnyRef> contestant;
    std::optional<std::int64_t> value;
};
BOOST_DESCRIBE_STRUCT(Figure, (Part), (field, contestant, value))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Figure>{"figure", "", "a figure of a protocol"};
template <>
inline constexpr auto reflect::rows<Figure> = std::to_array<reflect::Row>({
    {.name = "field", .meaning = "registered, issued, spoiled, in_box, valid, invalid, votes", .codes = "protocol_field", .required = true},
    {"contestant", "whose votes"},
    {"value", "the figure"},
});

struct Protocol : Sourced {
    Ref<Election> election;
    AdministrativeLevel level{};
    std::optional<Ref<Place>> station;
    std::optional<std::int64_t> version;
    std::vector<Figure> figures;
    YesNo signatures_complete{};
    YesNo posted{};
    YesNo copy_given_to_observers{};
    std::string image_sha256;
};
BOOST_DESCRIBE_STRUCT(Protocol, (Sourced), (election, level, station, version, figures, signatures_complete, posted, copy_given_to_observers, image_sha256))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Protocol>{
    .name = "protocol", .plural = "protocols", .meaning = "a results protocol in one version", .table = true};
template <>
inline constexpr auto reflect::rows<Protocol> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"level", "precinct, district, regional, national"},
    {"station", "station or commission"},
    {"version", "1 for the first"},
    {"figures", "what it says"},
    {"signatures_complete", "whether all who must have signed"},
    {"posted", "whether posted publicly"},
    {"copy_given_to_observers", "whether observers got a copy"},
    {"image_sha256", "digest of its image"},
});

/// Stored only where a source reports it; differences between protocols at hand are computed.
struct ProtocolDiscrepancy : Sourced {
    Ref<Election> election;
    AdministrativeLevel lower_level{};
    AdministrativeLevel upper_level{};
    std::optional<Ref<Place>> station;
    std::string field;
    std::optional<std::int64_t> lower_value;
    std::optional<std::int64_t> upper_value;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(ProtocolDiscrepancy, (Sourced),
                      (election, lower_level, upper_level, station, field, lower_value, upper_value, summary))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ProtocolDiscrepancy>{
    "protocol_discrepancy", "protocol_discrepancies", "a difference between levels of tabulation that a source reports"};
template <>
inline constexpr auto reflect::rows<ProtocolDiscrepancy> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"lower_level", "level declared at"},
    {"upper_level", "level reported at"},
    {"station", "which station or commission"},
    {.name = "field", .meaning = "which figure", .codes = "protocol_field"},
    {"lower_value", "figure at the lower level"},
    {"upper_value", "figure at the upper level"},
    {"summary", "what the source says, in the compiler's words"},
});

BOOST_DEFINE_ENUM_CLASS(ResultStatus, not_stated, exit_poll, partial, preliminary, final, court_amended, annulled, claimed)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ResultStatus>{
    "result_status", "preliminary, final and amended figures stand side by side"};

struct Result : Sourced {
    Ref<Election> election;
    std::optional<Ref<SeatTier>> tier;
    std::optional<AnyRef> contestant;
    AdministrativeLevel level{};
    std::optional<Ref<Place>> place;
    Quantity votes;
    std::optional<Decimal> percent;
    Quantity share_claimed;
    VoteBase denominator{};
    std::optional<std::int64_t> seats;
    ResultStatus status{};
    std::optional<Ref<Result>> amends;
    Date published;
    Asserter asserted_by{};
};
BOOST_DESCRIBE_STRUCT(Result, (Sourced),
                      (election, tier, contestant, level, place, votes, percent, share_claimed, denominator, seats, status, amends,
                       published, asserted_by))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Result>{"result", "results", "a contestant's result as published by somebody at one time"};
template <>
inline constexpr auto reflect::rows<Result> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"tier", "the seats"},
    {"contestant", "party, list or candidacy"},
    {"level", "level of the figure"},
    {"place", "territory of the figure"},
    {.name = "votes", .meaning = "votes", .unit = "votes"},
    {.name = "percent", .meaning = "share as printed", .unit = "percent"},
    {"share_claimed", "share as somebody claimed it, where it is no printed figure"},
    {"denominator", "what the share is a share of"},
    {.name = "seats", .meaning = "seats won", .unit = "seats"},
    {"status", "how final"},
    {"amends", "the earlier result that this one amends; it stays"},
    {"published", "when published"},
    {"asserted_by", "who published it"},
});

struct Turnout : Sourced {
    Ref<Election> election;
    std::optional<Ref<Place>> place;
    Instant at;
    std::string at_words;
    std::optional<Decimal> percent;
    Quantity voters;
    ResultStatus status{};
    std::string excludes;
    Asserter asserted_by{};
};
BOOST_DESCRIBE_STRUCT(Turnout, (Sourced), (election, place, at, at_words, percent, voters, status, excludes, asserted_by))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Turnout>{"turnout", "turnouts", "turnout of a territory at a time, as published"};
template <>
inline constexpr auto reflect::rows<Turnout> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"place", "the territory; empty for all of it"},
    {"at", "the time it holds for"},
    {"at_words", "noon, close of polls, final ..."},
    {.name = "percent", .meaning = "share of registered voters as printed", .unit = "percent"},
    {.name = "voters", .meaning = "voters who had voted", .unit = "persons"},
    {"status", "how final"},
    {"excludes", "what the base leaves out"},
    {"asserted_by", "who published it"},
});

}  // namespace openeom
