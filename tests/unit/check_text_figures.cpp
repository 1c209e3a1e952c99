#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kRecords = R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"]}],
    "turnouts": [{"id": "t", "election": "e", "percent": "75.07", "evidence": ["e"], "voters": {"exact": 6980000}}],
    "published_figures": [{"id": "x", "printed": "2,000", "indicator": "observation-coverage", "cutoff": "2027-05-02", "k": 2000, "n": 9764}])";

Text own() {
    return Text("en", false, "statement");
}

Text figure(std::string_view number, std::string_view target) {
    return own().say("s", fmt::format("Kala {} mer.", number)).asserts("finding:f").anchor("figure", number, target);
}

}  // namespace

TEST_CASE("a figure is one of its record's numbers, as rounded") {
    for (const char* number : {"75.07", "75.1", "75", "6,980,000"})
        CHECK_MESSAGE(check(figure(number, "turnout:t"), kRecords).is_silent("figure-differs"), number);
    const auto wrong = check(figure("75.2", "turnout:t"), kRecords);
    CHECK(wrong.fires("figure-differs", "sentence:s", "figure"));
    CHECK(wrong.message("figure-differs") == "75.2 is no figure of turnout:t");
    CHECK(check(figure("6,890,000", "turnout:t"), kRecords).fires("figure-differs"));
}

TEST_CASE("a figure is as printed, or as corrected") {
    CHECK(check(figure("2,000", "published_figure:x"), kRecords).is_silent("figure-differs"));
    CHECK(check(figure("9,764", "published_figure:x"), kRecords).is_silent("figure-differs"));
    CHECK(check(figure("2,100", "published_figure:x"), kRecords).fires("figure-differs"));
    const std::string erratum =
        std::string(kRecords) + R"(, "errata": [{"id": "y", "figure": "x", "corrected": "2,100"}])";
    CHECK(check(figure("2,100", "published_figure:x"), erratum).is_silent("figure-differs"));
}

TEST_CASE("a figure of an indicator is the one at the document's cut-off") {
    const auto at = [](std::string_view number, std::string_view cutoff) {
        Text text = own().with_document(fmt::format(R"(, "cutoff": "{}")", cutoff));
        return check(text.say("s", fmt::format("Kala {} mer.", number))
                         .asserts("finding:f")
                         .anchor("figure", number, "indicator:observation-coverage"),
                     kRecords);
    };
    CHECK(at("2,000", "2027-05-02").is_silent("figure-differs"));
    CHECK(at("2,001", "2027-05-02").fires("figure-differs"));
    CHECK(at("2,001", "2027-06-01").is_silent("figure-differs"));  // nothing printed at that cut-off to compare with
}

TEST_CASE("a printed figure stands in the sentence that it names") {
    const std::string named = replaced(std::string(kRecords), R"("printed")", R"("sentence": "s", "printed")");
    CHECK(check(own().say("s", "Kala 2,000 mer.").asserts("finding:f"), named).is_silent("figure-differs"));
    CHECK(check(own().say("s", "Kala 2,001 mer.").asserts("finding:f"), named).fires("figure-differs", "sentence:s"));
}

TEST_CASE("a figure of a changed sentence must still be there") {
    const Text text = Text("en")
                          .say("s1", "Kala 2,000 mer dom.")
                          .anchor("figure", "2,000", "published_figure:x")
                          .say("s2", "Tova sora.");
    CHECK(check_copy(text, kRecords, "Kala 2,000 mel dom. Tova sora.").is_silent("figure-differs"));
    CHECK(
        check_copy(text, kRecords, "Kala 2,400 mer dom. Tova sora.").fires("figure-differs", "sentence:s1", "figure"));
}

TEST_CASE("every number of an assertion is anchored") {
    const auto say = [](std::string_view words) {
        return check(own().say("s", std::string(words)).asserts("finding:f"), kRecords);
    };
    const auto found = say("Observers visited 2,000 polling stations.");
    CHECK(found.fires("figure-unanchored", "sentence:s", "figure"));
    CHECK(found.message("figure-unanchored") == "the number '2,000' is anchored in nothing");
    CHECK(say("Observers visited twenty-three polling stations.").fires("figure-unanchored"));
    for (const char* exempt :
         {"On 15 January 2012 voters went to the polls.", "It closed at 20:00 on the 15th.",
          "Article 89(6)(4) and paragraphs 5 and 7.1 say so.", "This was the second round.", "One of the parties left.",
          "Between 13 and 15 December 2011 there were none.", "See C 5.10."})
        CHECK_MESSAGE(say(exempt).is_silent("figure-unanchored"), exempt);
    CHECK(check(figure("2,000", "published_figure:x"), kRecords).is_silent("figure-unanchored"));
    CHECK(check(own().say("s", "Kala 2,000 mer.", "no"), kRecords).is_silent("figure-unanchored"));
    CHECK(check(Text("en").say("s", "Kala 2,000 mer.").asserts("finding:f"), kRecords)
              .is_silent("figure-unanchored"));  // of others
}
