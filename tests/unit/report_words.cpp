#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "openeom/base/error.hpp"
#include "report/texts.hpp"
#include "report/value_words.hpp"
#include "report/words.hpp"

using openeom::Date;
using openeom::Quantity;
using openeom::report::Words;

namespace {

Date date(std::string_view text) { return *Date::parse(text); }

std::size_t placeholders(std::string_view text) { return static_cast<std::size_t>(std::ranges::count(text, '{')); }

}  // namespace

TEST_CASE("the table of words is whole: every key once, every column filled, placeholders the same") {
    const auto rows = openeom::report::word_rows();
    std::set<std::string_view> keys;
    for (const auto& row : rows) {
        CAPTURE(row.key);
        CHECK(keys.insert(row.key).second);
        for (const std::string_view words : row.words) {
            CHECK_FALSE(words.empty());
            CHECK(placeholders(words) == placeholders(row.words[0]));
        }
    }
    CHECK(rows.size() > 200);
}

TEST_CASE("Russian words are Russian, unless they are marks") {
    for (const auto& row : openeom::report::word_rows()) {
        CAPTURE(row.key);
        const bool punctuation = row.key.starts_with("quote.") || row.key.starts_with("quantity.") || row.key.starts_with("date.");
        if (!punctuation) CHECK(row.words[0] != row.words[1]);
    }
}

TEST_CASE("a language is chosen by its primary subtag, and an unknown one gets a hint") {
    CHECK(Words("ru-KZ").language() == "ru");
    CHECK(Words("EN").language() == "en");
    CHECK(Words::speaks("en-GB"));
    CHECK_FALSE(Words::speaks("kk"));
    try {
        Words("rus");
        FAIL("no error");
    } catch (const openeom::Error& error) {
        CHECK(error.code() == openeom::ErrorCode::argument);
        CHECK(error.message().find("did you mean 'ru'") != std::string::npos);
        CHECK(error.hint().find("en, ru") != std::string::npos);
    }
}

TEST_CASE("a key without words is a defect of the library") {
    try {
        static_cast<void>(Words("en")("no.such.key"));
        FAIL("no error");
    } catch (const openeom::Error& error) {
        CHECK(error.code() == openeom::ErrorCode::internal);
    }
}

TEST_CASE("plain text is one line without controls") {
    CHECK(openeom::report::plain_text("a\n\nb") == "a b");
    CHECK(openeom::report::plain_text("a\r\n\tb\u0085c\u2029d") == "a b c d");
    CHECK(openeom::report::plain_text("\x1b]0;T\x07") == "\uFFFD]0;T\uFFFD");
    CHECK(openeom::report::plain_text("\u009B1m\x7F") == "\uFFFD1m\uFFFD");
    CHECK(openeom::report::plain_text("a\u202Eb\u202C\u2066c\u2069") == "abc");
    for (const std::string_view kept : {"", "a  b", "қазақ", "選挙", "a\u200Db", "€ – “x”", "\u00A0x", "é", "\u200Fא", "\u2030", "\u206A"})
        CHECK(openeom::report::plain_text(kept) == kept);
}

TEST_CASE("dates in house style, in both languages") {
    const Words english("en");
    const Words russian("ru");
    CHECK(english.date(date("2012-01-15")) == "15 January 2012");
    CHECK(english.date(date("2012-01-09~/2012-01-10~")) == "about 9 to 10 January 2012");
    CHECK(english.date(Date()).empty());
    CHECK(russian.date(date("2012-01-15")) == "15 января 2012 года");
    CHECK(russian.date(date("2012-01-05")) == "5 января 2012 года");
    CHECK(russian.date(date("2012-05")) == "май 2012 года");
    CHECK(russian.date(date("2012")) == "2012 год");
    CHECK(russian.date(date("2012-01-09~/2012-01-10~")) == "около 9 января 2012 года – около 10 января 2012 года");
    CHECK(russian.date(date("2012-01-15/..")) == "с 15 января 2012 года");
    CHECK(russian.date(date("../2012-01-15")) == "до 15 января 2012 года");
    CHECK(russian.date(Date()).empty());
}

TEST_CASE("the general way of putting a date into words agrees with the English one") {
    // The English column serves languages that follow it; single dates must come out as Date::words() has them.
    const Words english("en");
    for (const std::string_view text : {"2012-01-15", "2012-12-01", "2012-07", "1999"}) {
        const std::string expected = date(text).words();
        CHECK(english.date(date(text)) == expected);
        std::string made;
        if (text.size() == 4) made = english.fill("date.year", text);
        else if (text.size() == 7) made = english.fill("date.month", english("month_alone.07"), text.substr(0, 4));
        else made = english.fill("date.day", std::stoi(std::string(text.substr(8))), english("month." + std::string(text.substr(5, 2))), text.substr(0, 4));
        CHECK(made == expected);
    }
}

TEST_CASE("quantities stay what they are in every language") {
    const Words english("en");
    const Words russian("ru");
    const openeom::Decimal percent = *openeom::Decimal::parse("75.07");
    for (const Quantity& quantity :
         {Quantity(), Quantity::exact(7), Quantity::at_least(18), Quantity::range(16, 19), Quantity::count_of(3, 20),
          Quantity::share(percent, 1200, "voters"), Quantity::share(percent, std::nullopt, ""),
          Quantity::vague(openeom::VagueScale::number, "a_number_of"), Quantity::vague(openeom::VagueScale::number, "plural")}) {
        CAPTURE(quantity.text());
        CHECK(english.quantity(quantity) == quantity.text());
        CHECK(russian.quantity(quantity) != "");
    }
    CHECK(russian.quantity(Quantity::vague(openeom::VagueScale::number, "several")) == "несколько");
    CHECK(russian.quantity(Quantity::at_least(18)) == "не менее 18");
}

TEST_CASE("codes have words, those without a row their own with spaces") {
    const Words english("en");
    CHECK(english.code("asserter", "media") == "the media");
    CHECK(english.code("registration_kind", "deregistered") == "de-registered");
    CHECK(english.code("no_such_list", "court_order") == "court order");
    CHECK(Words("ru").code("no_such_list", "not_stated") == "не указано");
}

TEST_CASE("capitals in both scripts") {
    CHECK(openeom::report::capitalised("finding") == "Finding");
    CHECK(openeom::report::capitalised("вывод") == "Вывод");
    CHECK(openeom::report::capitalised("реконструкция") == "Реконструкция");
    CHECK(openeom::report::capitalised("7 counts") == "7 counts");
    CHECK(openeom::report::capitalised("") == "");
    CHECK(openeom::report::capitalised("я") == "Я");
}
