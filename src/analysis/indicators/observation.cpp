#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"
#include "analysis/voices.hpp"

namespace openeom::analysis {

namespace {

std::optional<Interval> stations(const IndicatorContext& context) {
    return context.election ? count_of(context.election->polling_stations) : std::nullopt;
}

bool observed(const IndicatorContext& context, const Mission& mission) {
    return mission.elections.empty() ||
           std::any_of(mission.elections.begin(), mission.elections.end(),
                       [&](const Ref<Election>& election) { return context.concerns(election); });
}

bool is_accredited_organisation(const AccreditationCount& count) {
    return count.refused != YesNo::yes && count.total != YesNo::yes;
}

/// The last day for which observers of organisations were counted.
Date last_count(const IndicatorContext& context) {
    Date last;
    for (const AccreditationCount& count : context.dossier.all<AccreditationCount>())
        if (context.concerns(count.election) && is_accredited_organisation(count) &&
            (last.empty() || certainly_before(last, count.as_of)))
            last = count.as_of;
    return last;
}

/// "positive" where the mission's findings on a phase agree, else each polarity once.
std::string polarity_words(const std::vector<const Finding*>& findings) {
    std::vector<std::string> found;
    for (const Finding* finding : findings) {
        const std::string polarity = words(finding->polarity.code);
        if (std::find(found.begin(), found.end(), polarity) == found.end()) found.push_back(polarity);
    }
    return found.empty() ? "not stated" : joined(found, " and ");
}

std::vector<const Finding*> missions_findings(const IndicatorContext& context, Phase phase) {
    std::vector<const Finding*> found;
    const Mission* mission = mission_of(context.dossier, context.election);
    for (const Finding& finding : context.dossier.all<Finding>()) {
        const bool own = is_missions_own(context.dossier, finding, mission) && is_upheld(finding);
        if (own && finding.phase == phase && finding.polarity.stated() && context.concerns(finding.election))
            found.push_back(&finding);
    }
    return found;
}

/// "2 findings of the mission; how many: 231 of 240; several": one finding may concern a small part of a phase.
std::string what_was_found(const std::vector<const Finding*>& findings) {
    std::string made = counted(static_cast<std::int64_t>(findings.size()), "finding of the mission", "findings of the mission");
    std::vector<std::string> counts;
    for (const Finding* finding : findings)
        if (finding->quantity.value.is_stated()) counts.push_back(finding->quantity.value.text());
    return counts.empty() ? made : fmt::format("{}; how many: {}", made, joined(counts, "; "));
}

}  // namespace

Indicator observation_coverage(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const auto all = stations(context);
    if (!all) return draft.finish("the number of polling stations is not on record");
    std::int64_t n = 0;
    for (const Mission& mission : context.dossier.all<Mission>()) {
        if (!observed(context, mission)) continue;
        const auto seen = count_of(mission.stations_observed);
        if (!seen) {
            draft.add_missing(fmt::format("polling stations observed by {}", label_of(context.dossier, mission)));
            continue;
        }
        ++n;
        draft.add_input(mission, "stations_observed");
        draft.add_input(*context.election, "polling_stations");
        if (seen->lower && all->upper && *seen->lower > *all->upper) {
            draft.add_missing(fmt::format("{}: {} polling stations observed of {} on record", label_of(context.dossier, mission),
                                          seen->text(), all->text()));
            continue;
        }
        const Bounds share = ratio(*seen, *all, Rational(100));
        IndicatorValue value = value_of(label_of(context.dossier, mission), share, 1);
        value.value = fmt::format("{} of {} stations = {} per cent", seen->text(), all->text(), bounds_text(share, 1));
        draft.add_value(std::move(value));
    }
    draft.set_n(n);
    return draft.finish("no mission's number of polling stations observed, of those that there are, is on record");
}

Indicator observers_per_100_stations(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const auto all = stations(context);
    if (!all) return draft.finish("the number of polling stations is not on record");
    const Date last = last_count(context);
    std::int64_t n = 0;
    for (const AccreditationCount& count : context.dossier.all<AccreditationCount>()) {
        if (!context.concerns(count.election) || !is_accredited_organisation(count) || !(count.as_of == last)) continue;
        const auto observers = count_of(count.count);
        if (!observers) {
            draft.add_missing(label_of(context.dossier, count));
            continue;
        }
        ++n;
        draft.add_input(count, "count");
        draft.add_input(*context.election, "polling_stations");
        IndicatorValue value = value_of(label_of(context.dossier, count), ratio(*observers, *all, Rational(100)), 2);
        value.note = fmt::format("{} accredited", observers->text());
        draft.add_value(std::move(value));
    }
    draft.set_n(n);
    return draft.finish("no number of accredited observers is on record");
}

/// In words only: shares need counts of observations, and silence on a phase is not stated.
Indicator phase_balance(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    bool any = false;
    std::vector<IndicatorValue> values;
    for (const Phase phase : {Phase::opening, Phase::voting, Phase::counting, Phase::tabulation}) {
        const auto findings = missions_findings(context, phase);
        for (const Finding* finding : findings) draft.add_input(*finding, "polarity.code");
        any = any || !findings.empty();
        IndicatorValue value;
        value.of = words(phase);
        value.value = polarity_words(findings);
        if (findings.empty()) draft.add_missing(fmt::format("assessment of {}", words(phase)));
        else value.note = what_was_found(findings);
        values.push_back(std::move(value));
    }
    draft.add_warning("in words only, from the polarity of the mission's findings on each phase; shares need the single observations");
    if (!any) return draft.finish("no finding of the mission on a phase of election day is on record");
    for (IndicatorValue& value : values) draft.add_value(std::move(value));
    return draft.finish({});
}

}  // namespace openeom::analysis
