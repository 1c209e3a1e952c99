// The library's own work on one file: benchmark_core read|commit|check|write FILE.
#include <string_view>

#include "measure.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/json.hpp"

using namespace openeom;

namespace {

void run(std::string_view work, const std::string& path) {
    double start = benchmark::seconds();
    const Edit edit = io::read_json_file(path);
    if (work == "read") return benchmark::report("read", benchmark::seconds() - start);
    start = benchmark::seconds();
    const Dossier dossier = edit.commit();
    if (work == "commit") return benchmark::report("commit", benchmark::seconds() - start);
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
