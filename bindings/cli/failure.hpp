// How the command ends, and what it says when it cannot do what it was asked.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace command {

enum class Exit : int {
    done = 0,
    data_has_errors = 1,
    wrong_usage = 2,
    unreadable = 3,
    interrupted = 4,
    other = 5,
};

class Failure : public std::exception {
public:
    /// `lines` stand on standard error as they are, before the message: diagnostics with their places.
    Failure(Exit exit, std::string message, std::string hint = {}, std::string lines = {})
        : exit_(exit), message_(std::move(message)), hint_(std::move(hint)), lines_(std::move(lines)) {}

    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
    [[nodiscard]] Exit exit() const noexcept { return exit_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
    [[nodiscard]] const std::string& lines() const noexcept { return lines_; }

private:
    Exit exit_;
    std::string message_;
    std::string hint_;
    std::string lines_;
};

}  // namespace command
