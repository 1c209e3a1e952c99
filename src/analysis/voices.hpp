// Whose word a record is: that of the mission whose dossier it is, another's, or an allegation.
#pragma once

#include <string_view>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// The mission that issues a document; where it names none, the only one that findings are asserted by. Null where that
/// is not known.
const Mission* mission_of(const Dossier& dossier, const Document& document);

/// The mission whose conclusions a dossier holds on an election: that of the dossier's own documents, else of the
/// documents whose sentences it holds, else the only one that findings are asserted by. Null where it is not known.
/// Missions that are parts of one joint mission are one: the joint one.
const Mission* mission_of(const Dossier& dossier, const Election* election);

/// Whether the mission, or the institutions in it, assert a finding: nobody else's mission is named. A finding that names
/// no mission is the mission's; one that names some is not where `mission` is null.
bool is_missions_own(const Dossier& dossier, const Finding& finding, const Mission* mission);

/// Whether a finding still holds for whoever asserts it: neither withdrawn nor refuted.
bool is_upheld(const Finding& finding);

/// Whether a step of registration is only somebody's word: that of a party, of interlocutors or of a speaker which
/// nothing corroborates, or anybody's but an authority's or a mission's that is not verified. What is refuted is no step.
bool is_allegation(const RegistrationEvent& event);

}  // namespace openeom::analysis
