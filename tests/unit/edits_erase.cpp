// Erasure: nothing of a record is left, its tombstone says so, and nobody brings it back.
#include <doctest/doctest.h>

#include <algorithm>

#include <fmt/format.h>

#include "io_support.hpp"
#include "openeom/io/changes.hpp"
#include "openeom/io/edits.hpp"

using namespace openeom;
using io::ChangeSet;
using test::error_of;

namespace {

Dossier read(std::string_view rest) { return io::read_json(test::dossier(rest), "t.json").commit(); }

// All that tells of the person begins with "zq", in any case.
Dossier base() {
    return read(R"("x-office": {"lead": "Ada Quill"},
    "elections": [{"id": "v", "country": "XN", "dates": ["2027-05-09"]}],
    "persons": [
        {"id": "p", "notes": ["Zqmother was a judge in Zqville"], "evidence": ["only", "shared"], "names": [{"text": "Zqivan Zqpetrov"}],
         "external_identifiers": [{"system": "kobo", "id": "zq-17"}], "roles": [{"title": "zqchair of the zq office"}], "x-zq": {"zq": "zq"}},
        {"id": "q", "names": [{"text": "Ada Quill"}], "evidence": ["shared"]}],
    "parties": [{"id": "a", "names": [{"text": "Alpha"}], "notes": ["met \u005aQIVAN Zqpetrov"], "x-said": {"of": "\u007aqivan zqpetrov"}}],
    "candidacies": [{"id": "c", "election": "v", "person": "p"}],
    "sources": [{"id": "s", "title": "Gazette"}],
    "evidence": [
        {"id": "only", "source": "s", "statement": "Zqivan was born in Zqtown", "locator": {"page": "zq 3"}},
        {"id": "value", "source": "s", "statement": "zqvalue"},
        {"id": "shared", "source": "s", "statement": "Two persons stood"}],
    "reported_values": [
        {"id": "r", "record": "person:p", "member": "country", "value": "ZQ", "words": "zq land", "evidence": ["value"]},
        {"id": "e", "record": "evidence:only", "member": "statement", "value": "zq", "evidence": ["shared"]}],
    "findings": [{"id": "f", "topic": "voting", "evidence": ["shared"]}])");
}

io::EraseOptions how() {
    io::EraseOptions options;
    options.erased = *Instant::parse("2026-12-01T10:00:00Z");
    options.authority = "data protection officer";
    options.ground = ErasureGround::consent_withdrawn;
    options.reason = "asked for by letter";
    return options;
}

/// Without what others say of the person.
Edit redacted(const Dossier& dossier) {
    Edit edit(dossier);
    Party party = *static_cast<const Party*>(edit.find("party", "a"));
    party.notes = {"met somebody"};
    party.extras.set("x-said", {});
    edit.put(party);
    return edit;
}

Dossier erased(const Dossier& dossier = base()) {
    Edit edit = redacted(dossier);
    (void)io::erase(edit, "person", "p", how());
    return edit.commit();
}

/// What is left of the person, in any spelling of JSON; empty where nothing is.
std::string left(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string_view trace : {"zq", "\\u005a", "\\u007a"})
        if (const std::size_t at = text.find(trace); at != std::string::npos) return text.substr(at, 40);
    return {};
}

std::string text(const ChangeSet& changes) { return io::to_json(reflect::table<ChangeSet>(), &changes); }
std::string text(const io::MergeSummary& summary) { return io::to_json(reflect::table<io::MergeSummary>(), &summary); }

io::Merged merged(const Dossier& onto, std::vector<ChangeSet> changes) { return io::merge(onto, changes); }

std::vector<std::string> texts(const std::vector<AnyRef>& references) {
    std::vector<std::string> made;
    for (const AnyRef& each : references) made.push_back(each.text());
    return made;
}

}  // namespace

TEST_CASE("nothing of an erased record is left in the dossier's bytes") {
    CHECK_FALSE(left(io::write_json(base())).empty());
    const Dossier dossier = erased();
    CHECK(left(io::write_json(dossier)) == "");
    CHECK(dossier.all<Person>().size() == 1);
    CHECK(dossier.find<Evidence>("shared"));
    CHECK_FALSE(dossier.find<Evidence>("value"));
    CHECK(dossier.all<ReportedValue>().empty());
    CHECK(left(io::write_json(io::read_json(io::write_json(dossier), "t.json").commit())) == "");
}

TEST_CASE("the tombstone says what, when, on whose authority and why") {
    Edit edit = redacted(base());
    const io::Erased made = io::erase(edit, "person", "p", how());
    CHECK(texts(made.records) == std::vector<std::string>{"person:p", "reported_value:r", "evidence:only", "evidence:value", "reported_value:e"});
    REQUIRE(made.referred_to_by.size() == 1);
    CHECK(made.referred_to_by[0].record.text() == "candidacy:c");
    CHECK(made.referred_to_by[0].member == "person");
    const Dossier dossier = edit.commit();
    const Erasure& tombstone = dossier.get<Erasure>("person.p");
    CHECK(tombstone.record.text() == "person:p");
    CHECK(tombstone.erased.text() == "2026-12-01T10:00:00Z");
    CHECK(tombstone.authority == "data protection officer");
    CHECK(tombstone.ground == ErasureGround::consent_withdrawn);
    CHECK_FALSE(tombstone.along_with);
    REQUIRE(tombstone.external_sha256.size() == 1);
    CHECK(dossier.get<Erasure>("evidence.only").along_with == Ref<Erasure>("person.p"));
    CHECK(error_of([&] { (void)dossier.get<Person>("p"); }).message() == "person:p was erased on 2026-12-01 (consent withdrawn)");
    CHECK(erasure_words(*dossier.erasure(AnyRef("person:p"))) == "person:p was erased on 2026-12-01 (consent withdrawn)");
    CHECK_FALSE(dossier.erasure("person", "q"));
}

TEST_CASE("words of it in other records: refused with each place, or kept and told") {
    Edit edit(base());
    const Error error = error_of([&] { io::erase(edit, "person", "p", how()); });
    CHECK(error.code() == ErrorCode::conflict);
    REQUIRE(error.diagnostics().size() == 2);
    CHECK(error.diagnostics()[0].location.record == "party:a");
    CHECK(error.diagnostics()[0].location.member == "notes");
    CHECK(error.diagnostics()[1].location.member == "x-");
    for (const Diagnostic& each : error.diagnostics()) CHECK(left(each.text()) == "");
    CHECK(io::digest(edit.commit()) == io::digest(base()));
    io::EraseOptions keeping = how();
    keeping.mentions = io::MentionsLeft::kept;
    CHECK(io::erase(edit, "person", "p", keeping).mentions.size() == 2);
    Edit named(redacted(base()).commit());
    io::EraseOptions telling = how();
    telling.reason = "Zqivan Zqpetrov asked for it";
    CHECK(error_of([&] { io::erase(named, "person", "p", telling); }).diagnostics()[0].location.record.starts_with("erasure:"));
}

TEST_CASE("an id that was erased is not used again, and a tombstone stays") {
    Edit edit(erased());
    Person again;
    again.id = Id("p");
    again.names = {Name{{}, "Zqivan Zqpetrov", ""}};
    CHECK(error_of([&] { edit.put(again); }).code() == ErrorCode::conflict);
    CHECK(error_of([&] { (void)edit.remove("erasure", "person.p"); }).code() == ErrorCode::conflict);
    CHECK(error_of([&] { edit.erase("erasure", "person.p", {}); }).code() == ErrorCode::argument);
    CHECK(error_of([&] { edit.erase("person", "p", {}); }).code() == ErrorCode::conflict);
    CHECK(error_of([&] { edit.erase("person", "nobody", {}); }).code() == ErrorCode::not_found);
    const auto upsert = [&] { io::upsert(edit, "person", "kobo", "zq-17", R"({"names": [{"text": "Zq"}]})"); };
    CHECK(error_of(upsert).code() == ErrorCode::conflict);
    CHECK(left(error_of(upsert).message().substr(error_of(upsert).message().find(": "))) == "");
    const std::string tombstone = R"("erasures": [{"id": "ID", "record": "party:a", "erased": "2026-12-01T10:00:00Z", "authority": "x"}])";
    const auto with = [&](std::string_view id, std::string_view rest) {
        return test::said_of_all(test::dossier(std::string(tombstone).replace(tombstone.find("ID"), 2, id) + std::string(rest)));
    };
    CHECK(with("party.a", "") == "");
    CHECK(with("party.b", "").find("call it 'party.a'") != std::string::npos);
    CHECK(with("party.a", R"(, "parties": [{"id": "a", "names": [{"text": "A"}]}])").find("was erased on 2026-12-01") != std::string::npos);
    CHECK(with("party.a", R"(, "reported_values": [{"id": "r", "record": "party:a", "member": "country", "value": "XN"}])")
              .find("is a value of a record that was erased") != std::string::npos);
    CHECK(with("party.a", R"(, "candidate_lists": [{"id": "l", "election": "v", "party": "a"}],
        "elections": [{"id": "v", "country": "XN", "dates": ["2027-05-09"]}])") == "");
}

TEST_CASE("references to what was erased stay coherent, also in an edit that was begun before") {
    Edit edit(erased());
    CandidateList list;
    list.id = Id("l");
    list.election = Ref<Election>("v");
    list.party = Ref<Party>("a");
    list.evidence = {Ref<Evidence>("only")};
    edit.put(list);
    CHECK(edit.incoherences().empty());
    ReportedValue value;
    value.id = Id("late");
    value.record = AnyRef("person:p");
    value.member = "country";
    value.value.text = "\"XN\"";
    value.evidence = {Ref<Evidence>("shared")};
    edit.put(value);
    REQUIRE(edit.incoherences().size() == 1);
    CHECK(edit.incoherences()[0].rule == "erased-record");
    CHECK(texts(edit.erase_reported()) == std::vector<std::string>{"reported_value:late"});
    CHECK(edit.incoherences().empty());
    CHECK(edit.commit().get<Erasure>("reported_value.late").along_with == Ref<Erasure>("person.p"));
}

TEST_CASE("what was noticed about it goes too") {
    Edit read(base());
    read.report({Severity::warning, "json-newer", Location{"t.json", 1, 1, "person:p", "x"}, "keeps 'Zq' as it stands", ""});
    const Dossier remarked = read.commit();
    REQUIRE(remarked.remarks().size() == 1);
    CHECK(erased(remarked).remarks().empty());
}

TEST_CASE("a change set of an erasure carries nothing of what was erased") {
    const Dossier from = base(), to = erased(from);
    const ChangeSet made = io::diff(from, to);
    CHECK(left(text(made)) == "");
    const auto person = std::find_if(made.records.begin(), made.records.end(), [](const auto& each) { return each.record.text() == "person:p"; });
    REQUIRE(person != made.records.end());
    CHECK(person->kind == io::ChangeKind::erased);
    CHECK(person->members.empty());
    const io::Merged result = merged(from, {io::read_changes(text(made), "c.json")});
    REQUIRE(result.dossier);
    CHECK(io::write_json(*result.dossier) == io::write_json(to));
    CHECK(left(text(result.summary)) == "");
    // What stands for a value that is not told still tells whether the base has moved on.
    Edit moved(from);
    Party party = *static_cast<const Party*>(moved.find("party", "a"));
    party.notes = {"met nobody"};
    moved.put(party);
    const io::Merged conflict = merged(moved.commit(), {made});
    REQUIRE(conflict.summary.conflicts.size() == 1);
    CHECK(conflict.summary.conflicts[0].member == "notes");
}

TEST_CASE("a change set from before an erasure does not bring it back, and is reported") {
    const Dossier start = base();
    Edit edit(start);
    Person person = *static_cast<const Person*>(edit.find("person", "p"));
    person.country = "ZQ";
    edit.put(person);
    Party party;
    party.id = Id("b");
    party.names = {Name{{}, "Beta", "en"}};
    edit.put(party);
    ReportedValue value;
    value.id = Id("late");
    value.record = AnyRef("person:p");
    value.member = "country";
    value.value.text = "\"ZQ\"";
    value.evidence = {Ref<Evidence>("shared")};
    edit.put(value);
    const ChangeSet changes = io::diff(start, edit.commit()), erasure = io::diff(start, erased(start));
    const io::Merged after = merged(erased(start), {changes});
    const io::Merged together = merged(start, {changes, erasure}), turned = merged(start, {erasure, changes});
    const io::Merged before = merged(*merged(start, {changes}).dossier, {erasure});
    for (const io::Merged* each : {&after, &together, &turned, &before}) {
        REQUIRE(each->dossier);
        CHECK(left(io::write_json(*each->dossier)) == "");
        CHECK(left(text(each->summary)) == "");
        CHECK(each->dossier->find<Party>("b"));
        CHECK(io::digest(*each->dossier) == io::digest(*after.dossier));
    }
    CHECK(texts(after.summary.of_erased) == std::vector<std::string>{"person:p", "reported_value:late"});
    CHECK(text(together.summary) == text(turned.summary));
    // Nor does the way back.
    const io::Merged back = merged(erased(start), {io::diff(erased(start), start)});
    CHECK_FALSE(back.dossier);
    CHECK(back.summary.conflicts[0].reason == "a tombstone is not removed");
}

TEST_CASE("words that somebody added meanwhile are found by the merge") {
    const Dossier start = base();
    Edit edit(start);
    Person ada = *static_cast<const Person*>(edit.find("person", "q"));
    ada.notes = {"succeeds Zqivan Zqpetrov"};
    edit.put(ada);
    const io::Merged result = merged(start, {io::diff(start, edit.commit()), io::diff(start, erased(start))});
    REQUIRE(result.dossier);
    REQUIRE(result.summary.mentions.size() == 1);
    CHECK(result.summary.mentions[0].record.text() == "person:q");
    CHECK(result.summary.mentions[0].member == "notes");
}
