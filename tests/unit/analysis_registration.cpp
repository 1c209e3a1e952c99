// The registration review: what stands first, what stays unknown, what is kept apart.
#include <doctest/doctest.h>

#include "analysis_support.hpp"
#include "openeom/analysis/registration.hpp"

using namespace openeom;
using analysis::CriterionState;
using analysis::RegistrationDecision;
using analysis::RegistrationResult;
using test::contains;
using test::mentions;

namespace {

const std::string kBase = R"(
    "elections": [{"id": "v", "names": [{"text": "Elections of Norlandia"}], "country": "KZ", "dates": ["2027-03-14"]}],
    "bodies": [{"id": "cec", "names": [{"text": "Central Commission"}], "kind": "election_commission"},
               {"id": "court", "names": [{"text": "Supreme Court"}], "kind": "court"}],
    "parties": [{"id": "green", "names": [{"text": "Green Party"}]}, {"id": "blue", "names": [{"text": "Blue Party"}]}],
    "candidate_lists": [{"id": "green-list", "party": "green", "election": "v"}, {"id": "blue-list", "party": "blue", "election": "v"}],
    "missions": [{"id": "m", "names": [{"text": "Mission to Norlandia"}], "elections": ["v"]}])";

RegistrationResult review_of(const std::string& registers) {
    return analysis::registration(test::dossier(kBase + ", " + registers));
}

std::string removal(const std::string& members) {
    return R"("registration_events": [{"id": "removed", "subject": "candidate_list:green-list", "kind": "deregistered", "evidence": ["e1"])" +
           members + "}]";
}

RegistrationDecision removed(const std::string& members) {
    const RegistrationResult review = review_of(removal(members));
    REQUIRE(review.decisions.size() == 1);
    return review.decisions[0];
}

const analysis::CriterionReview& criterion(const RegistrationDecision& decision, std::string_view number) {
    return test::one(decision.criteria, number, [](const auto& each) { return std::string_view(each.number); });
}

}  // namespace

TEST_CASE("days before the vote are exact, a range, at least, or unknown") {
    CHECK(removed(R"(, "decided": "2027-02-24")").days_before_vote == Interval::exactly(18));
    CHECK(removed(R"(, "decided": "2027-02-24")").timing == "18 days before the vote");
    CHECK(removed(R"(, "decided": "2027-03-13")").timing == "1 day before the vote");
    CHECK(removed(R"(, "decided": "2027-03-14")").timing == "on the day of the vote");
    CHECK(removed(R"(, "decided": "2027-03-08~/2027-03-09~")").days_before_vote == Interval{5, 6});
    CHECK(removed(R"(, "decided": "2027-03-08~/2027-03-09~")").timing == "5 to 6 days before the vote");
    const RegistrationDecision announced = removed(R"(, "published": "2027-03-05")");
    CHECK(announced.days_before_vote == Interval::at_least(9));
    CHECK(contains(announced.timing, "at least 9 days before the vote"));
    CHECK(contains(announced.timing, "announced 5 March 2027"));
    CHECK(removed(R"(, "decided": "../2027-03-05")").days_before_vote == Interval::at_least(9));
    CHECK(removed(R"(, "published": "2027-03-05", "notified_to_subject": "2027-03-02")").days_before_vote ==
          Interval::at_least(12));
    CHECK(removed("").days_before_vote.is_unknown());
    CHECK(removed("").timing == "not known");
    CHECK(removed(R"(, "effective": "2027-03-01")").days_before_vote.is_unknown());
    CHECK(removed(R"(, "decided": "../2027-03-17")").timing ==
          "by 17 March 2027, whether before the vote is not known");
    CHECK(removed(R"(, "decided": "2027-03-01/..")").timing == "at most 13 days before the vote, or after it");
    CHECK(contains(removed(R"(, "decided": "2027-03")").timing, "from 13 days before to 17 days after"));
}

TEST_CASE("a decision announced after the vote is not said to precede it") {
    CHECK(removed(R"(, "published": "2027-03-20")").days_before_vote.is_unknown());
}

TEST_CASE("what was decided after the vote is no decision on it") {
    const RegistrationResult review = review_of(removal(R"(, "decided": "2027-03-20")"));
    CHECK(review.decisions.empty());
    REQUIRE(review.after_the_vote.size() == 1);
    CHECK(review.after_the_vote[0].date == "20 March 2027");
    CHECK(review.history.empty());
}

TEST_CASE("without an election day nothing is before it") {
    const RegistrationResult review = analysis::registration(test::dossier(
        R"("elections": [{"id": "v"}], "parties": [{"id": "p", "names": [{"text": "P"}]}],
           "registration_events": [{"id": "r", "subject": "party:p", "kind": "refused", "decided": "2027-01-01"}])"));
    REQUIRE(review.decisions.size() == 1);
    CHECK(review.decisions[0].days_before_vote.is_unknown());
    CHECK(mentions(review.head.not_computed, "election day is not known"));
    CHECK(analysis::registration(Dossier()).decisions.empty());
}

TEST_CASE("unknown is neither met nor not met") {
    const RegistrationDecision bare = removed("");
    CHECK(bare.unknown == 13);
    CHECK(bare.evidence_held == "evidence held on 0 of 13 criteria: met 0, partly met 0, not met 0; unknown 13");
    for (const auto& each : bare.criteria) CHECK(each.assessment == CriterionState::unknown);

    const RegistrationDecision cited = removed(R"(, "legal_ground": "Article 12", "due_process": {
        "held": [{"criterion": "legal_ground", "holds": "Article 12 was cited.", "asserted_by": "authority", "asserted_by_whom": "body:cec", "evidence": ["e1"]}]})");
    CHECK(criterion(cited, "D1").assessment == CriterionState::unknown);
    CHECK(criterion(cited, "D1").holds == "Article 12 was cited.");
    CHECK(criterion(cited, "D1").asserted_by == "authority: Central Commission");
    CHECK(cited.criteria_with_evidence == 1);
    CHECK(cited.met == 0);
    CHECK(cited.unknown == 13);
    CHECK(cited.legal_ground == "Article 12");
}

TEST_CASE("nothing is met or not met without evidence") {
    const RegistrationResult review = analysis::registration(test::unfinished_dossier(
        kBase + ", " +
        removal(R"(, "due_process": {"hearing": "not_met", "notice": "met", "timeliness": "not_applicable",
        "proportionality": "partly_met", "impartial_decision_maker": "met", "held": [
            {"criterion": "proportionality", "holds": "The whole list", "asserted_by": "media", "evidence": ["e1"]},
            {"criterion": "proportionality", "holds": "for one fault.", "asserted_by": "party", "evidence": ["e2", "e1"]},
            {"criterion": "notice", "holds": "told", "evidence": []}]})")));
    REQUIRE(review.decisions.size() == 1);
    const RegistrationDecision& decision = review.decisions[0];
    CHECK(criterion(decision, "D6").assessment == CriterionState::unknown);
    CHECK(criterion(decision, "D4").assessment == CriterionState::unknown);
    CHECK(criterion(decision, "D4").holds.empty());
    CHECK(criterion(decision, "D7").assessment == CriterionState::unknown);
    CHECK(criterion(decision, "D9").assessment == CriterionState::partly_met);
    CHECK(criterion(decision, "D9").holds == "The whole list; for one fault.");
    CHECK(criterion(decision, "D9").asserted_by == "media; party");
    CHECK(criterion(decision, "D9").evidence.size() == 2);
    CHECK(criterion(decision, "D12").assessment == CriterionState::not_applicable);
    CHECK(decision.evidence_held ==
          "evidence held on 1 of 13 criteria: met 0, partly met 1, not met 0; unknown 11; not applicable 1");
    CHECK(mentions(decision.remarks, "D6 is recorded as not met without evidence"));
    CHECK(mentions(decision.remarks, "D4 is recorded as met without evidence"));
    CHECK_FALSE(mentions(decision.remarks, "D9"));
}

TEST_CASE("criteria are numbered and grouped by the catalogue") {
    const RegistrationDecision decision = removed("");
    CHECK(criterion(decision, "D1").group == CriterionGroup::procedure);
    CHECK(criterion(decision, "D8").group == CriterionGroup::procedure);
    CHECK(criterion(decision, "D9").group == CriterionGroup::substance);
    CHECK(criterion(decision, "D12").group == CriterionGroup::timing);
    CHECK(criterion(decision, "D13").group == CriterionGroup::contested);
    for (std::size_t i = 0; i < decision.criteria.size(); ++i)
        CHECK(decision.criteria[i].number == "D" + std::to_string(i + 1));
}

TEST_CASE("standards of courts are cited at the court stage only") {
    const RegistrationDecision by_commission = removed(R"(, "decided": "2027-02-24", "body": "cec")");
    const RegistrationDecision by_court = removed(R"(, "decided": "2027-02-24", "body": "court")");
    CHECK(by_commission.stage == "administrative");
    CHECK(by_court.stage == "court");
    CHECK_FALSE(mentions(criterion(by_commission, "D6").standards, "iccpr.14"));
    CHECK(mentions(criterion(by_court, "D6").standards, "iccpr.14"));
    CHECK(removed("").stage == "not stated");
}

TEST_CASE("standards are cited only where they applied on the day") {
    const auto cited = [](const std::string& day) {
        return criterion(removed(R"(, "body": "cec", "decided": ")" + day + "\""), "D4").standards;
    };
    CHECK(mentions(cited("2027-02-24"), "iccpr.25"));
    CHECK_FALSE(mentions(cited("2005-02-24"), "iccpr.25"));  // ratified in 2006
    CHECK(mentions(cited("2005-02-24"), "copenhagen-1990.5.10"));
}

TEST_CASE("good practice says so, and is not cited before it was adopted") {
    const auto cited = [](const std::string& day) {
        return criterion(removed(R"(, "body": "cec", "decided": ")" + day + "\""), "D12").standards;
    };
    CHECK(mentions(cited("2027-02-24"), "venice-code-2002.i.1.3 (good practice)"));
    CHECK_FALSE(mentions(cited("1999-02-24"), "venice-code-2002"));
    CHECK(mentions(cited("2027-02-24"), "venice-dispute-resolution.97"));
    CHECK_FALSE(mentions(cited("2011-12-28"), "venice-dispute-resolution.97"));
}

TEST_CASE("cited standards are listed with what they are") {
    const RegistrationResult review = review_of(removal(R"(, "decided": "2027-02-24", "body": "cec")"));
    const auto& cited =
        test::one(review.standards, "copenhagen-1990.5.11", [](const auto& each) { return std::string_view(each.id); });
    CHECK(cited.bindingness == Bindingness::political_commitment);
    CHECK_FALSE(cited.summary.empty());
    const auto& view = test::one(review.standards, "hrc-884-1999-ignatane",
                                 [](const auto& each) { return std::string_view(each.id); });
    CHECK(view.title == "Ignatane v. Latvia");
}

TEST_CASE("the mission's conclusion stands apart, attributed, its quantity as vague as it was") {
    const RegistrationResult review = review_of(R"(
        "documents": [{"id": "d", "title": "Statement"}], "sentences": [{"id": "d.s1", "document": "d", "origin": "authored", "text": "Several were blocked."}],
        "anchors": [{"id": "a1", "sentence": "d.s1", "role": "asserts", "range": [0, 20], "target": "finding:blocked"},
                    {"id": "a2", "sentence": "d.s1", "role": "quantity", "range": [0, 7], "target": "finding:blocked"}],
        "findings": [
            {"id": "blocked", "topic": "party_registration", "mission": "m", "summary": "Several parties were blocked.", "evidence": ["e2"],
             "asserted_by": {"code": "mission"}, "quantity": {"value": {"vague": {"scale": "number", "term": "several"}}, "words": "Several"},
             "polarity": {"code": "negative", "words": "blocked"}},
            {"id": "claim", "topic": "candidate_registration", "summary": "The leader called it made to order.", "evidence": ["e1"],
             "asserted_by": {"code": "party", "target": ["party:green"]}},
            {"id": "compiled", "topic": "candidate_registration", "summary": "A step.", "asserted_by": {"code": "compiler"}},
            {"id": "elsewhere", "topic": "media", "summary": "Self-censorship.", "asserted_by": {"code": "mission"}}])");
    REQUIRE(review.conclusions.size() == 1);
    CHECK(review.conclusions[0].title == "Several parties were blocked.");
    CHECK(review.conclusions[0].quantity == "several");
    CHECK(review.conclusions[0].attribution == "mission: Mission to Norlandia");
    REQUIRE(review.conclusions[0].stated_in.size() == 1);
    CHECK(review.conclusions[0].stated_in[0].document_title == "Statement");
    REQUIRE(review.others.size() == 1);
    CHECK(review.others[0].attribution == "party: Green Party");
}

TEST_CASE("the meanings of 'blocked' are kept apart, each instance on its own attribution") {
    const RegistrationResult review =
        review_of(R"("findings": [{"id": "blocked", "topic": "party_registration", "asserted_by": {"code": "mission"},
        "possible_instance": [{"target": "party:green", "asserted_by": "media", "evidence": ["e1"], "kind": "court_suspension"},
                              {"target": "party:blue", "asserted_by": "citizen_observers", "evidence": ["e3"]}]}])");
    REQUIRE(review.blocked.size() == 4);
    const auto& suspended =
        test::one(review.blocked, "court_suspension", [](const auto& each) { return std::string_view(each.code); });
    REQUIRE(suspended.instances.size() == 1);
    CHECK(suspended.instances[0].label == "Green Party");
    CHECK(suspended.instances[0].attribution == "media");
    CHECK(test::one(review.blocked, "list_cancelled", [](const auto& each) {
              return std::string_view(each.code);
          }).instances.empty());
    CHECK(review.blocked.back().code.empty());
    CHECK(review.blocked.back().instances.size() == 1);
    CHECK(contains(review.blocked_note, "None of them is the mission's list"));
    CHECK(review.decisions.empty());
    CHECK_FALSE(mentions(review.conclusions[0].remarks, "Green"));
}

TEST_CASE("without any possible instance the meanings of 'blocked' are not spread out") {
    const RegistrationResult review =
        review_of(R"("findings": [{"id": "f", "topic": "party_registration", "asserted_by": {"code": "mission"}}])");
    CHECK(review.blocked.empty());
    CHECK(review.blocked_note.empty());
}

TEST_CASE("a comparison needs somebody with the same alleged defect who stayed") {
    const auto compared = [](const std::string& other) {
        return review_of(R"("registration_events": [
            {"id": "removed", "subject": "candidate_list:green-list", "kind": "deregistered", "decided": "2027-02-24", "grounds": ["signatures"], "evidence": ["e1"]},
            {"id": "other", "subject": "candidate_list:blue-list", )" +
                         other + "}]")
            .decisions[0];
    };
    const RegistrationDecision stayed = compared(
        R"("kind": "returned_for_correction", "decided": "2027-02-20", "grounds": ["signatures"], "evidence": ["e1"])");
    REQUIRE(stayed.comparators.size() == 1);
    CHECK(stayed.comparators[0].group == "Blue Party");
    CHECK(stayed.comparators[0].outcome == "returned for correction");
    CHECK(contains(stayed.comparators[0].source, "Daily News"));
    CHECK_FALSE(contains(stayed.comparison, "not computable"));

    const std::string kReason =
        "not computable: no source at hand names anybody with the same alleged defect who stayed";
    CHECK(compared(R"("kind": "registered", "grounds": ["deposit"], "evidence": ["e1"])").comparison == kReason);
    CHECK(compared(R"("kind": "registered", "grounds": ["signatures"])").comparison == kReason);  // from no source
    CHECK(compared(R"("kind": "refused", "decided": "2027-02-25", "grounds": ["signatures"], "evidence": ["e1"])")
              .comparison == kReason);
    CHECK(removed("").comparison == "not computable: the file does not say on what kind of ground it was decided");
}

TEST_CASE("reinstatement in time is told from reinstatement without effective remedy") {
    const RegistrationResult review = review_of(R"("registration_events": [
        {"id": "a", "subject": "candidate_list:green-list", "kind": "refused", "decided": "2027-02-01"},
        {"id": "b", "subject": "candidate_list:green-list", "kind": "reinstated", "decided": "2027-02-20", "body": "court", "follows": "a"},
        {"id": "c", "subject": "candidate_list:blue-list", "kind": "reinstated_without_effective_remedy", "decided": "2027-03-12"},
        {"id": "d", "subject": "candidate_list:blue-list", "kind": "reinstated"}])");
    REQUIRE(review.reinstatements.size() == 3);
    CHECK(review.reinstatements[0].effect == "before the vote");
    CHECK(review.reinstatements[0].days_before_vote == Interval::exactly(22));
    CHECK(review.reinstatements[1].effect == "without effective remedy");
    CHECK(review.reinstatements[2].effect == "not known whether before the vote");
    REQUIRE(review.decisions.size() == 1);
    REQUIRE(review.decisions[0].answers.size() == 1);
    CHECK(review.decisions[0].answers[0].what == "reinstated");
    CHECK(review.decisions[0].answers[0].body == "Supreme Court");
}

TEST_CASE("appeals and complaints are listed with the decision that they answer") {
    const RegistrationResult review = review_of(R"("registration_events": [
        {"id": "a", "subject": "candidate_list:green-list", "kind": "deregistered", "decided": "2027-02-01"},
        {"id": "b", "subject": "candidate_list:green-list", "kind": "appealed", "level": 1, "occurred": "2027-02-03", "follows": "a"},
        {"id": "c", "subject": "candidate_list:green-list", "kind": "dismissed", "level": 1, "decided": "2027-02-05", "follows": "b"},
        {"id": "z", "subject": "candidate_list:blue-list", "kind": "dismissed", "decided": "2027-02-05"}],
        "complaints": [{"id": "k1", "about": "registration_event:a", "outcome": "denied", "instance": 1, "forum": "cec", "lodged": "2027-02-02"},
                       {"id": "k2", "appeals": "k1", "instance": 2, "forum": "court", "lodged": "2027-02-06"},
                       {"id": "k3", "subject": "something else"}])");
    REQUIRE(review.decisions.size() == 1);
    const auto& answers = review.decisions[0].answers;
    REQUIRE(answers.size() == 4);
    CHECK(answers[0].what == "appealed");
    CHECK(answers[1].what == "dismissed");
    CHECK(answers[2].what == "complaint, denied");
    CHECK(answers[3].what == "complaint, outcome not stated");
    CHECK(answers[3].body == "Supreme Court");
}

TEST_CASE("lists and candidates come before parties") {
    const RegistrationResult review = review_of(R"("registration_events": [
        {"id": "old", "subject": "party:green", "kind": "suspended_by_court", "decided": "2026-10-04"},
        {"id": "late", "subject": "candidate_list:green-list", "kind": "deregistered", "decided": "2027-02-24"},
        {"id": "early", "subject": "candidate_list:blue-list", "kind": "refused", "decided": "2027-01-24"}])");
    REQUIRE(review.decisions.size() == 3);
    CHECK(review.decisions[0].event.text() == "early");
    CHECK(review.decisions[1].event.text() == "late");
    CHECK(review.decisions[2].event.text() == "old");
    CHECK(review.decisions[2].stage == "court");
    CHECK(review.decisions[1].title == "list of Green Party: de-registered, 24 February 2027");
}

TEST_CASE("days of registration before a decision") {
    const auto days = [](const std::string& registered, const std::string& removed_on) {
        return review_of(R"("registration_events": [
            {"id": "a", "subject": "candidate_list:green-list", "kind": "registered", "decided": ")" +
                         registered + R"("},
            {"id": "b", "subject": "candidate_list:green-list", "kind": "deregistered", )" +
                         removed_on + "}]")
            .decisions[0]
            .days_registered_before;
    };
    CHECK(days("2027-02-10", R"("decided": "2027-02-24")") == Interval::exactly(14));
    CHECK(days("2027-02-10/2027-02-12", R"("decided": "2027-02-24")") == Interval{12, 14});
    CHECK(days("2027-02-10", R"("published": "2027-02-24")") == Interval{std::nullopt, 14});
    CHECK(days("2027-02-28", R"("decided": "2027-02-24")").is_unknown());
}

TEST_CASE("another election's decisions do not enter") {
    const std::string_view end_of_elections = R"("dates": ["2027-03-14"]})";
    const std::size_t end = kBase.find(end_of_elections) + end_of_elections.size();
    const Dossier dossier = test::dossier(kBase.substr(0, end) + R"(, {"id": "w", "dates": ["2020-01-01"]})" +
                                          kBase.substr(end) + R"(, "registration_events": [
        {"id": "a", "subject": "party:green", "election": "w", "kind": "refused", "decided": "2019-12-01"},
        {"id": "b", "subject": "party:green", "election": "v", "kind": "refused", "decided": "2027-02-01"},
        {"id": "c", "subject": "party:green", "kind": "refused", "decided": "2018-02-01"}])");
    CHECK(analysis::registration(dossier).decisions.size() == 2);
    CHECK(analysis::registration(dossier).election->text() == "v");
    CHECK(analysis::registration(dossier).head.options.text == R"({"election":"v"})");
    analysis::RegistrationOptions other;
    other.election = "w";
    CHECK(analysis::registration(dossier, other).decisions.size() == 2);
    other.election = "x";
    CHECK_THROWS_AS(analysis::registration(dossier, other), Error);
}

TEST_CASE("regression: another mission's finding is not among the mission's conclusions") {
    const std::string others = R"(, "missions": [{"id": "joint", "names": [{"text": "Joint Mission"}]},
        {"id": "part", "names": [{"text": "Part of it"}], "part_of": "joint"}, {"id": "other", "names": [{"text": "Other Mission"}]}],
        "findings": [{"id": "ours", "topic": "candidate_registration", "mission": "joint", "asserted_by": {"code": "mission"}},
                     {"id": "parts", "topic": "candidate_registration", "asserted_by": {"code": "institution", "target": ["mission:part"]}},
                     {"id": "theirs", "topic": "candidate_registration", "mission": "other", "asserted_by": {"code": "mission"}},
                     {"id": "unnamed", "topic": "candidate_registration", "asserted_by": {"code": "mission"}}])";
    const auto listed = [&](const std::string& documents) {
        const std::string base = kBase.substr(0, kBase.find(R"("missions")"));
        const RegistrationResult review =
            analysis::registration(test::dossier(base + R"("gaps": [])" + others + documents));
        std::string ids;
        for (const auto& each : review.conclusions) ids += each.finding.text() + " ";
        for (const auto& each : review.others) ids += "(" + each.finding.text() + ") ";
        return ids + (mentions(review.head.not_computed, "several missions") ? "unclear" : "");
    };
    CHECK(listed(R"(, "documents": [{"id": "own", "title": "T", "mission": "joint"}])") == "ours parts unnamed (theirs) ");
    CHECK(listed(R"(, "documents": [{"id": "own", "title": "T", "mission": "part"}])") == "ours parts unnamed (theirs) ");
    CHECK(listed(R"(, "documents": [{"id": "own", "title": "T", "mission": "other"}])") == "theirs unnamed (ours) (parts) ");
    // An external document is the mission's where its sentences are on record.
    CHECK(listed(R"(, "documents": [{"id": "ext", "title": "T", "external": "yes", "mission": "joint"}, {"id": "far", "title": "T", "external": "yes", "mission": "other"}],
        "sentences": [{"id": "s", "document": "ext", "origin": "external", "span": [0, 4]}])") == "ours parts unnamed (theirs) ");
    CHECK(listed("") == "unnamed (ours) (parts) (theirs) unclear");
}

TEST_CASE("regression: what was withdrawn or refuted is no conclusion, and a draft says that it is one") {
    const auto review = [](const std::string& members) {
        return review_of(
            R"("findings": [{"id": "f", "topic": "candidate_registration", "summary": "F", "notes": ["a note"], "asserted_by": {"code": "mission"})" +
            members + "}]");
    };
    CHECK(review("").conclusions.size() == 1);
    CHECK(review("").conclusions[0].remarks.size() == 1);
    CHECK(review(R"(, "state": "published", "verification": "corroborated")").conclusions.size() == 1);
    const RegistrationResult withdrawn = review(R"(, "state": "withdrawn")");
    CHECK(withdrawn.conclusions.empty());
    REQUIRE(withdrawn.others.size() == 1);
    CHECK(contains(withdrawn.others[0].remark, "withdrawn"));
    const RegistrationResult refuted = review(R"(, "verification": "refuted")");
    CHECK(refuted.conclusions.empty());
    REQUIRE(refuted.others.size() == 1);
    CHECK(contains(refuted.others[0].remark, "refuted"));
    const RegistrationResult draft = review(R"(, "state": "draft")");
    REQUIRE(draft.conclusions.size() == 1);
    CHECK(contains(draft.conclusions[0].remarks[0], "a draft"));
}

TEST_CASE("a long chain of answers, and many decisions on one ground, are followed once") {
    std::string events = R"("registration_events": [{"id": "d", "subject": "candidate_list:green-list", "kind": "refused", "decided": "2027-01-01"})";
    std::string before = "d";
    for (int i = 0; i < 50; ++i) {
        const std::string id = "a" + std::to_string(i);
        events += R"(, {"id": ")" + id + R"(", "subject": "candidate_list:green-list", "kind": "appealed", "follows": ")" +
                  before + "\"}";
        before = id;
    }
    const RegistrationResult review = review_of(events + "]");
    REQUIRE(review.decisions.size() == 1);
    REQUIRE(review.decisions[0].answers.size() == 50);
    CHECK(review.decisions[0].answers[0].record.text() == "registration_event:a0");
    CHECK(review.decisions[0].answers[49].record.text() == "registration_event:a49");
}

TEST_CASE("a refuted step is nobody to compare with") {
    const auto compared = [](const std::string& verification) {
        return review_of(R"("registration_events": [
            {"id": "removed", "subject": "candidate_list:green-list", "kind": "deregistered", "grounds": ["deposit", "signatures"], "evidence": ["e1"]},
            {"id": "other", "subject": "candidate_list:blue-list", "kind": "registered", "grounds": ["signatures", "deposit"], "evidence": ["e1"], "verification": ")" +
                         verification + R"("}])")
            .decisions[0]
            .comparators.size();
    };
    CHECK(compared("single_source") == 1);
    CHECK(compared("refuted") == 0);
}
