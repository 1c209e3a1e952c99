// The groups of rules, each in the source file that holds their functions.
#pragma once

#include <span>

#include "check/context.hpp"

namespace openeom::check {

std::span<const RuleRow> rules_of_values();        // rules_values.cpp
std::span<const RuleRow> rules_of_figures();       // rules_figures.cpp
std::span<const RuleRow> rules_of_registration();  // rules_registration.cpp
std::span<const RuleRow> rules_of_appeals();       // rules_appeals.cpp
std::span<const RuleRow> rules_of_dates();         // rules_dates.cpp
std::span<const RuleRow> rules_of_findings();      // rules_findings.cpp
std::span<const RuleRow> rules_of_law();           // rules_law.cpp
std::span<const RuleRow> rules_of_records();       // rules_records.cpp
std::span<const RuleRow> rules_of_edits();         // rules_edits.cpp
std::span<const RuleRow> rules_of_documents();     // rules_documents.cpp
std::span<const RuleRow> rules_of_spans();         // rules_spans.cpp: text
std::span<const RuleRow> rules_of_quotes();        // rules_quotes.cpp: text
std::span<const RuleRow> rules_of_text_dates();    // rules_text_dates.cpp: text
std::span<const RuleRow> rules_of_text_figures();  // rules_text_figures.cpp: text
std::span<const RuleRow> rules_of_cues();          // text_cues.cpp: text
std::span<const RuleRow> rules_of_parts();         // text_parts.cpp: text

/// A group of rules; those of texts are what `check_text` runs.
struct RuleGroup {
    std::span<const RuleRow> (*rules)();
    bool text = false;
};
std::span<const RuleGroup> rule_groups();

/// Whether a rule has this id.
bool is_rule(std::string_view id);
std::vector<std::string_view> rule_ids();

}  // namespace openeom::check
