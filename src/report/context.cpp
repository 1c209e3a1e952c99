#include "context.hpp"

#include "analysis/scope.hpp"

namespace openeom::report {

namespace {

Words choose_words(const Document& document, const DocumentOptions& options) {
    if (!options.language.empty()) return Words(options.language);
    return Words(Words::speaks(document.language) ? std::string_view(document.language) : "en");
}

const Election* election_of(const Dossier& dossier, const Document& document) {
    return document.election ? dossier.find(*document.election) : analysis::choose_election(dossier, {});
}

/// The mission that issues the document; where it names none, the only one that findings are asserted by.
std::string mission_of(const Dossier& dossier, const Document& document) {
    if (document.mission) return document.mission->text();
    std::string only;
    for (const Finding& finding : dossier.all<Finding>()) {
        if (finding.asserted_by.code != Asserter::mission || !finding.mission || finding.mission->text() == only) continue;
        if (!only.empty()) return {};
        only = finding.mission->text();
    }
    return only;
}

}  // namespace

Context::Context(const Dossier& the_dossier, const Document& the_document, const DocumentOptions& options)
    : dossier(the_dossier),
      document(the_document),
      words(choose_words(the_document, options)),
      audience(options.audience),
      disagreements(analysis::discrepancies(the_dossier)) {
    mission = mission_of(dossier, document);
    for (const check::TextAtHand& text : options.texts) texts[text.document.text()] = &text.text;
    if (const Election* election = election_of(dossier, document)) {
        country = election->country;
        if (!election->dates.empty()) election_day = election->dates.front();
    }
    for (const analysis::Discrepancy& one : disagreements.discrepancies) {
        disputed[one.record.text()].push_back(&one);
        for (const analysis::DiscrepancyValue& value : one.values)
            for (const Ref<Evidence>& evidence : value.evidence) disputed["evidence:" + evidence.text()].push_back(&one);
    }
    for (const AuthorityResponse& response : dossier.all<AuthorityResponse>())
        for (const AnyRef& target : response.responds_to) responses[target.text()].push_back(&response);
    for (const Erratum& erratum : dossier.all<Erratum>())
        errata["published_figure:" + erratum.figure.text()].push_back(&erratum);
    for (const Gap& gap : dossier.all<Gap>())
        for (const AnyRef& record : gap.about) gaps[record.text()].push_back(&gap);
    for (const Anchor& anchor : dossier.all<Anchor>()) anchors[anchor.sentence.text()].push_back(&anchor);
}

const std::string* Context::text_of(std::string_view document_id) const {
    const auto found = texts.find(document_id);
    return found == texts.end() ? nullptr : found->second;
}

}  // namespace openeom::report
