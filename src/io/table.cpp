#include "openeom/io/table.hpp"

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/register_rows.hpp"
#include "openeom/base/error.hpp"
#include "openeom/model/reconstruction.hpp"

namespace openeom::io {
namespace {

bool is_list_of_records(const reflect::Type& type) {
    return type.kind == reflect::Kind::list && type.element->kind == reflect::Kind::record;
}

struct FoundList {
    const reflect::Type* type = nullptr;
    const void* value = nullptr;
};

FoundList longest_list(const reflect::Struct& type, const void* object) {
    FoundList longest;
    for (const reflect::Member& member : type.members) {
        if (!is_list_of_records(*member.type)) continue;
        const void* value = member.in(object);
        if (longest.type == nullptr || member.type->size(value) > longest.type->size(longest.value))
            longest = {member.type, value};
    }
    if (longest.type == nullptr)
        throw Error(ErrorCode::argument, fmt::format("{} has no list of records", quoted(type.name)), {},
                    "its JSON shows it whole");
    return longest;
}

FoundList named_list(const reflect::Struct& type, const void* object, std::string_view name) {
    const Path path(type, name);
    if (!is_list_of_records(path.type()))
        throw Error(ErrorCode::argument, fmt::format("{} is no list of records", quoted(name)));
    const TableColumn column = path.column();
    const void* value = object;
    for (const reflect::Member* member : column.path) {
        value = member->in(value);
        if (member->type->kind != reflect::Kind::optional) continue;
        if (member->type->size(value) == 0)
            throw Error(ErrorCode::not_found, fmt::format("there is no {}", quoted(name)));
        value = member->type->at(value, 0);
    }
    return {&path.type(), value};
}

}  // namespace

RegisterRows::RegisterRows(const Dossier& dossier, std::string_view type, const TableOptions& options)
    : dossier_(dossier),
      records_(&dossier_.records(type)),
      filter_(filter_of(records_->type(), options.filter)),
      columns_(columns_of(records_->type(), options.columns)),
      form_(options.text),
      reconstruction_(reconstruction_note(dossier_)),
      next_(records_->begin()) {}

Filter RegisterRows::filter_of(const reflect::Struct& type, std::string_view json) {
    return json.empty() ? Filter() : Filter(type, json);
}

std::vector<TableColumn> RegisterRows::columns_of(const reflect::Struct& type, const std::vector<std::string>& names) {
    if (names.empty()) return all_columns(type);
    std::vector<TableColumn> columns;
    for (const std::string& name : names) columns.push_back(Path(type, name).column());
    return columns;
}

std::span<const void* const> RegisterRows::next(std::size_t count) {
    rows_.clear();
    for (const Register::Iterator end = records_->end(); next_ != end && count > 0; ++next_, --count) {
        ++seen_;
        if (const void* record = *next_; filter_.matches(record)) rows_.push_back(record);
    }
    return rows_;
}

Table table(const Dossier& dossier, std::string_view type, const TableOptions& options, const Progress& progress) {
    RegisterRows rows(dossier, type, options);
    TableBuilder builder = rows.builder();
    while (!rows.at_end()) {
        builder.add(rows.next(kBatchRows));
        if (progress && !progress(rows.seen(), rows.total(), "table"))
            throw Error(ErrorCode::cancelled, "making the table was cancelled");
    }
    return rows.finish(std::move(builder));
}

Table table(const reflect::Struct& type, const void* object, std::string_view list, std::string reconstruction) {
    const FoundList found = list.empty() ? longest_list(type, object) : named_list(type, object, list);
    std::vector<const void*> rows;
    for (std::size_t i = 0; i < found.type->size(found.value); ++i) rows.push_back(found.type->at(found.value, i));
    TableBuilder builder(found.type->element->record());
    builder.add(rows);
    return std::move(builder).finish(std::move(reconstruction));
}

}  // namespace openeom::io
