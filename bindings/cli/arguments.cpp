#include "arguments.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "help.hpp"
#include "words.hpp"

namespace command {

namespace {

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) names.push_back(command.name);
    return names;
}

const Command& known(const std::vector<Command>& commands, const std::string& name) {
    if (const Command* found = find_command(commands, name)) return *found;
    throw Failure(Exit::wrong_usage, unknown("command", name, names_of(commands)),
                  "'openeom --help' lists the commands");
}

/// Names under which an option is accepted: as it is typed, and as the library spells it.
std::string flags_of(const std::string& name) {
    std::string underscored = name;
    std::replace(underscored.begin(), underscored.end(), '-', '_');
    return underscored == name ? "--" + name : fmt::format("--{},--{}", name, underscored);
}

/// Where an analysis has an option of the same name, the name is the analysis's.
void add_shown(CLI::App& app, Shown& shown) {
    const auto is_free = [&](const std::string& name) { return app.get_option_no_throw(name) == nullptr; };
    if (is_free("--json")) app.add_flag("--json", shown.json);
    if (is_free("--csv")) app.add_flag("--csv", shown.csv);
    if (is_free("--table")) app.add_option("--table", shown.table);
    if (is_free("--width")) app.add_option("--width", shown.width);
    app.add_option(is_free("--output") ? "-o,--output" : "-o", shown.file);
    app.add_flag("--no-colour,--no-color", shown.no_colour);
}

void add(CLI::App& app, const Command& command, Given& given) {
    for (const Word& word : command.words)
        app.add_option(fmt::format("{},{}", word.name, flags_of(word.name)), given.place(word.name))
            ->type_size(1)
            ->expected(1)
            ->allow_extra_args(false);
    for (const Option& option : command.options) {
        if (option.value.empty()) {
            app.add_flag_callback(flags_of(option.name), [&given, name = option.name] { given.place(name) = {"yes"}; });
            continue;
        }
        CLI::Option* made =
            app.add_option(flags_of(option.name), given.place(option.name))->type_size(1)->allow_extra_args(false);
        if (!option.repeated) made->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    }
    add_shown(app, given.shown);
}

std::vector<std::string> option_names(const Command& command) {
    std::vector<std::string> names;
    for (const Option& option : common_options()) names.push_back("--" + option.name);
    for (const Option& option : command.options) names.push_back("--" + option.name);
    for (const Word& word : command.words) names.push_back("--" + word.name);
    return names;
}

std::string help_hint(const Command& command) {
    return fmt::format("'openeom {} --help' shows how, with examples", command.name);
}

void refuse_rest(const Command& command, const std::vector<std::string>& rest) {
    if (rest.empty()) return;
    const auto option = std::find_if(rest.begin(), rest.end(),
                                     [](const std::string& each) { return each.size() > 1 && each[0] == '-'; });
    if (option != rest.end())
        throw Failure(Exit::wrong_usage,
                      unknown(fmt::format("option of {}", command.name), option->substr(0, option->find('=')),
                              option_names(command)),
                      help_hint(command));
    throw Failure(Exit::wrong_usage, fmt::format("{} takes no further word: '{}'", command.name, rest.front()),
                  help_hint(command));
}

void require_words(const Command& command, const Given& given) {
    for (const Word& word : command.words)
        if (word.required && given.one(word.name).empty())
            throw Failure(Exit::wrong_usage, fmt::format("{} needs {}: {}", command.name, word.label, word.meaning),
                          "for example: " + command.examples.front());
}

void take_apart(const Command& command, Given& given, std::vector<std::string> rest) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    add(app, command, given);
    std::reverse(rest.begin(), rest.end());  // CLI11 takes them from the back
    try {
        app.parse(rest);
    } catch (const CLI::ParseError& error) {
        throw Failure(Exit::wrong_usage, error.what(), help_hint(command));
    }
    refuse_rest(command, app.remaining());
    require_words(command, given);
    if (given.shown.file == "-") given.shown.file.clear();
    given.shown.audience = given.one("audience");
    if (given.shown.json && given.shown.csv) throw Failure(Exit::wrong_usage, "--json and --csv contradict each other");
}

Invocation help_asked(std::string text, Exit exit = Exit::done) {
    Invocation invocation;
    invocation.help = std::move(text);
    invocation.exit = exit;
    return invocation;
}

bool asks_for_help(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return word == "--help" || word == "-h"; });
}

}  // namespace

const Command* find_command(const std::vector<Command>& commands, std::string_view name) {
    const std::string typed = dashed(name);
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const Command& each) { return each.name == typed; });
    return found == commands.end() ? nullptr : &*found;
}

Invocation parse(const std::vector<Command>& commands, int argc, const char* const* argv) {
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (words.empty()) return help_asked(overview(commands), Exit::wrong_usage);
    std::vector<std::string> rest(words.begin() + 1, words.end());
    const std::string& first = words.front();
    if (first == "help" && !rest.empty()) return help_asked(help(known(commands, rest.front())));
    if (first == "help" || first == "--help" || first == "-h") return help_asked(overview(commands));
    if (first != "--version" && first.starts_with('-'))
        throw Failure(Exit::wrong_usage, fmt::format("the command comes before its options: '{}'", first),
                      "'openeom --help' lists the commands");
    const Command& command = known(commands, first == "--version" ? "version" : first);
    if (asks_for_help(rest)) return help_asked(help(command));
    Invocation invocation;
    invocation.command = &command;
    invocation.given.command = command.name;
    take_apart(command, invocation.given, std::move(rest));
    return invocation;
}

}  // namespace command
