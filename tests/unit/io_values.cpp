// Every kind of value: how it is written, what is refused and in which words.
#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "io_support.hpp"
#include "openeom/base/describe_tables.hpp"

namespace openeom {

enum class TestSide { not_stated, left, right };
BOOST_DESCRIBE_ENUM(TestSide, not_stated, left, right)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<TestSide>{"test_side", "sides of a test"};

/// A part that takes no members of a partner's own.
struct TestInner {
    std::string word;
    std::vector<std::int64_t> numbers;
};
BOOST_DESCRIBE_STRUCT(TestInner, (), (word, numbers))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestInner>{"test_inner", "", "a part"};
template <>
inline constexpr auto reflect::rows<TestInner> =
    std::to_array<reflect::Row>({{.name = "word", .meaning = "a word", .required = true}, {"numbers", "numbers"}});

struct TestValues {
    bool flag = false;
    std::int64_t count = 0;
    std::string text;
    Id id;
    Ref<TestInner> reference;
    AnyRef any;
    Decimal decimal;
    Rational rational;
    Date date;
    Instant instant;
    Interval interval;
    Quantity quantity;
    Span span;
    TestSide side{};
    RawJson raw;
    std::optional<std::int64_t> maybe;
    std::optional<TestInner> inner;
    std::vector<std::string> words;
    std::vector<TestInner> parts;
    Extras extras;
};
BOOST_DESCRIBE_STRUCT(TestValues, (),
                      (flag, count, text, id, reference, any, decimal, rational, date, instant, interval, quantity,
                       span, side, raw, maybe, inner, words, parts, extras))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestValues>{"test_values", "", "one member of each kind"};
template <>
inline constexpr auto reflect::rows<TestValues> =
    std::to_array<reflect::Row>({{"flag", ""},     {"count", ""},    {"text", ""},     {"id", ""},    {"reference", ""},
                                 {"any", ""},      {"decimal", ""},  {"rational", ""}, {"date", ""},  {"instant", ""},
                                 {"interval", ""}, {"quantity", ""}, {"span", ""},     {"side", ""},  {"raw", ""},
                                 {"maybe", ""},    {"inner", ""},    {"words", ""},    {"parts", ""}, {"x-", ""}});

}  // namespace openeom

OPENEOM_TABLE(openeom::TestValues)

using namespace openeom;
using test::error_of;

namespace {

const reflect::Struct& type() {
    return reflect::table<TestValues>();
}
const reflect::Type& type_of(std::string_view member) {
    return *type().find(member)->type;
}

/// A member's value read and written again.
std::string again(std::string_view member, std::string_view json) {
    const std::string object = "{\"" + std::string(member) + "\":" + std::string(json) + "}";
    const auto read = io::from_json(type(), object, "o");
    return io::to_json(type_of(member), type().find(member)->in(read.get()));
}

/// Why a member cannot have a value.
std::string refused(std::string_view member, std::string_view json) {
    const auto reason = io::mismatch(type_of(member), json);
    return reason ? *reason : "nothing";
}

}  // namespace

TEST_CASE("every kind of value is read and written") {
    CHECK(again("flag", "true") == "true");
    CHECK(again("flag", " false ") == "false");
    CHECK(again("count", "-17") == "-17");
    CHECK(again("count", "\"17\"") == "17");
    CHECK(again("count", "-0") == "0");
    CHECK(again("text", R"("a\u00e9\n\/ \ud83d\ude00")") == "\"a\u00e9\\n/ \U0001F600\"");
    CHECK(again("text", R"("\u0000")") == R"("\u0000")");
    CHECK(again("id", "\"kz-2012.a_b\"") == "\"kz-2012.a_b\"");
    CHECK(again("id", R"("\u006bz")") == "\"kz\"");
    CHECK(again("reference", "\"seed-06\"") == "\"seed-06\"");
    CHECK(again("any", "\"finding:a\"") == "\"finding:a\"");
    CHECK(again("decimal", "\"75.10\"") == "\"75.10\"");
    CHECK(again("decimal", "75.10") == "\"75.10\"");
    CHECK(again("decimal", "-3") == "\"-3\"");
    CHECK(again("rational", "\"166/196\"") == "\"83/98\"");
    CHECK(again("date", "\"2012-01-09~/2012-01-10~\"") == "\"2012-01-09~/2012-01-10~\"");
    CHECK(again("instant", "\"2012-01-15T20:00:00+06:00\"") == "\"2012-01-15T20:00:00+06:00\"");
    CHECK(again("interval", "[ 9 , null ]") == "[9,null]");
    CHECK(again("interval", "[null,null]") == "[null,null]");
    CHECK(again("span", "[759,\"878\"]") == "[759,878]");
    CHECK(again("side", "\"right\"") == "\"right\"");
    CHECK(again("side", R"("r\u0069ght")") == "\"right\"");
    CHECK(again("raw", " { \"a\" : [ 1.50 , null ] } ") == R"({"a":[1.50,null]})");
    CHECK(again("raw", "null") == "null");
    CHECK(again("maybe", "5") == "5");
    CHECK(again("inner", R"({"word":"x"})") == R"({"word":"x"})");
    CHECK(again("words", R"([ "a" , "" ])") == R"(["a",""])");
    CHECK(again("words", "[]") == "[]");
    CHECK(again("parts", R"([{"word":"a","numbers":[1]},{"word":"b"}])") ==
          R"([{"word":"a","numbers":[1]},{"word":"b"}])");
}

TEST_CASE("whole numbers above 2^53 are written as text and read either way") {
    CHECK(again("count", "9007199254740992") == "9007199254740992");
    CHECK(again("count", "9007199254740993") == "\"9007199254740993\"");
    CHECK(again("count", "\"-9007199254740993\"") == "\"-9007199254740993\"");
    CHECK(again("count", "9223372036854775807") == "\"9223372036854775807\"");
    CHECK(again("count", "-9223372036854775808") == "\"-9223372036854775808\"");
    CHECK(again("quantity", R"({"exact":"9007199254740993"})") == R"({"exact":"9007199254740993"})");
}

TEST_CASE("quantities of each kind are read and written") {
    for (std::string_view json :
         {R"({"exact":7})", R"({"at_least":18})", R"({"range":[16,19]})", R"({"k_of_n":[3,20]})",
          R"({"share":{"percent":"75.07"}})",
          R"({"share":{"percent":"75.07","n":1200,"of":"polling stations observed"}})",
          R"({"vague":{"scale":"number","term":"several"}})", R"({"vague":{"scale":"pattern","term":"isolated"}})"})
        CHECK(again("quantity", json) == json);
    CHECK(again("quantity", R"({ "share" : { "of" : "x\u0041" , "percent" : 5.0 } })") ==
          R"({"share":{"percent":"5.0","of":"xA"}})");
}

TEST_CASE("what is no value of its kind is refused with what was expected") {
    CHECK(refused("flag", "\"yes\"") == R"(expected true or false, found "yes")");
    CHECK(refused("flag", "1") == "expected true or false, found 1");
    CHECK(refused("count", "\"3rd\"") == R"(expected a whole number, found "3rd")");
    CHECK(refused("count", "3.0") == "expected a whole number, found 3.0");
    CHECK(refused("count", "3e2") == "expected a whole number, found 3e2");
    CHECK(refused("count", "\"007\"") == R"(expected a whole number, found "007")");
    CHECK(refused("count", "\"\"") == R"(expected a whole number, found "")");
    CHECK(refused("count", "\"-\"") == R"(expected a whole number, found "-")");
    CHECK(refused("count", "9223372036854775808") ==
          "expected a whole number, found 9223372036854775808: it does not fit in 64 bits");
    CHECK(refused("count", "[1]") == "expected a whole number, found a list");
    CHECK(refused("count", "{}") == "expected a whole number, found an object");
    CHECK(refused("maybe", "true") == "expected a whole number, found true");
    CHECK(refused("text", "5") == "expected a text, found 5");
    CHECK(refused("text", "[\"a\"]") == "expected a text, found a list");
    CHECK(refused("id", "\"Alga!\"").starts_with(R"(expected an id, found "Alga!": )"));
    CHECK(refused("id", "\"\"") == R"(expected an id, found "": it is empty)");
    CHECK(refused("reference", "5") == "expected the id of a record of type test_inner, found 5");
    CHECK(refused("reference", "\"party:alga\"")
              .starts_with(R"(expected the id of a record of type test_inner, found "party:alga": )"));
    CHECK(refused("any", "\"alga\"") ==
          R"(expected a reference type:id, found "alga": a reference is written type:id)");
    CHECK(refused("decimal", "\"75,1\"")
              .starts_with(R"(expected a decimal number, found "75,1": the decimal sign is a point)"));
    CHECK(refused("decimal", "1e3").starts_with("expected a decimal number, found 1e3: "));
    CHECK(refused("decimal", "true") == "expected a decimal number, found true");
    CHECK(refused("rational", "\"1/0\"").starts_with("expected a fraction, found \"1/0\": "));
    CHECK(refused("rational", "0.5") == "expected a fraction, found 0.5");
    CHECK(refused("date", "\"2012-02-31\"").starts_with("expected a date, found \"2012-02-31\": "));
    CHECK(refused("date", "\"15 January 2012\"")
              .starts_with("expected a date, found \"15 January 2012\": a date is written 2012-01-15"));
    CHECK(refused("date", "20120115") == "expected a date, found 20120115");
    CHECK(refused("instant", "\"2012-01-15\"") == "expected a time, found \"2012-01-15\": the time of day is missing");
    for (std::string_view json : {"[1]", "[1,2,3]", "[1,\"x\"]"})
        CHECK(refused("interval", json) ==
              "expected an interval such as [5, 6]: two whole numbers, null at an open end");
    CHECK(refused("interval", "7") ==
          "expected an interval such as [5, 6]: two whole numbers, null at an open end, found 7");
    CHECK(refused("interval", "[9,5]") == "the interval from 9 to 5 ends before it begins");
    CHECK(refused("span", "[9,5]") == "the span from 9 to 5 ends before it begins");
    CHECK(refused("span", "[-1,5]") == "the span begins at -1, before the text");
    CHECK(refused("span", "[0,null]") == "expected a span such as [0, 12]: two whole numbers");
    CHECK(refused("span", "[759,878.0]") == "expected a span such as [0, 12]: two whole numbers");
    CHECK(refused("span", "7") == "expected a span such as [0, 12]: two whole numbers, found 7");
    CHECK(refused("side", "\"up\"") == "expected a code of test_side, found \"up\"");
    CHECK(refused("side", "1") == "expected a code of test_side, found 1");
    CHECK(refused("inner", "\"x\"") == "expected an object (test_inner), found \"x\"");
    CHECK(refused("words", "\"x\"") == "expected a list, found \"x\"");
    CHECK(refused("words", "[\"a\",5]") == "[1]: expected a text, found 5");
    CHECK(refused("parts", R"([{"word":"a"},{"word":"b","numbers":[1,"x"]}])") ==
          "[1].numbers[1]: expected a whole number, found \"x\"");
    CHECK(refused("text", "\"a") == "the string is not closed");
    CHECK(refused("count", "5") == "nothing");
}

TEST_CASE("null is no value: the member is to be left out") {
    for (const auto& member : type().members) {
        if (member.type->kind == reflect::Kind::json || member.type->kind == reflect::Kind::extras) continue;
        const std::string reason = refused(member.name, "null");
        CHECK_MESSAGE(reason.ends_with(", found null"), std::string(member.name), ": ", reason);
        const auto error = error_of([&] { io::from_json(type(), "{\"" + std::string(member.name) + "\": null}"); });
        CHECK(error.hint() == "leave the member out");
    }
}

TEST_CASE("quantities that contradict themselves are refused") {
    CHECK(refused("quantity", "7") == R"(expected a quantity such as {"at_least": 18}, found 7)");
    CHECK(refused("quantity", "[16,19]") == R"(expected a quantity such as {"at_least": 18}, found a list)");
    CHECK(refused("quantity", "{}") == "a quantity is an object of one member, found 0");
    CHECK(refused("quantity", R"({"exact":1,"at_least":1})") == "a quantity is an object of one member, found 2");
    CHECK(refused("quantity", R"({"atleast":1})") ==
          "no kind of quantity is called 'atleast' (did you mean 'at_least'?)");
    CHECK(refused("quantity", R"({"exact":"several"})") == R"(the quantity 'exact' does not hold "several")");
    CHECK(refused("quantity", R"({"range":[1]})") == "the quantity 'range' does not hold a list");
    CHECK(refused("quantity", R"({"vague":"several"})") == R"(the quantity 'vague' does not hold "several")");
    CHECK(refused("quantity", R"({"vague":{"scale":"number"}})") == "the quantity 'vague' does not hold an object");
    CHECK(refused("quantity", R"({"vague":{"scale":"numbr","term":"few"}})") ==
          "no scale is called 'numbr' (did you mean 'number'?)");
    CHECK(refused("quantity", R"({"vague":{"scale":"share","term":"few"}})") ==
          "no scale is called 'share' (there are number, prevalence, pattern)");
    CHECK(refused("quantity", R"({"vague":{"scale":"pattern","term":"several"}})") ==
          "no term of the pattern scale is called 'several' (there are isolated, recurrent, systematic)");
    CHECK(refused("quantity", R"({"share":{"n":5}})") == "the quantity 'share' does not hold an object");
    CHECK(refused("quantity", R"({"share":{"percent":"5","percent":"6"}})") ==
          "the quantity 'share' does not hold an object");
    CHECK(refused("quantity", R"({"share":{"percent":"5","x-own":1}})") ==
          "the quantity 'share' does not hold an object");
    for (std::string_view json :
         {R"({"exact":-1})", R"({"range":[5,4]})", R"({"k_of_n":[5,4]})", R"({"share":{"percent":"101"}})",
          R"({"vague":{"scale":"number","term":"widespread"}})"}) {
        const std::string reason = refused("quantity", json);
        CHECK_MESSAGE(reason != "nothing", std::string(json));
        CHECK(!reason.starts_with("the quantity"));  // Quantity's own words
    }
}

TEST_CASE("what was found is shortened to forty columns") {
    CHECK(refused("count", '"' + std::string(100, 'x') + '"') ==
          "expected a whole number, found \"" + std::string(38, 'x') + "…");
    CHECK(refused("count", "1" + std::string(399, '0'))
              .starts_with("expected a whole number, found 1" + std::string(38, '0') + "…"));
    std::string wide = "\"";
    for (int i = 0; i < 50; ++i) wide += "\u4e2d";
    const std::string reason = refused("count", wide + "\"");
    CHECK(reason.size() < 110);
    CHECK(reason.ends_with("…"));
}

TEST_CASE("objects such as options are strict") {
    const auto wrong = [&](std::string_view json) { return error_of([&] { io::from_json(type(), json, "options"); }); };
    CHECK(wrong(R"({"cuont": 1})").message() ==
          "options:1:2: cuont: no member of test_values is called 'cuont' (did you mean 'count'?)");
    CHECK(wrong(R"({"cuont": 1})").code() == ErrorCode::data);
    CHECK(wrong("{\"count\": 1,\n \"count\": 2}").message() ==
          "options:2:2: count: the member 'count' stands here twice");
    CHECK(wrong(R"({"inner": {"x-own": 1, "word": "a"}})").hint() == "this object takes no members of your own");
    CHECK(wrong(R"({"inner": {"numbers": [1]}})").message() == "options:1:11: inner.word: the member 'word' is missing");
    CHECK(wrong(R"({"parts": [{"word": "a"}, {}]})").message() ==
          "options:1:27: parts[1].word: the member 'word' is missing");
    CHECK(wrong(R"({"x-own": 1})").message() == "options:1:2: x-own: no member of test_values is called 'x-own'");
    CHECK(wrong(R"({"x-own": 1})").hint() == "this object takes no members of your own");
    CHECK(wrong("[1]").message() == "options:1:1: expected an object (test_values)");
    CHECK(wrong("{\"a\"").code() == ErrorCode::syntax);
    CHECK(wrong("{\"count\":\n1").location().line == 2);
    CHECK(wrong("{\"count\":\n1").location().column == 2);
    CHECK(wrong("").message() == "the text is empty");
    CHECK(wrong(R"({"raw": )" + std::string(70, '[') + std::string(70, ']') + "}").code() == ErrorCode::limit);
    const auto many = wrong(R"({"count": "x", "flag": 3})");
    CHECK(many.diagnostics().size() == 2);
    CHECK(many.message() == R"(options:1:11: count: expected a whole number, found "x" (and 1 more error))");
}

TEST_CASE("an empty text of options that must be there is a text") {
    const auto read = io::from_json(type(), R"({"inner": {"word": ""}, "parts": [{"word": "", "numbers": [1]}]})");
    REQUIRE(read.as<TestValues>().inner);
    CHECK(read.as<TestValues>().parts.size() == 1);
    // A record's is as good as none.
    CHECK(error_of([] {
              io::from_json(reflect::table<Source>(), R"({"id": "s", "title": ""})", "record");
          }).message() == "record:1:1: title: the member 'title' is missing");
}

TEST_CASE("a record keeps a partner's own members, its parts too") {
    const auto read = io::from_json(reflect::table<Party>(),
                                    R"({"id": "a", "names": [{"text": "A", "x-b": 2}], "x-a": 1})", "record");
    CHECK(io::to_json(read.type(), read.get()) == R"({"id":"a","names":[{"text":"A","x-b":2}],"x-a":1})");
}

TEST_CASE("a value can be read and written canonically by its type alone") {
    CHECK(io::canonical(type_of("words"), " [ \"a\" ,\"\\u0062\" ] ") == R"(["a","b"])");
    CHECK(io::canonical(type_of("words"), "[]") == "[]");
    CHECK(io::canonical(type_of("decimal"), "75.10") == "\"75.10\"");
    CHECK(io::canonical(type_of("maybe"), "\"5\"") == "5");
    CHECK(io::canonical(type_of("side"), "\"left\"") == "\"left\"");
    CHECK(io::canonical(type_of("inner"), R"({"numbers": [2], "word": "a"})") == R"({"word":"a","numbers":[2]})");
    CHECK(error_of([] { static_cast<void>(io::canonical(type_of("count"), "\"x\"")); }).code() == ErrorCode::data);
}

TEST_CASE("the members of any object can be listed") {
    using Members = std::vector<std::pair<std::string, std::string>>;
    CHECK(io::object_members(R"({ "b" : [ 1 , 2 ] , "\u0061" : "x" })", "filter") ==
          Members{{"b", "[1,2]"}, {"a", "\"x\""}});
    CHECK(io::object_members("{}", "filter").empty());
    const auto error = error_of([] { static_cast<void>(io::object_members(" [1]", "filter")); });
    CHECK(error.code() == ErrorCode::syntax);
    CHECK(error.location().text() == "filter:1:2");
    const auto twice = error_of([] { static_cast<void>(io::object_members(R"({"id": "a", "\u0069d": "b"})", "filter")); });
    CHECK(twice.code() == ErrorCode::data);
    CHECK(twice.message() == "filter:1:13: id: the member 'id' stands here twice");
    CHECK_THROWS_AS(static_cast<void>(io::object_members(R"({"a": {"b": 1, "b": 2}})", "filter")), Error);
}

TEST_CASE("an object can be written indented") {
    auto object = io::from_json(type(), R"({"count": 5, "quantity": {"range": [1, 2]}, "words": ["a", "b"], )"
                                        R"("parts": [{"word": "x", "numbers": [1, 2]}]})");
    object.as<TestValues>().extras.set("x-own", R"({"a":1})");
    CHECK(io::to_json(type(), object.get(), true) ==
          "{\n  \"flag\": false,\n  \"count\": 5,\n  \"decimal\": \"0\",\n  \"rational\": \"0\",\n  \"quantity\": "
          "{\"range\": [1, 2]},\n"
          "  \"words\": [\"a\", \"b\"],\n  \"parts\": [\n    {\n      \"word\": \"x\",\n      \"numbers\": [1, 2]\n    "
          "}\n  ],\n"
          "  \"x-own\": {\"a\":1}\n}");
    CHECK(io::to_json(reflect::table<TestInner>(), reflect::Object(reflect::table<TestInner>()).get(), true) == "{}");
}

TEST_CASE("what is no JSON is not written") {
    TestValues values;
    values.raw.text = "{";
    CHECK(error_of([&] { static_cast<void>(io::to_json(type(), &values)); }).code() == ErrorCode::data);
    values.raw.text = "1";
    values.extras.set("x-own", "1 2");
    CHECK(error_of([&] { static_cast<void>(io::to_json(type(), &values)); }).message() ==
          "the value of 'x-own' is not JSON: '2' follows the JSON text");
    values.extras.set("x-own", R"({"a":1,"a":2})");
    CHECK(error_of([&] { static_cast<void>(io::to_json(type(), &values)); }).message() ==
          "in the value of 'x-own' the member 'a' stands twice");
    values.extras.set("x-own", "2");
    values.text = "\xC3";
    CHECK(error_of([&] { static_cast<void>(io::to_json(type(), &values)); }).code() == ErrorCode::data);
    values.text = "";
    CHECK(io::to_json(type(), &values) == R"({"flag":false,"count":0,"decimal":"0","rational":"0","raw":1,"x-own":2})");
}
