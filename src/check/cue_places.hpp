// Where the words of a part stand in a sentence: what a misplaced anchor should point at.
#pragma once

#include <string>
#include <vector>

#include "check/context.hpp"

namespace openeom::check {

/// Other places than the cue's own where its part's words stand: those of the finding; in a text of our own that has
/// none of these, words listed for its code and numbers that are its quantity. In order, none within another.
std::vector<Span> places_of(Context& context, const DocumentText& document, const SentenceText& sentence,
                            const CueAnchor& cue);

/// "'on time' stands at bytes 12 to 19"; the first three of several.
std::string where(const SentenceText& sentence, const std::vector<Span>& places);

}  // namespace openeom::check
