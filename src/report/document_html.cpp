#include "document_html.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "html.hpp"
#include "label.hpp"
#include "openeom/base/text.hpp"
#include "texts.hpp"
#include "told.hpp"

namespace openeom::report {

namespace {

std::string_view class_of(Standing standing) { return boost::describe::enum_to_string(standing, ""); }

class HtmlDocument {
public:
    explicit HtmlDocument(const DocumentView& view) : view_(view), words_(view.words_language) {
        for (const SourceNote& source : view.sources) sources_[source.number] = &source;
    }

    std::string make() {
        const std::string_view language = view_.language.empty() ? words_.language() : std::string_view(view_.language);
        html_.raw(html_head(language, view_.title));
        html_.open(reconstruction() ? "body class=\"with-running\"" : "body").line();
        running_head();
        html_.open("div class=\"page\"").line();
        head();
        html_.open("main").line();
        for (const SectionView& section : view_.sections) add(section);
        html_.close("main").line();
        notes();
        sources();
        standards();
        clearances();
        suggestions();
        foot();
        html_.close("div").line().close("body").line().close("html").line();
        return html_.take();
    }

private:
    [[nodiscard]] bool reconstruction() const { return !view_.reconstruction_note.empty(); }

    /// " lang=ru" for the renderer's own words inside a text of another language.
    [[nodiscard]] std::string own_language() const {
        return Words::same_language(view_.language, words_.language()) ? std::string() : fmt::format(" lang=\"{}\"", words_.language());
    }

    void running_head() {
        if (!reconstruction()) return;
        html_.open("div class=\"running\" aria-hidden=\"true\"").element("span", view_.reconstruction_note).close("div").line();
    }

    void head() {
        html_.open("header").line();
        if (reconstruction())
            html_.open("aside class=\"recon\" role=\"note\"").element("p", view_.reconstruction_note).close("aside").line();
        if (!view_.issuers.empty()) html_.element("p class=\"issuers\"", joined(view_.issuers, " · ")).line();
        html_.element("h1", view_.title).line();
        const std::string where = dateline(words_, view_);
        if (!where.empty()) html_.element("p class=\"dateline\"", where).line();
        html_.open(fmt::format("dl class=\"meta\"{}", own_language()));
        for (const Detail& detail : head_details(words_, view_)) html_.element("dt", detail.label).element("dd", detail.value);
        html_.close("dl").line();
        html_.open(fmt::format("ul class=\"say\"{}", own_language()));
        for (const std::string& disclaimer : view_.disclaimers) html_.element("li", disclaimer);
        html_.close("ul").line();
        key();
        contents();
        html_.close("header").line();
    }

    /// How the marks are to be read.
    void key() {
        html_.open(fmt::format("details class=\"key\"{}", own_language())).element("summary", words_("key.title")).open("ul");
        html_.open("li").element("span", words_("key.finding")).close("li");
        for (const Standing standing : {Standing::claim, Standing::not_determinable, Standing::compiler, Standing::unanchored}) {
            const std::string name(class_of(standing));
            html_.open("li").element(fmt::format("span class=\"{}\"", name), words_(standing == Standing::claim ? "key.words_claim" : "key.words"));
            html_.raw(" ").element(fmt::format("span class=\"tag {}\"", name), standing_words(words_, standing));
            html_.raw(" ").text(words_("key." + name)).close("li");
        }
        html_.close("ul").element("p", words_("key.open")).close("details").line();
    }

    void contents() {
        std::vector<const SectionView*> titled;
        for (const SectionView& section : view_.sections)
            if (!section.title.empty()) titled.push_back(&section);
        if (titled.size() < 4) return;
        html_.open(fmt::format("nav aria-label=\"{}\"", html_text(words_("heading.contents"))));
        html_.open("details").element(fmt::format("summary{}", own_language()), words_("heading.contents")).open("ol");
        for (const SectionView* section : titled)
            html_.open(fmt::format("li class=\"d{}\"", std::min<std::int64_t>(section->depth, 2)))
                .element(fmt::format("a href=\"#{}\"", section_id(*section)), section->title)
                .close("li");
        html_.close("ol").close("details").close("nav").line();
    }

    [[nodiscard]] static std::string section_id(const SectionView& section) { return "H-" + html_text(section.section.text()); }

    void add(const SectionView& section) {
        const bool titled = !section.title.empty();
        if (titled) {
            const std::string id = section_id(section);
            html_.open(fmt::format("section aria-labelledby=\"{}\"", id)).line();
            html_.element(fmt::format("h{} id=\"{}\"", 2 + std::min<std::int64_t>(section.depth, 2), id), section.title).line();
        } else {
            html_.open("section").line();
        }
        for (const auto& paragraph : paragraphs(section)) add(paragraph);
        html_.close("section").line();
    }

    void add(const std::vector<const SentenceView*>& paragraph) {
        // Not a p: a p cannot hold the marks, which open to lists.
        html_.open("div class=\"t\" role=\"paragraph\"");
        for (std::size_t i = 0; i < paragraph.size(); ++i) {
            if (i > 0) html_.line();
            add(*paragraph[i]);
        }
        html_.close("div").line();
        for (const SentenceView* sentence : paragraph)
            for (const QuoteView* quote : quotes_of(view_, *sentence)) add(*quote);
    }

    void add(const SentenceView& sentence) {
        html_.open(fmt::format("span id=\"{}\"", html_text(sentence.sentence.text())));
        if (sentence.wording == Wording::shown) segments(sentence);
        else
            html_.element(fmt::format("span class=\"place\"{}", own_language()),
                          fmt::format("({})", place_of_words(words_, sentence.wording, sentence.span)));
        html_.close("span");
        if (sentence.number > 0) mark(sentence);
    }

    void segments(const SentenceView& sentence) {
        const bool unanchored = !sentence.marks.empty() && sentence.marks.front() == Standing::unanchored;
        for (const SegmentView& segment : sentence.segments) {
            const Standing standing = unanchored ? Standing::unanchored : segment.standing;
            if (needs_words(standing) && standing != Standing::quote)
                html_.element(fmt::format("span class=\"{}\"", class_of(standing)), segment.text);
            else html_.text(segment.text);
        }
    }

    void mark(const SentenceView& sentence) {
        const std::string words = marks_words(words_, sentence);
        html_.open(fmt::format("details class=\"m\"{}", own_language()));
        const std::string number = fmt::format("{}", sentence.number);
        if (words.empty()) html_.element(fmt::format("summary aria-label=\"{}\"", html_text(words_.fill("mark.label", number))), number);
        else html_.open("summary").text(number + "\u00A0").element(tag(sentence, words), words).close("summary");
        html_.open("div class=\"p\"");
        if (is_unanchored(sentence)) html_.element("p class=\"k\"", unanchored_words(words_, sentence));
        for (const AnchorView& anchor : sentence.anchors) panel(anchor);
        for (const std::string& note : sentence.notes) html_.element("p class=\"small\"", fmt::format("{}: {}", words_("label.note"), note));
        if (!sentence.author.empty())
            html_.element("p class=\"small\"", fmt::format("{}: {}", words_("label.author"), sentence.author));
        html_.close("div").close("details");
    }

    /// Where a narrow screen has room for the words on one line, their box is not broken.
    static std::string tag(const SentenceView& sentence, std::string_view words) {
        constexpr std::size_t kOneLine = 40;
        return fmt::format("span class=\"tag {}{}\"", lead(sentence), text::display_width(words) <= kOneLine ? " s" : "");
    }

    /// The kind that gives a mixed mark its form.
    static std::string_view lead(const SentenceView& sentence) {
        for (const Standing standing : {Standing::unanchored, Standing::claim, Standing::not_determinable, Standing::compiler, Standing::not_stated})
            if (std::ranges::find(sentence.marks, standing) != sentence.marks.end()) return class_of(standing);
        return "quote";
    }

    void panel(const AnchorView& anchor) {
        const Told told_of = told(words_, anchor);
        html_.open("div class=\"a\"").open("p class=\"k\"").element("b", told_of.kind);
        if (!told_of.title.empty()) html_.text(": ").text(told_of.title);
        html_.close("p");
        std::vector<std::string> run;  // what is short stands in one line
        for (const Detail& detail : told_of.details)
            if (is_short(detail)) run.push_back(fmt::format("{}: {}", detail.label, detail.value));
        if (!run.empty()) html_.element("p", joined(run, " · "));
        if (run.size() < told_of.details.size()) rows(told_of.details);
        cited(anchor);
        html_.close("div");
    }

    static bool is_short(const Detail& detail) {
        return detail.sources.empty() && detail.withheld == 0 && is_part(detail.key);
    }

    void rows(const std::vector<Detail>& details) {
        html_.open("dl");
        std::string_view last;
        for (const Detail& detail : details) {
            if (is_short(detail)) continue;
            if (detail.key != last) html_.element("dt", detail.label);
            last = detail.key;
            html_.open("dd").text(detail.value);
            numbers(detail.sources, detail.withheld);
            html_.close("dd");
        }
        html_.close("dl");
    }

    void numbers(const std::vector<std::int64_t>& numbers, std::int64_t withheld) {
        if (numbers.empty() && withheld == 0) return;
        html_.raw(" [");
        for (std::size_t i = 0; i < numbers.size(); ++i)
            html_.raw(fmt::format("{}<a href=\"#S{}\">{}</a>", i > 0 ? ", " : "", numbers[i], numbers[i]));
        if (withheld > 0) html_.raw(numbers.empty() ? "" : "; ").text(words_.fill("withheld.sources", withheld));
        html_.raw("]");
    }

    void cited(const AnchorView& anchor) {
        if (anchor.sources.empty() && anchor.withheld == 0) return;
        html_.open("ul");
        for (const std::int64_t number : anchor.sources)
            html_.open("li")
                .element(fmt::format("a href=\"#S{}\"", number), fmt::format("{}", number))
                .text(brief_words(words_, *sources_.at(number)))
                .close("li");
        if (anchor.withheld > 0) html_.element("li", words_.fill("withheld.sources", anchor.withheld));
        html_.close("ul");
    }

    void add(const QuoteView& quote) {
        html_.open("blockquote");
        if (quote.wording == Wording::shown) {
            const std::string language = quote.language.empty() ? std::string() : fmt::format(" lang=\"{}\"", html_text(quote.language));
            html_.element(fmt::format("p{}", language),
                          fmt::format("{}{}{}", words_("quote.open"), quote.words, words_("quote.close")));
        } else {
            html_.element(fmt::format("p class=\"place\"{}", own_language()),
                          fmt::format("({})", place_of_words(words_, quote.wording, quote.span)));
        }
        const std::string remarks = quote_remarks(words_, quote);
        html_.open("footer").text("— ").text(speaker_words(quote));
        if (!remarks.empty()) html_.text(" (" + remarks + ")");
        html_.close("footer").close("blockquote").line();
    }

    /// For paper: the marks cannot be opened there.
    void notes() {
        if (!has_notes(view_)) return;
        html_.open(fmt::format("section class=\"notes\"{}", own_language())).element("h2", words_("heading.notes")).line();
        for (const SectionView& section : view_.sections)
            for (const SentenceView& sentence : section.sentences) {
                if (sentence.number == 0) continue;
                bool first = true;
                for (const std::string& note : notes_words(words_, sentence, NoteLength::footnote)) {
                    html_.open(first ? "p" : "p class=\"more\"");
                    if (first) html_.element("b", fmt::format("{}", sentence.number));
                    html_.text(note).close("p").line();
                    first = false;
                }
            }
        html_.close("section").line();
    }

    void sources() {
        if (view_.sources.empty()) return;
        html_.open(fmt::format("section class=\"sources\"{}", own_language())).element("h2", words_("heading.sources")).line();
        for (const SourceGroup& group : source_groups(words_, view_)) {
            html_.open("p").open("cite");
            if (is_web_address(group.url)) html_.open(fmt::format("a rel=\"noreferrer\" href=\"{}\"", html_text(group.url)));
            title(group);
            if (is_web_address(group.url)) html_.close("a");
            else if (!group.url.empty()) html_.text(", " + group.url);
            html_.close("cite");
            if (!group.remarks.empty()) html_.text(fmt::format(" ({})", group.remarks));
            html_.close("p").line().open(fmt::format("ol start=\"{}\"", group.notes.front()->number)).line();
            for (const SourceNote* note : group.notes)
                html_.element(fmt::format("li id=\"S{}\"", note->number), evidence_words(words_, group, *note)).line();
            html_.close("ol").line();
        }
        html_.close("section").line();
    }

    /// A title in a language of its own says so, for those who listen and for the choice of letters.
    void title(const SourceGroup& group) {
        const bool own = group.language.empty() || Words::same_language(group.language, words_.language());
        if (own) html_.text(group.title);
        else html_.element(fmt::format("span lang=\"{}\"", html_text(group.language)), group.title);
        if (!group.imprint.empty()) html_.text((group.title.empty() ? "" : ", ") + group.imprint);
    }

    void standards() {
        if (view_.standards.empty()) return;
        html_.open(fmt::format("section class=\"sources\"{}", own_language())).element("h2", words_("heading.standards")).open("ul").line();
        for (const StandardView& standard : view_.standards)
            html_.open("li").element("cite", standard_title(standard)).text(": " + standard_text(words_, standard)).close("li").line();
        html_.close("ul").close("section").line();
    }

    void clearances() {
        if (view_.clearances.empty()) return;
        html_.open(fmt::format("section{}", own_language())).element("h2", words_("heading.clearances")).open("ul").line();
        for (const ClearanceView& clearance : view_.clearances) html_.element("li", clearance_words(words_, clearance)).line();
        html_.close("ul").close("section").line();
    }

    void suggestions() {
        if (view_.suggestions.empty()) return;
        html_.open(fmt::format("section class=\"suggest\"{}", own_language())).element("h2", words_("heading.suggestions")).line();
        html_.element("p class=\"small\"", words_("suggestions.caution")).line();
        for (const SuggestionView& suggestion : view_.suggestions) {
            html_.open("p").element("span class=\"tag\"", words_("suggestion.mark")).raw(" ").text(suggestion.text).raw("<br>");
            html_.element("span class=\"small\"", words_.fill("suggestion.pattern", suggestion.pattern));
            for (const std::string& note : suggestion.notes) html_.raw("<br>").element("span class=\"small\"", note);
            html_.close("p").line();
        }
        html_.close("section").line();
    }

    void foot() {
        html_.open(fmt::format("footer class=\"end\"{}", own_language()));
        if (reconstruction()) html_.element("p", view_.reconstruction_note);
        html_.element("p", words_.fill("foot.digest", view_.dossier_sha256)).close("footer").line();
    }

    const DocumentView& view_;
    Words words_;
    Html html_;
    std::map<std::int64_t, const SourceNote*> sources_;
};

}  // namespace

std::string document_html(const DocumentView& view) {
    const DocumentView plain = with_plain_texts(view);
    return HtmlDocument(plain).make();
}

}  // namespace openeom::report
