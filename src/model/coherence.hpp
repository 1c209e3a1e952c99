// What would make a dossier incoherent.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom {

/// Position of a register, and an id.
using RecordName = std::pair<std::size_t, std::string>;

/// Of all records of an edit.
std::vector<Diagnostic> incoherences_of_all(const Edit& edit, const Progress& progress);

/// Of an edit whose other records are known to be coherent: of the changed ones, and of what refers to removed ones.
std::vector<Diagnostic> incoherences_of_changed(const Edit& edit, std::vector<RecordName> changed,
                                                const Progress& progress);

}  // namespace openeom
