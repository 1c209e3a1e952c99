// The little JSON that the command needs of what the C interface answers, and for the options that it sends.
// Threads: pure functions; a Value is constant after it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace command::json {

/// A JSON value; objects keep the order of their members.
class Value {
public:
    enum class Kind { null, boolean, number, text, list, object };

    /// Throws Failure where `json` is not one JSON value.
    static Value read(std::string_view json);

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    /// The member of an object; a null value where there is none.
    [[nodiscard]] const Value& operator[](std::string_view member) const noexcept;
    /// Elements of a list; none of anything else.
    [[nodiscard]] const std::vector<Value>& elements() const noexcept { return elements_; }
    /// A text, or the digits of a number; empty for anything else.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// A whole number; 0 for anything else.
    [[nodiscard]] std::int64_t integer() const noexcept;

private:
    friend class Reader;
    Kind kind_ = Kind::null;
    std::string text_;
    std::vector<Value> elements_;     ///< of a list, or the values of an object
    std::vector<std::string> names_;  ///< of an object
};

/// `text` as a JSON string with its quotation marks.
std::string quoted(std::string_view text);

/// A JSON object written member by member.
class Object {
public:
    /// `value` is JSON.
    Object& add(std::string_view name, std::string_view value);
    Object& add_text(std::string_view name, std::string_view text) { return add(name, quoted(text)); }
    [[nodiscard]] bool empty() const noexcept { return members_.empty(); }
    [[nodiscard]] std::string text() const { return "{" + members_ + "}"; }

private:
    std::string members_;
};

/// Values that are JSON as a JSON list.
std::string list(const std::vector<std::string>& values);

/// Offset of the first byte that is not UTF-8; npos where all is well.
std::size_t invalid_utf8(std::string_view text) noexcept;

}  // namespace command::json
