// What is wrong with a JSON text, collected with its places while it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_values.hpp"
#include "openeom/base/error.hpp"

namespace openeom::io {

/// Offsets at which the lines of a text begin.
std::vector<std::uint64_t> line_starts(std::string_view text);

/// The way to a value inside a record, as frames on the stack: "names[0].text" is built only where something is wrong.
struct MemberPath {
    static constexpr std::size_t kNoIndex = SIZE_MAX;

    const MemberPath* parent = nullptr;
    std::string_view member;
    std::size_t index = kNoIndex;

    [[nodiscard]] std::string text() const;
};

class Diagnostics {
public:
    static constexpr std::size_t kMaximum = 1000;

    explicit Diagnostics(std::string source, std::vector<std::uint64_t> starts = {0})
        : source_(std::move(source)), line_starts_(std::move(starts)) {}

    /// Takes notice of the lines of a part of the text that begins at `offset`.
    void add_lines(std::string_view part, std::uint64_t offset);

    void add(Severity severity, std::uint64_t offset, std::string member, Problem problem);

    /// How many there are; what is added from now on can be given the name of its record by name_from().
    [[nodiscard]] std::size_t size() const noexcept { return found_.size(); }
    void name_from(std::size_t mark, const std::string& record);

    [[nodiscard]] bool has_errors() const noexcept { return errors_ > 0; }
    [[nodiscard]] Location location(std::uint64_t offset) const;
    [[nodiscard]] const std::string& source() const noexcept { return source_; }
    [[nodiscard]] const std::vector<std::uint64_t>& lines() const noexcept { return line_starts_; }

    /// All of them in order of place, and how many more there were.
    [[nodiscard]] std::vector<Diagnostic> finish();

private:
    struct Found {
        std::uint64_t offset;
        Diagnostic diagnostic;
    };
    std::string source_;
    std::vector<std::uint64_t> line_starts_;
    std::vector<Found> found_;
    std::size_t errors_ = 0;
    std::size_t unlisted_ = 0;
};

}  // namespace openeom::io
