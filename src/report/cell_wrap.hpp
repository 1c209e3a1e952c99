// Wrapping cells of a table: a word too wide for its column breaks after a hyphen, stop, colon, slash or underscore, as ids
// and addresses have them, and only then anywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace openeom::report {

std::vector<std::string> wrap_cell(std::string_view text, std::size_t columns);

/// Width of the widest piece that is not to be broken.
std::size_t widest_piece(std::string_view text);

}  // namespace openeom::report
