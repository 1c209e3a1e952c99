// Filters: which records are wanted, and what is said of a filter that is none.
#include <doctest/doctest.h>

#include <string>

#include "io_support.hpp"
#include "openeom/io/filter.hpp"

using namespace openeom;
using test::error_of;

namespace {

Error refused(std::string_view filter) {
    return error_of([&] { static_cast<void>(io::Filter(reflect::table<Party>(), filter)); });
}

}  // namespace

TEST_CASE("a filter names members and the values that they must have") {
    Party party;
    party.id = "alga";
    party.country = "KZ";
    const auto matches = [&](std::string_view json) {
        return io::Filter(reflect::table<Party>(), json).matches(&party);
    };
    CHECK(matches(R"({"id": "alga", "country": "KZ"})"));
    CHECK(!matches(R"({"id": "alga", "country": "XN"})"));
    CHECK(matches(R"({"founded": null})"));
}

TEST_CASE("a member stands once in a filter, however it is spelled") {
    for (std::string_view json : {R"({"id": "alga", "id": "kpk"})", R"({"id": "alga", "\u0069d": "alga"})"}) {
        CHECK(refused(json).code() == ErrorCode::data);
        CHECK(refused(json).message() == "filter:1:16: id: the member 'id' stands here twice");
    }
}

TEST_CASE("the members that stand for a partner's own are none to filter by or to suggest") {
    for (std::string_view json : {R"({"x-y": 1})", R"({"x-": 1})"}) {
        CHECK(refused(json).code() == ErrorCode::not_found);
        CHECK(refused(json).message().find("did you mean") == std::string::npos);
    }
    CHECK(refused(R"({"nmes": []})").message() == "no member of party is called 'nmes' (did you mean 'names'?)");
}

TEST_CASE("what a filter is refused for stays short") {
    const std::string name(1'000'000, 'y');
    CHECK(refused("{\"" + name + "\": 1}").message().size() < 200);
    CHECK(refused("{\"id." + name + "\": 1}").message().size() < 200);
    CHECK(refused("{\"country\": [\"" + name + "\"]}").message().size() < 200);
}

TEST_CASE("a quantity on a scale that is none is told the scales, in a filter too") {
    const Error error = error_of([] {
        static_cast<void>(io::Filter(reflect::table<Election>(),
                                     R"({"registered_voters": {"vague": {"scale": "share", "term": "few"}}})"));
    });
    CHECK(error.message() == "filter: registered_voters: no scale is called 'share' (there are number, prevalence, pattern)");
}
