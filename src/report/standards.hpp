// Standards as a document cites them: what they are, what they oblige to, and whether they applied.
#pragma once

#include <string_view>

#include "context.hpp"

namespace openeom::report {

StandardView standard_view(const Context& context, std::string_view id, NamedBy named_by);
/// Orders ids by their numbers: 5.9 before 5.10.
bool natural_less(std::string_view left, std::string_view right);

/// "Article 89(6)(4), Constitutional Law on Elections: what it says".
std::string provision_words(const Context& context, const Provision& provision);

}  // namespace openeom::report
