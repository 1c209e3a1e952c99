// What commit refuses: each incoherence fires where it should, and not where it should not.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "openeom/model/dossier.hpp"

using namespace openeom;

namespace {

template <class T>
T record(const char* id) {
    T made;
    made.id = id;
    return made;
}

template <class T>
T named(const char* id) {
    T made = record<T>(id);
    made.names = {Name{{}, id, "en"}};
    return made;
}

template <class T>
Ref<T> ref(const char* id) {
    return Ref<T>(Id(id));
}

Candidacy candidacy(const char* id) {
    Candidacy made = record<Candidacy>(id);
    made.election = ref<Election>("kz-2012");
    return made;
}

Edit with_election() {
    Edit edit;
    Election election = named<Election>("kz-2012");
    election.country = "KZ";
    election.dates = {};
    edit.put(std::move(election));
    return edit;
}

/// The diagnostics as text, one a line.
std::string told(const std::vector<Diagnostic>& diagnostics) {
    std::string made;
    for (const Diagnostic& each : diagnostics)
        made += fmt::format("[{}] {}\n", each.rule, each.text().substr(0, each.text().rfind(" (")));
    return made;
}

/// The rules that fire, one a word; empty for a coherent edit.
std::string rules(const Edit& edit) {
    std::string made;
    for (const Diagnostic& each : edit.incoherences()) {
        CHECK(each.severity == Severity::error);
        CHECK_FALSE(each.message.empty());
        CHECK_FALSE(each.remedy.empty());
        CHECK_FALSE(each.location.record.empty());
        made += (made.empty() ? "" : " ") + each.rule;
    }
    return made;
}

Document document(const char* id) {
    Document made = record<Document>(id);
    made.title = id;
    return made;
}

}  // namespace

TEST_CASE("a coherent edit is committed") {
    Edit edit = with_election();
    CHECK(told(edit.incoherences()) == "");
    edit.put(candidacy("kz-17"));
    CHECK(told(edit.incoherences()) == "");
    CHECK(edit.commit().size() == 2);
}

TEST_CASE("a dangling reference is refused, both ends named, with its place and a suggestion") {
    Edit edit = with_election();
    Party party = named<Party>("p");
    edit.put(std::move(party));
    CandidateList list = record<CandidateList>("rukhaniyat");
    list.party = ref<Party>("p");
    list.election = ref<Election>("kz-2012");
    edit.put(std::move(list));
    Candidacy lost = candidacy("kz-17");
    lost.list = ref<CandidateList>("rukhanyat");
    edit.put(std::move(lost));
    edit.set_source("mission.json", {0, 100, 200});
    edit.set_origin(reflect::table<Candidacy>(), "kz-17", 116);

    const auto found = edit.incoherences();
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "dangling-reference");
    CHECK(found[0].message == "refers to candidate_list:rukhanyat, which is not there (did you mean 'rukhaniyat'?)");
    CHECK(found[0].location.text() == "mission.json:2:17");
    CHECK(found[0].location.record == "candidacy:kz-17");
    CHECK(found[0].location.member == "list");
    try {
        static_cast<void>(edit.commit());
        FAIL("committed");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::data);
        CHECK(error.message() ==
              "mission.json:2:17: candidacy:kz-17.list: refers to candidate_list:rukhanyat, which is not "
              "there (did you mean 'rukhaniyat'?)");
        CHECK(error.diagnostics().size() == 1);
    }
    CHECK(edit.snapshot().size() == 4);
}

TEST_CASE("references in parts and of any type are verified too") {
    Edit edit = with_election();
    RegistrationEvent event = record<RegistrationEvent>("cancelled");
    event.subject = AnyRef("candidate_list:gone");
    event.kind = RegistrationKind::deregistered;
    event.due_process.emplace();
    CriterionEvidence& held = event.due_process->held.emplace_back();
    held.criterion = Criterion::notice;
    held.evidence = {ref<Evidence>("lost")};
    edit.put(std::move(event));
    CHECK(told(edit.incoherences()) ==
          "[dangling-reference] error: registration_event:cancelled.subject: refers to candidate_list:gone, which is "
          "not there\n"
          "[dangling-reference] error: registration_event:cancelled.due_process.held[0].evidence[0]: refers to "
          "evidence:lost, "
          "which is not there\n");
}

TEST_CASE("a reference to a type that does not exist is refused, one into the catalogue is left to the checks") {
    Edit edit;
    Gap gap = record<Gap>("g");
    gap.item = "the annex";
    SUBCASE("unknown") {
        gap.about = {AnyRef("candidancy:x")};
        edit.put(std::move(gap));
        CHECK(told(edit.incoherences()) ==
              "[unknown-type] error: gap:g.about[0]: refers to 'candidancy:x', but no type is called 'candidancy' (did "
              "you mean "
              "'candidacy'?)\n");
    }
    SUBCASE("a plural") {
        gap.about = {AnyRef("parties:x")};
        edit.put(std::move(gap));
        CHECK(told(edit.incoherences()) ==
              "[unknown-type] error: gap:g.about[0]: refers to 'parties:x', but no type is called "
              "'parties' (did you mean 'party'?)\n");
    }
    SUBCASE("the catalogue") {
        for (const char* type : {"indicator", "standard", "case_law", "lexicon_entry", "code_entry",
                                 "criterion_definition", "indicator_definition", "document_outline", "lifecycle"})
            gap.about.push_back(AnyRef(type, "x"));
        edit.put(std::move(gap));
        CHECK(rules(edit) == "");
    }
}

TEST_CASE("a missing required member is refused, in parts too, but not in parts that are left out") {
    Edit edit = with_election();
    edit.put(record<Candidacy>("kz-17"));
    Party party = record<Party>("p");
    party.names.emplace_back().language = "en";
    edit.put(std::move(party));
    CHECK(told(edit.incoherences()) ==
          "[missing-member] error: party:p.names[0].text: a required member is missing\n"
          "[missing-member] error: candidacy:kz-17.election: a required member is missing\n");
    edit.put(candidacy("kz-17"));
    edit.put(named<Party>("p"));
    CHECK(rules(edit) == "");
}

TEST_CASE("that a member is missing is not told again where a reader told what is wrong with it") {
    Edit edit = with_election();
    edit.put(record<Candidacy>("kz-17"));
    Diagnostic read{Severity::error, "json-id", {}, "an id is made of a to z", {}};
    read.location.record = "candidacy:kz-17";
    read.location.member = "person";
    edit.report(read);
    CHECK(rules(edit) == "missing-member");
    read.location.member = "election";
    read.severity = Severity::warning;
    edit.report(read);
    CHECK(rules(edit) == "missing-member");
    read.severity = Severity::error;
    edit.report(read);
    CHECK(rules(edit) == "");
}

TEST_CASE("an id that came twice is refused, once for all the times, unless a reader told of it") {
    Edit edit;
    Register::Builder builder(reflect::table<Party>());
    for (const char* id : {"alga", "kpk", "alga", "alga"}) *static_cast<Party*>(builder.add()) = named<Party>(id);
    CHECK(edit.load(std::move(builder)) == std::vector<std::string>{"alga", "alga"});
    CHECK(told(edit.incoherences()) == "[duplicate-id] error: party:alga.id: another party has this id\n");
    CHECK_THROWS_AS(static_cast<void>(edit.commit()), Error);
    Diagnostic read{Severity::error, "duplicate-id", {}, "the id stands at line 7 too", {}};
    read.location.record = "party:alga";
    edit.report(read);
    CHECK(rules(edit) == "");
    CHECK_THROWS_AS(static_cast<void>(edit.commit()), Error);
}

TEST_CASE("records that came apart are no doubles") {
    Edit edit;
    Register::Builder builder(reflect::table<Party>());
    for (const char* id : {"kpk", "alga"}) *static_cast<Party*>(builder.add()) = named<Party>(id);
    CHECK(edit.load(std::move(builder)).empty());
    CHECK(rules(edit) == "");
    CHECK(edit.commit().size() == 2);
}

TEST_CASE("a cycle of supersedes is refused once, from its first id on; a chain is not") {
    Edit edit;
    Document a = document("a"), b = document("b"), c = document("c"), d = document("d");
    b.supersedes = ref<Document>("a");
    c.supersedes = ref<Document>("b");
    d.supersedes = ref<Document>("c");
    for (Document each : {a, b, c, d}) edit.put(std::move(each));
    CHECK(rules(edit) == "");
    b.supersedes = ref<Document>("c");
    edit.put(b);
    CHECK(told(edit.incoherences()) ==
          "[cycle] error: document:b.supersedes: leads back to where it began: b -> c -> b\n");
    b.supersedes = ref<Document>("b");
    edit.put(b);
    CHECK(told(edit.incoherences()) == "[cycle] error: document:b.supersedes: leads back to where it began: b -> b\n");
}

TEST_CASE("two members that lead to and fro are no cycle") {
    Edit edit;
    Document original = document("original"), translation = document("translation");
    translation.translation_of = ref<Document>("original");
    original.attaches = {ref<Document>("translation")};
    edit.put(original);
    edit.put(translation);
    CHECK(rules(edit) == "");
    translation.attaches = {ref<Document>("original")};
    edit.put(translation);
    CHECK(rules(edit) == "cycle");
}

TEST_CASE("each member along which records must not come back to themselves is followed") {
    Edit edit;
    const auto two = [&](auto first, auto set, const char* other) {
        auto second = first;
        second.id = other;
        set(first, second.id);
        set(second, first.id);
        edit.put(first);
        edit.put(second);
    };
    std::string expected = "cycle";
    SUBCASE("parent") {
        two(
            named<Body>("a"), [](Body& at, const Id& to) { at.parent = Ref<Body>(to); }, "b");
    }
    SUBCASE("within a place") {
        two(
            named<Place>("a"), [](Place& at, const Id& to) { at.within = Ref<Place>(to); }, "b");
    }
    SUBCASE("part_of") {
        two(
            named<Mission>("a"), [](Mission& at, const Id& to) { at.part_of = Ref<Mission>(to); }, "b");
    }
    SUBCASE("appeals") {
        two(
            record<Complaint>("a"), [](Complaint& at, const Id& to) { at.appeals = Ref<Complaint>(to); }, "b");
    }
    SUBCASE("follows") {
        RegistrationEvent event = record<RegistrationEvent>("a");
        event.subject = AnyRef("registration_event:a");
        event.kind = RegistrationKind::appealed;
        two(
            event, [](RegistrationEvent& at, const Id& to) { at.follows = Ref<RegistrationEvent>(to); }, "b");
    }
    SUBCASE("translation_of") {
        two(
            document("a"), [](Document& at, const Id& to) { at.translation_of = Ref<Document>(to); }, "b");
    }
    SUBCASE("based_on") {
        Finding finding = record<Finding>("a");
        finding.topic = "t";
        two(
            finding, [](Finding& at, const Id& to) { at.based_on = {Ref<Finding>(to)}; }, "b");
    }
    SUBCASE("repeats") {
        Recommendation asked = record<Recommendation>("a");
        asked.summary = "s";
        two(
            asked, [](Recommendation& at, const Id& to) { at.repeats = Ref<Recommendation>(to); }, "b");
    }
    SUBCASE("contradicts is mutual by nature") {
        Finding finding = record<Finding>("a");
        finding.topic = "t";
        two(
            finding, [](Finding& at, const Id& to) { at.contradicts = {Ref<Finding>(to)}; }, "b");
        expected.clear();
    }
    CHECK(rules(edit) == expected);
}

TEST_CASE("diamonds are no cycles, and each reference that closes a cycle is told") {
    Edit edit;
    const auto put = [&](const char* id, std::vector<Ref<Finding>> based_on) {
        Finding made = record<Finding>(id);
        made.topic = "t";
        made.based_on = std::move(based_on);
        edit.put(std::move(made));
    };
    put("a", {ref<Finding>("b"), ref<Finding>("c")});
    put("b", {ref<Finding>("d")});
    put("c", {ref<Finding>("d")});
    put("d", {});
    CHECK(rules(edit) == "");
    put("d", {ref<Finding>("a")});
    CHECK(rules(edit) == "cycle");
    put("d", {ref<Finding>("a"), ref<Finding>("b"), ref<Finding>("e")});
    put("e", {ref<Finding>("e")});
    CHECK(rules(edit) == "cycle cycle cycle");
}

TEST_CASE("a chain of a hundred thousand records is followed without recursion") {
    constexpr int kLength = 100'000;
    Register::Builder builder(reflect::table<Place>());
    for (int i = 0; i < kLength; ++i) {
        auto& place = *static_cast<Place*>(builder.add());
        place.id = fmt::format("ps-{:06}", i);
        place.names = {Name{{}, "a place", "en"}};
        place.within = Ref<Place>(Id(fmt::format("ps-{:06}", (i + 1) % kLength)));
    }
    Edit edit;
    CHECK(edit.load(std::move(builder)).empty());
    CHECK(told(edit.incoherences()) ==
          "[cycle] error: place:ps-000000.within: leads back to where it began: ps-000000 -> ps-000001 -> ps-000002 -> "
          "ps-000003 -> ps-000004 -> ps-000005 -> ... (100000 records) -> ps-000000\n");
}

TEST_CASE("a reported value must be of a member that its record can have") {
    Edit edit = with_election();
    Evidence evidence = record<Evidence>("e");
    evidence.source = ref<Source>("s");
    Source source = record<Source>("s");
    source.title = "a source";
    edit.put(std::move(evidence));
    edit.put(std::move(source));
    ReportedValue value = record<ReportedValue>("v");
    value.record = AnyRef("election:kz-2012");
    value.member = "names[0].text";
    value.value.text = "\"x\"";
    value.evidence = {ref<Evidence>("e")};
    edit.put(value);
    CHECK(rules(edit) == "");

    value.member = "registered_votes";
    edit.put(value);
    CHECK(told(edit.incoherences()) ==
          "[reported-member] error: reported_value:v.member: is a value of 'registered_votes' of election:kz-2012, "
          "which has no "
          "such member (did you mean 'registered_voters'?)\n");
    value.member = "names[1].text";
    edit.put(value);
    CHECK(rules(edit) == "reported-member");
    value.member = "names[0].text";
    value.record = AnyRef("election:kz-2016");
    edit.put(value);
    CHECK(rules(edit) == "dangling-reference");
    value.member = "";
    value.record = AnyRef("election:kz-2012");
    edit.put(value);
    CHECK(rules(edit) == "missing-member");
}

TEST_CASE("an edit of a dossier verifies what it changed and what that breaks") {
    Edit edit = with_election();
    edit.put(named<Person>("somebody"));
    Candidacy standing = candidacy("kz-17");
    standing.person = ref<Person>("somebody");
    edit.put(std::move(standing));
    edit.put(named<Party>("alga"));
    Gap gap = record<Gap>("g");
    gap.item = "its statute";
    gap.about = {AnyRef("party:alga")};
    edit.put(std::move(gap));
    Document old = document("old"), next = document("new");
    next.supersedes = ref<Document>("old");
    edit.put(old);
    edit.put(std::move(next));
    Source source = record<Source>("s");
    source.title = "a source";
    edit.put(std::move(source));
    Evidence evidence = record<Evidence>("e");
    evidence.source = ref<Source>("s");
    edit.put(std::move(evidence));
    ReportedValue value = record<ReportedValue>("v");
    value.record = AnyRef("party:alga");
    value.member = "names[0].text";
    value.value.text = "\"x\"";
    value.evidence = {ref<Evidence>("e")};
    edit.put(std::move(value));
    const Dossier base = edit.commit();

    Edit change(base);
    SUBCASE("nothing") {
        CHECK(rules(change) == "");
    }
    SUBCASE("a person to whom a candidacy refers is removed") {
        CHECK(change.remove("person", "somebody"));
        CHECK(told(change.incoherences()) ==
              "[dangling-reference] error: candidacy:kz-17.person: refers to person:somebody, which is not there\n");
        change.remove("candidacy", "kz-17");
        CHECK(rules(change) == "");
        CHECK(change.commit().size() == base.size() - 2);
    }
    SUBCASE("a person is removed and put again") {
        change.remove("person", "somebody");
        change.put(named<Person>("somebody"));
        CHECK(rules(change) == "");
    }
    SUBCASE("a record that nobody refers to is removed") {
        change.remove("document", "new");
        CHECK(rules(change) == "");
    }
    SUBCASE("a party that references of any type name is removed") {
        change.remove("party", "alga");
        CHECK(rules(change) == "dangling-reference dangling-reference");
    }
    SUBCASE("a changed record refers to what is not there") {
        Candidacy changed = candidacy("kz-17");
        changed.person = ref<Person>("nobody");
        change.put(changed);
        change.put(changed);
        CHECK(rules(change) == "dangling-reference");
    }
    SUBCASE("a change closes a cycle through a record that did not change") {
        old.supersedes = ref<Document>("new");
        change.put(old);
        CHECK(rules(change) == "cycle");
    }
    SUBCASE("a change takes away the member of which a value is reported") {
        Party alga = named<Party>("alga");
        alga.names.clear();
        change.put(std::move(alga));
        CHECK(rules(change) == "missing-member reported-member");
    }
    SUBCASE("a snapshot of something incoherent is verified whole") {
        Candidacy changed = candidacy("kz-18");
        changed.person = ref<Person>("nobody");
        change.put(std::move(changed));
        Edit further(change.snapshot());
        CHECK(rules(further) == "dangling-reference");
        CHECK_THROWS_AS(static_cast<void>(further.commit()), Error);
    }
    SUBCASE("records loaded in bulk") {
        Register::Builder builder(reflect::table<Candidacy>());
        builder.add();
        static_cast<Candidacy*>(builder.add())->id = "kz-19";
        change.load(std::move(builder));
        CHECK(rules(change) == "missing-member missing-member missing-member");
    }
}

TEST_CASE("so many changes that all is verified are verified too") {
    Edit edit = with_election();
    edit.put(named<Person>("somebody"));
    Candidacy standing = candidacy("kz-17");
    standing.person = ref<Person>("somebody");
    edit.put(standing);
    Edit change(edit.commit());
    standing.person = ref<Person>("nobody");
    change.put(standing);
    const int changes = 1500;  // of two candidacies
    for (int i = 0; i < changes; ++i) change.put(candidacy("kz-18"));
    CHECK(rules(change) == "dangling-reference");
    change.remove("person", "somebody");
    change.remove("candidacy", "kz-17");
    CHECK(rules(change) == "");
}
