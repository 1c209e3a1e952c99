#include "check/texts.hpp"

#include <algorithm>
#include <map>

#include "check/alignment.hpp"
#include "openeom/base/digest.hpp"

namespace openeom::check {

namespace {

/// Bytes of a changed sentence that stand in quotation marks. A quote that began before it is open at its start.
std::vector<Span> in_quotation_marks(std::string_view text, bool open) {
    constexpr std::string_view kMarks[] = {"\"", "“", "”", "«", "»", "„"};
    std::vector<Span> found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t mark = 0;
        for (std::string_view each : kMarks)
            if (text.substr(at).starts_with(each)) mark = each.size();
        if (mark == 0) {
            ++at;
            continue;
        }
        if (open) found.push_back({static_cast<std::int64_t>(begin), static_cast<std::int64_t>(at)});
        open = !open;
        at += mark;
        begin = at;
    }
    if (open) found.push_back({static_cast<std::int64_t>(begin), static_cast<std::int64_t>(text.size())});
    return found;
}

class Maker {
public:
    Maker(const Dossier& dossier, const Index& index, const Lexicon& lexicon, const Document& document,
          const std::string* copy)
        : dossier_(dossier), index_(index), lexicon_(lexicon) {
        made_.document = &document;
        const auto sentences = index.sentences_of(document.id.text());
        const bool external =
            document.external == YesNo::yes ||
            std::any_of(sentences.begin(), sentences.end(), [](const Sentence* each) { return is_external(*each); });
        if (external && copy)  // the dossier holds the words of its own documents
            made_.copy = std::make_shared<const std::string>(with_plain_lines(*copy));
    }

    DocumentText make() {
        place_external();
        for (const Sentence* sentence : index_.sentences_of(made_.document->id.text())) add(*sentence);
        return std::move(made_);
    }

private:
    void place_external() {
        if (!made_.copy) return;
        made_.identical = !made_.document->sha256.empty() && made_.document->sha256 == sha256(*made_.copy);
        for (const AlignedSentence& aligned : align(dossier_, index_, *made_.document, *made_.copy)) {
            if (aligned.sentence) aligned_[aligned.sentence->id.text()] = aligned;
            else made_.unknown.push_back(aligned.span);
        }
    }

    void add(const Sentence& sentence) {
        SentenceText text;
        text.sentence = &sentence;
        text.document = made_.document;
        if (is_external(sentence)) take_external(text);
        else text.text = sentence.text;
        if (text.text) {
            text.words = words_of(*text.text);
            text.hits = lexicon_.find(made_.document->language, text.words);
            text.quoted = quoted(text);
        }
        add_cues(text);
        made_.sentences.push_back(std::move(text));
    }

    void take_external(SentenceText& text) const {
        const auto found = aligned_.find(text.sentence->id.text());
        if (found == aligned_.end()) return;
        const AlignedSentence& aligned = found->second;
        text.place = aligned.span;
        text.gone = aligned.span.empty();
        text.changed = !aligned.unchanged;
        if (!text.gone) text.text = bytes_at(*made_.copy, aligned.span);
    }

    std::vector<Span> quoted(const SentenceText& text) const {
        const Sentence& sentence = *text.sentence;
        std::vector<Span> found;
        if (!is_external(sentence)) {
            for (const Anchor* anchor : index_.anchors_of(sentence.id.text()))
                if (anchor->role == AnchorRole::quote) found.push_back(anchor->range);
            return found;
        }
        bool any = false, open = false;
        for (const Quote* quote : index_.quotes_of(sentence.document.text())) {
            if (!overlap(quote->span, sentence.span)) continue;
            any = true;
            open = open || quote->span.begin < sentence.span.begin;
            found.push_back({std::max(quote->span.begin, sentence.span.begin) - sentence.span.begin,
                             std::min(quote->span.end, sentence.span.end) - sentence.span.begin});
        }
        if (!any || !text.changed) return found;
        return in_quotation_marks(*text.text, open);
    }

    void add_cues(SentenceText& text) const {
        for (const Anchor* anchor : index_.anchors_of(text.sentence->id.text())) {
            const Finding* finding = is_part(anchor->role) ? finding_at(dossier_, anchor->target) : nullptr;
            if (!finding) continue;
            CueAnchor cue;
            cue.anchor = anchor;
            cue.finding = finding;
            cue.part = part_of(*finding, anchor->role);
            cue.changed = text.changed || (anchor->revision && text.sentence->revision &&
                                           *anchor->revision != *text.sentence->revision);
            if (text.text && !cue.changed && bytes_at(*text.text, anchor->range)) cue.place = anchor->range;
            text.cues.push_back(std::move(cue));
        }
        if (text.text) find_changed(text);
    }

    /// Cues of a changed sentence, where their words stand now. Words that carry the cues of two places and stand once
    /// are found for one of them only.
    static void find_changed(SentenceText& text) {
        std::map<std::vector<std::string>, std::vector<CueAnchor*>> by_words;
        for (CueAnchor& cue : text.cues)
            if (cue.changed && cue.part && !cue.part->words.empty())
                by_words[phrase_of(cue.part->words)].push_back(&cue);
        for (auto& [phrase, cues] : by_words) {
            std::vector<std::int64_t> recorded, found;
            for (const CueAnchor* cue : cues)
                if (recorded.empty() || recorded.back() != cue->anchor->range.begin)
                    recorded.push_back(cue->anchor->range.begin);
            const std::vector<Span> places = occurrences(text.words, phrase);
            for (const Span& place : places) found.push_back(place.begin);
            const auto assigned = assign_in_order(recorded, found);
            for (CueAnchor* cue : cues) {
                const auto at =
                    std::find(recorded.begin(), recorded.end(), cue->anchor->range.begin) - recorded.begin();
                if (assigned[static_cast<std::size_t>(at)])
                    cue->place = places[*assigned[static_cast<std::size_t>(at)]];
            }
        }
        if (!is_external(*text.sentence)) find_own_words(text);
    }

    /// A text of our own may carry a part in other words than those it was read from.
    static void find_own_words(SentenceText& text) {
        for (CueAnchor& cue : text.cues) {
            if (!cue.changed || !cue.part || cue.place) continue;
            for (const Lexicon::Hit& hit : text.hits)
                if (hit.carries(cue.part->role, cue.part->code)) cue.place = hit.range;
        }
    }

    const Dossier& dossier_;
    const Index& index_;
    const Lexicon& lexicon_;
    std::map<std::string_view, AlignedSentence> aligned_;
    DocumentText made_;
};

}  // namespace

bool SentenceText::is_quoted(const Span& range) const {
    return std::any_of(quoted.begin(), quoted.end(), [&](const Span& each) { return each.contains(range); });
}

bool DocumentText::has_external() const {
    return std::any_of(sentences.begin(), sentences.end(),
                       [](const SentenceText& each) { return is_external(*each.sentence); });
}

std::string with_plain_lines(std::string_view copy) {
    std::string plain;
    for (std::size_t at = 0; at < copy.size(); ++at)
        if (copy[at] != '\r' || at + 1 == copy.size() || copy[at + 1] != '\n') plain += copy[at];
    return plain;
}

DocumentText make_document_text(const Dossier& dossier, const Index& index, const Lexicon& lexicon,
                                const Document& document, const std::string* copy) {
    return Maker(dossier, index, lexicon, document, copy).make();
}

}  // namespace openeom::check
