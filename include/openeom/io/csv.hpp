// Tables and single cells as CSV: UTF-8 without a mark, RFC 4180, lines ended by CR LF.
// Threads: pure functions.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "openeom/io/limits.hpp"
#include "openeom/model/table.hpp"

namespace openeom::io {

/// What becomes of texts that a spreadsheet would take for a formula (CWE-1236).
enum class CsvFormulas : std::uint8_t {
    escaped,   ///< an apostrophe is put before them
    verbatim,  ///< they stand as they are, for programs
};

/// Appends a text as a cell. Escaped is one that, after apostrophes and spaces, begins with = + - @ tab, CR or LF, or
/// with the full-width forms of the first four, which some spreadsheets take for them. The apostrophe can be taken off
/// again for certain: from a cell that begins with one and goes on as told.
void append_csv_text(std::string& csv, std::string_view text, CsvFormulas formulas = CsvFormulas::escaped);

/// The text of such a cell without the apostrophe that escaped it.
std::string_view csv_text(std::string_view cell) noexcept;

struct CsvOptions {
    CsvFormulas formulas = CsvFormulas::escaped;
    std::string audience;  ///< whom a file is for; empty on the analyst's own screen
    std::int64_t rows = std::numeric_limits<std::int64_t>::max();  ///< how many at most
};

/// A table of described records. Parts are flattened to columns by dotted paths; any other cell is what the JSON of a
/// dossier has for the member: text without quotation marks, numbers, dates as EDTF, decimals by their digits, lists,
/// intervals, quantities and spans as JSON. Null and the empty list of a member are empty cells, an empty text a pair of quotation marks. The columns
/// "x-" are there where something stands in them. A last column "reconstruction" (see Table) and "audience" are added in
/// every row where they say something, since CSV knows no comment. Throws Error(cancelled).
std::string csv(const Table& table, const CsvOptions& options = {}, const Progress& progress = {});

}  // namespace openeom::io
