// Runs the rules: order, waivers, counts, places.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "check/registry.hpp"
#include "openeom/model/reconstruction.hpp"

namespace openeom::check {

namespace {

IssueSeverity severity_of(Severity severity) {
    switch (severity) {
        case Severity::note: return IssueSeverity::note;
        case Severity::warning: return IssueSeverity::warning;
        case Severity::error: return IssueSeverity::error;
    }
    return IssueSeverity::error;
}

Issue issue_of(const Diagnostic& diagnostic) {
    Issue issue;
    issue.severity = severity_of(diagnostic.severity);
    issue.rule = diagnostic.rule;
    if (const auto record = AnyRef::parse(diagnostic.location.record)) issue.record = *record;
    issue.member = diagnostic.location.member;
    issue.message = diagnostic.message;
    issue.remedy = diagnostic.remedy;
    issue.source = diagnostic.location.source;
    if (diagnostic.location.line > 0) {
        issue.line = static_cast<std::int64_t>(diagnostic.location.line);
        issue.column = static_cast<std::int64_t>(diagnostic.location.column);
    }
    return issue;
}

bool comes_before(const Issue& left, const Issue& right) {
    const auto key = [](const Issue& issue) {
        return std::tie(issue.rule, issue.record.text(), issue.range.begin, issue.range.end, issue.member, issue.role,
                        issue.message);
    };
    if (left.severity != right.severity) return left.severity > right.severity;
    return key(left) < key(right);
}

void mark_waived(const Dossier& dossier, std::vector<Issue>& issues) {
    for (const Waiver& waiver : dossier.all<Waiver>())
        for (Issue& issue : issues)
            if (issue.waived.empty() && issue.rule == waiver.check &&
                (!waiver.target || *waiver.target == issue.record))
                issue.waived = waiver.reason.empty() ? "no reason given" : waiver.reason;
}

CheckResult counted(const Dossier& dossier, std::vector<Issue> issues) {
    CheckResult result;
    result.records = static_cast<std::int64_t>(dossier.size());
    result.reconstruction = reconstruction_note(dossier);
    result.rules = static_cast<std::int64_t>(rule_ids().size());
    for (const Issue& issue : issues) {
        if (!issue.waived.empty()) ++result.waived;
        else if (issue.severity == IssueSeverity::error) ++result.errors;
        else if (issue.severity == IssueSeverity::warning) ++result.warnings;
        else ++result.notes;
    }
    result.issues = std::move(issues);
    return result;
}

std::vector<Issue> run_rules(Context& context, bool text_only, const Progress& progress) {
    const std::uint64_t total = rule_ids().size();
    std::uint64_t done = 0;
    for (const RuleGroup& group : rule_groups()) {
        if (text_only && !group.text) continue;
        for (const RuleRow& rule : group.rules()) {
            if (progress && !progress(done++, total, rule.id))
                throw Error(ErrorCode::cancelled, "the check was stopped");
            context.run(rule);
        }
    }
    std::vector<Issue> issues = context.take();
    std::stable_sort(issues.begin(), issues.end(), comes_before);
    mark_waived(context.dossier(), issues);
    return issues;
}

void add_diagnostics(const std::vector<Diagnostic>& diagnostics, std::vector<Issue>& issues) {
    std::transform(diagnostics.begin(), diagnostics.end(), std::back_inserter(issues), issue_of);
}

}  // namespace

CheckResult run(const Dossier& dossier, const Options& options, const Progress& progress) {
    std::vector<Issue> issues;
    add_diagnostics(dossier.remarks(), issues);
    Context context(dossier, options);
    for (Issue& issue : run_rules(context, false, progress)) issues.push_back(std::move(issue));
    return counted(dossier, std::move(issues));
}

CheckResult run(const Edit& edit, const Options& options, const Progress& progress) {
    std::vector<Issue> issues;
    const std::vector<Diagnostic> incoherences = edit.incoherences();
    add_diagnostics(edit.diagnostics(), issues);
    add_diagnostics(incoherences, issues);
    const Dossier dossier = edit.snapshot();
    Context context(dossier, options);
    context.leave_to(edit.diagnostics());
    context.leave_to(incoherences);
    for (Issue& issue : run_rules(context, false, progress)) {
        if (!issue.record.empty()) {
            const Location location = edit.location(issue.record.type(), issue.record.id(), issue.member);
            issue.source = location.source;
            if (location.line > 0) {
                issue.line = static_cast<std::int64_t>(location.line);
                issue.column = static_cast<std::int64_t>(location.column);
            }
        }
        issues.push_back(std::move(issue));
    }
    return counted(dossier, std::move(issues));
}

std::vector<Issue> check_text(const Dossier& dossier, const Document& document, const std::string* text) {
    Options options;
    if (text) options.texts.emplace(document.id.text(), *text);
    Context context(dossier, options, &document);
    return run_rules(context, true, {});
}

}  // namespace openeom::check
