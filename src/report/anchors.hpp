// What a sentence is anchored in: one view a record, with the words that carry its parts, who asserts it, what it rests on.
#pragma once

#include <string_view>
#include <vector>

#include "context.hpp"
#include "label.hpp"
#include "openeom/analysis/indicators.hpp"
#include "sources.hpp"

namespace openeom::report {

class Anchors {
public:
    Anchors(const Context& context, Sources& sources) : context_(context), sources_(sources) {}

    /// The records that a sentence is anchored in, in the order of their first words. `text` is the sentence as shown;
    /// empty where it is not.
    [[nodiscard]] std::vector<AnchorView> views(const Sentence& sentence, std::string_view text);

private:
    [[nodiscard]] AnchorView view(const AnyRef& target);
    void tell_finding(AnchorView& view, const Finding& finding);
    void tell_figure(AnchorView& view, const PublishedFigure& figure);
    void tell_reported(AnchorView& view, const ReportedValue& reported);
    void tell_indicator(AnchorView& view, std::string_view id);
    void tell_quote(AnchorView& view, const Quote& quote);
    void tell_provision(AnchorView& view, const Provision& provision);
    void tell_evidence(AnchorView& view, const Evidence& evidence);
    void tell_record(AnchorView& view, std::string_view type, const void* record);
    void add_notes(AnchorView& view, const Found& found);
    void count_withheld(AnchorView& view, const Found& found);
    [[nodiscard]] bool tells_withheld(const analysis::Indicator& indicator) const;
    void withhold_value(AnchorView& view);
    void add_numbers(AnchorView& view);
    void add_gaps(AnchorView& view);
    void cite(AnchorView& view, const std::vector<Ref<Evidence>>& evidence);
    void add_disagreements(AnchorView& view, const std::vector<AnyRef>& records, const std::vector<Ref<Evidence>>& evidence);
    void add_relations(AnchorView& view, const Finding& finding);
    void add_responses(AnchorView& view);
    [[nodiscard]] RelationView relation(Relation relation, const Finding& finding);
    [[nodiscard]] RelationView relation(const PossibleInstance& instance);
    [[nodiscard]] DiscrepancyView discrepancy(const analysis::Discrepancy& one);

    const Context& context_;
    Sources& sources_;
};

/// Takes the references to records that the audience is not shown out of a view: their ids name stations and days.
void leave_out_targets(const Context& context, DocumentView& view);

/// What a finding is: the mission's own, somebody else's claim, or what the mission says could not be determined.
Standing standing_of(const Context& context, const Finding& finding);

}  // namespace openeom::report
