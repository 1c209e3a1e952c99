#include "openeom/report/suggestions.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/labels.hpp"
#include "analysis/scope.hpp"
#include "label.hpp"
#include "words.hpp"

namespace openeom::report {

namespace {

class Composer {
public:
    Composer(const Dossier& dossier, const Document& document)
        : dossier_(dossier),
          document_(document),
          words_(Words::speaks(document.language) ? std::string_view(document.language) : "en") {
        made_.document = Ref<Document>(document.id);
        made_.reconstruction = reconstruction_note(words_, document, issuers());
        election_ = document.election ? dossier.find(*document.election) : analysis::choose_election(dossier, {});
    }

    Suggestions compose() {
        missions();
        accreditation();
        for (const Finding& finding : dossier_.all<Finding>()) election_day(finding);
        on_record();
        return std::move(made_);
    }

private:
    std::vector<std::string> issuers() const {
        std::vector<std::string> names;
        for (const AnyRef& issuer : document_.issuers) names.push_back(analysis::label(dossier_, issuer));
        return names;
    }

    // --- Mission information ---

    void missions() {
        if (!document_.mission) return;
        for (const Mission& mission : dossier_.all<Mission>()) {
            const bool meant = mission.id == document_.mission->id() || (mission.part_of && mission.part_of->id() == document_.mission->id());
            if (meant) mission_lines(mission);
        }
    }

    void mission_lines(const Mission& mission) {
        const std::string name = name_of(mission);
        const AnyRef reference("mission", mission.id.text());
        if (mission.deployed.is_exact()) {
            add("mission_deployed", words_.fill("pattern.mission_deployed", name, words_.date(mission.deployed)), {reference},
                disagreement(reference, "deployed"));
        } else if (!mission.deployed.empty()) {
            leave_out(reference, "deployed", "the day is not exact");
        }
        count(mission.long_term_observers, "mission_long_term", "long_term_observers", name, reference);
        count(mission.short_term_observers, "mission_short_term", "short_term_observers", name, reference);
        count(mission.observers, "mission_observers", "observers", name, reference);
    }

    void count(const Quantity& quantity, std::string_view pattern, std::string_view member, const std::string& name,
               const AnyRef& reference) {
        if (!quantity.is_stated()) return;
        if (!is_count(quantity)) return leave_out(reference, member, "it is no count");
        add(pattern, words_.fill(fmt::format("pattern.{}", pattern), name, words_.quantity(quantity)), {reference},
            disagreement(reference, member));
    }

    /// Without an article of its own: the pattern has one.
    std::string name_of(const Mission& mission) const {
        std::string name = mission.names.empty() ? mission.id.text() : mission.names.front().text;
        for (const Name& one : mission.names)
            if (std::string_view(one.language).substr(0, 2) == words_.language()) {
                name = one.text;
                break;
            }
        return name.starts_with("The ") || name.starts_with("the ") ? name.substr(4) : name;
    }

    static bool is_count(const Quantity& quantity) {
        return quantity.is_stated() && !quantity.is_vague() && !std::holds_alternative<Quantity::Share>(quantity.value());
    }

    // --- Tables of accreditation ---

    void accreditation() {
        if (!election_) return;
        std::map<std::pair<std::string, bool>, std::vector<const AccreditationCount*>> by_day;
        for (const AccreditationCount& count : dossier_.all<AccreditationCount>()) {
            if (count.election.id() != election_->id || count.as_of.empty()) continue;
            by_day[{count.as_of.text(), count.refused == YesNo::yes}].push_back(&count);
        }
        for (auto& [day, counts] : by_day) accreditation_line(counts, day.second);
    }

    void accreditation_line(std::vector<const AccreditationCount*>& counts, bool refused) {
        std::stable_partition(counts.begin(), counts.end(), [](const AccreditationCount* count) { return count->total != YesNo::yes; });
        std::vector<std::string> items;
        std::vector<AnyRef> rests_on;
        for (const AccreditationCount* count : counts) {
            const AnyRef reference("accreditation_count", count->id.text());
            if (!is_count(count->count)) {
                leave_out(reference, "count", "it is no count");
                continue;
            }
            const std::string number = words_.quantity(count->count);
            items.push_back(count->total == YesNo::yes ? words_.fill("pattern.accreditation_total", number)
                                                       : fmt::format("{} {}", whom(*count), number));
            rests_on.push_back(reference);
        }
        if (items.empty()) return;
        const std::string_view pattern = refused ? "accreditation_refused" : "accreditation";
        add(pattern, words_.fill(fmt::format("pattern.{}", pattern), words_.date(counts.front()->as_of), joined(items, "; ")),
            std::move(rests_on), {});
    }

    std::string whom(const AccreditationCount& count) const {
        return count.organisation ? analysis::label(dossier_, *count.organisation) : count.of;
    }

    // --- Lines "k of n" of election day ---

    void election_day(const Finding& finding) {
        const auto* quantity = std::get_if<Quantity::CountOf>(&finding.quantity.value.value());
        if (!quantity) return;
        const AnyRef reference("finding", finding.id.text());
        const std::string reason = why_not(finding);
        if (!reason.empty()) return leave_out(reference, "quantity", reason);
        const std::string noun(words_(finding.phase == Phase::opening    ? "pattern.noun_opening"
                                      : finding.phase == Phase::counting ? "pattern.noun_counting"
                                                                         : "pattern.noun_tabulation"));
        if (finding.issues.empty()) {
            const std::string_view pattern =
                finding.polarity.code == Polarity::positive ? "assessed_positively" : "assessed_negatively";
            const std::string line = words_.fill(fmt::format("pattern.{}", pattern), quantity->k, quantity->n, noun);
            return add(pattern, capitalised(line), {reference}, {});
        }
        for (const std::string& issue : finding.issues)
            add("issue_noted",
                words_.fill("pattern.issue_noted", quantity->k, quantity->n, noun,
                            capitalised(analysis::meaning_of_code(dossier_, "issue", issue))),
                {reference}, {});
    }

    /// Why a count of a finding is left to people; empty where a pattern fits it.
    std::string why_not(const Finding& finding) const {
        if (finding.kind == FindingKind::conclusion) return "conclusions are not composed";
        if (finding.kind == FindingKind::legal) return "legal findings are not composed";
        if (finding.asserted_by.code != Asserter::mission) return "what others than the mission assert is not composed";
        if (finding.basis != Basis::observed) return "it does not rest on observation";
        if (finding.state == State::withdrawn) return "it is withdrawn";
        const bool phase = finding.phase == Phase::opening || finding.phase == Phase::counting || finding.phase == Phase::tabulation;
        if (finding.phase == Phase::voting) return "whether it counts observations or polling stations is not on record";
        if (!phase) return "no pattern fits its phase";
        const Mission* mission = dossier_.find(finding.mission ? finding.mission : document_.mission);
        if (!mission || mission->systematic_election_day_observation != YesNo::yes)
            return "the mission did not observe election day systematically, or that is not on record";
        if (finding.scope.stated() || finding.degree.stated() || finding.persistence.stated())
            return "no pattern carries its scope, degree or persistence";
        const bool assessed = finding.polarity.code == Polarity::positive || finding.polarity.code == Polarity::negative;
        if (!assessed) return "its assessment is not stated";
        if (!finding.issues.empty() && finding.polarity.code == Polarity::positive) return "no pattern fits a positive issue";
        return {};
    }

    // --- Bookkeeping ---

    std::vector<std::string> disagreement(const AnyRef& record, std::string_view member) const {
        std::vector<std::string> values;
        for (const ReportedValue& value : dossier_.all<ReportedValue>())
            if (value.record == record && value.member == member) values.push_back(value.id.text());
        if (values.size() < 2) return {};
        return {fmt::format("sources disagree on '{}': see reported values {}", spaced(member), joined(values))};
    }

    void add(std::string_view pattern, std::string text, std::vector<AnyRef> rests_on, std::vector<std::string> notes) {
        Suggestion suggestion;
        suggestion.id = Id(fmt::format("composed.{}.{}", spelled(pattern), made_.suggestions.size() + 1));
        suggestion.notes = std::move(notes);
        suggestion.document = Ref<Document>(document_.id);
        suggestion.text = std::move(text);
        suggestion.pattern = pattern;
        suggestion.rests_on = std::move(rests_on);
        made_.suggestions.push_back(std::move(suggestion));
    }

    static std::string spelled(std::string_view pattern) {
        std::string made(pattern);
        std::ranges::replace(made, '_', '-');
        return made;
    }

    void leave_out(const AnyRef& record, std::string_view member, std::string_view reason) {
        made_.not_composed.push_back(fmt::format("{}.{}: {}", record.text(), member, reason));
    }

    /// What the dossier holds already: adopted suggestions go, further ones join.
    void on_record() {
        for (const Suggestion& held : dossier_.all<Suggestion>()) {
            if (!held.document || held.document->id() != document_.id) continue;
            std::erase_if(made_.suggestions, [&](const Suggestion& one) {
                return one.pattern == held.pattern && one.rests_on == held.rests_on;
            });
            if (!held.adopted_as) made_.suggestions.push_back(held);
        }
    }

    const Dossier& dossier_;
    const Document& document_;
    const Election* election_ = nullptr;
    Words words_;
    Suggestions made_;
};

}  // namespace

Suggestions suggestions(const Dossier& dossier, std::string_view document) {
    return Composer(dossier, dossier.get<Document>(document)).compose();
}

}  // namespace openeom::report
