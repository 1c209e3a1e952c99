#include "document_text.hpp"

#include <fmt/format.h>

#include "label.hpp"
#include "lines.hpp"
#include "texts.hpp"
#include "told.hpp"

namespace openeom::report {

namespace {

class TextDocument {
public:
    TextDocument(const DocumentView& view, std::size_t width) : view_(view), words_(view.words_language), lines_(width) {}

    std::string make() {
        head();
        for (const SectionView& section : view_.sections) add(section);
        notes();
        sources();
        standards();
        list("heading.clearances", clearances());
        suggestions();
        if (!view_.reconstruction_note.empty()) {
            lines_.blank();
            banner();
        }
        return lines_.take();
    }

private:
    void banner() {
        lines_.rule("=", lines_.width());
        lines_.add(view_.reconstruction_note);
        lines_.rule("=", lines_.width());
    }

    void head() {
        if (!view_.reconstruction_note.empty()) banner();
        lines_.blank();
        lines_.add(joined(view_.issuers, "; "));
        lines_.heading(view_.title, "=");
        lines_.add(dateline(words_, view_));
        lines_.blank();
        for (const Detail& detail : head_details(words_, view_)) lines_.add(detail.value, detail.label + ": ");
        lines_.blank();
        for (const std::string& disclaimer : view_.disclaimers) lines_.add(disclaimer, "* ");
    }

    void add(const SectionView& section) {
        if (section.title.empty()) lines_.blank();
        else lines_.heading(section.title, section.depth == 0 ? "-" : ".");
        for (const auto& paragraph : paragraphs(section)) {
            add(paragraph);
            lines_.blank();
        }
    }

    void add(const std::vector<const SentenceView*>& paragraph) {
        std::string text;
        std::vector<const QuoteView*> quotes;
        for (const SentenceView* sentence : paragraph) {
            if (!text.empty()) text += ' ';
            text += with_mark(*sentence);
            for (const QuoteView* quote : quotes_of(view_, *sentence)) quotes.push_back(quote);
        }
        lines_.add(text);
        for (const QuoteView* quote : quotes) add(*quote);
    }

    std::string with_mark(const SentenceView& sentence) const {
        std::string text = sentence.wording == Wording::shown
                               ? sentence.text
                               : fmt::format("({})", place_of_words(words_, sentence.wording, sentence.span));
        if (sentence.number == 0) return text;
        const std::string marks = marks_words(words_, sentence);
        return text + (marks.empty() ? fmt::format(" [{}]", sentence.number) : fmt::format(" [{}: {}]", sentence.number, marks));
    }

    void add(const QuoteView& quote) {
        lines_.blank();
        if (quote.wording == Wording::shown)
            lines_.add(fmt::format("{}{}{}", words_("quote.open"), quote.words, words_("quote.close")), "    ");
        else
            lines_.add(fmt::format("({})", place_of_words(words_, quote.wording, quote.span)), "    ");
        const std::string remarks = quote_remarks(words_, quote);
        lines_.add(speaker_words(quote) + (remarks.empty() ? remarks : fmt::format(" ({})", remarks)), "    - ");
    }

    void notes() {
        if (!has_notes(view_)) return;
        lines_.heading(words_("heading.notes"), "-");
        for (const SectionView& section : view_.sections)
            for (const SentenceView& sentence : section.sentences) {
                if (sentence.number == 0) continue;
                std::string prefix = fmt::format("[{}] ", sentence.number);
                for (const std::string& note : notes_words(words_, sentence)) {
                    lines_.add(note, prefix);
                    prefix.assign(prefix.size(), ' ');
                }
            }
    }

    void sources() {
        if (view_.sources.empty()) return;
        lines_.heading(words_("heading.sources"), "-");
        for (const SourceGroup& group : source_groups(words_, view_)) {
            const std::string title = joined({group.title, group.imprint});
            lines_.add(group.remarks.empty() ? title : fmt::format("{} ({})", title, group.remarks));
            if (!group.url.empty()) lines_.raw(group.url);
            for (const SourceNote* note : group.notes) lines_.add(evidence_words(words_, group, *note), fmt::format("{:>4}. ", note->number));
            lines_.blank();
        }
    }

    void standards() {
        if (view_.standards.empty()) return;
        lines_.heading(words_("heading.standards"), "-");
        for (const StandardView& standard : view_.standards)
            lines_.add(joined({standard_title(standard), standard_text(words_, standard)}, ": "), "* ");
    }

    [[nodiscard]] std::vector<std::string> clearances() const {
        std::vector<std::string> made;
        for (const ClearanceView& clearance : view_.clearances) made.push_back(clearance_words(words_, clearance));
        return made;
    }

    void list(std::string_view heading, const std::vector<std::string>& items) {
        if (items.empty()) return;
        lines_.heading(words_(heading), "-");
        for (const std::string& item : items) lines_.add(item, "* ");
    }

    void suggestions() {
        if (view_.suggestions.empty()) return;
        lines_.heading(words_("heading.suggestions"), "-");
        lines_.add(words_("suggestions.caution"));
        lines_.blank();
        for (const SuggestionView& suggestion : view_.suggestions) {
            lines_.add(suggestion.text, fmt::format("[{}] ", words_("suggestion.mark")));
            lines_.add(words_.fill("suggestion.pattern", suggestion.pattern), "    ");
            for (const std::string& note : suggestion.notes) lines_.add(note, "    ");
        }
    }

    const DocumentView& view_;
    Words words_;
    Lines lines_;
};

}  // namespace

std::string document_text(const DocumentView& view, std::size_t width) {
    const DocumentView plain = with_plain_texts(view);
    return TextDocument(plain, width).make();
}

}  // namespace openeom::report
