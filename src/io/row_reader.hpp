// Rows of a table, whoever made it, into described objects.
#pragma once

#include <string>
#include <vector>

#include "io/cell_problems.hpp"
#include "openeom/model/table.hpp"

namespace openeom::io {

class RowReader {
public:
    /// Throws Error(not_found) for a column, or a part of one, that is no member, with a suggestion; Error(argument) for
    /// a column inside another.
    RowReader(const reflect::Struct& type, const Field& schema);

    /// Fills a default object. What is wrong with a cell is reported; `number` is the row's in the whole table.
    void read(const Column& batch, std::int64_t row, std::int64_t number, void* object, CellProblems& problems) const;

    /// Position of the column of ids; none where there is none.
    [[nodiscard]] std::optional<std::size_t> id_column() const;

private:
    friend class CellReader;
    /// How a field is read into a value. Made once, so that no name is looked up for each cell.
    struct Plan {
        const reflect::Type* type = nullptr;
        const Field* field = nullptr;
        std::string path;
        std::vector<const reflect::Member*> members;  ///< of a record: the member of each child
        std::vector<Plan> children;                   ///< of a record and a list, as the field's
        std::vector<const Field*> parts;  ///< of a date and the like: its parts in their order, null if not there
        std::vector<std::size_t> places;  ///< where they are among the children
    };
    struct ColumnPlan {
        std::vector<const reflect::Member*> way;  ///< to the object that holds the member
        const reflect::Member* member = nullptr;
        Plan plan;
    };

    static Plan plan(const reflect::Type& type, const Field& field, std::string path);

    const reflect::Struct& type_;
    std::vector<ColumnPlan> columns_;
};

}  // namespace openeom::io
