// A document view in words, the same for every format: what a renderer only has to lay out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/report/view.hpp"
#include "words.hpp"

namespace openeom::report {

/// "Basis: observed", with the sources it comes from.
struct Detail {
    std::string_view key;  ///< of the label, in the table of words
    std::string label;
    std::string value;
    std::vector<std::int64_t> sources;
    std::int64_t withheld = 0;
};

/// Whether a detail is a coded part of a finding: its basis, verification, assessment, quantity ...
bool is_part(std::string_view key);

/// What an anchor says: "Allegation by the media: ...", then what stands behind it.
struct Told {
    Standing standing{};
    std::string kind;
    std::string title;
    std::vector<Detail> details;
};
Told told(const Words& words, const AnchorView& anchor);

/// A footnote under the sentence leaves out what stands in the sentence itself.
enum class NoteLength { whole, footnote };

/// The notes of all that a sentence is anchored in, each in one run of text: "Finding of the mission: ... Basis: observed.
/// Sources: 3, 7."; that it is anchored in nothing, where it asserts something.
std::vector<std::string> notes_words(const Words& words, const SentenceView& sentence, NoteLength length = NoteLength::whole);

/// Whether a sentence asserts something that none of its anchors bears, and a sentence that says so.
bool is_unanchored(const SentenceView& sentence);
std::string_view unanchored_words(const Words& words, const SentenceView& sentence);

/// "finding", "allegation", "could not be determined": what marks a kind of support in the text, in words.
std::string standing_words(const Words& words, Standing standing);
/// The marks of a sentence that a reader must not take for the mission's own findings, in words; empty where it has none.
std::string marks_words(const Words& words, const SentenceView& sentence);
bool needs_words(Standing standing);

/// What stands in place of a sentence or quote whose words are not shown: "words in the document, bytes 3 to 40".
std::string place_of_words(const Words& words, Wording wording, const Span& span);
/// "João Soares, Special Co-ordinator".
std::string speaker_words(const QuoteView& quote);
/// "translator's words; under a condition".
std::string quote_remarks(const Words& words, const QuoteView& quote);

/// Evidence of one source: "Title, publisher, 15 January 2012 (official statistic; authority or agency)".
struct SourceGroup {
    std::string title;
    std::string language;  ///< of the title
    std::string imprint;   ///< "publisher, 15 January 2012"
    std::string remarks;
    std::string url;
    std::vector<const SourceNote*> notes;
};
std::vector<SourceGroup> source_groups(const Words& words, const DocumentView& view);
/// "What it says, page 3 (confidence: high; borne out by ...)".
std::string evidence_words(const Words& words, const SourceGroup& group, const SourceNote& source);
/// "Interfax, 15 January 2012, page 3": a source beside a record that rests on it.
std::string brief_words(const Words& words, const SourceNote& source);

/// "Copenhagen Document, 7.5", and what it says, obliges to, and whether it applied.
std::string standard_title(const StandardView& standard);
std::string standard_text(const Words& words, const StandardView& standard);

/// Lines of the head: label and value.
std::vector<Detail> head_details(const Words& words, const DocumentView& view);
/// "ASTANA, 16 January 2012"; empty where neither is known.
std::string dateline(const Words& words, const DocumentView& view);
/// "head, 16 January 2012": one clearance in words.
std::string clearance_words(const Words& words, const ClearanceView& clearance);

/// "3, 7; 1 not shown to this audience".
std::string numbers_words(const Words& words, const std::vector<std::int64_t>& numbers, std::int64_t withheld);

/// Whether any sentence has a note.
bool has_notes(const DocumentView& view);

/// Sentences of a section by paragraph.
std::vector<std::vector<const SentenceView*>> paragraphs(const SectionView& section);

/// Quotes that a sentence is anchored in and does not itself show.
std::vector<const QuoteView*> quotes_of(const DocumentView& view, const SentenceView& sentence);

}  // namespace openeom::report
