// openeom: the command. A client of the C interface and of nothing else.
#include <csignal>
#include <exception>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "completion.hpp"
#include "output.hpp"
#include "progress.hpp"

namespace {

using command::Exit;
using command::Failure;

Exit run(int argc, const char* const* argv) {
    const std::vector<command::Command> commands = command::commands();
    if (argc > 2 && argv[1] == command::kAsk) {  // a shell, not a person
        const std::string answer = command::lines(command::complete(commands, {argv + 2, argv + argc}));
        if (!answer.empty()) command::deliver({}, answer);
        return Exit::done;
    }
    const command::Invocation invocation = command::parse(commands, argc, argv);
    if (invocation.command != nullptr) return invocation.command->run(invocation.given);
    command::deliver({}, invocation.help);
    return invocation.exit;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen where it is written to
    command::watch_interrupts();
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const Failure& failure) {
        command::say(failure);
        return static_cast<int>(failure.exit());
    } catch (const std::exception& error) {
        command::say(Failure(Exit::other, fmt::format("a defect of the command: {}", error.what())));
        return static_cast<int>(Exit::other);
    }
}
