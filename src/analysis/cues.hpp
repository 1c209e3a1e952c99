// Words of a sentence that carry a part of a finding.
#pragma once

#include <string>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// Roles whose range points at the words that carry a part, rather than at all that is asserted, quoted or told.
bool is_cue(AnchorRole role);

/// The words that the record keeps for a part of a finding; empty where it keeps none.
std::string recorded_words(const Finding& finding, AnchorRole role);

}  // namespace openeom::analysis
