// Reading a dossier from any source.
#pragma once

#include <cstddef>

#include "io/files.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

/// As read_json does. A text longer than `window` is read in pieces of about that size first; where anything is wrong
/// with it, it is read once more as a whole, so that what is said of it does not depend on the pieces.
Edit read_dossier(TextSource& source, const ReadOptions& options, std::size_t window);

}  // namespace openeom::io
