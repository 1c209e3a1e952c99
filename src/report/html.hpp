// Writing HTML: text is escaped on its way in, so that nothing in a record is markup.
#pragma once

#include <string>
#include <string_view>

namespace openeom::report {

/// `text` for an element's content or a quoted attribute.
std::string html_text(std::string_view text);
/// Whether an address may stand in a link: http or https and nothing that ends an attribute.
bool is_web_address(std::string_view url);

class Html {
public:
    /// `tag` with its attributes as written: open("p class=note").
    Html& open(std::string_view tag);
    Html& close(std::string_view name);
    Html& text(std::string_view text);
    /// An element with text in it: element("h2", "Notes").
    Html& element(std::string_view tag, std::string_view text);
    Html& raw(std::string_view markup);
    Html& line();
    [[nodiscard]] std::string take() { return std::move(made_); }

private:
    std::string made_;
};

/// The beginning of a file up to the body: language, title, style sheet.
std::string html_head(std::string_view language, std::string_view title, std::string_view more_style = {});

}  // namespace openeom::report
