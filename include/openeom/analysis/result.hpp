// What every analysis gives: a described struct that begins with a head.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// What every result says of itself.
struct ResultHead : Part {
    std::string analysis;
    RawJson options;
    std::string dossier_sha256;
    Date data_cutoff;
    std::vector<std::string> assumptions;
    std::vector<std::string> not_computed;
    std::string reconstruction;
};
BOOST_DESCRIBE_STRUCT(ResultHead, (Part), (analysis, options, dossier_sha256, data_cutoff, assumptions, not_computed, reconstruction))

/// A head for an analysis of `dossier`; the cut-off is the latest of its elections' and documents'.
ResultHead head(const Dossier& dossier, std::string_view analysis, std::string_view options_json);

/// One analysis: pure function of a dossier and described options to a described result.
struct Analysis {
    std::string_view name;          ///< "registration", the name of the command and of Python's method
    std::string_view summary;       ///< one line
    const reflect::Struct& (*options)();
    const reflect::Struct& (*result)();
    reflect::Object (*run)(const Dossier& dossier, const reflect::Object& options);
};

/// All analyses, in the order in which they are listed.
std::span<const Analysis> analyses() noexcept;
/// Throws Error(not_found) with a suggestion.
const Analysis& find_analysis(std::string_view name);

}  // namespace openeom::analysis

template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::analysis::ResultHead>{"result_head", "", "what every result says of itself"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::analysis::ResultHead> = std::to_array<openeom::reflect::Row>({
    {"analysis", "name of the analysis"},
    {"options", "its options in full"},
    {"dossier_sha256", "digest of the dossier"},
    {"data_cutoff", "day up to which the dossier goes"},
    {"assumptions", "what the analysis takes for granted"},
    {"not_computed", "what could not be computed, and why"},
    {"reconstruction", "what a reconstruction from public sources says of itself"},
});
