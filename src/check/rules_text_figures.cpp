// Rules on numbers in sentences (method 7.1; truth rule 9).
#include <algorithm>

#include <fmt/format.h>

#include "check/numbers.hpp"
#include "check/registry.hpp"
#include "check/walk.hpp"

namespace openeom::check {

namespace {

using Values = std::vector<Rational>;

void add_numbers(Values& values, std::string_view text, std::string_view language) {
    for (const TextNumber& number : numbers_in(text, language))
        if (number.value) values.push_back(number.value->value());
}

struct NumbersOf {
    Values& values;
    void operator()(std::monostate) const {}
    void operator()(const Quantity::Exact& value) const { values.emplace_back(value.n); }
    void operator()(const Quantity::AtLeast& value) const { values.emplace_back(value.n); }
    void operator()(const Quantity::Range& value) const {
        values.emplace_back(value.low), values.emplace_back(value.high);
    }
    void operator()(const Quantity::CountOf& value) const {
        values.emplace_back(value.k), values.emplace_back(value.n);
    }
    void operator()(const Quantity::Share& value) const {
        values.push_back(value.percent.value());
        if (value.n) values.emplace_back(*value.n);
    }
    void operator()(const Quantity::Vague&) const {}
};

bool holds_number(const reflect::Member& member) {
    if (member.name == "revision" || member.name == "position") return false;
    const reflect::Kind kind = reflect::innermost(*member.type).kind;
    return kind == reflect::Kind::integer || kind == reflect::Kind::decimal || kind == reflect::Kind::quantity;
}

/// The numbers that a record holds.
Values numbers_of_record(const reflect::Struct& type, const void* record) {
    Values values;
    Walker walker([&](const Visited& value) {
        if (value.type.kind == reflect::Kind::integer) values.emplace_back(value.as<std::int64_t>());
        if (value.type.kind == reflect::Kind::decimal) values.push_back(value.as<Decimal>().value());
        if (value.type.kind == reflect::Kind::quantity) std::visit(NumbersOf{values}, value.as<Quantity>().value());
    });
    walker.members(member_tree(type, &holds_number), record);
    return values;
}

void add_figure(const Dossier& dossier, const PublishedFigure& figure, std::string_view language, Values& values) {
    add_numbers(values, figure.printed, language);
    for (const auto& number : {figure.k, figure.n})
        if (number) values.emplace_back(*number);
    if (figure.value) values.push_back(figure.value->value());
    for (const Erratum& erratum : dossier.all<Erratum>())
        if (erratum.figure.id() == figure.id) add_numbers(values, erratum.corrected, language);
}

/// Numbers that an anchor of role figure may show; none where nothing is known to compare with.
Values allowed(const Dossier& dossier, const Document& document, const AnyRef& target) {
    Values values;
    if (const auto* figure =
            target.type() == "published_figure" ? dossier.find<PublishedFigure>(target.id()) : nullptr) {
        add_figure(dossier, *figure, document.language, values);
    } else if (target.type() == "indicator" || target.type() == "indicator_definition") {
        for (const PublishedFigure& each : dossier.all<PublishedFigure>())
            if (each.indicator == target.id() && each.cutoff == document.cutoff)
                add_figure(dossier, each, document.language, values);
    } else if (const reflect::Struct* type = find_entity(target.type())) {
        if (const void* record = dossier.find(target)) values = numbers_of_record(*type, record);
    }
    return values;
}

bool is_one_of(const Decimal& shown, const Values& values) {
    return std::any_of(values.begin(), values.end(), [&](const Rational& value) { return rounds_to(value, shown); });
}

/// Whether a sentence is the one that its anchor was set on.
bool is_changed(const SentenceText& sentence, const Anchor& anchor) {
    const auto& now = sentence.sentence->revision;
    return sentence.changed || (anchor.revision && now && *anchor.revision != *now);
}

void report(Context& context, const SentenceText& sentence, const Span& range, std::string message) {
    context.report({.record = reference(*sentence.sentence),
                    .member = "text",
                    .role = "figure",
                    .range = range,
                    .message = std::move(message)});
}

/// A changed sentence, in which the range means nothing: one of the numbers must still be there.
void check_changed_figure(Context& context, const Document& document, const SentenceText& sentence,
                          const Anchor& anchor) {
    const Values values = allowed(context.dossier(), document, anchor.target);
    if (values.empty()) return;
    for (const TextNumber& number : numbers_in(*sentence.text, document.language))
        if (number.value && is_one_of(*number.value, values)) return;
    report(context, sentence, {}, fmt::format("no figure of {} stands in the sentence any more", anchor.target.text()));
}

/// Whether a number of the record could not be read: what it would have been nobody knows.
bool is_number_unread(Context& context, const AnyRef& target) {
    const reflect::Struct* type = find_entity(target.type());
    const auto told = context.told_members(target);
    return type && std::any_of(told.begin(), told.end(), [&](const std::string& path) {
               const reflect::Member* member = type->find(path.substr(0, path.find_first_of(".[")));
               return member &&
                      (holds_number(*member) || reflect::innermost(*member->type).kind == reflect::Kind::record);
           });
}

void check_figure(Context& context, const Document& document, const SentenceText& sentence, const Anchor& anchor) {
    if (is_number_unread(context, anchor.target)) return;
    if (is_changed(sentence, anchor)) return check_changed_figure(context, document, sentence, anchor);
    const auto shown = bytes_at(*sentence.text, anchor.range);
    if (!shown) return;
    const Values values = allowed(context.dossier(), document, anchor.target);
    if (values.empty()) return;
    for (const TextNumber& number : numbers_in(*shown, document.language))
        if (number.value && !is_one_of(*number.value, values))
            report(context, sentence, anchor.range,
                   fmt::format("{} is no figure of {}", number.value->text(), anchor.target.text()));
}

/// Published figures that name their sentence and are anchored in nothing: what was printed must stand there.
void check_printed(Context& context) {
    for (const PublishedFigure& figure : context.dossier().all<PublishedFigure>()) {
        const Sentence* sentence = context.dossier().find(figure.sentence);
        const SentenceText* text = sentence ? context.text_of(*sentence) : nullptr;
        if (!text || !text->text) continue;
        const auto anchors = context.index().anchors_of(sentence->id.text());
        const std::string target = reference(figure).text();
        if (std::any_of(anchors.begin(), anchors.end(),
                        [&](const Anchor* each) { return each->target.text() == target; }))
            continue;
        const bool corrected = [&] {
            for (const Erratum& erratum : context.dossier().all<Erratum>())
                if (erratum.figure.id() == figure.id && text->text->find(erratum.corrected) != std::string_view::npos)
                    return true;
            return false;
        }();
        if (text->text->find(figure.printed) == std::string_view::npos && !corrected)
            report(context, *text, {},
                   fmt::format("{}, printed as {}, does not stand in the sentence", target, marked(figure.printed)));
    }
}

void check_figure_differs(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            if (sentence.text)
                for (const Anchor* anchor : context.index().anchors_of(sentence.sentence->id.text()))
                    if (anchor->role == AnchorRole::figure)
                        check_figure(context, *document.document, sentence, *anchor);
    check_printed(context);
}

bool carries_a_number(AnchorRole role) {
    return role == AnchorRole::figure || role == AnchorRole::quantity || role == AnchorRole::law ||
           role == AnchorRole::standard;
}

/// Number words that the lexicon knows and does not ask an anchor for: "both", "two".
bool is_optional(const SentenceText& sentence, const TextNumber& number) {
    return number.in_words && std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const Lexicon::Hit& hit) {
               return overlap(hit.range, number.range) &&
                      std::all_of(hit.entries->begin(), hit.entries->end(), [](const LexiconEntry* entry) {
                          return entry->role == AnchorRole::quantity && entry->anchor_optional == YesNo::yes;
                      });
           });
}

void check_figure_unanchored(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            if (!sentence.text || !sentence.asserts() || is_external(*sentence.sentence)) continue;
            const auto anchors = context.index().anchors_of(sentence.sentence->id.text());
            for (const TextNumber& number : numbers_in(*sentence.text, document.document->language)) {
                const bool one = number.in_words && number.value && number.value->coefficient() == 1;
                if (number.dated || number.referenced || number.ordinal || one || is_optional(sentence, number))
                    continue;
                if (sentence.is_quoted(number.range)) continue;
                const bool covered = std::any_of(anchors.begin(), anchors.end(), [&](const Anchor* each) {
                    return carries_a_number(each->role) && overlap(each->range, number.range);
                });
                if (!covered)
                    report(context, sentence, number.range,
                           fmt::format("the number {} is anchored in nothing",
                                       marked(*bytes_at(*sentence.text, number.range))));
            }
        }
}

constexpr RuleRow kRules[] = {
    {"figure-differs", IssueSeverity::warning, "a number in a sentence is not the recorded one",
     "A figure anchored in a record must be one of its numbers, within the rounding of the digits shown; one anchored "
     "in an indicator a published figure of it at the document's cut-off. Corrected figures count as recorded. Which "
     "of a record's numbers is meant is not seen.",
     "correct the sentence, or record the figure with its cut-off", "method 7.1", &check_figure_differs},
    {"figure-unanchored", IssueSeverity::warning, "a number that is anchored in nothing",
     "Every number in a sentence that asserts something is anchored in what it was taken or computed from. Dates, "
     "years, times, ordinals, numbers of articles and pages and a speaker's words are exempt; number words are read "
     "in English only, those that the lexicon marks optional are not asked for, and 'one' not at all.",
     "anchor the number in the record or published figure that has it", "method 7.1", &check_figure_unanchored},
};

}  // namespace

std::span<const RuleRow> rules_of_text_figures() {
    return kRules;
}

}  // namespace openeom::check
