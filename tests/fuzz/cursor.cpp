// Lines as a sequence of calls on cursors: filters, members and ids are any bytes. A cursor and a table of the same
// filter have as many records.
//
//     o TYPE FILTER     opens          k N MEMBER   a child of cursor N      c N MEMBER   a column
//     n N, f N ID       steps, finds   g N COLUMN   every getter             m N          closes
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

constexpr int kMostCursors = 8;

std::int64_t count_rows(const Text& type, const Text& filter) {
    Cursor cursor;
    if (call(eom_cursor_open, norlandia(), type.data(), type.size(), filter.data(), filter.size(), out(cursor)) != EOM_OK)
        return -1;
    std::int64_t rows = 0;
    while (call(eom_cursor_next, cursor.get()) == EOM_ROW) ++rows;
    require(call(eom_cursor_next, cursor.get()) == EOM_DONE, "past the last record there is none");
    return rows;
}

// The filter as it stands in the options of a table.
void compare_with_table(const Text& type, const Text& filter) {
    const std::int64_t rows = count_rows(type, filter);
    if (rows < 0) return;
    std::int64_t all = 0;
    must("records are counted", eom_dossier_count, norlandia(), type.data(), type.size(), &all);
    require(rows <= all, "a filter leaves out records and adds none");
    if (filter.data() == nullptr) require(rows == all, "without a filter there are all");
    else {
        const std::string options = "{\"columns\": [\"id\"], \"filter\": " + std::string(filter.view()) + "}";
        Table table;
        std::int64_t in_table = 0;
        if (call(eom_dossier_table, norlandia(), type.data(), type.size(), options.data(), options.size(), nullptr, nullptr,
                 out(table)) != EOM_OK)
            return;
        must("rows are counted", eom_table_rows, table.get(), &in_table);
        require(rows == in_table, "a cursor and a table of the same filter have as many records");
    }
}

// Of the getters those that fit agree with each other; the text is asked for all its bytes.
void get_all(const eom_cursor* cursor, std::int32_t column) {
    eom_str text{};
    eom_date date{};
    eom_quantity quantity{};
    std::int64_t number = 0, above = 0, below = 0, utc = 0, begin = 0, end = 0;
    std::int32_t offset = 0;
    double real = 0;
    eom_buf json{};
    if (call(eom_cursor_text, cursor, column, &text) == EOM_OK) touch(text);
    const bool whole = call(eom_cursor_integer, cursor, column, &number) == EOM_OK;
    const bool exact = call(eom_cursor_rational, cursor, column, &above, &below) == EOM_OK;
    if (whole) require(exact && above == number && below == 1, "a whole number is a fraction");
    if (call(eom_cursor_real, cursor, column, &real) == EOM_OK)
        require(exact && real == static_cast<double>(above) / static_cast<double>(below), "a number is its fraction");
    if (call(eom_cursor_date, cursor, column, &date) == EOM_OK) require(date.first <= date.last, "a date ends after it begins");
    static_cast<void>(call(eom_cursor_instant, cursor, column, &utc, &offset));
    if (call(eom_cursor_quantity, cursor, column, &quantity) == EOM_OK) touch(quantity.words);
    if (call(eom_cursor_span, cursor, column, &begin, &end) == EOM_OK) require(begin <= end, "a range ends after it begins");
    const eom_status status = call(eom_cursor_json, cursor, column, &json);
    require((status == EOM_OK) == !taken(json).empty(), "there is JSON where there is a value");
}

class Sequence {
public:
    void step(Line line) {
        const char letter = line.letter();
        line.letter();
        if (letter == 'o') return open(line);
        const std::size_t number = line.number<std::size_t>();
        eom_cursor* cursor = pick(cursors_, static_cast<std::int64_t>(number));
        switch (letter) {
            case 'k': return child(cursor, line.text());
            case 'c': return column(cursor, line.text());
            case 'n': return static_cast<void>(call(eom_cursor_next, cursor));
            case 'f': return find(cursor, line.text());
            case 'g': return get_all(cursor, line.number<std::int32_t>());
            case 'm':
                if (!cursors_.empty()) cursors_.erase(cursors_.begin() + static_cast<std::ptrdiff_t>(number % cursors_.size()));
                return;
            default: return;
        }
    }

private:
    void open(Line line) {
        const Text type = line.text(), filter(line.empty() ? "~" : line.left());
        compare_with_table(type, filter);
        Cursor cursor;
        if (cursors_.size() < kMostCursors && call(eom_cursor_open, norlandia(), type.data(), type.size(), filter.data(),
                                                   filter.size(), out(cursor)) == EOM_OK)
            cursors_.push_back(std::move(cursor));
    }

    void child(eom_cursor* cursor, const Text& member) {
        Cursor made;
        if (cursors_.size() < kMostCursors && call(eom_cursor_child, cursor, member.data(), member.size(), out(made)) == EOM_OK)
            cursors_.push_back(std::move(made));
    }

    static void column(eom_cursor* cursor, const Text& member) {
        std::int32_t found = -1;
        if (call(eom_cursor_column, cursor, member.data(), member.size(), &found) == EOM_OK) get_all(cursor, found);
    }

    static void find(eom_cursor* cursor, const Text& id) {
        if (call(eom_cursor_find, cursor, id.data(), id.size()) != EOM_ROW) return;
        eom_buf json{};
        must("a record that was found is written", eom_cursor_json, cursor, -1, &json);
        require(taken(json).starts_with("{"), "a record is an object");
    }

    std::vector<Cursor> cursors_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sequence sequence;
    for_lines(data, size, 24, [&](Line line) { sequence.step(line); });
    return 0;
}
