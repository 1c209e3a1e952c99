// Change sets: what they list, that they rebuild what they came from, and that their order does not matter.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include <fmt/format.h>

#include "io_support.hpp"
#include "openeom/io/changes.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using io::ChangeKind;
using io::ChangeSet;
using test::error_of;

namespace {

Dossier read(std::string_view rest) { return io::read_json(test::dossier(rest), "t.json").commit(); }

const std::string kBase = R"(, "x-office": {"a":1},
    "elections": [{"id": "v", "country": "XN", "dates": ["2027-05-09"]}],
    "parties": [{"id": "a", "names": [{"text": "Alpha"}], "country": "XN", "x-code": 7}, {"id": "b", "names": [{"text": "Beta"}]}],
    "candidate_lists": [{"id": "l", "election": "v", "party": "b"}])";

Dossier base() { return read(kBase.substr(1)); }

Dossier changed(const Dossier& from, std::string_view type, const std::string& json) {
    Edit edit(from);
    const reflect::Struct& table = *find_entity(type);
    reflect::Object record = io::from_json(table, json, "record");
    edit.put(table, record.get());
    return edit.commit();
}

Dossier without(const Dossier& from, std::string_view type, std::string_view id) {
    Edit edit(from);
    REQUIRE(edit.remove(type, id));
    return edit.commit();
}

io::Merged merged(const Dossier& onto, std::vector<ChangeSet> changes) { return io::merge(onto, changes); }

std::string text(const ChangeSet& changes) { return io::to_json(reflect::table<ChangeSet>(), &changes); }

/// The dossier, or the conflicts without it: what must not depend on an order.
std::string outcome(const io::Merged& made) {
    io::MergeSummary summary = made.summary;
    std::string text = io::to_json(reflect::table<io::MergeSummary>(), &summary);
    if (made.dossier) text += io::write_json(*made.dossier);
    return text;
}

/// One analyst's random work on the dossier.
Dossier edited(const Dossier& from, std::mt19937& random) {
    Edit edit(from);
    const auto below = [&](std::uint32_t limit) { return static_cast<int>(random() % limit); };
    for (int i = 0, times = 1 + below(4); i < times; ++i) {
        const std::string id = fmt::format("p{}", below(6));
        const void* old = edit.find("party", id);
        switch (below(5)) {
            case 0: (void)edit.remove("party", id); break;
            case 1: edit.set_extra("x-state", fmt::format("{}", below(3))); break;
            default: {
                Party party = old ? *static_cast<const Party*>(old) : Party();
                party.id = Id(id);
                if (below(2)) party.country = below(2) ? "XN" : "XK";
                if (below(2)) party.notes = {fmt::format("note {}", below(3))};
                if (!old || below(3) == 0) party.names = {Name{{}, fmt::format("Party {}", below(3)), "en"}};
                if (below(3) == 0) party.extras.set("x-code", fmt::format("{}", below(3)));
                edit.put(party);
            }
        }
        if (below(3) == 0) {
            CandidateList list;
            list.id = Id(fmt::format("l{}", below(3)));
            list.election = Ref<Election>("v");
            list.party = Ref<Party>(id);
            edit.put(list);
        }
    }
    const Dossier snapshot = edit.snapshot();
    for (const CandidateList& list : snapshot.all<CandidateList>())  // what would dangle
        if (!list.party.empty() && !snapshot.find(list.party)) (void)edit.remove("candidate_list", list.id.text());
    return edit.commit();
}

}  // namespace

TEST_CASE("a change set lists records and members with their values before and after") {
    Dossier to = changed(base(), "party", R"({"id": "a", "names": [{"text": "Alfa"}], "country": "XN", "x-code": 8})");
    to = changed(without(without(to, "candidate_list", "l"), "party", "b"), "party", R"({"id": "c", "names": [{"text": "Gamma"}]})");
    const ChangeSet made = io::diff(base(), to);
    CHECK(made.format == "openeom-changes/1.0");
    CHECK(made.base_sha256 == io::digest(base()));
    REQUIRE(made.records.size() == 4);
    CHECK(made.records[0].record.text() == "party:a");
    CHECK(made.records[0].kind == ChangeKind::changed);
    REQUIRE(made.records[0].members.size() == 2);
    CHECK(made.records[0].members[0].member == "names");
    CHECK(made.records[0].members[0].before.text == R"([{"text":"Alpha"}])");
    CHECK(made.records[0].members[0].after.text == R"([{"text":"Alfa"}])");
    CHECK(made.records[0].members[1].member == "x-code");
    CHECK(made.records[1].record.text() == "party:b");
    CHECK(made.records[1].kind == ChangeKind::removed);
    CHECK(made.records[1].members[0].after.text.empty());
    CHECK(made.records[2].record.text() == "party:c");
    CHECK(made.records[2].kind == ChangeKind::added);
    CHECK(made.records[3].record.text() == "candidate_list:l");
    CHECK(io::diff(base(), base()).records.empty());
}

TEST_CASE("a change set survives its JSON, and rebuilds what it came from") {
    const Dossier kazakhstan = open("example:kazakhstan-2012"), norlandia = open("example:norlandia-2027");
    for (const auto& [from, to] : {std::pair(kazakhstan, norlandia), {norlandia, kazakhstan}, {Dossier(), norlandia}}) {
        const ChangeSet made = io::read_changes(text(io::diff(from, to)), "changes.json");
        const io::Merged result = merged(from, {made});
        CHECK(result.summary.conflicts.empty());
        REQUIRE(result.dossier);
        CHECK(io::write_json(*result.dossier) == io::write_json(to));
    }
    const io::Merged nothing = merged(norlandia, {io::diff(norlandia, norlandia)});
    CHECK(nothing.summary.records_changed == 0);
    CHECK(io::digest(*nothing.dossier) == io::digest(norlandia));
}

TEST_CASE("changes of different members of one record go together; the same change twice is one") {
    const ChangeSet name = io::diff(base(), changed(base(), "party", R"({"id": "a", "names": [{"text": "Alfa"}], "country": "XN", "x-code": 7})"));
    const ChangeSet country = io::diff(base(), changed(base(), "party", R"({"id": "a", "names": [{"text": "Alpha"}], "x-code": 7})"));
    const io::Merged result = merged(base(), {name, country, name});
    REQUIRE(result.dossier);
    CHECK(result.summary.records_changed == 1);
    const Party& party = result.dossier->get<Party>("a");
    CHECK(party.names[0].text == "Alfa");
    CHECK(party.country.empty());
    CHECK(party.extras.members().at("x-code") == "7");
    CHECK(result.dossier->extras().members().at("x-office") == R"({"a":1})");
}

TEST_CASE("values that differ are a conflict with all of them, and nothing is written") {
    const auto named = [](std::string_view name) {
        return io::diff(base(), changed(base(), "party", fmt::format(R"({{"id": "b", "names": [{{"text": "{}"}}]}})", name)));
    };
    const io::Merged result = merged(base(), {named("B1"), named("B2"), named("B1")});
    CHECK_FALSE(result.dossier);
    CHECK(result.summary.records_changed == 0);
    REQUIRE(result.summary.conflicts.size() == 1);
    CHECK(result.summary.conflicts[0].record.text() == "party:b");
    CHECK(result.summary.conflicts[0].member == "names");
    REQUIRE(result.summary.conflicts[0].proposed.size() == 2);
    CHECK(result.summary.conflicts[0].proposed[0].text == R"([{"text":"B1"}])");
}

TEST_CASE("a base that has moved on: what the proposer saw must still be there") {
    const Dossier moved = changed(base(), "party", R"({"id": "b", "names": [{"text": "Bravo"}]})");
    const ChangeSet name = io::diff(base(), changed(base(), "party", R"({"id": "b", "names": [{"text": "Bela"}]})"));
    const io::Merged conflict = merged(moved, {name});
    REQUIRE(conflict.summary.conflicts.size() == 1);
    CHECK(conflict.summary.conflicts[0].proposed.size() == 2);
    CHECK(conflict.summary.of_other_bases == std::vector<std::string>{io::digest(base())});
    const ChangeSet note = io::diff(base(), changed(base(), "party", R"({"id": "b", "names": [{"text": "Beta"}], "notes": ["seen"]})"));
    const io::Merged both = merged(moved, {note});
    REQUIRE(both.dossier);
    CHECK(both.dossier->get<Party>("b").names[0].text == "Bravo");
    CHECK(both.dossier->get<Party>("b").notes.size() == 1);
}

TEST_CASE("a record that one removes and another changes or refers to is a conflict") {
    const ChangeSet removed = io::diff(base(), without(without(base(), "candidate_list", "l"), "party", "b"));
    const ChangeSet renamed = io::diff(base(), changed(base(), "party", R"({"id": "b", "names": [{"text": "Bela"}]})"));
    const io::Merged changed_too = merged(base(), {removed, renamed});
    REQUIRE(changed_too.summary.conflicts.size() == 1);
    CHECK(changed_too.summary.conflicts[0].removal == YesNo::yes);
    CHECK(changed_too.summary.conflicts[0].proposed[0].text == R"([{"text":"Bela"}])");
    const ChangeSet referred = io::diff(base(), changed(base(), "candidate_list", R"({"id": "m", "election": "v", "party": "b"})"));
    const io::Merged dangling = merged(base(), {referred, removed});
    CHECK_FALSE(dangling.dossier);
    REQUIRE(dangling.summary.conflicts.size() == 1);
    CHECK(dangling.summary.conflicts[0].record.text() == "candidate_list:m");
    CHECK(dangling.summary.conflicts[0].member == "party");
    CHECK(merged(without(without(base(), "candidate_list", "l"), "party", "b"), {removed}).summary.conflicts.empty());
    const io::Merged gone = merged(without(without(base(), "candidate_list", "l"), "party", "b"), {renamed});
    REQUIRE(gone.summary.conflicts.size() == 1);
    CHECK(gone.summary.conflicts[0].reason == "the base has no such record any more");
}

TEST_CASE("members of the dossier itself merge like those of a record") {
    const auto with = [](std::string json) {
        Edit edit(base());
        edit.set_extra("x-office", std::move(json));
        return io::diff(base(), edit.commit());
    };
    CHECK(merged(base(), {with("1")}).dossier->extras().members().at("x-office") == "1");
    CHECK(merged(base(), {with("")}).dossier->extras().empty());
    const io::Merged conflict = merged(base(), {with("1"), with("")});
    REQUIRE(conflict.summary.conflicts.size() == 1);
    CHECK(conflict.summary.conflicts[0].record.empty());
    CHECK(conflict.summary.conflicts[0].proposed.back().text == "null");
}

TEST_CASE("what stands as deep in a record as a dossier allows stands in a change set") {
    const std::string deep = std::string(61, '[') + std::string(61, ']');
    const Dossier to = changed(base(), "party", R"({"id": "c", "names": [{"text": "C"}], "x-deep": )" + deep + "}");
    const io::Merged made = merged(base(), {io::read_changes(text(io::diff(base(), to)), "c.json")});
    REQUIRE(made.dossier);
    CHECK(io::write_json(*made.dossier) == io::write_json(to));
}

TEST_CASE("a change set gives a dossier no register and no format under the name of a member of its own") {
    for (const char* name : {"parties", "format", "", "office"}) {
        ChangeSet changes = io::diff(base(), base());
        io::MemberChange& member = changes.members.emplace_back();
        member.member = name;
        member.after.text = R"([{"id":"q"}])";
        CAPTURE(name);
        CHECK(error_of([&] { merged(base(), {changes}); }).code() == ErrorCode::data);
    }
    const Dossier newer = io::read_json(R"({"format": "openeom/1.9", "banners": [1], "parties": []})", "t.json").commit();
    Edit edit(newer);
    edit.set_extra("banners", "[2]");
    const io::Merged made = merged(newer, {io::diff(newer, edit.commit())});
    REQUIRE(made.dossier);  // what a newer version knows and the base has kept
    CHECK(io::write_json(*made.dossier) == io::write_json(edit.commit()));
}

TEST_CASE("property: ten analysts' change sets in any order give the same bytes or the same conflicts") {
    std::mt19937 random(20120115);
    int clean = 0, in_conflict = 0;
    for (int round = 0; round < 120; ++round) {
        Dossier start = read(R"("elections": [{"id": "v", "country": "XN", "dates": ["2027-05-09"]}])");
        for (int i = 0; i < 4; ++i) start = edited(start, random);
        const int analysts = round % 3 == 0 ? 10 : 2;
        std::vector<ChangeSet> changes;
        for (int i = 0; i < analysts; ++i) changes.push_back(io::diff(start, edited(start, random)));
        const std::string first = outcome(merged(start, changes));
        for (int i = 0; i < 8; ++i) {
            for (std::size_t n = changes.size(); n > 1; --n) std::swap(changes[n - 1], changes[random() % n]);
            REQUIRE(outcome(merged(start, changes)) == first);
        }
        (merged(start, changes).dossier ? clean : in_conflict) += 1;
    }
    CHECK(clean > 10);
    CHECK(in_conflict > 10);
}

TEST_CASE("property: without conflict, one after the other is all together") {
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < 200; ++round) {
        Dossier start = read(R"("elections": [{"id": "v", "country": "XN", "dates": ["2027-05-09"]}])");
        for (int i = 0; i < 3; ++i) start = edited(start, random);
        const ChangeSet left = io::diff(start, edited(start, random)), right = io::diff(start, edited(start, random));
        const io::Merged together = merged(start, {left, right});
        if (!together.dossier) continue;
        const io::Merged in_turn = merged(*merged(start, {left}).dossier, {right});
        REQUIRE(in_turn.dossier);
        REQUIRE(io::digest(*in_turn.dossier) == io::digest(*together.dossier));
        ++compared;
    }
    CHECK(compared > 30);
}

TEST_CASE("bad change sets: a clear error with its place") {
    const auto refused = [](std::string_view json) { return error_of([&] { io::read_changes(json, "c.json"); }); };
    CHECK(refused("{").code() == ErrorCode::syntax);
    CHECK(refused("{}").code() == ErrorCode::data);
    CHECK(refused(R"({"format": "openeom/1.0"})").hint() == "\"openeom-changes/1.0\"");
    CHECK(refused(R"({"format": "openeom-changes/2.0"})").code() == ErrorCode::version);
    CHECK(refused(R"({"format": "openeom-changes/1.0", "record": []})").message().find("records") != std::string::npos);
    const auto failed = [](std::string_view records) {
        const ChangeSet read = io::read_changes(fmt::format(R"({{"format": "openeom-changes/1.0", "records": [{}]}})", records), "c.json");
        return error_of([&] { merged(base(), {read}); });
    };
    CHECK(failed(R"({"record": "partei:a", "kind": "added"})").code() == ErrorCode::not_found);
    CHECK(failed(R"({"record": "party:a", "kind": "changed", "members": [{"member": "nams", "after": 1}]})").message().find("names") !=
          std::string::npos);
    CHECK(failed(R"({"record": "party:a", "kind": "changed", "members": [{"member": "country", "after": 1}]})").location().member == "country");
    CHECK(failed(R"({"record": "party:a", "kind": "changed", "members": [{"member": "id", "after": "z"}]})").code() == ErrorCode::data);
}
