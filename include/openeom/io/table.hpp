// Registers and results as tables, and tables into edits.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/io/limits.hpp"
#include "openeom/model/dossier.hpp"
#include "openeom/model/table.hpp"

namespace openeom::io {

struct TableOptions {
    std::vector<std::string> columns;  ///< members, or paths into parts such as "due_process.hearing"; all where empty
    std::string filter;                ///< as of Filter; all records where empty
    TextForm text = TextForm::dictionary;
};

/// The records of a type in order of id, or those that the filter wants. Throws Error(not_found) with a suggestion, and
/// what Filter throws.
Table table(const Dossier& dossier, std::string_view type, const TableOptions& options = {},
            const Progress& progress = {});

/// A list of records in a described object, such as a result: "decisions", or a path through parts, "summary.rows"; the
/// longest of the object's own where `list` is empty. Throws Error(not_found) with a suggestion, Error(argument) where it
/// has none. `reconstruction`: see Table.
Table table(const reflect::Struct& type, const void* object, std::string_view list, std::string reconstruction = {});

/// Adds the rows to the edit as records of a type, or replaces the records with their ids: all of them or none. A column
/// is the member of its name; where it is not laid out as Table says, whatever says the member exactly is taken: text for
/// codes, ids, decimals ("75.10"), fractions, dates (EDTF), instants (RFC 3339) and, as JSON, for all else; days for dates;
/// timestamps with a zone for instants; whole reals for integers. Null is a member left out.
/// Throws Error(not_found) for a column that is no member, with a suggestion; Error(data) with a diagnostic for each wrong
/// cell, its record "candidacy[12]" by row from 0 and its member, 1000 of them at most.
void put_table(Edit& edit, std::string_view type, const Table& table, const Progress& progress = {});

}  // namespace openeom::io
