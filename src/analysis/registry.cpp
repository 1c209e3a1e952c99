// The list of analyses. It is the one source of this module that instantiates tables: an entry names its function, and the
// tables of its options and its result follow.
#include <array>

#include "analysis/reported.hpp"
#include "openeom/analysis/contents.hpp"
#include "openeom/analysis/discrepancies.hpp"
#include "openeom/analysis/indicators.hpp"
#include "openeom/analysis/record.hpp"
#include "openeom/analysis/records.hpp"
#include "openeom/analysis/registration.hpp"
#include "openeom/analysis/sourcing.hpp"
#include "openeom/analysis/trace.hpp"
#include "openeom/base/describe_tables.hpp"

OPENEOM_TABLE(openeom::analysis::ReportedScalar)

namespace openeom::analysis {

namespace {

template <auto Function>
struct Entry;
template <class Result, class Options, Result (*Function)(const Dossier&, const Options&)>
struct Entry<Function> {
    static Analysis make(std::string_view name, std::string_view summary) {
        return {name, summary, &reflect::table<Options>, &reflect::table<Result>,
                [](const Dossier& dossier, const reflect::Object& options) {
                    return reflect::object(Function(dossier, options.as<Options>()));
                }};
    }
};

template <auto Function>
Analysis entry(std::string_view name, std::string_view summary) {
    return Entry<Function>::make(name, summary);
}

}  // namespace

std::span<const Analysis> analyses() noexcept {
    static const std::array all{
        entry<contents>("contents", "what is in the dossier: elections, registers, documents"),
        entry<records>("records", "one register as a table"),
        entry<record>("record", "one record whole, its evidence and who refers to it"),
        entry<registration>("registration",
                            "refusals and removals, how late, and on which safeguards the file holds evidence"),
        entry<indicators>("indicators", "value, formula, inputs, n, and what is missing"),
        entry<discrepancies>("discrepancies", "where sources disagree, which value is preferred, and why"),
        entry<sourcing>("sourcing", "every sentence of a document: anchored in which findings, or not"),
        entry<trace>("trace", "from a record to its sources, and back to all that rests on it"),
    };
    return all;
}

const Analysis& find_analysis(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Analysis& analysis : analyses()) {
        if (analysis.name == name) return analysis;
        names.push_back(analysis.name);
    }
    throw Error(ErrorCode::not_found, unknown_name("analysis", name, names), {}, "'openeom --help' lists the analyses");
}

}  // namespace openeom::analysis
