#include "output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "json.hpp"

namespace command {

namespace {

constexpr int kWidth = 100;
constexpr int kLeastWidth = 40;  // narrower terminals wrap

struct Ending {
    std::string_view ending;
    std::string_view format;
};
constexpr std::array kEndings = {
    Ending{".html", "html"}, Ending{".htm", "html"},  Ending{".md", "markdown"}, Ending{".markdown", "markdown"},
    Ending{".txt", "text"},  Ending{".json", "json"}, Ending{".csv", "csv"},
};

std::string_view format_of_file(const std::string& path) {
    for (const auto& [ending, format] : kEndings)
        if (path.ends_with(ending)) return format;
    return {};
}

std::string format_for(const Shown& shown) {
    const std::string_view asked = shown.json ? "json" : shown.csv ? "csv" : "";
    if (shown.file.empty()) return std::string(asked.empty() ? "text" : asked);
    const std::string_view ending = format_of_file(shown.file);
    if (asked.empty() && ending.empty())
        throw Failure(Exit::wrong_usage, fmt::format("what '{}' is to hold does not follow from its name", shown.file),
                      "names end in .html, .md, .txt, .json or .csv");
    if (!asked.empty() && !ending.empty() && asked != ending)
        throw Failure(Exit::wrong_usage, fmt::format("--{} and '{}' contradict each other", asked, shown.file));
    return std::string(asked.empty() ? ending : asked);
}

bool on_terminal() {
    return isatty(STDOUT_FILENO) == 1;
}

bool colour_wanted() {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return (refused == nullptr || *refused == '\0') && (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

int terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) return size.ws_col;
    int columns = 0;
    if (const char* said = std::getenv("COLUMNS")) std::from_chars(said, said + std::strlen(said), columns);
    return columns;
}

int width_for(const Shown& shown) {
    if (shown.width != 0) return shown.width;
    const int width = shown.file.empty() ? terminal_width() : 0;
    if (width <= 0) return kWidth;
    return width < kLeastWidth ? kLeastWidth : width;
}

void write_to_standard_output(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR) continue;
        if (errno == EPIPE) return;  // `| head` has seen enough
        throw Failure(Exit::other, fmt::format("the result could not be written: {}", std::strerror(errno)));
    }
}

}  // namespace

Look look_for(const Shown& shown) {
    Look look;
    look.format = format_for(shown);
    look.width = width_for(shown);
    look.colour = look.format == "text" && shown.file.empty() && !shown.no_colour && on_terminal() && colour_wanted();
    look.table = shown.table;
    if (!shown.file.empty()) look.audience = shown.audience;
    if (!look.table.empty() && look.format != "csv")
        throw Failure(Exit::wrong_usage, "--table chooses the table for CSV",
                      "say --csv, or end the file's name in .csv");
    return look;
}

void deliver(const Shown& shown, std::string bytes) {
    if (!bytes.ends_with('\n')) bytes += '\n';
    if (shown.file.empty()) write_to_standard_output(bytes);
    else write_file(shown.file, bytes);
}

void say(const Failure& failure) {
    const bool coloured = isatty(STDERR_FILENO) == 1 && colour_wanted();
    std::string said = failure.lines();
    if (!failure.message().empty())
        said +=
            fmt::format("{}error:{} {}\n", coloured ? "\x1b[1;31m" : "", coloured ? "\x1b[0m" : "", failure.message());
    if (!failure.hint().empty()) said += fmt::format("hint:  {}\n", failure.hint());
    std::fputs(said.c_str(), stderr);
}

void say_note(std::string_view note, std::string_view hint) {
    std::fputs(fmt::format("note:  {}\nhint:  {}\n", note, hint).c_str(), stderr);
}

std::string read_text(const std::string& path) {
    const auto unreadable = [&](const char* why) {
        return Failure(Exit::unreadable, fmt::format("'{}' cannot be read: {}", path, why));
    };
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
    if (!file) throw unreadable(std::strerror(errno));
    std::string text;
    std::array<char, 65536> block;
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get()))
        text.append(block.data(), got);
    if (std::ferror(file.get()) != 0) throw unreadable(std::strerror(errno));
    if (const std::size_t at = json::invalid_utf8(text); at != std::string::npos)
        throw unreadable(fmt::format("byte {} is not UTF-8", at + 1).c_str());
    return text;
}

}  // namespace command
