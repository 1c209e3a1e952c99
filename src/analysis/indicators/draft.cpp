#include "analysis/indicators/draft.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/labels.hpp"

namespace openeom::analysis {

namespace {

constexpr std::size_t kValuesInOneText = 6;

Rational power_of_ten(int digits) {
    std::int64_t power = 1;
    for (int i = 0; i < digits; ++i) power = checked_multiply(power, 10);
    return Rational(power);
}

std::string rounded_down(const Rational& value, int digits) {
    return (Rational((value * power_of_ten(digits)).floor()) / power_of_ten(digits)).decimal(digits);
}

std::string rounded_up(const Rational& value, int digits) {
    return (Rational((value * power_of_ten(digits)).ceil()) / power_of_ten(digits)).decimal(digits);
}

std::optional<Rational> quotient(const std::optional<std::int64_t>& above, const std::optional<std::int64_t>& below,
                                 const Rational& factor) {
    if (!above || !below || *below == 0) return std::nullopt;
    return factor * Rational(*above) / Rational(*below);
}

/// Lists of records are counted: what they hold is shown where the record is.
std::string input_text(const reflect::Type& type, const void* value) {
    const bool records = type.kind == reflect::Kind::list && type.element->kind == reflect::Kind::record;
    return records ? counted(static_cast<std::int64_t>(type.size(value)), "entry", "entries") : text_of(type, value);
}

std::string text_with_subject(const IndicatorValue& value) {
    return value.of.empty() ? value.value : fmt::format("{}: {}", value.of, value.value);
}

}  // namespace

Bounds bounds(const Interval& interval) {
    Bounds made;
    if (interval.lower) made.lower = Rational(*interval.lower);
    if (interval.upper) made.upper = Rational(*interval.upper);
    return made;
}

Bounds ratio(const Interval& above, const Interval& below, const Rational& factor) {
    return {quotient(above.lower, below.upper, factor), quotient(above.upper, below.lower, factor)};
}

std::string bounds_text(const Bounds& value, int digits) {
    if (value.is_unknown()) return "unknown";
    if (value.is_exact()) return value.lower->decimal(digits);
    if (!value.upper) return "at least " + rounded_down(*value.lower, digits);
    if (!value.lower) return "at most " + rounded_up(*value.upper, digits);
    return fmt::format("{} to {}", rounded_down(*value.lower, digits), rounded_up(*value.upper, digits));
}

std::optional<Interval> count_of(const Quantity& quantity) {
    const bool countable =
        quantity.is_stated() && !quantity.is_vague() && !std::holds_alternative<Quantity::Share>(quantity.value());
    if (!countable) return std::nullopt;
    return quantity.count();
}

IndicatorValue value_of(std::string of, const Bounds& value, int digits, std::string_view unit) {
    IndicatorValue made;
    made.of = std::move(of);
    made.value = bounds_text(value, digits);
    if (!unit.empty()) made.value += fmt::format(" {}", unit);
    if (value.is_exact()) {
        made.exact = value.lower;
    } else {
        made.lower = value.lower;
        made.upper = value.upper;
    }
    return made;
}

void IndicatorDraft::add_input(const reflect::Struct& type, const void* record, std::string_view member) {
    IndicatorInput input;
    input.record = AnyRef(type.name, static_cast<const Id*>(type.find("id")->in(record))->text());
    input.member = member;
    if (!known_inputs_.emplace(input.record.text(), input.member).second) return;
    const MemberValue found = member_at(type, record, member);
    if (found.type) input.value = input_text(*found.type, found.value);
    input.label = label_of(context_.dossier, type, record);
    if (const reflect::Member* evidence = type.find("evidence"))
        input.evidence = *static_cast<const std::vector<Ref<Evidence>>*>(evidence->in(record));
    made_.inputs.push_back(std::move(input));
}

Indicator IndicatorDraft::finish(std::string_view reason) {
    made_.missing = static_cast<std::int64_t>(made_.missing_items.size());
    if (made_.values.empty()) {
        made_.status = IndicatorStatus::not_computable;
        made_.reason = contradictions_.empty() ? std::string(reason) : joined(contradictions_);
        return std::move(made_);
    }
    if (made_.values.size() == 1) {
        const IndicatorValue only = std::move(made_.values.front());
        made_.values.clear();
        if (!only.note.empty()) made_.warnings.push_back(only.note);
        return finish_with(only, text_with_subject(only));
    }
    std::vector<std::string> texts;
    for (const IndicatorValue& value : made_.values) texts.push_back(text_with_subject(value));
    const bool few = texts.size() <= kValuesInOneText;
    return finish_with(IndicatorValue(), few ? joined(texts) : fmt::format("{} values, one by one", texts.size()));
}

Indicator IndicatorDraft::finish_with(const IndicatorValue& headline, std::string text) {
    made_.missing = static_cast<std::int64_t>(made_.missing_items.size());
    made_.status = IndicatorStatus::computed;
    made_.value = std::move(text);
    made_.exact = headline.exact;
    made_.lower = headline.lower;
    made_.upper = headline.upper;
    return std::move(made_);
}

}  // namespace openeom::analysis
