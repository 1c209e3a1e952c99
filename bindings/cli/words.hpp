// Words that people type: the nearest to a wrong one, pairs, plurals, wrapping for help.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace command {

/// The candidate nearest to `given` by edit distance; empty where none is near.
std::string nearest(std::string_view given, const std::vector<std::string>& candidates);

/// "no command is called 'shwo' (did you mean 'show'?)".
std::string unknown(std::string_view what, std::string_view given, const std::vector<std::string>& candidates);

/// Throws Failure with a suggestion where `given` is none of `known`.
void require_known(std::string_view what, std::string_view given, const std::vector<std::string>& known,
                   std::string hint);

/// Both sides of "MEMBER=VALUE". Throws Failure that tells the `form`.
std::pair<std::string, std::string> split_pair(std::string_view text, std::string_view form);

/// "1 error", "2 errors".
std::string counted(std::int64_t number, std::string_view noun);

/// "as_of" as it is typed: "as-of".
std::string dashed(std::string_view name);

/// `text` broken into lines of at most `width` columns, each after the first indented. For ASCII.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace command
