// What columns the described values have; see Table.
#pragma once

#include <string>
#include <string_view>

#include "openeom/model/table.hpp"

namespace openeom {

/// The field of a value as `form` wants its texts.
Field field_of(std::string name, const reflect::Type& type, TextForm form);

/// The field of a member, nullable where it may be empty.
Field field_of(std::string name, const reflect::Member& member, TextForm form);

/// Whether a value of the kind may be empty, and is null then.
bool may_be_empty(reflect::Kind kind) noexcept;

/// Places of the decimals in a table: as many as a Decimal may have.
inline constexpr int kDecimalPlaces = 18;

/// Words of a date's precision and of a quantity's kind, by their number.
inline constexpr std::string_view kPrecisions[] = {"none", "year", "month", "day"};
inline constexpr std::string_view kQuantityKinds[] = {"not_stated", "exact", "at_least", "range", "k_of_n", "share", "vague"};

}  // namespace openeom
