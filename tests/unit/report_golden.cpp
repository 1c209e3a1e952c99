// Output compared byte for byte. After a wanted change: OPENEOM_UPDATE_GOLDEN=1, and read the difference.
#include <doctest/doctest.h>

#include "openeom/report/result.hpp"
#include "report_sample.hpp"
#include "report_support.hpp"

using namespace openeom;
using report::Audience;
using report_test::golden;

namespace {

void compare(const std::string& name, const std::string& made) {
    CAPTURE(name);
    const std::string wanted = golden(name, made);
    CHECK_MESSAGE((made == wanted), "differs from tests/golden/" << name);
}

}  // namespace

TEST_CASE("golden: the statement for the public") {
    const report::RenderedDocument made = report_test::rendered("statement", report_test::options(Audience::public_));
    compare("statement.txt", made.text());
    compare("statement.md", made.markdown());
    compare("statement.html", made.html());
    compare("statement.json", made.json());
}

TEST_CASE("golden: the statement for the mission itself, without the texts of others") {
    compare("statement-internal.txt", report_test::rendered("statement", report_test::options(Audience::internal, false)).text());
}

TEST_CASE("golden: a translation, in the renderer's Russian") {
    compare("statement-ru.md", report_test::rendered("statement-ru", report_test::options(Audience::public_)).markdown());
}

TEST_CASE("golden: a document of others with its text at hand") {
    compare("note.txt", report_test::rendered("note", report_test::options(Audience::public_)).text());
}

TEST_CASE("golden: a result in every format") {
    const sample::Result result = sample::filled();
    const reflect::Struct& type = reflect::table<sample::Result>();
    compare("result.txt", report::render_text(type, &result));
    compare("result-narrow.txt", report::render_text(type, &result, {.width = 40}));
    compare("result.md", report::render_markdown(type, &result));
    compare("result.html", report::render_html(type, &result));
    compare("result.csv", report::render_csv(type, &result));
}
