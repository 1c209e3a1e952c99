#include <doctest/doctest.h>

#include "report/audience.hpp"
#include "report_support.hpp"

using namespace openeom;
using report::Audience;

namespace {

std::string clean(std::string_view text) { return report::without_contact_details(text, "#"); }

}  // namespace

TEST_CASE("e-mail addresses and telephone numbers go") {
    CHECK(clean("ask ivar.lund@example.org, please") == "ask #, please");
    CHECK(clean("a@b.example. Next") == "#. Next");
    CHECK(clean("почта@пример.рф есть") == "# есть");
    CHECK(clean("ring +00 555 010 2030 or +005550102031") == "ring # or #");
    CHECK(clean("ring 8 (700) 000-00-00 now") == "ring # now");
    CHECK(clean("ring 0555 010 203 now") == "ring # now");
    CHECK(clean("ring 555-010-2030 now") == "ring # now");
    CHECK(clean("(+00) 555 010 203") == "#");  // short, but a '+' says what it is
}

TEST_CASE("figures, dates, articles and ranges stay") {
    for (const std::string_view text :
         {"9,011,446 to 9,037,009", "1,204,518 voters", "10 000 000 000 tenge", "2012-01-15", "2012-01-09/2012-01-10", "0.123456789",
          "09.01.2012 12:00", "Article 89(6)(4)", "bytes 133 to 471", "user @ home", "a@b", "+7 degrees", "75.07 per cent",
          "communication 884/1999", "1990.5.10", "5 to 6 days", "2011-2012", "1-2-3"})
        CHECK(clean(text) == text);
}

TEST_CASE("contact details go from every text of an object, digests stay") {
    report::DocumentView view;
    view.title = "mail a@example.org";
    view.dossier_sha256 = "0555010203";
    report::SectionView section;
    report::SentenceView sentence;
    sentence.notes = {"ring +005550102030"};
    section.sentences.push_back(sentence);
    view.sections.push_back(section);
    report::remove_contact_details(reflect::table<report::DocumentView>(), &view, "#");
    CHECK(view.title == "mail #");
    CHECK(view.sections[0].sentences[0].notes[0] == "ring #");
    CHECK(view.dossier_sha256 == "0555010203");
}

TEST_CASE("evidence is shown by its kind and the audience") {
    CHECK(report::shows_evidence(Audience::public_, EvidenceKind::published_statement));
    CHECK_FALSE(report::shows_evidence(Audience::public_, EvidenceKind::interview));
    CHECK_FALSE(report::shows_evidence(Audience::public_, EvidenceKind::not_stated));
    CHECK_FALSE(report::shows_evidence(Audience::public_, EvidenceKind::protocol_copy));
    CHECK(report::shows_evidence(Audience::partners, EvidenceKind::protocol_copy));
    CHECK_FALSE(report::shows_evidence(Audience::partners, EvidenceKind::form_answer));
    CHECK(report::shows_evidence(Audience::internal, EvidenceKind::interview));
    CHECK(report::shows_evidence(Audience::not_stated, EvidenceKind::interview));
}

TEST_CASE("single observations stay inside") {
    for (const std::string_view type : {"incident", "observation", "meeting", "field_report", "team", "deployment"}) {
        CAPTURE(type);
        CHECK_FALSE(report::shows_record(Audience::public_, type));
        CHECK_FALSE(report::shows_record(Audience::partners, type));
        CHECK(report::shows_record(Audience::internal, type));
    }
    CHECK(report::shows_record(Audience::public_, "turnout"));
    CHECK_FALSE(report::shows_record(Audience::public_, "protocol"));
    CHECK(report::shows_record(Audience::partners, "protocol"));
}

TEST_CASE("every member that is kept inside is a member") {
    for (const auto& each : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"incident", "narrative"}, {"observation", "comments"}, {"meeting", "summary"}, {"field_report", "summary"},
             {"team", "pseudonyms"}, {"clearance", "pseudonym"}, {"waiver", "pseudonym"}, {"sentence", "author"}, {"quote", "summary"}}) {
        const auto type = each.first, member = each.second;  // clang lets no lambda take a structured binding
        CAPTURE(type);
        REQUIRE(find_entity(type));
        CHECK(find_entity(type)->find(member));
        CHECK_FALSE(report::shows_member(Audience::public_, type, member));
        CHECK(report::shows_member(Audience::internal, type, member));
    }
    CHECK(report::shows_member(Audience::public_, "turnout", "percent"));
}

TEST_CASE("members that say 'for internal use' are all kept from the public") {
    for (const reflect::Struct* type : entities())
        for (const reflect::Member& member : type->members) {
            if (!report_test::contains(member.meaning, "internal use")) continue;
            CAPTURE(type->name);
            CAPTURE(member.name);
            CHECK_FALSE(report::shows_member(Audience::public_, type->name, member.name));
        }
}

TEST_CASE("notes marked internal stay inside, others do not") {
    const std::vector<std::string> notes = {"plain", "internal: secret", "Internal: secret too", "internally consistent"};
    CHECK(report::shown_notes(Audience::public_, notes) == std::vector<std::string>{"plain", "internally consistent"});
    CHECK(report::shown_notes(Audience::partners, notes).size() == 2);
    CHECK(report::shown_notes(Audience::internal, notes).size() == 4);
}

TEST_CASE("notes spelled otherwise are internal too") {
    const std::vector<std::string> inside = {" internal: a", "Internal - Jane Doe", "INTERNAL: shouty", "\tinternal : a", "internal – a",
                                             "Internal—a", "\u00A0internal: a", "\uFEFFInternal: a"};
    CHECK(report::shown_notes(Audience::public_, inside).empty());
    CHECK(report::shown_notes(Audience::internal, inside) == inside);
    const std::vector<std::string> outside = {"internally: a", "Internal affairs keep the register", "not internal: a", "internal", "inter"};
    CHECK(report::shown_notes(Audience::public_, outside) == outside);
}

TEST_CASE("clearances and differences between protocols are for partners") {
    for (const std::string_view type : {"clearance", "protocol_discrepancy"}) {
        CHECK_FALSE(report::shows_record(Audience::public_, type));
        CHECK(report::shows_record(Audience::partners, type));
    }
}

TEST_CASE("a file names its audience") {
    CHECK_THROWS_AS(report::require_audience(Audience::not_stated), Error);
    CHECK_NOTHROW(report::require_audience(Audience::public_));
    CHECK_NOTHROW(report::require_audience(Audience::internal));
}
