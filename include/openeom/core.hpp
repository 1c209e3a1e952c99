// The C++ API of OpenEOM in one include: dossiers, tables, checks, analyses, documents.
#pragma once

#include "openeom/analysis/discrepancies.hpp"
#include "openeom/analysis/indicators.hpp"
#include "openeom/analysis/registration.hpp"
#include "openeom/analysis/sourcing.hpp"
#include "openeom/analysis/trace.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/arrow.hpp"
#include "openeom/io/csv.hpp"
#include "openeom/io/open.hpp"
#include "openeom/io/table.hpp"
#include "openeom/model/typed_table.hpp"
#include "openeom/report/document.hpp"
