// Values of described types in words.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "openeom/base/reflect.hpp"
#include "words.hpp"

namespace openeom::report {

/// What to call the record that a reference names; by default its id.
using Naming = std::function<std::string(std::string_view type, std::string_view id)>;

/// A value in words: codes with spaces, dates in house style; lists and parts of records joined. Empty where it says nothing.
std::string value_words(const reflect::Type& type, const void* value, const Words& words, const Naming& naming = {});

}  // namespace openeom::report
