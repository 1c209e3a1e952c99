// Rules on registration, de-registration and what voters found on the ballot (method 4, 10, 13.3).
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "check/code_name.hpp"
#include "check/lifecycles.hpp"
#include "check/registry.hpp"

namespace openeom::check {

namespace {

using Events = std::map<std::string_view, std::vector<const RegistrationEvent*>>;

/// The day on which it happened, as far as known.
const Date& date_of(const RegistrationEvent& event) {
    for (const Date* date :
         {&event.decided, &event.occurred, &event.effective, &event.published, &event.notified_to_subject})
        if (!date->empty()) return *date;
    return event.decided;
}

/// Events of each subject, those without a date last.
Events events_of(const Dossier& dossier) {
    Events events;
    for (const RegistrationEvent& event : dossier.all<RegistrationEvent>())
        if (!event.subject.empty()) events[event.subject.text()].push_back(&event);
    for (auto& [subject, list] : events)
        std::stable_sort(list.begin(), list.end(), [](const RegistrationEvent* left, const RegistrationEvent* right) {
            return date_of(*left).first().value_or(INT32_MAX) < date_of(*right).first().value_or(INT32_MAX);
        });
    return events;
}

bool is_removal(RegistrationKind kind) {
    return kind == RegistrationKind::refused || kind == RegistrationKind::deregistered ||
           kind == RegistrationKind::withdrew || kind == RegistrationKind::withdrawn_by_party ||
           kind == RegistrationKind::died || kind == RegistrationKind::replaced;
}

bool is_registration(RegistrationKind kind) {
    return kind == RegistrationKind::registered || kind == RegistrationKind::reinstated;
}

/// The subjects whose registration is the subject's own: a candidate's list, the lists of a tier.
std::vector<std::string> registered_with(const Dossier& dossier, const AnyRef& subject) {
    std::vector<std::string> subjects{subject.text()};
    if (subject.type() == "candidacy") {
        const Candidacy* candidacy = dossier.find<Candidacy>(subject.id());
        if (candidacy && candidacy->list) subjects.push_back("candidate_list:" + candidacy->list->text());
    } else if (subject.type() == "seat_tier") {
        const SeatTier* tier = dossier.find<SeatTier>(subject.id());
        for (const CandidateList& list : dossier.all<CandidateList>())
            if (tier && list.election == tier->election && (!list.tier || list.tier->id() == tier->id))
                subjects.push_back("candidate_list:" + list.id.text());
    }
    return subjects;
}

/// Whether a list says how many of its candidates were registered, or somebody counted those of a tier.
bool counted_as_registered(const Dossier& dossier, const std::string& subject) {
    const AnyRef reference(subject);
    if (reference.type() == "candidate_list") {
        const CandidateList* list = dossier.find<CandidateList>(reference.id());
        return list && list->registered.is_stated();
    }
    if (reference.type() != "seat_tier") return false;
    const SeatTier* tier = dossier.find<SeatTier>(reference.id());
    for (const RegistrationTotal& total : dossier.all<RegistrationTotal>())
        if (tier && total.stage == RegistrationStage::registered && total.election == tier->election &&
            (!total.tier || total.tier->id() == tier->id))
            return true;
    return false;
}

bool follows_registration(const Dossier& dossier, const RegistrationEvent& event) {
    std::set<std::string_view> seen;
    for (const RegistrationEvent* at = dossier.find(event.follows); at && seen.insert(at->id.text()).second;
         at = dossier.find(at->follows))
        if (is_registration(at->kind)) return true;
    return false;
}

bool has_prior_registration(const Dossier& dossier, const Events& events, const RegistrationEvent& event) {
    if (follows_registration(dossier, event)) return true;
    for (const std::string& subject : registered_with(dossier, event.subject)) {
        if (counted_as_registered(dossier, subject)) return true;
        const auto found = events.find(subject);
        if (found == events.end()) continue;
        for (const RegistrationEvent* each : found->second)
            if (is_registration(each->kind) && !certainly_before(date_of(event), date_of(*each))) return true;
    }
    return false;
}

void check_deregistration(Context& context) {
    const Dossier& dossier = context.dossier();
    const Events events = events_of(dossier);
    for (const RegistrationEvent& event : dossier.all<RegistrationEvent>()) {
        if (event.kind != RegistrationKind::deregistered || event.subject.empty()) continue;
        if (has_prior_registration(dossier, events, event)) continue;
        context.report(
            {.record = reference(event),
             .member = "kind",
             .message = fmt::format("{} is de-registered, and nothing in the record says that it was registered before",
                                    event.subject.text())});
    }
}

// Ballots -------------------------------------------------------------------------------------------------------------

enum class Standing { unknown, registered, removed };

/// How a subject stood on election day, where the order of what happened is certain.
Standing standing_of(const std::vector<const RegistrationEvent*>& events, const Date& election_day) {
    Standing standing = Standing::unknown;
    const RegistrationEvent* before = nullptr;
    for (const RegistrationEvent* event : events) {
        const bool restores = event->kind == RegistrationKind::overturned ||
                              event->kind == RegistrationKind::reinstated_without_effective_remedy ||
                              event->kind == RegistrationKind::suspended ||
                              event->kind == RegistrationKind::suspended_by_court;
        if (!is_registration(event->kind) && !is_removal(event->kind) && !restores) continue;
        if (certainly_before(election_day, date_of(*event))) continue;
        if (before && !certainly_before(date_of(*before), date_of(*event))) return Standing::unknown;
        standing = restores                       ? Standing::unknown
                   : is_registration(event->kind) ? Standing::registered
                                                  : Standing::removed;
        before = event;
    }
    return standing;
}

void check_ballot_state(Context& context, const AnyRef& record, BallotState state, const Election* election,
                        const std::vector<const RegistrationEvent*>& events) {
    if (state == BallotState::not_stated || events.empty()) return;
    const Standing standing = standing_of(events, election ? election_days(*election) : Date());
    const bool on_ballot = state == BallotState::on_ballot;
    if (on_ballot && standing == Standing::removed)
        context.report(
            {.record = record,
             .member = "ballot_state",
             .message = "recorded as on the ballot, although it had been refused, removed or withdrawn before"});
    if (!on_ballot && standing == Standing::registered)
        context.report(
            {.record = record,
             .member = "ballot_state",
             .message = fmt::format("recorded as {}, although it stood registered on election day", code_name(state))});
}

void check_ballot_states(Context& context) {
    const Dossier& dossier = context.dossier();
    const Events events = events_of(dossier);
    const auto of = [&](const std::string& subject) {
        const auto found = events.find(subject);
        return found == events.end() ? std::vector<const RegistrationEvent*>() : found->second;
    };
    for (const CandidateList& list : dossier.all<CandidateList>())
        check_ballot_state(context, reference(list), list.ballot_state, dossier.find(list.election),
                           of("candidate_list:" + list.id.text()));
    for (const Candidacy& candidacy : dossier.all<Candidacy>()) {
        if (candidacy.ballot_state == BallotState::not_stated) continue;
        auto all = of("candidacy:" + candidacy.id.text());
        // What ends a list ends its candidacies; what registers it does not undo a candidate's own removal.
        if (candidacy.list)
            for (const RegistrationEvent* event : of("candidate_list:" + candidacy.list->text()))
                if (is_removal(event->kind) || all.empty()) all.push_back(event);
        std::stable_sort(all.begin(), all.end(), [](const RegistrationEvent* left, const RegistrationEvent* right) {
            return date_of(*left).first().value_or(INT32_MAX) < date_of(*right).first().value_or(INT32_MAX);
        });
        check_ballot_state(context, reference(candidacy), candidacy.ballot_state, dossier.find(candidacy.election),
                           all);
    }
}

// Due process ---------------------------------------------------------------------------------------------------------

const CriterionEvidence* held_on(const DueProcess& process, std::string_view criterion) {
    for (const CriterionEvidence& held : process.held)
        if (code_name(held.criterion) == criterion && !held.evidence.empty()) return &held;
    return nullptr;
}

/// Calls `visit(event, criterion, held or null)` for each criterion that is answered.
template <class Visit>
void for_each_answer(const Dossier& dossier, Visit visit) {
    for (const RegistrationEvent& event : dossier.all<RegistrationEvent>()) {
        if (!event.due_process) continue;
        for (const reflect::Member& member : reflect::table<DueProcess>().members) {
            if (member.type->kind != reflect::Kind::code ||
                reflect::is_empty(*member.type, member.in(&*event.due_process)))
                continue;
            visit(event, member.name, held_on(*event.due_process, member.name));
        }
    }
}

void check_assessment_evidence(Context& context) {
    for_each_answer(context.dossier(), [&](const RegistrationEvent& event, std::string_view criterion,
                                           const CriterionEvidence* held) {
        if (held) return;
        context.report({.record = reference(event),
                        .member = fmt::format("due_process.{}", criterion),
                        .message = fmt::format("'{}' is answered, and the file holds no evidence on it", criterion)});
    });
}

void check_assessment_asserter(Context& context) {
    for_each_answer(context.dossier(), [&](const RegistrationEvent& event, std::string_view criterion,
                                           const CriterionEvidence* held) {
        if (!held || held->asserted_by != Asserter::not_stated) return;
        context.report({.record = reference(event),
                        .member = fmt::format("due_process.{}", criterion),
                        .message = fmt::format("'{}' is answered, and nothing says who says so", criterion)});
    });
}

// Lifecycles ----------------------------------------------------------------------------------------------------------

/// One state of something, and the record that says so.
struct Stage {
    std::string_view code;
    Date date;
    AnyRef record;
    std::string_view member;
};

class Lifecycles {
public:
    explicit Lifecycles(Context& context) : context_(context) {}

    void step(std::string_view subject, std::string_view country, const Stage& before, const Stage& after) {
        if (before.code == "not_stated" || after.code == "not_stated" || before.code == after.code) return;
        const Lifecycle* lifecycle = find_lifecycle(context_.dossier(), subject, country);
        if (!lifecycle || may_follow(*lifecycle, before.code, after.code)) return;
        context_.report(
            {.record = after.record,
             .member = std::string(after.member),
             .message = fmt::format("'{}' after '{}' is unusual for a {}", after.code, before.code, subject)});
    }

    /// States in the order of their dates; two whose order is not certain are no step.
    void in_order(std::string_view subject, std::string_view country, std::vector<Stage> states) {
        std::stable_sort(states.begin(), states.end(), [](const Stage& left, const Stage& right) {
            return left.date.first().value_or(INT32_MAX) < right.date.first().value_or(INT32_MAX);
        });
        for (std::size_t i = 1; i < states.size(); ++i)
            if (certainly_before(states[i - 1].date, states[i].date)) step(subject, country, states[i - 1], states[i]);
    }

private:
    Context& context_;
};

/// The election that a list or candidacy is for; null for anything else.
const Election* election_of(const Dossier& dossier, const AnyRef& subject) {
    if (subject.type() == "candidate_list") {
        const CandidateList* list = dossier.find<CandidateList>(subject.id());
        return list ? dossier.find(list->election) : nullptr;
    }
    const Candidacy* candidacy = subject.type() == "candidacy" ? dossier.find<Candidacy>(subject.id()) : nullptr;
    return candidacy ? dossier.find(candidacy->election) : nullptr;
}

std::string country_of(const Dossier& dossier, const AnyRef& subject) {
    if (subject.type() == "party") {
        const Party* party = dossier.find<Party>(subject.id());
        return party ? party->country : std::string();
    }
    const Election* election = election_of(dossier, subject);
    return election ? election->country : std::string();
}

std::string country_of(const Dossier& dossier, const Mission& mission) {
    const Election* election = mission.elections.empty() ? nullptr : dossier.find(mission.elections.front());
    return election ? election->country : std::string();
}

void check_registration_steps(Context& context, Lifecycles& lifecycles) {
    const Dossier& dossier = context.dossier();
    for (const auto& [subject, events] : events_of(dossier)) {
        const AnyRef about{subject};
        std::vector<Stage> states;
        for (const RegistrationEvent* event : events)
            states.push_back({code_name(event->kind), date_of(*event), reference(*event), "kind"});
        lifecycles.in_order(about.type(), country_of(dossier, about), std::move(states));
    }
}

void check_result_steps(Context& context, Lifecycles& lifecycles) {
    const Dossier& dossier = context.dossier();
    for (const Result& result : dossier.all<Result>()) {
        const Result* before = dossier.find(result.amends);
        const Election* election = dossier.find(result.election);
        if (!before) continue;
        lifecycles.step("result", election ? election->country : "",
                        {code_name(before->status), {}, reference(*before), "status"},
                        {code_name(result.status), {}, reference(result), "status"});
    }
}

void check_complaint_steps(Context& context, Lifecycles& lifecycles) {
    const Dossier& dossier = context.dossier();
    for (const Complaint& complaint : dossier.all<Complaint>()) {
        const Complaint* before = dossier.find(complaint.appeals);
        const Election* election = dossier.find(complaint.election);
        if (!before) continue;
        lifecycles.step("complaint", election ? election->country : "",
                        {code_name(before->outcome), {}, reference(*before), "outcome"},
                        {"appealed", {}, reference(complaint), "appeals"});
    }
}

void check_lifecycles(Context& context) {
    Lifecycles lifecycles(context);
    const Dossier& dossier = context.dossier();
    check_registration_steps(context, lifecycles);
    check_result_steps(context, lifecycles);
    check_complaint_steps(context, lifecycles);
    for (const Mission& mission : dossier.all<Mission>()) {
        std::vector<Stage> states;
        for (const MissionStep& step : mission.steps)
            states.push_back({step.step, step.date, reference(mission), "steps"});
        lifecycles.in_order("mission", country_of(dossier, mission), std::move(states));
    }
    std::map<std::string_view, std::vector<Stage>> follow_ups;
    for (const FollowUp& follow_up : dossier.all<FollowUp>())
        if (follow_up.recommendation)
            follow_ups[follow_up.recommendation->text()].push_back(
                {code_name(follow_up.status), follow_up.date, reference(follow_up), "status"});
    for (auto& [recommendation, states] : follow_ups) lifecycles.in_order("recommendation", "", std::move(states));
}

// Remedies ------------------------------------------------------------------------------------------------------------

void check_remedies(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const RegistrationEvent& event : dossier.all<RegistrationEvent>()) {
        const Election* election = event.kind == RegistrationKind::reinstated ? election_of(dossier, event.subject) : nullptr;
        if (election && certainly_before(election_days(*election), date_of(event)))
            context.report({.record = reference(event),
                            .member = "kind",
                            .message = fmt::format("reinstated on {}, after the vote", date_of(event).words())});
    }
    for (const Complaint& complaint : dossier.all<Complaint>()) {
        const Election* election = dossier.find(complaint.election);
        if (election && complaint.remedy_effective_before_election == YesNo::yes &&
            certainly_before(election_days(*election), complaint.decided))
            context.report({.record = reference(complaint),
                            .member = "remedy_effective_before_election",
                            .message = fmt::format("decided on {}, after the vote", complaint.decided.words())});
    }
}

constexpr RuleRow kRules[] = {
    {"assessment-without-asserter", IssueSeverity::warning, "a criterion of due process is answered by nobody",
     "Each answer on due process is somebody's: an authority's that it gave notice is not the party's. The rule "
     "cannot tell whether the one named did say so.",
     "name in 'held' who says so", "method 10", &check_assessment_asserter},
    {"assessment-without-evidence", IssueSeverity::error, "a criterion of due process is answered without evidence",
     "Met and not met are answers, and an answer rests on evidence in the file; without it the criterion is unknown, "
     "which is neither. A cited article is not a met criterion. Whether the evidence bears the answer out is for a "
     "person to judge.",
     "put the evidence under 'held', or leave the criterion unknown", "method 10", &check_assessment_evidence},
    {"ballot-state-inconsistent", IssueSeverity::warning, "ballot and registration do not fit each other",
     "What voters found on the ballot is recorded apart from registration, since names stay printed and are struck "
     "out. Where the order of events is certain, a subject removed before election day should not be on the ballot, "
     "nor one registered be off it.",
     "look for the missing event, or correct the ballot state", "method 4.2, 13.3", &check_ballot_states},
    {"deregistration-without-registration", IssueSeverity::warning, "a de-registration without a prior registration",
     "De-registration takes away an acquired right and needs stricter safeguards than a refusal. If nothing was "
     "registered it was a refusal. A candidate's list, the lists of a tier and their recorded totals count as "
     "registration.",
     "add the registration with its date, or record a refusal", "method 4.2, 13.3", &check_deregistration},
    {"lifecycle-unusual-step", IssueSeverity::note, "a step that is not usual",
     "Lifecycles are what is usual, kept as data that a country can replace; a step that they do not know may be "
     "lawful, a mistake of record, or the story itself. Steps between that nobody recorded are allowed for, and two "
     "events whose order is not certain are left alone.",
     "look at the two events; where the step is usual in the country, give the dossier a lifecycle of its own",
     "method 4", &check_lifecycles},
    {"remedy-after-vote", IssueSeverity::warning, "a remedy that took effect before the vote was decided after it",
     "Who is let in again after the vote had no effective remedy, which is a kind of its own. The rule sees lists and "
     "candidacies, and complaints that name their election, where the order of the days is certain.",
     "correct the date, or record that the remedy was without effect", "method 4.2, 10", &check_remedies},
};

}  // namespace

std::span<const RuleRow> rules_of_registration() {
    return kRules;
}

}  // namespace openeom::check
