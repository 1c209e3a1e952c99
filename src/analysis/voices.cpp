#include "analysis/voices.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "analysis/scope.hpp"

namespace openeom::analysis {

namespace {

/// The joint mission that a mission is a part of, or itself.
const Mission* joint(const Dossier& dossier, const Mission* mission) {
    std::set<const Mission*> seen;
    while (mission && seen.insert(mission).second) {
        const Mission* around = dossier.find(mission->part_of);
        if (!around) break;
        mission = around;
    }
    return mission;
}

/// Missions, each joint one once; the only one is what is looked for.
class Missions {
public:
    explicit Missions(const Dossier& dossier) : dossier_(dossier) {}

    void add(const std::optional<Ref<Mission>>& reference) {
        if (const Mission* mission = joint(dossier_, dossier_.find(reference))) found_.insert(mission);
    }
    [[nodiscard]] const Mission* only() const { return found_.size() == 1 ? *found_.begin() : nullptr; }

private:
    const Dossier& dossier_;
    std::set<const Mission*> found_;
};

bool says_it_itself(const Finding& finding) {
    return finding.asserted_by.code == Asserter::mission || finding.asserted_by.code == Asserter::institution;
}

const Mission* only_asserting(const Dossier& dossier, const Election* election) {
    Missions missions(dossier);
    for (const Finding& finding : dossier.all<Finding>())
        if (finding.asserted_by.code == Asserter::mission && bears_on(finding.election, election))
            missions.add(finding.mission);
    return missions.only();
}

std::set<std::string_view> documents_with_sentences(const Dossier& dossier) {
    std::set<std::string_view> found;
    for (const Sentence& sentence : dossier.all<Sentence>()) found.insert(sentence.document.text());
    return found;
}

/// Missions that a finding names as those who assert it.
std::vector<const Mission*> named_missions(const Dossier& dossier, const Finding& finding) {
    std::vector<const Mission*> named;
    if (const Mission* mission = dossier.find(finding.mission)) named.push_back(mission);
    for (const AnyRef& target : finding.asserted_by.target)
        if (target.type() == "mission")
            if (const Mission* mission = dossier.find<Mission>(target.id())) named.push_back(mission);
    return named;
}

}  // namespace

const Mission* mission_of(const Dossier& dossier, const Document& document) {
    if (const Mission* issuing = dossier.find(document.mission)) return issuing;
    return only_asserting(dossier, nullptr);
}

const Mission* mission_of(const Dossier& dossier, const Election* election) {
    const auto with_sentences = documents_with_sentences(dossier);
    Missions own(dossier), anchored(dossier);
    for (const Document& document : dossier.all<Document>()) {
        if (!bears_on(document.election, election)) continue;
        if (document.external != YesNo::yes) own.add(document.mission);
        if (with_sentences.contains(document.id.text())) anchored.add(document.mission);
    }
    if (own.only()) return own.only();
    return anchored.only() ? anchored.only() : only_asserting(dossier, election);
}

bool is_missions_own(const Dossier& dossier, const Finding& finding, const Mission* mission) {
    if (!says_it_itself(finding)) return false;
    const auto named = named_missions(dossier, finding);
    return std::all_of(named.begin(), named.end(), [&](const Mission* each) {
        return mission && joint(dossier, each) == joint(dossier, mission);
    });
}

bool is_upheld(const Finding& finding) {
    return finding.state != State::withdrawn && finding.verification != Verification::refuted;
}

bool is_allegation(const RegistrationEvent& event) {
    using enum Asserter;
    if (event.verification == Verification::corroborated || event.verification == Verification::refuted) return false;
    switch (event.asserted_by) {
        case party:
        case interlocutors:
        case named_speaker: return true;
        case authority:
        case mission:
        case institution: return false;
        default: return event.verification == Verification::unverified;
    }
}

}  // namespace openeom::analysis
