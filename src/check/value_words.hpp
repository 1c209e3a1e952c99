// Values in words, so that a message shows "800" and "15 January 2012" where the file has JSON.
#pragma once

#include <string>

#include "openeom/base/reflect.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::check {

/// "800", "15 January 2012", 'green'; "nothing" for an empty value; JSON for parts of several members.
std::string in_words(const reflect::Type& type, const void* value);

/// A reported value as its member would hold it; its own JSON where it cannot be read as that.
std::string in_words(const Dossier& dossier, const ReportedValue& value);

/// The same in the canonical writing of its member's type.
std::string canonical(const Dossier& dossier, const ReportedValue& value);

}  // namespace openeom::check
