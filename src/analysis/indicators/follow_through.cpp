#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"

namespace openeom::analysis {

namespace {

/// The middle value, or the mean of the two in the middle.
Rational median(std::vector<std::int64_t> days) {
    std::sort(days.begin(), days.end());
    const std::size_t half = days.size() / 2;
    if (days.size() % 2 == 1) return Rational(days[half]);
    return Rational(checked_add(days[half - 1], days[half]), 2);
}

std::int64_t size_of(const std::vector<std::int64_t>& values) {
    return static_cast<std::int64_t>(values.size());
}

/// The latest evaluation of each recommendation.
std::map<std::string, const FollowUp*> latest_evaluations(const Dossier& dossier) {
    std::map<std::string, const FollowUp*> found;
    for (const FollowUp& follow_up : dossier.all<FollowUp>()) {
        if (!follow_up.recommendation) continue;
        const FollowUp*& kept = found[follow_up.recommendation->text()];
        if (!kept || certainly_before(kept->date, follow_up.date)) kept = &follow_up;
    }
    return found;
}

}  // namespace

Indicator complaint_timeliness(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    std::vector<std::int64_t> days;
    std::int64_t before_the_vote = 0, dated = 0;
    for (const Complaint& complaint : context.dossier.all<Complaint>()) {
        if (!context.concerns(complaint.election)) continue;
        const Interval taken = days_between(complaint.lodged, complaint.decided);
        if (!taken.is_exact()) {
            draft.add_missing(
                fmt::format("days from lodging to decision of '{}'", label_of(context.dossier, complaint)));
            continue;
        }
        days.push_back(*taken.lower);
        draft.add_input(complaint, "lodged");
        draft.add_input(complaint, "decided");
        if (context.vote.empty()) continue;
        ++dated;
        if (certainly_before(complaint.decided, context.vote)) ++before_the_vote;
    }
    draft.set_n(size_of(days));
    if (days.empty()) return draft.finish("no complaint with exact days of lodging and decision is on record");
    draft.add_value(value_of("median from lodging to decision", {median(days), median(days)}, 1, "days"));
    if (dated > 0) {
        const Rational share = Rational(100) * Rational(before_the_vote, dated);
        IndicatorValue value = value_of("decided before election day", {share, share}, 1, "per cent");
        value.value = fmt::format("{} of {}", before_the_vote, dated);
        draft.add_value(std::move(value));
    }
    return draft.finish({});
}

Indicator recommendation_uptake(const IndicatorContext& context) {
    IndicatorDraft draft(context);
    const auto evaluations = latest_evaluations(context.dossier);
    std::map<FollowUpStatus, std::int64_t> by_status;
    std::int64_t n = 0, repeated = 0;
    for (const Recommendation& recommendation : context.dossier.all<Recommendation>()) {
        if (recommendation.repeats) {
            ++repeated;
            draft.add_input(recommendation, "repeats");
        }
        const auto found = evaluations.find(recommendation.id.text());
        if (found == evaluations.end() || found->second->status == FollowUpStatus::not_yet_evaluated) {
            draft.add_missing(fmt::format("evaluation of '{}'", label_of(context.dossier, recommendation)));
            continue;
        }
        ++n;
        ++by_status[found->second->status];
        draft.add_input(*found->second, "status");
    }
    draft.set_n(n);
    for (const auto& [status, count] : by_status) {
        const Rational share = Rational(100) * Rational(count, n);
        IndicatorValue value = value_of(words(status), {share, share}, 1, "per cent");
        value.value = fmt::format("{} of {} evaluated = {} per cent", count, n, share.decimal(1));
        draft.add_value(std::move(value));
    }
    if (repeated > 0)
        draft.add_value(value_of("repeated from earlier", bounds(Interval::exactly(repeated)), 0, "recommendations"));
    return draft.finish("no recommendation has been evaluated on record");
}

}  // namespace openeom::analysis
