// A document view as CommonMark with footnotes: one a sentence, and a numbered list of sources.
#pragma once

#include <string>

#include "openeom/report/view.hpp"

namespace openeom::report {

std::string document_markdown(const DocumentView& view);

}  // namespace openeom::report
