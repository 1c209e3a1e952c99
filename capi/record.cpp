// Record builders: members set by columns into a record that is put as a whole.
#include "guard.hpp"
#include "handles.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "openeom/base/text.hpp"
#include "openeom/io/json.hpp"

using namespace openeom;
using capi::guard;
using reflect::Kind;

namespace openeom::capi {

/// The record being written, shared by its builder and those of its lists.
struct Draft {
    std::shared_ptr<Edit> edit;
    const reflect::Struct* type;
    reflect::Object record;
};

/// The list whose last element a child builder writes.
struct Written {
    std::shared_ptr<const Written> parent;  ///< null: a list of the record itself
    io::Path list;
    std::uint32_t around;  ///< lists and objects around a member of an element
};

/// A member, or a partner's own under its name.
struct Column {
    std::optional<io::Path> path;
    std::string own;
    std::uint32_t around;  ///< lists and objects around the member's value
};

}  // namespace openeom::capi

struct eom_record {
    std::shared_ptr<capi::Draft> draft;
    std::shared_ptr<const capi::Written> written;  ///< null for the record itself
    std::vector<capi::Column> columns;
};

namespace {

// The list in the record at hand, or in the element of the list around it that was begun last.
void* list_in(const capi::Written& written, reflect::Object& record);

void* element_in(const capi::Written& written, reflect::Object& record) {
    void* list = list_in(written, record);
    const std::size_t size = written.list.type().size(list);
    if (size == 0)
        throw Error(ErrorCode::argument, fmt::format("no element of '{}' was begun", written.list.name()), {},
                    "call eom_record_next first");
    return const_cast<void*>(written.list.type().at(list, size - 1));
}

void* list_in(const capi::Written& written, reflect::Object& record) {
    return written.list.make_in(written.parent ? element_in(*written.parent, record) : record.get());
}

void* target_in(const eom_record& record, reflect::Object& object) {
    return record.written ? element_in(*record.written, object) : object.get();
}

void* target_of(eom_record& record) {
    return target_in(record, record.draft->record);
}

// Lists and objects around a member: the dossier, the register, the record, and what the path leads through.
std::uint32_t around(const eom_record& record, std::string_view path) {
    const std::uint32_t outside = record.written ? record.written->around : 3;
    return outside + static_cast<std::uint32_t>(std::count(path.begin(), path.end(), '.'));
}

// What a builder's columns are members of, given to `use`.
template <class Use>
auto of_elements(const eom_record& record, Use use) {
    return record.written ? use(*record.written->list.type().element) : use(*record.draft->type);
}

const capi::Column& column_of(const eom_record& record, int32_t column) {
    if (column < 0 || static_cast<std::size_t>(column) >= record.columns.size())
        throw Error(ErrorCode::argument, "no column has the number " + std::to_string(column), {},
                    "eom_record_column gives the numbers");
    return record.columns[static_cast<std::size_t>(column)];
}

[[noreturn]] void wrong_kind(std::string_view member, std::string_view kind, std::string_view given) {
    throw Error(ErrorCode::argument, fmt::format("'{}' is of type {}, not {}", member, kind, given), {},
                "eom_record_json takes a member of any type");
}

[[noreturn]] void wrong_value(std::string_view member, std::string_view reason) {
    throw Error(ErrorCode::data, fmt::format("{}: {}", member, reason));
}

// Gives `write` the kind of the value and its place. Of a list it is a new element, taken back where `write` throws.
template <class Write>
eom_status write_column(eom_record* record, int32_t column, std::string_view given, Write write) {
    eom_record& writing = capi::needed(record, "record");
    const capi::Column& wanted = column_of(writing, column);
    if (!wanted.path) wrong_kind(wanted.own, "json", given);
    const io::Path& path = *wanted.path;
    const reflect::Type& type = path.type();
    if (type.kind != Kind::list) {
        write(type, path.name(), [&] { return path.make_in(target_of(writing)); });
        return EOM_OK;
    }
    if (type.element->kind == Kind::record) wrong_kind(path.name(), "list", given);
    write(*type.element, path.name(), [&] { return type.append(path.make_in(target_of(writing))); });
    return EOM_OK;
}

// A value that was read, or the reason why not, for the member.
template <class T>
T taken(Parsed<T> parsed, std::string_view member) {
    if (!parsed) wrong_value(member, parsed.reason());
    return *std::move(parsed);
}

void check_text(std::string_view text, std::string_view member) {
    if (const auto at = openeom::text::first_invalid_utf8(text))
        wrong_value(member, fmt::format("byte {} of the text is not UTF-8", *at));
    if (text.find('\0') != std::string_view::npos) wrong_value(member, "the text has a zero byte");
}

std::size_t code_of(const reflect::Type& type, std::string_view text, std::string_view member) {
    const auto found = type.codes->find(text);
    if (!found)
        wrong_value(member, unknown_of_few("code of " + std::string(type.codes->name), text,
                                           {type.codes->codes.begin(), type.codes->codes.end()}));
    return *found;
}

// Everything is read before a place is asked for: what is refused changes nothing.
template <class Place>
void write_text(const reflect::Type& type, std::string_view member, std::string_view text, Place place) {
    switch (type.kind) {
        case Kind::text: {
            check_text(text, member);
            std::string copy(text);
            *static_cast<std::string*>(place()) = std::move(copy);
            return;
        }
        case Kind::id:
        case Kind::reference: {
            Id id = taken(Id::parse(text), member);
            *static_cast<Id*>(place()) = std::move(id);
            return;
        }
        case Kind::any_reference: {
            AnyRef reference = taken(AnyRef::parse(text), member);
            if (find_entity(reference.type()) == nullptr) static_cast<void>(entity_index(reference.type()));
            *static_cast<AnyRef*>(place()) = std::move(reference);
            return;
        }
        case Kind::instant: {
            Instant instant = taken(Instant::parse(text), member);
            *static_cast<Instant*>(place()) = std::move(instant);
            return;
        }
        case Kind::code: {
            const std::size_t code = code_of(type, text, member);
            type.set_code(place(), code);
            return;
        }
        default: wrong_kind(member, name(type.kind), "text");
    }
}

Decimal decimal_of(int64_t numerator, int64_t denominator, std::string_view member) {
    constexpr int kMostPlaces = 18;
    int places = 0;
    int64_t power = 1;
    while (power < denominator && places < kMostPlaces) {
        power *= 10;
        ++places;
    }
    if (power != denominator) wrong_value(member, "the denominator of a decimal number is a power of ten, at most 10^18");
    return Decimal(numerator, places);
}

Date date_of(const eom_date& date, std::string_view member) {
    using Limits = std::numeric_limits<int32_t>;
    constexpr int32_t kFlags = 3;
    if (date.precision < 1 || date.precision > 3) wrong_value(member, "the precision is 1 year, 2 month or 3 day");
    if ((date.flags & ~kFlags) != 0) wrong_value(member, "flags that are not known");
    const auto first = date.first == Limits::min() ? std::nullopt : std::optional<Day>(date.first);
    const auto last = date.last == Limits::max() ? std::nullopt : std::optional<Day>(date.last);
    return taken(Date::of_days(first, last, static_cast<Date::Precision>(date.precision), (date.flags & 1) != 0,
                               (date.flags & 2) != 0),
                 member);
}

std::string words_of(const eom_quantity& quantity, std::string_view member) {
    const std::string_view words = capi::optional_text(quantity.words.data, quantity.words.length, "quantity->words");
    check_text(words, member);
    return std::string(words);
}

Quantity quantity_of(const eom_quantity& quantity, std::string_view member) {
    if (quantity.reserved != 0) wrong_value(member, "'reserved' is not 0");
    switch (quantity.kind) {
        case EOM_QUANTITY_EXACT: return Quantity::exact(quantity.low);
        case EOM_QUANTITY_AT_LEAST: return Quantity::at_least(quantity.low);
        case EOM_QUANTITY_RANGE: return Quantity::range(quantity.low, quantity.high);
        case EOM_QUANTITY_COUNT_OF: return Quantity::count_of(quantity.low, quantity.of);
        case EOM_QUANTITY_SHARE: {
            const auto n = quantity.of < 0 ? std::nullopt : std::optional(quantity.of);
            return Quantity::share(decimal_of(quantity.low, quantity.high, member), n, words_of(quantity, member));
        }
        case EOM_QUANTITY_VAGUE:
            if (quantity.of < 1 || quantity.of > 3) wrong_value(member, "the scales are 1 number, 2 prevalence, 3 pattern");
            return Quantity::vague(static_cast<VagueScale>(quantity.of - 1), words_of(quantity, member));
        default: wrong_value(member, fmt::format("no kind of quantity has the number {}", quantity.kind));
    }
}

Extras& extras_in(const reflect::Struct& type, void* object) {
    for (const reflect::Member& member : type.members)
        if (member.type->kind == Kind::extras) return *static_cast<Extras*>(member.in(object));
    throw Error(ErrorCode::argument, fmt::format("a {} has no members of your own", type.name));
}

struct IsStruct {
    const reflect::Struct* operator()(const reflect::Struct& type) const { return &type; }
    const reflect::Struct* operator()(const reflect::Type& type) const {
        return type.kind == Kind::record ? &type.record() : nullptr;
    }
};

bool is_own(std::string_view member) { return member.starts_with("x-"); }

capi::Column found_column(const eom_record& record, std::string_view member) {
    if (!is_own(member))
        return {of_elements(record, [&](const auto& type) { return io::Path(type, member); }), {}, around(record, member)};
    if (of_elements(record, IsStruct{}) == nullptr)
        throw Error(ErrorCode::argument, fmt::format("'{}' is a member of your own, and this list has no parts", member));
    check_text(member, "member");
    return {std::nullopt, std::string(member), around(record, {})};
}

// What is written by default can be read by default, whatever stands around it.
void check_depth(const capi::Column& column, std::string_view json) {
    const std::string_view member = column.path ? column.path->name() : column.own;
    if (const auto fault = io::find_json_fault(json, Limits{}.depth - column.around)) wrong_value(member, fault->reason);
}

void write_json(eom_record& record, const capi::Column& column, std::string_view json) {
    if (!column.path) {
        std::string value = io::compact_json(json, column.own);
        check_depth(column, value);
        extras_in(*of_elements(record, IsStruct{}), target_of(record)).set(column.own, std::move(value));
        return;
    }
    const reflect::Type& type = column.path->type();
    if (const auto reason = io::mismatch(type, json)) wrong_value(column.path->name(), *reason);
    check_depth(column, json);
    // Into a copy: what fails for want of memory leaves the builder as it was.
    reflect::Object changed = record.draft->record;
    void* target = target_in(record, changed);
    column.path->clear_in(target);
    io::read_value(type, json, column.path->make_in(target));
    record.draft->record = std::move(changed);
}

/// In place, for which no memory is needed: it must not fail when a record was put already.
void clear(capi::Draft& draft) {
    draft.type->destroy(draft.record.get());
    draft.type->construct(draft.record.get());
}

}  // namespace

extern "C" {

eom_status eom_record_create(eom_edit* edit, const char* type, size_t type_length, eom_record** record,
                             eom_error** error) {
    return guard(error, [&] {
        eom_record*& out = capi::output(record, "record");
        const eom_edit& written = capi::needed(edit, "edit");
        const reflect::Struct& entity = *entities()[entity_index(capi::needed_text(type, type_length, "type"))];
        auto draft = std::make_shared<capi::Draft>(capi::Draft{written.edit, &entity, reflect::Object(entity)});
        out = new eom_record{std::move(draft), nullptr, {}};
        return EOM_OK;
    });
}

eom_status eom_record_column(eom_record* record, const char* member, size_t member_length, int32_t* column,
                             eom_error** error) {
    return guard(error, [&] {
        int32_t& out = capi::output(column, "column") = capi::kNoColumn;
        eom_record& writing = capi::needed(record, "record");
        writing.columns.push_back(found_column(writing, capi::needed_text(member, member_length, "member")));
        out = static_cast<int32_t>(writing.columns.size() - 1);
        return EOM_OK;
    });
}

eom_status eom_record_child(eom_record* record, const char* member, size_t member_length, eom_record** child,
                            eom_error** error) {
    return guard(error, [&] {
        eom_record*& out = capi::output(child, "child");
        const eom_record& parent = capi::needed(record, "record");
        const std::string_view path = capi::needed_text(member, member_length, "member");
        io::Path list = of_elements(parent, [&](const auto& type) { return io::Path(type, path); });
        if (list.type().kind != Kind::list) wrong_kind(list.name(), name(list.type().kind), "a list");
        auto written = std::make_shared<const capi::Written>(capi::Written{parent.written, std::move(list), around(parent, path) + 2});
        out = new eom_record{parent.draft, std::move(written), {}};
        return EOM_OK;
    });
}

eom_status eom_record_next(eom_record* child, eom_error** error) {
    return guard(error, [&] {
        eom_record& writing = capi::needed(child, "child");
        if (!writing.written)
            throw Error(ErrorCode::argument, "only a list has a next element", {}, "eom_record_put begins the next record");
        writing.written->list.type().append(list_in(*writing.written, writing.draft->record));
        return EOM_OK;
    });
}

eom_status eom_record_load(eom_record* record, const char* id, size_t id_length, eom_error** error) {
    return guard(error, [&] {
        capi::Draft& draft = *capi::needed(record, "record").draft;
        const std::string_view wanted = capi::needed_text(id, id_length, "id");
        const void* found = draft.edit->find(draft.type->name, wanted);
        if (found == nullptr)
            throw Error(ErrorCode::not_found, fmt::format("there is no {} '{}'", draft.type->name, wanted.substr(0, 60)));
        draft.record = reflect::Object(*draft.type, found);
        return EOM_OK;
    });
}

eom_status eom_record_text(eom_record* record, int32_t column, const char* text, size_t length, eom_error** error) {
    return guard(error, [&] {
        const std::string_view given = capi::needed_text(text, length, "text");
        return write_column(record, column, "text", [&](const reflect::Type& type, std::string_view member, auto place) {
            write_text(type, member, given, place);
        });
    });
}

eom_status eom_record_integer(eom_record* record, int32_t column, int64_t value, eom_error** error) {
    return guard(error, [&] {
        constexpr const char* kWhat = "a whole number";
        return write_column(record, column, kWhat, [&](const reflect::Type& type, std::string_view member, auto place) {
            if (type.kind != Kind::integer) wrong_kind(member, name(type.kind), kWhat);
            *static_cast<int64_t*>(place()) = value;
        });
    });
}

eom_status eom_record_rational(eom_record* record, int32_t column, int64_t numerator, int64_t denominator,
                               eom_error** error) {
    return guard(error, [&] {
        constexpr const char* kWhat = "a fraction";
        return write_column(record, column, kWhat, [&](const reflect::Type& type, std::string_view member, auto place) {
            if (type.kind == Kind::decimal) {
                const Decimal decimal = decimal_of(numerator, denominator, member);
                *static_cast<Decimal*>(place()) = decimal;
            } else if (type.kind == Kind::rational) {
                const Rational rational(numerator, denominator);
                *static_cast<Rational*>(place()) = rational;
            } else {
                wrong_kind(member, name(type.kind), kWhat);
            }
        });
    });
}

eom_status eom_record_date(eom_record* record, int32_t column, const eom_date* date, eom_error** error) {
    return guard(error, [&] {
        constexpr const char* kWhat = "a date";
        const eom_date& given = capi::needed(date, "date");
        return write_column(record, column, kWhat, [&](const reflect::Type& type, std::string_view member, auto place) {
            if (type.kind != Kind::date) wrong_kind(member, name(type.kind), kWhat);
            const Date read = date_of(given, member);
            *static_cast<Date*>(place()) = read;
        });
    });
}

eom_status eom_record_quantity(eom_record* record, int32_t column, const eom_quantity* quantity, eom_error** error) {
    return guard(error, [&] {
        constexpr const char* kWhat = "a quantity";
        const eom_quantity& given = capi::needed(quantity, "quantity");
        return write_column(record, column, kWhat, [&](const reflect::Type& type, std::string_view member, auto place) {
            if (type.kind != Kind::quantity) wrong_kind(member, name(type.kind), kWhat);
            Quantity read = quantity_of(given, member);
            *static_cast<Quantity*>(place()) = std::move(read);
        });
    });
}

eom_status eom_record_span(eom_record* record, int32_t column, int64_t begin, int64_t end, eom_error** error) {
    return guard(error, [&] {
        constexpr const char* kWhat = "a range of bytes";
        return write_column(record, column, kWhat, [&](const reflect::Type& type, std::string_view member, auto place) {
            if (type.kind != Kind::span) wrong_kind(member, name(type.kind), kWhat);
            if (begin < 0 || end < begin) wrong_value(member, fmt::format("{} to {} is no range of bytes", begin, end));
            *static_cast<Span*>(place()) = {begin, end};
        });
    });
}

eom_status eom_record_json(eom_record* record, int32_t column, const char* json, size_t length, eom_error** error) {
    return guard(error, [&] {
        eom_record& writing = capi::needed(record, "record");
        write_json(writing, column_of(writing, column), capi::needed_text(json, length, "json"));
        return EOM_OK;
    });
}

eom_status eom_record_null(eom_record* record, int32_t column, eom_error** error) {
    return guard(error, [&] {
        eom_record& writing = capi::needed(record, "record");
        const capi::Column& cleared = column_of(writing, column);
        void* target = target_of(writing);
        if (cleared.path) cleared.path->clear_in(target);
        else extras_in(*of_elements(writing, IsStruct{}), target).set(cleared.own, {});
        return EOM_OK;
    });
}

eom_status eom_record_put(eom_record* record, eom_error** error) {
    return guard(error, [&] {
        eom_record& writing = capi::needed(record, "record");
        if (writing.written)
            throw Error(ErrorCode::argument, "an element is put together with its record", {}, "put the record");
        capi::Draft& draft = *writing.draft;
        reflect::Object made = draft.record;  // putting moves from it, and a refused record is to stay as it is
        capi::put(*draft.edit, made);
        clear(draft);
        return EOM_OK;
    });
}

void eom_record_clear(eom_record* record) {
    static_cast<void>(guard(nullptr, [&] {
        if (record != nullptr) clear(*record->draft);
        return EOM_OK;
    }));
}

void eom_record_destroy(eom_record* record) { delete record; }

}  // extern "C"
