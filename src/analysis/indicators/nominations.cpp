#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"
#include "analysis/voices.hpp"

namespace openeom::analysis {

namespace {

bool fills_by_candidates(const SeatTier& tier) {
    return tier.method == SeatMethod::list_pr || tier.method == SeatMethod::majoritarian ||
           tier.method == SeatMethod::not_stated;
}

using Totals = std::vector<const RegistrationTotal*>;

/// The tiers of the election that candidates stand for.
std::vector<const SeatTier*> tiers_with_candidates(const IndicatorContext& context) {
    std::vector<const SeatTier*> found;
    for (const SeatTier& tier : context.dossier.all<SeatTier>())
        if (context.concerns(tier.election) && fills_by_candidates(tier)) found.push_back(&tier);
    return found;
}

/// The tier of a total; with one tier only, silence means that one.
std::string tier_of(const IndicatorContext& context, const RegistrationTotal& total) {
    if (total.tier) return total.tier->text();
    const auto tiers = tiers_with_candidates(context);
    return tiers.size() == 1 ? tiers.front()->id.text() : std::string();
}

bool counts_the_same(const IndicatorContext& context, const RegistrationTotal& left, const RegistrationTotal& right) {
    return left.level == right.level && left.of == right.of && tier_of(context, left) == tier_of(context, right);
}

/// Totals in numbers at a stage of registration; of those that count the same, the latest, then the first by id.
Totals totals_at(const IndicatorContext& context, RegistrationStage stage, Counted counted) {
    Totals found;
    for (const RegistrationTotal& each : context.dossier.all<RegistrationTotal>()) {
        if (each.stage != stage || each.counted != counted || !context.concerns(each.election) || !count_of(each.count))
            continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const RegistrationTotal* other) {
            return counts_the_same(context, *other, each);
        });
        if (same == found.end()) found.push_back(&each);
        else if (each.as_of.last() > (*same)->as_of.last()) *same = &each;
    }
    return found;
}

bool is_only_one(const Totals& totals) {
    return totals.size() == 1;
}

/// The total that leaves nothing out, of one tier where one is given: it names no part, or nothing beside it does.
const RegistrationTotal* whole(const IndicatorContext& context, RegistrationStage stage, Counted counted,
                               const SeatTier* tier = nullptr) {
    Totals totals = totals_at(context, stage, counted);
    if (tier)
        std::erase_if(totals, [&](const RegistrationTotal* each) { return tier_of(context, *each) != tier->id.text(); });
    const Totals all = totals;
    std::erase_if(totals, [](const RegistrationTotal* each) { return !each->of.empty(); });
    if (totals.empty() && is_only_one(all)) return all.front();
    const auto of_every_tier = std::find_if(totals.begin(), totals.end(), [](const RegistrationTotal* each) {
        return !each->tier && each->level == AdministrativeLevel::not_stated;
    });
    if (!tier && of_every_tier != totals.end()) return *of_every_tier;
    return is_only_one(totals) ? totals.front() : nullptr;
}

/// Why there is no total that leaves nothing out: nobody counted, or only parts were counted.
std::string no_whole(const IndicatorContext& context, RegistrationStage stage, Counted counted) {
    const bool parts_only = !totals_at(context, stage, counted).empty();
    return fmt::format("{}: how many were {}{}", words(counted), words(stage), parts_only ? " in all, not by part" : "");
}

std::string rate_text(const Interval& above, const Interval& below, const Bounds& rate) {
    return fmt::format("{} of {} = {} per cent", above.text(), below.text(), bounds_text(rate, 2));
}

IndicatorValue rate(std::string of, const Interval& above, const Interval& below) {
    Bounds share = ratio(above, below, Rational(100));
    if (share.upper && Rational(100) < *share.upper) share.upper = Rational(100);
    IndicatorValue value = value_of(std::move(of), share, 2);
    value.value = rate_text(above, below, share);
    return value;
}

/// Why a part and the whole on record make no rate; empty where they do. `part` and `all` say what they count.
std::string no_rate(std::string_view of, const Interval& above, const Interval& below, std::string_view part,
                    std::string_view all) {
    if (below.upper && *below.upper <= 0) return fmt::format("{}: none {} on record", of, all);
    if (below.upper && above.lower && *above.lower > *below.upper)
        return fmt::format("{}: more {} ({}) than {} ({}) on record", of, part, *above.lower, all, *below.upper);
    return {};
}

/// A numerator, and what it is a part of.
struct Share {
    Interval above;
    Interval below;
    std::string_view part;
    std::string_view all;
};

/// Adds the rate, or says why there is none; what a reader must know besides stands in `note`.
void add_rate(IndicatorDraft& draft, std::string of, const Share& share, std::string note = {}) {
    if (std::string why = no_rate(of, share.above, share.below, share.part, share.all); !why.empty())
        return draft.add_contradiction(std::move(why));
    IndicatorValue value = rate(std::move(of), share.above, share.below);
    value.note = std::move(note);
    draft.add_value(std::move(value));
}

/// Two totals of which one may be a part of the other.
struct Pair {
    const RegistrationTotal* part = nullptr;
    const RegistrationTotal* all = nullptr;
};

/// The total among `parts` that counts the same as `all`. A total that names a part and one that names none are of the
/// same where each is the only one of its stage.
const RegistrationTotal* matching(const IndicatorContext& context, const Totals& parts, const RegistrationTotal& all,
                                  bool all_is_only_one) {
    for (const RegistrationTotal* each : parts)
        if (counts_the_same(context, *each, all)) return each;
    if (!all_is_only_one || !is_only_one(parts) || (!all.of.empty() && !parts.front()->of.empty())) return nullptr;
    const RegistrationTotal& part = *parts.front();
    return part.level == all.level && tier_of(context, part) == tier_of(context, all) ? &part : nullptr;
}

std::vector<Pair> pairs(const IndicatorContext& context, const Totals& parts, const Totals& all) {
    std::vector<Pair> found;
    for (const RegistrationTotal* each : all)
        if (const RegistrationTotal* part = matching(context, parts, *each, is_only_one(all))) found.push_back({part, each});
    // What leaves nothing out holds its parts.
    const auto is_whole = [](const Pair& pair) { return pair.all->of.empty(); };
    if (std::any_of(found.begin(), found.end(), is_whole))
        std::erase_if(found, [&](const Pair& pair) { return !is_whole(pair); });
    return found;
}

/// Counted lists or persons, with the part or the tier where there are several or the total is of one.
std::string name_of(const IndicatorContext& context, Counted counted, const Pair& pair, bool several) {
    std::vector<std::string> parts{words(counted)};
    if (!pair.all->of.empty() && pair.all->of == pair.part->of) parts.push_back(pair.all->of);
    if (several && pair.all->tier) parts.push_back(label(context.dossier, *pair.all->tier));
    if (several && pair.all->level != AdministrativeLevel::not_stated) parts.push_back(words(pair.all->level));
    return joined(parts, ", ");
}

/// What two totals are of, where only one of them says it.
std::string of_words(const Pair& pair) {
    if (pair.part->of == pair.all->of) return {};
    const RegistrationTotal& named = pair.part->of.empty() ? *pair.all : *pair.part;
    return fmt::format("{} are those of '{}'", words(named.stage), named.of);
}

/// What was not registered, where both are exact: it may have been withdrawn as well as refused.
std::optional<Interval> not_registered(const Pair& pair) {
    const Interval kept = *count_of(pair.part->count), all = *count_of(pair.all->count);
    if (!all.is_exact() || !kept.is_exact() || *all.lower < *kept.lower) return std::nullopt;
    return Interval{0, *all.lower - *kept.lower};
}

void add_refused_pair(IndicatorDraft& draft, std::string of, const Pair& pair) {
    const bool stated = pair.part->stage == RegistrationStage::refused;
    const std::optional<Interval> refused = stated ? count_of(pair.part->count) : not_registered(pair);
    if (!refused) return draft.add_missing(fmt::format("{}: how many were refused", of));
    draft.add_input(*pair.all, "count");
    draft.add_input(*pair.part, "count");
    const std::string_view all = pair.all->stage == RegistrationStage::submitted ? "submitted" : "nominated";
    add_rate(draft, std::move(of), {*refused, *count_of(pair.all->count), "refused", all}, of_words(pair));
}

/// Refused lists or persons, as counted, else where as many were registered as submitted, none.
void add_refusal_rate(const IndicatorContext& context, IndicatorDraft& draft, Counted counted) {
    Totals submitted = totals_at(context, RegistrationStage::submitted, counted);
    if (submitted.empty()) submitted = totals_at(context, RegistrationStage::nominated, counted);
    if (submitted.empty()) return draft.add_missing(fmt::format("{}: how many were submitted", words(counted)));
    const Totals refused = totals_at(context, RegistrationStage::refused, counted);
    auto found = pairs(context, refused, submitted);
    if (found.empty() && refused.empty())
        found = pairs(context, totals_at(context, RegistrationStage::registered, counted), submitted);
    if (found.empty() && !refused.empty())
        return draft.add_missing(
            fmt::format("{}: those refused and those submitted are not counted of the same", words(counted)));
    if (found.empty()) return draft.add_missing(fmt::format("{}: how many were refused", words(counted)));
    for (const Pair& pair : found)
        add_refused_pair(draft, name_of(context, counted, pair, found.size() > 1), pair);
}

/// What is refuted did not happen.
bool is_refuted(const RegistrationDecision& decision) {
    return decision.verification == Verification::refuted;
}

/// Removals before the vote: those that enter a rate, and those that are somebody's word only.
struct Removals {
    std::vector<const RegistrationDecision*> facts;
    std::vector<const RegistrationDecision*> alleged;
};

/// Those whose subjects the predicate takes.
template <class Predicate>
Removals removals(const IndicatorContext& context, Predicate takes) {
    Removals found;
    for (const RegistrationDecision& decision : context.review.decisions) {
        if (decision.kind != RegistrationKind::deregistered || !takes(decision.subject.type())) continue;
        if (is_refuted(decision)) continue;
        const RegistrationEvent& event = context.dossier.get(decision.event);
        (is_allegation(event) ? found.alleged : found.facts).push_back(&decision);
    }
    return found;
}

/// Whose allegation, in words.
std::string alleged_by(Asserter by) {
    switch (by) {
        case Asserter::party: return "a party";
        case Asserter::named_speaker: return "a named speaker";
        case Asserter::media: return "the media";
        case Asserter::not_stated: return "somebody who is not stated";
        default: return words(by);
    }
}

void add_allegations(const IndicatorContext& context, IndicatorDraft& draft, Counted counted, const Removals& removals) {
    for (const RegistrationDecision* decision : removals.alleged)
        draft.add_missing(fmt::format("{}: 1 removal is an allegation of {}, and is not counted: '{}'", words(counted),
                                      alleged_by(context.dossier.get(decision->event).asserted_by), decision->title));
}

/// Lists or persons on the ballot, as counted, else as the records say.
template <class T>
std::int64_t on_ballot(const IndicatorContext& context, Counted counted) {
    if (const RegistrationTotal* stated = whole(context, RegistrationStage::on_ballot, counted))
        if (const Interval count = *count_of(stated->count); count.is_exact()) return *count.lower;
    const auto records = context.dossier.all<T>();
    return std::count_if(records.begin(), records.end(), [&](const T& record) {
        return context.concerns(record.election) && record.ballot_state == BallotState::on_ballot;
    });
}

/// Single events are at least what was removed; exactly that where those left on the ballot account for all others.
Interval at_least_unless_accounted(const Interval& removed, const Interval& registered, std::int64_t left) {
    const bool accounted = removed.is_exact() && registered.is_exact() && *registered.lower == *removed.lower + left;
    return accounted ? removed : Interval{removed.lower, std::nullopt};
}

void add_removed_lists(const IndicatorContext& context, IndicatorDraft& draft) {
    const RegistrationTotal* registered = whole(context, RegistrationStage::registered, Counted::lists);
    if (!registered) return draft.add_missing(no_whole(context, RegistrationStage::registered, Counted::lists));
    const Removals found = removals(context, [](std::string_view type) { return type == "candidate_list"; });
    add_allegations(context, draft, Counted::lists, found);
    std::set<std::string_view> removed;
    for (const RegistrationDecision* decision : found.facts) {
        removed.insert(decision->subject.text());
        draft.add_input(context.dossier.get(decision->event), "kind");
    }
    draft.add_input(*registered, "count");
    const Interval below = *count_of(registered->count);
    const Interval above =
        at_least_unless_accounted(Interval::exactly(static_cast<std::int64_t>(removed.size())), below,
                                  on_ballot<CandidateList>(context, Counted::lists));
    add_rate(draft, "lists", {above, below, "removed", "registered"});
}

/// Candidates of the facts, each that is named once, and whether all of them could be counted.
struct RemovedPersons {
    Interval count = Interval::exactly(0);
    bool counted_any = false;
};

RemovedPersons count_removed(const IndicatorContext& context, IndicatorDraft& draft,
                             const std::vector<const RegistrationDecision*>& decisions) {
    RemovedPersons made;
    std::set<std::string_view> named;
    for (const RegistrationDecision* decision : decisions) {
        const bool single = decision->subject.type() == "candidacy" && !decision->subjects.is_stated();
        const std::optional<Interval> count = single ? Interval::exactly(1) : count_of(decision->subjects);
        if (!count) {
            draft.add_missing(fmt::format("persons: how many were removed in '{}'", decision->title));
            made.count.upper.reset();
            continue;
        }
        draft.add_input(context.dossier.get(decision->event), single ? "subject" : "subjects");
        made.counted_any = true;
        if (decision->subject.type() == "candidacy" && !named.insert(decision->subject.text()).second) continue;
        made.count = made.count + *count;
    }
    return made;
}

std::string note_on_lists(const std::vector<const RegistrationDecision*>& lists) {
    if (lists.empty()) return {};
    return fmt::format("candidates of {} removed as a whole are not in the numerator, and may be in the denominator",
                       lists.size() == 1 ? std::string("the list") : fmt::format("the {} lists", lists.size()));
}

void add_removed_persons(const IndicatorContext& context, IndicatorDraft& draft) {
    const RegistrationTotal* registered = whole(context, RegistrationStage::registered, Counted::persons);
    if (!registered) return draft.add_missing(no_whole(context, RegistrationStage::registered, Counted::persons));
    const Removals found =
        removals(context, [](std::string_view type) { return type == "candidacy" || type == "seat_tier"; });
    add_allegations(context, draft, Counted::persons, found);
    const RemovedPersons removed = count_removed(context, draft, found.facts);
    if (!removed.counted_any) return draft.add_missing("persons: how many were removed");
    draft.add_input(*registered, "count");
    const Interval below = *count_of(registered->count);
    const Interval above = at_least_unless_accounted(removed.count, below, on_ballot<Candidacy>(context, Counted::persons));
    const Removals lists = removals(context, [](std::string_view type) { return type == "candidate_list"; });
    add_rate(draft, "persons", {above, below, "removed", "registered"}, note_on_lists(lists.facts));
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
        add_rate(draft, label_of(context.dossier, each), {*women, *all, "women", "persons"});
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
    return draft.finish("no registration_total says how many were submitted and how many of them refused; single events are no count of all");
}

Indicator deregistration_rate(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    add_removed_lists(context, draft);
    add_removed_persons(context, draft);
    return draft.finish("no registration_total says how many were registered; single events are no count of all");
}

Indicator evidence_held(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::int64_t n = 0;
    for (const RegistrationDecision& decision : context.review.decisions) {
        if (is_refuted(decision)) continue;
        ++n;
        IndicatorValue value = value_of(decision.title, bounds(Interval::exactly(decision.criteria_with_evidence)), 0);
        value.value = fmt::format("{} of {}", decision.criteria_with_evidence, decision.criteria.size());
        value.note = decision.evidence_held;
        draft.add_value(std::move(value));
        if (decision.criteria_with_evidence > 0)
            draft.add_input(context.dossier.get(decision.event), "due_process.held");
    }
    draft.set_n(n);
    return draft.finish("no refusal or removal is on record");
}

Indicator days_before_vote_of_decisions(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    auto n = static_cast<std::int64_t>(context.review.reinstatements.size());
    for (const RegistrationDecision& decision : context.review.decisions) {
        if (is_refuted(decision)) continue;
        ++n;
        if (decision.days_before_vote.is_unknown()) {
            draft.add_missing(fmt::format("day of '{}'", decision.title));
            continue;
        }
        IndicatorValue value = value_of(decision.title, bounds(decision.days_before_vote), 0);
        value.note = decision.timing;
        draft.add_value(std::move(value));
        draft.add_input(context.dossier.get(decision.event), decision.decided.empty() ? "published" : "decided");
    }
    for (const Reinstatement& returned : context.review.reinstatements) {
        const std::string title = fmt::format("{}: {}", returned.subject, words(returned.kind));
        if (returned.days_before_vote.is_unknown()) {
            draft.add_missing(fmt::format("day of '{}'", title));
            continue;
        }
        draft.add_value(value_of(title, bounds(returned.days_before_vote), 0));
        draft.add_input(context.dossier.get(returned.event), "decided");
    }
    if (draft.has_values()) draft.add_input(*context.election, "dates");
    draft.set_n(n);
    return draft.finish("no refusal, removal or return with a date is on record");
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
        const RegistrationTotal* registered = whole(context, RegistrationStage::registered, Counted::persons, &tier);
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
