// Defines reflect::table<T>(): included by the one source file of a module that instantiates tables.
#pragma once

#include "openeom/base/describe.hpp"

namespace openeom::reflect {

template <class T>
const Struct& table() {
    return detail::TableOf<T>::value;
}

}  // namespace openeom::reflect

/// Instantiates the table of a described struct; the tables of its parts follow from it.
#define OPENEOM_TABLE(...) template const openeom::reflect::Struct& openeom::reflect::table<__VA_ARGS__>();
