#include "markdown.hpp"

namespace openeom::report {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "1." or "-" at the beginning of a line would make a list of it.
void escape_start(std::string& made) {
    if (made.empty()) return;
    if (made[0] == '-' || made[0] == '+' || made[0] == '#' || made[0] == '=') {
        made.insert(0, 1, '\\');
        return;
    }
    std::size_t at = 0;
    while (at < made.size() && is_digit(made[at])) ++at;
    if (at > 0 && at < made.size() && (made[at] == '.' || made[at] == ')')) made.insert(at, 1, '\\');
}

}  // namespace

std::string markdown_text(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '\n':
            case '\r':
            case '\t': made += ' '; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '&': made += "&amp;"; break;
            case '\\':
            case '`':
            case '*':
            case '_':
            case '[':
            case ']':
            case '~':
            case '|': made += '\\'; [[fallthrough]];
            default: made += c;
        }
    }
    escape_start(made);
    return made;
}

}  // namespace openeom::report
