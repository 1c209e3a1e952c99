// What the analyses say of the built-in dossier on the election of 15 January 2012.
#include <doctest/doctest.h>

#include <set>

#include "analysis_support.hpp"
#include "openeom/analysis/discrepancies.hpp"
#include "openeom/analysis/indicators.hpp"
#include "openeom/analysis/registration.hpp"
#include "openeom/analysis/sourcing.hpp"
#include "openeom/analysis/trace.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using test::contains;
using test::mentions;

namespace {

const Dossier& kazakhstan() {
    static const Dossier dossier = open("example:kazakhstan-2012");
    return dossier;
}

const analysis::Indicator& indicator(std::string_view id) {
    static const analysis::IndicatorsResult result = analysis::indicators(kazakhstan());
    return test::one(result.indicators, id, [](const auto& each) { return std::string_view(each.id); });
}

analysis::TraceResult traced(const std::string& of) {
    analysis::TraceOptions options;
    options.of = of;
    return analysis::trace(kazakhstan(), options);
}

bool reaches_a_source(const analysis::TraceResult& result) {
    return std::any_of(result.rows.begin(), result.rows.end(),
                       [](const auto& row) { return row.record.starts_with("source:"); });
}

}  // namespace

TEST_CASE("Kazakhstan: the mission's conclusion first, decisions with their days") {
    const analysis::RegistrationResult review = analysis::registration(kazakhstan());
    REQUIRE(review.conclusions.size() >= 2);
    CHECK(review.conclusions[0].quantity == "several");
    CHECK(review.conclusions[1].quantity == "a number of");
    for (const auto& conclusion : review.conclusions) CHECK(contains(conclusion.attribution, "mission"));
    REQUIRE(review.decisions.size() >= 3);
    CHECK(contains(review.decisions[0].subject_label, "Rukhaniyat"));
    CHECK(review.decisions[0].days_before_vote == Interval::exactly(18));
    CHECK(review.decisions[0].days_registered_before == Interval::exactly(14));
    CHECK(review.decisions[1].days_before_vote == Interval::at_least(9));
    CHECK(review.decisions[2].days_before_vote == Interval{5, 6});
    CHECK(contains(review.decisions[0].legal_ground, "89(6)(4)"));
    CHECK(review.decisions[0].criteria[0].assessment == analysis::CriterionState::unknown);
    for (const auto& decision : review.decisions) {
        CHECK(decision.comparison.starts_with("not computable"));
        for (const auto& criterion : decision.criteria)
            if (criterion.evidence.empty()) CHECK(criterion.assessment == analysis::CriterionState::unknown);
    }
}

TEST_CASE("Kazakhstan: possible instances have their own attribution and are nobody's list") {
    const analysis::RegistrationResult review = analysis::registration(kazakhstan());
    std::set<std::string> named;
    for (const auto& meaning : review.blocked)
        for (const auto& instance : meaning.instances) {
            CHECK_FALSE(contains(instance.attribution, "mission"));
            CHECK_FALSE(instance.evidence.empty());
            named.insert(instance.target.text());
        }
    for (const char* party : {"party:alga", "party:kpk", "party:rukhaniyat"}) CHECK(named.contains(party));
    for (const auto& conclusion : review.conclusions)
        for (const char* name : {"Alga", "Communist Party", "Rukhaniyat"})
            CHECK_FALSE(contains(conclusion.title, name));
}

TEST_CASE("Kazakhstan: indicators") {
    CHECK(contains(indicator("candidates_per_seat").value, "3.94"));
    const auto& denominators = indicator("denominator_consistency");
    REQUIRE(denominators.values.size() >= 2);
    CHECK(denominators.values[0].value == "9,011,446 to 9,037,009");
    CHECK(denominators.values[1].value == "9.291 to 9.305 million");
    CHECK(mentions(denominators.warnings, "noon and 20:00 do not meet"));
    for (const auto& sum : indicator("media_share_sum").values) CHECK(*sum.exact == Rational(100));
    CHECK(*indicator("supervisory_acts_sum").exact == Rational(76));
    const auto& observers = indicator("accreditation_sum").values;
    REQUIRE(observers.size() == 2);
    CHECK(*observers[0].exact == Rational(244));
    CHECK(*observers[1].exact == Rational(695));
    CHECK(contains(indicator("turnout_spread").value, "51.2 points"));
    CHECK(contains(indicator("turnout_jump").value, "South Kazakhstan 59.4 points between noon and 20:00"));
    CHECK(contains(indicator("deregistration_rate").value, "lists: 1 of 8"));
    CHECK(contains(indicator("deregistration_rate").value, "at least 18 of 386"));
    CHECK(indicator("womens_share").status == analysis::IndicatorStatus::not_computable);
    CHECK(contains(indicator("phase_balance").value, "tabulation: not stated"));
}

TEST_CASE("Kazakhstan: 13 discrepancies, 21 gaps and all 171 facts are reachable") {
    const analysis::DiscrepanciesResult discrepancies = analysis::discrepancies(kazakhstan());
    CHECK(discrepancies.count == 13);
    for (const auto& each : discrepancies.discrepancies) CHECK(reaches_a_source(traced("discrepancy:" + each.id)));
    std::size_t gaps = 0;
    for (const Gap& gap : kazakhstan().all<Gap>()) {
        CHECK(traced("gap:" + gap.id.text()).rows.size() >= 1);
        ++gaps;
    }
    CHECK(gaps == 21);
    std::set<std::string> facts;
    for (const Evidence& evidence : kazakhstan().all<Evidence>())
        if (!evidence.locator.fact.empty()) facts.insert(evidence.locator.fact);
    CHECK(facts.size() == 171);
    for (const std::string& fact : facts) {
        CAPTURE(fact);
        CHECK(reaches_a_source(traced("fact:" + fact)));
    }
}

TEST_CASE("Kazakhstan: the documents are anchored") {
    for (const char* id : {"press-release", "statement"}) {
        CAPTURE(id);
        analysis::SourcingOptions options;
        options.document = id;
        const analysis::SourcingResult result = analysis::sourcing(kazakhstan(), options);
        CHECK(contains(result.summary, "100.0 % of asserting sentences anchored"));
        CHECK(result.asserting > 10);
        CHECK(result.without_evidence.empty());
        CHECK(result.changes.empty());
    }
    for (const auto& each : analysis::indicators(kazakhstan()).indicators)
        for (const auto& printed : each.printed) {
            CAPTURE(printed.printed);
            CHECK(printed.agreement != analysis::FigureAgreement::differs);
        }
}
