#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kWords = "kala mer dom";

Text release() {
    return Text().say("s1", "Rena \"kala mer dom\" said Ada Quill.").say("s2", "Tova.");
}

std::string quote(std::string_view id, std::int64_t begin, std::int64_t end, std::string_view words = kWords,
                  std::string_view speaker = "ada") {
    return fmt::format(
        R"({{"id": "{}", "speaker": "{}", "document": "release", "span": [{}, {}], "sha256": "{}", "evidence": ["e"]}})",
        id, speaker, begin, end, openeom::sha256(words));
}
std::string quotes(const std::string& list) {
    return R"("persons": [{"id": "ada", "names": [{"text": "Ada Quill"}]}], "quotes": [)" + list + "]";
}

}  // namespace

TEST_CASE("a quote stands in its span, word for word") {
    CHECK(check(release(), quotes(quote("q", 6, 18))).is_silent("quote-differs"));
    const auto wrong = check(release(), quotes(quote("q", 6, 18, "kala mer don")));
    CHECK(wrong.fires("quote-differs", "quote:q", "quote"));
    CHECK(wrong.message("quote-differs").find("Ada Quill") != std::string::npos);
    CHECK(check(release(), quotes(quote("q", 5, 17))).fires("quote-differs"));
}

TEST_CASE("a quote that only moved is still there, one that changed is not") {
    const auto copy = [](const std::string& text) { return check_copy(release(), quotes(quote("q", 6, 18)), text); };
    CHECK(copy("Nova. " + release().text()).is_silent("quote-differs"));
    CHECK(copy("Rena then \"kala mer dom\" said Ada Quill. Tova.").is_silent("quote-differs"));
    CHECK(copy(replaced(release().text(), "kala mer dom", "kala mel dom")).fires("quote-differs"));
    CHECK(copy("Tova.").fires("quote-differs"));
}

TEST_CASE("a quote's span lies in its document") {
    CHECK(check(release(), quotes(quote("q", 6, 900))).fires("quote-outside-span", "quote:q"));
    CHECK(check(release().with(quotes(quote("q", 6, 900)))).fires("quote-outside-span"));  // by the recorded length
    CHECK(check(release(), quotes(quote("q", 6, 18))).is_silent("quote-outside-span"));
    const Text accent = Text().say("s1", "Rena \"kéla\" Ada.");
    CHECK(check(accent, quotes(quote("q", 6, 8))).fires("quote-outside-span"));
    CHECK(check(accent, quotes(quote("q", 6, 11, "kéla"))).is_silent("quote-outside-span"));
}

TEST_CASE("a quote belongs to one speaker and its anchor stands on it") {
    CHECK(check(release(), quotes(quote("q", 6, 18) + "," + quote("r", 11, 18, "mer dom", "ben")))
              .fires("quote-spans", "quote:r"));
    CHECK(check(release(), quotes(quote("q", 6, 18) + "," + quote("r", 11, 18, "mer dom"))).is_silent("quote-spans"));
    Text on = Text().say("s1", "Rena \"kala mer dom\" said Ada Quill.").anchor("quote", "kala mer dom", "quote:q");
    CHECK(check(on, quotes(quote("q", 6, 18))).is_silent("quote-spans"));
    Text off = Text().say("s1", "Rena \"kala mer dom\" said Ada Quill.").anchor("quote", "said", "quote:q");
    CHECK(check(off, quotes(quote("q", 6, 18))).fires("quote-spans", "anchor:s1.a1"));
}

TEST_CASE("what a text of our own quotes is what was said") {
    const auto with = [](std::string_view words, bool at_hand = true) {
        const Text cited = release();
        const Text own =
            Text("zz", false, "statement").say("o", fmt::format("Sora: {}.", words)).anchor("quote", words, "quote:q");
        openeom::check::Options options;
        if (at_hand) options.texts = cited.texts();
        return check(fmt::format("\"documents\": [{}, {}], \"sentences\": [{}, {}], \"anchors\": [{}], {}",
                                 cited.document_json(), own.document_json(), cited.sentences_json(),
                                 own.sentences_json(), own.anchors_json(), quotes(quote("q", 6, 18))),
                     options);
    };
    CHECK(with("kala mer dom").is_silent("quote-differs"));
    CHECK(with("kala mer").is_silent("quote-differs"));  // a part
    CHECK(with("kala dom").fires("quote-differs", "sentence:o"));
    CHECK(with("kala mer dom", false).is_silent("quote-differs"));
    CHECK(with("kala mer dem", false).fires("quote-differs"));  // as long, and other words
    CHECK(with("kala dom", false).is_silent("quote-differs"));  // may be a part: nobody can tell
}
