// Calls of functions that a caller of the C interface handed in, which may be C++ and throw.
// Threads: pure functions.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "openeom/base/error.hpp"

namespace openeom {

/// What `call` gives; what it throws becomes Error(argument), but for want of memory. `which` names the callback.
template <class Call>
auto called_back(const char* which, Call call) {
    try {
        return call();
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& thrown) {
        throw Error(ErrorCode::argument, std::string("the ") + which + " callback threw: " + thrown.what());
    } catch (...) {
        throw Error(ErrorCode::argument, std::string("the ") + which + " callback threw what is no std::exception");
    }
}

}  // namespace openeom
