#include "cell_wrap.hpp"

#include <algorithm>

#include "openeom/base/text.hpp"

namespace openeom::report {

namespace {

bool breaks_after(char c) { return c == '-' || c == '.' || c == ':' || c == '/' || c == '_'; }

/// The words of a text, at spaces and ends of lines.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// "copenhagen-1990.7.5" as "copenhagen-", "1990.", "7.", "5".
std::vector<std::string_view> pieces_of(std::string_view word) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 1 < word.size(); ++at) {
        if (!breaks_after(word[at]) || breaks_after(word[at + 1])) continue;
        pieces.push_back(word.substr(begin, at + 1 - begin));
        begin = at + 1;
    }
    pieces.push_back(word.substr(begin));
    return pieces;
}

class Packer {
public:
    explicit Packer(std::size_t columns) : columns_(columns) {}

    void word(std::string_view word) {
        if (add(word, !line_.empty())) return;
        if (text::display_width(word) <= columns_) {
            next();
            add(word, false);
            return;
        }
        bool first = true;
        for (const std::string_view piece : pieces_of(word)) {
            if (!add(piece, first && !line_.empty())) anywhere(piece);
            first = false;
        }
    }

    std::vector<std::string> take() {
        if (!line_.empty() || lines_.empty()) next();
        return std::move(lines_);
    }

private:
    bool add(std::string_view piece, bool spaced) {
        const std::size_t wide = text::display_width(piece) + (spaced ? 1 : 0);
        if (used_ + wide > columns_) return false;
        if (spaced) line_ += ' ';
        line_ += piece;
        used_ += wide;
        return true;
    }

    void anywhere(std::string_view piece) {
        if (!line_.empty()) next();
        for (const std::string& part : text::wrap(piece, columns_)) {
            if (!line_.empty()) next();
            add(part, false);
        }
    }

    void next() {
        lines_.push_back(std::move(line_));
        line_.clear();
        used_ = 0;
    }

    std::size_t columns_;
    std::size_t used_ = 0;
    std::string line_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> wrap_cell(std::string_view text, std::size_t columns) {
    Packer packer(std::max<std::size_t>(columns, 1));
    for (const std::string_view word : words_of(text)) packer.word(word);
    return packer.take();
}

std::size_t widest_piece(std::string_view text) {
    std::size_t widest = 0;
    for (const std::string_view word : words_of(text))
        for (const std::string_view piece : pieces_of(word)) widest = std::max(widest, text::display_width(piece));
    return widest;
}

}  // namespace openeom::report
