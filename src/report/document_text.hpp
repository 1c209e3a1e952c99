// A document view as plain text.
#pragma once

#include <cstddef>
#include <string>

#include "openeom/report/view.hpp"

namespace openeom::report {

std::string document_text(const DocumentView& view, std::size_t width);

}  // namespace openeom::report
