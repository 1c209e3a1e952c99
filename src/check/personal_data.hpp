// Text that looks like an e-mail address or a telephone number.
#pragma once

#include <optional>
#include <string_view>

#include "openeom/base/values.hpp"

namespace openeom::check {

/// The first address in a text; none where there is none.
std::optional<Span> find_email(std::string_view text);

/// The first telephone number: after '+', or digits in groups that are no date, no sum and no number of another kind.
std::optional<Span> find_phone(std::string_view text);

}  // namespace openeom::check
