#include "check_helpers.hpp"

using namespace openeom;
using namespace openeom::check::testing;

namespace {

/// One sentence of a text of our own about a de-registration of 28 December 2011.
openeom::check::testing::Issues checked(std::string words, std::string_view decided = "2011-12-28", std::string_view finding = R"("summary": "x")") {
    const Text text = Text("en", false).say("s", std::move(words)).asserts("finding:f");
    return openeom::check::testing::check(text, fmt::format(R"("elections": [{{"id": "v", "dates": ["2012-01-15"], "calendar": [{{"stage": "campaign", "dates": "2011-12-16/2012-01-13"}}]}}],
        "parties": [{{"id": "p", "names": [{{"text": "P"}}]}}],
        "registration_events": [{{"id": "r", "subject": "party:p", "kind": "deregistered", "decided": "{}"}}],
        "findings": [{{"id": "f", "topic": "candidate_registration", "election": "v", "about": ["registration_event:r"], {}}}])",
                                   decided, finding));
}

}  // namespace

TEST_CASE("a day in a sentence is one of the records that it rests on") {
    CHECK(checked("On 28 December 2011 the list was cancelled.").is_silent("date-differs"));
    const auto differs = checked("On 29 December 2011 the list was cancelled.");
    CHECK(differs.fires("date-differs", "sentence:s"));
    CHECK(differs.message("date-differs").find("'29 December 2011'") != std::string::npos);
    CHECK(checked("On 28 December 2011 the list was cancelled.", "2011-12-29").fires("date-differs"));
    CHECK(checked("On 28 December the list was cancelled.").is_silent("date-differs"));
    CHECK(checked("On 27 December the list was cancelled.").fires("date-differs"));
    CHECK(checked("It was cancelled on December 28, 2011, before the vote of 15 January.").is_silent("date-differs"));
    CHECK(checked("It was cancelled on 28 декабря 2011.").is_silent("date-differs"));
    CHECK(checked("It was cancelled in December 2011, with 28 votes.", "2010").is_silent("date-differs"));
}

TEST_CASE("a summary is no date, a month has its days, a long period its ends") {
    CHECK(checked("On 3 December 2011 it was cancelled.", "2011-12-28", R"("summary": "cancelled on 3 December 2011")").fires("date-differs"));
    CHECK(checked("On 3 December 2011 it was cancelled.", "2011-12").is_silent("date-differs"));
    CHECK(checked("On 3 December 2011 it was cancelled.", "2011").fires("date-differs"));
    CHECK(checked("The campaign began on 16 December and ended on 13 January 2012.").is_silent("date-differs"));
    CHECK(checked("The campaign began on 17 December.").fires("date-differs"));
}
