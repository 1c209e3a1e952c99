#include "io/cell_problems.hpp"

#include <fmt/format.h>

namespace openeom::io {

void CellProblems::add(std::int64_t row, std::string member, std::string rule, std::string message,
                       std::string remedy) {
    if (++count_ > kMaximum) return;
    Diagnostic problem;
    problem.severity = Severity::error;
    problem.rule = std::move(rule);
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.location.source = "table";
    problem.location.record = fmt::format("{}[{}]", what_, row);
    problem.location.member = std::move(member);
    found_.push_back(std::move(problem));
}

void CellProblems::raise() const {
    if (!any()) return;
    std::vector<Diagnostic> told = found_;
    if (count_ > kMaximum) {
        Diagnostic more;
        more.severity = Severity::error;
        more.rule = "table-cells";
        more.message = fmt::format("{} more cells are wrong", count_ - kMaximum);
        more.location.source = "table";
        told.push_back(std::move(more));
    }
    throw Error(ErrorCode::data, std::move(told));
}

}  // namespace openeom::io
