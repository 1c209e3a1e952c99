#include "openeom/analysis/sourcing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/cues.hpp"
#include "analysis/graph.hpp"
#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/base/text.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

/// Of documents that have sentences: the only one, else the first that is not external, else the first.
const Document& choose_document(const Dossier& dossier, std::string_view id) {
    if (!id.empty()) return dossier.get<Document>(id);
    std::set<std::string_view> with_sentences;
    for (const Sentence& sentence : dossier.all<Sentence>()) with_sentences.insert(sentence.document.text());
    const Document* first = nullptr;
    for (const Document& document : dossier.all<Document>()) {
        if (!with_sentences.contains(document.id.text())) continue;
        if (document.external != YesNo::yes) return document;
        if (!first) first = &document;
    }
    if (!first) throw Error(ErrorCode::not_found, "the dossier holds no document with sentences");
    return *first;
}

bool is_external(const Document& document, const Sentence& sentence) {
    return document.external == YesNo::yes || sentence.origin == SentenceOrigin::external;
}

/// Positions of the sections around a sentence, the outermost first.
std::vector<std::int64_t> section_path(const Dossier& dossier, const Sentence& sentence) {
    std::vector<std::int64_t> path;
    std::set<const Section*> seen;
    for (const Section* at = dossier.find(sentence.section); at && seen.insert(at).second;
         at = dossier.find(at->within))
        path.insert(path.begin(), at->position.value_or(0));
    return path;
}

/// External sentences by where they stand, the dossier's own by section, paragraph and position.
std::vector<const Sentence*> sentences_in_order(const Dossier& dossier, const Document& document) {
    using Key = std::tuple<std::int64_t, std::vector<std::int64_t>, std::int64_t, std::int64_t, Id>;
    std::map<Key, const Sentence*> ordered;
    for (const Sentence& sentence : dossier.all<Sentence>()) {
        if (sentence.document.id() != document.id) continue;
        const std::int64_t begin = is_external(document, sentence) ? sentence.span.begin : 0;
        ordered[{begin, section_path(dossier, sentence), sentence.paragraph.value_or(0), sentence.position.value_or(0),
                 sentence.id}] = &sentence;
    }
    std::vector<const Sentence*> made;
    for (const auto& [key, sentence] : ordered) made.push_back(sentence);
    return made;
}

/// Whether a record rests on evidence or, as a conclusion does, on findings; not stated for what needs neither.
YesNo rests_on_something(const Dossier& dossier, const AnyRef& target) {
    const reflect::Struct* type = find_entity(target.type());
    const void* record = type ? dossier.find(target) : nullptr;
    if (!record) return YesNo::not_stated;
    if (target.type() == "evidence") return YesNo::yes;
    const reflect::Member* evidence = type->find("evidence");
    if (!evidence) return YesNo::not_stated;
    if (!reflect::is_empty(*evidence->type, evidence->in(record))) return YesNo::yes;
    const reflect::Member* findings = type->find("based_on");
    return findings && !reflect::is_empty(*findings->type, findings->in(record)) ? YesNo::yes : YesNo::no;
}

bool exists(const Dossier& dossier, const AnyRef& target) {
    if (target.type() == "indicator")
        return find_here_or_in_catalogue<IndicatorDefinition>(dossier, target.id()) != nullptr;
    if (!find_entity(target.type())) return false;
    return dossier.find(target) || catalogue().find(target);
}

/// The sourcing of one document, against a copy of it where one is at hand.
class Sourcing {
public:
    Sourcing(const Dossier& dossier, const Document& document, const std::string& text)
        : dossier_(dossier), document_(document), text_(text) {
        for (const Anchor& anchor : dossier.all<Anchor>()) anchors_[anchor.sentence.text()].push_back(&anchor);
        for (auto& [sentence, anchors] : anchors_)
            std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor* left, const Anchor* right) {
                return left->range.begin < right->range.begin;
            });
        has_copy_ = document.external == YesNo::yes && !text.empty();
        if (document.external != YesNo::yes || has_copy_) gather_issues();
    }

    void fill(SourcingResult& result);

private:
    void gather_issues();
    [[nodiscard]] SourcedAnchor anchor_row(const Anchor& anchor, std::string_view words_at_hand) const;
    [[nodiscard]] SourcedSentence sentence_row(const Sentence& sentence, std::string text, Span span,
                                               SentenceState state) const;
    [[nodiscard]] std::vector<SourcedSentence> compared() const;
    [[nodiscard]] std::vector<SourcedSentence> recorded() const;
    void count(SourcingResult& result) const;
    void describe_text(SourcingResult& result) const;
    void list_unused(SourcingResult& result) const;
    void list_unsupported(SourcingResult& result) const;
    void list_changes(SourcingResult& result) const;

    const Dossier& dossier_;
    const Document& document_;
    const std::string& text_;
    bool has_copy_ = false;
    std::map<std::string_view, std::vector<const Anchor*>> anchors_;
    std::vector<check::Issue> issues_;
};

void Sourcing::gather_issues() {
    issues_ = check::check_text(dossier_, document_, has_copy_ ? &text_ : nullptr);
}

/// The sentence that an issue is about; empty where it is about the document.
std::string sentence_of(const Dossier& dossier, const check::Issue& issue) {
    if (issue.record.type() == "sentence") return std::string(issue.record.id());
    const Anchor* anchor = issue.record.type() == "anchor" ? dossier.find<Anchor>(issue.record.id()) : nullptr;
    return anchor ? anchor->sentence.text() : std::string();
}

AnchorRole role_of(const std::string& name) {
    AnchorRole role{};
    boost::describe::enum_from_string(name.c_str(), role);
    return role;
}

SourcedAnchor Sourcing::anchor_row(const Anchor& anchor, std::string_view words_at_hand) const {
    SourcedAnchor row;
    row.anchor = Ref<Anchor>(anchor.id);
    row.role = anchor.role;
    row.target = anchor.target;
    row.label = label(dossier_, anchor.target);
    const Finding* finding = anchor.target.type() == "finding" ? dossier_.find<Finding>(anchor.target.id()) : nullptr;
    if (finding) row.attribution = attribution(dossier_, *finding);
    row.has_evidence = rests_on_something(dossier_, anchor.target);
    const auto begin = static_cast<std::size_t>(anchor.range.begin), end = static_cast<std::size_t>(anchor.range.end);
    const bool inside = anchor.range.begin >= 0 && begin < end && end <= words_at_hand.size();
    if (inside && text::is_boundary(words_at_hand, begin) && text::is_boundary(words_at_hand, end))
        row.words = words_at_hand.substr(begin, end - begin);
    else if (finding) row.words = recorded_words(*finding, anchor.role);
    if (row.words.empty() && !anchor.range.empty()) row.words = fmt::format("bytes {} to {}", begin, end);
    return row;
}

SourcedSentence Sourcing::sentence_row(const Sentence& sentence, std::string text, Span span,
                                       SentenceState state) const {
    SourcedSentence row;
    row.title = fmt::format("sentence {}", sentence.id.text());
    row.sentence = Ref<Sentence>(sentence.id);
    row.state = state;
    row.span = span;
    row.asserts = sentence.asserts;
    // The ranges of a changed sentence point into the one on record: its words are those that the record keeps.
    const std::string_view at_hand = state == SentenceState::changed ? std::string_view() : std::string_view(text);
    bool anchored = false, supported = true;
    if (const auto found = anchors_.find(sentence.id.text()); found != anchors_.end()) {
        for (const Anchor* anchor : found->second) {
            row.anchors.push_back(anchor_row(*anchor, at_hand));
            anchored = anchored || exists(dossier_, anchor->target);
            supported = supported && row.anchors.back().has_evidence != YesNo::no;
        }
    }
    row.anchored = anchored ? YesNo::yes : YesNo::no;
    if (anchored) row.rests_on_evidence = supported ? YesNo::yes : YesNo::no;
    for (const check::Issue& issue : issues_) {
        if (sentence_of(dossier_, issue) != sentence.id.text()) continue;
        SentenceIssue part;
        part.part = role_of(issue.role);
        part.rule = issue.rule;
        part.message = issue.message;
        part.remedy = issue.remedy;
        part.waived = issue.waived;
        row.issues.push_back(std::move(part));
    }
    row.text = std::move(text);
    return row;
}

/// Sentences of the copy at hand in its order, with those that it lacks where they stood.
std::vector<SourcedSentence> Sourcing::compared() const {
    std::vector<SourcedSentence> made;
    for (const check::AlignedSentence& aligned : check::align(dossier_, document_, text_)) {
        const auto begin = static_cast<std::size_t>(aligned.span.begin);
        std::string words =
            aligned.span.empty() ? std::string() : text_.substr(begin, static_cast<std::size_t>(aligned.span.size()));
        if (aligned.sentence) {
            const SentenceState state = aligned.span.empty() ? SentenceState::gone
                                        : aligned.unchanged  ? SentenceState::unchanged
                                                             : SentenceState::changed;
            made.push_back(sentence_row(*aligned.sentence, std::move(words),
                                        aligned.span.empty() ? aligned.recorded : aligned.span, state));
            continue;
        }
        SourcedSentence row;
        row.title = "a sentence that the record does not know";
        row.state = SentenceState::new_;
        row.span = aligned.span;
        row.text = std::move(words);
        row.anchored = YesNo::no;
        made.push_back(std::move(row));
    }
    return made;
}

std::vector<SourcedSentence> Sourcing::recorded() const {
    std::vector<SourcedSentence> made;
    for (const Sentence* sentence : sentences_in_order(dossier_, document_))
        made.push_back(sentence_row(*sentence, sentence->text, sentence->span, SentenceState::not_compared));
    return made;
}

void Sourcing::count(SourcingResult& result) const {
    for (const SourcedSentence& row : result.sentences) {
        if (row.state == SentenceState::new_) ++result.sentences_new;
        if (!row.sentence) continue;
        ++result.sentences_total;
        if (row.state == SentenceState::changed) ++result.sentences_changed;
        if (row.state == SentenceState::gone) ++result.sentences_gone;
        result.anchors += static_cast<std::int64_t>(row.anchors.size());
        for (const SourcedAnchor& each : row.anchors)
            if (is_cue(each.role) && !dossier_.get(each.anchor).range.empty()) ++result.cue_ranges;
        if (row.asserts != YesNo::yes) continue;
        ++result.asserting;
        if (row.anchored == YesNo::yes) {
            ++result.anchored;
            continue;
        }
        UnanchoredSentence unanchored;
        unanchored.sentence = *row.sentence;
        unanchored.text = row.text;
        unanchored.span = row.span;
        result.unanchored.push_back(std::move(unanchored));
    }
    if (result.asserting > 0) result.share_anchored = Rational(result.anchored, result.asserting) * Rational(100);
}

void Sourcing::describe_text(SourcingResult& result) const {
    if (document_.external != YesNo::yes) {
        result.text_at_hand = TextAtHand::of_the_record;
        result.text_note = "The words are those of the dossier.";
        return;
    }
    if (!has_copy_) {
        result.text_note =
            "The document is not at hand: words are those that the record keeps, and its sentences were not compared.";
        result.head.not_computed.emplace_back("text checks: the document is not at hand");
        return;
    }
    const std::int64_t differing = result.sentences_changed + result.sentences_gone + result.sentences_new;
    const bool same = document_.sha256.empty() ? differing == 0 : sha256(text_) == document_.sha256;
    result.text_at_hand = same ? TextAtHand::unchanged : TextAtHand::changed;
    if (same) result.text_note = "The copy at hand is the document that the record was made from, byte for byte.";
    else
        result.text_note = fmt::format(
            "The copy at hand is not the document that the record was made from: {} changed, {} gone, {} new.",
            counted(result.sentences_changed, "sentence", "sentences"), result.sentences_gone, result.sentences_new);
    if (same && document_.sha256.empty()) result.text_note = "Every sentence of the copy at hand is the one on record.";
}

/// Findings and evidence that nothing in the document leads to.
void Sourcing::list_unused(SourcingResult& result) const {
    const Graph graph(dossier_);
    std::set<std::string, std::less<>> used;
    std::vector<std::string> open;
    for (const SourcedSentence& row : result.sentences)
        for (const SourcedAnchor& anchor : row.anchors)
            open.push_back(graph_key(anchor.target.type(), anchor.target.id()));
    while (!open.empty()) {
        const std::string record = std::move(open.back());
        open.pop_back();
        if (!used.insert(record).second) continue;
        for (const Tie& tie : graph.down(record))
            if (tie.is_ground) open.push_back(tie.record);
    }
    for (const Finding& finding : dossier_.all<Finding>()) {
        if (used.contains("finding:" + finding.id.text())) continue;
        UnusedFinding row;
        row.finding = Ref<Finding>(finding.id);
        row.summary = label_of(dossier_, finding);
        row.topic = finding.topic;
        row.polarity = finding.polarity.code;
        row.attribution = attribution(dossier_, finding);
        result.findings_not_used.push_back(std::move(row));
    }
    for (const Evidence& evidence : dossier_.all<Evidence>()) {
        if (used.contains("evidence:" + evidence.id.text())) continue;
        UnusedEvidence row;
        row.evidence = Ref<Evidence>(evidence.id);
        row.statement = evidence.statement;
        row.source = source_words(dossier_, evidence);
        row.place = place_in_source(evidence);
        result.evidence_not_used.push_back(std::move(row));
    }
}

void Sourcing::list_unsupported(SourcingResult& result) const {
    std::set<std::string_view> listed;
    for (const SourcedSentence& sentence : result.sentences) {
        for (const SourcedAnchor& anchor : sentence.anchors) {
            if (anchor.target.type() != "finding" || anchor.has_evidence != YesNo::no) continue;
            if (!listed.insert(anchor.target.text()).second) continue;
            UnsupportedFinding row;
            row.finding = Ref<Finding>(anchor.target.id());
            row.summary = anchor.label;
            row.attribution = anchor.attribution;
            result.without_evidence.push_back(std::move(row));
        }
    }
}

void Sourcing::list_changes(SourcingResult& result) const {
    for (const check::Issue& issue : issues_) {
        if (issue.severity == check::IssueSeverity::note || !issue.waived.empty()) continue;
        ChangedPart row;
        if (const std::string id = sentence_of(dossier_, issue); !id.empty()) row.sentence = Ref<Sentence>(id);
        row.part = role_of(issue.role);
        row.message = issue.message;
        result.changes.push_back(std::move(row));
    }
}

void Sourcing::fill(SourcingResult& result) {
    result.sentences = has_copy_ ? compared() : recorded();
    count(result);
    describe_text(result);
    list_changes(result);
    list_unsupported(result);
    list_unused(result);
}

std::string summary_of(const SourcingResult& result) {
    if (!result.share_anchored)
        return fmt::format("no sentence on record asserts anything; {}, {}",
                           counted(result.anchors, "anchor", "anchors"),
                           counted(result.cue_ranges, "cue range", "cue ranges"));
    return fmt::format("{} % of asserting sentences anchored ({} of {}), {}, {}", result.share_anchored->decimal(1),
                       result.anchored, result.asserting, counted(result.anchors, "anchor", "anchors"),
                       counted(result.cue_ranges, "cue range", "cue ranges"));
}

}  // namespace

SourcingResult sourcing(const Dossier& dossier, const SourcingOptions& options) {
    const Document& document = choose_document(dossier, options.document);
    SourcingResult result;
    SourcingOptions in_full = options;
    in_full.document = document.id.text();
    // The copy itself is no part of the result: what was at hand is said by its digest.
    if (!in_full.text.empty()) in_full.text = "sha256:" + sha256(options.text);
    result.head = head_for(dossier, "sourcing", in_full);
    result.title = document.title;
    result.document = Ref<Document>(document.id);
    result.caution =
        "This is linkage, not truth: it says what each sentence is tied to and where text and record part ways, not "
        "whether "
        "either is true.";
    Sourcing(dossier, document, options.text).fill(result);
    result.summary = summary_of(result);
    return result;
}

}  // namespace openeom::analysis
