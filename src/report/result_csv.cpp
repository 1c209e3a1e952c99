#include <fmt/format.h>

#include "openeom/base/error.hpp"
#include "openeom/report/result.hpp"
#include "result_sheet.hpp"

namespace openeom::report {

namespace {

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || text[0] < '0' || text[0] > '9') return false;
    int points = 0;
    for (const char c : text) {
        if (c == '.') ++points;
        else if (c < '0' || c > '9') return false;
    }
    return points <= 1 && !text.ends_with('.');
}

/// A cell of RFC 4180. An apostrophe keeps a spreadsheet from taking text for a formula (CWE-1236).
std::string cell(std::string_view text) {
    std::string made;
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    if (formula && !is_number(text)) made += '\'';
    made += text;
    if (made.find_first_of(",\"\r\n") == std::string::npos) return made;
    std::string quoted = "\"";
    for (const char c : made) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

void add_row(std::string& csv, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) csv += ',';
        csv += cell(cells[i]);
    }
    csv += "\r\n";
}

const SheetTable& choose(const std::vector<SheetTable>& tables, std::string_view wanted) {
    if (!wanted.empty()) {
        std::vector<std::string_view> paths;
        for (const SheetTable& table : tables) {
            if (table.path == wanted) return table;
            paths.push_back(table.path);
        }
        throw Error(ErrorCode::not_found, unknown_name("table", wanted, paths), {}, fmt::format("tables: {}", fmt::join(paths, ", ")));
    }
    const SheetTable* largest = nullptr;
    for (const SheetTable& table : tables) {
        const bool own = table.path.find('.') == std::string::npos;  // of the result itself, not of one of its rows
        if (own && (!largest || table.rows.size() > largest->rows.size())) largest = &table;
    }
    if (!largest)
        throw Error(ErrorCode::argument, "the result has no table", {}, "its other formats, such as JSON, show it whole");
    return *largest;
}

}  // namespace

std::string render_csv(const reflect::Struct& type, const void* result, std::string_view table) {
    const std::vector<SheetTable> tables = tables_of(type, result);
    const SheetTable& chosen = choose(tables, table);
    std::string csv;
    add_row(csv, chosen.columns);
    for (const auto& row : chosen.rows) add_row(csv, row);
    return csv;
}

}  // namespace openeom::report
