#include "check_helpers.hpp"
#include "openeom/io/json.hpp"

using namespace openeom::check::testing;

namespace {

Text own(std::string document = "statement") {
    return Text("zz", false, std::move(document));
}

constexpr std::string_view kFindings =
    R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"], "revision": 2}, {"id": "g", "topic": "voting", "evidence": ["e"]}])";

std::string joined(const Text& one, const Text& other, std::string_view registers) {
    return fmt::format("\"documents\": [{}, {}], \"sentences\": [{}, {}], \"anchors\": [{}{}{}], {}",
                       one.document_json(), other.document_json(), one.sentences_json(), other.sentences_json(),
                       one.anchors_json(), one.anchors_json().empty() || other.anchors_json().empty() ? "" : ", ",
                       other.anchors_json(), registers);
}

}  // namespace

TEST_CASE("a sentence that asserts something is anchored") {
    CHECK(check(own().say("s", "Kala mer."), kFindings).fires("sentence-unanchored", "sentence:s"));
    CHECK(check(own().say("s", "Kala mer.").asserts("finding:f"), kFindings).is_silent("sentence-unanchored"));
    CHECK(check(own().say("s", "Kala mer.", "no"), kFindings).is_silent("sentence-unanchored"));
    CHECK(check(own().say("s", "Kala mer.").anchor("background", "Kala", "event:v"), kFindings)
              .fires("sentence-unanchored"));
    CHECK(check(own().say("s", "Kala mer.").anchor("polarity", "Kala", "finding:f"), kFindings)
              .fires("sentence-unanchored"));
}

TEST_CASE("a sentence says whether it asserts anything") {
    CHECK(check(own().say("s", "Kala mer.", "not_stated"), kFindings).fires("assertion-not-stated", "sentence:s"));
    CHECK(check(own().say("s", "Kala mer.", "no"), kFindings).is_silent("assertion-not-stated"));
}

TEST_CASE("an anchor points at a record of its role") {
    CHECK(check(own().say("s", "Kala mer.").anchor("polarity", "Kala", "party:p"), kFindings)
              .fires("anchor-target", {}, "polarity"));
    CHECK(check(own().say("s", "Kala mer.").anchor("quote", "Kala", "finding:f"), kFindings)
              .fires("anchor-target", {}, "quote"));
    CHECK(check(own().say("s", "Kala mer.").anchor("law", "Kala", "finding:f"), kFindings)
              .fires("anchor-target", {}, "law"));
    const auto right = check(own()
                                 .say("s", "Kala mer.")
                                 .anchor("polarity", "Kala", "finding:f")
                                 .anchor("law", "mer", "provision:p")
                                 .asserts("event:v"),
                             kFindings);
    CHECK(right.is_silent("anchor-target"));
}

TEST_CASE("an anchor set on an earlier revision is noted") {
    const auto with = [](std::string_view sentence, std::string_view anchor) {
        return check(own().with_sentence(sentence).with_anchor(anchor).say("s", "Kala mer.").asserts("finding:f"),
                     kFindings);
    };
    CHECK(with(R"(, "revision": 3)", R"(, "revision": 2)").fires("anchor-outdated"));
    CHECK(with("", R"(, "target_revision": 1)").fires("anchor-outdated"));
    CHECK(with(R"(, "revision": 3)", R"(, "revision": 3, "target_revision": 2)").is_silent("anchor-outdated"));
}

TEST_CASE("a clearance lapses when its target changes") {
    const std::string text =
        own().with_sentence(R"(, "revision": 2)").say("s", "Kala mer.").asserts("finding:f").with(kFindings);
    const std::string digest = openeom::io::content_digest(dossier(text), openeom::AnyRef("sentence:s"));
    const auto with = [&](std::string_view members) {
        return check(text + fmt::format(R"(, "clearances": [{{"id": "c", "target": "sentence:s", "role": "legal"{}}}])",
                                        members));
    };
    CHECK(with(fmt::format(R"(, "digest": "{}")", digest)).is_silent("clearance-lapsed"));
    CHECK(with(fmt::format(R"(, "digest": "{}")", openeom::sha256("other"))).fires("clearance-lapsed", "clearance:c"));
    CHECK(with(R"(, "revision": 1)").fires("clearance-lapsed"));
    CHECK(with(R"(, "revision": 2)").is_silent("clearance-lapsed"));
    CHECK(with("").fires("clearance-unverifiable", "clearance:c"));
    CHECK(with(R"(, "revision": 2)").is_silent("clearance-unverifiable"));
}

TEST_CASE("a finding that changed after it was cleared") {
    const auto cleared = [](std::string_view members) {
        return check(
            std::string(kFindings) +
            fmt::format(R"(, "clearances": [{{"id": "c", "target": "finding:f", "role": "legal"{}}}])", members));
    };
    const auto changed = cleared(R"(, "revision": 1)");
    CHECK(changed.fires("finding-changed-since-clearance", "finding:f"));
    CHECK(changed.is_silent("clearance-lapsed"));
    CHECK(cleared(R"(, "revision": 2)").is_silent("finding-changed-since-clearance"));
}

TEST_CASE("a finding that changed after a cleared document was anchored in it") {
    const auto with = [](std::string_view anchor, std::string_view clearances) {
        return check(own().with_anchor(anchor).say("s", "Kala mer.").asserts("finding:f"),
                     std::string(kFindings) + std::string(clearances));
    };
    const std::string_view clearance =
        R"(, "clearances": [{"id": "c", "target": "document:statement", "role": "head", "digest": "0"}])";
    CHECK(with(R"(, "target_revision": 1)", clearance).fires("finding-changed-since-clearance", "finding:f"));
    CHECK(with(R"(, "target_revision": 2)", clearance).is_silent("finding-changed-since-clearance"));
    CHECK(with(R"(, "target_revision": 1)", "").is_silent("finding-changed-since-clearance"));
}

TEST_CASE("a press release says nothing that its statement does not") {
    const auto with = [](std::string_view finding, std::string_view more,
                         std::string_view attaches = R"(, "attaches": ["statement"])") {
        const Text release = Text("zz", false, "release")
                                 .with_document(fmt::format(R"(, "kind": "press_release"{})", attaches))
                                 .with_sentence(more)
                                 .say("r", "Kala mer.")
                                 .asserts(finding);
        const Text statement =
            own().with_document(R"(, "kind": "preliminary_statement")").say("s", "Kala mer dom.").asserts("finding:f");
        return check(joined(release, statement, kFindings));
    };
    CHECK(with("finding:g", "").fires("press-release-sentence-without-counterpart", "sentence:r"));
    CHECK(with("finding:f", "").is_silent("press-release-sentence-without-counterpart"));
    CHECK(with("finding:g", R"(, "counterpart": "s")").is_silent("press-release-sentence-without-counterpart"));
    CHECK(with("finding:g", "", "")
              .is_silent("press-release-sentence-without-counterpart"));  // no statement goes with it
}

TEST_CASE("a translation has the anchors and figures of its original") {
    const auto with = [](std::string_view words, std::string_view role,
                         std::string_view of = R"(, "translation_of": "s")") {
        const Text original =
            own("original").say("s", "Kala mer 2,000 dom.").asserts("finding:f").anchor("figure", "2,000", "finding:f");
        Text translation =
            Text("yy", false, "translation").with_document(R"(, "translation_of": "original")").with_sentence(of);
        translation.say("t", std::string(words)).asserts("finding:f").anchor(role, "2", "finding:f");
        return check(joined(original, translation, kFindings));
    };
    CHECK(with("Pola 2 000 dun.", "figure").is_silent("translation-differs"));
    CHECK(with("Pola 2 001 dun.", "figure").fires("translation-differs", "sentence:t", "figure"));
    CHECK(with("Pola 2 000 dun.", "polarity").fires("translation-differs", "sentence:t", "polarity"));
    CHECK(with("Pola 2 000 dun.", "figure", "")
              .fires("translation-differs", "document:translation"));  // nothing translates sentence s
}

TEST_CASE("a suggestion and the sentence made of it name each other") {
    const std::string suggestion =
        R"(, "suggestions": [{"id": "g", "document": "DOCUMENT", "text": "T", "pattern": "p", "adopted_as": "TARGET"}])";
    const auto with = [&](std::string_view origin, std::string_view document, std::string_view target) {
        const std::string text = own().say("s", "Kala mer.").asserts("finding:f").with(kFindings);
        return check(replaced(text, "authored", origin) +
                     replaced(replaced(suggestion, "DOCUMENT", document), "TARGET", target));
    };
    CHECK(with("adopted", "statement", "s").is_silent("suggestion-adopted-without-sentence"));
    CHECK(with("authored", "statement", "s").fires("suggestion-adopted-without-sentence", "suggestion:g"));
    CHECK(with("authored", "statement", "nowhere").fires("suggestion-adopted-without-sentence", "suggestion:g"));
    CHECK(with("adopted", "report", "s").fires("suggestion-adopted-without-sentence", "suggestion:g"));
    CHECK(check(replaced(own().say("s", "Kala mer.").asserts("finding:f").with(kFindings), "authored", "adopted"))
              .fires("suggestion-adopted-without-sentence", "sentence:s"));
}

TEST_CASE("a waiver names a check that exists") {
    const std::string waiver = R"("waivers": [{"id": "w", "check": "CHECK", "reason": "r"}])";
    const auto unknown = check(replaced(waiver, "CHECK", "cue-lots"));
    CHECK(unknown.fires("waiver-unknown-check", "waiver:w"));
    CHECK(unknown.message("waiver-unknown-check").find("did you mean 'cue-lost'") != std::string::npos);
    CHECK(check(replaced(waiver, "CHECK", "cue-lost")).is_silent("waiver-unknown-check"));
}

TEST_CASE("an embargo is known only with a day to compare") {
    const std::string file =
        R"("documents": [{"id": "d", "title": "D", "state": "published", "embargo_until": "2027-05-03T15:00:00+05:00"}])";
    const auto on = [&](std::string day) {
        openeom::check::Options options;
        options.as_of = std::move(day);
        return check(file, options);
    };
    CHECK(on("2027-05-02").fires("embargo", "document:d"));
    CHECK(on("2027-05-04").is_silent("embargo"));
    CHECK(on("").is_silent("embargo"));
    CHECK_THROWS_AS(on("yesterday"), const openeom::Error&);
}

TEST_CASE("a text asserts no finding that was withdrawn, refuted, or never reviewed") {
    const auto finding = [](std::string_view members) {
        return fmt::format(R"("findings": [{{"id": "f", "topic": "voting", "asserted_by": {{"code": "mission"}}, {}}}])", members);
    };
    const Text text = own().say("s", "Kala mer.").asserts("finding:f");
    CHECK(check(text, finding(R"("state": "withdrawn")")).fires("finding-not-upheld", "sentence:s"));
    CHECK(check(text, finding(R"("verification": "refuted")")).fires("finding-not-upheld", "sentence:s"));
    CHECK(check(text, finding(R"("verification": "single_source", "state": "reviewed")")).is_silent("finding-not-upheld"));
    const std::string theirs = R"("findings": [{"id": "f", "topic": "voting", "asserted_by": {"code": "party"}, "verification": "refuted"}])";
    CHECK(check(text, theirs).is_silent("finding-not-upheld"));
    CHECK(check(text, finding(R"("state": "draft")")).is_silent("finding-not-upheld"));
    const Text cleared = own().with_document(R"(, "state": "cleared")").say("s", "Kala mer.").asserts("finding:f");
    CHECK(check(cleared, finding(R"("state": "draft")")).fires("finding-not-upheld", "sentence:s"));
    const Text others = Text().say("s", "Kala mer.").asserts("finding:f");
    CHECK(check(others, finding(R"("state": "withdrawn")")).is_silent("finding-not-upheld"));
}
