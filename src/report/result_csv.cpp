#include <fmt/format.h>

#include "openeom/base/error.hpp"
#include "openeom/io/csv.hpp"
#include "openeom/report/result.hpp"
#include "result_sheet.hpp"
#include "texts.hpp"

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

void add_row(std::string& csv, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) csv += ',';
        io::append_csv_text(csv, cells[i], is_number(cells[i]) ? io::CsvFormulas::verbatim : io::CsvFormulas::escaped);
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

/// Rows are sorted, filtered and cut out of their file: each says it for itself.
void add_column(SheetTable& table, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    table.columns.emplace_back(name);
    for (auto& row : table.rows) row.push_back(value);
}

}  // namespace

std::string render_csv(const reflect::Struct& type, const void* result, std::string_view table, Audience audience) {
    const std::vector<SheetTable> tables = tables_of(type, result);
    SheetTable chosen = choose(tables, table);
    add_column(chosen, "reconstruction", plain_text(reconstruction_of(type, result)));
    add_column(chosen, "audience", code_of(audience));
    std::string csv;
    add_row(csv, chosen.columns);
    for (const auto& row : chosen.rows) add_row(csv, row);
    return csv;
}

}  // namespace openeom::report
