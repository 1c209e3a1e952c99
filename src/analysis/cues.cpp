#include "analysis/cues.hpp"

namespace openeom::analysis {

bool is_cue(AnchorRole role) {
    using enum AnchorRole;
    return role != not_stated && role != asserts && role != quote && role != background;
}

std::string recorded_words(const Finding& finding, AnchorRole role) {
    switch (role) {
        case AnchorRole::polarity: return finding.polarity.words;
        case AnchorRole::quantity: return finding.quantity.words;
        case AnchorRole::degree: return finding.degree.words;
        case AnchorRole::scope: return finding.scope.words;
        case AnchorRole::persistence: return finding.persistence.words;
        case AnchorRole::attribution: return finding.asserted_by.words;
        case AnchorRole::actor: return finding.responsible_actor.words;
        case AnchorRole::determination: return finding.determination.words;
        case AnchorRole::test_failed: return finding.test_failed.words;
        default: return {};
    }
}

}  // namespace openeom::analysis
