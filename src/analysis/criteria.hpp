// The thirteen criteria of due process for one decision: what the file holds on each, and the standards that applied.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/analysis/registration.hpp"

namespace openeom::analysis {

/// Before whom a decision was taken: ICCPR 14 and the like are cited at the court stage only.
enum class Stage { not_stated, administrative, court };
Stage stage_of(const Dossier& dossier, const RegistrationEvent& event);

/// All thirteen in order. A criterion recorded as met, partly met or not met without evidence is shown as unknown.
std::vector<CriterionReview> review_criteria(const Dossier& dossier, const RegistrationEvent& event,
                                             std::string_view country, const Date& on);

/// Criteria whose recorded assessment review_criteria does not take over, in words.
std::vector<std::string> assessments_without_evidence(const Dossier& dossier, const RegistrationEvent& event);

/// "evidence held on 4 of 13 criteria: met 1, partly met 0, not met 1; unknown 11".
void summarise_criteria(RegistrationDecision& decision);

/// The standards and views that the reviews cite, in order of id.
std::vector<CitedStandard> cited_standards(const Dossier& dossier, const std::vector<RegistrationDecision>& decisions);

}  // namespace openeom::analysis
