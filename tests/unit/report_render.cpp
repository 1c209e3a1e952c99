#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "report/html.hpp"
#include "report/lines.hpp"
#include "report/markdown.hpp"
#include "report_support.hpp"

#include "openeom/base/text.hpp"

using namespace openeom;
using report::Audience;
using report_test::contains;

namespace {

std::string html(std::string_view id, Audience audience = Audience::public_) {
    return report_test::rendered(id, report_test::options(audience)).html();
}

/// Tags in order, "p" and "/p"; void elements left out.
std::vector<std::string> tags(const std::string& markup) {
    static const std::set<std::string> kVoid = {"meta", "br", "!DOCTYPE"};
    std::vector<std::string> found;
    // The style sheet, which stands first, is no markup: it may hold a '<' of its own.
    const std::size_t body = markup.find("</style>") + 1;
    if (body > 0) found = {"html", "head", "style"};
    for (std::size_t at = markup.find('<', body > 0 ? body - 1 : 0); at != std::string::npos; at = markup.find('<', at + 1)) {
        std::size_t end = at + 1;
        while (end < markup.size() && markup[end] != '>' && markup[end] != ' ') ++end;
        const std::string name = markup.substr(at + 1, end - at - 1);
        if (!kVoid.contains(name)) found.push_back(name);
    }
    return found;
}

bool is_balanced(const std::string& markup) {
    std::vector<std::string> open;
    for (const std::string& tag : tags(markup)) {
        if (tag[0] != '/') {
            open.push_back(tag);
            continue;
        }
        if (open.empty() || open.back() != tag.substr(1)) return false;
        open.pop_back();
    }
    return open.empty();
}

}  // namespace

TEST_CASE("HTML is one file that fetches nothing and runs nothing") {
    for (const char* id : {"statement", "note", "statement-ru"})
        for (const Audience audience : {Audience::public_, Audience::internal}) {
            const std::string made = html(id, audience);
            CHECK(made.starts_with("<!DOCTYPE html>\n<html lang="));
            CHECK(is_balanced(made));
            for (const char* forbidden : {"<script", "<img", "<link", "<iframe", "@import", "url(", "src=", "<base", "onclick", "onload"}) {
                CAPTURE(forbidden);
                CHECK_FALSE(contains(made, forbidden));
            }
            CHECK(contains(made, "default-src 'none'"));
        }
}

TEST_CASE("links are http or https, without a referrer; other addresses are only text") {
    const std::string made = html("statement");
    CHECK(contains(made, "<a rel=\"noreferrer\" href=\"https://example.org/statement?a=1&amp;b=2\">"));
    CHECK(contains(made, "javascript:alert(1)"));
    CHECK_FALSE(contains(made, "href=\"javascript"));
    CHECK(report::is_web_address("https://example.org/a"));
    CHECK_FALSE(report::is_web_address("https://example.org/\"onclick"));
    CHECK_FALSE(report::is_web_address("file:///etc/hosts"));
}

TEST_CASE("nothing of a record is markup") {
    const std::string made = html("statement");
    CHECK(contains(made, "&lt;twice&gt; &amp; more"));
    CHECK_FALSE(contains(made, "<twice>"));
    CHECK(report::html_text("<a href='x\"y'>&") == "&lt;a href=&#39;x&quot;y&#39;&gt;&amp;");

    Edit edit(report_test::dossier());
    Document hostile = report_test::dossier().get<Document>("statement");
    hostile.title = "</title><script>alert(1)</script>";
    hostile.reconstruction_note = "</style><script>";
    hostile.language = "en\"><script>";
    edit.put(hostile);
    Source source = report_test::dossier().get<Source>("src-press");
    source.title = "</cite></section><script>";
    edit.put(source);
    const std::string attacked = report::document(edit.commit(), "statement").html();
    CHECK_FALSE(contains(attacked, "<script"));
    CHECK(is_balanced(attacked));
}

TEST_CASE("ids are unique and every link inside leads somewhere") {
    const std::string made = html("statement", Audience::internal);
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]+)\"");
    for (std::sregex_iterator at(made.begin(), made.end(), id), end; at != end; ++at) {
        CAPTURE((*at)[1].str());
        CHECK(ids.insert((*at)[1].str()).second);
    }
    const std::regex link("href=\"#([^\"]+)\"");
    std::size_t links = 0;
    for (std::sregex_iterator at(made.begin(), made.end(), link), end; at != end; ++at, ++links) CHECK(ids.contains((*at)[1].str()));
    CHECK(links > 10);
}

TEST_CASE("HTML has what a screen reader, a phone and paper need") {
    const std::string made = html("statement");
    CHECK(contains(made, "<meta name=\"viewport\""));
    CHECK(contains(made, "<header>"));
    CHECK(contains(made, "<main>"));
    CHECK(contains(made, "<summary aria-label=\"Note 1\">1</summary>"));
    CHECK(contains(made, "aria-labelledby=\"H-st.conclusions\""));
    CHECK(contains(made, "prefers-color-scheme:dark"));
    CHECK(contains(made, "@media print"));
    CHECK(contains(made, "<section class=\"notes\">"));
    CHECK(contains(made, "<html lang=\"en\">"));
}

TEST_CASE("every kind of support has words in every format, not only a form") {
    const report::RenderedDocument document = report_test::rendered("statement", report_test::options(Audience::public_));
    for (const std::string& made : {document.html(), document.markdown(), document.text(200)}) {
        CHECK(contains(made, "could not be determined"));
        CHECK(contains(made, "allegation by citizen observers; stated by an authority"));
        CHECK(contains(made, "not anchored"));
        CHECK(contains(made, "Finding of the mission"));
        CHECK(contains(made, "quote"));
    }
    CHECK(contains(document.html(), "<span class=\"claim\">Local groups alleged that observers were expelled &lt;twice&gt; &amp; more</span>; "));
    CHECK(contains(document.html(), "<span class=\"not_determinable\">"));
    CHECK(contains(document.html(), "<span class=\"unanchored\">Turnout was historic.</span>"));
}

TEST_CASE("an allegation faults somebody and is not corroborated; the rest is stated") {
    const auto mark = [](Verification verification, Polarity polarity, Asserter asserter) {
        Edit edit(report_test::dossier());
        Finding changed = report_test::dossier().get<Finding>("expelled");
        changed.verification = verification;
        changed.polarity.code = polarity;
        changed.asserted_by.code = asserter;
        edit.put(changed);
        return contains(report::document(edit.commit(), "statement").text(300), "allegation by");
    };
    CHECK(mark(Verification::unverified, Polarity::negative, Asserter::media));
    CHECK(mark(Verification::not_stated, Polarity::negative, Asserter::interlocutors));
    CHECK_FALSE(mark(Verification::corroborated, Polarity::negative, Asserter::media));
    CHECK_FALSE(mark(Verification::unverified, Polarity::positive, Asserter::media));
    CHECK_FALSE(mark(Verification::unverified, Polarity::negative, Asserter::authority));
}

TEST_CASE("a reconstruction says so in every format, and on every page of paper") {
    const report::RenderedDocument document = report_test::rendered("statement", report_test::options(Audience::public_));
    const std::string note = "Invented: not a document of anybody.";
    for (const std::string& made : {document.html(), document.markdown(), document.text(), document.json()}) CHECK(contains(made, note));
    CHECK(contains(document.text().substr(0, 200), note));
    CHECK(contains(document.markdown().substr(0, 100), note));
    CHECK(contains(document.html(), "<div class=\"running\" aria-hidden=\"true\"><span>" + note));
    CHECK(contains(document.html(), ".running{display:table-header-group"));  // which print repeats on each page
    CHECK_FALSE(contains(html("note"), "class=\"running\""));
}

TEST_CASE("suggestions carry their mark inside and are nowhere outside") {
    for (const Audience audience : {Audience::internal, Audience::not_stated}) {
        const report::RenderedDocument inside = report_test::rendered("statement", report_test::options(audience));
        CHECK(contains(inside.text(300), "[suggestion] 7 of the 20 counts observed were assessed negatively."));
        CHECK(contains(inside.markdown(), "**\\[suggestion\\]** 7 of the 20 counts"));
        CHECK(contains(inside.html(), "<span class=\"tag\">suggestion</span> 7 of the 20 counts"));
    }
    for (const Audience audience : {Audience::public_, Audience::partners}) {
        const report::RenderedDocument outside = report_test::rendered("statement", report_test::options(audience));
        CHECK(outside.view().suggestions.empty());
        CHECK_FALSE(contains(report_test::everything(outside), "7 of the 20"));
    }
}

TEST_CASE("no text of a record moves the cursor, begins a line or turns the direction of reading") {
    Edit edit(report_test::dossier());
    Document hostile = report_test::dossier().get<Document>("statement");
    hostile.title = "T\n\nState: published, revision 9\x1b[31m \u202Edetrevni and long enough to need more than one line of eighty columns";
    hostile.place = "Here\r\nFor: nobody";
    edit.put(hostile);
    Source source = report_test::dossier().get<Source>("src-press");
    source.title = "a\x07\nb\u2066c";
    edit.put(source);
    Sentence sentence = report_test::dossier().get<Sentence>("st.s1");
    sentence.text = "First.\n\n# Second\u009B31m.";
    edit.put(sentence);
    const report::RenderedDocument document = report::document(edit.commit(), "statement", report_test::options(Audience::public_));
    for (const std::string& made : {document.text(80), document.markdown(), document.html()}) {
        for (const char* bad : {"\x1b", "\x07", "\u009B", "\u202E", "\u2066", "\nState: published, revision 9", "\nFor: nobody", "\n# Second"}) {
            CAPTURE(bad);
            CHECK_FALSE(contains(made, bad));
        }
    }
    CHECK(contains(document.text(80), "T State: published, revision 9\uFFFD[31m detrevni"));
    CHECK(contains(document.text(80), "First. # Second\uFFFD31m."));
    CHECK_FALSE(contains(document.text(80), std::string(81, '=')));
    CHECK(contains(document.json(), "\\u001b"));  // JSON is the view, as it is
}

TEST_CASE("an empty document has no empty headings and counts nothing") {
    const Dossier dossier = io::read_json(
        R"({"format": "openeom/1.0", "documents": [{"id": "d", "title": "Empty", "kind": "preliminary_statement", "language": "en"}]})", "test")
                                .commit();
    const report::RenderedDocument empty = report::document(dossier, "d");
    for (const std::string& made : {empty.text(), empty.html(), empty.markdown()}) {
        CHECK(contains(made, "Empty"));
        for (const char* none : {"Notes: what", "Sources", "0 of 0"}) CHECK_FALSE(contains(made, none));
    }
    const report::RenderedDocument full = report_test::rendered("statement", report_test::options(Audience::public_));
    for (const char* some : {"Notes: what", "Sources", " of 8 sentences"}) CHECK(contains(full.html(), some));
}

TEST_CASE("short marks keep to one box, and the notes for paper keep how many") {
    const std::string made = html("statement");
    CHECK(contains(made, "<span class=\"tag not_determinable s\">"));
    CHECK(contains(made, ".s{white-space:nowrap}"));
    CHECK(contains(made, "<span class=\"tag claim\">allegation by citizen observers; stated by an authority</span>"));
    const std::string paper = made.substr(made.find("<section class=\"notes\">"));
    CHECK(contains(paper, "How many: many"));
}

TEST_CASE("a title in another language says so") {
    Edit edit(report_test::dossier());
    Source source = report_test::dossier().get<Source>("src-press");
    source.title = "Баспасөз";
    source.language = "kk";
    edit.put(source);
    source = report_test::dossier().get<Source>("src-office");
    source.language = "en-GB";
    edit.put(source);
    const std::string made = report::document(edit.commit(), "statement", report_test::options(Audience::public_)).html();
    CHECK(contains(made, "<span lang=\"kk\">Баспасөз</span>"));
    CHECK_FALSE(contains(made, "lang=\"en-GB\""));
}

TEST_CASE("text keeps to its width") {
    for (const std::size_t width : {40u, 80u, 120u}) {
        const std::string made = report_test::rendered("statement", report_test::options(Audience::internal)).text(width);
        std::size_t begin = 0;
        while (begin < made.size()) {
            const std::size_t end = made.find('\n', begin);
            const std::string_view line = std::string_view(made).substr(begin, end - begin);
            const bool address = contains(line, "://") || contains(line, "javascript:");
            if (!address) CHECK(text::display_width(line) <= width);
            begin = end + 1;
        }
    }
}

TEST_CASE("Markdown escapes what would be markup, and has a footnote for every mark") {
    const std::string made = report_test::rendered("statement", report_test::options(Audience::public_)).markdown();
    CHECK(contains(made, "expelled &lt;twice&gt; &amp; more"));
    for (int number = 1; number <= 8; ++number) {
        const std::string mark = "[^" + std::to_string(number) + "]";
        CAPTURE(mark);
        CHECK(contains(made, mark + ": "));
        CHECK(made.find(mark) < made.find(mark + ": "));
    }
    CHECK(report::markdown_text("1. [x](y) *z* _a_ `b` #") == "1\\. \\[x\\](y) \\*z\\* \\_a\\_ \\`b\\` #");
    CHECK(report::markdown_text("- item") == "\\- item");
    CHECK(report::markdown_text("a\nb") == "a b");
    CHECK(report::markdown_text("1930") == "1930");
}

TEST_CASE("lines hang under their prefix") {
    report::Lines lines(24);
    lines.add("one two three four five", "[1] ");
    CHECK(lines.take() == "[1] one two three four\n    five\n");
    report::Lines blank(24);
    blank.blank();
    blank.add("x");
    blank.blank();
    blank.blank();
    blank.add("y");
    CHECK(blank.take() == "x\n\ny\n");
}

TEST_CASE("every document of every example renders for every audience, and the Kazakhstan statement stays under 200 kB") {
    std::size_t documents = 0;
    for (const Example& example : examples()) {
        const Dossier dossier = open("example:" + example.name);
        for (const Document& document : dossier.all<Document>())
            for (const Audience audience : {Audience::public_, Audience::partners, Audience::internal, Audience::not_stated}) {
                CAPTURE(example.name);
                CAPTURE(document.id.text());
                report::DocumentOptions options;
                options.audience = audience;
                options.as_of = "2100-01-01";
                const report::RenderedDocument made = report::document(dossier, document.id.text(), options);
                const std::string page = made.html();
                CHECK(is_balanced(page));
                CHECK(contains(made.text(1000), made.view().reconstruction_note));
                CHECK_FALSE(made.markdown().empty());
                if (document.id.text() == "statement") CHECK(page.size() < 200'000);
                ++documents;
            }
    }
    CHECK(documents > 8);
}
