#include "check_helpers.hpp"

using namespace openeom::check::testing;

namespace {

constexpr std::string_view kElection = R"("elections": [{"id": "e", "country": "XN", "dates": ["2027-05-02"]}])";

std::string event(std::string_view id, std::string_view kind, std::string_view decided, std::string_view more = "",
                  std::string_view subject = "candidate_list:l") {
    return fmt::format(R"({{"id": "{}", "subject": "{}", "kind": "{}", "decided": "{}"{}}})", id, subject, kind,
                       decided, more);
}

std::string list_with(std::string_view events, std::string_view members = "") {
    return fmt::format(
        R"({}, "candidate_lists": [{{"id": "l", "party": "p", "election": "e"{}}}], "registration_events": [{}])",
        kElection, members, events);
}

}  // namespace

TEST_CASE("a de-registration needs a registration before it") {
    const std::string removed = event("x", "deregistered", "2027-04-20");
    CHECK(check(list_with(removed)).fires("deregistration-without-registration", "registration_event:x"));
    CHECK(check(list_with(removed + "," + event("r", "registered", "2027-03-01")))
              .is_silent("deregistration-without-registration"));
    CHECK(check(list_with(removed + "," + event("r", "registered", "2027-04-21")))
              .fires("deregistration-without-registration"));
    CHECK(check(list_with(event("x", "refused", "2027-04-20"))).is_silent("deregistration-without-registration"));
}

TEST_CASE("registration of a list, of a tier's lists and a count of the registered count as registration") {
    CHECK(check(list_with(event("x", "deregistered", "2027-04-20"), R"(, "registered": {"exact": 7})"))
              .is_silent("deregistration-without-registration"));
    const std::string candidacy = R"(, "candidacies": [{"id": "c", "election": "e", "list": "l"}])";
    CHECK(check(list_with(event("x", "deregistered", "2027-04-20", "", "candidacy:c") + "," +
                          event("r", "registered", "2027-03-01")) +
                candidacy)
              .is_silent("deregistration-without-registration"));
    CHECK(check(list_with(event("x", "deregistered", "2027-04-20", "", "candidacy:c")) + candidacy)
              .fires("deregistration-without-registration"));
    const std::string tier = R"(, "seat_tiers": [{"id": "t", "election": "e"}])";
    const std::string batch = event("x", "deregistered", "2027-04-20", "", "seat_tier:t");
    CHECK(check(list_with(batch) + tier).fires("deregistration-without-registration"));
    CHECK(check(list_with(batch + "," + event("r", "registered", "2027-03-01")) + tier)
              .is_silent("deregistration-without-registration"));
    CHECK(
        check(
            list_with(batch) + tier +
            R"(, "registration_totals": [{"id": "n", "election": "e", "stage": "registered", "count": {"exact": 386}}])")
            .is_silent("deregistration-without-registration"));
    CHECK(check(list_with(event("x", "deregistered", "2027-04-20", R"(, "follows": "r")", "party:p") + "," +
                          event("r", "registered", "2027-03-01", "", "party:q")))
              .is_silent("deregistration-without-registration"));
}

TEST_CASE("ballot and registration fit each other where the order is certain") {
    const std::string events = event("r", "registered", "2027-03-01") + "," + event("x", "deregistered", "2027-04-20");
    CHECK(check(list_with(events, R"(, "ballot_state": "on_ballot")"))
              .fires("ballot-state-inconsistent", "candidate_list:l"));
    CHECK(check(list_with(events, R"(, "ballot_state": "struck_from_printed_ballot")"))
              .is_silent("ballot-state-inconsistent"));
    CHECK(check(list_with(event("r", "registered", "2027-03-01"), R"(, "ballot_state": "removed_before_printing")"))
              .fires("ballot-state-inconsistent"));
    CHECK(check(list_with(event("r", "registered", "2027-03-01"), R"(, "ballot_state": "on_ballot")"))
              .is_silent("ballot-state-inconsistent"));
    // Removed after election day, restored by a court, or in an order that nobody knows: nothing can be said.
    CHECK(check(list_with(event("r", "registered", "2027-03-01") + "," + event("x", "deregistered", "2027-06-01"),
                          R"(, "ballot_state": "on_ballot")"))
              .is_silent("ballot-state-inconsistent"));
    CHECK(check(list_with(events + "," + event("o", "overturned", "2027-04-25"), R"(, "ballot_state": "on_ballot")"))
              .is_silent("ballot-state-inconsistent"));
    CHECK(check(list_with(event("r", "registered", "2027-04") + "," + event("x", "deregistered", "2027-04-20"),
                          R"(, "ballot_state": "on_ballot")"))
              .is_silent("ballot-state-inconsistent"));
}

TEST_CASE("what ends a list ends its candidacies") {
    const std::string events = event("r", "registered", "2027-03-01") + "," + event("x", "deregistered", "2027-04-20");
    const std::string candidacy =
        R"(, "candidacies": [{"id": "c", "election": "e", "list": "l", "ballot_state": "on_ballot"}])";
    CHECK(check(list_with(events) + candidacy).fires("ballot-state-inconsistent", "candidacy:c"));
    CHECK(check(list_with(event("r", "registered", "2027-03-01")) + candidacy).is_silent("ballot-state-inconsistent"));
}

TEST_CASE("an answer on due process needs evidence and somebody who gives it") {
    const std::string process = R"(, "due_process": {"notice": "not_met", "held": [HELD]})";
    const auto with = [&](std::string_view held) {
        return check(list_with(event("x", "refused", "2027-04-20", replaced(process, "HELD", held))));
    };
    const auto none = with("");
    CHECK(none.fires("assessment-without-evidence", "registration_event:x"));
    CHECK(none.first("assessment-without-evidence").member == "due_process.notice");
    CHECK(with(R"({"criterion": "hearing", "holds": "h", "evidence": ["e"], "asserted_by": "party"})")
              .fires("assessment-without-evidence"));
    const auto unsaid = with(R"({"criterion": "notice", "holds": "h", "evidence": ["e"]})");
    CHECK(unsaid.is_silent("assessment-without-evidence"));
    CHECK(unsaid.fires("assessment-without-asserter", "registration_event:x"));
    CHECK(with(R"({"criterion": "notice", "holds": "h", "evidence": ["e"], "asserted_by": "party"})")
              .is_silent("assessment-without-asserter"));
    CHECK(check(list_with(event("x", "refused", "2027-04-20", R"(, "due_process": {"notice": "unknown"})")))
              .is_silent("assessment-without-evidence"));
}

TEST_CASE("a step that no lifecycle knows is a note") {
    const std::string cycle = R"(, "lifecycles": [{"id": "mine", "subject": "candidate_list", "country": "XN",
        "transitions": [{"state": "nominated", "next": ["submitted"]}, {"state": "submitted", "next": ["registered", "refused"]}]}])";
    const std::string usual = event("a", "nominated", "2027-01-01") + "," + event("b", "registered", "2027-02-01");
    CHECK(check(list_with(usual) + cycle).is_silent("lifecycle-unusual-step"));  // submitted in between, unrecorded
    const std::string unusual = event("a", "refused", "2027-01-01") + "," + event("b", "registered", "2027-02-01");
    const auto found = check(list_with(unusual) + cycle);
    CHECK(found.fires("lifecycle-unusual-step", "registration_event:b"));
    CHECK(found.message("lifecycle-unusual-step") == "'registered' after 'refused' is unusual for a candidate_list");
    CHECK(found.first("lifecycle-unusual-step").severity == openeom::check::IssueSeverity::note);
    const std::string same_day = event("a", "refused", "2027-01-01") + "," + event("b", "registered", "2027-01-01");
    CHECK(check(list_with(same_day) + cycle).is_silent("lifecycle-unusual-step"));
    // Of another country, the catalogue's lifecycle holds.
    CHECK(check(list_with(event("a", "registered", "2027-01-01") + "," + event("b", "nominated", "2027-02-01")))
              .fires("lifecycle-unusual-step"));
}

TEST_CASE("lifecycles of results, complaints, missions and recommendations") {
    const auto results = [](std::string_view first, std::string_view second) {
        return check(fmt::format(
            R"("results": [{{"id": "a", "election": "e", "status": "{}"}}, {{"id": "b", "election": "e", "status": "{}", "amends": "a"}}])",
            first, second));
    };
    CHECK(results("final", "preliminary").fires("lifecycle-unusual-step", "result:b"));
    CHECK(results("preliminary", "final").is_silent("lifecycle-unusual-step"));
    CHECK(results("final", "court_amended").is_silent("lifecycle-unusual-step"));
    const auto complaints = [](std::string_view outcome) {
        return check(
            fmt::format(R"("complaints": [{{"id": "a", "outcome": "{}"}}, {{"id": "b", "appeals": "a"}}])", outcome));
    };
    CHECK(complaints("withdrawn").fires("lifecycle-unusual-step", "complaint:b"));
    CHECK(complaints("denied").is_silent("lifecycle-unusual-step"));
    const std::string mission =
        R"("missions": [{"id": "m", "names": [{"text": "M"}], "steps": [{"step": "STEP", "date": "2027-05-02"}, {"step": "deployed", "date": "2027-06-01"}]}])";
    CHECK(check(replaced(mission, "STEP", "election_day")).fires("lifecycle-unusual-step", "mission:m"));
    CHECK(check(replaced(mission, "STEP", "invited")).is_silent("lifecycle-unusual-step"));
    const std::string follow_ups =
        R"("follow_ups": [{"id": "a", "recommendation": "r", "status": "fully_implemented", "date": "2028"}, {"id": "b", "recommendation": "r", "status": "not_yet_evaluated", "date": "2030"}])";
    CHECK(check(follow_ups).fires("lifecycle-unusual-step", "follow_up:b"));
}

namespace {

/// A refusal with appeals in two instances, each decided as told, and complaints.
std::string appealed(std::string_view first, std::string_view second, std::string_view complaints) {
    return fmt::format(R"("registration_events": [{{"id": "r", "subject": "party:p", "kind": "refused"}},
        {{"id": "a1", "subject": "party:p", "kind": "appealed", "follows": "r"}},
        {{"id": "o1", "subject": "party:p", "kind": "{}", "follows": "a1", "decided": "2027-03-21", "body": "court", "level": 1}},
        {{"id": "a2", "subject": "party:p", "kind": "appealed", "follows": "o1"}},
        {{"id": "o2", "subject": "party:p", "kind": "{}", "follows": "a2"}}], "complaints": [{}])",
                       first, second, complaints);
}

std::string complaint(std::string_view id, std::string_view outcome, std::string_view more = "",
                      std::string_view about = "r") {
    return fmt::format(R"({{"id": "{}", "about": "registration_event:{}", "outcome": "{}"{}}})", id, about, outcome,
                       more);
}

}  // namespace

TEST_CASE("an appeal and its complaint end alike") {
    const auto first = [](std::string_view kind, std::string_view outcome) {
        return check(appealed(kind, "not_stated", complaint("c", outcome)));
    };
    const auto granted = first("upheld", "granted");
    CHECK(granted.fires("appeal-outcome-differs", "registration_event:o1"));
    CHECK(granted.first("appeal-outcome-differs").member == "kind");
    CHECK(granted.message("appeal-outcome-differs") == "'upheld', and complaint:c, which it decides, is 'granted'");
    CHECK(first("overturned", "denied").fires("appeal-outcome-differs", "registration_event:o1"));
    CHECK(first("dismissed", "granted").fires("appeal-outcome-differs"));
    for (const char* outcome : {"denied", "rejected_unexamined", "partly_granted", "pending", "not_stated"})
        CHECK_MESSAGE(first("upheld", outcome).is_silent("appeal-outcome-differs"), outcome);
    for (const char* outcome : {"granted", "partly_granted", "pending", "withdrawn", "not_stated"})
        CHECK_MESSAGE(first("overturned", outcome).is_silent("appeal-outcome-differs"), outcome);
}

TEST_CASE("an appeal is matched with the complaint of its instance") {
    const auto second = [](std::string_view kind, std::string_view outcome, std::string_view about = "r") {
        return check(appealed(
            "upheld", kind, complaint("c1", "denied") + "," + complaint("c2", outcome, R"(, "appeals": "c1")", about)));
    };
    CHECK(second("overturned", "granted").is_silent("appeal-outcome-differs"));
    CHECK(second("overturned", "denied").fires("appeal-outcome-differs", "registration_event:o2"));
    CHECK(second("upheld", "granted").message("appeal-outcome-differs") ==
          "'upheld', and complaint:c2, which it decides, is 'granted'");
    CHECK(second("upheld", "granted", "o1").fires("appeal-outcome-differs", "registration_event:o2"));
    CHECK(second("upheld", "denied", "a2").is_silent("appeal-outcome-differs"));
    // About the very decision that it contests.
    CHECK(check(appealed("upheld", "overturned", complaint("c", "denied", "", "o1")))
              .fires("appeal-outcome-differs", "registration_event:o2"));
    CHECK(check(appealed("upheld", "overturned", complaint("c", "granted", "", "o1")))
              .is_silent("appeal-outcome-differs"));
}

TEST_CASE("an appeal that may have decided another complaint is left alone") {
    const auto with = [](std::string_view complaints) { return check(appealed("upheld", "not_stated", complaints)); };
    CHECK(with(complaint("c", "granted") + "," + complaint("d", "denied")).is_silent("appeal-outcome-differs"));
    CHECK(with(complaint("c", "granted", R"(, "forum": "commission")")).is_silent("appeal-outcome-differs"));
    CHECK(with(complaint("c", "granted", R"(, "instance": 2)")).is_silent("appeal-outcome-differs"));
    CHECK(with(complaint("c", "granted", R"(, "decided": "2027-03-25")")).is_silent("appeal-outcome-differs"));
    CHECK(with(complaint("c", "granted", R"(, "forum": "court", "instance": 1, "decided": "2027-03")"))
              .fires("appeal-outcome-differs"));
    CHECK(with(complaint("c", "granted", R"(, "appeals": "c")")).fires("appeal-outcome-differs"));  // a circle
    CHECK(with(complaint("c", "granted", "", "gone")).is_silent("appeal-outcome-differs"));
    CHECK(with("").is_silent("appeal-outcome-differs"));
}

TEST_CASE("a remedy that came after the vote was none before it") {
    CHECK(check(list_with(event("x", "reinstated", "2027-05-03"))).fires("remedy-after-vote", "registration_event:x"));
    CHECK(check(list_with(event("x", "reinstated", "2027-05-01"))).is_silent("remedy-after-vote"));
    CHECK(check(list_with(event("x", "reinstated", "2027-05"))).is_silent("remedy-after-vote"));
    CHECK(check(list_with(event("x", "reinstated_without_effective_remedy", "2027-05-03"))).is_silent("remedy-after-vote"));
    const auto complaint = [](std::string_view decided, std::string_view effective) {
        return check(fmt::format(R"({}, "complaints": [{{"id": "c", "election": "e", "decided": "{}", "remedy_effective_before_election": "{}"}}])",
                                 kElection, decided, effective));
    };
    CHECK(complaint("2027-05-10", "yes").fires("remedy-after-vote", "complaint:c"));
    CHECK(complaint("2027-05-10", "no").is_silent("remedy-after-vote"));
    CHECK(complaint("2027-04-10", "yes").is_silent("remedy-after-vote"));
}
