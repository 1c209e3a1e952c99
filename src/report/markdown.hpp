// Writing CommonMark.
#pragma once

#include <string>
#include <string_view>

namespace openeom::report {

/// `text` so that it stands for itself: nothing in it is markup, and it stays on one line.
std::string markdown_text(std::string_view text);

}  // namespace openeom::report
