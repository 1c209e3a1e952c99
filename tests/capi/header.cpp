// The header compiles as C++ and its functions have C linkage.
#include <openeom.h>

#include <cstdint>
#include <cstdio>
#include <type_traits>

static_assert(std::is_same_v<eom_status, int32_t>);
static_assert(sizeof(eom_date) == 16);

int main() {
    const bool ok = eom_abi_version() >= 1 && eom_version()[0] != '\0';
    std::printf("1 cases%s\n", ok ? "" : ", 1 failed");
    return ok ? 0 : 1;
}
