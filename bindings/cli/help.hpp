// What --help says.
#pragma once

#include <string>
#include <vector>

#include "commands.hpp"

namespace command {

/// What every command takes besides.
std::vector<Option> common_options();

/// All commands, a line each, and how to begin.
std::string overview(const std::vector<Command>& commands);

/// One command: how it is called, what its words and options mean, examples.
std::string help(const Command& command);

}  // namespace command
