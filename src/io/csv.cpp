#include "openeom/io/csv.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "io/column_json.hpp"
#include "openeom/base/error.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;

constexpr std::string_view kLineEnd = "\r\n";

/// What a formula begins with; the last four are ＝ ＋ － ＠.
constexpr std::array<std::string_view, 11> kBeginnings = {
    "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool looks_like_formula(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of("' "), text.size()));
    for (const std::string_view beginning : kBeginnings)
        if (text.starts_with(beginning)) return true;
    return false;
}

void append_cell(std::string& csv, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        csv += text;
        return;
    }
    csv += '"';
    for (const char c : text) {
        if (c == '"') csv += '"';
        csv += c;
    }
    csv += '"';
}

/// A column of the file: a field reached through structures.
struct Leaf {
    std::string name;
    std::vector<std::size_t> way;  ///< child by child from the row
    const Field* field = nullptr;
};

bool is_part(const Field& field) {
    if (field.layout != Layout::structure) return false;
    if (field.type == nullptr) return true;
    return reflect::innermost(*field.type).kind == Kind::record;
}

bool is_extras(const Field& field) {
    return field.type != nullptr && field.type->kind == Kind::extras;
}

class Writer {
public:
    Writer(const Table& table, const CsvOptions& options) : table_(table), options_(options) {
        collect(table.schema(), {}, {});
        if (!table.reconstruction().empty()) constants_.emplace_back("reconstruction", table.reconstruction());
        if (!options.audience.empty()) constants_.emplace_back("audience", options.audience);
    }

    std::string write(const Progress& progress) {
        header();
        const std::int64_t total = std::min(table_.rows(), options_.rows);
        std::int64_t done = 0;
        for (const Column& batch : table_.batches()) {
            const std::int64_t count = std::min(batch.length, total - done);
            for (std::int64_t row = 0; row < count; ++row) line(batch, row);
            done += count;
            if (progress && !progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total), "csv"))
                throw Error(ErrorCode::cancelled, "writing CSV was cancelled");
        }
        return std::move(csv_);
    }

private:
    void collect(const Field& parts, const std::string& path, const std::vector<std::size_t>& way) {
        for (std::size_t i = 0; i < parts.children.size(); ++i) {
            const Field& field = parts.children[i];
            Leaf leaf{path.empty() ? field.name : path + "." + field.name, way, &field};
            leaf.way.push_back(i);
            if (is_part(field)) collect(field, leaf.name, leaf.way);
            else if (!is_extras(field) || is_said(leaf)) leaves_.push_back(std::move(leaf));
        }
    }

    [[nodiscard]] bool is_said(const Leaf& leaf) const {
        for (const Column& batch : table_.batches())
            if (const Column& column = column_of(leaf, batch); column.nulls < column.length) return true;
        return false;
    }

    static const Column& column_of(const Leaf& leaf, const Column& batch) {
        const Column* column = &batch;
        for (const std::size_t child : leaf.way) column = &column->children[child];
        return *column;
    }

    /// Null, or inside a part that is, or a member's list of nothing.
    static bool says_nothing(const Leaf& leaf, const Column& batch, std::int64_t row) {
        const Column* column = &batch;
        for (const std::size_t child : leaf.way) {
            column = &column->children[child];
            if (column->is_null(row)) return true;
        }
        if (leaf.field->layout != Layout::list) return leaf.field->layout == Layout::nothing;
        const auto [first, last] = column->elements(row);
        return leaf.field->type != nullptr && first == last;
    }

    void text(std::string_view text) { append_csv_text(csv_, text, options_.formulas); }

    void header() {
        bool first = true;
        for (const Leaf& leaf : leaves_) {
            separate(first);
            text(leaf.name);
        }
        for (const auto& [name, value] : constants_) {
            separate(first);
            text(name);
        }
        csv_ += kLineEnd;
    }

    void line(const Column& batch, std::int64_t row) {
        bool first = true;
        for (const Leaf& leaf : leaves_) {
            separate(first);
            if (!says_nothing(leaf, batch, row)) cell(*leaf.field, column_of(leaf, batch), row);
        }
        for (const auto& [name, value] : constants_) {
            separate(first);
            text(value);
        }
        csv_ += kLineEnd;
    }

    void separate(bool& first) {
        if (!first) csv_ += ',';
        first = false;
    }

    void cell(const Field& field, const Column& column, std::int64_t row) {
        scratch_.clear();
        if (!append_plain(scratch_, field, column, row)) {
            append_json(scratch_, field, column, row);
            append_cell(csv_, scratch_);
        } else if (field.layout == Layout::text || field.layout == Layout::coded) {
            scratch_.empty() ? void(csv_ += "\"\"") : text(scratch_);
        } else {
            append_cell(csv_, scratch_);  // a number or a date, which begins with a digit or a sign before one
        }
    }

    const Table& table_;
    const CsvOptions& options_;
    std::vector<Leaf> leaves_;
    std::vector<std::pair<std::string, std::string>> constants_;
    std::string csv_;
    std::string scratch_;
};

}  // namespace

void append_csv_text(std::string& csv, std::string_view text, CsvFormulas formulas) {
    if (formulas == CsvFormulas::verbatim || !looks_like_formula(text)) return append_cell(csv, text);
    append_cell(csv, fmt::format("'{}", text));
}

std::string_view csv_text(std::string_view cell) noexcept {
    return cell.starts_with('\'') && looks_like_formula(cell) ? cell.substr(1) : cell;
}

std::string csv(const Table& table, const CsvOptions& options, const Progress& progress) {
    return Writer(table, options).write(progress);
}

}  // namespace openeom::io
