#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "openeom/base/digest.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"

using namespace openeom;

TEST_SUITE("base error") {
    TEST_CASE("every code and severity has a name of its own") {
        std::set<std::string_view> names;
        for (int code = 1; code <= 12; ++code) names.insert(name(static_cast<ErrorCode>(code)));
        CHECK(names.size() == 12);
        CHECK_FALSE(names.contains("unknown"));
        CHECK(name(static_cast<ErrorCode>(13)) == "unknown");
        CHECK(name(ErrorCode::not_found) == "not_found");
        CHECK(name(Severity::note) == "note");
        CHECK(name(Severity::warning) == "warning");
        CHECK(name(Severity::error) == "error");
    }

    TEST_CASE("locations") {
        CHECK(Location{}.text().empty());
        CHECK(Location{"mission.json", 214, 17, "candidacy[12]", "position"}.text() == "mission.json:214:17");
        CHECK(Location{"mission.json", 214, 0, "", ""}.text() == "mission.json:214");
        CHECK(Location{"", 214, 17, "", ""}.text() == "line 214, column 17");
        CHECK(Location{"", 214, 0, "", ""}.text() == "line 214");
        CHECK(Location{"", 0, 0, "candidacy:kz-17", "position"}.text() == "candidacy:kz-17.position");
        CHECK(Location{"", 0, 0, "candidacy:kz-17", ""}.text() == "candidacy:kz-17");
        CHECK(Location{"", 0, 0, "", "position"}.text() == "position");
        CHECK(Location{"mission.json", 0, 0, "candidacy:kz-17", "position"}.text() == "mission.json: candidacy:kz-17.position");
        CHECK(Location{"mission.json", 0, 0, "", ""}.text() == "mission.json");
    }

    TEST_CASE("diagnostics and errors") {
        const Diagnostic wrong{Severity::error, "json-type", {"mission.json", 214, 17, "candidacy[12]", "position"},
                               "expected a whole number, found \"3rd\"", ""};
        CHECK(wrong.text() == "mission.json:214:17: error: candidacy[12].position: expected a whole number, found \"3rd\"");
        Diagnostic odd = wrong;
        odd.severity = Severity::warning;
        odd.location = {};
        odd.remedy = "write 3";
        CHECK(odd.text() == "warning: expected a whole number, found \"3rd\" (write 3)");

        const Error plain(ErrorCode::limit, "too deep", {"a.json", 1, 2, "", ""}, "raise max_depth");
        CHECK(std::string(plain.what()) == "too deep");
        CHECK(plain.location().text() == "a.json:1:2");
        CHECK(plain.hint() == "raise max_depth");
        CHECK(plain.diagnostics().empty());

        const Error one(ErrorCode::data, {odd, wrong});
        CHECK(one.message() == "mission.json:214:17: candidacy[12].position: expected a whole number, found \"3rd\"");
        CHECK(one.diagnostics().size() == 2);
        CHECK(Error(ErrorCode::data, {wrong, wrong}).message().ends_with("(and 1 more error)"));
        CHECK(Error(ErrorCode::data, {wrong, odd, wrong, wrong}).message().ends_with("(and 2 more errors)"));
        CHECK(Error(ErrorCode::data, std::vector<Diagnostic>{odd}).hint() == "write 3");
        CHECK(Error(ErrorCode::data, std::vector<Diagnostic>{}).message() == "data error");
    }

    TEST_CASE("near names") {
        const std::vector<std::string_view> types{"party", "candidacy", "candidate_list", "commission", "finding"};
        CHECK(unknown_name("type", "candidancy", types) == "no type is called 'candidancy' (did you mean 'candidacy'?)");
        CHECK(unknown_name("type", "protocol", types) == "no type is called 'protocol'");
        CHECK(nearest("praty", types) == "party");  // neighbours swapped count as one
        CHECK(nearest("Party", types) == "party");
        CHECK(nearest("FINDING", types) == "finding");
        CHECK(nearest("comission", types) == "commission");
        CHECK(nearest("candidatelist", types) == "candidate_list");
        CHECK(nearest("", types).empty());
        CHECK(nearest("x", {"y"}).empty());
        CHECK(nearest("xy", {"x"}) == "x");
        CHECK(nearest("ab", {"ac", "ad"}) == "ac");
        CHECK(nearest("anything", {}).empty());
    }

    TEST_CASE("all words of three letters are near what one change makes of them") {
        const std::string letters = "abc";
        for (char a : letters)
            for (char b : letters)
                for (char c : letters) {
                    const std::string word{a, b, c};
                    for (std::size_t at = 0; at < 3; ++at) {
                        std::string cut = word;
                        cut.erase(at, 1);
                        CHECK(nearest(word, {cut}) == cut);
                        std::string grown = word;
                        grown.insert(at, 1, 'z');
                        CHECK(nearest(word, {grown}) == grown);
                        std::string changed = word;
                        changed[at] = 'z';
                        CHECK(nearest(word, {changed}) == changed);
                    }
                    std::string swapped = word;
                    std::swap(swapped[0], swapped[1]);
                    CHECK(nearest(word, {swapped}) == swapped);
                    CHECK(nearest(word, {"xyz"}).empty());
                    CHECK(nearest(word, {std::string_view("zz") }).empty());
                }
    }

    TEST_CASE("messages stay valid and short whatever was given") {
        const std::string bad = "ab\xFF\xFE" + std::string(100000, 'x');
        const std::string message = unknown_name("type", bad, {});
        CHECK(message == "no type is called 'ab\uFFFD\uFFFD" + std::string(56, 'x') + "…'");
        const std::string wide = unknown_name("type", std::string(59, 'a') + "жжж", {});
        CHECK_FALSE(text::first_invalid_utf8(wide));
        CHECK(wide.ends_with("a…'"));
        CHECK(unknown_name("type", "a\nb", {}) == "no type is called 'a b'");
    }

    TEST_CASE("the texts of an error are UTF-8, whatever is named in them") {
        const Error error(ErrorCode::io, "n\xFF cannot be read", Location{"n\xFF", 0, 0, {}, {}}, "rename n\xFF");
        CHECK(error.message() == "n\uFFFD cannot be read");
        CHECK(error.location().source == "n\uFFFD");
        CHECK(error.hint() == "rename n\uFFFD");
        const Error many(ErrorCode::data, {{Severity::error, "r", Location{"\xFE\u00e9", 1, 2, {}, {}}, "m\xC3", ""}});
        CHECK(many.message() == "\uFFFD\u00e9:1:2: m\uFFFD");
        CHECK(many.diagnostics().front().location.source == "\uFFFD\u00e9");
        CHECK(Error(ErrorCode::io, "\u00e9\U0001F600").message() == "\u00e9\U0001F600");
    }

    TEST_CASE("data that is no text of its format is an error of syntax") {
        const Diagnostic syntax{Severity::error, std::string(kSyntaxRule), {}, "m", ""};
        const Diagnostic other{Severity::error, "json-type", {}, "m", ""};
        CHECK(Error(ErrorCode::data, {other, syntax}).code() == ErrorCode::syntax);
        CHECK(Error(ErrorCode::data, {other}).code() == ErrorCode::data);
        CHECK(Error(ErrorCode::io, {syntax}).code() == ErrorCode::io);
    }

    TEST_CASE("where few names are possible and none is near, they are listed") {
        CHECK(unknown_of_few("scale", "share", {"number", "pattern"}) ==
              "no scale is called 'share' (there are number, pattern)");
        CHECK(unknown_of_few("scale", "numbr", {"number", "pattern"}) ==
              "no scale is called 'numbr' (did you mean 'number'?)");
    }
}

TEST_SUITE("base digest") {
    TEST_CASE("FIPS 180-4 examples") {
        CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    TEST_CASE("pieces give what the whole gives") {
        std::string bytes;
        for (int i = 0; i < 200; ++i) bytes += static_cast<char>(i);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            Sha256 hash;
            hash.update(std::string_view(bytes).substr(0, cut));
            Sha256 copy = hash;
            hash.update({});
            hash.update(std::string_view(bytes).substr(cut));
            CHECK(hash.finish() == sha256(bytes));
            copy.update(std::string_view(bytes).substr(cut));
            CHECK(copy.finish() == sha256(bytes));
        }
    }
}
