#include "result_sheet.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "layouts.hpp"
#include "openeom/analysis/result.hpp"
#include "openeom/report/view.hpp"
#include "texts.hpp"
#include "value_words.hpp"

namespace openeom::report {

namespace {

using reflect::Kind;

constexpr std::size_t kShort = 40;  // bytes of a text that may stand in a list on one line

const Words& english() {
    static const Words words("en");
    return words;
}

bool is_list_of_records(const reflect::Type& type) { return type.kind == Kind::list && type.element->kind == Kind::record; }

bool is_record(const reflect::Type& type) {
    return type.kind == Kind::record || (type.kind == Kind::optional && type.element->kind == Kind::record);
}

/// A struct whose members fit the cells of a row.
bool is_flat(const reflect::Struct& type) {
    return std::ranges::none_of(type.members, [](const reflect::Member& member) {
        return is_list_of_records(*member.type) || is_record(*member.type);
    });
}

bool is_head(const reflect::Member& member) {
    return member.type->kind == Kind::record && &member.type->record() == &reflect::table<analysis::ResultHead>();
}

/// A code says something even where it is the first: unknown is not nothing.
bool says_nothing(const reflect::Type& type, const void* value) {
    if (type.kind == Kind::extras) return true;
    if (type.kind == Kind::code) return type.codes->codes[type.code(value)] == "not_stated";
    if (type.kind == Kind::integer || type.kind == Kind::boolean) return false;
    return reflect::is_empty(type, value);
}

std::string list_words(const reflect::Type& type, const void* value) {
    std::string joined;
    const std::string_view separator = type.element->kind == Kind::text ? "; " : ", ";
    for (std::size_t i = 0; i < type.size(value); ++i) {
        const std::string one = value_words(*type.element, type.at(value, i), english());
        if (one.empty()) continue;
        if (!joined.empty()) joined += separator;
        joined += one;
    }
    return joined;
}

std::string cell_words(const reflect::Member& member, const void* value) {
    if (member.type->kind == Kind::list) return list_words(*member.type, value);
    if (member.type->kind == Kind::json) {
        const std::string& text = static_cast<const RawJson*>(value)->text;
        return text == "{}" ? std::string() : text;
    }
    const reflect::Type& inner = reflect::innermost(*member.type);
    if (inner.kind == Kind::rational && member.unit == "percent" && !says_nothing(*member.type, value)) {
        const void* inside = member.type->kind == Kind::optional ? member.type->at(value, 0) : value;
        return static_cast<const Rational*>(inside)->decimal(1);
    }
    return value_words(*member.type, value, english());
}

bool takes_unit(Kind kind) {
    return kind == Kind::integer || kind == Kind::decimal || kind == Kind::interval || kind == Kind::quantity || kind == Kind::rational;
}

/// "criterion" of "criteria", "party" of "parties", "day" of "days".
std::string singular(std::string_view unit) {
    if (unit == "criteria") return "criterion";
    if (unit.ends_with("ies")) return fmt::format("{}y", unit.substr(0, unit.size() - 3));
    if (unit.ends_with('s')) unit.remove_suffix(1);
    return std::string(unit);
}

std::string field_words(const reflect::Member& member, const void* value) {
    std::string words = cell_words(member, value);
    const bool known = !words.empty() && words != "unknown" && words != "not stated";
    if (!known || member.unit.empty() || !takes_unit(reflect::innermost(*member.type).kind)) return words;
    if (member.name.find(member.unit) != std::string_view::npos) return words;  // the label says it
    if (member.unit == "percent") return words + " per cent";
    return fmt::format("{} {}", words, words == "1" ? singular(member.unit) : std::string(member.unit));
}

std::string heading_of(const reflect::Member& member) { return spaced(member.name); }

// --- Tables ---

/// Columns in which at least one row says something.
std::vector<const reflect::Member*> told_columns(const reflect::Type& list, const void* value) {
    std::vector<const reflect::Member*> columns;
    for (const reflect::Member& member : list.element->record().members)
        for (std::size_t i = 0; i < list.size(value); ++i)
            if (!says_nothing(*member.type, member.in(list.at(value, i)))) {
                columns.push_back(&member);
                break;
            }
    return columns;
}

SheetTable table_of(const reflect::Member& member, const void* value) {
    SheetTable table;
    table.heading = heading_of(member);
    table.path = member.name;
    const std::vector<const reflect::Member*> columns = told_columns(*member.type, value);
    for (const reflect::Member* column : columns) table.columns.push_back(heading_of(*column));
    for (std::size_t i = 0; i < member.type->size(value); ++i) {
        std::vector<std::string> row;
        for (const reflect::Member* column : columns) row.push_back(cell_words(*column, column->in(member.type->at(value, i))));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// --- Lists of scalars ---

bool goes_on_bullets(const reflect::Type& type, const void* value) {
    if (type.element->kind != Kind::text) return false;
    if (type.size(value) > 1)
        for (std::size_t i = 0; i < type.size(value); ++i)
            if (static_cast<const std::string*>(type.at(value, i))->size() > kShort) return true;
    return false;
}

Bullets bullets_of(const reflect::Member& member, const void* value) {
    Bullets bullets{heading_of(member), {}};
    for (std::size_t i = 0; i < member.type->size(value); ++i)
        bullets.items.push_back(*static_cast<const std::string*>(member.type->at(value, i)));
    return bullets;
}

// --- Plain texts ---

void make_plain(std::string& text) { text = plain_text(text); }
void make_plain(Field& field);
void make_plain(TreeRow& row);
void make_plain(Message& message);
void make_plain(Item& item);
void make_plain(Sheet& sheet);

template <class T>
void make_plain(std::vector<T>& list) {
    for (T& one : list) make_plain(one);
}

void make_plain(Field& field) {
    make_plain(field.label);
    make_plain(field.value);
}
void make_plain(Fields& fields) { make_plain(fields.rows); }
void make_plain(SheetTable& table) {
    make_plain(table.heading);
    make_plain(table.columns);
    make_plain(table.rows);
}
void make_plain(Bullets& bullets) {
    make_plain(bullets.heading);
    make_plain(bullets.items);
}
void make_plain(TreeRow& row) {
    make_plain(row.text);
    make_plain(row.detail);
}
void make_plain(Tree& tree) { make_plain(tree.rows); }
void make_plain(Message& message) {
    make_plain(message.place);
    make_plain(message.message);
    make_plain(message.remarks);
}
void make_plain(Messages& messages) { make_plain(messages.rows); }
void make_plain(Blocks& blocks) {
    make_plain(blocks.heading);
    make_plain(blocks.blocks);
}
void make_plain(Item& item) {
    std::visit([](auto& one) { make_plain(one); }, item);
}
void make_plain(Sheet& sheet) {
    make_plain(sheet.first);
    make_plain(sheet.title);
    make_plain(sheet.items);
    make_plain(sheet.small);
}

// --- The head ---

/// The note that every export begins with.
bool is_reconstruction(const reflect::Member& member) { return member.name == "reconstruction" && member.type->kind == Kind::text; }

std::string reconstruction_in(const reflect::Struct& type, const void* object) {
    for (const reflect::Member& member : type.members)
        if (is_reconstruction(member)) return *static_cast<const std::string*>(member.in(object));
    return {};
}

void add_small(std::vector<std::string>& small, const analysis::ResultHead& head) {
    for (const std::string& one : head.not_computed) small.push_back("not computed: " + one);
    for (const std::string& one : head.assumptions) small.push_back("assumed: " + one);
    std::string line = head.analysis;
    const auto add = [&line](const std::string& part) { line += (line.empty() ? "" : "; ") + part; };
    if (!head.data_cutoff.empty()) add("data up to " + head.data_cutoff.words());
    if (!head.dossier_sha256.empty()) add("dossier " + head.dossier_sha256.substr(0, 12));
    if (!head.options.text.empty() && head.options.text != "{}") add("options " + head.options.text);
    if (!line.empty()) small.push_back(line);
}

// --- A sheet, member by member ---

class General {
public:
    explicit General(const reflect::Struct& type) : type_(type) {}

    Sheet make(const void* object) {
        for (const reflect::Member& member : type_.members) add(member, member.in(object));
        close();
        return std::move(sheet_);
    }

private:
    void add(const reflect::Member& member, const void* value) {
        if (is_head(member)) return add_small(sheet_.small, *static_cast<const analysis::ResultHead*>(value));
        if (says_nothing(*member.type, value) || is_reconstruction(member)) return;
        if (member.name == "title" && member.type->kind == Kind::text) {
            sheet_.title = *static_cast<const std::string*>(value);
        } else if (is_list_of_records(*member.type)) {
            add_records(member, value);
        } else if (is_record(*member.type)) {
            add_record(member, value);
        } else if (member.type->kind == Kind::list && goes_on_bullets(*member.type, value)) {
            item(bullets_of(member, value));
        } else {
            fields_.rows.push_back({heading_of(member), field_words(member, value)});
        }
    }

    void add_records(const reflect::Member& member, const void* value) {
        if (is_flat(member.type->element->record())) return item(table_of(member, value));
        Blocks blocks{heading_of(member), {}};
        for (std::size_t i = 0; i < member.type->size(value); ++i)
            blocks.blocks.push_back(general_sheet(member.type->element->record(), member.type->at(value, i)));
        item(std::move(blocks));
    }

    void add_record(const reflect::Member& member, const void* value) {
        const bool optional = member.type->kind == Kind::optional;
        const reflect::Type& type = optional ? *member.type->element : *member.type;
        item(Blocks{heading_of(member), {general_sheet(type.record(), optional ? member.type->at(value, 0) : value)}});
    }

    void item(Item made) {
        close();
        sheet_.items.push_back(std::move(made));
    }

    /// Fields in a row belong together.
    void close() {
        if (fields_.rows.empty()) return;
        sheet_.items.emplace_back(std::move(fields_));
        fields_ = {};
    }

    const reflect::Struct& type_;
    Sheet sheet_;
    Fields fields_;
};

// --- Tables of a result, for formats that know nothing else ---

/// What names a block: its title, else the first scalar that says something.
std::optional<Field> name_of_block(const reflect::Struct& type, const void* object) {
    const reflect::Member* title = type.find("title");
    if (title && title->type->kind == Kind::text) return Field{heading_of(*title), *static_cast<const std::string*>(title->in(object))};
    for (const reflect::Member& member : type.members) {
        const bool scalar = member.type->kind != Kind::list && !is_record(*member.type);
        if (scalar && !says_nothing(*member.type, member.in(object))) return Field{heading_of(member), cell_words(member, member.in(object))};
    }
    return std::nullopt;
}

/// The members of a struct that fit a cell.
SheetTable own_table(const reflect::Member& member, const void* value) {
    SheetTable table;
    table.path = member.name;
    std::vector<const reflect::Member*> columns = told_columns(*member.type, value);
    std::erase_if(columns, [](const reflect::Member* column) { return is_list_of_records(*column->type) || is_record(*column->type); });
    for (const reflect::Member* column : columns) table.columns.push_back(heading_of(*column));
    for (std::size_t i = 0; i < member.type->size(value); ++i) {
        std::vector<std::string> row;
        for (const reflect::Member* column : columns) row.push_back(cell_words(*column, column->in(member.type->at(value, i))));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Adds rows under the columns of `into`, which grow by those that it lacks.
void join_table(SheetTable& into, const SheetTable& more) {
    std::vector<std::size_t> places;
    for (const std::string& column : more.columns) {
        const auto found = std::ranges::find(into.columns, column);
        places.push_back(static_cast<std::size_t>(found - into.columns.begin()));
        if (found == into.columns.end()) into.columns.push_back(column);
    }
    for (auto& row : into.rows) row.resize(into.columns.size());
    for (const auto& row : more.rows) {
        std::vector<std::string> made(into.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i) made[places[i]] = row[i];
        into.rows.push_back(std::move(made));
    }
}

void put_before(SheetTable& table, const Field& name, std::string_view of) {
    table.columns.insert(table.columns.begin(), std::string(of) + " " + name.label);
    for (auto& row : table.rows) row.insert(row.begin(), name.value);
}

void collect_tables(const reflect::Struct& type, const void* object, std::vector<SheetTable>& found);

void collect_list(const reflect::Member& member, const void* value, std::vector<SheetTable>& found) {
    found.push_back(own_table(member, value));
    std::vector<SheetTable> inner;
    for (std::size_t i = 0; i < member.type->size(value); ++i) {
        const void* object = member.type->at(value, i);
        std::vector<SheetTable> inside;
        collect_tables(member.type->element->record(), object, inside);
        const std::optional<Field> name = name_of_block(member.type->element->record(), object);
        for (SheetTable& table : inside) {
            if (name) put_before(table, *name, heading_of(member));
            table.path = fmt::format("{}.{}", member.name, table.path);
            const auto known = std::ranges::find(inner, table.path, &SheetTable::path);
            if (known == inner.end()) inner.push_back(std::move(table));
            else join_table(*known, table);
        }
    }
    std::ranges::move(inner, std::back_inserter(found));
}

void collect_tables(const reflect::Struct& type, const void* object, std::vector<SheetTable>& found) {
    for (const reflect::Member& member : type.members)
        if (is_list_of_records(*member.type) && member.type->size(member.in(object)) > 0) collect_list(member, member.in(object), found);
}

}  // namespace

Sheet general_sheet(const reflect::Struct& type, const void* result) { return General(type).make(result); }

std::string reconstruction_of(const reflect::Struct& type, const void* result) {
    if (&type == &reflect::table<DocumentView>()) return static_cast<const DocumentView*>(result)->reconstruction_note;
    for (const reflect::Member& member : type.members)
        if (is_head(member)) return reconstruction_in(member.type->record(), member.in(result));
    return reconstruction_in(type, result);
}

Sheet sheet_of(const reflect::Struct& type, const void* result, Audience audience) {
    const Layout* layout = find_layout(type.name);
    Sheet sheet = layout && layout->sheet ? layout->sheet(type, result) : general_sheet(type, result);
    if (std::string note = reconstruction_of(type, result); !note.empty()) sheet.first.push_back(std::move(note));
    if (audience != Audience::not_stated) sheet.first.push_back(for_whom(english(), audience));
    make_plain(sheet);
    return sheet;
}

std::vector<SheetTable> tables_of(const reflect::Struct& type, const void* result) {
    std::vector<SheetTable> found;
    if (const Layout* layout = find_layout(type.name); layout && layout->tables) found = layout->tables(type, result);
    else collect_tables(type, result, found);
    for (SheetTable& table : found) make_plain(table);
    return found;
}

bool is_numeric(const SheetTable& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        std::string_view cell = row[column];
        if (cell.empty()) continue;
        if (cell.starts_with('-')) cell.remove_prefix(1);
        const bool number = !cell.empty() && std::ranges::all_of(cell, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
        if (!number || cell[0] < '0' || cell[0] > '9') return false;
        any = true;
    }
    return any;
}

}  // namespace openeom::report
