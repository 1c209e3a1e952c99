#include <algorithm>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "model/column_builders.hpp"
#include "model/fields.hpp"
#include "openeom/base/error.hpp"
#include "openeom/model/table.hpp"

namespace openeom {
namespace {

/// Rows that go through one column after the other while they are in the processor's cache.
constexpr std::size_t kBlock = 64;

/// The object that holds the last member of a path; null where an optional part on the way is not there.
const void* owner(const TableColumn& column, const void* object) {
    for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
        const reflect::Member& member = *column.path[i];
        object = member.in(object);
        if (member.type->kind != reflect::Kind::optional) continue;
        if (member.type->size(object) == 0) return nullptr;
        object = member.type->at(object, 0);
    }
    return object;
}

bool passes_optional(const TableColumn& column) {
    return std::any_of(column.path.begin(), column.path.end() - 1,
                       [](const reflect::Member* member) { return member->type->kind == reflect::Kind::optional; });
}

void refuse_doubles(const std::vector<TableColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (columns[i].name == columns[j].name)
                throw Error(ErrorCode::argument, fmt::format("the column {} is there twice", quoted(columns[i].name)));
}

}  // namespace

struct TableBuilder::State {
    const reflect::Struct* type = nullptr;
    std::vector<TableColumn> columns;
    Field schema{.name = {}, .layout = Layout::structure};
    std::vector<std::unique_ptr<ColumnBuilder>> builders;
    std::size_t pending = 0;  ///< rows that are in no batch yet
    std::vector<Column> batches;

    void end_batch() {
        Column batch;
        batch.length = static_cast<std::int64_t>(pending);
        for (const auto& builder : builders) batch.children.push_back(builder->take());
        batches.push_back(std::move(batch));
        pending = 0;
    }

    void add_column(const TableColumn& column, ColumnBuilder& builder, std::span<const void* const> objects) const {
        const reflect::Member& member = *column.path.back();
        for (const void* object : objects) {
            const void* holder = owner(column, object);
            if (holder == nullptr) builder.add_null();
            else add_member(builder, member, holder);
        }
    }
};

TableBuilder::TableBuilder(const reflect::Struct& type, TextForm form) : TableBuilder(type, all_columns(type), form) {}

TableBuilder::TableBuilder(const reflect::Struct& type, std::vector<TableColumn> columns, TextForm form)
    : state_(std::make_unique<State>()) {
    refuse_doubles(columns);
    state_->type = &type;
    for (const TableColumn& column : columns) {
        Field field = field_of(column.name, *column.path.back(), form);
        field.nullable = field.nullable || passes_optional(column);
        state_->builders.push_back(column_builder(*column.path.back()->type, field));
        state_->schema.children.push_back(std::move(field));
    }
    state_->columns = std::move(columns);
}

TableBuilder::TableBuilder(TableBuilder&&) noexcept = default;
TableBuilder::~TableBuilder() = default;

const Field& TableBuilder::schema() const noexcept {
    return state_->schema;
}

void TableBuilder::add(std::span<const void* const> objects) {
    while (!objects.empty()) {
        const std::size_t taken = std::min({objects.size(), kBatchRows - state_->pending, kBlock});
        for (std::size_t i = 0; i < state_->columns.size(); ++i)
            state_->add_column(state_->columns[i], *state_->builders[i], objects.first(taken));
        state_->pending += taken;
        if (state_->pending == kBatchRows) state_->end_batch();
        objects = objects.subspan(taken);
    }
}

Table TableBuilder::finish(std::string reconstruction) && {
    if (state_->pending > 0) state_->end_batch();
    for (const auto& builder : state_->builders) builder->finish();
    return Table(std::move(state_->schema), std::move(state_->batches), state_->type, std::move(reconstruction));
}

}  // namespace openeom
