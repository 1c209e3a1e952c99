#include "check_helpers.hpp"
#include "openeom/base/text.hpp"

using namespace openeom;
using namespace openeom::check::testing;
using openeom::check::Issue;
using openeom::check::IssueSeverity;

namespace {

/// A note, a warning and an error.
constexpr std::string_view kThree = R"("evidence": [{"id": "unused", "source": "s"}],
    "findings": [{"id": "bare", "topic": "voting"}],
    "elections": [{"id": "e", "called": "2027-06-01", "dates": ["2027-05-02"]}])";

}  // namespace

TEST_CASE("errors come first, then warnings, then notes, and are counted") {
    const auto result = check::run(dossier(kThree));
    CHECK(result.errors == 1);
    CHECK(result.warnings == 1);
    CHECK(result.notes == 1);
    CHECK(result.waived == 0);
    CHECK(result.records == 3);
    CHECK(result.rules == static_cast<std::int64_t>(check::rules().size()));
    REQUIRE(result.issues.size() == 3);
    CHECK(result.issues[0].severity == IssueSeverity::error);
    CHECK(result.issues[1].severity == IssueSeverity::warning);
    CHECK(result.issues[2].severity == IssueSeverity::note);
    for (const Issue& issue : result.issues) CHECK_FALSE(issue.remedy.empty());
}

TEST_CASE("an empty dossier has nothing wrong") {
    const auto result = check::run(Dossier());
    CHECK(result.issues.empty());
    CHECK(result.records == 0);
}

TEST_CASE("a waiver marks an issue and hides nothing") {
    const auto with = [](std::string_view target) {
        return check::run(dossier(
            std::string(kThree) +
            fmt::format(
                R"(, "waivers": [{{"id": "w", "check": "finding-without-evidence", "reason": "told at the briefing"{}}}])",
                target)));
    };
    for (const char* target : {"", R"(, "target": "finding:bare")"}) {
        const auto waived = with(target);
        CHECK(waived.warnings == 0);
        CHECK(waived.waived == 1);
        REQUIRE(waived.issues.size() == 3);
        CHECK(waived.issues[1].waived == "told at the briefing");
    }
    const auto other = with(R"(, "target": "finding:another")");
    CHECK(other.waived == 0);
    CHECK(other.warnings == 1);
}

TEST_CASE("an edit's own diagnostics come first, and issues say where the record was read") {
    const Edit edit = io::read_json(
        "{\"format\": \"openeom/1.0\",\n\"findings\": [\n  {\"id\": \"bare\", \"topic\": \"voting\", \"polarty\": "
        "{}}],\n"
        "\"follow_ups\": [{\"id\": \"u\", \"recommendation\": \"nowhere\"}]}",
        "mission.json");
    const auto result = check::run(edit);
    REQUIRE(result.issues.size() >= 3);
    CHECK(result.issues[0].message.find("polarity") != std::string::npos);  // the suggestion
    CHECK(result.issues[0].line == 3);
    CHECK(result.issues[1].message.find("nowhere") != std::string::npos);
    const auto bare = std::find_if(result.issues.begin(), result.issues.end(),
                                   [](const Issue& issue) { return issue.rule == "finding-without-evidence"; });
    REQUIRE(bare != result.issues.end());
    CHECK(bare->source == "mission.json");
    CHECK(bare->line == 3);
    CHECK(bare->column == 3);
    CHECK(result.errors >= 2);
}

TEST_CASE("progress is told and can stop the run") {
    std::vector<std::string> phases;
    check::run(dossier(kThree), {}, [&](std::uint64_t done, std::uint64_t total, std::string_view phase) {
        CHECK(done == phases.size());
        CHECK(total == check::rules().size());
        phases.emplace_back(phase);
        return true;
    });
    CHECK(phases.size() == check::rules().size());
    try {
        check::run(dossier(kThree), {}, [](std::uint64_t done, std::uint64_t, std::string_view) { return done < 3; });
        FAIL("not stopped");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::cancelled);
    }
}

TEST_CASE("check_text runs the text checks of one document") {
    const Text text = Text().say("s", "Kala mer.").asserts("finding:f").anchor("degree", "mer", "finding:f");
    const Dossier made = dossier(text.with(
        R"("findings": [{"id": "f", "topic": "voting", "degree": {"code": "largely", "words": "mer"}}, {"id": "g", "topic": "voting"}])"));
    const Document& document = made.get<Document>("release");
    const std::string same = text.text(), changed = "Kala mel.";
    const Issues unchanged(check::check_text(made, document, &same));
    CHECK(unchanged.is_silent("cue-lost"));
    CHECK(unchanged.is_silent("finding-without-evidence"));  // no text check
    CHECK(Issues(check::check_text(made, document, &changed)).fires("cue-lost", "sentence:s", "degree"));
    CHECK(Issues(check::check_text(made, document, nullptr)).fires("text-not-at-hand"));
}

TEST_CASE("check_text looks at no other document, and ignores a text for the dossier's own") {
    const Text one = Text("zz", true, "one").say("s1", "Kala mer.").asserts("finding:f"),
               two = Text("zz", false, "two").say("s2", "Rena dun.").anchor_at("scope", 0, 4, "finding:f");
    const Dossier made = dossier(fmt::format(
        R"("documents": [{}, {}], "sentences": [{}, {}], "anchors": [{}, {}], "findings": [{{"id": "f", "topic": "voting"}}])",
        one.document_json(), two.document_json(), one.sentences_json(), two.sentences_json(), one.anchors_json(),
        two.anchors_json()));
    const std::string other = "Olo.";
    CHECK(Issues(check::check_text(made, made.get<Document>("one"), &one.text())).is_silent("part-missing"));
    const Issues own(check::check_text(made, made.get<Document>("two"), &other));
    CHECK(own.fires("part-missing", "finding:f", "scope"));
    CHECK(own.is_silent("sentence-unknown"));
}

TEST_CASE("a copy that is no text gives messages that are") {
    const auto expect_text = [](const Issues& found) {
        CHECK_FALSE(found.all().empty());
        for (const Issue& issue : found.all()) CHECK_FALSE(text::first_invalid_utf8(issue.message));
    };
    const Text release = Text().say("s", "Kala mer dom.").asserts("finding:f").anchor("degree", "mer", "finding:f");
    const std::string records = R"("findings": [{"id": "f", "topic": "voting"}])";
    expect_text(check_copy(release, records, std::string("Kala \xFF\xFE mer \x00 dom.", 16)));
    expect_text(check_copy(release, records, "\xC3"));
    expect_text(check_copy(release, records, std::string(3, '\0')));
    const std::string worded =
        R"("findings": [{"id": "f", "topic": "voting", "degree": {"code": "largely", "words": "mer"}}])";
    const Issues cut = check::testing::check(
        Text().say("s", "Kala mér.").asserts("finding:f").anchor_at("degree", 0, 7, "finding:f"), worded);
    CHECK(cut.fires("cue-differs"));
    expect_text(cut);
}

TEST_CASE("the same dossier gives the same issues") {
    const std::string file =
        Text()
            .say("s", "Kala mer.")
            .asserts("finding:f")
            .with(R"("findings": [{"id": "f", "topic": "votting"}, {"id": "e", "topic": "votting"}])");
    const auto& type = reflect::table<check::CheckResult>();
    const auto first = check::run(dossier(file)), second = check::run(dossier(file));
    CHECK(io::to_json(type, &first) == io::to_json(type, &second));
    CHECK(io::to_json(type, &first).find("\"rule\":\"unknown-code\"") != std::string::npos);
}

TEST_CASE("a record whose parts lead nowhere breaks no rule") {
    const auto result = check::run(read(
        R"("sentences": [{"id": "s", "document": "nowhere", "origin": "external", "span": [0, 5], "asserts": "yes"}],
        "anchors": [{"id": "a", "sentence": "nobody", "role": "polarity", "range": [0, 3], "target": "finding:none"}, {"id": "b", "sentence": "s", "role": "quote", "range": [0, 3], "target": "quote:none"}],
        "quotes": [{"id": "q", "speaker": "x", "document": "nowhere", "span": [0, 4], "sha256": "00"}],
        "clearances": [{"id": "c", "target": "document:nowhere", "role": "legal", "digest": "0"}],
        "candidacies": [{"id": "k", "election": "none", "list": "none", "ballot_state": "on_ballot"}],
        "registration_events": [{"id": "r", "subject": "candidacy:none", "kind": "deregistered", "follows": "gone"}],
        "reported_values": [{"id": "v", "record": "party:none", "member": "founded", "value": 1, "evidence": ["n"]}],
        "results": [{"id": "x", "election": "none", "amends": "gone", "percent": "12"}],
        "suggestions": [{"id": "g", "text": "4", "pattern": "p", "rests_on": ["finding:none"], "adopted_as": "gone"}])"));
    CHECK(result.errors > 0);
}
