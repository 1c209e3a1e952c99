// The election that an analysis is about, and what bears on it.
#pragma once

#include <string_view>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// The election with this id, or where `id` is empty, the one that most of the dossier is about; null where it holds none.
/// Throws Error(not_found) with a suggestion.
const Election* choose_election(const Dossier& dossier, std::string_view id);

/// First day of voting; empty where it is not known.
Date vote_day(const Election* election);

/// Whether a reference to an election that may be left out bears on `election`: silence bears on every one.
bool bears_on(const std::optional<Ref<Election>>& reference, const Election* election);

}  // namespace openeom::analysis
