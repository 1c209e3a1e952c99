#include "check/personal_data.hpp"
#include "check_helpers.hpp"

using namespace openeom::check::testing;
using openeom::check::find_email;
using openeom::check::find_phone;

TEST_CASE("a code that its list does not have") {
    const auto unknown = check(R"("findings": [{"id": "f", "topic": "votting", "evidence": ["e"]}])");
    CHECK(unknown.fires("unknown-code", "finding:f"));
    CHECK(unknown.message("unknown-code") ==
          "no code of the list 'topic' is called 'votting' (did you mean 'voting'?)");
    CHECK(check(R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"]}])").is_silent("unknown-code"));
    const std::string own = R"("findings": [{"id": "f", "topic": "drone_voting", "evidence": ["e"]}])";
    CHECK(check(own).fires("unknown-code"));
    CHECK(check(own + R"(, "code_entries": [{"id": "topic.drone_voting", "list": "topic", "code": "drone_voting"}])")
              .is_silent("unknown-code"));
}

TEST_CASE("codes of cues and of standards") {
    const std::string finding =
        R"("findings": [{"id": "f", "topic": "voting", "evidence": ["e"], "degree": {"code": "DEGREE"}, "standards": ["STANDARD"]}])";
    const auto with = [&](std::string_view degree, std::string_view standard) {
        return check(replaced(replaced(finding, "DEGREE", degree), "STANDARD", standard));
    };
    CHECK(with("largely", "iccpr.25").is_silent("unknown-code"));
    const auto degree = with("largley", "iccpr.25");
    CHECK(degree.fires("unknown-code"));
    CHECK(degree.first("unknown-code").member == "degree");
    const auto standard = with("largely", "iccpr.52");
    CHECK(standard.fires("unknown-code"));
    CHECK(standard.first("unknown-code").member == "standards[0]");
    CHECK(standard.message("unknown-code").find("did you mean 'iccpr.") != std::string::npos);
}

TEST_CASE("references into the catalogue lead somewhere") {
    const std::string anchor =
        R"("anchors": [{"id": "a", "sentence": "s", "role": "figure", "range": [0, 1], "target": "TARGET"}])";
    CHECK(check(replaced(anchor, "TARGET", "standard:iccpr.52")).fires("unknown-reference", "anchor:a"));
    CHECK(check(replaced(anchor, "TARGET", "indicator:no-such-thing")).fires("unknown-reference"));
    CHECK(check(replaced(anchor, "TARGET", "standard:iccpr.25")).is_silent("unknown-reference"));
    CHECK(
        check(replaced(anchor, "TARGET", "finding:nowhere")).is_silent("unknown-reference"));  // the commit's business
}

TEST_CASE("addresses and numbers of persons") {
    const std::string contact = R"("contacts": [{"id": "c", "name": "Ada Quill", "notes": ["TEXT"]}])";
    const auto mail = check(replaced(contact, "TEXT", "write to ada@norlandia.example please"));
    CHECK(mail.fires("personal-data", "contact:c"));
    CHECK(mail.message("personal-data").find("ada@") == std::string::npos);
    CHECK(check(replaced(contact, "TEXT", "ring +99 555 0101 222")).fires("personal-data"));
    CHECK(check(replaced(contact, "TEXT", "in her office at the mission")).is_silent("personal-data"));
    CHECK(check(R"("parties": [{"id": "p", "names": [{"text": "P"}], "x-press": {"mail": "a@b.example"}}])")
              .fires("personal-data", "party:p"));
    CHECK(
        check(
            R"("reported_values": [{"id": "v", "record": "party:p", "member": "country", "value": "a@b.example", "evidence": ["e"]}])")
            .fires("personal-data"));
    CHECK(
        check(
            R"("sources": [{"id": "s", "title": "T", "url": "https://paper.example/2027-05-02/1234-5678-9012-3456"}])")
            .is_silent("personal-data"));
}

TEST_CASE("what looks like an address") {
    for (const char* text : {"a@b.example", "mail: anna.k-1@mail.co.uk.", "(x_y+z@host.org)", "иван@почта.рф"})
        CHECK_MESSAGE(find_email(text), text);
    for (const char* text : {"", "@home", "a@b", "a @ b.org", "twitter @someone.", "9@", "x@y."})
        CHECK_MESSAGE(!find_email(text), text);
}

TEST_CASE("what looks like a telephone number") {
    for (const char* text : {"+99 555 0101 222", "+995550101222", "tel. 555-0101", "Phone: 555 01 01",
                             "0555 01 01 22 33", "8 (555) 01-01-22"})
        CHECK_MESSAGE(find_phone(text), text);
    for (const char* text :
         {"", "9 041 253 000", "1,234,567,890", "2012-01-15 20:00", "2012-01-15T20:00:00+06:00", "2011 2012 2013",
          "5.12", "89(6)(4)", "123456789012", "+12", "hotel 1234567 rooms", "15/01/2012", "f00d1234567890"})
        CHECK_MESSAGE(!find_phone(text), text);
}
