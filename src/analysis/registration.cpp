#include "openeom/analysis/registration.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "analysis/criteria.hpp"
#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "analysis/scope.hpp"
#include "analysis/voices.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

using Events = std::vector<const RegistrationEvent*>;

template <std::size_t N>
bool one_of(RegistrationKind kind, const std::array<RegistrationKind, N>& kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Decisions that keep or put a subject out.
bool is_adverse(RegistrationKind kind) {
    using enum RegistrationKind;
    return one_of(kind, std::array{refused, suspended, suspended_by_court, reregistration_required, deregistered,
                                   liquidated, banned});
}

bool is_reinstatement(RegistrationKind kind) {
    return kind == RegistrationKind::reinstated || kind == RegistrationKind::reinstated_without_effective_remedy;
}

/// Steps after which a subject with an alleged defect was still in.
bool stayed(RegistrationKind kind) {
    using enum RegistrationKind;
    return one_of(kind, std::array{registered, returned_for_correction, reinstated});
}

bool is_answer(RegistrationKind kind) {
    using enum RegistrationKind;
    return is_reinstatement(kind) ||
           one_of(kind, std::array{appealed, upheld, overturned, dismissed, not_examined, final});
}

bool concerns_party(const RegistrationEvent& event) {
    return event.subject.type() == "party";
}

/// The election that an event bears on: its own, else its subject's.
std::optional<Ref<Election>> election_of(const Dossier& dossier, const RegistrationEvent& event) {
    if (event.election) return event.election;
    if (const auto* list =
            event.subject.type() == "candidate_list" ? dossier.find<CandidateList>(event.subject.id()) : nullptr)
        return list->election;
    if (const auto* candidacy =
            event.subject.type() == "candidacy" ? dossier.find<Candidacy>(event.subject.id()) : nullptr)
        return candidacy->election;
    if (const auto* tier = event.subject.type() == "seat_tier" ? dossier.find<SeatTier>(event.subject.id()) : nullptr)
        return tier->election;
    return std::nullopt;
}

/// When it was decided, or happened where nobody decided it.
const Date& day_of(const RegistrationEvent& event) {
    return event.decided.empty() ? event.occurred : event.decided;
}

/// The first date that an event has, whatever it is the date of.
const Date& any_date(const RegistrationEvent& event) {
    for (const Date* date :
         {&event.decided, &event.occurred, &event.published, &event.notified_to_subject, &event.effective})
        if (!date->empty()) return *date;
    return event.ends;
}

std::string date_words(const RegistrationEvent& event) {
    if (!day_of(event).empty()) return date_or_by(day_of(event));
    if (!event.published.empty()) return "announced " + date_or_by(event.published);
    if (!event.notified_to_subject.empty()) return "told to the subject " + date_or_by(event.notified_to_subject);
    if (!event.effective.empty()) return "effective " + date_or_by(event.effective);
    return "not dated";
}

Day order_of(const Date& date) {
    if (date.first()) return *date.first();
    return date.last() ? *date.last() : std::numeric_limits<Day>::max();
}

bool earlier(const RegistrationEvent* left, const RegistrationEvent* right) {
    const Day a = order_of(any_date(*left)), b = order_of(any_date(*right));
    return a != b ? a < b : left->id < right->id;
}

/// Certainly after the vote, by its own dates or because it answers a step that is.
bool is_after_vote(const Dossier& dossier, const RegistrationEvent& event, const Date& vote) {
    const RegistrationEvent* at = &event;
    for (std::size_t steps = 0; at && steps <= dossier.all<RegistrationEvent>().size(); ++steps) {
        if (certainly_before(vote, day_of(*at))) return true;
        at = dossier.find(at->follows);
    }
    return false;
}

std::string days_words(std::int64_t days, std::string_view where) {
    return fmt::format("{} {} the vote", counted(days, "day", "days"), where);
}

/// "18 days before the vote", "at least 9 days before the vote (announced 6 January 2012, when decided is not known)".
std::string timing_words(const RegistrationEvent& event, const Interval& days) {
    const bool announced_only = day_of(event).empty();
    if (days.is_unknown())
        return announced_only && !any_date(event).empty() ? date_words(event) + ", when decided is not known"
                                                          : "not known";
    if (days.is_exact() && *days.lower == 0) return "on the day of the vote";
    if (days.is_exact())
        return days_words(*days.lower < 0 ? -*days.lower : *days.lower, *days.lower < 0 ? "after" : "before");
    if (!days.upper && *days.lower < 0) return date_words(event) + ", whether before the vote is not known";
    std::string made = days.text() + " days before the vote";
    if (!days.lower) made += ", or after it";
    if (days.lower && days.upper && *days.lower < 0)
        made = fmt::format("from {} days before to {} days after the vote", *days.upper, -*days.lower);
    if (announced_only) made += fmt::format(" ({}, when decided is not known)", date_words(event));
    return made;
}

using EventsBy = std::map<std::string, Events, std::less<>>;

std::span<const RegistrationEvent* const> at(const EventsBy& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? std::span<const RegistrationEvent* const>() : found->second;
}

/// The last of events in order of time that is not certainly after the decision.
const RegistrationEvent* last_before(std::span<const RegistrationEvent* const> events, const RegistrationEvent& decision) {
    const RegistrationEvent* found = nullptr;
    for (const RegistrationEvent* event : events)
        if (!day_of(*event).empty() && !certainly_before(any_date(decision), day_of(*event))) found = event;
    return found;
}

/// The last registration of the subject, or of the list that it stands on, not certainly after the decision.
const RegistrationEvent* registration_before(const Dossier& dossier, const EventsBy& registrations,
                                             const RegistrationEvent& decision) {
    const RegistrationEvent* own = last_before(at(registrations, decision.subject.text()), decision);
    const auto* candidacy =
        decision.subject.type() == "candidacy" ? dossier.find<Candidacy>(decision.subject.id()) : nullptr;
    if (!candidacy || !candidacy->list) return own;
    const RegistrationEvent* lists =
        last_before(at(registrations, "candidate_list:" + candidacy->list->text()), decision);
    return !own || (lists && earlier(own, lists)) ? lists : own;
}

Interval days_registered(const RegistrationEvent* registered, const RegistrationEvent& decision) {
    if (!registered) return {};
    const Date& decided = day_of(decision);
    if (!decided.empty()) return days_between(day_of(*registered), decided);
    // Announced only: it was decided by then.
    return {std::nullopt, days_between(day_of(*registered), decision.published).upper};
}

/// The parties of whoever an event concerns, by name.
std::vector<std::string> parties_of(const Dossier& dossier, const RegistrationEvent& event) {
    std::vector<std::string> made = labels(dossier, event.parties);
    if (!made.empty()) return made;
    const auto* candidacy = event.subject.type() == "candidacy" ? dossier.find<Candidacy>(event.subject.id()) : nullptr;
    const auto* list = candidacy ? dossier.find(candidacy->list) : nullptr;
    if (event.subject.type() == "candidate_list") list = dossier.find<CandidateList>(event.subject.id());
    if (list) made.push_back(label(dossier, list->party));
    if (concerns_party(event)) made.push_back(label(dossier, event.subject));
    return made;
}

std::string ground_words(const Dossier& dossier, const std::string& code) {
    return meaning_of_code(dossier, "ground", code);
}

/// Everything that the review of one election needs, gathered once.
class Review {
public:
    Review(const Dossier& dossier, const Election* election)
        : dossier_(dossier), election_(election), vote_(vote_day(election)) {
        for (const RegistrationEvent& event : dossier.all<RegistrationEvent>()) {
            if (!bears_on(election_of(dossier, event), election)) continue;
            (is_after_vote(dossier, event, vote_) ? after_ : before_).push_back(&event);
        }
        std::sort(before_.begin(), before_.end(), earlier);
        std::sort(after_.begin(), after_.end(), earlier);
        mission_ = mission_of(dossier, election);
        for (const Anchor& anchor : dossier.all<Anchor>())
            if (anchor.role == AnchorRole::asserts) anchors_[anchor.target.text()].push_back(&anchor);
        index_events();
        index_complaints();
    }

    [[nodiscard]] std::vector<MissionConclusion> conclusions() const;
    [[nodiscard]] std::vector<OtherVoice> other_voices() const;
    [[nodiscard]] std::vector<RegistrationDecision> decisions() const;
    [[nodiscard]] std::vector<Reinstatement> reinstatements() const;
    [[nodiscard]] std::vector<BlockedMeaning> blocked() const;
    [[nodiscard]] std::vector<RegistrationStep> history() const { return steps(before_); }
    [[nodiscard]] std::vector<RegistrationStep> after_the_vote() const { return steps(after_); }
    /// Whether findings are of missions of which nothing says whether they are the dossier's.
    [[nodiscard]] bool mission_is_unclear() const;

private:
    void index_events();
    void index_complaints();
    [[nodiscard]] bool is_conclusion(const Finding& finding) const {
        return is_missions_own(dossier_, finding, mission_) && is_upheld(finding);
    }
    [[nodiscard]] std::vector<const Finding*> findings(bool conclusions) const;
    [[nodiscard]] MissionConclusion conclusion(const Finding& finding) const;
    [[nodiscard]] RegistrationDecision decision(const RegistrationEvent& event) const;
    [[nodiscard]] std::vector<const Complaint*> complaints_about(const RegistrationEvent& event) const;
    [[nodiscard]] std::vector<const RegistrationEvent*> steps_after(const RegistrationEvent& event) const;
    [[nodiscard]] std::vector<DecisionAnswer> answers_to(const RegistrationEvent& event) const;
    [[nodiscard]] Events with_a_ground_of(const RegistrationEvent& event) const;
    void compare(RegistrationDecision& decision, const RegistrationEvent& event) const;
    [[nodiscard]] const Date& law_day(const RegistrationEvent& event) const;
    [[nodiscard]] std::vector<RegistrationStep> steps(const Events& events) const;

    const Dossier& dossier_;
    const Election* election_;
    Date vote_;
    const Mission* mission_ = nullptr;  ///< null where it is not known whose dossier it is
    Events before_;
    Events after_;
    EventsBy registrations_;  ///< by subject, in order of time
    EventsBy by_ground_;      ///< by kind of ground, in order of time: what can be compared
    EventsBy answers_;        ///< by id of the event that they follow
    std::map<std::string_view, std::vector<const Complaint*>> complaints_about_;
    std::map<std::string_view, std::vector<const Complaint*>> appeals_against_;
    std::map<std::string_view, std::vector<const Anchor*>> anchors_;
};

/// Whether it can be compared with a decision: somebody was kept out or stayed, as a source says and nobody refuted.
bool is_comparable(const RegistrationEvent& event) {
    return !event.evidence.empty() && event.verification != Verification::refuted &&
           (is_adverse(event.kind) || stayed(event.kind));
}

void Review::index_events() {
    for (const RegistrationEvent* event : before_) {
        if (event->kind == RegistrationKind::registered || is_reinstatement(event->kind))
            registrations_[event->subject.text()].push_back(event);
        if (!is_comparable(*event)) continue;
        for (const std::string& ground : std::set<std::string>(event->grounds.begin(), event->grounds.end()))
            by_ground_[ground].push_back(event);
    }
    for (const Events* events : {&before_, &after_})
        for (const RegistrationEvent* event : *events)
            if (event->follows && is_answer(event->kind)) answers_[event->follows->text()].push_back(event);
}

void Review::index_complaints() {
    for (const Complaint& complaint : dossier_.all<Complaint>()) {
        if (complaint.about) complaints_about_[complaint.about->text()].push_back(&complaint);
        if (complaint.appeals) appeals_against_[complaint.appeals->text()].push_back(&complaint);
    }
}

/// Findings on the registration of parties, then of candidates: the mission's conclusions, or all others.
std::vector<const Finding*> Review::findings(bool conclusions) const {
    std::vector<const Finding*> found;
    for (const std::string_view topic : {"party_registration", "candidate_registration"})
        for (const Finding& finding : dossier_.all<Finding>())
            if (finding.topic == topic && is_conclusion(finding) == conclusions && bears_on(finding.election, election_))
                found.push_back(&finding);
    return found;
}

bool Review::mission_is_unclear() const {
    const auto others = findings(false);
    return !mission_ && std::any_of(others.begin(), others.end(), [](const Finding* finding) {
        return finding->asserted_by.code == Asserter::mission && is_upheld(*finding);
    });
}

/// What the state of a finding takes from its weight; empty where it takes nothing.
std::string state_remark(const Finding& finding) {
    if (finding.state == State::withdrawn) return "withdrawn: whoever asserted it no longer does";
    if (finding.verification == Verification::refuted) return "refuted: recorded as not true";
    if (finding.state == State::draft) return "a draft: nobody has reviewed it yet";
    return {};
}

MissionConclusion Review::conclusion(const Finding& finding) const {
    MissionConclusion made;
    made.title = label_of(dossier_, finding);
    made.finding = Ref<Finding>(finding.id);
    made.attribution = attribution(dossier_, finding);
    made.quantity = finding.quantity.value.text();
    if (finding.scope.code != "not_stated") made.scope = meaning_of_code(dossier_, "scope", finding.scope.code);
    if (finding.degree.code != "not_stated") made.degree = words(finding.degree.code);
    made.polarity = finding.polarity.code;
    made.basis = finding.basis;
    made.verification = finding.verification;
    made.evidence = finding.evidence;
    if (std::string remark = state_remark(finding); !remark.empty()) made.remarks.push_back(std::move(remark));
    made.remarks.insert(made.remarks.end(), finding.notes.begin(), finding.notes.end());
    const auto anchors = anchors_.find("finding:" + finding.id.text());
    if (anchors == anchors_.end()) return made;
    for (const Anchor* anchor : anchors->second) {
        const Sentence* sentence = dossier_.find(anchor->sentence);
        if (!sentence) continue;
        StatedIn row;
        row.document = sentence->document;
        row.document_title = label(dossier_, sentence->document);
        row.sentence = anchor->sentence;
        row.range = anchor->range;
        made.stated_in.push_back(std::move(row));
    }
    return made;
}

std::vector<MissionConclusion> Review::conclusions() const {
    std::vector<MissionConclusion> made;
    for (const Finding* finding : findings(true)) made.push_back(conclusion(*finding));
    return made;
}

std::vector<OtherVoice> Review::other_voices() const {
    std::vector<OtherVoice> made;
    for (const Finding* finding : findings(false)) {
        if (finding->asserted_by.code == Asserter::compiler)
            continue;  // the compiler's own words are the steps on record
        OtherVoice row;
        row.finding = Ref<Finding>(finding->id);
        row.summary = label_of(dossier_, *finding);
        row.attribution = attribution(dossier_, *finding);
        row.verification = finding->verification;
        row.remark = state_remark(*finding);
        row.evidence = finding->evidence;
        made.push_back(std::move(row));
    }
    return made;
}

/// Complaints about an event, and those that appeal against their outcomes.
std::vector<const Complaint*> Review::complaints_about(const RegistrationEvent& event) const {
    std::vector<const Complaint*> found;
    if (const auto about = complaints_about_.find("registration_event:" + event.id.text());
        about != complaints_about_.end())
        found = about->second;
    std::set<const Complaint*> known(found.begin(), found.end());
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto appeals = appeals_against_.find(found[at]->id.text());
        if (appeals == appeals_against_.end()) continue;
        for (const Complaint* next : appeals->second)
            if (known.insert(next).second) found.push_back(next);
    }
    return found;
}

/// A decision, and the appeals, outcomes and reinstatements that follow it, directly or through each other.
std::vector<const RegistrationEvent*> Review::steps_after(const RegistrationEvent& event) const {
    std::vector<const RegistrationEvent*> chain{&event};
    std::set<const RegistrationEvent*> known{&event};
    for (std::size_t next = 0; next < chain.size(); ++next)
        for (const RegistrationEvent* answer : at(answers_, chain[next]->id.text()))
            if (known.insert(answer).second) chain.push_back(answer);
    return chain;
}

/// Steps that follow a decision, and complaints about it.
std::vector<DecisionAnswer> Review::answers_to(const RegistrationEvent& event) const {
    std::vector<DecisionAnswer> made;
    const auto chain = steps_after(event);
    for (std::size_t at = 1; at < chain.size(); ++at) {
        DecisionAnswer row;
        row.record = AnyRef("registration_event", chain[at]->id.text());
        row.what = words(chain[at]->kind);
        row.body = label(dossier_, chain[at]->body);
        row.instance = chain[at]->level;
        row.date = any_date(*chain[at]);
        row.evidence = chain[at]->evidence;
        made.push_back(std::move(row));
    }
    for (const Complaint* complaint : complaints_about(event)) {
        DecisionAnswer row;
        row.record = AnyRef("complaint", complaint->id.text());
        row.what = complaint->outcome == ComplaintOutcome::not_stated ? "complaint, outcome not stated"
                                                                      : "complaint, " + words(complaint->outcome);
        row.body = label(dossier_, complaint->forum);
        row.instance = complaint->instance;
        row.date = complaint->decided.empty() ? complaint->lodged : complaint->decided;
        row.evidence = complaint->evidence;
        made.push_back(std::move(row));
    }
    return made;
}

/// Events of others with a ground that the event has too, in order of time; none where nobody of them stayed.
Events Review::with_a_ground_of(const RegistrationEvent& event) const {
    const auto is_other = [&](const RegistrationEvent* other) { return !(other->subject == event.subject); };
    bool somebody_stayed = false;
    for (const std::string& ground : event.grounds) {
        const auto events = at(by_ground_, ground);
        somebody_stayed = somebody_stayed || std::any_of(events.begin(), events.end(), [&](const RegistrationEvent* other) {
                              return stayed(other->kind) && is_other(other);
                          });
    }
    if (!somebody_stayed) return {};
    Events found;
    for (const std::string& ground : event.grounds)
        for (const RegistrationEvent* other : at(by_ground_, ground))
            if (is_other(other)) found.push_back(other);
    std::sort(found.begin(), found.end(), earlier);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Who else had the same alleged defect, from named sources: a comparison needs somebody who stayed.
void Review::compare(RegistrationDecision& decision, const RegistrationEvent& event) const {
    if (event.grounds.empty()) {
        decision.comparison = "not computable: the file does not say on what kind of ground it was decided";
        return;
    }
    for (const RegistrationEvent* other : with_a_ground_of(event)) {
        const auto shared = std::find_first_of(event.grounds.begin(), event.grounds.end(), other->grounds.begin(),
                                               other->grounds.end());
        Comparator row;
        row.group = joined(parties_of(dossier_, *other), ", ");
        row.subject = subject_label(dossier_, *other);
        row.ground = ground_words(dossier_, *shared);
        row.outcome = words(other->kind);
        if (const Evidence* evidence = dossier_.find(other->evidence.front()))
            row.source = source_words(dossier_, *evidence);
        row.event = Ref<RegistrationEvent>(other->id);
        decision.comparators.push_back(std::move(row));
    }
    decision.comparison =
        decision.comparators.empty()
            ? "not computable: no source at hand names anybody with the same alleged defect who stayed"
            : "others with the same alleged defect are on record; removals are not random draws, so no test is made";
}

RegistrationDecision Review::decision(const RegistrationEvent& event) const {
    RegistrationDecision made;
    made.event = Ref<RegistrationEvent>(event.id);
    made.subject = event.subject;
    made.subject_label = subject_label(dossier_, event);
    made.kind = event.kind;
    made.title = fmt::format("{}: {}, {}", made.subject_label, words(event.kind), date_words(event));
    made.subjects = event.subjects;
    made.persons = labels(dossier_, event.persons);
    made.parties = parties_of(dossier_, event);
    made.parties_affected = event.parties_affected;
    made.body = label(dossier_, event.body);
    const Stage stage = stage_of(dossier_, event);
    made.stage = stage == Stage::court ? "court" : stage == Stage::administrative ? "administrative" : "not stated";
    made.decided = day_of(event);
    made.published = event.published;
    made.effective = event.effective;
    made.legal_ground = event.legal_ground;
    if (made.legal_ground.empty()) made.legal_ground = label(dossier_, event.provision);
    for (const std::string& ground : event.grounds) made.grounds.push_back(ground_words(dossier_, ground));
    made.factual_ground = event.factual_ground;
    made.initiator = event.initiator;
    made.vote = event.vote;
    made.days_registered_before = days_registered(registration_before(dossier_, registrations_, event), event);
    made.days_before_vote = days_before_vote(event, vote_);
    made.timing = timing_words(event, made.days_before_vote);
    made.consequences = event.consequences;
    made.attribution = attribution(dossier_, event.asserted_by);
    made.verification = event.verification;
    made.evidence = event.evidence;
    made.remarks = event.notes;
    for (std::string& remark : assessments_without_evidence(dossier_, event)) made.remarks.push_back(std::move(remark));
    made.criteria = review_criteria(
        dossier_, event, election_ ? std::string_view(election_->country) : std::string_view(), law_day(event));
    summarise_criteria(made);
    made.answers = answers_to(event);
    compare(made, event);
    return made;
}

/// The day whose standards are cited: that of the decision where both its ends are known, else its announcement, else the vote.
const Date& Review::law_day(const RegistrationEvent& event) const {
    for (const Date* date : {&event.decided, &event.occurred, &event.published})
        if (date->first() && date->last()) return *date;
    return vote_;
}

/// Lists and candidates in order of time, then parties.
std::vector<RegistrationDecision> Review::decisions() const {
    std::vector<RegistrationDecision> made;
    for (const bool of_parties : {false, true})
        for (const RegistrationEvent* event : before_)
            if (is_adverse(event->kind) && concerns_party(*event) == of_parties) made.push_back(decision(*event));
    return made;
}

std::string effect_words(const RegistrationEvent& event, const Interval& days) {
    if (event.kind == RegistrationKind::reinstated_without_effective_remedy) return "without effective remedy";
    if (days.lower && *days.lower > 0) return "before the vote";
    return "not known whether before the vote";
}

std::vector<Reinstatement> Review::reinstatements() const {
    std::vector<Reinstatement> made;
    for (const Events* events : {&before_, &after_}) {
        for (const RegistrationEvent* event : *events) {
            if (!is_reinstatement(event->kind)) continue;
            Reinstatement row;
            row.event = Ref<RegistrationEvent>(event->id);
            row.subject = subject_label(dossier_, *event);
            row.kind = event->kind;
            row.body = label(dossier_, event->body);
            row.decided = day_of(*event);
            row.days_before_vote = days_before_vote(*event, vote_);
            row.effect = events == &after_ ? "after the vote" : effect_words(*event, row.days_before_vote);
            row.evidence = event->evidence;
            made.push_back(std::move(row));
        }
    }
    return made;
}

/// Codes of the list "blocked_meaning" with their meanings, the dossier's own among them.
std::map<std::string, std::string> blocked_meanings(const Dossier& dossier) {
    std::map<std::string, std::string> meanings;
    for (const Dossier* where : {&catalogue(), &dossier})
        for (const CodeEntry& entry : where->all<CodeEntry>())
            if (entry.list == "blocked_meaning")
                meanings[entry.code] = entry.meaning.empty() ? words(entry.code) : entry.meaning;
    return meanings;
}

std::vector<BlockedMeaning> Review::blocked() const {
    bool any = false;
    std::map<std::string, BlockedMeaning> groups;
    for (const auto& [code, meaning] : blocked_meanings(dossier_)) {
        groups[code].code = code;
        groups[code].title = meaning;
    }
    for (const Finding* finding : findings(true)) {
        for (const PossibleInstance& instance : finding->possible_instance) {
            BlockedMeaning& group = groups[instance.kind];
            group.code = instance.kind;
            if (group.title.empty())
                group.title = instance.kind.empty() ? "no meaning of 'blocked' is given" : words(instance.kind);
            BlockedInstance row;
            row.target = instance.target;
            row.label = label(dossier_, instance.target);
            row.attribution = attribution(dossier_, instance.asserted_by, instance.asserted_by_whom);
            row.evidence = instance.evidence;
            row.finding = Ref<Finding>(finding->id);
            group.instances.push_back(std::move(row));
            any = true;
        }
    }
    if (!any) return {};
    std::vector<BlockedMeaning> made;
    for (auto& [code, group] : groups)
        if (!code.empty()) made.push_back(std::move(group));
    if (const auto unsaid = groups.find(""); unsaid != groups.end()) made.push_back(std::move(unsaid->second));
    return made;
}

std::vector<RegistrationStep> Review::steps(const Events& events) const {
    std::vector<RegistrationStep> made;
    for (const RegistrationEvent* event : events) {
        RegistrationStep row;
        row.event = Ref<RegistrationEvent>(event->id);
        row.date = date_words(*event);
        row.subject = subject_label(dossier_, *event);
        row.what = words(event->kind);
        row.body = label(dossier_, event->body);
        row.attribution = attribution(dossier_, event->asserted_by);
        row.evidence = event->evidence;
        made.push_back(std::move(row));
    }
    return made;
}

void say_what_is_missing(RegistrationResult& result, const Election* election) {
    if (!election) result.head.not_computed.emplace_back("days before the vote: the dossier holds no election");
    else if (result.vote.empty())
        result.head.not_computed.emplace_back("days before the vote: election day is not known");
    std::map<std::string, std::int64_t> reasons;
    for (const RegistrationDecision& decision : result.decisions)
        if (decision.comparators.empty()) ++reasons[decision.comparison];
    for (const auto& [reason, times] : reasons)
        result.head.not_computed.push_back(
            fmt::format("comparison for {}: {}", counted(times, "decision", "decisions"), reason));
}

}  // namespace

Interval days_before_vote(const RegistrationEvent& event, const Date& vote) {
    if (vote.empty()) return {};
    if (!day_of(event).empty()) return days_between(day_of(event), vote);
    // Announced, or told to the subject: it was decided by then, so at least that long before the vote.
    std::optional<std::int64_t> least;
    for (const Date* known : {&event.published, &event.notified_to_subject}) {
        const auto lower = days_between(*known, vote).lower;
        if (lower && *lower >= 0 && (!least || *lower > *least)) least = lower;
    }
    return {least, std::nullopt};
}

RegistrationResult registration(const Dossier& dossier, const RegistrationOptions& options) {
    const Election* election = choose_election(dossier, options.election);
    const Review review(dossier, election);
    RegistrationOptions in_full = options;
    if (election) in_full.election = election->id.text();
    RegistrationResult result;
    result.head = head_for(dossier, "registration", in_full);
    result.title = election ? "Registration: " + label_of(dossier, *election) : std::string("Registration");
    if (election) result.election = Ref<Election>(election->id);
    result.vote = vote_day(election);
    result.caution =
        "This describes what the file holds, not what happened. Unknown is neither met nor not met, and nothing is "
        "added "
        "up over decisions.";
    result.conclusions = review.conclusions();
    result.decisions = review.decisions();
    result.reinstatements = review.reinstatements();
    result.blocked = review.blocked();
    if (!result.blocked.empty())
        result.blocked_note =
            "Possible instances, each on the word of whom it names. None of them is the mission's list.";
    result.others = review.other_voices();
    result.history = review.history();
    result.after_the_vote = review.after_the_vote();
    result.standards = cited_standards(dossier, result.decisions);
    result.head.assumptions = {"steps that name no election bear on every election",
                               "a decision that is only announced was taken by the day of its announcement",
                               "standards are those that applied to the country on the day of the decision"};
    say_what_is_missing(result, election);
    if (review.mission_is_unclear())
        result.head.not_computed.emplace_back(
            "the mission's conclusions: findings are of several missions, and no document says whose dossier this is");
    return result;
}

}  // namespace openeom::analysis
