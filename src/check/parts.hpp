// The coded parts of a finding as one list, so that a rule is written once for all of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/code_name.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::check {

struct FindingPart {
    AnchorRole role{};
    std::string_view member;  ///< of the finding
    std::string code;         ///< of a quantity: "number:several", "exact:2"
    bool stated = false;
    std::string_view words;
    ImpliedBy implied_by{};
    std::span<const AnyRef> targets;
};

/// Polarity, quantity, degree, scope, persistence, actor, attribution, determination, test_failed.
std::vector<FindingPart> parts_of(const Finding& finding);

/// None for a role that is no coded part.
std::optional<FindingPart> part_of(const Finding& finding, AnchorRole role);

/// Whether anchors of the role carry a coded part of a finding; `concedes` does, though it has no words of its own.
bool is_part(AnchorRole role);

/// "number:several", "exact:2", "at_least:18", "range:16-19", "k_of_n:3/20", "share:75.07"; "not_stated".
std::string quantity_code(const Quantity& quantity);

/// The finding that a reference names; null where it names none.
const Finding* finding_at(const Dossier& dossier, const AnyRef& target);

}  // namespace openeom::check
