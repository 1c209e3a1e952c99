// The rules as a whole. Last in order of file, so that it sees which rules the other tests saw fire.
#include "check/registry.hpp"
#include "check_helpers.hpp"

using namespace openeom;
using namespace openeom::check::testing;

TEST_CASE("rules have ids of their own, sorted in their groups") {
    std::set<std::string> seen;
    for (const auto& group : check::rule_groups()) {
        std::string before;
        REQUIRE_FALSE(group.rules().empty());
        for (const check::RuleRow& rule : group.rules()) {
            const std::string id(rule.id);
            CHECK_MESSAGE(seen.insert(id).second, id);
            CHECK_MESSAGE(before < id, id);
            CHECK_MESSAGE(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos, id);
            before = id;
        }
    }
}

TEST_CASE("every rule documents itself") {
    for (const check::Rule& rule : check::rules()) {
        CHECK_MESSAGE(rule.title.size() > 10, rule.id);
        CHECK_MESSAGE(rule.explanation.size() > 60, rule.id);
        CHECK_MESSAGE(rule.explanation.ends_with('.'), rule.id);
        CHECK_MESSAGE(rule.remedy.size() > 10, rule.id);
        CHECK_MESSAGE(!rule.reference.empty(), rule.id);
        CHECK_MESSAGE(check::is_rule(rule.id), rule.id);
    }
    CHECK_FALSE(check::is_rule("no-such-rule"));
}

TEST_CASE("each rule was seen to fire and to keep silent") {
    for (const check::Rule& rule : check::rules()) {
        CHECK_MESSAGE(fired().contains(rule.id), rule.id, " never fired");
        CHECK_MESSAGE(silent().contains(rule.id), rule.id, " never kept silent");
    }
}
