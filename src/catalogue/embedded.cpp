#include "openeom/catalogue/embedded.hpp"

#include <algorithm>

namespace openeom::embedded {

std::string_view find(std::string_view name) noexcept {
    const auto all = files();
    const auto found = std::find_if(all.begin(), all.end(), [&](const File& file) { return file.name == name; });
    return found == all.end() ? std::string_view() : found->bytes;
}

}  // namespace openeom::embedded
