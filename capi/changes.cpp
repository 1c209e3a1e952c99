#include "guard.hpp"
#include "handles.hpp"

#include <fmt/format.h>

#include "openeom/io/changes.hpp"

using namespace openeom;
using capi::guard;

extern "C" {

eom_status eom_dossier_diff(const eom_dossier* from, const eom_dossier* to, eom_progress progress, void* user,
                            eom_result** changes, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(changes, "changes");
        const Dossier before = capi::needed(from, "from").dossier.watched(capi::progress(progress, user), "compare");
        const Dossier& after = capi::needed(to, "to").dossier;
        out = capi::result("changes", reflect::object(io::diff(before, after)));
        return EOM_OK;
    });
}

eom_status eom_dossier_merge(const eom_dossier* base, const eom_str* changes, size_t count, eom_progress progress,
                             void* user, eom_dossier** merged, eom_result** summary, eom_error** error) {
    return guard(error, [&] {
        capi::empty(merged, summary);
        eom_dossier*& out = capi::output(merged, "merged");
        eom_result*& told = capi::output(summary, "summary");
        const Dossier start = capi::needed(base, "base").dossier.watched(capi::progress(progress, user), "merge");
        if (capi::possible(count, "changes", sizeof *changes) > 0) capi::needed(changes, "changes");
        std::vector<io::ChangeSet> sets;
        for (size_t i = 0; i < count; ++i) {
            const std::string name = fmt::format("changes[{}]", i);
            sets.push_back(io::read_changes(capi::needed_text(changes[i].data, changes[i].length, name.c_str()), name));
        }
        io::Merged made = io::merge(start, sets);
        std::unique_ptr<eom_result> result(capi::result("merge", reflect::object(std::move(made.summary))));
        if (made.dossier) out = capi::dossier(std::move(*made.dossier));
        told = result.release();
        return EOM_OK;
    });
}

}  // extern "C"
