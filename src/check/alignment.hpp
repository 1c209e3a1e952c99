// Where the recorded sentences of an external document stand in a copy of it.
#pragma once

#include <string_view>
#include <vector>

#include "check/index.hpp"
#include "openeom/check/check.hpp"

namespace openeom::check {

/// As `align`, with an index at hand.
std::vector<AlignedSentence> align(const Dossier& dossier, const Index& index, const Document& document,
                                   std::string_view copy);

}  // namespace openeom::check
