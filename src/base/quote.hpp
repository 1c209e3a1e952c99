// Foreign text inside a message: quoted, shortened, and always valid UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "openeom/base/text.hpp"

namespace openeom {

inline std::string shortened(std::string_view text) {
    constexpr std::size_t kMaximumBytes = 60;
    bool whole = true;
    if (text.size() > kMaximumBytes) {
        std::size_t end = kMaximumBytes;
        while (!text::is_boundary(text, end) && end > 0) --end;
        text = text.substr(0, end);
        whole = false;
    }
    std::string made = text::repaired(text);
    for (char& c : made)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return whole ? made : made + "…";
}

inline std::string quoted(std::string_view text) {
    return "'" + shortened(text) + "'";
}

}  // namespace openeom
