// Cells of a table as JSON.
#pragma once

#include <string>

#include "openeom/model/table.hpp"

namespace openeom::io {

/// Appends the value as the JSON of a dossier has it where the field is of a described type, without members that are
/// null; any other as JSON has it. Null where it is null.
void append_json(std::string& json, const Field& field, const Column& column, std::int64_t row);

/// Appends the value as text without quotation marks where it is one (a date, a decimal, a code), and nothing and false
/// where it is not.
bool append_plain(std::string& text, const Field& field, const Column& column, std::int64_t row);

}  // namespace openeom::io
