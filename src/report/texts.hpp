// The texts of a described object, and text fit to be laid out: what a renderer writes moves no cursor, begins no line of
// its own and turns no direction of reading.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "openeom/base/reflect.hpp"

namespace openeom::report {

/// Puts `change` of it in place of each text of an object, and of the objects in it; digests stay.
void change_texts(const reflect::Struct& type, void* object, const std::function<std::string(std::string_view)>& change);

/// `text` in one line: ends of lines and tabs are spaces, other control characters U+FFFD, and overrides, embeddings and
/// isolates of direction (U+202A to U+202E, U+2066 to U+2069) are left out.
std::string plain_text(std::string_view text);

/// A copy of an object whose texts are plain.
template <class T>
T with_plain_texts(const T& object) {
    T made = object;
    change_texts(reflect::table<T>(), &made, plain_text);
    return made;
}

}  // namespace openeom::report
