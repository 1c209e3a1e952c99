// Sourcing: what is anchored, what is not, what is not used, and what a changed copy changes.
#include <doctest/doctest.h>

#include "analysis_support.hpp"
#include "openeom/analysis/sourcing.hpp"
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

SourcingResult sourced(const Dossier& dossier, const std::string& text = {}) {
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
    CHECK(result.unanchored[0].sentence.text() == "s1");
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
