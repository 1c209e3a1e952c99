// nlohmann-json's parse of one file: benchmark_nlohmann read FILE, the reading of the file included.
#include <nlohmann/json.hpp>

#include "measure.hpp"

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const double start = benchmark::seconds();
    const std::string bytes = benchmark::read_whole(arguments[2]);
    const nlohmann::json document = nlohmann::json::parse(bytes);
    if (document.empty()) return 1;
    benchmark::report("read", benchmark::seconds() - start);
}
