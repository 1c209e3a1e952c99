// Discrepancies: which reported values disagree, and what the record holds.
#include <doctest/doctest.h>

#include "analysis_support.hpp"
#include "openeom/analysis/discrepancies.hpp"

using namespace openeom;
using analysis::DiscrepanciesResult;
using test::contains;

namespace {

const std::string kMission =
    R"("missions": [{"id": "m", "names": [{"text": "Mission"}], "deployed": "2027-02-11", "observers": {"exact": 400}}])";

DiscrepanciesResult of(const std::string& values) {
    return analysis::discrepancies(test::dossier(kMission + R"(, "reported_values": [)" + values + "]"));
}

std::string reported(const std::string& id, const std::string& member, const std::string& value,
                     const std::string& more = {}) {
    return R"({"id": ")" + id + R"(", "record": "mission:m", "member": ")" + member + R"(", "value": )" + value +
           R"(, "evidence": ["e1"])" + more + "}";
}

}  // namespace

TEST_CASE("two different values of one member are a discrepancy") {
    const DiscrepanciesResult result =
        of(reported("a", "deployed", R"("2027-02-13")", R"(, "reason": "the earlier document")") + "," +
           reported("b", "deployed", R"("2027-02-11")", R"(, "preferred": "yes", "reason": "the later document")"));
    REQUIRE(result.count == 1);
    CHECK(result.unresolved == 0);
    const auto& found = result.discrepancies[0];
    CHECK(found.id == "mission.m.deployed");
    CHECK(found.title == "Mission: deployed");
    CHECK(found.held == "11 February 2027");
    CHECK(found.holds_preferred == YesNo::yes);
    CHECK(found.state == "11 February 2027 is preferred: the later document");
    REQUIRE(found.values.size() == 2);
    CHECK(found.values[0].value == "11 February 2027");  // the preferred one first
    CHECK(found.values[0].tier == SourceTier::authority_or_agency);
    CHECK(found.values[0].sources.size() == 1);
    CHECK(found.values[1].reason == "the earlier document");
}

TEST_CASE("values that agree, or stand alone, are none") {
    CHECK(of(reported("a", "deployed", R"("2027-02-13")")).count == 0);
    CHECK(of(reported("a", "deployed", R"("2027-02-11")") + "," + reported("b", "deployed", R"("2027-02-11")")).count ==
          0);
    CHECK(of(reported("a", "observers", R"({"range": [300, 400]})") + "," +
             reported("b", "observers", R"({ "range" : [300,400] })"))
              .count == 0);
    CHECK(of(reported("a", "deployed", R"("2027-02-13")") + "," + reported("b", "observers", R"({"exact": 300})"))
              .count == 0);
}

TEST_CASE("without one preferred value a discrepancy is unresolved") {
    const std::string a = reported("a", "observers", R"({"exact": 400})"),
                      b = reported("b", "observers", R"({"at_least": 300})");
    const DiscrepanciesResult open = of(a + "," + b);
    CHECK(open.unresolved == 1);
    CHECK(open.discrepancies[0].holds_preferred == YesNo::not_stated);
    CHECK(contains(open.discrepancies[0].state, "unresolved"));
    CHECK(open.title == "1 discrepancy, 1 unresolved");
    const DiscrepanciesResult both =
        of(reported("a", "observers", R"({"exact": 400})", R"(, "preferred": "yes")") + "," +
           reported("b", "observers", R"({"exact": 300})", R"(, "preferred": "yes")"));
    CHECK(both.unresolved == 1);
}

TEST_CASE("a record that does not hold the preferred value is told") {
    const DiscrepanciesResult result =
        of(reported("a", "observers", R"({"exact": 300})", R"(, "preferred": "yes", "reason": "counted")") + "," +
           reported("b", "observers", R"({"exact": 400})"));
    CHECK(result.discrepancies[0].holds_preferred == YesNo::no);
    CHECK(contains(result.discrepancies[0].state, "the record holds another value"));
}

TEST_CASE("members inside lists and texts with quotation marks") {
    const DiscrepanciesResult result =
        of(reported("a", "names[0].text", R"("A \"joint\" mission")", R"(, "preferred": "yes")") + "," +
           reported("b", "names[0].text", R"("Mission")"));
    REQUIRE(result.count == 1);
    CHECK(result.discrepancies[0].id == "mission.m.names[0].text");
    CHECK(result.discrepancies[0].values[0].value == "A \"joint\" mission");
}

TEST_CASE("one record's discrepancies only") {
    const Dossier dossier =
        test::dossier(kMission + R"(, "reported_values": [)" + reported("a", "deployed", R"("2027-02-13")") + "," +
                      reported("b", "deployed", R"("2027-02-11")") + "]");
    analysis::DiscrepanciesOptions options;
    options.record = "mission:m";
    CHECK(analysis::discrepancies(dossier, options).count == 1);
    options.record = "mission:other";
    CHECK(analysis::discrepancies(dossier, options).count == 0);
}
