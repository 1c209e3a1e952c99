// JSON Schema, draft 2020-12, of what is read and written as JSON: for editors, forms and other programs' tests.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "openeom/base/reflect.hpp"

namespace openeom::io {

/// Of a whole dossier file. A schema sees shapes: that ids are unique, references lead somewhere and dates exist is left
/// to the library. Beside the standard's words it has `x-unit`, `x-codes` (the extensible code list that a text belongs
/// to) and `x-refers-to` (the type whose id a reference is).
std::string json_schema();

/// Of one type of record, or a part of one. Throws Error(not_found) with a suggestion.
std::string json_schema(std::string_view type);

/// Of any described struct, such as an analysis's options or result.
std::string json_schema(const reflect::Struct& type);

}  // namespace openeom::io
