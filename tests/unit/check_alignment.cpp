#include "check_helpers.hpp"

using namespace openeom;
using namespace openeom::check::testing;
using openeom::check::AlignedSentence;

namespace {

constexpr std::string_view kFindings = R"("findings": [
    {"id": "f1", "topic": "voting", "degree": {"code": "largely", "words": "mer"}, "polarity": {"code": "negative", "words": "kala"}},
    {"id": "f2", "topic": "voting", "degree": {"code": "largely", "words": "dun"}},
    {"id": "f3", "topic": "voting", "degree": {"code": "largely", "words": "sora"}},
    {"id": "f4", "topic": "voting", "degree": {"code": "largely", "words": "vela"}}])";

/// Four sentences in two paragraphs: s1 and s2, s3 and s4.
Text four() {
    return Text()
        .say("s1", "Kala mer pola dom fara.")
        .anchor("degree", "mer", "finding:f1")
        .say("s2", "Rena dun tova, Art. 5 kel.")
        .anchor("degree", "dun", "finding:f2")
        .say("s3", "Nila sora bena tam lin.", "yes", "\n\n")
        .anchor("degree", "sora", "finding:f3")
        .say("s4", "Yora vela xin.")
        .anchor("degree", "vela", "finding:f4");
}

std::vector<AlignedSentence> aligned(const Dossier& made, std::string_view copy) {
    return check::align(made, made.get<Document>("release"), copy);
}

/// "s1 s2* -s3 +" : unchanged, changed, gone, unknown, in the order given.
std::string order(const Text& text, std::string_view copy) {
    const Dossier made = dossier(text.with(kFindings));
    std::string told;
    for (const AlignedSentence& each : aligned(made, copy)) {
        if (!told.empty()) told += ' ';
        if (!each.sentence) {
            told += '+';
            continue;
        }
        if (each.span.empty()) told += '-';
        told += each.sentence->id.text();
        if (!each.unchanged && !each.span.empty()) told += '*';
    }
    return told;
}

/// The bytes of the copy that a sentence is aligned with.
std::string bytes(const Text& text, std::string_view copy, std::string_view sentence) {
    const Dossier made = dossier(text.with(kFindings));
    for (const AlignedSentence& each : aligned(made, copy))
        if (each.sentence && each.sentence->id.text() == sentence)
            return std::string(
                copy.substr(static_cast<std::size_t>(each.span.begin), static_cast<std::size_t>(each.span.size())));
    return "?";
}

}  // namespace

TEST_CASE("the recorded document is aligned with itself") {
    CHECK(order(four(), four().text()) == "s1 s2 s3 s4");
}

TEST_CASE("a changed sentence lies between the unchanged ones") {
    const std::string copy = replaced(four().text(), "dun tova", "dun very long tova");
    CHECK(order(four(), copy) == "s1 s2* s3 s4");
    CHECK(bytes(four(), copy, "s2") == "Rena dun very long tova, Art. 5 kel.");
    CHECK(bytes(four(), copy, "s3") == "Nila sora bena tam lin.");
}

TEST_CASE("all sentences changed keep their order") {
    const std::string copy =
        "Kala mer pola dim fara. Rena dun tiva, Art. 5 kel.\n\nNila sora bina tam lin. Yora vela xan.";
    CHECK(order(four(), copy) == "s1* s2* s3* s4*");
    CHECK(bytes(four(), copy, "s3") == "Nila sora bina tam lin.");
}

TEST_CASE("sentences taken out and put in") {
    const Text text = four();
    CHECK(order(text, replaced(text.text(), "Rena dun tova, Art. 5 kel.", "")) == "s1 -s2 s3 s4");
    CHECK(order(text, replaced(text.text(), "Kala mer pola dom fara. ", "")) == "-s1 s2 s3 s4");
    CHECK(order(text, replaced(text.text(), "\n\nNila", "\n\nTana olo.\n\nNila")) == "s1 s2 + s3 s4");
    CHECK(order(text, "Olo tana. " + text.text() + " Tana olo.") == "+ s1 s2 s3 s4 +");
    CHECK(order(text, "") == "-s1 -s2 -s3 -s4");
}

TEST_CASE("a changed sentence beside one that is gone is not taken for it") {
    const Text text = four();
    // s2 is gone and s3 changed: what stands there has the cue of s3.
    CHECK(order(text, "Kala mer pola dom fara.\n\nNila sora bina tam lin. Yora vela xin.") == "s1 -s2 s3* s4");
    // s2 is changed and s3 gone.
    CHECK(order(text, "Kala mer pola dom fara. Rena dun tiva, Art. 5 kel.\n\nYora vela xin.") == "s1 s2* -s3 s4");
    // A new one stands before the changed one.
    CHECK(order(text,
                "Kala mer pola dom fara. Olo tana bel. Rena dun tiva, Art. 5 kel.\n\nNila sora bena tam lin. Yora vela "
                "xin.") == "s1 + s2* s3 s4");
}

TEST_CASE("sentences that changed places are known by their digests") {
    const Text text = four();
    const std::string copy =
        "Rena dun tova, Art. 5 kel. Kala mer pola dom fara.\n\nYora vela xin. Nila sora bena tam lin.";
    CHECK(order(text, copy) == "s2 s1 s4 s3");
    CHECK(bytes(text, copy, "s1") == "Kala mer pola dom fara.");
    // One moved, another changed.
    CHECK(order(text, "Yora vela xin. Kala mer pola dom fara. Rena dun tiva, Art. 5 kel.\n\nNila sora bena tam lin.") ==
          "s4 s1 s2* s3");
}

TEST_CASE("the same sentence twice keeps its order") {
    const Text text =
        Text().say("s1", "Kala mer.").say("s2", "Rena dun tova.").say("s3", "Kala mer.").say("s4", "Yora.");
    CHECK(order(text, "Olo. " + text.text()) == "+ s1 s2 s3 s4");
    const std::string copy = "Olo. Rena dun tova. Kala mer. Yora.";  // the first is gone
    CHECK(bytes(text, copy, "s3") == "Kala mer.");
    CHECK(order(text, copy).find("s2 s3 s4") != std::string::npos);
}

TEST_CASE("a sentence rewritten beyond recognition is gone, and its new form unknown") {
    const Text text = four();
    const std::string copy = replaced(text.text(), "Rena dun tova, Art. 5 kel.", "Olo.");
    CHECK(order(text, copy) == "s1 -s2 + s3 s4");
}

TEST_CASE("a sentence cut in two by a stop is still one") {
    const Text text = four();
    const std::string copy = replaced(text.text(), "pola dom fara.", "pola. Dom fara.");
    CHECK(order(text, copy) == "s1* s2 s3 s4");
    CHECK(bytes(text, copy, "s1") == "Kala mer pola. Dom fara.");
}

TEST_CASE("a sentence that no punctuation ends is found beside its neighbour") {
    const Text text = Text().say("h", "Kala mer dom").say("s1", "rena dun.").say("s2", "Nila sora.", "yes", "\n\n");
    CHECK(order(text, "Olo.\n\n" + text.text()) == "+ h s1 s2");
}

TEST_CASE("sentences of the dossier's own are not aligned") {
    const Text own = Text("zz", false).say("s", "Kala mer.");
    const Dossier made = dossier(own.with(kFindings));
    CHECK(check::align(made, made.get<Document>("release"), "").empty());
}

TEST_CASE("a long text wholly rewritten is aligned in reasonable time, and the same way again") {
    Text text;
    std::string copy;
    for (int i = 0; i < 1500; ++i) {
        const std::string number = std::to_string(i * 7919);
        text.say(fmt::format("s{:04}", i), fmt::format("Kala mer {} pola dom fara.", number));
        copy += fmt::format("Kala mel {} pola dum fara sen. ", number);
    }
    const Dossier made = dossier(text.with(kFindings));
    const auto once = aligned(made, copy), again = aligned(made, copy);
    REQUIRE(once.size() == again.size());
    std::size_t placed = 0;
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(once[i].span == again[i].span);
        if (once[i].sentence && !once[i].span.empty()) ++placed;
    }
    CHECK(placed == 1500);
}
