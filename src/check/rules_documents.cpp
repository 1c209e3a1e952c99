// Rules on documents: anchors, clearances, counterparts, translations, suggestions, waivers (method 7.1, 13.9).
#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "check/code_name.hpp"
#include "check/numbers.hpp"
#include "check/registry.hpp"
#include "openeom/io/json.hpp"

namespace openeom::check {

namespace {

// Anchors -------------------------------------------------------------------------------------------------------------

bool is_anchored(Context& context, const Sentence& sentence) {
    const auto anchors = context.index().anchors_of(sentence.id.text());
    return std::any_of(anchors.begin(), anchors.end(), [](const Anchor* anchor) { return carries_assertion(anchor->role); });
}

void check_unanchored(Context& context) {
    for (const Sentence& sentence : context.dossier().all<Sentence>())
        if (sentence.asserts == YesNo::yes && !is_anchored(context, sentence))
            context.report({.record = reference(sentence),
                            .member = "asserts",
                            .message = "asserts something and is anchored in nothing"});
}

/// Why a text of our own may not assert the finding as it stands; empty where it may. What others said and was refuted may
/// be told as theirs.
std::string_view against_asserting(const Finding& finding, const Document& document) {
    const Asserter by = finding.asserted_by.code;
    if (finding.state == State::withdrawn) return "which was withdrawn";
    if (finding.verification == Verification::refuted && (by == Asserter::mission || by == Asserter::institution))
        return "which is refuted";
    if (finding.state == State::draft && (document.state == State::cleared || document.state == State::published))
        return "which is a draft, in a document that is not";
    return {};
}

void check_upheld(Context& context) {
    for (const Anchor& anchor : context.dossier().all<Anchor>()) {
        if (anchor.role != AnchorRole::asserts || anchor.target.type() != "finding") continue;
        const Finding* finding = context.dossier().find<Finding>(anchor.target.id());
        const Sentence* sentence = context.dossier().find(anchor.sentence);
        const Document* document = sentence ? context.dossier().find(sentence->document) : nullptr;
        if (!finding || !document || document->external == YesNo::yes) continue;
        if (const std::string_view why = against_asserting(*finding, *document); !why.empty())
            context.report({.record = reference(*sentence),
                            .member = "asserts",
                            .message = fmt::format("asserts {}, {}", anchor.target.text(), why)});
    }
}

void check_assertion_stated(Context& context) {
    for (const Sentence& sentence : context.dossier().all<Sentence>())
        if (sentence.asserts == YesNo::not_stated)
            context.report({.record = reference(sentence),
                            .member = "asserts",
                            .message = "nothing says whether the sentence asserts anything"});
}

/// Types that an anchor of a role may point at; empty where any will do.
std::vector<std::string_view> targets_of(AnchorRole role) {
    if (is_part(role)) return {"finding"};
    switch (role) {
        case AnchorRole::quote: return {"quote"};
        case AnchorRole::law: return {"provision", "legal_instrument"};
        case AnchorRole::standard: return {"standard", "case_law"};
        default: return {};
    }
}

void check_anchor_targets(Context& context) {
    for (const Anchor& anchor : context.dossier().all<Anchor>()) {
        const auto types = targets_of(anchor.role);
        if (types.empty() || anchor.target.empty()) continue;
        if (std::find(types.begin(), types.end(), anchor.target.type()) != types.end()) continue;
        context.report({.record = reference(anchor),
                        .member = "target",
                        .role = std::string(code_name(anchor.role)),
                        .message = fmt::format("an anchor of role '{}' points at a {}, not at a {}",
                                               code_name(anchor.role), anchor.target.type(), types.front())});
    }
}

std::optional<std::int64_t> revision_of(const Dossier& dossier, const AnyRef& target) {
    if (target.type() == "finding") {
        const Finding* finding = dossier.find<Finding>(target.id());
        return finding ? finding->revision : std::nullopt;
    }
    if (target.type() == "sentence") {
        const Sentence* sentence = dossier.find<Sentence>(target.id());
        return sentence ? sentence->revision : std::nullopt;
    }
    if (target.type() == "document") {
        const Document* document = dossier.find<Document>(target.id());
        return document ? document->revision : std::nullopt;
    }
    return std::nullopt;
}

void check_outdated_anchors(Context& context) {
    const Dossier& dossier = context.dossier();
    const auto check = [&](const Anchor& anchor, std::string_view member, const std::optional<std::int64_t>& set_on,
                           const std::optional<std::int64_t>& now, std::string_view of) {
        if (!set_on || !now || *set_on == *now) return;
        context.report({.record = reference(anchor),
                        .member = std::string(member),
                        .message = fmt::format("set on revision {} of {}, which is now at {}", *set_on, of, *now)});
    };
    for (const Anchor& anchor : dossier.all<Anchor>()) {
        const Sentence* sentence = dossier.find(anchor.sentence);
        if (sentence) check(anchor, "revision", anchor.revision, sentence->revision, reference(*sentence).text());
        check(anchor, "target_revision", anchor.target_revision, revision_of(dossier, anchor.target),
              anchor.target.text());
    }
}

// Clearances ----------------------------------------------------------------------------------------------------------

/// Why a clearance no longer holds; empty where it does, or where nobody can tell.
std::string lapse(const Dossier& dossier, const Clearance& clearance) {
    if (!dossier.find(clearance.target)) return {};  // dangling: the commit says so
    const auto now = revision_of(dossier, clearance.target);
    if (clearance.revision && now && *clearance.revision != *now)
        return fmt::format("{} was cleared at revision {} and is now at {}", clearance.target.text(),
                           *clearance.revision, *now);
    if (!clearance.digest.empty() && clearance.digest != io::content_digest(dossier, clearance.target))
        return fmt::format("{} says something else than what was cleared", clearance.target.text());
    return {};
}

void check_lapsed(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const Clearance& clearance : dossier.all<Clearance>()) {
        if (clearance.target.type() == "finding") continue;
        if (std::string why = lapse(dossier, clearance); !why.empty())
            context.report(
                {.record = reference(clearance),
                 .member = "target",
                 .message = fmt::format("the clearance by '{}' has lapsed: {}", code_name(clearance.role), why)});
    }
}

/// Documents that somebody cleared, whole or in part.
std::set<std::string_view> cleared_documents(const Dossier& dossier) {
    std::set<std::string_view> documents;
    for (const Clearance& clearance : dossier.all<Clearance>()) {
        if (const auto* document =
                clearance.target.type() == "document" ? dossier.find<Document>(clearance.target.id()) : nullptr)
            documents.insert(document->id.text());
        if (const auto* section =
                clearance.target.type() == "section" ? dossier.find<Section>(clearance.target.id()) : nullptr)
            documents.insert(section->document.text());
        if (const auto* sentence =
                clearance.target.type() == "sentence" ? dossier.find<Sentence>(clearance.target.id()) : nullptr)
            documents.insert(sentence->document.text());
    }
    return documents;
}

void check_changed_findings(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const Clearance& clearance : dossier.all<Clearance>()) {
        if (clearance.target.type() != "finding") continue;
        if (std::string why = lapse(dossier, clearance); !why.empty())
            context.report({.record = clearance.target,
                            .member = "revision",
                            .message = fmt::format("changed since clearance:{} by '{}': {}", clearance.id.text(),
                                                   code_name(clearance.role), why)});
    }
    for (const std::string_view document : cleared_documents(dossier))
        for (const Sentence* sentence : context.index().sentences_of(document))
            for (const Anchor* anchor : context.index().anchors_of(sentence->id.text())) {
                const Finding* finding = finding_at(dossier, anchor->target);
                if (!finding || anchor->role != AnchorRole::asserts || !anchor->target_revision || !finding->revision)
                    continue;
                if (*anchor->target_revision == *finding->revision) continue;
                context.report(
                    {.record = reference(*finding),
                     .member = "revision",
                     .message = fmt::format(
                         "changed from revision {} to {} since sentence:{} of a cleared document was anchored in it",
                         *anchor->target_revision, *finding->revision, sentence->id.text())});
            }
}

void check_unverifiable(Context& context) {
    for (const Clearance& clearance : context.dossier().all<Clearance>())
        if (clearance.digest.empty() && (!clearance.revision || !revision_of(context.dossier(), clearance.target)))
            context.report(
                {.record = reference(clearance),
                 .member = "digest",
                 .message = fmt::format("nothing says which state of {} was cleared", clearance.target.text())});
}

// Press release and statement -----------------------------------------------------------------------------------------

bool is_fuller(DocumentKind kind) {
    return kind == DocumentKind::preliminary_statement || kind == DocumentKind::reconstruction;
}

/// The statements that a press release goes with: attached to it, or of the same mission.
std::vector<const Document*> statements_of(Context& context, const Document& release) {
    std::vector<const Document*> found;
    for (const Document& document : context.dossier().all<Document>()) {
        const bool attached = std::any_of(release.attaches.begin(), release.attaches.end(),
                                          [&](const Ref<Document>& each) { return each.id() == document.id; });
        const bool same_mission =
            release.mission && document.mission && release.mission->id() == document.mission->id();
        if (!is_fuller(document.kind) || !(attached || same_mission)) continue;
        if (!context.index().sentences_of(document.id.text()).empty()) found.push_back(&document);
    }
    return found;
}

std::set<std::string_view> findings_asserted_in(Context& context, const Document& document) {
    std::set<std::string_view> findings;
    for (const Sentence* sentence : context.index().sentences_of(document.id.text()))
        for (const Anchor* anchor : context.index().anchors_of(sentence->id.text()))
            if (anchor->role == AnchorRole::asserts) findings.insert(anchor->target.text());
    return findings;
}

void check_counterparts(Context& context) {
    for (const Document& release : context.dossier().all<Document>()) {
        if (release.kind != DocumentKind::press_release) continue;
        const auto statements = statements_of(context, release);
        if (statements.empty()) continue;
        std::set<std::string_view> asserted;
        for (const Document* statement : statements) asserted.merge(findings_asserted_in(context, *statement));
        for (const Sentence* sentence : context.index().sentences_of(release.id.text())) {
            if (sentence->asserts != YesNo::yes || sentence->counterpart) continue;
            const auto anchors = context.index().anchors_of(sentence->id.text());
            const bool shared = std::any_of(anchors.begin(), anchors.end(), [&](const Anchor* anchor) {
                return anchor->role == AnchorRole::quote ||
                       (anchor->role == AnchorRole::asserts && asserted.contains(anchor->target.text()));
            });
            if (!shared)
                context.report({.record = reference(*sentence),
                                .member = "counterpart",
                                .message = fmt::format("no sentence of document:{} says what this one says",
                                                       statements.front()->id.text())});
        }
    }
}

// Translations --------------------------------------------------------------------------------------------------------

std::multiset<std::string> anchors_as_text(Context& context, const Sentence& sentence) {
    std::multiset<std::string> anchors;
    for (const Anchor* anchor : context.index().anchors_of(sentence.id.text()))
        anchors.insert(fmt::format("{} {}", code_name(anchor->role), anchor->target.text()));
    return anchors;
}

std::vector<std::string> differences(const std::multiset<std::string>& left, const std::multiset<std::string>& right) {
    std::vector<std::string> found;
    std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(found));
    return found;
}

std::multiset<std::string> digits_of(Context& context, const Sentence& sentence) {
    const SentenceText* text = context.text_of(sentence);
    const Document* document = context.dossier().find(sentence.document);
    if (!text || !text->text || !document) return {};
    const auto groups = digit_groups(*text->text, document->language);
    return {groups.begin(), groups.end()};
}

bool at_hand(Context& context, const Sentence& sentence) {
    const SentenceText* text = context.text_of(sentence);
    return text && text->text;
}

void check_translated_sentence(Context& context, const Sentence& sentence, const Sentence& original) {
    for (const std::string& anchor :
         differences(anchors_as_text(context, sentence), anchors_as_text(context, original)))
        context.report(
            {.record = reference(sentence),
             .member = "translation_of",
             .role = anchor.substr(0, anchor.find(' ')),
             .message = fmt::format("the anchor '{}' stands on one side only of the translation of sentence:{}", anchor,
                                    original.id.text())});
    if (!at_hand(context, sentence) || !at_hand(context, original)) return;
    for (const std::string& digits : differences(digits_of(context, sentence), digits_of(context, original)))
        context.report(
            {.record = reference(sentence),
             .member = "text",
             .role = "figure",
             .message = fmt::format("the figure {} stands on one side only of the translation of sentence:{}", digits,
                                    original.id.text())});
}

void check_translations(Context& context) {
    const Dossier& dossier = context.dossier();
    std::set<std::string> translated;  // "document sentence"
    for (const Sentence& sentence : dossier.all<Sentence>()) {
        const Sentence* original = dossier.find(sentence.translation_of);
        if (!original) continue;
        translated.insert(sentence.document.text() + " " + original->id.text());
        check_translated_sentence(context, sentence, *original);
    }
    for (const Document& document : dossier.all<Document>()) {
        const Document* original = dossier.find(document.translation_of);
        if (!original || context.index().sentences_of(document.id.text()).empty()) continue;
        for (const Sentence* sentence : context.index().sentences_of(original->id.text()))
            if (sentence->asserts == YesNo::yes && !translated.contains(document.id.text() + " " + sentence->id.text()))
                context.report({.record = reference(document),
                                .member = "translation_of",
                                .message = fmt::format("no sentence translates sentence:{}", sentence->id.text())});
    }
}

// Suggestions, waivers, embargo ---------------------------------------------------------------------------------------

void check_suggestions(Context& context) {
    const Dossier& dossier = context.dossier();
    std::set<std::string_view> adopted;
    for (const Suggestion& suggestion : dossier.all<Suggestion>()) {
        if (!suggestion.adopted_as) continue;
        adopted.insert(suggestion.adopted_as->text());
        const Sentence* sentence = dossier.find(suggestion.adopted_as);
        const auto report = [&](std::string message) {
            context.report({.record = reference(suggestion), .member = "adopted_as", .message = std::move(message)});
        };
        if (!sentence)
            report(
                fmt::format("adopted as sentence:{}, which the dossier does not have", suggestion.adopted_as->text()));
        else if (sentence->origin != SentenceOrigin::adopted)
            report(fmt::format("sentence:{} is recorded as {}, not as adopted", sentence->id.text(),
                               code_name(sentence->origin)));
        else if (suggestion.document && sentence->document != *suggestion.document)
            report(fmt::format("sentence:{} belongs to another document than the suggestion", sentence->id.text()));
    }
    for (const Sentence& sentence : dossier.all<Sentence>())
        if (sentence.origin == SentenceOrigin::adopted && !adopted.contains(sentence.id.text()))
            context.report({.record = reference(sentence),
                            .member = "origin",
                            .message = "recorded as adopted, and no suggestion was adopted as it"});
}

void check_waivers(Context& context) {
    for (const Waiver& waiver : context.dossier().all<Waiver>())
        if (!is_rule(waiver.check))
            context.report({.record = reference(waiver),
                            .member = "check",
                            .message = unknown_name("check", waiver.check, rule_ids())});
}

void check_embargo(Context& context) {
    if (!context.as_of()) return;
    for (const Document& document : context.dossier().all<Document>()) {
        if (document.embargo_until.empty()) continue;
        const auto until = Date::parse(document.embargo_until.text().substr(0, 10));
        if (!until || !certainly_before(*context.as_of(), *until)) continue;
        const bool published = document.state == State::published;
        context.report({.record = reference(document),
                        .member = published ? "state" : "embargo_until",
                        .message = fmt::format("{} under embargo until {}", published ? "marked published, and" : "is",
                                               document.embargo_until.text())});
    }
}

constexpr RuleRow kRules[] = {
    {"anchor-outdated", IssueSeverity::note, "an anchor was set on an earlier revision",
     "Sentence or target changed after the anchor was set, so that it may no longer mean what it did. The text checks "
     "look for the cues again; this note asks a person to.",
     "read both again, and set the anchor's revisions", "method 7.1", &check_outdated_anchors},
    {"anchor-target", IssueSeverity::warning, "an anchor points at a record of another type",
     "A cue is compared with a part of a finding, a quote with a quote, a citation with a provision or standard. An "
     "anchor to anything else is compared with nothing.",
     "point it at the record that the words carry, or give it another role", "method 7.1", &check_anchor_targets},
    {"assertion-not-stated", IssueSeverity::note, "nothing says whether a sentence asserts anything",
     "Only sentences that are said to assert something are asked for anchors and cues; one that says neither is "
     "passed over.",
     "set 'asserts' to yes or no", "method 7.2", &check_assertion_stated},
    {"clearance-lapsed", IssueSeverity::warning, "a clearance has lapsed",
     "Somebody cleared a text that has changed since: what was agreed is not what stands there. Revision and content "
     "digest are compared; the order of records and notes in a file do not matter.",
     "have it cleared again in the same role, or take the change back", "method 7.1", &check_lapsed},
    {"clearance-unverifiable", IssueSeverity::note, "a clearance does not say what was cleared",
     "Without a digest or revision nobody can tell whether the text is still the one that was cleared.",
     "record the content digest of what was cleared", "method 7.1", &check_unverifiable},
    {"embargo", IssueSeverity::warning, "a document is under embargo",
     "What is under embargo is shown to nobody outside before its time. The rule compares days, needs 'as_of', and is "
     "silent without it.",
     "wait, or correct the embargo", "method 7.1", &check_embargo},
    {"finding-changed-since-clearance", IssueSeverity::warning, "a finding changed after it was cleared",
     "A cleared finding, or one that a cleared document asserts, says something else now. Every sentence anchored in "
     "it has to be read again.",
     "read the sentences that assert it, and have them cleared again", "method 7.1", &check_changed_findings},
    {"finding-not-upheld", IssueSeverity::warning, "a text asserts a finding that does not stand",
     "A finding that was withdrawn or refuted is asserted by no text of ours, and one that nobody has reviewed by none that "
     "was cleared. What others said may be told as theirs.",
     "take the sentence out, or review the finding", "method 4", &check_upheld},
    {"press-release-sentence-without-counterpart", IssueSeverity::warning,
     "a press release says more than the statement",
     "A press release sums up the statement; a sentence of it without a counterpart says something that nobody can "
     "look up. A shared finding or a named counterpart suffices, quotes are exempt; that both say the same is not "
     "seen.",
     "name the counterpart, or anchor a sentence of the statement in the same finding", "method 7.1",
     &check_counterparts},
    {"sentence-unanchored", IssueSeverity::warning, "an assertion without an anchor",
     "A sentence that asserts something is anchored in a finding, figure, quote, provision or standard; background "
     "and cues alone do not carry it. Linkage says that text and record agree, not that either is true.",
     "anchor it in a finding, or take the assertion out", "method 13.9", &check_unanchored},
    {"suggestion-adopted-without-sentence", IssueSeverity::warning,
     "a suggestion and the sentence made of it do not match",
     "A composed sentence becomes part of a document only when somebody adopts it, and then the two name each other.",
     "name the sentence in 'adopted_as', and give it the origin 'adopted'", "method 7.1", &check_suggestions},
    {"translation-differs", IssueSeverity::warning, "a translation differs in anchors or figures",
     "A translation says what its original says: the same findings, the same parts, the same digits. Number words are "
     "not compared across languages, nor is the wording.",
     "bring the translation, its anchors and its figures in line", "method 7.1", &check_translations},
    {"waiver-unknown-check", IssueSeverity::warning, "a waiver for a check that does not exist",
     "A waiver with a mistyped id sets nothing aside, and whoever wrote it believes that it does.",
     "use an id that 'openeom check --list' shows", "method 7.1", &check_waivers},
};

}  // namespace

bool carries_assertion(AnchorRole role) {
    using enum AnchorRole;
    return role == asserts || role == quote || role == figure || role == law || role == standard;
}

std::span<const RuleRow> rules_of_documents() {
    return kRules;
}

}  // namespace openeom::check
