#include "check_helpers.hpp"

using namespace openeom::check::testing;

TEST_CASE("dates of one record that cannot both be right") {
    const std::string event =
        R"("registration_events": [{"id": "x", "subject": "party:p", "kind": "refused", "decided": "2027-04-20", "published": "DATE"}])";
    const auto wrong = check(replaced(event, "DATE", "2027-04-19"));
    CHECK(wrong.fires("dates-out-of-order", "registration_event:x"));
    CHECK(wrong.first("dates-out-of-order").member == "published");
    CHECK(check(replaced(event, "DATE", "2027-04-20")).is_silent("dates-out-of-order"));
    CHECK(check(replaced(event, "DATE", "2027-04")).is_silent("dates-out-of-order"));  // may be the 25th
}

TEST_CASE("dates of parts, times of observations") {
    const std::string person =
        R"("persons": [{"id": "x", "names": [{"text": "A"}], "roles": [{"title": "a"}, {"title": "b", "since": "2027", "until": "YEAR"}]}])";
    const auto wrong = check(replaced(person, "YEAR", "2020"));
    CHECK(wrong.fires("dates-out-of-order", "person:x"));
    CHECK(wrong.first("dates-out-of-order").member == "roles[1].until");
    CHECK(check(replaced(person, "YEAR", "2027-03")).is_silent("dates-out-of-order"));
    const std::string observation =
        R"("observations": [{"id": "o", "form_version": "v", "arrived": "2027-05-02T09:00:00+05:00", "departed": "2027-05-02TTIME"}])";
    CHECK(check(replaced(observation, "TIME", "08:30:00+05:00")).fires("dates-out-of-order", "observation:o"));
    CHECK(check(replaced(observation, "TIME", "08:30:00+04:00")).is_silent("dates-out-of-order"));
}

TEST_CASE("records that follow one another") {
    const std::string appeal =
        R"("complaints": [{"id": "a", "decided": "2027-04-10"}, {"id": "b", "appeals": "a", "lodged": "DATE"}])";
    CHECK(check(replaced(appeal, "DATE", "2027-04-09")).fires("dates-out-of-order", "complaint:b"));
    CHECK(check(replaced(appeal, "DATE", "2027-04-11")).is_silent("dates-out-of-order"));
    const std::string follows =
        R"("registration_events": [{"id": "a", "subject": "party:p", "kind": "refused", "decided": "2027-04-10"},
        {"id": "b", "subject": "party:p", "kind": "upheld", "follows": "a", "decided": "DATE"}])";
    CHECK(check(replaced(follows, "DATE", "2027-04-01")).fires("dates-out-of-order", "registration_event:b"));
    CHECK(check(replaced(follows, "DATE", "2027-04-12")).is_silent("dates-out-of-order"));
    CHECK(
        check(
            R"("documents": [{"id": "a", "title": "A", "published": "2027-05-03"}, {"id": "b", "title": "B", "supersedes": "a", "published": "2027-05-01"}])")
            .fires("dates-out-of-order", "document:b"));
    CHECK(
        check(
            R"("results": [{"id": "a", "election": "e", "published": "2027-05-03"}, {"id": "b", "election": "e", "amends": "a", "published": "2027-05-01"}])")
            .fires("dates-out-of-order", "result:b"));
}

TEST_CASE("histories run forward and elections are called before they are held") {
    const std::string history =
        R"("events": [{"id": "v", "history": [{"state": "a", "date": "2027-01-05"}, {"state": "b", "date": "DATE"}]}])";
    const auto wrong = check(replaced(history, "DATE", "2027-01-04"));
    CHECK(wrong.fires("dates-out-of-order", "event:v"));
    CHECK(wrong.first("dates-out-of-order").member == "history[1].date");
    CHECK(check(replaced(history, "DATE", "2027-01-05")).is_silent("dates-out-of-order"));
    CHECK(check(R"("elections": [{"id": "e", "called": "2027-06-01", "dates": ["2027-05-02"]}])")
              .fires("dates-out-of-order", "election:e"));
    CHECK(check(R"("elections": [{"id": "e", "called": "2027-03-01", "dates": ["2027-05-02", "2027-05-16"]}])")
              .is_silent("dates-out-of-order"));
}

TEST_CASE("a step of registration is not before the one that it answers") {
    const auto steps = [](std::string_view first, std::string_view second) {
        return check(fmt::format(
            R"("registration_events": [{{"id": "a", "subject": "party:p", "kind": "refused", {}}},
            {{"id": "b", "subject": "party:p", "kind": "appealed", "follows": "a", {}}}])",
            first, second));
    };
    const char* decided = R"("decided": "2027-04-10")";
    const auto wrong = steps(decided, R"("occurred": "2027-04-09")");
    CHECK(wrong.fires("dates-out-of-order", "registration_event:b"));
    CHECK(wrong.first("dates-out-of-order").member == "occurred");
    CHECK(wrong.message("dates-out-of-order") ==
          "9 April 2027 is earlier than 10 April 2027, the decision of registration_event:a");
    CHECK(steps(R"("occurred": "2027-04-10")", R"("decided": "2027-04-09")")
              .message("dates-out-of-order")
              .ends_with("the day of registration_event:a"));
    CHECK(steps(decided, R"("published": "2027-04-09")").fires("dates-out-of-order", "registration_event:b"));
    CHECK(steps(decided, R"("occurred": "2027-04-10")").is_silent("dates-out-of-order"));
    CHECK(steps(decided, R"("occurred": "2027-04")").is_silent("dates-out-of-order"));
    CHECK(
        steps(R"("decided": "2027-04-08/2027-04-12")", R"("occurred": "2027-04-09")").is_silent("dates-out-of-order"));
    CHECK(steps(R"("decided": "2027-04-08/2027-04-12")", R"("occurred": "2027-04-07")").fires("dates-out-of-order"));
    // When a step was published says nothing of when it was taken.
    CHECK(steps(R"("published": "2027-04-20")", R"("occurred": "2027-04-12")").is_silent("dates-out-of-order"));
}

TEST_CASE("a step without a date between two others does not hide their order") {
    const std::string chain =
        R"("registration_events": [{"id": "a", "subject": "party:p", "kind": "refused", "decided": "2027-04-10"},
        {"id": "b", "subject": "party:p", "kind": "appealed", "follows": "a"},
        {"id": "c", "subject": "party:p", "kind": "upheld", "follows": "b", "decided": "DATE"}])";
    CHECK(check(replaced(chain, "DATE", "2027-04-02")).fires("dates-out-of-order", "registration_event:c"));
    CHECK(check(replaced(chain, "DATE", "2027-04-12")).is_silent("dates-out-of-order"));
    const std::string circle =
        R"("registration_events": [{"id": "a", "subject": "party:p", "kind": "refused", "follows": "b"},
        {"id": "b", "subject": "party:p", "kind": "appealed", "follows": "a"}])";
    CHECK(check(circle).is_silent("dates-out-of-order"));
}

TEST_CASE("a complaint is not before what it is about or appeals") {
    const auto about = [](std::string_view kind, std::string_view lodged) {
        return check(fmt::format(
            R"("registration_events": [{{"id": "a", "subject": "party:p", "kind": "{}", "decided": "2027-04-10"}}],
            "complaints": [{{"id": "c", "about": "registration_event:a", "lodged": "{}"}}])",
            kind, lodged));
    };
    CHECK(about("refused", "2027-04-09").fires("dates-out-of-order", "complaint:c"));
    CHECK(about("refused", "2027-04-10").is_silent("dates-out-of-order"));
    CHECK(about("registered", "2027-04-09").is_silent("dates-out-of-order"));  // against the wait for it
    const auto appeal = [](std::string_view first, std::string_view second) {
        return check(
            fmt::format(R"("complaints": [{{"id": "a", {}}}, {{"id": "b", "appeals": "a", {}}}])", first, second));
    };
    CHECK(
        appeal(R"("decided": "2027-04-10")", R"("decided": "2027-04-09")").fires("dates-out-of-order", "complaint:b"));
    CHECK(appeal(R"("lodged": "2027-04-10")", R"("lodged": "2027-04-09")")
              .message("dates-out-of-order")
              .ends_with("the lodging of complaint:a"));
    CHECK(appeal(R"("lodged": "2027-04-10")", R"("decided": "2027-04-11")").is_silent("dates-out-of-order"));
}
