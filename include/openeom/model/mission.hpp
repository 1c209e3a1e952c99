// Observers: missions, delegations, organisations, accreditation, teams, meetings, contacts.
#pragma once

#include "openeom/model/process.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(MissionKind, not_stated, international_mission, election_observation_mission,
                        limited_election_observation_mission, election_assessment_mission, expert_team, needs_assessment_mission,
                        parliamentary_delegation, citizen_observation)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<MissionKind>{
    "mission_kind", "IEOM, EOM, LEOM, EAM, expert team, NAM, parliamentary delegation, citizen observation"};

BOOST_DEFINE_ENUM_CLASS(OrganisationKind, not_stated, intergovernmental, parliamentary, foreign_state, citizen_group, party_agents)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<OrganisationKind>{"organisation_kind", "kind of observer organisation"};

struct ObserverOrganisation : Sourced {
    std::vector<Name> names;
    std::vector<std::string> abbreviations;
    OrganisationKind kind{};
    std::string country;
    YesNo endorses_declaration_of_principles{};
};
BOOST_DESCRIBE_STRUCT(ObserverOrganisation, (Sourced), (names, abbreviations, kind, country, endorses_declaration_of_principles))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ObserverOrganisation>{
    "observer_organisation", "observer_organisations", "an organisation that observes elections"};
template <>
inline constexpr auto reflect::rows<ObserverOrganisation> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "its names", .required = true},
    {"abbreviations", "short forms in use"},
    {"kind", "what kind of organisation"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"endorses_declaration_of_principles", "the declarations of 2005 (international) or 2012 (citizen observers)"},
});

/// A step in the life of a mission.
struct MissionStep : Part {
    std::string step;
    Date date;
    std::string place;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(MissionStep, (Part), (step, date, place, body))
template <>
inline constexpr reflect::StructRow reflect::struct_row<MissionStep>{"mission_step", "", "a step in the life of a mission"};
template <>
inline constexpr auto reflect::rows<MissionStep> = std::to_array<reflect::Row>({
    {.name = "step", .meaning = "a state of the mission's lifecycle", .codes = "mission_step", .required = true},
    {"date", "when"},
    {"place", "where"},
    {"body", "by or before whom"},
});

struct Mission : Sourced {
    std::vector<Name> names;
    MissionKind kind{};
    std::vector<Ref<Election>> elections;
    std::vector<Ref<ObserverOrganisation>> partners;
    std::vector<Role> heads_described;
    std::vector<Ref<Person>> heads;
    std::optional<Ref<Mission>> part_of;
    Date deployed;
    Date departed;
    std::string invited_by;
    std::vector<std::string> assessed_against;
    Quantity long_term_observers;
    Quantity short_term_observers;
    Quantity observers;
    Quantity stations_observed;
    Quantity regions_observed;
    Quantity trainings;
    YesNo systematic_election_day_observation{};
    std::string scope;
    std::vector<MissionStep> steps;
};
BOOST_DESCRIBE_STRUCT(Mission, (Sourced),
                      (names, kind, elections, partners, heads_described, heads, part_of, deployed, departed, invited_by,
                       assessed_against, long_term_observers, short_term_observers, observers, stations_observed,
                       regions_observed, trainings, systematic_election_day_observation, scope, steps))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Mission>{"mission", "missions", "an observation of elections by one or several organisations"};
template <>
inline constexpr auto reflect::rows<Mission> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "its names", .required = true},
    {"kind", "what kind of mission"},
    {"elections", "what it observed"},
    {"partners", "the organisations that form it"},
    {"heads_described", "who leads what, as a source puts it"},
    {"heads", "heads and special co-ordinators"},
    {"part_of", "the joint mission it belongs to"},
    {"deployed", "first day"},
    {"departed", "last day"},
    {"invited_by", "who invited it"},
    {"assessed_against", "what it measures compliance with"},
    {.name = "long_term_observers", .meaning = "how many", .unit = "persons"},
    {.name = "short_term_observers", .meaning = "how many", .unit = "persons"},
    {.name = "observers", .meaning = "how many in all", .unit = "persons"},
    {.name = "stations_observed", .meaning = "distinct polling stations observed", .unit = "stations"},
    {.name = "regions_observed", .meaning = "regions in which it observed", .unit = "regions"},
    {.name = "trainings", .meaning = "training courses held", .unit = "courses"},
    {"systematic_election_day_observation", "whether figures of polling stations may be published"},
    {"scope", "what it did and did not observe"},
    {"steps", "invitation, deployment, statements, report, presentation"},
});

struct DelegationMember : Part {
    Ref<Person> person;
    std::string group;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(DelegationMember, (Part), (person, group, role))
template <>
inline constexpr reflect::StructRow reflect::struct_row<DelegationMember>{"delegation_member", "", "a member of a delegation in a public role"};
template <>
inline constexpr auto reflect::rows<DelegationMember> = std::to_array<reflect::Row>({
    {.name = "person", .meaning = "who", .required = true},
    {"group", "political group or list of the assembly"},
    {"role", "head, member, secretary, adviser ..."},
});

struct Delegation : Sourced {
    std::vector<Name> names;
    Ref<Mission> mission;
    std::optional<Ref<ObserverOrganisation>> institution;
    std::optional<Ref<Person>> head;
    Quantity size;
    Date constituted;
    std::string constituted_by;
    std::vector<DelegationMember> members;
};
BOOST_DESCRIBE_STRUCT(Delegation, (Sourced), (names, mission, institution, head, size, constituted, constituted_by, members))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Delegation>{"delegation", "delegations", "an institution's delegation to a mission"};
template <>
inline constexpr auto reflect::rows<Delegation> = std::to_array<reflect::Row>({
    {"names", "what it is called"},
    {.name = "mission", .meaning = "the mission", .required = true},
    {"institution", "who sent it"},
    {"head", "who leads it"},
    {.name = "size", .meaning = "members", .unit = "persons"},
    {"constituted", "when formed"},
    {"constituted_by", "by whom"},
    {"members", "members in public roles"},
});

struct AccreditationCount : Sourced {
    Ref<Election> election;
    Date as_of;
    std::optional<Ref<ObserverOrganisation>> organisation;
    std::string of;
    Quantity count;
    Quantity countries;
    YesNo refused{};
    YesNo total{};
};
BOOST_DESCRIBE_STRUCT(AccreditationCount, (Sourced), (election, as_of, organisation, of, count, countries, refused, total))
template <>
inline constexpr reflect::StructRow reflect::struct_row<AccreditationCount>{"accreditation_count", "accreditation_counts", "observers accredited or refused by a day"};
template <>
inline constexpr auto reflect::rows<AccreditationCount> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"as_of", "by which day"},
    {"organisation", "of which organisation"},
    {"of", "of whom, where it is no organisation"},
    {.name = "count", .meaning = "how many", .unit = "persons"},
    {.name = "countries", .meaning = "from how many countries", .unit = "countries"},
    {"refused", "whether these were refused rather than accredited"},
    {"total", "whether this is the total that the source gives for the day"},
});

struct Team : Sourced {
    Ref<Mission> mission;
    std::vector<std::string> pseudonyms;
    std::optional<Ref<Place>> area;
    ObservationMode mode{};
};
BOOST_DESCRIBE_STRUCT(Team, (Sourced), (mission, pseudonyms, area, mode))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Team>{"team", "teams", "observers who work together, by pseudonym"};
template <>
inline constexpr auto reflect::rows<Team> = std::to_array<reflect::Row>({
    {.name = "mission", .meaning = "the mission", .required = true},
    {"pseudonyms", "its members' pseudonyms, never names"},
    {"area", "where it observes"},
    {"mode", "mobile, stationary or count only"},
});

struct Deployment : Sourced {
    Ref<Team> team;
    Ref<Election> election;
    Ref<Place> station;
    Phase phase{};
    YesNo visited{};
    std::string reason_not_visited;
};
BOOST_DESCRIBE_STRUCT(Deployment, (Sourced), (team, election, station, phase, visited, reason_not_visited))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Deployment>{"deployment", "deployments", "a station that a team was to visit"};
template <>
inline constexpr auto reflect::rows<Deployment> = std::to_array<reflect::Row>({
    {.name = "team", .meaning = "the team", .required = true},
    {.name = "election", .meaning = "the election", .required = true},
    {.name = "station", .meaning = "the station planned", .required = true},
    {"phase", "for which phase"},
    {"visited", "whether it was visited"},
    {"reason_not_visited", "why not"},
});

struct Meeting : Sourced {
    Ref<Mission> mission;
    Date occurred;
    std::optional<Ref<Place>> place;
    std::string interlocutor_type;
    std::string topic;
    std::string summary;
    YesNo consent{};
};
BOOST_DESCRIBE_STRUCT(Meeting, (Sourced), (mission, occurred, place, interlocutor_type, topic, summary, consent))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Meeting>{"meeting", "meetings", "an entry of the meeting log; identities are held elsewhere"};
template <>
inline constexpr auto reflect::rows<Meeting> = std::to_array<reflect::Row>({
    {.name = "mission", .meaning = "the mission", .required = true},
    {"occurred", "when"},
    {"place", "where"},
    {.name = "interlocutor_type", .meaning = "kind of interlocutor, never a name", .codes = "interlocutor_type"},
    {.name = "topic", .meaning = "subject", .codes = "topic"},
    {"summary", "what was said, for internal use"},
    {"consent", "whether the interlocutors agreed to be quoted"},
});

struct FieldReport : Sourced {
    Ref<Mission> mission;
    std::optional<Ref<Team>> team;
    std::string kind;
    Date since;
    Date until;
    std::vector<Ref<Meeting>> meetings;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(FieldReport, (Sourced), (mission, team, kind, since, until, meetings, summary))
template <>
inline constexpr reflect::StructRow reflect::struct_row<FieldReport>{"field_report", "field_reports", "a weekly or spot report of long-term observers"};
template <>
inline constexpr auto reflect::rows<FieldReport> = std::to_array<reflect::Row>({
    {.name = "mission", .meaning = "the mission", .required = true},
    {"team", "whose report"},
    {.name = "kind", .meaning = "weekly, spot", .codes = "field_report_kind"},
    {"since", "start of the period"},
    {"until", "end of the period"},
    {"meetings", "meetings it reports"},
    {"summary", "for internal use"},
});

struct Contact : Sourced {
    std::string name;
    std::optional<Ref<ObserverOrganisation>> organisation;
    std::string purpose;
    std::string spelling;
};
BOOST_DESCRIBE_STRUCT(Contact, (Sourced), (name, organisation, purpose, spelling))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Contact>{"contact", "contacts", "whom to ask; numbers and addresses are left out"};
template <>
inline constexpr auto reflect::rows<Contact> = std::to_array<reflect::Row>({
    {.name = "name", .meaning = "name as given, even if it looks wrong", .required = true},
    {"organisation", "for whom"},
    {"purpose", "press, administration ..."},
    {"spelling", "doubts about the spelling"},
});

}  // namespace openeom
