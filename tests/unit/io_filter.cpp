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

TEST_CASE("a filter takes one of several values, null among them for none") {
    const auto matches = [](std::string_view country, std::string_view json) {
        Party party;
        party.id = "alga";
        party.country = country;
        return io::Filter(reflect::table<Party>(), json).matches(&party);
    };
    CHECK(matches("KZ", R"({"country": {"in": ["XN", "KZ"]}})"));
    CHECK(!matches("NO", R"({"country": {"in": ["XN", "KZ"]}})"));
    CHECK(!matches("", R"({"country": {"in": ["XN", "KZ"]}})"));
    CHECK(matches("", R"({"country": {"in": ["XN", null]}})"));
    CHECK(!matches("KZ", R"({"country": {"in": []}})"));
    CHECK(matches("KZ", R"({"country": {"not": null}})"));
    CHECK(!matches("", R"({"country": {"not": null}})"));
    CHECK(matches("KZ", R"({"country": {"from": "KA", "to": "KZ"}})"));
    CHECK(!matches("KZ", R"({"country": {"from": "L"}})"));
    CHECK(matches("", "{}"));
}

TEST_CASE("a range holds numbers with its ends, exactly, and nothing that has no value") {
    Result result;
    result.id = "r";
    const auto matches = [&](std::string_view json) { return io::Filter(reflect::table<Result>(), json).matches(&result); };
    CHECK(!matches(R"({"percent": {"from": "0"}})"));
    CHECK_THROWS_AS(static_cast<void>(matches(R"({"percent": {}})")), Error);
    result.percent = Decimal(1250, 2);
    result.seats = 7;
    CHECK(matches(R"({"percent": {"from": "12.5", "to": "12.500"}})"));
    CHECK(!matches(R"({"percent": {"from": "12.5001"}})"));
    CHECK(matches(R"({"percent": {"to": "99"}, "seats": {"from": 7, "to": 7}})"));
    CHECK(!matches(R"({"seats": {"to": 6}})"));
    CHECK(matches(R"({"seats": {"from": null, "to": 8}})"));
}

TEST_CASE("a date is in a range where it certainly is, by the days that the bounds name") {
    const auto matches = [](std::string_view date, std::string_view json) {
        RegistrationEvent event;
        event.id = "e";
        event.decided = *Date::parse(date);
        return io::Filter(reflect::table<RegistrationEvent>(), json).matches(&event);
    };
    const std::string_view december = R"({"decided": {"from": "2011-12", "to": "2011-12"}})";
    CHECK(matches("2011-12-01", december));
    CHECK(matches("2011-12-31", december));
    CHECK(matches("2011-12", december));
    CHECK(matches("2011-12-05~/2011-12-07~", december));
    CHECK(!matches("2012-01-01", december));
    CHECK(!matches("2011", december));
    CHECK(!matches("2011-12-05/..", december));
    CHECK(matches("2011-12-05/..", R"({"decided": {"from": "2011-12"}})"));
    CHECK(!matches("../2011-12-05", R"({"decided": {"from": "2011-12"}})"));
    CHECK(matches("../2011-12-05", R"({"decided": {"to": "2011-12"}})"));
    CHECK(matches("2011-12-05", R"({"decided": {"from": "../2012", "to": "2011/.."}})"));
}

TEST_CASE("an object is a condition only where it is no value") {
    Election election;
    election.id = "e";
    election.registered_voters = Quantity::at_least(18);
    const auto matches = [&](std::string_view json) { return io::Filter(reflect::table<Election>(), json).matches(&election); };
    CHECK(matches(R"({"registered_voters": {"at_least": 18}})"));
    CHECK(!matches(R"({"registered_voters": {"exact": 18}})"));
    CHECK(matches(R"({"registered_voters": {"in": [{"exact": 18}, {"at_least": 18}]}})"));
}

TEST_CASE("conditions that are none are refused by name") {
    CHECK(refused(R"({"country": {"not": "KZ"}})").message() == "filter: country: only null can follow \"not\"");
    CHECK(refused(R"({"names": {"from": []}})").code() == ErrorCode::argument);
    CHECK(refused(R"({"country": {"from": "A", "in": ["B"]}})").message() == "filter: country: 'in' cannot stand beside a range");
    CHECK(refused(R"({"country": {"in": "KZ"}})").code() == ErrorCode::syntax);
    CHECK(refused(R"({"country": {"in": [3]}})").code() == ErrorCode::data);
    CHECK(refused(R"({"founded": {"from": "soon"}})").code() == ErrorCode::data);
}

TEST_CASE("a copy of a filter filters on its own") {
    Party party;
    party.id = "alga";
    io::Filter copy;
    {
        const io::Filter filter(reflect::table<Party>(), R"({"id": {"in": ["alga", "kpk"]}})");
        copy = filter;
    }
    CHECK(copy.matches(&party));
}
