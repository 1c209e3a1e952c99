#include "guard.hpp"
#include "handles.hpp"
#include "options.hpp"

#include <fmt/format.h>

#include "openeom/io/open.hpp"

using namespace openeom;
using capi::guard;

eom_dossier* capi::dossier(Dossier snapshot) {
    return new eom_dossier{.dossier = std::move(snapshot), .digest = {}, .digested = {}};
}

extern "C" {

eom_status eom_dossier_open(const char* name, size_t name_length, const char* options, size_t options_length,
                            eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        const std::string_view path = capi::needed_text(name, name_length, "name");
        const io::ReadOptions read = capi::read_options(capi::optional_text(options, options_length));
        out = capi::dossier(open(std::string(path), read));
        return EOM_OK;
    });
}

eom_status eom_dossier_parse(const char* bytes, size_t length, const char* source, size_t source_length,
                             const char* options, size_t options_length, eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        const std::string_view json = capi::needed_text(bytes, length, "bytes");
        const io::ReadOptions read = capi::read_options(capi::optional_text(options, options_length));
        std::string name(capi::optional_text(source, source_length));
        const Edit edit = io::read_json(json, name.empty() ? "bytes" : std::move(name), read);
        out = capi::dossier(edit.commit());
        return EOM_OK;
    });
}

eom_dossier* eom_dossier_retain(const eom_dossier* dossier) {
    if (dossier != nullptr) dossier->owners.fetch_add(1, std::memory_order_relaxed);
    return const_cast<eom_dossier*>(dossier);
}

void eom_dossier_release(eom_dossier* dossier) {
    if (dossier != nullptr && dossier->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete dossier;
}

eom_status eom_dossier_json(const eom_dossier* dossier, eom_buf* json, eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        out = capi::buffer(io::write_json(capi::needed(dossier, "dossier").dossier));
        return EOM_OK;
    });
}

eom_status eom_dossier_write(const eom_dossier* dossier, const char* path, size_t path_length, eom_progress progress,
                             void* user, eom_error** error) {
    return guard(error, [&] {
        const Dossier& written = capi::needed(dossier, "dossier").dossier;
        const std::string_view name = capi::needed_text(path, path_length, "path");
        io::write_json_file(written, std::string(name), capi::progress(progress, user));
        return EOM_OK;
    });
}

eom_status eom_dossier_digest(const eom_dossier* dossier, eom_str* digest, eom_error** error) {
    return guard(error, [&] {
        eom_str& out = capi::output(digest, "digest");
        auto& asked = const_cast<eom_dossier&>(capi::needed(dossier, "dossier"));
        std::call_once(asked.digested, [&] { asked.digest = io::digest(asked.dossier); });
        out = {asked.digest.data(), asked.digest.size()};
        return EOM_OK;
    });
}

eom_status eom_dossier_count(const eom_dossier* dossier, const char* type, size_t type_length, int64_t* count,
                             eom_error** error) {
    return guard(error, [&] {
        int64_t& out = capi::output(count, "count");
        const Dossier& counted = capi::needed(dossier, "dossier").dossier;
        const std::size_t size =
            type == nullptr ? counted.size() : counted.records(capi::optional_text(type, type_length)).size();
        out = static_cast<int64_t>(size);
        return EOM_OK;
    });
}

eom_status eom_edit_create(const eom_dossier* base, eom_edit** edit, eom_error** error) {
    return guard(error, [&] {
        eom_edit*& out = capi::output(edit, "edit");
        out = new eom_edit{base == nullptr ? Edit() : Edit(base->dossier)};
        return EOM_OK;
    });
}

eom_status eom_edit_open(const char* name, size_t name_length, const char* options, size_t options_length,
                         eom_progress progress, void* user, eom_edit** edit, eom_error** error) {
    return guard(error, [&] {
        eom_edit*& out = capi::output(edit, "edit");
        const std::string_view path = capi::needed_text(name, name_length, "name");
        io::ReadOptions read = capi::read_options(capi::optional_text(options, options_length));
        read.progress = capi::progress(progress, user);
        out = new eom_edit{open_for_edit(std::string(path), read)};
        return EOM_OK;
    });
}

eom_status eom_edit_put_json(eom_edit* edit, const char* type, size_t type_length, const char* json, size_t json_length,
                             eom_error** error) {
    return guard(error, [&] {
        Edit& changed = capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view text = capi::needed_text(json, json_length, "json");
        const reflect::Struct& entity = *entities()[entity_index(name)];
        reflect::Object record = io::from_json(entity, text, "record");
        changed.put(entity, record.get());
        return EOM_OK;
    });
}

eom_status eom_edit_remove(eom_edit* edit, const char* type, size_t type_length, const char* id, size_t id_length,
                           eom_error** error) {
    return guard(error, [&] {
        Edit& changed = capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view record = capi::needed_text(id, id_length, "id");
        const reflect::Struct& entity = *entities()[entity_index(name)];
        if (!changed.remove(entity.name, record))
            throw Error(ErrorCode::not_found, fmt::format("there is no {} '{}'", entity.name, record.substr(0, 60)));
        return EOM_OK;
    });
}

eom_status eom_edit_commit(const eom_edit* edit, eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        out = capi::dossier(capi::needed(edit, "edit").edit.commit());
        return EOM_OK;
    });
}

void eom_edit_destroy(eom_edit* edit) { delete edit; }

}  // extern "C"
