// Rules on reported values: what sources disagree on (method 2.3, 13.10; truth rule 1).
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/registry.hpp"
#include "check/value_words.hpp"
#include "check/walk.hpp"
#include "openeom/io/json.hpp"

namespace openeom::check {

namespace {

/// Reported values of one member of one record.
struct Group {
    std::vector<const ReportedValue*> values;
    bool differ = false;
    std::vector<const ReportedValue*> preferred;
};

std::map<std::pair<std::string, std::string>, Group> groups_of(const Dossier& dossier) {
    std::map<std::pair<std::string, std::string>, Group> groups;
    for (const ReportedValue& value : dossier.all<ReportedValue>()) {
        Group& group = groups[{value.record.text(), value.member}];
        if (!group.values.empty() && group.values.front()->value != value.value) group.differ = true;
        group.values.push_back(&value);
        if (value.preferred == YesNo::yes) group.preferred.push_back(&value);
    }
    return groups;
}

/// The type of a member path such as calendar[2].dates, whatever a record holds there; null where there is none.
const reflect::Type* type_at(const reflect::Struct& of, std::string_view path) {
    const reflect::Struct* owner = &of;
    const reflect::Type* type = nullptr;
    while (!path.empty()) {
        const std::string_view step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(step.size() + 1, path.size()));
        const reflect::Member* member = owner ? owner->find(step.substr(0, step.find('['))) : nullptr;
        if (!member) return nullptr;
        type = member->type;
        if (step.ends_with(']')) {
            while (type->kind == reflect::Kind::optional) type = type->element;
            if (type->kind != reflect::Kind::list) return nullptr;
            type = type->element;
        }
        const reflect::Type& inner = reflect::innermost(*type);
        owner = inner.kind == reflect::Kind::record ? &inner.record() : nullptr;
    }
    return type;
}

/// What a record holds at the member of a reported value: a type, and a value where there is one.
MemberValue member_of(const Dossier& dossier, const ReportedValue& value) {
    const reflect::Struct* type = find_entity(value.record.type());
    const void* record = type ? dossier.find(value.record) : nullptr;
    if (!record) return {};
    MemberValue member = member_at(*type, record, value.member);
    if (!member.type) member.type = type_at(*type, value.member);
    return member;
}

void check_value_type(Context& context) {
    for (const ReportedValue& value : context.dossier().all<ReportedValue>()) {
        if (!context.dossier().find(value.record)) continue;  // dangling: the commit says so
        const MemberValue member = member_of(context.dossier(), value);
        if (!member.type) {
            context.report({.record = reference(value),
                            .member = "member",
                            .message = fmt::format("{} has no member '{}'", value.record.text(), value.member),
                            .remedy = "name a member as in names[0].text or deployed"});
            continue;
        }
        if (const auto why = io::mismatch(*member.type, value.value.text))
            context.report({.record = reference(value),
                            .member = "value",
                            .message = fmt::format("the value does not fit {} of {}: {}", value.member,
                                                   value.record.text(), *why)});
    }
}

void check_several_preferred(Context& context) {
    for (const auto& [key, group] : groups_of(context.dossier())) {
        if (group.preferred.size() < 2) continue;
        for (std::size_t i = 1; i < group.preferred.size(); ++i)
            context.report(
                {.record = reference(*group.preferred[i]),
                 .member = "preferred",
                 .message = fmt::format("{} of {} has {} preferred values; reported_value:{} is one too", key.second,
                                        key.first, group.preferred.size(), group.preferred[0]->id.text())});
    }
}

void check_preferred_without_reason(Context& context) {
    for (const auto& [key, group] : groups_of(context.dossier())) {
        if (!group.differ) continue;
        for (const ReportedValue* value : group.preferred)
            if (value->reason.empty())
                context.report({.record = reference(*value),
                                .member = "reason",
                                .message = fmt::format(
                                    "sources disagree on {} of {}, and nothing says why this value is preferred",
                                    key.second, key.first)});
    }
}

void check_preferred_differs(Context& context) {
    for (const ReportedValue& value : context.dossier().all<ReportedValue>()) {
        if (value.preferred != YesNo::yes) continue;
        const MemberValue member = member_of(context.dossier(), value);
        if (!member.type || io::mismatch(*member.type, value.value.text)) continue;
        const std::string held = member.value ? io::to_json(*member.type, member.value) : "nothing";
        if (held == value.value.text || held == canonical(context.dossier(), value)) continue;
        const std::string shown = member.value ? in_words(*member.type, member.value) : "nothing";
        const std::string preferred = in_words(context.dossier(), value);
        const bool told_apart = shown != preferred;
        context.report({.record = value.record,
                        .member = value.member,
                        .message = fmt::format("the record holds {}, the preferred value, reported_value:{}, is {}",
                                               told_apart ? shown : held, value.id.text(),
                                               told_apart ? preferred : value.value.text)});
    }
}

void check_conflicting_values(Context& context) {
    for (const auto& [key, group] : groups_of(context.dossier())) {
        if (!group.differ || !group.preferred.empty()) continue;
        std::string values;
        for (const ReportedValue* value : group.values)
            values += fmt::format("{}{} (reported_value:{})", values.empty() ? "" : ", ",
                                  in_words(context.dossier(), *value), value->id.text());
        context.report({.record = group.values.front()->record,
                        .member = key.second,
                        .message = fmt::format("sources give different values and none is preferred: {}", values)});
    }
}

constexpr RuleRow kRules[] = {
    {"conflicting-values", IssueSeverity::note, "sources disagree and no value is preferred",
     "Values that differ are shown together. Where one is preferred a reader must learn why; where none is, the "
     "member stays open. The rule compares the values as written: 75.1 and 75.10 count as different.",
     "prefer one value with its reason, or leave the member open on purpose", "method 13.10",
     &check_conflicting_values},
    {"preferred-differs", IssueSeverity::error, "a record does not hold its preferred value",
     "The record's own member is the preferred value, and everything computed uses it. If the two part ways, a reader "
     "is told one value and shown another.",
     "put the preferred value into the record, or prefer the value that the record holds", "method, truth rule 1",
     &check_preferred_differs},
    {"preferred-without-reason", IssueSeverity::warning, "a value is preferred without a reason",
     "A preference without a reason cannot be questioned. The rule asks only where sources disagree, and cannot judge "
     "whether a reason is a good one.",
     "say in 'reason' why this source is followed", "method 2.3", &check_preferred_without_reason},
    {"reported-value-type", IssueSeverity::error, "a reported value does not fit its member",
     "A reported value is of the type of the member that it is reported for; otherwise it can neither be compared nor "
     "preferred.",
     "write the value as the member itself is written, or correct the member's path", "format, reported values",
     &check_value_type},
    {"several-preferred", IssueSeverity::error, "several values of one member are preferred",
     "A member has one value; two preferences contradict each other even where the values agree.",
     "leave one value preferred", "method 2.3", &check_several_preferred},
};

}  // namespace

std::span<const RuleRow> rules_of_values() {
    return kRules;
}

}  // namespace openeom::check
