// The page that describes the format: what it shows is what is read and written.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "io_support.hpp"
#include "openeom/base/digest.hpp"
#include "report/audience.hpp"

using namespace openeom;

namespace {

std::string page() {
    std::ifstream file(OPENEOM_SOURCE_DIR "/include/openeom/io/FORMAT.md");
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Texts between a mark and the next one like it.
std::vector<std::string> between(const std::string& text, std::string_view open, std::string_view close) {
    std::vector<std::string> found;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        const std::size_t end = text.find(close, at);
        REQUIRE(end != std::string::npos);
        found.push_back(text.substr(at, end - at));
        at = end + close.size();
    }
    return found;
}

/// Cells of a table's line, without the space around them.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        const std::size_t begin = std::min(line.find_first_not_of(' ', at), end);
        std::string cell = line.substr(begin, end - begin);
        while (cell.ends_with(' ')) cell.pop_back();
        cells.push_back(std::move(cell));
        at = end + 1;
    }
    return cells;
}

/// Cells of the rows of the table whose heading begins with `heading`.
std::vector<std::vector<std::string>> table(const std::string& heading) {
    std::istringstream lines(page());
    std::vector<std::vector<std::string>> rows;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(heading)) inside = true;
        else if (inside && line.empty()) break;
        else if (inside && !line.starts_with("|---")) rows.push_back(cells_of(line));
    }
    REQUIRE(!rows.empty());
    return rows;
}

/// A type of each kind that the model has, by the kind's name.
const std::map<std::string, const reflect::Type*, std::less<>>& kinds() {
    static const auto all = [] {
        std::map<std::string, const reflect::Type*, std::less<>> made;
        for (const reflect::Struct* each : structs())
            for (const auto& member : each->members) {
                const reflect::Type& type = reflect::innermost(*member.type);
                made.emplace(reflect::name(type.kind), &type);
            }
        const reflect::Struct& event = reflect::table<RegistrationEvent>();
        made["code"] = event.find("kind")->type;
        return made;
    }();
    return all;
}

}  // namespace

TEST_CASE("the dossier on the page is one, coherent and canonical") {
    const auto blocks = between(page(), "```json\n", "```");
    REQUIRE(blocks.size() == 1);
    const Dossier read = io::read_json(blocks.front(), "FORMAT.md").commit();
    CHECK(read.size() == 6);
    CHECK(io::write_json(read) == blocks.front());
    CHECK(test::said("{\"format\":\"openeom/1.0\"}").empty());
    CHECK(page().find("`{\"format\":\"openeom/1.0\"}`") != std::string::npos);
}

TEST_CASE("every value on the page is read as what it is said to be") {
    std::size_t read = 0;
    for (const auto& row : table("| value ")) {
        if (row.size() < 3 || !kinds().contains(row[0])) continue;
        for (const std::string& json : between(row[2], "`", "`")) {
            const auto why = io::mismatch(*kinds().find(row[0])->second, json);
            CHECK_MESSAGE(!why, row[0], ": ", json, ": ", why.value_or(""));
            ++read;
        }
    }
    CHECK(read >= 30);
}

TEST_CASE("every kind of value has a row on the page") {
    std::string named;
    for (const auto& row : table("| value ")) named += " " + row[0] + ",";
    for (const auto& each : kinds())
        if (each.first != "extras") CHECK_MESSAGE(named.find(" " + each.first + ",") != std::string::npos, each.first);
}

TEST_CASE("the terms of the scales on the page are those that are read") {
    std::size_t terms = 0;
    for (const auto& row : table("| scale ")) {
        const auto scale = row[0] == "number"       ? VagueScale::number
                           : row[0] == "prevalence" ? VagueScale::prevalence
                                                    : VagueScale::pattern;
        CHECK(name(scale) == row[0]);
        std::size_t expected = 0;
        for (const std::string& term : between(row[1], "`", "`")) CHECK(rank(scale, term) == expected++);
        terms += expected;
    }
    CHECK(terms == 15);
}

TEST_CASE("what an audience is shown is what the page says") {
    using report::Audience;
    constexpr Audience kAudiences[] = {Audience::not_stated, Audience::public_, Audience::partners, Audience::internal};
    const reflect::Type& kinds_of_evidence = *reflect::table<Evidence>().find("kind")->type;
    std::map<std::string, std::vector<std::string>> evidence, records;
    for (const auto& row : table("| | public ")) {
        REQUIRE(row.size() == 4);
        auto& into = row[0].starts_with("evidence ") ? evidence : records;
        if (row[0].starts_with("evidence ") || row[0].starts_with("records `"))
            for (const std::string& name : between(row[0], "`", "`")) into[name] = row;
    }
    for (std::size_t code = 1; code < kinds_of_evidence.codes->codes.size(); ++code) {
        const std::string kind(kinds_of_evidence.codes->codes[code]);
        REQUIRE_MESSAGE(evidence.contains(kind), kind);
        for (std::size_t i = 1; i < 4; ++i)
            CHECK_MESSAGE(report::shows_evidence(kAudiences[i], static_cast<EvidenceKind>(code)) == (evidence[kind][i] == "yes"),
                          kind);
    }
    for (const reflect::Struct* type : entities()) {
        const std::string name(type->name);
        for (std::size_t i = 1; i < 4; ++i)
            CHECK_MESSAGE(report::shows_record(kAudiences[i], name) ==
                              (!records.contains(name) || records[name][i] == "yes"),
                          name);
    }
}

TEST_CASE("the digest of a clearance is that of the lines that the page describes") {
    const Dossier dossier = io::read_json(
        test::dossier(R"("documents": [{"id": "d", "title": "T", "state": "cleared", "revision": 2}],)"
                      R"("sections": [{"id": "d.s", "document": "d"}],)"
                      R"("sentences": [{"id": "d.2", "document": "d", "origin": "authored", "text": "Two."},)"
                      R"({"id": "d.1", "document": "d", "origin": "authored", "text": "One.", "revision": 5}],)"
                      R"("anchors": [{"id": "a", "sentence": "d.2", "role": "asserts", "range": [0, 3],)"
                      R"("target": "finding:f", "target_revision": 1}])"),
        "t.json").snapshot();
    CHECK(io::content_digest(dossier, AnyRef("document:d")) ==
          sha256("document {\"id\":\"d\",\"title\":\"T\"}\n"
                 "section {\"id\":\"d.s\",\"document\":\"d\"}\n"
                 "sentence {\"id\":\"d.1\",\"document\":\"d\",\"text\":\"One.\",\"origin\":\"authored\"}\n"
                 "sentence {\"id\":\"d.2\",\"document\":\"d\",\"text\":\"Two.\",\"origin\":\"authored\"}\n"
                 "anchor {\"id\":\"a\",\"sentence\":\"d.2\",\"role\":\"asserts\",\"range\":[0,3],\"target\":\"finding:f\"}\n"));
}
