#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "cell_wrap.hpp"
#include "layouts.hpp"
#include "lines.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"
#include "openeom/report/result.hpp"
#include "result_sheet.hpp"

namespace openeom::report {

namespace {

constexpr std::array<std::string_view, 4> kFormats = {"text", "markdown", "html", "csv"};
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 12;  // a column of words
constexpr std::size_t kDeepest = 12;    // columns of indentation at most

std::string padded(std::string_view text, std::size_t width, bool right) {
    const std::size_t used = text::display_width(text);
    const std::string pad(width > used ? width - used : 0, ' ');
    return right ? pad + std::string(text) : std::string(text) + pad;
}

void strip_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

class TextResult {
public:
    explicit TextResult(const TextOptions& options) : options_(options) {}

    std::string make(const Sheet& sheet) {
        first(sheet);
        if (!sheet.title.empty()) {
            for (const std::string& line : text::wrap(sheet.title, options_.width)) out_ += bold(line) + "\n";
            rule(std::min(options_.width, text::display_width(sheet.title)));
        }
        items(sheet, 0);
        small(sheet);
        return std::move(out_);
    }

private:
    std::string bold(std::string_view text) const { return options_.colour ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text); }
    std::string faint(std::string_view text) const { return options_.colour ? fmt::format("\x1b[2m{}\x1b[0m", text) : std::string(text); }
    std::string severity(std::string_view text) const {
        if (!options_.colour) return std::string(text);
        return fmt::format("\x1b[1;{}m{}\x1b[0m", text == "error" ? 31 : text == "warning" ? 33 : 36, text);
    }

    void first(const Sheet& sheet) {
        for (const std::string& line : sheet.first)
            for (const std::string& one : text::wrap(line, options_.width)) out_ += bold(one) + "\n";
        if (!sheet.first.empty()) blank();
    }

    [[nodiscard]] std::size_t room(std::size_t indent) const {
        return options_.width > indent + kNarrowest ? options_.width - indent : kNarrowest;
    }

    void rule(std::size_t columns) {
        for (std::size_t i = 0; i < columns; ++i) out_ += "─";
        out_ += '\n';
    }

    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }

    /// `text` wrapped behind `prefix`.
    void wrapped(std::string_view text, std::size_t indent, std::string_view prefix) {
        const std::size_t hang = text::display_width(prefix);
        std::string start = std::string(indent, ' ') + std::string(prefix);
        for (const std::string& line : text::wrap(text, room(indent + hang))) {
            std::string made = start + line;
            strip_end(made);
            out_ += made + "\n";
            start.assign(indent + hang, ' ');
        }
    }

    void items(const Sheet& sheet, std::size_t indent) {
        for (const Item& item : sheet.items) std::visit([&](const auto& one) { add(one, indent); }, item);
    }

    void heading(const std::string& text, std::size_t indent) {
        if (text.empty()) return;
        blank();
        out_ += std::string(indent, ' ') + bold(text) + "\n";
    }

    void add(const Fields& fields, std::size_t indent) {
        std::size_t widest = 0;
        for (const Field& field : fields.rows) widest = std::max(widest, text::display_width(field.label));
        widest = std::min(widest, room(indent) / 2);
        for (const Field& field : fields.rows) wrapped(field.value, indent, padded(field.label + ":", widest + 1, false) + " ");
    }

    void add(const Bullets& bullets, std::size_t indent) {
        heading(bullets.heading, indent);
        if (bullets.heading.empty()) blank();
        for (const std::string& item : bullets.items) wrapped(item, indent, bullets.heading.empty() ? "" : "- ");
    }

    void add(const Blocks& blocks, std::size_t indent) {
        heading(blocks.heading, indent);
        const std::size_t inside = std::min(indent + 2, kDeepest);
        for (const Sheet& block : blocks.blocks) {
            if (!block.title.empty()) {
                blank();
                for (const std::string& line : text::wrap(block.title, room(inside))) out_ += std::string(inside, ' ') + bold(line) + "\n";
                items(block, std::min(inside + 2, kDeepest));
            } else {
                items(block, inside);
            }
            blank();
        }
    }

    // --- Trees ---

    void add(const Tree& tree, std::size_t indent) {
        for (std::size_t i = 0; i < tree.rows.size(); ++i) {
            const TreeRow& row = tree.rows[i];
            const std::string lead = branch(tree, i);
            const std::string rest = stem(tree, i);
            std::string start = lead;
            const auto write = [&](std::string_view text, bool is_detail) {
                for (const std::string& line : text::wrap(text, room(indent + text::display_width(lead)))) {
                    out_ += std::string(indent, ' ') + start + (is_detail ? faint(line) : line) + "\n";
                    start = rest;
                }
            };
            write(row.text, false);
            write(row.detail, true);
        }
    }

    /// Whether a later row at `depth` hangs on the same row as row `at` does there.
    static bool goes_on(const Tree& tree, std::size_t at, std::size_t depth) {
        for (std::size_t i = at + 1; i < tree.rows.size(); ++i) {
            if (tree.rows[i].depth < depth) return false;
            if (tree.rows[i].depth == depth) return true;
        }
        return false;
    }

    static std::string stems(const Tree& tree, std::size_t at, std::size_t until) {
        std::string made;
        for (std::size_t depth = 1; depth < until; ++depth) made += goes_on(tree, at, depth) ? "│  " : "   ";
        return made;
    }

    static std::string branch(const Tree& tree, std::size_t at) {
        const std::size_t depth = tree.rows[at].depth;
        if (depth == 0) return {};
        return stems(tree, at, depth) + (goes_on(tree, at, depth) ? "├─ " : "└─ ");
    }

    static std::string stem(const Tree& tree, std::size_t at) {
        const std::size_t depth = tree.rows[at].depth;
        std::string made = depth == 0 ? std::string() : stems(tree, at, depth + 1);
        const bool has_children = at + 1 < tree.rows.size() && tree.rows[at + 1].depth > depth;
        return made + (has_children ? "│  " : "   ");
    }

    // --- Messages ---

    void add(const Messages& messages, std::size_t indent) {
        for (const Message& one : messages.rows) {
            const std::string start = fmt::format("{}{}", one.place, one.place.empty() ? "" : ": ");
            const std::string plain = fmt::format("{}{}: {}: {}", start, one.severity, one.rule, one.message);
            const std::vector<std::string> lines = text::wrap(plain, room(indent));
            for (std::size_t i = 0; i < lines.size(); ++i)
                out_ += std::string(i == 0 ? indent : indent + 4, ' ') + with_severity(lines[i], i == 0, start, one.severity) + "\n";
            for (const std::string& remark : one.remarks) wrapped(remark, indent + 4, "");
        }
    }

    std::string with_severity(const std::string& line, bool first, std::string_view start, const std::string& word) const {
        if (!first || line.size() < start.size() + word.size() || line.substr(start.size(), word.size()) != word) return line;
        return line.substr(0, start.size()) + severity(word) + line.substr(start.size() + word.size());
    }

    // --- Tables ---

    void add(const SheetTable& table, std::size_t indent) {
        heading(table.heading, indent);
        const std::vector<std::size_t> widths = fitted(table, room(indent));
        if (widths.empty() || is_better_as_cards(table, widths, room(indent))) return cards(table, indent);
        std::vector<bool> right;
        for (std::size_t column = 0; column < table.columns.size(); ++column) right.push_back(is_numeric(table, column));
        row(table.columns, widths, right, indent, true);
        const std::size_t total = std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + kGap * (widths.size() - 1);
        out_ += std::string(indent, ' ');
        rule(total);
        for (const auto& cells : table.rows) row(cells, widths, right, indent, false);
    }

    // What a table's column asks for.
    struct Column {
        std::size_t natural = 0;  ///< width of its widest cell
        std::size_t word = 0;     ///< width of what is not to be broken
        std::size_t total = 0;    ///< width of all its cells together
        bool whole = false;       ///< is not to be broken at all
    };

    static constexpr std::size_t kReadable = 22;  ///< a column for sentences
    static constexpr std::size_t kTallest = 6;    ///< lines of a cell in a narrower one

    /// A row's name, in the first column, is what a reader copies: it stays in one piece unless it is very long.
    static constexpr std::size_t kLongestName = 48;

    static Column measured(const SheetTable& table, std::size_t at) {
        Column column;
        const auto add = [&](std::string_view cell) {
            column.natural = std::max(column.natural, text::display_width(cell));
            column.total += text::display_width(cell);
            column.word = std::max(column.word, widest_piece(cell));
        };
        add(table.columns[at]);
        for (const auto& row : table.rows) add(row[at]);
        const bool spaced = std::any_of(table.rows.begin(), table.rows.end(),
                                        [&](const auto& row) { return row[at].find(' ') != std::string::npos; });
        column.whole = is_numeric(table, at) || (at == 0 && !spaced && column.natural <= kLongestName);
        return column;
    }

    /// Widths of the columns: all that they ask for where there is room, else at least their longest words, the rest to
    /// where most text is; none where even that is too much.
    static std::vector<std::size_t> fitted(const SheetTable& table, std::size_t room) {
        std::vector<Column> columns;
        for (std::size_t i = 0; i < table.columns.size(); ++i) columns.push_back(measured(table, i));
        std::vector<std::size_t> widths;
        for (const Column& column : columns) widths.push_back(column.natural);
        const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1)); };
        if (total() <= room) return widths;
        for (const std::size_t longest : {std::size_t{36}, std::size_t{20}, kNarrowest}) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                widths[i] = columns[i].whole ? columns[i].natural : std::min(columns[i].word, longest);
            if (total() <= room) return spread(columns, std::move(widths), room - total());
        }
        return {};
    }

    /// Narrow columns make rows taller than their cells one under the other, and sentences hard to read.
    static bool is_better_as_cards(const SheetTable& table, const std::vector<std::size_t>& widths, std::size_t room) {
        std::size_t rows = 0;
        std::size_t cards = 0;
        for (const auto& cells : table.rows) {
            std::size_t height = 1;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (cells[i].empty()) continue;
                const std::size_t lines = wrap_cell(cells[i], widths[i]).size();
                if (lines > kTallest && widths[i] < kReadable) return true;
                height = std::max(height, lines);
                cards += 1 + (text::display_width(cells[i]) + text::display_width(table.columns[i])) / room;
            }
            rows += height;
            ++cards;  // an empty line between them
        }
        return rows * 4 > cards * 5;
    }

    static std::vector<std::size_t> spread(const std::vector<Column>& columns, std::vector<std::size_t> widths, std::size_t spare) {
        for (; spare > 0; --spare) {
            std::size_t fullest = columns.size();
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (widths[i] >= columns[i].natural) continue;
                // total / width, compared without dividing
                if (fullest == columns.size() || columns[i].total * widths[fullest] > columns[fullest].total * widths[i]) fullest = i;
            }
            if (fullest == columns.size()) break;
            ++widths[fullest];
        }
        return widths;
    }

    void row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths, const std::vector<bool>& right,
             std::size_t indent, bool is_heading) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            lines.push_back(wrap_cell(cells[i], widths[i]));
            height = std::max(height, lines.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string made(indent, ' ');
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i > 0) made.append(kGap, ' ');
                made += padded(line < lines[i].size() ? lines[i][line] : std::string(), widths[i], right[i]);
            }
            strip_end(made);
            out_ += (is_heading ? bold(made) : made) + "\n";
        }
    }

    /// Too many columns for the width: one after the other, row by row.
    void cards(const SheetTable& table, std::size_t indent) {
        for (const auto& cells : table.rows) {
            Fields fields;
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (!cells[i].empty()) fields.rows.push_back({table.columns[i], cells[i]});
            add(fields, indent + 2);
            blank();
        }
    }

    void small(const Sheet& sheet) {
        if (sheet.small.empty()) return;
        blank();
        for (const std::string& line : sheet.small)
            for (const std::string& one : text::wrap(line, options_.width)) out_ += faint(one) + "\n";
    }

    TextOptions options_;
    std::string out_;
};

}  // namespace

std::string render_text(const reflect::Struct& type, const void* result, const TextOptions& options) {
    TextOptions sane = options;
    sane.width = std::max(sane.width, kNarrowest * 2);
    if (const Layout* layout = find_layout(type.name); layout && layout->text) return layout->text(result, sane);
    return TextResult(sane).make(sheet_of(type, result, options.audience));
}

std::span<const std::string_view> formats() noexcept { return kFormats; }

std::string render(const reflect::Struct& type, const void* result, std::string_view format, const TextOptions& options,
                   std::string_view table) {
    const Pace pace(options.progress, 0, "render");
    if (format == "text") return render_text(type, result, options);
    if (format == "markdown") return render_markdown(type, result, options.audience);
    if (format == "html") return render_html(type, result, "en", options.audience);
    if (format == "csv") return render_csv(type, result, table, options.audience);
    throw Error(ErrorCode::argument, unknown_of_few("format", format, {kFormats.begin(), kFormats.end()}));
}

}  // namespace openeom::report
