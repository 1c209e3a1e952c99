#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kWorld =
    R"(, "persons": [{"id": "ada", "names": [{"text": "Ada Quill"}], "roles": [{"title": "Head of the Delegation", "at": "delegation:d"}]},
        {"id": "min", "names": [{"text": "Tor Vale"}], "roles": [{"title": "Minister", "at": "body:cec"}]}],
    "bodies": [{"id": "cec", "names": [{"text": "Central Election Commission"}, {"text": "CEC"}]}],
    "parties": [{"id": "meadow", "names": [{"text": "Meadow Party"}], "abbreviations": ["MP"]}],
    "missions": [{"id": "m", "names": [{"text": "Observation Mission"}], "partners": ["one", "two"]}],
    "observer_organisations": [{"id": "one", "names": [{"text": "One"}]}, {"id": "two", "names": [{"text": "Two"}]}])";

std::string finding(std::string_view members) {
    return fmt::format(R"("findings": [{{"id": "f", "topic": "voting", "evidence": ["e"]{}{}}}])",
                       members.empty() ? "" : ", ", members) +
           std::string(kWorld);
}

/// The finding in a sentence of an external document that asserts it whole.
Issues asserted(std::string_view members, std::string_view document = "") {
    return check(Text().with_document(document).say("s", "Kala mer dom.").asserts("finding:f"), finding(members));
}

}  // namespace

TEST_CASE("part-unanchored: a part added to the record") {
    const auto found = asserted(R"("degree": {"code": "largely", "words": "kala"})");
    CHECK(found.fires("part-unanchored", "finding:f", "degree"));
    CHECK(found.first("part-unanchored").member == "degree");
    const Text text = Text().say("s", "Kala mer dom.").asserts("finding:f").anchor("degree", "Kala", "finding:f");
    CHECK(check(text, finding(R"("degree": {"code": "largely", "words": "Kala"})")).is_silent("part-unanchored"));
    // A finding that no text asserts has nothing to be anchored in.
    CHECK(check(Text().say("s", "Kala mer dom."), finding(R"("degree": {"code": "largely", "words": "kala"})"))
              .is_silent("part-unanchored"));
}

TEST_CASE("part-missing: a part dropped from the record") {
    const Text text = Text()
                          .say("s", "Kala mer dom.")
                          .asserts("finding:f")
                          .anchor("scope", "mer", "finding:f")
                          .anchor("concedes", "dom", "finding:f");
    const auto found = check(text, finding(""));
    CHECK(found.fires("part-missing", "finding:f", "scope"));
    CHECK(found.fires("part-missing", "finding:f", "concedes"));
    const auto stated = check(text, finding(R"("scope": {"code": "town", "words": "mer"}, "concedes": ["g"])"));
    CHECK(stated.is_silent("part-missing"));
}

TEST_CASE("cue-without-words: a part read from nothing") {
    CHECK(asserted(R"("degree": {"code": "largely"})").fires("cue-without-words", "finding:f", "degree"));
    CHECK(asserted(R"("quantity": {"value": {"exact": 2}})").fires("cue-without-words", "finding:f", "quantity"));
    CHECK(asserted(R"("polarity": {"code": "negative", "implied_by": "context"})").is_silent("cue-without-words"));
    CHECK(asserted("").is_silent("cue-without-words"));
    // Of our own: the text carries the part where an anchor says so.
    const auto own = [](bool anchored) {
        Text text = Text("zz", false).say("s", "Kala mer dom.").asserts("finding:f");
        if (anchored) text.anchor("degree", "Kala", "finding:f");
        return check(text, finding(R"("degree": {"code": "largely"})"));
    };
    CHECK(own(false).fires("cue-without-words"));
    CHECK(own(true).is_silent("cue-without-words"));
}

TEST_CASE("implied-by-inadmissible: reasons that are none") {
    const auto actor = [](std::string_view cue) { return asserted(fmt::format("\"responsible_actor\": {}", cue)); };
    CHECK(actor(R"({"implied_by": "no_agent"})").is_silent("implied-by-inadmissible"));
    CHECK(actor(R"({"code": "authorities", "implied_by": "no_agent"})")
              .fires("implied-by-inadmissible", "finding:f", "actor"));
    CHECK(actor(R"({"implied_by": "no_agent", "target": ["body:cec"]})")
              .fires("implied-by-inadmissible", "finding:f", "actor"));
    CHECK(actor(R"({"code": "authorities", "implied_by": "issuers"})").fires("implied-by-inadmissible"));
    CHECK(actor(R"({"implied_by": "context"})").fires("implied-by-inadmissible"));
    CHECK(actor(R"({"code": "authorities", "implied_by": "context"})").is_silent("implied-by-inadmissible"));
    CHECK(asserted(R"("polarity": {"code": "negative", "implied_by": "no_agent"})")
              .fires("implied-by-inadmissible", {}, "polarity"));
    CHECK(asserted(R"("degree": {"code": "largely", "implied_by": "context"})")
              .fires("implied-by-inadmissible", {}, "degree"));
    CHECK(asserted(R"("quantity": {"value": {"exact": 2}, "implied_by": "context"})")
              .fires("implied-by-inadmissible", {}, "quantity"));
    CHECK(
        asserted(R"("quantity": {"value": {"vague": {"scale": "number", "term": "plural"}}, "implied_by": "context"})")
            .is_silent("implied-by-inadmissible"));
    CHECK(asserted(R"("polarity": {"code": "negative", "words": "mer", "implied_by": "context"})")
              .fires("implied-by-inadmissible"));
}

TEST_CASE("actor-differs: the words name somebody else") {
    const auto actor = [](std::string_view words, std::string_view target) {
        return asserted(fmt::format(
            R"("responsible_actor": {{"code": "authorities", "words": "{}", "target": ["{}"]}})", words, target));
    };
    CHECK(actor("the CEC", "body:cec").is_silent("actor-differs"));
    CHECK(actor("the Central Election Commission", "body:cec").is_silent("actor-differs"));
    CHECK(actor("the Meadow Party", "body:cec").fires("actor-differs", "finding:f", "actor"));
    CHECK(actor("MP", "party:meadow").is_silent("actor-differs"));
    CHECK(actor("MPs", "party:meadow").fires("actor-differs"));
    const auto speaker = [](std::string_view words, std::string_view target, std::string_view code = "named_speaker") {
        return asserted(
            fmt::format(R"("asserted_by": {{"code": "{}", "words": "{}", "target": ["{}"]}})", code, words, target));
    };
    CHECK(speaker("Ada Quill", "person:ada").is_silent("actor-differs"));
    CHECK(speaker("Quill", "person:ada").is_silent("actor-differs"));
    CHECK(speaker("the Head of the Delegation", "person:ada").is_silent("actor-differs"));
    CHECK(speaker("Tor Vale", "person:ada").fires("actor-differs", "finding:f", "attribution"));
}

TEST_CASE("actor-differs: who asserts it is what the record can be") {
    const auto by = [](std::string_view code, std::string_view target, std::string_view words = "") {
        const std::string how = words.empty() ? R"("implied_by": "context")" : fmt::format("\"words\": \"{}\"", words);
        return asserted(fmt::format(R"("asserted_by": {{"code": "{}", {}, "target": ["{}"]}})", code, how, target));
    };
    CHECK(by("named_speaker", "person:ada").is_silent("actor-differs"));
    CHECK(by("mission", "person:ada").fires("actor-differs", "finding:f", "attribution"));
    CHECK(by("authority", "person:ada").fires("actor-differs"));
    CHECK(by("authority", "person:min").is_silent("actor-differs"));
    CHECK(by("party", "party:meadow", "Meadow Party").is_silent("actor-differs"));
    CHECK(by("media", "party:meadow", "Meadow Party").fires("actor-differs"));
    CHECK(by("authority", "body:cec", "dirite").is_silent("actor-differs"));
    CHECK(by("interlocutors", "body:cec", "dirite").fires("actor-differs"));
    CHECK(by("institution", "mission:m").is_silent("actor-differs"));
    CHECK(by("party", "observer_organisation:one").fires("actor-differs"));
}

TEST_CASE("issuer-differs: the issuers bear out who asserts it") {
    const auto by = [](std::string_view code, std::string_view document, std::string_view target = "") {
        return asserted(fmt::format(R"("asserted_by": {{"code": "{}", "implied_by": "issuers"{}}})", code, target),
                        document);
    };
    const char* mission = R"(, "issuers": ["mission:m"])";
    const char* partners = R"(, "mission": "m", "issuers": ["observer_organisation:one", "observer_organisation:two"])";
    const char* alone = R"(, "issuers": ["observer_organisation:one"])";
    CHECK(by("mission", mission).is_silent("issuer-differs"));
    CHECK(by("mission", partners).is_silent("issuer-differs"));
    CHECK(by("mission", alone).fires("issuer-differs", "finding:f", "attribution"));
    CHECK(by("mission", "").fires("issuer-differs"));
    CHECK(by("institution", alone).is_silent("issuer-differs"));
    CHECK(by("institution", mission).fires("issuer-differs"));
    CHECK(by("institution", partners).fires("issuer-differs"));
    CHECK(by("institution", partners, R"(, "target": ["observer_organisation:two"])").is_silent("issuer-differs"));
    CHECK(by("institution", alone, R"(, "target": ["observer_organisation:two"])").fires("issuer-differs"));
    CHECK(by("authority", mission).fires("issuer-differs"));
    CHECK(by("not_stated", mission).fires("issuer-differs"));
    CHECK(by("mission", R"(, "reconstruction": "yes")").is_silent("issuer-differs"));  // speaks for nobody
}

TEST_CASE("issuer-differs: words that may mean a mission or an institution") {
    const auto by = [](std::string_view code, std::string_view document, std::string_view target = "") {
        Text text = Text("en")
                        .with_document(document)
                        .say("s", "The observers left.")
                        .asserts("finding:f")
                        .anchor("attribution", "The observers", "finding:f");
        return check(
            text, finding(fmt::format(R"("asserted_by": {{"code": "{}", "words": "The observers"{}}})", code, target)));
    };
    const char* mission = R"(, "issuers": ["mission:m"])";
    CHECK(by("mission", mission).is_silent("issuer-differs"));
    CHECK(by("institution", mission).fires("issuer-differs", "finding:f", "attribution"));
    CHECK(by("institution", R"(, "issuers": ["observer_organisation:one"])").is_silent("issuer-differs"));
    CHECK(by("institution", mission, R"(, "target": ["observer_organisation:one"])").is_silent("issuer-differs"));
}

TEST_CASE("issuer-differs says what the issuers do speak as") {
    const auto by = [](std::string_view code, std::string_view document) {
        return asserted(fmt::format(R"("asserted_by": {{"code": "{}", "implied_by": "issuers"}})", code), document);
    };
    const auto citizens = by("citizen_observers", R"(, "issuers": ["mission:m"])");
    CHECK(citizens.fires("issuer-differs", "finding:f", "attribution"));
    CHECK(citizens.message("issuer-differs") ==
          "attribution: implied by the issuers of document:release, which do not speak as 'citizen_observers': they "
          "speak as 'mission'");
    CHECK(citizens.first("issuer-differs").remedy == "let asserted_by be 'mission', or correct the document's issuers");
    CHECK(by("mission", R"(, "issuers": ["mission:m"])").is_silent("issuer-differs"));
    const auto alone = by("citizen_observers", R"(, "issuers": ["observer_organisation:one"])");
    CHECK(alone.message("issuer-differs").ends_with("they speak as 'institution'"));
    // The only partner of a mission speaks for itself and for the mission.
    const std::string one = replaced(finding(R"("asserted_by": {"code": "media", "implied_by": "issuers"})"),
                                     R"("partners": ["one", "two"])", R"("partners": ["one"])");
    const Text text = Text()
                          .with_document(R"(, "mission": "m", "issuers": ["observer_organisation:one"])")
                          .say("s", "Kala mer dom.")
                          .asserts("finding:f");
    CHECK(check(text, one).message("issuer-differs").ends_with("they speak as 'mission' or 'institution'"));
}

TEST_CASE("issuer-differs where the issuers speak as nobody") {
    const auto by = [](std::string_view document) {
        return asserted(R"("asserted_by": {"code": "mission", "implied_by": "issuers"})", document);
    };
    const auto several = by(R"(, "issuers": ["observer_organisation:one", "observer_organisation:two"])");
    CHECK(several.message("issuer-differs").ends_with("they speak neither as one mission nor as one institution"));
    CHECK(several.first("issuer-differs").remedy.find("as target") != std::string::npos);
    const auto none = by("");
    CHECK(none.message("issuer-differs") ==
          "attribution: said to be implied by the issuers, and document:release names none");
    CHECK(none.first("issuer-differs").remedy.starts_with("name the issuers of the document"));
}
