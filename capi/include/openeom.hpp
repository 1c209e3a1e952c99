// OpenEOM in C++17: a thin face over openeom.h, all of it in this header.
//
// What is compiled is the caller's; what is linked is the C interface, so a program built against it runs with every later
// library. Handles are values that free themselves, failures are exceptions of type eom::Error, a member without a value is
// an empty optional (unknown, not zero), texts are std::string_view borrowed from the dossier.
// Threads: as in openeom.h: const member functions may run in any number of threads at once, others in one at a time.
//
//     const eom::Dossier dossier = eom::Dossier::open("example:kazakhstan-2012");
//     eom::Cursor event = dossier.cursor("registration_event", R"({"kind": "deregistered"})");
//     const eom::Column decided = event.column("decided");
//     while (event.next())
//         if (const auto date = event.date(decided)) ...
#ifndef OPENEOM_HPP
#define OPENEOM_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom.h"

namespace eom {

/// What a function of the library refused, with its message, and its detail as JSON.
class Error : public std::runtime_error {
public:
    Error(eom_status code, const char* message, const char* detail)
        : std::runtime_error(message), code_(code), detail_(detail) {}

    eom_status code() const noexcept { return code_; }
    /// A JSON object: code, message, hint, source, line, column, record, member, diagnostics.
    const std::string& detail() const noexcept { return detail_; }

private:
    eom_status code_;
    std::string detail_;
};

/// What long work is told: how much is done, of how much (0: not known), and in which phase. False stops it with
/// EOM_E_CANCELLED; what it throws comes out of the call.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total, std::string_view phase)>;

/// Puts up to `room` bytes at `into` and gives how many, 0 at the end; may throw.
using Reader = std::function<std::size_t(char* into, std::size_t room)>;
/// Takes bytes; may throw.
using Writer = std::function<void(std::string_view bytes)>;

/// The number of a column, of the cursor or record that gave it.
enum class Column : std::int32_t {};

namespace detail {

inline void check(eom_status status, eom_error* error) {
    if (error == nullptr) {
        if (status == EOM_OK || status == EOM_ROW || status == EOM_DONE || status == EOM_NULL) return;
        throw Error(status, eom_status_name(status), "{}");
    }
    const std::unique_ptr<eom_error, void (*)(eom_error*)> owned(error, &eom_error_destroy);
    throw Error(status, eom_error_message(error), eom_error_detail(error));
}

/// Calls `function(..., error)`, gives its status, throws what it refuses.
template <class Call>
eom_status called(Call call) {
    eom_error* error = nullptr;
    const eom_status status = call(&error);
    check(status, error);
    return status;
}

/// A callback of the caller behind a C function; what it throws waits until the library has returned.
template <class Function>
class Callback {
public:
    explicit Callback(const Function& function) : function_(function) {}

    template <class Call, class Result>
    Result guarded(Call call, Result failed) noexcept {
        try {
            return call(function_);
        } catch (...) {
            thrown_ = std::current_exception();
            return failed;
        }
    }
    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }
    bool empty() const noexcept { return !function_; }

private:
    const Function& function_;
    std::exception_ptr thrown_;
};

class Watch : public Callback<Progress> {
public:
    using Callback::Callback;
    eom_progress function() const noexcept { return empty() ? nullptr : &tell; }

private:
    static int tell(void* user, std::uint64_t done, std::uint64_t total, const char* phase) {
        const auto call = [&](const Progress& progress) { return progress(done, total, phase) ? 0 : 1; };
        return static_cast<Watch*>(user)->guarded(call, 1);
    }
};

/// Calls `function(progress, user, ..., error)`.
template <class Call>
void watched(const Progress& progress, Call call) {
    Watch watch(progress);
    eom_error* error = nullptr;
    const eom_status status = call(watch.function(), static_cast<void*>(&watch), &error);
    try {
        check(status, error);
    } catch (const Error&) {
        watch.rethrow();
        throw;
    }
}

/// A null pointer would mean "none" where "" is meant.
inline const char* data(std::string_view text) noexcept { return text.data() == nullptr ? "" : text.data(); }
/// "" for options means the defaults.
inline const char* options(std::string_view json) noexcept { return json.empty() ? nullptr : json.data(); }

inline std::string taken(eom_buf buffer) {
    const std::unique_ptr<eom_buf, void (*)(eom_buf*)> owned(&buffer, &eom_buf_free);
    return std::string(buffer.data, buffer.length);
}
inline std::string_view view(eom_str text) noexcept { return {text.data, text.length}; }
inline eom_str str(std::string_view text) noexcept { return {data(text), text.size()}; }

struct Free {
    void operator()(eom_edit* handle) const noexcept { eom_edit_destroy(handle); }
    void operator()(eom_record* handle) const noexcept { eom_record_destroy(handle); }
    void operator()(eom_cursor* handle) const noexcept { eom_cursor_destroy(handle); }
    void operator()(eom_result* handle) const noexcept { eom_result_destroy(handle); }
    void operator()(eom_table* handle) const noexcept { eom_table_destroy(handle); }
};
template <class T>
using Handle = std::unique_ptr<T, Free>;

}  // namespace detail

/// Columns for other libraries. What a stream hands out keeps the table's memory alive.
class Table {
public:
    explicit Table(eom_table* owned) : handle_(owned) {}
    /// Takes what another library hands out, and releases it; throws what is wrong with it.
    static Table import(ArrowArrayStream& stream, std::string_view options = {}, const Progress& progress = {}) {
        eom_table* made = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_table_import(&stream, detail::options(options), options.size(), told, user, &made, error);
        });
        return Table(made);
    }

    std::int64_t rows() const {
        std::int64_t rows = 0;
        detail::called([&](eom_error** error) { return eom_table_rows(handle_.get(), &rows, error); });
        return rows;
    }
    /// Yours to release, as the stream is.
    ArrowSchema schema() const {
        ArrowSchema made{};
        detail::called([&](eom_error** error) { return eom_table_schema(handle_.get(), &made, error); });
        return made;
    }
    ArrowArrayStream stream() const {
        ArrowArrayStream made{};
        detail::called([&](eom_error** error) { return eom_table_stream(handle_.get(), &made, error); });
        return made;
    }
    /// `options` as for eom_table_csv.
    std::string csv(std::string_view options = {}, const Progress& progress = {}) const {
        eom_buf csv{};
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_table_csv(handle_.get(), detail::options(options), options.size(), told, user, &csv, error);
        });
        return detail::taken(csv);
    }
    const eom_table* get() const noexcept { return handle_.get(); }

private:
    detail::Handle<eom_table> handle_;
};

/// What a check, an analysis or a document gives.
class Result {
public:
    explicit Result(eom_result* owned) : handle_(owned) {}

    std::string_view name() const noexcept { return eom_result_name(handle_.get()); }
    std::string json(const Progress& progress = {}) const {
        eom_buf json{};
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_result_json(handle_.get(), told, user, &json, error);
        });
        return detail::taken(json);
    }
    /// `format` is "text", "markdown", "html" or "csv"; `options` as for eom_result_render.
    std::string render(std::string_view format, std::string_view options = {}, const Progress& progress = {}) const {
        eom_buf rendered{};
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_result_render(handle_.get(), detail::data(format), format.size(), detail::options(options),
                                     options.size(), told, user, &rendered, error);
        });
        return detail::taken(rendered);
    }
    Result schema() const {
        eom_result* made = nullptr;
        detail::called([&](eom_error** error) { return eom_result_schema(handle_.get(), &made, error); });
        return Result(made);
    }
    /// A list of the result, its longest where no name is given.
    Table table(std::optional<std::string_view> name = std::nullopt) const {
        eom_table* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_result_table(handle_.get(), name ? detail::data(*name) : nullptr, name ? name->size() : 0, &made,
                                    error);
        });
        return Table(made);
    }
    const eom_result* get() const noexcept { return handle_.get(); }

private:
    detail::Handle<eom_result> handle_;
};

struct Rational {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};
struct Instant {
    std::int64_t utc_microseconds = 0;
    std::int32_t offset_minutes = 0;
};
struct Span {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// The records of a type, or the elements of a list, one after the other.
class Cursor {
public:
    explicit Cursor(eom_cursor* owned) : handle_(owned) {}

    Column column(std::string_view member) {
        std::int32_t number = 0;
        detail::called([&](eom_error** error) {
            return eom_cursor_column(handle_.get(), detail::data(member), member.size(), &number, error);
        });
        return Column(number);
    }
    /// A cursor over a list of the records that this one steps to.
    Cursor child(std::string_view member) {
        eom_cursor* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_cursor_child(handle_.get(), detail::data(member), member.size(), &made, error);
        });
        return Cursor(made);
    }
    bool next() {
        return detail::called([&](eom_error** error) { return eom_cursor_next(handle_.get(), error); }) == EOM_ROW;
    }
    bool find(std::string_view id) {
        return detail::called([&](eom_error** error) {
                   return eom_cursor_find(handle_.get(), detail::data(id), id.size(), error);
               }) == EOM_ROW;
    }

    std::optional<std::string_view> text(Column column) const {
        eom_str read{};
        if (!has(column, &eom_cursor_text, &read)) return std::nullopt;
        return detail::view(read);
    }
    std::optional<std::int64_t> integer(Column column) const { return value<std::int64_t>(column, &eom_cursor_integer); }
    std::optional<double> real(Column column) const { return value<double>(column, &eom_cursor_real); }
    std::optional<eom_date> date(Column column) const { return value<eom_date>(column, &eom_cursor_date); }
    std::optional<eom_quantity> quantity(Column column) const {
        return value<eom_quantity>(column, &eom_cursor_quantity);
    }
    std::optional<Rational> rational(Column column) const {
        Rational read;
        if (!has(column, &eom_cursor_rational, &read.numerator, &read.denominator)) return std::nullopt;
        return read;
    }
    std::optional<Instant> instant(Column column) const {
        Instant read;
        if (!has(column, &eom_cursor_instant, &read.utc_microseconds, &read.offset_minutes)) return std::nullopt;
        return read;
    }
    std::optional<Span> span(Column column) const {
        Span read;
        if (!has(column, &eom_cursor_span, &read.begin, &read.end)) return std::nullopt;
        return read;
    }
    std::optional<std::string> json(Column column) const {
        eom_buf read{};
        if (!has(column, &eom_cursor_json, &read)) return std::nullopt;
        return detail::taken(read);
    }
    /// The whole record.
    std::string json() const { return *json(Column(-1)); }

private:
    template <class Function, class... Out>
    bool has(Column column, Function function, Out*... out) const {
        return detail::called([&](eom_error** error) {
                   return function(handle_.get(), static_cast<std::int32_t>(column), out..., error);
               }) == EOM_OK;
    }
    template <class T, class Function>
    std::optional<T> value(Column column, Function function) const {
        T read{};
        if (!has(column, function, &read)) return std::nullopt;
        return read;
    }

    detail::Handle<eom_cursor> handle_;
};

/// A record written member by member, or the elements of one of its lists.
class Record {
public:
    explicit Record(eom_record* owned) : handle_(owned) {}

    Column column(std::string_view member) {
        std::int32_t number = 0;
        detail::called([&](eom_error** error) {
            return eom_record_column(handle_.get(), detail::data(member), member.size(), &number, error);
        });
        return Column(number);
    }
    Record child(std::string_view member) {
        eom_record* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_record_child(handle_.get(), detail::data(member), member.size(), &made, error);
        });
        return Record(made);
    }
    /// Begins the next element of a list.
    void next() { call(&eom_record_next); }
    void load(std::string_view id) { call(&eom_record_load, detail::data(id), id.size()); }
    void put() { call(&eom_record_put); }
    void clear() noexcept { eom_record_clear(handle_.get()); }

    void text(Column column, std::string_view text) { set(column, &eom_record_text, detail::data(text), text.size()); }
    void integer(Column column, std::int64_t value) { set(column, &eom_record_integer, value); }
    void rational(Column column, Rational value) {
        set(column, &eom_record_rational, value.numerator, value.denominator);
    }
    void date(Column column, const eom_date& date) { set(column, &eom_record_date, &date); }
    void quantity(Column column, const eom_quantity& quantity) { set(column, &eom_record_quantity, &quantity); }
    void span(Column column, Span span) { set(column, &eom_record_span, span.begin, span.end); }
    void json(Column column, std::string_view json) { set(column, &eom_record_json, detail::data(json), json.size()); }
    void null(Column column) { set(column, &eom_record_null); }

private:
    template <class Function, class... In>
    void call(Function function, In... in) {
        detail::called([&](eom_error** error) { return function(handle_.get(), in..., error); });
    }
    template <class Function, class... In>
    void set(Column column, Function function, In... in) {
        call(function, static_cast<std::int32_t>(column), in...);
    }

    detail::Handle<eom_record> handle_;
};

class Dossier;

/// Changes to a dossier; the only thing that changes.
class Edit {
public:
    /// Begins empty.
    Edit() {
        eom_edit* made = nullptr;
        detail::called([&](eom_error** error) { return eom_edit_create(nullptr, &made, error); });
        handle_.reset(made);
    }
    explicit Edit(eom_edit* owned) : handle_(owned) {}
    /// A dossier as an edit, errors and all, so that `check` can show them.
    static Edit open(std::string_view name, std::string_view options = {}, const Progress& progress = {}) {
        eom_edit* made = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_edit_open(detail::data(name), name.size(), detail::options(options), options.size(), told, user,
                                 &made, error);
        });
        return Edit(made);
    }
    static Edit parse(std::string_view bytes, std::string_view source = {}, std::string_view options = {},
                      const Progress& progress = {}) {
        eom_edit* made = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_edit_parse(detail::data(bytes), bytes.size(), detail::data(source), source.size(),
                                  detail::options(options), options.size(), told, user, &made, error);
        });
        return Edit(made);
    }

    void put_json(std::string_view type, std::string_view json) {
        detail::called([&](eom_error** error) {
            return eom_edit_put_json(handle_.get(), detail::data(type), type.size(), detail::data(json), json.size(),
                                     error);
        });
    }
    void remove(std::string_view type, std::string_view id) {
        detail::called([&](eom_error** error) {
            return eom_edit_remove(handle_.get(), detail::data(type), type.size(), detail::data(id), id.size(), error);
        });
    }
    /// What an upsert did, and the id of the record here.
    struct Upserted {
        std::int32_t outcome = EOM_UNCHANGED;  ///< or EOM_ADDED, EOM_CHANGED
        std::string id;
    };
    /// Changes or adds the record that a partner's system knows as `external_id`; `json` has the members that it gives.
    Upserted upsert(std::string_view type, std::string_view system, std::string_view external_id, std::string_view json) {
        Upserted made;
        eom_str id{};
        detail::called([&](eom_error** error) {
            return eom_edit_upsert(handle_.get(), detail::data(type), type.size(), detail::data(system), system.size(),
                                   detail::data(external_id), external_id.size(), detail::data(json), json.size(),
                                   &made.outcome, &id, error);
        });
        made.id = detail::view(id);
        return made;
    }
    /// Erases a record and leaves its tombstone; `options` as for eom_edit_erase.
    Result erase(std::string_view type, std::string_view id, std::string_view options) {
        eom_result* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_edit_erase(handle_.get(), detail::data(type), type.size(), detail::data(id), id.size(),
                                  detail::data(options), options.size(), &made, error);
        });
        return Result(made);
    }
    void put_table(std::string_view type, const Table& table, const Progress& progress = {}) {
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_edit_put_table(handle_.get(), detail::data(type), type.size(), table.get(), told, user, error);
        });
    }
    /// The records of a type as they are now, coherent or not.
    Cursor cursor(std::string_view type, std::string_view filter = {}) const {
        eom_cursor* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_cursor_open_edit(handle_.get(), detail::data(type), type.size(), detail::options(filter),
                                        filter.size(), &made, error);
        });
        return Cursor(made);
    }
    Record record(std::string_view type) {
        eom_record* made = nullptr;
        detail::called([&](eom_error** error) {
            return eom_record_create(handle_.get(), detail::data(type), type.size(), &made, error);
        });
        return Record(made);
    }
    Result check(std::string_view options = {}, const Progress& progress = {}) const {
        eom_result* made = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_edit_check(handle_.get(), detail::options(options), options.size(), told, user, &made, error);
        });
        return Result(made);
    }
    Dossier commit(const Progress& progress = {}) const;

    eom_edit* get() noexcept { return handle_.get(); }

private:
    detail::Handle<eom_edit> handle_;
};

/// An immutable snapshot of a mission's record. A copy is the same snapshot.
class Dossier {
public:
    explicit Dossier(eom_dossier* owned) noexcept : handle_(owned) {}
    Dossier(const Dossier& other) noexcept : handle_(eom_dossier_retain(other.handle_)) {}
    Dossier(Dossier&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Dossier& operator=(Dossier other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Dossier() { eom_dossier_release(handle_); }

    /// A path, "-" for standard input, or "example:NAME".
    static Dossier open(std::string_view name, std::string_view options = {}, const Progress& progress = {}) {
        return made(progress, [&](eom_progress told, void* user, eom_dossier** dossier, eom_error** error) {
            return eom_dossier_open(detail::data(name), name.size(), detail::options(options), options.size(), told,
                                    user, dossier, error);
        });
    }
    static Dossier parse(std::string_view bytes, std::string_view source = {}, std::string_view options = {},
                         const Progress& progress = {}) {
        return made(progress, [&](eom_progress told, void* user, eom_dossier** dossier, eom_error** error) {
            return eom_dossier_parse(detail::data(bytes), bytes.size(), detail::data(source), source.size(),
                                     detail::options(options), options.size(), told, user, dossier, error);
        });
    }
    static Dossier read(const Reader& reader, std::string_view source = {}, std::string_view options = {},
                        const Progress& progress = {}) {
        detail::Callback<Reader> callback(reader);
        try {
            return made(progress, [&](eom_progress told, void* user, eom_dossier** dossier, eom_error** error) {
                return eom_dossier_read(&give, &callback, detail::data(source), source.size(),
                                        detail::options(options), options.size(), told, user, dossier, error);
            });
        } catch (const Error&) {
            callback.rethrow();
            throw;
        }
    }

    std::string json(const Progress& progress = {}) const {
        eom_buf json{};
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_dossier_json(handle_, told, user, &json, error);
        });
        return detail::taken(json);
    }
    void write(std::string_view path, const Progress& progress = {}) const {
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_dossier_write(handle_, detail::data(path), path.size(), told, user, error);
        });
    }
    void write_to(const Writer& writer, const Progress& progress = {}) const {
        detail::Callback<Writer> callback(writer);
        try {
            detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
                return eom_dossier_write_to(handle_, &take, &callback, told, user, error);
            });
        } catch (const Error&) {
            callback.rethrow();
            throw;
        }
    }
    std::string_view digest(const Progress& progress = {}) const {
        eom_str digest{};
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_dossier_digest(handle_, told, user, &digest, error);
        });
        return detail::view(digest);
    }
    /// The records of a type as columns; `options` as for eom_dossier_table.
    Table table(std::string_view type, std::string_view options = {}, const Progress& progress = {}) const {
        eom_table* made = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return eom_dossier_table(handle_, detail::data(type), type.size(), detail::options(options), options.size(),
                                     told, user, &made, error);
        });
        return Table(made);
    }
    /// The same batch by batch; the stream is yours to release.
    ArrowArrayStream stream(std::string_view type, std::string_view options = {}) const {
        ArrowArrayStream made{};
        detail::called([&](eom_error** error) {
            return eom_dossier_stream(handle_, detail::data(type), type.size(), detail::options(options), options.size(),
                                      &made, error);
        });
        return made;
    }
    /// Of a type, or of all.
    std::int64_t count(std::optional<std::string_view> type = std::nullopt) const {
        std::int64_t count = 0;
        detail::called([&](eom_error** error) {
            return type ? eom_dossier_count(handle_, detail::data(*type), type->size(), &count, error)
                        : eom_dossier_count(handle_, nullptr, 0, &count, error);
        });
        return count;
    }
    Cursor cursor(std::string_view type, std::string_view filter = {}) const {
        eom_cursor* opened = nullptr;
        detail::called([&](eom_error** error) {
            return eom_cursor_open(handle_, detail::data(type), type.size(), detail::options(filter), filter.size(),
                                   &opened, error);
        });
        return Cursor(opened);
    }
    Edit edit() const {
        eom_edit* begun = nullptr;
        detail::called([&](eom_error** error) { return eom_edit_create(handle_, &begun, error); });
        return Edit(begun);
    }

    Result check(std::string_view options = {}, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_check(handle_, detail::options(options), options.size(), told, user, out, error);
        });
    }
    Result analyze(std::string_view name, std::string_view options = {}, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_analyze(handle_, detail::data(name), name.size(), detail::options(options), options.size(), told,
                               user, out, error);
        });
    }
    Result trace(std::string_view record, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_trace(handle_, detail::data(record), record.size(), told, user, out, error);
        });
    }
    Result document(std::string_view id, std::string_view options = {}, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_document(handle_, detail::data(id), id.size(), detail::options(options), options.size(), told,
                                user, out, error);
        });
    }
    Result suggestions(std::string_view document, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_suggestions(handle_, detail::data(document), document.size(), told, user, out, error);
        });
    }
    /// What makes `other` of this dossier; its JSON is a change set.
    Result diff(const Dossier& other, const Progress& progress = {}) const {
        return result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
            return eom_dossier_diff(handle_, other.handle_, told, user, out, error);
        });
    }
    /// The dossier with all change sets, none where they conflict, and what became of them.
    struct Merged;
    Merged merge(const std::vector<std::string_view>& changes, const Progress& progress = {}) const;

    const eom_dossier* get() const noexcept { return handle_; }

private:
    template <class Call>
    static Dossier made(const Progress& progress, Call call) {
        eom_dossier* dossier = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return call(told, user, &dossier, error);
        });
        return Dossier(dossier);
    }
    template <class Call>
    static Result result(const Progress& progress, Call call) {
        eom_result* out = nullptr;
        detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
            return call(told, user, &out, error);
        });
        return Result(out);
    }
    static std::int64_t give(void* user, char* into, std::size_t room) {
        const auto call = [&](const Reader& reader) { return static_cast<std::int64_t>(reader(into, room)); };
        return static_cast<detail::Callback<Reader>*>(user)->guarded(call, std::int64_t{-1});
    }
    static int take(void* user, const char* bytes, std::size_t length) {
        const auto call = [&](const Writer& writer) {
            writer(std::string_view(bytes, length));
            return 0;
        };
        return static_cast<detail::Callback<Writer>*>(user)->guarded(call, 1);
    }

    eom_dossier* handle_;
};

struct Dossier::Merged {
    std::optional<Dossier> dossier;
    Result summary;
};

inline Dossier Edit::commit(const Progress& progress) const {
    eom_dossier* made = nullptr;
    detail::watched(progress, [&](eom_progress told, void* user, eom_error** error) {
        return eom_edit_commit(handle_.get(), told, user, &made, error);
    });
    return Dossier(made);
}

inline Dossier::Merged Dossier::merge(const std::vector<std::string_view>& changes, const Progress& progress) const {
    std::vector<eom_str> sets;
    for (const std::string_view each : changes) sets.push_back(detail::str(each));
    eom_dossier* dossier = nullptr;
    Result summary = result(progress, [&](eom_progress told, void* user, eom_result** out, eom_error** error) {
        return eom_dossier_merge(handle_, sets.data(), sets.size(), told, user, &dossier, out, error);
    });
    return {dossier == nullptr ? std::nullopt : std::optional<Dossier>(dossier), std::move(summary)};
}

/// Whether the library at hand has what `name` says: "function:eom_cursor_child", "analysis:registration" ...
inline bool has(std::string_view name) noexcept { return eom_has(detail::data(name), name.size()) != 0; }

namespace detail {
template <class Call>
Result listed(Call call) {
    eom_result* made = nullptr;
    called([&](eom_error** error) { return call(&made, error); });
    return Result(made);
}
}  // namespace detail

/// The built-in dossiers, the analyses with their options, the rules of the check.
inline Result examples() { return detail::listed(&eom_examples); }
inline Result analyses() { return detail::listed(&eom_analyses); }
inline Result rules() { return detail::listed(&eom_check_rules); }
/// The members of a type, or of all.
inline Result schema(std::optional<std::string_view> type = std::nullopt) {
    return detail::listed([&](eom_result** out, eom_error** error) {
        return type ? eom_schema(detail::data(*type), type->size(), out, error) : eom_schema(nullptr, 0, out, error);
    });
}

}  // namespace eom

#endif  // OPENEOM_HPP
