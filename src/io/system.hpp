// Words for what the operating system refuses.
#pragma once

#include <string>

namespace openeom::io {

/// What `number`, an errno, means; the same words in every locale.
std::string system_reason(int number);

}  // namespace openeom::io
