// Reading dossiers: what is kept, and what is said of bad ones, with its place.
#include <doctest/doctest.h>

#include <string>
#include <thread>

#include <fmt/format.h>

#include "io_support.hpp"
#include "openeom/base/text.hpp"

using namespace openeom;
using namespace std::string_literals;
using test::dossier;
using test::error_of;
using test::said;
using test::said_of_all;

namespace {

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

/// A dossier of one party whose record is given.
std::string party(std::string_view members) {
    return dossier("\"parties\": [\n{" + std::string(members) + "}]");
}

constexpr std::string_view kAlga = R"("id": "alga", "names": [{"text": "Alga!"}])";

}  // namespace

TEST_CASE("a dossier is read in any order of members and registers") {
    const Edit edit = io::read_json(
        "\n{\"parties\": [ {\"names\":[{\"language\":\"ru\",\"text\":\"\\u0410\"}],\"id\":\"b\"},\n{\"id\":\"a\", "
        "\"names\": [{\"text\": \"A\"}]} ] , \"elections\" : [], \"format\" : \"openeom/1.0\"}\n",
        "t.json");
    CHECK(edit.diagnostics().empty());
    const Dossier read = edit.commit();
    CHECK(read.size() == 2);
    CHECK(read.all<Party>().begin()->id.text() == "a");
    CHECK(read.get<Party>("b").names.front().text == "\u0410");
    CHECK(read.get<Party>("b").names.front().language == "ru");
}

TEST_CASE("names may be written with escapes") {
    CHECK(said("{\"form\\u0061t\": \"openeom/1.0\", \"part\\u0069es\": [{\"i\\u0064\": \"a\", \"n\\u0061mes\": "
               "[{\"text\":\"A\"}]}]}")
              .empty());
}

TEST_CASE("a byte order mark is let pass") {
    CHECK(said("\xEF\xBB\xBF" + dossier("\"parties\": []")).empty());
    CHECK(
        said("\xEF\xBB\xBF{\"format\": \"openeom/1.0\", \"partes\": []}").starts_with("t.json:1:30: error: partes: "));
}

TEST_CASE("the place of an error is line, column in bytes, record and member") {
    CHECK(said("{\"format\": \"openeom/1.0\",\n\"candidacies\": [\n  {\"id\": \"kz-17\", \"election\": \"kz-2012\",\n  "
               " \"constituency\": \"Алматы\", "
               "\"position\": \"3rd\"}]}") ==
          "t.json:4:48: error: candidacy:kz-17.position: expected a whole number, found \"3rd\"\n");
    CHECK(said(party(R"("id": "alga", "names": [{"text": "A"}, {"text": 5}])")) ==
          "t.json:3:50: error: party:alga.names[1].text: expected a text, found 5 (put it in quotation marks)\n");
    CHECK(said(party(R"("names": [{"text": 5}], "id": "alga")")) ==
          "t.json:3:21: error: party:alga.names[0].text: expected a text, found 5 (put it in quotation marks)\n");
    CHECK(said(dossier("\"registration_events\": [{\"id\": \"a\", \"due_process\": {\"hearing\": \"yes\"}}]")) ==
          "t.json:2:64: error: registration_event:a.due_process.hearing: expected a code of assessment, found \"yes\" "
          "(the codes are "
          "unknown, met, partly_met, not_met, not_applicable)\n");
}

TEST_CASE("a record without a usable id is named by its place in the register, and is not kept") {
    CHECK(said(dossier("\"parties\": [{\"id\": \"a\"},\n{}]")) ==
          "t.json:3:1: error: party[1].id: the record has no id\n");
    CHECK(said(dossier("\"parties\": [{\"id\": \"a\"},\n{\"id\": \"Ö\"}]"))
              .starts_with("t.json:3:8: error: party[1].id: expected an id, found \"Ö\": "));
    CHECK(said(dossier("\"parties\": [{\"id\": \"a\"},\n7]")) ==
          "t.json:3:1: error: party[1]: expected a record of type party, which is an object\n");
    CHECK(said(dossier("\"parties\": [null]")) ==
          "t.json:2:13: error: party[0]: expected a record of type party, which is an object\n");
    const Edit edit = io::read_json(dossier("\"parties\": [{\"id\": \"a\"}, {}, {\"id\": \"c\"}]"), "t.json");
    CHECK(edit.records(reflect::table<Party>()).size() == 2);
}

TEST_CASE("all errors of a file are collected, those of one record too") {
    const std::string lines =
        said(dossier("\"parties\": [\n{\"id\": \"a\", \"founded\": \"2012-02-31\", \"leaders\": 3},\n{\"id\": \"b\", "
                     "\"nmaes\": []}],\n"
                     "\"polls\": {}"));
    CHECK(lines ==
          "t.json:3:24: error: party:a.founded: expected a date, found \"2012-02-31\": February 2012 has 29 days\n"
          "t.json:3:49: error: party:a.leaders: expected a list, found 3\n"
          "t.json:4:13: error: party:b.nmaes: no member of party is called 'nmaes' (did you mean 'names'?)\n"
          "t.json:5:10: error: polls: expected a list of records of type poll\n");
}

TEST_CASE("after a thousand errors the others are counted") {
    std::string records;
    for (int i = 0; i < 1500; ++i) records += fmt::format("{}{{\"id\": \"p{}\", \"founded\": 5}}", i ? ",\n" : "", i);
    const Edit edit = io::read_json(dossier("\"parties\": [" + records + "]"), "t.json");
    CHECK(edit.diagnostics().size() == 1001);
    CHECK(edit.diagnostics().back().text() ==
          "t.json: error: 500 more problems are not listed (mend those above and read again)");
    CHECK(edit.records(reflect::table<Party>()).size() == 1500);
}

TEST_CASE("an unknown name gets a suggestion") {
    CHECK(said(dossier("\"party\": []")) ==
          "t.json:2:1: error: party: no register is called 'party' (did you mean 'parties'?)\n");
    CHECK(said(dossier("\"candidacys\": []")) ==
          "t.json:2:1: error: candidacys: no register is called 'candidacys' (did you mean 'candidacies'?)\n");
    CHECK(said(party(R"("id": "a", "name": "x")")) ==
          "t.json:3:13: error: party:a.name: no member of party is called 'name' (did you mean 'names'?)\n");
    CHECK(said(party(R"("id": "a", "names": [{"tetx": "A"}])")) ==
          "t.json:3:24: error: party:a.names[0].tetx: no member of name is called 'tetx' (did you mean 'text'?)\n");
    CHECK(
        said(dossier("\"registration_events\": [{\"id\": \"a\", \"kind\": \"deregisterd\"}]"))
            .ends_with("expected a code of registration_kind, found \"deregisterd\" (did you mean 'deregistered'?)\n"));
}

TEST_CASE("a member stands once, however it is spelled") {
    CHECK(said(party(R"("id": "a", "founded": "2012", "founded": "2013")")) ==
          "t.json:3:32: error: party:a.founded: the member 'founded' stands here twice\n");
    CHECK(said(party(R"("id": "a", "founded": "2012", "found\u0065d": "2013")")) ==
          "t.json:3:32: error: party:a.founded: the member 'founded' stands here twice\n");
    CHECK(said(party(R"("id": "a", "x-a": 1, "x-\u0061": 1)")) ==
          "t.json:3:23: error: party:a.x-a: the member 'x-a' stands here twice\n");
    CHECK(said(dossier("\"parties\": [],\n\"parties\": []")) ==
          "t.json:3:1: error: parties: the member 'parties' stands here twice\n");
    CHECK(said(dossier("\"x-a\": 1,\n\"x-a\": 1")) == "t.json:3:1: error: x-a: the member 'x-a' stands here twice\n");
    CHECK(said("{\"format\": \"openeom/1.0\",\n\"format\": \"openeom/1.0\"}") ==
          "t.json:2:1: error: format: the member 'format' stands here twice\n");
    CHECK(said(dossier(
              "\"findings\": [{\"id\": \"a\", \"polarity\": {\"code\": \"negative\", \"code\": \"positive\"}}]")) ==
          "t.json:2:59: error: finding:a.polarity.code: the member 'code' stands here twice\n");
}

TEST_CASE("an id stands once in its register") {
    const std::string text = dossier(
        "\"parties\": [{\"id\": \"a\"},\n{\"founded\": \"2010\", \"id\": \"b\"},\n {\"x-n\": {\"id\": 1}, \"id\": "
        "\"b\", "
        "\"founded\": \"2011\"},\n{\"id\": \"\\u0062\"}],\n\"persons\": [{\"id\": \"a\"}]");
    CHECK(said(text) ==
          "t.json:4:2: error: party:b.id: the id 'b' is that of the record in line 3 already\n"
          "t.json:5:1: error: party:b.id: the id 'b' is that of the record in line 3 already\n");
    const Edit edit = io::read_json(text, "t.json");
    CHECK(edit.snapshot().get<Party>("b").founded.text() == "2010");  // the first stays
    CHECK(error_of([&] { static_cast<void>(edit.commit()); }).diagnostics().size() >= 2);
}

TEST_CASE("a partner's own members are kept as they are") {
    const std::string text =
        dossier("\"x-tool\": { \"v\" : [ 1.0 , \"a b\" ] },\n\"parties\": [{" + std::string(kAlga) +
                ", \"x-b\": 1e5, \"x-a\": null, \"leaders\": [{\"person\": \"p\", \"x-since\": "
                "\"\\u0041\"}]}],\n\"persons\": [{\"id\": \"p\"}]");
    const Edit edit = io::read_json(text, "t.json");
    CHECK(edit.diagnostics().empty());
    const Dossier read = edit.snapshot();
    CHECK(read.extras().members().at("x-tool") == R"({"v":[1.0,"a b"]})");
    const auto& extras = read.get<Party>("alga").extras.members();
    CHECK(extras.size() == 2);
    CHECK(extras.at("x-b") == "1e5");
    CHECK(extras.at("x-a") == "null");
    CHECK(io::write_json(read) ==
          "{\"format\":\"openeom/"
          "1.0\",\n\"persons\":[\n{\"id\":\"p\"}\n],\n\"parties\":[\n{\"id\":\"alga\",\"names\":[{\"text\":\"Alga!\"}],"
          "\"leaders\":[{\"person\":\"p\",\"x-since\":\"\\u0041\"}],\"x-a\":null,\"x-b\":1e5}\n],\n\"x-tool\":{\"v\":["
          "1.0,\"a b\"]}}\n");
}

TEST_CASE("a value of a partner's own is strict JSON") {
    CHECK(said(party(R"("id": "a", "x-a": [01])")) == "t.json:3:21: error: a number does not begin with a superfluous 0\n");
    CHECK(said(party(R"("id": "a", "x-a": tru)")) == "t.json:3:20: error: expected a value, found 't'\n");
    CHECK(said(party(R"("id": "a", "x-a": {"b" 1})")) == "t.json:3:25: error: expected ':', found '1'\n");
    CHECK(said(party(R"("id": "a", "x-a": [1,])")) == "t.json:3:23: error: expected a value, found ']'\n");
    CHECK(said(party(R"("id": "a", "x-a": "\q")")) == "t.json:3:21: error: there is no escape of \\ and 'q'\n");
    CHECK(said(dossier("\"x-a\": 2\"011\"")) == "t.json:2:9: error: expected ',' or '}', found '\"'\n");
    CHECK(said(dossier("\"x-a\": \"a\"\"b\"")) == "t.json:2:11: error: expected ',' or '}', found '\"'\n");
    CHECK(said(dossier("\"x-a\": \"a\"b")) == "t.json:2:11: error: expected ',' or '}', found 'b'\n");
    CHECK(said(dossier("\"reported_values\": [{\"id\": \"v\", \"value\": 2\"011\"}]")) ==
          "t.json:2:43: error: expected ',' or '}', found '\"'\n");
    CHECK(said(dossier("\"x-a\": [1 2]")) == "t.json:2:11: error: expected ',' or ']', found '2'\n");
    const auto error = error_of(
        [] { static_cast<void>(io::read_json(party("\"id\": \"a\", \"x-a\": " + nested(10'000)), "t.json")); });
    CHECK(error.code() == ErrorCode::limit);
    CHECK(error.location().line == 3);
    CHECK(error.location().column == 81);  // the list around the records and the record itself count
    CHECK(error.hint() == "raise the limit on depth");
}

TEST_CASE("a member in a value of a partner's own stands once, however it is spelled") {
    CHECK(said(party(R"("id": "a", "x-a": {"q": 1, "\u0071": 2})")) ==
          "t.json:3:29: error: party:a.x-a: the member 'q' stands here twice\n");
    CHECK(said(party(R"("id": "a", "x-a": [{"b": {"q": [], "r": 0, "q": ":"}}])")) ==
          "t.json:3:45: error: party:a.x-a: the member 'q' stands here twice\n");
    CHECK(said(dossier(R"("x-a": {"": 1, "": 2})")) == "t.json:2:16: error: x-a: the member '' stands here twice\n");
    CHECK(said(dossier(R"("reported_values": [{"id": "v", "value": {"a": 1, "a": 1}}])")) ==
          "t.json:2:51: error: reported_value:v.value: the member 'a' stands here twice\n");
    CHECK(said(R"({"format": "openeom/1.9", "banners": [{"id": "x", "id": "y"}]})").find(
              "error: banners: the member 'id' stands here twice") != std::string::npos);
    // The same name in objects beside and inside each other, as a value, and a colon in a string.
    CHECK(said(party(R"("id": "a", "x-a": [{"q": 1}, {"q": {"q": "q", "r": ["q", "q", "q:", "\"q\":"]}}])")).empty());
}

TEST_CASE("what is read under a raised limit on depth can be written and read again") {
    const auto with = [](std::size_t depth) { return party(std::string(kAlga) + ", \"x-a\": " + nested(depth)); };
    io::ReadOptions options;
    options.limits.depth = 5000;
    const Dossier deep = io::read_json(with(Limits::kGreatestDepth - 3), "t.json", options).commit();
    const std::string written = io::write_json(deep);
    CHECK(io::write_json(io::read_json(written, "t.json", options).commit()) == written);
    CHECK(io::digest(deep).size() == 64);
    for (const std::size_t depth : {Limits::kGreatestDepth - 2, 2000U}) {
        const Error error = error_of([&] { static_cast<void>(io::read_json(with(depth), "t.json", options)); });
        CHECK(error.code() == ErrorCode::limit);
        CHECK(error.message() == "lists and objects stand more than 512 deep inside each other");
        CHECK(error.hint() == "no dossier may be nested deeper");
        CHECK(error.location().line == 3);
    }
    options.limits.depth = 0;
    CHECK(error_of([&] { static_cast<void>(io::read_json(with(1), "t.json", options)); }).code() == ErrorCode::limit);
    CHECK(error_of([&] { static_cast<void>(io::read_json("{\"x-a\": [[1]]}", "t.json", options)); }).code() ==
          ErrorCode::limit);
}

TEST_CASE("a record is never nested deeper than a dossier that holds it may be") {
    const auto record = [](std::size_t depth) {
        const std::string json = "{" + std::string(kAlga) + ", \"x-a\": " + nested(depth) + "}";
        return io::from_json(reflect::table<Party>(), json, "record");
    };
    Edit edit;
    edit.put(reflect::table<Party>(), record(61).get());
    CHECK(said(io::write_json(edit.commit())).empty());
    CHECK(error_of([&] { static_cast<void>(record(62)); }).code() == ErrorCode::limit);
}

TEST_CASE("a name of a megabyte is shortened in what is said of it") {
    const std::string name = "x" + std::string(1'000'000, 'y');
    for (const std::string& text :
         {dossier("\"" + name + "\": 1"), party("\"id\": \"a\", \"" + name + "\": 1"),
          dossier("\"x-" + name + "\": 1, \"x-" + name + "\": 1"),
          party("\"id\": \"a\", \"x-a\": {\"" + name + "\": 1, \"" + name + "\": 1}"),
          std::string("{\"format\": \"openeom/1.9\", \"" + name + "\": 1}"),
          std::string("{\"format\": \"" + name + "\"}"),
          std::string("{\"format\": \"openeom/1.9\", \"findings\": [{\"id\": \"f\", \"kind\": \"" + name + "\"}]}"),
          party("\"id\": \"a\", \"merged_into\": \"" + name + "Y\""),
          dossier("\"elections\": [{\"id\": \"e\", \"commissions\": {\"" + name + "\": 1}}]"),
          dossier("\"elections\": [{\"id\": \"e\", \"commissions\": {\"vague\": {\"scale\": \"number\", \"term\": \"" +
                  name + "\"}}}]")}) {
        const std::string lines = said(text);
        CHECK(!lines.empty());
        CHECK_MESSAGE(lines.size() < 700, lines.substr(0, 700));
    }
    CHECK(said(dossier("\"" + std::string(60, 'y') + "\": 1")).find(std::string(60, 'y') + "'") != std::string::npos);
}

TEST_CASE("bytes that are not JSON are an error of syntax, JSON that is no dossier one of data") {
    const auto code = [](std::string_view text) {
        return error_of([&] { static_cast<void>(io::read_json(text, "t.json").commit()); }).code();
    };
    for (std::string_view text : {"", " \n", "{", "hello", "{\"format\": \"openeom/1.0\"} 7", "\xFF"})
        CHECK(code(text) == ErrorCode::syntax);
    for (std::string_view text : {"[]", "{}", "{\"format\": \"openeom/1.0\", \"partes\": []}"})
        CHECK(code(text) == ErrorCode::data);
}

TEST_CASE("a source whose name is not UTF-8 is named with replacements") {
    const Edit edit = io::read_json("{", "n\xFF.json");
    REQUIRE(edit.diagnostics().size() == 1);
    CHECK(edit.diagnostics().front().location.text() == "n\uFFFD.json:1:2");
    const Error error = error_of([&] { static_cast<void>(edit.commit()); });
    CHECK(error.message().starts_with("n\uFFFD.json:1:2: expected"));
    CHECK(!text::first_invalid_utf8(error.location().source));
}

TEST_CASE("bytes that are not JSON are refused with the place") {
    CHECK(said("") == "t.json:1:1: error: the file is empty\n");
    CHECK(said(" \n") == "t.json:2:1: error: the text is blank\n");
    CHECK(said("hello") == "t.json:1:1: error: expected a value, found 'h'\n");
    CHECK(said("<html>\n") == "t.json:1:1: error: expected a value, found '<'\n");
    CHECK(said("[]") ==
          "t.json:1:1: error: expected a dossier, which is an object (it begins with {\"format\": \"openeom/1.0\")\n");
    CHECK(said("\"a\"") ==
          "t.json:1:1: error: expected a dossier, which is an object (it begins with {\"format\": \"openeom/1.0\")\n");
    CHECK(said("7") ==
          "t.json:1:1: error: expected a dossier, which is an object (it begins with {\"format\": \"openeom/1.0\")\n");
    CHECK(said(dossier("\"parties\": [{\"id\": \"a\"}") + "x") ==
          "t.json:2:24: error: expected ',' or ']', found '}'\n");
}

TEST_CASE("a truncated text is refused wherever it ends") {
    const std::string whole =
        dossier("\"parties\": [\n{" + std::string(kAlga) +
                ", \"founded\": \"2011\"},\n{\"id\": \"b\", \"names\": [{\"text\": \"B\\n\"}], \"x-a\": [true, {}]}]");
    REQUIRE(said(whole).empty());
    for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
        const Edit edit = io::read_json(std::string_view(whole).substr(0, size), "t.json");
        CHECK_MESSAGE(edit.has_errors(), size);
        const auto& last = edit.diagnostics().back();
        CHECK_MESSAGE(last.rule == "json-syntax", size);
        CHECK_MESSAGE(last.location.line >= 1, size);
        CHECK_THROWS_AS(static_cast<void>(edit.commit()), Error);
    }
}

TEST_CASE("what stands before a fault is read") {
    const Edit edit = io::read_json(dossier("\"persons\": [{\"id\": \"p\"}],\n\"parties\": [{\"id\": \"a\"},\n{\"id\": "
                                            "\"b\" \"names\": []}, {\"id\": \"c\"}]"),
                                    "t.json");
    CHECK(edit.diagnostics().back().text() == "t.json:4:12: error: expected ',' or '}', found '\"'");
    CHECK(edit.records(reflect::table<Person>()).size() == 1);
    CHECK(edit.records(reflect::table<Party>()).size() == 1);
}

TEST_CASE("a string that is no name is followed by no colon") {
    CHECK(said("{\"format\": \"openeom/1.0\": 1, \"persons\": []}") ==
          "t.json:1:25: error: expected ',' or '}', found ':'\n");
    CHECK(said(dossier("\"x-a\": \"b\": 1")) == "t.json:2:11: error: expected ',' or '}', found ':'\n");
    CHECK(said(party(R"("id": "a": "b")")) == "t.json:3:11: error: expected ',' or '}', found ':'\n");
    CHECK(said(party(R"("id": "a", "country": "b": [])")) == "t.json:3:27: error: expected ',' or '}', found ':'\n");
    CHECK(said(party(R"("id": "a", "x-a": "b": [])")) == "t.json:3:23: error: expected ',' or '}', found ':'\n");
    CHECK(said(party(R"("id": "a", "notes": ["b": "c"])")) == "t.json:3:26: error: expected ',' or ']', found ':'\n");
}

TEST_CASE("two texts in one file") {
    CHECK(said(dossier("\"parties\": []") + dossier("\"parties\": []")) ==
          "t.json:3:1: error: a second JSON text follows the first\n");
    CHECK(said(dossier("\"parties\": []") + " [1]") == "t.json:3:2: error: a second JSON text follows the first\n");
    CHECK(said(dossier("\"parties\": []") + "}") == "t.json:3:1: error: '}' follows the JSON text\n");
    CHECK(said(dossier("\"parties\": []") + "\n,") == "t.json:4:1: error: ',' follows the JSON text\n");
}

TEST_CASE("ten thousand lists inside each other") {
    for (const std::string& text :
         {nested(10'000), std::string(10'000, '['), dossier("\"x-a\": " + nested(10'000)),
          party("\"id\": \"a\", \"founded\": " + nested(10'000)), dossier("\"nothing\": " + nested(10'000)),
          party("\"id\": \"a\", \"leaders\": " + nested(10'000))}) {
        const auto error = error_of([&] { static_cast<void>(io::read_json(text, "t.json")); });
        CHECK(error.code() == ErrorCode::limit);
        CHECK(error.location().line >= 1);
        CHECK(error.location().column > 60);
    }
    std::string objects;
    for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
    CHECK(error_of([&] { static_cast<void>(io::read_json(objects, "t.json")); }).code() == ErrorCode::limit);
}

TEST_CASE("a number of four hundred digits") {
    const std::string digits = "1" + std::string(399, '2');
    CHECK(said(dossier("\"candidacies\": [{\"id\": \"a\", \"position\": " + digits + "}]")) ==
          "t.json:2:41: error: candidacy:a.position: expected a whole number, found 1" + std::string(38, '2') +
              "…: it does not fit in 64 bits\n");
    CHECK(said(party("\"id\": \"a\", \"x-n\": " + digits)).empty());
    CHECK(said(dossier("\"polls\": [{\"id\": \"a\", \"sample\": {\"exact\": " + digits + "}}]"))
              .starts_with("t.json:2:"));
}

TEST_CASE("invalid UTF-8, NUL bytes and unclosed strings have their places") {
    CHECK(said(party("\"id\": \"a\", \"country\": \"K\xFFZ\"")) ==
          "t.json:3:26: error: the byte 0xFF is not part of UTF-8 text\n");
    CHECK(said(party("\"id\": \"a\", \"x-a\": \"\xC0\x80\"")) ==
          "t.json:3:21: error: the byte 0xC0 is not part of UTF-8 text\n");
    CHECK(said(party("\"id\": \"a\", \"na\xC3mes\": []")) ==
          "t.json:3:16: error: the byte 0xC3 is not part of UTF-8 text\n");
    CHECK(said(party("\"id\": \"a\", \"country\": \"K\0Z\""s)) ==
          "t.json:3:26: error: a NUL byte stands in a string\n");
    CHECK(said(party("\"id\": \"a\",\0 \"country\": \"KZ\""s)) ==
          "t.json:3:12: error: expected a member's name in quotation marks, found a NUL byte\n");
    CHECK(said(dossier("\"parties\": []") + "\0"s) == "t.json:3:1: error: a NUL byte follows the JSON text\n");
    CHECK(said(party("\"id\": \"a\", \"country\": \"KZ")) ==
          "t.json:3:24: error: the string is not closed before the end of its line\n");
    CHECK(said(party("\"id\": \"a\", \"country\": \"KZ\n\"")) ==
          "t.json:3:24: error: the string is not closed before the end of its line\n");
    CHECK(said("{\"format\": \"openeom/1.0") == "t.json:1:12: error: the string is not closed\n");
}

TEST_CASE("an id of a megabyte") {
    const std::string lines = said(party("\"id\": \"" + std::string(1'000'000, 'a') + "\""));
    CHECK(lines == "t.json:3:8: error: party[0].id: expected an id, found \"" + std::string(38, 'a') +
                       "…: it has 1000000 bytes, more than 200\n");
}

TEST_CASE("days that no calendar has") {
    CHECK(said(party("\"id\": \"a\", \"founded\": \"2012-02-31\"")) ==
          "t.json:3:24: error: party:a.founded: expected a date, found \"2012-02-31\": February 2012 has 29 days\n");
}

TEST_CASE("spans that end before they begin") {
    const auto with = [](std::string_view span) {
        return dossier("\"quotes\": [{\"id\": \"q\", \"span\": " + std::string(span) + "}]");
    };
    CHECK(said(with("[10, 5]")) == "t.json:2:32: error: quote:q.span: the span from 10 to 5 ends before it begins\n");
    CHECK(said(with("[-2, 5]")) == "t.json:2:32: error: quote:q.span: the span begins at -2, before the text\n");
    CHECK(said(with("[5, 10]")).empty());
}

TEST_CASE("dangling references and cycles have the place of their record") {
    CHECK(said_of_all(dossier("\"parties\": [{\"id\": \"a\", \"names\": [{\"text\": \"A\"}]},\n  {\"id\": \"b\", "
                              "\"names\": [{\"text\": \"B\"}], \"merged_into\": \"aa\"}]"))
              .starts_with("t.json:3:3: error: party:b.merged_into: refers to party:aa, which is not there"));
    const std::string lines =
        said_of_all(dossier("\"documents\": [{\"id\": \"a\", \"title\": \"A\", \"supersedes\": \"b\"},\n{\"id\": "
                            "\"b\", \"title\": \"B\", \"supersedes\": \"a\"}]"));
    CHECK(lines.starts_with("t.json:2:15: error: document:a.supersedes: leads back to where it began: a -> b -> a"));
}

TEST_CASE("the format is stated, and a newer major version refused with both numbers") {
    CHECK(said("{}") == "t.json:1:1: error: the member 'format' is missing (write \"format\": \"openeom/1.0\"; what analyses and documents give is no dossier)\n");
    CHECK(said("{\"format\": \"openeom\"}") ==
          "t.json:1:12: error: format: expected the format \"openeom/1.0\", found \"openeom\"\n");
    for (std::string_view wrong : {"\"openeom/1\"", "\"openeom/01.0\"", "\"openeom/1.00\"", "\"openeom/0.9\"",
                                   "\"openeom/1.x\"", "\"OpenEOM/1.0\"", "1.0", "{}"})
        CHECK(said("{\"format\": " + std::string(wrong) + "}")
                  .starts_with("t.json:1:12: error: format: expected the format"));
    const auto error =
        error_of([] { static_cast<void>(io::read_json("{\"parties\": [],\n\"format\": \"openeom/2.1\"}", "t.json")); });
    CHECK(error.code() == ErrorCode::version);
    CHECK(error.message() == "the dossier is of format 2.1; this library reads up to 1.x");
    CHECK(error.location().text() == "t.json:2:11");
}

TEST_CASE("what a newer minor version adds is kept, told once each, and written again in that version") {
    const std::string text =
        "{\"parties\":[\n{\"id\":\"a\",\"names\":[{\"text\":\"A\",\"script\":\"Latn\"}],\"colour\":{\"rgb\": [1, "
        "2]}},\n{\"id\":\"b\",\"names\":[{\"text\":\"B\"}],"
        "\"colour\":\"red\"}],\n\"registration_events\":[\n{\"id\":\"e\",\"subject\":\"party:a\",\"kind\":\"paused\"}],"
        "\n\"banners\":[{\"id\":\"x\"}],\n\"format\":\"openeom/1.7\"}";
    const Edit edit = io::read_json(text, "t.json");
    CHECK(!edit.has_errors());
    std::string lines;
    for (const auto& diagnostic : edit.diagnostics()) lines += diagnostic.text() + "\n";
    CHECK(lines ==
          "t.json:2:32: warning: party:a.names[0].script: this version knows no 'script' of name; it is kept as it "
          "stands (a newer version of the library may know it)\n"
          "t.json:2:50: warning: party:a.colour: this version knows no 'colour' of party; it is kept as it stands (a "
          "newer version of the library may know it)\n"
          "t.json:5:38: warning: registration_event:e.kind: this version knows no 'kind \"paused\"' of "
          "registration_event; it is kept as it stands (a newer version of the library may know it)\n"
          "t.json:6:1: warning: banners: this version knows no 'banners' of the dossier; it is kept as it stands (a "
          "newer version of the library may know it)\n"
          "t.json:7:10: warning: format: the dossier is of format 1.7, this library knows 1.0 (members that it does "
          "not know are kept as they stand)\n");
    const std::string written = io::write_json(edit.snapshot());
    CHECK(written.starts_with("{\"format\":\"openeom/1.7\",\n"));
    CHECK(written.find("\"colour\":{\"rgb\":[1,2]}") != std::string::npos);
    CHECK(written.find("\"script\":\"Latn\"") != std::string::npos);
    CHECK(written.find("\"kind\":\"paused\"") != std::string::npos);
    CHECK(written.find("\"banners\":[{\"id\":\"x\"}]") != std::string::npos);
    CHECK(io::write_json(io::read_json(written, "t.json").snapshot()) == written);
    CHECK(edit.snapshot().get<RegistrationEvent>("e").kind == RegistrationKind::not_stated);
    CHECK(said(dossier("\"banners\": []")).find("no register is called 'banners'") != std::string::npos);
}

TEST_CASE("a code given later replaces the newer one that was kept") {
    Edit edit = io::read_json(
        "{\"format\":\"openeom/1.7\",\"registration_events\":[{\"id\":\"e\",\"kind\":\"paused\"}]}", "t.json");
    RegistrationEvent event = *static_cast<const RegistrationEvent*>(edit.find("registration_event", "e"));
    event.kind = RegistrationKind::registered;
    edit.put(event);
    CHECK(io::write_json(edit.snapshot()) ==
          "{\"format\":\"openeom/1.7\",\n\"registration_events\":[\n{\"id\":\"e\",\"kind\":\"registered\"}\n]}\n");
}

TEST_CASE("limits on bytes, records, depth and time") {
    std::string records;
    for (int i = 0; i < 100; ++i) records += fmt::format("{}{{\"id\": \"p{}\"}}", i ? ",\n" : "", i);
    const std::string text = dossier("\"persons\": [" + records + "]");
    io::ReadOptions options;
    const auto limit = [&] { return error_of([&] { static_cast<void>(io::read_json(text, "t.json", options)); }); };

    options.limits.records = 100;
    CHECK(io::read_json(text, "t.json", options).records(reflect::table<Person>()).size() == 100);
    options.limits.records = 99;
    CHECK(limit().code() == ErrorCode::limit);
    CHECK(limit().location().text() == "t.json:101:1");

    options = {};
    options.limits.bytes = text.size();
    CHECK(!io::read_json(text, "t.json", options).has_errors());
    options.limits.bytes = text.size() - 1;
    CHECK(limit().code() == ErrorCode::limit);

    options = {};
    options.limits.depth = 3;
    CHECK(!io::read_json(text, "t.json", options).has_errors());
    options.limits.depth = 2;
    CHECK(limit().code() == ErrorCode::limit);
    CHECK(limit().location().text() == "t.json:2:13");

    options = {};
    options.limits.milliseconds = 1;
    options.progress = [](std::uint64_t, std::uint64_t, std::string_view) {
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        return true;
    };
    CHECK(limit().message() == "reading took longer than 1 milliseconds, the limit");
}

TEST_CASE("progress is told for each megabyte, and reading can be cancelled") {
    std::string records;
    for (int i = 0; i < 40'000; ++i)
        records += fmt::format("{}{{\"id\": \"p{}\", \"notes\": [\"{:090}\"]}}", i ? ",\n" : "", i, 0);
    const std::string text = dossier("\"persons\": [" + records + "]");
    std::vector<std::uint64_t> steps;
    io::ReadOptions options;
    options.progress = [&](std::uint64_t done, std::uint64_t total, std::string_view phase) {
        CHECK(total == text.size());
        CHECK(phase == "parse");
        steps.push_back(done);
        return true;
    };
    CHECK(io::read_json(text, "t.json", options).snapshot().size() == 40'000);
    CHECK(steps.size() >= text.size() >> 20);
    CHECK(steps.size() <= (text.size() >> 20) + 3);
    CHECK(std::is_sorted(steps.begin(), steps.end()));
    CHECK(steps.back() == text.size());

    options.progress = [&](std::uint64_t done, std::uint64_t, std::string_view) {
        return done < (std::uint64_t{2} << 20);
    };
    CHECK(error_of([&] { static_cast<void>(io::read_json(text, "t.json", options)); }).code() == ErrorCode::cancelled);
}

TEST_CASE("records know where they were read") {
    const Edit edit = io::read_json(dossier("\"parties\": [\n  {" + std::string(kAlga) + "}]"), "t.json");
    CHECK(edit.origin("party", "alga") == 41);
    CHECK(edit.location("party", "alga", "founded").text() == "t.json:3:3");
    CHECK(!edit.origin("party", "kpk"));
}

TEST_CASE("no name is longer than the room behind a text in which names are looked for") {
    for (const reflect::Struct* type : structs()) {
        CHECK(type->plural.size() < 64);
        CHECK(type->members.size() <= 64);
        for (const auto& member : type->members) CHECK(member.name.size() < 64);
    }
}

TEST_CASE("a double id in a text that has a fault too") {
    const std::string lines = said(dossier(
        "\"parties\": [{\"id\": \"a\"},\n{\"founded\": [01], \"id\": \"a\"},\n{\"id\": \"a\"},\n{\"id\": \"b\" 1}]"));
    CHECK(lines.find("t.json:4:1: error: party:a.id: the id 'a' is that of the record in line 2 already\n") !=
          std::string::npos);
    CHECK(lines.find("t.json:3:13: error: party:a.founded: expected a date, found a list\n") != std::string::npos);
    CHECK(lines.find(": error: a number does not begin with a superfluous 0\n") != std::string::npos);
}

TEST_CASE("every member of every type refuses a value of another kind") {
    for (const reflect::Struct* entity : entities()) {
        for (const auto& member : entity->members) {
            const auto kind = member.type->kind;
            if (kind == reflect::Kind::extras || kind == reflect::Kind::json || kind == reflect::Kind::boolean)
                continue;
            const std::string lines =
                said(dossier(fmt::format("\"{}\": [{{\"id\": \"a\", \"{}\": true}}]", entity->plural, member.name)));
            const bool twice = member.name == "id";
            CHECK_MESSAGE(lines.find(twice ? "stands here twice" : "found true") != std::string::npos,
                          std::string(entity->name), ".", std::string(member.name), ": ", lines);
        }
    }
}

TEST_CASE("what is no dossier is told once, not member by member") {
    CHECK(said(R"({"head": {}, "title": "x", "rows": []})") == said("{}"));
    CHECK(said(R"({"rows": [], "parties": [{"nmes": []}]})").find("nmes") != std::string::npos);
}
