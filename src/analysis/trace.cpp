#include "openeom/analysis/trace.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/cues.hpp"
#include "analysis/graph.hpp"
#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "openeom/analysis/discrepancies.hpp"
#include "openeom/analysis/indicators.hpp"
#include "openeom/base/text.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

template <class T>
const T& as(const void* record) {
    return *static_cast<const T*>(record);
}

std::string finding_detail(const Dossier& dossier, const Finding& finding) {
    std::vector<std::string> parts;
    if (finding.polarity.stated()) parts.push_back(words(finding.polarity.code));
    if (finding.quantity.value.is_stated()) parts.push_back(finding.quantity.value.text());
    parts.push_back(attribution(dossier, finding));
    parts.push_back("basis " + words(finding.basis));
    parts.push_back("verification " + words(finding.verification));
    return joined(parts);
}

std::string evidence_detail(const Dossier& dossier, const Evidence& evidence) {
    std::vector<std::string> parts;
    parts.push_back(source_words(dossier, evidence));
    if (const std::string place = place_in_source(evidence); !place.empty()) parts.push_back(place);
    if (!evidence.locator.fact.empty()) parts.push_back("fact " + evidence.locator.fact);
    return joined(parts);
}

std::string source_detail(const Source& source) {
    std::vector<std::string> parts;
    if (!source.publisher.empty()) parts.push_back(source.publisher);
    if (!source.date.empty()) parts.push_back(source.date.words());
    if (source.tier != SourceTier::not_stated) parts.push_back(words(source.tier));
    if (!source.url.empty()) parts.push_back(source.url);
    return joined(parts);
}

std::string reported_detail(const Dossier& dossier, const ReportedValue& reported) {
    std::vector<std::string> parts{reported.value.text};
    if (reported.preferred == YesNo::yes) parts.emplace_back("preferred");
    if (!reported.reason.empty()) parts.push_back(reported.reason);
    return joined(parts) + (dossier.find(reported.record) ? "" : " (the record is not there)");
}

/// "quantity 'several'", by the words that the record keeps.
std::string anchor_detail(const Dossier& dossier, const Anchor& anchor) {
    const Finding* finding = anchor.target.type() == "finding" ? dossier.find<Finding>(anchor.target.id()) : nullptr;
    const std::string kept = finding ? recorded_words(*finding, anchor.role) : std::string();
    return kept.empty() ? words(anchor.role) : fmt::format("{} '{}'", words(anchor.role), kept);
}

/// What a row says beside the label: where it stands, who says so, what it holds.
std::string detail_of(const Dossier& dossier, std::string_view type, const void* record) {
    if (type == "finding") return finding_detail(dossier, as<Finding>(record));
    if (type == "evidence") return evidence_detail(dossier, as<Evidence>(record));
    if (type == "source") return source_detail(as<Source>(record));
    if (type == "reported_value") return reported_detail(dossier, as<ReportedValue>(record));
    if (type == "anchor") return anchor_detail(dossier, as<Anchor>(record));
    if (type == "gap") return as<Gap>(record).expected_location;
    if (type == "sentence")
        return fmt::format("{}, in {}", as<Sentence>(record).id.text(), label(dossier, as<Sentence>(record).document));
    if (type == "document") return words(as<Document>(record).kind);
    if (type == "standard") return as<Standard>(record).summary;
    if (type == "provision") return as<Provision>(record).summary;
    if (type == "registration_event") return attribution(dossier, as<RegistrationEvent>(record).asserted_by);
    return {};
}

/// Where a trace begins: its first row, and its ties in both directions where these are not the record's own.
struct Root {
    TraceRow row;
    std::vector<Tie> down;
    std::vector<Tie> up;
};

class Tracer {
public:
    Tracer(const Dossier& dossier, const TraceOptions& options)
        : dossier_(dossier), graph_(dossier), maximum_depth_(options.depth), maximum_rows_(options.rows) {}

    [[nodiscard]] Root root(std::string_view of) const;
    [[nodiscard]] std::vector<TraceRow> tree(const Root& root);
    [[nodiscard]] bool was_cut() const { return cut_; }

private:
    [[nodiscard]] TraceRow row_of(std::string_view record) const;
    [[nodiscard]] Root record_root(const std::string& record) const;
    [[nodiscard]] Root fact_root(std::string_view fact) const;
    [[nodiscard]] Root discrepancy_root(std::string_view id) const;
    [[nodiscard]] Root indicator_root(std::string_view id) const;
    [[nodiscard]] std::vector<Tie> next_of(std::string_view record, TraceDirection direction) const;
    [[nodiscard]] std::vector<Tie> without_anchors(std::vector<Tie> ties) const;
    void descend(const Tie& tie, TraceDirection direction, std::int64_t depth);

    const Dossier& dossier_;
    Graph graph_;
    std::int64_t maximum_depth_;
    std::int64_t maximum_rows_;
    std::vector<TraceRow> rows_;
    std::set<std::string, std::less<>> seen_;
    bool cut_ = false;
};

TraceRow Tracer::row_of(std::string_view record) const {
    const std::size_t colon = record.find(':');
    const std::string_view named = record.substr(0, colon), id = record.substr(colon + 1);
    const std::string_view type = named == "indicator" ? std::string_view("indicator_definition") : named;
    TraceRow row;
    row.record = record;
    row.label = label(dossier_, type, id);
    const void* found = find_entity(type) ? dossier_.find(type, id) : nullptr;
    if (!found && find_entity(type)) found = catalogue().find(type, id);
    if (found) row.detail = detail_of(dossier_, type, found);
    return row;
}

Root Tracer::record_root(const std::string& record) const {
    Root made;
    made.row = row_of(record);
    const auto down = graph_.down(record), up = graph_.up(record), named = graph_.named_by(record);
    made.down.assign(down.begin(), down.end());
    made.up.assign(up.begin(), up.end());
    made.up.insert(made.up.end(), named.begin(), named.end());
    return made;
}

/// Everything that carries an id of a base of facts, and all that rests on it.
Root Tracer::fact_root(std::string_view fact) const {
    Root made;
    const std::string folded = text::fold_case(fact);
    std::vector<std::string_view> known;
    for (const Evidence& evidence : dossier_.all<Evidence>()) {
        if (evidence.locator.fact.empty()) continue;
        known.push_back(evidence.locator.fact);
        if (text::fold_case(evidence.locator.fact) != folded) continue;
        const std::string record = graph_key("evidence", evidence.id.text());
        made.row.record = "fact:" + evidence.locator.fact;
        made.down.push_back({"evidence", record, true});
        const auto up = graph_.up(record);
        made.up.insert(made.up.end(), up.begin(), up.end());
        if (made.row.label.empty()) made.row.label = evidence.statement;
    }
    if (made.down.empty())
        throw Error(ErrorCode::not_found, unknown_name("fact", fact, known), {},
                    "facts are named by the evidence that carries their ids");
    return made;
}

Root Tracer::discrepancy_root(std::string_view id) const {
    const DiscrepanciesResult all = discrepancies(dossier_);
    std::vector<std::string_view> known;
    for (const Discrepancy& each : all.discrepancies) {
        known.push_back(each.id);
        if (each.id != id) continue;
        Root made;
        made.row.record = "discrepancy:" + each.id;
        made.row.label = each.title;
        made.row.detail = each.state;
        for (const DiscrepancyValue& value : each.values)
            made.down.push_back({"reported value", graph_key("reported_value", value.reported_value.text()), true});
        made.up.push_back({words(each.member), each.record.text(), true});
        return made;
    }
    throw Error(ErrorCode::not_found, unknown_name("discrepancy", id, known), {}, "'openeom discrepancies' lists them");
}

Root Tracer::indicator_root(std::string_view id) const {
    IndicatorsOptions options;
    options.indicator = id;
    const IndicatorsResult computed = indicators(dossier_, options);
    Root made = record_root(graph_key("indicator", id));
    const Indicator& indicator = computed.indicators.front();
    made.row.label = indicator.title;
    made.row.detail =
        indicator.status == IndicatorStatus::computed ? indicator.value : "not computable: " + indicator.reason;
    return made;
}

Root Tracer::root(std::string_view of) const {
    if (of.empty())
        throw Error(ErrorCode::argument, "nothing is named to trace", {},
                    "the option 'of' names it, such as finding:parties-blocked");
    const std::size_t colon = of.find(':');
    const std::string_view type = of.substr(0, colon),
                           rest = colon == std::string_view::npos ? std::string_view() : of.substr(colon + 1);
    if (type == "fact") return fact_root(rest);
    if (type == "discrepancy") return discrepancy_root(rest);
    if (type == "indicator" || type == "indicator_definition") return indicator_root(rest);
    const AnyRef named(of);
    const reflect::Struct& entity = *entities()[entity_index(named.type())];
    if (!catalogue().find(entity.name, named.id())) (void)dossier_.get(entity.name, named.id());
    return record_root(graph_key(entity.name, named.id()));
}

/// Anchors that point at a record, as the sentences that they belong to, each once with all it is anchored by.
std::vector<Tie> Tracer::without_anchors(std::vector<Tie> ties) const {
    std::vector<Tie> made;
    for (Tie& tie : ties) {
        const Anchor* anchor =
            tie.record.starts_with("anchor:") ? dossier_.find<Anchor>(std::string_view(tie.record).substr(7)) : nullptr;
        if (!anchor) {
            made.push_back(std::move(tie));
            continue;
        }
        const std::string sentence = graph_key("sentence", anchor->sentence.text());
        const auto known =
            std::find_if(made.begin(), made.end(), [&](const Tie& each) { return each.record == sentence; });
        if (known == made.end()) made.push_back({words(anchor->role), sentence, true});
        else if (known->relation.find(words(anchor->role)) == std::string::npos)
            known->relation += ", " + words(anchor->role);
    }
    return made;
}

/// A document is where a trace ends: what else it says does not rest on the sentence that led to it.
std::vector<Tie> Tracer::next_of(std::string_view record, TraceDirection direction) const {
    if (record.starts_with("document:")) return {};
    const auto ties = direction == TraceDirection::down ? graph_.down(record) : graph_.up(record);
    std::vector<Tie> next(ties.begin(), ties.end());
    return direction == TraceDirection::down ? next : without_anchors(std::move(next));
}

/// A record that stands further up already is shown once more and not followed: cycles end, and the tree stays small.
void Tracer::descend(const Tie& tie, TraceDirection direction, std::int64_t depth) {
    if (static_cast<std::int64_t>(rows_.size()) >= maximum_rows_) {
        cut_ = true;
        return;
    }
    TraceRow row = row_of(tie.record);
    row.depth = depth;
    row.direction = direction;
    row.relation = tie.relation;
    const bool first = seen_.insert(tie.record).second;
    const std::vector<Tie> next = next_of(tie.record, direction);
    if (!first && !next.empty()) row.detail = "shown above";
    // Further anchors of one finding say so in their own row.
    const bool told = row.record.starts_with("anchor:") && direction == TraceDirection::down && next.size() == 1 &&
                      seen_.contains(next[0].record);
    if (told) row.detail += fmt::format("; {} is shown above", next[0].record);
    rows_.push_back(std::move(row));
    if (!first || told || next.empty()) return;
    if (depth >= maximum_depth_) {
        cut_ = true;
        return;
    }
    for (const Tie& each : next) descend(each, direction, depth + 1);
}

std::vector<TraceRow> Tracer::tree(const Root& root) {
    rows_.assign(1, root.row);
    for (const TraceDirection direction : {TraceDirection::down, TraceDirection::up}) {
        seen_ = {root.row.record};
        const std::vector<Tie> first = direction == TraceDirection::down ? root.down : without_anchors(root.up);
        for (const Tie& tie : first) descend(tie, direction, 1);
    }
    return std::move(rows_);
}

std::string summary_of(const std::vector<TraceRow>& rows, bool cut) {
    std::set<std::string_view> evidence, sources, sentences;
    for (const TraceRow& row : rows) {
        const std::string_view record = row.record;
        if (record.starts_with("evidence:")) evidence.insert(record);
        if (record.starts_with("source:")) sources.insert(record);
        if (record.starts_with("sentence:")) sentences.insert(record);
    }
    const auto size = [](const auto& set) { return static_cast<std::int64_t>(set.size()); };
    std::string made =
        fmt::format("{}, {}, {}", counted(size(evidence), "evidence", "evidence"),
                    counted(size(sources), "source", "sources"), counted(size(sentences), "sentence", "sentences"));
    if (cut) made += "; the tree is cut where the options say";
    return made;
}

}  // namespace

TraceResult trace(const Dossier& dossier, const TraceOptions& options) {
    Tracer tracer(dossier, options);
    const Root root = tracer.root(options.of);
    TraceResult result;
    result.head = head_for(dossier, "trace", options);
    result.title = root.row.label;
    result.of = root.row.record;
    result.rows = tracer.tree(root);
    result.summary = summary_of(result.rows, tracer.was_cut());
    return result;
}

}  // namespace openeom::analysis
