// Type-erased tables of the described structs: one row per member, with its place in the object and what may be
// done with its type. JSON, schema, cursor, tables and documentation are ordinary functions over these tables.
// Threads: the tables are constants; any thread may read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openeom::reflect {

/// What a value is. The order is part of no format.
enum class Kind : std::uint8_t {
    boolean,        ///< bool
    integer,        ///< std::int64_t
    text,           ///< std::string, UTF-8
    id,             ///< openeom::Id
    reference,      ///< openeom::Ref<T>: an id of one type
    any_reference,  ///< openeom::AnyRef: "type:id"
    decimal,        ///< openeom::Decimal: digits as printed, exact
    rational,       ///< openeom::Rational
    date,           ///< openeom::Date: day, month, year or a range
    instant,        ///< openeom::Instant
    interval,       ///< openeom::Interval of whole numbers
    quantity,       ///< openeom::Quantity
    span,           ///< openeom::Span: half-open byte range
    code,           ///< a described enumeration
    json,           ///< openeom::RawJson: any JSON value, kept as text
    extras,         ///< openeom::Extras: members beginning with x-, and those of a newer minor version
    optional,       ///< std::optional of `element`
    list,           ///< std::vector of `element`
    record,         ///< a described struct
};

std::string_view name(Kind kind) noexcept;

/// The words of an enumeration. Index 0 is what an omitted value means (`not_stated` where the text may be silent).
struct CodeList {
    std::string_view name;
    std::string_view meaning;
    std::span<const std::string_view> codes;

    [[nodiscard]] std::optional<std::size_t> find(std::string_view code) const noexcept;
};

struct Struct;

/// What may be done with a value of one type, without knowing the type.
struct Type {
    Kind kind{};
    const Type* element = nullptr;                      ///< optional, list: the type inside
    const Struct& (*record)() = nullptr;                ///< record: its table
    const CodeList* codes = nullptr;                    ///< code: its words
    std::string_view (*target)() = nullptr;             ///< reference: name of the type referred to
    std::size_t (*size)(const void*) = nullptr;         ///< optional (0 or 1), list
    const void* (*at)(const void*, std::size_t) = nullptr;
    void* (*append)(void*) = nullptr;                   ///< list: a new last element; optional: its value, engaged
    void (*clear)(void*) = nullptr;                     ///< optional, list: emptied
    std::size_t (*code)(const void*) = nullptr;         ///< code: position in `codes`
    void (*set_code)(void*, std::size_t) = nullptr;
};

/// Format version in which a member or type appeared.
struct Since {
    int major = 1;
    int minor = 0;
};

/// What a person writes beside each member of a described struct.
struct Row {
    std::string_view name;       ///< external name; a trailing '_' of the C++ name is dropped
    std::string_view meaning;    ///< one sentence or phrase
    std::string_view unit = {};  ///< "percent", "seats", "days" ...
    std::string_view codes = {}; ///< catalogue code list that the text belongs to, extensible
    bool required = false;       ///< a record without it is an error
    Since since = {};
};

struct Member : Row {
    const Type* type = nullptr;
    void* (*address)(void*) = nullptr;  ///< where the member is in an object of the struct

    [[nodiscard]] const void* in(const void* object) const { return address(const_cast<void*>(object)); }
    [[nodiscard]] void* in(void* object) const { return address(object); }
};

/// What a person writes beside a described struct.
struct StructRow {
    std::string_view name;      ///< "party"
    std::string_view plural;    ///< "parties", the key of its register; empty for parts of records
    std::string_view meaning;
    bool table = false;         ///< millions of rows rather than thousands of records
    Since since = {};
};

/// The table of one described struct.
struct Struct : StructRow {
    std::span<const Member> members;
    std::size_t bytes = 0;
    std::size_t alignment = 0;
    void (*construct)(void*) = nullptr;
    void (*copy)(void* to, const void* from) = nullptr;
    void (*move)(void* to, void* from) = nullptr;
    void (*destroy)(void*) noexcept = nullptr;

    [[nodiscard]] const Member* find(std::string_view member) const noexcept;
};

/// The table of a described struct. Defined in describe_tables.hpp, instantiated once.
template <class T>
const Struct& table();

/// True where writing the value would say nothing: an empty text or list, no value, the first code.
bool is_empty(const Type& type, const void* value);

/// True where both values are the same, members in turn.
bool equal(const Type& type, const void* left, const void* right);
bool equal(const Struct& type, const void* left, const void* right);

/// The type inside optional and list.
const Type& innermost(const Type& type) noexcept;

/// An owned object of a described struct whose type is known at run time only.
class Object {
public:
    Object() = default;
    explicit Object(const Struct& type);
    Object(const Struct& type, const void* copied);
    Object(const Object& other);
    Object(Object&& other) noexcept;
    Object& operator=(Object other) noexcept;
    ~Object();

    [[nodiscard]] const Struct& type() const noexcept { return *type_; }
    [[nodiscard]] void* get() noexcept { return memory_; }
    [[nodiscard]] const void* get() const noexcept { return memory_; }
    explicit operator bool() const noexcept { return memory_ != nullptr; }

    template <class T>
    [[nodiscard]] const T& as() const noexcept { return *static_cast<const T*>(memory_); }
    template <class T>
    [[nodiscard]] T& as() noexcept { return *static_cast<T*>(memory_); }

private:
    const Struct* type_ = nullptr;
    void* memory_ = nullptr;
};

/// An Object holding `value`.
template <class T>
Object object(T value) {
    Object made(table<T>());
    made.as<T>() = std::move(value);
    return made;
}

}  // namespace openeom::reflect
