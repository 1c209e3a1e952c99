// What is wrong with the cells of a table, collected with their places: all of them are told at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "openeom/base/error.hpp"

namespace openeom::io {

class CellProblems {
public:
    static constexpr std::size_t kMaximum = 1000;

    /// `what` is what the rows are called: "candidacy" makes the record "candidacy[12]".
    explicit CellProblems(std::string what) : what_(std::move(what)) {}

    void add(std::int64_t row, std::string member, std::string rule, std::string message, std::string remedy = {});
    [[nodiscard]] bool any() const noexcept { return count_ > 0; }
    /// Throws Error(data) with the first kMaximum of them where there are any.
    void raise() const;

private:
    std::string what_;
    std::vector<Diagnostic> found_;
    std::size_t count_ = 0;
};

}  // namespace openeom::io
