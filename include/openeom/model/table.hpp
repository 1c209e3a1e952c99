// Records as columns: one typed column a member, laid out in memory as Apache Arrow's columnar format is, so that an
// export of a table copies nothing (https://arrow.apache.org/docs/format/Columnar.html).
// Threads: a Table never changes; copies share its buffers and may be read and let go of by any number of threads. A
// TableBuilder belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "openeom/base/reflect.hpp"
#include "openeom/base/values.hpp"

namespace openeom {

/// Rows that a batch has at most.
inline constexpr std::size_t kBatchRows = 65'536;

/// Memory that begins at a multiple of 64 and is a multiple of 64 long, as Arrow recommends for SIMD.
template <class T>
struct AlignedAllocator {
    using value_type = T;
    static constexpr std::size_t kAlignment = 64;

    AlignedAllocator() = default;
    template <class U>
    AlignedAllocator(const AlignedAllocator<U>&) noexcept {}

    T* allocate(std::size_t count) {
        if (count > (SIZE_MAX - kAlignment) / sizeof(T)) throw std::bad_alloc();
        const std::size_t bytes = (count * sizeof(T) + kAlignment - 1) / kAlignment * kAlignment;
        return static_cast<T*>(::operator new(bytes, std::align_val_t(kAlignment)));
    }
    void deallocate(T* memory, std::size_t) noexcept { ::operator delete(memory, std::align_val_t(kAlignment)); }

    /// What a vector grows by is not cleared first, since it is written next.
    template <class U>
    void construct(U* at) noexcept {
        ::new (static_cast<void*>(at)) U;
    }
    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
    }

    template <class U>
    friend bool operator==(const AlignedAllocator&, const AlignedAllocator<U>&) noexcept {
        return true;
    }
};

template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

/// Values that any number of columns, tables and consumers own together.
class Buffer {
public:
    Buffer() = default;
    template <class T>
    explicit Buffer(AlignedVector<T> values) : bytes_(values.size() * sizeof(T)) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto owner = std::make_shared<const AlignedVector<T>>(std::move(values));
        data_ = std::shared_ptr<const void>(owner, owner->data());
    }

    [[nodiscard]] const void* data() const noexcept { return data_.get(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    template <class T>
    [[nodiscard]] std::span<const T> as() const noexcept {
        return {static_cast<const T*>(data_.get()), bytes_ / sizeof(T)};
    }

private:
    std::shared_ptr<const void> data_;
    std::size_t bytes_ = 0;
};

/// How the values of a column lie in memory.
enum class Layout : std::uint8_t {
    nothing,    ///< no value anywhere
    boolean,    ///< a bit each
    small,      ///< std::int16_t
    integer,    ///< std::int64_t
    real,       ///< double; imported only, nothing of the record is one
    decimal,    ///< Wide: the number times 10 to the power of the field's places
    day,        ///< std::int32_t, days since 1970-01-01
    instant,    ///< std::int64_t, microseconds since 1970-01-01T00:00:00Z
    text,       ///< UTF-8: std::int32_t offsets, and bytes
    coded,      ///< std::int32_t indices into a dictionary of text
    structure,  ///< as its children
    list,       ///< std::int32_t offsets into its one child
};

/// A 128-bit whole number as Arrow lays out decimals, on the little-endian machines that we run on.
__extension__ typedef __int128 Wide;

/// What a column is called and holds.
struct Field {
    std::string name;
    Layout layout{};
    bool nullable = false;
    int places = 0;        ///< decimal
    bool has_zone = true;  ///< instant: false where the offset from UTC is not known (imported only)
    std::vector<Field> children = {};
    const reflect::Type* type = nullptr;  ///< the described value in it; null for what is imported and for its parts
    const reflect::Member* member = nullptr;  ///< the member whose value it is
};

/// The values of a field in one batch.
struct Column {
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    Buffer validity;  ///< a bit each, 1 where there is a value; empty where all have one or none has
    Buffer values;    ///< bits, numbers, indices, or length + 1 offsets
    Buffer bytes;     ///< of text
    std::vector<Column> children = {};
    std::shared_ptr<const Column> dictionary;  ///< of what is coded: distinct texts

    [[nodiscard]] bool is_null(std::int64_t row) const noexcept;
    /// A value of a column whose layout has it; the caller knows that it is not null.
    template <class T>
    [[nodiscard]] T number(std::int64_t row) const noexcept {
        return values.as<T>()[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] bool boolean(std::int64_t row) const noexcept;
    [[nodiscard]] std::string_view text(std::int64_t row) const noexcept;  ///< of text and of what is coded
    /// First and one past the last element of a list.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> elements(std::int64_t row) const noexcept;
};

/// How texts, references and codes are kept: coded, each distinct one once, or each as it stands.
enum class TextForm : std::uint8_t { dictionary, plain };

/// A column of a table of records: a member, or a member of a part of them.
struct TableColumn {
    std::string name;
    std::vector<const reflect::Member*> path;
};

/// All members of a struct.
std::vector<TableColumn> all_columns(const reflect::Struct& type);

/// An immutable table in batches of at most kBatchRows rows.
///
/// Of a described struct, a column is nullable where the member may be empty, and null where it is: unknown is never 0.
/// Codes and numbers that are not optional, lists and parts always have a value (a list that says nothing is empty, a
/// code its first word).
///
///   boolean, integer                 boolean, integer
///   text, reference, any_reference   coded, or text on request
///   code                             coded by the words of its list, or text on request
///   id                               text: each stands once
///   decimal                          {value: decimal of 18 places, places: small}
///   rational                         {numerator, denominator: integer}
///   date                             {first, last: day (null: open end), precision: code, approximate, range: boolean,
///                                     text: EDTF, which says it exactly}
///   instant                          {utc: instant, offset_minutes: small, text: as it was told}
///   interval                         {lower, upper: integer (null: open end)}
///   quantity                         {kind: code, low, high, n: integer, percent: decimal, of, scale, term: text}
///   span                             {begin, end: integer}
///   json, extras                     text in JSON
///   list, record                     list, structure
class Table {
public:
    Table();  ///< no column, no row
    /// `batches` are structures as `schema` says. `record`: the struct that the rows are of, null for what is imported.
    Table(Field schema, std::vector<Column> batches, const reflect::Struct* record, std::string reconstruction = {});

    /// A structure whose children are the columns.
    [[nodiscard]] const Field& schema() const noexcept { return contents_->schema; }
    [[nodiscard]] std::span<const Column> batches() const noexcept { return contents_->batches; }
    [[nodiscard]] const reflect::Struct* record() const noexcept { return contents_->record; }
    [[nodiscard]] std::int64_t rows() const noexcept { return contents_->rows; }
    /// What a reconstruction from public sources says of itself, and every export of the table with it; else empty.
    [[nodiscard]] const std::string& reconstruction() const noexcept { return contents_->reconstruction; }

private:
    struct Contents {
        Field schema;
        std::vector<Column> batches;
        const reflect::Struct* record = nullptr;
        std::string reconstruction;
        std::int64_t rows = 0;
    };
    std::shared_ptr<const Contents> contents_;
};

/// Makes tables of described objects.
class TableBuilder {
public:
    explicit TableBuilder(const reflect::Struct& type, TextForm form = TextForm::dictionary);
    /// Throws Error(argument) where two columns have one name.
    TableBuilder(const reflect::Struct& type, std::vector<TableColumn> columns, TextForm form = TextForm::dictionary);
    TableBuilder(TableBuilder&&) noexcept;
    ~TableBuilder();

    [[nodiscard]] const Field& schema() const noexcept;

    /// Adds a row for each object. Throws Error(overflow) where a batch has more than 2 GiB of text in one column, and,
    /// where texts are coded, where the distinct texts of the table have.
    void add(std::span<const void* const> objects);

    /// The table of what was added; its batches share one dictionary a column.
    [[nodiscard]] Table finish(std::string reconstruction = {}) &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace openeom
