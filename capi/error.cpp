#include <cstdlib>
#include <stdexcept>

#include "guard.hpp"
#include "handles.hpp"

#include "openeom/base/callback.hpp"
#include "openeom/io/json.hpp"

using namespace openeom;

namespace {

// Never allocated, so that running out of memory can always be reported.
alignas(eom_error) unsigned char memory_error_bytes[sizeof(eom_error)];

eom_error* memory_error() noexcept {
    static eom_error* const made = new (memory_error_bytes)
        eom_error{EOM_E_MEMORY, "out of memory", ""};  // short enough for no allocation
    return made;
}

std::string member(std::string_view name, std::string_view value) {
    return io::quoted(name) + ": " + io::quoted(value);
}

std::string number(std::string_view name, std::uint64_t value) {
    return io::quoted(name) + ": " + std::to_string(value);
}

std::string location_members(const Location& at) {
    std::string json;
    if (!at.source.empty()) json += ", " + member("source", at.source);
    if (at.line != 0) json += ", " + number("line", at.line) + ", " + number("column", at.column);
    if (!at.record.empty()) json += ", " + member("record", at.record);
    if (!at.member.empty()) json += ", " + member("member", at.member);
    return json;
}

std::string diagnostic_json(const Diagnostic& diagnostic) {
    std::string json = "{" + member("severity", name(diagnostic.severity)) + ", " + member("rule", diagnostic.rule) +
                       ", " + member("message", diagnostic.message) + location_members(diagnostic.location);
    if (!diagnostic.remedy.empty()) json += ", " + member("remedy", diagnostic.remedy);
    return json + "}";
}

std::string detail(const Error& error) {
    std::string json = "{" + member("code", name(error.code())) + ", " + member("message", error.message());
    if (!error.hint().empty()) json += ", " + member("hint", error.hint());
    json += location_members(error.location());
    if (!error.diagnostics().empty()) {
        json += ", \"diagnostics\": [";
        for (std::size_t i = 0; i < error.diagnostics().size(); ++i)
            json += (i != 0 ? ", " : "") + diagnostic_json(error.diagnostics()[i]);
        json += "]";
    }
    return json + "}";
}

eom_error* describe(std::exception_ptr exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const Error& error) {
        return new eom_error{static_cast<eom_status>(error.code()), error.message(), detail(error)};
    } catch (const std::bad_alloc&) {
        return memory_error();
    } catch (const std::length_error&) {
        return memory_error();
    } catch (const std::exception& error) {
        const Error internal(ErrorCode::internal, std::string("a defect of the library: ") + error.what());
        return new eom_error{EOM_E_INTERNAL, internal.message(), detail(internal)};
    } catch (...) {
        const Error foreign(ErrorCode::internal, "a defect of the library: an exception of an unknown kind");
        return new eom_error{EOM_E_INTERNAL, foreign.message(), detail(foreign)};
    }
}

}  // namespace

namespace openeom::capi {

eom_status raise(eom_error** error, std::exception_ptr exception) noexcept {
    eom_error* made = nullptr;
    try {
        made = describe(exception);
    } catch (...) {
        made = memory_error();
    }
    const eom_status code = made->code;
    if (error != nullptr)
        *error = made;
    else
        eom_error_destroy(made);
    return code;
}

eom_buf buffer(std::string_view bytes) {
    char* data = static_cast<char*>(std::malloc(bytes.size() + 1));
    if (data == nullptr) throw std::bad_alloc();
    if (!bytes.empty()) std::memcpy(data, bytes.data(), bytes.size());
    data[bytes.size()] = '\0';
    return {data, bytes.size()};
}

Progress progress(eom_progress callback, void* user) {
    if (callback == nullptr) return {};
    return [callback, user](std::uint64_t done, std::uint64_t total, std::string_view phase) {
        const std::string name(phase);
        return called_back("progress", [&] { return callback(user, done, total, name.c_str()); }) == 0;
    };
}

}  // namespace openeom::capi

extern "C" {

const char* eom_status_name(eom_status status) {
    switch (status) {
        case EOM_OK: return "EOM_OK";
        case EOM_E_ARGUMENT: return "EOM_E_ARGUMENT";
        case EOM_E_NOT_FOUND: return "EOM_E_NOT_FOUND";
        case EOM_E_SYNTAX: return "EOM_E_SYNTAX";
        case EOM_E_DATA: return "EOM_E_DATA";
        case EOM_E_CONFLICT: return "EOM_E_CONFLICT";
        case EOM_E_LIMIT: return "EOM_E_LIMIT";
        case EOM_E_IO: return "EOM_E_IO";
        case EOM_E_OVERFLOW: return "EOM_E_OVERFLOW";
        case EOM_E_MEMORY: return "EOM_E_MEMORY";
        case EOM_E_CANCELLED: return "EOM_E_CANCELLED";
        case EOM_E_VERSION: return "EOM_E_VERSION";
        case EOM_E_INTERNAL: return "EOM_E_INTERNAL";
        case EOM_ROW: return "EOM_ROW";
        case EOM_DONE: return "EOM_DONE";
        case EOM_NULL: return "EOM_NULL";
        default: return "EOM_?";
    }
}

eom_status eom_error_code(const eom_error* error) { return error == nullptr ? EOM_OK : error->code; }

const char* eom_error_message(const eom_error* error) { return error == nullptr ? "" : error->message.c_str(); }

const char* eom_error_detail(const eom_error* error) {
    if (error == nullptr) return "{}";
    if (error->detail.empty()) return R"({"code": "memory", "message": "out of memory"})";
    return error->detail.c_str();
}

void eom_error_destroy(eom_error* error) {
    if (error != memory_error()) delete error;
}

void eom_buf_free(eom_buf* buffer) {
    if (buffer == nullptr) return;
    std::free(buffer->data);
    *buffer = {};
}

eom_status eom_file_write(const char* path, size_t path_length, const char* data, size_t length, eom_error** error) {
    return capi::guard(error, [&] {
        const std::string_view name = capi::needed_text(path, path_length, "path");
        if (length != 0) capi::needed(data, "data");
        io::write_file(std::string(name), capi::optional_text(data, length, "data"));
        return EOM_OK;
    });
}

}  // extern "C"
