// Trace: down to the source and the place in it, and back to all that rests on it.
#include <doctest/doctest.h>

#include "analysis_support.hpp"
#include "openeom/analysis/trace.hpp"

using namespace openeom;
using analysis::TraceDirection;
using analysis::TraceResult;
using analysis::TraceRow;
using test::contains;

namespace {

Dossier record() {
    return test::dossier(R"(
        "elections": [{"id": "v", "names": [{"text": "Elections"}], "dates": ["2027-03-14"]}],
        "parties": [{"id": "green", "names": [{"text": "Green Party"}], "evidence": ["e3"]}],
        "documents": [{"id": "d", "title": "Statement"}],
        "sentences": [{"id": "s", "document": "d", "origin": "authored", "asserts": "yes", "text": "Several were blocked."}],
        "anchors": [{"id": "a1", "sentence": "s", "role": "asserts", "range": [0, 21], "target": "finding:blocked"},
                    {"id": "a2", "sentence": "s", "role": "quantity", "range": [0, 7], "target": "finding:blocked"}],
        "findings": [{"id": "blocked", "topic": "party_registration", "summary": "Parties were blocked.", "evidence": ["e1"], "standards": ["iccpr.25"],
                      "quantity": {"value": {"vague": {"scale": "number", "term": "several"}}, "words": "Several"}, "asserted_by": {"code": "mission"},
                      "possible_instance": [{"target": "party:green", "asserted_by": "media", "evidence": ["e2"]}]},
                     {"id": "overall", "kind": "conclusion", "topic": "overall", "summary": "It fell short.", "based_on": ["blocked"]}],
        "registration_events": [{"id": "refused", "subject": "party:green", "kind": "refused", "evidence": ["e3"]}],
        "seat_tiers": [{"id": "t", "election": "v", "seats": 10, "method": "list_pr", "evidence": ["e2"]}],
        "registration_totals": [{"id": "c", "election": "v", "tier": "t", "stage": "registered", "counted": "persons", "count": {"exact": 25}, "evidence": ["e2"]}],
        "published_figures": [{"id": "f", "printed": "2.5", "indicator": "candidates_per_seat", "sentence": "s"}],
        "gaps": [{"id": "g", "item": "The decision's text", "about": ["registration_event:refused"], "expected_source": "s2"}],
        "reported_values": [{"id": "r1", "record": "seat_tier:t", "member": "seats", "value": 10, "evidence": ["e2"], "preferred": "yes"},
                            {"id": "r2", "record": "seat_tier:t", "member": "seats", "value": 11, "evidence": ["e2"]}])");
}

TraceResult traced(const Dossier& dossier, const std::string& of, std::int64_t rows = 2000, std::int64_t depth = 12) {
    analysis::TraceOptions options;
    options.of = of;
    options.rows = rows;
    options.depth = depth;
    return analysis::trace(dossier, options);
}

std::size_t place(const TraceResult& result, TraceDirection direction, std::string_view record) {
    for (std::size_t i = 0; i < result.rows.size(); ++i)
        if (result.rows[i].direction == direction && result.rows[i].record == record) return i;
    return result.rows.size();
}

bool has(const TraceResult& result, TraceDirection direction, std::string_view record) {
    return place(result, direction, record) < result.rows.size();
}

const TraceRow& row(const TraceResult& result, TraceDirection direction, std::string_view record) {
    const std::size_t at = place(result, direction, record);
    REQUIRE_MESSAGE(at < result.rows.size(), std::string(record));
    return result.rows[at];
}

}  // namespace

TEST_CASE("from a sentence down to the source and the place in it") {
    const TraceResult result = traced(record(), "sentence:s");
    CHECK(result.rows[0].record == "sentence:s");
    CHECK(result.rows[0].depth == 0);
    CHECK(result.rows[0].label == "Several were blocked.");
    CHECK(row(result, TraceDirection::down, "anchor:a1").depth == 1);
    CHECK(row(result, TraceDirection::down, "finding:blocked").depth == 2);
    CHECK(contains(row(result, TraceDirection::down, "finding:blocked").detail, "several"));
    CHECK(row(result, TraceDirection::down, "evidence:e1").depth == 3);
    CHECK(contains(row(result, TraceDirection::down, "evidence:e1").detail, "page 3"));
    CHECK(contains(row(result, TraceDirection::down, "evidence:e1").detail, "fact F-01"));
    CHECK(row(result, TraceDirection::down, "source:s1").depth == 4);
    CHECK(row(result, TraceDirection::down, "standard:iccpr.25").label == "Participation, vote and standing");
    CHECK(contains(row(result, TraceDirection::down, "anchor:a2").detail, "quantity 'Several'"));
    CHECK(has(result, TraceDirection::up, "document:d"));
}

TEST_CASE("rows stand in the order of the tree") {
    const TraceResult result = traced(record(), "sentence:s");
    for (std::size_t i = 1; i < result.rows.size(); ++i) {
        CHECK(result.rows[i].depth >= 1);
        if (result.rows[i].direction == result.rows[i - 1].direction)
            CHECK(result.rows[i].depth <= result.rows[i - 1].depth + 1);
        else CHECK(result.rows[i].depth == 1);
    }
}

TEST_CASE("from a source back to the sentences that rest on it") {
    const TraceResult result = traced(record(), "source:s1");
    const std::size_t evidence = place(result, TraceDirection::up, "evidence:e1"),
                      finding = place(result, TraceDirection::up, "finding:blocked"),
                      sentence = place(result, TraceDirection::up, "sentence:s");
    CHECK(evidence < finding);
    CHECK(finding < sentence);
    CHECK(sentence < result.rows.size());
    CHECK(contains(row(result, TraceDirection::up, "sentence:s").relation, "asserts"));
    CHECK(contains(row(result, TraceDirection::up, "sentence:s").relation, "quantity"));
    CHECK(has(result, TraceDirection::up, "finding:overall"));
    CHECK(has(result, TraceDirection::up, "registration_event:refused"));
    CHECK_FALSE(has(result, TraceDirection::down, "evidence:e1"));
}

TEST_CASE("a possible instance says whose word it is not") {
    const TraceResult result = traced(record(), "finding:blocked");
    CHECK(row(result, TraceDirection::down, "party:green").relation == "possible instance, on others' word");
    CHECK(row(result, TraceDirection::down, "evidence:e2").relation == "evidence of a possible instance");
}

TEST_CASE("facts, gaps, discrepancies and indicators can be traced") {
    const TraceResult fact = traced(record(), "fact:f-02");
    CHECK(fact.of == "fact:F-02");
    CHECK(has(fact, TraceDirection::down, "evidence:e2"));
    CHECK(has(fact, TraceDirection::down, "source:s2"));
    CHECK(has(fact, TraceDirection::up, "finding:blocked"));

    const TraceResult gap = traced(record(), "gap:g");
    CHECK(gap.title == "The decision's text");
    CHECK(has(gap, TraceDirection::down, "source:s2"));
    CHECK(has(gap, TraceDirection::up, "registration_event:refused"));

    const TraceResult discrepancy = traced(record(), "discrepancy:seat_tier.t.seats");
    CHECK(has(discrepancy, TraceDirection::down, "reported_value:r2"));
    CHECK(has(discrepancy, TraceDirection::down, "evidence:e2"));
    CHECK(has(discrepancy, TraceDirection::up, "seat_tier:t"));

    const TraceResult indicator = traced(record(), "indicator:candidates_per_seat");
    CHECK(contains(indicator.rows[0].detail, "2.50"));
    CHECK(row(indicator, TraceDirection::down, "registration_total:c").relation == "count");
    CHECK(has(indicator, TraceDirection::down, "evidence:e2"));
    CHECK(has(indicator, TraceDirection::up, "published_figure:f"));
    CHECK(has(indicator, TraceDirection::up, "sentence:s"));
}

TEST_CASE("what names a record is shown for the record itself") {
    const TraceResult party = traced(record(), "party:green");
    CHECK(row(party, TraceDirection::up, "registration_event:refused").relation == "subject");
    CHECK(has(party, TraceDirection::down, "evidence:e3"));
    const TraceResult standard = traced(record(), "standard:iccpr.25");
    CHECK(has(standard, TraceDirection::up, "finding:blocked"));
}

TEST_CASE("cycles are cut") {
    const Dossier dossier = test::unfinished_dossier(
        R"("findings": [{"id": "a", "topic": "overall", "based_on": ["b"]}, {"id": "b", "topic": "overall", "based_on": ["a"]}])");
    const TraceResult result = traced(dossier, "finding:a");
    CHECK(result.rows.size() == 5);  // itself, and b with a again in either direction
    CHECK(row(result, TraceDirection::down, "finding:a").detail == "shown above");
}

TEST_CASE("a trace stops where the options say, and says so") {
    const TraceResult few = traced(record(), "source:s1", 3);
    CHECK(few.rows.size() == 3);
    CHECK(contains(few.summary, "cut"));
    const TraceResult shallow = traced(record(), "sentence:s", 2000, 1);
    for (const TraceRow& each : shallow.rows) CHECK(each.depth <= 1);
    CHECK(contains(shallow.summary, "cut"));
    CHECK_FALSE(contains(traced(record(), "sentence:s").summary, "cut"));
}

TEST_CASE("what is not there gets a suggestion") {
    const auto error_of = [](const std::string& of) {
        try {
            (void)traced(record(), of);
        } catch (const Error& error) {
            return error;
        }
        FAIL("nothing was thrown for " << of);
        return Error(ErrorCode::internal, "");
    };
    CHECK(error_of("finding:blokced").code() == ErrorCode::not_found);
    CHECK(contains(error_of("finding:blokced").message(), "blocked"));
    CHECK(contains(error_of("fnding:blocked").message(), "finding"));
    CHECK(contains(error_of("fact:F-09").message(), "F-0"));
    CHECK(contains(error_of("discrepancy:seat_tier.t.seat").message(), "seat_tier.t.seats"));
    CHECK(contains(error_of("indicator:candidates_per_seats").message(), "candidates_per_seat"));
    CHECK(error_of("").code() == ErrorCode::argument);
    CHECK(error_of("blocked").code() == ErrorCode::argument);
}
