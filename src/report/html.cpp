#include "html.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "style.hpp"

namespace openeom::report {

std::string html_text(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '"': made += "&quot;"; break;
            case '\'': made += "&#39;"; break;
            case '\0': made += "\xEF\xBF\xBD"; break;
            default: made += c;
        }
    }
    return made;
}

bool is_web_address(std::string_view url) {
    if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
    return std::ranges::none_of(url, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>'; });
}

Html& Html::open(std::string_view tag) {
    made_ += '<';
    made_ += tag;
    made_ += '>';
    return *this;
}

Html& Html::close(std::string_view name) {
    made_ += "</";
    made_ += name;
    made_ += '>';
    return *this;
}

Html& Html::text(std::string_view text) {
    made_ += html_text(text);
    return *this;
}

Html& Html::element(std::string_view tag, std::string_view content) {
    return open(tag).text(content).close(tag.substr(0, tag.find(' ')));
}

Html& Html::raw(std::string_view markup) {
    made_ += markup;
    return *this;
}

Html& Html::line() {
    made_ += '\n';
    return *this;
}

std::string html_head(std::string_view language, std::string_view title, std::string_view more_style) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n",
        html_text(language), html_text(title), style_sheet(), more_style);
}

}  // namespace openeom::report
