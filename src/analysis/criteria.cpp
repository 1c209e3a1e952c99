#include "analysis/criteria.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "analysis/labels.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

/// In the order of Criterion, its first code, not_stated, left out.
constexpr std::array kAssessments{&DueProcess::legal_ground,
                                  &DueProcess::facts_proved,
                                  &DueProcess::reasoned_decision,
                                  &DueProcess::notice,
                                  &DueProcess::opportunity_to_cure,
                                  &DueProcess::hearing,
                                  &DueProcess::impartial_decision_maker,
                                  &DueProcess::effective_appeal,
                                  &DueProcess::proportionality,
                                  &DueProcess::non_discrimination,
                                  &DueProcess::uniform_application,
                                  &DueProcess::timeliness,
                                  &DueProcess::prior_judicial_control};

Criterion criterion_at(std::size_t position) {
    return static_cast<Criterion>(position + 1);
}

/// The dossier's own definition, else the catalogue's; null where neither has one.
const CriterionDefinition* definition_of(const Dossier& dossier, Criterion criterion) {
    for (const Dossier* where : {&dossier, &catalogue()})
        for (const CriterionDefinition& definition : where->all<CriterionDefinition>())
            if (definition.criterion == criterion) return &definition;
    return nullptr;
}

std::string number_of(const CriterionDefinition* definition, std::size_t position) {
    return definition && !definition->number.empty() ? definition->number : fmt::format("D{}", position + 1);
}

Assessment recorded(const RegistrationEvent& event, std::size_t position) {
    return event.due_process ? (*event.due_process).*kAssessments[position] : Assessment::unknown;
}

std::vector<const CriterionEvidence*> held_on(const RegistrationEvent& event, Criterion criterion) {
    std::vector<const CriterionEvidence*> found;
    if (!event.due_process) return found;
    for (const CriterionEvidence& held : event.due_process->held)
        if (held.criterion == criterion) found.push_back(&held);
    return found;
}

bool has_evidence(const std::vector<const CriterionEvidence*>& held) {
    return std::any_of(held.begin(), held.end(), [](const CriterionEvidence* each) { return !each->evidence.empty(); });
}

bool needs_evidence(Assessment assessment) {
    return assessment == Assessment::met || assessment == Assessment::partly_met || assessment == Assessment::not_met;
}

CriterionState shown(Assessment assessment) {
    switch (assessment) {
        case Assessment::unknown: break;
        case Assessment::met: return CriterionState::met;
        case Assessment::partly_met: return CriterionState::partly_met;
        case Assessment::not_met: return CriterionState::not_met;
        case Assessment::not_applicable: return CriterionState::not_applicable;
    }
    return CriterionState::unknown;
}

template <class T>
void add_once(std::vector<T>& all, const T& value) {
    if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
}

/// Sentences follow each other; fragments are parted by semicolons.
std::string one_after_another(const std::vector<std::string>& texts) {
    std::string made;
    for (const std::string& text : texts) {
        if (!made.empty()) made += made.ends_with('.') ? " " : "; ";
        made += text;
    }
    return made;
}

/// How a standard is cited: its id, and what it is where it is no obligation; empty where it did not apply.
std::string citation(const Dossier& dossier, const std::string& id, std::string_view country, const Date& on) {
    const Standard* standard = find_here_or_in_catalogue<Standard>(dossier, id);
    if (!standard) return id + " (not in the catalogue)";
    const Bindingness binding = bindingness(dossier, *standard);
    if (binding == Bindingness::good_practice) {  // it binds nobody, and is cited wherever it existed
        const Standard* instrument = find_here_or_in_catalogue<Standard>(dossier, standard->instrument);
        const Date& adopted = standard->adopted.empty() && instrument ? instrument->adopted : standard->adopted;
        return certainly_before(on, adopted) ? std::string() : fmt::format("{} ({})", id, words(binding));
    }
    const bool obliges = binding == Bindingness::treaty || binding == Bindingness::political_commitment;
    switch (applies(dossier, *standard, country, on)) {
        case Applies::yes:
            return obliges || binding == Bindingness::not_stated ? id : fmt::format("{} ({})", id, words(binding));
        case Applies::unknown: return fmt::format("{} (whether it applied is not established)", id);
        case Applies::no: break;
    }
    return {};
}

std::string case_citation(const Dossier& dossier, const std::string& id, const Date& on) {
    const CaseLaw* law = find_here_or_in_catalogue<CaseLaw>(dossier, id);
    if (!law) return id + " (not in the catalogue)";
    if (certainly_before(on, law->decided)) return {};
    return law->bindingness == Bindingness::not_stated ? id : fmt::format("{} ({})", id, words(law->bindingness));
}

std::vector<std::string> standards_of(const Dossier& dossier, const CriterionDefinition& definition, Stage stage,
                                      std::string_view country, const Date& on) {
    std::vector<std::string> ids = definition.standards_administrative;
    if (stage == Stage::court)
        ids.insert(ids.end(), definition.standards_court.begin(), definition.standards_court.end());
    std::vector<std::string> made;
    for (const std::string& id : ids)
        if (const std::string cited = citation(dossier, id, country, on); !cited.empty()) add_once(made, cited);
    for (const std::string& id : definition.case_law)
        if (const std::string cited = case_citation(dossier, id, on); !cited.empty()) add_once(made, cited);
    return made;
}

void fill_in_evidence(const Dossier& dossier, CriterionReview& review,
                      const std::vector<const CriterionEvidence*>& held) {
    std::vector<std::string> holds, by;
    for (const CriterionEvidence* each : held) {
        if (each->evidence.empty()) continue;
        if (!each->holds.empty()) holds.push_back(each->holds);
        add_once(by, attribution(dossier, each->asserted_by, each->asserted_by_whom));
        for (const Ref<Evidence>& evidence : each->evidence) add_once(review.evidence, evidence);
    }
    review.holds = one_after_another(holds);
    review.asserted_by = joined(by);
}

CitedStandard cited_standard(const Dossier& dossier, const std::string& id) {
    CitedStandard row;
    row.id = id;
    if (const Standard* standard = find_here_or_in_catalogue<Standard>(dossier, id)) {
        row.title = standard->title;
        if (const Standard* instrument = find_here_or_in_catalogue<Standard>(dossier, standard->instrument))
            row.title = fmt::format("{}: {}", instrument->title, standard->title);
        row.paragraph = standard->paragraph;
        row.summary = standard->summary;
        row.bindingness = bindingness(dossier, *standard);
    } else if (const CaseLaw* law = find_here_or_in_catalogue<CaseLaw>(dossier, id)) {
        row.title = law->title;
        row.paragraph = law->number;
        row.summary = law->summary;
        row.bindingness = law->bindingness;
    }
    return row;
}

}  // namespace

Stage stage_of(const Dossier& dossier, const RegistrationEvent& event) {
    if (event.kind == RegistrationKind::suspended_by_court) return Stage::court;
    const Body* body = dossier.find(event.body);
    if (!body || body->kind == BodyKind::not_stated) return Stage::not_stated;
    return body->kind == BodyKind::court ? Stage::court : Stage::administrative;
}

std::vector<CriterionReview> review_criteria(const Dossier& dossier, const RegistrationEvent& event,
                                             std::string_view country, const Date& on) {
    const Stage stage = stage_of(dossier, event);
    std::vector<CriterionReview> reviews;
    for (std::size_t position = 0; position < kAssessments.size(); ++position) {
        const Criterion criterion = criterion_at(position);
        const CriterionDefinition* definition = definition_of(dossier, criterion);
        const auto held = held_on(event, criterion);
        CriterionReview review;
        review.number = number_of(definition, position);
        review.title = definition ? definition->title : words(criterion);
        if (definition) review.group = definition->group;
        if (definition) review.standards = standards_of(dossier, *definition, stage, country, on);
        const Assessment assessment = recorded(event, position);
        review.assessment = shown(needs_evidence(assessment) && !has_evidence(held) ? Assessment::unknown : assessment);
        fill_in_evidence(dossier, review, held);
        reviews.push_back(std::move(review));
    }
    return reviews;
}

std::vector<std::string> assessments_without_evidence(const Dossier& dossier, const RegistrationEvent& event) {
    std::vector<std::string> made;
    for (std::size_t position = 0; position < kAssessments.size(); ++position) {
        const Assessment assessment = recorded(event, position);
        if (!needs_evidence(assessment) || has_evidence(held_on(event, criterion_at(position)))) continue;
        const std::string number = number_of(definition_of(dossier, criterion_at(position)), position);
        made.push_back(
            fmt::format("{} is recorded as {} without evidence, and counted as unknown", number, words(assessment)));
    }
    return made;
}

void summarise_criteria(RegistrationDecision& decision) {
    for (const CriterionReview& review : decision.criteria) {
        if (!review.evidence.empty()) ++decision.criteria_with_evidence;
        switch (review.assessment) {
            case CriterionState::met: ++decision.met; break;
            case CriterionState::partly_met: ++decision.partly_met; break;
            case CriterionState::not_met: ++decision.not_met; break;
            case CriterionState::not_applicable: ++decision.not_applicable; break;
            case CriterionState::unknown:
            case CriterionState::not_stated: ++decision.unknown; break;
        }
    }
    decision.evidence_held =
        fmt::format("evidence held on {} of {} criteria: met {}, partly met {}, not met {}; unknown {}",
                    decision.criteria_with_evidence, decision.criteria.size(), decision.met, decision.partly_met,
                    decision.not_met, decision.unknown);
    if (decision.not_applicable > 0)
        decision.evidence_held += fmt::format("; not applicable {}", decision.not_applicable);
}

std::vector<CitedStandard> cited_standards(const Dossier& dossier, const std::vector<RegistrationDecision>& decisions) {
    std::set<std::string> ids;
    for (const RegistrationDecision& decision : decisions)
        for (const CriterionReview& review : decision.criteria)
            for (const std::string& cited : review.standards) ids.insert(cited.substr(0, cited.find(' ')));
    std::vector<CitedStandard> made;
    for (const std::string& id : ids) made.push_back(cited_standard(dossier, id));
    return made;
}

}  // namespace openeom::analysis
