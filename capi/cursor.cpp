#include "guard.hpp"
#include "handles.hpp"

#include <limits>
#include <tuple>
#include <utility>

#include "openeom/io/json.hpp"

using namespace openeom;
using capi::guard;
using reflect::Kind;

namespace {

const io::Path& column_of(const eom_cursor& cursor, int32_t column) {
    if (column < 0 || static_cast<std::size_t>(column) >= cursor.columns.size())
        throw Error(ErrorCode::argument, "no column has the number " + std::to_string(column), {},
                    "eom_cursor_column gives the numbers");
    if (cursor.standing->current == nullptr)
        throw Error(ErrorCode::argument, "the cursor stands on no record", {}, "call eom_cursor_next first");
    return cursor.columns[static_cast<std::size_t>(column)];
}

[[noreturn]] void wrong_kind(const io::Path& path, const char* wanted) {
    throw Error(ErrorCode::argument, "'" + std::string(path.name()) + "' is of type " +
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

// As printed: the digits over the power of ten, not reduced.
std::pair<int64_t, int64_t> fraction_of(const Decimal& decimal) {
    int64_t denominator = 1;
    for (int i = 0; i < decimal.places(); ++i) denominator *= 10;
    return {decimal.coefficient(), denominator};
}

std::pair<int64_t, int64_t> fraction_of(const io::Path& path, const void* value) {
    switch (path.type().kind) {
        case Kind::integer: return {*static_cast<const int64_t*>(value), 1};
        case Kind::decimal: return fraction_of(*static_cast<const Decimal*>(value));
        case Kind::rational: {
            const auto& exact = *static_cast<const Rational*>(value);
            return {exact.numerator(), exact.denominator()};
        }
        default: wrong_kind(path, "a number");
    }
}

eom_str borrowed(std::string_view text) { return {text.data(), text.size()}; }

struct QuantityOf {
    eom_quantity operator()(std::monostate) const { return {}; }
    eom_quantity operator()(const Quantity::Exact& exact) const {
        return {EOM_QUANTITY_EXACT, 0, exact.n, exact.n, 0, {}};
    }
    eom_quantity operator()(const Quantity::AtLeast& least) const {
        return {EOM_QUANTITY_AT_LEAST, 0, least.n, std::numeric_limits<int64_t>::max(), 0, {}};
    }
    eom_quantity operator()(const Quantity::Range& range) const {
        return {EOM_QUANTITY_RANGE, 0, range.low, range.high, 0, {}};
    }
    eom_quantity operator()(const Quantity::CountOf& count) const {
        return {EOM_QUANTITY_COUNT_OF, 0, count.k, count.k, count.n, {}};
    }
    eom_quantity operator()(const Quantity::Share& share) const {
        const auto [digits, power] = fraction_of(share.percent);
        return {EOM_QUANTITY_SHARE, 0, digits, power, share.n.value_or(-1), borrowed(share.of)};
    }
    eom_quantity operator()(const Quantity::Vague& vague) const {
        return {EOM_QUANTITY_VAGUE, 0, 0, 0, static_cast<int64_t>(vague.scale) + 1, borrowed(vague.term)};
    }
};

// What a cursor's columns are members of, given to `use`: the struct of records, or the type of a list's elements.
template <class Use>
auto of_elements(const eom_cursor& cursor, Use use) {
    return cursor.records != nullptr ? use(cursor.records->type()) : use(*cursor.followed->list.type().element);
}

eom_status stand_on(eom_cursor& cursor, const void* record) {
    cursor.standing->move_to(record);
    return record == nullptr ? EOM_DONE : EOM_ROW;
}

eom_status next_element(eom_cursor& cursor) {
    capi::Followed& followed = *cursor.followed;
    if (followed.moves != followed.parent->moves) {
        followed.moves = followed.parent->moves;
        followed.at = 0;
    }
    const void* record = followed.parent->current;
    const void* list = record == nullptr ? nullptr : followed.list.in(record);
    const reflect::Type& type = followed.list.type();
    if (list == nullptr || followed.at >= type.size(list)) return stand_on(cursor, nullptr);
    return stand_on(cursor, type.at(list, followed.at++));
}

eom_status next_record(eom_cursor& cursor) {
    for (const Register::Iterator end = cursor.records->end(); cursor.next != end; ++cursor.next) {
        const void* record = *cursor.next;
        if (!cursor.filter.matches(record)) continue;
        ++cursor.next;
        return stand_on(cursor, record);
    }
    return stand_on(cursor, nullptr);
}

// The value of a column in the current record, given to `read`; EOM_NULL where there is none.
template <class Read>
eom_status read_column(const eom_cursor* cursor, int32_t column, Read read) {
    const eom_cursor& reading = capi::needed(cursor, "cursor");
    const io::Path& path = column_of(reading, column);
    const void* value = path.in(reading.standing->current);
    if (value == nullptr) return EOM_NULL;
    read(path, value);
    return EOM_OK;
}

}  // namespace

eom_cursor* capi::cursor(const Dossier& read, std::string_view type, std::optional<std::string_view> filter) {
    const Register& records = read.records(type);
    io::Filter wanted;
    if (filter) wanted = io::Filter(records.type(), *filter);
    return new eom_cursor{read, &records, std::move(wanted), records.begin(), {}, capi::new_standing(), {}};
}

extern "C" {

eom_status eom_cursor_open(const eom_dossier* dossier, const char* type, size_t type_length, const char* filter,
                           size_t filter_length, eom_cursor** cursor, eom_error** error) {
    return guard(error, [&] {
        eom_cursor*& out = capi::output(cursor, "cursor");
        const Dossier& read = capi::needed(dossier, "dossier").dossier;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const std::string_view wanted = capi::optional_text(filter, filter_length, "filter");
        out = capi::cursor(read, name, filter == nullptr ? std::nullopt : std::optional(wanted));
        return EOM_OK;
    });
}

eom_status eom_cursor_column(eom_cursor* cursor, const char* member, size_t member_length, int32_t* column,
                             eom_error** error) {
    return guard(error, [&] {
        int32_t& out = capi::output(column, "column") = capi::kNoColumn;
        eom_cursor& reading = capi::needed(cursor, "cursor");
        const std::string_view path = capi::needed_text(member, member_length, "member");
        reading.columns.push_back(of_elements(reading, [&](const auto& type) { return io::Path(type, path); }));
        out = static_cast<int32_t>(reading.columns.size() - 1);
        return EOM_OK;
    });
}

eom_status eom_cursor_child(eom_cursor* cursor, const char* member, size_t member_length, eom_cursor** child,
                            eom_error** error) {
    return guard(error, [&] {
        eom_cursor*& out = capi::output(child, "child");
        const eom_cursor& followed = capi::needed(cursor, "cursor");
        const std::string_view path = capi::needed_text(member, member_length, "member");
        io::Path list = of_elements(followed, [&](const auto& type) { return io::Path(type, path); });
        if (list.type().kind != Kind::list) wrong_kind(list, "a list");
        out = new eom_cursor{followed.dossier, nullptr, {}, {}, capi::Followed{followed.standing, std::move(list)},
                             capi::new_standing(), {}};
        return EOM_OK;
    });
}

eom_status eom_cursor_next(eom_cursor* cursor, eom_error** error) {
    return guard(error, [&] {
        eom_cursor& reading = capi::needed(cursor, "cursor");
        return reading.followed ? next_element(reading) : next_record(reading);
    });
}

eom_status eom_cursor_find(eom_cursor* cursor, const char* id, size_t id_length, eom_error** error) {
    return guard(error, [&] {
        eom_cursor& reading = capi::needed(cursor, "cursor");
        const std::string_view wanted = capi::needed_text(id, id_length, "id");
        if (reading.records == nullptr) throw Error(ErrorCode::argument, "the elements of a list have no ids");
        return stand_on(reading, reading.records->find(wanted));
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
            const auto [numerator, denominator] = fraction_of(path, read);
            out = static_cast<double>(numerator) / static_cast<double>(denominator);
        });
    });
}

eom_status eom_cursor_rational(const eom_cursor* cursor, int32_t column, int64_t* numerator, int64_t* denominator,
                               eom_error** error) {
    return guard(error, [&] {
        capi::empty(numerator, denominator);
        int64_t& above = capi::output(numerator, "numerator");
        int64_t& below = capi::output(denominator, "denominator");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            std::tie(above, below) = fraction_of(path, value);
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

eom_status eom_cursor_instant(const eom_cursor* cursor, int32_t column, int64_t* utc, int32_t* offset,
                              eom_error** error) {
    return guard(error, [&] {
        capi::empty(utc, offset);
        int64_t& microseconds = capi::output(utc, "utc");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            if (path.type().kind != Kind::instant) wrong_kind(path, "an instant");
            const auto& instant = *static_cast<const Instant*>(value);
            microseconds = instant.utc_microseconds();
            if (offset != nullptr) *offset = instant.offset_minutes();
        });
    });
}

eom_status eom_cursor_quantity(const eom_cursor* cursor, int32_t column, eom_quantity* quantity, eom_error** error) {
    return guard(error, [&] {
        eom_quantity& out = capi::output(quantity, "quantity");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            if (path.type().kind != Kind::quantity) wrong_kind(path, "a quantity");
            out = std::visit(QuantityOf{}, static_cast<const Quantity*>(value)->value());
        });
    });
}

eom_status eom_cursor_span(const eom_cursor* cursor, int32_t column, int64_t* begin, int64_t* end, eom_error** error) {
    return guard(error, [&] {
        capi::empty(begin, end);
        int64_t& first = capi::output(begin, "begin");
        int64_t& past = capi::output(end, "end");
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            if (path.type().kind != Kind::span) wrong_kind(path, "a range of bytes");
            const auto& span = *static_cast<const Span*>(value);
            first = span.begin;
            past = span.end;
        });
    });
}

eom_status eom_cursor_json(const eom_cursor* cursor, int32_t column, eom_buf* json, eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        const eom_cursor& reading = capi::needed(cursor, "cursor");
        const void* current = reading.standing->current;
        if (column == -1 && current != nullptr) {
            out = capi::buffer(of_elements(reading, [&](const auto& type) { return io::to_json(type, current); }));
            return EOM_OK;
        }
        return read_column(cursor, column, [&](const io::Path& path, const void* value) {
            out = capi::buffer(io::to_json(path.type(), value));
        });
    });
}

void eom_cursor_destroy(eom_cursor* cursor) { delete cursor; }

}  // extern "C"
