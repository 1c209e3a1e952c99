// Sourcing: what is anchored, what is not, what is not used, and what a changed copy changes.
#include <doctest/doctest.h>

#include <optional>

#include "analysis_support.hpp"
#include "openeom/analysis/sourcing.hpp"
#include "openeom/check/check.hpp"
#include "openeom/base/digest.hpp"

using namespace openeom;
using analysis::SentenceState;
using analysis::SourcingOptions;
using analysis::SourcingResult;
using analysis::TextAtHand;
using test::contains;

namespace {

const std::string kFirst = "Several parties were blocked from standing.";
const std::string kSecond = "Voting was assessed positively by the observers.";
const std::string kThird = "Contacts are listed here.";
const std::string kText = kFirst + "\n\n" + kSecond + "\n\n" + kThird + "\n";

const std::string kFindings = R"("findings": [
    {"id": "blocked", "topic": "party_registration", "summary": "Several parties were kept out.", "evidence": ["e1"], "asserted_by": {"code": "mission", "implied_by": "issuers"},
     "quantity": {"value": {"vague": {"scale": "number", "term": "several"}}, "words": "Several"}, "polarity": {"code": "negative", "words": "blocked"}},
    {"id": "voting", "topic": "voting", "summary": "Voting went well.", "evidence": ["e2"], "asserted_by": {"code": "mission", "words": "by the observers"}, "polarity": {"code": "positive", "words": "positively"}},
    {"id": "unused", "topic": "media", "summary": "Self-censorship.", "asserted_by": {"code": "media"}}])";

std::string sentence(const std::string& id, const std::string& words, const std::string& asserts) {
    const std::size_t begin = kText.find(words);
    return R"({"id": ")" + id + R"(", "document": "pr", "origin": "external", "asserts": ")" + asserts +
           R"(", "span": [)" + std::to_string(begin) + ", " + std::to_string(begin + words.size()) +
           R"(], "sha256": ")" + sha256(words) + "\"}";
}

std::string anchor(const std::string& id, const std::string& of, const std::string& words, const std::string& part,
                   const std::string& role, const std::string& target) {
    const std::size_t begin = words.find(part);
    return R"({"id": ")" + id + R"(", "sentence": ")" + of + R"(", "role": ")" + role + R"(", "range": [)" +
           std::to_string(begin) + ", " + std::to_string(begin + part.size()) + R"(], "target": "finding:)" + target +
           "\"}";
}

std::string anchors_of_the_first() {
    return anchor("a1", "s1", kFirst, kFirst, "asserts", "blocked") + "," +
           anchor("a2", "s1", kFirst, "Several", "quantity", "blocked") + "," +
           anchor("a3", "s1", kFirst, "blocked", "polarity", "blocked");
}

std::string anchors_of_the_second() {
    return anchor("b1", "s2", kSecond, "Voting was assessed positively", "asserts", "voting") + "," +
           anchor("b2", "s2", kSecond, "positively", "polarity", "voting") + "," +
           anchor("b3", "s2", kSecond, "by the observers", "attribution", "voting");
}

Dossier press_release(const std::string& anchors) {
    return test::dossier(R"("missions": [{"id": "m", "names": [{"text": "Mission"}]}],
        "documents": [{"id": "pr", "title": "Press release", "language": "en", "external": "yes", "issuers": ["mission:m"], "bytes": )" +
                         std::to_string(kText.size()) + R"(, "sha256": ")" + sha256(kText) + R"("}], "sentences": [)" +
                         sentence("s1", kFirst, "yes") + "," + sentence("s2", kSecond, "yes") + "," +
                         sentence("s3", kThird, "no") + R"(], "anchors": [)" + anchors + "], " + kFindings);
}

Dossier whole() {
    return press_release(anchors_of_the_first() + "," + anchors_of_the_second());
}

SourcingResult sourced(const Dossier& dossier, const std::optional<std::string>& text = std::nullopt) {
    SourcingOptions options;
    options.document = "pr";
    options.text = text;
    return analysis::sourcing(dossier, options);
}

const analysis::SourcedSentence& row(const SourcingResult& result, std::string_view id) {
    return test::one(result.sentences, id, [](const auto& each) {
        return each.sentence ? std::string_view(each.sentence->text()) : std::string_view();
    });
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

}  // namespace

TEST_CASE("every asserting sentence anchored, with the copy at hand") {
    const SourcingResult result = sourced(whole(), kText);
    CHECK(result.summary == "100.0 % of asserting sentences anchored (2 of 2), 6 anchors, 4 cue ranges");
    CHECK(*result.share_anchored == Rational(100));
    CHECK(result.sentences_total == 3);
    CHECK(result.text_at_hand == TextAtHand::unchanged);
    CHECK(contains(result.caution, "linkage, not truth"));
    CHECK(result.unanchored.empty());
    CHECK(row(result, "s1").text == kFirst);
    CHECK(row(result, "s1").state == SentenceState::unchanged);
    CHECK(row(result, "s1").rests_on_evidence == YesNo::yes);
    REQUIRE(row(result, "s1").anchors.size() == 3);
    CHECK(row(result, "s1").anchors[1].words == "Several");
    CHECK(row(result, "s1").anchors[1].role == AnchorRole::quantity);
    CHECK(row(result, "s1").anchors[0].label == "Several parties were kept out.");
    CHECK(row(result, "s3").anchored == YesNo::no);
    CHECK_FALSE(contains(result.head.options.text, "Several"));
}

TEST_CASE("an assertion without anchor is reported, not hidden") {
    const SourcingResult result = sourced(press_release(anchors_of_the_second()), kText);
    CHECK(result.summary == "50.0 % of asserting sentences anchored (1 of 2), 3 anchors, 2 cue ranges");
    REQUIRE(result.unanchored.size() == 1);
    CHECK(result.unanchored[0].sentence->text() == "s1");
    CHECK(contains(result.unanchored[0].reason, "nothing that carries an assertion"));
    CHECK(result.unanchored[0].text == kFirst);
}

TEST_CASE("findings and evidence that nothing in the document leads to are listed") {
    const SourcingResult result = sourced(whole(), kText);
    REQUIRE(result.findings_not_used.size() == 1);
    CHECK(result.findings_not_used[0].finding.text() == "unused");
    REQUIRE(result.evidence_not_used.size() == 1);
    CHECK(result.evidence_not_used[0].evidence.text() == "e3");
    CHECK(contains(result.evidence_not_used[0].source, "Daily News"));
    const SourcingResult less = sourced(press_release(anchors_of_the_first()), kText);
    CHECK(less.findings_not_used.size() == 2);
    CHECK(less.evidence_not_used.size() == 2);
}

TEST_CASE("evidence of a possible instance is not what the sentence rests on") {
    const Dossier dossier = test::dossier(
        R"("documents": [{"id": "pr", "title": "T"}], "parties": [{"id": "p", "names": [{"text": "P"}], "evidence": ["e2"]}],
        "sentences": [{"id": "s", "document": "pr", "origin": "authored", "asserts": "yes", "text": "Some were blocked."}], "anchors": [{"id": "a", "sentence": "s", "role": "asserts", "range": [0, 18], "target": "finding:f"}],
        "findings": [{"id": "f", "topic": "party_registration", "summary": "F", "evidence": ["e1"], "possible_instance": [{"target": "party:p", "asserted_by": "media", "evidence": ["e3"]}]}])");
    const SourcingResult result = sourced(dossier);
    REQUIRE(result.evidence_not_used.size() == 2);
    CHECK(result.evidence_not_used[0].evidence.text() == "e2");
    CHECK(result.evidence_not_used[1].evidence.text() == "e3");
}

TEST_CASE("an anchored finding that rests on nothing is told") {
    const std::string anchors =
        anchors_of_the_first() + "," + anchor("b1", "s2", kSecond, kSecond, "asserts", "unused");
    const SourcingResult result = sourced(press_release(anchors), kText);
    REQUIRE(result.without_evidence.size() == 1);
    CHECK(result.without_evidence[0].finding.text() == "unused");
    CHECK(row(result, "s2").rests_on_evidence == YesNo::no);
    CHECK(row(result, "s2").anchored == YesNo::yes);
}

TEST_CASE("without the copy the words are those that the record keeps") {
    const SourcingResult result = sourced(whole());
    CHECK(result.text_at_hand == TextAtHand::none);
    CHECK(result.summary == "100.0 % of asserting sentences anchored (2 of 2), 6 anchors, 4 cue ranges");
    CHECK(row(result, "s1").text.empty());
    CHECK(row(result, "s1").anchors[1].words == "Several");
    CHECK(contains(row(result, "s1").anchors[0].words, "bytes 0 to"));
    CHECK(test::mentions(result.head.not_computed, "the document is not at hand"));
    CHECK(result.changes.empty());
}

TEST_CASE("a changed word is reported with the part that it carried") {
    const SourcingResult result = sourced(whole(), replaced(kText, "Several", "Two"));
    CHECK(result.text_at_hand == TextAtHand::changed);
    CHECK(result.sentences_changed == 1);
    CHECK(row(result, "s1").state == SentenceState::changed);
    CHECK(row(result, "s2").state == SentenceState::unchanged);
    CHECK(row(result, "s2").anchored == YesNo::yes);
    const auto found = std::find_if(result.changes.begin(), result.changes.end(),
                                    [](const auto& each) { return each.part == AnchorRole::quantity; });
    REQUIRE(found != result.changes.end());
    CHECK(found->sentence->text() == "s1");
    CHECK(contains(found->message, "'Several'"));
    CHECK_FALSE(row(result, "s1").issues.empty());
    CHECK(row(result, "s1").anchors[1].words == "Several");  // the ranges are those of the sentence on record
    CHECK(row(result, "s1").anchors[2].words == "blocked");
    CHECK(row(result, "s2").issues.empty());
}

TEST_CASE("an unchanged copy changes nothing") {
    CHECK(sourced(whole(), kText).changes.empty());
    CHECK(sourced(whole(), kText).sentences_changed == 0);
}

TEST_CASE("a sentence that the record does not know, and one that is gone") {
    const SourcingResult added = sourced(whole(), replaced(kText, kThird, "Nobody had expected this. " + kThird));
    CHECK(added.sentences_new == 1);
    CHECK(added.sentences_changed == 0);
    CHECK(contains(added.text_note, "1 new"));
    CHECK(added.sentences_total == 3);
    const SourcingResult gone = sourced(whole(), kFirst + "\n\n" + kThird + "\n");
    CHECK(gone.sentences_gone == 1);
    CHECK(row(gone, "s2").state == SentenceState::gone);
}

TEST_CASE("regression: a copy that is not the text on record never has its share") {
    const SourcingResult other = sourced(whole(), "hello");
    CHECK(*other.share_anchored == Rational(0));
    CHECK(other.summary == "0.0 % of asserting sentences anchored in the copy at hand (0 of 3): 0 sentences changed, 3 gone, "
                           "1 new; on record 2 of 2, 6 anchors, 4 cue ranges");
    CHECK(other.anchored == 0);
    CHECK(other.anchored_on_record == 2);
    REQUIRE(other.unanchored.size() == 3);
    CHECK(contains(other.unanchored[0].reason, "does not have it"));
    CHECK_FALSE(other.unanchored[2].sentence.has_value());
    CHECK(other.unanchored[2].text == "hello");
    CHECK(contains(other.unanchored[2].reason, "nor whether it asserts anything"));
    CHECK(contains(other.text_note, "Whether new sentences assert anything is not known"));

    const SourcingResult changed = sourced(whole(), replaced(kText, "Several", "Two"));
    CHECK(changed.summary.starts_with("50.0 % of asserting sentences anchored in the copy at hand (1 of 2)"));
    CHECK(row(changed, "s1").anchored == YesNo::no);
    REQUIRE(changed.unanchored.size() == 1);
    CHECK(contains(changed.unanchored[0].reason, "set on other words"));
    const SourcingResult added = sourced(whole(), replaced(kText, kThird, "Nobody had expected this. " + kThird));
    CHECK(*added.share_anchored == Rational(200, 3));
    CHECK(contains(added.summary, "(2 of 3)"));
    const SourcingResult gone = sourced(whole(), kFirst + "\n\n" + kThird + "\n");
    CHECK(contains(gone.summary, "(1 of 2)"));
    // What asserts nothing is no part of the share, and white space is no sentence.
    CHECK(*sourced(whole(), kFirst + "\n\n" + kSecond + "\n").share_anchored == Rational(100));
    CHECK(sourced(whole(), "\n" + kText).summary == sourced(whole(), kText).summary);
}

TEST_CASE("regression: an empty copy lacks every sentence, which is not the same as no copy") {
    const SourcingResult empty = sourced(whole(), "");
    CHECK(empty.text_at_hand == TextAtHand::changed);
    CHECK(empty.sentences_gone == 3);
    CHECK(contains(empty.summary, "(0 of 2)"));
    CHECK(contains(empty.text_note, "which is empty"));
    CHECK(sourced(whole()).text_at_hand == TextAtHand::none);
    CHECK(sourced(whole()).sentences_gone == 0);
}

TEST_CASE("regression: background and cues carry no assertion") {
    const auto only = [](const std::string& role) {
        return sourced(press_release(anchor("a1", "s1", kFirst, kFirst, role, "blocked") + "," + anchors_of_the_second()));
    };
    CHECK(row(only("background"), "s1").anchored == YesNo::no);
    CHECK(row(only("quantity"), "s1").anchored == YesNo::no);
    CHECK(row(only("asserts"), "s1").anchored == YesNo::yes);
    CHECK(contains(only("background").summary, "(1 of 2)"));
    CHECK(contains(only("background").unanchored[0].reason, "nothing that carries an assertion"));
    for (const AnchorRole role : {AnchorRole::asserts, AnchorRole::quote, AnchorRole::figure, AnchorRole::law, AnchorRole::standard})
        CHECK(openeom::check::carries_assertion(role));
}

TEST_CASE("a sentence that the record does not know is checked for grave words and cues") {
    const auto with = [](const std::string& words) {
        const SourcingResult result = sourced(whole(), replaced(kText, kThird, words + " " + kThird));
        for (const auto& each : result.sentences)
            if (each.state == SentenceState::new_) return each.issues;
        return std::vector<analysis::SentenceIssue>{};
    };
    const auto has = [](const std::vector<analysis::SentenceIssue>& issues, std::string_view rule) {
        return std::any_of(issues.begin(), issues.end(), [&](const auto& each) { return each.rule == rule; });
    };
    CHECK(has(with("There was systematic fraud."), "word-without-basis"));
    CHECK(has(with("Several lists were lost."), "cue-unanchored"));
    CHECK(with("The sun rose over the square.").empty());
    CHECK(test::mentions(
        [&] {
            std::vector<std::string> messages;
            for (const auto& each :
                 sourced(whole(), replaced(kText, kThird, "There was systematic fraud. " + kThird)).changes)
                messages.push_back(each.message);
            return messages;
        }(),
        "'fraud'"));
}

TEST_CASE("regression: sentences that a copy has in another order are told") {
    const std::string swapped = kSecond + "\n\n" + kFirst + "\n\n" + kThird + "\n";
    const SourcingResult result = sourced(whole(), swapped);
    CHECK(result.sentences_changed + result.sentences_gone + result.sentences_new == 0);
    CHECK(result.sentences_moved == 1);
    CHECK(contains(result.text_note, "1 in another order"));
    CHECK(contains(result.summary, "in another order"));
    CHECK(*result.share_anchored == Rational(100));
    std::string message;
    for (const auto& sentence : result.sentences)
        for (const auto& issue : sentence.issues)
            if (issue.rule == "sentence-moved") message = issue.message;
    CHECK(contains(message, "in the copy"));
    CHECK(contains(message, "on record"));
    CHECK_FALSE(result.changes.empty());
    CHECK(sourced(whole(), kText).sentences_moved == 0);
    // A sentence that is gone, or a new one before all, moves nothing.
    CHECK(sourced(whole(), kFirst + "\n\n" + kThird + "\n").sentences_moved == 0);
    CHECK(sourced(whole(), "A new beginning of it.\n\n" + kText).sentences_moved == 0);
}

TEST_CASE("regression: a printed figure that its indicator no longer gives is told at its sentence") {
    const auto with = [](const std::string& candidates, const std::string& errata) {
        return analysis::sourcing(test::dossier(
            R"("elections": [{"id": "v"}], "seat_tiers": [{"id": "t", "election": "v", "seats": 98, "method": "list_pr"}],
            "registration_totals": [{"id": "c", "election": "v", "tier": "t", "stage": "registered", "counted": "persons", "count": {"exact": )" +
            candidates + R"(}}], "documents": [{"id": "own", "title": "Own", "election": "v"}],
            "sentences": [{"id": "a", "document": "own", "position": 1, "origin": "authored", "text": "There were 3.94 candidates a seat.", "asserts": "yes"},
                          {"id": "b", "document": "own", "position": 2, "origin": "authored", "text": "Again 3.94 of them.", "asserts": "yes"}],
            "published_figures": [{"id": "f", "document": "own", "sentence": "a", "printed": "3.94 candidates", "value": "3.94", "indicator": "candidates_per_seat", "evidence": ["e1"]}],
            "anchors": [{"id": "x", "sentence": "a", "role": "figure", "range": [11, 15], "target": "published_figure:f"},
                        {"id": "y", "sentence": "b", "role": "figure", "range": [6, 10], "target": "published_figure:f"}])" +
            errata));
    };
    const auto outdated = [](const SourcingResult& result, std::string_view id) {
        std::vector<std::string> messages;
        for (const auto& each : row(result, id).issues)
            if (each.rule == "figure-outdated") messages.push_back(each.message);
        return messages;
    };
    const SourcingResult differing = with("400", "");
    REQUIRE(outdated(differing, "a").size() == 1);
    CHECK(outdated(differing, "a")[0] == "printed 3.94 candidates; the indicator candidates_per_seat now gives 4.08");
    CHECK(outdated(differing, "b").size() == 1);
    CHECK(std::any_of(differing.changes.begin(), differing.changes.end(),
                      [](const auto& each) { return contains(each.message, "now gives 4.08"); }));
    CHECK(outdated(with("386", ""), "a").empty());
    const std::string erratum = R"(, "errata": [{"id": "x", "figure": "f", "corrected": "4.08", "evidence": ["e1"]}])";
    CHECK(outdated(with("400", erratum), "a").empty());
}

TEST_CASE("a printed figure that another election gives is not outdated") {
    const auto changes = [](const std::string& seats) {
        return analysis::sourcing(test::dossier(
                   R"("elections": [{"id": "first"}, {"id": "second"}], "seat_tiers": [
            {"id": "t", "election": "first", "seats": 1, "method": "majoritarian", "candidates": {"exact": 6}},
            {"id": "u", "election": "second", "seats": )" +
                   seats + R"(, "method": "majoritarian", "candidates": {"exact": 2}}],
            "documents": [{"id": "own", "title": "Own", "election": "first"}],
            "sentences": [{"id": "a", "document": "own", "position": 1, "origin": "authored", "text": "In the run-off there were 2 candidates.", "asserts": "yes"}],
            "published_figures": [{"id": "f", "document": "own", "sentence": "a", "printed": "2", "value": "2", "indicator": "candidates_per_seat", "evidence": ["e1"]}],
            "anchors": [{"id": "x", "sentence": "a", "role": "figure", "range": [26, 27], "target": "published_figure:f"}])"))
            .changes;
    };
    const auto told = [](const auto& parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [](const auto& each) { return contains(each.message, "candidates_per_seat"); });
    };
    CHECK_FALSE(told(changes("1")));
    CHECK(told(changes("2")));
}

TEST_CASE("the dossier's own documents are read in their order") {
    const Dossier dossier = test::dossier(
        R"("documents": [{"id": "ext", "title": "External", "external": "yes"}, {"id": "own", "title": "Own"}],
        "sections": [{"id": "own.two", "document": "own", "position": 2}, {"id": "own.one", "document": "own", "position": 1}],
        "sentences": [{"id": "a", "document": "own", "section": "own.two", "position": 1, "origin": "authored", "text": "Third.", "asserts": "no"},
                      {"id": "b", "document": "own", "section": "own.one", "position": 2, "origin": "authored", "text": "Second.", "asserts": "no"},
                      {"id": "c", "document": "own", "section": "own.one", "position": 1, "origin": "authored", "text": "First.", "asserts": "no"},
                      {"id": "d", "document": "ext", "origin": "external", "span": [0, 4]}])");
    const SourcingResult result = analysis::sourcing(dossier);
    CHECK(result.document.text() == "own");
    CHECK(result.text_at_hand == TextAtHand::of_the_record);
    REQUIRE(result.sentences.size() == 3);
    CHECK(result.sentences[0].text == "First.");
    CHECK(result.sentences[2].text == "Third.");
    CHECK(contains(result.summary, "no sentence on record asserts anything"));
    CHECK_FALSE(result.share_anchored.has_value());
}

TEST_CASE("a document that is not there gets a suggestion") {
    SourcingOptions options;
    options.document = "prr";
    CHECK_THROWS_AS(analysis::sourcing(whole(), options), Error);
    CHECK_THROWS_AS(analysis::sourcing(Dossier()), Error);
}
