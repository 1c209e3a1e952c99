// A document view as one HTML file: no script, no address contacted.
#pragma once

#include <string>

#include "openeom/report/view.hpp"

namespace openeom::report {

std::string document_html(const DocumentView& view);

}  // namespace openeom::report
