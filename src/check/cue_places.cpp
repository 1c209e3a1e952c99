#include "check/cue_places.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/agreement.hpp"
#include "check/numbers.hpp"

namespace openeom::check {

namespace {

/// Places of the finding's own words; in a text of others byte for byte.
std::vector<Span> places_of_own_words(const SentenceText& sentence, std::string_view words) {
    if (words.empty()) return {};
    std::vector<Span> places = occurrences(sentence.words, phrase_of(words));
    if (is_external(*sentence.sentence))
        std::erase_if(places, [&](const Span& each) { return *bytes_at(*sentence.text, each) != words; });
    return places;
}

std::vector<Span> places_of_listed_words(const SentenceText& sentence, const FindingPart& part) {
    std::vector<Span> places;
    for (const Lexicon::Hit& hit : sentence.hits)
        if (hit.carries(part.role, part.code)) places.push_back(hit.range);
    return places;
}

std::vector<Span> places_of_numbers(Context& context, const std::string& language, const SentenceText& sentence,
                                    const CueAnchor& cue) {
    std::vector<Span> places;
    for (const TextNumber& number : numbers_in(*sentence.text, language))
        if (agreement(context.dossier(), context.lexicon(), language, *cue.part, *cue.finding,
                      *bytes_at(*sentence.text, number.range)) == Agreement::agrees)
            places.push_back(number.range);
    return places;
}

void add(std::vector<Span>& places, const std::vector<Span>& more) {
    places.insert(places.end(), more.begin(), more.end());
}

/// In order of place, the longer of two that overlap.
std::vector<Span> apart(std::vector<Span> places) {
    std::sort(places.begin(), places.end(), [](const Span& left, const Span& right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::vector<Span> kept;
    for (const Span& each : places)
        if (kept.empty() || !overlap(kept.back(), each)) kept.push_back(each);
    return kept;
}

}  // namespace

std::vector<Span> places_of(Context& context, const DocumentText& document, const SentenceText& sentence,
                            const CueAnchor& cue) {
    std::vector<Span> places = places_of_own_words(sentence, cue.part->words);
    if (places.empty() && !is_external(*sentence.sentence)) {
        add(places, places_of_listed_words(sentence, *cue.part));
        if (cue.part->role == AnchorRole::quantity)
            add(places, places_of_numbers(context, document.document->language, sentence, cue));
    }
    std::erase_if(places, [&](const Span& each) { return each == cue.place; });
    return apart(std::move(places));
}

std::string where(const SentenceText& sentence, const std::vector<Span>& places) {
    constexpr std::size_t kShown = 3;
    std::string made;
    for (std::size_t i = 0; i < std::min(places.size(), kShown); ++i)
        made += fmt::format("{}{} stands at bytes {} to {}", i > 0 ? ", " : "",
                            marked(*bytes_at(*sentence.text, places[i])), places[i].begin, places[i].end);
    return made;
}

}  // namespace openeom::check
