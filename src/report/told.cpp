#include "told.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "label.hpp"

namespace openeom::report {

namespace {

template <class Code>
std::string code_words(const Words& words, Code code) {
    std::string_view name = boost::describe::enum_to_string(code, "");
    if (name.ends_with('_')) name.remove_suffix(1);
    return words.code(reflect::code_list_row<Code>.name, name);
}

std::string in_quotation_marks(const Words& words, std::string_view text) {
    return fmt::format("{}{}{}", words("quote.open"), text, words("quote.close"));
}

/// An allegation faults somebody and is not corroborated; whatever else others say is stated by them.
bool alleges(const AnchorView& anchor) {
    if (anchor.standing != Standing::claim || anchor.polarity != Polarity::negative) return false;
    if (anchor.verification == Verification::corroborated) return false;
    return anchor.asserter == Asserter::interlocutors || anchor.asserter == Asserter::party ||
           anchor.asserter == Asserter::citizen_observers || anchor.asserter == Asserter::media;
}

/// "draft", "withdrawn", "refuted": why a finding is not to be taken as it stands; empty where it is.
std::string reservation(const Words& words, State state, Verification verification) {
    std::vector<std::string> made;
    if (state == State::draft || state == State::withdrawn) made.push_back(code_words(words, state));
    if (verification == Verification::refuted) made.push_back(code_words(words, verification));
    return joined(made);
}

/// "Finding of the mission (withdrawn)".
std::string reserved(const Words& words, std::string text, State state, Verification verification) {
    const std::string why = reservation(words, state, verification);
    return why.empty() ? std::move(text) : fmt::format("{} ({})", text, why);
}

std::string reserved(const Words& words, std::string text, const AnchorView& anchor) {
    return reserved(words, std::move(text), anchor.state, anchor.verification);
}

std::string kind_words(const Words& words, const AnchorView& anchor) {
    switch (anchor.standing) {
        case Standing::finding: return reserved(words, words.fill("kind.finding", anchor.asserted_by), anchor);
        case Standing::claim:
            return reserved(words, words.fill(alleges(anchor) ? "kind.allegation" : "kind.claim", anchor.asserted_by), anchor);
        case Standing::not_determinable: return reserved(words, words.fill("kind.not_determinable", anchor.asserted_by), anchor);
        case Standing::compiler:
        case Standing::not_stated: return reserved(words, capitalised(standing_words(words, anchor.standing)), anchor);
        default: return capitalised(standing_words(words, anchor.standing));
    }
}

class Details {
public:
    explicit Details(const Words& words) : words_(words) {}

    void add(std::string_view key, std::string value, std::vector<std::int64_t> sources = {}, std::int64_t withheld = 0) {
        if (value.empty()) return;
        made_.push_back({key, std::string(words_(key)), std::move(value), std::move(sources), withheld});
    }
    template <class Code>
    void add_code(std::string_view key, Code code) {
        if (code != Code{}) add(key, code_words(words_, code));
    }
    [[nodiscard]] std::vector<Detail> take() { return std::move(made_); }

private:
    const Words& words_;
    std::vector<Detail> made_;
};

bool is_assertion(Standing standing) {
    return standing == Standing::not_stated || standing == Standing::finding || standing == Standing::claim ||
           standing == Standing::not_determinable || standing == Standing::compiler;
}

std::string cue_words(const Words& words, const CueView& cue) {
    const std::string role = code_words(words, cue.role);
    const std::string said = cue.words.empty() ? std::string() : in_quotation_marks(words, cue.words);
    return said.empty() ? role : fmt::format("{} ({})", said, role);
}

/// What a standard obliges to, whether it applied, and who names it.
std::string standard_remarks(const Words& words, const StandardView& standard) {
    std::vector<std::string> remarks;
    if (standard.bindingness != Bindingness::not_stated) remarks.push_back(code_words(words, standard.bindingness));
    const std::string on = words.date(standard.on);
    if (standard.applied == YesNo::yes) remarks.push_back(words.fill("standard.applied", on));
    if (standard.applied == YesNo::no) remarks.push_back(words.fill("standard.not_applied", on));
    if (standard.applied == YesNo::not_stated) remarks.emplace_back(words("standard.unknown"));
    if (standard.named_by == NamedBy::text) remarks.emplace_back(words("standard.named_by_text"));
    if (standard.named_by == NamedBy::compiler) remarks.emplace_back(words("standard.named_by_compiler"));
    return joined(remarks, "; ");
}

/// Paragraphs of one instrument together: "Document of Copenhagen, 7.5, 7.6 (political commitment; ...)".
std::vector<std::string> standards_words(const Words& words, const std::vector<StandardView>& standards) {
    std::vector<std::string> made;
    std::vector<std::pair<std::string, std::string>> groups;  // instrument and remarks
    for (const StandardView& standard : standards) {
        std::pair<std::string, std::string> group(standard.instrument, standard_remarks(words, standard));
        const auto at = std::ranges::find(groups, group);
        const std::size_t place = static_cast<std::size_t>(at - groups.begin());
        if (at == groups.end()) {
            made.push_back(group.first);
            groups.push_back(std::move(group));
        }
        if (!standard.paragraph.empty()) made[place] += ", " + standard.paragraph;
    }
    for (std::size_t i = 0; i < made.size(); ++i) made[i] += fmt::format(" ({})", groups[i].second);
    return made;
}

std::string reported_words(const Words& words, const ReportedView& reported) {
    std::string made = reported.value;
    if (!reported.words.empty()) made += fmt::format(" ({})", in_quotation_marks(words, reported.words));
    std::vector<std::string> remarks;
    if (reported.preferred == YesNo::yes) remarks.emplace_back(words("discrepancy.preferred"));
    if (!reported.reason.empty()) remarks.push_back(reported.reason);
    const std::string numbers = numbers_words(words, reported.sources, reported.withheld);
    if (!numbers.empty()) made += fmt::format(" [{}]", numbers);
    if (!remarks.empty()) made += fmt::format(", {}", joined(remarks, ": "));
    return made;
}

std::string discrepancy_words(const Words& words, const DiscrepancyView& one) {
    std::vector<std::string> values;
    for (const ReportedView& value : one.values) values.push_back(reported_words(words, value));
    return fmt::format("{}, {}: {}", one.label, spaced(one.member), joined(values, "; "));
}

/// Who says so is told where it is not who asserts the anchored record itself.
std::string relation_words(const Words& words, const AnchorView& anchor, const RelationView& relation) {
    std::string made = relation.title;
    while (made.ends_with('.')) made.pop_back();
    made = reserved(words, std::move(made), relation.state, relation.verification);
    return relation.asserted_by.empty() || relation.asserted_by == anchor.asserted_by ? made : fmt::format("{} ({})", made, words.fill("kind.says", relation.asserted_by));
}

std::string_view relation_key(Relation relation) {
    switch (relation) {
        case Relation::not_stated: return "relation.not_stated";
        case Relation::based_on: return "relation.based_on";
        case Relation::concedes: return "relation.concedes";
        case Relation::contradicts: return "relation.contradicts";
        case Relation::possible_instance: return "relation.possible_instance";
        case Relation::response: return "relation.response";
        case Relation::gap: return "relation.gap";
    }
    return "relation.not_stated";
}

void add_assertion(Details& details, const Words& words, const AnchorView& anchor) {
    if (anchor.basis == Basis::not_stated && anchor.verification == Verification::not_stated) {
        details.add("label.basis_and_verification", std::string(words("yes_no.not_stated")));
    } else {
        details.add("label.basis", code_words(words, anchor.basis));
        details.add("label.verification", code_words(words, anchor.verification));
    }
    details.add_code("label.polarity", anchor.polarity);
    details.add_code("label.determination", anchor.determination);
    details.add("label.quantity", anchor.quantity);
    details.add("label.degree", anchor.degree);
    details.add("label.scope", anchor.scope);
    details.add_code("label.persistence", anchor.persistence);
    details.add("label.actor", anchor.actor);
    details.add_code("label.test_failed", anchor.test_failed);
}

void add_quote(Details& details, const Words& words, const QuoteView& quote) {
    details.add("label.quote", quote.wording == Wording::shown ? in_quotation_marks(words, quote.words)
                                                               : place_of_words(words, quote.wording, quote.span));
    details.add("label.stands_in", quote.document);
    details.add("label.remarks", quote_remarks(words, quote));
}

/// Parts of a finding whose words stand in the sentence, and what only a screen has room for.
bool is_left_out_of_footnotes(std::string_view key) {
    static constexpr std::string_view kLeftOut[] = {"label.polarity", "label.degree", "label.scope",      "label.persistence",
                                                    "label.actor",    "label.facts",  "label.determination"};
    return std::ranges::find(kLeftOut, key) != std::end(kLeftOut);
}

std::string note_words(const Words& words, const AnchorView& anchor, NoteLength length, bool alone) {
    const Told told_of = told(words, anchor);
    const bool footnote = length == NoteLength::footnote;
    // Where it is all that the sentence rests on, its title says what the sentence says.
    const bool untitled = footnote && alone && is_assertion(anchor.standing);
    std::string made = joined({told_of.kind, untitled ? std::string() : told_of.title}, ": ");
    std::string_view last;
    for (const Detail& detail : told_of.details) {
        if (detail.key == "label.cues" || (footnote && is_left_out_of_footnotes(detail.key))) continue;
        const std::string numbers = numbers_words(words, detail.sources, detail.withheld);
        const std::string value = detail.value + (numbers.empty() ? numbers : fmt::format(" [{}]", numbers));
        if (detail.key == last) {
            while (made.ends_with('.')) made.pop_back();
            made += "; " + value;
            continue;
        }
        last = detail.key;
        if (!made.ends_with('.')) made += '.';
        made += fmt::format(" {}: {}", detail.label, value);
    }
    const std::string numbers = numbers_words(words, anchor.sources, anchor.withheld);
    if (!made.ends_with('.')) made += '.';
    if (!numbers.empty()) made += fmt::format(" {}: {}.", words("label.sources"), numbers);
    return made;
}

}  // namespace

bool is_part(std::string_view key) {
    static constexpr std::string_view kParts[] = {"label.basis",       "label.verification", "label.basis_and_verification",
                                                  "label.polarity",    "label.determination", "label.quantity",
                                                  "label.degree",      "label.scope",        "label.persistence",
                                                  "label.actor",       "label.test_failed",
                                                  "label.value"};
    return std::ranges::find(kParts, key) != std::end(kParts);
}

Told told(const Words& words, const AnchorView& anchor) {
    Told made;
    made.standing = anchor.standing;
    made.kind = kind_words(words, anchor);
    made.title = anchor.title;
    Details details(words);
    if (is_assertion(anchor.standing)) add_assertion(details, words, anchor);
    else if (anchor.standing == Standing::figure && anchor.quantity != anchor.title) details.add("label.value", anchor.quantity);
    if (anchor.quote) add_quote(details, words, *anchor.quote);
    std::vector<std::string> cues;
    for (const CueView& cue : anchor.cues) cues.push_back(cue_words(words, cue));
    details.add("label.cues", joined(cues, "; "));
    details.add("label.facts", joined(anchor.facts, "; "));
    for (const std::string& provision : anchor.provisions) details.add("label.provision", provision);
    if (anchor.standing == Standing::standard)
        for (const StandardView& standard : anchor.standards) details.add("label.remarks", standard_text(words, standard));
    else
        for (const std::string& standard : standards_words(words, anchor.standards)) details.add("label.standard", standard);
    for (const DiscrepancyView& one : anchor.discrepancies) details.add("label.discrepancy", discrepancy_words(words, one));
    for (const RelationView& relation : anchor.relations)
        details.add(relation_key(relation.relation), relation_words(words, anchor, relation), relation.sources, relation.withheld);
    for (const std::string& note : anchor.notes) details.add("label.note", note);
    made.details = details.take();
    return made;
}

std::vector<std::string> notes_words(const Words& words, const SentenceView& sentence, NoteLength length) {
    std::vector<std::string> made;
    const bool alone = sentence.anchors.size() == 1;
    for (const AnchorView& anchor : sentence.anchors) made.push_back(note_words(words, anchor, length, alone));
    if (is_unanchored(sentence)) made.insert(made.begin(), std::string(unanchored_words(words, sentence)));
    for (const std::string& note : sentence.notes) made.push_back(fmt::format("{}: {}", words("label.note"), note));
    if (!sentence.author.empty()) made.push_back(fmt::format("{}: {}", words("label.author"), sentence.author));
    return made;
}

bool is_unanchored(const SentenceView& sentence) {
    return std::ranges::find(sentence.marks, Standing::unanchored) != sentence.marks.end();
}

std::string_view unanchored_words(const Words& words, const SentenceView& sentence) {
    return words(sentence.anchors.empty() ? "note.unanchored" : "note.unanchored_background");
}

std::string standing_words(const Words& words, Standing standing) { return code_words(words, standing); }

bool needs_words(Standing standing) {
    switch (standing) {
        case Standing::claim:
        case Standing::not_determinable:
        case Standing::compiler:
        case Standing::not_stated:
        case Standing::quote:
        case Standing::unanchored: return true;
        default: return false;
    }
}

std::string marks_words(const Words& words, const SentenceView& sentence) {
    const auto is_reserved = [&](const AnchorView& anchor) { return !reservation(words, anchor.state, anchor.verification).empty(); };
    if (std::ranges::none_of(sentence.marks, needs_words) && std::ranges::none_of(sentence.anchors, is_reserved)) return {};
    std::vector<std::string> made;
    if (is_unanchored(sentence)) made.push_back(standing_words(words, Standing::unanchored));
    std::vector<std::string> alleged_by;
    std::vector<std::string> stated_by;
    const auto add = [](std::vector<std::string>& list, const std::string& one) {
        if (std::ranges::find(list, one) == list.end()) list.push_back(one);
    };
    for (const AnchorView& anchor : sentence.anchors) {
        if (anchor.standing == Standing::claim)
            add(alleges(anchor) ? alleged_by : stated_by, reserved(words, code_words(words, anchor.asserter), anchor));
        else if (needs_words(anchor.standing) || anchor.standing == Standing::finding)
            add(made, reserved(words, standing_words(words, anchor.standing), anchor));
    }
    if (!alleged_by.empty()) made.push_back(words.fill("mark.allegation", joined(alleged_by)));
    if (!stated_by.empty()) made.push_back(words.fill("mark.claim", joined(stated_by)));
    return joined(made, "; ");
}

std::string place_of_words(const Words& words, Wording wording, const Span& span) {
    const std::string place = words.fill("wording.place", span.begin, span.end);
    return wording == Wording::differs ? fmt::format("{}; {}", place, words("wording.differs")) : place;
}

std::string speaker_words(const QuoteView& quote) { return joined({quote.speaker, joined(quote.roles)}); }

std::string quote_remarks(const Words& words, const QuoteView& quote) {
    std::vector<std::string> remarks;
    if (quote.translated == YesNo::yes) remarks.emplace_back(words("quote.translated"));
    if (quote.conditional == YesNo::yes) remarks.emplace_back(words("quote.conditional"));
    return joined(remarks, "; ");
}

/// The kind of all evidence of a group; not stated where it differs.
static EvidenceKind common_kind(const SourceGroup& group) {
    const EvidenceKind kind = group.notes.front()->kind;
    const bool all = std::ranges::all_of(group.notes, [&](const SourceNote* note) { return note->kind == kind; });
    return all ? kind : EvidenceKind::not_stated;
}

std::vector<SourceGroup> source_groups(const Words& words, const DocumentView& view) {
    std::vector<SourceGroup> groups;
    for (const SourceNote& note : view.sources) {
        // A place may have an address of its own.
        const bool same = !groups.empty() && groups.back().notes.front()->source == note.source && groups.back().url == note.url;
        if (!same) {
            const std::string tier = note.tier == SourceTier::not_stated ? std::string() : code_words(words, note.tier);
            groups.push_back({note.title, note.language, joined({note.publisher, words.date(note.date)}), tier, note.url, {}});
        }
        groups.back().notes.push_back(&note);
    }
    for (SourceGroup& group : groups)
        if (const EvidenceKind kind = common_kind(group); kind != EvidenceKind::not_stated)
            group.remarks = joined({code_words(words, kind), group.remarks}, "; ");
    return groups;
}

std::string evidence_words(const Words& words, const SourceGroup& group, const SourceNote& source) {
    std::string statement = source.statement;
    while (statement.ends_with('.')) statement.pop_back();
    std::vector<std::string> remarks = {source.place};
    if (source.kind != EvidenceKind::not_stated && common_kind(group) != source.kind) remarks.push_back(code_words(words, source.kind));
    if (source.confidence != Confidence::not_stated)
        remarks.push_back(words.fill("source.confidence", code_words(words, source.confidence)));
    if (!source.corroborated_by.empty()) remarks.push_back(words.fill("source.corroborated", joined(source.corroborated_by)));
    if (!source.caveat.empty()) remarks.push_back(source.caveat);
    const std::string behind = joined(remarks, "; ");
    if (behind.empty()) return statement;
    return statement.empty() ? fmt::format("({})", behind) : fmt::format("{} ({})", statement, behind);
}

std::string brief_words(const Words& words, const SourceNote& source) {
    return joined({source.publisher.empty() ? source.title : source.publisher, words.date(source.date), source.place});
}

std::string standard_title(const StandardView& standard) { return joined({standard.instrument, standard.paragraph}); }

std::string standard_text(const Words& words, const StandardView& standard) {
    std::string summary = standard.summary;
    while (summary.ends_with('.')) summary.pop_back();
    StandardView alone = standard;
    alone.named_by = NamedBy::not_stated;
    return joined({summary, fmt::format("({})", standard_remarks(words, alone))}, " ");
}

std::vector<Detail> head_details(const Words& words, const DocumentView& view) {
    Details details(words);
    details.add("head.kind", view.kind == DocumentKind::not_stated ? std::string() : code_words(words, view.kind));
    details.add("head.election", view.election);
    details.add("head.mission", view.mission);
    std::string state = code_words(words, view.state);
    if (view.revision) state += ", " + words.fill("head.revision", *view.revision);
    details.add("head.state", std::move(state));
    details.add("head.cutoff", view.cutoff.empty() ? std::string(words("yes_no.not_stated")) : words.date(view.cutoff));
    details.add("head.audience", code_words(words, view.audience));
    for (const std::string& other : view.related) details.add("head.related", other);
    if (view.asserting > 0) details.add("head.anchored", words.fill("head.anchored_value", view.anchored, view.asserting, view.sentences));
    return details.take();
}

std::string dateline(const Words& words, const DocumentView& view) { return joined({view.place, words.date(view.published)}); }

std::string clearance_words(const Words& words, const ClearanceView& clearance) {
    std::string made = joined({code_words(words, clearance.role), clearance.delegation, clearance.pseudonym, clearance.time.text()});
    if (clearance.target.type() != "document") made += fmt::format(" ({})", clearance.target.text());
    if (clearance.lapsed == YesNo::yes) made += fmt::format(": {}", words("clearance.lapsed"));
    return made;
}

std::string numbers_words(const Words& words, const std::vector<std::int64_t>& numbers, std::int64_t withheld) {
    std::vector<std::string> parts = {fmt::format("{}", fmt::join(numbers, ", "))};
    if (withheld > 0) parts.push_back(words.fill("withheld.sources", withheld));
    return joined(parts, "; ");
}

bool has_notes(const DocumentView& view) {
    return std::ranges::any_of(view.sections, [](const SectionView& section) {
        return std::ranges::any_of(section.sentences, [](const SentenceView& sentence) { return sentence.number > 0; });
    });
}

std::vector<std::vector<const SentenceView*>> paragraphs(const SectionView& section) {
    std::vector<std::vector<const SentenceView*>> made;
    for (const SentenceView& sentence : section.sentences) {
        if (made.empty() || made.back().front()->paragraph != sentence.paragraph) made.emplace_back();
        made.back().push_back(&sentence);
    }
    return made;
}

std::vector<const QuoteView*> quotes_of(const DocumentView& view, const SentenceView& sentence) {
    std::vector<const QuoteView*> found;
    if (view.external == YesNo::yes) return found;
    for (const AnchorView& anchor : sentence.anchors)
        if (anchor.quote) found.push_back(&*anchor.quote);
    return found;
}

}  // namespace openeom::report
