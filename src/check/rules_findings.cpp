// Rules on findings and what they rest on (method 2.2, 5.5, 7.1, 13.9).
#include <algorithm>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "check/code_name.hpp"
#include "check/numbers.hpp"
#include "check/registry.hpp"
#include "check/walk.hpp"
#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

/// Whether a conclusion is somebody else's: only sentences of external documents assert it.
bool is_external_conclusion(Context& context, const Finding& finding) {
    bool external = false;
    for (const Anchor* anchor : context.index().anchors_to(reference(finding).text())) {
        const Sentence* sentence = context.dossier().find(anchor->sentence);
        if (!sentence || anchor->role != AnchorRole::asserts) continue;
        if (!is_external(*sentence)) return false;
        external = true;
    }
    return external;
}

void check_conclusions(Context& context) {
    for (const Finding& finding : context.dossier().all<Finding>()) {
        if (finding.kind != FindingKind::conclusion || !finding.based_on.empty()) continue;
        if (is_external_conclusion(context, finding)) continue;
        context.report({.record = reference(finding),
                        .member = "based_on",
                        .message = "a conclusion that names no findings it rests on"});
    }
}

void check_finding_evidence(Context& context) {
    for (const Finding& finding : context.dossier().all<Finding>()) {
        if (!finding.evidence.empty()) continue;
        const bool conclusion = finding.kind == FindingKind::conclusion;
        if (conclusion && (!finding.based_on.empty() || !is_external_conclusion(context, finding))) continue;
        context.report({.record = reference(finding), .member = "evidence", .message = "a finding without evidence"});
    }
}

// Evidence ------------------------------------------------------------------------------------------------------------

bool may_name_evidence(const reflect::Member& member) {
    const reflect::Type& inner = reflect::innermost(*member.type);
    return inner.kind == reflect::Kind::any_reference ||
           (inner.kind == reflect::Kind::reference && inner.target() == reflect::table<Evidence>().name);
}

std::unordered_set<std::string> used_evidence(const Dossier& dossier) {
    std::unordered_set<std::string> used;
    for (const reflect::Struct* type : entities()) {
        if (type->name == "clearance" || type->name == "waiver") continue;  // these rest on nothing
        const auto tree = member_tree(*type, &may_name_evidence);
        const Register& records = dossier.records(*type);
        Walker walker([&](const Visited& value) {
            if (value.type.kind == reflect::Kind::reference) used.insert(value.as<Ref<Evidence>>().text());
            else if (value.as<AnyRef>().type() == "evidence") used.emplace(value.as<AnyRef>().id());
        });
        for (auto at = records.begin(); at != records.end(); ++at) walker.members(tree, *at);
    }
    return used;
}

void check_unused_evidence(Context& context) {
    const auto used = used_evidence(context.dossier());
    for (const Evidence& evidence : context.dossier().all<Evidence>())
        if (!used.contains(evidence.id.text()))
            context.report({.record = reference(evidence), .message = "evidence on which nothing rests"});
}

// Material negative findings ------------------------------------------------------------------------------------------

void check_negative_findings(Context& context) {
    const Dossier& dossier = context.dossier();
    if (dossier.all<Sentence>().empty()) return;  // nothing is drafted yet
    for (const Finding& finding : dossier.all<Finding>()) {
        const bool ours =
            finding.asserted_by.code == Asserter::mission || finding.asserted_by.code == Asserter::institution;
        if (finding.polarity.code != Polarity::negative || !ours || finding.state == State::withdrawn) continue;
        const auto anchors = context.index().anchors_to(reference(finding).text());
        const bool anchored = std::any_of(anchors.begin(), anchors.end(),
                                          [](const Anchor* each) { return each->role == AnchorRole::asserts; });
        if (!anchored)
            context.report({.record = reference(finding),
                            .member = "polarity",
                            .message = "a negative finding that no sentence asserts"});
    }
}

// Fraud ---------------------------------------------------------------------------------------------------------------

const CodeEntry* find_code(const Dossier& dossier, std::string_view list, std::string_view code) {
    return find_here_or_in_catalogue<CodeEntry>(dossier, fmt::format("{}.{}", list, code));
}

/// Whether a code is "fraud" or narrower, by the code lists.
bool is_fraud(const Dossier& dossier, std::string list, std::string code) {
    std::set<std::string> seen;
    while (!code.empty() && seen.insert(list + "." + code).second) {
        if (code == "fraud") return true;
        const CodeEntry* entry = find_code(dossier, list, code);
        if (!entry) return false;
        const auto dot = entry->broader.find('.');
        if (dot != std::string::npos) list = entry->broader.substr(0, dot);
        code = dot == std::string::npos ? entry->broader : entry->broader.substr(dot + 1);
    }
    return false;
}

void check_fraud_attribution(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const Incident& incident : dossier.all<Incident>())
        if (incident.asserted_by == Asserter::not_stated && is_fraud(dossier, "incident_type", incident.type))
            context.report(
                {.record = reference(incident),
                 .member = "asserted_by",
                 .message = fmt::format("'{}' is a kind of fraud, and nothing says who asserts it", incident.type)});
    for (const Finding& finding : dossier.all<Finding>()) {
        if (finding.asserted_by.stated()) continue;
        for (const std::string& issue : finding.issues)
            if (is_fraud(dossier, "issue", issue) || is_fraud(dossier, "incident_type", issue))
                context.report(
                    {.record = reference(finding),
                     .member = "asserted_by",
                     .message = fmt::format("'{}' is a kind of fraud, and nothing says who asserts it", issue)});
    }
}

void check_fraud_definition(Context& context) {
    for (const Incident& incident : context.dossier().all<Incident>())
        if (incident.legal_definition.empty() && is_fraud(context.dossier(), "incident_type", incident.type))
            context.report({.record = reference(incident),
                            .member = "legal_definition",
                            .message = fmt::format("'{}' is a kind of fraud, and no provision is named that defines it",
                                                   incident.type)});
}

/// The numbers of a quantity that is one or two numbers; none of one that is vague, a share or not stated.
std::vector<std::int64_t> numbers_of(const Quantity& quantity) {
    if (const auto* exact = std::get_if<Quantity::Exact>(&quantity.value())) return {exact->n};
    if (const auto* least = std::get_if<Quantity::AtLeast>(&quantity.value())) return {least->n};
    if (const auto* part = std::get_if<Quantity::CountOf>(&quantity.value())) return {part->k, part->n};
    return {};
}

/// Whether a summary that has numbers leaves out one of the quantity's and has one that is not its.
bool tells_another_number(std::string_view summary, const std::vector<std::int64_t>& quantity) {
    std::vector<std::int64_t> told;
    for (const TextNumber& number : numbers_in(summary, "en"))
        if (number.value && number.value->places() == 0 && !number.dated && !number.referenced && !number.ordinal)
            told.push_back(number.value->coefficient());
    const auto has = [](const std::vector<std::int64_t>& numbers, std::int64_t wanted) {
        return std::find(numbers.begin(), numbers.end(), wanted) != numbers.end();
    };
    const bool lacks = std::any_of(quantity.begin(), quantity.end(), [&](std::int64_t each) { return !has(told, each); });
    const bool adds = std::any_of(told.begin(), told.end(), [&](std::int64_t each) { return !has(quantity, each); });
    return lacks && adds;
}

void check_summaries(Context& context) {
    for (const Finding& finding : context.dossier().all<Finding>()) {
        const std::vector<std::int64_t> quantity = numbers_of(finding.quantity.value);
        if (quantity.empty() || !tells_another_number(finding.summary, quantity)) continue;
        context.report({.record = reference(finding),
                        .member = "summary",
                        .message = fmt::format("the summary tells another number than the quantity, {}", finding.quantity.value.text())});
    }
}

constexpr RuleRow kRules[] = {
    {"conclusion-without-findings", IssueSeverity::warning, "a conclusion that rests on no findings",
     "A conclusion is drawn from findings, not from evidence alone; without them nobody can see what it weighs. "
     "Conclusions that only documents of others assert are spared: theirs are not ours to found.",
     "name the findings in 'based_on'", "method 13.9", &check_conclusions},
    {"evidence-unused", IssueSeverity::note, "evidence on which nothing rests",
     "What was collected and is used nowhere may be a loose end or a finding forgotten. A mention among the evidence "
     "of another fact counts as use; whether it bears that fact out is not seen.",
     "let a record rest on it, or say in its notes why it is only kept", "method 13.9", &check_unused_evidence},
    {"finding-without-evidence", IssueSeverity::warning, "a finding without evidence",
     "A finding is as good as what it rests on. Conclusions rest on findings instead. The rule sees that evidence is "
     "named, not that it is enough.",
     "name the evidence, or withdraw the finding", "method 13.9", &check_finding_evidence},
    {"fraud-without-attribution", IssueSeverity::warning, "fraud that nobody asserts",
     "The word fraud needs somebody who says so. Which codes are kinds of fraud stands in the code lists, so that "
     "proxy voting and intimidation, which are not, stay apart.",
     "state asserted_by, or choose a type that says only what was seen", "method 5.5", &check_fraud_attribution},
    {"fraud-without-legal-definition", IssueSeverity::warning, "fraud without a legal definition",
     "Fraud is an offence that law defines, and it differs by country. The rule looks at incidents; whether the "
     "provision named fits the case is for a lawyer.",
     "name the provision in legal_definition, or choose a type that says only what was seen", "method 5.5",
     &check_fraud_definition},
    {"negative-finding-unanchored", IssueSeverity::warning, "a negative finding that no sentence asserts",
     "What was found and is left out of every document should be left out on purpose. Only findings of a mission or "
     "institution are looked at, and only where the dossier has sentences; whether a finding is material is for a "
     "person, who may waive this.",
     "anchor a sentence in it, or waive the check with the reason", "method 7.1", &check_negative_findings},
    {"summary-differs", IssueSeverity::warning, "a summary tells another number than the finding",
     "The summary is what readers see of a finding, in the compiler's words; its numbers are those of the finding. Dates and "
     "numbers of articles are let pass, and a summary without numbers too; number words are read in English only.",
     "correct the summary or the quantity", "method 2.2", &check_summaries},
};

}  // namespace

std::span<const RuleRow> rules_of_findings() {
    return kRules;
}

}  // namespace openeom::check
