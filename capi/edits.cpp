// Edits by what comes from outside: upserts and erasures; and what an edit has now.
#include "guard.hpp"
#include "handles.hpp"
#include "options.hpp"

#include "openeom/io/edits.hpp"

using namespace openeom;
using capi::guard;

namespace {

int32_t number_of(UpsertOutcome outcome) {
    switch (outcome) {
        case UpsertOutcome::unchanged: return EOM_UNCHANGED;
        case UpsertOutcome::added: return EOM_ADDED;
        case UpsertOutcome::changed: return EOM_CHANGED;
    }
    return EOM_UNCHANGED;
}

}  // namespace

extern "C" {

eom_status eom_edit_upsert(eom_edit* edit, const char* type, size_t type_length, const char* system,
                           size_t system_length, const char* external_id, size_t external_id_length, const char* json,
                           size_t json_length, int32_t* outcome, eom_str* id, eom_error** error) {
    return guard(error, [&] {
        if (outcome != nullptr) *outcome = EOM_UNCHANGED;
        if (id != nullptr) *id = {};
        eom_edit& handle = capi::needed(edit, "edit");
        Edit& changed = *handle.edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view partner = capi::needed_text(system, system_length, "system");
        const std::string_view known_as = capi::needed_text(external_id, external_id_length, "external_id");
        const std::string_view members = capi::needed_text(json, json_length, "json");
        const auto verify = [&](const reflect::Struct& entity, const void* record) {
            capi::require_whole(changed, entity, record);
        };
        Upserted made = io::upsert(changed, name, partner, known_as, members, verify);
        handle.upserted = std::move(made.id);
        if (outcome != nullptr) *outcome = number_of(made.outcome);
        if (id != nullptr) *id = {handle.upserted.data(), handle.upserted.size()};
        return EOM_OK;
    });
}

eom_status eom_edit_erase(eom_edit* edit, const char* type, size_t type_length, const char* id, size_t id_length,
                          const char* options, size_t options_length, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        if (result != nullptr) *result = nullptr;
        Edit& changed = *capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view record = capi::needed_text(id, id_length, "id");
        const std::string_view stated = capi::needed_text(options, options_length, "options");
        const auto how = io::from_json(reflect::table<io::EraseOptions>(), stated).as<io::EraseOptions>();
        Edit after = changed;  // shares what it does not change, and is dropped where there is no room for the result
        io::Erased erased = io::erase(after, name, record, how);
        if (result != nullptr) *result = capi::result("erase", reflect::object(std::move(erased)));
        changed = std::move(after);
        return EOM_OK;
    });
}

eom_status eom_cursor_open_edit(const eom_edit* edit, const char* type, size_t type_length, const char* filter,
                                size_t filter_length, eom_cursor** cursor, eom_error** error) {
    return guard(error, [&] {
        eom_cursor*& out = capi::output(cursor, "cursor");
        const Dossier now = capi::needed(edit, "edit").edit->snapshot();
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view wanted = capi::optional_text(filter, filter_length, "filter");
        out = capi::cursor(now, name, filter == nullptr ? std::nullopt : std::optional(wanted));
        return EOM_OK;
    });
}

}  // extern "C"
