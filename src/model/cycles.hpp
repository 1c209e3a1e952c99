// Cycles of references among records of one type, where a chain must end: a version supersedes an earlier one.
#pragma once

#include <span>
#include <vector>

#include "openeom/model/register.hpp"

namespace openeom {

/// The members of a type along which records must not come back to themselves.
std::vector<const reflect::Member*> chains_of(const reflect::Struct& type);

/// The cycles along one member that can be reached from `starts`, one for each reference that closes one; a cycle is
/// given from its first id on.
std::vector<std::vector<const void*>> find_cycles(const Register& records, const reflect::Member& along,
                                                  std::span<const void* const> starts);

}  // namespace openeom
