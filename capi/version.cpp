#include "openeom.h"

#include "openeom/model/dossier.hpp"

namespace {
constexpr char kFormat[] = {'0' + openeom::kFormatMajor, '.', '0' + openeom::kFormatMinor, '\0'};
static_assert(openeom::kFormatMajor < 10 && openeom::kFormatMinor < 10);
}  // namespace

extern "C" {

const char* eom_version(void) { return OPENEOM_VERSION; }

int32_t eom_abi_version(void) { return 1; }

const char* eom_format_version(void) { return kFormat; }

}  // extern "C"
