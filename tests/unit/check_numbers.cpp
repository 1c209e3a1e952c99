#include "check/numbers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "check/phrases.hpp"
#include "check/sentence_split.hpp"

using namespace openeom;
using namespace openeom::check;

namespace {

/// "75.07 d2012 r89 #2" : values, with d for dates, r for references, # for ordinals.
std::string read(std::string_view text, std::string_view language = "en") {
    std::string made;
    for (const TextNumber& number : numbers_in(text, language))
        made +=
            fmt::format("{}{}{}{}{}", made.empty() ? "" : " ", number.dated ? "d" : "", number.referenced ? "r" : "",
                        number.ordinal ? "#" : "", number.value ? number.value->text() : "?");
    return made;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    for (const Span& span : split_sentences(text, {0, static_cast<std::int64_t>(text.size())}))
        parts.emplace_back(text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.size())));
    return parts;
}

}  // namespace

TEST_CASE("digits as people group them") {
    CHECK(read("1,234,567 and 12.50 and 7") == "1234567 12.50 7");
    CHECK(read("9 764 stations, 9\u00A0764, 9\u202F764") == "9764 9764 9764");
    CHECK(read("3,5 and 12,34") == "3 5 12 34");
    CHECK(read("3,5 и 2.000", "ru") == "3.5 2000");
    CHECK(read("98 107") == "98107");
    CHECK(read("2011 107") == "d2011 107");
    CHECK(read("12345678901234567890") == "?");
    CHECK(read("B12 5a x3").empty());
    CHECK(read("007 and 00.50 and 0 and 0.5") == "7 0.50 0 0.5");
}

TEST_CASE("number words of English") {
    CHECK(read("two, twenty-one, ninety nine") == "2 21 99");
    CHECK(read("one hundred and five") == "105");
    CHECK(read("two thousand five hundred") == "2500");
    CHECK(read("three million two") == "3000002");
    CHECK(read("five, six") == "5 6");
    CHECK(read("five six") == "5 6");
    CHECK(read("at least a second party") == "#2");
    CHECK(read("the 2nd and 15th") == "#2 #15");
    CHECK(read("seventeen and hundreds") == "17");
    CHECK(read("два и two", "ru").empty());
}

TEST_CASE("dates, times and references are told apart") {
    CHECK(read("15 January 2012") == "d15 d2012");
    CHECK(read("9 to 10 January, 13 and 15 December 2011") == "d9 d10 d13 d15 d2011");
    CHECK(read("13–15 December") == "d13 d15");
    CHECK(read("January 9, 2012") == "d9 d2012");
    CHECK(read("2012-01-15 at 20:30") == "d2012 d1 d15 d20 d30");
    CHECK(read("15.01.2012").substr(0, 1) == "d");
    CHECK(read("you may 5") == "5");  // the verb
    CHECK(read("15 января 2012", "ru") == "d15 d2012");
    CHECK(read("Articles 4, 5 and 7.1, paragraph 89(6)(4)") == "r4 r5 r7.1 r89 r6 r4");
    CHECK(read("§ 12, No. 7, C 5.10, pp. 3-4") == "r12 r7 r5.10 r3 r4");
    CHECK(read("7.1.2") == "r?");
    CHECK(read("4 articles") == "4");
}

TEST_CASE("digits without their grouping") {
    CHECK(digit_groups("2,000 and 75.07", "en") == digit_groups("2 000 и 75,07", "ru"));
    CHECK(digit_groups("two", "en").empty());
}

TEST_CASE("a number rounds to the digits shown") {
    CHECK(rounds_to(Rational(7507, 100), *Decimal::parse("75.1")));
    CHECK(rounds_to(Rational(7507, 100), *Decimal::parse("75")));
    CHECK(!rounds_to(Rational(7507, 100), *Decimal::parse("75.0")));
    CHECK(rounds_to(Rational(1, 3), *Decimal::parse("0.33")));
}

TEST_CASE("sentences by paragraph and punctuation") {
    CHECK(split("Kala mer. Rena dun! Sora?") == std::vector<std::string>{"Kala mer.", "Rena dun!", "Sora?"});
    CHECK(split("Kala, see Art. 5 of the law. Rena.") ==
          std::vector<std::string>{"Kala, see Art. 5 of the law.", "Rena."});
    CHECK(split("Mr. J. Doe said e.g. this. Rena.") == std::vector<std::string>{"Mr. J. Doe said e.g. this.", "Rena."});
    CHECK(split("A title\n\nKala\nmer. \"Rena dun.\" Sora.") ==
          std::vector<std::string>{"A title", "Kala\nmer.", "\"Rena dun.\"", "Sora."});
    CHECK(split("75.07 of 1. people") == std::vector<std::string>{"75.07 of 1. people"});
    CHECK(split("Кала мер. рена. Дун.") == std::vector<std::string>{"Кала мер. рена.", "Дун."});
    CHECK(split("  \n ").empty());
}

TEST_CASE("places found again in order, moved as little as possible") {
    using Places = std::vector<std::int64_t>;
    using Assigned = std::vector<std::optional<std::size_t>>;
    CHECK(assign_in_order(Places{10, 50}, Places{12, 49}) == Assigned{0, 1});
    CHECK(assign_in_order(Places{10, 50}, Places{49}) == Assigned{std::nullopt, 0});
    CHECK(assign_in_order(Places{10}, Places{0, 11, 90}) == Assigned{1});
    CHECK(assign_in_order(Places{10, 20}, Places{}) == Assigned{std::nullopt, std::nullopt});
    CHECK(assign_in_order(Places{1, 2, 3}, Places{1, 3}) == Assigned{0, std::nullopt, 1});
}

TEST_CASE("phrases are whole words, case folded") {
    const auto words = words_of("Did not and didn\u2019t; CANNOT did  NOT");
    CHECK(occurrences(words, phrase_of("did not")).size() == 2);
    CHECK(occurrences(words, phrase_of("didn't")).size() == 1);
    CHECK(occurrences(words, phrase_of("not")).size() == 2);
    CHECK(occurrences(words, phrase_of("")).empty());
}
