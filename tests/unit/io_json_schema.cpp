// JSON Schema: made of the same tables as reading and writing. That it agrees with them is for tests/json_schema.
#include <doctest/doctest.h>

#include <string>

#include "io_support.hpp"
#include "openeom/io/json_schema.hpp"

using namespace openeom;
using test::error_of;

TEST_CASE("every schema is strict JSON and defines whatever it refers to") {
    const auto judged = [](const std::string& schema) {
        CHECK(!io::find_json_fault(schema));
        constexpr std::string_view kReference = "\"$ref\":\"#/$defs/";
        std::size_t seen = 0;
        for (std::size_t at = schema.find(kReference); at != std::string::npos; at = schema.find(kReference, at + 1)) {
            const std::size_t begin = at + kReference.size();
            const std::string name = schema.substr(begin, schema.find('"', begin) - begin);
            CAPTURE(name);
            CHECK(schema.find("\"" + name + "\":{") != std::string::npos);
            ++seen;
        }
        CHECK(seen > 0);
    };
    judged(io::json_schema());
    for (const reflect::Struct* type : structs()) judged(io::json_schema(*type));
}

TEST_CASE("a type's schema tells its members, units, code lists and what it refers to") {
    const std::string schema = io::json_schema("candidacy");
    CHECK(schema.find(R"("$ref":"#/$defs/candidacy")") != std::string::npos);
    CHECK(schema.find(R"("election":{"$ref":"#/$defs/value.id","description":"the election","x-refers-to":"election"})") != std::string::npos);
    CHECK(schema.find(R"("codes.ballot_state":{"enum":["not_stated","on_ballot")") != std::string::npos);
    CHECK(schema.find(R"("required":["id","election"])") != std::string::npos);
    CHECK(io::json_schema("turnout").find(R"("x-unit":"percent")") != std::string::npos);
    CHECK(io::json_schema("name").find(R"("x-codes":"language")") != std::string::npos);
    CHECK(error_of([] { static_cast<void>(io::json_schema("candidancy")); }).message().find("candidacy") != std::string::npos);
}

TEST_CASE("structs of one name are told apart by their code lists") {
    const std::string schema = io::json_schema("finding");
    CHECK(schema.find(R"(":{"type":"object","description":"a coded part)") != schema.rfind(R"(":{"type":"object","description":"a coded part)"));
}
