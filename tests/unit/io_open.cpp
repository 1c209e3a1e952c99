// Opening dossiers by name, the catalogue, and digests of records.
#include <doctest/doctest.h>

#include <string>

#include "io_support.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using test::dossier;
using test::error_of;
using test::TemporaryFolder;

namespace {

Dossier read(const std::string& text) {
    return io::read_json(text, "t.json").snapshot();
}

std::string party_file() {
    return dossier("\"parties\": [{\"id\": \"a\", \"names\": [{\"text\": \"A\"}]}]");
}

}  // namespace

TEST_CASE("the catalogue is one dossier of all its files") {
    CHECK(catalogue().get<Standard>("copenhagen-1990").bindingness == Bindingness::political_commitment);
    CHECK(catalogue().all<CriterionDefinition>().size() == 13);
    CHECK(catalogue().all<CodeEntry>().size() > 100);
    CHECK(catalogue().all<LexiconEntry>().size() > 0);
    CHECK(&catalogue() == &catalogue());
    CHECK(io::digest(read(io::write_json(catalogue()))) == io::digest(catalogue()));
}

TEST_CASE("a dossier is opened by its path") {
    const TemporaryFolder folder;
    io::write_file(folder / "mission.json", party_file());
    CHECK(open(folder / "mission.json").size() == 1);
    CHECK(open_for_edit(folder / "mission.json").location("party", "a").source == folder / "mission.json");
    const auto error = error_of([&] { static_cast<void>(open(folder / "misson.json")); });
    CHECK(error.code() == ErrorCode::not_found);
    CHECK(error.message() ==
          "no file is called '" + (folder / "misson.json") + "' (did you mean '" + (folder / "mission.json") + "'?)");
    CHECK(error_of([&] { static_cast<void>(open(folder / "no/zzz")); }).message() ==
          "no file is called '" + (folder / "no/zzz") + "'");
    CHECK(error_of([&] { static_cast<void>(open(folder.path().string())); }).code() == ErrorCode::io);
}

TEST_CASE("a dossier with errors is opened for showing them only") {
    const TemporaryFolder folder;
    io::write_file(folder / "bad.json",
                   dossier("\"parties\": [{\"id\": \"a\", \"founded\": 1}, {\"id\": \"b\", \"merged_into\": \"c\"}]"));
    CHECK(open_for_edit(folder / "bad.json").diagnostics().size() == 1);
    const auto error = error_of([&] { static_cast<void>(open(folder / "bad.json")); });
    CHECK(error.code() == ErrorCode::data);
    CHECK(error.diagnostics().size() >= 4);  // the date, two names missing, the party that is not there
    CHECK(error.location().text() == (folder / "bad.json") + ":2:36");
}

TEST_CASE("examples are opened by name") {
    const auto all = examples();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "kazakhstan-2012");
    CHECK(all[1].name == "norlandia-2027");
    for (const auto& example : all) {
        CHECK(!example.title.empty());
        CHECK(example.summary.find(" records; ") != std::string::npos);
        CHECK(open("example:" + example.name).size() > 0);
        CHECK(open_for_edit("example:" + example.name).location("election", "none").source ==
              "example:" + example.name);
    }
    const auto error = error_of([] { static_cast<void>(open("example:kazakstan-2012")); });
    CHECK(error.code() == ErrorCode::not_found);
    CHECK(error.message() == "no example is called 'kazakstan-2012' (did you mean 'kazakhstan-2012'?)");
    CHECK(error_of([] { static_cast<void>(open("norlandia-2027")); }).message() ==
          "no file is called 'norlandia-2027' (did you mean 'example:norlandia-2027'?)");
}

TEST_CASE("codes are known from the catalogue and from the dossier itself") {
    const Dossier own =
        read(dossier("\"code_entries\": [{\"id\": \"topic.diaspora\", \"list\": \"topic\", \"code\": \"diaspora\"}, "
                     "{\"id\": \"z\", \"list\": "
                     "\"country\", \"code\": \"XN\"}],\n\"standards\": [{\"id\": \"own-2020.1\", \"title\": "
                     "\"Own\"}],\n\"document_outlines\": [{\"id\": "
                     "\"own\", \"title\": \"Own\", \"sections\": [{\"key\": \"end\"}]}]"));
    CHECK(is_known_code(own, "topic", "campaign"));
    CHECK(is_known_code(own, "topic", "diaspora"));
    CHECK(is_known_code(own, "country", "XN"));
    CHECK(!is_known_code(Dossier(), "topic", "diaspora"));
    CHECK(!is_known_code(own, "topic", "campaigns"));
    CHECK(!is_known_code(own, "colour", "campaign"));
    CHECK(is_known_code(own, "standard", "copenhagen-1990.7.5"));
    CHECK(is_known_code(own, "standard", "own-2020.1"));
    CHECK(!is_known_code(Dossier(), "standard", "own-2020.1"));
    CHECK(is_known_code(own, "outline", "press-release"));
    CHECK(is_known_code(own, "outline", "final-report.executive-summary"));
    CHECK(is_known_code(own, "outline", "own.end"));
    CHECK(is_known_code(own, "outline", "own"));
    CHECK(!is_known_code(own, "outline", "own.beginning"));
    CHECK(!is_known_code(own, "outline", "final-report.nothing"));
    const auto& indicators = catalogue().all<IndicatorDefinition>();
    REQUIRE(!indicators.empty());
    CHECK(is_known_code(own, "indicator", (*indicators.begin()).id.text()));
}

TEST_CASE("a standard applies to a country on a day, or not, or nobody knows") {
    const Dossier none;
    const auto applies_on = [&](const Dossier& dossier, std::string_view standard, std::string_view country,
                                std::string_view day) {
        const Standard* found = find_here_or_in_catalogue<Standard>(dossier, standard);
        REQUIRE(found);
        return applies(dossier, *found, country, *Date::parse(day));
    };
    CHECK(applies_on(none, "crpd", "KZ", "2012-01-15") == Applies::no);
    CHECK(applies_on(none, "crpd", "KZ", "2016-03-20") == Applies::yes);
    CHECK(applies_on(none, "crpd", "KZ", "2015") == Applies::unknown);
    CHECK(applies_on(none, "crpd", "XN", "2016") == Applies::unknown);
    CHECK(applies_on(none, "iccpr.25", "KZ", "2012-01-15") == Applies::yes);
    CHECK(applies_on(none, "iccpr.25", "KZ", "2005-12-04") == Applies::no);
    CHECK(applies_on(none, "gc37", "KZ", "2012-01-15") == Applies::no);
    CHECK(applies_on(none, "cis-2002", "KZ", "2012-01-15") == Applies::yes);
    CHECK(applies_on(none, "copenhagen-1990.7.5", "KZ", "2012-01-15") == Applies::yes);
    CHECK(applies_on(none, "copenhagen-1990.7.5", "KZ", "1989-03-26") == Applies::no);
    CHECK(applies_on(none, "udhr", "XN", "2012") == Applies::yes);

    const Dossier own =
        read(dossier("\"standards\": [{\"id\": \"t\", \"title\": \"T\", \"bindingness\": \"treaty\", \"adopted\": "
                     "\"2000\", \"applies_to\": [{\"country\": \"XN\"}, "
                     "{\"country\": \"*\", \"since\": \"2001\"}, {\"country\": \"XM\", \"since\": \"2005\", \"until\": "
                     "\"2010-06-30\"}, {\"country\": \"XM\", \"since\": "
                     "\"2020-01-01\"}]},\n{\"id\": \"t.1\", \"title\": \"T 1\", \"instrument\": \"t\"},\n{\"id\": "
                     "\"t.2\", \"title\": \"T 2\", \"instrument\": \"t\", "
                     "\"bindingness\": \"good_practice\", \"applies_to\": [{\"country\": \"XN\"}]}]"));
    CHECK(applies_on(own, "t.1", "XN", "2012") == Applies::unknown);  // a treaty's start is not known
    CHECK(applies_on(own, "t.2", "XN", "2012") == Applies::yes);
    CHECK(applies_on(own, "t.2", "XM", "2012") == Applies::unknown);
    CHECK(applies_on(own, "t.1", "XO", "2012") == Applies::yes);
    CHECK(applies_on(own, "t.1", "XO", "1999") == Applies::no);
    CHECK(applies_on(own, "t.1", "XM", "2008-01-01") == Applies::yes);
    CHECK(applies_on(own, "t.1", "XM", "2012-01-01") == Applies::no);
    CHECK(applies_on(own, "t.1", "XM", "2021-01-01") == Applies::yes);
    CHECK(bindingness(own, own.get<Standard>("t.1")) == Bindingness::treaty);
    CHECK(bindingness(own, own.get<Standard>("t.2")) == Bindingness::good_practice);
    CHECK(bindingness(none, catalogue().get<Standard>("copenhagen-1990.7.5")) == Bindingness::political_commitment);
    CHECK(bindingness(none, Standard()) == Bindingness::not_stated);
}

TEST_CASE("the digest is that of the canonical bytes, whatever the file looked like") {
    const Dossier one = read(party_file());
    CHECK(io::digest(one) == sha256(io::write_json(one)));
    CHECK(io::digest(read("  " + party_file())) == io::digest(one));
    CHECK(io::digest(read(dossier("\"parties\": [{\"id\": \"a\", \"names\": [{\"text\": \"a\"}]}]"))) !=
          io::digest(one));
}

TEST_CASE("the content of a document is its text and anchors; state and revisions are not") {
    const auto with = [](std::string_view document, std::string_view sentence, std::string_view anchor) {
        return read(dossier(
            "\"documents\": [{\"id\": \"d\", \"title\": \"T\"" + std::string(document) +
            "}, {\"id\": \"other\", \"title\": \"O\"}],\n\"sections\": [{\"id\": \"d.s\", \"document\": \"d\"}],\n"
            "\"sentences\": [{\"id\": \"d.1\", \"document\": \"d\", \"origin\": \"authored\", \"text\": \"One.\"" +
            std::string(sentence) +
            "}, {\"id\": \"o.1\", \"document\": \"other\", \"origin\": \"authored\"}],\n\"anchors\": [{\"id\": "
            "\"d.1.a\", \"sentence\": \"d.1\", "
            "\"role\": \"asserts\", \"range\": [0, 4], \"target\": \"finding:f\"" +
            std::string(anchor) + "}]"));
    };
    const auto digest_of = [](const Dossier& dossier, std::string_view record) {
        return io::content_digest(dossier, AnyRef(record));
    };
    const Dossier base = with("", "", "");
    const std::string whole = digest_of(base, "document:d");
    CHECK(whole.size() == 64);
    CHECK(digest_of(with(", \"state\": \"cleared\", \"revision\": 2", ", \"revision\": 5",
                         ", \"revision\": 5, \"target_revision\": 3"),
                    "document:d") == whole);
    CHECK(digest_of(with(", \"language\": \"en\"", "", ""), "document:d") != whole);
    CHECK(digest_of(with("", ", \"asserts\": \"yes\"", ""), "document:d") != whole);
    CHECK(digest_of(with("", "", ", \"notes\": [\"n\"]"), "document:d") != whole);
    CHECK(digest_of(base, "document:other") != whole);

    const std::string sentence = digest_of(base, "sentence:d.1");
    CHECK(digest_of(with("", ", \"revision\": 5", ", \"notes\": [\"n\"]"), "sentence:d.1") == sentence);
    CHECK(digest_of(with("", ", \"asserts\": \"yes\"", ""), "sentence:d.1") != sentence);
    CHECK(error_of([&] { static_cast<void>(digest_of(base, "document:none")); }).code() == ErrorCode::not_found);
}
