// Opening dossiers by name, and the library's catalogue as a dossier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/io/json.hpp"

namespace openeom {

/// Opens a dossier: a path, "-" for standard input, or "example:NAME". Throws Error(not_found) with a suggestion,
/// Error(data) with all diagnostics.
Dossier open(const std::string& name, const io::ReadOptions& options = {});

/// The same, uncommitted: for showing all that is wrong with a file.
Edit open_for_edit(const std::string& name, const io::ReadOptions& options = {});

struct Example {
    std::string name;
    std::string title;    ///< first name of its first election
    std::string summary;  ///< its days, how many records, its documents
};
std::vector<Example> examples();

/// Standards, code lists, criteria, indicators, outlines, lifecycles and the lexicon: embedded, parsed once.
const Dossier& catalogue();

/// A record of the dossier, or where it has none of that id, of the catalogue.
template <class T>
const T* find_here_or_in_catalogue(const Dossier& dossier, std::string_view id) {
    if (const T* found = dossier.find<T>(id)) return found;
    return catalogue().find<T>(id);
}

/// Whether `code` belongs to an extensible code list (of the catalogue or of the dossier itself). The lists "standard",
/// "indicator" and "outline" are the ids of those records.
bool is_known_code(const Dossier& dossier, std::string_view list, std::string_view code);

/// Whether a standard applied to a country on a day: its own entries first, else its instrument's.
enum class Applies : std::uint8_t { unknown, no, yes };
Applies applies(const Dossier& dossier, const Standard& standard, std::string_view country, const Date& on);
/// Its own, else its instrument's.
Bindingness bindingness(const Dossier& dossier, const Standard& standard);

}  // namespace openeom
