#include "check/lifecycles.hpp"

#include <algorithm>
#include <vector>

#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

const Lifecycle* find_in(const Dossier& dossier, std::string_view subject, std::string_view country) {
    for (const Lifecycle& lifecycle : dossier.all<Lifecycle>())
        if (lifecycle.subject == subject && lifecycle.country == country) return &lifecycle;
    return nullptr;
}

const Transition* from_state(const Lifecycle& lifecycle, std::string_view state) {
    const auto found = std::find_if(lifecycle.transitions.begin(), lifecycle.transitions.end(),
                                    [&](const Transition& each) { return each.state == state; });
    return found == lifecycle.transitions.end() ? nullptr : &*found;
}

}  // namespace

const Lifecycle* find_lifecycle(const Dossier& dossier, std::string_view subject, std::string_view country) {
    if (!country.empty()) {
        if (const Lifecycle* own = find_in(dossier, subject, country)) return own;
        if (const Lifecycle* listed = find_in(catalogue(), subject, country)) return listed;
    }
    if (const Lifecycle* own = find_in(dossier, subject, {})) return own;
    return find_in(catalogue(), subject, {});
}

bool may_follow(const Lifecycle& lifecycle, std::string_view before, std::string_view after) {
    std::vector<std::string_view> reached{before};
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const Transition* transition = from_state(lifecycle, reached[at]);
        if (!transition) continue;
        for (const std::string& next : transition->next) {
            if (next == after) return true;
            if (std::find(reached.begin(), reached.end(), next) == reached.end()) reached.push_back(next);
        }
    }
    return false;
}

}  // namespace openeom::check
