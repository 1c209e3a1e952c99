// Where a result goes and how it looks there.
#pragma once

#include <string>
#include <string_view>

#include "library.hpp"

namespace command {

/// What every subcommand that shows a result takes.
struct Shown {
    bool json = false;
    bool csv = false;
    bool no_colour = false;
    int width = 0;  ///< 0: that of the terminal
    std::string table;
    std::string file;  ///< empty: standard output
    std::string audience;
};

/// The format that the switches and the file's ending ask for, the terminal's width, colour on a terminal only.
/// Throws Failure where they contradict each other.
Look look_for(const Shown& shown);

/// Writes to the file, whole or not at all, or to standard output. A reader that has gone away is no failure.
void deliver(const Shown& shown, std::string bytes);
inline void deliver(const Shown& shown, const Result& result) {
    deliver(shown, result.render(look_for(shown)));
}

/// "error: ..." and "hint:  ..." on standard error.
void say(const Failure& failure);

/// "note:  ..." and "hint:  ..." on standard error.
void say_note(std::string_view note, std::string_view hint);

/// The whole of a text file. Throws Failure where it cannot be read or is not UTF-8.
std::string read_text(const std::string& path);

}  // namespace command
