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
    for (const char* text : {"a@b.example", "mail: anna.k-1@mail.co.uk.", "(x_y+z@host.org)", "иван@почта.рф", "jane (at) corp.org", "jane＠corp.org",
                             "\"jane doe\"@corp.org", "jane@[10.0.0.1]", "jane%x@corp.org", "o'neil@corp.org"})
        CHECK_MESSAGE(find_email(text), text);
    for (const char* text : {"", "@home", "a@b", "a @ b.org", "twitter @someone.", "9@", "x@y."})
        CHECK_MESSAGE(!find_email(text), text);
}

TEST_CASE("an address or a number is found whole, in bytes of the text as it stands") {
    const std::string phone = "ring\u00a0+99\u2013555\u00a0010\u00a0122 today";
    const openeom::Span number = *find_phone(phone);
    CHECK(phone.substr(static_cast<std::size_t>(number.begin), static_cast<std::size_t>(number.size())) == "+99\u2013555\u00a0010\u00a0122");
    const std::string mail = "write to o'neil\uff20corp.org.";
    const openeom::Span address = *find_email(mail);
    CHECK(mail.substr(static_cast<std::size_t>(address.begin), static_cast<std::size_t>(address.size())) == "o'neil\uff20corp.org");
}

TEST_CASE("what looks like a telephone number") {
    for (const char* text : {"+99 555 0101 222", "+995550101222", "tel. 555-0101", "Phone: 555 01 01",
                             "0555 01 01 22 33", "8 (555) 01-01-22", "+99.555.010.122", "+99\u00a0555\u202f010\u00a0122",
                             "+99\u2013555\u2013010\u2013122", "555\u2011010\u2011122", "555 010 122", "00995550101222", "00 99 555 010 122",
                             "8 555 9293720", "85559293720", "Telephone: 555010122", "(0)555-010-122", "wa.me/99555010122",
                             "+\uff19\uff19\uff15\uff15\uff15\uff10\uff11\uff10", "+\u0669\u0669\u0665\u0665\u0665\u0660\u0661\u0660",
                             "call the office on 555 0101 22"})
        CHECK_MESSAGE(find_phone(text), text);
    for (const char* text :
         {"", "9 041 253 000", "1,234,567,890", "2012-01-15 20:00", "2012-01-15T20:00:00+06:00", "2011 2012 2013",
          "5.12", "89(6)(4)", "123456789012", "+12", "hotel 1234567 rooms", "15/01/2012", "f00d1234567890", "15.01.2012 10 20", "11.01-18.01.2012", "14/01/2012-16/01/2012", "9.041.253",
          "100 000\u2013120 000 voters", "9 041 253/9 764", "9,011,446\u20139,037,009", "912 000 000 voters", "20120115123456",
          "from 2010\u20132011", "98 107 9 386 stations"})
        CHECK_MESSAGE(!find_phone(text), text);
}
