#include <doctest/doctest.h>

#include "openeom/report/result.hpp"
#include "openeom/report/suggestions.hpp"
#include "report_support.hpp"

using namespace openeom;
using report_test::contains;

namespace {

const Suggestion* find(const report::Suggestions& made, std::string_view pattern) {
    for (const Suggestion& one : made.suggestions)
        if (one.pattern == pattern) return &one;
    return nullptr;
}

report::Suggestions with(const auto& record) {
    Edit edit(report_test::dossier());
    edit.put(record);
    return report::suggestions(edit.commit(), "statement");
}

Finding counts() { return report_test::dossier().get<Finding>("seven-counts"); }

bool composes(const Finding& finding) { return find(with(finding), "assessed_negatively") || find(with(finding), "issue_noted"); }

}  // namespace

TEST_CASE("mission information, with what it rests on and where sources disagree") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    const Suggestion* deployed = find(made, "mission_deployed");
    REQUIRE(deployed);
    CHECK(deployed->text == "The Mission of the Observer Union was deployed on 1 April 2030.");
    CHECK(deployed->rests_on == std::vector<AnyRef>{AnyRef("mission:mission")});
    REQUIRE(deployed->notes.size() == 1);
    CHECK(contains(deployed->notes[0], "rv3, rv4"));
    CHECK(deployed->document->text() == "statement");
}

TEST_CASE("suggestions for a reconstruction say what it is, first in every format") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    const reflect::Struct& type = reflect::table<report::Suggestions>();
    const std::string note = "Invented: not a document of anybody.";
    CHECK(made.reconstruction == note);
    CHECK(report::render_text(type, &made).starts_with(note));
    CHECK(report::render_markdown(type, &made).starts_with("> **" + note));
    CHECK(contains(report::render_html(type, &made), "<aside class=\"recon\" role=\"note\"><p>" + note));
    CHECK(contains(report::render_html(type, &made), "<div class=\"running\" aria-hidden=\"true\"><span>" + note));
    const std::string rows = report::render_csv(type, &made);
    CHECK(contains(rows, ",reconstruction\r\n"));
    CHECK(contains(rows, note + "\r\n"));

    report::Suggestions plain = made;
    plain.reconstruction.clear();
    CHECK_FALSE(contains(report::render_html(type, &plain), "class=\"running\""));
    CHECK_FALSE(contains(report::render_csv(type, &plain), "reconstruction"));
}

TEST_CASE("a vague or uncertain thing is not composed, and the reason stands") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    CHECK_FALSE(find(made, "mission_short_term"));
    bool told = false;
    for (const std::string& reason : made.not_composed) told = told || contains(reason, "mission:mission.short_term_observers: it is no count");
    CHECK(told);
    Mission mission = report_test::dossier().get<Mission>("mission");
    mission.deployed = *Date::parse("2030-04");
    CHECK_FALSE(find(with(mission), "mission_deployed"));
}

TEST_CASE("a table of accreditation by day, the total last") {
    const Suggestion* table = nullptr;
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    table = find(made, "accreditation");
    REQUIRE(table);
    CHECK(table->text == "Observers accredited by 1 May 2030: Observer Union 80; in all 95.");
    CHECK(table->rests_on.size() == 2);

    AccreditationCount refused = report_test::dossier().get<AccreditationCount>("acc-union");
    refused.id = "acc-refused";
    refused.refused = YesNo::yes;
    refused.count = Quantity::exact(3);
    const report::Suggestions more = with(refused);
    REQUIRE(find(more, "accreditation_refused"));
    CHECK(find(more, "accreditation_refused")->text == "Observers refused accreditation by 1 May 2030: Observer Union 3.");
}

TEST_CASE("k of n is composed from the mission's own observation") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    REQUIRE(find(made, "assessed_negatively"));
    CHECK(find(made, "assessed_negatively")->text == "7 of the 20 counts observed were assessed negatively.");
    Finding positive = counts();
    positive.polarity.code = Polarity::positive;
    positive.phase = Phase::opening;
    CHECK(find(with(positive), "assessed_positively")->text == "7 of the 20 openings observed were assessed positively.");
    Finding issue = counts();
    issue.issues = {"tension_at_count"};
    CHECK(find(with(issue), "issue_noted")->text == "Tension at count: noted in 7 of the 20 counts observed.");
}

TEST_CASE("conclusions, legal findings, allegations and what a pattern would lose are never composed") {
    CHECK(composes(counts()));
    Finding changed = counts();
    changed.kind = FindingKind::legal;
    CHECK_FALSE(composes(changed));
    changed.kind = FindingKind::conclusion;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.asserted_by.code = Asserter::interlocutors;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.basis = Basis::interview;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.scope.code = "rural";
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.phase = Phase::voting;  // of observations, or of polling stations?
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.phase = Phase::campaign;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.state = State::withdrawn;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.polarity.code = Polarity::not_stated;
    CHECK_FALSE(composes(changed));
    changed = counts();
    changed.quantity.value = Quantity::vague(VagueScale::number, "many");
    CHECK_FALSE(composes(changed));
}

TEST_CASE("figures of polling stations need a mission that observed systematically") {
    Mission mission = report_test::dossier().get<Mission>("mission");
    mission.systematic_election_day_observation = YesNo::no;
    CHECK_FALSE(find(with(mission), "assessed_negatively"));
    mission.systematic_election_day_observation = YesNo::not_stated;
    CHECK_FALSE(find(with(mission), "assessed_negatively"));
}

TEST_CASE("nothing is composed from a quote, a figure of others or a conclusion of the golden dossier") {
    for (const Suggestion& one : report::suggestions(report_test::dossier(), "statement").suggestions) {
        CHECK_FALSE(one.rests_on.empty());
        for (const AnyRef& record : one.rests_on) {
            CHECK(record.type() != "quote");
            CHECK(record.text() != "finding:three-conclusions");
        }
    }
}

TEST_CASE("an adopted suggestion is not offered again, one on record is") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement");
    CHECK_FALSE(find(made, "mission_long_term"));  // sg-2 is adopted
    CHECK(find(made, "by_hand"));
    Edit edit(report_test::dossier());
    edit.remove("suggestion", "sg-2");
    CHECK(find(report::suggestions(edit.commit(), "statement"), "mission_long_term")->text ==
          "The Mission of the Observer Union had 12 long-term observers.");
}

TEST_CASE("suggestions are in the language of the document") {
    const report::Suggestions made = report::suggestions(report_test::dossier(), "statement-ru");
    REQUIRE(find(made, "mission_deployed"));
    CHECK(find(made, "mission_deployed")->text == "Миссия Союза наблюдателей: начало работы — 1 апреля 2030 года.");
}

TEST_CASE("a document without a mission gets no mission information") {
    CHECK_FALSE(find(report::suggestions(report_test::dossier(), "embargoed"), "mission_deployed"));
    CHECK_THROWS_AS(report::suggestions(report_test::dossier(), "nothing"), Error);
}
