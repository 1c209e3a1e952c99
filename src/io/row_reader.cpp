#include "io/row_reader.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/quote.hpp"
#include "io/json_values.hpp"
#include "model/fields.hpp"
#include "model/walk.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/filter.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;
using reflect::Type;

/// Names of the parts of a value that lies in a table as a structure; those of Table.
std::vector<std::string_view> part_names(Kind kind) {
    switch (kind) {
        case Kind::decimal: return {"value", "places"};
        case Kind::rational: return {"numerator", "denominator"};
        case Kind::date: return {"text", "first", "last"};
        case Kind::instant: return {"text", "utc"};
        case Kind::interval: return {"lower", "upper"};
        case Kind::quantity: return {"kind", "low", "high", "n", "percent", "of", "scale", "term"};
        case Kind::span: return {"begin", "end"};
        default: return {};
    }
}

std::string name_of(Layout layout) {
    switch (layout) {
        case Layout::nothing: return "nothing";
        case Layout::boolean: return "true or false";
        case Layout::small:
        case Layout::integer: return "a whole number";
        case Layout::real: return "a floating point number";
        case Layout::decimal: return "a decimal number";
        case Layout::day: return "a day";
        case Layout::instant: return "a time";
        case Layout::text:
        case Layout::coded: return "a text";
        case Layout::structure: return "a struct";
        case Layout::list: return "a list";
    }
    return "something else";
}

bool is_text(const Field& field) noexcept {
    return field.layout == Layout::text || field.layout == Layout::coded;
}
bool is_whole(const Field& field) noexcept {
    return field.layout == Layout::integer || field.layout == Layout::small;
}

/// What is wrong with a cell; thrown inside this file only, where what is read is deep inside a value.
struct Wrong {
    std::string message;
    std::string remedy;
};

/// Whole numbers, and those that pandas keeps as floating point where one of them is not there.
bool is_number(const Field& field) noexcept {
    return is_whole(field) || field.layout == Layout::real;
}

std::int64_t whole(const Field& field, const Column& column, std::int64_t i) {
    if (field.layout == Layout::small) return column.number<std::int16_t>(i);
    if (field.layout == Layout::integer) return column.number<std::int64_t>(i);
    constexpr double kExact = 9007199254740992.0;  // beyond 2^53 a double stands for several whole numbers
    const double real = column.number<double>(i);
    if (!(std::abs(real) <= kExact) || real != std::floor(real))
        throw Wrong{fmt::format("expected a whole number, found {}", real), "null stands for no value"};
    return static_cast<std::int64_t>(real);
}

/// RFC 3339, in UTC, with as many digits of the second as it has.
std::string text_of_instant(std::int64_t microseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::microseconds> at{std::chrono::microseconds(microseconds)};
    const auto day = floor<days>(at);
    const year_month_day ymd{day};
    if (ymd.year() < year(1) || ymd.year() > year(9999)) throw Wrong{"the time is not in the years 1 to 9999", {}};
    const hh_mm_ss<std::chrono::microseconds> time(at - day);
    std::string made = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(ymd.year()),
                                   static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                                   time.hours().count(), time.minutes().count(), time.seconds().count());
    if (const auto rest = time.subseconds().count(); rest != 0) {
        made += fmt::format(".{:06}", rest);
        made.erase(made.find_last_not_of('0') + 1);
    }
    return made + "Z";
}

Date date_of_day(Day day) {
    using namespace std::chrono;
    // The days of the years 1 to 9999, so that no arithmetic on a hostile number overflows.
    constexpr Day kFirst = -719'162, kLast = 2'932'896;
    if (day < kFirst || day > kLast) throw Wrong{"the day is not in the years 1 to 9999", {}};
    const year_month_day ymd{sys_days(days(day))};
    return Date(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                static_cast<int>(static_cast<unsigned>(ymd.day())));
}

template <class T>
void parse(std::string_view text, const Type& type, void* target) {
    auto parsed = T::parse(text);
    if (!parsed)
        throw Wrong{fmt::format("expected {}, found {}: {}", expected(type), shown(io::quoted(text)), parsed.reason()),
                    {}};
    *static_cast<T*>(target) = *std::move(parsed);
}

}  // namespace

/// Reads the cells of one row.
class CellReader {
public:
    using Plan = RowReader::Plan;

    CellReader(std::int64_t row, CellProblems& problems) : row_(row), problems_(problems) {}

    /// `target` is a default value of the plan's type.
    void read(const Plan& plan, const Column& column, std::int64_t i, void* target, bool element = false) {
        try {
            if (column.is_null(i) || plan.field->layout == Layout::nothing) return null(*plan.type, element);
            if (plan.type->kind == Kind::optional) return inside(plan, column, i, plan.type->append(target));
            value(plan, *plan.type, column, i, target);
        } catch (const Wrong& wrong) {
            report(plan, wrong.message, wrong.remedy);
        } catch (const Error& error) {
            report(plan, error.message(), error.hint());
        }
    }

    /// Whether the cell of a member was there, but wrong.
    [[nodiscard]] bool was_wrong(std::string_view path) const {
        return std::find(wrong_.begin(), wrong_.end(), path) != wrong_.end();
    }

private:
    void report(const Plan& plan, const std::string& message, const std::string& remedy) {
        problems_.add(row_, plan.path, "table-value", message, remedy);
        wrong_.push_back(plan.path);
    }

    static void null(const Type& type, bool element) {
        const bool unknown =
            may_be_empty(type.kind) || type.kind == Kind::code || type.kind == Kind::list || type.kind == Kind::record;
        if (element) throw Wrong{"an element of a list is null", "leave it out"};
        if (!unknown) throw Wrong{fmt::format("expected {}, found null", expected(type)), {}};
    }

    void inside(const Plan& plan, const Column& column, std::int64_t i, void* target) {
        value(plan, *plan.type->element, column, i, target);
    }

    [[noreturn]] static void wrong(const Plan& plan, const Type& type, std::string remedy = {}) {
        throw Wrong{fmt::format("expected {}, found {}", expected(type), name_of(plan.field->layout)),
                    std::move(remedy)};
    }

    void value(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        switch (type.kind) {
            case Kind::boolean:
                if (plan.field->layout != Layout::boolean) wrong(plan, type);
                *static_cast<bool*>(target) = column.boolean(i);
                return;
            case Kind::integer: *static_cast<std::int64_t*>(target) = integer(plan, type, column, i); return;
            case Kind::decimal: *static_cast<Decimal*>(target) = decimal(plan, type, column, i); return;
            case Kind::rational: return rational(plan, type, column, i, target);
            case Kind::date: return date(plan, type, column, i, target);
            case Kind::instant: return instant(plan, type, column, i, target);
            case Kind::interval:
            case Kind::span: return pair(plan, type, column, i, target);
            case Kind::quantity: return quantity(plan, type, column, i, target);
            case Kind::list: return list(plan, type, column, i, target);
            case Kind::record: return record(plan, type, column, i, target);
            case Kind::extras: return extras(plan, type, column, i, target);
            default: return text(plan, type, column, i, target);
        }
    }

    // --- Texts ---

    static void text(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (!is_text(*plan.field)) wrong(plan, type);
        const std::string_view said = column.text(i);
        switch (type.kind) {
            case Kind::text: *static_cast<std::string*>(target) = said; return;
            case Kind::id:
            case Kind::reference:  // which is an id and nothing else
                if (!static_cast<Id*>(target)->assign(said)) parse<Id>(said, type, target);
                return;
            case Kind::any_reference: return parse<AnyRef>(said, type, target);
            case Kind::code: return code(said, type, target);
            default: return read_value(type, said, target);
        }
    }

    static void code(std::string_view said, const Type& type, void* target) {
        if (const auto found = type.codes->find(said)) return type.set_code(target, *found);
        const std::vector<std::string_view> codes(type.codes->codes.begin(), type.codes->codes.end());
        const std::string_view near = nearest(said, codes);
        throw Wrong{fmt::format("expected {}, found {}", expected(type), shown(io::quoted(said))),
                    near.empty() ? fmt::format("the codes are {}", fmt::join(codes, ", "))
                                 : fmt::format("did you mean '{}'?", near)};
    }

    static void extras(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (!is_text(*plan.field)) wrong(plan, type);
        for (auto& [name, json] : object_members(column.text(i), "value")) {
            if (!name.starts_with("x-"))
                throw Wrong{fmt::format("{} is no member of a partner's own", openeom::quoted(name)),
                            "their names begin with x-"};
            static_cast<Extras*>(target)->set(std::move(name), std::move(json));
        }
    }

    // --- Numbers ---

    static std::int64_t integer(const Plan& plan, const Type& type, const Column& column, std::int64_t i) {
        if (!is_number(*plan.field)) wrong(plan, type);
        return whole(*plan.field, column, i);
    }

    static Decimal decimal(const Plan& plan, const Type& type, const Column& column, std::int64_t i) {
        const Field& field = *plan.field;
        if (field.layout == Layout::structure && plan.parts[0] != nullptr && plan.parts[0]->layout == Layout::decimal &&
            plan.parts[1] != nullptr && is_number(*plan.parts[1])) {
            const Column& value = column.children[plan.places[0]];
            const Column& places = column.children[plan.places[1]];
            if (value.is_null(i) || places.is_null(i)) throw Wrong{"a decimal without value or places", {}};
            return decimal(value.number<Wide>(i), plan.parts[0]->places, whole(*plan.parts[1], places, i));
        }
        if (field.layout == Layout::decimal) return decimal(column.number<Wide>(i), field.places, field.places);
        if (is_whole(field)) return decimal(whole(field, column, i), 0, 0);
        if (!is_text(field)) wrong(plan, type, "a text such as \"75.10\" or a decimal says how many places were told");
        Decimal parsed;
        parse<Decimal>(column.text(i), type, &parsed);
        return parsed;
    }

    /// `value` / 10^scale with as many `places`; nothing is rounded.
    static Decimal decimal(Wide value, int scale, std::int64_t places) {
        constexpr std::int64_t kBound = 1'000'000'000'000'000'000;
        if (places < 0 || places > kDecimalPlaces)
            throw Wrong{fmt::format("a decimal has 0 to 18 places, not {}", places), {}};
        for (; scale > places; --scale) {
            if (value % 10 != 0) throw Wrong{fmt::format("the decimal has more than {} places", places), {}};
            value /= 10;
        }
        for (; scale < places && value > -kBound && value < kBound; ++scale) value *= 10;
        if (value <= -kBound || value >= kBound) throw Wrong{"the decimal has more than 18 digits", {}};
        return Decimal(static_cast<std::int64_t>(value), static_cast<int>(places));
    }

    /// Two whole numbers of a structure, none where one is null.
    static Interval both(const Plan& plan, const Type& type, const Column& column, std::int64_t i) {
        Interval read;
        for (std::size_t part = 0; part < 2; ++part) {
            if (plan.parts[part] == nullptr ||
                (!is_number(*plan.parts[part]) && plan.parts[part]->layout != Layout::nothing))
                wrong(plan, type);
            const Column& number = column.children[plan.places[part]];
            if (number.is_null(i)) continue;
            (part == 0 ? read.lower : read.upper) = whole(*plan.parts[part], number, i);
        }
        return read;
    }

    static void rational(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return parse<Rational>(column.text(i), type, target);
        auto& read = *static_cast<Rational*>(target);
        if (is_whole(*plan.field)) {
            read = Rational(whole(*plan.field, column, i));
            return;
        }
        if (plan.field->layout != Layout::structure) wrong(plan, type);
        const Interval parts = both(plan, type, column, i);
        if (!parts.lower || !parts.upper || *parts.upper <= 0)
            throw Wrong{"a fraction without numerator or positive denominator", {}};
        read = Rational(*parts.lower, *parts.upper);
    }

    static void pair(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return read_value(type, column.text(i), target);
        if (plan.field->layout != Layout::structure) wrong(plan, type);
        const Interval parts = both(plan, type, column, i);
        const auto word = [](const std::optional<std::int64_t>& end) {
            return end ? fmt::format("{}", *end) : std::string("null");
        };
        read_value(type, fmt::format("[{},{}]", word(parts.lower), word(parts.upper)), target);
    }

    // --- Dates and times ---

    static void date(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        auto& read = *static_cast<Date*>(target);
        if (is_text(*plan.field)) return parse<Date>(column.text(i), type, target);
        if (plan.field->layout == Layout::day) {
            read = date_of_day(column.number<Day>(i));
            return;
        }
        const Column& text = said_text(plan, type, column, i);
        if (text.text(i).empty()) return;
        parse<Date>(text.text(i), type, target);
        for (std::size_t part = 1; part < 3; ++part) {
            if (plan.parts[part] == nullptr || plan.parts[part]->layout != Layout::day) continue;
            const Column& day = column.children[plan.places[part]];
            const std::optional<Day> end = part == 1 ? read.first() : read.last();
            const std::optional<Day> told = day.is_null(i) ? std::nullopt : std::optional(day.number<Day>(i));
            if (end != told)
                throw Wrong{fmt::format("the date's text {} says another day than its '{}'",
                                        openeom::quoted(text.text(i)), part == 1 ? "first" : "last"),
                            "give the date as text or as a day alone"};
        }
    }

    /// The text of a date or an instant that lies as a structure.
    static const Column& said_text(const Plan& plan, const Type& type, const Column& column, std::int64_t i) {
        if (plan.field->layout != Layout::structure || plan.parts[0] == nullptr || !is_text(*plan.parts[0]))
            wrong(plan, type);
        const Column& text = column.children[plan.places[0]];
        if (text.is_null(i))
            throw Wrong{fmt::format("expected {}, found a struct whose text is null", expected(type)), {}};
        return text;
    }

    static void instant(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return parse<Instant>(column.text(i), type, target);
        if (plan.field->layout == Layout::instant) {
            if (!plan.field->has_zone)
                throw Wrong{"the time does not say how far it is from UTC", "give timestamps with a time zone"};
            return parse<Instant>(text_of_instant(column.number<std::int64_t>(i)), type, target);
        }
        const Column& text = said_text(plan, type, column, i);
        if (text.text(i).empty()) return;
        parse<Instant>(text.text(i), type, target);
        if (plan.parts[1] == nullptr || plan.parts[1]->layout != Layout::instant) return;
        const Column& utc = column.children[plan.places[1]];
        if (utc.is_null(i) || utc.number<std::int64_t>(i) != static_cast<const Instant*>(target)->utc_microseconds())
            throw Wrong{
                fmt::format("the time's text {} says another time than its 'utc'", openeom::quoted(text.text(i))),
                "give the time as text or as a timestamp alone"};
    }

    // --- Quantities ---

    static void quantity(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return read_value(type, column.text(i), target);
        if (plan.field->layout != Layout::structure || plan.parts[0] == nullptr) wrong(plan, type);
        const auto text = [&](std::size_t part) -> std::optional<std::string_view> {
            if (plan.parts[part] == nullptr || !is_text(*plan.parts[part])) return std::nullopt;
            const Column& said = column.children[plan.places[part]];
            return said.is_null(i) ? std::nullopt : std::optional(said.text(i));
        };
        const auto number = [&](std::size_t part) -> std::optional<std::int64_t> {
            if (plan.parts[part] == nullptr || !is_number(*plan.parts[part])) return std::nullopt;
            const Column& said = column.children[plan.places[part]];
            return said.is_null(i) ? std::nullopt : std::optional(whole(*plan.parts[part], said, i));
        };
        const std::string_view kind = text(0).value_or("");
        const auto low = number(1), high = number(2), n = number(3);
        auto& read = *static_cast<Quantity*>(target);
        if (kind == "not_stated") return;
        if (kind == "exact" && low) read = Quantity::exact(*low);
        else if (kind == "at_least" && low) read = Quantity::at_least(*low);
        else if (kind == "range" && low && high) read = Quantity::range(*low, *high);
        else if (kind == "k_of_n" && low && n) read = Quantity::count_of(*low, *n);
        else if (kind == "share")
            read = Quantity::share(percent(plan, column, i), n, std::string(text(5).value_or("")));
        else if (kind == "vague") read = vague(text(6), text(7));
        else
            throw Wrong{fmt::format("a quantity of the kind {} without what belongs to it", openeom::quoted(kind)),
                        "the kinds are exact, at_least, range, k_of_n, share and vague"};
    }

    static Decimal percent(const Plan& plan, const Column& column, std::int64_t i) {
        if (plan.children.empty()) throw Wrong{"a share without its percentage", {}};
        const Column& said = column.children[plan.places[4]];
        if (said.is_null(i)) throw Wrong{"a share without its percentage", {}};
        return decimal(plan.children[0], *plan.children[0].type, said, i);
    }

    static Quantity vague(std::optional<std::string_view> scale, std::optional<std::string_view> term) {
        for (const auto each : {VagueScale::number, VagueScale::prevalence, VagueScale::pattern})
            if (scale && term && *scale == openeom::name(each)) return Quantity::vague(each, std::string(*term));
        throw Wrong{fmt::format("no scale of vague terms is called {}", openeom::quoted(scale.value_or(""))),
                    "the scales are number, prevalence and pattern"};
    }

    // --- Lists and parts ---

    void list(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return read_value(type, column.text(i), target);
        if (plan.field->layout != Layout::list) wrong(plan, type);
        const auto [first, last] = column.elements(i);
        for (std::int64_t element = first; element < last; ++element)
            read(plan.children[0], column.children[0], element, type.append(target), true);
    }

    void record(const Plan& plan, const Type& type, const Column& column, std::int64_t i, void* target) {
        if (is_text(*plan.field)) return read_value(type, column.text(i), target);
        if (plan.field->layout != Layout::structure) wrong(plan, type);
        for (std::size_t child = 0; child < plan.children.size(); ++child)
            read(plan.children[child], column.children[child], i, plan.members[child]->in(target));
    }

    std::int64_t row_;
    CellProblems& problems_;
    std::vector<std::string_view> wrong_;  ///< paths of the plans, which outlive the reader
};

namespace {

const Type& decimal_type() {
    static const Type type{.kind = Kind::decimal};
    return type;
}

const Type& stated(const Type& type) {
    return type.kind == Kind::optional ? *type.element : type;
}

const reflect::Member& member_of(const reflect::Struct& type, std::string_view name) {
    if (const reflect::Member* found = type.find(name)) return *found;
    std::vector<std::string_view> names;
    for (const reflect::Member& member : type.members) names.push_back(member.name);
    throw Error(ErrorCode::not_found, unknown_name(fmt::format("member of {}", type.name), name, names), {},
                fmt::format("'openeom schema {}' lists the members", type.name));
}

/// Whether one path is another, or leads into it.
bool begins_with(const std::vector<const reflect::Member*>& path, const std::vector<const reflect::Member*>& with) {
    return path.size() >= with.size() && std::equal(with.begin(), with.end(), path.begin());
}

}  // namespace

RowReader::Plan RowReader::plan(const Type& type, const Field& field, std::string path) {
    Plan made;
    made.type = &type;
    made.field = &field;
    made.path = std::move(path);
    const Type& inner = stated(type);
    if (inner.kind == Kind::list && field.layout == Layout::list) {
        made.children.push_back(plan(*inner.element, field.children[0], made.path + "[]"));
    } else if (inner.kind == Kind::record && field.layout == Layout::structure) {
        for (const Field& child : field.children) {
            const reflect::Member& member = member_of(inner.record(), child.name);
            made.members.push_back(&member);
            made.children.push_back(plan(*member.type, child, made.path + "." + child.name));
        }
    }
    for (const std::string_view name : part_names(inner.kind)) {
        const auto found = std::find_if(field.children.begin(), field.children.end(),
                                        [&](const Field& child) { return child.name == name; });
        made.parts.push_back(found == field.children.end() ? nullptr : &*found);
        made.places.push_back(static_cast<std::size_t>(found - field.children.begin()));
        if (inner.kind == Kind::quantity && name == "percent" && made.parts.back() != nullptr)
            made.children.push_back(plan(decimal_type(), *made.parts.back(), made.path + ".percent"));
    }
    return made;
}

RowReader::RowReader(const reflect::Struct& type, const Field& schema) : type_(type) {
    std::vector<std::vector<const reflect::Member*>> paths;
    for (const Field& field : schema.children) {
        const reflect::Member* own = type.find(field.name);
        std::vector<const reflect::Member*> path =
            own != nullptr ? std::vector{own} : Path(type, field.name).column().path;
        for (const auto& other : paths)
            if (begins_with(path, other) || begins_with(other, path))
                throw Error(ErrorCode::argument,
                            fmt::format("the column {} says what another says too", openeom::quoted(field.name)));
        paths.push_back(path);
        ColumnPlan column;
        column.member = path.back();
        path.pop_back();
        column.way = std::move(path);
        column.plan = plan(*column.member->type, field, field.name);
        columns_.push_back(std::move(column));
    }
}

std::optional<std::size_t> RowReader::id_column() const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].way.empty() && columns_[i].member->type->kind == Kind::id) return i;
    return std::nullopt;
}

void RowReader::read(const Column& batch, std::int64_t row, std::int64_t number, void* object,
                     CellProblems& problems) const {
    CellReader cells(number, problems);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& column = batch.children[i];
        // An optional part is there where something in it is.
        if (!columns_[i].way.empty() && column.is_null(row)) continue;
        void* holder = object;
        for (const reflect::Member* member : columns_[i].way) {
            holder = member->in(holder);
            if (member->type->kind == Kind::optional)
                holder = member->type->size(holder) > 0 ? const_cast<void*>(member->type->at(holder, 0))
                                                        : member->type->append(holder);
        }
        cells.read(columns_[i].plan, column, row, columns_[i].member->in(holder));
    }
    struct Missing {
        std::int64_t row;
        CellProblems& problems;
        const CellReader& cells;
        void reference(const MetReference&, const Walk&) const {}
        void missing(const reflect::Member& member, const Walk& walk) const {
            if (cells.was_wrong(walk.path())) return;
            problems.add(row, walk.path(), "missing-member", fmt::format("the member '{}' is missing", member.name));
        }
    };
    Missing missing{number, problems, cells};
    Walk().go(type_, object, missing);
}

}  // namespace openeom::io
