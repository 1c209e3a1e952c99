// Tables as CSV: what stands in a cell, and that no spreadsheet takes a text for a formula.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "io_support.hpp"
#include "openeom/io/csv.hpp"
#include "openeom/io/open.hpp"
#include "openeom/io/table.hpp"

using namespace openeom;
using test::error_of;

namespace {

std::string cell(std::string_view text, io::CsvFormulas formulas = io::CsvFormulas::escaped) {
    std::string made;
    io::append_csv_text(made, text, formulas);
    return made;
}

/// Cells of RFC 4180, for reading back what was written.
std::vector<std::vector<std::string>> cells_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows{{}};
    std::string text;
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') text += csv[++i];
        else if (csv[i] == '"') quoted = !quoted;
        else if (!quoted && csv[i] == ',') rows.back().push_back(std::exchange(text, {}));
        else if (!quoted && csv[i] == '\r') {
            rows.back().push_back(std::exchange(text, {}));
            rows.emplace_back();
            ++i;
        } else text += csv[i];
    }
    rows.pop_back();
    return rows;
}

std::string csv_of(const auto& record, const std::vector<std::string>& columns, const io::CsvOptions& options = {}) {
    using Type = std::remove_cvref_t<decltype(record)>;
    Edit edit;
    edit.put(Type(record));
    return io::csv(io::table(edit.snapshot(), reflect::table<Type>().name, {.columns = columns, .filter = {}}), options);
}

}  // namespace

TEST_CASE("a text that a spreadsheet would take for a formula begins with an apostrophe") {
    for (const std::string text : {"=1+1", "+7 701", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "  @x", "'=1", "' =1", "＝1", "＋1", "－1", "＠x"}) {
        CAPTURE(text);
        const std::string written = cells_of(cell(text) + "\r\n")[0][0];
        CHECK(written == "'" + text);
        CHECK(io::csv_text(written) == text);
        CHECK(cells_of(cell(text, io::CsvFormulas::verbatim) + "\r\n")[0][0] == text);
    }
}

TEST_CASE("the apostrophe can be taken off again for certain") {
    // All texts of up to five of these characters: what was written always reads back as what it was.
    const std::string characters = "'= a-\t";
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string text = texts[i];
        CHECK(io::csv_text(cells_of(cell(text) + ",\r\n")[0][0]) == text);
        if (text.size() < 5)
            for (const char c : characters) texts.push_back(text + c);
    }
    CHECK(texts.size() == 9331);
}

TEST_CASE("other texts stand as they are, quoted where they must be") {
    CHECK(cell("Alga!") == "Alga!");
    CHECK(cell("'quoted'") == "'quoted'");
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(cell("a\r\nb") == "\"a\r\nb\"");
    CHECK(cell("") == "");
}

TEST_CASE("parts are flattened by dotted paths, and values stand as in the JSON of a dossier") {
    RegistrationEvent event;
    event.id = "a";
    event.subject = AnyRef("party:p");
    event.kind = RegistrationKind::deregistered;
    event.decided = *Date::parse("2012-01-09~/2012-02");
    event.subjects = Quantity::at_least(18);
    event.evidence = {Ref<Evidence>("x"), Ref<Evidence>("y")};
    event.due_process.emplace().hearing = Assessment::not_met;
    CHECK(csv_of(event, {"id", "kind", "decided", "published", "subjects", "evidence", "due_process.hearing"}) ==
          "id,kind,decided,published,subjects,evidence,due_process.hearing\r\n"
          "a,deregistered,2012-01-09~/2012-02,,\"{\"\"at_least\"\":18}\",\"[\"\"x\"\",\"\"y\"\"]\",not_met\r\n");
    const auto rows = cells_of(csv_of(event, {}));
    CHECK(std::ranges::find(rows[0], "due_process.hearing") != rows[0].end());
    CHECK(std::ranges::find(rows[0], "x-") == rows[0].end());  // nothing stands in it
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
}

TEST_CASE("numbers stay numbers, also negative ones") {
    Turnout turnout;
    turnout.id = "t";
    turnout.percent = Decimal(-750, 2);
    turnout.at = *Instant::parse("2012-01-15t20:00:00+06:00");
    CHECK(csv_of(turnout, {"percent", "at"}) == "percent,at\r\n-7.50,2012-01-15t20:00:00+06:00\r\n");
    Poll poll;
    poll.id = "p";
    poll.n = -3;
    CHECK(csv_of(poll, {"n", "pollster"}) == "n,pollster\r\n-3,\r\n");
    poll.pollster = "-3";
    CHECK(csv_of(poll, {"n", "pollster"}) == "n,pollster\r\n-3,'-3\r\n");
}

TEST_CASE("lists and partner's own members are JSON") {
    Party party;
    party.id = "p";
    party.names = {Name{{}, "=Alga", "en"}};
    party.names[0].extras.set("x-script", "\"latin\"");
    party.extras.set("x-colour", "\"#c00\"");
    const auto rows = cells_of(csv_of(party, {}));
    const auto at = [&](std::string_view column) {
        return rows[1][static_cast<std::size_t>(std::ranges::find(rows[0], column) - rows[0].begin())];
    };
    CHECK(at("names") == R"([{"x-script":"latin","text":"=Alga","language":"en"}])");
    CHECK(at("x-") == R"({"x-colour":"#c00"})");
}

TEST_CASE("every cell of the examples reads back through its column") {
    // What CSV says is put into an edit by column again, as JSON: nothing is lost but what an empty cell stands for.
    for (const std::string name : {"example:kazakhstan-2012", "example:norlandia-2027"}) {
        const Dossier dossier = open(name);
        for (const reflect::Struct* type : entities()) {
            const auto rows = cells_of(io::csv(io::table(dossier, type->name), {.formulas = io::CsvFormulas::verbatim, .audience = {}}));
            std::size_t row = 0;
            for (const void* record : dossier.records(*type)) {
                ++row;
                for (std::size_t column = 0; column < rows[0].size(); ++column) {
                    const std::string& path = rows[0][column];
                    if (path == "reconstruction" || path.ends_with("x-")) continue;
                    const MemberValue value = member_at(*type, record, path);
                    REQUIRE(value.type != nullptr);
                    const std::string json = io::to_json(*value.type, value.value);
                    const std::string& said = rows[row][column];
                    CAPTURE(path);
                    if (said.empty()) CHECK((reflect::is_empty(*value.type, value.value)));
                    else CHECK((json == said || json == io::quoted(said) || reflect::innermost(*value.type).kind == reflect::Kind::record));
                }
            }
        }
    }
}

TEST_CASE("a reconstruction and an audience are said in every row") {
    const Table table = io::table(open("example:kazakhstan-2012"), "party", {.columns = {"id"}, .filter = {}});
    const auto rows = cells_of(io::csv(table, {.formulas = {}, .audience = "internal"}));
    CHECK(rows[0] == std::vector<std::string>{"id", "reconstruction", "audience"});
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(rows[i][1].find("Reconstruction from public sources") == 0);
        CHECK(rows[i][2] == "internal");
    }
    CHECK(error_of([&] { static_cast<void>(io::csv(table, {}, [](auto, auto, auto) { return false; })); }).code() == ErrorCode::cancelled);
}

TEST_CASE("an empty text is not the same as none") {
    struct Given {
        Field field;
        Column column;
    };
    Field root{.name = {}, .layout = Layout::structure};
    root.children = {Field{.name = "t", .layout = Layout::text, .nullable = true}, Field{.name = "n", .layout = Layout::real}};
    Column texts{.length = 2, .nulls = 1, .validity = Buffer(AlignedVector<std::uint8_t>{1}), .values = Buffer(AlignedVector<std::int32_t>{0, 0, 0}), .bytes = {}, .children = {}, .dictionary = {}};
    Column reals{.length = 2, .nulls = 0, .validity = {}, .values = Buffer(AlignedVector<double>{0.1, -1e300}), .bytes = {}, .children = {}, .dictionary = {}};
    Column rows{.length = 2, .nulls = 0, .validity = {}, .values = {}, .bytes = {}, .children = {texts, reals}, .dictionary = {}};
    CHECK(io::csv(Table(root, {rows}, nullptr)) == "t,n\r\n\"\",0.1\r\n,-1e+300\r\n");
}
