#include "openeom/analysis/sourcing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/cues.hpp"
#include "analysis/graph.hpp"
#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "openeom/analysis/indicators.hpp"
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

SentenceIssue part_of(const check::Issue& issue) {
    SentenceIssue part;
    part.part = role_of(issue.role);
    part.rule = issue.rule;
    part.message = issue.message;
    part.remedy = issue.remedy;
    part.waived = issue.waived;
    return part;
}

using IssuesBySentence = std::map<std::string, std::vector<SentenceIssue>, std::less<>>;

void append(const IssuesBySentence& issues, std::string_view sentence, std::vector<SentenceIssue>& to) {
    if (const auto found = issues.find(sentence); found != issues.end())
        to.insert(to.end(), found->second.begin(), found->second.end());
}

// Figures that the record no longer gives -------------------------------------------------------------------------

/// What an indicator gives now, to the digits that were printed where it is one exact number.
std::string given_now(const Indicator& indicator, const PublishedFigure& figure) {
    if (!indicator.exact || !figure.value) return indicator.value;
    return indicator.exact->decimal(figure.value->places());
}

SentenceIssue outdated(const Indicator& indicator, const PublishedFigure& figure) {
    SentenceIssue issue;
    issue.part = AnchorRole::figure;
    issue.rule = "figure-outdated";
    issue.message = fmt::format("printed {}; the indicator {} now gives {}", figure.printed, indicator.id,
                                given_now(indicator, figure));
    issue.remedy = "correct the figure, record an erratum, or look into what changed in the record";
    return issue;
}

using FiguresBySentence = std::map<std::string, std::set<std::string>, std::less<>>;

/// Published figures by the sentences of the document that print them, as the figures or anchors on them say.
FiguresBySentence figures_of(const Dossier& dossier, const Document& document) {
    FiguresBySentence found;
    for (const Sentence& sentence : dossier.all<Sentence>())
        if (sentence.document.id() == document.id) found.emplace(sentence.id.text(), std::set<std::string>());
    for (const PublishedFigure& figure : dossier.all<PublishedFigure>())
        if (figure.sentence)
            if (const auto in = found.find(figure.sentence->text()); in != found.end())
                in->second.insert(figure.id.text());
    for (const Anchor& anchor : dossier.all<Anchor>())
        if (anchor.target.type() == "published_figure")
            if (const auto in = found.find(anchor.sentence.text()); in != found.end())
                in->second.emplace(anchor.target.id());
    return found;
}

IndicatorsResult indicators_of(const Dossier& dossier, std::string election) {
    IndicatorsOptions options;
    options.election = std::move(election);
    return indicators(dossier, options);
}

using FigureIssues = std::map<std::string, SentenceIssue, std::less<>>;

/// Leaves out figures that are a value of another election, such as a run-off told of in the same document.
void leave_out_agreeing(const Dossier& dossier, const std::string& election, FigureIssues& issues) {
    for (const Indicator& indicator : indicators_of(dossier, election).indicators)
        for (const PrintedValue& printed : indicator.printed)
            if (printed.agreement == FigureAgreement::agrees) issues.erase(printed.figure.text());
}

/// Issues of the figures that differ from what their indicators give now and that no erratum corrects, by id of the figure.
FigureIssues outdated_figures(const Dossier& dossier, const Document& document) {
    std::set<std::string_view> corrected;
    for (const Erratum& erratum : dossier.all<Erratum>()) corrected.insert(erratum.figure.text());
    const IndicatorsResult now = indicators_of(dossier, dossier.find(document.election) ? document.election->text() : std::string());
    FigureIssues issues;
    for (const Indicator& indicator : now.indicators)
        for (const PrintedValue& printed : indicator.printed)
            if (printed.agreement == FigureAgreement::differs && !corrected.contains(printed.figure.text()))
                issues.emplace(printed.figure.text(), outdated(indicator, dossier.get(printed.figure)));
    for (const Election& election : dossier.all<Election>())
        if (!issues.empty() && !(now.election && now.election->id() == election.id))
            leave_out_agreeing(dossier, election.id.text(), issues);
    return issues;
}

IssuesBySentence figure_issues(const Dossier& dossier, const Document& document) {
    IssuesBySentence issues;
    const auto figures = dossier.all<PublishedFigure>();
    if (std::none_of(figures.begin(), figures.end(), [](const auto& figure) { return !figure.indicator.empty(); }))
        return issues;
    const auto differing = outdated_figures(dossier, document);
    if (differing.empty()) return issues;
    for (const auto& [sentence, printed] : figures_of(dossier, document))
        for (const std::string& figure : printed)
            if (const auto found = differing.find(figure); found != differing.end())
                issues[sentence].push_back(found->second);
    return issues;
}

// Sentences that the record does not know -------------------------------------------------------------------------

/// Rules on the words of a sentence that need no anchors to know what is wrong.
bool is_on_words(std::string_view rule) {
    constexpr std::array<std::string_view, 3> kRules{"cue-unanchored", "figure-unanchored", "word-without-basis"};
    return std::find(kRules.begin(), kRules.end(), rule) != kRules.end();
}

/// A dossier of new sentences only, as if they asserted something, with the lexicon and the waivers that hold for all.
Dossier dossier_of_new(const Dossier& dossier, const Document& document, const std::vector<SourcedSentence>& rows) {
    Edit edit;
    for (const LexiconEntry& entry : dossier.all<LexiconEntry>()) edit.put(entry);
    for (const Waiver& waiver : dossier.all<Waiver>())
        if (!waiver.target) edit.put(waiver);
    Document unknown;
    unknown.id = Id("new");
    unknown.title = document.title;
    unknown.language = document.language;
    edit.put(unknown);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].state != SentenceState::new_) continue;
        Sentence sentence;
        sentence.id = Id(fmt::format("{}", i));
        sentence.document = Ref<Document>(unknown.id);
        sentence.origin = SentenceOrigin::authored;
        sentence.asserts = YesNo::yes;
        sentence.text = rows[i].text;
        edit.put(std::move(sentence));
    }
    return edit.snapshot();
}

/// The checks of words on sentences that the record does not know; whether these assert anything nobody has said.
void check_new(const Dossier& dossier, const Document& document, std::vector<SourcedSentence>& rows) {
    const auto is_new = [](const SourcedSentence& row) { return row.state == SentenceState::new_; };
    if (std::none_of(rows.begin(), rows.end(), is_new)) return;
    const Dossier unknown = dossier_of_new(dossier, document, rows);
    IssuesBySentence issues;
    for (const check::Issue& issue : check::check_text(unknown, unknown.get<Document>("new"), nullptr))
        if (is_on_words(issue.rule)) issues[sentence_of(unknown, issue)].push_back(part_of(issue));
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (is_new(rows[i])) append(issues, fmt::format("{}", i), rows[i].issues);
}

// Order -----------------------------------------------------------------------------------------------------------

/// Unchanged sentences of a copy that are not in the longest run which keeps the order of the record.
std::set<const Sentence*> moved_in(const std::vector<check::AlignedSentence>& copy) {
    std::vector<const check::AlignedSentence*> unchanged;
    for (const check::AlignedSentence& each : copy)
        if (each.sentence && each.unchanged) unchanged.push_back(&each);
    std::vector<std::size_t> tails;
    std::vector<std::optional<std::size_t>> previous(unchanged.size());
    for (std::size_t i = 0; i < unchanged.size(); ++i) {
        const auto at = std::partition_point(tails.begin(), tails.end(), [&](std::size_t tail) {
            return unchanged[tail]->recorded.begin < unchanged[i]->recorded.begin;
        });
        if (at != tails.begin()) previous[i] = *std::prev(at);
        if (at == tails.end()) tails.push_back(i);
        else *at = i;
    }
    std::set<const Sentence*> moved;
    for (const auto* each : unchanged) moved.insert(each->sentence);
    for (auto at = tails.empty() ? std::nullopt : std::optional(tails.back()); at; at = previous[*at])
        moved.erase(unchanged[*at]->sentence);
    return moved;
}

std::string after(const Sentence* before) {
    return before ? fmt::format("after sentence {}", before->id.text()) : std::string("first");
}

/// Each sentence with the one before it.
std::map<const Sentence*, const Sentence*> neighbours(const std::vector<const Sentence*>& order) {
    std::map<const Sentence*, const Sentence*> before;
    for (std::size_t i = 0; i < order.size(); ++i) before[order[i]] = i == 0 ? nullptr : order[i - 1];
    return before;
}

/// Issues of the sentences that a copy has in another order than the record.
IssuesBySentence order_issues(const std::vector<check::AlignedSentence>& copy) {
    std::vector<const check::AlignedSentence*> known;
    for (const check::AlignedSentence& each : copy)
        if (each.sentence && !each.span.empty()) known.push_back(&each);
    const auto sentences_of = [&] {
        std::vector<const Sentence*> sentences;
        for (const auto* each : known) sentences.push_back(each->sentence);
        return sentences;
    };
    const auto in_copy = neighbours(sentences_of());
    std::stable_sort(known.begin(), known.end(),
                     [](const auto* left, const auto* right) { return left->recorded.begin < right->recorded.begin; });
    const auto on_record = neighbours(sentences_of());
    IssuesBySentence issues;
    for (const Sentence* sentence : moved_in(copy)) {
        SentenceIssue issue;
        issue.rule = "sentence-moved";
        issue.message = fmt::format("stands in another order: {} in the copy, {} on record", after(in_copy.at(sentence)),
                                    after(on_record.at(sentence)));
        issue.remedy = "read what is around it: order may change what a sentence says";
        issues[sentence->id.text()].push_back(std::move(issue));
    }
    return issues;
}

/// The sourcing of one document, against a copy of it where one is at hand.
class Sourcing {
public:
    Sourcing(const Dossier& dossier, const Document& document, const std::string* text)
        : dossier_(dossier), document_(document), copy_(document.external == YesNo::yes ? text : nullptr) {
        for (const Anchor& anchor : dossier.all<Anchor>()) anchors_[anchor.sentence.text()].push_back(&anchor);
        for (auto& [sentence, anchors] : anchors_)
            std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor* left, const Anchor* right) {
                return left->range.begin < right->range.begin;
            });
        if (document.external != YesNo::yes || copy_) issues_ = check::check_text(dossier, document, copy_);
        for (const check::Issue& issue : issues_) text_issues_[sentence_of(dossier, issue)].push_back(part_of(issue));
        figure_issues_ = figure_issues(dossier, document);
    }

    void fill(SourcingResult& result);

private:
    [[nodiscard]] SourcedAnchor anchor_row(const Anchor& anchor, std::string_view words_at_hand) const;
    [[nodiscard]] SourcedSentence sentence_row(const Sentence& sentence, std::string text, Span span,
                                               SentenceState state) const;
    [[nodiscard]] std::vector<SourcedSentence> compared();
    [[nodiscard]] std::vector<SourcedSentence> recorded() const;
    [[nodiscard]] bool is_anchored_on_record(const SourcedSentence& row) const;
    void count_sentence(SourcingResult& result, const SourcedSentence& row) const;
    void count(SourcingResult& result) const;
    void describe_text(SourcingResult& result) const;
    void list_unused(SourcingResult& result) const;
    void list_unsupported(SourcingResult& result) const;
    void list_changes(SourcingResult& result) const;

    const Dossier& dossier_;
    const Document& document_;
    const std::string* copy_;  ///< null where no copy of an external document is at hand
    std::map<std::string_view, std::vector<const Anchor*>> anchors_;
    std::vector<check::Issue> issues_;
    IssuesBySentence text_issues_;
    IssuesBySentence figure_issues_;
    IssuesBySentence order_issues_;
};

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
    const bool stands = state != SentenceState::changed && state != SentenceState::gone;
    bool anchored = false, supported = true;
    if (const auto found = anchors_.find(sentence.id.text()); found != anchors_.end()) {
        for (const Anchor* anchor : found->second) {
            row.anchors.push_back(anchor_row(*anchor, at_hand));
            anchored = anchored || anchors_assertion(dossier_, *anchor);
            supported = supported && row.anchors.back().has_evidence != YesNo::no;
        }
    }
    row.anchored = anchored && stands ? YesNo::yes : YesNo::no;
    if (anchored) row.rests_on_evidence = supported ? YesNo::yes : YesNo::no;
    for (const IssuesBySentence* issues : {&text_issues_, &figure_issues_, &order_issues_})
        append(*issues, sentence.id.text(), row.issues);
    row.text = std::move(text);
    return row;
}

/// Sentences of the copy at hand in its order, with those that it lacks where they stood.
std::vector<SourcedSentence> Sourcing::compared() {
    std::vector<SourcedSentence> made;
    const std::vector<check::AlignedSentence> copy = check::align(dossier_, document_, *copy_);
    order_issues_ = order_issues(copy);
    for (const check::AlignedSentence& aligned : copy) {
        const auto begin = static_cast<std::size_t>(aligned.span.begin);
        std::string words =
            aligned.span.empty() ? std::string() : copy_->substr(begin, static_cast<std::size_t>(aligned.span.size()));
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
    check_new(dossier_, document_, made);
    return made;
}

std::vector<SourcedSentence> Sourcing::recorded() const {
    std::vector<SourcedSentence> made;
    for (const Sentence* sentence : sentences_in_order(dossier_, document_))
        made.push_back(sentence_row(*sentence, sentence->text, sentence->span, SentenceState::not_compared));
    return made;
}

bool Sourcing::is_anchored_on_record(const SourcedSentence& row) const {
    return std::any_of(row.anchors.begin(), row.anchors.end(), [&](const SourcedAnchor& each) {
        return check::carries_assertion(each.role) && exists(dossier_, each.target);
    });
}

/// Why an asserting sentence, or one that may assert something, counts as not anchored.
std::string why_unanchored(const SourcedSentence& row, bool anchored_on_record) {
    if (row.state == SentenceState::new_)
        return "new: the record does not know it, nor whether it asserts anything";
    if (!anchored_on_record) return "anchored in nothing that carries an assertion";
    if (row.state == SentenceState::gone) return "gone: the copy at hand does not have it";
    return "changed: its anchors were set on other words";
}

void Sourcing::count_sentence(SourcingResult& result, const SourcedSentence& row) const {
    ++result.sentences_total;
    if (row.state == SentenceState::changed) ++result.sentences_changed;
    if (row.state == SentenceState::gone) ++result.sentences_gone;
    result.anchors += static_cast<std::int64_t>(row.anchors.size());
    for (const SourcedAnchor& each : row.anchors)
        if (is_cue(each.role) && !dossier_.get(each.anchor).range.empty()) ++result.cue_ranges;
    if (row.asserts != YesNo::yes) return;
    ++result.asserting;
    if (row.anchored == YesNo::yes) ++result.anchored;
    if (is_anchored_on_record(row)) ++result.anchored_on_record;
}

/// What is gone, changed or new in a copy is not anchored there, so that a copy which is not the text on record never has
/// its share.
void Sourcing::count(SourcingResult& result) const {
    for (const SourcedSentence& row : result.sentences) {
        const bool is_new = row.state == SentenceState::new_;
        if (is_new) ++result.sentences_new;
        else count_sentence(result, row);
        if (row.anchored == YesNo::yes || (!is_new && row.asserts != YesNo::yes)) continue;
        UnanchoredSentence unanchored;
        unanchored.sentence = row.sentence;
        unanchored.text = row.text;
        unanchored.span = row.span;
        unanchored.reason = why_unanchored(row, is_anchored_on_record(row));
        result.unanchored.push_back(std::move(unanchored));
    }
    result.sentences_moved = static_cast<std::int64_t>(order_issues_.size());
    if (const std::int64_t all = result.asserting + result.sentences_new; all > 0)
        result.share_anchored = Rational(result.anchored, all) * Rational(100);
}

/// "1 sentence changed, 2 gone, 0 new", and how many moved where some did.
std::string difference_words(const SourcingResult& result) {
    std::string made = fmt::format("{} changed, {} gone, {} new", counted(result.sentences_changed, "sentence", "sentences"),
                                   result.sentences_gone, result.sentences_new);
    if (result.sentences_moved > 0) made += fmt::format(", {} in another order", result.sentences_moved);
    return made;
}

bool differs(const SourcingResult& result) {
    return result.sentences_changed + result.sentences_gone + result.sentences_new + result.sentences_moved > 0;
}

void Sourcing::describe_text(SourcingResult& result) const {
    if (document_.external != YesNo::yes) {
        result.text_at_hand = TextAtHand::of_the_record;
        result.text_note = "The words are those of the dossier.";
        return;
    }
    if (!copy_) {
        result.text_note =
            "The document is not at hand: words are those that the record keeps, and its sentences were not compared.";
        result.head.not_computed.emplace_back("text checks: the document is not at hand");
        return;
    }
    const bool same = document_.sha256.empty() ? !differs(result) : sha256(*copy_) == document_.sha256;
    result.text_at_hand = same ? TextAtHand::unchanged : TextAtHand::changed;
    if (same && document_.sha256.empty()) result.text_note = "Every sentence of the copy at hand is the one on record.";
    else if (same)
        result.text_note = "The copy at hand is the document that the record was made from, byte for byte.";
    else if (!differs(result))
        result.text_note = "Every sentence of the copy at hand is the one on record; bytes between or after them differ.";
    else
        result.text_note = fmt::format("The copy at hand{} is not the document that the record was made from: {}.",
                                       copy_->empty() ? ", which is empty," : "", difference_words(result));
    if (result.sentences_new > 0)
        result.text_note +=
            " Whether new sentences assert anything is not known: they count as asserting and not anchored.";
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
    for (const SourcedSentence& sentence : result.sentences) {
        for (const SentenceIssue& issue : sentence.issues) {
            const bool listed = sentence.sentence && issue.rule != "figure-outdated" && issue.rule != "sentence-moved";
            if (listed || !issue.waived.empty()) continue;
            ChangedPart row;
            row.sentence = sentence.sentence;
            row.part = issue.part;
            row.message = issue.message;
            result.changes.push_back(std::move(row));
        }
    }
}

void Sourcing::fill(SourcingResult& result) {
    result.sentences = copy_ ? compared() : recorded();
    count(result);
    describe_text(result);
    list_changes(result);
    list_unsupported(result);
    list_unused(result);
}

std::string summary_of(const SourcingResult& result) {
    const std::string ties = fmt::format("{}, {}", counted(result.anchors, "anchor", "anchors"),
                                         counted(result.cue_ranges, "cue range", "cue ranges"));
    const bool of_a_copy = differs(result);
    if (!result.share_anchored) {
        const std::string none = fmt::format("no sentence on record asserts anything; {}", ties);
        return of_a_copy ? fmt::format("{}; the copy at hand differs: {}", none, difference_words(result)) : none;
    }
    const std::int64_t all = result.asserting + result.sentences_new;
    if (!of_a_copy)
        return fmt::format("{} % of asserting sentences anchored ({} of {}), {}", result.share_anchored->decimal(1),
                           result.anchored, all, ties);
    return fmt::format("{} % of asserting sentences anchored in the copy at hand ({} of {}): {}; on record {} of {}, {}",
                       result.share_anchored->decimal(1), result.anchored, all, difference_words(result),
                       result.anchored_on_record, result.asserting, ties);
}

}  // namespace

bool anchors_assertion(const Dossier& dossier, const Anchor& anchor) {
    return check::carries_assertion(anchor.role) && exists(dossier, anchor.target);
}

SourcingResult sourcing(const Dossier& dossier, const SourcingOptions& options) {
    const Document& document = choose_document(dossier, options.document);
    SourcingResult result;
    SourcingOptions in_full = options;
    in_full.document = document.id.text();
    // The copy itself is no part of the result: what was at hand is said by its digest.
    if (options.text) in_full.text = "sha256:" + sha256(*options.text);
    result.head = head_for(dossier, "sourcing", in_full);
    result.title = document.title;
    result.document = Ref<Document>(document.id);
    result.caution =
        "This is linkage, not truth: it says what each sentence is tied to and where text and record part ways, not "
        "whether "
        "either is true.";
    const std::optional<std::string> copy = options.text ? std::optional(check::with_plain_lines(*options.text)) : std::nullopt;
    Sourcing(dossier, document, copy ? &*copy : nullptr).fill(result);
    result.summary = summary_of(result);
    return result;
}

}  // namespace openeom::analysis
