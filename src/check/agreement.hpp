// Whether the words of a part may stand for its code.
#pragma once

#include <string>
#include <string_view>

#include "check/lexicon.hpp"
#include "check/parts.hpp"

namespace openeom::check {

enum class Agreement { agrees, disagrees, unlisted };

/// By the lexicon; for quantities also by the numbers in the words, and by the vague term itself. A name of the part's
/// target agrees where the lexicon does not know it.
Agreement agreement(const Dossier& dossier, const Lexicon& lexicon, std::string_view language, const FindingPart& part,
                    const Finding& finding, std::string_view words);

}  // namespace openeom::check
