#include "openeom/analysis/indicators.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/head.hpp"
#include "analysis/indicators/list.hpp"
#include "analysis/labels.hpp"
#include "analysis/scope.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

struct Known {
    std::string_view id;
    Indicator (*compute)(const IndicatorContext& context);
};

constexpr std::array kKnown{
    Known{"refusal_rate", refusal_rate},
    Known{"deregistration_rate", deregistration_rate},
    Known{"evidence_held", evidence_held},
    Known{"days_before_vote", days_before_vote_of_decisions},
    Known{"nomination_attrition", nomination_attrition},
    Known{"candidates_per_seat", candidates_per_seat},
    Known{"womens_share", womens_share},
    Known{"turnout_by_region", turnout_by_region},
    Known{"turnout_spread", turnout_spread},
    Known{"turnout_jump", turnout_jump},
    Known{"denominator_consistency", denominator_consistency},
    Known{"observation_coverage", observation_coverage},
    Known{"observers_per_100_stations", observers_per_100_stations},
    Known{"media_share_sum", media_share_sum},
    Known{"supervisory_acts_sum", supervisory_acts_sum},
    Known{"accreditation_sum", accreditation_sum},
    Known{"phase_balance", phase_balance},
    Known{"complaint_timeliness", complaint_timeliness},
    Known{"recommendation_uptake", recommendation_uptake},
};

bool has_number(const std::optional<Rational>& exact, const std::optional<Rational>& lower,
                const std::optional<Rational>& upper) {
    return exact || lower || upper;
}

/// False where there are words only, which have no unit.
bool is_numeric(const Indicator& indicator) {
    return has_number(indicator.exact, indicator.lower, indicator.upper) ||
           std::any_of(indicator.values.begin(), indicator.values.end(),
                       [](const IndicatorValue& value) { return has_number(value.exact, value.lower, value.upper); });
}

/// What a number printed as the value's text is counted in: "9.291 to 9.305 million".
Rational unit_of(std::string_view text) {
    return Rational(text.ends_with(" million") ? 1'000'000 : 1);
}

/// Whether what was computed, an indicator or one of its values, reaches into the numbers that round to `printed`.
template <class Computed>
bool reaches(const Decimal& printed, const Computed& computed) {
    if (!has_number(computed.exact, computed.lower, computed.upper)) return false;
    const std::optional<Rational>& least = computed.exact ? computed.exact : computed.lower;
    const std::optional<Rational>& most = computed.exact ? computed.exact : computed.upper;
    const auto in = [&](const Rational& unit) {
        return (!least || *least <= printed.upper() * unit) && (!most || *most >= printed.lower() * unit);
    };
    return in(Rational(1)) || in(unit_of(computed.value));
}

FigureAgreement agreement(const Indicator& indicator, const PublishedFigure& figure) {
    if (!figure.value || !is_numeric(indicator)) return FigureAgreement::not_comparable;
    const bool found = reaches(*figure.value, indicator) ||
                       std::any_of(indicator.values.begin(), indicator.values.end(),
                                   [&](const IndicatorValue& value) { return reaches(*figure.value, value); });
    return found ? FigureAgreement::agrees : FigureAgreement::differs;
}

bool is_corrected(const Dossier& dossier, const PublishedFigure& figure) {
    const auto errata = dossier.all<Erratum>();
    return std::any_of(errata.begin(), errata.end(), [&](const Erratum& erratum) { return erratum.figure.id() == figure.id; });
}

void add_printed(const Dossier& dossier, Indicator& indicator) {
    for (const PublishedFigure& figure : dossier.all<PublishedFigure>()) {
        if (figure.indicator != indicator.id) continue;
        PrintedValue row;
        row.figure = Ref<PublishedFigure>(figure.id);
        row.printed = figure.printed;
        row.agreement = agreement(indicator, figure);
        if (figure.sentence) row.note = "sentence " + figure.sentence->text();
        else if (figure.document) row.note = "document " + figure.document->text();
        if (is_corrected(dossier, figure)) row.note += row.note.empty() ? "corrected since" : ", corrected since";
        indicator.printed.push_back(std::move(row));
    }
}

Indicator compute(const IndicatorContext& context, const Known& known) {
    Indicator made;
    try {
        made = known.compute(context);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::overflow) throw;
        made.status = IndicatorStatus::not_computable;
        made.reason = "the numbers do not fit: " + error.message();
    }
    made.id = known.id;
    const IndicatorDefinition* definition = find_here_or_in_catalogue<IndicatorDefinition>(context.dossier, known.id);
    made.title = definition ? definition->title : words(known.id);
    add_printed(context.dossier, made);
    if (!definition) return made;
    made.formula = definition->formula;
    if (made.status == IndicatorStatus::not_computable || is_numeric(made)) made.unit = definition->unit;
    if (!definition->warnings.empty()) made.warnings.insert(made.warnings.begin(), definition->warnings);
    return made;
}

bool is_known(std::string_view id) {
    return std::any_of(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.id == id; });
}

/// Definitions of the catalogue that have no function here.
std::vector<std::string> not_computed() {
    std::vector<std::string> made;
    for (const IndicatorDefinition& definition : catalogue().all<IndicatorDefinition>())
        if (!is_known(definition.id.text()))
            made.push_back(fmt::format("{}: this version computes no indicator from vote counts", definition.title));
    return made;
}

void require_known(std::string_view id) {
    if (id.empty() || is_known(id)) return;
    std::vector<std::string_view> names;
    for (const Known& known : kKnown) names.push_back(known.id);
    throw Error(ErrorCode::not_found, unknown_name("indicator", id, names), {}, "'openeom indicators' lists them");
}

}  // namespace

IndicatorsResult indicators(const Dossier& dossier, const IndicatorsOptions& options) {
    require_known(options.indicator);
    const Election* election = choose_election(dossier, options.election);
    RegistrationOptions of_this_election;
    if (election) of_this_election.election = election->id.text();
    const RegistrationResult review = registration(dossier, of_this_election);
    const IndicatorContext context{dossier, election, vote_day(election), review};

    IndicatorsResult result;
    IndicatorsOptions in_full = options;
    in_full.election = of_this_election.election;
    result.head = head_for(dossier, "indicators", in_full);
    result.title = election ? "Indicators: " + label_of(dossier, *election) : std::string("Indicators");
    if (election) result.election = Ref<Election>(election->id);
    for (const Known& known : kKnown)
        if (options.indicator.empty() || options.indicator == known.id)
            result.indicators.push_back(compute(context, known));
    result.head.assumptions = {"indicators describe; none is a conclusion",
                               "vague quantities enter no arithmetic and are counted as missing",
                               "the value that a record holds is used; where sources disagree, see discrepancies"};
    result.head.not_computed = not_computed();
    return result;
}

}  // namespace openeom::analysis
