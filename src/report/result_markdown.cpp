#include <fmt/format.h>

#include "layouts.hpp"
#include "markdown.hpp"
#include "openeom/report/result.hpp"
#include "result_sheet.hpp"

namespace openeom::report {

namespace {

class MarkdownResult {
public:
    std::string make(const Sheet& sheet) {
        for (const std::string& line : sheet.first) block("> **" + markdown_text(line) + "**");
        if (!sheet.title.empty()) block("# " + markdown_text(sheet.title));
        items(sheet, 2);
        for (const std::string& line : sheet.small) block("<small>" + markdown_text(line) + "</small>");
        out_.erase(out_.find_last_not_of('\n') + 1);
        return std::move(out_) + "\n";
    }

private:
    void block(const std::string& text) { out_ += text + "\n\n"; }
    void line(const std::string& text) { out_ += text + "\n"; }
    void heading(const std::string& text, std::size_t level) {
        if (!text.empty()) block(fmt::format("{} {}", std::string(level < 6 ? level : 6, '#'), markdown_text(text)));
    }

    void items(const Sheet& sheet, std::size_t level) {
        for (const Item& item : sheet.items) std::visit([&](const auto& one) { add(one, level); }, item);
    }

    void add(const Fields& fields, std::size_t) {
        for (const Field& field : fields.rows) line(fmt::format("- **{}:** {}", markdown_text(field.label), markdown_text(field.value)));
        line("");
    }

    void add(const Bullets& bullets, std::size_t level) {
        heading(bullets.heading, level);
        for (const std::string& item : bullets.items) line((bullets.heading.empty() ? "" : "- ") + markdown_text(item));
        line("");
    }

    void add(const SheetTable& table, std::size_t level) {
        heading(table.heading, level);
        std::string head = "|", under = "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            head += " " + markdown_text(table.columns[i]) + " |";
            under += is_numeric(table, i) ? " ---: |" : " --- |";
        }
        line(head);
        line(under);
        for (const auto& row : table.rows) {
            std::string cells = "|";
            for (const std::string& cell : row) cells += " " + markdown_text(cell) + " |";
            line(cells);
        }
        line("");
    }

    void add(const Tree& tree, std::size_t) {
        for (const TreeRow& row : tree.rows)
            line(std::string(row.depth * 2, ' ') + "- " + markdown_text(row.text) + (row.detail.empty() ? "" : " — *" + markdown_text(row.detail) + "*"));
        line("");
    }

    void add(const Messages& messages, std::size_t) {
        for (const Message& one : messages.rows) {
            line(fmt::format("- `{}` **{}** {}: {}", code(one.place), markdown_text(one.severity), markdown_text(one.rule), markdown_text(one.message)));
            for (const std::string& remark : one.remarks) line("  - " + markdown_text(remark));
        }
        line("");
    }

    void add(const Blocks& blocks, std::size_t level) {
        heading(blocks.heading, level);
        for (const Sheet& sheet : blocks.blocks) {
            heading(sheet.title, level + 1);
            items(sheet, level + 2);
        }
    }

    /// Inside backticks nothing can be escaped.
    static std::string code(std::string text) {
        for (char& c : text)
            if (c == '`' || c == '\n') c = '\'';
        return text.empty() ? "-" : text;
    }

    std::string out_;
};

}  // namespace

std::string render_markdown(const reflect::Struct& type, const void* result, Audience audience) {
    if (const Layout* layout = find_layout(type.name); layout && layout->markdown) return layout->markdown(result);
    return MarkdownResult().make(sheet_of(type, result, audience));
}

}  // namespace openeom::report
