#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kFindings = R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"]}])";

Text two() {
    return Text()
        .say("s1", "Kala mér pola dom.")
        .asserts("finding:f")
        .say("s2", "Rena dun sora kel.")
        .asserts("finding:f");
}

}  // namespace

TEST_CASE("a document and its own record agree") {
    const auto found = check(two(), kFindings);
    for (const char* rule : {"sentence-span", "anchor-range", "document-changed", "sentence-changed",
                             "sentence-missing", "sentence-unknown", "text-not-at-hand"})
        CHECK_MESSAGE(found.is_silent(rule), found.text());
}

TEST_CASE("the span of a sentence is a sentence of its document") {
    const Text text = two();
    const auto with = [&](std::string_view span) {
        openeom::check::Options options;
        options.texts = text.texts();
        return check(replaced(text.with(kFindings), "\"span\": [0, 19]", fmt::format("\"span\": {}", span)), options);
    };
    CHECK(with("[0, 19]").is_silent("sentence-span"));
    CHECK(with("[0, 900]").fires("sentence-span", "sentence:s1"));
    CHECK(with("[0, 7]").message("sentence-span").find("inside a character") != std::string::npos);
    CHECK(with("[0, 18]").message("sentence-span").find("digest") != std::string::npos);
    CHECK(with("[0, 24]").fires("sentence-span", "sentence:s2"));  // the two overlap
    CHECK(check(replaced(text.with(kFindings), "\"span\": [0, 19], ", "")).fires("sentence-span", "sentence:s1"));
}

TEST_CASE("without the text only what the record says of itself is seen") {
    CHECK(check(two().with(kFindings)).fires("text-not-at-hand", "document:release"));
    CHECK(check(replaced(two().with(kFindings), "[0, 19]", "[0, 900]")).fires("sentence-span", "sentence:s1"));
}

TEST_CASE("the range of an anchor is in its sentence") {
    const auto with = [](std::int64_t begin, std::int64_t end, std::string_view role = "asserts") {
        return check(Text().say("s", "Kala mér.").anchor_at(role, begin, end, "finding:f"), kFindings);
    };
    CHECK(with(0, 10).is_silent("anchor-range"));
    CHECK(with(0, 11).fires("anchor-range", "anchor:s.a1", "asserts"));
    CHECK(with(0, 7).fires("anchor-range"));  // inside é
    CHECK(with(0, 0).is_silent("anchor-range"));
    CHECK(with(0, 0, "polarity").fires("anchor-range", {}, "polarity"));
    const Text own = Text("zz", false).say("s", "Kala mér.").anchor_at("asserts", 0, 11, "finding:f");
    CHECK(check(own, kFindings).fires("anchor-range"));
}

TEST_CASE("a changed copy: which sentences changed, are gone, are new") {
    const Text text = two();
    const auto changed = check_copy(text, kFindings, "Kala mér pola dom. Rena dun toral kel.");
    CHECK(changed.fires("document-changed", "document:release"));
    CHECK(changed.fires("sentence-changed", "sentence:s2"));
    CHECK(changed.is_silent("sentence-changed", "sentence:s1"));
    const auto gone = check_copy(text, kFindings, "Kala mér pola dom.");
    CHECK(gone.fires("sentence-missing", "sentence:s2"));
    CHECK(gone.is_silent("sentence-missing", "sentence:s1"));
    const auto grown = check_copy(text, kFindings, text.text() + " Tova.");
    CHECK(grown.fires("sentence-unknown", "document:release"));
    CHECK(grown.first("sentence-unknown").range.begin == static_cast<std::int64_t>(text.text().size()) + 1);
    CHECK(grown.is_silent("sentence-missing"));
}

TEST_CASE("a text for a document that the dossier does not have") {
    openeom::check::Options options;
    options.texts = {{"relaese", "text"}};
    CHECK_THROWS_WITH_AS(check(two().with(kFindings), options),
                         "no document is called 'relaese' (did you mean 'release'?)", const openeom::Error&);
}

TEST_CASE("a copy with other line ends has the same words") {
    const Text text = Text().say("s1", "Kala mer\npola dom\nfara.").say("s2", "Rena dun\ntova kel.", "yes", "\n\n");
    const std::string copy = replaced(replaced(replaced(replaced(text.text(), "mer\n", "mer\r\n"), "dom\n", "dom\r\n"), "\n\n", "\r\n\r\n"), "dun\n", "dun\r\n");
    const auto found = check_copy(text, kFindings, copy);
    CHECK(found.is_silent("sentence-changed"));
    CHECK(found.is_silent("sentence-missing"));
    CHECK(found.is_silent("document-changed"));
}
