#include "check/registry.hpp"

#include <algorithm>

namespace openeom::check {

std::span<const RuleGroup> rule_groups() {
    static constexpr RuleGroup kGroups[] = {
        {&rules_of_values, false},  {&rules_of_figures, false}, {&rules_of_registration, false},
        {&rules_of_appeals, false}, {&rules_of_dates, false},   {&rules_of_findings, false},
        {&rules_of_law, false},     {&rules_of_records, false}, {&rules_of_edits, false},
        {&rules_of_documents, false},
        {&rules_of_spans, true},    {&rules_of_quotes, true},   {&rules_of_text_figures, true},
        {&rules_of_text_dates, true}, {&rules_of_cues, true},     {&rules_of_parts, true},
    };
    return kGroups;
}

std::vector<std::string_view> rule_ids() {
    std::vector<std::string_view> ids;
    for (const RuleGroup& group : rule_groups())
        for (const RuleRow& rule : group.rules()) ids.push_back(rule.id);
    return ids;
}

bool is_rule(std::string_view id) {
    const auto ids = rule_ids();
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<Rule> rules() {
    std::vector<Rule> all;
    for (const RuleGroup& group : rule_groups())
        for (const RuleRow& row : group.rules()) {
            Rule rule;
            rule.id = row.id;
            rule.severity = row.severity;
            rule.title = row.title;
            rule.explanation = row.explanation;
            rule.remedy = row.remedy;
            rule.reference = row.reference;
            all.push_back(std::move(rule));
        }
    return all;
}

}  // namespace openeom::check
