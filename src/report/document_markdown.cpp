#include "document_markdown.hpp"

#include <fmt/format.h>

#include "label.hpp"
#include "markdown.hpp"
#include "texts.hpp"
#include "told.hpp"

namespace openeom::report {

namespace {

class MarkdownDocument {
public:
    explicit MarkdownDocument(const DocumentView& view) : view_(view), words_(view.words_language) {}

    std::string make() {
        head();
        for (const SectionView& section : view_.sections) add(section);
        notes();
        sources();
        standards();
        clearances();
        suggestions();
        if (!view_.reconstruction_note.empty()) block("**" + markdown_text(view_.reconstruction_note) + "**");
        made_.erase(made_.find_last_not_of('\n') + 1);
        made_ += '\n';
        return std::move(made_);
    }

private:
    void block(const std::string& text) { made_ += text + "\n\n"; }
    void line(const std::string& text) { made_ += text + "\n"; }
    void heading(std::string_view key) { block("## " + markdown_text(words_(key))); }

    void head() {
        if (!view_.reconstruction_note.empty()) block("> **" + markdown_text(view_.reconstruction_note) + "**");
        block("# " + markdown_text(view_.title));
        if (!view_.issuers.empty()) block(markdown_text(joined(view_.issuers, "; ")));
        const std::string where = dateline(words_, view_);
        if (!where.empty()) block("*" + markdown_text(where) + "*");
        for (const Detail& detail : head_details(words_, view_))
            line(fmt::format("- **{}:** {}", markdown_text(detail.label), markdown_text(detail.value)));
        line("");
        for (const std::string& disclaimer : view_.disclaimers) line("- *" + markdown_text(disclaimer) + "*");
        line("");
    }

    void add(const SectionView& section) {
        if (!section.title.empty())
            block(fmt::format("{} {}", std::string(section.depth == 0 ? 2 : section.depth == 1 ? 3 : 4, '#'), markdown_text(section.title)));
        for (const auto& paragraph : paragraphs(section)) add(paragraph);
    }

    void add(const std::vector<const SentenceView*>& paragraph) {
        std::string text;
        for (const SentenceView* sentence : paragraph) {
            if (!text.empty()) text += ' ';
            text += with_mark(*sentence);
        }
        block(text);
        for (const SentenceView* sentence : paragraph)
            for (const QuoteView* quote : quotes_of(view_, *sentence)) add(*quote);
    }

    std::string with_mark(const SentenceView& sentence) const {
        std::string text = sentence.wording == Wording::shown
                               ? markdown_text(sentence.text)
                               : fmt::format("*({})*", markdown_text(place_of_words(words_, sentence.wording, sentence.span)));
        if (sentence.number == 0) return text;
        const std::string marks = marks_words(words_, sentence);
        if (!marks.empty()) text += fmt::format(" *\\[{}\\]*", markdown_text(marks));
        return text + fmt::format("[^{}]", sentence.number);
    }

    void add(const QuoteView& quote) {
        const std::string said = quote.wording == Wording::shown
                                     ? fmt::format("{}{}{}", words_("quote.open"), quote.words, words_("quote.close"))
                                     : fmt::format("({})", place_of_words(words_, quote.wording, quote.span));
        const std::string remarks = quote_remarks(words_, quote);
        line("> " + markdown_text(said));
        line(">");
        block("> — " + markdown_text(speaker_words(quote) + (remarks.empty() ? remarks : fmt::format(" ({})", remarks))));
    }

    void notes() {
        for (const SectionView& section : view_.sections)
            for (const SentenceView& sentence : section.sentences) {
                if (sentence.number == 0) continue;
                const std::vector<std::string> notes = notes_words(words_, sentence);
                for (std::size_t i = 0; i < notes.size(); ++i)
                    block((i == 0 ? fmt::format("[^{}]: ", sentence.number) : "    ") + markdown_text(notes[i]));
            }
    }

    void sources() {
        if (view_.sources.empty()) return;
        heading("heading.sources");
        for (const SourceGroup& group : source_groups(words_, view_)) {
            std::string title = "*" + markdown_text(joined({group.title, group.imprint})) + "*";
            if (!group.remarks.empty()) title += " (" + markdown_text(group.remarks) + ")";
            if (!group.url.empty()) title += " " + markdown_text(group.url);
            block(title);
            for (const SourceNote* note : group.notes) line(fmt::format("{}. {}", note->number, markdown_text(evidence_words(words_, group, *note))));
            block("<!-- -->");  // or the next list would go on with this one's numbers
        }
    }

    void standards() {
        if (view_.standards.empty()) return;
        heading("heading.standards");
        for (const StandardView& standard : view_.standards)
            line(fmt::format("- *{}*: {}", markdown_text(standard_title(standard)), markdown_text(standard_text(words_, standard))));
        line("");
    }

    void clearances() {
        if (view_.clearances.empty()) return;
        heading("heading.clearances");
        for (const ClearanceView& clearance : view_.clearances) line("- " + markdown_text(clearance_words(words_, clearance)));
        line("");
    }

    void suggestions() {
        if (view_.suggestions.empty()) return;
        heading("heading.suggestions");
        block(markdown_text(words_("suggestions.caution")));
        for (const SuggestionView& suggestion : view_.suggestions) {
            line(fmt::format("- **\\[{}\\]** {}", markdown_text(words_("suggestion.mark")), markdown_text(suggestion.text)));
            line("  " + markdown_text(words_.fill("suggestion.pattern", suggestion.pattern)));
            for (const std::string& note : suggestion.notes) line("  " + markdown_text(note));
        }
        line("");
    }

    const DocumentView& view_;
    Words words_;
    std::string made_;
};

}  // namespace

std::string document_markdown(const DocumentView& view) {
    const DocumentView plain = with_plain_texts(view);
    return MarkdownDocument(plain).make();
}

}  // namespace openeom::report
