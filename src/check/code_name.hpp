// The word of an enumerator.
#pragma once

#include <string_view>

#include <boost/describe.hpp>

namespace openeom::check {

template <class E>
std::string_view code_name(E code) {
    std::string_view name = boost::describe::enum_to_string(code, "");
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

}  // namespace openeom::check
