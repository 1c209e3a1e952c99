#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "openeom/base/text.hpp"

using namespace openeom;
using namespace std::string_literals;

namespace {

/// UTF-8 of any number up to 0x1FFFFF, surrogates and too large ones included, in `size` bytes.
std::string encode(unsigned code, int size) {
    if (size == 1) return std::string(1, static_cast<char>(code));
    std::string bytes;
    for (int i = size - 1; i > 0; --i) {
        bytes.insert(bytes.begin(), static_cast<char>(0x80 | (code & 0x3F)));
        code >>= 6;
    }
    static constexpr unsigned kLead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes.insert(bytes.begin(), static_cast<char>(kLead[size] | code));
    return bytes;
}

int shortest(unsigned code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

std::vector<std::string> folded(std::string_view given) {
    std::vector<std::string> all;
    for (const auto& word : text::words(given)) all.push_back(word.folded);
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_SUITE("base text") {
    TEST_CASE("every code point in every length") {
        for (unsigned code = 0; code < 0x200000; code += (code > 0x11FFFF ? 61 : 1))
            for (int size = shortest(code); size <= 4; ++size) {
                const bool valid = size == shortest(code) && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
                if (size > shortest(code) && code % 7 != 0 && code > 0x900) continue;  // a sample of the overlong
                const auto found = text::first_invalid_utf8(encode(code, size));
                if (valid)
                    REQUIRE_MESSAGE(!found, code);
                else
                    REQUIRE_MESSAGE(found == 0, code);
            }
    }

    TEST_CASE("classic bad sequences, at every offset") {
        const Strings bad{
            "\x80",              // continuation alone
            "\xBF",
            "\xC0\x80",          // overlong NUL
            "\xC1\xBF",
            "\xE0\x80\x80",
            "\xE0\x9F\xBF",
            "\xF0\x80\x80\x80",
            "\xF0\x8F\xBF\xBF",
            "\xED\xA0\x80",      // U+D800
            "\xED\xBF\xBF",      // U+DFFF
            "\xED\xA0\x80\xED\xB0\x80",  // CESU-8
            "\xF4\x90\x80\x80",  // U+110000
            "\xF5\x80\x80\x80",
            "\xF8\x88\x80\x80\x80",
            "\xFC\x84\x80\x80\x80\x80",
            "\xFE",
            "\xFF",
            "\xC3",              // cut short
            "\xE2\x82",
            "\xF0\x9F\x98",
            "\xC3(",
            "\xE2\x28\xA1",
            "\xE2\x82(",
            "\xF0\x28\x8C\xBC",
            "\xF0\x90\x28\xBC",
            "\xF0\x28\x8C\x28",
        };
        for (const auto& sequence : bad)
            for (std::size_t before = 0; before < 20; ++before)
                for (const std::string& after : {""s, "tail of ASCII text"s}) {
                    CHECK(text::first_invalid_utf8(std::string(before, 'a') + sequence + after) == before);
                    CHECK(text::first_invalid_utf8(std::string(before, 'a') + "ж" + sequence + after) == before + 2);
                }
        for (std::string_view good : {"", "a", "\0", "Қазақстан", "日本語", "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF", "\xEF\xBB\xBF", "e\xCC\x81"})
            CHECK_FALSE(text::first_invalid_utf8(good));
        CHECK_FALSE(text::first_invalid_utf8(std::string(1000, 'x') + "é" + std::string(1000, 'y')));
    }

    TEST_CASE("a byte that is no text is replaced, and nothing else") {
        CHECK(text::repaired("") == "");
        CHECK(text::repaired("n\xFF.json") == "n\uFFFD.json");
        CHECK(text::repaired("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
        CHECK(text::repaired("\u00e9\U0001F600\xC3") == "\u00e9\U0001F600\uFFFD");
        CHECK(text::repaired("\uFFFD") == "\uFFFD");
    }

    TEST_CASE("boundaries") {
        const std::string given = "aж日😀";
        std::string found;
        for (std::size_t at = 0; at <= given.size() + 1; ++at) found += text::is_boundary(given, at) ? '|' : '.';
        CHECK(found == "||.|..|...|.");
        CHECK(text::is_boundary("", 0));
    }

    TEST_CASE("width on a terminal") {
        CHECK(text::display_width("") == 0);
        CHECK(text::display_width("abc") == 3);
        CHECK(text::display_width("Қазақстан") == 9);
        CHECK(text::display_width("日本語") == 6);
        CHECK(text::display_width("한국") == 4);
        CHECK(text::display_width("e\u0301") == 1);
        CHECK(text::display_width("\u0439\u0438\u0306") == 2);
        CHECK(text::display_width("a\u200Bb") == 2);
        CHECK(text::display_width("…") == 1);
        CHECK(text::display_width("a\nb") == 2);
        CHECK(text::display_width("a\xFF") == 2);  // shown as a replacement character
    }

    TEST_CASE("fit") {
        CHECK(text::fit("Kazakhstan", 10) == "Kazakhstan");
        CHECK(text::fit("Kazakhstan", 9) == "Kazakhst…");
        CHECK(text::fit("Қазақстан", 4) == "Қаз…");
        CHECK(text::fit("日本語", 5) == "日本…");
        CHECK(text::fit("日本語", 4) == "日…");
        CHECK(text::fit("one two", 5) == "one…");
        CHECK(text::fit("abc", 1) == "…");
        CHECK(text::fit("abc", 0).empty());
        CHECK(text::fit("", 0).empty());
        CHECK(text::fit("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
        const std::string given = "Выборы 日本 e\u0301 end";
        for (std::size_t columns = 0; columns < 30; ++columns) {
            const std::string made = text::fit(given, columns);
            CHECK(text::display_width(made) <= columns);
            CHECK_FALSE(text::first_invalid_utf8(made));
        }
    }

    TEST_CASE("wrap") {
        CHECK(text::wrap("", 10).empty());
        CHECK(text::wrap("one two three", 7) == Strings{"one two", "three"});
        CHECK(text::wrap("one two three", 8) == Strings{"one two", "three"});
        CHECK(text::wrap("one  two", 20) == Strings{"one two"});
        CHECK(text::wrap("abcdefgh", 3) == Strings{"abc", "def", "gh"});
        CHECK(text::wrap("x abcdefgh y", 3) == Strings{"x", "abc", "def", "gh", "y"});
        CHECK(text::wrap("one\n\ntwo\n", 10) == Strings{"one", "", "two"});
        CHECK(text::wrap("日本語", 3) == Strings{"日", "本", "語"});
        CHECK(text::wrap("日本", 1) == Strings{"日", "本"});
        CHECK(text::wrap("ab", 0) == Strings{"a", "b"});
        const std::string given = "Several parties and candidates were де-факто blocked 日本語日本語 from running.";
        for (std::size_t columns = 2; columns < 80; ++columns) {
            std::string letters;
            for (const auto& line : text::wrap(given, columns)) {
                CHECK(text::display_width(line) <= columns);
                CHECK_FALSE(line.starts_with(' '));
                CHECK_FALSE(line.ends_with(' '));
                letters += line;
            }
            std::erase(letters, ' ');
            std::string expected = given;
            std::erase(expected, ' ');
            CHECK(letters == expected);
        }
    }

    TEST_CASE("case folding") {
        CHECK(text::fold_case("OSCE/ODIHR 2012") == "osce/odihr 2012");
        CHECK(text::fold_case("ҚАЗАҚСТАН") == "қазақстан");
        CHECK(text::fold_case("STRASSE") == text::fold_case("Straße"));
        CHECK(text::fold_case("ΣΊΣΥΦΟΣ") == text::fold_case("Σίσυφος"));
        CHECK(text::fold_case("E\u0301") == "\u00E9");
        CHECK(text::fold_case("İ") == "i\u0307");
        CHECK(text::fold_case("I") == "i");
        CHECK(text::fold_case("ﬁ") == "fi");
        CHECK(text::fold_case("a\0B"s) == "a\0b"s);
        CHECK(text::fold_case("Ж\0Я"s) == "ж\0я"s);
        CHECK(text::fold_case("Ж\xFFЖ\xFE") == "ж\xFFж\xFE");
        CHECK(text::fold_case("").empty());
        for (unsigned code = 1; code < 0x30000; ++code) {
            if (code >= 0xD800 && code <= 0xDFFF) continue;
            const std::string once = text::fold_case(encode(code, shortest(code)));
            REQUIRE_MESSAGE(text::fold_case(once) == once, code);
        }
    }

    TEST_CASE("words") {
        CHECK(folded("Several parties were blocked, 18 de-registered.") == Strings{"several", "parties", "were", "blocked", "18", "de-registered"});
        CHECK(folded("the party's, the parties' and the party’s") == Strings{"the", "party's", "the", "parties", "and", "the", "party’s"});
        CHECK(folded("-a- 'b' a--b a-1 1-2") == Strings{"a", "b", "a", "b", "a", "1", "1", "2"});
        CHECK(folded("Де-факто ҚАЗАҚ") == Strings{"де-факто", "қазақ"});
        CHECK(folded("हिन्दी चुनाव") == Strings{"हिन्दी", "चुनाव"});
        CHECK(folded("e\u0301a \u0301") == Strings{"\u00E9a"});
        CHECK(folded("می\u200Cخواهم").size() == 1);
        CHECK(folded("75.10 per cent") == Strings{"75", "10", "per", "cent"});
        CHECK(folded("a\xFF" "b") == Strings{"a", "b"});
        CHECK(folded("a_b") == Strings{"a", "b"});
        CHECK(folded("x-").size() == 1);
        CHECK(folded("").empty());
        const std::string given = "«Выборы»: 日本 o’clock";
        std::size_t before = 0;
        for (const auto& word : text::words(given)) {
            CHECK(word.begin >= before);
            CHECK(word.begin < word.end);
            CHECK(text::is_boundary(given, word.begin));
            CHECK(text::is_boundary(given, word.end));
            CHECK(text::fold_case(std::string_view(given).substr(word.begin, word.end - word.begin)) == word.folded);
            before = word.end;
        }
        CHECK(before == given.size());
    }

    TEST_CASE("line and column") {
        const std::string given = "ab\n\nжc";
        const auto at = [&](std::size_t offset) {
            const auto found = text::line_column(given, offset);
            return std::pair(found.line, found.column);
        };
        using Pair = std::pair<std::size_t, std::size_t>;
        CHECK(at(0) == Pair{1, 1});
        CHECK(at(2) == Pair{1, 3});
        CHECK(at(3) == Pair{2, 1});
        CHECK(at(4) == Pair{3, 1});
        CHECK(at(6) == Pair{3, 3});
        CHECK(at(999) == at(given.size()));
        CHECK(text::line_column("", 5).line == 1);
    }
}
