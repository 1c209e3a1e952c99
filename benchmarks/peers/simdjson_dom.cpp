// simdjson's DOM parse of one file: benchmark_simdjson cold|reused FILE. Cold: a new parser, its memory untouched; reused:
// the same parser a second time. The file is read outside the time, as simdjson's own numbers have it; read: with it.
#include <string_view>

#include <simdjson.h>

#include "measure.hpp"

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const std::string_view how = arguments[1];
    double start = benchmark::seconds();
    simdjson::padded_string bytes;
    if (simdjson::padded_string::load(arguments[2]).get(bytes)) return 1;
    if (how != "read") start = benchmark::seconds();
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (parser.parse(bytes).get(document)) return 1;
    if (how == "reused") {
        start = benchmark::seconds();
        if (parser.parse(bytes).get(document)) return 1;
    }
    benchmark::report(arguments[1], benchmark::seconds() - start);
}
