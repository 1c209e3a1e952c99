// Numbers in a text: digits as people group them, and in English the words for whole numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/base/decimal.hpp"
#include "openeom/base/values.hpp"

namespace openeom::check {

struct TextNumber {
    Span range;
    std::optional<Decimal> value;  ///< none where it has too many digits
    bool in_words = false;
    bool ordinal = false;     ///< "second", "2nd"
    bool dated = false;       ///< part of a date, a year or a time of day
    bool referenced = false;  ///< number of an article, paragraph, page and the like
};

/// In order of place. A four-digit number from 1900 to 2099 without a separator counts as a year.
std::vector<TextNumber> numbers_in(std::string_view text, std::string_view language);

/// Whether `value` rounds to the digits shown; true where the numbers are too large to compare.
bool rounds_to(const Rational& value, const Decimal& shown);

/// Digits of `text` without what stands between them, so that "2,000" and "2 000" compare equal.
std::vector<std::string> digit_groups(std::string_view text, std::string_view language);

}  // namespace openeom::check
