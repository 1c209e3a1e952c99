#include "check/lexicon.hpp"

#include "check/agreement.hpp"
#include "check_helpers.hpp"

using namespace openeom;
using namespace openeom::check;
using namespace openeom::check::testing;

namespace {

constexpr std::string_view kLexicon = R"("lexicon_entries": [
    {"id": "a", "role": "polarity", "language": "zz", "words": ["ne"], "codes": ["negative"]},
    {"id": "b", "role": "polarity", "language": "zz", "words": ["ne mela"], "codes": ["positive"]},
    {"id": "c", "role": "quantity", "language": "zz", "words": ["ne mela dora"], "codes": ["number:many"]},
    {"id": "d", "role": "degree", "language": "zz", "words": ["tova"], "codes": ["largely"]},
    {"id": "e", "role": "test_failed", "language": "zz", "words": ["tova"], "codes": ["necessity"]},
    {"id": "f", "role": "quantity", "language": "zz", "words": ["le min"], "codes": ["at_least"]}])";

/// The hits in a text as "words=roles".
std::string hits(const Lexicon& lexicon, std::string_view text, std::string_view language = "zz") {
    std::string made;
    for (const Lexicon::Hit& hit : lexicon.find(language, words_of(text))) {
        made += fmt::format("{}{}=", made.empty() ? "" : " ", *bytes_at(text, hit.range));
        for (const LexiconEntry* entry : *hit.entries) made += entry->id.text();
    }
    return made;
}

Agreement agree(std::string_view finding, AnchorRole role, std::string_view words, std::string_view language = "en") {
    const Dossier made = dossier(fmt::format(R"("findings": [{{"id": "f", "topic": "voting", {}}}])", finding));
    const Lexicon lexicon(made);
    const Finding& record = made.get<Finding>("f");
    return agreement(made, lexicon, language, *part_of(record, role), record, words);
}

Agreement quantity(std::string_view value, std::string_view words, std::string_view language = "en") {
    return agree(fmt::format(R"("quantity": {{"value": {}}})", value), AnchorRole::quantity, words, language);
}

}  // namespace

TEST_CASE("the longest entry wins, whatever its role, in whole words and any case") {
    const Dossier made = dossier(kLexicon);
    const Lexicon lexicon(made);
    CHECK(hits(lexicon, "Kala NE mer") == "NE=a");
    CHECK(hits(lexicon, "Kala ne mela mer") == "ne mela=b");
    CHECK(hits(lexicon, "Kala ne mela, dora") == "ne mela, dora=c");
    CHECK(hits(lexicon, "nela mene ne-mela").empty());
    CHECK(hits(lexicon, "Tova tova") == "Tova=de tova=de");
    CHECK(hits(lexicon, "ne", "yy").empty());
    CHECK(hits(lexicon, "ne", "zz-Latn") == "ne=a");
}

TEST_CASE("codes of words are those of the entry that they are, else of the entries in them") {
    const Dossier made = dossier(kLexicon);
    const Lexicon lexicon(made);
    using Codes = std::vector<std::string_view>;
    CHECK(lexicon.codes("zz", AnchorRole::polarity, "ne mela") == Codes{"positive"});
    CHECK(lexicon.codes("zz", AnchorRole::polarity, "kala ne mer") == Codes{"negative"});
    CHECK(lexicon.codes("zz", AnchorRole::polarity, "ne mela dora") == Codes{"positive"});
    CHECK(lexicon.codes("zz", AnchorRole::polarity, "ne mela kala ne") == Codes{"positive", "negative"});
    CHECK(lexicon.codes("en", AnchorRole::attribution, "according to interlocutors") == Codes{"interlocutors"});
    CHECK(lexicon.codes("zz", AnchorRole::test_failed, "tova") == Codes{"necessity"});
    CHECK_FALSE(lexicon.codes("zz", AnchorRole::scope, "tova"));
    CHECK_FALSE(lexicon.codes("zz", AnchorRole::polarity, "kala"));
    CHECK(lexicon.lists("zz", AnchorRole::quantity, "at_least"));
    CHECK_FALSE(lexicon.lists("zz", AnchorRole::quantity, "exact"));
}

TEST_CASE("an entry of the dossier takes the place of the catalogue's") {
    const Dossier empty;
    const Lexicon before(empty);
    REQUIRE(before.codes("en", AnchorRole::quantity, "several") == std::vector<std::string_view>{"number:several"});
    const Dossier made = dossier(
        R"("lexicon_entries": [{"id": "en.quantity.several", "role": "quantity", "language": "en", "words": ["umpteen"], "codes": ["number:several"]}])");
    const Lexicon after(made);
    CHECK_FALSE(after.codes("en", AnchorRole::quantity, "several"));
    CHECK(after.codes("en", AnchorRole::quantity, "umpteen"));
}

TEST_CASE("a code agrees with words that the lexicon lists under it") {
    CHECK(agree(R"("polarity": {"code": "negative"})", AnchorRole::polarity, "did not meet") == Agreement::agrees);
    CHECK(agree(R"("polarity": {"code": "positive"})", AnchorRole::polarity, "did not meet") == Agreement::disagrees);
    CHECK(agree(R"("persistence": {"code": "previously_noted"})", AnchorRole::persistence, "still") ==
          Agreement::agrees);
    CHECK(agree(R"("persistence": {"code": "new"})", AnchorRole::persistence, "still") == Agreement::disagrees);
    CHECK(agree(R"("polarity": {"code": "negative"})", AnchorRole::polarity, "umbrageous") == Agreement::unlisted);
    CHECK(agree(R"("notes": [])", AnchorRole::polarity, "did not") == Agreement::disagrees);
}

TEST_CASE("a vague quantity never agrees with a number, nor a number with another") {
    const char* several = R"({"vague": {"scale": "number", "term": "several"}})";
    CHECK(quantity(several, "Several") == Agreement::agrees);
    CHECK(quantity(several, "many") == Agreement::disagrees);
    CHECK(quantity(several, "2") == Agreement::disagrees);
    CHECK(quantity(several, "two") == Agreement::disagrees);
    CHECK(quantity(several, "zounds") == Agreement::disagrees);       // the term is kept word for word
    CHECK(quantity(several, "zounds", "zz") == Agreement::unlisted);  // nobody knows how it says 'several'
    CHECK(quantity(R"({"exact": 2})", "several") == Agreement::disagrees);
    CHECK(quantity(R"({"exact": 2})", "two") == Agreement::agrees);
    CHECK(quantity(R"({"exact": 2})", "2") == Agreement::agrees);
    CHECK(quantity(R"({"exact": 3})", "2") == Agreement::disagrees);
    CHECK(quantity(R"({"exact": 2000})", "2,000") == Agreement::agrees);
    CHECK(quantity(R"({"exact": 2})", "zounds") == Agreement::unlisted);
}

TEST_CASE("at least is a bound") {
    CHECK(quantity(R"({"at_least": 2})", "at least two") == Agreement::agrees);
    CHECK(quantity(R"({"at_least": 18})", "at least 18") == Agreement::agrees);
    CHECK(quantity(R"({"at_least": 2})", "at least a second") == Agreement::agrees);
    CHECK(quantity(R"({"exact": 18})", "at least 18") == Agreement::disagrees);
    CHECK(quantity(R"({"at_least": 18})", "18") == Agreement::disagrees);
    CHECK(quantity(R"({"at_least": 18})", "18", "qq") == Agreement::agrees);  // a language whose bounds nobody listed
}

TEST_CASE("counts of, ranges and shares have their numbers in the words") {
    CHECK(quantity(R"({"k_of_n": [3, 8]})", "three of the eight") == Agreement::agrees);
    CHECK(quantity(R"({"k_of_n": [3, 8]})", "three") == Agreement::agrees);
    CHECK(quantity(R"({"k_of_n": [3, 8]})", "four of the eight") == Agreement::disagrees);
    CHECK(quantity(R"({"range": [16, 19]})", "16 to 19") == Agreement::agrees);
    CHECK(quantity(R"({"range": [16, 19]})", "16") == Agreement::disagrees);
    CHECK(quantity(R"({"share": {"percent": "75.07", "n": 1200}})", "75.07 per cent") == Agreement::agrees);
    CHECK(quantity(R"({"share": {"percent": "75.07"}})", "75.08 per cent") == Agreement::disagrees);
}

TEST_CASE("a possessive names what it ends, with either apostrophe") {
    for (const std::string text : {"the government's aim", "the government\u2019s aim", "THE GOVERNMENT'S AIM"}) {
        const auto found = occurrences(words_of(text), phrase_of("the government"));
        REQUIRE(found.size() == 1);
        CHECK(found[0] == Span{0, 14});
        CHECK(occurrences(words_of(text), phrase_of("government's aim")).size() == 1);
    }
    CHECK(occurrences(words_of("the governments aim"), phrase_of("government")).empty());
    CHECK(words_of("'s").size() == 1);
}
