// The one place where Boost.Describe is instantiated for the checks.
#include "openeom/base/describe_tables.hpp"
#include "openeom/check/check.hpp"

OPENEOM_TABLE(openeom::check::Issue)
OPENEOM_TABLE(openeom::check::CheckResult)
OPENEOM_TABLE(openeom::check::Rule)
