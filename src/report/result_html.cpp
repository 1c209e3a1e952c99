#include <algorithm>

#include <fmt/format.h>

#include "html.hpp"
#include "label.hpp"
#include "layouts.hpp"
#include "openeom/report/result.hpp"
#include "result_sheet.hpp"
#include "words.hpp"

namespace openeom::report {

namespace {

class HtmlResult {
public:
    std::string make(const Sheet& sheet, std::string_view language, std::string_view name) {
        const std::string title = sheet.title.empty() ? capitalised(spaced(name)) : sheet.title;
        html_.raw(html_head(language, title));
        html_.open(sheet.first.empty() ? "body" : "body class=\"with-running\"").line();
        running_head(sheet);
        html_.open("div class=\"page wide\"").line();
        html_.open("header");
        first(sheet);
        html_.element("h1", title).close("header").line().open("main").line();
        items(sheet, 2);
        html_.close("main").line();
        if (!sheet.small.empty()) {
            html_.open("footer class=\"end\"");
            for (const std::string& line : sheet.small) html_.element("p", line);
            html_.close("footer").line();
        }
        html_.close("div").line().close("body").line().close("html").line();
        return html_.take();
    }

private:
    /// On paper it stands on every page.
    void running_head(const Sheet& sheet) {
        if (sheet.first.empty()) return;
        html_.open("div class=\"running\" aria-hidden=\"true\"").element("span", joined(sheet.first, " ")).close("div").line();
    }

    void first(const Sheet& sheet) {
        if (sheet.first.empty()) return;
        html_.open("aside class=\"recon\" role=\"note\"");
        for (const std::string& line : sheet.first) html_.element("p", line);
        html_.close("aside").line();
    }

    void items(const Sheet& sheet, std::size_t level) {
        for (const Item& item : sheet.items) std::visit([&](const auto& one) { add(one, level); }, item);
    }

    void heading(const std::string& text, std::size_t level) {
        if (!text.empty()) html_.element(fmt::format("h{}", std::min<std::size_t>(level, 6)), capitalised(text)).line();
    }

    void add(const Fields& fields, std::size_t) {
        html_.open("dl class=\"meta\"");
        for (const Field& field : fields.rows) html_.element("dt", field.label).element("dd", field.value);
        html_.close("dl").line();
    }

    void add(const Bullets& bullets, std::size_t level) {
        heading(bullets.heading, level);
        if (bullets.heading.empty()) {
            for (const std::string& item : bullets.items) html_.element("p", item).line();
            return;
        }
        html_.open("ul");
        for (const std::string& item : bullets.items) html_.element("li", item);
        html_.close("ul").line();
    }

    void add(const SheetTable& table, std::size_t level) {
        heading(table.heading, level);
        // Wide tables scroll in a region of their own, which the keyboard reaches.
        html_.open(fmt::format("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"",
                               html_text(table.heading.empty() ? "table" : table.heading)));
        html_.open("table").open("thead").open("tr");
        std::vector<bool> numeric;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            numeric.push_back(is_numeric(table, i));
            html_.element(numeric.back() ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"", table.columns[i]);
        }
        html_.close("tr").close("thead").line().open("tbody").line();
        for (const auto& row : table.rows) {
            html_.open("tr");
            for (std::size_t i = 0; i < row.size(); ++i) html_.element(numeric[i] ? "td class=\"n\"" : "td", row[i]);
            html_.close("tr").line();
        }
        html_.close("tbody").close("table").close("div").line();
    }

    void add(const Tree& tree, std::size_t) {
        html_.open("ul class=\"tree\"").line();
        std::size_t depth = 0;
        for (std::size_t i = 0; i < tree.rows.size(); ++i) {
            const TreeRow& row = tree.rows[i];
            const std::size_t wanted = i == 0 ? 0 : std::min(row.depth, depth + 1);
            if (i > 0 && wanted > depth) html_.open("ul").line();
            else if (i > 0) html_.close("li").line();
            for (; depth > wanted; --depth) html_.close("ul").close("li").line();
            depth = wanted;
            html_.open("li").text(row.text);
            if (!row.detail.empty()) html_.raw(" ").element("span class=\"small\"", row.detail);
        }
        if (!tree.rows.empty()) html_.close("li");
        for (; depth > 0; --depth) html_.close("ul").close("li");
        html_.line().close("ul").line();
    }

    void add(const Messages& messages, std::size_t) {
        html_.open("ul class=\"tree\"").line();
        for (const Message& one : messages.rows) {
            html_.open("li").element("span class=\"tag\"", one.severity).raw(" ").element("code", one.place).raw(" ");
            html_.element("b", one.rule).text(": " + one.message);
            for (const std::string& remark : one.remarks) html_.raw("<br>").element("span class=\"small\"", remark);
            html_.close("li").line();
        }
        html_.close("ul").line();
    }

    void add(const Blocks& blocks, std::size_t level) {
        heading(blocks.heading, level);
        for (const Sheet& block : blocks.blocks) {
            html_.open("section class=\"b\"").line();
            heading(block.title, level + 1);
            items(block, level + 2);
            html_.close("section").line();
        }
    }

    Html html_;
};

}  // namespace

std::string render_html(const reflect::Struct& type, const void* result, std::string_view language, Audience audience) {
    if (const Layout* layout = find_layout(type.name); layout && layout->html) return layout->html(result);
    return HtmlResult().make(sheet_of(type, result, audience), language, type.name);
}

}  // namespace openeom::report
