// Dossiers and edits: finding, committing, places, digests.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "openeom/model/dossier.hpp"

using namespace openeom;

namespace {

Party party(const std::string& id, const std::string& name = "A party") {
    Party made;
    made.id = id;
    made.names = {Name{{}, name, "en"}};
    return made;
}

/// The error that a call throws; fails where it throws none.
Error error_of(const auto& call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    FAIL("nothing was thrown");
    return Error(ErrorCode::internal, "");
}

Dossier three_parties() {
    Edit edit;
    for (const char* id : {"kpk", "alga", "rukhaniyat"}) edit.put(party(id, id));
    return edit.commit();
}

}  // namespace

TEST_CASE("a new dossier is empty") {
    const Dossier dossier;
    CHECK(dossier.size() == 0);
    CHECK(dossier.all<Party>().empty());
    CHECK(dossier.all<Party>().begin() == dossier.all<Party>().end());
    CHECK(dossier.find<Party>("alga") == nullptr);
    CHECK(dossier.remarks().empty());
    CHECK(dossier.extras().empty());
    CHECK(Edit().commit().size() == 0);
}

TEST_CASE("records are gone through in order of id") {
    const Dossier dossier = three_parties();
    std::vector<std::string> ids;
    for (const Party& each : dossier.all<Party>()) ids.push_back(each.id.text());
    CHECK(ids == std::vector<std::string>{"alga", "kpk", "rukhaniyat"});
    CHECK(dossier.all<Party>().size() == 3);
    auto at = dossier.all<Party>().begin();
    CHECK((at++)->id == Id("alga"));
    CHECK(at->id == Id("kpk"));
    CHECK(std::distance(dossier.all<Party>().begin(), dossier.all<Party>().end()) == 3);
    CHECK(dossier.size() == 3);
}

TEST_CASE("a record is found by type and id, typed or named at run time") {
    const Dossier dossier = three_parties();
    const Party* alga = dossier.find<Party>("alga");
    REQUIRE(alga);
    CHECK(dossier.find(Ref<Party>(Id("alga"))) == alga);
    CHECK(dossier.find(std::optional(Ref<Party>(Id("alga")))) == alga);
    CHECK(dossier.find(std::optional<Ref<Party>>()) == nullptr);
    CHECK(dossier.find(AnyRef("party:alga")) == alga);
    CHECK(dossier.find("party", "alga") == alga);
    CHECK(dossier.find("parties", "alga") == alga);
    CHECK(dossier.find("body", "alga") == nullptr);
    CHECK(dossier.find("partie", "alga") == nullptr);
    CHECK(&dossier.get<Party>("alga") == alga);
    CHECK(dossier.get("party", "alga") == alga);
    CHECK(&dossier.records("party") == &dossier.records(reflect::table<Party>()));
}

TEST_CASE("a record or type that is not there is told with a suggestion") {
    const Dossier dossier = three_parties();
    const Error record = error_of([&] { static_cast<void>(dossier.get<Party>("rukhanyat")); });
    CHECK(record.code() == ErrorCode::not_found);
    CHECK(record.message() == "no party is called 'rukhanyat' (did you mean 'rukhaniyat'?)");
    CHECK(record.hint() == "'openeom show DOSSIER party' lists them");
    const Error far = error_of([&] { static_cast<void>(dossier.get<Party>("zzzzzzzz")); });
    CHECK(far.message() == "no party is called 'zzzzzzzz'");
    const Error type = error_of([&] { static_cast<void>(dossier.records("candidancy")); });
    CHECK(type.code() == ErrorCode::not_found);
    CHECK(type.message() == "no type is called 'candidancy' (did you mean 'candidacy'?)");
    CHECK(error_of([&] { static_cast<void>(dossier.get("candidancy", "x")); }).code() == ErrorCode::not_found);
}

TEST_CASE("a dossier does not change with the edit that made it, or with edits begun from it") {
    Edit edit;
    edit.put(party("alga", "first"));
    const Dossier first = edit.commit();
    edit.put(party("alga", "second"));
    edit.put(party("kpk"));
    const Dossier second = edit.commit();
    Edit later(second);
    CHECK(later.remove("party", "alga"));
    CHECK_FALSE(later.remove("party", "alga"));
    const Dossier third = later.commit();

    CHECK(first.get<Party>("alga").names[0].text == "first");
    CHECK(first.size() == 1);
    CHECK(second.get<Party>("alga").names[0].text == "second");
    CHECK(second.size() == 2);
    CHECK(third.find<Party>("alga") == nullptr);
    CHECK(third.size() == 1);
}

TEST_CASE("a copied edit goes its own way") {
    Edit edit;
    edit.put(party("alga"));
    Edit copy = edit;
    copy.put(party("kpk"));
    edit.put(party("alga", "renamed"));
    CHECK(edit.commit().size() == 1);
    CHECK(copy.commit().get<Party>("alga").names[0].text == "A party");
}

TEST_CASE("an edit of one record of 170,000 copies one leaf and leaves the others shared") {
    Register::Builder builder(reflect::table<Place>());
    for (int i = 0; i < 170'000; ++i) static_cast<Place*>(builder.add())->id = fmt::format("ps-{:06}", i);
    Edit edit;
    CHECK(edit.load(std::move(builder)).empty());
    const Dossier before = edit.commit();
    Edit change(before);
    Place place = before.get<Place>("ps-123456");
    place.code = "123456";
    change.put(std::move(place));
    const Dossier after = change.commit();
    const Register& was = before.records("place");
    const Register& is = after.records("place");
    CHECK(is.leaves() == was.leaves());
    CHECK(is.shared_leaves(was) == was.leaves() - 1);
    CHECK(after.records("party").shared_leaves(before.records("party")) == before.records("party").leaves());
    CHECK(after.get<Place>("ps-123456").code == "123456");
    CHECK(before.get<Place>("ps-123456").code.empty());
}

TEST_CASE("put refuses a record without an id, and a type that is no entity") {
    Edit edit;
    const Error nameless = error_of([&] { edit.put(Party()); });
    CHECK(nameless.code() == ErrorCode::argument);
    CHECK(nameless.message() == "a party cannot be put without an id");
    Name name;
    CHECK(error_of([&] { edit.put(reflect::table<Name>(), &name); }).code() == ErrorCode::not_found);
    CHECK(error_of([&] { edit.remove("partie", "x"); }).code() == ErrorCode::not_found);
    CHECK(edit.find("party", "") == nullptr);
}

TEST_CASE("warnings of what was read become remarks, and stay with what is made from it") {
    Edit edit;
    edit.report({Severity::warning, "json-newer-member", {}, "kept as it is", {}});
    edit.report({Severity::note, "a-note", {}, "noted", {}});
    CHECK_FALSE(edit.has_errors());
    const Dossier dossier = edit.commit();
    REQUIRE(dossier.remarks().size() == 2);
    CHECK(dossier.remarks()[0].rule == "json-newer-member");
    Edit later(dossier);
    CHECK(later.diagnostics().empty());
    later.put(party("alga"));
    CHECK(later.commit().remarks().size() == 2);
}

TEST_CASE("an edit with an error is not committed, and its snapshot has no error among its remarks") {
    Edit edit;
    edit.put(party("alga"));
    edit.report({Severity::warning, "w", {}, "a warning", {}});
    edit.report({Severity::error, "json-type", {}, "expected a whole number", {}});
    CHECK(edit.has_errors());
    const Error error = error_of([&] { static_cast<void>(edit.commit()); });
    CHECK(error.code() == ErrorCode::data);
    CHECK(error.diagnostics().size() == 2);
    const Dossier snapshot = edit.snapshot();
    CHECK(snapshot.size() == 1);
    REQUIRE(snapshot.remarks().size() == 1);
    CHECK(snapshot.remarks()[0].rule == "w");
}

TEST_CASE("members of a partner's own stay with the dossier") {
    Edit edit;
    edit.set_extra("x-tool", "\"apollo\"");
    const Dossier dossier = edit.commit();
    CHECK(dossier.extras().members().at("x-tool") == "\"apollo\"");
    CHECK(Edit(dossier).commit().extras() == dossier.extras());
}

TEST_CASE("an offset becomes a line and a column, both from 1") {
    Edit edit;
    edit.set_source("mission.json", {0, 10, 25});
    edit.set_origin(reflect::table<Party>(), "first", 0);
    edit.set_origin(reflect::table<Party>(), "end-of-line", 9);
    edit.set_origin(reflect::table<Party>(), "second", 10);
    edit.set_origin(reflect::table<Party>(), "third", 31);
    edit.set_origin(reflect::table<Party>(), "third", 12);
    CHECK(edit.location("party", "first").text() == "mission.json:1:1");
    CHECK(edit.location("party", "end-of-line").text() == "mission.json:1:10");
    CHECK(edit.location("party", "second").text() == "mission.json:2:1");
    CHECK(edit.location("party", "third", "names[0].text").text() == "mission.json:3:7");
    CHECK(edit.origin("party", "third") == 31);
    CHECK_FALSE(edit.origin("party", "fourth"));
    CHECK_FALSE(edit.origin("body", "first"));
    CHECK_FALSE(edit.origin("partie", "first"));

    const Location unread = edit.location("party", "fourth", "names");
    CHECK(unread.line == 0);
    CHECK(unread.record == "party:fourth");
    CHECK(unread.member == "names");
    CHECK(Edit().location("party", "first", "names").text() == "party:first.names");
}

TEST_CASE("the digest is computed once for a snapshot and all its copies, in whatever thread") {
    const Dossier dossier = three_parties();
    const Dossier copy = dossier;
    std::atomic<int> computed = 0;
    const auto compute = [&] {
        ++computed;
        return std::string("abc");
    };
    CHECK_THROWS_AS(dossier.cached_digest([]() -> std::string { throw Error(ErrorCode::memory, "out of memory"); }),
                    Error);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { static_cast<void>(dossier.cached_digest(compute)); });
    for (std::thread& thread : threads) thread.join();
    CHECK(copy.cached_digest(compute) == "abc");
    CHECK(computed == 1);
    CHECK(three_parties().cached_digest([] { return std::string("other"); }) == "other");
}

TEST_CASE("a dossier is read by several threads while an edit begun from it goes on and lets it go") {
    Register::Builder builder(reflect::table<Place>());
    for (int i = 0; i < 20'000; ++i) static_cast<Place*>(builder.add())->id = fmt::format("ps-{:06}", i);
    Edit edit;
    edit.load(std::move(builder));
    std::vector<std::thread> threads;
    std::atomic<std::size_t> seen = 0;
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&seen, dossier = edit.commit()]() mutable {
            for (const Place& place : dossier.all<Place>())
                seen += dossier.find<Place>(place.id.text()) == &place ? 1 : 0;
            dossier = Dossier();
        });
    for (int i = 0; i < 20'000; i += 7) {
        Place place;
        place.id = fmt::format("ps-{:06}", i);
        place.code = "changed";
        edit.put(std::move(place));
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(seen == 60'000);
    CHECK(edit.commit().get<Place>("ps-000007").code == "changed");
}

TEST_CASE("who goes through a watched dossier can be stopped, and nobody else") {
    Edit edit;
    for (int i = 0; i < 2000; ++i) {
        Party party;
        party.id = "p" + std::to_string(i);
        party.names.push_back({{}, "P", "en"});
        edit.put(party);
    }
    const Dossier dossier = edit.commit();
    std::uint64_t told = 0;
    const Dossier watched = dossier.watched([&](std::uint64_t done, std::uint64_t, std::string_view) { told = done; return done < 1000; }, "count");
    std::size_t seen = 0;
    const auto go_through = [&](const Dossier& each) {
        seen = 0;
        for (const Party& party : each.all<Party>()) seen += party.id.empty() ? 0 : 1;
    };
    CHECK_THROWS_AS(go_through(watched), Error);
    CHECK(seen >= 1000);
    CHECK(seen < 2000);
    CHECK(told == 1024);
    go_through(dossier);
    CHECK(seen == 2000);
    CHECK_THROWS_AS(static_cast<void>(dossier.watched([](auto, auto, auto) { return false; }, "count")), Error);
    CHECK_THROWS_AS(static_cast<void>(edit.commit([](std::uint64_t done, auto, auto) { return done == 0; })), Error);
}
