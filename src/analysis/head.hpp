// The head of a result, with the options in full.
#pragma once

#include <string_view>

#include "openeom/analysis/result.hpp"
#include "openeom/io/json.hpp"

namespace openeom::analysis {

template <class Options>
ResultHead head_for(const Dossier& dossier, std::string_view analysis, const Options& options) {
    return head(dossier, analysis, io::to_json(reflect::table<Options>(), &options));
}

}  // namespace openeom::analysis
