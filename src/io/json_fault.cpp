// Where bytes stop being JSON, found by a second, slow look after something went wrong.
#include <fmt/format.h>

#include "io/json_scan.hpp"
#include "openeom/base/text.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

/// A mark at the beginning of the text that names another encoding.
std::optional<std::string> other_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "the text is UTF-16; JSON is UTF-8";
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "the text begins with a byte order mark";
    return std::nullopt;
}

std::optional<scan::Fault> structural_fault(std::string_view bytes, std::uint32_t maximum_depth) {
    std::size_t at = scan::skip_space(bytes, 0);
    if (at == bytes.size()) return scan::Fault{at, bytes.empty() ? "the text is empty" : "the text is blank"};
    try {
        at = scan::skip_space(bytes, scan::value_end(bytes, at, maximum_depth));
    } catch (const scan::Fault& fault) {
        return fault;
    }
    if (at == bytes.size()) return std::nullopt;
    const char next = bytes[at];
    const bool another = next == '{' || next == '[' || next == '"';
    return scan::Fault{at, another ? "a second JSON text follows the first"
                                   : fmt::format("{} follows the JSON text", scan::found(bytes, at))};
}

}  // namespace

std::optional<scan::Fault> scan::first_fault(std::string_view bytes, std::uint32_t maximum_depth) {
    if (auto encoding = other_encoding(bytes)) return Fault{0, std::move(*encoding)};
    auto fault = structural_fault(bytes, maximum_depth);
    const auto invalid = text::first_invalid_utf8(bytes);
    if (invalid && (!fault || *invalid <= fault->offset))
        return Fault{*invalid, fmt::format("the byte 0x{:02X} is not part of UTF-8 text",
                                           static_cast<unsigned char>(bytes[*invalid]))};
    return fault;
}

std::optional<JsonFault> find_json_fault(std::string_view bytes, std::uint32_t maximum_depth) {
    auto fault = scan::first_fault(bytes, maximum_depth);
    if (!fault) return std::nullopt;
    return JsonFault{fault->offset, std::move(fault->reason)};
}

}  // namespace openeom::io
