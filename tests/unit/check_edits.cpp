#include "check_helpers.hpp"

using namespace openeom::check::testing;

TEST_CASE("an external identifier that two records of a type have") {
    const auto with = [](std::string_view second) {
        return check(replaced(R"("parties": [
            {"id": "a", "names": [{"text": "A"}], "external_identifiers": [{"system": "kobo", "id": "1"}, {"system": "kobo", "id": "1"}]},
            {"id": "b", "names": [{"text": "B"}], "external_identifiers": [SECOND]}],
            "persons": [{"id": "p", "names": [{"text": "P"}], "external_identifiers": [{"system": "kobo", "id": "1"}]}])",
                              "SECOND", second));
    };
    const auto twice = with(R"({"system": "kobo", "id": "1"})");
    CHECK(twice.fires("external-identifier-twice", "party:b"));
    CHECK(twice.message("external-identifier-twice").find("party:a") != std::string::npos);
    CHECK(with(R"({"system": "odk", "id": "1"})").is_silent("external-identifier-twice"));
}

TEST_CASE("references to what was erased") {
    const auto with = [](std::string_view erased) {
        return check(replaced(R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"]}],
            "candidacies": [{"id": "c", "election": "v", "person": "p"}],
            "erasures": [{"id": "ERASED", "record": "evidence:e", "erased": "2026-12-01T10:00:00Z", "authority": "head of mission",
                          "ground": "safety"}])",
                              "ERASED", erased));
    };
    const auto evidence = with("evidence.e");
    CHECK(evidence.fires("erased-evidence", "finding:f"));
    CHECK(evidence.first("erased-evidence").member == "evidence[0]");
    CHECK(evidence.is_silent("erased-reference"));
    const auto person = check(R"("candidacies": [{"id": "c", "election": "v", "person": "p"}],
        "erasures": [{"id": "person.p", "record": "person:p", "erased": "2026-12-01T10:00:00Z", "authority": "head of mission", "ground": "safety"}])");
    CHECK(person.fires("erased-reference", "candidacy:c"));
    CHECK(person.message("erased-reference") == "person:p was erased on 2026-12-01 (safety)");
    CHECK(person.is_silent("erased-evidence"));
}
