// What may be shown to whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/finding.hpp"
#include "openeom/report/options.hpp"

namespace openeom::report {

/// The analyst's own screen and the mission's files.
inline bool is_inside(Audience audience) { return audience == Audience::not_stated || audience == Audience::internal; }

bool shows_evidence(Audience audience, EvidenceKind kind);
/// Whether records of a type are shown at all.
bool shows_record(Audience audience, std::string_view type);
/// Whether a member of a record is shown: narratives and pseudonyms stay inside.
bool shows_member(Audience audience, std::string_view type, std::string_view member);
/// Without those that begin with "internal:" or "Internal -", for others than the mission.
std::vector<std::string> shown_notes(Audience audience, const std::vector<std::string>& notes);

/// E-mail addresses and telephone numbers in a text, in order.
std::vector<Span> contact_details(std::string_view text);
/// `text` with `mark` in place of each of them.
std::string without_contact_details(std::string_view text, std::string_view mark);
/// The same in all texts of a described object.
void remove_contact_details(const reflect::Struct& type, void* object, std::string_view mark);

}  // namespace openeom::report
