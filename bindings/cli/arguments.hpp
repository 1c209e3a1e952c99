// What the user typed, taken apart.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "commands.hpp"

namespace command {

struct Invocation {
    const Command* command = nullptr;  ///< none where help was asked for
    Given given;
    std::string help;        ///< what to print instead
    Exit exit = Exit::done;  ///< with which status
};

/// A command by its name, also as the library spells it; null where there is none.
const Command* find_command(const std::vector<Command>& commands, std::string_view name);

/// Throws Failure with a suggestion for a wrong command, option or number of words.
Invocation parse(const std::vector<Command>& commands, int argc, const char* const* argv);

}  // namespace command
