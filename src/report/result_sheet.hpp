// A result laid out, before any format: fields, tables, blocks, bullets, trees, messages. Made from the tables of any
// described struct; a few results have a layout of their own (layouts.hpp).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/report/options.hpp"
#include "openeom/report/result.hpp"

namespace openeom::report {

struct Field {
    std::string label;
    std::string value;
};

struct Fields {
    std::vector<Field> rows;
};

struct SheetTable {
    std::string heading;
    std::string path;  ///< member path, such as "decisions.criteria"
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

struct Bullets {
    std::string heading;
    std::vector<std::string> items;
};

struct TreeRow {
    std::size_t depth = 0;
    std::string text;
    std::string detail;
};

struct Tree {
    std::vector<TreeRow> rows;
};

/// Like a compiler's: "place: severity: rule: message", then what would mend it.
struct Message {
    std::string place;
    std::string severity;
    std::string rule;
    std::string message;
    std::vector<std::string> remarks;
};

struct Messages {
    std::vector<Message> rows;
};

struct Sheet;
struct Blocks {
    std::string heading;
    std::vector<Sheet> blocks;
};

using Item = std::variant<Fields, SheetTable, Bullets, Tree, Messages, Blocks>;

struct Sheet {
    std::vector<std::string> first;  ///< what stands before all else: that the dossier is a reconstruction, for whom a file is
    std::string title;
    std::vector<Item> items;
    std::vector<std::string> small;  ///< the head, at the end
};

/// The sheet of a result, in its own layout where it has one; all its texts plain.
Sheet sheet_of(const reflect::Struct& type, const void* result, Audience audience = Audience::not_stated);
/// The sheet that every described struct has.
Sheet general_sheet(const reflect::Struct& type, const void* result);

/// All tables of a result in order, those inside blocks joined under one path, their rows begun by what names the block;
/// all texts plain.
std::vector<SheetTable> tables_of(const reflect::Struct& type, const void* result);

/// Whether every cell of a column that says something is a number.
bool is_numeric(const SheetTable& table, std::size_t column);

}  // namespace openeom::report
