// One builder for each kind of value: described values in, a column a batch out.
#pragma once

#include <memory>

#include "openeom/model/table.hpp"

namespace openeom {

class ColumnBuilder {
public:
    ColumnBuilder() = default;
    ColumnBuilder(const ColumnBuilder&) = delete;
    ColumnBuilder& operator=(const ColumnBuilder&) = delete;
    virtual ~ColumnBuilder() = default;

    /// `value` is of the described type that the builder was made for; what it says stands in the column, also where
    /// it is empty.
    virtual void add(const void* value) = 0;
    virtual void add_null() = 0;
    /// The column of what was added since it was last called.
    [[nodiscard]] virtual Column take() = 0;
    /// Gives the columns that were taken their dictionaries; nothing is added afterwards.
    virtual void finish() {}
};

/// The builder of columns of `field`, which field_of() made.
std::unique_ptr<ColumnBuilder> column_builder(const reflect::Type& type, const Field& field);

/// Adds a member of `object`: null where it is empty.
void add_member(ColumnBuilder& builder, const reflect::Member& member, const void* object);

}  // namespace openeom
