// The text checks of cues (method 7.2, "How the text checks decide"): the words at a cue, what they may stand for, and
// listed words that no cue covers.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/agreement.hpp"
#include "check/cue_places.hpp"
#include "check/registry.hpp"

namespace openeom::check {

namespace {

void report(Context& context, const SentenceText& sentence, AnchorRole role, const Span& range, std::string message,
            std::string remedy = {}) {
    context.report({.record = reference(*sentence.sentence),
                    .member = is_external(*sentence.sentence) ? "span" : "text",
                    .role = std::string(code_name(role)),
                    .range = range,
                    .message = std::move(message),
                    .remedy = std::move(remedy)});
}

bool same_folded(std::string_view left, std::string_view right) {
    return phrase_of(left) == phrase_of(right);
}

/// How the words at a cue relate to the finding's own words. Words of a language without a lexicon are unknown.
enum class AtCue { same, own_words, other_code, unknown, differ };

/// Whether nobody can tell what words at a cue stand for: those of the finding are not in the sentence, and none of its
/// language are known for the part.
bool is_unknown(Context& context, const DocumentText& document, const SentenceText& sentence, const CueAnchor& cue,
                std::string_view bytes) {
    const std::string& language = document.document->language;
    return !language.empty() && !words_of(bytes).empty() && !context.lexicon().knows(language, cue.part->role) &&
           places_of(context, document, sentence, cue).empty();
}

AtCue words_at_cue(Context& context, const DocumentText& document, const SentenceText& sentence, const CueAnchor& cue,
                   std::string_view bytes) {
    if (bytes == cue.part->words) return AtCue::same;
    if (is_external(*sentence.sentence)) return AtCue::differ;
    // A text of our own may say it in its own words, if the lexicon knows them for the same code.
    if (!cue.part->words.empty() && same_folded(bytes, cue.part->words)) return AtCue::same;
    if (words_of(bytes).empty()) return AtCue::differ;
    switch (
        agreement(context.dossier(), context.lexicon(), document.document->language, *cue.part, *cue.finding, bytes)) {
        case Agreement::agrees: return AtCue::own_words;
        case Agreement::disagrees: return AtCue::other_code;
        case Agreement::unlisted: break;
    }
    return is_unknown(context, document, sentence, cue, bytes) ? AtCue::unknown : AtCue::differ;
}

/// Calls `visit(document, sentence, cue)` for each cue of a coded part in a sentence that is at hand.
template <class Visit>
void for_each_cue(Context& context, Visit visit) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            if (sentence.text)
                for (const CueAnchor& cue : sentence.cues)
                    if (!context.is_told(reference(*cue.anchor), "range")) visit(document, sentence, cue);
}

using CueVisit = void (*)(Context&, const DocumentText&, const SentenceText&, const CueAnchor&, std::string_view bytes);

/// Calls `visit` for each cue of an unchanged sentence whose words are so related to the finding's.
void for_each_cue_with(Context& context, AtCue wanted, CueVisit visit) {
    for_each_cue(context, [&](const DocumentText& document, const SentenceText& sentence, const CueAnchor& cue) {
        if (!cue.part || cue.changed || !cue.place || !cue.part->stated) return;
        const std::string_view bytes = *bytes_at(*sentence.text, *cue.place);
        if (words_at_cue(context, document, sentence, cue, bytes) == wanted)
            visit(context, document, sentence, cue, bytes);
    });
}

/// What would mend an anchor that other words have moved under; empty where its words stand nowhere else.
std::string point_at(Context& context, const DocumentText& document, const SentenceText& sentence,
                     const CueAnchor& cue) {
    const std::vector<Span> places = places_of(context, document, sentence, cue);
    return places.empty() ? std::string() : fmt::format("point the anchor at the words: {}", where(sentence, places));
}

void report_cue_differs(Context& context, const DocumentText& document, const SentenceText& sentence,
                        const CueAnchor& cue, std::string_view bytes) {
    const std::string record =
        cue.part->words.empty() ? "quotes no words" : fmt::format("says {}", marked(cue.part->words));
    report(context, sentence, cue.part->role, *cue.place,
           fmt::format("{}: the record {}, at the cue stands {} (finding:{})", code_name(cue.part->role), record,
                       marked(bytes), cue.finding->id.text()),
           point_at(context, document, sentence, cue));
}

void check_cue_differs(Context& context) {
    for_each_cue_with(context, AtCue::differ, &report_cue_differs);
}

void report_lexicon_missing(Context& context, const DocumentText& document, const SentenceText& sentence,
                            const CueAnchor& cue, std::string_view bytes) {
    const std::string_view role = code_name(cue.part->role);
    const std::string& language = document.document->language;
    report(context, sentence, cue.part->role, *cue.place,
           fmt::format("{}: no words of the language '{}' are known for this part, so what {} stands for was not "
                       "checked (finding:{})",
                       role, language, marked(bytes), cue.finding->id.text()),
           fmt::format("add a lexicon_entry to the dossier: role '{}', language '{}', words {}, and the codes that "
                       "they may stand for, such as '{}'",
                       role, language, marked(bytes), cue.part->code));
}

void check_lexicon_missing(Context& context) {
    for_each_cue_with(context, AtCue::unknown, &report_lexicon_missing);
}

/// `concedes` has no words of its own: a changed sentence must still have as many listed ones as it has anchors.
bool lost_concession(const SentenceText& sentence) {
    const auto anchors = std::count_if(sentence.cues.begin(), sentence.cues.end(), [](const CueAnchor& cue) {
        return cue.changed && cue.anchor->role == AnchorRole::concedes;
    });
    const auto hits = std::count_if(sentence.hits.begin(), sentence.hits.end(),
                                    [](const Lexicon::Hit& hit) { return hit.has(AnchorRole::concedes); });
    std::set<std::int64_t> places;
    for (const CueAnchor& cue : sentence.cues)
        if (cue.changed && cue.anchor->role == AnchorRole::concedes) places.insert(cue.anchor->range.begin);
    return anchors > 0 && hits < static_cast<std::ptrdiff_t>(places.size());
}

void check_cue_lost(Context& context) {
    for_each_cue(context, [&](const DocumentText&, const SentenceText& sentence, const CueAnchor& cue) {
        if (!cue.part || !cue.changed || cue.place || cue.part->words.empty()) return;
        report(context, sentence, cue.part->role, {},
               fmt::format("{}: the record says {}, the text no longer does (finding:{})", code_name(cue.part->role),
                           marked(cue.part->words), cue.finding->id.text()));
    });
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            if (sentence.text && lost_concession(sentence))
                report(context, sentence, AnchorRole::concedes, {},
                       "concedes: the record has more concessions in this sentence than the text has words for");
}

/// Languages of the documents that an anchor ties a finding to.
std::set<std::string> languages_of(Context& context, const Finding& finding) {
    std::set<std::string> languages;
    for (const Anchor* anchor : context.index().anchors_to(reference(finding).text())) {
        const Sentence* sentence = context.dossier().find(anchor->sentence);
        const Document* document = sentence ? context.dossier().find(sentence->document) : nullptr;
        if (document) languages.insert(document->language);
    }
    return languages;
}

Agreement agreement_in_any(Context& context, const Finding& finding, const FindingPart& part) {
    Agreement best = Agreement::unlisted;
    for (const std::string& language : languages_of(context, finding)) {
        const Agreement one = agreement(context.dossier(), context.lexicon(), language, part, finding, part.words);
        if (one == Agreement::agrees) return one;
        if (one == Agreement::disagrees) best = one;
    }
    return best;
}

template <class Report>
void for_each_worded_part(Context& context, Agreement wanted, Report report_part) {
    for (const Finding* finding : context.anchored_findings())
        for (const FindingPart& part : parts_of(*finding))
            if (!part.words.empty() && agreement_in_any(context, *finding, part) == wanted) report_part(*finding, part);
}

/// A longer listed cue around a cue's place, such as "not well" around "well", that does not stand for its code.
const Lexicon::Hit* turned_by(const SentenceText& sentence, const CueAnchor& cue) {
    for (const Lexicon::Hit& hit : sentence.hits)
        if (hit.has(cue.part->role) && hit.range.contains(*cue.place) && hit.range.size() > cue.place->size() &&
            !hit.carries(cue.part->role, cue.part->code))
            return &hit;
    return nullptr;
}

/// In a text of our own the words at a cue may be others than the finding's; in any text more words may stand around
/// them.
void check_words_in_text(Context& context, const DocumentText& document, const SentenceText& sentence,
                         const CueAnchor& cue) {
    if (!cue.part || !cue.place || !cue.part->stated) return;
    std::string_view bytes = *bytes_at(*sentence.text, *cue.place);
    const bool other = !cue.changed && words_at_cue(context, document, sentence, cue, bytes) == AtCue::other_code;
    const Lexicon::Hit* turned = turned_by(sentence, cue);
    if (!other && !turned) return;
    if (turned) bytes = *bytes_at(*sentence.text, turned->range);
    report(context, sentence, cue.part->role, turned ? turned->range : *cue.place,
           fmt::format("{}: {} does not stand for '{}' (finding:{})", code_name(cue.part->role), marked(bytes),
                       cue.part->code, cue.finding->id.text()),
           turned ? std::string() : point_at(context, document, sentence, cue));
}

void check_cue_disagrees(Context& context) {
    for_each_worded_part(context, Agreement::disagrees, [&](const Finding& finding, const FindingPart& part) {
        context.report({.record = reference(finding),
                        .member = std::string(part.member),
                        .role = std::string(code_name(part.role)),
                        .message = fmt::format("{}: {} does not stand for '{}'", code_name(part.role),
                                               marked(part.words), part.code)});
    });
    for_each_cue(context, [&](const DocumentText& document, const SentenceText& sentence, const CueAnchor& cue) {
        check_words_in_text(context, document, sentence, cue);
    });
}

void check_cue_unlisted(Context& context) {
    for_each_worded_part(context, Agreement::unlisted, [&](const Finding& finding, const FindingPart& part) {
        context.report(
            {.record = reference(finding),
             .member = std::string(part.member),
             .role = std::string(code_name(part.role)),
             .message = fmt::format("{}: the lexicon does not know {}", code_name(part.role), marked(part.words))});
    });
}

// Listed words without a cue ------------------------------------------------------------------------------------------

/// Roles in which a listed cue asks for an anchor. An entry whose anchor is optional is judged where there is one and
/// not asked for where there is none.
std::set<AnchorRole> roles_asked(const Lexicon::Hit& hit) {
    std::set<AnchorRole> roles;
    for (const LexiconEntry* entry : *hit.entries)
        if (is_part(entry->role) && entry->anchor_optional != YesNo::yes) roles.insert(entry->role);
    return roles;
}

bool is_covered(const SentenceText& sentence, const Lexicon::Hit& hit, const std::set<AnchorRole>& roles) {
    return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const CueAnchor& cue) {
        if (!roles.contains(cue.anchor->role)) return false;
        const bool unplaced_concession = cue.changed && cue.anchor->role == AnchorRole::concedes;
        return unplaced_concession || (cue.place && overlap(*cue.place, hit.range));
    });
}

std::string names_of(const std::set<AnchorRole>& roles) {
    std::vector<std::string_view> names;
    for (const AnchorRole role : roles) names.push_back(code_name(role));
    return fmt::format("{}", fmt::join(names, " or "));
}

void check_cue_unanchored(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            if (!sentence.text || !sentence.asserts()) continue;
            for (const Lexicon::Hit& hit : sentence.hits) {
                const auto roles = roles_asked(hit);
                if (roles.empty() || sentence.is_quoted(hit.range) || is_covered(sentence, hit, roles)) continue;
                report(context, sentence, *roles.begin(), hit.range,
                       fmt::format("{}: {} stands in the sentence and no anchor of this role covers it",
                                   names_of(roles), marked(*bytes_at(*sentence.text, hit.range))));
            }
        }
}

// Words that need a basis ---------------------------------------------------------------------------------------------

/// Findings that the sentence asserts with these words; where no anchor stands there, all that it asserts.
std::vector<const Finding*> asserted_at(Context& context, const SentenceText& sentence, const Span& range) {
    std::vector<const Finding*> here, all;
    for (const Anchor* anchor : context.index().anchors_of(sentence.sentence->id.text())) {
        const Finding* finding = finding_at(context.dossier(), anchor->target);
        if (!finding) continue;
        if (anchor->role == AnchorRole::asserts) all.push_back(finding);
        if (!sentence.changed && overlap(anchor->range, range)) here.push_back(finding);
    }
    return here.empty() ? all : here;
}

bool bears_out(const LexiconEntry& entry, const Finding& finding) {
    const bool basis = entry.needs_basis.empty() || std::find(entry.needs_basis.begin(), entry.needs_basis.end(),
                                                              finding.basis) != entry.needs_basis.end();
    return basis && (entry.needs_attribution != YesNo::yes || finding.asserted_by.stated());
}

void check_basis(Context& context, const SentenceText& sentence, const Lexicon::Hit& hit) {
    for (const LexiconEntry* entry : *hit.entries) {
        if (entry->needs_basis.empty() && entry->needs_attribution != YesNo::yes) continue;
        const auto findings = asserted_at(context, sentence, hit.range);
        if (std::any_of(findings.begin(), findings.end(),
                        [&](const Finding* each) { return bears_out(*entry, *each); }))
            continue;
        std::vector<std::string_view> bases;
        for (const Basis basis : entry->needs_basis) bases.push_back(code_name(basis));
        const std::string basis = bases.empty() ? "" : fmt::format(" on the basis '{}'", fmt::join(bases, "' or '"));
        const std::string_view who = entry->needs_attribution == YesNo::yes ? " and of somebody named" : "";
        report(context, sentence, entry->role, hit.range,
               fmt::format("{} needs a finding{}{}, and the sentence is anchored in none",
                           marked(*bytes_at(*sentence.text, hit.range)), basis, who));
        return;
    }
}

void check_words_without_basis(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            if (!sentence.text || !sentence.asserts()) continue;
            for (const Lexicon::Hit& hit : sentence.hits)
                if (!sentence.is_quoted(hit.range)) check_basis(context, sentence, hit);
        }
}

constexpr RuleRow kRules[] = {
    {"cue-differs", IssueSeverity::warning, "the words at a cue are not the finding's",
     "Each coded part of a finding keeps the words it was read from, and an unchanged sentence has them where its "
     "anchor points. In a text of our own other words will do if the lexicon knows them for the same code. An edit "
     "before the words shifts them, and the hint says where they stand now. A synonym that the lexicon lists under the "
     "same code is not noticed.",
     "point the anchor at the words, or correct the finding's", "method 7.2 (1)", &check_cue_differs},
    {"cue-disagrees", IssueSeverity::warning, "words do not stand for the code of their part",
     "The lexicon knows the words and none of their codes is the finding's: the record turns a polarity round, makes "
     "a number of 'several', or reads an allegation as a finding. Irony, and words that may stand for both codes, are "
     "not seen.",
     "correct the code or the words; where the reading is right, add it to the lexicon", "method 7.2 (2)",
     &check_cue_disagrees},
    {"cue-lost", IssueSeverity::warning, "a changed sentence has lost a finding's words",
     "The sentence is no longer the recorded one, and the words that carried a part are not in it. Words that still "
     "stand in it for another reason count as kept, and the order of clauses is not seen.",
     "read the sentence: either it was changed by mistake, or the finding no longer says what it says",
     "method 7.2 (1)", &check_cue_lost},
    {"cue-unanchored", IssueSeverity::warning, "a cue that no anchor covers",
     "Listed words such as 'wholly', 'some', 'not' or 'allegations' change what a sentence says. In a sentence that "
     "asserts something each needs an anchor of its role. The longest entry wins, so that 'without interference' is "
     "one cue; a speaker's words are exempt; words that nobody listed are not seen.",
     "anchor the words in the finding's part, or change the sentence", "method 7.2 (3)", &check_cue_unanchored},
    {"cue-unlisted", IssueSeverity::note, "the lexicon does not know the words of a part",
     "What the lexicon does not know it cannot compare with the code, so that a turned polarity would go unnoticed.",
     "add a lexicon_entry with the words and the codes they may stand for", "method 7.2 (2)", &check_cue_unlisted},
    {"lexicon-missing", IssueSeverity::note, "no words of a language are known for a part",
     "A text of our own in another language than the finding's words carries a part in words of its own, and the "
     "lexicon has none of that language for the part: whether they stand for the code nobody can tell. Anchor and "
     "finding may both be right.",
     "add a lexicon_entry with the role, the language, the words and their codes", "method 7.2 (1)",
     &check_lexicon_missing},
    {"word-without-basis", IssueSeverity::warning, "a grave word without its basis",
     "'Fraud', 'systematic', 'widespread' and their like stand only where a finding of the sentence has the basis, "
     "and the attribution, that the lexicon demands. Whether the basis is strong enough is for a person.",
     "anchor the words in a finding with that basis, or choose a word that says only what was seen", "method 7.2 (5)",
     &check_words_without_basis},
};

}  // namespace

std::span<const RuleRow> rules_of_cues() {
    return kRules;
}

}  // namespace openeom::check
