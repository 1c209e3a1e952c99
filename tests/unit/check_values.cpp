#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

/// A party and values reported for its members.
std::string party_with(std::string_view values, std::string_view members = "\"described_as\": \"green\"") {
    return fmt::format(
        "\"parties\": [{{\"id\": \"p\", \"names\": [{{\"text\": \"Meadow\"}}], {}}}], \"reported_values\": [{}]",
        members, values);
}

}  // namespace

TEST_CASE("a reported value of another type than its member is an error") {
    const auto wrong = check(party_with(
        R"({"id": "v", "record": "party:p", "member": "founded", "value": "last spring", "evidence": ["e"]})"));
    CHECK(wrong.fires("reported-value-type", "reported_value:v"));
    CHECK(wrong.message("reported-value-type").find("founded of party:p") != std::string::npos);
    CHECK(check(party_with(
                    R"({"id": "v", "record": "party:p", "member": "founded", "value": "2011-04", "evidence": ["e"]})"))
              .is_silent("reported-value-type"));
}

TEST_CASE("a reported value of no member is an error, one of an absent part is not") {
    CHECK(
        check(party_with(R"({"id": "v", "record": "party:p", "member": "colour", "value": "red", "evidence": ["e"]})"))
            .fires("reported-value-type", "reported_value:v"));
    CHECK(
        check(party_with(
                  R"({"id": "v", "record": "party:p", "member": "names[3].text", "value": "Lea", "evidence": ["e"]})"))
            .is_silent("reported-value-type"));
    CHECK(check(party_with(
                    R"({"id": "v", "record": "party:p", "member": "names[3].text", "value": 4, "evidence": ["e"]})"))
              .fires("reported-value-type"));
}

TEST_CASE("one value of a member may be preferred, not two") {
    const std::string one =
        R"({"id": "v1", "record": "party:p", "member": "described_as", "value": "green", "evidence": ["e"], "preferred": "yes", "reason": "the party says so"})";
    const std::string other =
        R"({"id": "v2", "record": "party:p", "member": "described_as", "value": "green", "evidence": ["e"], "preferred": "yes", "reason": "so do others"})";
    const auto both = check(party_with(one + "," + other));
    CHECK(both.fires("several-preferred", "reported_value:v2"));
    CHECK(both.first("several-preferred").severity == openeom::check::IssueSeverity::error);
    CHECK(check(party_with(one)).is_silent("several-preferred"));
}

TEST_CASE("a preference between differing values needs a reason") {
    const std::string preferred =
        R"({"id": "v1", "record": "party:p", "member": "described_as", "value": "green", "evidence": ["e"], "preferred": "yes"REASON})";
    const std::string other =
        R"({"id": "v2", "record": "party:p", "member": "described_as", "value": "liberal", "evidence": ["e"]})";
    CHECK(check(party_with(replaced(preferred, "REASON", "") + "," + other))
              .fires("preferred-without-reason", "reported_value:v1"));
    CHECK(check(party_with(replaced(preferred, "REASON", R"(, "reason": "its own statute")") + "," + other))
              .is_silent("preferred-without-reason"));
    CHECK(check(party_with(replaced(preferred, "REASON", ""))).is_silent("preferred-without-reason"));
}

TEST_CASE("the record holds the preferred value") {
    const std::string value =
        R"({"id": "v", "record": "party:p", "member": "described_as", "value": "liberal", "evidence": ["e"], "preferred": "yes", "reason": "r"})";
    const auto differs = check(party_with(value));
    CHECK(differs.fires("preferred-differs", "party:p"));
    CHECK(differs.message("preferred-differs") ==
          "the record holds 'green', the preferred value, reported_value:v, is 'liberal'");
    CHECK(check(party_with(value, "\"described_as\": \"liberal\"")).is_silent("preferred-differs"));
    // Written otherwise, the same value.
    const std::string escaped = replaced(value, "liberal", "lib\\u0065ral");
    CHECK(check(party_with(escaped, "\"described_as\": \"liberal\"")).is_silent("preferred-differs"));
    CHECK(check(party_with(value, "\"founded\": \"1999\""))
              .message("preferred-differs")
              .starts_with("the record holds nothing, the preferred value"));
}

TEST_CASE("values that differ with none preferred are noted together") {
    const std::string one =
        R"({"id": "v1", "record": "party:p", "member": "founded", "value": "1999", "evidence": ["e"]})";
    const std::string other =
        R"({"id": "v2", "record": "party:p", "member": "founded", "value": "2001", "evidence": ["e"]})";
    const auto open = check(party_with(one + "," + other));
    CHECK(open.fires("conflicting-values", "party:p"));
    CHECK(open.message("conflicting-values").find("reported_value:v2") != std::string::npos);
    CHECK(check(party_with(one)).is_silent("conflicting-values"));
    CHECK(check(party_with(one + "," +
                           replaced(other, "\"evidence\"", "\"preferred\": \"yes\", \"reason\": \"r\", \"evidence\"")))
              .is_silent("conflicting-values"));
}

TEST_CASE("values that differ are told in words") {
    const auto told = [](std::string_view member, std::string_view one, std::string_view other) {
        const std::string values = fmt::format(
            R"({{"id": "v1", "record": "party:p", "member": "{}", "value": {}, "evidence": ["e"]}},
            {{"id": "v2", "record": "party:p", "member": "{}", "value": {}, "evidence": ["e"]}})",
            member, one, member, other);
        const std::string message =
            check(party_with(values, R"("leaders": [{"person": "x"}])")).message("conflicting-values");
        return message.substr(message.find(": ") + 2);
    };
    CHECK(told("members_claimed", R"({"exact": 151904})", R"({"at_least": 18})") ==
          "151904 (reported_value:v1), at least 18 (reported_value:v2)");
    CHECK(told("founded", "\"2011-04\"", "\"2011-05-02\"") ==
          "April 2011 (reported_value:v1), 2 May 2011 (reported_value:v2)");
    CHECK(told("described_as", "\"green\"", "\"\"") == "'green' (reported_value:v1), nothing (reported_value:v2)");
    CHECK(told("abbreviations", R"(["M", "MP"])", R"([])") ==
          "'M', 'MP' (reported_value:v1), nothing (reported_value:v2)");
    CHECK(told("names[0].text", "\"Meadow\"", "\"Lea\"") == "'Meadow' (reported_value:v1), 'Lea' (reported_value:v2)");
    CHECK(told("abbreviations[0]", "\"M\"", "\"MP\"") == "'M' (reported_value:v1), 'MP' (reported_value:v2)");
    CHECK(told("leaders[0].since", "\"2011\"", "\"2012-01\"") ==
          "2011 (reported_value:v1), January 2012 (reported_value:v2)");
    // What cannot be read as its member is shown as it stands.
    CHECK(told("members_claimed", "7", R"({"exact": 8})") == "7 (reported_value:v1), 8 (reported_value:v2)");
    CHECK(told("colour", "\"red\"", "[1]") == "\"red\" (reported_value:v1), [1] (reported_value:v2)");
}
