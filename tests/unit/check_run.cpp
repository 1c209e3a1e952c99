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

namespace {

/// An edit of a file that need not be right.
Edit faulty(std::string_view registers) {
    return io::read_json(fmt::format("{{\"format\": \"openeom/1.0\",\n{}}}", registers), "test.json");
}

Text numbered() {
    return Text("en", false)
        .say("s", "Three lists were refused.")
        .asserts("finding:f")
        .anchor("quantity", "Three", "finding:f");
}

/// A finding that counts them so; not at all where the value is empty.
std::string with_quantity(std::string_view value) {
    const std::string member = value.empty() ? std::string() : fmt::format(R"("value": {}, )", value);
    return numbered().with(
        fmt::format(R"("findings": [{{"id": "f", "topic": "voting", "quantity": {{{}"words": "Three"}}}}])", member));
}

}  // namespace

TEST_CASE("what follows from a value that could not be read is not told again") {
    const Issues unread(check::run(faulty(with_quantity(R"({"exact": 3, "at_least": 3})"))).issues);
    CHECK(unread.fires("json-value", "finding:f"));
    CHECK(unread.is_silent("cue-disagrees", "finding:f"));
    CHECK(unread.is_silent("part-missing", "finding:f"));
    CHECK(unread.fires("finding-without-evidence", "finding:f"));  // another member's
    const Issues unstated(check::run(faulty(with_quantity(""))).issues);
    CHECK(unstated.fires("cue-disagrees", "finding:f", "quantity"));
    CHECK(unstated.fires("part-missing", "finding:f", "quantity"));
    CHECK(Issues(check::run(faulty(with_quantity(R"({"exact": 3})"))).issues).is_silent("cue-disagrees"));
}

TEST_CASE("an error in one record leaves the issues of another alone") {
    const Issues found(
        check::run(faulty(replaced(with_quantity(""), R"("findings": [)",
                                   R"("findings": [{"id": "g", "topic": "voting", "quantity": {"value": 3}},)")))
            .issues);
    CHECK(found.fires("json-type", "finding:g"));
    CHECK(found.fires("part-missing", "finding:f", "quantity"));
}

TEST_CASE("an anchor whose range could not be read is told of once") {
    const auto with = [](std::string_view range) {
        return Issues(
            check::run(faulty(replaced(with_quantity(R"({"exact": 3})"), R"("role": "quantity", "range": [0, 5])",
                                       fmt::format(R"("role": "quantity", "range": {})", range))))
                .issues);
    };
    const Issues unread = with("\"Three\"");
    CHECK(unread.fires("json-type", "anchor:s.a2"));
    CHECK(unread.is_silent("anchor-range", "anchor:s.a2"));
    CHECK(unread.is_silent("cue-differs", "sentence:s"));
    const Issues empty = with("[0, 0]");
    CHECK(empty.fires("anchor-range", "anchor:s.a2"));
    CHECK(empty.fires("cue-differs", "sentence:s"));
    CHECK(empty.is_silent("cue-disagrees", "sentence:s"));  // no words stand for nothing
}

TEST_CASE("a reported value of a member that is not there is told of once") {
    const auto with = [](std::string_view member) {
        return Issues(
            check::run(
                faulty(fmt::format(
                    R"("parties": [{{"id": "p", "names": [{{"text": "Meadow"}}]}}], "sources": [{{"id": "s", "title": "S"}}],
                    "evidence": [{{"id": "e", "source": "s"}}],
                    "reported_values": [{{"id": "v", "record": "party:p", "member": "{}", "value": 1, "evidence": ["e"]}}])",
                    member)))
                .issues);
    };
    const Issues mistyped = with("fonded");
    CHECK(mistyped.fires("reported-member", "reported_value:v"));
    CHECK(mistyped.is_silent("reported-value-type", "reported_value:v"));
    CHECK(with("founded").fires("reported-value-type", "reported_value:v"));  // a year is a text: "1"
}

TEST_CASE("a figure of a number that could not be read is not compared with the others") {
    const auto with = [](std::string_view voters) {
        const Text text =
            Text("en", false).say("s", "Kala 212 mer.").asserts("finding:f").anchor("figure", "212", "turnout:t");
        return Issues(check::run(faulty(text.with(fmt::format(
                                     R"("findings": [{{"id": "f", "topic": "voting"}}],
                           "turnouts": [{{"id": "t", "election": "e", "percent": "75.07", "voters": {}}}])",
                                     voters))))
                          .issues);
    };
    CHECK(with("212").fires("json-type", "turnout:t"));
    CHECK(with("212").is_silent("figure-differs"));
    CHECK(with(R"({"exact": 213})").fires("figure-differs", "sentence:s"));
    CHECK(with(R"({"exact": 212})").is_silent("figure-differs"));
}
