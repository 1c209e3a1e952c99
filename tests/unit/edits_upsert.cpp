// Upserts by a partner's identifier: what is found, what changes, what is refused.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "io_support.hpp"
#include "openeom/io/edits.hpp"

using namespace openeom;
using test::error_of;

namespace {

constexpr std::string_view kSystem = "vote-monitor";

Dossier read(std::string_view rest) { return io::read_json(test::dossier(rest), "t.json").commit(); }

Dossier base() {
    return read(R"("parties": [
        {"id": "a", "external_identifiers": [{"system": "vote-monitor", "id": "1"}], "names": [{"text": "Alpha"}], "country": "XN", "x-code": 7},
        {"id": "b", "names": [{"text": "Beta"}]}])");
}

Upserted upsert(Edit& edit, std::string_view id, std::string_view json) { return io::upsert(edit, "party", kSystem, id, json); }

const Party& party(const Edit& edit, std::string_view id) {
    const void* found = edit.find("party", id);
    REQUIRE(found);
    return *static_cast<const Party*>(found);
}

std::string named(std::string_view name) { return fmt::format(R"({{"names": [{{"text": "{}"}}]}})", name); }

}  // namespace

TEST_CASE("given members replace, null takes away, what is not given stays") {
    Edit edit(base());
    const Upserted made = upsert(edit, "1", R"({"names": [{"text": "Alfa"}], "country": null, "x-code": null, "x-seen": true})");
    CHECK(made.outcome == UpsertOutcome::changed);
    CHECK(made.id == "a");
    const Party& changed = party(edit, "a");
    REQUIRE(changed.names.size() == 1);
    CHECK(changed.names[0].text == "Alfa");
    CHECK(changed.country.empty());
    CHECK(changed.extras.members().size() == 1);
    CHECK(changed.external_identifiers.size() == 1);
}

TEST_CASE("an upsert that changes nothing leaves the digest") {
    Edit edit(base());
    CHECK(upsert(edit, "1", "{}").outcome == UpsertOutcome::unchanged);
    CHECK(upsert(edit, "1", R"({"names": [{"text": "Alpha"}], "country": "XN", "founded": null})").outcome == UpsertOutcome::unchanged);
    CHECK(io::digest(edit.commit()) == io::digest(base()));
}

TEST_CASE("what nobody knows yet is added, under the same id everywhere") {
    Edit one(base()), other;
    const Upserted made = upsert(one, "Ivan@Example", named("Gamma"));
    CHECK(made.outcome == UpsertOutcome::added);
    CHECK(upsert(other, "Ivan@Example", named("Gamma")).id == made.id);
    CHECK(made.id.starts_with("vote-monitor-"));
    CHECK(made.id.find("ivan") == std::string::npos);
    CHECK(upsert(one, "Ivan@Example", named("Gamma")).outcome == UpsertOutcome::unchanged);
    CHECK(party(one, made.id).external_identifiers[0].id == "Ivan@Example");
    CHECK(upsert(one, "3", R"({"id": "own", "names": [{"text": "Delta"}]})").id == "own");
    CHECK(io::upsert(one, "person", kSystem, "1", named("Ada")).outcome == UpsertOutcome::added);
    CHECK(io::upsert(one, "party", "kobo", "1", named("Epsilon")).outcome == UpsertOutcome::added);
    CHECK(one.commit().all<Party>().size() == 5);
}

TEST_CASE("two records that claim one identifier are a conflict that names both") {
    Edit edit(base());
    Party twin = party(edit, "a");
    twin.id = Id("twin");
    edit.put(twin);
    const Error error = error_of([&] { upsert(edit, "1", named("Alfa")); });
    CHECK(error.code() == ErrorCode::conflict);
    CHECK(error.message() == "party:a and party:twin both claim to be the party '1' of 'vote-monitor'");
    CHECK(party(edit, "a").names[0].text == "Alpha");
    REQUIRE(edit.remove("party", "a"));
    CHECK(upsert(edit, "1", named("Alfa")).id == "twin");
}

TEST_CASE("an upsert does not take another record's id or identifier") {
    Edit edit(base());
    const auto refused = [&](std::string_view id, std::string_view json) {
        const Error error = error_of([&] { upsert(edit, id, json); });
        CHECK(error.code() == ErrorCode::conflict);
        return error.message();
    };
    CHECK(refused("1", R"({"id": "b"})").find("party:a and party:b") != std::string::npos);
    CHECK(refused("2", R"({"id": "b", "names": [{"text": "B"}]})").find("party:b already") != std::string::npos);
    CHECK(refused("2", R"({"names": [{"text": "C"}], "external_identifiers": [{"system": "vote-monitor", "id": "1"}]})").find("party:a") !=
          std::string::npos);
    CHECK(error_of([&] { upsert(edit, "", "{}"); }).code() == ErrorCode::argument);
    CHECK(error_of([&] { upsert(edit, "1", R"({"nams": 1})"); }).code() == ErrorCode::data);
    CHECK(error_of([&] { upsert(edit, "1", R"({"country": 1})"); }).location().member == "country");
    CHECK(io::digest(edit.commit()) == io::digest(base()));
}

TEST_CASE("the index is kept up as the edit changes, is copied and committed") {
    Edit edit(base());
    std::vector<std::string> ids;
    for (int i = 0; i < 1500; ++i) ids.push_back(upsert(edit, fmt::format("n{}", i), named(fmt::format("Party {}", i))).id);
    Edit copy = edit;
    Dossier dossier = edit.commit();
    for (int round = 0; round < 3; ++round) {
        Edit next(dossier);
        for (int i = round; i < 1500; i += 7) {
            Party moved = party(next, ids[static_cast<std::size_t>(i)]);
            moved.external_identifiers[0].id = fmt::format("r{}-{}", round, i);
            next.put(moved);
            CHECK(upsert(next, fmt::format("r{}-{}", round, i), R"({"country": "XK"})").id == moved.id.text());
        }
        dossier = next.commit();
    }
    Edit last(dossier);
    CHECK(error_of([&] { upsert(last, "n0", named("again")); }).code() == ErrorCode::conflict);  // its id is another's now
    REQUIRE(last.remove("party", ids[3]));
    CHECK(upsert(last, "n3", named("Party 3")).outcome == UpsertOutcome::added);
    CHECK(upsert(last, "n4", named("Party 4")).outcome == UpsertOutcome::unchanged);
    CHECK(upsert(copy, "n0", named("Party 0")).outcome == UpsertOutcome::unchanged);
    Register::Builder loaded(reflect::table<Party>());
    Party& party = *static_cast<Party*>(loaded.add());
    party.id = Id("loaded");
    party.names = {Name{{}, "Loaded", ""}};
    ExternalIdentifier claimed;
    claimed.system = kSystem;
    claimed.id = "loaded";
    party.external_identifiers = {claimed};
    CHECK(last.load(std::move(loaded)).empty());
    CHECK(upsert(last, "loaded", "{}").id == "loaded");
}
