// Indicators that need no vote counts: value, formula, inputs, n, and what is missing. They describe; none is a
// conclusion. Exact integers and fractions; what is uncertain stays an interval.
// Threads: a pure function of an immutable dossier.
#pragma once

#include "openeom/analysis/result.hpp"

namespace openeom::analysis {

struct IndicatorsOptions : Part {
    std::string election;
    std::string indicator;
};
BOOST_DESCRIBE_STRUCT(IndicatorsOptions, (Part), (election, indicator))

BOOST_DEFINE_ENUM_CLASS(IndicatorStatus, not_stated, computed, not_computable)

/// A member of a record that a value was computed from.
struct IndicatorInput : Part {
    AnyRef record;
    std::string member;
    std::string value;
    std::string label;
    std::vector<Ref<Evidence>> evidence;
};
BOOST_DESCRIBE_STRUCT(IndicatorInput, (Part), (record, member, value, label, evidence))

/// One value of an indicator that has several.
struct IndicatorValue : Part {
    std::string of;
    std::string value;
    std::optional<Rational> exact;
    std::optional<Rational> lower;
    std::optional<Rational> upper;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(IndicatorValue, (Part), (of, value, exact, lower, upper, note))

BOOST_DEFINE_ENUM_CLASS(FigureAgreement, not_comparable, agrees, differs)

/// A number that a document prints as a value of the indicator, beside what the record gives.
struct PrintedValue : Part {
    Ref<PublishedFigure> figure;
    std::string printed;
    FigureAgreement agreement{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PrintedValue, (Part), (figure, printed, agreement, note))

struct Indicator : Part {
    std::string title;
    std::string id;
    IndicatorStatus status{};
    std::string value;
    std::string unit;
    std::optional<Rational> exact;
    std::optional<Rational> lower;
    std::optional<Rational> upper;
    std::string reason;
    std::string formula;
    std::optional<std::int64_t> n;
    std::int64_t missing = 0;
    std::vector<std::string> missing_items;
    std::vector<std::string> warnings;
    std::vector<IndicatorValue> values;
    std::vector<PrintedValue> printed;
    std::vector<IndicatorInput> inputs;
};
BOOST_DESCRIBE_STRUCT(Indicator, (Part),
                      (title, id, status, value, unit, exact, lower, upper, reason, formula, n, missing, missing_items, warnings,
                       values, printed, inputs))

struct IndicatorsResult : Part {
    ResultHead head;
    std::string title;
    std::optional<Ref<Election>> election;
    std::vector<Indicator> indicators;
};
BOOST_DESCRIBE_STRUCT(IndicatorsResult, (Part), (head, title, election, indicators))

/// Throws Error(not_found) for an unknown election or indicator.
IndicatorsResult indicators(const Dossier& dossier, const IndicatorsOptions& options = {});

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::IndicatorsOptions>{"indicators_options", "", "options of indicators"};
template <>
inline constexpr auto reflect::rows<analysis::IndicatorsOptions> = std::to_array<reflect::Row>({
    {"election", "id of the election; the one that most of the dossier is about where empty"},
    {.name = "indicator", .meaning = "id of the only one wanted; all where empty", .codes = "indicator"},
});

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::IndicatorStatus>{"indicator_status", "whether there is a value"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::IndicatorInput>{
    "indicator_input", "", "a member of a record that a value was computed from"};
template <>
inline constexpr auto reflect::rows<analysis::IndicatorInput> = std::to_array<reflect::Row>({
    {"record", "the record"},
    {"member", "its member"},
    {"value", "what it holds"},
    {"label", "the record in words"},
    {"evidence", "what the record rests on"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::IndicatorValue>{"indicator_value", "", "one value of an indicator that has several"};
template <>
inline constexpr auto reflect::rows<analysis::IndicatorValue> = std::to_array<reflect::Row>({
    {"of", "what it is a value of"},
    {"value", "the value to its declared digits"},
    {"exact", "the exact value"},
    {"lower", "its least possible value"},
    {"upper", "its greatest possible value"},
    {"note", "what a reader must know besides"},
});

template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<analysis::FigureAgreement>{
    "figure_agreement", "whether a printed number is a value that the record gives"};

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::PrintedValue>{
    "printed_value", "", "a number that a document prints as a value of an indicator"};
template <>
inline constexpr auto reflect::rows<analysis::PrintedValue> = std::to_array<reflect::Row>({
    {"figure", "the published figure"},
    {"printed", "as printed"},
    {"agreement", "whether it is one of the values computed, within its rounding"},
    {"note", "where it stands, and whether it was corrected since"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::Indicator>{"indicator", "", "a computed indicator, or why there is none"};
template <>
inline constexpr auto reflect::rows<analysis::Indicator> = std::to_array<reflect::Row>({
    {"title", "its name"},
    {"id", "its id in the catalogue"},
    {"status", "computed, or not computable"},
    {"value", "the value to its declared digits"},
    {"unit", "unit of the value"},
    {"exact", "the exact value"},
    {"lower", "its least possible value"},
    {"upper", "its greatest possible value"},
    {"reason", "why it is not computable"},
    {"formula", "formula in words and symbols"},
    {"n", "records or units it was computed from"},
    {"missing", "records or units that lack what the formula needs"},
    {"missing_items", "what is missing"},
    {"warnings", "what it must not be taken for"},
    {"values", "its values, where it has several"},
    {"printed", "values of it that documents print"},
    {"inputs", "what it was computed from"},
});

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::IndicatorsResult>{
    "indicators", "", "indicators that need no vote counts; they describe, none is a conclusion"};
template <>
inline constexpr auto reflect::rows<analysis::IndicatorsResult> = std::to_array<reflect::Row>({
    {"head", "what every result says of itself"},
    {"title", "what was computed"},
    {"election", "the election"},
    {"indicators", "the indicators"},
});

}  // namespace openeom
