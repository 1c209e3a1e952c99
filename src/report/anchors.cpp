#include "anchors.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "analysis/reported.hpp"
#include "label.hpp"
#include "openeom/analysis/indicators.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"
#include "openeom/io/open.hpp"
#include "quotes.hpp"
#include "standards.hpp"

namespace openeom::report {

namespace {

template <class Code>
std::string code_words(const Context& context, Code code) {
    std::string_view name = boost::describe::enum_to_string(code, "");
    if (name.ends_with('_')) name.remove_suffix(1);
    return context.words.code(reflect::code_list_row<Code>.name, name);
}

template <class T>
AnyRef reference_to(const T& record) {
    return AnyRef(reflect::struct_row<T>.name, record.id.text());
}

template <class Code>
std::string part_words(const Context& context, const Cue<Code>& cue) {
    if (!cue.stated()) return {};
    std::string made;
    if constexpr (std::is_same_v<Code, std::string>) made = spaced(cue.code);
    else made = code_words(context, cue.code);
    const std::string named = joined(labels(context, cue.target));
    return named.empty() ? made : fmt::format("{}: {}", made, named);
}

std::string quantity_words(const Context& context, const Quantity& quantity) {
    return quantity.is_stated() ? context.words.quantity(quantity) : std::string();
}

std::string asserter_words(const Context& context, Asserter by, std::vector<std::string> named) {
    const std::string who = code_words(context, by);
    const std::string names = joined(named);
    return names.empty() ? who : fmt::format("{}: {}", who, names);
}

/// Whether a mission's finding is that of the mission whose document this is, or of a part of it.
bool is_own(const Context& context, const Finding& finding) {
    if (context.mission.empty() || !finding.mission || finding.mission->text() == context.mission) return true;
    const Mission* mission = context.dossier.find(*finding.mission);
    const Mission* own = context.dossier.find<Mission>(context.mission);
    const bool part = mission && mission->part_of && mission->part_of->text() == context.mission;
    const bool whole = own && own->part_of && own->part_of->id() == finding.mission->id();
    return part || whole;
}

/// Whether a finding of this state stands: it is neither a draft nor withdrawn.
bool stands(State state) { return state != State::draft && state != State::withdrawn; }

/// What an anchored record is by its type alone; a finding is told by who asserts it.
Standing standing_of(std::string_view type) {
    static constexpr std::string_view kFigures[] = {"turnout", "result", "registration_total", "accreditation_count", "media_measure",
                                                    "supervisory_act", "poll", "published_figure", "reported_value"};
    static constexpr std::string_view kLaw[] = {"legal_instrument", "case_law", "provision"};
    if (std::ranges::find(kFigures, type) != std::end(kFigures)) return Standing::figure;
    if (std::ranges::find(kLaw, type) != std::end(kLaw)) return Standing::law;
    return type == "quote" ? Standing::quote : type == "standard" ? Standing::standard : Standing::background;
}

/// The document's own mission needs no name each time.
std::string asserter_words(const Context& context, const Finding& finding) {
    std::vector<std::string> named = labels(context, finding.asserted_by.target);
    const bool a_mission = finding.asserted_by.code == Asserter::mission || finding.asserted_by.code == Asserter::institution;
    const bool another = finding.mission && finding.mission->text() != context.mission;
    if (named.empty() && a_mission && another) named.push_back(label(context, *finding.mission));
    if (finding.asserted_by.code == Asserter::mission && !another) named.clear();
    return asserter_words(context, finding.asserted_by.code, std::move(named));
}

/// The finding's part that a role points at: what the record says of it, and the words it keeps.
struct RecordedPart {
    std::string code;
    std::string words;
};

RecordedPart recorded_part(const Context& context, const Finding& finding, AnchorRole role) {
    switch (role) {
        case AnchorRole::polarity: return {part_words(context, finding.polarity), finding.polarity.words};
        case AnchorRole::quantity: return {quantity_words(context, finding.quantity.value), finding.quantity.words};
        case AnchorRole::degree: return {part_words(context, finding.degree), finding.degree.words};
        case AnchorRole::scope: return {part_words(context, finding.scope), finding.scope.words};
        case AnchorRole::persistence: return {part_words(context, finding.persistence), finding.persistence.words};
        case AnchorRole::attribution: return {part_words(context, finding.asserted_by), finding.asserted_by.words};
        case AnchorRole::actor: return {part_words(context, finding.responsible_actor), finding.responsible_actor.words};
        case AnchorRole::determination: return {part_words(context, finding.determination), finding.determination.words};
        case AnchorRole::test_failed: return {part_words(context, finding.test_failed), finding.test_failed.words};
        default: return {};
    }
}

std::string words_of(std::string_view text, const Span& range) {
    if (range.empty() || range.begin < 0 || range.begin > range.end || range.end > static_cast<std::int64_t>(text.size())) return {};
    const auto begin = static_cast<std::size_t>(range.begin);
    const auto end = static_cast<std::size_t>(range.end);
    if (!text::is_boundary(text, begin) || !text::is_boundary(text, end)) return {};
    return std::string(text.substr(begin, end - begin));
}

/// Whether an anchor carries words of its own, apart from the clause that asserts the whole.
bool is_cue(AnchorRole role) {
    switch (role) {
        case AnchorRole::not_stated:
        case AnchorRole::asserts:
        case AnchorRole::quote:
        case AnchorRole::background: return false;
        default: return true;
    }
}

CueView cue_view(const Context& context, const Anchor& anchor, std::string_view text) {
    CueView view;
    view.role = anchor.role;
    view.range = anchor.range;
    view.words = words_of(text, anchor.range);
    if (const Finding* finding = anchor.target.type() == "finding" ? context.dossier.find<Finding>(anchor.target.id()) : nullptr) {
        const RecordedPart part = recorded_part(context, *finding, anchor.role);
        view.code = part.code;
        if (view.words.empty() && text.empty()) view.words = part.words;
    }
    return view;
}

/// Longer ranges first where two begin together, so that the clause comes before its cues.
bool comes_before(const Anchor* left, const Anchor* right) {
    if (left->range.begin != right->range.begin) return left->range.begin < right->range.begin;
    if (left->range.end != right->range.end) return left->range.end > right->range.end;
    return left->id < right->id;
}

/// Where a sentence rests on several records that one disagreement touches, it stands with the record it is about, or
/// else with the first.
void keep_each_disagreement_once(std::vector<AnchorView>& views) {
    std::map<std::pair<std::string, std::string>, const AnchorView*> kept;
    for (const AnchorView& view : views)
        for (const DiscrepancyView& one : view.discrepancies) {
            const AnchorView*& keeper = kept[{one.record.text(), one.member}];
            if (!keeper || view.target == one.record) keeper = &view;
        }
    for (AnchorView& view : views)
        std::erase_if(view.discrepancies, [&](const DiscrepancyView& one) { return kept[{one.record.text(), one.member}] != &view; });
}

}  // namespace

void leave_out_targets(const Context& context, DocumentView& view) {
    const auto leave_out = [&context](AnyRef& reference) {
        if (is_withheld(context, reference)) reference = {};
    };
    for (SectionView& section : view.sections)
        for (SentenceView& sentence : section.sentences)
            for (AnchorView& anchor : sentence.anchors) {
                leave_out(anchor.target);
                for (DiscrepancyView& one : anchor.discrepancies) leave_out(one.record);
                for (RelationView& relation : anchor.relations) leave_out(relation.target);
            }
}

Standing standing_of(const Context& context, const Finding& finding) {
    switch (finding.asserted_by.code) {
        case Asserter::not_stated: return Standing::not_stated;
        case Asserter::compiler: return Standing::compiler;
        case Asserter::mission: break;
        default: return Standing::claim;
    }
    if (!is_own(context, finding)) return Standing::claim;
    return finding.determination.code == Determination::not_determinable ? Standing::not_determinable : Standing::finding;
}

std::vector<AnchorView> Anchors::views(const Sentence& sentence, std::string_view text) {
    const auto found = context_.anchors.find(sentence.id.text());
    if (found == context_.anchors.end()) return {};
    std::vector<const Anchor*> anchors = found->second;
    std::ranges::stable_sort(anchors, comes_before);
    std::vector<AnchorView> views;
    for (const Anchor* anchor : anchors) {
        auto at = std::ranges::find(views, anchor->target, &AnchorView::target);
        if (at == views.end()) at = views.insert(views.end(), view(anchor->target));
        if (is_cue(anchor->role)) at->cues.push_back(cue_view(context_, *anchor, text));
        if (anchor->role == AnchorRole::figure) add_numbers(*at);
    }
    keep_each_disagreement_once(views);
    return views;
}

/// A figure anchored in a record that is known by a name: the numbers which that record holds.
void Anchors::add_numbers(AnchorView& view) {
    if (view.standing != Standing::background || !view.facts.empty()) return;
    const Found found = find(context_, view.target);
    if (!found || is_withheld(context_, view.target) || rests_on_withheld(context_, found)) return;
    view.facts = numbers(context_, found);
    if (!view.facts.empty()) view.standing = Standing::figure;
}

AnchorView Anchors::view(const AnyRef& target) {
    AnchorView view;
    view.target = target;
    if (target.type() == "indicator" || target.type() == "indicator_definition") {
        tell_indicator(view, target.id());
        return view;
    }
    const Found found = find(context_, target);
    view.title = label(context_, target);
    view.standing = standing_of(target.type());
    if (!found) return view;
    if (is_withheld(context_, target)) {
        count_withheld(view, found);
        return view;
    }
    add_notes(view, found);
    if (target.type() == "finding") tell_finding(view, found.as<Finding>());
    else if (target.type() == "published_figure") tell_figure(view, found.as<PublishedFigure>());
    else if (target.type() == "reported_value") tell_reported(view, found.as<ReportedValue>());
    else if (target.type() == "quote") tell_quote(view, found.as<Quote>());
    else if (target.type() == "provision") tell_provision(view, found.as<Provision>());
    else if (target.type() == "evidence") tell_evidence(view, found.as<Evidence>());
    else if (target.type() == "standard") {
        view.standards.push_back(standard_view(context_, target.id(), NamedBy::not_stated));
        view.title = joined({view.standards.front().instrument, view.standards.front().paragraph});
    } else tell_record(view, target.type(), found.record);
    add_responses(view);
    add_gaps(view);
    return view;
}

void Anchors::add_notes(AnchorView& view, const Found& found) {
    if (found.type->name != "finding" && rests_on_withheld(context_, found)) return;
    const reflect::Member* notes = found.type->find("notes");
    view.notes = shown_notes(context_.audience, *static_cast<const std::vector<std::string>*>(notes->in(found.record)));
}

/// How many of its sources the audience is not shown, where it is shown records of the kind.
void Anchors::count_withheld(AnchorView& view, const Found& found) {
    if (found.type->name == "evidence" || !shows_record(context_.audience, found.type->name)) return;
    if (const reflect::Member* evidence = found.type->find("evidence"))
        cite(view, *static_cast<const std::vector<Ref<Evidence>>*>(evidence->in(found.record)));
}

void Anchors::tell_finding(AnchorView& view, const Finding& finding) {
    view.standing = standing_of(context_, finding);
    if (!finding.summary.empty()) view.title = finding.summary;
    view.asserted_by = asserter_words(context_, finding);
    view.asserter = finding.asserted_by.code;
    view.basis = finding.basis;
    view.verification = finding.verification;
    view.state = finding.state;
    view.polarity = finding.polarity.code;
    view.determination = finding.determination.code;
    view.test_failed = finding.test_failed.code;
    view.quantity = quantity_words(context_, finding.quantity.value);
    view.degree = part_words(context_, finding.degree);
    view.scope = part_words(context_, finding.scope);
    view.persistence = finding.persistence.code;
    view.actor = part_words(context_, finding.responsible_actor);
    cite(view, finding.evidence);
    for (const std::string& id : finding.standards) view.standards.push_back(standard_view(context_, id, finding.standards_named_by));
    for (const Ref<Provision>& reference : finding.provisions)
        if (const Provision* provision = context_.dossier.find(reference))
            view.provisions.push_back(provision_words(context_, *provision));
    std::vector<AnyRef> records = finding.about;
    records.push_back(view.target);
    add_disagreements(view, records, finding.evidence);
    add_relations(view, finding);
}

void Anchors::tell_figure(AnchorView& view, const PublishedFigure& figure) {
    view.title = figure.printed;
    view.quantity = figure.printed;
    if (const auto* definition = find_here_or_in_catalogue<IndicatorDefinition>(context_.dossier, figure.indicator)) {
        view.title = definition->title;
        view.facts.push_back(fmt::format("{}: {}", context_.words("label.formula"), definition->formula));
    }
    if (figure.k) view.facts.push_back(fmt::format("k: {}", *figure.k));
    if (figure.n) view.facts.push_back(fmt::format("n: {}", *figure.n));
    if (!figure.cutoff.empty())
        view.facts.push_back(fmt::format("{}: {}", context_.words("label.cutoff"), context_.words.date(figure.cutoff)));
    if (const auto found = context_.errata.find(view.target.text()); found != context_.errata.end())
        for (const Erratum* erratum : found->second)
            view.facts.push_back(joined({context_.words.fill("figure.corrected", erratum->corrected),
                                         context_.words.date(erratum->published), erratum->reason}));
    cite(view, figure.evidence);
    add_disagreements(view, {view.target}, figure.evidence);
}

void Anchors::tell_reported(AnchorView& view, const ReportedValue& reported) {
    view.title = fmt::format("{}: {}", label(context_, reported.record), spaced(reported.member));
    cite(view, reported.evidence);
    view.quantity = joined({analysis::value_words(context_.dossier, reported), reported.words});
    add_disagreements(view, {reported.record}, {});
    std::erase_if(view.discrepancies, [&](const DiscrepancyView& one) { return one.member != reported.member; });
    if (view.discrepancies.empty()) view.facts.push_back(reported.reason);
}

void Anchors::tell_indicator(AnchorView& view, std::string_view id) {
    view.standing = Standing::figure;
    view.title = id;
    analysis::IndicatorsOptions options;
    options.indicator = id;
    if (context_.document.election) options.election = context_.document.election->text();
    analysis::IndicatorsResult result;
    try {
        result = analysis::indicators(context_.dossier, options);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        view.notes.emplace_back(error.message());
        return;
    }
    std::vector<Ref<Evidence>> evidence;
    for (const analysis::Indicator& one : result.indicators) {
        view.title = one.title;
        view.quantity = one.value.empty() ? std::string(context_.words("figure.not_computable")) : joined({one.value, one.unit}, " ");
        if (!one.reason.empty()) view.notes.push_back(one.reason);
        view.facts.push_back(fmt::format("{}: {}", context_.words("label.formula"), one.formula));
        if (one.n) view.facts.push_back(fmt::format("n: {}", *one.n));
        view.facts.push_back(fmt::format("{}: {}", context_.words("label.missing"), one.missing));
        for (const analysis::IndicatorValue& value : one.values)
            view.facts.push_back(joined({fmt::format("{}: {}", value.of, value.value), value.note}));
        view.notes.insert(view.notes.end(), one.warnings.begin(), one.warnings.end());
        for (const analysis::IndicatorInput& input : one.inputs)
            evidence.insert(evidence.end(), input.evidence.begin(), input.evidence.end());
    }
    cite(view, evidence);
    if (std::ranges::any_of(result.indicators, [this](const analysis::Indicator& one) { return tells_withheld(one); }))
        return withhold_value(view);
    add_disagreements(view, {}, evidence);
}

/// Whether a value is computed from a record that the audience is not shown, and so tells it. What is counted over many
/// observations, and findings, tell of none alone.
bool Anchors::tells_withheld(const analysis::Indicator& indicator) const {
    return std::ranges::any_of(indicator.inputs, [this](const analysis::IndicatorInput& input) {
        if (input.record.type() == "finding" || !shows_record(context_.audience, input.record.type())) return false;
        return rests_on_withheld(context_, find(context_, input.record));
    });
}

void Anchors::withhold_value(AnchorView& view) {
    view.quantity = context_.words("withheld.value");
    view.facts.clear();
    view.notes.clear();
}

void Anchors::tell_quote(AnchorView& view, const Quote& quote) {
    view.quote = quote_view(context_, quote);
    view.title = joined({view.quote->speaker, joined(quote.roles)});
    view.asserter = Asserter::named_speaker;
    view.asserted_by = asserter_words(context_, Asserter::named_speaker, {view.quote->speaker});
    cite(view, quote.evidence);
}

void Anchors::tell_provision(AnchorView& view, const Provision& provision) {
    view.title = provision_words(context_, provision);
    if (!provision.version_read.empty())
        view.facts.push_back(fmt::format("{}: {}", context_.words("label.version_read"), context_.words.date(provision.version_read)));
    cite(view, provision.evidence);
    for (const std::string& id : provision.standards) view.standards.push_back(standard_view(context_, id, NamedBy::compiler));
    add_disagreements(view, {view.target}, provision.evidence);
}

void Anchors::tell_evidence(AnchorView& view, const Evidence& evidence) {
    const std::vector<Ref<Evidence>> itself = {Ref<Evidence>(evidence.id)};
    cite(view, itself);
    view.title = evidence.statement;
    add_disagreements(view, {}, itself);
}

void Anchors::tell_record(AnchorView& view, std::string_view type, const void* record) {
    const Found found{find_entity(type), record};
    view.facts = facts(context_, found);
    const reflect::Member* evidence = found.type->find("evidence");
    if (!evidence) return;
    const auto& references = *static_cast<const std::vector<Ref<Evidence>>*>(evidence->in(record));
    cite(view, references);
    add_disagreements(view, {view.target}, references);
}

void Anchors::cite(AnchorView& view, const std::vector<Ref<Evidence>>& evidence) {
    Cited cited = sources_.cite(evidence);
    view.sources = std::move(cited.numbers);
    view.withheld = cited.withheld;
}

void Anchors::add_disagreements(AnchorView& view, const std::vector<AnyRef>& records, const std::vector<Ref<Evidence>>& evidence) {
    std::vector<const analysis::Discrepancy*> found;
    const auto add = [&](const std::string& reference) {
        const auto at = context_.disputed.find(reference);
        if (at == context_.disputed.end()) return;
        for (const analysis::Discrepancy* one : at->second)
            if (std::ranges::find(found, one) == found.end() && shows_record(context_.audience, one->record.type()) &&
                shows_member(context_.audience, one->record.type(), one->member))
                found.push_back(one);
    };
    for (const AnyRef& record : records) add(record.text());
    for (const Ref<Evidence>& one : evidence) add("evidence:" + one.text());
    for (const analysis::Discrepancy* one : found) view.discrepancies.push_back(discrepancy(*one));
}

DiscrepancyView Anchors::discrepancy(const analysis::Discrepancy& one) {
    DiscrepancyView view;
    view.record = one.record;
    view.label = label(context_, one.record);
    view.member = one.member;
    for (const analysis::DiscrepancyValue& value : one.values) {
        ReportedView reported;
        reported.value = value.value;
        reported.words = value.words;
        reported.preferred = value.preferred;
        reported.reason = value.reason;
        Cited cited = sources_.cite(value.evidence);
        reported.sources = std::move(cited.numbers);
        reported.withheld = cited.withheld;
        const bool nothing_shown = reported.sources.empty() && reported.withheld > 0;
        if (nothing_shown) {
            reported.value = context_.words("withheld.value");
            reported.words.clear();
            reported.reason.clear();
        }
        view.values.push_back(std::move(reported));
    }
    std::ranges::stable_sort(view.values, [](const ReportedView& left, const ReportedView& right) {
        return left.preferred == YesNo::yes && right.preferred != YesNo::yes;
    });
    return view;
}

RelationView Anchors::relation(Relation kind, const Finding& finding) {
    RelationView view;
    view.relation = kind;
    view.target = reference_to(finding);
    view.title = finding.summary.empty() ? finding.id.text() : finding.summary;
    view.standing = standing_of(context_, finding);
    view.asserted_by = asserter_words(context_, finding);
    view.state = finding.state;
    view.verification = finding.verification;
    Cited cited = sources_.cite(finding.evidence);
    view.sources = std::move(cited.numbers);
    view.withheld = cited.withheld;
    return view;
}

RelationView Anchors::relation(const PossibleInstance& instance) {
    RelationView view;
    view.relation = Relation::possible_instance;
    view.target = instance.target;
    view.title = label(context_, instance.target);
    if (!instance.kind.empty()) view.title += fmt::format(" ({})", spaced(instance.kind));
    view.standing = Standing::claim;
    std::vector<std::string> named;
    if (instance.asserted_by_whom) named.push_back(label(context_, *instance.asserted_by_whom));
    view.asserted_by = asserter_words(context_, instance.asserted_by, std::move(named));
    Cited cited = sources_.cite(instance.evidence);
    view.sources = std::move(cited.numbers);
    view.withheld = cited.withheld;
    if (view.sources.empty() && view.withheld > 0) {
        view.target = {};
        view.title = context_.words("withheld.record");
        view.asserted_by.clear();
    }
    return view;
}

void Anchors::add_relations(AnchorView& view, const Finding& finding) {
    const auto add = [&](Relation kind, const std::vector<Ref<Finding>>& others) {
        for (const Ref<Finding>& other : others)
            if (const Finding* found = context_.dossier.find(other); found && (stands(found->state) || is_inside(context_.audience)))
                view.relations.push_back(relation(kind, *found));
    };
    add(Relation::based_on, finding.based_on);
    add(Relation::concedes, finding.concedes);
    add(Relation::contradicts, finding.contradicts);
    for (const PossibleInstance& instance : finding.possible_instance)
        if (shows_record(context_.audience, instance.target.type())) view.relations.push_back(relation(instance));
}

void Anchors::add_gaps(AnchorView& view) {
    const auto found = context_.gaps.find(view.target.text());
    if (found == context_.gaps.end() || !shows_record(context_.audience, "gap")) return;
    for (const Gap* gap : found->second) {
        RelationView made;
        made.relation = Relation::gap;
        made.target = reference_to(*gap);
        made.title = gap->item;
        made.standing = Standing::background;
        view.relations.push_back(std::move(made));
    }
}

void Anchors::add_responses(AnchorView& view) {
    const auto found = context_.responses.find(view.target.text());
    if (found == context_.responses.end()) return;
    for (const AuthorityResponse* response : found->second) {
        RelationView made;
        made.relation = Relation::response;
        made.target = reference_to(*response);
        made.standing = Standing::claim;
        Cited cited = sources_.cite(response->evidence);
        made.sources = std::move(cited.numbers);
        made.withheld = cited.withheld;
        if (is_withheld(context_, made.target)) {
            made.title = context_.words("withheld.record");
            view.relations.push_back(std::move(made));
            continue;
        }
        made.title = joined({context_.words.date(response->date), response->summary}, ": ");
        std::vector<std::string> named;
        if (response->body) named.push_back(label(context_, *response->body));
        if (response->speaker) named.push_back(label(context_, *response->speaker));
        made.asserted_by = asserter_words(context_, Asserter::authority, std::move(named));
        view.relations.push_back(std::move(made));
    }
}

}  // namespace openeom::report
