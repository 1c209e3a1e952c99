// Reading the values that are neither lists, records nor optional: from the text where they stand into the object.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "openeom/base/reflect.hpp"

namespace openeom::io {

/// What is wrong with a value. It is reported and reading goes on.
struct Problem {
    std::string_view rule;
    std::string message;
    std::string remedy;
    std::size_t within = 0;  ///< where in the value it is, in bytes
};

/// Where a value stands in the text.
struct Place {
    std::string_view token;  ///< a scalar without the space around it; of a list or an object the bracket
    std::string_view rest;   ///< from the value's first byte to the end of the text
};

class ValueReader {
public:
    /// Reads a value of any kind but list, record, optional and extras into `target`. Throws scan::Fault where the
    /// value is not JSON.
    std::optional<Problem> read(const reflect::Type& type, void* target, const Place& place, std::uint32_t depth_left);

private:
    std::optional<Problem> read_string(const reflect::Type& type, void* target, std::string_view token);
    std::string_view meaning(std::string_view token);

    std::string scratch_;  ///< of strings with escapes, kept for its memory
};

/// "expected a whole number, found "3rd"".
Problem wrong_type(const reflect::Type& type, std::string_view token);

/// A value of any JSON type.
struct RawValue {
    std::string text;                ///< without white space outside strings
    std::optional<Problem> problem;  ///< strict JSON that is refused all the same
};

/// Throws scan::Fault where it is not strict JSON.
RawValue raw_value(const Place& place, std::uint32_t depth_left);

Problem stands_twice(std::string_view member);

/// A value as it stands in the text, shortened for messages.
std::string shown(std::string_view token);

/// "a whole number", "a date".
std::string expected(const reflect::Type& type);

}  // namespace openeom::io
