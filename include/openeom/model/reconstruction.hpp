// What a reconstruction from public sources says of itself, on every page and in every export.
// Threads: a pure function of an immutable dossier.
#pragma once

#include <string>

#include "openeom/model/dossier.hpp"

namespace openeom {

/// The note of the dossier's first document that is a reconstruction, made of its issuers' names where it has none of its
/// own; empty where no document is one.
std::string reconstruction_note(const Dossier& dossier);

}  // namespace openeom
