#include <unordered_set>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/row_reader.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/table.hpp"

namespace openeom::io {
namespace {

/// Reads all rows; what is wrong is reported.
Register::Builder read_rows(const RowReader& reader, const reflect::Struct& type, const Table& table,
                            CellProblems& problems, const Progress& progress) {
    Register::Builder records(type);
    std::int64_t number = 0;
    for (const Column& batch : table.batches()) {
        for (std::int64_t row = 0; row < batch.length; ++row)
            reader.read(batch, row, number++, records.add(), problems);
        if (progress && !progress(static_cast<std::uint64_t>(number), static_cast<std::uint64_t>(table.rows()), "rows"))
            throw Error(ErrorCode::cancelled, "adding the table was cancelled");
    }
    return records;
}

/// A row is one record: which of two with an id is meant, nobody knows.
void refuse_doubles(const std::vector<std::string>& doubled, const RowReader& reader, const Table& table,
                    CellProblems& problems) {
    if (doubled.empty()) return;
    const std::unordered_set<std::string> looked_for(doubled.begin(), doubled.end());
    std::unordered_set<std::string> seen;
    std::int64_t number = 0;
    for (const Column& batch : table.batches()) {
        for (std::int64_t row = 0; row < batch.length; ++row, ++number) {
            const std::string id(batch.children[*reader.id_column()].text(row));
            if (looked_for.contains(id) && !seen.insert(id).second)
                problems.add(number, "id", "duplicate-id",
                             fmt::format("the id {} is in an earlier row too", quoted(id)));
        }
    }
    problems.raise();
}

}  // namespace

void put_table(Edit& edit, std::string_view type, const Table& table, const Progress& progress) {
    const reflect::Struct& entity = *entities()[entity_index(type)];
    const RowReader reader(entity, table.schema());
    if (!reader.id_column()) throw Error(ErrorCode::argument, "the table has no column 'id'");
    CellProblems problems{std::string(entity.name)};
    Register::Builder read = read_rows(reader, entity, table, problems, progress);
    problems.raise();

    Edit changed = edit;  // shares what it does not change, and is dropped where something fails
    if (changed.records(entity).size() == 0) {
        refuse_doubles(changed.load(std::move(read)), reader, table, problems);
    } else {
        Register records(entity);
        refuse_doubles(records.load(std::move(read)), reader, table, problems);
        for (auto record = records.begin(); record != records.end(); ++record) {
            reflect::Object copy(entity, *record);
            changed.put(entity, copy.get());
        }
    }
    edit = std::move(changed);
}

}  // namespace openeom::io
