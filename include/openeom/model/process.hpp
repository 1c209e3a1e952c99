// Complaints, campaign, finance, media, polls, supervision, and events that bear on an election.
#pragma once

#include "openeom/model/registration.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(ComplaintOutcome, not_stated, rejected_unexamined, granted, partly_granted, denied, pending, withdrawn)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ComplaintOutcome>{"complaint_outcome", "what became of a complaint in one instance"};

struct Complaint : Sourced {
    std::optional<Ref<Election>> election;
    std::string filer_type;
    std::optional<AnyRef> filer;
    std::string respondent;
    std::optional<Ref<Body>> forum;
    std::string subject;
    std::optional<AnyRef> about;
    std::optional<std::int64_t> instance;
    std::optional<Ref<Complaint>> appeals;
    Date lodged;
    Date deadline_to_lodge;
    Date deadline_to_decide;
    Date decided;
    Date published;
    YesNo heard{};
    YesNo hearing_public{};
    YesNo reasons_published{};
    std::string remedy_asked;
    ComplaintOutcome outcome{};
    YesNo remedy_effective_before_election{};
    YesNo enforced{};
    Quantity count;
};
BOOST_DESCRIBE_STRUCT(Complaint, (Sourced),
                      (election, filer_type, filer, respondent, forum, subject, about, instance, appeals, lodged, deadline_to_lodge,
                       deadline_to_decide, decided, published, heard, hearing_public, reasons_published, remedy_asked, outcome,
                       remedy_effective_before_election, enforced, count))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Complaint>{"complaint", "complaints", "a complaint or appeal in one instance"};
template <>
inline constexpr auto reflect::rows<Complaint> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {.name = "filer_type", .meaning = "kind of complainant", .codes = "filer_type"},
    {"filer", "the party, list or candidacy that complained"},
    {"respondent", "against whom"},
    {"forum", "body that received it"},
    {"subject", "what it is about, in words"},
    {"about", "the record it is about, such as a registration event"},
    {"instance", "first, second ... instance, from 1"},
    {"appeals", "the complaint whose outcome this one appeals"},
    {"lodged", "when lodged"},
    {"deadline_to_lodge", "last day to lodge it"},
    {"deadline_to_decide", "last day to decide it"},
    {"decided", "when decided"},
    {"published", "when the decision was published"},
    {"heard", "whether there was a hearing"},
    {"hearing_public", "whether the hearing was public"},
    {"reasons_published", "whether the reasons were published"},
    {"remedy_asked", "what was asked for"},
    {"outcome", "what was decided"},
    {"remedy_effective_before_election", "whether a remedy took effect before election day"},
    {"enforced", "whether the decision was carried out"},
    {.name = "count", .meaning = "how many, where a source counts complaints together", .unit = "complaints"},
});

struct SupervisoryAct : Sourced {
    std::optional<Ref<Election>> election;
    std::optional<Ref<Body>> body;
    std::string kind;
    Quantity count;
    Date since;
    Date until;
};
BOOST_DESCRIBE_STRUCT(SupervisoryAct, (Sourced), (election, body, kind, count, since, until))
template <>
inline constexpr reflect::StructRow reflect::struct_row<SupervisoryAct>{
    "supervisory_act", "supervisory_acts", "acts of a prosecutor or other supervisor; these are not complaints"};
template <>
inline constexpr auto reflect::rows<SupervisoryAct> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {"body", "who acted"},
    {.name = "kind", .meaning = "warning, proposal, administrative case, statement ...", .codes = "supervisory_act_kind", .required = true},
    {.name = "count", .meaning = "how many", .unit = "acts"},
    {"since", "start of the period counted"},
    {"until", "end of the period counted"},
});

struct CampaignEvent : Sourced {
    std::optional<Ref<Election>> election;
    std::vector<AnyRef> actors;
    std::string kind;
    std::optional<Ref<Place>> place;
    Date occurred;
    std::string issue;
    std::string summary;
    Quantity participants;
};
BOOST_DESCRIBE_STRUCT(CampaignEvent, (Sourced), (election, actors, kind, place, occurred, issue, summary, participants))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CampaignEvent>{"campaign_event", "campaign_events", "a rally, debate, tour or other act of a campaign or protest"};
template <>
inline constexpr auto reflect::rows<CampaignEvent> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {"actors", "parties, persons or bodies acting"},
    {.name = "kind", .meaning = "rally, debate, tour ...", .codes = "campaign_event_kind"},
    {"place", "where"},
    {"occurred", "when"},
    {"issue", "its subject"},
    {"summary", "what happened, in the compiler's words"},
    {.name = "participants", .meaning = "how many took part", .unit = "persons"},
});

struct FinanceReport : Sourced {
    Ref<Election> election;
    std::optional<AnyRef> subject;
    Date since;
    Date until;
    Quantity income;
    Quantity expenditure;
    Quantity limit;
    std::string currency;
    std::string source_type;
    Date submitted;
    Date published;
};
BOOST_DESCRIBE_STRUCT(FinanceReport, (Sourced),
                      (election, subject, since, until, income, expenditure, limit, currency, source_type, submitted, published))
template <>
inline constexpr reflect::StructRow reflect::struct_row<FinanceReport>{"finance_report", "finance_reports", "a campaign's income and expenditure in a period"};
template <>
inline constexpr auto reflect::rows<FinanceReport> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"subject", "party, list or candidacy"},
    {"since", "start of the period"},
    {"until", "end of the period"},
    {"income", "income, in whole units of the currency"},
    {"expenditure", "expenditure, in whole units of the currency"},
    {"limit", "lawful limit, in whole units of the currency"},
    {.name = "currency", .meaning = "ISO 4217 code", .codes = "currency"},
    {"source_type", "kind of income"},
    {"submitted", "when handed in"},
    {"published", "when published"},
});

BOOST_DEFINE_ENUM_CLASS(Medium, not_stated, television, radio, print, online, public_media)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Medium>{"medium", "kind of media"};

BOOST_DEFINE_ENUM_CLASS(MediaUnit, not_stated, seconds, square_centimetres, items, share_only)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<MediaUnit>{"media_unit", "what coverage is measured in"};

BOOST_DEFINE_ENUM_CLASS(ProgrammeType, not_stated, news, advertising, special, other)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ProgrammeType>{"programme_type", "kind of programme; special is free access"};

BOOST_DEFINE_ENUM_CLASS(Tone, not_stated, positive, neutral, negative)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Tone>{"tone", "tone of an item towards an actor"};

struct MediaOutlet : Sourced {
    std::vector<Name> names;
    Medium medium{};
    std::string ownership;
    std::string language;
    std::string country;
};
BOOST_DESCRIBE_STRUCT(MediaOutlet, (Sourced), (names, medium, ownership, language, country))
template <>
inline constexpr reflect::StructRow reflect::struct_row<MediaOutlet>{"media_outlet", "media_outlets", "a newspaper, station or site, or a named group of them"};
template <>
inline constexpr auto reflect::rows<MediaOutlet> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "its names", .required = true},
    {"medium", "kind of media"},
    {"ownership", "state, public, private and whose"},
    {.name = "language", .meaning = "BCP 47 tag", .codes = "language"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
});

struct MediaMeasure : Sourced {
    std::optional<Ref<Election>> election;
    Ref<MediaOutlet> outlet;
    std::string monitor;
    Asserter monitor_kind{};
    Date since;
    Date until;
    ProgrammeType programme_type{};
    MediaUnit unit{};
    std::optional<AnyRef> actor;
    std::optional<std::int64_t> amount;
    std::optional<Decimal> share;
    Tone tone{};
};
BOOST_DESCRIBE_STRUCT(MediaMeasure, (Sourced),
                      (election, outlet, monitor, monitor_kind, since, until, programme_type, unit, actor, amount, share, tone))
template <>
inline constexpr reflect::StructRow reflect::struct_row<MediaMeasure>{
    .name = "media_measure", .plural = "media_measures", .meaning = "coverage of one actor in one outlet, as one monitor measured it", .table = true};
template <>
inline constexpr auto reflect::rows<MediaMeasure> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {.name = "outlet", .meaning = "where", .required = true},
    {.name = "monitor", .meaning = "who measured: official monitoring is not the mission's", .required = true},
    {"monitor_kind", "what kind of monitor"},
    {"since", "start of the period"},
    {"until", "end of the period"},
    {"programme_type", "kind of programme"},
    {"unit", "what was measured"},
    {"actor", "the party, person or body covered"},
    {"amount", "how much, in the unit"},
    {.name = "share", .meaning = "share among the actors measured", .unit = "percent"},
    {"tone", "tone towards the actor"},
});

struct PollShare : Part {
    std::optional<AnyRef> contestant;
    std::string label;
    std::optional<Decimal> percent;
};
BOOST_DESCRIBE_STRUCT(PollShare, (Part), (contestant, label, percent))
template <>
inline constexpr reflect::StructRow reflect::struct_row<PollShare>{"poll_share", "", "an answer's share in a poll"};
template <>
inline constexpr auto reflect::rows<PollShare> = std::to_array<reflect::Row>({
    {"contestant", "the party or candidacy"},
    {"label", "the answer, where it is no contestant"},
    {.name = "percent", .meaning = "its share", .unit = "percent"},
});

struct Poll : Sourced {
    std::optional<Ref<Election>> election;
    std::string pollster;
    Date published;
    std::optional<std::int64_t> n;
    std::vector<PollShare> shares;
    std::optional<Decimal> intend_to_vote;
};
BOOST_DESCRIBE_STRUCT(Poll, (Sourced), (election, pollster, published, n, shares, intend_to_vote))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Poll>{"poll", "polls", "an opinion poll"};
template <>
inline constexpr auto reflect::rows<Poll> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {"pollster", "who asked"},
    {"published", "when published"},
    {.name = "n", .meaning = "persons asked", .unit = "persons"},
    {"shares", "the answers"},
    {.name = "intend_to_vote", .meaning = "share that said it would vote", .unit = "percent"},
});

/// One state in the history of an event.
struct EventState : Part {
    Date date;
    std::optional<Ref<Body>> body;
    std::string act;
    std::string state;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(EventState, (Part), (date, body, act, state, evidence))
template <>
inline constexpr reflect::StructRow reflect::struct_row<EventState>{"event_state", "", "a decision or change in the history of an event"};
template <>
inline constexpr auto reflect::rows<EventState> = std::to_array<reflect::Row>({
    {"date", "when"},
    {"body", "who decided"},
    {"act", "the act, as named"},
    {.name = "state", .meaning = "what holds from then on, in the compiler's words", .required = true},
    {"evidence", "where it stands"},
});

struct Event : Sourced {
    std::optional<Ref<Election>> election;
    std::string kind;
    std::optional<Ref<Place>> place;
    Date occurred;
    Date ends;
    std::string summary;
    Quantity deaths;
    Quantity persons_affected;
    std::vector<std::string> measures;
    std::vector<EventState> history;
    std::vector<AnyRef> linked;
};
BOOST_DESCRIBE_STRUCT(Event, (Sourced),
                      (election, kind, place, occurred, ends, summary, deaths, persons_affected, measures, history, linked))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Event>{"event", "events", "something that bears on an election, with its successive states"};
template <>
inline constexpr auto reflect::rows<Event> = std::to_array<reflect::Row>({
    {"election", "the election"},
    {.name = "kind", .meaning = "what kind of event", .codes = "event_kind"},
    {"place", "where"},
    {"occurred", "when it happened or began"},
    {"ends", "when it ended"},
    {"summary", "what happened, in the compiler's words"},
    {.name = "deaths", .meaning = "persons killed, as counted by somebody", .unit = "persons"},
    {.name = "persons_affected", .meaning = "persons concerned", .unit = "persons"},
    {"measures", "measures in force"},
    {"history", "successive states, in order of time"},
    {"linked", "other events, neutrally linked: no cause is asserted"},
});

}  // namespace openeom
