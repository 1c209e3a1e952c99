// Arrow streams of a hostile producer: refused, or taken as a table that is exported and taken again with as many rows and
// the same CSV, and whose rows become records or do not.
#include "arrow_producer.hpp"

using namespace openeom::fuzz;

namespace {

std::string csv_of(const eom_table* table) {
    eom_buf csv{};
    must("a table is written as CSV", eom_table_csv, table, nullptr, std::size_t{0}, nullptr, nullptr, &csv);
    return taken(csv);
}

std::int64_t rows_of(const eom_table* table) {
    std::int64_t rows = -1;
    must("rows are counted", eom_table_rows, table, &rows);
    return rows;
}

void out_and_in(const eom_table* table) {
    ArrowSchema schema{};
    must("a schema", eom_table_schema, table, &schema);
    schema.release(&schema);
    ArrowArrayStream stream{};
    must("a stream", eom_table_stream, table, &stream);
    Table again;
    must("what is exported is imported", eom_table_import, &stream, nullptr, std::size_t{0}, nullptr, nullptr, out(again));
    require(rows_of(again.get()) == rows_of(table), "with as many rows");
    require(csv_of(again.get()) == csv_of(table), "and the same values");
}

void as_records(const eom_table* table, const char* type) {
    Edit edit;
    must("an edit begins", eom_edit_create, nullptr, out(edit));
    if (call(eom_edit_put_table, edit.get(), type, EOM_AUTO, table, nullptr, nullptr) != EOM_OK) return;
    Dossier made;
    if (call(eom_edit_commit, edit.get(), nullptr, nullptr, out(made)) != EOM_OK) return;
    std::int64_t records = 0;
    must("records are counted", eom_dossier_count, made.get(), type, EOM_AUTO, &records);
    require(records == rows_of(table), "each row became a record");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr const char* kTypes[] = {"party", "source", "election", "sentence", "media_measure", "observation", "place"};
    static constexpr const char* kOptions[] = {"", R"({"limits": {"records": 3}})", R"({"limits": {"bytes": 40, "depth": 3}})"};
    FuzzedDataProvider bytes(data, size);
    const char* type = bytes.PickValueInArray(kTypes);
    const Text options(bytes.PickValueInArray(kOptions));
    ArrowProducer producer(bytes);
    ArrowArrayStream stream = producer.stream();
    Table table;
    if (call(eom_table_import, &stream, options.data(), options.size(), nullptr, nullptr, out(table)) != EOM_OK) return 0;
    out_and_in(table.get());
    as_records(table.get(), type);
    return 0;
}
