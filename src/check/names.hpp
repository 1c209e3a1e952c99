// What records are called, and whether words are one of these names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::check {

/// Names, abbreviations and roles of a body, person, party, mission, organisation, delegation, outlet or place; empty
/// for records that have none.
std::vector<std::string> names_of(const Dossier& dossier, const AnyRef& target);

/// Whether one has the other in it, whole words: "Soares" names "João Soares", "the CEC" names "CEC".
bool names_it(std::string_view words, std::string_view name);

/// Whether the words are one of the target's names.
bool is_named(const Dossier& dossier, std::string_view words, const AnyRef& target);

}  // namespace openeom::check
