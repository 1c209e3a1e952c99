#include "help.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace command {

namespace {

constexpr std::size_t kWidth = 100;

/// "  left    right", the right side wrapped in its column.
std::string row(const std::string& left, const std::string& right, std::size_t column) {
    std::string made = "  " + left;
    made += made.size() + 2 > column ? "\n" + std::string(column, ' ') : std::string(column - made.size(), ' ');
    return made + wrapped(right, column, kWidth) + "\n";
}

std::string listed(const std::vector<Command>& commands, bool analyses) {
    constexpr std::size_t kColumn = 18;
    std::string made;
    for (const Command& command : commands)
        if (command.analysis == analyses) made += row(command.name, command.summary, kColumn);
    return made;
}

std::string left_of(const Option& option) {
    return option.value.empty() ? "--" + option.name : fmt::format("--{} {}", option.name, option.value);
}

std::string usage(const Command& command) {
    std::string made = "openeom " + command.name;
    for (const Word& word : command.words) made += word.required ? " " + word.label : fmt::format(" [{}]", word.label);
    return made + " [OPTIONS]";
}

}  // namespace

std::vector<Option> common_options() {
    return {{"json", "", "the result as JSON"},
            {"csv", "", "one table of the result as CSV"},
            {"table", "NAME", "which table for CSV; its largest where it is left out"},
            {"output", "FILE", "write to a file ending in .html, .md, .txt, .json or .csv (also -o; - is the screen)"},
            {"width", "N", "columns of text; those of the terminal, else 100"},
            {"no-colour", "", "no colour on the terminal; NO_COLOR says the same"},
            {"help", "", "this text; also -h"}};
}

std::string overview(const std::vector<Command>& commands) {
    return "openeom: the record of an election observation, checked, analysed, and tied to what is said of it\n\n"
           "  openeom COMMAND DOSSIER [OPTIONS]\n\n"
           "A DOSSIER is a path, example:NAME, or - for standard input.\n\n"
           "Commands\n" +
           listed(commands, false) + "\nAnalyses\n" + listed(commands, true) +
           "\nBegin with\n"
           "  openeom examples\n"
           "  openeom show example:kazakhstan-2012\n"
           "  openeom document example:kazakhstan-2012 statement --audience public -o statement.html\n\n"
           "'openeom COMMAND --help' tells more, with examples. Exit status: 0 done, 1 the data has errors\n"
           "(check) or change sets conflict (apply), 2 wrong usage, 3 unreadable input, 4 interrupted, 5 anything\n"
           "else.\n";
}

std::string help(const Command& command) {
    constexpr std::size_t kColumn = 27;
    std::string made = wrapped(fmt::format("openeom {}: {}", command.name, command.summary), 0, kWidth) + "\n\n  " +
                       usage(command) + "\n";
    if (!command.words.empty()) made += "\nWords\n";
    for (const Word& word : command.words) made += row(word.label, word.meaning, kColumn);
    if (!command.options.empty()) made += "\nOptions\n";
    for (const Option& option : command.options)
        made += row(left_of(option), option.meaning + (option.repeated ? " (again for more)" : ""), kColumn);
    made += "\nOptions of every command\n";
    for (const Option& option : common_options()) made += row(left_of(option), option.meaning, kColumn);
    made += "\nExamples\n";
    for (const std::string& example : command.examples) made += "  " + example + "\n";
    return made;
}

}  // namespace command
