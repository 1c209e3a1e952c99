// The files compiled into the library: run when the library is built, so that a faulty one does not get far.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "openeom/catalogue/embedded.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;

namespace {

bool is_example(const embedded::File& file) {
    return file.name.starts_with("examples/");
}

void fail_on(const std::vector<Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) FAIL_CHECK(diagnostic.text());
}

}  // namespace

TEST_CASE("every file is read without a diagnostic") {
    for (const auto& file : embedded::files()) fail_on(io::read_json(file.bytes, std::string(file.name)).diagnostics());
}

TEST_CASE("every example is coherent, and so is the catalogue as a whole") {
    for (const auto& file : embedded::files())
        if (is_example(file)) fail_on(io::read_json(file.bytes, std::string(file.name)).incoherences());
    CHECK(catalogue().size() > 0);
    fail_on(catalogue().remarks());
}

TEST_CASE("files are found by name, in order of name") {
    const auto files = embedded::files();
    CHECK(std::is_sorted(files.begin(), files.end(),
                         [](const auto& left, const auto& right) { return left.name < right.name; }));
    CHECK(std::count_if(files.begin(), files.end(), is_example) == 2);
    for (const auto& file : files) CHECK(embedded::find(file.name).data() == file.bytes.data());
    CHECK(embedded::find("catalogue/standards.json").starts_with("{"));
    CHECK(embedded::find("standards.json").empty());
    CHECK(embedded::find("").empty());
}

TEST_CASE("no id of the catalogue stands in two files") {
    std::size_t records = 0;
    for (const auto& file : embedded::files())
        if (!is_example(file)) records += io::read_json(file.bytes, std::string(file.name)).snapshot().size();
    CHECK(records == catalogue().size());
}

TEST_CASE("a code's id is its list's name, a dot, the code") {
    for (const auto& entry : catalogue().all<CodeEntry>()) {
        std::string expected = fmt::format("{}.{}", entry.list, entry.code);
        for (char& c : expected)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (!Id::parse(expected)) expected = entry.list + ".any";  // "*" stands for any
        CHECK(entry.id.text() == expected);
    }
}
