#include "lines.hpp"

#include <algorithm>

#include "openeom/base/text.hpp"

namespace openeom::report {

void Lines::add(std::string_view text, std::string_view prefix) {
    const std::size_t indent = text::display_width(prefix);
    const std::size_t room = width_ > indent + kLeast / 2 ? width_ - indent : kLeast / 2;
    bool first = true;
    for (const std::string& line : text::wrap(text, room)) {
        if (line.empty() && first && prefix.empty()) {
            text_ += '\n';
            continue;
        }
        if (first) text_ += prefix;
        else text_.append(line.empty() ? 0 : indent, ' ');
        text_ += line;
        text_ += '\n';
        first = false;
    }
}

void Lines::blank() {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void Lines::rule(std::string_view character, std::size_t columns) {
    for (std::size_t i = 0; i < std::min(columns, width_); ++i) text_ += character;
    text_ += '\n';
}

void Lines::heading(std::string_view text, std::string_view character) {
    blank();
    std::size_t widest = 0;
    for (const std::string& line : text::wrap(text, width_)) {
        widest = std::max(widest, text::display_width(line));
        raw(line);
    }
    rule(character, widest);
    blank();
}

void Lines::raw(std::string_view line) {
    text_ += line;
    text_ += '\n';
}

}  // namespace openeom::report
