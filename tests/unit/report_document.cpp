#include <doctest/doctest.h>

#include <set>
#include <tuple>

#include <fmt/format.h>

#include "report_support.hpp"

using namespace openeom;
using report::Audience;
using report::Standing;
using report::Wording;
using report_test::contains;
using report_test::find;

namespace {

report::DocumentView view(std::string_view id, Audience audience = Audience::public_, bool with_text = true) {
    return report_test::rendered(id, report_test::options(audience, with_text)).view();
}

ErrorCode code_of(const Dossier& dossier, std::string_view id, const report::DocumentOptions& options) {
    try {
        report::document(dossier, id, options);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::internal;
}

}  // namespace

TEST_CASE("a document that is not there gets a suggestion") {
    try {
        report::document(report_test::dossier(), "statment");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
        CHECK(contains(error.message(), "did you mean 'statement'"));
    }
}

TEST_CASE("options come from JSON, an unknown member is refused with a suggestion") {
    const reflect::Struct& type = reflect::table<report::DocumentOptions>();
    const auto read = io::from_json(type, R"({"audience":"public","language":"ru","texts":[{"document":"note","text":"x"}]})");
    CHECK(read.as<report::DocumentOptions>().audience == Audience::public_);
    CHECK(read.as<report::DocumentOptions>().texts.at(0).text == "x");
    try {
        io::from_json(type, R"({"audence":"public"})");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(contains(error.message(), "did you mean 'audience'"));
    }
}

TEST_CASE("head: title, state, cut-off, audience, mission, reconstruction") {
    const report::DocumentView made = view("statement");
    CHECK(made.title == "Statement on the election in Vestmark (invented)");
    CHECK(made.state == State::cleared);
    CHECK(made.cutoff.words() == "20 May 2030");
    CHECK(made.audience == Audience::public_);
    CHECK(made.mission == "Mission of the Observer Union");
    CHECK(made.issuers == std::vector<std::string>{"Observer Union"});
    CHECK(made.reconstruction_note == "Invented: not a document of anybody.");
    CHECK(made.related == std::vector<std::string>{"attached: Press note (invented)"});
    CHECK(made.dossier_sha256 == io::digest(report_test::dossier()));
    CHECK(made.sentences == 9);
    CHECK(made.asserting == 8);
    CHECK(made.anchored == 6);  // one rests on background only
}

TEST_CASE("a reconstruction without a note of its own says so with its issuers") {
    Edit edit(report_test::dossier());
    Document changed = report_test::dossier().get<Document>("statement");
    changed.reconstruction_note.clear();
    edit.put(changed);
    const std::string expected = "Reconstruction from public sources. Not a document of Observer Union.";
    CHECK(report::document(edit.commit(), "statement").view().reconstruction_note == expected);
    CHECK(view("note").reconstruction_note.empty());
}

TEST_CASE("sections stand in order, one inside another, with the headings of text or outline") {
    const report::DocumentView made = view("statement");
    REQUIRE(made.sections.size() == 4);
    CHECK(made.sections[0].title.empty());
    CHECK(made.sections[1].title == "Conclusions");
    CHECK(made.sections[2].title == "Figures and law");
    CHECK(made.sections[3].title == "Voices");
    CHECK(made.sections[2].depth == 0);
    CHECK(made.sections[3].depth == 1);
    CHECK(view("statement-ru").sections.at(0).title == "Цифры и право");
}

TEST_CASE("finding, claim, undetermined, law, standard, figure, quote and background are told apart") {
    const report::DocumentView made = view("statement");
    const auto standing = [&](std::string_view sentence, std::string_view target) {
        return find(*find(made, sentence), target)->standing;
    };
    CHECK(standing("st.s2", "finding:calm") == Standing::finding);
    CHECK(standing("st.s3", "finding:undetermined") == Standing::not_determinable);
    CHECK(standing("st.s4", "finding:expelled") == Standing::claim);
    CHECK(standing("st.s4", "finding:denied") == Standing::claim);
    CHECK(standing("st.s5", "published_figure:stations") == Standing::figure);
    CHECK(standing("st.s5", "election:vote-2030") == Standing::background);
    CHECK(standing("st.s6", "provision:law.4") == Standing::law);
    CHECK(standing("st.s6", "standard:charter.1") == Standing::standard);
    CHECK(standing("st.s7", "quote:holm") == Standing::quote);
    CHECK(find(made, "st.s8")->marks == std::vector<Standing>{Standing::unanchored});
    CHECK(find(made, "st.s1")->marks.empty());
    CHECK(find(made, "st.s1")->number == 0);
}

TEST_CASE("another mission's finding is somebody else's claim, a part's is not") {
    const Dossier& base = report_test::dossier();
    Finding changed = base.get<Finding>("calm");
    Mission other = base.get<Mission>("mission");
    other.id = "other";
    changed.mission = Ref<Mission>("other");
    const auto standing = [&] {
        Edit edit(base);
        edit.put(other);
        edit.put(changed);
        const report::DocumentView made = report::document(edit.commit(), "statement").view();
        return find(*find(made, "st.s2"), "finding:calm")->standing;
    };
    CHECK(standing() == Standing::claim);
    other.part_of = Ref<Mission>("mission");
    CHECK(standing() == Standing::finding);
    changed.asserted_by.code = Asserter::compiler;
    CHECK(standing() == Standing::compiler);
    changed.asserted_by.code = Asserter::not_stated;
    CHECK(standing() == Standing::not_stated);
}

TEST_CASE("an anchor tells who asserts it, on what basis, how far verified, how many") {
    const report::DocumentView made = view("statement");
    const report::AnchorView& claim = *find(*find(made, "st.s4"), "finding:expelled");
    CHECK(claim.asserted_by == "citizen observers: Vestmark Watch");
    CHECK(claim.basis == Basis::not_stated);
    CHECK(claim.verification == Verification::unverified);
    const report::AnchorView& opaque = *find(*find(made, "st.s2"), "finding:opaque");
    CHECK(opaque.quantity == "several");
    CHECK(opaque.asserted_by == "the mission");
    REQUIRE(opaque.cues.size() == 3);
    CHECK(opaque.cues[0].role == AnchorRole::polarity);
    CHECK(opaque.cues[0].words == "lacked");
    CHECK(opaque.cues[0].code == "negative");
    CHECK(opaque.cues[1].words == "in several places");
}

TEST_CASE("what a finding stands against, may mean, and what was answered") {
    const report::DocumentView made = view("statement");
    const report::AnchorView& opaque = *find(*find(made, "st.s2"), "finding:opaque");
    REQUIRE(opaque.relations.size() == 3);
    CHECK(opaque.relations[0].relation == report::Relation::concedes);
    CHECK(opaque.relations[1].relation == report::Relation::possible_instance);
    CHECK(opaque.relations[1].asserted_by == "the media");
    CHECK(opaque.relations[1].standing == Standing::claim);
    CHECK(opaque.relations[2].relation == report::Relation::response);
    const report::AnchorView& denied = *find(*find(made, "st.s4"), "finding:denied");
    CHECK(denied.relations.at(0).relation == report::Relation::contradicts);
}

TEST_CASE("standards say what they oblige to and whether they applied") {
    const report::DocumentView made = view("statement");
    const report::AnchorView& opaque = *find(*find(made, "st.s2"), "finding:opaque");
    REQUIRE(opaque.standards.size() == 2);
    CHECK(opaque.standards[0].applied == YesNo::yes);
    CHECK(opaque.standards[0].bindingness == Bindingness::political_commitment);
    CHECK(opaque.standards[0].named_by == NamedBy::compiler);
    CHECK(opaque.standards[1].applied == YesNo::no);
    CHECK(made.standards.size() == 2);
}

TEST_CASE("standards stand in the order of their numbers") {
    Edit edit(report_test::dossier());
    Finding changed = report_test::dossier().get<Finding>("calm");
    for (const char* id : {"charter.10", "charter.9"}) {
        Standard standard;
        standard.id = id;
        standard.instrument = "charter";
        standard.title = id;
        edit.put(standard);
        changed.standards.emplace_back(id);
    }
    edit.put(changed);
    const report::DocumentView made = report::document(edit.commit(), "statement").view();
    std::vector<std::string> ids;
    for (const report::StandardView& standard : made.standards) ids.push_back(standard.id);
    CHECK(ids == std::vector<std::string>{"charter.1", "charter.9", "charter.10", "late"});
}

TEST_CASE("sources are numbered once, those of one source together, and every number is one of them") {
    const report::DocumentView made = view("statement", Audience::internal);
    std::set<std::string> seen;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < made.sources.size(); ++i) {
        CHECK(made.sources[i].number == static_cast<std::int64_t>(i) + 1);
        CHECK(seen.insert(made.sources[i].evidence.text()).second);
        if (order.empty() || order.back() != made.sources[i].source.text()) order.push_back(made.sources[i].source.text());
    }
    CHECK(std::set<std::string>(order.begin(), order.end()).size() == order.size());
    for (const auto& section : made.sections)
        for (const auto& sentence : section.sentences)
            for (const auto& anchor : sentence.anchors)
                for (const std::int64_t number : anchor.sources) {
                    CHECK(number >= 1);
                    CHECK(number <= static_cast<std::int64_t>(made.sources.size()));
                }
    const report::AnchorView& calm = *find(*find(made, "st.s2"), "finding:calm");
    CHECK(made.sources.at(static_cast<std::size_t>(calm.sources.at(0)) - 1).evidence.text() == "ev-calm");
}

TEST_CASE("where sources disagree stands beside what rests on them, the preferred value first") {
    const report::DocumentView made = view("statement");
    const report::AnchorView& election = *find(*find(made, "st.s5"), "election:vote-2030");
    REQUIRE(election.discrepancies.size() == 1);
    CHECK(election.discrepancies[0].member == "polling_stations");
    REQUIRE(election.discrepancies[0].values.size() == 2);
    CHECK(election.discrepancies[0].values[0].value == "1200");
    CHECK(election.discrepancies[0].values[0].preferred == YesNo::yes);
    CHECK(election.discrepancies[0].values[1].value == "1180");
    CHECK(election.discrepancies[0].values[1].words == "some 1,180");
    CHECK(find(*find(made, "st.s6"), "provision:law.4")->discrepancies.empty());
}

TEST_CASE("a sentence is cut where what it rests on changes") {
    const report::DocumentView made = view("statement");
    const report::SentenceView& mixed = *find(made, "st.s4");
    REQUIRE(mixed.segments.size() == 4);
    CHECK(mixed.segments[0].standing == Standing::claim);
    CHECK(mixed.segments[1].text == "; ");
    CHECK(mixed.segments[1].standing == Standing::background);
    std::string joined;
    for (const report::SegmentView& segment : mixed.segments) joined += segment.text;
    CHECK(joined == mixed.text);
}

TEST_CASE("an anchor whose range does not fit the sentence does no harm") {
    Edit edit(report_test::dossier());
    for (const auto& [id, begin, end] : std::initializer_list<std::tuple<const char*, int, int>>{
             {"bad.1", 5, 9999}, {"bad.2", 9, 4}, {"bad.3", -3, 4}}) {
        Anchor anchor = report_test::dossier().get<Anchor>("st.s2.a1");
        anchor.id = id;
        anchor.range = {begin, end};
        edit.put(anchor);
    }
    const report::DocumentView made = report::document(edit.commit(), "statement").view();
    CHECK(find(made, "st.s2")->text == "The vote was calm, but the count lacked transparency in several places.");
}

// --- Words of others ---

TEST_CASE("an external sentence is shown only where its digest agrees") {
    const report::DocumentView shown = view("note");
    CHECK(find(shown, "nt.s2")->wording == Wording::shown);
    CHECK(find(shown, "nt.s2")->text == "The count lacked transparency in several places.");

    const report::DocumentView without = view("note", Audience::public_, false);
    CHECK(find(without, "nt.s2")->wording == Wording::not_at_hand);
    CHECK(find(without, "nt.s2")->text.empty());
    CHECK(contains(report_test::rendered("note", report_test::options(Audience::public_, false)).text(), "words in the document, bytes"));
    // Cue words are the record's own.
    CHECK(find(*find(without, "nt.s2"), "finding:opaque")->cues.at(0).words == "lacked");
}

TEST_CASE("a changed text is not shown where it differs, and is where it does not") {
    std::string text = io::read_file(report_test::data("golden-note.txt"));
    text.replace(text.find("several"), 7, "SEVERAL");
    report::DocumentOptions options;
    options.audience = Audience::public_;
    options.texts.push_back(report_test::note(text));
    const report::RenderedDocument made = report_test::rendered("note", options);
    CHECK(find(made.view(), "nt.s2")->wording == Wording::differs);
    CHECK(find(made.view(), "nt.s2")->text.empty());
    CHECK(find(made.view(), "nt.s4")->wording == Wording::shown);
    CHECK_FALSE(contains(report_test::everything(made), "SEVERAL"));
    CHECK(contains(made.text(), "The text at hand is not the one on record"));
}

TEST_CASE("a text that is too short, empty or no text at all is only not shown") {
    for (const std::string& text : {std::string(), std::string("short"), std::string(500, '\xFF')}) {
        report::DocumentOptions options;
        options.texts.push_back(report_test::note(text));
        const report::DocumentView made = report_test::rendered("note", options).view();
        CHECK(find(made, "nt.s2")->wording == Wording::differs);
    }
}

TEST_CASE("a quote is shown word for word with speaker, role and translator's mark, or not at all") {
    const report::DocumentView shown = view("statement");
    const report::QuoteView& quote = *find(*find(shown, "st.s7"), "quote:holm")->quote;
    CHECK(quote.speaker == "Ada Holm");
    CHECK(quote.roles == std::vector<std::string>{"Head of Mission"});
    CHECK(quote.wording == Wording::shown);
    CHECK(quote.words == "We saw a calm vote, and an opaque count,");
    CHECK(quote.translated == YesNo::yes);

    const report::RenderedDocument without = report_test::rendered("statement", report_test::options(Audience::public_, false));
    CHECK(find(*find(without.view(), "st.s7"), "quote:holm")->quote->words.empty());
    for (const std::string& made : {without.html(), without.markdown(), without.text()}) {
        CHECK(contains(made, "Ada Holm, Head of Mission"));
        CHECK(contains(made, "in a translator"));
        CHECK(contains(made, "words in the document, bytes"));
        CHECK_FALSE(contains(made, "opaque count"));
        CHECK_FALSE(contains(made, "on vote and count"));  // the summary is never the speaker's words
    }
}

TEST_CASE("a quote whose digest differs is not shown though the document is at hand") {
    Edit edit(report_test::dossier());
    Quote changed = report_test::dossier().get<Quote>("holm");
    changed.span.begin += 1;
    edit.put(changed);
    const report::DocumentView made = report::document(edit.commit(), "statement", report_test::options(Audience::public_)).view();
    CHECK(find(*find(made, "st.s7"), "quote:holm")->quote->wording == Wording::differs);
    CHECK(find(*find(made, "st.s7"), "quote:holm")->quote->words.empty());
}

// --- Audiences ---

TEST_CASE("the public sees no canary, in any format, with and without texts") {
    for (const char* id : {"statement", "note", "statement-ru"})
        for (const bool with_text : {true, false}) {
            CAPTURE(id);
            const std::string made = report_test::everything(report_test::rendered(id, report_test::options(Audience::public_, with_text)));
            CHECK_FALSE(contains(made, "CANARY"));
            CHECK_FALSE(contains(made, "example.org or"));
            CHECK_FALSE(contains(made, "ivar.lund@"));
            CHECK_FALSE(contains(made, "555 01"));
            CHECK_FALSE(contains(made, "14:05"));
        }
}

TEST_CASE("what is left out is counted, and contacts keep name and organisation") {
    const report::DocumentView made = view("statement");
    CHECK(find(*find(made, "st.s2"), "finding:opaque")->withheld == 1);
    CHECK(contains(report_test::rendered("note", report_test::options(Audience::public_)).text(300),
                   "Ivar Lund, Observer Union, [contact details left out]"));
}

TEST_CASE("partners see clearances and no pseudonym, no suggestion, no narrative") {
    const report::RenderedDocument made = report_test::rendered("statement", report_test::options(Audience::partners));
    CHECK(made.view().clearances.size() == 2);
    CHECK_FALSE(contains(report_test::everything(made), "CANARY"));
    CHECK(view("statement").clearances.empty());
}

TEST_CASE("the mission and the analyst's screen see everything") {
    for (const Audience audience : {Audience::internal, Audience::not_stated}) {
        const report::RenderedDocument made = report_test::rendered("statement", report_test::options(audience));
        const std::string text = made.text();
        for (const char* canary : {"CANARY-INTERVIEW", "CANARY-NARRATIVE", "CANARY-NOTE", "CANARY-AUTHOR-7", "CANARY-LAWYER", "CANARY-SUGGESTION", "CANARY-LOG"}) {
            CAPTURE(canary);
            CHECK(contains(text, canary));
        }
    }
    CHECK(contains(report_test::rendered("note", report_test::options(Audience::internal)).text(300), "ivar.lund@example.org"));
    CHECK(contains(report_test::rendered("statement", report_test::options(Audience::not_stated)).text(), "no audience is named"));
    CHECK_FALSE(contains(report_test::rendered("statement", report_test::options(Audience::internal)).text(), "no audience is named"));
}

TEST_CASE("an address in an authored sentence is not split past the filter") {
    Edit edit(report_test::dossier());
    Sentence changed = report_test::dossier().get<Sentence>("st.s2");
    changed.text = "Write to secret.person@example.org now, or not.";
    edit.put(changed);
    Anchor anchor = report_test::dossier().get<Anchor>("st.s2.a1");
    anchor.range = {0, 18};  // ends inside the address
    edit.put(anchor);
    const std::string made = report_test::everything(report::document(edit.commit(), "statement", report_test::options(Audience::public_)));
    CHECK_FALSE(contains(made, "secret.person"));
    CHECK_FALSE(contains(made, "person@"));
}

TEST_CASE("a clearance lapses when the document has changed since") {
    const report::DocumentView made = view("statement", Audience::internal);
    CHECK(made.clearances[0].lapsed == YesNo::yes);
    CHECK(made.clearances[1].lapsed == YesNo::no);
    Edit edit(report_test::dossier());
    Clearance changed = report_test::dossier().get<Clearance>("cl-1");
    changed.digest = io::content_digest(report_test::dossier(), AnyRef("document:statement"));
    edit.put(changed);
    CHECK(report::document(edit.commit(), "statement").view().clearances[0].lapsed == YesNo::no);
    changed.digest.clear();
    changed.revision.reset();
    edit.put(changed);
    CHECK(report::document(edit.commit(), "statement").view().clearances[0].lapsed == YesNo::not_stated);
}

TEST_CASE("an embargo holds for the public until it ends") {
    const Dossier& dossier = report_test::dossier();
    report::DocumentOptions options;
    options.audience = Audience::public_;
    CHECK(code_of(dossier, "embargoed", options) == ErrorCode::conflict);  // when is not said
    for (const char* early : {"2030-05-31", "2030-06-01", "2030-06-01T09:59:59+02:00", "2030-06-01T07:59:00Z"}) {
        CAPTURE(early);
        options.as_of = early;
        CHECK(code_of(dossier, "embargoed", options) == ErrorCode::conflict);
    }
    for (const char* late : {"2030-06-02", "2030-06-01T10:00:00+02:00", "2030-06-01T08:00:00Z"}) {
        CAPTURE(late);
        options.as_of = late;
        CHECK_NOTHROW(report::document(dossier, "embargoed", options));
    }
    options.as_of = "tomorrow";
    CHECK(code_of(dossier, "embargoed", options) == ErrorCode::argument);
    options.as_of.clear();
    options.audience = Audience::partners;
    CHECK(contains(report::document(dossier, "embargoed", options).text(), "Under embargo until 2030-06-01T10:00:00+02:00"));
}

TEST_CASE("the renderer speaks the document's language, English where it has no words in it, or the one wanted") {
    CHECK(view("statement").words_language == "en");
    CHECK(view("statement-ru").words_language == "ru");
    report::DocumentOptions options;
    options.language = "ru";
    const report::RenderedDocument russian = report_test::rendered("statement", options);
    CHECK(contains(russian.text(), "Статус: согласовано"));
    CHECK(contains(russian.html(), "<dl class=\"meta\" lang=\"ru\">"));
    CHECK(contains(russian.html(), "<html lang=\"en\">"));
    CHECK(contains(report_test::rendered("statement-ru", {}).text(), "13 мая 2030 года"));
    options.language = "fr";
    CHECK(code_of(report_test::dossier(), "statement", options) == ErrorCode::argument);

    Edit edit(report_test::dossier());
    Document changed = report_test::dossier().get<Document>("statement");
    changed.language = "kk";
    edit.put(changed);
    CHECK(report::document(edit.commit(), "statement").view().words_language == "en");
}

TEST_CASE("JSON is the view") {
    const report::RenderedDocument made = report_test::rendered("statement", report_test::options(Audience::public_));
    const reflect::Object again = io::from_json(reflect::table<report::DocumentView>(), made.json(), "view");
    CHECK(reflect::equal(again.type(), again.get(), &made.view()));
}

TEST_CASE("rendering is deterministic") {
    const auto once = report_test::everything(report_test::rendered("statement", report_test::options(Audience::internal)));
    CHECK(once == report_test::everything(report_test::rendered("statement", report_test::options(Audience::internal))));
}

namespace {

/// A document of one sentence about an election whose register two sources count differently.
report::SentenceView sentence_on(const std::string& anchors, Audience audience = Audience::internal) {
    const std::string json = R"({"format": "openeom/1.0",
        "sources": [{"id": "office", "title": "Office"}, {"id": "count", "title": "Count"}],
        "evidence": [{"id": "e1", "source": "office"}, {"id": "e2", "source": "count"}],
        "elections": [{"id": "v", "names": [{"text": "Vote"}], "polling_stations": {"exact": 1200}, "registered_voters": {"exact": 900}, "evidence": ["e1"]}],
        "reported_values": [
            {"id": "r1", "record": "election:v", "member": "registered_voters", "value": {"exact": 900}, "evidence": ["e1"], "preferred": "yes", "reason": "the list used"},
            {"id": "r2", "record": "election:v", "member": "registered_voters", "value": {"exact": 950}, "evidence": ["e2"], "preferred": "no"}],
        "gaps": [{"id": "g", "item": "who added the others", "about": ["finding:f"]}],
        "findings": [{"id": "f", "topic": "voter_registration", "summary": "Voters were added.", "evidence": ["e1"]}],
        "documents": [{"id": "d", "title": "Statement", "kind": "preliminary_statement", "language": "en"}],
        "sections": [{"id": "s", "document": "d", "position": 1}],
        "sentences": [{"id": "t", "document": "d", "section": "s", "position": 1, "origin": "authored", "text": "Some 900 voters were on the lists, others counted 950.", "asserts": "yes"}],
        "anchors": [)" + anchors + "]}";
    const Dossier dossier = io::read_json(json, "test").commit();
    return *find(report::document(dossier, "d", report_test::options(audience, false)).view(), "t");
}

std::string figure_at(std::string_view id, std::string_view range, std::string_view target) {
    return fmt::format(R"({{"id": "{}", "sentence": "t", "role": "figure", "range": {}, "target": "{}"}})", id, range, target);
}

}  // namespace

namespace {

/// A statement of one sentence, and a turnout, reported values, a figure and findings that only forms and interviews bear out.
Dossier kept_back(std::string_view anchors) {
    return io::read_json(fmt::format(R"({{"format": "openeom/1.0",
        "sources": [{{"id": "log", "title": "Log"}}, {{"id": "office", "title": "Office"}}],
        "evidence": [{{"id": "form", "source": "log", "kind": "form_answer"}}, {{"id": "bulletin", "source": "office", "kind": "official_statistic"}}],
        "elections": [{{"id": "v", "names": [{{"text": "Vote"}}, {{"text": "Არჩევნები", "language": "ka"}}], "registered_voters": {{"exact": 1337}}, "evidence": ["form"]}}],
        "turnouts": [{{"id": "station-7", "election": "v", "percent": "13.37", "at_words": "at 14:05", "evidence": ["form"], "notes": ["a small station"]}},
                     {{"id": "country", "election": "v", "percent": "75.45", "evidence": ["form", "bulletin"]}}],
        "reported_values": [
            {{"id": "r1", "record": "turnout:station-7", "member": "percent", "value": "13.37", "evidence": ["form"], "preferred": "yes", "reason": "thirteen"}},
            {{"id": "r2", "record": "turnout:station-7", "member": "percent", "value": "44.44", "evidence": ["bulletin"]}}],
        "published_figures": [{{"id": "out", "printed": "13.37", "document": "d", "evidence": ["form"]}}, {{"id": "in", "printed": "13.37", "k": 1337, "evidence": ["form"]}}],
        "protocols": [{{"id": "station-7.run-off", "election": "v", "evidence": ["form"]}}],
        "findings": [
            {{"id": "f", "topic": "voting", "summary": "Voting was calm.", "asserted_by": {{"code": "mission"}}, "concedes": ["old", "wrong"], "evidence": ["bulletin"]}},
            {{"id": "old", "topic": "voting", "summary": "Voting was tense.", "asserted_by": {{"code": "mission"}}, "state": "withdrawn", "evidence": ["bulletin"]}},
            {{"id": "early", "topic": "voting", "summary": "Voting was slow.", "asserted_by": {{"code": "mission"}}, "state": "draft", "evidence": ["bulletin"]}},
            {{"id": "wrong", "topic": "voting", "summary": "Voting was late.", "polarity": {{"code": "negative"}}, "asserted_by": {{"code": "media"}}, "verification": "refuted", "evidence": ["bulletin"]}}],
        "documents": [{{"id": "d", "title": "Statement", "kind": "preliminary_statement", "language": "en", "election": "v"}}],
        "sections": [{{"id": "s", "document": "d", "position": 1}}],
        "sentences": [{{"id": "t", "document": "d", "section": "s", "position": 1, "origin": "authored", "text": "Voting was as it was.", "asserts": "yes"}}],
        "anchors": [{}]}})",
                                     anchors),
                         "test")
        .commit();
}

std::string anchored(std::string_view target, std::string_view role = "asserts") {
    return fmt::format(R"({{"id": "a", "sentence": "t", "role": "{}", "target": "{}"}})", role, target);
}

report::RenderedDocument rendered_with(const std::string& anchors, Audience audience = Audience::public_) {
    return report::document(kept_back(anchors), "d", report_test::options(audience, false));
}

}  // namespace

TEST_CASE("facts of a record whose evidence is all withheld are withheld, and its id with them") {
    for (const char* target : {"turnout:station-7", "reported_value:r1", "published_figure:in", "protocol:station-7.run-off"}) {
        CAPTURE(target);
        const std::string made = report_test::everything(rendered_with(anchored(target, "figure")));
        CHECK(contains(made, "on record, not shown to this audience"));
        for (const char* secret : {"13.37", "1337", "station", "14:05", "thirteen"}) {
            CAPTURE(secret);
            CHECK_FALSE(contains(made, secret));
        }
        const std::string inside = report_test::everything(rendered_with(anchored(target, "figure"), Audience::internal));
        CHECK(contains(inside, target));
    }
    CHECK(contains(report_test::everything(rendered_with(anchored("turnout:station-7"), Audience::internal)), "percent: 13.37"));
}

TEST_CASE("numbers of a named record go with its evidence, its name stays") {
    const std::string made = report_test::everything(rendered_with(anchored("election:v", "figure")));
    CHECK(contains(made, "election:v"));
    CHECK_FALSE(contains(made, "1337"));
    CHECK(contains(report_test::everything(rendered_with(anchored("election:v", "figure"), Audience::internal)), "registered voters: 1337"));
}

TEST_CASE("an indicator over what is withheld has no value for those who are not shown it") {
    const auto spread = [](std::string_view evidence, Audience audience = Audience::public_) {
        Edit edit(kept_back(anchored("indicator:turnout_spread", "figure")));
        const auto put = [&edit](std::string_view place, std::string_view percent, std::string_view its_evidence) {
            Place made;
            made.id = Id(place);
            made.names.push_back(edit.snapshot().get<Election>("v").names.front());
            made.names.front().text = fmt::format("Station {}", place);
            edit.put(made);
            Turnout turnout;
            turnout.id = Id(place);
            turnout.election = Ref<Election>("v");
            turnout.place = Ref<Place>(place);
            turnout.percent = *Decimal::parse(percent);
            turnout.at_words = "noon";
            turnout.evidence.emplace_back(its_evidence);
            edit.put(turnout);
        };
        put("seven", "13.77", evidence);
        put("eight", "88.44", "bulletin");
        return report_test::everything(report::document(edit.commit(), "d", report_test::options(audience, false)));
    };
    for (const char* secret : {"13.77", "74.67", "Station seven"}) {
        CAPTURE(secret);
        CHECK_FALSE(contains(spread("form"), secret));
        CHECK(contains(spread("form", Audience::internal), secret));
        CHECK(contains(spread("bulletin"), secret));
    }
}

TEST_CASE("what some shown evidence bears out, or the document itself prints, stays") {
    CHECK(contains(report_test::everything(rendered_with(anchored("turnout:country", "figure"))), "percent: 75.45"));
    CHECK(contains(report_test::everything(rendered_with(anchored("published_figure:out", "figure"))), "13.37"));
    const std::string other = report_test::everything(rendered_with(anchored("reported_value:r2", "figure")));
    CHECK(contains(other, "44.44"));
    CHECK_FALSE(contains(other, "13.37"));
    CHECK_FALSE(contains(other, "station"));
}

TEST_CASE("a finding that is withdrawn, a draft or refuted says so in the sentence and in its note") {
    const auto text = [](std::string_view target, Audience audience = Audience::public_) {
        return rendered_with(anchored(target), audience).text(400);
    };
    CHECK(contains(text("finding:old"), "[1: finding (withdrawn)]"));
    CHECK(contains(text("finding:old"), "Finding of the mission (withdrawn): Voting was tense."));
    CHECK(contains(text("finding:early"), "[1: finding (draft)]"));
    CHECK(contains(text("finding:wrong"), "[1: allegation by the media (refuted)]"));
    CHECK(contains(text("finding:wrong"), "Allegation by the media (refuted): Voting was late."));
    CHECK(contains(text("finding:f"), "[1] Finding of the mission: Voting was calm."));
    const report::RenderedDocument old = rendered_with(anchored("finding:old"));
    CHECK(contains(old.html(), "finding (withdrawn)</span></summary>"));
    CHECK(contains(old.markdown(), "*\\[finding (withdrawn)\\]*"));
    CHECK(find(*find(old.view(), "t"), "finding:old")->state == State::withdrawn);
}

TEST_CASE("what is granted against a finding stands, or is marked where only the mission reads it") {
    for (const Audience audience : {Audience::public_, Audience::partners}) {
        const std::string outside = report_test::everything(rendered_with(anchored("finding:f"), audience));
        CHECK_FALSE(contains(outside, "tense"));
        CHECK(contains(outside, "Voting was late (refuted)"));
    }
    for (const Audience audience : {Audience::internal, Audience::not_stated})
        CHECK(contains(rendered_with(anchored("finding:f"), audience).text(400), "Voting was tense (withdrawn)"));
}

TEST_CASE("a sentence anchored in background only is not anchored") {
    const auto anchored_in = [](std::string_view role) { return rendered_with(anchored("finding:f", role)); };
    CHECK(anchored_in("background").view().anchored == 0);
    CHECK(contains(anchored_in("background").text(400), "[1: not anchored; finding]"));
    CHECK(contains(anchored_in("background").text(400), "anchored in nothing that bears it"));
    CHECK(contains(anchored_in("background").html(), "<span class=\"unanchored\">Voting was as it was.</span>"));
    CHECK(anchored_in("asserts").view().anchored == 1);
    CHECK_FALSE(contains(anchored_in("asserts").text(400), "not anchored"));
}

TEST_CASE("names are in the language of the document, whatever the renderer speaks") {
    const auto election_in = [](std::string_view language) {
        Edit edit(kept_back(""));
        Document changed = edit.snapshot().get<Document>("d");
        changed.language = language;
        edit.put(changed);
        return report::document(edit.commit(), "d").view().election;
    };
    CHECK(election_in("ka") == "Არჩევნები");
    CHECK(election_in("ka-GE") == "Არჩევნები");
    CHECK(election_in("en") == "Vote");
    CHECK(election_in("kk") == "Vote");
}

TEST_CASE("a figure anchored in a named record shows the numbers that the record holds") {
    const report::SentenceView made = sentence_on(figure_at("a", "[5, 8]", "election:v"));
    const report::AnchorView* anchor = find(made, "election:v");
    REQUIRE(anchor);
    CHECK(anchor->standing == Standing::figure);
    CHECK(report_test::contains(fmt::format("{}", fmt::join(anchor->facts, "; ")), "registered voters: 900"));
    INFO(fmt::format("{}", fmt::join(anchor->facts, "; ")));
    CHECK(anchor->facts.size() == 2);
}

TEST_CASE("a reported value is a figure in words, never the JSON it is kept as") {
    const report::SentenceView made = sentence_on(figure_at("a", "[49, 52]", "reported_value:r2"));
    const report::AnchorView* anchor = find(made, "reported_value:r2");
    REQUIRE(anchor);
    CHECK(anchor->standing == Standing::figure);
    CHECK(anchor->title == "Vote: registered voters");
    CHECK(anchor->quantity == "950");
    CHECK(anchor->discrepancies.size() == 1);
}

TEST_CASE("a disagreement stands once in a sentence, with the record that it is about") {
    const report::SentenceView made = sentence_on(
        R"({"id": "a", "sentence": "t", "role": "asserts", "range": [0, 20], "target": "finding:f"}, )" + figure_at("b", "[5, 8]", "election:v"));
    CHECK(find(made, "finding:f")->discrepancies.empty());
    CHECK(find(made, "election:v")->discrepancies.size() == 1);
    const report::SentenceView alone =
        sentence_on(R"({"id": "a", "sentence": "t", "role": "asserts", "range": [0, 20], "target": "finding:f"})");
    CHECK(find(alone, "finding:f")->discrepancies.size() == 1);
}

TEST_CASE("what the file lacks stands with what it would complete") {
    const report::SentenceView made =
        sentence_on(R"({"id": "a", "sentence": "t", "role": "asserts", "range": [0, 20], "target": "finding:f"})");
    const auto& relations = find(made, "finding:f")->relations;
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].relation == report::Relation::gap);
    CHECK(relations[0].title == "who added the others");
}
