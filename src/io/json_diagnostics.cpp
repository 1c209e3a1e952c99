#include "io/json_diagnostics.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/quote.hpp"

namespace openeom::io {

namespace {

void add_line_starts(std::string_view part, std::uint64_t offset, std::vector<std::uint64_t>& starts) {
    for (auto at = part.find('\n'); at != std::string_view::npos; at = part.find('\n', at + 1))
        starts.push_back(offset + at + 1);
}

}  // namespace

std::vector<std::uint64_t> line_starts(std::string_view text) {
    std::vector<std::uint64_t> starts{0};
    add_line_starts(text, 0, starts);
    return starts;
}

std::string MemberPath::text() const {
    std::string made = parent ? parent->text() : std::string();
    if (index != kNoIndex) return made + fmt::format("[{}]", index);
    if (!made.empty()) made += '.';
    return made.append(shortened(member));
}

void Diagnostics::add_lines(std::string_view part, std::uint64_t offset) {
    add_line_starts(part, offset, line_starts_);
}

void Diagnostics::add(Severity severity, std::uint64_t offset, std::string member, Problem problem) {
    if (severity == Severity::error) ++errors_;
    if (found_.size() >= kMaximum) {
        ++unlisted_;
        return;
    }
    Location location{source_, 0, 0, {}, std::move(member)};
    found_.push_back({offset,
                      {severity, std::string(problem.rule), std::move(location), std::move(problem.message),
                       std::move(problem.remedy)}});
}

void Diagnostics::name_from(std::size_t mark, const std::string& record) {
    for (std::size_t i = mark; i < found_.size(); ++i) found_[i].diagnostic.location.record = record;
}

Location Diagnostics::location(std::uint64_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::uint64_t>(next - line_starts_.begin());
    return {source_, line, offset - *(next - 1) + 1, {}, {}};
}

std::vector<Diagnostic> Diagnostics::finish() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& left, const Found& right) { return left.offset < right.offset; });
    std::vector<Diagnostic> all;
    all.reserve(found_.size() + 1);
    for (auto& [offset, diagnostic] : found_) {
        const Location place = location(offset);
        diagnostic.location.line = place.line;
        diagnostic.location.column = place.column;
        all.push_back(std::move(diagnostic));
    }
    if (unlisted_ > 0)
        all.push_back({Severity::error,
                       "json-more",
                       {source_, 0, 0, {}, {}},
                       fmt::format("{} more problems are not listed", unlisted_),
                       "mend those above and read again"});
    found_.clear();
    return all;
}

}  // namespace openeom::io
