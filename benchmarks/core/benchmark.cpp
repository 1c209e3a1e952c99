// The library's own work on one file: benchmark_core read|commit|check|write|table|stream|hand-over|import FILE.
#include <string_view>

#include "measure.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/arrow.hpp"
#include "openeom/io/json.hpp"

using namespace openeom;

namespace {

/// Reads a stream to its end, as a consumer that keeps nothing does; gives the number of rows.
std::int64_t drained(io::ArrowStreamOwner stream) {
    std::int64_t rows = 0;
    io::ArrowSchemaOwner schema;
    if (stream->get_schema(stream.get(), schema.get()) != 0) return -1;
    for (;;) {
        io::ArrowOwner<ArrowArray> batch;
        if (stream->get_next(stream.get(), batch.get()) != 0) return -1;
        if (!batch) return rows;
        rows += batch->length;
    }
}

/// Six columns of the candidacies: a table of them, the register converted on the way, a table handed over, and taken.
void run_table(std::string_view work, const Dossier& dossier) {
    const io::TableOptions six{.columns = {"id", "election", "list", "constituency", "position", "ballot_state"}, .filter = {}};
    double start = benchmark::seconds();
    if (work == "stream") {
        if (drained(io::export_stream(dossier, "candidacy", six)) < 0) return;
        return benchmark::report("stream", benchmark::seconds() - start);
    }
    const Table table = io::table(dossier, "candidacy", six);
    if (work == "table") return benchmark::report("table", benchmark::seconds() - start);
    start = benchmark::seconds();
    if (work == "import") {
        io::ArrowStreamOwner stream = io::export_stream(table);
        const Table taken = io::import_stream(stream.get());
        return benchmark::report("import", benchmark::seconds() - start);
    }
    if (drained(io::export_stream(table)) < 0) return;
    benchmark::report("hand-over", benchmark::seconds() - start);
}

void run(std::string_view work, const std::string& path) {
    double start = benchmark::seconds();
    const Edit edit = io::read_json_file(path);
    if (work == "read") return benchmark::report("read", benchmark::seconds() - start);
    start = benchmark::seconds();
    const Dossier dossier = edit.commit();
    if (work == "commit") return benchmark::report("commit", benchmark::seconds() - start);
    if (work == "table" || work == "stream" || work == "hand-over" || work == "import") return run_table(work, dossier);
    start = benchmark::seconds();
    if (work == "check") {
        const check::CheckResult result = check::run(dossier);
        return benchmark::report("check", benchmark::seconds() - start);
    }
    std::size_t bytes = 0;
    io::write_json(dossier, [&](std::string_view piece) { bytes += piece.size(); });
    benchmark::report("write", benchmark::seconds() - start);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    run(arguments[1], arguments[2]);
}
