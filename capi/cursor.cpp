#include "guard.hpp"
#include "handles.hpp"

#include <limits>

#include "openeom/io/json.hpp"

using namespace openeom;
using capi::guard;
using reflect::Kind;

namespace {

const io::Path& column_of(const eom_cursor& cursor, int32_t column) {
    if (column < 0 || static_cast<std::size_t>(column) >= cursor.columns.size())
        throw Error(ErrorCode::argument, "no column has the number " + std::to_string(column), {},
                    "eom_cursor_column gives the numbers");
    if (cursor.current == nullptr)
        throw Error(ErrorCode::argument, "the cursor stands on no record", {}, "call eom_cursor_next first");
    return cursor.columns[static_cast<std::size_t>(column)];
}

[[noreturn]] void wrong_kind(const io::Path& path, const char* wanted) {
    throw Error(ErrorCode::argument, "'" + std::string(path.member().name) + "' is of type " +
                                         std::string(name(path.type().kind)) + ", not " + wanted,
                {}, "eom_cursor_json gives a member of any type");
}

std::string_view text_of(const io::Path& path, const void* value) {
    switch (path.type().kind) {
        case Kind::text: return *static_cast<const std::string*>(value);
        case Kind::id:
        case Kind::reference: return static_cast<const Id*>(value)->text();
        case Kind::any_reference: return static_cast<const AnyRef*>(value)->text();
        case Kind::instant: return static_cast<const Instant*>(value)->text();
        case Kind::code: return path.type().codes->codes[path.type().code(value)];
        default: wrong_kind(path, "text");
    }
}

eom_date date_of(const Date& date) {
    const int32_t flags = (date.is_range() ? 1 : 0) | (date.is_approximate() ? 2 : 0);
    return {date.first().value_or(std::numeric_limits<int32_t>::min()),
            date.last().value_or(std::numeric_limits<int32_t>::max()), static_cast<int32_t>(date.precision()), flags};
}

// The value of a column in the current record, given to `read`; EOM_NULL where there is none.
template <class Read>
eom_status read_column(const eom_cursor* cursor, int32_t column, Read read) {
    const eom_cursor& reading = capi::needed(cursor, "cursor");
    const io::Path& path = column_of(reading, column);
    const void* value = path.in(reading.current);
    if (value == nullptr) return EOM_NULL;
    read(path, value);
    return EOM_OK;
}

}  // namespace

extern "C" {

eom_status eom_cursor_open(const eom_dossier* dossier, const char* type, size_t type_length, const char* filter,
                           size_t filter_length, eom_cursor** cursor, eom_error** error) {
    return guard(error, [&] {
        eom_cursor*& out = capi::output(cursor, "cursor");
        const Dossier& read = capi::needed(dossier, "dossier").dossier;
        const Register& records = read.records(capi::needed_text(type, type_length, "type"));
        io::Filter wanted;
        if (filter != nullptr) wanted = io::Filter(records.type(), capi::optional_text(filter, filter_length));
        out = new eom_cursor{read, &records, std::move(wanted), records.begin(), nullptr, {}};
        return EOM_OK;
    });
}

eom_status eom_cursor_column(eom_cursor* cursor, const char* member, size_t member_length, int32_t* column,
                             eom_error** error) {
    return guard(error, [&] {
        int32_t& out = capi::output(column, "column");
        eom_cursor& reading = capi::needed(cursor, "cursor");
        reading.columns.emplace_back(reading.records->type(), capi::needed_text(member, member_length, "member"));
        out = static_cast<int32_t>(reading.columns.size() - 1);
        return EOM_OK;
    });
}

eom_status eom_cursor_next(eom_cursor* cursor, eom_error** error) {
    return guard(error, [&] {
        eom_cursor& reading = capi::needed(cursor, "cursor");
        for (const Register::Iterator end = reading.records->end(); reading.next != end; ++reading.next) {
            const void* record = *reading.next;
            if (!reading.filter.matches(record)) continue;
            reading.current = record;
            ++reading.next;
            return EOM_ROW;
        }
        reading.current = nullptr;
        return EOM_DONE;
    });
}

eom_status eom_cursor_text(const eom_cursor* cursor, int32_t column, eom_str* text, eom_error** error) {
    return guard(error, [&] {
        eom_str& out = capi::output(text, "text");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            const std::string_view read = text_of(path, value);
            out = {read.data(), read.size()};
        });
    });
}

eom_status eom_cursor_integer(const eom_cursor* cursor, int32_t column, int64_t* value, eom_error** error) {
    return guard(error, [&] {
        int64_t& out = capi::output(value, "value");
        return read_column(cursor, column, [&](const io::Path& path, const void* read) {
            if (path.type().kind != Kind::integer) wrong_kind(path, "a whole number");
            out = *static_cast<const int64_t*>(read);
        });
    });
}

eom_status eom_cursor_real(const eom_cursor* cursor, int32_t column, double* value, eom_error** error) {
    return guard(error, [&] {
        double& out = capi::output(value, "value");
        return read_column(cursor, column, [&](const io::Path& path, const void* read) {
            if (path.type().kind != Kind::decimal) wrong_kind(path, "a decimal number");
            const Rational exact = static_cast<const Decimal*>(read)->value();
            out = static_cast<double>(exact.numerator()) / static_cast<double>(exact.denominator());
        });
    });
}

eom_status eom_cursor_date(const eom_cursor* cursor, int32_t column, eom_date* date, eom_error** error) {
    return guard(error, [&] {
        eom_date& out = capi::output(date, "date");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            if (path.type().kind != Kind::date) wrong_kind(path, "a date");
            out = date_of(*static_cast<const Date*>(value));
        });
    });
}

eom_status eom_cursor_json(const eom_cursor* cursor, int32_t column, eom_buf* json, eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        const eom_cursor& reading = capi::needed(cursor, "cursor");
        if (column == -1 && reading.current != nullptr) {
            out = capi::buffer(io::to_json(reading.records->type(), reading.current));
            return EOM_OK;
        }
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            out = capi::buffer(io::to_json(path.type(), value));
        });
    });
}

void eom_cursor_destroy(eom_cursor* cursor) { delete cursor; }

}  // extern "C"
