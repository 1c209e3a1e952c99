// Contents, records, record, and the registry through which all analyses are called.
#include <doctest/doctest.h>

#include <set>

#include "analysis/labels.hpp"
#include "analysis_support.hpp"
#include "openeom/analysis/contents.hpp"
#include "openeom/analysis/record.hpp"
#include "openeom/analysis/records.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using test::contains;
using test::mentions;

namespace {

Dossier record() {
    return test::dossier(R"(
        "elections": [{"id": "later", "names": [{"text": "Later elections"}], "country": "NO", "dates": ["2027-03-14"], "data_cutoff": "2027-06-01"},
                      {"id": "sooner", "names": [{"text": "Earlier elections"}], "country": "NO", "dates": ["2023-03-14"]}],
        "parties": [{"id": "green", "names": [{"text": "Green Party", "language": "en"}, {"text": "Vihreä"}], "abbreviations": ["GP", "G"], "country": "NO", "founded": "1999-05",
                     "members_claimed": {"at_least": 5000}, "evidence": ["e1"]},
                    {"id": "blue", "names": [{"text": "Blue Party"}], "country": "NO"}],
        "registration_events": [{"id": "r", "subject": "party:green", "election": "later", "kind": "refused", "decided": "2027-01-02", "evidence": ["e2"],
                                 "due_process": {"notice": "not_met", "held": [{"criterion": "notice", "evidence": ["e3"]}]}}],
        "documents": [{"id": "d", "title": "Report", "kind": "final_report", "cutoff": "2027-07-01", "reconstruction": "yes", "reconstruction_note": "Reconstruction."}],
        "sentences": [{"id": "s1", "document": "d", "origin": "authored", "asserts": "yes", "text": "One."}, {"id": "s2", "document": "d", "origin": "authored", "asserts": "no", "text": "Two."}],
        "reported_values": [{"id": "v", "record": "party:green", "member": "founded", "value": "1999-05", "evidence": ["e1"], "preferred": "yes", "reason": "nearest"}])");
}

analysis::RecordsResult records_of(const Dossier& dossier, const std::string& type, const std::string& filter = {},
                                   std::vector<std::string> columns = {}) {
    analysis::RecordsOptions options;
    options.type = type;
    options.filter.text = filter;
    options.columns = std::move(columns);
    return analysis::records(dossier, options);
}

analysis::RecordResult record_of(const Dossier& dossier, const std::string& type, const std::string& id = {}) {
    analysis::RecordOptions options;
    options.type = type;
    options.id = id;
    return analysis::record(dossier, options);
}

std::string member(const analysis::RecordResult& result, std::string_view path) {
    for (const auto& each : result.members)
        if (each.member == path) return each.value;
    return "(none)";
}

}  // namespace

TEST_CASE("contents: elections in order of time, registers that are not empty, documents") {
    const analysis::ContentsResult result = analysis::contents(record());
    CHECK(result.title == "Later elections");
    CHECK(result.head.reconstruction == "Reconstruction.");
    REQUIRE(result.elections.size() == 2);
    CHECK(result.elections[0].name == "Earlier elections");
    const auto& parties =
        test::one(result.registers, "party", [](const auto& each) { return std::string_view(each.type); });
    CHECK(parties.records == 2);
    CHECK(parties.plural == "parties");
    for (const auto& each : result.registers) CHECK(each.records > 0);
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].sentences == 2);
    CHECK(result.documents[0].asserting == 1);
    std::int64_t all = 0;
    for (const auto& each : result.registers) all += each.records;
    CHECK(all == result.records);
    CHECK(analysis::contents(Dossier()).records == 0);
}

TEST_CASE("the head holds options, digest and the latest cut-off") {
    const Dossier dossier = record();
    const analysis::ContentsResult result = analysis::contents(dossier);
    CHECK(result.head.analysis == "contents");
    CHECK(result.head.options.text == "{}");
    CHECK(result.head.dossier_sha256 == io::digest(dossier));
    CHECK(result.head.data_cutoff.text() == "2027-07-01");
    CHECK(records_of(dossier, "party").head.options.text == R"({"type":"party"})");
}

TEST_CASE("records: telling columns, and none that all records share") {
    const analysis::RecordsResult result = records_of(record(), "party");
    CHECK(result.total == 2);
    CHECK(result.shown == 2);
    REQUIRE_FALSE(result.columns.empty());
    CHECK(result.columns[0] == "name");
    CHECK_FALSE(mentions(result.columns, "country"));       // the same for all
    CHECK_FALSE(mentions(result.columns, "described_as"));  // stated by none
    REQUIRE(result.rows.size() == 2);
    CHECK(result.rows[0].id.text() == "blue");
    CHECK(result.rows[1].cells[0] == "Green Party");
    CHECK(mentions(result.rows[1].cells, "at least 5000"));
    CHECK(mentions(result.rows[1].cells, "May 1999"));
    for (const auto& row : result.rows) CHECK(row.cells.size() == result.columns.size());
    CHECK(mentions(result.members_not_shown, "evidence"));
}

TEST_CASE("records: by plural, filtered, with columns of the caller's choice") {
    const Dossier dossier = record();
    CHECK(records_of(dossier, "parties").type == "party");
    CHECK(records_of(dossier, "party", R"({"country": "NO"})").shown == 2);
    CHECK(records_of(dossier, "party", R"({"country": "SE"})").shown == 0);
    CHECK(records_of(dossier, "registration_event", R"({"kind": "refused"})").shown == 1);
    const analysis::RecordsResult chosen =
        records_of(dossier, "registration_event", {}, {"due_process.hearing", "due_process.notice"});
    CHECK(chosen.rows[0].cells == std::vector<std::string>{"unknown", "not_met"});
    CHECK_THROWS_AS(records_of(dossier, "party", {}, {"nmes"}), Error);
    CHECK_THROWS_AS(records_of(dossier, "party", R"({"nmes": "x"})"), Error);
    CHECK_THROWS_AS(records_of(dossier, "candidancy"), Error);
    CHECK_THROWS_AS(records_of(dossier, ""), Error);
}

TEST_CASE("records of the dossier stand among the catalogue's, and replace those of the same id") {
    const Dossier dossier = test::dossier(
        R"("standards": [{"id": "iccpr.25", "title": "Ours", "instrument": "Ours", "paragraph": "1"}, {"id": "own.1", "title": "Ours", "instrument": "Ours", "paragraph": "2"}])");
    analysis::RecordsOptions options;
    options.type = "standard";
    options.columns = {"instrument"};
    const analysis::RecordsResult made = analysis::records(dossier, options);
    CHECK(made.columns == std::vector<std::string>{"instrument", "kept in"});
    CHECK(static_cast<std::size_t>(made.total) == catalogue().all<Standard>().size() + 1);
    const auto cells = [&](std::string_view id) {
        for (const analysis::RecordsRow& row : made.rows)
            if (row.id.text() == id) return row.cells;
        return std::vector<std::string>();
    };
    CHECK(cells("iccpr.25") == std::vector<std::string>{"Ours", "dossier"});
    CHECK(cells("own.1") == std::vector<std::string>{"Ours", "dossier"});
    CHECK(cells("iccpr.19").back() == "catalogue");
}

TEST_CASE("records of the catalogue are shown where the dossier has none") {
    CHECK(records_of(record(), "standard").total > 50);
    CHECK(records_of(record(), "complaint").total == 0);
}

TEST_CASE("a record whole: unknown is written out, parts have their paths") {
    const analysis::RecordResult result = record_of(record(), "registration_event", "r");
    CHECK(result.title == "Green Party: refused, 2 January 2027");
    CHECK(member(result, "decided") == "2 January 2027");
    CHECK(member(result, "due_process.notice") == "not_met");
    CHECK(member(result, "due_process.hearing") == "unknown");
    CHECK(member(result, "due_process.held[0].criterion") == "notice");
    CHECK(member(result, "vote") == "(none)");
    REQUIRE(result.evidence.size() == 2);
    CHECK(result.evidence[0].member == "evidence[0]");
    CHECK(result.evidence[0].place == "para 2");
    CHECK(result.evidence[1].member == "due_process.held[0].evidence[0]");
    CHECK(result.kept_in == "the dossier");
}

TEST_CASE("a record whole: who refers to it, and what sources disagree on") {
    const analysis::RecordResult result = record_of(record(), "party:green");
    const auto& referrer = test::one(result.referred_to_by, "registration_event:r",
                                     [](const auto& each) { return std::string_view(each.record.text()); });
    CHECK(referrer.member == "subject");
    CHECK(referrer.label == "Green Party: refused, 2 January 2027");
    REQUIRE(result.disputed.size() == 1);
    CHECK(result.disputed[0].value == "May 1999");
    CHECK(contains(result.disputed[0].sources, "Daily News"));
    CHECK(member(result, "names[1].text") == "Vihreä");
    CHECK(member(result, "abbreviations") == "GP; G");
}

TEST_CASE("a record of the catalogue says so, and one that is nowhere gets a suggestion") {
    CHECK(record_of(record(), "standard", "iccpr.25").kept_in == "the library's catalogue");
    try {
        (void)record_of(record(), "party", "gren");
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
        CHECK(contains(error.message(), "green"));
    }
    CHECK_THROWS_AS(record_of(record(), "party"), Error);
    CHECK_THROWS_AS(record_of(record(), "prty", "green"), Error);
}

TEST_CASE("labels are the best human names") {
    const Dossier dossier = record();
    CHECK(analysis::label(dossier, AnyRef("party:green")) == "Green Party");
    CHECK(analysis::label(dossier, AnyRef("document:d")) == "Report");
    CHECK(analysis::label(dossier, AnyRef("evidence:e1")) == "First statement.");
    CHECK(analysis::label(dossier, AnyRef("party:nowhere")) == "party:nowhere");
    CHECK(analysis::words("partly_met") == "partly met");
    CHECK(analysis::words("deregistered") == "de-registered");
    CHECK(analysis::grouped(9011446) == "9,011,446");
    CHECK(analysis::grouped(446) == "446");
    CHECK(analysis::grouped(-1000) == "-1,000");
}

TEST_CASE("the registry lists every analysis once, and runs it from described options") {
    const Dossier dossier = record();
    std::set<std::string_view> names;
    for (const analysis::Analysis& each : analysis::analyses()) {
        CAPTURE(each.name);
        CHECK(names.insert(each.name).second);
        CHECK_FALSE(each.summary.empty());
        CHECK(each.result().members[1].name == "head");  // after the members of every part
        for (const reflect::Member& option : each.options().members) CHECK_FALSE(option.meaning.empty());
    }
    CHECK(names == std::set<std::string_view>{"contents", "records", "record", "registration", "indicators",
                                              "discrepancies", "sourcing", "trace"});

    const analysis::Analysis& records = analysis::find_analysis("records");
    const reflect::Object options = io::from_json(records.options(), R"({"type": "party"})");
    const reflect::Object result = records.run(dossier, options);
    CHECK(contains(io::to_json(records.result(), result.get()), "Green Party"));
    CHECK_THROWS_AS(io::from_json(records.options(), R"({"tpe": "party"})"), Error);
    try {
        (void)analysis::find_analysis("registraton");
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(contains(error.message(), "registration"));
    }
}

TEST_CASE("every analysis gives the same bytes twice") {
    const Dossier dossier = record();
    for (const analysis::Analysis& each : analysis::analyses()) {
        CAPTURE(each.name);
        std::string options = "{}";
        if (each.name == "records") options = R"({"type": "party"})";
        if (each.name == "record") options = R"({"type": "party", "id": "green"})";
        if (each.name == "trace") options = R"({"of": "party:green"})";
        const reflect::Object made = io::from_json(each.options(), options);
        CHECK(io::to_json(each.result(), each.run(dossier, made).get()) ==
              io::to_json(each.result(), each.run(dossier, made).get()));
    }
}
