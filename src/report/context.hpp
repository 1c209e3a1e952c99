// What every part of the making of a document view needs: the dossier, the audience, the words, and indexes over the
// registers that say something about other records.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audience.hpp"
#include "openeom/analysis/discrepancies.hpp"
#include "openeom/model/dossier.hpp"
#include "openeom/report/view.hpp"
#include "words.hpp"

namespace openeom::report {

/// Records that point at others, by what they point at ("type:id").
template <class T>
using Pointing = std::map<std::string, std::vector<const T*>, std::less<>>;

struct Context {
    const Dossier& dossier;
    const Document& document;
    Words words;
    Audience audience{};
    std::map<std::string, const std::string*, std::less<>> texts;  ///< at hand, by document id
    std::string mission;  ///< id of the one whose findings are the document's own; empty where it is not known
    std::string country;  ///< of the election
    Date election_day;
    analysis::DiscrepanciesResult disagreements;
    Pointing<analysis::Discrepancy> disputed;  ///< by record, and by the evidence that gives a value ("evidence:x")
    Pointing<AuthorityResponse> responses;
    Pointing<Erratum> errata;
    Pointing<Gap> gaps;
    std::map<std::string, std::vector<const Anchor*>, std::less<>> anchors;  ///< by sentence id

    Context(const Dossier& dossier, const Document& document, const DocumentOptions& options);
    Context(const Context&) = delete;  // the indexes point into it
    Context& operator=(const Context&) = delete;

    /// The text of a document at hand; null where it is not.
    [[nodiscard]] const std::string* text_of(std::string_view document_id) const;
};

}  // namespace openeom::report
