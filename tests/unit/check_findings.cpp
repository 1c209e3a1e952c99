#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kOwnSentence = R"(, "documents": [{"id": "d", "title": "D", "language": "zz"}],
    "sentences": [{"id": "s", "document": "d", "origin": "authored", "text": "Kala.", "asserts": "yes"}],
    "anchors": [{"id": "a", "sentence": "s", "role": "asserts", "range": [0, 5], "target": "finding:f"}])";

}  // namespace

TEST_CASE("a finding rests on evidence") {
    CHECK(check(R"("findings": [{"id": "f", "topic": "voting", "kind": "factual"}])")
              .fires("finding-without-evidence", "finding:f"));
    CHECK(check(R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"]}])")
              .is_silent("finding-without-evidence"));
    CHECK(check(R"("findings": [{"id": "f", "topic": "voting", "kind": "conclusion", "based_on": ["g"]}])")
              .is_silent("finding-without-evidence", "finding:f"));
}

TEST_CASE("a conclusion rests on findings, unless it is somebody else's") {
    const std::string conclusion = R"("findings": [{"id": "f", "topic": "overall", "kind": "conclusion"MORE}])";
    const std::string bare = replaced(conclusion, "MORE", "");
    CHECK(check(bare + std::string(kOwnSentence)).fires("conclusion-without-findings", "finding:f"));
    CHECK(check(bare).fires("conclusion-without-findings"));
    CHECK(check(replaced(conclusion, "MORE", R"(, "based_on": ["g"])")).is_silent("conclusion-without-findings"));
    // An external one is spared, and then needs evidence.
    const std::string external = replaced(std::string(kOwnSentence), "authored", "external");
    CHECK(check(bare + external).is_silent("conclusion-without-findings"));
    CHECK(check(bare + external).fires("finding-without-evidence", "finding:f"));
}

TEST_CASE("evidence on which nothing rests is noted") {
    const std::string evidence = R"("evidence": [{"id": "e", "source": "s"}])";
    CHECK(check(evidence).fires("evidence-unused", "evidence:e"));
    CHECK(check(evidence + R"(, "parties": [{"id": "p", "names": [{"text": "P"}], "evidence": ["e"]}])")
              .is_silent("evidence-unused"));
    CHECK(check(evidence + R"(, "events": [{"id": "v", "history": [{"state": "s", "evidence": ["e"]}]}])")
              .is_silent("evidence-unused"));
    CHECK(
        check(evidence + R"(, "anchors": [{"id": "a", "sentence": "s", "role": "background", "target": "evidence:e"}])")
            .is_silent("evidence-unused"));
    CHECK(check(evidence +
                R"(, "waivers": [{"id": "w", "check": "evidence-unused", "target": "evidence:e", "reason": "kept"}])")
              .fires("evidence-unused"));
}

TEST_CASE("a negative finding of ours is asserted somewhere, once there are sentences") {
    const std::string finding =
        R"("findings": [{"id": "g", "topic": "counting", "evidence": ["e"], "polarity": {"code": "POLARITY"}, "asserted_by": {"code": "WHO"}}])";
    const auto with = [&](std::string_view polarity, std::string_view who) {
        return replaced(replaced(finding, "POLARITY", polarity), "WHO", who);
    };
    CHECK(check(with("negative", "mission") + std::string(kOwnSentence))
              .fires("negative-finding-unanchored", "finding:g"));
    CHECK(check(with("positive", "mission") + std::string(kOwnSentence)).is_silent("negative-finding-unanchored"));
    CHECK(check(with("negative", "party") + std::string(kOwnSentence)).is_silent("negative-finding-unanchored"));
    CHECK(check(with("negative", "mission")).is_silent("negative-finding-unanchored"));
    CHECK(check(with("negative", "mission") + replaced(std::string(kOwnSentence), "finding:f", "finding:g"))
              .is_silent("negative-finding-unanchored"));
}

TEST_CASE("fraud needs somebody who asserts it and a provision that defines it") {
    const std::string incident = R"("incidents": [{"id": "i", "type": "TYPE"MORE}])";
    const auto with = [&](std::string_view type, std::string_view more) {
        return check(replaced(replaced(incident, "TYPE", type), "MORE", more));
    };
    CHECK(with("ballot_box_stuffing", "").fires("fraud-without-attribution", "incident:i"));
    CHECK(with("carousel_voting", "")
              .fires("fraud-without-legal-definition", "incident:i"));  // by way of multiple voting
    CHECK(with("ballot_box_stuffing", R"(, "asserted_by": "mission")").is_silent("fraud-without-attribution"));
    CHECK(with("ballot_box_stuffing", R"(, "legal_definition": "Criminal Code 150")")
              .is_silent("fraud-without-legal-definition"));
    CHECK(with("proxy_voting", "").is_silent("fraud-without-attribution"));
    CHECK(with("intimidation", "").is_silent("fraud-without-legal-definition"));
    const std::string finding =
        R"("findings": [{"id": "f", "topic": "counting", "issues": ["fraud"], "evidence": ["e"]MORE}])";
    CHECK(check(replaced(finding, "MORE", "")).fires("fraud-without-attribution", "finding:f"));
    CHECK(check(replaced(finding, "MORE", R"(, "asserted_by": {"code": "mission"})"))
              .is_silent("fraud-without-attribution"));
}

TEST_CASE("a summary tells the numbers of the finding") {
    const auto with = [](std::string_view summary, std::string_view quantity) {
        return check(fmt::format(R"("findings": [{{"id": "f", "topic": "voting", "summary": "{}", "quantity": {{"value": {}}}}}])", summary, quantity));
    };
    CHECK(with("Negative in 131 of the 240 stations.", R"({"k_of_n": [231, 240]})").fires("summary-differs", "finding:f"));
    CHECK(with("Negative in 231 of the 240 stations.", R"({"k_of_n": [231, 240]})").is_silent("summary-differs"));
    CHECK(with("Removed 61 days before the vote.", R"({"exact": 16})").fires("summary-differs"));
    CHECK(with("Both were refused.", R"({"exact": 2})").is_silent("summary-differs"));
    CHECK(with("Under Article 89, on 28 December 2011.", R"({"exact": 2})").is_silent("summary-differs"));
    CHECK(with("At least 16 died in 3 towns.", R"({"at_least": 16})").is_silent("summary-differs"));
    CHECK(with("Seen in 12 places.", R"({"vague": {"scale": "number", "term": "several"}})").is_silent("summary-differs"));
}
