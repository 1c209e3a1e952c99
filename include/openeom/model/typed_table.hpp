// A table of described records with the types of its members, for analyses that go through columns:
//
//     const TypedTable<Turnout> turnouts(table);
//     const auto voted = turnouts.column<&Turnout::voted>();
//     for (std::size_t row = 0; row < voted.size(); ++row)
//         if (const std::optional<std::int64_t> votes = voted[row]) ...
//
// Threads: as Table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "openeom/base/error.hpp"
#include "openeom/model/table.hpp"

namespace openeom {

namespace detail {

template <class T>
struct IsReference : std::false_type {};
template <class T>
struct IsReference<Ref<T>> : std::true_type {};

/// Reads a cell as a member's type; texts and ids as views into the table.
template <class T>
struct Cell {
    static constexpr bool is_text =
        std::is_same_v<T, std::string> || std::is_same_v<T, Id> || std::is_same_v<T, AnyRef> || IsReference<T>::value;
    using type = std::conditional_t<is_text, std::string_view, T>;

    static type read(const Field& field, const Column& column, std::int64_t row) {
        if constexpr (std::is_same_v<T, bool>) {
            return column.boolean(row);
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
            return column.number<std::int64_t>(row);
        } else if constexpr (is_text) {
            return column.is_null(row) ? std::string_view() : column.text(row);
        } else if constexpr (std::is_enum_v<T>) {
            if (field.layout == Layout::coded)
                return static_cast<T>(column.number<std::int32_t>(row));  // as they are numbered
            const reflect::CodeList& codes = *reflect::innermost(*field.type).codes;
            return static_cast<T>(codes.find(column.text(row)).value());
        } else if constexpr (std::is_same_v<T, Decimal>) {
            const int places = column.children[1].number<std::int16_t>(row);
            Wide value = column.children[0].number<Wide>(row);
            for (int i = field.children[0].places; i > places; --i) value /= 10;
            return Decimal(static_cast<std::int64_t>(value), places);
        } else if constexpr (std::is_same_v<T, Rational>) {
            return Rational(column.children[0].number<std::int64_t>(row), column.children[1].number<std::int64_t>(row));
        } else if constexpr (std::is_same_v<T, Interval>) {
            Interval read;
            if (column.is_null(row)) return read;
            if (!column.children[0].is_null(row)) read.lower = column.children[0].number<std::int64_t>(row);
            if (!column.children[1].is_null(row)) read.upper = column.children[1].number<std::int64_t>(row);
            return read;
        } else if constexpr (std::is_same_v<T, Date>) {
            if (column.is_null(row) || column.children[5].text(row).empty()) return Date();
            return *Date::parse(column.children[5].text(row));
        } else {
            static_assert(is_text, "a member of this type is read through Table's columns");
        }
    }
};

template <class T>
struct Cell<std::optional<T>> {
    using type = std::optional<typename Cell<T>::type>;

    static type read(const Field& field, const Column& column, std::int64_t row) {
        if (column.is_null(row)) return std::nullopt;
        return Cell<T>::read(field, column, row);
    }
};

}  // namespace detail

/// The values of one member, row by row. What may be empty is empty where the cell is null.
template <class T>
class TypedColumn {
public:
    using value_type = typename detail::Cell<T>::type;

    TypedColumn(Table table, std::size_t column) : table_(std::move(table)), column_(column) {}

    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(table_.rows()); }
    /// `row` is less than size(). Texts live as long as the table or a copy of it.
    [[nodiscard]] value_type operator[](std::size_t row) const {
        const Column& batch = table_.batches()[row / kBatchRows];  // all but the last are full
        return detail::Cell<T>::read(table_.schema().children[column_], batch.children[column_],
                                     static_cast<std::int64_t>(row % kBatchRows));
    }

private:
    Table table_;
    std::size_t column_;
};

template <class Row>
class TypedTable {
public:
    /// Throws Error(argument) where the table's rows are of another type.
    explicit TypedTable(Table table) : table_(std::move(table)) {
        if (table_.record() != &reflect::table<Row>())
            throw Error(ErrorCode::argument,
                        "the table has rows of another type than " + std::string(reflect::table<Row>().name));
    }

    [[nodiscard]] const Table& table() const noexcept { return table_; }
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(table_.rows()); }

    /// Throws Error(not_found) where the table was made without the member.
    template <auto Member>
    [[nodiscard]] auto column() const {
        Row probe{};
        const void* wanted = &(probe.*Member);
        const auto& fields = table_.schema().children;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const bool own =
                fields[i].member != nullptr && fields[i].name == fields[i].member->name;  // no path into a part
            if (own && fields[i].member->in(static_cast<const void*>(&probe)) == wanted)
                return TypedColumn<std::remove_reference_t<decltype(probe.*Member)>>(table_, i);
        }
        throw Error(ErrorCode::not_found, "the table was made without this member");
    }

private:
    Table table_;
};

}  // namespace openeom
