// The one firewall between C++ exceptions and C callers, and what every entry point needs.
#pragma once

#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "openeom.h"
#include "openeom/base/error.hpp"

namespace openeom::capi {

/// Makes the error that `exception` describes and gives its status; the constant out-of-memory error where there is no
/// room for another.
eom_status raise(eom_error** error, std::exception_ptr exception) noexcept;

/// Runs `body`, which gives a status; every exception becomes an error.
template <class Body>
eom_status guard(eom_error** error, Body&& body) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        return body();
    } catch (...) {
        return raise(error, std::current_exception());
    }
}

[[noreturn]] inline void missing(const char* what) {
    throw Error(ErrorCode::argument, std::string("'") + what + "' is NULL");
}

/// An input that must be there.
template <class T>
T& needed(T* pointer, const char* what) {
    if (pointer == nullptr) missing(what);
    return *pointer;
}

/// Empties the outputs of a function that has several, so that all are NULL or zero whichever is missing.
template <class... T>
void empty(T*... outputs) {
    ((outputs != nullptr ? static_cast<void>(*outputs = T{}) : void()), ...);
}

/// An output that must be there; emptied, so that it is NULL or zero on failure.
template <class T>
T& output(T* pointer, const char* what) {
    if (pointer == nullptr) missing(what);
    *pointer = T{};
    return *pointer;
}

/// The number of no member, where a look-up failed.
inline constexpr int32_t kNoColumn = -2;

/// A number of things of `bytes` each that can lie in memory.
inline size_t possible(size_t count, const char* what, size_t bytes = 1) {
    if (count >= SIZE_MAX / 2 / bytes) throw Error(ErrorCode::argument, std::string("'") + what + "' has an impossible length");
    return count;
}

inline std::string_view optional_text(const char* text, size_t length, const char* what) {
    if (text == nullptr) return {};
    return {text, length == EOM_AUTO ? std::strlen(text) : possible(length, what)};
}

inline std::string_view needed_text(const char* text, size_t length, const char* what) {
    if (text == nullptr) missing(what);
    return optional_text(text, length, what);
}

/// A buffer that holds a copy of `bytes`.
eom_buf buffer(std::string_view bytes);

}  // namespace openeom::capi
