// The indicators that need no vote counts, each a function of the context.
#pragma once

#include "analysis/indicators/draft.hpp"

namespace openeom::analysis {

// nominations.cpp
Indicator refusal_rate(const IndicatorContext& context);
Indicator deregistration_rate(const IndicatorContext& context);
Indicator evidence_held(const IndicatorContext& context);
Indicator days_before_vote_of_decisions(const IndicatorContext& context);
Indicator nomination_attrition(const IndicatorContext& context);
Indicator candidates_per_seat(const IndicatorContext& context);
Indicator womens_share(const IndicatorContext& context);

// turnout.cpp
Indicator turnout_by_region(const IndicatorContext& context);
Indicator turnout_spread(const IndicatorContext& context);
Indicator turnout_jump(const IndicatorContext& context);
Indicator denominator_consistency(const IndicatorContext& context);

// observation.cpp
Indicator observation_coverage(const IndicatorContext& context);
Indicator observers_per_100_stations(const IndicatorContext& context);
Indicator phase_balance(const IndicatorContext& context);

// sums.cpp
Indicator media_share_sum(const IndicatorContext& context);
Indicator supervisory_acts_sum(const IndicatorContext& context);
Indicator accreditation_sum(const IndicatorContext& context);

// follow_through.cpp
Indicator complaint_timeliness(const IndicatorContext& context);
Indicator recommendation_uptake(const IndicatorContext& context);

}  // namespace openeom::analysis
