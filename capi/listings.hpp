// Results that list what the library has: examples, analyses with their options, rules.
#pragma once

#include <string>
#include <vector>

#include "openeom/check/check.hpp"
#include "openeom/io/schema.hpp"

namespace openeom::capi {

struct ExampleRow : Part {
    std::string name;
    std::string title;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(ExampleRow, (Part), (name, title, summary))

struct ExampleList : Part {
    std::vector<ExampleRow> examples;
};
BOOST_DESCRIBE_STRUCT(ExampleList, (Part), (examples))

struct AnalysisRow : Part {
    std::string name;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(AnalysisRow, (Part), (name, summary))

struct AnalysisList : Part {
    std::vector<AnalysisRow> analyses;
    std::vector<io::SchemaMember> options;
};
BOOST_DESCRIBE_STRUCT(AnalysisList, (Part), (analyses, options))

struct RuleList : Part {
    std::vector<check::Rule> rules;
};
BOOST_DESCRIBE_STRUCT(RuleList, (Part), (rules))

}  // namespace openeom::capi

template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::ExampleRow>{"example", "", "a built-in dossier"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::ExampleRow> = std::to_array<openeom::reflect::Row>({
    {"name", "open it as example:NAME"},
    {"title", "the election it is about"},
    {"summary", "what it holds"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::ExampleList>{"example_list", "", "the built-in dossiers"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::ExampleList> = std::to_array<openeom::reflect::Row>({
    {"examples", "a row each"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::AnalysisRow>{"analysis", "", "an analysis"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::AnalysisRow> = std::to_array<openeom::reflect::Row>({
    {"name", "its name"},
    {"summary", "what it tells"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::AnalysisList>{"analysis_list", "", "the analyses and their options"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::AnalysisList> = std::to_array<openeom::reflect::Row>({
    {"analyses", "a row each"},
    {"options", "their options; `type` is the analysis"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::capi::RuleList>{"rule_list", "", "the rules of the check"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::capi::RuleList> = std::to_array<openeom::reflect::Row>({
    {"rules", "a block each"},
});
