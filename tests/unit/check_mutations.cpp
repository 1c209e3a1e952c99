// Every coded part of a finding, and every cue in a text, changed in turn: the part that was touched is named.
#include <set>

#include "check/index.hpp"
#include "check/parts.hpp"
#include "check_helpers.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using namespace openeom::check::testing;
using openeom::check::Issue;
using openeom::check::IssueSeverity;

namespace {

constexpr std::string_view kFirst =
    "Several parties were still rejected by the authorities, largely without due process, at the technical level, "
    "according to interlocutors.";

Text invented() {
    return Text("en")
        .with_document(R"(, "issuers": ["mission:m"])")
        .say("s1", std::string(kFirst))
        .asserts("finding:one")
        .anchor("quantity", "Several", "finding:one")
        .anchor("persistence", "still", "finding:one")
        .anchor("actor", "the authorities", "finding:one")
        .anchor("degree", "largely", "finding:one")
        .anchor("polarity", "without due process", "finding:one")
        .anchor("scope", "at the technical level", "finding:one")
        .anchor("attribution", "according to interlocutors", "finding:one")
        .say("s2", "Voting was well organised.")
        .asserts("finding:two")
        .anchor("polarity", "well", "finding:two");
}

constexpr std::string_view kFindings = R"("missions": [{"id": "m", "names": [{"text": "M"}]}], "findings": [
    {"id": "one", "topic": "candidate_registration", "evidence": ["e"], "polarity": {"code": "negative", "words": "without due process"},
     "quantity": {"value": {"vague": {"scale": "number", "term": "several"}}, "words": "Several"}, "degree": {"code": "largely", "words": "largely"},
     "scope": {"code": "technical_level", "words": "at the technical level"}, "persistence": {"code": "previously_noted", "words": "still"},
     "responsible_actor": {"code": "authorities", "words": "the authorities"}, "asserted_by": {"code": "interlocutors", "words": "according to interlocutors"}},
    {"id": "two", "topic": "voting", "evidence": ["e"], "polarity": {"code": "positive", "words": "well"},
     "responsible_actor": {"implied_by": "no_agent"}, "asserted_by": {"code": "mission", "implied_by": "issuers"}}])";

std::set<std::string> told(const std::vector<Issue>& issues, std::string_view role) {
    std::set<std::string> all;
    for (const Issue& issue : issues)
        if (issue.role == role && issue.severity != IssueSeverity::note)
            all.insert(issue.rule + issue.record.text() + issue.message);
    return all;
}

/// Whether something about the role is told now that was not told before.
bool noticed(const std::vector<Issue>& before, const std::vector<Issue>& after, std::string_view role) {
    const auto known = told(before, role);
    for (const std::string& each : told(after, role))
        if (!known.contains(each)) return true;
    return false;
}

class Mutations {
public:
    Mutations()
        : text_(invented()),
          dossier_(dossier(text_.with(kFindings))),
          copy_(text_.text()),
          before_(checked(dossier_, copy_)) {}

    [[nodiscard]] const std::vector<Issue>& before() const { return before_; }

    /// Whether the change of a finding is noticed.
    template <class Change>
    void record(const char* finding, std::string_view role, const std::string& what, Change change) {
        Finding changed = dossier_.get<Finding>(finding);
        change(changed);
        Edit edit(dossier_);
        edit.put(std::move(changed));
        CHECK_MESSAGE(noticed(before_, checked(edit.snapshot(), copy_), role),
                      fmt::format("{} of {} to {}", role, finding, what));
        ++count;
    }
    void text(std::string_view words, std::string_view with, std::string_view role) {
        CHECK_MESSAGE(noticed(before_, checked(dossier_, replaced(copy_, words, with)), role),
                      fmt::format("{} '{}' to '{}'", role, words, with));
        ++count;
    }

    int count = 0;

private:
    static std::vector<Issue> checked(const Dossier& dossier, const std::string& copy) {
        return check::check_text(dossier, dossier.get<Document>("release"), &copy);
    }

    Text text_;
    Dossier dossier_;
    std::string copy_;
    std::vector<Issue> before_;
};

template <class Code>
std::vector<Code> others(Code code) {
    std::vector<Code> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Code>>([&](auto each) {
        if (each.value != code) all.push_back(each.value);
    });
    return all;
}

std::vector<std::string> codes_of(std::string_view list, std::string_view but) {
    std::vector<std::string> codes{""};
    for (const CodeEntry& entry : catalogue().all<CodeEntry>())
        if (entry.list == list && entry.code != but) codes.push_back(entry.code);
    return codes;
}

}  // namespace

TEST_CASE("the invented text is clean before it is changed") {
    const Mutations mutations;
    for (const Issue& issue : mutations.before())
        CHECK_MESSAGE(false, fmt::format("{} {} {}", issue.rule, issue.record.text(), issue.message));
}

TEST_CASE("every change of a coded part in the record is noticed") {
    Mutations mutations;
    for (const Polarity code : others(Polarity::negative))
        mutations.record("one", "polarity", std::string(check::code_name(code)),
                         [&](Finding& finding) { finding.polarity.code = code; });
    for (const Persistence code : others(Persistence::previously_noted))
        mutations.record("one", "persistence", std::string(check::code_name(code)),
                         [&](Finding& finding) { finding.persistence.code = code; });
    for (const Asserter code : others(Asserter::interlocutors))
        mutations.record("one", "attribution", std::string(check::code_name(code)),
                         [&](Finding& finding) { finding.asserted_by.code = code; });
    for (const std::string& code : codes_of("degree", "largely"))
        mutations.record("one", "degree", code, [&](Finding& finding) { finding.degree.code = code; });
    for (const std::string& code : codes_of("scope", "technical_level"))
        mutations.record("one", "scope", code, [&](Finding& finding) { finding.scope.code = code; });
    for (const std::string& code : codes_of("actor", "authorities"))
        mutations.record("one", "actor", code, [&](Finding& finding) { finding.responsible_actor.code = code; });
    std::vector<Quantity> quantities{Quantity(), Quantity::exact(2), Quantity::at_least(2), Quantity::range(2, 4),
                                     Quantity::count_of(2, 9)};
    for (const char* term : {"plural", "few", "some", "a_number_of", "many", "numerous"})
        quantities.push_back(Quantity::vague(VagueScale::number, term));
    for (const char* term : {"minority", "widespread", "majority", "most", "all"})
        quantities.push_back(Quantity::vague(VagueScale::prevalence, term));
    for (const char* term : {"isolated", "recurrent", "systematic"})
        quantities.push_back(Quantity::vague(VagueScale::pattern, term));
    for (const Quantity& quantity : quantities)
        mutations.record("one", "quantity", quantity.text(),
                         [&](Finding& finding) { finding.quantity.value = quantity; });
    CHECK(mutations.count > 100);
}

TEST_CASE("parts without words are noticed when they get a code that nothing implies") {
    Mutations mutations;
    for (const Asserter code : others(Asserter::mission))
        mutations.record("two", "attribution", std::string(check::code_name(code)),
                         [&](Finding& finding) { finding.asserted_by.code = code; });
    for (const std::string& code : codes_of("actor", ""))
        if (!code.empty())
            mutations.record("two", "actor", code, [&](Finding& finding) { finding.responsible_actor.code = code; });
    mutations.record("two", "degree", "largely", [](Finding& finding) { finding.degree.code = "largely"; });
    mutations.record("two", "quantity", "2", [](Finding& finding) { finding.quantity.value = Quantity::exact(2); });
    mutations.record("two", "persistence", "new",
                     [](Finding& finding) { finding.persistence.code = Persistence::new_; });
    mutations.record("two", "scope", "town", [](Finding& finding) { finding.scope.code = "town"; });
}

TEST_CASE("every cue of the text changed or taken out is noticed") {
    Mutations mutations;
    constexpr std::pair<std::string_view, std::string_view> kCues[] = {{"Several", "quantity"},
                                                                       {"still", "persistence"},
                                                                       {"the authorities", "actor"},
                                                                       {"largely", "degree"},
                                                                       {"without due process", "polarity"},
                                                                       {"at the technical level", "scope"},
                                                                       {"according to interlocutors", "attribution"},
                                                                       {"well", "polarity"}};
    for (const auto& [words, role] : kCues)
        for (const char* with : {"zzz", "", "wholly", "2"}) mutations.text(words, with, role);
    CHECK(mutations.count == 32);
}

TEST_CASE("listed words put into the text are noticed") {
    Mutations mutations;
    mutations.text("Voting", "Some voting", "quantity");
    mutations.text("was well", "was not well", "polarity");
    mutations.text("was well", "was fully well", "degree");
    mutations.text("was well", "allegedly was well", "attribution");
    mutations.text("was well", "was again well", "persistence");
}
