// The style sheet of everything that is rendered to HTML.
#pragma once

#include <string_view>

namespace openeom::report {

std::string_view style_sheet() noexcept;

}  // namespace openeom::report
