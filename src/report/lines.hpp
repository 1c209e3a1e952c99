// Lines of plain text, wrapped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace openeom::report {

class Lines {
public:
    explicit Lines(std::size_t width) : width_(width < kLeast ? kLeast : width) {}

    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    /// `text` behind `prefix`, further lines indented as far.
    void add(std::string_view text, std::string_view prefix = {});
    void blank();
    /// A line of one character, as wide as `columns`, or as the page.
    void rule(std::string_view character, std::size_t columns);
    /// A heading, underlined.
    void heading(std::string_view text, std::string_view character);
    void raw(std::string_view line);
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    static constexpr std::size_t kLeast = 20;
    std::size_t width_;
    std::string text_;
};

}  // namespace openeom::report
