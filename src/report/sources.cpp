#include "sources.hpp"

#include <algorithm>

#include "label.hpp"

namespace openeom::report {

namespace {

/// "section II, page 3, paragraph 4": where in a source, or else its bytes.
std::string place_words(const Words& words, const Locator& at) {
    std::vector<std::string> parts = {at.section};
    if (!at.page.empty()) parts.push_back(words.fill("place.page", at.page));
    if (!at.paragraph.empty()) parts.push_back(words.fill("place.paragraph", at.paragraph));
    const bool vague = at.section.empty() && at.page.empty() && at.paragraph.empty();
    if (vague && !at.span.empty()) parts.push_back(words.fill("place.bytes", at.span.begin, at.span.end));
    return joined(parts);
}

}  // namespace

Cited Sources::cite(const std::vector<Ref<Evidence>>& evidence) {
    Cited cited;
    for (const Ref<Evidence>& reference : evidence) {
        const Evidence* found = context_.dossier.find(reference);
        const auto erased = found ? std::nullopt : erased_words(context_, AnyRef("evidence", reference.text()));
        if (!found && !erased) continue;
        if (found && !shows_evidence(context_.audience, found->kind)) {
            ++cited.withheld;
            continue;
        }
        const auto [at, is_new] = numbers_.emplace(reference.text(), static_cast<std::int64_t>(notes_.size()) + 1);
        if (is_new) notes_.push_back(found ? note(*found, at->second) : note(reference, *erased, at->second));
        if (std::ranges::find(cited.numbers, at->second) == cited.numbers.end()) cited.numbers.push_back(at->second);
    }
    return cited;
}

/// All that can be said of evidence that was erased.
SourceNote Sources::note(const Ref<Evidence>& evidence, const std::string& erased, std::int64_t number) {
    SourceNote made;
    made.number = number;
    made.evidence = evidence;
    made.title = erased;
    return made;
}

SourceNote Sources::note(const Evidence& evidence, std::int64_t number) const {
    SourceNote made;
    made.number = number;
    made.evidence = Ref<Evidence>(evidence.id);
    made.source = evidence.source;
    made.statement = evidence.statement;
    made.kind = evidence.kind;
    made.place = place_words(context_.words, evidence.locator);
    made.confidence = evidence.confidence;
    made.caveat = evidence.version_caveat;
    made.url = evidence.locator.url;
    if (const Source* source = context_.dossier.find(evidence.source)) {
        made.title = source->title;
        made.publisher = source->publisher;
        made.date = source->date;
        made.tier = source->tier;
        made.language = source->language;
        if (made.url.empty()) made.url = source->url;
    }
    for (const Ref<Source>& other : evidence.corroborating_sources) made.corroborated_by.push_back(label(context_, other));
    for (const Ref<Evidence>& other : evidence.corroborated_by) {
        const Evidence* found = context_.dossier.find(other);
        if (found && shows_evidence(context_.audience, found->kind)) made.corroborated_by.push_back(label(context_, found->source));
    }
    std::ranges::sort(made.corroborated_by);
    made.corroborated_by.erase(std::unique(made.corroborated_by.begin(), made.corroborated_by.end()), made.corroborated_by.end());
    return made;
}

namespace {

/// New numbers by old ones.
class Renumbering {
public:
    explicit Renumbering(std::vector<std::int64_t> numbers) : numbers_(std::move(numbers)) {}

    void apply(DocumentView& view) const {
        for (SectionView& section : view.sections)
            for (SentenceView& sentence : section.sentences) {
                apply(sentence.sources);
                for (AnchorView& anchor : sentence.anchors) apply(anchor);
            }
    }

private:
    void apply(AnchorView& anchor) const {
        apply(anchor.sources);
        for (DiscrepancyView& one : anchor.discrepancies)
            for (ReportedView& value : one.values) apply(value.sources);
        for (RelationView& relation : anchor.relations) apply(relation.sources);
    }

    void apply(std::vector<std::int64_t>& numbers) const {
        for (std::int64_t& number : numbers) number = numbers_[static_cast<std::size_t>(number) - 1];
        std::ranges::sort(numbers);
    }

    std::vector<std::int64_t> numbers_;
};

}  // namespace

void Sources::settle(DocumentView& view) {
    std::map<std::string, std::size_t, std::less<>> first;  // of each source, its place in the order of the document
    for (std::size_t i = 0; i < notes_.size(); ++i) first.emplace(notes_[i].source.text(), i);
    std::ranges::stable_sort(notes_, {}, [&](const SourceNote& note) { return first.at(note.source.text()); });
    std::vector<std::int64_t> numbers(notes_.size());
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i) + 1;
        numbers[static_cast<std::size_t>(notes_[i].number) - 1] = number;
        notes_[i].number = number;
    }
    Renumbering(std::move(numbers)).apply(view);
    view.sources = std::move(notes_);
}

}  // namespace openeom::report
