#include "openeom/model/table.hpp"

#include <bit>

namespace openeom {

static_assert(std::endian::native == std::endian::little, "buffers are handed to others as they are");

namespace {

bool bit(const Buffer& bits, std::int64_t at) noexcept {
    const auto place = static_cast<std::size_t>(at);
    return ((bits.as<std::uint8_t>()[place / 8] >> (place % 8)) & 1) != 0;
}

}  // namespace

bool Column::is_null(std::int64_t row) const noexcept {
    return nulls > 0 && (validity.data() == nullptr || !bit(validity, row));
}

bool Column::boolean(std::int64_t row) const noexcept {
    return bit(values, row);
}

std::string_view Column::text(std::int64_t row) const noexcept {
    if (dictionary) return dictionary->text(number<std::int32_t>(row));
    const auto [first, last] = elements(row);
    return {static_cast<const char*>(bytes.data()) + first, static_cast<std::size_t>(last - first)};
}

std::pair<std::int64_t, std::int64_t> Column::elements(std::int64_t row) const noexcept {
    return {number<std::int32_t>(row), number<std::int32_t>(row + 1)};
}

std::vector<TableColumn> all_columns(const reflect::Struct& type) {
    std::vector<TableColumn> columns;
    for (const reflect::Member& member : type.members) columns.push_back({std::string(member.name), {&member}});
    return columns;
}

Table::Table() : Table(Field{.name = {}, .layout = Layout::structure}, {}, nullptr) {}

Table::Table(Field schema, std::vector<Column> batches, const reflect::Struct* record, std::string reconstruction) {
    std::int64_t rows = 0;
    for (const Column& batch : batches) rows += batch.length;
    contents_ = std::make_shared<const Contents>(
        Contents{std::move(schema), std::move(batches), record, std::move(reconstruction), rows});
}

}  // namespace openeom
