// Where bytes stop being JSON, and text as JSON strings.
#include <doctest/doctest.h>

#include <string>

#include "io/json_scan.hpp"
#include "openeom/io/json.hpp"

using namespace openeom;
using namespace std::string_literals;

namespace {

/// "offset: reason" of the first fault; empty where there is none.
std::string fault(std::string_view text, std::uint32_t depth = 64) {
    const auto found = io::find_json_fault(text, depth);
    return found ? std::to_string(found->offset) + ": " + found->reason : std::string();
}

std::string nested(std::size_t depth, char open, char close) {
    return std::string(depth, open) + std::string(depth, close);
}

}  // namespace

TEST_CASE("strict JSON has no fault") {
    for (std::string_view good :
         {R"({})", R"([])", R"(0)", R"(-0)", R"(1.5e-7)", R"(10E+2)", R"("")", R"(true)", R"( false )", "null\n",
          R"(["a",{"b":[]},-1.25])", R"("\" \\ \/ \b\f\n\r\t \u0000 \ud83d\ude00")", R"({"a":{"a":{"a":[1,2,[3]]}}})",
          "\"\u00e9\u4e2d\U0001F600\"", R"({"a":1,"a":2})"})
        CHECK(fault(good) == "");
    CHECK(fault("1" + std::string(399, '0')) == "");
}

TEST_CASE("a fault has its place and its reason") {
    CHECK(fault("") == "0: the text is empty");
    CHECK(fault(" \n ") == "3: the text is blank");
    CHECK(fault("hello") == "0: expected a value, found 'h'");
    CHECK(fault("{\"a\": 1") == "7: expected ',' or '}', found the end of the text");
    CHECK(fault("{\"a\"") == "4: expected ':', found the end of the text");
    CHECK(fault("{\"a\": ") == "6: the text ends where a value is expected");
    CHECK(fault("[1, 2") == "5: expected ',' or ']', found the end of the text");
    CHECK(fault("[1 2]") == "3: expected ',' or ']', found '2'");
    CHECK(fault("[1,]") == "3: expected a value, found ']'");
    CHECK(fault("[,1]") == "1: expected a value, found ','");
    CHECK(fault("{\"a\": 1,}") == "8: expected a member's name in quotation marks, found '}'");
    CHECK(fault("{a: 1}") == "1: expected a member's name in quotation marks, found 'a'");
    CHECK(fault("{\"a\" 1}") == "5: expected ':', found '1'");
    CHECK(fault("[1}") == "2: expected ',' or ']', found '}'");
    CHECK(fault("{} {}") == "3: a second JSON text follows the first");
    CHECK(fault("{}]") == "2: ']' follows the JSON text");
    CHECK(fault("// note\n{}") == "0: expected a value, found '/'");
    CHECK(fault("'a'") == "0: expected a value, found '''");
}

TEST_CASE("numbers and words follow the grammar") {
    CHECK(fault("01") == "0: a number does not begin with a superfluous 0");
    CHECK(fault("-") == "1: expected a digit, found the end of the text");
    CHECK(fault("1.") == "2: expected a digit, found the end of the text");
    CHECK(fault("[.5]") == "1: expected a value, found '.'");
    CHECK(fault("[1.5.2]") == "4: expected the end of the value, found '.'");
    CHECK(fault("[1e]") == "3: expected a digit, found ']'");
    CHECK(fault("+1") == "0: expected a value, found '+'");
    CHECK(fault("0x10") == "1: expected the end of the value, found 'x'");
    CHECK(fault("NaN") == "0: expected a value, found 'N'");
    CHECK(fault("[truex]") == "5: expected the end of the value, found 'x'");
    CHECK(fault("nul") == "0: expected a value, found 'n'");
}

TEST_CASE("strings are closed, escaped and in UTF-8") {
    CHECK(fault("[\"abc") == "1: the string is not closed");
    CHECK(fault("[\"abc\n\"]") == "1: the string is not closed before the end of its line");
    CHECK(fault("[\"a\tb\"]") == "3: the control character U+0009 stands in a string");
    CHECK(fault("[\"a\0b\"]"s) == "3: a NUL byte stands in a string");
    CHECK(fault("[1]\0"s) == "3: a NUL byte follows the JSON text");
    CHECK(fault(R"(["\x41"])") == "2: there is no escape of \\ and 'x'");
    CHECK(fault(R"(["\u12"])") == "2: four hexadecimal digits follow \\u");
    CHECK(fault(R"(["\ud83d"])") == "2: half of a surrogate pair stands alone");
    CHECK(fault(R"(["\ude00"])") == "2: half of a surrogate pair stands alone");
    CHECK(fault(R"(["\ud83d\u0041"])") == "2: half of a surrogate pair stands alone");
    CHECK(fault("[\"a\xFF\"]") == "3: the byte 0xFF is not part of UTF-8 text");
    CHECK(fault("[\"\xC3\"]") == "2: the byte 0xC3 is not part of UTF-8 text");
    CHECK(fault("[\"\xED\xA0\x80\"]") == "2: the byte 0xED is not part of UTF-8 text");
    CHECK(fault("[\x80]") == "1: the byte 0x80 is not part of UTF-8 text");
    CHECK(fault("{\"a\": \u00e9}") == "6: expected a value, found '\u00e9'");
    CHECK(fault("\xFF\xFE[\0]\0"s) == "0: the text is UTF-16; JSON is UTF-8");
    CHECK(fault("\xEF\xBB\xBF[]") == "0: the text begins with a byte order mark");
}

TEST_CASE("the depth is bounded without recursion") {
    CHECK(fault(nested(64, '[', ']')) == "");
    CHECK(fault(nested(65, '[', ']')) == "64: lists and objects stand more than 64 deep inside each other");
    CHECK(fault(nested(10'000, '[', ']')) == "64: lists and objects stand more than 64 deep inside each other");
    CHECK(fault(nested(10'000, '[', ']'), 10'000) == "");
    CHECK(fault(nested(1'000'000, '[', ']'), 1'000'000) == "");
}

TEST_CASE("a raw value loses its white space and nothing else") {
    CHECK(io::scan::compact(" { \"a b\" : [ 1.50 , \"x \\\" y\" , \"\\\\\" , null ] } ") ==
          R"({"a b":[1.50,"x \" y","\\",null]})");
}

TEST_CASE("escapes mean what they mean") {
    std::string text;
    io::scan::unescape(R"(\"\\\/\b\f\n\r\t\u0041\u00e9\u4e2D\ud83d\ude00!)", text);
    CHECK(text == "\"\\/\b\f\n\r\tA\u00e9\u4e2d\U0001F600!");
}

TEST_CASE("a text is written with the shortest escapes") {
    CHECK(io::quoted("") == "\"\"");
    CHECK(io::quoted("a/b \u00e9 \x7F") == "\"a/b \u00e9 \x7F\"");
    CHECK(io::quoted("\"\\\b\f\n\r\t\x01\x1F\0"s) == R"("\"\\\b\f\n\r\t\u0001\u001f\u0000")");
    CHECK_THROWS_AS(static_cast<void>(io::quoted("a\xFFz")), Error);
}
