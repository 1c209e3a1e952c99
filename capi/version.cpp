#include <algorithm>
#include <array>
#include <string_view>

#include "guard.hpp"

#include "openeom/analysis/result.hpp"
#include "openeom/model/dossier.hpp"
#include "openeom/report/result.hpp"

using namespace openeom;

namespace {

constexpr char kFormat[] = {'0' + openeom::kFormatMajor, '.', '0' + openeom::kFormatMinor, '\0'};
static_assert(openeom::kFormatMajor < 10 && openeom::kFormatMinor < 10);

constexpr std::array kFunctions = std::to_array<std::string_view>({
#include "symbols.inc"
});

bool has_analysis(std::string_view name) {
    const auto all = analysis::analyses();
    return std::any_of(all.begin(), all.end(), [&](const analysis::Analysis& each) { return each.name == name; });
}

bool has_type(std::string_view name) {
    const auto all = structs();
    return std::any_of(all.begin(), all.end(), [&](const reflect::Struct* each) { return each->name == name; });
}

bool has_member(std::string_view name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return false;
    for (const reflect::Struct* each : structs())
        if (each->name == name.substr(0, dot)) return each->find(name.substr(dot + 1)) != nullptr;
    return false;
}

bool has_render(std::string_view name) {
    const auto all = report::formats();
    return std::find(all.begin(), all.end(), name) != all.end();
}

struct Capability {
    std::string_view kind;
    bool (*has)(std::string_view name);
};

constexpr std::array kCapabilities{
    Capability{"function", [](std::string_view name) {
                   return std::find(kFunctions.begin(), kFunctions.end(), name) != kFunctions.end();
               }},
    Capability{"analysis", &has_analysis},
    Capability{"type", &has_type},
    Capability{"member", &has_member},
    Capability{"render", &has_render},
};

bool has(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return false;
    for (const Capability& each : kCapabilities)
        if (each.kind == name.substr(0, colon)) return each.has(name.substr(colon + 1));
    return false;
}

}  // namespace

extern "C" {

const char* eom_version(void) { return OPENEOM_VERSION; }

int32_t eom_abi_version(void) { return 1; }

const char* eom_format_version(void) { return kFormat; }

int32_t eom_has(const char* name, size_t name_length) {
    int32_t answer = 0;
    static_cast<void>(capi::guard(nullptr, [&] {
        answer = has(capi::optional_text(name, name_length, "name")) ? 1 : 0;
        return EOM_OK;
    }));
    return answer;
}

}  // extern "C"
