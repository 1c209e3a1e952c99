#include "openeom/base/id.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "openeom/base/error.hpp"

namespace openeom {

namespace {

bool is_lower_or_digit(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

constexpr auto kIdCharacters = [] {
    std::array<bool, 256> in_ids{};
    for (std::size_t i = 0; i < in_ids.size(); ++i) {
        const char c = static_cast<char>(i);
        in_ids[i] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    }
    return in_ids;
}();

bool is_id(std::string_view text) noexcept {
    if (text.empty() || text.size() > Id::kMaximumBytes || !is_lower_or_digit(text[0])) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return kIdCharacters[static_cast<unsigned char>(c)]; });
}

/// Why `text` is no id; empty where it is one.
std::string id_fault(std::string_view text) {
    if (text.empty()) return "it is empty";
    if (text.size() > Id::kMaximumBytes)
        return fmt::format("it has {} bytes, more than {}", text.size(), Id::kMaximumBytes);
    if (!is_lower_or_digit(text[0])) return "it does not begin with a lower-case letter a to z or a digit";
    return is_id(text) ? "" : "an id is made of a to z, 0 to 9, '.', '_' and '-'";
}

std::string reference_fault(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return "a reference is written type:id";
    const auto type = text.substr(0, colon);
    if (type.empty()) return "the type before ':' is missing";
    for (char c : type)
        if (!is_lower_or_digit(c) && c != '_') return "a type's name is made of a to z, 0 to 9 and '_'";
    return id_fault(text.substr(colon + 1));
}

}  // namespace

Id::Id(std::string_view text) : text_(text) {
    if (const auto fault = id_fault(text); !fault.empty())
        throw Error(ErrorCode::argument, fmt::format("{} is no id: {}", quoted(text), fault));
}

Parsed<Id> Id::parse(std::string_view text) {
    if (auto fault = id_fault(text); !fault.empty()) return Parsed<Id>::failure(std::move(fault));
    Id id;
    id.text_ = text;
    return id;
}

bool Id::assign(std::string_view text) {
    if (!is_id(text)) return false;
    text_ = text;
    return true;
}

AnyRef::AnyRef(std::string_view text) : text_(text) {
    if (const auto fault = reference_fault(text); !fault.empty())
        throw Error(ErrorCode::argument, fmt::format("{} is no reference: {}", quoted(text), fault));
}

AnyRef::AnyRef(std::string_view type, std::string_view id) : AnyRef(fmt::format("{}:{}", type, id)) {}

Parsed<AnyRef> AnyRef::parse(std::string_view text) {
    if (auto fault = reference_fault(text); !fault.empty()) return Parsed<AnyRef>::failure(std::move(fault));
    AnyRef reference;
    reference.text_ = text;
    return reference;
}

std::string_view AnyRef::type() const noexcept {
    const std::string_view all = text_;
    return all.substr(0, all.find(':'));
}

std::string_view AnyRef::id() const noexcept {
    const std::string_view all = text_;
    const auto colon = all.find(':');
    return colon == std::string_view::npos ? std::string_view() : all.substr(colon + 1);
}

}  // namespace openeom
