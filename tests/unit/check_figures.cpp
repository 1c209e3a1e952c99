#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

std::string results(std::string_view list) {
    return fmt::format("\"results\": [{}]", list);
}

std::string result(std::string_view id, std::int64_t votes, std::string_view percent, std::string_view more = "") {
    return fmt::format(
        R"({{"id": "{}", "election": "e", "contestant": "party:{}", "votes": {{"exact": {}}}, "percent": "{}", "status": "final", "denominator": "valid_votes", "published": "2027-05-03"{}}})",
        id, id, votes, percent, more);
}

std::string measures(std::string_view a, std::string_view b, std::string_view c) {
    std::string list;
    for (const auto& [id, share] : {std::pair(1, a), std::pair(2, b), std::pair(3, c)})
        list += fmt::format(
            R"({}{{"id": "m{}", "outlet": "o", "monitor": "the regulator", "unit": "share_only", "actor": "party:p{}", "share": "{}"}})",
            list.empty() ? "" : ",", id, id, share);
    return fmt::format("\"media_measures\": [{}]", list);
}

}  // namespace

TEST_CASE("a percentage needs its numbers or a source") {
    const std::string turnout = R"("turnouts": [{"id": "t", "election": "e", "percent": "61.2"MORE}])";
    CHECK(check(replaced(turnout, "MORE", "")).fires("percent-without-base", "turnout:t"));
    CHECK(check(replaced(turnout, "MORE", R"(, "voters": {"exact": 612})")).is_silent("percent-without-base"));
    CHECK(check(replaced(turnout, "MORE", R"(, "evidence": ["ev"])")).is_silent("percent-without-base"));
    const std::string reported =
        R"(, "reported_values": [{"id": "v", "record": "turnout:t", "member": "percent", "value": "61.2", "evidence": ["ev"]}])";
    CHECK(check(replaced(turnout, "MORE", "") + reported).is_silent("percent-without-base"));
}

TEST_CASE("a share of an unknown number needs a source too") {
    const std::string finding =
        R"("findings": [{"id": "f", "topic": "voting", "quantity": {"value": {"share": {"percent": "12"MORE}}}}])";
    CHECK(check(replaced(finding, "MORE", "")).fires("percent-without-base", "finding:f"));
    CHECK(check(replaced(finding, "MORE", R"(, "n": 250)")).is_silent("percent-without-base"));
    CHECK(check(R"("polls": [{"id": "x", "pollster": "P", "shares": [{"label": "yes", "percent": "40"}]}])")
              .fires("percent-without-base", "poll:x"));
    CHECK(check(R"("polls": [{"id": "x", "pollster": "P", "n": 900, "shares": [{"label": "yes", "percent": "40"}]}])")
              .is_silent("percent-without-base"));
}

TEST_CASE("percentages of a complete set are recomputed from all votes") {
    CHECK(check(results(result("a", 600, "60.0") + "," + result("b", 300, "30.0") + "," + result("c", 100, "10.0")))
              .is_silent("percent-differs"));
    const auto wrong =
        check(results(result("a", 600, "60.0") + "," + result("b", 300, "31.0") + "," + result("c", 100, "10.0")));
    CHECK(wrong.fires("percent-differs", "result:b"));
    CHECK(wrong.count("percent-differs") == 1);
    CHECK(wrong.message("percent-differs") == "300 votes of 1000 are 30.0 per cent, not 31.0");
    // 1/3 rounds to 33.3 and 33.33, not to 33.4.
    CHECK(check(results(result("a", 1, "33.3") + "," + result("b", 1, "33.33") + "," + result("c", 1, "33")))
              .is_silent("percent-differs"));
    CHECK(check(results(result("a", 1, "33.4") + "," + result("b", 1, "33.3") + "," + result("c", 1, "33.3")))
              .fires("percent-differs", "result:a"));
}

TEST_CASE("percentages of an incomplete set must agree on one base") {
    CHECK(check(results(result("a", 600, "60.0") + "," + result("b", 200, "20.0"))).is_silent("percent-differs"));
    CHECK(check(results(result("a", 600, "60.0") + "," + result("b", 200, "20.0") + "," + result("c", 100, "12.0")))
              .fires("percent-differs", "result:c"));
    // Of another base, another set.
    CHECK(check(results(result("a", 600, "60.0") + "," + result("b", 200, "20.0") + "," +
                        replaced(result("c", 100, "12.0"), "valid_votes", "ballots_cast")))
              .is_silent("percent-differs"));
}

TEST_CASE("a published figure is what its k and n give") {
    const std::string figure =
        R"("published_figures": [{"id": "x", "printed": "PRINTED", "value": "VALUE", "k": 386, "n": 98}])";
    const auto with = [&](std::string_view printed, std::string_view value) {
        return check(replaced(replaced(figure, "PRINTED", printed), "VALUE", value));
    };
    CHECK(with("3.94", "3.94").is_silent("percent-differs"));
    CHECK(with("3.95", "3.95").fires("percent-differs", "published_figure:x"));
    CHECK(with("394 per cent", "394").is_silent("percent-differs"));
    CHECK(with("3.94 per cent", "3.94").fires("percent-differs"));
}

TEST_CASE("numbers too large to compare are left alone") {
    CHECK(check(results(result("a", 9'000'000'000'000'000'000, "60.000000000000000") + "," +
                        result("b", 8'999'999'999'999'999'999, "20.000000000000000")))
              .is_silent("percent-differs"));
}

TEST_CASE("shares of coverage sum to 100 within rounding") {
    CHECK(check(measures("33", "33", "33")).is_silent("shares-do-not-sum"));  // 31.5 * 3 to 100.5
    CHECK(check(measures("33.0", "33.0", "33.0")).fires("shares-do-not-sum", "media_measure:m1"));
    CHECK(check(measures("50", "30", "20")).is_silent("shares-do-not-sum"));
    CHECK(check(measures("50", "30", "30")).fires("shares-do-not-sum"));
}

TEST_CASE("shares of a poll and of results do not exceed 100") {
    const std::string poll =
        R"("polls": [{"id": "x", "pollster": "P", "n": 9, "shares": [{"label": "a", "percent": "FIRST"}, {"label": "b", "percent": "48"}]}])";
    CHECK(check(replaced(poll, "FIRST", "54")).fires("shares-do-not-sum", "poll:x"));
    CHECK(check(replaced(poll, "FIRST", "40")).is_silent("shares-do-not-sum"));
    CHECK(check(results(result("a", 1, "70.0") + "," + result("b", 1, "40.0"))).fires("shares-do-not-sum", "result:a"));
}

TEST_CASE("a result of the same kind is amended, never overwritten") {
    const std::string second = replaced(result("b", 500, "50.0"), "party:b", "party:a");
    CHECK(check(results(result("a", 600, "60.0") + "," + second)).fires("result-overwritten", "result:b"));
    CHECK(check(results(result("a", 600, "60.0") + "," + replaced(second, "}", R"(}, "amends": "a")")))
              .is_silent("result-overwritten"));
    CHECK(check(results(result("a", 600, "60.0") + "," + replaced(second, "final", "preliminary")))
              .is_silent("result-overwritten"));
    CHECK(check(results(result("a", 600, "60.0") + "," + result("b", 500, "50.0"))).is_silent("result-overwritten"));
}

TEST_CASE("figures of polling stations need systematic observation") {
    const std::string file = R"("missions": [{"id": "m", "names": [{"text": "M"}]MORE}],
        "findings": [{"id": "f", "topic": "voting", "phase": "PHASE", "mission": "m", "evidence": ["e"], "asserted_by": {"code": "mission"},
                      "quantity": {"value": {"k_of_n": [3, 40]}}}])";
    CHECK(check(replaced(replaced(file, "MORE", ""), "PHASE", "voting"))
              .fires("station-figures-without-systematic-observation", "finding:f"));
    CHECK(
        check(replaced(replaced(file, "MORE", R"(, "systematic_election_day_observation": "yes")"), "PHASE", "voting"))
            .is_silent("station-figures-without-systematic-observation"));
    CHECK(check(replaced(replaced(file, "MORE", ""), "PHASE", "campaign"))
              .is_silent("station-figures-without-systematic-observation"));
    CHECK(check(R"("evidence": [{"id": "e", "source": "s", "kind": "form_answer"}],
                   "published_figures": [{"id": "x", "printed": "9 per cent", "evidence": ["e"]}])")
              .fires("station-figures-without-systematic-observation", "published_figure:x"));
}

TEST_CASE("a mission with observations says whether it observes systematically") {
    const std::string file =
        R"("missions": [{"id": "m", "names": [{"text": "M"}]MORE}], "observations": [{"id": "o", "mission": "m", "form_version": "v"}])";
    CHECK(check(replaced(file, "MORE", "")).fires("mission-systematic-not-stated", "mission:m"));
    CHECK(check(replaced(file, "MORE", R"(, "systematic_election_day_observation": "no")"))
              .is_silent("mission-systematic-not-stated"));
}

TEST_CASE("no figure rests on a vague quantity") {
    const std::string finding = R"("findings": [{"id": "f", "topic": "voting", "quantity": {"value": QUANTITY}}])";
    const std::string vague = replaced(finding, "QUANTITY", R"({"vague": {"scale": "number", "term": "several"}})");
    const std::string exact = replaced(finding, "QUANTITY", R"({"exact": 4})");
    const std::string anchor =
        R"(, "anchors": [{"id": "a", "sentence": "s", "role": "figure", "target": "finding:f", "range": [0, 1]}])";
    CHECK(check(vague + anchor).fires("vague-quantity-in-figure", "anchor:a", "figure"));
    CHECK(check(exact + anchor).is_silent("vague-quantity-in-figure"));
    const std::string suggestion =
        R"(, "suggestions": [{"id": "g", "text": "Observers were restricted in TERM cases.", "pattern": "restricted", "rests_on": ["finding:f"]}])";
    CHECK(check(vague + replaced(suggestion, "TERM", "4")).fires("vague-quantity-in-figure", "suggestion:g"));
    CHECK(check(vague + replaced(suggestion, "TERM", "several")).is_silent("vague-quantity-in-figure"));
    CHECK(check(R"("published_figures": [{"id": "x", "printed": "several", "value": "4"}])")
              .fires("vague-quantity-in-figure", "published_figure:x"));
    CHECK(check(R"("published_figures": [{"id": "x", "printed": "four", "value": "4"}])")
              .is_silent("vague-quantity-in-figure"));
}
