#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"

namespace openeom::analysis {

namespace {

/// Among totals of one stage: those that leave nothing out come first, then the latest count, then the id.
bool better(const RegistrationTotal& left, const RegistrationTotal& right) {
    if (left.of.empty() != right.of.empty()) return left.of.empty();
    const auto a = left.as_of.last(), b = right.as_of.last();
    return a != b ? a > b : left.id < right.id;
}

/// The count of lists or persons at a stage of registration; null where nobody counted them in numbers.
const RegistrationTotal* total(const IndicatorContext& context, RegistrationStage stage, Counted counted,
                               const SeatTier* tier = nullptr) {
    const RegistrationTotal* found = nullptr;
    for (const RegistrationTotal& each : context.dossier.all<RegistrationTotal>()) {
        if (each.stage != stage || each.counted != counted || !context.concerns(each.election) || !count_of(each.count))
            continue;
        if (tier && each.tier && each.tier->id() != tier->id) continue;
        if (!found || better(each, *found)) found = &each;
    }
    return found;
}

std::string rate_text(const Interval& above, const Interval& below, const Bounds& rate) {
    return fmt::format("{} of {} = {} per cent", above.text(), below.text(), bounds_text(rate, 2));
}

IndicatorValue rate(std::string of, const Interval& above, const Interval& below) {
    const Bounds share = ratio(above, below, Rational(100));
    IndicatorValue value = value_of(std::move(of), share, 2);
    value.value = rate_text(above, below, share);
    return value;
}

/// Refused lists or persons, as counted, else where as many were registered as submitted, none.
std::optional<Interval> refused(const IndicatorContext& context, IndicatorDraft& draft, Counted counted,
                                const RegistrationTotal& submitted) {
    if (const RegistrationTotal* stated = total(context, RegistrationStage::refused, counted)) {
        draft.add_input(*stated, "count");
        return count_of(stated->count);
    }
    const RegistrationTotal* registered = total(context, RegistrationStage::registered, counted);
    if (!registered) return std::nullopt;
    const Interval all = *count_of(submitted.count), kept = *count_of(registered->count);
    if (!all.is_exact() || !kept.is_exact() || *all.lower < *kept.lower) return std::nullopt;
    draft.add_input(*registered, "count");
    // What was not registered may have been withdrawn as well as refused.
    return Interval{0, *all.lower - *kept.lower};
}

void add_refusal_rate(const IndicatorContext& context, IndicatorDraft& draft, Counted counted) {
    const RegistrationTotal* submitted = total(context, RegistrationStage::submitted, counted);
    if (!submitted) submitted = total(context, RegistrationStage::nominated, counted);
    if (!submitted) return draft.add_missing(fmt::format("{}: how many were submitted", words(counted)));
    draft.add_input(*submitted, "count");
    const auto above = refused(context, draft, counted, *submitted);
    if (!above) return draft.add_missing(fmt::format("{}: how many were refused", words(counted)));
    draft.add_value(rate(words(counted), *above, *count_of(submitted->count)));
}

/// Removals before the vote whose subjects the predicate takes.
template <class Predicate>
std::vector<const RegistrationDecision*> removals(const IndicatorContext& context, Predicate takes) {
    std::vector<const RegistrationDecision*> found;
    for (const RegistrationDecision& decision : context.review.decisions)
        if (decision.kind == RegistrationKind::deregistered && takes(decision.subject.type()))
            found.push_back(&decision);
    return found;
}

std::int64_t lists_on_ballot(const IndicatorContext& context) {
    if (const RegistrationTotal* stated = total(context, RegistrationStage::on_ballot, Counted::lists))
        if (const Interval count = *count_of(stated->count); count.is_exact()) return *count.lower;
    std::int64_t on_ballot = 0;
    for (const CandidateList& list : context.dossier.all<CandidateList>())
        if (context.concerns(list.election) && list.ballot_state == BallotState::on_ballot) ++on_ballot;
    return on_ballot;
}

void add_removed_lists(const IndicatorContext& context, IndicatorDraft& draft) {
    const RegistrationTotal* registered = total(context, RegistrationStage::registered, Counted::lists);
    if (!registered) return draft.add_missing("lists: how many were registered");
    std::set<std::string_view> removed;
    for (const RegistrationDecision* decision :
         removals(context, [](std::string_view type) { return type == "candidate_list"; })) {
        removed.insert(decision->subject.text());
        draft.add_input(context.dossier.get(decision->event), "kind");
    }
    draft.add_input(*registered, "count");
    const auto above = static_cast<std::int64_t>(removed.size());
    const Interval below = *count_of(registered->count);
    // Exact where the lists that are left account for all others, else at least what the file holds.
    const bool accounted = below.is_exact() && *below.lower == above + lists_on_ballot(context);
    draft.add_value(rate("lists", accounted ? Interval::exactly(above) : Interval::at_least(above), below));
}

void add_removed_persons(const IndicatorContext& context, IndicatorDraft& draft) {
    const RegistrationTotal* registered = total(context, RegistrationStage::registered, Counted::persons);
    if (!registered) return draft.add_missing("persons: how many were registered");
    Interval above = Interval::exactly(0);
    bool counted_any = false;
    for (const RegistrationDecision* decision :
         removals(context, [](std::string_view type) { return type == "candidacy" || type == "seat_tier"; })) {
        const bool single = decision->subject.type() == "candidacy" && !decision->subjects.is_stated();
        const std::optional<Interval> count = single ? Interval::exactly(1) : count_of(decision->subjects);
        if (!count) {
            draft.add_missing(fmt::format("persons: how many were removed in '{}'", decision->title));
            above.upper.reset();
            continue;
        }
        draft.add_input(context.dossier.get(decision->event), single ? "subject" : "subjects");
        above = above + *count;
        counted_any = true;
    }
    if (!counted_any) return draft.add_missing("persons: how many were removed");
    draft.add_input(*registered, "count");
    IndicatorValue value = rate("persons", above, *count_of(registered->count));
    const auto lists = removals(context, [](std::string_view type) { return type == "candidate_list"; });
    if (!lists.empty())
        value.note =
            fmt::format("candidates of {} removed as a whole are not in the numerator, and may be in the denominator",
                        lists.size() == 1 ? std::string("the list") : fmt::format("the {} lists", lists.size()));
    draft.add_value(std::move(value));
}

/// Lists of the election, with the count that `member` holds where it is one.
std::optional<Interval> listed(const CandidateList& list, Quantity CandidateList::*member) {
    return count_of(list.*member);
}

std::string attrition_text(const CandidateList& list) {
    std::string made = fmt::format("{} nominated, {} registered", list.nominated.text(), list.registered.text());
    if (list.ballot_state != BallotState::not_stated) made += ", " + words(list.ballot_state);
    return made;
}

Bounds difference(const Interval& before, const Interval& after) {
    Bounds made;
    if (before.lower && after.upper) made.lower = Rational(*before.lower - *after.upper);
    if (before.upper && after.lower) made.upper = Rational(*before.upper - *after.lower);
    return made;
}

bool fills_by_candidates(const SeatTier& tier) {
    return tier.method == SeatMethod::list_pr || tier.method == SeatMethod::majoritarian ||
           tier.method == SeatMethod::not_stated;
}

void add_women(const IndicatorContext& context, IndicatorDraft& draft) {
    for (const RegistrationTotal& each : context.dossier.all<RegistrationTotal>()) {
        if (each.counted != Counted::persons || !context.concerns(each.election)) continue;
        const auto women = count_of(each.women), all = count_of(each.count);
        if (!women || !all) {
            draft.add_missing(fmt::format("number of women among {}", label_of(context.dossier, each)));
            continue;
        }
        draft.add_input(each, "women");
        draft.add_input(each, "count");
        draft.add_value(rate(label_of(context.dossier, each), *women, *all));
    }
}

void add_women_by_candidacy(const IndicatorContext& context, IndicatorDraft& draft) {
    std::int64_t women = 0, known = 0, unknown = 0;
    for (const Candidacy& candidacy : context.dossier.all<Candidacy>()) {
        if (!context.concerns(candidacy.election)) continue;
        const Person* person = context.dossier.find(candidacy.person);
        if (!person || person->sex == Sex::not_stated) {
            ++unknown;
            continue;
        }
        draft.add_input(*person, "sex");
        ++known;
        if (person->sex == Sex::female) ++women;
    }
    if (unknown > 0)
        draft.add_missing(fmt::format("sex of {}", counted(unknown, "candidate on record", "candidates on record")));
    if (known > 0)
        draft.add_value(
            rate("candidates on record whose sex is known", Interval::exactly(women), Interval::exactly(known)));
}

}  // namespace

Indicator refusal_rate(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    add_refusal_rate(context, draft, Counted::lists);
    add_refusal_rate(context, draft, Counted::persons);
    return draft.finish("the file does not say how many were submitted and how many of them refused");
}

Indicator deregistration_rate(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    add_removed_lists(context, draft);
    add_removed_persons(context, draft);
    return draft.finish("the file does not say how many were registered and how many of them removed");
}

Indicator evidence_held(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    for (const RegistrationDecision& decision : context.review.decisions) {
        IndicatorValue value = value_of(decision.title, bounds(Interval::exactly(decision.criteria_with_evidence)), 0);
        value.value = fmt::format("{} of {}", decision.criteria_with_evidence, decision.criteria.size());
        value.note = decision.evidence_held;
        draft.add_value(std::move(value));
        if (decision.criteria_with_evidence > 0)
            draft.add_input(context.dossier.get(decision.event), "due_process.held");
    }
    draft.set_n(static_cast<std::int64_t>(context.review.decisions.size()));
    return draft.finish("no refusal or removal is on record");
}

Indicator days_before_vote_of_decisions(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    for (const RegistrationDecision& decision : context.review.decisions) {
        if (decision.days_before_vote.is_unknown()) {
            draft.add_missing(fmt::format("day of '{}'", decision.title));
            continue;
        }
        IndicatorValue value = value_of(decision.title, bounds(decision.days_before_vote), 0);
        value.note = decision.timing;
        draft.add_value(std::move(value));
        draft.add_input(context.dossier.get(decision.event), decision.decided.empty() ? "published" : "decided");
    }
    if (draft.has_values()) draft.add_input(*context.election, "dates");
    draft.set_n(static_cast<std::int64_t>(context.review.decisions.size()));
    return draft.finish("no refusal or removal with a date is on record");
}

Indicator nomination_attrition(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::int64_t lists = 0;
    for (const CandidateList& list : context.dossier.all<CandidateList>()) {
        if (!context.concerns(list.election)) continue;
        ++lists;
        const auto before = listed(list, &CandidateList::nominated), after = listed(list, &CandidateList::registered);
        const std::string party = label(context.dossier, list.party);
        if (!before || !after) {
            draft.add_missing(fmt::format("{}: how many were {}", party,
                                          !before && !after ? "nominated and registered"
                                          : before          ? "registered"
                                                            : "nominated"));
            continue;
        }
        draft.add_input(list, "nominated");
        draft.add_input(list, "registered");
        const Bounds lost = difference(*before, *after);
        IndicatorValue value = value_of(party, lost, 0);
        value.note = "fewer registered than nominated: " + value.value;
        value.value = attrition_text(list);
        draft.add_value(std::move(value));
    }
    draft.set_n(lists);
    return draft.finish("no list has both its nominated and its registered candidates on record");
}

Indicator candidates_per_seat(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    for (const SeatTier& tier : context.dossier.all<SeatTier>()) {
        if (!context.concerns(tier.election) || !fills_by_candidates(tier)) continue;
        const std::string name = label_of(context.dossier, tier);
        if (!tier.seats || *tier.seats <= 0) {
            draft.add_missing(fmt::format("seats of {}", name));
            continue;
        }
        const RegistrationTotal* registered = total(context, RegistrationStage::registered, Counted::persons, &tier);
        const std::optional<Interval> candidates = registered ? count_of(registered->count) : count_of(tier.candidates);
        if (!candidates) {
            draft.add_missing(fmt::format("registered candidates for {}", name));
            continue;
        }
        if (registered) draft.add_input(*registered, "count");
        else draft.add_input(tier, "candidates");
        draft.add_input(tier, "seats");
        IndicatorValue value = value_of(name, ratio(*candidates, Interval::exactly(*tier.seats)), 2);
        value.note = fmt::format("{} candidates for {} seats", candidates->text(), *tier.seats);
        draft.add_value(std::move(value));
    }
    return draft.finish("the file does not hold seats and registered candidates of one tier");
}

Indicator womens_share(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    add_women(context, draft);
    add_women_by_candidacy(context, draft);
    return draft.finish("the file holds neither the number of women nor the sex of any candidate");
}

}  // namespace openeom::analysis
