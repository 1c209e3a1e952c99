// Rules on votes, shares and percentages (method 13.1, 13.2, 13.4, 13.5).
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "check/numbers.hpp"
#include "check/registry.hpp"
#include "check/walk.hpp"
#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

// Percentages need a base ---------------------------------------------------------------------------------------------

bool is_percentage(const reflect::Member& member) {
    const reflect::Kind kind = reflect::innermost(*member.type).kind;
    return kind == reflect::Kind::quantity || (kind == reflect::Kind::decimal && member.unit == "percent");
}

/// Members that say what a percentage was computed from.
constexpr std::string_view kBases[] = {"n", "k", "votes", "voters", "amount", "base", "evidence"};

bool states_a_base(const reflect::Struct& type, const void* record) {
    return std::any_of(std::begin(kBases), std::end(kBases), [&](std::string_view name) {
        const reflect::Member* member = type.find(name);
        return member && !reflect::is_empty(*member->type, member->in(record));
    });
}

bool has_percentage(const Visited& value) {
    if (value.type.kind == reflect::Kind::decimal) return true;
    const auto* share = std::get_if<Quantity::Share>(&value.as<Quantity>().value());
    return share && !share->n;
}

const reflect::Struct* owner_type(const reflect::Struct& type, const Visited& value) {
    if (value.steps.size() < 2) return &type;
    return &reflect::innermost(*value.steps[value.steps.size() - 2].member->type).record();
}

/// Records for one of whose members somebody gives a value.
std::map<std::string, std::vector<std::string>, std::less<>> reported_members(const Dossier& dossier) {
    std::map<std::string, std::vector<std::string>, std::less<>> members;
    for (const ReportedValue& value : dossier.all<ReportedValue>())
        members[value.record.text()].push_back(value.member);
    return members;
}

void check_percent_without_base(Context& context) {
    const auto reported = reported_members(context.dossier());
    const auto is_reported = [&](const AnyRef& record, const std::string& path) {
        const auto found = reported.find(record.text());
        return found != reported.end() &&
               std::find(found->second.begin(), found->second.end(), path) != found->second.end();
    };
    for (const reflect::Struct* type : entities()) {
        const auto tree = member_tree(*type, &is_percentage);
        if (tree.empty()) continue;
        const Register& records = context.dossier().records(*type);
        for (auto at = records.begin(); at != records.end(); ++at) {
            const void* record = *at;
            if (states_a_base(*type, record)) continue;
            Walker walker([&](const Visited& value) {
                if (!has_percentage(value) || states_a_base(*owner_type(*type, value), value.owner)) return;
                const std::string path = value.path();
                const AnyRef place = reference_to(*type, record);
                if (is_reported(place, path)) return;
                context.report({.record = place,
                                .member = path,
                                .message = "a percentage without a number observed, a numerator or a source"});
            });
            walker.members(tree, record);
        }
    }
}

// Percentages recomputed ----------------------------------------------------------------------------------------------

std::optional<std::int64_t> exact(const Quantity& quantity) {
    const auto* value = std::get_if<Quantity::Exact>(&quantity.value());
    return value ? std::optional(value->n) : std::nullopt;
}

/// Whole numbers that a printed percentage may be a share of, given its numerator.
struct Base {
    Rational lower;
    std::optional<Rational> upper;

    [[nodiscard]] bool contains(const Rational& value) const { return lower <= value && (!upper || value <= *upper); }
};

std::optional<Base> implied_base(std::int64_t votes, const Decimal& percent) {
    const Rational hundred = Rational(100) * Rational(votes);
    if (votes == 0 || percent.upper() <= Rational(0)) return std::nullopt;  // says nothing of the base
    Base base{hundred / percent.upper(), std::nullopt};
    if (percent.lower() > Rational(0)) base.upper = hundred / percent.lower();
    return base;
}

/// Results that were published as one set.
using ResultKey = std::tuple<std::string, std::string, int, std::string, int, std::string, int, int>;

ResultKey key_of(const Result& result) {
    return {result.election.text(),
            result.tier ? result.tier->text() : "",
            static_cast<int>(result.level),
            result.place ? result.place->text() : "",
            static_cast<int>(result.status),
            result.published.text(),
            static_cast<int>(result.asserted_by),
            static_cast<int>(result.denominator)};
}

std::map<ResultKey, std::vector<const Result*>> sets_of_results(const Dossier& dossier) {
    std::map<ResultKey, std::vector<const Result*>> sets;
    for (const Result& result : dossier.all<Result>()) sets[key_of(result)].push_back(&result);
    return sets;
}

struct Implied {
    const Result* result;
    Base base;
};

/// A base that as many of the percentages as possible agree on: the lower end of one of them, which suffices for
/// intervals.
Rational most_agreed(const std::vector<Implied>& all) {
    std::vector<Rational> lower, upper;
    for (const Implied& each : all) {
        lower.push_back(each.base.lower);
        if (each.base.upper) upper.push_back(*each.base.upper);
    }
    std::sort(lower.begin(), lower.end());
    std::sort(upper.begin(), upper.end());
    Rational best;
    std::ptrdiff_t most = -1;
    for (const Implied& candidate : all) {
        const Rational& base = candidate.base.lower;
        const auto begun = std::upper_bound(lower.begin(), lower.end(), base) - lower.begin();
        const auto ended = std::lower_bound(upper.begin(), upper.end(), base) - upper.begin();
        if (begun - ended > most) {
            most = begun - ended;
            best = base;
        }
    }
    return best;
}

struct Total {
    Rational votes;
    bool whole = false;  ///< the percentages make up the whole
};

/// All votes of a set that may be shares of them; none where some are not known.
std::optional<Total> total_of(const std::vector<const Result*>& set) {
    Rational votes, lowest, highest;
    for (const Result* result : set) {
        const auto counted = exact(result->votes);
        if (!counted || !result->percent) return std::nullopt;
        votes = votes + Rational(*counted);
        lowest = lowest + result->percent->lower();
        highest = highest + result->percent->upper();
    }
    const bool whole = lowest <= Rational(100) && Rational(100) <= highest;
    const VoteBase base = set.front()->denominator;
    const bool of_votes =
        base == VoteBase::valid_votes || base == VoteBase::party_votes || base == VoteBase::not_stated;
    return of_votes && votes > Rational(0) ? std::optional(Total{votes, whole}) : std::nullopt;
}

std::ptrdiff_t agreeing(const std::vector<Implied>& all, const Rational& base) {
    return std::count_if(all.begin(), all.end(), [&](const Implied& each) { return each.base.contains(base); });
}

void report_percent(Context& context, const Result& result, const Rational& base, bool is_sum) {
    const Rational percent = Rational(100) * Rational(*exact(result.votes)) / base;
    context.report({.record = reference(result),
                    .member = "percent",
                    .message = fmt::format("{} votes of {}{} are {} per cent, not {}", *exact(result.votes),
                                           is_sum ? "" : "about ", base.decimal(0),
                                           percent.decimal(result.percent->places()), result.percent->text())});
}

void check_set(Context& context, const std::vector<const Result*>& set) {
    std::vector<Implied> implied;
    for (const Result* result : set) {
        const auto votes = exact(result->votes);
        if (!votes || !result->percent) continue;
        if (const auto base = implied_base(*votes, *result->percent)) implied.push_back({result, *base});
    }
    if (implied.size() < 2) return;
    const Rational agreed = most_agreed(implied);
    const auto total = total_of(set);
    // One wrong percentage spoils their sum, so the votes also count where they are as good a base as any.
    const bool is_sum = total && (total->whole || agreeing(implied, total->votes) == agreeing(implied, agreed));
    const Rational base = is_sum ? total->votes : agreed;
    for (const Implied& each : implied)
        if (!each.base.contains(base)) report_percent(context, *each.result, base, is_sum);
}

void check_result_percents(Context& context) {
    for (const auto& [key, set] : sets_of_results(context.dossier())) {
        try {
            check_set(context, set);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::overflow) throw;  // too large to be votes: nothing is recomputed
        }
    }
}

bool says_per_cent(const PublishedFigure& figure) {
    return figure.printed.find("per cent") != std::string::npos || figure.printed.find('%') != std::string::npos;
}

void check_published_percents(Context& context) {
    for (const PublishedFigure& figure : context.dossier().all<PublishedFigure>()) {
        if (!figure.value || !figure.k || !figure.n || *figure.n == 0) continue;
        const auto rounds = [&](const Rational& value) { return rounds_to(value, *figure.value); };
        try {
            const Rational ratio(*figure.k, *figure.n);
            const Rational percent = Rational(100) * ratio;
            const bool is_ratio = !says_per_cent(figure) && rounds(ratio);
            if (is_ratio || rounds(percent)) continue;
            context.report({.record = reference(figure),
                            .member = "value",
                            .message = fmt::format("{} of {} are {} per cent, not {}", *figure.k, *figure.n,
                                                   percent.decimal(figure.value->places()), figure.value->text())});
        } catch (const Error& error) {
            if (error.code() != ErrorCode::overflow) throw;
        }
    }
}

void check_percent_differs(Context& context) {
    check_result_percents(context);
    check_published_percents(context);
}

// Shares that are parts of a whole ------------------------------------------------------------------------------------

struct Sum {
    std::int64_t parts = 0;
    Rational lower, upper;
    AnyRef first;
    bool too_large = false;  ///< to be shares: nothing is said of them

    void add(const Decimal& share, const AnyRef& record) {
        if (parts++ == 0) first = record;
        try {
            lower = lower + share.lower();
            upper = upper + share.upper();
        } catch (const Error& error) {
            if (error.code() != ErrorCode::overflow) throw;
            too_large = true;
        }
    }
};

void check_media_shares(Context& context) {
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string, int, int, int>, Sum> sums;
    for (const MediaMeasure& measure : context.dossier().all<MediaMeasure>()) {
        if (!measure.share) continue;
        sums[{measure.election ? measure.election->text() : "", measure.outlet.text(), measure.monitor,
              measure.since.text(), measure.until.text(), static_cast<int>(measure.programme_type),
              static_cast<int>(measure.unit), static_cast<int>(measure.tone)}]
            .add(*measure.share, reference(measure));
    }
    for (const auto& [key, sum] : sums) {
        if (sum.too_large || sum.parts < 2 || (sum.lower <= Rational(100) && Rational(100) <= sum.upper)) continue;
        context.report({.record = sum.first,
                        .member = "share",
                        .message = fmt::format(
                            "{} shares of media_outlet:{} by {} sum to between {} and {}, not to 100", sum.parts,
                            std::get<1>(key), std::get<2>(key), sum.lower.decimal(1), sum.upper.decimal(1))});
    }
}

void report_above(Context& context, const Sum& sum, std::string_view member, std::string_view what) {
    if (sum.too_large || sum.lower <= Rational(100)) return;
    context.report(
        {.record = sum.first,
         .member = std::string(member),
         .message = fmt::format("{} {} sum to more than 100: at least {}", sum.parts, what, sum.lower.decimal(1))});
}

void check_shares(Context& context) {
    check_media_shares(context);
    for (const Poll& poll : context.dossier().all<Poll>()) {
        Sum sum;
        for (const PollShare& share : poll.shares)
            if (share.percent) sum.add(*share.percent, reference(poll));
        report_above(context, sum, "shares", "answers");
    }
    for (const auto& [key, set] : sets_of_results(context.dossier())) {
        Sum sum;
        for (const Result* result : set)
            if (result->percent && result->contestant) sum.add(*result->percent, reference(*result));
        report_above(context, sum, "percent", "contestants' percentages");
    }
}

// Results stand side by side ------------------------------------------------------------------------------------------

void check_result_overwritten(Context& context) {
    std::map<std::tuple<std::string, std::string, std::string, int, std::string, int, int>, const Result*> seen;
    for (const Result& result : context.dossier().all<Result>()) {
        const bool repeats = result.status == ResultStatus::partial || result.status == ResultStatus::exit_poll ||
                             result.status == ResultStatus::claimed || result.status == ResultStatus::not_stated;
        if (repeats) continue;
        const auto [at, fresh] =
            seen.try_emplace({result.election.text(), result.tier ? result.tier->text() : "",
                              result.contestant ? result.contestant->text() : "", static_cast<int>(result.level),
                              result.place ? result.place->text() : "", static_cast<int>(result.status),
                              static_cast<int>(result.asserted_by)},
                             &result);
        if (fresh) continue;
        const Result& other = *at->second;
        const bool amends = result.amends || other.amends;
        if (!amends)
            context.report(
                {.record = reference(result),
                 .member = "amends",
                 .message = fmt::format(
                     "result:{} has the same contestant, level, place and status, and neither amends the other",
                     other.id.text())});
    }
}

// Polling stations ----------------------------------------------------------------------------------------------------

const Mission* mission_of(const Dossier& dossier, const std::optional<Ref<Mission>>& reference) {
    if (reference) return dossier.find(*reference);
    const auto all = dossier.all<Mission>();
    return all.size() == 1 ? &*all.begin() : nullptr;
}

bool is_election_day(Phase phase) {
    return phase == Phase::opening || phase == Phase::voting || phase == Phase::counting || phase == Phase::tabulation;
}

bool is_statistic(const Quantity& quantity) {
    return std::holds_alternative<Quantity::Share>(quantity.value()) ||
           std::holds_alternative<Quantity::CountOf>(quantity.value());
}

std::string not_systematic(const Mission* mission) {
    if (!mission) return "no mission is named that observed election day systematically";
    return fmt::format("mission:{} is not recorded as observing election day systematically", mission->id.text());
}

void check_station_figures(Context& context) {
    const Dossier& dossier = context.dossier();
    const auto systematic = [](const Mission* mission) {
        return mission && mission->systematic_election_day_observation == YesNo::yes;
    };
    for (const Finding& finding : dossier.all<Finding>()) {
        const bool ours =
            finding.asserted_by.code == Asserter::mission || finding.asserted_by.code == Asserter::institution;
        const Mission* mission = mission_of(dossier, finding.mission);
        if (!ours || !is_election_day(finding.phase) || !is_statistic(finding.quantity.value) || systematic(mission))
            continue;
        context.report({.record = reference(finding),
                        .member = "quantity",
                        .message = fmt::format("a figure of polling stations, and {}", not_systematic(mission))});
    }
    for (const PublishedFigure& figure : dossier.all<PublishedFigure>()) {
        const bool of_forms =
            std::any_of(figure.evidence.begin(), figure.evidence.end(), [&](const Ref<Evidence>& each) {
                const Evidence* evidence = dossier.find(each);
                return evidence && evidence->kind == EvidenceKind::form_answer;
            });
        const Document* document = dossier.find(figure.document);
        const Mission* mission = mission_of(dossier, document ? document->mission : std::nullopt);
        if (!of_forms || systematic(mission)) continue;
        context.report({.record = reference(figure),
                        .member = "evidence",
                        .message = fmt::format("a figure from observation forms, and {}", not_systematic(mission))});
    }
}

void check_mission_systematic(Context& context) {
    std::map<std::string, std::int64_t> observations;
    for (const Observation& observation : context.dossier().all<Observation>())
        if (observation.mission) ++observations[observation.mission->text()];
    for (const auto& [id, count] : observations) {
        const Mission* mission = context.dossier().find<Mission>(id);
        if (!mission || mission->systematic_election_day_observation != YesNo::not_stated) continue;
        context.report(
            {.record = reference(*mission),
             .member = "systematic_election_day_observation",
             .message = fmt::format(
                 "{} observations are held, and nothing says whether the mission observed systematically", count)});
    }
}

// Vague quantities ----------------------------------------------------------------------------------------------------

/// A vague quantity of the record that a reference names; null where it has none, or has numbers as well.
const Quantity* vague_quantity(const Dossier& dossier, const AnyRef& target) {
    const reflect::Struct* type = find_entity(target.type());
    const void* record = type ? dossier.find(target) : nullptr;
    if (!record) return nullptr;
    const Quantity* vague = nullptr;
    bool number = false;
    Walker walker([&](const Visited& value) {
        const Quantity& quantity = value.as<Quantity>();
        if (quantity.is_vague()) vague = &quantity;
        else if (quantity.is_stated()) number = true;
    });
    walker.members(member_tree(*type,
                               [](const reflect::Member& member) {
                                   return reflect::innermost(*member.type).kind == reflect::Kind::quantity;
                               }),
                   record);
    return number ? nullptr : vague;
}

bool has_figures(std::string_view text) {
    const auto numbers = numbers_in(text, "en");
    return std::any_of(numbers.begin(), numbers.end(), [](const TextNumber& number) {
        return !number.dated && !number.referenced && !number.in_words && !number.ordinal;
    });
}

void check_vague_quantity(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const Anchor& anchor : dossier.all<Anchor>()) {
        if (anchor.role != AnchorRole::figure) continue;
        if (const Quantity* vague = vague_quantity(dossier, anchor.target))
            context.report(
                {.record = reference(anchor),
                 .member = "target",
                 .role = "figure",
                 .message = fmt::format("a figure rests on {}, which says '{}'", anchor.target.text(), vague->text())});
    }
    for (const Suggestion& suggestion : dossier.all<Suggestion>()) {
        if (!has_figures(suggestion.text)) continue;
        for (const AnyRef& target : suggestion.rests_on)
            if (const Quantity* vague = vague_quantity(dossier, target))
                context.report({.record = reference(suggestion),
                                .member = "text",
                                .message = fmt::format("a figure is composed from {}, which says '{}'", target.text(),
                                                       vague->text())});
    }
    for (const PublishedFigure& figure : dossier.all<PublishedFigure>()) {
        if (!figure.value || numbers_in(figure.printed, "en").size() > 0) continue;
        context.report(
            {.record = reference(figure),
             .member = "value",
             .message = fmt::format("printed as '{}', and recorded as {}", figure.printed, figure.value->text())});
    }
}

constexpr RuleRow kRules[] = {
    {"mission-systematic-not-stated", IssueSeverity::note,
     "observations are held, and whether they are systematic is not stated",
     "Whether figures of polling stations may be published depends on systematic observation, a property of the "
     "mission and not of its kind. Until it is stated no such figure may go out.",
     "state systematic_election_day_observation of the mission", "method 5.1", &check_mission_systematic},
    {"percent-differs", IssueSeverity::warning, "a printed percentage is not what its numbers give",
     "Percentages of one set of results share one base. Each is recomputed exactly, within the rounding of its own "
     "digits: against all votes where the percentages make up the whole, else against the base that most of them "
     "imply. A set of two that disagree may name the wrong one; a mistake common to all is not seen.",
     "compare votes and percentage with the source, and record both values where it really prints them",
     "method 13.1", &check_percent_differs},
    {"percent-without-base", IssueSeverity::warning, "a percentage without a base or source",
     "A percentage needs the number observed, its numerator, or somebody who printed it. Evidence of the record or a "
     "reported value of the member counts as a source; whether that source has the figure is not seen.",
     "give the numbers behind it, or the evidence that prints it", "method 13.1", &check_percent_without_base},
    {"result-overwritten", IssueSeverity::warning, "two results in one place and state",
     "Preliminary, final and amended figures stand side by side, each amendment naming what it amends. Exit polls, "
     "partial results and claims repeat by nature and are left out.",
     "let the later result name the earlier in 'amends', or give it its own status", "method 13.2",
     &check_result_overwritten},
    {"shares-do-not-sum", IssueSeverity::warning, "shares of a whole do not sum to 100",
     "Shares of coverage by one monitor, in one outlet, period, unit and tone make up 100 within the rounding of "
     "their digits; the shares of a poll or of results may leave some out and are only not above 100.",
     "look for an actor left out, counted twice or mistyped", "method 11, 12", &check_shares},
    {"station-figures-without-systematic-observation", IssueSeverity::warning,
     "figures of polling stations without systematic observation",
     "Without systematic observation stations were not visited in numbers that let a share be told. The rule sees "
     "findings with a share or k of n in phases of election day, and published figures that rest on form answers; "
     "figures in running text it does not.",
     "leave the figure out, or state that the mission observed systematically if it did", "method 13.4",
     &check_station_figures},
    {"vague-quantity-in-figure", IssueSeverity::warning, "a figure rests on a vague quantity",
     "'Several' is not a number and never becomes one. The rule sees figures anchored in a record whose quantity is "
     "vague, suggestions composed from one, and printed words recorded as a number.",
     "keep the vague word, or find the count and its source", "method 13.5", &check_vague_quantity},
};

}  // namespace

std::span<const RuleRow> rules_of_figures() {
    return kRules;
}

}  // namespace openeom::check
