// Usual orders of states, from the catalogue and the dossier.
#pragma once

#include <string_view>

#include "openeom/model/dossier.hpp"

namespace openeom::check {

/// The lifecycle of a subject in a country: the dossier's before the catalogue's, the country's before the general one.
const Lifecycle* find_lifecycle(const Dossier& dossier, std::string_view subject, std::string_view country);

/// Whether one state usually comes after another, with steps between that nobody recorded or without.
bool may_follow(const Lifecycle& lifecycle, std::string_view before, std::string_view after);

}  // namespace openeom::check
