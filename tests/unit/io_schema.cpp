// The schema: what it says of members whose type stands for several.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "io_support.hpp"
#include "openeom/io/schema.hpp"

using namespace openeom;

namespace {

std::string codes_of(const io::Schema& schema, std::string_view type, std::string_view member) {
    const auto found = std::find_if(schema.members.begin(), schema.members.end(), [&](const io::SchemaMember& each) {
        return each.type == type && each.name == member;
    });
    REQUIRE(found != schema.members.end());
    return found->codes;
}

}  // namespace

TEST_CASE("each coded part of a finding has its own code list") {
    for (const io::Schema& schema : {io::schema("finding"), io::schema()}) {
        CHECK(codes_of(schema, "finding", "polarity") == "polarity");
        CHECK(codes_of(schema, "finding", "persistence") == "persistence");
        CHECK(codes_of(schema, "finding", "asserted_by") == "asserter");
        CHECK(codes_of(schema, "finding", "determination") == "determination");
        CHECK(codes_of(schema, "finding", "test_failed") == "legal_test");
        CHECK(codes_of(schema, "finding", "degree") == "degree");
        CHECK(codes_of(schema, "cue", "code").empty());
        CHECK(codes_of(schema, "cue", "implied_by") == "implied_by");
        CHECK(codes_of(schema, "finding", "quantity").empty());
        CHECK(codes_of(schema, "finding", "basis") == "basis");
        for (std::string_view list : {"polarity", "persistence", "asserter", "determination", "legal_test"})
            CHECK(std::any_of(schema.code_lists.begin(), schema.code_lists.end(),
                              [&](const io::SchemaCodes& each) { return each.name == list; }));
    }
}
