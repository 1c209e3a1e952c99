#include "check/index.hpp"

#include <algorithm>
#include <tuple>

namespace openeom::check {

namespace {

template <class T>
std::span<const T* const> at(const std::unordered_map<std::string_view, std::vector<const T*>>& lists,
                             std::string_view key) {
    const auto found = lists.find(key);
    if (found == lists.end()) return {};
    return found->second;
}

std::int64_t position_of(const Dossier& dossier, const Sentence& sentence) {
    const Section* section = dossier.find(sentence.section);
    return section ? section->position.value_or(0) : 0;
}

}  // namespace

Index::Index(const Dossier& dossier) {
    for (const Anchor& anchor : dossier.all<Anchor>()) {
        anchors_of_[anchor.sentence.text()].push_back(&anchor);
        anchors_to_[anchor.target.text()].push_back(&anchor);
    }
    for (auto& [sentence, anchors] : anchors_of_)
        std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor* left, const Anchor* right) {
            return std::tie(left->range.begin, left->range.end) < std::tie(right->range.begin, right->range.end);
        });
    for (const Sentence& sentence : dossier.all<Sentence>())
        sentences_of_[sentence.document.text()].push_back(&sentence);
    for (auto& [document, sentences] : sentences_of_) {
        const auto key = [&](const Sentence* each) {
            return std::tuple(each->span.begin, position_of(dossier, *each), each->paragraph.value_or(0),
                              each->position.value_or(0));
        };
        std::stable_sort(sentences.begin(), sentences.end(),
                         [&](const Sentence* left, const Sentence* right) { return key(left) < key(right); });
    }
    for (const Quote& quote : dossier.all<Quote>()) quotes_of_[quote.document.text()].push_back(&quote);
    for (auto& [document, quotes] : quotes_of_)
        std::stable_sort(quotes.begin(), quotes.end(),
                         [](const Quote* left, const Quote* right) { return left->span.begin < right->span.begin; });
}

std::span<const Anchor* const> Index::anchors_of(std::string_view sentence) const {
    return at(anchors_of_, sentence);
}
std::span<const Anchor* const> Index::anchors_to(std::string_view target) const {
    return at(anchors_to_, target);
}
std::span<const Sentence* const> Index::sentences_of(std::string_view document) const {
    return at(sentences_of_, document);
}
std::span<const Quote* const> Index::quotes_of(std::string_view document) const {
    return at(quotes_of_, document);
}

bool is_external(const Sentence& sentence) {
    return sentence.origin == SentenceOrigin::external || (sentence.text.empty() && !sentence.span.empty());
}

}  // namespace openeom::check
