#include "sentences.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "openeom/analysis/sourcing.hpp"
#include "openeom/base/text.hpp"
#include "openeom/io/open.hpp"
#include "quotes.hpp"

namespace openeom::report {

namespace {

constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();

// --- Sections in order ---

using Inside = std::map<std::string, std::vector<const Section*>, std::less<>>;  // by the section around; "" for none

bool comes_before(const Section* left, const Section* right) {
    return std::tuple(left->position.value_or(kLast), left->id) < std::tuple(right->position.value_or(kLast), right->id);
}

void walk(const Inside& inside, const std::string& around, std::int64_t depth,
          std::vector<std::pair<const Section*, std::int64_t>>& found) {
    const auto at = inside.find(around);
    if (at == inside.end()) return;
    for (const Section* section : at->second) {
        found.emplace_back(section, depth);
        walk(inside, section->id.text(), depth + 1, found);
    }
}

std::vector<std::pair<const Section*, std::int64_t>> sections_in_order(const Context& context) {
    Inside inside;
    for (const Section& section : context.dossier.all<Section>())
        if (section.document.id() == context.document.id)
            inside[section.within ? section.within->text() : std::string()].push_back(&section);
    for (auto& [around, sections] : inside) std::ranges::sort(sections, comes_before);
    std::vector<std::pair<const Section*, std::int64_t>> found;
    walk(inside, {}, 0, found);
    return found;
}

// --- Sentences in order ---

bool stands_before(const Sentence* left, const Sentence* right) {
    const auto place = [](const Sentence* sentence) {
        return std::tuple(sentence->position.value_or(kLast), sentence->paragraph.value_or(0), sentence->span.begin, sentence->id);
    };
    return place(left) < place(right);
}

// --- Segments ---

/// Which of two kinds of support shows where a stretch rests on both: what must not be overlooked comes first.
int weight(Standing standing) {
    switch (standing) {
        case Standing::quote: return 5;
        case Standing::claim: return 4;
        case Standing::not_determinable: return 3;
        case Standing::compiler: return 2;
        case Standing::not_stated:
        case Standing::finding: return 1;
        default: return 0;
    }
}

struct Stretch {
    Span range;
    Standing standing{};
};

std::vector<Stretch> stretches(const Context& context, const Sentence& sentence, const std::vector<AnchorView>& views,
                               std::string_view text) {
    std::vector<Stretch> found;
    const auto anchors = context.anchors.find(sentence.id.text());
    if (anchors == context.anchors.end()) return found;
    const auto size = static_cast<std::int64_t>(text.size());
    for (const Anchor* anchor : anchors->second) {
        if (anchor->role != AnchorRole::asserts && anchor->role != AnchorRole::quote) continue;
        const auto view = std::ranges::find(views, anchor->target, &AnchorView::target);
        Span range = anchor->range.empty() ? Span{0, size} : anchor->range;
        const bool fits = range.begin >= 0 && range.begin < range.end && range.end <= size &&
                          text::is_boundary(text, static_cast<std::size_t>(range.begin)) &&
                          text::is_boundary(text, static_cast<std::size_t>(range.end));
        if (fits && weight(view->standing) > 0) found.push_back({range, view->standing});
    }
    return found;
}

Standing heaviest_at(const std::vector<Stretch>& stretches, std::int64_t at) {
    Standing found = Standing::background;
    for (const Stretch& stretch : stretches)
        if (stretch.range.begin <= at && at < stretch.range.end && weight(stretch.standing) > weight(found)) found = stretch.standing;
    return found;
}

/// `text` cut where what it rests on changes; contact details are never cut, so that none can slip through in halves.
std::vector<SegmentView> segments(std::string_view text, const std::vector<Stretch>& stretches, const std::vector<Span>& whole) {
    std::vector<std::int64_t> cuts = {0, static_cast<std::int64_t>(text.size())};
    for (const Stretch& stretch : stretches) cuts.insert(cuts.end(), {stretch.range.begin, stretch.range.end});
    std::ranges::sort(cuts);
    std::vector<SegmentView> made;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const std::int64_t begin = cuts[i];
        const std::int64_t end = cuts[i + 1];
        if (begin == end) continue;
        const Standing standing = heaviest_at(stretches, begin);
        const bool inside = std::ranges::any_of(whole, [&](const Span& span) { return span.begin < begin && begin < span.end; });
        if (made.empty() || (made.back().standing != standing && !inside)) {
            made.emplace_back();
            made.back().standing = standing;
        }
        made.back().text += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    }
    return made;
}

// --- One sentence ---

FoundWords words_of(const Context& context, const Sentence& sentence) {
    const bool external = sentence.origin == SentenceOrigin::external || context.document.external == YesNo::yes;
    if (!external) return {Wording::shown, sentence.text};
    return words_at(context, sentence.document.text(), sentence.span, sentence.sha256);
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

void add_numbers(std::vector<std::int64_t>& list, const std::vector<std::int64_t>& more) {
    for (const std::int64_t number : more) add_once(list, number);
}

/// By the notion of the sourcing: background alone bears no assertion.
bool is_anchored(const Context& context, const Sentence& sentence) {
    const auto found = context.anchors.find(sentence.id.text());
    if (found == context.anchors.end()) return false;
    return std::ranges::any_of(found->second,
                               [&](const Anchor* anchor) { return analysis::anchors_assertion(context.dossier, *anchor); });
}

SentenceView sentence_view(const Context& context, Anchors& anchors, const Sentence& sentence) {
    SentenceView view;
    view.sentence = Ref<Sentence>(sentence.id);
    view.paragraph = sentence.paragraph.value_or(0);
    view.origin = sentence.origin;
    view.asserts = sentence.asserts;
    view.span = sentence.span;
    if (is_inside(context.audience)) view.author = sentence.author;
    view.notes = shown_notes(context.audience, sentence.notes);
    FoundWords found = words_of(context, sentence);
    view.wording = found.wording;
    view.anchors = anchors.views(sentence, found.words);
    for (const AnchorView& anchor : view.anchors) {
        add_once(view.marks, anchor.standing);
        add_numbers(view.sources, anchor.sources);
    }
    if (sentence.asserts == YesNo::yes && !is_anchored(context, sentence)) view.marks.insert(view.marks.begin(), Standing::unanchored);
    view.segments = segments(found.words, stretches(context, sentence, view.anchors, found.words), contact_details(found.words));
    view.text = std::move(found.words);
    return view;
}

SectionView section_view(const Context& context, const Section& section, std::int64_t depth) {
    SectionView view;
    view.section = Ref<Section>(section.id);
    view.outline = section.outline;
    view.title = section.title;
    // A text of others has the headings that it has.
    if (view.title.empty() && context.document.external != YesNo::yes) view.title = outline_heading(context, section.outline);
    view.depth = depth;
    if (is_inside(context.audience)) view.owner = section.owner;
    view.state = section.state;
    return view;
}

}  // namespace

std::string outline_heading(const Context& context, std::string_view key) {
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos) return {};
    const auto* outline = find_here_or_in_catalogue<DocumentOutline>(context.dossier, key.substr(0, dot));
    if (!outline) return {};
    for (const OutlineSection& section : outline->sections)
        if (section.key == key.substr(dot + 1))
            return context.document.language.starts_with("ru") && !section.title_ru.empty() ? section.title_ru : section.title;
    return {};
}

std::vector<SectionView> section_views(const Context& context, Anchors& anchors) {
    std::map<std::string, std::vector<const Sentence*>, std::less<>> by_section;
    for (const Sentence& sentence : context.dossier.all<Sentence>())
        if (sentence.document.id() == context.document.id)
            by_section[sentence.section ? sentence.section->text() : std::string()].push_back(&sentence);
    for (auto& [section, sentences] : by_section) std::ranges::sort(sentences, stands_before);

    std::vector<SectionView> views;
    std::int64_t number = 0;
    const auto fill = [&](SectionView view, const std::string& id) {
        for (const Sentence* sentence : by_section[id]) {
            view.sentences.push_back(sentence_view(context, anchors, *sentence));
            if (!view.sentences.back().marks.empty()) view.sentences.back().number = ++number;
        }
        views.push_back(std::move(view));
    };
    if (by_section.contains("")) fill({}, "");
    for (const auto& [section, depth] : sections_in_order(context)) fill(section_view(context, *section, depth), section->id.text());
    return views;
}

}  // namespace openeom::report
