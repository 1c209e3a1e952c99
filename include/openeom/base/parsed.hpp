// What reading a value from text gives: the value, or why there is none. Bad data is no exception.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace openeom {

template <class T>
class Parsed {
public:
    Parsed(T value) : value_(std::move(value)) {}
    static Parsed failure(std::string reason) {
        Parsed parsed;
        parsed.reason_ = std::move(reason);
        return parsed;
    }

    explicit operator bool() const noexcept { return value_.has_value(); }
    const T& operator*() const& { return *value_; }
    T&& operator*() && { return std::move(*value_); }
    const T* operator->() const { return &*value_; }

    /// Why there is no value, in words that follow "expected ... because"; empty where there is one.
    [[nodiscard]] const std::string& reason() const noexcept { return reason_; }

private:
    Parsed() = default;
    std::optional<T> value_;
    std::string reason_;
};

}  // namespace openeom
