// The one place where Boost.Describe is instantiated for the module.
#include "openeom/base/describe_tables.hpp"
#include "openeom/report/options.hpp"
#include "openeom/report/suggestions.hpp"
#include "openeom/report/view.hpp"

OPENEOM_TABLE(openeom::report::DocumentOptions)
OPENEOM_TABLE(openeom::report::DocumentView)
OPENEOM_TABLE(openeom::report::Suggestions)
