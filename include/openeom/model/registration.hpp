// Parties, lists, candidacies, and what happened to their registration.
#pragma once

#include "openeom/model/bodies.hpp"
#include "openeom/model/election.hpp"
#include "openeom/model/law.hpp"

namespace openeom {

/// Steps of the registration of parties, lists and candidacies; which follow which stands in the lifecycles.
BOOST_DEFINE_ENUM_CLASS(RegistrationKind, not_stated, founded, applied, nominated, submitted, postponed, returned_for_correction,
                        registered, refused, pending, suspended, suspended_by_court, reregistration_required, merged, withdrew,
                        withdrawn_by_party, deregistered, liquidated, banned, died, replaced, appealed, upheld, overturned, dismissed,
                        not_examined, reinstated, reinstated_without_effective_remedy, final)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<RegistrationKind>{"registration_kind", "a step of registration"};

BOOST_DEFINE_ENUM_CLASS(BallotState, not_stated, on_ballot, struck_from_printed_ballot, removed_before_printing,
                        vote_counted_invalid, not_on_ballot)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<BallotState>{
    "ballot_state", "what voters found on the ballot; apart from the state of registration"};

BOOST_DEFINE_ENUM_CLASS(Materiality, not_stated, decisive, minor, correctable)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Materiality>{"materiality", "how much a defect mattered"};

BOOST_DEFINE_ENUM_CLASS(Criterion, not_stated, legal_ground, facts_proved, reasoned_decision, notice, opportunity_to_cure, hearing,
                        impartial_decision_maker, effective_appeal, proportionality, non_discrimination, uniform_application,
                        timeliness, prior_judicial_control)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Criterion>{"criterion", "criterion of due process, D1 to D13"};

struct Leadership : Part {
    Ref<Person> person;
    std::string role;
    Date since;
    Date until;
};
BOOST_DESCRIBE_STRUCT(Leadership, (Part), (person, role, since, until))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Leadership>{"leadership", "", "somebody's leadership of a party"};
template <>
inline constexpr auto reflect::rows<Leadership> = std::to_array<reflect::Row>({
    {.name = "person", .meaning = "the leader", .required = true},
    {"role", "chair, co-chair ..."},
    {"since", "since when"},
    {"until", "until when"},
});

struct Party : Sourced {
    std::vector<Name> names;
    std::vector<std::string> abbreviations;
    std::string country;
    std::string described_as;
    Date founded;
    std::vector<Leadership> leaders;
    std::optional<Ref<Party>> merged_into;
    Quantity members_claimed;
};
BOOST_DESCRIBE_STRUCT(Party, (Sourced), (names, abbreviations, country, described_as, founded, leaders, merged_into, members_claimed))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Party>{
    "party", "parties", "a political party or movement, registered or not; what happened to it stands in registration events"};
template <>
inline constexpr auto reflect::rows<Party> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "its names, by language", .required = true},
    {"abbreviations", "short forms in use"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"described_as", "how sources describe its position"},
    {"founded", "when founded"},
    {"leaders", "who leads it, with dates"},
    {"merged_into", "the party it merged into"},
    {.name = "members_claimed", .meaning = "members it says it has", .unit = "persons"},
});

struct CandidateList : Sourced {
    Ref<Party> party;
    Ref<Election> election;
    std::optional<Ref<SeatTier>> tier;
    Quantity nominated;
    Quantity registered;
    Quantity incumbents;
    Date nominated_on;
    BallotState ballot_state{};
    std::optional<std::int64_t> ballot_number;
};
BOOST_DESCRIBE_STRUCT(CandidateList, (Sourced),
                      (party, election, tier, nominated, registered, incumbents, nominated_on, ballot_state, ballot_number))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CandidateList>{"candidate_list", "candidate_lists", "a party's list of candidates"};
template <>
inline constexpr auto reflect::rows<CandidateList> = std::to_array<reflect::Row>({
    {.name = "party", .meaning = "whose list", .required = true},
    {.name = "election", .meaning = "for which election", .required = true},
    {"tier", "for which seats"},
    {.name = "nominated", .meaning = "candidates nominated on it", .unit = "persons"},
    {.name = "registered", .meaning = "candidates registered on it", .unit = "persons"},
    {.name = "incumbents", .meaning = "sitting members among them", .unit = "persons"},
    {"nominated_on", "when nominated"},
    {"ballot_state", "what voters found on the ballot"},
    {"ballot_number", "its number on the ballot"},
});

struct Candidacy : Sourced {
    Ref<Election> election;
    std::optional<Ref<Person>> person;
    std::optional<Ref<CandidateList>> list;
    std::string constituency;
    std::optional<std::int64_t> position;
    YesNo independent{};
    BallotState ballot_state{};
};
BOOST_DESCRIBE_STRUCT(Candidacy, (Sourced), (election, person, list, constituency, position, independent, ballot_state))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Candidacy>{"candidacy", "candidacies", "a person standing for election, or several of a batch where the source names none"};
template <>
inline constexpr auto reflect::rows<Candidacy> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"person", "who stands"},
    {"list", "on which list"},
    {"constituency", "where, in constituencies"},
    {"position", "place on the list, from 1"},
    {"independent", "whether without a party"},
    {"ballot_state", "what voters found on the ballot"},
});

/// What a file holds on one criterion of due process.
struct CriterionEvidence : Part {
    Criterion criterion{};
    std::string holds;
    Asserter asserted_by{};
    std::optional<AnyRef> asserted_by_whom;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(CriterionEvidence, (Part), (criterion, holds, asserted_by, asserted_by_whom, evidence))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CriterionEvidence>{"criterion_evidence", "", "what our file holds on one criterion"};
template <>
inline constexpr auto reflect::rows<CriterionEvidence> = std::to_array<reflect::Row>({
    {.name = "criterion", .meaning = "which of the thirteen", .required = true},
    {"holds", "what the evidence says, in the compiler's words"},
    {"asserted_by", "who says so"},
    {"asserted_by_whom", "which body, person, party or organisation"},
    {.name = "evidence", .meaning = "where it stands", .required = true},
});

/// The thirteen criteria, each unknown until evidence answers it.
struct DueProcess : Part {
    Assessment legal_ground{};
    Assessment facts_proved{};
    Assessment reasoned_decision{};
    Assessment notice{};
    Assessment opportunity_to_cure{};
    Assessment hearing{};
    Assessment impartial_decision_maker{};
    Assessment effective_appeal{};
    Assessment proportionality{};
    Assessment non_discrimination{};
    Assessment uniform_application{};
    Assessment timeliness{};
    Assessment prior_judicial_control{};
    std::vector<CriterionEvidence> held;
};
BOOST_DESCRIBE_STRUCT(DueProcess, (Part),
                      (legal_ground, facts_proved, reasoned_decision, notice, opportunity_to_cure, hearing,
                       impartial_decision_maker, effective_appeal, proportionality, non_discrimination, uniform_application,
                       timeliness, prior_judicial_control, held))
template <>
inline constexpr reflect::StructRow reflect::struct_row<DueProcess>{
    "due_process", "", "safeguards of a decision on registration; what our file holds, not what happened"};
template <>
inline constexpr auto reflect::rows<DueProcess> = std::to_array<reflect::Row>({
    {"legal_ground", "D1: is the ground named in law, foreseeable, objective?"},
    {"facts_proved", "D2: is evidence stated, testable, by a competent body?"},
    {"reasoned_decision", "D3: is there a written decision that lists all grounds and was delivered?"},
    {"notice", "D4: was the subject told beforehand, with time?"},
    {"opportunity_to_cure", "D5: could minor defects be corrected?"},
    {"hearing", "D6: could the subject be present, answer, bring evidence and counsel?"},
    {"impartial_decision_maker", "D7: is the deciding body independent, its vote recorded?"},
    {"effective_appeal", "D8: was an appeal decided in time to return to the ballot?"},
    {"proportionality", "D9: was there a milder sanction; did the defect matter?"},
    {"non_discrimination", "D10: same rule and same outcome across parties?"},
    {"uniform_application", "D11: are method and tolerance published and consistent?"},
    {"timeliness", "D12: how late, with what effect on campaign and ballot?"},
    {"prior_judicial_control", "D13: was there a court before the right was lost?"},
    {"held", "what the file holds on each criterion"},
});

struct RegistrationEvent : Sourced {
    AnyRef subject;
    std::optional<Ref<Election>> election;
    RegistrationKind kind{};
    Quantity subjects;
    std::vector<Ref<Party>> parties;
    Quantity parties_affected;
    std::vector<Ref<Person>> persons;
    std::optional<Ref<Body>> body;
    std::optional<std::int64_t> level;
    std::optional<Ref<RegistrationEvent>> follows;
    Date occurred;
    Date decided;
    Date published;
    Date notified_to_subject;
    Date effective;
    Date ends;
    std::vector<std::string> grounds;
    std::string legal_ground;
    std::optional<Ref<Provision>> provision;
    std::string factual_ground;
    std::string evidence_relied_on;
    std::string proof_standard;
    Materiality materiality{};
    std::string initiator;
    std::string vote;
    Quantity fine;
    std::string fine_currency;
    std::optional<DueProcess> due_process;
    std::vector<std::string> consequences;
    Asserter asserted_by{};
    Verification verification{};
};
BOOST_DESCRIBE_STRUCT(RegistrationEvent, (Sourced),
                      (subject, election, kind, subjects, parties, parties_affected, persons, body, level, follows, occurred,
                       decided, published, notified_to_subject, effective, ends, grounds, legal_ground, provision, factual_ground,
                       evidence_relied_on, proof_standard, materiality, initiator, vote, fine, fine_currency, due_process,
                       consequences, asserted_by, verification))
template <>
inline constexpr reflect::StructRow reflect::struct_row<RegistrationEvent>{
    "registration_event", "registration_events", "one step in the registration of a party, list or candidacy, or of a batch decided as one"};
template <>
inline constexpr auto reflect::rows<RegistrationEvent> = std::to_array<reflect::Row>({
    {.name = "subject", .meaning = "party, candidate_list, candidacy or seat_tier (a batch on its lists)", .required = true},
    {"election", "the election it bears on"},
    {.name = "kind", .meaning = "what happened", .required = true},
    {.name = "subjects", .meaning = "how many candidates a batch concerned", .unit = "persons"},
    {"parties", "parties whose candidates a batch concerned, as far as named"},
    {.name = "parties_affected", .meaning = "how many parties a batch concerned", .unit = "parties"},
    {"persons", "persons of a batch that a source names"},
    {"body", "who decided"},
    {"level", "instance of an appeal, from 1"},
    {"follows", "the event that this one answers"},
    {"occurred", "when it happened, where nobody decided it"},
    {"decided", "when decided"},
    {"published", "when announced"},
    {"notified_to_subject", "when the subject was told"},
    {"effective", "from when it had effect"},
    {"ends", "until when it had effect"},
    {.name = "grounds", .meaning = "kinds of ground", .codes = "ground"},
    {"legal_ground", "the provision cited, as cited"},
    {"provision", "the provision cited, where the dossier holds it"},
    {"factual_ground", "the facts alleged, in the compiler's words"},
    {"evidence_relied_on", "evidence that the decision relied on"},
    {"proof_standard", "standard of proof applied"},
    {"materiality", "how much the defect mattered"},
    {"initiator", "who set it in motion"},
    {"vote", "how the body voted"},
    {"fine", "fine imposed, in whole units of its currency"},
    {.name = "fine_currency", .meaning = "ISO 4217 code", .codes = "currency"},
    {"due_process", "safeguards, as far as the file holds evidence"},
    {"consequences", "what followed for the subject"},
    {"asserted_by", "who says that it happened"},
    {"verification", "how far that is verified"},
});

}  // namespace openeom
