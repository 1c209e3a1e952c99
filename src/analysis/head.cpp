#include "openeom/analysis/result.hpp"
#include "openeom/io/json.hpp"
#include "openeom/model/reconstruction.hpp"

namespace openeom::analysis {

namespace {

/// The later of two cut-offs, by their last day; one without an end is the latest there is.
const Date& later(const Date& left, const Date& right) {
    if (left.empty()) return right;
    if (right.empty() || !left.last()) return left;
    return !right.last() || *right.last() > *left.last() ? right : left;
}

}  // namespace

ResultHead head(const Dossier& dossier, std::string_view analysis, std::string_view options_json) {
    ResultHead made;
    made.analysis = analysis;
    made.options.text = options_json;
    made.dossier_sha256 = io::digest(dossier);
    for (const Election& election : dossier.all<Election>())
        made.data_cutoff = later(made.data_cutoff, election.data_cutoff);
    for (const Document& document : dossier.all<Document>())
        made.data_cutoff = later(made.data_cutoff, document.cutoff);
    made.reconstruction = reconstruction_note(dossier);
    return made;
}

}  // namespace openeom::analysis
