// Rules on appeals: what became of a decision is told both as a step of registration and as a complaint (method 4.2, 4.3).
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "check/code_name.hpp"
#include "check/registry.hpp"

namespace openeom::check {

namespace {

using Steps = std::vector<const RegistrationEvent*>;

bool is_outcome(RegistrationKind kind) {
    return kind == RegistrationKind::upheld || kind == RegistrationKind::overturned ||
           kind == RegistrationKind::dismissed || kind == RegistrationKind::not_examined;
}

/// Whether a complaint cannot have ended so if the appeal did: it won, and the decision stands; or it lost, and the
/// decision fell. A complaint granted in part may leave either.
bool contradict(ComplaintOutcome complaint, RegistrationKind outcome) {
    if (outcome == RegistrationKind::overturned)
        return complaint == ComplaintOutcome::denied || complaint == ComplaintOutcome::rejected_unexamined;
    return complaint == ComplaintOutcome::granted;
}

template <class T>
bool differ(const std::optional<T>& left, const std::optional<T>& right) {
    return left && right && *left != *right;
}

/// Whether a step may be the decision on a complaint: no body, instance or day says that it is another.
bool may_decide(const RegistrationEvent& outcome, const Complaint& complaint) {
    return !differ(outcome.body, complaint.forum) && !differ(outcome.level, complaint.instance) &&
           !certainly_before(outcome.decided, complaint.decided) &&
           !certainly_before(complaint.decided, outcome.decided);
}

class Appeals {
public:
    explicit Appeals(const Dossier& dossier) : dossier_(dossier) {
        for (const RegistrationEvent& event : dossier.all<RegistrationEvent>())
            if (is_outcome(event.kind)) add(event);
    }

    /// Outcomes that may be the decision on a complaint, by what it is about or by the decision that it appeals.
    [[nodiscard]] Steps decisions_on(const Complaint& complaint) const {
        Steps decisions;
        const std::vector<const Complaint*> instances = instances_of(complaint);
        const RegistrationEvent* first = about(*instances.back());
        if (first) decisions.push_back(first);
        for (auto instance = instances.rbegin(); instance != instances.rend(); ++instance)
            decisions = outcomes_of(decisions, **instance);
        return decisions;
    }

private:
    /// An outcome answers the appeal that it follows, and the decision appealed against.
    void add(const RegistrationEvent& outcome) {
        const RegistrationEvent* before = dossier_.find(outcome.follows);
        if (!before) return;
        outcomes_[before->id.text()].push_back(&outcome);
        if (before->kind != RegistrationKind::appealed) return;
        if (const RegistrationEvent* decision = dossier_.find(before->follows))
            outcomes_[decision->id.text()].push_back(&outcome);
    }

    [[nodiscard]] const RegistrationEvent* about(const Complaint& complaint) const {
        const bool is_event = complaint.about && complaint.about->type() == "registration_event";
        return is_event ? dossier_.find<RegistrationEvent>(complaint.about->id()) : nullptr;
    }

    /// Whether a complaint names the very decision that it contests, rather than the one that began it all.
    [[nodiscard]] bool names_its_own(const Complaint& complaint) const {
        const RegistrationEvent* event = about(complaint);
        return event && (is_outcome(event->kind) || event->kind == RegistrationKind::appealed);
    }

    /// The complaint and those that it appeals, back to the first.
    [[nodiscard]] std::vector<const Complaint*> instances_of(const Complaint& complaint) const {
        std::vector<const Complaint*> instances{&complaint};
        while (!names_its_own(*instances.back())) {
            const Complaint* before = dossier_.find(instances.back()->appeals);
            if (!before || std::find(instances.begin(), instances.end(), before) != instances.end()) break;
            instances.push_back(before);
        }
        return instances;
    }

    [[nodiscard]] Steps outcomes_of(const Steps& decisions, const Complaint& complaint) const {
        Steps found;
        for (const RegistrationEvent* decision : decisions)
            if (const auto outcomes = outcomes_.find(decision->id.text()); outcomes != outcomes_.end())
                std::copy_if(outcomes->second.begin(), outcomes->second.end(), std::back_inserter(found),
                             [&](const RegistrationEvent* each) { return may_decide(*each, complaint); });
        return found;
    }

    const Dossier& dossier_;
    std::map<std::string_view, Steps> outcomes_;  ///< by the appeal or decision that they answer
};

/// Complaints that an outcome may decide, and whether all that it may be the decision on say otherwise.
struct Complaints {
    const Complaint* first = nullptr;
    bool all_contradict = true;
};

void check_outcomes(Context& context) {
    const Appeals appeals(context.dossier());
    std::map<const RegistrationEvent*, Complaints> decided;
    for (const Complaint& complaint : context.dossier().all<Complaint>()) {
        const Steps outcomes = appeals.decisions_on(complaint);
        const bool contradicts = std::all_of(outcomes.begin(), outcomes.end(), [&](const RegistrationEvent* each) {
            return contradict(complaint.outcome, each->kind);
        });
        for (const RegistrationEvent* outcome : outcomes) {
            Complaints& complaints = decided[outcome];
            if (!complaints.first) complaints.first = &complaint;
            complaints.all_contradict = complaints.all_contradict && contradicts;
        }
    }
    for (const auto& [outcome, complaints] : decided)
        if (complaints.all_contradict)
            context.report(
                {.record = reference(*outcome),
                 .member = "kind",
                 .message = fmt::format("'{}', and complaint:{}, which it decides, is '{}'", code_name(outcome->kind),
                                        complaints.first->id.text(), code_name(complaints.first->outcome))});
}

constexpr RuleRow kRules[] = {
    {"appeal-outcome-differs", IssueSeverity::warning, "an appeal and its complaint end differently",
     "A complaint against a decision on registration is granted where the decision was overturned, and denied where "
     "it was upheld: 'upheld' and 'overturned' are said of the decision, not of the appeal. The two are matched by "
     "what the complaint is about or appeals and what the step follows; only where every complaint that a step may "
     "decide says otherwise is it reported.",
     "compare both with the decision: correct the kind of the step or the outcome of the complaint", "method 4.2, 4.3",
     &check_outcomes},
};

}  // namespace

std::span<const RuleRow> rules_of_appeals() {
    return kRules;
}

}  // namespace openeom::check
