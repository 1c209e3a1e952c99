// Changes one thing at a time, in the record or in a copy of the text, and expects a check that names the part touched.
// The press release is looked for beside the external data; without it the cases are skipped by name.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "openeom/check/check.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;

namespace {

constexpr std::string_view kDocument = "press-release";

std::string seed_path() { return std::string(OPENEOM_DATA_DIR) + "/../seed/press-release.txt"; }

bool seed_is_there(const char* test) {
    if (std::filesystem::exists(seed_path())) return true;
    fmt::print("skipped: {}: no {}\n", test, seed_path());
    return false;
}

std::string key(const check::Issue& issue) {
    return fmt::format("{}|{}|{}|{}|{}", issue.rule, issue.record.text(), issue.member, issue.role, issue.message);
}

struct Fixture {
    Dossier dossier = open("example:kazakhstan-2012");
    std::string text = io::read_file(seed_path());
    std::set<std::string> known;  // issues before any change

    Fixture() {
        for (const check::Issue& issue : issues(dossier, text)) known.insert(key(issue));
    }

    static std::vector<check::Issue> issues(const Dossier& dossier, const std::string& text) {
        return check::check_text(dossier, dossier.get<Document>(kDocument), &text);
    }

    // Whether a change brought an issue, other than a bare digest, that names the part.
    [[nodiscard]] bool noticed(const Dossier& changed, const std::string& copy, std::string_view role) const {
        for (const check::Issue& issue : issues(changed, copy))
            if (issue.role == role && issue.rule.find("digest") == std::string::npos && !known.contains(key(issue))) return true;
        return false;
    }

    // Findings that an asserting sentence of the document is anchored in.
    [[nodiscard]] std::vector<const Finding*> anchored() const {
        std::vector<const Finding*> found;
        for (const Anchor& anchor : dossier.all<Anchor>()) {
            const Sentence* sentence = dossier.find(anchor.sentence);
            if (sentence == nullptr || sentence->document.text() != kDocument || anchor.role != AnchorRole::asserts) continue;
            const auto* finding = static_cast<const Finding*>(dossier.find(anchor.target));
            if (anchor.target.type() == "finding" && std::find(found.begin(), found.end(), finding) == found.end())
                found.push_back(finding);
        }
        return found;
    }

    [[nodiscard]] Dossier with(Finding finding) const {
        Edit edit(dossier);
        edit.put(std::move(finding));
        return edit.snapshot();
    }
};

struct Count {
    int tried = 0;
    int noticed = 0;
    int listed = 0;
};

// Changes that no check can notice, each with its reason: "finding part new-value: reason", the value * for any. One
// that is noticed after all, or that no longer exists, fails.
struct Unnoticed {
    std::set<std::string> listed;
    std::set<std::string> met;

    Unnoticed() {
        const std::string text = io::read_file(std::string(OPENEOM_SOURCE_DIR) + "/tests/mutation/unnoticed.txt");
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string line = text.substr(at, end - at);
            if (!line.empty() && line[0] != '#') listed.insert(line.substr(0, line.find(": ")));
            at = end + 1;
        }
    }
};

std::string shown(Polarity code) { return io::to_json(*reflect::table<Cue<Polarity>>().find("code")->type, &code); }
std::string shown(Persistence code) { return io::to_json(*reflect::table<Cue<Persistence>>().find("code")->type, &code); }
std::string shown(Asserter code) { return io::to_json(*reflect::table<Cue<Asserter>>().find("code")->type, &code); }
std::string shown(const std::string& text) { return io::quoted(text); }
std::string shown(const Quantity& quantity) { return io::quoted(quantity.text()); }

template <class Code>
std::vector<Code> other_codes(Code now, std::size_t size) {
    std::vector<Code> others;
    for (std::size_t code = 0; code < size; ++code)
        if (static_cast<Code>(code) != now) others.push_back(static_cast<Code>(code));
    return others;
}

std::vector<std::string> other_texts(const std::string& now, std::string_view list) {
    std::vector<std::string> others;
    if (!now.empty()) others.emplace_back();
    for (const CodeEntry& entry : catalogue().all<CodeEntry>())
        if (entry.list == list && entry.code != now) others.push_back(entry.code);
    return others;
}

std::vector<Quantity> other_quantities(const Quantity& now) {
    std::vector<Quantity> others{Quantity(), Quantity::exact(2), Quantity::at_least(2), Quantity::count_of(2, 9),
                                 Quantity::vague(VagueScale::number, "several"), Quantity::vague(VagueScale::number, "many"),
                                 Quantity::vague(VagueScale::number, "few"), Quantity::vague(VagueScale::pattern, "systematic"),
                                 Quantity::vague(VagueScale::prevalence, "widespread")};
    std::erase(others, now);
    return others;
}

// Tries every other value of one part of a finding.
template <class Get, class Value>
void mutate(const Fixture& fixture, const Finding& finding, std::string_view role, Get get, const std::vector<Value>& others,
            Unnoticed& unnoticed, Count& count) {
    for (const Value& other : others) {
        Finding changed = finding;
        get(changed) = other;
        ++count.tried;
        const bool noticed = fixture.noticed(fixture.with(std::move(changed)), fixture.text, role);
        count.noticed += noticed ? 1 : 0;
        const std::string name = fmt::format("{} {} {}", finding.id.text(), role, shown(other));
        const std::string any = fmt::format("{} {} *", finding.id.text(), role);
        INFO(name);
        if (noticed) {
            CHECK_FALSE(unnoticed.listed.contains(name));
            continue;
        }
        const std::string& entry = unnoticed.listed.contains(name) ? name : any;
        CHECK(unnoticed.listed.contains(entry));
        unnoticed.met.insert(entry);
        ++count.listed;
    }
}

// Copies of a text in which the words occur nowhere in the sentence.
std::string without_words(std::string sentence, const std::string& words, const std::string& replacement) {
    for (std::size_t at = sentence.find(words); at != std::string::npos; at = sentence.find(words, at + replacement.size()))
        sentence.replace(at, words.size(), replacement);
    return sentence;
}

std::string_view part_of(AnchorRole role) {
    switch (role) {
        case AnchorRole::polarity: return "polarity";
        case AnchorRole::quantity: return "quantity";
        case AnchorRole::degree: return "degree";
        case AnchorRole::scope: return "scope";
        case AnchorRole::persistence: return "persistence";
        case AnchorRole::attribution: return "attribution";
        case AnchorRole::actor: return "actor";
        case AnchorRole::determination: return "determination";
        case AnchorRole::test_failed: return "test_failed";
        case AnchorRole::concedes: return "concedes";
        case AnchorRole::quote: return "quote";
        default: return {};
    }
}

}  // namespace

TEST_CASE("the press release and the record agree before anything is changed") {
    if (!seed_is_there("mutation: agreement")) return;
    const Fixture fixture;
    for (const check::Issue& issue : Fixture::issues(fixture.dossier, fixture.text)) {
        INFO(issue.rule, " ", issue.record.text(), ": ", issue.message);
        CHECK(issue.severity == check::IssueSeverity::note);
    }
}

TEST_CASE("each change of a part in the record is noticed by name") {
    if (!seed_is_there("mutation: record")) return;
    const Fixture fixture;
    Count count;
    Unnoticed unnoticed;
    const std::vector<const Finding*> findings = fixture.anchored();
    REQUIRE(findings.size() >= 15);
    for (const Finding* finding : findings) {
        mutate(fixture, *finding, "polarity", [](Finding& f) -> Polarity& { return f.polarity.code; },
               other_codes(finding->polarity.code, 5), unnoticed, count);
        mutate(fixture, *finding, "persistence", [](Finding& f) -> Persistence& { return f.persistence.code; },
               other_codes(finding->persistence.code, 6), unnoticed, count);
        mutate(fixture, *finding, "attribution", [](Finding& f) -> Asserter& { return f.asserted_by.code; },
               other_codes(finding->asserted_by.code, 10), unnoticed, count);
        mutate(fixture, *finding, "degree", [](Finding& f) -> std::string& { return f.degree.code; },
               other_texts(finding->degree.code, "degree"), unnoticed, count);
        mutate(fixture, *finding, "scope", [](Finding& f) -> std::string& { return f.scope.code; },
               other_texts(finding->scope.code, "scope"), unnoticed, count);
        mutate(fixture, *finding, "actor", [](Finding& f) -> std::string& { return f.responsible_actor.code; },
               other_texts(finding->responsible_actor.code, "actor"), unnoticed, count);
        mutate(fixture, *finding, "quantity", [](Finding& f) -> Quantity& { return f.quantity.value; },
               other_quantities(finding->quantity.value), unnoticed, count);
    }
    CHECK(unnoticed.met == unnoticed.listed);
    fmt::print("record: {} findings, {} mutations, {} noticed by name, {} listed as beyond the checks\n", findings.size(),
               count.tried, count.noticed, count.listed);
}

TEST_CASE("each change of the words of a part in the record is noticed by name") {
    if (!seed_is_there("mutation: words")) return;
    const Fixture fixture;
    Count count;
    Unnoticed none;
    none.listed.clear();
    const std::vector<std::string> others{"", "perhaps"};
    for (const Finding* finding : fixture.anchored()) {
        const auto words = [&](std::string_view role, auto get) {
            Finding copy = *finding;
            if (!get(copy).empty()) mutate(fixture, *finding, role, get, others, none, count);
        };
        words("polarity", [](Finding& f) -> std::string& { return f.polarity.words; });
        words("persistence", [](Finding& f) -> std::string& { return f.persistence.words; });
        words("attribution", [](Finding& f) -> std::string& { return f.asserted_by.words; });
        words("degree", [](Finding& f) -> std::string& { return f.degree.words; });
        words("scope", [](Finding& f) -> std::string& { return f.scope.words; });
        words("actor", [](Finding& f) -> std::string& { return f.responsible_actor.words; });
        words("quantity", [](Finding& f) -> std::string& { return f.quantity.words; });
    }
    fmt::print("words of the record: {} mutations, {} noticed by name\n", count.tried, count.noticed);
}

TEST_CASE("each change of a cue in a copy of the text is noticed by name") {
    if (!seed_is_there("mutation: text")) return;
    const Fixture fixture;
    Count count;
    for (const Anchor& anchor : fixture.dossier.all<Anchor>()) {
        const Sentence* sentence = fixture.dossier.find(anchor.sentence);
        const std::string_view part = part_of(anchor.role);
        if (sentence == nullptr || sentence->document.text() != kDocument || part.empty()) continue;
        const std::string before =
            fixture.text.substr(static_cast<std::size_t>(sentence->span.begin), static_cast<std::size_t>(sentence->span.size()));
        const std::string words =
            before.substr(static_cast<std::size_t>(anchor.range.begin), static_cast<std::size_t>(anchor.range.size()));
        for (const std::string replacement : {"somewhat", "xyzzy", ""}) {
            const std::string after = without_words(before, words, replacement);
            REQUIRE(after.find(words) == std::string::npos);
            std::string copy = fixture.text;
            copy.replace(static_cast<std::size_t>(sentence->span.begin), before.size(), after);
            ++count.tried;
            const bool noticed = fixture.noticed(fixture.dossier, copy, part);
            count.noticed += noticed ? 1 : 0;
            INFO("anchor ", anchor.id.text(), " (", std::string(part), ") in ", sentence->id.text(), ", replaced by '", replacement, "'");
            CHECK(noticed);
        }
    }
    CHECK(count.tried >= 150);
    fmt::print("text: {} mutations, {} noticed by name\n", count.tried, count.noticed);
}
