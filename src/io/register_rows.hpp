// The records of a register that a table is made of, some at a time.
#pragma once

#include <span>
#include <vector>

#include "openeom/io/filter.hpp"
#include "openeom/io/table.hpp"

namespace openeom::io {

class RegisterRows {
public:
    RegisterRows(const Dossier& dossier, std::string_view type, const TableOptions& options);

    [[nodiscard]] TableBuilder builder() const { return TableBuilder(records_->type(), columns_, form_); }
    [[nodiscard]] Table finish(TableBuilder builder) const { return std::move(builder).finish(reconstruction_); }
    [[nodiscard]] bool at_end() const { return next_ == records_->end(); }
    [[nodiscard]] Register::Iterator at() const noexcept { return next_; }
    void go_to(Register::Iterator at) noexcept { next_ = at; }
    /// Those of the next `count` records that the filter lets through; valid until the next call.
    [[nodiscard]] std::span<const void* const> next(std::size_t count);
    [[nodiscard]] std::uint64_t seen() const noexcept { return seen_; }
    [[nodiscard]] std::uint64_t total() const noexcept { return records_->size(); }

private:
    static Filter filter_of(const reflect::Struct& type, std::string_view json);
    static std::vector<TableColumn> columns_of(const reflect::Struct& type, const std::vector<std::string>& names);

    Dossier dossier_;  ///< keeps the records alive
    const Register* records_;
    Filter filter_;
    std::vector<TableColumn> columns_;
    TextForm form_;
    std::string reconstruction_;
    Register::Iterator next_;
    std::vector<const void*> rows_;
    std::uint64_t seen_ = 0;
};

}  // namespace openeom::io
