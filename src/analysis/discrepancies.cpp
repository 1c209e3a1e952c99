#include "openeom/analysis/discrepancies.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "analysis/reported.hpp"
#include "openeom/io/json.hpp"

namespace openeom::analysis {

namespace {

struct Key {
    std::string_view record;
    std::string_view member;
    auto operator<=>(const Key&) const = default;
};
using Groups = std::map<Key, std::vector<const ReportedValue*>>;

Groups group_values(const Dossier& dossier, std::string_view only) {
    Groups groups;
    for (const ReportedValue& reported : dossier.all<ReportedValue>())
        if (only.empty() || only == reported.record.text())
            groups[{reported.record.text(), reported.member}].push_back(&reported);
    return groups;
}

bool differ(const Dossier& dossier, const std::vector<const ReportedValue*>& values) {
    std::set<std::string> texts;
    for (const ReportedValue* value : values) texts.insert(comparable(dossier, *value));
    return texts.size() > 1;
}

/// 1 observer institutions, 2 authorities and agencies, 3 mirrors: the nearest of the sources; not stated where none says.
SourceTier nearest_tier(const Dossier& dossier, const ReportedValue& reported) {
    SourceTier nearest = SourceTier::not_stated;
    for (const Ref<Evidence>& each : reported.evidence) {
        const Evidence* evidence = dossier.find(each);
        const Source* source = evidence ? dossier.find(evidence->source) : nullptr;
        if (!source || source->tier == SourceTier::not_stated) continue;
        if (nearest == SourceTier::not_stated || source->tier < nearest) nearest = source->tier;
    }
    return nearest;
}

DiscrepancyValue value_row(const Dossier& dossier, const ReportedValue& reported) {
    DiscrepancyValue row;
    row.value = value_words(dossier, reported);
    row.preferred = reported.preferred;
    row.words = reported.words;
    row.sources = sources_of(dossier, reported);
    row.tier = nearest_tier(dossier, reported);
    row.reason = reported.reason;
    row.evidence = reported.evidence;
    row.reported_value = Ref<ReportedValue>(reported.id);
    return row;
}

const ReportedValue* preferred_of(const std::vector<const ReportedValue*>& values) {
    const ReportedValue* found = nullptr;
    for (const ReportedValue* value : values) {
        if (value->preferred != YesNo::yes) continue;
        if (found) return nullptr;  // two preferred values prefer none
        found = value;
    }
    return found;
}

MemberValue member_of(const Dossier& dossier, const ReportedValue& reported) {
    const reflect::Struct* type = find_entity(reported.record.type());
    const void* record = type ? dossier.find(reported.record) : nullptr;
    return record ? member_at(*type, record, reported.member) : MemberValue();
}

YesNo holds(const Dossier& dossier, const MemberValue& member, const ReportedValue* preferred) {
    if (!preferred || !member.type) return YesNo::not_stated;
    return io::to_json(*member.type, member.value) == comparable(dossier, *preferred) ? YesNo::yes : YesNo::no;
}

std::string state_words(const ReportedValue* preferred, YesNo holds_it, const std::string& value) {
    if (!preferred) return "unresolved: no single value is preferred";
    const std::string why = preferred->reason.empty() ? "no reason is given" : preferred->reason;
    if (holds_it == YesNo::no)
        return fmt::format("{} is preferred ({}), and the record holds another value", value, why);
    return fmt::format("{} is preferred: {}", value, why);
}

Discrepancy discrepancy_of(const Dossier& dossier, const std::vector<const ReportedValue*>& values) {
    const ReportedValue& first = *values.front();
    const MemberValue member = member_of(dossier, first);
    const ReportedValue* preferred = preferred_of(values);
    Discrepancy made;
    std::string whose = label(dossier, first.record);
    if (whose.ends_with('.')) whose.pop_back();  // a summary that stands for a name
    made.title = fmt::format("{}: {}", whose, words(first.member));
    made.id = fmt::format("{}.{}.{}", first.record.type(), first.record.id(), first.member);
    made.record = first.record;
    made.member = first.member;
    if (member.member) made.meaning = member.member->meaning;
    if (member.type) made.held = text_of(*member.type, member.value);
    made.holds_preferred = holds(dossier, member, preferred);
    made.state =
        state_words(preferred, made.holds_preferred, preferred ? value_words(dossier, *preferred) : std::string());
    for (const ReportedValue* value : values) made.values.push_back(value_row(dossier, *value));
    std::stable_partition(made.values.begin(), made.values.end(),
                          [](const auto& row) { return row.preferred == YesNo::yes; });
    return made;
}

}  // namespace

DiscrepanciesResult discrepancies(const Dossier& dossier, const DiscrepanciesOptions& options) {
    DiscrepanciesResult result;
    result.head = head_for(dossier, "discrepancies", options);
    for (const auto& [key, values] : group_values(dossier, options.record)) {
        if (!differ(dossier, values)) continue;
        result.discrepancies.push_back(discrepancy_of(dossier, values));
        ++result.count;
        if (!preferred_of(values)) ++result.unresolved;
    }
    result.title =
        fmt::format("{}, {} unresolved", counted(result.count, "discrepancy", "discrepancies"), result.unresolved);
    result.head.assumptions.emplace_back(
        "values are compared as values of the member's type: two ways of writing one value agree");
    return result;
}

}  // namespace openeom::analysis
