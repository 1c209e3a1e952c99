// References with their paths, and members by path.
#include <doctest/doctest.h>

#include "model/walk.hpp"
#include "openeom/base/describe_tables.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom {

/// A required part member, in each of the ways in which a part is held.
struct TestHolder : Part {
    Name plain;
    std::optional<Name> possible;
    std::vector<Name> several;
};
BOOST_DESCRIBE_STRUCT(TestHolder, (Part), (plain, possible, several))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestHolder>{"test_holder", "", "holds parts"};
template <>
inline constexpr auto reflect::rows<TestHolder> =
    std::to_array<reflect::Row>({{"plain", "a part"}, {"possible", "perhaps a part"}, {"several", "parts"}});

}  // namespace openeom

OPENEOM_TABLE(openeom::TestHolder)

using namespace openeom;

namespace {

std::vector<std::string> references_of(const auto& record) {
    std::vector<std::string> found;
    for_each_reference(reflect::table<std::remove_cvref_t<decltype(record)>>(), &record,
                       [&](const std::string& path, std::string_view type, std::string_view id) {
                           found.push_back(path + " -> " + std::string(type) + ":" + std::string(id));
                       });
    return found;
}

RegistrationEvent cancelled_list() {
    RegistrationEvent made;
    made.id = "cancelled";
    made.evidence = {Ref<Evidence>(Id("seed-06")), Ref<Evidence>(Id("der-01"))};
    made.subject = AnyRef("candidate_list:rukhaniyat");
    made.follows = Ref<RegistrationEvent>(Id("registered"));
    made.due_process.emplace();
    CriterionEvidence& held = made.due_process->held.emplace_back();
    held.criterion = Criterion::legal_ground;
    held.asserted_by_whom = AnyRef("body:cec");
    held.evidence = {Ref<Evidence>(Id("seed-07")), Ref<Evidence>(Id("adm-06"))};
    return made;
}

struct Found {
    bool there = false;
    reflect::Kind kind{};
    bool empty = true;
    std::string member;
};
Found at(const auto& record, std::string_view path) {
    const MemberValue found = member_at(reflect::table<std::remove_cvref_t<decltype(record)>>(), &record, path);
    if (!found.type) return {};
    return {true, found.type->kind, reflect::is_empty(*found.type, found.value), std::string(found.member->name)};
}

}  // namespace

TEST_CASE("every reference of a record is met, in the order of members, with its path") {
    CHECK(references_of(cancelled_list()) ==
          std::vector<std::string>{"evidence[0] -> evidence:seed-06", "evidence[1] -> evidence:der-01",
                                   "subject -> candidate_list:rukhaniyat", "follows -> registration_event:registered",
                                   "due_process.held[0].asserted_by_whom -> body:cec",
                                   "due_process.held[0].evidence[0] -> evidence:seed-07",
                                   "due_process.held[0].evidence[1] -> evidence:adm-06"});
}

TEST_CASE("references in parts of parts are met, and empty ones are not") {
    Finding finding;
    finding.id = "parties-blocked";
    finding.responsible_actor.target = {AnyRef("body:cec"), AnyRef("body:court")};
    finding.possible_instance.emplace_back().target = AnyRef("party:alga");
    finding.possible_instance[0].evidence.emplace_back();
    CHECK(references_of(finding) == std::vector<std::string>{"responsible_actor.target[0] -> body:cec",
                                                             "responsible_actor.target[1] -> body:court",
                                                             "possible_instance[0].target -> party:alga"});
    CHECK(references_of(Candidacy()).empty());
    CHECK(references_of(Source()).empty());
}

TEST_CASE("a member is found by its path") {
    Party party;
    party.names = {Name{{}, "Рухания", "kk"}, Name{{}, "Rukhaniyat", "en"}};
    const MemberValue text = member_at(reflect::table<Party>(), &party, "names[1].text");
    REQUIRE(text.type);
    CHECK(text.type->kind == reflect::Kind::text);
    CHECK(*static_cast<const std::string*>(text.value) == "Rukhaniyat");
    CHECK(text.member->name == "text");

    CHECK(at(party, "names").kind == reflect::Kind::list);
    CHECK(at(party, "names[0]").kind == reflect::Kind::record);
    CHECK(at(party, "names[0]").member == "names");
    CHECK(at(party, "founded").empty);
    CHECK(at(party, "id").there);
}

TEST_CASE("a path that leads nowhere is told apart") {
    Party party;
    party.names = {Name{{}, "Rukhaniyat", "en"}};
    for (const char* path : {"",
                             ".",
                             "name",
                             "names[1]",
                             "names[",
                             "names[]",
                             "names[0",
                             "names[-1]",
                             "names[+0]",
                             "names[00]",
                             "names[0]text",
                             "names[0].",
                             "names[0].text[0]",
                             "names[0].text.x",
                             "names.text",
                             "names[0][0]",
                             "founded.year",
                             "x-",
                             "x-note",
                             "names[99999999999999999999]",
                             ".names",
                             "country[0]",
                             "merged_into[0]",
                             "merged_into.id"}) {
        CAPTURE(path);
        CHECK_FALSE(at(party, path).there);
    }
}

TEST_CASE("a member of an optional part that is left out is that of an empty part") {
    SeatTier tier;
    CHECK(at(tier, "threshold").kind == reflect::Kind::optional);
    CHECK(at(tier, "threshold.base").there);
    CHECK(at(tier, "threshold.base").empty);
    CHECK_FALSE(at(tier, "threshold.bases").there);
    tier.threshold.emplace().base = VoteBase::valid_votes;
    CHECK_FALSE(at(tier, "threshold.base").empty);

    RegistrationEvent event;
    CHECK(at(event, "due_process.held").there);
    CHECK_FALSE(at(event, "due_process.held[0]").there);
}

TEST_CASE("a part that is left out wants nothing; one that is there wants its required members") {
    struct Missing {
        std::vector<std::string> paths;
        void reference(const MetReference&, const Walk&) {}
        void missing(const reflect::Member&, const Walk& walk) { paths.push_back(walk.path()); }
    };
    const auto missing_in = [](const TestHolder& holder) {
        Missing visit;
        Walk().go(reflect::table<TestHolder>(), &holder, visit);
        return visit.paths;
    };
    TestHolder holder;
    CHECK(missing_in(holder).empty());
    holder.plain.language = "kk";
    holder.possible.emplace();
    holder.several.resize(2);
    holder.several[0].text = "Rukhaniyat";
    CHECK(missing_in(holder) == std::vector<std::string>{"plain.text", "possible.text", "several[1].text"});
}
