// Identifiers of records, and references to records.
// Grammar: [a-z0-9][a-z0-9._-]*, at most 200 bytes; an id is unique in its register.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "openeom/base/parsed.hpp"

namespace openeom {

class Id {
public:
    static constexpr std::size_t kMaximumBytes = 200;

    Id() = default;
    /// Throws Error(argument) where `text` breaks the grammar.
    Id(std::string_view text);
    Id(const char* text) : Id(std::string_view(text)) {}
    Id(const std::string& text) : Id(std::string_view(text)) {}
    static Parsed<Id> parse(std::string_view text);
    /// The same in place, for readers of many: false where `text` breaks the grammar, and nothing is changed.
    bool assign(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
    friend bool operator==(const Id&, const Id&) = default;
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string text_;
};

/// A reference to a record of type T.
template <class T>
class Ref {
public:
    Ref() = default;
    explicit Ref(Id id) : id_(std::move(id)) {}
    explicit Ref(std::string_view id) : id_(id) {}
    explicit Ref(const char* id) : id_(id) {}
    explicit Ref(const std::string& id) : id_(id) {}

    [[nodiscard]] const Id& id() const noexcept { return id_; }
    [[nodiscard]] const std::string& text() const noexcept { return id_.text(); }
    [[nodiscard]] bool empty() const noexcept { return id_.empty(); }
    friend bool operator==(const Ref&, const Ref&) = default;
    friend auto operator<=>(const Ref&, const Ref&) = default;

private:
    Id id_;
};

/// A reference to a record of a type named beside it: "finding:parties-blocked".
class AnyRef {
public:
    AnyRef() = default;
    /// Throws Error(argument) where `text` is not type:id.
    explicit AnyRef(std::string_view text);
    AnyRef(std::string_view type, std::string_view id);
    static Parsed<AnyRef> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::string_view type() const noexcept;
    [[nodiscard]] std::string_view id() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
    friend bool operator==(const AnyRef&, const AnyRef&) = default;
    friend auto operator<=>(const AnyRef&, const AnyRef&) = default;

private:
    std::string text_;
};

}  // namespace openeom
