// Lines as a sequence of calls on tables: types, options and names of lists are any bytes. A table, a stream of the same
// options and what is imported from either have the same rows, and a whole register put back changes nothing.
//
//     t TYPE OPTIONS    a table of a register, exported, imported, put back       r NAME   of a result's list
//     c OPTIONS         the last table as CSV                                     i OPTIONS   imports the last table
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

std::int64_t rows_of(const eom_table* table) {
    std::int64_t rows = -1;
    must("rows are counted", eom_table_rows, table, &rows);
    return rows;
}

const eom_result* contents() {
    static const Result result = [] {
        Result made;
        must("an analysis", eom_analyze, norlandia(), "contents", EOM_AUTO, nullptr, std::size_t{0}, nullptr, nullptr, out(made));
        return made;
    }();
    return result.get();
}

void columns_of(const eom_table* table) {
    ArrowSchema schema{};
    must("a schema", eom_table_schema, table, &schema);
    require(std::strcmp(schema.format, "+s") == 0 && schema.n_children > 0, "a table has columns");
    schema.release(&schema);
}

// Rows become records again; those of a whole register change nothing.
void put_back(const Text& type, const Text& options, const eom_table* table) {
    Edit edit;
    must("an edit begins", eom_edit_create, norlandia(), out(edit));
    const eom_status status = call(eom_edit_put_table, edit.get(), type.data(), type.size(), table, nullptr, nullptr);
    if (options.size() != 0) return;
    require(status == EOM_OK, "a whole register is put back");
    Dossier made;
    must("and committed", eom_edit_commit, edit.get(), nullptr, nullptr, out(made));
    Result changes;
    must("and compared", eom_dossier_diff, norlandia(), made.get(), nullptr, nullptr, out(changes));
    static const std::string none = json_of(changes.get());
    require(json_of(changes.get()) == none && none.find("\"record\"") == std::string::npos, "and nothing has changed");
}

// The stream of the same options, imported, is the same table.
void compare_with_stream(const Text& type, const Text& options, const eom_table* table) {
    ArrowArrayStream stream{};
    const eom_status status = call(eom_dossier_stream, norlandia(), type.data(), type.size(), options.data(), options.size(), &stream);
    require((status == EOM_OK) == (table != nullptr), "a stream is made where a table is");
    if (table == nullptr) return require(stream.release == nullptr, "on failure outputs are NULL");
    Table imported;
    must("a stream is imported", eom_table_import, &stream, nullptr, std::size_t{0}, nullptr, nullptr, out(imported));
    require(rows_of(imported.get()) == rows_of(table), "a stream has as many rows as a table");
    put_back(type, options, imported.get());
}

class Sequence {
public:
    void step(Line line) {
        const char letter = line.letter();
        line.letter();
        switch (letter) {
            case 't': return table(line);
            case 'r': return list(line.rest());
            case 'c': return csv(line.rest());
            case 'i': return import(line.rest());
            default: return;
        }
    }

private:
    void table(Line line) {
        const Text type = line.text(), options = line.rest();
        static_cast<void>(call(eom_dossier_table, norlandia(), type.data(), type.size(), options.data(), options.size(), nullptr,
                               nullptr, out(last_)));
        if (tables_++ > 0) return;  // once an input: what follows takes longer than all the rest
        compare_with_stream(type, options, last_.get());
        if (!last_) return;
        columns_of(last_.get());
        put_back(type, options, last_.get());
    }

    void list(const Text& name) {
        static_cast<void>(call(eom_result_table, contents(), name.data(), name.size(), out(last_)));
    }

    void csv(const Text& options) const {
        eom_buf made{};
        const eom_status status = call(eom_table_csv, last_.get(), options.data(), options.size(), nullptr, nullptr, &made);
        require((status == EOM_OK) == !taken(made).empty(), "CSV has a line of names at least");
    }

    void import(const Text& options) {
        ArrowArrayStream stream{};
        if (call(eom_table_stream, last_.get(), &stream) != EOM_OK) return;
        static_cast<void>(call(eom_table_import, &stream, options.data(), options.size(), nullptr, nullptr, out(last_)));
        require(stream.release == nullptr, "a stream is taken in any case");
    }

    Table last_;
    int tables_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sequence sequence;
    for_lines(data, size, 6, [&](Line line) { sequence.step(line); });
    return 0;
}
