#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"

namespace openeom::analysis {

namespace {

std::string period_words(const Date& since, const Date& until) {
    if (since.empty() && until.empty()) return {};
    if (since.empty()) return "until " + until.words();
    if (until.empty()) return "since " + since.words();
    return fmt::format("{} to {}", since.words(), until.words());
}

void append(std::vector<std::string>& parts, std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
}

/// Measures whose shares are shares of one thing.
using MediaKey = std::tuple<std::string, std::string, std::string, std::string, ProgrammeType, MediaUnit, Tone>;

MediaKey key_of(const MediaMeasure& measure) {
    return {measure.monitor,        measure.outlet.text(), measure.since.text(), measure.until.text(),
            measure.programme_type, measure.unit,          measure.tone};
}

std::string media_label(const Dossier& dossier, const MediaMeasure& measure) {
    std::vector<std::string> parts{measure.monitor, label(dossier, measure.outlet)};
    append(parts, period_words(measure.since, measure.until));
    if (measure.programme_type != ProgrammeType::not_stated) parts.push_back(words(measure.programme_type));
    if (measure.tone != Tone::not_stated) parts.push_back(words(measure.tone));
    return joined(parts, ", ");
}

IndicatorValue media_sum(const Dossier& dossier, const std::vector<const MediaMeasure*>& measures) {
    Rational sum, least, most;
    int places = 0;
    for (const MediaMeasure* measure : measures) {
        sum = sum + measure->share->value();
        least = least + measure->share->lower();
        most = most + measure->share->upper();
        places = std::max(places, measure->share->places());
    }
    IndicatorValue value = value_of(media_label(dossier, *measures.front()), {sum, sum}, places, "per cent");
    value.value += fmt::format(" of {}", counted(static_cast<std::int64_t>(measures.size()), "actor", "actors"));
    const bool adds_up = least <= Rational(100) && Rational(100) <= most;
    value.note = adds_up ? "100 within what rounding allows" : "not 100 within what rounding allows";
    if (measures.front()->monitor_kind == Asserter::authority) value.note += "; official monitoring, not the mission's";
    return value;
}

/// A sum beside the total that the source gives for the same.
IndicatorValue sum_against_total(std::string of, const Interval& sum, const std::optional<Interval>& stated) {
    IndicatorValue value = value_of(std::move(of), bounds(sum), 0);
    if (!stated) value.note = "no stated total to compare with";
    else if (sum.is_exact() && *stated == sum)
        value.note = fmt::format("the stated total is {}: it agrees", stated->text());
    else
        value.note = fmt::format("the stated total is {}: it {}", stated->text(),
                                 sum.overlaps(*stated) ? "may agree" : "differs");
    return value;
}

using ActsKey = std::tuple<std::string, std::string, std::string>;

struct Sum {
    Interval count = Interval::exactly(0);
    std::optional<Interval> stated;
    std::string label;
    bool any = false;
};

}  // namespace

Indicator media_share_sum(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::map<MediaKey, std::vector<const MediaMeasure*>> groups;
    for (const MediaMeasure& measure : context.dossier.all<MediaMeasure>()) {
        if (!context.concerns(measure.election)) continue;
        if (!measure.share) {
            draft.add_missing(fmt::format("share of {}", label_of(context.dossier, measure)));
            continue;
        }
        groups[key_of(measure)].push_back(&measure);
        draft.add_input(measure, "share");
    }
    for (const auto& [key, measures] : groups) draft.add_value(media_sum(context.dossier, measures));
    draft.set_n(static_cast<std::int64_t>(groups.size()));
    return draft.finish("no share of media coverage is on record");
}

Indicator supervisory_acts_sum(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::map<ActsKey, Sum> sums;
    for (const SupervisoryAct& act : context.dossier.all<SupervisoryAct>()) {
        if (!context.concerns(act.election)) continue;
        const auto count = count_of(act.count);
        if (!count) {
            draft.add_missing(label_of(context.dossier, act));
            continue;
        }
        Sum& sum = sums[{act.body ? act.body->text() : std::string(), act.since.text(), act.until.text()}];
        draft.add_input(act, "count");
        if (sum.label.empty()) {
            std::vector<std::string> parts;
            append(parts, label(context.dossier, act.body));
            append(parts, period_words(act.since, act.until));
            sum.label = joined(parts, ", ");
        }
        if (act.kind == "total") {
            sum.stated = count;
            continue;
        }
        sum.count = sum.count + *count;
        sum.any = true;
    }
    std::int64_t n = 0;
    for (const auto& [key, sum] : sums) {
        if (!sum.any) continue;
        ++n;
        draft.add_value(sum_against_total(sum.label, sum.count, sum.stated));
    }
    draft.set_n(n);
    return draft.finish("no counted act of a supervisor is on record");
}

Indicator accreditation_sum(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::map<std::pair<Day, std::string>, Sum> sums;
    for (const AccreditationCount& each : context.dossier.all<AccreditationCount>()) {
        if (!context.concerns(each.election) || each.refused == YesNo::yes) continue;
        const auto count = count_of(each.count);
        if (!count) {
            draft.add_missing(label_of(context.dossier, each));
            continue;
        }
        Sum& sum = sums[{each.as_of.first().value_or(0), each.as_of.text()}];
        sum.label = each.as_of.empty() ? "on a day not stated" : "by " + each.as_of.words();
        draft.add_input(each, "count");
        if (each.total == YesNo::yes) {
            sum.stated = count;
            continue;
        }
        sum.count = sum.count + *count;
        sum.any = true;
    }
    std::int64_t n = 0;
    for (const auto& [day, sum] : sums) {
        if (!sum.any) continue;
        ++n;
        draft.add_value(sum_against_total(sum.label, sum.count, sum.stated));
    }
    draft.set_n(n);
    return draft.finish("no number of accredited observers is on record");
}

}  // namespace openeom::analysis
