#include "guard.hpp"
#include "handles.hpp"
#include "options.hpp"

#include <fmt/format.h>

#include "openeom/base/callback.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using capi::guard;

namespace {

void verify_reported(const Edit& edit, const ReportedValue& value) {
    const void* record = edit.find(value.record.type(), value.record.id());
    if (record == nullptr || value.member.empty()) return;  // commit tells of a record that is not there
    const reflect::Struct& type = *entities()[entity_index(value.record.type())];
    const MemberValue member = member_at(type, record, value.member);
    if (member.type == nullptr)
        throw Error(ErrorCode::not_found,
                    fmt::format("{} has no member '{}'", value.record.text(), value.member.substr(0, 60)));
    if (value.value.text.empty()) return;
    if (const auto reason = io::mismatch(*member.type, value.value.text))
        throw Error(ErrorCode::data, fmt::format("value of {} {}: {}", value.record.text(), value.member, *reason));
}

eom_edit* edit_of(Edit edit) { return new eom_edit{std::make_shared<Edit>(std::move(edit)), {}}; }

// All that a callback gives, up to the limit.
std::string read_all(eom_read read, void* user, const Limits& limits) {
    constexpr std::size_t kRoom = 1 << 16;
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kRoom);
        const int64_t got = called_back("read", [&] { return read(user, bytes.data() + before, kRoom); });
        if (got < 0) throw Error(ErrorCode::io, fmt::format("the read callback failed after {} bytes", before));
        if (static_cast<std::uint64_t>(got) > kRoom)
            throw Error(ErrorCode::argument, "the read callback says that it read more than there was room for");
        bytes.resize(before + static_cast<std::size_t>(got));
        if (limits.bytes != 0 && bytes.size() > limits.bytes)
            throw Error(ErrorCode::limit, fmt::format("there are more than {} bytes", limits.bytes));
        if (got == 0) return bytes;
    }
}

Edit read_edit(std::string_view json, std::string_view source, const io::ReadOptions& options) {
    return io::read_json(json, source.empty() ? "bytes" : std::string(source), options);
}

io::ReadOptions read_options(const char* options, size_t length, eom_progress progress, void* user) {
    io::ReadOptions read = capi::read_options(capi::optional_text(options, length, "options"));
    read.progress = capi::progress(progress, user);
    return read;
}

}  // namespace

eom_dossier* capi::dossier(Dossier snapshot) {
    return new eom_dossier{.dossier = std::move(snapshot), .digested = {}, .digest = {}};
}

void capi::require_whole(const Edit& edit, const reflect::Struct& type, const void* record) {
    const std::vector<std::string> missing = io::missing_members(type, record);
    if (!missing.empty())
        throw Error(ErrorCode::data, fmt::format("the {} lacks what it must have: {}", type.name, fmt::join(missing, ", ")));
    if (&type == &reflect::table<ReportedValue>()) verify_reported(edit, *static_cast<const ReportedValue*>(record));
}

void capi::put(Edit& edit, reflect::Object& record) {
    require_whole(edit, record.type(), record.get());
    edit.put(record.type(), record.get());
}

extern "C" {

eom_status eom_dossier_open(const char* name, size_t name_length, const char* options, size_t options_length,
                            eom_progress progress, void* user, eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        const std::string_view path = capi::needed_text(name, name_length, "name");
        out = capi::dossier(open(std::string(path), read_options(options, options_length, progress, user)));
        return EOM_OK;
    });
}

eom_status eom_dossier_parse(const char* bytes, size_t length, const char* source, size_t source_length,
                             const char* options, size_t options_length, eom_progress progress, void* user,
                             eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        const std::string_view json = capi::needed_text(bytes, length, "bytes");
        const io::ReadOptions read = read_options(options, options_length, progress, user);
        const Edit edit = read_edit(json, capi::optional_text(source, source_length, "source"), read);
        out = capi::dossier(edit.commit(read.progress));
        return EOM_OK;
    });
}

eom_status eom_dossier_read(eom_read read, void* read_user, const char* source, size_t source_length,
                            const char* options, size_t options_length, eom_progress progress, void* user,
                            eom_dossier** dossier, eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        if (read == nullptr) capi::missing("read");
        const io::ReadOptions given = read_options(options, options_length, progress, user);
        const std::string bytes = read_all(read, read_user, given.limits);
        out = capi::dossier(read_edit(bytes, capi::optional_text(source, source_length, "source"), given).commit(given.progress));
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

eom_status eom_dossier_json(const eom_dossier* dossier, eom_progress progress, void* user, eom_buf* json,
                            eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        const Dossier& written = capi::needed(dossier, "dossier").dossier;
        out = capi::buffer(io::write_json(written, capi::progress(progress, user)));
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

eom_status eom_dossier_write_to(const eom_dossier* dossier, eom_write write, void* write_user, eom_progress progress,
                                void* user, eom_error** error) {
    return guard(error, [&] {
        const Dossier& written = capi::needed(dossier, "dossier").dossier;
        if (write == nullptr) capi::missing("write");
        const auto give = [&](std::string_view piece) {
            if (called_back("write", [&] { return write(write_user, piece.data(), piece.size()); }) != 0)
                throw Error(ErrorCode::io, "the write callback could not take what it was given");
        };
        io::write_json(written, give, capi::progress(progress, user));
        return EOM_OK;
    });
}

eom_status eom_dossier_digest(const eom_dossier* dossier, eom_progress progress, void* user, eom_str* digest,
                              eom_error** error) {
    return guard(error, [&] {
        eom_str& out = capi::output(digest, "digest");
        auto& asked = const_cast<eom_dossier&>(capi::needed(dossier, "dossier"));
        std::string made = io::digest(asked.dossier, capi::progress(progress, user));
        const std::lock_guard lock(asked.digested);
        if (asked.digest.empty()) asked.digest = std::move(made);
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
            type == nullptr ? counted.size() : counted.records(capi::optional_text(type, type_length, "type")).size();
        out = static_cast<int64_t>(size);
        return EOM_OK;
    });
}

eom_status eom_edit_create(const eom_dossier* base, eom_edit** edit, eom_error** error) {
    return guard(error, [&] {
        eom_edit*& out = capi::output(edit, "edit");
        out = edit_of(base == nullptr ? Edit() : Edit(base->dossier));
        return EOM_OK;
    });
}

eom_status eom_edit_open(const char* name, size_t name_length, const char* options, size_t options_length,
                         eom_progress progress, void* user, eom_edit** edit, eom_error** error) {
    return guard(error, [&] {
        eom_edit*& out = capi::output(edit, "edit");
        const std::string_view path = capi::needed_text(name, name_length, "name");
        out = edit_of(open_for_edit(std::string(path), read_options(options, options_length, progress, user)));
        return EOM_OK;
    });
}

eom_status eom_edit_parse(const char* bytes, size_t length, const char* source, size_t source_length,
                          const char* options, size_t options_length, eom_progress progress, void* user,
                          eom_edit** edit, eom_error** error) {
    return guard(error, [&] {
        eom_edit*& out = capi::output(edit, "edit");
        const std::string_view json = capi::needed_text(bytes, length, "bytes");
        const io::ReadOptions read = read_options(options, options_length, progress, user);
        out = edit_of(read_edit(json, capi::optional_text(source, source_length, "source"), read));
        return EOM_OK;
    });
}

eom_status eom_edit_put_json(eom_edit* edit, const char* type, size_t type_length, const char* json, size_t json_length,
                             eom_error** error) {
    return guard(error, [&] {
        Edit& changed = *capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view text = capi::needed_text(json, json_length, "json");
        const reflect::Struct& entity = *entities()[entity_index(name)];
        reflect::Object record = io::from_json(entity, text, "record");
        capi::put(changed, record);
        return EOM_OK;
    });
}

eom_status eom_edit_remove(eom_edit* edit, const char* type, size_t type_length, const char* id, size_t id_length,
                           eom_error** error) {
    return guard(error, [&] {
        Edit& changed = *capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view record = capi::needed_text(id, id_length, "id");
        const reflect::Struct& entity = *entities()[entity_index(name)];
        if (!changed.remove(entity.name, record))
            throw Error(ErrorCode::not_found, fmt::format("there is no {} '{}'", entity.name, record.substr(0, 60)));
        return EOM_OK;
    });
}

eom_status eom_edit_commit(const eom_edit* edit, eom_progress progress, void* user, eom_dossier** dossier,
                           eom_error** error) {
    return guard(error, [&] {
        eom_dossier*& out = capi::output(dossier, "dossier");
        out = capi::dossier(capi::needed(edit, "edit").edit->commit(capi::progress(progress, user)));
        return EOM_OK;
    });
}

void eom_edit_destroy(eom_edit* edit) { delete edit; }

}  // extern "C"
