#include <doctest/doctest.h>

#include "openeom/base/describe_tables.hpp"
#include "openeom/analysis/records.hpp"
#include "openeom/analysis/trace.hpp"
#include "openeom/base/text.hpp"
#include "openeom/report/result.hpp"
#include "report/cell_wrap.hpp"
#include "report/layouts.hpp"
#include "report/result_sheet.hpp"
#include "report_sample.hpp"
#include "report_support.hpp"

OPENEOM_TABLE(sample::Result)

using namespace openeom;
using report_test::contains;

namespace {

const reflect::Struct& type() { return reflect::table<sample::Result>(); }

std::string as_text(const sample::Result& result, std::size_t width = 80, bool colour = false) {
    return report::render_text(type(), &result, {.width = width, .colour = colour});
}

std::string csv(const sample::Result& result, std::string_view table = {}) { return report::render_csv(type(), &result, table); }

std::vector<std::string> lines_of(const std::string& made) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < made.size();) {
        const std::size_t end = made.find('\n', begin);
        lines.push_back(made.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

const std::string* line_with(const std::vector<std::string>& lines, std::string_view part) {
    for (const std::string& line : lines)
        if (contains(line, part)) return &line;
    return nullptr;
}

}  // namespace

TEST_CASE("text keeps to its width, whatever the script") {
    const sample::Result result = sample::filled();
    for (const std::size_t width : {30u, 40u, 60u, 80u, 132u}) {
        CAPTURE(width);
        for (const std::string& line : lines_of(as_text(result, width))) {
            CAPTURE(line);
            CHECK(text::display_width(line) <= width);
            CHECK_FALSE(line.ends_with(' '));
        }
    }
}

TEST_CASE("columns align by display width, numbers to the right") {
    const auto lines = lines_of(as_text(sample::filled(), 100));
    const std::string* cyrillic = line_with(lines, "Аяк-Калкан");
    const std::string* wide = line_with(lines, "選挙監視");
    REQUIRE(cyrillic);
    REQUIRE(wide);
    const auto column = [](const std::string& line, std::string_view word) {
        return text::display_width(std::string_view(line).substr(0, line.find(word)));
    };
    CHECK(column(*cyrillic, "unknown") == column(*wide, "not met"));
    CHECK(column(*cyrillic, "1200") + 4 == column(*wide, "7") + 1);
}

TEST_CASE("unknown is said, a column that says nothing anywhere is not there") {
    const std::string made = as_text(sample::filled(), 100);
    CHECK(contains(made, "unknown"));
    CHECK_FALSE(contains(made, "never"));
    CHECK_FALSE(contains(made, "polarity"));
    sample::Result all_unknown = sample::filled();
    for (sample::Row& row : all_unknown.table) row.assessment = Assessment::unknown;
    all_unknown.blocks.clear();
    CHECK(contains(as_text(all_unknown), "assessment"));
}

TEST_CASE("values in words, with units where the label has none") {
    const std::string made = as_text(sample::filled(), 100);
    CHECK(contains(made, "share:    77.1 per cent"));
    CHECK(contains(made, "percent:  75.10"));
    CHECK(contains(made, "days before vote: 5 to 6"));
    CHECK_FALSE(contains(made, "6 days"));
    CHECK(contains(made, "subjects:         several persons"));
    CHECK(contains(made, "complete: no"));
    CHECK(contains(made, "1 May 2030"));
}

TEST_CASE("the head stands at the end, in short") {
    const auto lines = lines_of(as_text(sample::filled()));
    CHECK(lines.back() == "sample; data up to 20 May 2030; dossier aaaaaaaaaaaa");
    CHECK(contains(as_text(sample::filled()), "not computed: turnout: no figures"));
    CHECK_FALSE(contains(lines.front(), "dossier"));
}

TEST_CASE("colour only where asked for, and never anything by it alone") {
    const sample::Result result = sample::filled();
    const std::string plain = as_text(result);
    CHECK_FALSE(contains(plain, "\x1b"));
    std::string coloured = as_text(result, 80, true);
    CHECK(contains(coloured, "\x1b[1m"));
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == plain);
}

TEST_CASE("a table that no width can hold becomes fields, row by row") {
    const std::string made = as_text(sample::filled(), 30);
    CHECK(contains(made, "assessment: unknown"));
    CHECK(contains(made, "count:      1200"));
}

TEST_CASE("a table in which sentences would stand in a narrow column becomes fields too") {
    sample::Result result = sample::filled();
    result.table.assign(8, result.table.front());
    CHECK_FALSE(contains(as_text(result, 56), "assessment: unknown"));
    result.table.front().sources.assign(40, "a word or two");
    CHECK(contains(as_text(result, 56), "assessment: unknown"));
}

TEST_CASE("an empty result is only its head, and no crash") {
    const sample::Result empty;
    CHECK(as_text(empty) == "percent: 0\n");
    CHECK_FALSE(report::render_markdown(type(), &empty).empty());
    CHECK(contains(report::render_html(type(), &empty), "<h1>Sample result</h1>"));
    CHECK_THROWS_AS(csv(empty), Error);
}

TEST_CASE("CSV is the longest list of the result, safe to open in a spreadsheet") {
    const std::string made = csv(sample::filled());
    CHECK(made.starts_with("name,count,assessment,date,sources\r\n"));
    CHECK(contains(made, "\"'=HYPERLINK(\"\"x\"\") | <b>, a name that"));
    CHECK(contains(made, ",-3,not met,"));  // a number is no formula
    CHECK(contains(made, "one; two"));
}

TEST_CASE("CSV cells that a spreadsheet would run get an apostrophe, numbers do not") {
    sample::Result result;
    for (const char* name : {"=1+1", "+7 and more", "-x", "@cmd", "\t=x", "-12.5", "-1.2.3", "3", "plain"}) {
        sample::Row row;
        row.name = name;
        result.table.push_back(row);
    }
    const std::string made = csv(result);
    for (const char* cell : {"'=1+1,", "'+7 and more,", "'-x,", "'@cmd,", "' =x,", "\n-12.5,", "'-1.2.3,", "\n3,", "\nplain,"}) {
        CAPTURE(cell);
        CHECK(contains(made, cell));
    }
}

TEST_CASE("no text of a result moves the cursor, begins a line or turns the direction of reading") {
    sample::Result result = sample::filled();
    result.title = "T\n\nState: published\x1b[31m";
    result.caution = "a\u202Eb\u2066c\x07";
    result.table[0].name = "x\r\ny\u009B1m";
    result.notes_of_all = {"one\u2028two", "a remark that is longer than forty bytes\x7F, so that it is a bullet"};
    const std::string text = as_text(result);
    CHECK(text.starts_with("T State: published\uFFFD[31m\n─"));
    for (const std::string& made :
         {text, report::render_markdown(type(), &result), report::render_html(type(), &result), csv(result), csv(result, "blocks")}) {
        for (const char* bad : {"\x1b", "\x07", "\x7F", "\u009B", "\u202E", "\u2066", "\u2028", "\nState"}) CHECK_FALSE(contains(made, bad));
    }
    CHECK(contains(csv(result), "x y\uFFFD1m,"));
    CHECK(contains(as_text(sample::filled()), "選挙監視"));
}

TEST_CASE("a file says for whom it is, a screen does not") {
    const sample::Result result = sample::filled();
    for (const char* format : {"text", "markdown", "html"}) {
        const report::TextOptions options{.audience = report::Audience::partners};
        CAPTURE(format);
        CHECK(contains(report::render(type(), &result, format, options), "For: partners"));
        CHECK_FALSE(contains(report::render(type(), &result, format), "For: "));
    }
    CHECK(as_text(result).starts_with("A sample result"));
    const std::string rows = report::render_csv(type(), &result, {}, report::Audience::public_);
    CHECK(rows.starts_with("name,count,assessment,date,sources,audience\r\n"));
    CHECK(contains(rows, "one; two,public\r\n"));
    CHECK(report::render(type(), &result, "csv", {.audience = report::Audience::public_}) == rows);
}

TEST_CASE("one of something is named in the singular") {
    sample::Result result = sample::filled();
    result.blocks[0].days_before_vote = {1, 1};
    result.blocks[0].subjects = Quantity::exact(1);
    CHECK(contains(as_text(result), "1 day\n") == false);  // the label says days
    CHECK(contains(as_text(result), "1 person\n"));
    result.blocks[0].subjects = Quantity::exact(21);
    CHECK(contains(as_text(result), "21 persons\n"));
}

TEST_CASE("CSV of lists inside lists names the row around them") {
    const std::string made = csv(sample::filled(), "blocks.rows");
    CHECK(made.starts_with("blocks title,name,count,assessment,date,sources\r\n"));
    CHECK(contains(made, "First block,Аяк-Калкан"));
    CHECK(contains(made, "Second block,選挙監視,7,not met,,\r\n"));
    CHECK(contains(csv(sample::filled(), "blocks"), "title,days before vote,subjects,remarks\r\nFirst block,5 to 6,several,"));
    try {
        csv(sample::filled(), "bloks");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
        CHECK(contains(error.message(), "did you mean 'blocks'"));
        CHECK(contains(error.hint(), "blocks.rows"));
    }
}

TEST_CASE("Markdown and HTML escape, and mark columns of numbers") {
    const sample::Result result = sample::filled();
    const std::string markdown = report::render_markdown(type(), &result);
    CHECK(contains(markdown, "| name | count | assessment | date | sources |\n| --- | ---: | --- | --- | --- |"));
    CHECK(contains(markdown, "\\| &lt;b&gt;"));
    const std::string html = report::render_html(type(), &result);
    CHECK(contains(html, "<th scope=\"col\" class=\"n\">count</th>"));
    CHECK(contains(html, "&lt;b&gt;"));
    CHECK_FALSE(contains(html, "<b>,"));
    CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("a format goes by its name") {
    const sample::Result result = sample::filled();
    CHECK(report::render(type(), &result, "text") == as_text(result));
    CHECK(report::render(type(), &result, "csv", {}, "blocks") == csv(result, "blocks"));
    CHECK(report::render(type(), &result, "markdown") == report::render_markdown(type(), &result));
    CHECK(report::render(type(), &result, "html") == report::render_html(type(), &result));
    try {
        report::render(type(), &result, "htlm");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(contains(error.message(), "did you mean 'html'"));
    }
}

TEST_CASE("a document's view renders as the document does") {
    const report::RenderedDocument made = report_test::rendered("statement", report_test::options(report::Audience::public_));
    const reflect::Struct& view = reflect::table<report::DocumentView>();
    CHECK(report::render(view, &made.view(), "html") == made.html());
    CHECK(report::render(view, &made.view(), "markdown") == made.markdown());
    CHECK(report::render(view, &made.view(), "text", {.width = 72}) == made.text(72));
    CHECK(contains(report::render(view, &made.view(), "csv", {}, "sources"), "number,evidence,source,statement"));
}

// --- Layouts of their own ---

TEST_CASE("the checks' issues stand like a compiler's messages") {
    check::CheckResult result;
    result.errors = 1;
    result.rules = 40;
    result.records = 2;
    check::Issue issue;
    issue.severity = check::IssueSeverity::error;
    issue.rule = "percent-needs-n";
    issue.record = AnyRef("result:r1");
    issue.member = "percent";
    issue.message = "a percent without n";
    issue.remedy = "say what it is a share of";
    issue.source = "mission.json";
    issue.line = 214;
    issue.column = 17;
    result.issues.push_back(issue);
    issue.waived = "known";
    issue.severity = check::IssueSeverity::note;
    issue.source.clear();
    issue.line.reset();
    result.issues.push_back(issue);
    const std::string made = report::render_text(reflect::table<check::CheckResult>(), &result, {.width = 120});
    CHECK(made ==
          "mission.json:214:17: result:r1.percent: error: percent-needs-n: a percent without n\n"
          "    say what it is a share of\n"
          "result:r1.percent: note: percent-needs-n: a percent without n\n"
          "    waived: known\n"
          "    say what it is a share of\n"
          "\n"
          "1 error, 0 warnings, 0 notes: 40 rules over 2 records\n");
    const std::string coloured = report::render_text(reflect::table<check::CheckResult>(), &result, {.width = 120, .colour = true});
    CHECK(contains(coloured, "\x1b[1;31merror\x1b[0m"));
    CHECK(contains(report::render_csv(reflect::table<check::CheckResult>(), &result), "error,percent-needs-n,result:r1,percent"));
    CHECK(contains(report::render_html(reflect::table<check::CheckResult>(), &result), "<b>percent-needs-n</b>"));
    CHECK(contains(report::render_markdown(reflect::table<check::CheckResult>(), &result), "**error** percent-needs-n"));
}

TEST_CASE("no issues is said") {
    check::CheckResult result;
    result.rules = 1;
    CHECK(report::render_text(reflect::table<check::CheckResult>(), &result) == "0 errors, 0 warnings, 0 notes: 1 rule over 0 records\n");
}

TEST_CASE("a trace is a tree") {
    analysis::TraceResult result;
    result.title = "A finding";
    const auto add = [&](std::int64_t depth, const char* relation, const char* record, analysis::TraceDirection direction) {
        analysis::TraceRow row;
        row.depth = depth;
        row.relation = relation;
        row.record = record;
        row.direction = direction;
        result.rows.push_back(row);
    };
    add(0, "", "finding:f", analysis::TraceDirection::itself);
    add(1, "evidence", "evidence:e", analysis::TraceDirection::down);
    add(2, "source", "source:s", analysis::TraceDirection::down);
    add(1, "asserts", "sentence:t", analysis::TraceDirection::up);
    const reflect::Struct& trace = reflect::table<analysis::TraceResult>();
    CHECK(report::render_text(trace, &result) ==
          "A finding\n─────────\nfinding:f\n├─ evidence: evidence:e\n│  └─ source: source:s\n└─ <- asserts: sentence:t\n");
    CHECK(contains(report::render_html(trace, &result),
                   "<ul class=\"tree\">\n<li>finding:f<ul>\n<li>evidence: evidence:e<ul>\n<li>source: source:s</li>\n</ul></li>\n"
                   "<li>&lt;- asserts: sentence:t</li></ul></li>\n</ul>"));
    CHECK(contains(report::render_markdown(trace, &result), "  - evidence: evidence:e\n    - source: source:s\n  - &lt;- asserts"));
}

TEST_CASE("a register is a table under its own headings") {
    analysis::RecordsResult result;
    result.title = "parties";
    result.meaning = "a party";
    result.total = 2;
    result.shown = 2;
    result.columns = {"members_claimed"};
    for (const char* id : {"a", "b"}) {
        analysis::RecordsRow row;
        row.id = Id(id);
        row.cells = {"59000"};
        result.rows.push_back(row);
    }
    result.rows[1].cells.clear();  // fewer cells than columns
    const reflect::Struct& records = reflect::table<analysis::RecordsResult>();
    const std::string made = report::render_text(records, &result);
    CHECK(contains(made, "id  members claimed\n"));
    CHECK(contains(made, "a             59000\n"));
    CHECK(report::render_csv(records, &result) == "id,members claimed\r\na,59000\r\nb,\r\n");
}

TEST_CASE("layouts are for results that exist") {
    for (const std::string_view name : {"check", "trace", "records", "document_view"}) CHECK(report::find_layout(name));
    CHECK_FALSE(report::find_layout("registration"));
    CHECK(reflect::table<check::CheckResult>().name == "check");
    CHECK(reflect::table<analysis::TraceResult>().name == "trace");
    CHECK(reflect::table<analysis::RecordsResult>().name == "records");
    CHECK(reflect::table<report::DocumentView>().name == "document_view");
}

TEST_CASE("cells break after hyphens and stops before anywhere else") {
    using Lines = std::vector<std::string>;
    CHECK(report::wrap_cell("copenhagen-1990.7.5", 12) == Lines{"copenhagen-", "1990.7.5"});
    CHECK(report::wrap_cell("one two", 3) == Lines{"one", "two"});
    CHECK(report::wrap_cell("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(report::wrap_cell("", 3) == Lines{""});
    CHECK(report::wrap_cell("選挙監視", 4) == Lines{"選挙", "監視"});
    CHECK(report::widest_piece("copenhagen-1990.7.5 x") == 11);
}

TEST_CASE("only columns of numbers are columns of numbers") {
    report::SheetTable table;
    table.columns = {"a", "b", "c", "d"};
    table.rows = {{"1,200", "1", "", "-5"}, {"7.5", "x", "", ""}};
    CHECK(report::is_numeric(table, 0));
    CHECK_FALSE(report::is_numeric(table, 1));
    CHECK_FALSE(report::is_numeric(table, 2));
    CHECK(report::is_numeric(table, 3));
}

TEST_CASE("a reconstruction says so first in every format, from the head of its result") {
    sample::Result result = sample::filled();
    result.head.reconstruction = "Not ours.";
    CHECK(as_text(result).starts_with("Not ours."));
    CHECK(report::render_markdown(type(), &result).find("Not ours.") < report::render_markdown(type(), &result).find("A sample result"));
    CHECK(contains(report::render_html(type(), &result), "Not ours."));
    CHECK(contains(csv(result), "reconstruction"));
    CHECK(contains(csv(result), "Not ours."));
}
