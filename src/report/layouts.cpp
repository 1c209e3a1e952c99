#include "layouts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "document_html.hpp"
#include "document_markdown.hpp"
#include "document_text.hpp"
#include "label.hpp"
#include "openeom/analysis/records.hpp"
#include "openeom/analysis/trace.hpp"
#include "openeom/check/check.hpp"

namespace openeom::report {

namespace {

// --- check: like a compiler's messages ---

std::string place_of(const check::Issue& issue) {
    std::string place = issue.source;
    if (issue.line) place += fmt::format(":{}", *issue.line);
    if (issue.line && issue.column) place += fmt::format(":{}", *issue.column);
    std::string record = issue.record.text();
    if (!issue.member.empty()) record += "." + issue.member;
    if (!issue.range.empty()) record += fmt::format(" bytes {} to {}", issue.range.begin, issue.range.end);
    return joined({place, record}, ": ");
}

Message message_of(const check::Issue& issue) {
    Message made;
    made.place = place_of(issue);
    made.severity = boost::describe::enum_to_string(issue.severity, "");
    made.rule = issue.rule;
    made.message = issue.message;
    if (!issue.waived.empty()) made.remarks.push_back("waived: " + issue.waived);
    if (!issue.remedy.empty()) made.remarks.push_back(issue.remedy);
    return made;
}

std::string counted(std::int64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

Sheet check_sheet(const reflect::Struct&, const void* result) {
    const auto& found = *static_cast<const check::CheckResult*>(result);
    Sheet sheet;
    Messages messages;
    for (const check::Issue& issue : found.issues) messages.rows.push_back(message_of(issue));
    if (!messages.rows.empty()) sheet.items.emplace_back(std::move(messages));
    std::string sum = fmt::format("{}, {}, {}", counted(found.errors, "error"), counted(found.warnings, "warning"), counted(found.notes, "note"));
    if (found.waived > 0) sum += fmt::format("; {} waived", found.waived);
    sheet.items.emplace_back(Bullets{{}, {fmt::format("{}: {} over {}", sum, counted(found.rules, "rule"), counted(found.records, "record"))}});
    return sheet;
}

// --- trace: a tree ---

std::string relation_of(const analysis::TraceRow& row) {
    const std::string relation = spaced(row.relation);
    // Upwards, the row above is what this one refers to.
    return row.direction == analysis::TraceDirection::up && !relation.empty() ? "<- " + relation : relation;
}

Sheet trace_sheet(const reflect::Struct&, const void* result) {
    const auto& found = *static_cast<const analysis::TraceResult*>(result);
    Sheet sheet;
    sheet.title = found.title;
    Tree tree;
    for (const analysis::TraceRow& row : found.rows) {
        const std::string what = row.label.empty() || row.label == row.record ? row.record : fmt::format("{} ({})", row.label, row.record);
        tree.rows.push_back({static_cast<std::size_t>(std::max<std::int64_t>(row.depth, 0)), joined({relation_of(row), what}, ": "), row.detail});
    }
    sheet.items.emplace_back(std::move(tree));
    if (!found.summary.empty()) sheet.items.emplace_back(Bullets{{}, {found.summary}});
    const reflect::Struct& type = reflect::table<analysis::TraceResult>();
    sheet.small = general_sheet(type, result).small;
    return sheet;
}

// --- records: cells under the result's own headings ---

SheetTable records_table(const analysis::RecordsResult& found) {
    SheetTable table;
    table.path = "rows";
    table.columns = {"id"};
    for (const std::string& column : found.columns) table.columns.push_back(spaced(column));
    for (const analysis::RecordsRow& row : found.rows) {
        std::vector<std::string> cells = {row.id.text()};
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        cells.resize(table.columns.size());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Sheet records_sheet(const reflect::Struct& type, const void* result) {
    const auto& found = *static_cast<const analysis::RecordsResult*>(result);
    Sheet sheet;
    sheet.title = found.title.empty() ? found.type : found.title;
    if (!found.rows.empty()) sheet.items.emplace_back(records_table(found));
    sheet.items.emplace_back(Bullets{{}, {fmt::format("{} of {}: {}", found.shown, counted(found.total, "record"), found.meaning)}});
    if (!found.members_not_shown.empty())
        sheet.items.emplace_back(Bullets{{}, {"further members: " + joined(found.members_not_shown)}});
    sheet.small = general_sheet(type, result).small;
    return sheet;
}

std::vector<SheetTable> records_tables(const reflect::Struct&, const void* result) {
    return {records_table(*static_cast<const analysis::RecordsResult*>(result))};
}

// --- documents ---

const DocumentView& view(const void* result) { return *static_cast<const DocumentView*>(result); }

std::string view_text(const void* result, const TextOptions& options) { return document_text(view(result), options.width); }
std::string view_markdown(const void* result) { return document_markdown(view(result)); }
std::string view_html(const void* result) { return document_html(view(result)); }

constexpr Layout kLayouts[] = {
    {.type = "check", .sheet = &check_sheet},
    {.type = "document_view", .text = &view_text, .markdown = &view_markdown, .html = &view_html},
    {.type = "records", .sheet = &records_sheet, .tables = &records_tables},
    {.type = "trace", .sheet = &trace_sheet},
};

}  // namespace

const Layout* find_layout(std::string_view type) noexcept {
    const auto found = std::ranges::find(kLayouts, type, &Layout::type);
    return found == std::ranges::end(kLayouts) ? nullptr : &*found;
}

}  // namespace openeom::report
