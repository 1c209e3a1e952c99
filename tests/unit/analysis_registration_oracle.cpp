// The registration review against a brute-force oracle that shares no code with it: random dossiers are made of plain
// numbers, and what the review must say is computed from these.
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis_support.hpp"
#include "openeom/analysis/registration.hpp"

using namespace openeom;

namespace {

constexpr int kVote = 20'000;  // a day
constexpr int kFar = std::numeric_limits<int>::max();
constexpr int kCriteria = 13;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0 to n - 1 (splitmix64).
    int below(int n) {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(n));
    }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

/// First and last day; kFar where open or, in both, where there is no date.
struct Span2 {
    int first = kFar;
    int last = kFar;
    [[nodiscard]] bool none() const { return first == kFar && last == kFar; }
};

struct Held {
    int criterion = 0;
    bool with_evidence = false;
};

struct Step {
    std::string id;
    std::string kind;
    char subject = 'l';  // p party, l list, c candidacy (of the list with the same number), t tier
    int number = 0;
    int election = 0;  // 0 not named, 1 this one, 2 the other
    Span2 decided, occurred;
    int published = kFar, told = kFar;
    int follows = -1;
    std::set<int> grounds;
    bool sourced = false;
    bool reviewed = false;
    std::array<int, kCriteria> recorded{};  // as in the list of assessments
    std::vector<Held> held;
};

const std::array<std::string, 16> kKinds{"registered",
                                         "refused",
                                         "deregistered",
                                         "suspended",
                                         "suspended_by_court",
                                         "banned",
                                         "liquidated",
                                         "reinstated",
                                         "reinstated_without_effective_remedy",
                                         "appealed",
                                         "dismissed",
                                         "returned_for_correction",
                                         "nominated",
                                         "pending",
                                         "reregistration_required",
                                         "withdrew"};
const std::array<std::string, 5> kAssessments{"unknown", "met", "partly_met", "not_met", "not_applicable"};
const std::array<std::string, kCriteria> kNames{"legal_ground",
                                                "facts_proved",
                                                "reasoned_decision",
                                                "notice",
                                                "opportunity_to_cure",
                                                "hearing",
                                                "impartial_decision_maker",
                                                "effective_appeal",
                                                "proportionality",
                                                "non_discrimination",
                                                "uniform_application",
                                                "timeliness",
                                                "prior_judicial_control"};
const std::array<std::string, 3> kGrounds{"signatures", "deposit", "residence"};

// --- Making a dossier of the numbers ---

std::string day_text(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    std::string text = std::to_string(static_cast<int>(date.year()));
    for (const unsigned part : {static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())})
        text += (part < 10 ? "-0" : "-") + std::to_string(part);
    return text;
}

std::string span_text(const Span2& span) {
    if (span.first == span.last) return day_text(span.first);
    return (span.first == kFar ? ".." : day_text(span.first)) + "/" + (span.last == kFar ? ".." : day_text(span.last));
}

std::string subject_text(const Step& step) {
    const std::string number = std::to_string(step.number);
    switch (step.subject) {
        case 'p': return "party:p" + number;
        case 'c': return "candidacy:c" + number;
        case 't': return "seat_tier:t" + number;
        default: return "candidate_list:l" + number;
    }
}

std::string process_json(const Step& step) {
    std::string json = "{";
    for (std::size_t i = 0; i < kCriteria; ++i)
        json += "\"" + kNames[i] + "\": \"" + kAssessments[static_cast<std::size_t>(step.recorded[i])] + "\", ";
    json += "\"held\": [";
    for (std::size_t i = 0; i < step.held.size(); ++i) {
        json += i ? ", " : "";
        json += "{\"criterion\": \"" + kNames[static_cast<std::size_t>(step.held[i].criterion)] +
                "\", \"holds\": \"something\", \"evidence\": [";
        json += step.held[i].with_evidence ? "\"e1\"" : "";
        json += "]}";
    }
    return json + "]}";
}

std::string step_json(const Step& step, const std::vector<Step>& all) {
    std::string json =
        "{\"id\": \"" + step.id + "\", \"subject\": \"" + subject_text(step) + "\", \"kind\": \"" + step.kind + "\"";
    if (step.election) json += ", \"election\": \"v" + std::to_string(step.election) + "\"";
    if (!step.decided.none()) json += ", \"decided\": \"" + span_text(step.decided) + "\"";
    if (!step.occurred.none()) json += ", \"occurred\": \"" + span_text(step.occurred) + "\"";
    if (step.published != kFar) json += ", \"published\": \"" + day_text(step.published) + "\"";
    if (step.told != kFar) json += ", \"notified_to_subject\": \"" + day_text(step.told) + "\"";
    if (step.follows >= 0) json += ", \"follows\": \"" + all[static_cast<std::size_t>(step.follows)].id + "\"";
    if (step.sourced) json += ", \"evidence\": [\"e1\"]";
    if (!step.grounds.empty()) {
        json += ", \"grounds\": [";
        for (const int ground : step.grounds)
            json +=
                (ground == *step.grounds.begin() ? "\"" : ", \"") + kGrounds[static_cast<std::size_t>(ground)] + "\"";
        json += "]";
    }
    if (step.reviewed) json += ", \"due_process\": " + process_json(step);
    return json + "}";
}

/// Lists, candidacies and tiers with even numbers belong to the election under review, those with odd ones to the other.
std::string registers(const std::vector<Step>& steps) {
    std::string json = "\"elections\": [{\"id\": \"v1\", \"country\": \"KZ\", \"dates\": [\"" + day_text(kVote) +
                       "\"]}, {\"id\": \"v2\"}]";
    std::string parties, lists, candidacies, tiers;
    for (int n = 0; n < 4; ++n) {
        const std::string number = std::to_string(n), election = n % 2 ? "v2" : "v1", comma = n ? ", " : "";
        parties += comma + "{\"id\": \"p" + number + "\", \"names\": [{\"text\": \"Party " + number + "\"}]}";
        lists +=
            comma + "{\"id\": \"l" + number + "\", \"party\": \"p" + number + "\", \"election\": \"" + election + "\"}";
        candidacies +=
            comma + "{\"id\": \"c" + number + "\", \"list\": \"l" + number + "\", \"election\": \"" + election + "\"}";
        tiers += comma + "{\"id\": \"t" + number + "\", \"election\": \"" + election + "\"}";
    }
    json += ", \"parties\": [" + parties + "], \"candidate_lists\": [" + lists + "], \"candidacies\": [" + candidacies +
            "], \"seat_tiers\": [" + tiers + "]";
    json += ", \"registration_events\": [";
    for (std::size_t i = 0; i < steps.size(); ++i) json += (i ? ", " : "") + step_json(steps[i], steps);
    return json + "]";
}

Span2 random_date(Dice& dice) {
    const int day = kVote - 60 + dice.below(90);
    switch (dice.below(7)) {
        case 0: return {};
        case 1: return {day, day + 1 + dice.below(6)};
        case 2: return {kFar, day};
        case 3: return {day, kFar};
        default: return {day, day};
    }
}

Step random_step(Dice& dice, int number) {
    Step step;
    step.id = "e" + std::string(number < 10 ? "0" : "") + std::to_string(number);
    step.kind = kKinds[static_cast<std::size_t>(dice.below(static_cast<int>(kKinds.size())))];
    step.subject = "plct"[dice.below(4)];
    step.number = dice.below(4);
    step.election = dice.below(3);
    step.decided = random_date(dice);
    if (step.decided.none() && dice.chance(40)) step.occurred = random_date(dice);
    if (dice.chance(50)) step.published = kVote - 60 + dice.below(90);
    if (dice.chance(20)) step.told = kVote - 60 + dice.below(90);
    if (number > 0 && dice.chance(40)) step.follows = dice.below(number);
    for (int ground = 0; ground < 3; ++ground)
        if (dice.chance(25)) step.grounds.insert(ground);
    step.sourced = dice.chance(80);
    step.reviewed = dice.chance(60);
    for (int& recorded : step.recorded) recorded = dice.chance(40) ? dice.below(5) : 0;
    for (int i = dice.below(8); i > 0; --i) step.held.push_back({dice.below(kCriteria), dice.chance(70)});
    return step;
}

// --- The oracle ---

const Span2& day_of(const Step& step) {
    return step.decided.none() ? step.occurred : step.decided;
}

bool concerns(const Step& step) {
    if (step.election) return step.election == 1;
    return step.subject == 'p' || step.number % 2 == 0;
}

bool after_vote(const std::vector<Step>& all, const Step& step) {
    const Span2& day = day_of(step);
    if (day.first != kFar && day.first > kVote) return true;
    return step.follows >= 0 && after_vote(all, all[static_cast<std::size_t>(step.follows)]);
}

int place_in_time(const Step& step) {
    Span2 day = day_of(step);
    if (day.none() && step.published != kFar) day = {step.published, step.published};
    if (day.none() && step.told != kFar) day = {step.told, step.told};
    return day.first != kFar ? day.first : day.last;
}

bool in_order(const Step* left, const Step* right) {
    return std::pair(place_in_time(*left), left->id) < std::pair(place_in_time(*right), right->id);
}

Interval expected_days(const Step& step) {
    Interval days;
    const Span2& day = day_of(step);
    if (!day.none()) {
        if (day.last != kFar) days.lower = kVote - day.last;
        if (day.first != kFar) days.upper = kVote - day.first;
        return days;
    }
    for (const int known : {step.published, step.told})
        if (known != kFar && known <= kVote && (!days.lower || *days.lower < kVote - known)) days.lower = kVote - known;
    return days;
}

struct Counts {
    int held = 0, met = 0, partly = 0, not_met = 0, not_applicable = 0, unknown = 0;
};

Counts expected_counts(const Step& step) {
    Counts counts;
    for (int criterion = 0; criterion < kCriteria; ++criterion) {
        bool evidence = false;
        for (const Held& held : step.held) evidence = evidence || (held.criterion == criterion && held.with_evidence);
        if (!step.reviewed) evidence = false;
        const int recorded = step.reviewed ? step.recorded[static_cast<std::size_t>(criterion)] : 0;
        counts.held += evidence;
        counts.met += recorded == 1 && evidence;
        counts.partly += recorded == 2 && evidence;
        counts.not_met += recorded == 3 && evidence;
        counts.not_applicable += recorded == 4;
    }
    counts.unknown = kCriteria - counts.met - counts.partly - counts.not_met - counts.not_applicable;
    return counts;
}

bool adverse(const Step& step) {
    return std::set<std::string>{"refused",    "deregistered",           "suspended", "suspended_by_court", "banned",
                                 "liquidated", "reregistration_required"}
        .contains(step.kind);
}

bool reinstates(const Step& step) {
    return step.kind.starts_with("reinstated");
}

/// Somebody else with the same ground, from a source, who was registered, reinstated or asked to correct.
bool comparable(const std::vector<const Step*>& before, const Step& step) {
    for (const Step* other : before) {
        const bool stayed =
            other->kind == "registered" || other->kind == "reinstated" || other->kind == "returned_for_correction";
        const bool same_subject = other->subject == step.subject && other->number == step.number;
        if (!stayed || same_subject || !other->sourced) continue;
        for (const int ground : step.grounds)
            if (other->grounds.contains(ground)) return true;
    }
    return false;
}

Interval expected_days_registered(const std::vector<const Step*>& before, const Step& step) {
    Span2 decision = day_of(step);
    Span2 limit = decision;  // not registered later than this
    if (limit.none() && step.published != kFar) limit = {step.published, step.published};
    if (limit.none() && step.told != kFar) limit = {step.told, step.told};
    const Step* last = nullptr;
    for (const Step* other : before) {
        const bool own = other->number == step.number &&
                         (other->subject == step.subject || (step.subject == 'c' && other->subject == 'l'));
        if (!own || !(other->kind == "registered" || reinstates(*other)) || day_of(*other).none()) continue;
        const bool later = limit.last != kFar && day_of(*other).first != kFar && limit.last < day_of(*other).first;
        if (!later) last = other;
    }
    Interval days;
    if (!last) return days;
    const Span2& registered = day_of(*last);
    if (decision.none()) {
        if (step.published != kFar && registered.first != kFar) days.upper = step.published - registered.first;
        return days;
    }
    if (decision.first != kFar && registered.last != kFar) days.lower = decision.first - registered.last;
    if (decision.last != kFar && registered.first != kFar) days.upper = decision.last - registered.first;
    return days;
}

void compare(const std::vector<Step>& steps, const analysis::RegistrationResult& review) {
    std::vector<const Step*> before, after, decisions, reinstatements;
    for (const Step& step : steps)
        if (concerns(step)) (after_vote(steps, step) ? after : before).push_back(&step);
    std::sort(before.begin(), before.end(), in_order);
    std::sort(after.begin(), after.end(), in_order);
    for (const bool parties : {false, true})
        for (const Step* step : before)
            if (adverse(*step) && (step->subject == 'p') == parties) decisions.push_back(step);
    for (const auto* list : {&before, &after})
        for (const Step* step : *list)
            if (reinstates(*step)) reinstatements.push_back(step);

    REQUIRE(review.decisions.size() == decisions.size());
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const analysis::RegistrationDecision& found = review.decisions[i];
        const Step& step = *decisions[i];
        CAPTURE(step.id);
        REQUIRE(found.event.text() == step.id);
        CHECK(found.days_before_vote == expected_days(step));
        CHECK(found.days_registered_before == expected_days_registered(before, step));
        const Counts counts = expected_counts(step);
        CHECK(found.criteria.size() == kCriteria);
        CHECK(found.criteria_with_evidence == counts.held);
        CHECK(found.met == counts.met);
        CHECK(found.partly_met == counts.partly);
        CHECK(found.not_met == counts.not_met);
        CHECK(found.not_applicable == counts.not_applicable);
        CHECK(found.unknown == counts.unknown);
        const bool computable = !found.comparison.starts_with("not computable");
        CHECK(computable == comparable(before, step));
        CHECK(found.comparators.empty() != computable);
    }
    REQUIRE(review.reinstatements.size() == reinstatements.size());
    for (std::size_t i = 0; i < reinstatements.size(); ++i) {
        CHECK(review.reinstatements[i].event.text() == reinstatements[i]->id);
        CHECK(review.reinstatements[i].days_before_vote == expected_days(*reinstatements[i]));
    }
    REQUIRE(review.history.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(review.history[i].event.text() == before[i]->id);
    REQUIRE(review.after_the_vote.size() == after.size());
    for (std::size_t i = 0; i < after.size(); ++i) CHECK(review.after_the_vote[i].event.text() == after[i]->id);
}

}  // namespace

TEST_CASE("registration agrees with a brute-force oracle on 200 random dossiers") {
    std::size_t decisions = 0, exact = 0, open = 0, computable = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        std::vector<Step> steps;
        for (int number = 0, count = 1 + dice.below(25); number < count; ++number)
            steps.push_back(random_step(dice, number));
        const Dossier dossier = test::unfinished_dossier(registers(steps));
        analysis::RegistrationOptions options;
        options.election = "v1";
        const analysis::RegistrationResult review = analysis::registration(dossier, options);
        compare(steps, review);
        for (const auto& decision : review.decisions) {
            ++decisions;
            exact += decision.days_before_vote.is_exact();
            open += decision.days_before_vote.lower && !decision.days_before_vote.upper;
            computable += !decision.comparators.empty();
        }
    }
    // The dossiers are no use where they hold nothing to disagree on.
    CHECK(decisions > 300);
    CHECK(exact > 50);
    CHECK(open > 50);
    CHECK(computable > 20);
}
