#include "check/alignment.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "check/parts.hpp"
#include "check/phrases.hpp"
#include "check/sentence_split.hpp"
#include "openeom/base/digest.hpp"

namespace openeom::check {

namespace {

/// A recorded sentence and what is known of its words without having them.
struct Recorded {
    const Sentence* sentence = nullptr;
    std::vector<std::vector<std::string>> cues;
    std::optional<Span> place;  ///< in the copy
    bool unchanged = false;

    [[nodiscard]] std::int64_t begin() const { return sentence->span.begin; }
    [[nodiscard]] std::int64_t size() const { return sentence->span.size(); }
};

/// A stretch of the copy that is no unchanged sentence.
struct Unit {
    Span span;
    std::size_t first_word = 0;
    std::size_t last_word = 0;  ///< one past
    bool joins_next = false;    ///< nothing but white space to the next unit, and no blank line
    bool taken = false;
};

std::vector<std::vector<std::string>> cues_of(const Dossier& dossier, const Index& index, const Sentence& sentence) {
    std::set<std::vector<std::string>> phrases;
    for (const Anchor* anchor : index.anchors_of(sentence.id.text())) {
        const Finding* finding = finding_at(dossier, anchor->target);
        const auto part = finding ? part_of(*finding, anchor->role) : std::nullopt;
        if (!part || part->words.empty()) continue;
        if (auto phrase = phrase_of(part->words); !phrase.empty()) phrases.insert(std::move(phrase));
    }
    return {phrases.begin(), phrases.end()};
}

class Aligner {
public:
    Aligner(const Dossier& dossier, const Index& index, const Document& document, std::string_view copy) : copy_(copy) {
        const bool same = !document.sha256.empty() && document.sha256 == sha256(copy);
        for (const Sentence* sentence : index.sentences_of(document.id.text())) {
            if (!is_external(*sentence)) continue;
            Recorded recorded{sentence, cues_of(dossier, index, *sentence), std::nullopt, false};
            if (same && bytes_at(copy, sentence->span) && !sentence->span.empty()) settle(recorded, sentence->span);
            recorded_.push_back(std::move(recorded));
        }
    }

    std::vector<AlignedSentence> run() {
        if (std::any_of(recorded_.begin(), recorded_.end(), [](const Recorded& each) { return !each.unchanged; })) {
            follow_drift();
            search();
            follow_neighbours();
        }
        make_units();
        align_gaps();
        return result();
    }

private:
    // Unchanged sentences --------------------------------------------------------------------------------------------

    void settle(Recorded& recorded, const Span& place) {
        recorded.place = place;
        recorded.unchanged = true;
        used_[place.begin] = place.end;
    }

    [[nodiscard]] bool is_free(const Span& place) const {
        const auto after = used_.lower_bound(place.begin);
        if (after != used_.end() && after->first < place.end) return false;
        return after == used_.begin() || std::prev(after)->second <= place.begin;
    }

    bool settle_if_it_is(Recorded& recorded, std::int64_t begin) {
        if (recorded.unchanged || recorded.size() <= 0 || recorded.sentence->sha256.empty()) return false;
        const Span place{begin, begin + recorded.size()};
        const auto bytes = bytes_at(copy_, place);
        if (!bytes || !is_free(place) || sha256(*bytes) != recorded.sentence->sha256) return false;
        settle(recorded, place);
        return true;
    }

    /// Up to the first change, and after each for as long as everything moved by the same number of bytes.
    void follow_drift() {
        std::int64_t drift = 0;
        for (Recorded& recorded : recorded_) {
            if (recorded.unchanged) continue;
            if (!settle_if_it_is(recorded, recorded.begin() + drift)) settle_if_it_is(recorded, recorded.begin());
            if (recorded.place) drift = recorded.place->begin - recorded.begin();
        }
    }

    /// Places in the copy, by digest, of what may be a sentence as long as one that is looked for.
    std::map<std::string, std::vector<std::int64_t>, std::less<>> places_by_digest() const {
        std::set<std::int64_t> sizes;
        std::map<std::string, std::vector<std::int64_t>, std::less<>> places;
        for (const Recorded& recorded : recorded_) {
            if (recorded.unchanged || recorded.size() <= 0 || recorded.sentence->sha256.empty()) continue;
            sizes.insert(recorded.size());
            places[recorded.sentence->sha256];
        }
        if (sizes.empty()) return places;
        std::vector<bool> ends(copy_.size() + 1);
        for (std::size_t at = 0; at <= copy_.size(); ++at) ends[at] = may_end(copy_, at);
        for (std::size_t at = 0; at < copy_.size(); ++at) {
            if (!may_begin(copy_, at)) continue;
            for (const std::int64_t size : sizes) {
                const std::size_t end = at + static_cast<std::size_t>(size);
                if (end > copy_.size()) break;
                if (!ends[end]) continue;
                const auto found = places.find(sha256(copy_.substr(at, static_cast<std::size_t>(size))));
                if (found != places.end()) found->second.push_back(static_cast<std::int64_t>(at));
            }
        }
        return places;
    }

    /// Sentences that moved. One that stands in several places goes to those that keep the order.
    void search() {
        std::map<std::string_view, std::vector<std::size_t>> wanted;
        const auto places = places_by_digest();
        for (std::size_t i = 0; i < recorded_.size(); ++i)
            if (!recorded_[i].unchanged) wanted[recorded_[i].sentence->sha256].push_back(i);
        for (const auto& [digest, sentences] : wanted) {
            const auto found = places.find(digest);
            if (found == places.end() || found->second.empty()) continue;
            std::vector<std::int64_t> recorded, free;
            for (const std::size_t i : sentences) recorded.push_back(recorded_[i].begin());
            for (const std::int64_t at : found->second)
                if (is_free({at, at + recorded_[sentences.front()].size()})) free.push_back(at);
            const auto assigned = assign_in_order(recorded, free);
            for (std::size_t i = 0; i < sentences.size(); ++i)
                if (assigned[i]) settle_if_it_is(recorded_[sentences[i]], free[*assigned[i]]);
        }
    }

    /// Sentences whose ends no punctuation shows, next to one that was found.
    void follow_neighbours() {
        for (std::size_t i = 1; i < recorded_.size(); ++i) {
            const Recorded& before = recorded_[i - 1];
            if (before.unchanged)
                settle_if_it_is(recorded_[i], before.place->begin + recorded_[i].begin() - before.begin());
        }
        for (std::size_t i = recorded_.size(); i-- > 1;) {
            const Recorded& after = recorded_[i];
            if (after.unchanged)
                settle_if_it_is(recorded_[i - 1], after.place->begin + recorded_[i - 1].begin() - after.begin());
        }
    }

    // Changed sentences ----------------------------------------------------------------------------------------------

    void make_units() {
        words_ = words_of(copy_);
        std::int64_t at = 0;
        for (const auto& [begin, end] : used_) {
            add_units({at, begin});
            at = std::max(at, end);
        }
        add_units({at, static_cast<std::int64_t>(copy_.size())});
    }

    std::size_t word_at(std::int64_t offset) const {
        const auto found = std::partition_point(words_.begin(), words_.end(), [&](const text::Word& word) {
            return static_cast<std::int64_t>(word.begin) < offset;
        });
        return static_cast<std::size_t>(found - words_.begin());
    }

    void add_units(const Span& region) {
        if (region.size() <= 0) return;
        bool first = true;
        for (const Span& span : split_sentences(copy_, region)) {
            const std::size_t from = word_at(span.begin), to = word_at(span.end);
            if (from == to) continue;  // a rule of dashes, a stray mark
            if (!first) {
                const std::int64_t end = units_.back().span.end;
                const std::string_view white = *bytes_at(copy_, {end, span.begin});
                units_.back().joins_next = std::count(white.begin(), white.end(), '\n') < 2;
            }
            units_.push_back({span, from, to, false, false});
            first = false;
        }
    }

    /// The longest run of unchanged sentences that kept their order: the fixed points.
    std::vector<std::size_t> fixed_points() const {
        std::vector<std::size_t> tails;
        std::vector<std::optional<std::size_t>> previous(recorded_.size());
        for (std::size_t i = 0; i < recorded_.size(); ++i) {
            if (!recorded_[i].unchanged) continue;
            const auto at = std::partition_point(tails.begin(), tails.end(), [&](std::size_t tail) {
                return recorded_[tail].place->begin < recorded_[i].place->begin;
            });
            if (at != tails.begin()) previous[i] = *std::prev(at);
            if (at == tails.end()) tails.push_back(i);
            else *at = i;
        }
        std::vector<std::size_t> fixed;
        for (auto at = tails.empty() ? std::nullopt : std::optional(tails.back()); at; at = previous[*at])
            fixed.push_back(*at);
        std::reverse(fixed.begin(), fixed.end());
        return fixed;
    }

    void align_gaps() {
        std::size_t next = 0;
        std::int64_t from = 0;
        for (const std::size_t fixed : fixed_points()) {
            align_gap(next, fixed, from, recorded_[fixed].place->begin);
            next = fixed + 1;
            from = recorded_[fixed].place->end;
        }
        align_gap(next, recorded_.size(), from, static_cast<std::int64_t>(copy_.size()));
    }

    /// How like a recorded sentence words of the copy are, 0 to 1; 0 where they are taken for another sentence.
    double likeness(const Recorded& recorded, const Unit& first, const Unit& last) const {
        const double size = static_cast<double>(last.span.end - first.span.begin);
        const double old = static_cast<double>(std::max<std::int64_t>(recorded.size(), 1));
        const double length = std::min(size, old) / std::max(size, old);
        const std::span<const text::Word> words(words_.data() + first.first_word, last.last_word - first.first_word);
        std::size_t found = 0;
        for (const auto& cue : recorded.cues)
            if (!occurrences(words, cue).empty()) ++found;
        const std::size_t cues = recorded.cues.size();
        if (cues == 0) return length >= 0.5 ? 0.3 * length : 0;
        if (found == 0) return cues <= 2 && length >= 0.6 ? 0.2 * length : 0;
        if (length < 0.25) return 0;
        return 0.7 * static_cast<double>(found) / static_cast<double>(cues) + 0.3 * length;
    }

    struct Choice {
        double score = 0;
        std::size_t units = 0;  ///< units joined for the sentence; 0 where it has none
        bool skips_unit = false;
    };

    /// Sentences [first, last) of the record against the units between two fixed points, order kept, likeness greatest.
    void align_gap(std::size_t first, std::size_t last, std::int64_t from, std::int64_t to) {
        std::vector<Recorded*> sentences;
        for (std::size_t i = first; i < last; ++i)
            if (!recorded_[i].unchanged && recorded_[i].size() > 0) sentences.push_back(&recorded_[i]);
        std::vector<Unit*> units;
        auto unit = std::partition_point(units_.begin(), units_.end(),
                                         [&](const Unit& each) { return each.span.begin < from; });
        for (; unit != units_.end() && unit->span.end <= to; ++unit) units.push_back(&*unit);
        settle_in_pieces(sentences, units);
    }

    /// A wholly rewritten text is aligned in pieces of proportional length, so that time grows with its length.
    void settle_in_pieces(std::span<Recorded* const> sentences, std::span<Unit* const> units) {
        constexpr std::size_t kPiece = 250;
        const std::size_t pieces = (std::max(sentences.size(), units.size()) + kPiece - 1) / kPiece;
        const auto part = [&](auto all, std::size_t at) {
            const std::size_t begin = all.size() * at / pieces, end = all.size() * (at + 1) / pieces;
            return all.subspan(begin, end - begin);
        };
        for (std::size_t at = 0; at < pieces; ++at) settle_best(part(sentences, at), part(units, at));
    }

    void settle_best(std::span<Recorded* const> sentences, std::span<Unit* const> units) {
        constexpr std::size_t kJoined = 3;
        const std::size_t n = sentences.size(), m = units.size();
        std::vector<std::vector<Choice>> best(n + 1, std::vector<Choice>(m + 1));
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t j = m; j-- > 0;) {
                Choice choice{best[i + 1][j].score, 0, false};
                if (best[i][j + 1].score > choice.score) choice = {best[i][j + 1].score, 0, true};
                for (std::size_t k = 1; k <= kJoined && j + k <= m; ++k) {
                    if (k > 1 && !units[j + k - 2]->joins_next) break;
                    const double like = likeness(*sentences[i], *units[j], *units[j + k - 1]);
                    const double score = like > 0 ? like - 0.01 * static_cast<double>(k) + best[i + 1][j + k].score : 0;
                    if (like > 0 && score > choice.score) choice = {score, k, false};
                }
                best[i][j] = choice;
            }
        }
        for (std::size_t i = 0, j = 0; i < n && j < m;) {
            const Choice& choice = best[i][j];
            if (choice.skips_unit) {
                ++j;
                continue;
            }
            if (choice.units > 0) {
                sentences[i]->place = Span{units[j]->span.begin, units[j + choice.units - 1]->span.end};
                for (std::size_t k = 0; k < choice.units; ++k) units[j + k]->taken = true;
            }
            j += choice.units;
            ++i;
        }
    }

    // ----------------------------------------------------------------------------------------------------------------

    std::vector<AlignedSentence> result() const {
        // A sentence that is gone stands after the one before it in the record.
        std::vector<std::pair<std::int64_t, AlignedSentence>> placed;
        std::int64_t last = -1;
        for (const Recorded& recorded : recorded_) {
            if (recorded.place) last = recorded.place->begin;
            placed.push_back(
                {last,
                 {recorded.sentence, recorded.place.value_or(Span{}), recorded.unchanged, recorded.sentence->span}});
        }
        for (const Unit& unit : units_)
            if (!unit.taken) placed.push_back({unit.span.begin, {nullptr, unit.span, false, {}}});
        std::stable_sort(placed.begin(), placed.end(),
                         [](const auto& left, const auto& right) { return left.first < right.first; });
        std::vector<AlignedSentence> aligned;
        for (auto& [at, sentence] : placed) aligned.push_back(sentence);
        return aligned;
    }

    std::string_view copy_;
    std::vector<Recorded> recorded_;
    std::map<std::int64_t, std::int64_t> used_;  ///< begin and end of unchanged sentences in the copy
    std::vector<text::Word> words_;
    std::vector<Unit> units_;
};

}  // namespace

std::vector<AlignedSentence> align(const Dossier& dossier, const Index& index, const Document& document,
                                   std::string_view copy) {
    return Aligner(dossier, index, document, copy).run();
}

std::vector<AlignedSentence> align(const Dossier& dossier, const Document& document, std::string_view copy) {
    return align(dossier, Index(dossier), document, copy);
}

}  // namespace openeom::check
