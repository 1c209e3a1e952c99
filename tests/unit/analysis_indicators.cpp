// Indicators: values, exactness, what is missing, and that they follow their inputs.
#include <doctest/doctest.h>

#include <set>

#include "analysis_support.hpp"
#include "openeom/analysis/indicators.hpp"

using namespace openeom;
using analysis::Indicator;
using analysis::IndicatorStatus;
using test::contains;
using test::mentions;

namespace {

const std::string kElection =
    R"("elections": [{"id": "v", "names": [{"text": "Elections"}], "dates": ["2027-03-14"], "polling_stations": {"exact": 9764}}])";

Indicator indicator(const std::string& id, const std::string& registers) {
    const Dossier dossier =
        test::dossier(registers.starts_with("\"elections\"") ? registers : kElection + ", " + registers);
    analysis::IndicatorsOptions options;
    options.indicator = id;
    const analysis::IndicatorsResult result = analysis::indicators(dossier, options);
    REQUIRE(result.indicators.size() == 1);
    return result.indicators[0];
}

const analysis::IndicatorValue& value(const Indicator& indicator, std::string_view of) {
    return test::one(indicator.values, of, [](const auto& each) { return std::string_view(each.of); });
}

std::string seats(const std::string& candidates, const std::string& seat_count) {
    return R"("seat_tiers": [{"id": "t", "election": "v", "seats": )" + seat_count + R"(, "method": "list_pr"}],
        "registration_totals": [{"id": "c", "election": "v", "tier": "t", "stage": "registered", "counted": "persons", "count": )" +
           candidates + R"(, "evidence": ["e1"]}])";
}

std::string turnout(const std::string& id, const std::string& place, const std::string& hour,
                    const std::string& percent) {
    return R"({"id": ")" + id + R"(", "election": "v", "place": ")" + place + R"(", "at": "2027-03-14T)" + hour +
           R"(:00+06:00", "percent": ")" + percent + "\"}";
}

const std::string kPlaces =
    R"("places": [{"id": "north", "kind": "region", "names": [{"text": "North"}]}, {"id": "south", "kind": "region", "names": [{"text": "South"}]},
    {"id": "east", "kind": "region", "names": [{"text": "East"}]}, {"id": "all", "kind": "country", "names": [{"text": "Norlandia"}]}])";

std::string national(const std::string& members) {
    return R"("turnouts": [)" + members + "]";
}

}  // namespace

TEST_CASE("candidates per seat follow their inputs") {
    const Indicator first = indicator("candidates_per_seat", seats(R"({"exact": 386})", "98"));
    CHECK(first.status == IndicatorStatus::computed);
    CHECK(contains(first.value, "3.94"));
    CHECK(*first.exact == Rational(386, 98));
    CHECK(first.inputs.size() == 2);
    CHECK(first.inputs[0].record.text() == "registration_total:c");
    CHECK(first.inputs[0].evidence.size() == 1);
    CHECK_FALSE(first.formula.empty());
    CHECK(*indicator("candidates_per_seat", seats(R"({"exact": 200})", "100")).exact == Rational(2));

    const Indicator range = indicator("candidates_per_seat", seats(R"({"range": [100, 150]})", "50"));
    CHECK_FALSE(range.exact.has_value());
    CHECK(*range.lower == Rational(2));
    CHECK(*range.upper == Rational(3));
    const Indicator least = indicator("candidates_per_seat", seats(R"({"at_least": 101})", "50"));
    CHECK(contains(least.value, "at least 2.02"));
    CHECK_FALSE(least.upper.has_value());
}

TEST_CASE("a vague count enters no arithmetic") {
    const Indicator vague =
        indicator("candidates_per_seat", seats(R"({"vague": {"scale": "number", "term": "many"}})", "98"));
    CHECK(vague.status == IndicatorStatus::not_computable);
    CHECK_FALSE(vague.exact.has_value());
    CHECK(vague.missing == 1);
    CHECK_FALSE(vague.reason.empty());
    CHECK(indicator("candidates_per_seat", seats(R"({"exact": 5})", "0")).status == IndicatorStatus::not_computable);
}

TEST_CASE("the latest total that leaves nothing out is taken") {
    const std::string tiers =
        R"("seat_tiers": [{"id": "t", "election": "v", "seats": 10, "method": "list_pr"}, {"id": "u", "election": "v", "seats": 9, "method": "indirect"}],)";
    const auto total = [](const std::string& id, const std::string& count, const std::string& more) {
        return R"({"id": ")" + id +
               R"(", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": )" + count + "}" +
               more + "}";
    };
    CHECK(*indicator("candidates_per_seat",
                     tiers + R"("registration_totals": [)" + total("a", "30", R"(, "as_of": "2027-01-01")") + ", " +
                         total("b", "20", R"(, "as_of": "2027-02-01")") + ", " +
                         total("c", "99", R"(, "of": "women only", "as_of": "2027-03-01")") + "]")
               .exact == Rational(2));
}

TEST_CASE("refusal rate: lists and persons apart, and no refusal is not taken for granted") {
    const auto rate = [](const std::string& totals) {
        return indicator("refusal_rate", R"("registration_totals": [)" + totals + "]");
    };
    const auto total = [](const std::string& id, const std::string& stage, const std::string& counted,
                          const std::string& n) {
        return R"({"id": ")" + id + R"(", "election": "v", "stage": ")" + stage + R"(", "counted": ")" + counted +
               R"(", "count": {"exact": )" + n + "}}";
    };
    const Indicator all_registered =
        rate(total("a", "submitted", "lists", "8") + ", " + total("b", "registered", "lists", "8"));
    CHECK(*all_registered.exact == Rational(0));
    CHECK(contains(all_registered.value, "lists: 0 of 8"));
    CHECK(mentions(all_registered.missing_items, "persons"));
    const Indicator some_missing =
        rate(total("a", "submitted", "lists", "8") + ", " + total("b", "registered", "lists", "6"));
    CHECK_FALSE(some_missing.exact.has_value());
    CHECK(*some_missing.lower == Rational(0));
    CHECK(*some_missing.upper == Rational(25));
    const Indicator stated =
        rate(total("a", "submitted", "lists", "8") + ", " + total("b", "refused", "lists", "1") + ", " +
             total("c", "submitted", "persons", "400") + ", " + total("d", "refused", "persons", "3"));
    CHECK(*value(stated, "lists").exact == Rational(25, 2));
    CHECK(*value(stated, "persons").exact == Rational(3, 4));
    CHECK(rate(total("a", "submitted", "lists", "8")).status == IndicatorStatus::not_computable);
}

TEST_CASE("de-registration rate: a lower bound where a batch has no number or lists are unaccounted for") {
    const std::string totals = R"("registration_totals": [
        {"id": "a", "election": "v", "stage": "registered", "counted": "lists", "count": {"exact": 8}},
        {"id": "b", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 386}}%],
        "parties": [{"id": "p", "names": [{"text": "P"}]}], "candidate_lists": [{"id": "l", "party": "p", "election": "v"}],
        "seat_tiers": [{"id": "t", "election": "v"}], "registration_events": [
        {"id": "x", "subject": "candidate_list:l", "kind": "deregistered", "decided": "2027-02-24"},
        {"id": "y", "subject": "seat_tier:t", "kind": "deregistered", "published": "2027-03-05", "subjects": {"exact": 18}}#])";
    const auto filled = [&](const std::string& total, const std::string& event) {
        std::string made = totals;
        made.replace(made.find('%'), 1, total);
        made.replace(made.find('#'), 1, event);
        return indicator("deregistration_rate", made);
    };
    const std::string on_ballot =
        R"(, {"id": "c", "election": "v", "stage": "on_ballot", "counted": "lists", "count": {"exact": 7}})";
    const std::string uncounted =
        R"(, {"id": "z", "subject": "seat_tier:t", "kind": "deregistered", "decided": "2027-03-09"})";

    const std::string persons_left =
        R"(, {"id": "d", "election": "v", "stage": "on_ballot", "counted": "persons", "count": {"exact": 368}})";
    const Indicator known = filled(on_ballot + persons_left, "");
    CHECK(*value(known, "lists").exact == Rational(25, 2));
    CHECK(*value(known, "persons").exact == Rational(1800, 386));
    const Indicator unaccounted = filled(on_ballot, "");  // single events are no count of all
    CHECK_FALSE(value(unaccounted, "persons").exact.has_value());
    CHECK(value(unaccounted, "persons").value == "at least 18 of 386 = at least 4.66 per cent");
    CHECK(contains(value(known, "persons").note, "the list removed as a whole"));

    const Indicator open = filled("", uncounted);
    CHECK_FALSE(value(open, "lists").exact.has_value());
    CHECK(*value(open, "lists").lower == Rational(25, 2));
    CHECK_FALSE(value(open, "persons").exact.has_value());
    CHECK(*value(open, "persons").lower == Rational(1800, 386));
    CHECK(contains(value(open, "persons").value, "at least 18 of 386 = at least 4.66 per cent"));
    CHECK(mentions(open.missing_items, "number not stated"));
}

TEST_CASE("regression: an allegation is no removal, and what is refuted did not happen") {
    const auto rate = [](const std::string& said) {
        return indicator("deregistration_rate", R"("registration_totals": [
            {"id": "b", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 10}}],
            "candidacies": [{"id": "c", "election": "v"}, {"id": "d", "election": "v"}], "registration_events": [
            {"id": "x", "subject": "candidacy:c", "kind": "deregistered", "decided": "2027-02-24", "asserted_by": "authority"},
            {"id": "y", "subject": "candidacy:d", "kind": "deregistered", "decided": "2027-02-25", )" +
                                                    said + "}]");
    };
    for (const char* fact : {R"("asserted_by": "authority")", R"("asserted_by": "media", "verification": "single_source")",
                             R"("asserted_by": "party", "verification": "corroborated")",
                             R"("asserted_by": "mission", "verification": "unverified")"}) {
        CAPTURE(fact);
        CHECK(*rate(fact).lower == Rational(20));
        CHECK(rate(fact).missing == 1);  // lists
    }
    const Indicator alleged = rate(R"("asserted_by": "party")");
    CHECK(*alleged.lower == Rational(10));
    CHECK(mentions(alleged.missing_items, "persons: 1 removal is an allegation of a party"));
    for (const char* word : {R"("asserted_by": "interlocutors", "verification": "single_source")",
                             R"("asserted_by": "media", "verification": "unverified")", R"("verification": "unverified")"}) {
        CAPTURE(word);
        CHECK(*rate(word).lower == Rational(10));
        CHECK(mentions(rate(word).missing_items, "is an allegation of"));
    }
    const Indicator refuted = rate(R"("asserted_by": "authority", "verification": "refuted")");
    CHECK(*refuted.lower == Rational(10));
    CHECK_FALSE(mentions(refuted.missing_items, "allegation"));
    const std::string only_refuted =
        R"("parties": [{"id": "p", "names": [{"text": "P"}]}], "registration_events": [{"id": "x", "subject": "party:p", "kind": "refused", "decided": "2027-02-24", "verification": "refuted"}])";
    CHECK(indicator("days_before_vote", only_refuted).status == IndicatorStatus::not_computable);
    CHECK(indicator("evidence_held", only_refuted).status == IndicatorStatus::not_computable);
}

TEST_CASE("regression: a candidacy de-registered twice counts once") {
    const Indicator twice = indicator("deregistration_rate", R"("registration_totals": [
        {"id": "b", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 10}},
        {"id": "c", "election": "v", "stage": "on_ballot", "counted": "persons", "count": {"exact": 8}}],
        "candidacies": [{"id": "c", "election": "v"}, {"id": "d", "election": "v"}], "registration_events": [
        {"id": "x", "subject": "candidacy:c", "kind": "deregistered", "decided": "2027-02-24"},
        {"id": "y", "subject": "candidacy:c", "kind": "deregistered", "decided": "2027-02-26"},
        {"id": "z", "subject": "candidacy:d", "kind": "deregistered", "decided": "2027-02-26"}])");
    CHECK(*twice.exact == Rational(20));
    CHECK(contains(twice.value, "2 of 10"));
}

TEST_CASE("regression: totals of different parts are not divided by each other") {
    const auto rate = [](const std::string& totals) {
        return indicator("refusal_rate", R"("seat_tiers": [{"id": "t", "election": "v", "method": "list_pr"}, {"id": "u", "election": "v", "method": "majoritarian"}],
            "registration_totals": [)" + totals + "]");
    };
    const auto total = [](const std::string& id, const std::string& stage, const std::string& n, const std::string& more) {
        return R"({"id": ")" + id + R"(", "election": "v", "stage": ")" + stage +
               R"(", "counted": "persons", "count": {"exact": )" + n + "}" + more + "}";
    };
    const std::string cities = R"(, "of": "cities")", oblasts = R"(, "of": "oblasts")";
    const Indicator apart = rate(total("a", "submitted", "100", cities) + "," + total("b", "refused", "30", oblasts));
    CHECK(apart.status == IndicatorStatus::not_computable);
    CHECK(mentions(apart.missing_items, "persons: those refused and those submitted are not counted of the same"));
    for (const char* differing : {R"(, "level": "regional")", R"(, "tier": "t")"}) {
        CAPTURE(differing);
        CHECK(rate(total("a", "submitted", "100", differing) + "," + total("b", "refused", "30", "")).status ==
              IndicatorStatus::not_computable);
    }
    // Matched by group, whatever the ids.
    const Indicator matched = rate(total("a", "submitted", "100", cities) + "," + total("b", "submitted", "50", oblasts) + "," +
                                   total("c", "refused", "5", oblasts) + "," + total("d", "refused", "4", cities));
    CHECK(*value(matched, "persons, cities").exact == Rational(4));
    CHECK(*value(matched, "persons, oblasts").exact == Rational(10));
    const Indicator whole = rate(total("a", "submitted", "100", cities) + "," + total("b", "submitted", "150", "") + "," +
                                 total("c", "refused", "3", "") + "," + total("d", "refused", "4", cities));
    CHECK(*whole.exact == Rational(2));
    // The only total of each stage, one of which says what it is of.
    const Indicator named = rate(total("a", "submitted", "8", R"(, "of": "those that applied")") + "," + total("b", "registered", "8", ""));
    CHECK(*named.exact == Rational(0));
    CHECK(mentions(named.warnings, "submitted are those of 'those that applied'"));
    const Indicator part = rate(total("a", "submitted", "8", cities) + "," + total("b", "submitted", "9", oblasts) + "," + total("c", "refused", "1", ""));
    CHECK(part.status == IndicatorStatus::not_computable);
}

TEST_CASE("regression: a total without a tier is not that of each of several tiers") {
    const auto per_seat = [](const std::string& method, const std::string& more) {
        return indicator("candidates_per_seat", R"("seat_tiers": [{"id": "t", "election": "v", "seats": 10, "method": "list_pr"},
            {"id": "u", "election": "v", "seats": 5, "method": ")" + method + R"("}], "registration_totals": [
            {"id": "c", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 40})" + more + "}]");
    };
    CHECK(per_seat("majoritarian", "").status == IndicatorStatus::not_computable);
    CHECK(*per_seat("indirect", "").exact == Rational(4));
    CHECK(*per_seat("majoritarian", R"(, "tier": "u")").exact == Rational(8));
}

TEST_CASE("regression: more than all, or of none, is no rate") {
    const auto rate = [](const std::string& registered) {
        return indicator("deregistration_rate", R"("registration_totals": [
            {"id": "b", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": )" + registered + R"(}}],
            "seat_tiers": [{"id": "t", "election": "v"}], "registration_events": [
            {"id": "y", "subject": "seat_tier:t", "kind": "deregistered", "decided": "2027-02-05", "subjects": {"exact": 18}}])");
    };
    CHECK(rate("5").status == IndicatorStatus::not_computable);
    CHECK(rate("5").reason == "persons: more removed (18) than registered (5) on record");
    CHECK(rate("0").reason == "persons: none registered on record");
    CHECK(rate("18").status == IndicatorStatus::computed);
    const Indicator women = indicator("womens_share", R"("registration_totals": [
        {"id": "a", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 4}, "women": {"exact": 10}}])");
    CHECK(women.status == IndicatorStatus::not_computable);
    CHECK(contains(women.reason, "more women (10) than persons (4)"));
}

TEST_CASE("regression: of many figures that do not meet the first few pairs are named and the rest counted") {
    std::string figures;
    for (int i = 0; i < 12; ++i)
        figures += (i ? "," : "") + std::string(R"({"id": "t)") + std::to_string(i) + R"(", "election": "v", "at_words": "time )" +
                   std::to_string(10 + i) + R"(", "percent": "50.0", "voters": {"exact": )" + std::to_string(1000 * (i + 1)) + "}}";
    const Indicator many = indicator("denominator_consistency", national(figures));
    CHECK(many.values.size() == 12);
    const auto named = std::count_if(many.warnings.begin(), many.warnings.end(),
                                     [](const std::string& each) { return contains(each, "do not meet: at least"); });
    CHECK(named == 5);
    CHECK(mentions(many.warnings, "61 more pairs do not meet"));  // 12 * 11 / 2 - 5
}

TEST_CASE("evidence held and days before the vote are given decision by decision") {
    const std::string events = R"("parties": [{"id": "p", "names": [{"text": "P"}]}], "registration_events": [
        {"id": "x", "subject": "party:p", "kind": "refused", "decided": "2027-02-24", "due_process": {"held": [{"criterion": "notice", "evidence": ["e1"]}]}},
        {"id": "y", "subject": "party:p", "kind": "banned"}])";
    const Indicator held = indicator("evidence_held", events);
    REQUIRE(held.values.size() == 2);
    CHECK(held.values[0].value == "1 of 13");
    CHECK(held.values[1].value == "0 of 13");
    const Indicator days = indicator("days_before_vote", events);
    CHECK(*days.exact == Rational(18));
    CHECK(days.missing == 1);
    CHECK(*days.n == 2);
    CHECK(indicator("evidence_held", R"("gaps": [])").status == IndicatorStatus::not_computable);
}

TEST_CASE("nomination attrition names the lists it cannot tell about") {
    const Indicator attrition =
        indicator("nomination_attrition",
                  R"("parties": [{"id": "p", "names": [{"text": "P"}]}, {"id": "q", "names": [{"text": "Q"}]}],
        "candidate_lists": [{"id": "l", "party": "p", "election": "v", "nominated": {"exact": 57}, "registered": {"exact": 54}, "ballot_state": "on_ballot"},
                            {"id": "m", "party": "q", "election": "v", "nominated": {"exact": 127}}])");
    CHECK(*attrition.exact == Rational(3));
    CHECK(contains(attrition.value, "57 nominated, 54 registered, on ballot"));
    CHECK(mentions(attrition.missing_items, "Q: how many were registered"));
    CHECK(*attrition.n == 2);
}

TEST_CASE("women's share leaves persons of unknown sex out and counts them") {
    CHECK(indicator("womens_share", R"("gaps": [])").status == IndicatorStatus::not_computable);
    const Indicator share = indicator(
        "womens_share",
        R"("persons": [{"id": "a", "names": [{"text": "A"}], "sex": "female"}, {"id": "b", "names": [{"text": "B"}], "sex": "male"},
        {"id": "c", "names": [{"text": "C"}]}], "candidacies": [{"id": "x", "election": "v", "person": "a"}, {"id": "y", "election": "v", "person": "b"}, {"id": "z", "election": "v", "person": "c"}])");
    CHECK(*share.exact == Rational(50));
    CHECK(mentions(share.missing_items, "1 candidate on record"));
    const Indicator totals = indicator("womens_share", R"("registration_totals": [
        {"id": "a", "election": "v", "stage": "registered", "counted": "persons", "count": {"exact": 400}, "women": {"exact": 100}},
        {"id": "b", "election": "v", "stage": "nominated", "counted": "persons", "count": {"exact": 500}}])");
    CHECK(*totals.exact == Rational(25));
    CHECK(totals.missing == 1);
}

TEST_CASE("turnout: spread and the largest jump between the regions") {
    const std::string figures =
        national(turnout("a", "north", "12:00", "10.0") + "," + turnout("b", "south", "12:00", "19.4") + "," +
                 turnout("c", "north", "20:00", "41.4") + "," + turnout("d", "south", "20:00", "78.8") + "," +
                 turnout("e", "east", "20:00", "92.6") + "," + turnout("f", "all", "20:00", "1.0")) +
        ", " + kPlaces;
    const Indicator spread = indicator("turnout_spread", figures);
    CHECK(*spread.exact == Rational(512, 10));
    CHECK(contains(spread.value, "51.2 points"));
    CHECK(contains(spread.value, "North 41.4 to East 92.6"));
    CHECK(*spread.n == 3);
    CHECK(value(spread, "noon").value == "9.4 points");

    const Indicator jump = indicator("turnout_jump", figures);
    CHECK(*jump.exact == Rational(594, 10));
    CHECK(contains(jump.value, "South 59.4 points between noon and 20:00"));
    CHECK(*jump.n == 2);  // East has one figure only

    const Indicator regions = indicator("turnout_by_region", figures);
    CHECK(*regions.n == 3);
    CHECK(value(regions, "South").value == "noon 19.4, 20:00 78.8");
    CHECK(indicator("turnout_spread", national(turnout("a", "north", "12:00", "10.0")) + ", " + kPlaces).status ==
          IndicatorStatus::not_computable);
    CHECK(indicator("turnout_jump", national(turnout("a", "north", "12:00", "10.0")) + ", " + kPlaces).status ==
          IndicatorStatus::not_computable);
}

TEST_CASE("turnout at times told in words has no jump, and a second figure of one time is not hidden") {
    const std::string words =
        R"({"id": "a", "election": "v", "place": "north", "at_words": "midday", "percent": "10.0"}, {"id": "b", "election": "v", "place": "north", "at_words": "final", "percent": "60.0"})";
    CHECK(indicator("turnout_jump", national(words) + ", " + kPlaces).status == IndicatorStatus::not_computable);
    const Indicator twice = indicator("turnout_spread", national(turnout("a", "north", "12:00", "10.0") + "," +
                                                                 turnout("b", "north", "12:00", "11.0") + "," +
                                                                 turnout("c", "south", "12:00", "30.0")) +
                                                            ", " + kPlaces);
    CHECK(*twice.exact == Rational(20));
    CHECK(mentions(twice.warnings, "North has several figures for noon"));
}

TEST_CASE("implied registered voters are the interval that rounding allows") {
    const std::string noon =
        R"({"id": "n", "election": "v", "at": "2027-03-14T12:00:00+06:00", "percent": "35.3", "voters": {"exact": 3185546}})";
    const std::string evening =
        R"({"id": "e", "election": "v", "at": "2027-03-14T20:00:00+06:00", "percent": "75.07", "voters": {"range": [6975000, 6985000]}})";
    const Indicator both = indicator("denominator_consistency", national(noon + "," + evening));
    REQUIRE(both.values.size() == 2);
    CHECK(both.values[0].of == "noon");
    CHECK(both.values[0].value == "9,011,446 to 9,037,009");
    CHECK(*both.values[0].lower == Rational(9011446));
    CHECK(*both.values[0].upper == Rational(9037009));
    CHECK(both.values[1].value == "9.291 to 9.305 million");
    CHECK(mentions(both.warnings, "noon and 20:00 do not meet"));
    CHECK(mentions(both.missing_items, "registered voters as stated"));

    // Every whole number of the interval gives the percentage, and its neighbours do not.
    const auto printed = [](std::int64_t registered) {
        return (Rational(3185546) * Rational(100) / Rational(registered)).decimal(1);
    };
    CHECK(printed(9011446) == "35.3");
    CHECK(printed(9037009) == "35.3");
    CHECK(printed(9011445) != "35.3");
    CHECK(printed(9037010) != "35.3");

    const Indicator agreeing = indicator(
        "denominator_consistency",
        national(
            noon +
            R"(, {"id": "e", "election": "v", "at": "2027-03-14T20:00:00+06:00", "percent": "75.1", "voters": {"exact": 6780000}})"));
    CHECK_FALSE(mentions(agreeing.warnings, "do not meet"));
    const Indicator stated =
        indicator("denominator_consistency",
                  R"("elections": [{"id": "v", "registered_voters": {"exact": 9030000}}], )" + national(noon));
    CHECK(value(stated, "as stated").value == "9,030,000");
    CHECK_FALSE(mentions(stated.warnings, "do not meet"));
    CHECK(indicator("denominator_consistency", national(R"({"id": "n", "election": "v", "percent": "35.3"})")).status ==
          IndicatorStatus::not_computable);
}

TEST_CASE("a finer percentage of the same count narrows the interval, another count's does not") {
    const auto upper = [](const std::string& other) {
        return *indicator(
                    "denominator_consistency",
                    national(
                        R"({"id": "a", "election": "v", "percent": "50", "voters": {"exact": 500}, "status": "preliminary"})" +
                        other))
                    .upper;
    };
    CHECK(upper("") == Rational(1010));  // 500 / 0.495
    CHECK(upper(R"(, {"id": "b", "election": "v", "percent": "50.0", "status": "preliminary"})") ==
          Rational(1001));  // 500 / 0.4995
    CHECK(upper(R"(, {"id": "b", "election": "v", "percent": "50.0", "status": "final"})") == Rational(1010));
    CHECK(upper(R"(, {"id": "b", "election": "v", "percent": "60.0", "status": "preliminary"})") == Rational(1010));
}

TEST_CASE("observation coverage and observers per 100 stations") {
    const Indicator coverage = indicator(
        "observation_coverage",
        R"("missions": [{"id": "a", "names": [{"text": "A"}], "elections": ["v"], "stations_observed": {"exact": 2000}},
        {"id": "b", "names": [{"text": "B"}], "elections": ["v"]}, {"id": "c", "names": [{"text": "C"}], "elections": ["v"], "stations_observed": {"vague": {"scale": "number", "term": "many"}}}])");
    CHECK(*coverage.exact == Rational(200000, 9764));
    CHECK(contains(coverage.value, "20.5 per cent"));
    CHECK(coverage.missing == 2);
    CHECK(mentions(coverage.missing_items, "polling stations observed by C"));

    const std::string counts = R"("accreditation_counts": [
        {"id": "a", "election": "v", "as_of": "2027-02-27", "of": "Alpha", "count": {"exact": 74}},
        {"id": "b", "election": "v", "as_of": "2027-03-06", "of": "Alpha", "count": {"exact": 292}},
        {"id": "c", "election": "v", "as_of": "2027-03-06", "of": "all", "total": "yes", "count": {"exact": 292}},
        {"id": "d", "election": "v", "as_of": "2027-03-11", "of": "Beta", "refused": "yes", "count": {"exact": 18}}])";
    const Indicator observers = indicator("observers_per_100_stations", counts);
    CHECK(*observers.exact == Rational(29200, 9764));
    CHECK(*observers.n == 1);
    CHECK(indicator("observation_coverage", R"("elections": [{"id": "v"}])").status == IndicatorStatus::not_computable);
}

TEST_CASE("sums are compared with the stated total") {
    const auto accreditation = [](const std::string& total) {
        return indicator("accreditation_sum", R"("accreditation_counts": [
            {"id": "a", "election": "v", "as_of": "2027-02-27", "of": "Alpha", "count": {"exact": 74}},
            {"id": "b", "election": "v", "as_of": "2027-02-27", "of": "Beta", "count": {"exact": 170}},
            {"id": "t", "election": "v", "as_of": "2027-02-27", "total": "yes", "count": {"exact": )" +
                                                  total + "}}]");
    };
    CHECK(*accreditation("244").exact == Rational(244));
    CHECK(mentions(accreditation("244").warnings, "it agrees"));
    CHECK(mentions(accreditation("245").warnings, "it differs"));

    const Indicator acts =
        indicator("supervisory_acts_sum",
                  R"("supervisory_acts": [{"id": "a", "election": "v", "kind": "warning", "count": {"exact": 28}},
        {"id": "b", "election": "v", "kind": "administrative_case", "count": {"exact": 45}}, {"id": "c", "election": "v", "kind": "proposal", "count": {"exact": 3}}])");
    CHECK(*acts.exact == Rational(76));
    CHECK(mentions(acts.warnings, "no stated total"));
}

TEST_CASE("media shares are summed by monitor and outlet, never together") {
    const auto share = [](const std::string& id, const std::string& outlet, const std::string& percent) {
        return R"({"id": ")" + id + R"(", "election": "v", "outlet": ")" + outlet +
               R"(", "monitor": "Office", "monitor_kind": "authority", "share": ")" + percent + "\"}";
    };
    const std::string outlets =
        R"("media_outlets": [{"id": "tv", "names": [{"text": "TV"}]}, {"id": "press", "names": [{"text": "Press"}]}], "media_measures": [)";
    const Indicator sums =
        indicator("media_share_sum", outlets + share("a", "tv", "60") + "," + share("b", "tv", "40") + "," +
                                         share("c", "press", "33.3") + "," + share("d", "press", "33.3") + "," +
                                         share("e", "press", "33.3") + "]");
    REQUIRE(sums.values.size() == 2);
    CHECK(*value(sums, "Office, TV").exact == Rational(100));
    CHECK(*value(sums, "Office, Press").exact == Rational(999, 10));
    CHECK(contains(value(sums, "Office, Press").note, "100 within what rounding allows"));
    CHECK(contains(value(sums, "Office, TV").note, "not the mission's"));
    const Indicator wrong =
        indicator("media_share_sum", outlets + share("a", "tv", "60") + "," + share("b", "tv", "38") + "]");
    CHECK(mentions(wrong.warnings, "not 100 within what rounding allows"));
}

TEST_CASE("complaint timeliness is a median of exact days") {
    const auto complaint = [](const std::string& id, const std::string& lodged, const std::string& decided) {
        return R"({"id": ")" + id + R"(", "election": "v", "subject": "S", "lodged": ")" + lodged +
               R"(", "decided": ")" + decided + "\"}";
    };
    const Indicator even = indicator(
        "complaint_timeliness",
        R"("complaints": [)" + complaint("a", "2027-03-01", "2027-03-02") + "," +
            complaint("b", "2027-03-01", "2027-03-05") + "," + complaint("c", "2027-03-01", "2027-03-08") + "," +
            complaint("d", "2027-03-01", "2027-03-20") + "," + complaint("e", "2027-03", "2027-03-20") + "]");
    CHECK(*value(even, "median from lodging to decision").exact == Rational(11, 2));
    CHECK(value(even, "decided before election day").value == "3 of 4");
    CHECK(even.missing == 1);
    CHECK(*even.n == 4);
    const Indicator odd =
        indicator("complaint_timeliness", R"("complaints": [)" + complaint("a", "2027-03-01", "2027-03-02") + "]");
    CHECK(*value(odd, "median from lodging to decision").exact == Rational(1));
}

TEST_CASE("recommendation uptake: not yet evaluated is not the same as not implemented") {
    const std::string recommendations =
        R"("recommendations": [{"id": "r1", "summary": "One"}, {"id": "r2", "summary": "Two", "repeats": "r1"}, {"id": "r3", "summary": "Three"}], "follow_ups": [)";
    const Indicator uptake = indicator(
        "recommendation_uptake",
        recommendations +
            R"({"id": "a", "recommendation": "r1", "status": "not_implemented", "date": "2028-01-01"}, {"id": "b", "recommendation": "r1", "status": "partially_implemented", "date": "2029-01-01"},
           {"id": "c", "recommendation": "r2", "status": "not_yet_evaluated"}])");
    CHECK(*value(uptake, "partially implemented").exact == Rational(100));
    CHECK(*value(uptake, "repeated from earlier").exact == Rational(1));
    CHECK(uptake.missing == 2);
    CHECK(*uptake.n == 1);
    CHECK(indicator("recommendation_uptake", R"("recommendations": [{"id": "r1", "summary": "One"}])").status ==
          IndicatorStatus::not_computable);
}

TEST_CASE("phase balance is in words, and silence is not stated") {
    const Indicator balance = indicator("phase_balance", R"("findings": [
        {"id": "a", "topic": "voting", "phase": "voting", "polarity": {"code": "positive"}, "asserted_by": {"code": "mission"}},
        {"id": "b", "topic": "counting", "phase": "counting", "polarity": {"code": "negative"}, "asserted_by": {"code": "mission"}},
        {"id": "c", "topic": "tabulation", "phase": "tabulation", "polarity": {"code": "negative"}, "asserted_by": {"code": "media"}}])");
    CHECK(balance.value == "opening: not stated; voting: positive; counting: negative; tabulation: not stated");
    CHECK(balance.unit.empty());
    CHECK_FALSE(balance.exact.has_value());
    CHECK(balance.missing == 2);
}

TEST_CASE("regression: phase balance leaves out other missions and what was withdrawn") {
    const Indicator balance = indicator("phase_balance", R"("missions": [{"id": "m", "names": [{"text": "M"}]}, {"id": "o", "names": [{"text": "O"}]}],
        "documents": [{"id": "d", "title": "D", "mission": "m"}], "findings": [
        {"id": "a", "topic": "voting", "phase": "voting", "mission": "m", "polarity": {"code": "positive"}, "asserted_by": {"code": "mission"}},
        {"id": "b", "topic": "voting", "phase": "voting", "mission": "o", "polarity": {"code": "negative"}, "asserted_by": {"code": "mission"}},
        {"id": "c", "topic": "counting", "phase": "counting", "state": "withdrawn", "polarity": {"code": "negative"}, "asserted_by": {"code": "mission"}}])");
    CHECK(balance.value == "opening: not stated; voting: positive; counting: not stated; tabulation: not stated");
}

TEST_CASE("every indicator is listed, and those that need votes are said not to be computed") {
    const analysis::IndicatorsResult result = analysis::indicators(test::dossier(kElection));
    std::set<std::string> ids;
    for (const Indicator& each : result.indicators) {
        CAPTURE(each.id);
        CHECK(each.status == IndicatorStatus::not_computable);
        CHECK_FALSE(each.reason.empty());
        CHECK_FALSE(each.formula.empty());
        CHECK_FALSE(each.warnings.empty());
        CHECK(ids.insert(each.id).second);
    }
    CHECK(ids.size() == 19);
    CHECK(mentions(result.head.not_computed, "Effective number of parties"));
    CHECK(analysis::indicators(Dossier()).indicators.size() == 19);
}

TEST_CASE("an unknown indicator gets a suggestion") {
    analysis::IndicatorsOptions options;
    options.indicator = "turnout_jumps";
    try {
        (void)analysis::indicators(Dossier(), options);
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
        CHECK(contains(error.message(), "turnout_jump'"));
    }
}

TEST_CASE("numbers too great make an indicator not computable, not wrong") {
    const Indicator huge = indicator("accreditation_sum", R"("accreditation_counts": [
        {"id": "a", "election": "v", "as_of": "2027-02-27", "count": {"exact": 9223372036854775807}}, {"id": "b", "election": "v", "as_of": "2027-02-27", "count": {"exact": 9223372036854775807}}])");
    CHECK(huge.status == IndicatorStatus::not_computable);
    CHECK(contains(huge.reason, "do not fit"));
}

TEST_CASE("regression: a number printed in millions is compared with what is computed in ones") {
    const auto agreement = [](const std::string& printed) {
        return indicator("denominator_consistency",
                         national(R"({"id": "e", "election": "v", "at": "2027-03-14T20:00:00+06:00", "percent": "75.07", "voters": {"range": [6975000, 6985000]}})") +
                             R"(, "published_figures": [{"id": "f", "printed": ")" + printed + R"(", "value": ")" + printed +
                             R"(", "indicator": "denominator_consistency", "evidence": ["e1"]}])")
            .printed[0]
            .agreement;
    };
    CHECK(agreement("9.291") == analysis::FigureAgreement::agrees);
    CHECK(agreement("9.295") == analysis::FigureAgreement::agrees);
    CHECK(agreement("9300000") == analysis::FigureAgreement::agrees);
    CHECK(agreement("9.4") == analysis::FigureAgreement::differs);
    CHECK(agreement("9291") == analysis::FigureAgreement::differs);
}

TEST_CASE("numbers that documents print as values of an indicator stand beside what the record gives") {
    const std::string printed = R"(, "published_figures": [
        {"id": "right", "printed": "3.9 candidates", "value": "3.9", "indicator": "candidates_per_seat", "evidence": ["e1"]},
        {"id": "wrong", "printed": "4.1", "value": "4.1", "indicator": "candidates_per_seat", "evidence": ["e1"]},
        {"id": "words", "printed": "nearly four", "indicator": "candidates_per_seat", "evidence": ["e1"]},
        {"id": "other", "printed": "3.9", "value": "3.9", "evidence": ["e1"]}],
        "errata": [{"id": "x", "figure": "wrong", "corrected": "3.9", "evidence": ["e1"]}])";
    const Indicator made = indicator("candidates_per_seat", seats(R"({"exact": 386})", "98") + printed);
    REQUIRE(made.printed.size() == 3);
    CHECK(made.printed[0].agreement == analysis::FigureAgreement::agrees);
    CHECK(made.printed[1].figure.text() == "words");
    CHECK(made.printed[1].agreement == analysis::FigureAgreement::not_comparable);
    CHECK(made.printed[2].agreement == analysis::FigureAgreement::differs);
    CHECK(made.printed[2].note == "corrected since");
    const Indicator none = indicator("candidates_per_seat", printed.substr(2));
    REQUIRE(none.printed.size() == 3);
    for (const analysis::PrintedValue& each : none.printed)
        CHECK(each.agreement == analysis::FigureAgreement::not_comparable);
}

TEST_CASE("more stations observed than there are make no coverage") {
    const std::string mission = R"("missions": [{"id": "m", "elections": ["v"], "names": [{"text": "Mission"}], "stations_observed": {"exact": 9765}}])";
    const Indicator made = indicator("observation_coverage", mission);
    CHECK(made.status == IndicatorStatus::not_computable);
    CHECK(mentions(made.missing_items, "9765 polling stations observed of 9764"));
}

TEST_CASE("the balance of phases says how many each finding is about") {
    const std::string findings = R"("missions": [{"id": "m", "elections": ["v"], "names": [{"text": "Mission"}]}],
        "findings": [{"id": "f", "topic": "voting", "phase": "voting", "election": "v", "mission": "m", "asserted_by": {"code": "mission"},
        "polarity": {"code": "negative"}, "quantity": {"value": {"k_of_n": [18, 240]}}, "evidence": ["e1"]}])";
    CHECK(contains(value(indicator("phase_balance", findings), "voting").note, "how many: 18 of 240"));
}
