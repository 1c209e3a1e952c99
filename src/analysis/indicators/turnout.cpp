#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"

namespace openeom::analysis {

namespace {

/// Turnout of the regions at one time.
struct Moment {
    std::string label;
    std::optional<std::int64_t> when;                ///< UTC; none for a time that is only told in words
    std::map<std::string, const Turnout*> by_place;  ///< by id of the place
};

bool is_whole_country(const Dossier& dossier, const Turnout& turnout) {
    const Place* place = dossier.find(turnout.place);
    return !turnout.place || (place && place->kind == PlaceKind::country);
}

/// The hour and minute of the instant as it was told, or the words where there is no instant.
std::string time_label(const Turnout& turnout) {
    if (turnout.at.empty()) return turnout.at_words.empty() ? "at no stated time" : turnout.at_words;
    const std::string clock = turnout.at.text().substr(11, 5);
    return clock == "12:00" ? "noon" : clock;
}

/// Regional turnout by time, in order of time; times told in words only stand last.
std::vector<Moment> moments(const IndicatorContext& context, IndicatorDraft& draft) {
    std::map<std::string, Moment> found;
    for (const Turnout& turnout : context.dossier.all<Turnout>()) {
        if (!context.concerns(turnout.election) || is_whole_country(context.dossier, turnout)) continue;
        const std::string place = label(context.dossier, *turnout.place);
        if (!turnout.percent) {
            draft.add_missing(fmt::format("turnout of {}, {}", place, time_label(turnout)));
            continue;
        }
        const std::string key =
            turnout.at.empty() ? "words " + turnout.at_words : fmt::format("{:020}", turnout.at.utc_microseconds());
        Moment& moment = found[key];
        moment.label = time_label(turnout);
        if (!turnout.at.empty()) moment.when = turnout.at.utc_microseconds();
        if (!moment.by_place.emplace(turnout.place->text(), &turnout).second)
            draft.add_warning(
                fmt::format("{} has several figures for {}: the first by id is used", place, moment.label));
    }
    std::vector<Moment> made;
    for (auto& [key, moment] : found) made.push_back(std::move(moment));
    std::stable_sort(made.begin(), made.end(), [](const Moment& left, const Moment& right) {
        return left.when && right.when ? *left.when < *right.when : left.when.has_value() > right.when.has_value();
    });
    return made;
}

struct Extremes {
    const Turnout* lowest = nullptr;
    const Turnout* highest = nullptr;
};

Extremes extremes_of(const Moment& moment) {
    Extremes found;
    for (const auto& [place, turnout] : moment.by_place) {
        if (!found.lowest || turnout->percent->value() < found.lowest->percent->value()) found.lowest = turnout;
        if (!found.highest || found.highest->percent->value() < turnout->percent->value()) found.highest = turnout;
    }
    return found;
}

int places_of(const Turnout& left, const Turnout& right) {
    return std::max(left.percent->places(), right.percent->places());
}

std::string place_and_percent(const Dossier& dossier, const Turnout& turnout) {
    return fmt::format("{} {}", label(dossier, turnout.place), turnout.percent->text());
}

Bounds exactly(const Rational& value) {
    return {value, value};
}

/// The last moment with an instant, else the last one; null where there is none with two regions.
const Moment* latest(const std::vector<Moment>& all) {
    const Moment* found = nullptr;
    for (const Moment& moment : all)
        if (moment.by_place.size() > 1 && (!found || moment.when || !found->when)) found = &moment;
    return found;
}

struct Jump {
    const Turnout* from;
    const Turnout* to;
    std::string between;
    Rational points;
};

/// Steps of each region from one time to the next that it has, the largest first.
std::vector<Jump> jumps(const std::vector<Moment>& all) {
    std::vector<Jump> found;
    std::map<std::string, std::pair<const Moment*, const Turnout*>> before;
    for (const Moment& moment : all) {
        if (!moment.when) continue;
        for (const auto& [place, turnout] : moment.by_place) {
            if (const auto last = before.find(place); last != before.end())
                found.push_back({last->second.second, turnout,
                                 fmt::format("between {} and {}", last->second.first->label, moment.label),
                                 turnout->percent->value() - last->second.second->percent->value()});
            before[place] = {&moment, turnout};
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Jump& left, const Jump& right) { return right.points < left.points; });
    return found;
}

void add_percent_inputs(IndicatorDraft& draft, const std::vector<Moment>& all) {
    for (const Moment& moment : all)
        for (const auto& [place, turnout] : moment.by_place) draft.add_input(*turnout, "percent");
}

/// The shares that a national figure may stand for: its own rounding interval, narrowed by finer figures of the same time or
/// the same status that agree with it.
struct Percent {
    Rational lower;
    Rational upper;
    const Turnout* finest;
};

bool agrees(const Percent& share, const Turnout& other) {
    return other.percent->lower() <= share.upper && share.lower <= other.percent->upper();
}

std::vector<const Turnout*> national(const IndicatorContext& context) {
    std::vector<const Turnout*> found;
    for (const Turnout& turnout : context.dossier.all<Turnout>())
        if (context.concerns(turnout.election) && is_whole_country(context.dossier, turnout)) found.push_back(&turnout);
    std::stable_sort(found.begin(), found.end(), [](const Turnout* left, const Turnout* right) {
        if (left->at.empty() || right->at.empty()) return !left->at.empty() && right->at.empty();
        return left->at.utc_microseconds() < right->at.utc_microseconds();
    });
    return found;
}

bool same_count(const Turnout& left, const Turnout& right) {
    const bool same_time =
        !left.at.empty() && !right.at.empty() && left.at.utc_microseconds() == right.at.utc_microseconds();
    const bool same_words =
        left.at.empty() && right.at.empty() && !left.at_words.empty() && left.at_words == right.at_words;
    return same_time || same_words || (left.status != ResultStatus::not_stated && left.status == right.status);
}

std::optional<Percent> percent_of(const Turnout& turnout, const std::vector<const Turnout*>& all) {
    if (!turnout.percent) return std::nullopt;
    Percent share{turnout.percent->lower(), turnout.percent->upper(), &turnout};
    for (const Turnout* other : all) {
        if (other == &turnout || !other->percent || !same_count(turnout, *other) || !agrees(share, *other)) continue;
        if (other->percent->places() <= share.finest->percent->places()) continue;
        share.lower = std::max(share.lower, other->percent->lower());
        share.upper = std::min(share.upper, other->percent->upper());
        share.finest = other;
    }
    return share;
}

/// Voters / (percent / 100): the whole numbers of registered voters of which some number of voters is such a share.
Bounds implied(const Interval& voters, const Percent& share) {
    Bounds made;
    if (voters.lower && Rational(0) < share.upper)
        made.lower = Rational((Rational(*voters.lower) * Rational(100) / share.upper).ceil());
    if (voters.upper && Rational(0) < share.lower)
        made.upper = Rational((Rational(*voters.upper) * Rational(100) / share.lower).floor());
    return made;
}

/// Whole numbers where the voters were counted, else no finer than the figure was: "9.291 to 9.305 million".
std::string implied_text(const Bounds& value, bool counted_exactly) {
    const auto whole = [](const Rational& number) { return grouped(number.numerator()); };
    if (value.is_unknown()) return "unknown";
    if (!value.lower) return "at most " + whole(*value.upper);
    if (!value.upper) return "at least " + whole(*value.lower);
    const Rational million(1'000'000);
    if (counted_exactly || *value.lower < million)
        return fmt::format("{} to {}", whole(*value.lower), whole(*value.upper));
    return fmt::format("{} to {} million", (*value.lower / million).decimal(3), (*value.upper / million).decimal(3));
}

std::string grouped_interval(const Interval& interval) {
    if (!interval.lower || !interval.upper) return interval.text();
    if (interval.is_exact()) return grouped(*interval.lower);
    return fmt::format("{} to {}", grouped(*interval.lower), grouped(*interval.upper));
}

/// Ends of intervals in order, so that those before or after a number are counted without looking at each.
std::vector<Rational> sorted_ends(const std::vector<IndicatorValue>& values,
                                  const std::optional<Rational> IndicatorValue::*end) {
    std::vector<Rational> ends;
    for (const IndicatorValue& value : values)
        if (value.*end) ends.push_back(*(value.*end));
    std::sort(ends.begin(), ends.end());
    return ends;
}

/// How many of the sorted numbers are less than `bound`; none where it is not known.
std::size_t less_than(const std::vector<Rational>& sorted, const std::optional<Rational>& bound) {
    if (!bound) return 0;
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), *bound) - sorted.begin());
}

std::size_t greater_than(const std::vector<Rational>& sorted, const std::optional<Rational>& bound) {
    if (!bound) return 0;
    return static_cast<std::size_t>(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), *bound));
}

/// By how much two intervals miss each other; none where they meet.
std::optional<Rational> gap_between(const IndicatorValue& a, const IndicatorValue& b) {
    const auto apart = [](const std::optional<Rational>& upper, const std::optional<Rational>& lower) {
        return upper && lower && *upper < *lower ? std::optional<Rational>(*lower - *upper) : std::nullopt;
    };
    const std::optional<Rational> gap = apart(a.upper, b.lower);
    return gap ? gap : apart(b.upper, a.lower);
}

/// Pairs of intervals that have no number in common, in words: the first few, and how many more there are.
std::vector<std::string> disjoint_pairs(const std::vector<IndicatorValue>& values) {
    constexpr std::size_t kNamed = 5;
    const auto uppers = sorted_ends(values, &IndicatorValue::upper), lowers = sorted_ends(values, &IndicatorValue::lower);
    std::size_t pairs = 0;
    for (const IndicatorValue& value : values) pairs += less_than(uppers, value.lower);
    std::vector<std::string> made;
    for (std::size_t i = 0; i < values.size() && made.size() < std::min(kNamed, pairs); ++i) {
        const IndicatorValue& a = values[i];
        if (less_than(uppers, a.lower) + greater_than(lowers, a.upper) == 0) continue;
        for (std::size_t j = i + 1; j < values.size() && made.size() < kNamed; ++j)
            if (const auto gap = gap_between(a, values[j]))
                made.push_back(fmt::format("{} and {} do not meet: at least {} apart", a.of, values[j].of,
                                           grouped(gap->floor())));
    }
    if (pairs > made.size())
        made.push_back(counted(static_cast<std::int64_t>(pairs - made.size()), "more pair does not meet",
                               "more pairs do not meet"));
    return made;
}

void note_register(const IndicatorContext& context, IndicatorDraft& draft, std::vector<IndicatorValue>& values) {
    const auto stated = context.election ? count_of(context.election->registered_voters) : std::nullopt;
    if (!stated) return draft.add_missing("registered voters as stated");
    draft.add_input(*context.election, "registered_voters");
    IndicatorValue value;
    value.of = "as stated";
    value.value = grouped_interval(*stated);
    if (stated->lower) value.lower = Rational(*stated->lower);
    if (stated->upper) value.upper = Rational(*stated->upper);
    values.push_back(std::move(value));
}

}  // namespace

Indicator turnout_by_region(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const std::vector<Moment> all = moments(context, draft);
    add_percent_inputs(draft, all);
    std::map<std::string, std::vector<const Turnout*>> by_place;
    for (const Moment& moment : all)
        for (const auto& [place, turnout] : moment.by_place) by_place[place].push_back(turnout);
    for (const auto& [place, figures] : by_place) {
        std::vector<std::string> texts;
        for (const Turnout* figure : figures)
            texts.push_back(fmt::format("{} {}", time_label(*figure), figure->percent->text()));
        IndicatorValue value = value_of(label(context.dossier, figures.back()->place),
                                        exactly(figures.back()->percent->value()), figures.back()->percent->places());
        value.value = joined(texts, ", ");
        draft.add_value(std::move(value));
    }
    draft.set_n(static_cast<std::int64_t>(by_place.size()));
    const Moment* last = latest(all);
    if (!last) return draft.finish("no turnout of a region is on record");
    const Extremes range = extremes_of(*last);
    return draft.finish_with(IndicatorValue(),
                             fmt::format("{} to {} per cent, {}", place_and_percent(context.dossier, *range.lowest),
                                         place_and_percent(context.dossier, *range.highest), last->label));
}

Indicator turnout_spread(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const std::vector<Moment> all = moments(context, draft);
    const Moment* last = latest(all);
    IndicatorValue headline;
    for (const Moment& moment : all) {
        if (moment.by_place.size() < 2) continue;
        const Extremes range = extremes_of(moment);
        IndicatorValue value =
            value_of(moment.label, exactly(range.highest->percent->value() - range.lowest->percent->value()),
                     places_of(*range.lowest, *range.highest), "points");
        value.note = fmt::format("{} to {}", place_and_percent(context.dossier, *range.lowest),
                                 place_and_percent(context.dossier, *range.highest));
        draft.add_input(*range.lowest, "percent");
        draft.add_input(*range.highest, "percent");
        if (&moment == last) headline = value;
        draft.add_value(std::move(value));
    }
    if (!last) return draft.finish("no two regions have a turnout on record for one time");
    draft.set_n(static_cast<std::int64_t>(last->by_place.size()));
    return draft.finish_with(headline, fmt::format("{}, {} ({})", headline.value, headline.of, headline.note));
}

Indicator turnout_jump(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const std::vector<Jump> all = jumps(moments(context, draft));
    IndicatorValue headline;
    for (const Jump& jump : all) {
        IndicatorValue value = value_of(label(context.dossier, jump.to->place), exactly(jump.points),
                                        places_of(*jump.from, *jump.to), "points");
        value.note =
            fmt::format("{}: {} to {} per cent", jump.between, jump.from->percent->text(), jump.to->percent->text());
        draft.add_input(*jump.from, "percent");
        draft.add_input(*jump.to, "percent");
        if (&jump == &all.front()) headline = value;
        draft.add_value(std::move(value));
    }
    draft.set_n(static_cast<std::int64_t>(all.size()));
    if (all.empty()) return draft.finish("no region has a turnout on record for two times");
    return draft.finish_with(
        headline, fmt::format("{} {} {}, the largest jump", headline.of, headline.value, all.front().between));
}

Indicator denominator_consistency(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const std::vector<const Turnout*> all = national(context);
    std::vector<IndicatorValue> values;
    for (const Turnout* turnout : all) {
        const auto voters = count_of(turnout->voters);
        const auto share = percent_of(*turnout, all);
        if (!voters || !share) {
            if (voters) draft.add_missing(fmt::format("percentage, {}", time_label(*turnout)));
            continue;
        }
        const Bounds registered = implied(*voters, *share);
        if (registered.lower && registered.upper && *registered.upper < *registered.lower) {
            draft.add_warning(
                fmt::format("{}: no whole number of registered voters gives this percentage", time_label(*turnout)));
            continue;
        }
        IndicatorValue value = value_of(time_label(*turnout), registered, 0);
        value.value = implied_text(registered, voters->is_exact());
        value.note = fmt::format("{} voters, {} per cent", grouped_interval(*voters), share->finest->percent->text());
        if (!turnout->excludes.empty()) value.note += "; leaves out " + turnout->excludes;
        draft.add_input(*turnout, "voters");
        draft.add_input(*turnout, "percent");
        draft.add_input(*share->finest, "percent");
        values.push_back(std::move(value));
    }
    draft.set_n(static_cast<std::int64_t>(values.size()));
    if (!values.empty()) note_register(context, draft, values);
    for (std::string& pair : disjoint_pairs(values)) draft.add_warning(std::move(pair));
    for (IndicatorValue& value : values) draft.add_value(std::move(value));
    return draft.finish("no national turnout with both voters and percentage is on record");
}

}  // namespace openeom::analysis
