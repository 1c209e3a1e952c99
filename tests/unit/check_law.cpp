#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

/// An election in country XN on 2 May 2027, and a finding that cites a standard of the dossier's own.
std::string cites(std::string_view standard) {
    return fmt::format(R"("elections": [{{"id": "e", "country": "XN", "dates": ["2027-05-02"]}}], "standards": [{}],
        "findings": [{{"id": "f", "topic": "voting", "evidence": ["x"], "standards": ["pact.7"]}}])",
                       standard);
}

constexpr std::string_view kTreaty =
    R"({"id": "pact.7", "title": "Pact, article 7", "bindingness": "BINDING", "adopted": "1990-01-01", "applies_to": [APPLIES]})";

std::string treaty(std::string_view binding, std::string_view applies) {
    return replaced(replaced(std::string(kTreaty), "BINDING", binding), "APPLIES", applies);
}

}  // namespace

TEST_CASE("a standard applies to the country on the day, or is good practice") {
    const std::string later = R"({"country": "XN", "since": "2028-01-01"})",
                      earlier = R"({"country": "XN", "since": "2001-01-01"})";
    const auto wrong = check(cites(treaty("treaty", later)));
    CHECK(wrong.fires("standard-not-applicable", "finding:f"));
    CHECK(wrong.message("standard-not-applicable") == "standard pact.7 did not apply to XN on 2 May 2027");
    CHECK(check(cites(treaty("treaty", earlier))).is_silent("standard-not-applicable"));
    CHECK(check(cites(treaty("good_practice", later))).is_silent("standard-not-applicable"));
    CHECK(check(cites(treaty("persuasive", later))).is_silent("standard-not-applicable"));
    CHECK(
        check(replaced(cites(treaty("treaty", earlier)), "1990-01-01", "2030-01-01")).fires("standard-not-applicable"));
}

TEST_CASE("a standard whose application nobody recorded is noted") {
    CHECK(check(cites(treaty("treaty", R"({"country": "XO", "since": "2001"})")))
              .fires("standard-applicability-unknown", "finding:f"));
    CHECK(check(cites(treaty("treaty", R"({"country": "XN", "since": "2001"})")))
              .is_silent("standard-applicability-unknown"));
}

TEST_CASE("standards of anchors, provisions and recommendations are looked at too") {
    const std::string rest = replaced(cites(treaty("treaty", R"({"country": "XN", "since": "2028"})")),
                                      R"("standards": ["pact.7"])", R"("standards": [])");
    CHECK(check(rest).is_silent("standard-not-applicable"));
    CHECK(check(rest + R"(, "provisions": [{"id": "p", "instrument": "i", "standards": ["pact.7"]}])")
              .fires("standard-not-applicable", "provision:p"));
    CHECK(check(rest + R"(, "recommendations": [{"id": "r", "summary": "s", "standards": ["pact.7"]}])")
              .fires("standard-not-applicable", "recommendation:r"));
    CHECK(
        check(
            rest +
            R"(, "documents": [{"id": "d", "title": "D"}], "sentences": [{"id": "s", "document": "d", "origin": "authored", "text": "T"}],
        "anchors": [{"id": "a", "sentence": "s", "role": "standard", "range": [0, 1], "target": "standard:pact.7"}])")
            .fires("standard-not-applicable", "anchor:a"));
}

TEST_CASE("the catalogue knows what did not apply to Kazakhstan in 2012") {
    const std::string file = R"("elections": [{"id": "e", "country": "KZ", "dates": ["2012-01-15"]}],
        "findings": [{"id": "f", "topic": "voting", "evidence": ["x"], "standards": ["STANDARD"]}])";
    CHECK(check(replaced(file, "STANDARD", "crpd.29")).fires("standard-not-applicable"));
    CHECK(check(replaced(file, "STANDARD", "iccpr.25")).is_silent("standard-not-applicable"));
}

TEST_CASE("the version of a provision covers the day") {
    const std::string file = R"("elections": [{"id": "e", "country": "XN", "dates": ["2027-05-02"]}],
        "legal_instruments": [{"id": "i", "title": "Elections Act"INSTRUMENT}],
        "provisions": [{"id": "p", "instrument": "i", "article": "12"VALID}],
        "findings": [{"id": "f", "topic": "voting", "evidence": ["x"], "provisions": ["p"]}])";
    const auto with = [&](std::string_view valid, std::string_view instrument = "") {
        return check(replaced(replaced(file, "VALID", valid), "INSTRUMENT", instrument));
    };
    CHECK(with(R"(, "valid_from": "2027-06-01")").fires("provision-version", "finding:f"));
    CHECK(with(R"(, "valid_from": "2020", "valid_to": "2026")").fires("provision-version"));
    CHECK(with("", R"(, "in_force_from": "2029-01-01")").fires("provision-version"));
    const auto held = with(R"(, "valid_from": "2020-01-01")");
    CHECK(held.is_silent("provision-version"));
    CHECK(held.is_silent("provision-version-unconfirmed"));
    const auto unconfirmed = with(R"(, "version_read": "2031-01-01")");
    CHECK(unconfirmed.is_silent("provision-version"));
    CHECK(unconfirmed.fires("provision-version-unconfirmed", "provision:p"));
    CHECK(unconfirmed.message("provision-version-unconfirmed").find("1 January 2031") != std::string::npos);
}

TEST_CASE("a provision cited for a decision must have held on its day") {
    const std::string file = R"("provisions": [{"id": "p", "instrument": "i", "valid_from": "2027-04-01"}],
        "registration_events": [{"id": "x", "subject": "party:q", "kind": "refused", "provision": "p", "decided": "DAY"}])";
    CHECK(check(replaced(file, "DAY", "2027-03-31")).fires("provision-version", "registration_event:x"));
    CHECK(check(replaced(file, "DAY", "2027-04-01")).is_silent("provision-version"));
}
