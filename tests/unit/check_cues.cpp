#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kLexicon = R"(, "lexicon_entries": [
    {"id": "z.ne", "role": "polarity", "language": "zz", "words": ["ne", "mora"], "codes": ["negative"]},
    {"id": "z.sen", "role": "polarity", "language": "zz", "words": ["sen bara", "bela"], "codes": ["positive"]},
    {"id": "z.kel", "role": "quantity", "language": "zz", "words": ["kel", "kelo"], "codes": ["number:several"]},
    {"id": "z.tut", "role": "quantity", "language": "zz", "words": ["tut"], "codes": ["prevalence:all"]},
    {"id": "z.lar", "role": "degree", "language": "zz", "words": ["lar"], "codes": ["largely"]},
    {"id": "z.ank", "role": "persistence", "language": "zz", "words": ["ankor"], "codes": ["previously_noted"]},
    {"id": "z.dir", "role": "attribution", "language": "zz", "words": ["dirite"], "codes": ["interlocutors", "party"]},
    {"id": "z.tam", "role": "concedes", "language": "zz", "words": ["tamen"]},
    {"id": "z.oft", "role": "degree", "language": "zz", "words": ["ofta"], "codes": ["fully"], "anchor_optional": "yes"},
    {"id": "z.fal", "role": "polarity", "language": "zz", "words": ["falso"], "codes": ["negative"], "needs_basis": ["observed"], "needs_attribution": "yes"}])";

/// A finding whose parts are read from the sentence "Kel partio ne lar mora, tamen bela."
std::string finding(std::string_view more = "") {
    return fmt::format(
               R"("findings": [{{"id": "f", "topic": "voting", "evidence": ["e"], "asserted_by": {{"code": "mission", "implied_by": "context"}},
        "polarity": {{"code": "negative", "words": "ne"}}, "quantity": {{"value": {{"vague": {{"scale": "number", "term": "several"}}}}, "words": "Kel"}},
        "degree": {{"code": "largely", "words": "lar"}}, "concedes": ["g"]{}}}, {{"id": "g", "topic": "voting", "evidence": ["e"]}}])",
               more) +
           std::string(kLexicon);
}

Text sentence(bool external = true) {
    return Text("zz", external)
        .say("s", "Kel partio ne lar dom, tamen rena.")
        .asserts("finding:f")
        .anchor("polarity", "ne", "finding:f")
        .anchor("quantity", "Kel", "finding:f")
        .anchor("degree", "lar", "finding:f")
        .anchor("concedes", "tamen", "finding:f");
}

const char* const kCueRules[] = {"cue-differs",       "cue-lost",          "cue-disagrees",
                                 "cue-unlisted",      "cue-unanchored",    "part-unanchored",
                                 "part-missing",      "cue-without-words", "implied-by-inadmissible",
                                 "word-without-basis"};

}  // namespace

TEST_CASE("a sentence whose cues agree with its finding") {
    const auto found = check(sentence(), finding());
    for (const char* rule : kCueRules) CHECK_MESSAGE(found.is_silent(rule), found.text());
}

TEST_CASE("cue-differs: the bytes at a cue are the finding's words") {
    CHECK(check(sentence(), replaced(finding(), R"("words": "ne")", R"("words": "mora")"))
              .fires("cue-differs", "sentence:s", "polarity"));
    CHECK(check(sentence(), replaced(finding(), R"("words": "Kel")", R"("words": "kel")"))
              .fires("cue-differs", "sentence:s", "quantity"));  // of others: byte for byte
    const auto found = check(sentence(), replaced(finding(), R"("words": "lar")", R"("words": "")"));
    CHECK(found.fires("cue-differs", "sentence:s", "degree"));
    CHECK(found.message("cue-differs") == "degree: the record quotes no words, at the cue stands 'lar' (finding:f)");
}

TEST_CASE("a text of our own may say it in its own words, with the same code") {
    const auto with = [](std::string_view words) {
        const Text text = Text("zz", false)
                              .say("s", fmt::format("Rena {} partio.", words))
                              .asserts("finding:f")
                              .anchor("quantity", words, "finding:f");
        return check(text, finding());
    };
    CHECK(with("kel").is_silent("cue-differs"));
    CHECK(with("kelo").is_silent("cue-differs"));
    CHECK(with("kelo").is_silent("cue-disagrees"));
    CHECK(with("tut").is_silent("cue-differs"));
    CHECK(with("tut").fires("cue-disagrees", "sentence:s", "quantity"));
    CHECK(with("zora").fires("cue-differs", "sentence:s", "quantity"));
}

TEST_CASE("cue-lost: a changed sentence no longer has the words") {
    const auto copy = [](std::string_view text) { return check_copy(sentence(), finding(), std::string(text)); };
    CHECK(copy("Kel partio ne lar dumo, tamen rena.").is_silent("cue-lost"));
    const auto lost = copy("Dua partio ne lar dom, tamen rena.");
    CHECK(lost.fires("cue-lost", "sentence:s", "quantity"));
    CHECK(lost.count("cue-lost") == 1);
    CHECK(lost.message("cue-lost") == "quantity: the record says 'Kel', the text no longer does (finding:f)");
    CHECK(copy("Kel partio sen lar dom, tamen rena.").fires("cue-lost", {}, "polarity"));
    CHECK(copy("Kel partio ne dom, tamen rena.").fires("cue-lost", {}, "degree"));
    CHECK(copy("Kel partio ne lar dom, kaj rena.").fires("cue-lost", {}, "concedes"));
    CHECK(copy("Kelda partio ne lar dom, tamen rena.").fires("cue-lost", {}, "quantity"));  // whole words
}

TEST_CASE("words that carry two cues and stand once are lost once") {
    const std::string two =
        R"("findings": [{"id": "f", "topic": "voting", "polarity": {"code": "negative", "words": "ne"}},
        {"id": "g", "topic": "voting", "polarity": {"code": "negative", "words": "ne"}}])" +
        std::string(kLexicon);
    Text text = Text()
                    .say("s", "Kala ne mer dom ja rena ne dun sora.")
                    .anchor("asserts", "Kala", "finding:f")
                    .anchor("asserts", "rena", "finding:g");
    text.anchor_at("polarity", 5, 7, "finding:f").anchor_at("polarity", 24, 26, "finding:g");
    const auto second = check_copy(text, two, "Kala ne mer dom ja rena vo dun sora.");
    CHECK(second.fires("cue-lost"));
    CHECK(second.count("cue-lost") == 1);
    CHECK(second.message("cue-lost").find("finding:g") != std::string::npos);
    CHECK(check_copy(text, two, "Kala vo mer dom ja rena ne dun sora.").message("cue-lost").find("finding:f") !=
          std::string::npos);
}

TEST_CASE("an authored sentence that changed since it was anchored") {
    const auto with = [](std::string_view words, std::string_view revision) {
        const Text text = Text("zz", false)
                              .with_sentence(R"(, "revision": 2)")
                              .with_anchor(fmt::format(R"(, "revision": {})", revision))
                              .say("s", std::string(words))
                              .asserts("finding:f")
                              .anchor_at("quantity", 0, 3, "finding:f");
        return check(text, finding());
    };
    CHECK(with("Rena kel partio.", "1").is_silent("cue-lost"));
    CHECK(with("Rena kelo partio.", "1").is_silent("cue-lost"));  // in its own words
    CHECK(with("Rena tut partio.", "1").fires("cue-lost", "sentence:s", "quantity"));
    CHECK(with("Ren kel partio.", "2").fires("cue-differs", "sentence:s", "quantity"));
}

TEST_CASE("cue-disagrees: words do not stand for their code") {
    const auto turned = check(sentence(), replaced(finding(), R"("code": "negative", "words": "ne")",
                                                   R"("code": "positive", "words": "ne")"));
    CHECK(turned.fires("cue-disagrees", "finding:f", "polarity"));
    CHECK(turned.first("cue-disagrees").member == "polarity");
    CHECK(turned.message("cue-disagrees") == "polarity: 'ne' does not stand for 'positive'");
    CHECK(check(sentence(),
                replaced(finding(), R"({"vague": {"scale": "number", "term": "several"}})", R"({"exact": 2})"))
              .fires("cue-disagrees", {}, "quantity"));
    CHECK(check(sentence(), replaced(finding(), "largely", "fully")).fires("cue-disagrees", {}, "degree"));
    CHECK(check(sentence(), finding()).is_silent("cue-disagrees"));
}

TEST_CASE("cue-disagrees: more words around a cue turn it") {
    // "bela" alone is positive; "ne bela" would be found as "ne" and "bela", so the lexicon lists it.
    const std::string records =
        R"("findings": [{"id": "f", "topic": "voting", "polarity": {"code": "positive", "words": "bela"}}])" +
        replaced(std::string(kLexicon), R"("words": ["ne", "mora"])", R"("words": ["ne", "mora", "ne bela"])");
    const Text text = Text().say("s", "Rena bela dom.").asserts("finding:f").anchor("polarity", "bela", "finding:f");
    CHECK(check(text, records).is_silent("cue-disagrees"));
    const auto turned = check_copy(text, records, "Rena ne bela dom.");
    CHECK(turned.fires("cue-disagrees", "sentence:s", "polarity"));
    CHECK(turned.message("cue-disagrees") == "polarity: 'ne bela' does not stand for 'positive' (finding:f)");
    CHECK(check(Text().say("s", "Rena ne bela dom.").asserts("finding:f").anchor("polarity", "bela", "finding:f"),
                records)
              .fires("cue-disagrees"));
}

TEST_CASE("cue-unlisted: words that the lexicon does not know") {
    const Text text = Text().say("s", "Zora partio.").asserts("finding:f").anchor("degree", "Zora", "finding:f");
    const std::string records =
        R"("findings": [{"id": "f", "topic": "voting", "degree": {"code": "largely", "words": "Zora"}}])" +
        std::string(kLexicon);
    CHECK(check(text, records).fires("cue-unlisted", "finding:f", "degree"));
    CHECK(check(text, records).is_silent("cue-disagrees"));
    CHECK(check(sentence(), finding()).is_silent("cue-unlisted"));
}

TEST_CASE("cue-unanchored: a listed cue that no anchor of its role covers") {
    const auto say = [](std::string_view words, std::string_view asserts = "yes") {
        return check(Text().say("s", std::string(words), asserts).asserts("finding:g"), finding());
    };
    CHECK(say("Rena tut dom.").fires("cue-unanchored", "sentence:s", "quantity"));
    CHECK(say("Rena ankor dom.").fires("cue-unanchored", {}, "persistence"));
    CHECK(say("Rena dirite dom.").fires("cue-unanchored", {}, "attribution"));
    CHECK(say("Rena dom tamen.").fires("cue-unanchored", {}, "concedes"));
    CHECK(say("Rena dom.").is_silent("cue-unanchored"));
    CHECK(say("Rena ofta dom.").is_silent("cue-unanchored"));  // optional
    CHECK(say("Rena tut dom.", "no").is_silent("cue-unanchored"));
    // Of another role, or elsewhere, an anchor does not cover it.
    CHECK(check(Text().say("s", "Rena tut dom.").asserts("finding:g").anchor("degree", "tut", "finding:g"), finding())
              .fires("cue-unanchored"));
    CHECK(check(Text().say("s", "Rena tut dom tut.").asserts("finding:g").anchor("quantity", "tut", "finding:g"),
                finding())
              .count("cue-unanchored") == 1);
}

TEST_CASE("a cue put into a changed sentence is noticed") {
    const auto found = check_copy(sentence(), finding(), "Kel partio ne lar dom, tamen ankor rena.");
    CHECK(found.fires("cue-unanchored", "sentence:s", "persistence"));
    CHECK(found.is_silent("cue-lost"));
    CHECK(check_copy(sentence(), finding(), "Tut partio ne lar dom, tamen rena.")
              .fires("cue-unanchored", "sentence:s", "quantity"));
}

TEST_CASE("a speaker's words need no anchors") {
    const std::string quote = fmt::format(
        R"(, "quotes": [{{"id": "q", "speaker": "a", "document": "release", "span": [6, 18], "sha256": "{}"}}])",
        openeom::sha256("tut ne ankor"));
    const Text text = Text().say("s", "Rena \"tut ne ankor\" dom.").asserts("finding:g");
    CHECK(check(text, finding()).fires("cue-unanchored"));
    CHECK(check(text, finding() + quote).is_silent("cue-unanchored"));
    CHECK(check_copy(text, finding() + quote, "Rena \"tut ne ankor\" dum.").is_silent("cue-unanchored"));
    CHECK(check_copy(text, finding() + quote, "Tut rena \"tut ne ankor\" dom.").count("cue-unanchored") == 1);
    const Text own =
        Text("zz", false).say("s", "Rena \"tut ne\" dom.").asserts("finding:g").anchor("quote", "tut ne", "quote:q");
    CHECK(check(own, finding()).is_silent("cue-unanchored"));
}

TEST_CASE("a quote that runs over two sentences exempts both") {
    const std::string words = "tut mer. Ne dun";
    const Text text =
        Text().say("s1", "Rena \"tut mer.").asserts("finding:g").say("s2", "Ne dun\" dom.").asserts("finding:g");
    const std::string quote = fmt::format(
        R"(, "quotes": [{{"id": "q", "speaker": "a", "document": "release", "span": [6, {}], "sha256": "{}"}}])",
        6 + words.size(), openeom::sha256(words));
    CHECK(check(text, finding() + quote).is_silent("cue-unanchored"));
    CHECK(check_copy(text, finding() + quote, "Rena \"tut mer. Ne dun\" dum.").is_silent("cue-unanchored"));
    CHECK(check_copy(text, finding() + quote, "Rena \"tut mer. Ne dun\" tut dom.").count("cue-unanchored") == 1);
}

TEST_CASE("word-without-basis: a grave word needs the basis that the lexicon demands") {
    const std::string base =
        R"("findings": [{"id": "f", "topic": "voting", "polarity": {"code": "negative", "words": "falso"}, "basis": "BASIS"WHO}])" +
        std::string(kLexicon);
    const auto with = [&](std::string_view basis, std::string_view who) {
        return check(Text().say("s", "Rena falso dom.").asserts("finding:f").anchor("polarity", "falso", "finding:f"),
                     replaced(replaced(base, "BASIS", basis), "WHO", who));
    };
    const char* mission = R"(, "asserted_by": {"code": "mission", "implied_by": "context"})";
    CHECK(with("observed", mission).is_silent("word-without-basis"));
    CHECK(with("media", mission).fires("word-without-basis", "sentence:s", "polarity"));
    CHECK(with("observed", "").fires("word-without-basis"));
    CHECK(check(Text().say("s", "Rena falso dom."), replaced(replaced(base, "BASIS", "observed"), "WHO", mission))
              .fires("word-without-basis"));
    CHECK(check(Text().say("s", "Rena falso dom.", "no"), replaced(replaced(base, "BASIS", "media"), "WHO", ""))
              .is_silent("word-without-basis"));
}

TEST_CASE("the catalogue's lexicon notices a turned sentence of English") {
    const Text text = Text("en")
                          .say("s", "Several lists were rejected, and the count still lacked transparency.")
                          .asserts("finding:f")
                          .anchor("quantity", "Several", "finding:f")
                          .anchor("polarity", "lacked", "finding:f")
                          .anchor("persistence", "still", "finding:f");
    const std::string records =
        R"("findings": [{"id": "f", "topic": "counting", "evidence": ["e"], "polarity": {"code": "negative", "words": "lacked"},
        "quantity": {"value": {"vague": {"scale": "number", "term": "several"}}, "words": "Several"}, "persistence": {"code": "previously_noted", "words": "still"}}])";
    const auto unchanged = check(text, records);
    CHECK(unchanged.is_silent("cue-lost"));
    CHECK(unchanged.is_silent("cue-disagrees"));
    const auto copy = [&](std::string_view from, std::string_view to) {
        return check_copy(text, records, replaced(text.text(), from, to));
    };
    CHECK(copy("Several", "Many").fires("cue-lost", "sentence:s", "quantity"));
    CHECK(copy("Several", "Many").fires("cue-unanchored", "sentence:s", "quantity"));
    CHECK(copy("lacked", "enjoyed").fires("cue-lost", "sentence:s", "polarity"));
    CHECK(copy("still ", "").fires("cue-lost", "sentence:s", "persistence"));
}

TEST_CASE("cue-differs says where the words stand after an edit") {
    const auto with = [](std::string_view words, std::int64_t begin, std::int64_t end, bool external = false) {
        const Text text = Text("zz", external)
                              .say("s", std::string(words))
                              .asserts("finding:f")
                              .anchor_at("quantity", begin, end, "finding:f");
        return check(text, finding());
    };
    const auto moved = with("Rena dom Kel partio.", 0, 4);
    CHECK(moved.fires("cue-differs", "sentence:s", "quantity"));
    CHECK(moved.first("cue-differs").remedy == "point the anchor at the words: 'Kel' stands at bytes 9 to 12");
    CHECK(with("Rena dom Kel partio.", 9, 12).is_silent("cue-differs"));
    CHECK(with("Rena kel dom Kel partio.", 0, 4).first("cue-differs").remedy ==
          "point the anchor at the words: 'kel' stands at bytes 5 to 8, 'Kel' stands at bytes 13 to 16");
    // Where the finding's words are not in it, words that the lexicon lists for the same code are meant.
    CHECK(with("Rena dom kelo partio.", 0, 4).first("cue-differs").remedy.ends_with("'kelo' stands at bytes 9 to 13"));
    CHECK(with("Rena dom partio.", 0, 4).first("cue-differs").remedy ==
          "point the anchor at the words, or correct the finding's");
    // Of others only the words themselves, byte for byte.
    CHECK(with("Rena dom Kel partio.", 0, 4, true).first("cue-differs").remedy.ends_with("bytes 9 to 12"));
    CHECK(with("Rena dom kelo partio.", 0, 4, true).first("cue-differs").remedy ==
          "point the anchor at the words, or correct the finding's");
}

TEST_CASE("cue-disagrees says where the words stand after an edit") {
    const auto with = [](std::int64_t begin, std::int64_t end) {
        const Text text = Text("zz", false)
                              .say("s", "Tut dom kel partio.")
                              .asserts("finding:f")
                              .anchor_at("quantity", begin, end, "finding:f");
        return check(text, finding());
    };
    const auto moved = with(0, 3);
    CHECK(moved.fires("cue-disagrees", "sentence:s", "quantity"));
    CHECK(moved.first("cue-disagrees").remedy == "point the anchor at the words: 'kel' stands at bytes 8 to 11");
    CHECK(with(8, 11).is_silent("cue-disagrees"));
}

TEST_CASE("cue-differs finds a number that moved, whatever its digits") {
    const std::string records =
        R"("findings": [{"id": "f", "topic": "voting", "quantity": {"value": {"exact": 1200}, "words": "1,200"}}])";
    const Text text =
        Text("ru", false).say("s", "Kala dom 1200 mer.").asserts("finding:f").anchor_at("quantity", 0, 4, "finding:f");
    CHECK(check(text, records).first("cue-differs").remedy.ends_with("'1200' stands at bytes 9 to 13"));
}

TEST_CASE("lexicon-missing: a language without words for a part") {
    const auto in = [](std::string language, std::string_view words, std::string_view lexicon = "") {
        const Text text = Text(std::move(language), false)
                              .say("s", fmt::format("{} partio rena.", words))
                              .asserts("finding:f")
                              .anchor("quantity", words, "finding:f");
        return check(text, finding() + std::string(lexicon));
    };
    const auto unknown = in("yy", "Pluri");
    CHECK(unknown.fires("lexicon-missing", "sentence:s", "quantity"));
    CHECK(unknown.is_silent("cue-differs"));
    CHECK(unknown.first("lexicon-missing").severity == openeom::check::IssueSeverity::note);
    CHECK(unknown.message("lexicon-missing") ==
          "quantity: no words of the language 'yy' are known for this part, so what 'Pluri' stands for was not checked "
          "(finding:f)");
    CHECK(unknown.first("lexicon-missing").remedy ==
          "add a lexicon_entry to the dossier: role 'quantity', language 'yy', words 'Pluri', and the codes that they "
          "may stand for, such as 'number:several'");
    const auto known = in("zz", "Pluri");
    CHECK(known.is_silent("lexicon-missing"));
    CHECK(known.fires("cue-differs", "sentence:s", "quantity"));
    CHECK(in("yy", "Kel").is_silent("lexicon-missing"));  // the finding's own words need no lexicon
}

TEST_CASE("lexicon-missing: one entry for the part and the language ends it") {
    const auto with = [](std::string_view role, std::string_view code) {
        const Text text = Text("yy", false)
                              .say("s", "Pluri partio rena.")
                              .asserts("finding:f")
                              .anchor("quantity", "Pluri", "finding:f");
        return check(text, replaced(finding(), R"("lexicon_entries": [)",
                                    fmt::format(R"("lexicon_entries": [{{"id": "y", "role": "{}", "language": "yy",
                                        "words": ["pluri"], "codes": ["{}"]}},)",
                                                role, code)));
    };
    CHECK(with("degree", "largely").fires("lexicon-missing"));
    const auto right = with("quantity", "number:several");
    CHECK(right.is_silent("lexicon-missing"));
    CHECK(right.is_silent("cue-disagrees"));
    CHECK(with("quantity", "number:many").fires("cue-disagrees", "sentence:s", "quantity"));
}

TEST_CASE("lexicon-missing: an anchor that only moved is told where to point") {
    const Text text =
        Text("yy", false).say("s", "Rena Kel partio.").asserts("finding:f").anchor("quantity", "Rena", "finding:f");
    const auto found = check(text, finding());
    CHECK(found.is_silent("lexicon-missing"));
    CHECK(found.first("cue-differs").remedy.ends_with("'Kel' stands at bytes 5 to 8"));
    // Texts of others are compared byte for byte, whatever the lexicon knows.
    CHECK(check(Text("yy").say("s", "Pluri dom.").asserts("finding:f").anchor("quantity", "Pluri", "finding:f"),
                finding())
              .fires("cue-differs"));
}
