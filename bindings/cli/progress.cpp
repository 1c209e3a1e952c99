#include "progress.hpp"

#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "failure.hpp"

namespace command {

namespace {

enum Stage : int { kNothingHalfDone, kReading, kWriting };

// What the signal handler may touch.
volatile std::sig_atomic_t stage = kNothingHalfDone;
volatile std::sig_atomic_t interrupts = 0;

extern "C" void end_now(int) {
    constexpr char kSaid[] = "\ninterrupted\n";
    const ssize_t written = ::write(STDERR_FILENO, kSaid, sizeof kSaid - 1);
    static_cast<void>(written);
    std::_Exit(static_cast<int>(Exit::interrupted));
}

// Reading stops through its callback; where none comes within a second, as when a pipe stands still, it ends all the
// same.
extern "C" void on_interrupt(int signal) {
    interrupts = interrupts + 1;
    if (stage == kWriting) return;
    if (stage == kNothingHalfDone || interrupts > 1) end_now(signal);
    ::alarm(1);
}

constexpr auto kPatience = std::chrono::milliseconds(500);
constexpr auto kBetweenLines = std::chrono::milliseconds(100);

double seconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

}  // namespace

void watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = &on_interrupt;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    action.sa_handler = &end_now;
    sigaction(SIGALRM, &action, nullptr);
}

WritingToDisk::WritingToDisk() noexcept {
    stage = kWriting;
}
WritingToDisk::~WritingToDisk() {
    stage = kNothingHalfDone;
}

Progress::Progress(std::string what)
    : what_(std::move(what)),
      began_(Clock::now()),
      phase_began_(began_),
      shown_(began_),
      on_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    stage = kNothingHalfDone;
    if (line_shown_) std::fputs("\r\x1b[K", stderr);
}

int Progress::report(void* user, std::uint64_t done, std::uint64_t total, const char* phase) noexcept {
    stage = kReading;  // from the first call on; until then Ctrl-C need not wait for it
    if (interrupts != 0) return 1;
    try {
        static_cast<Progress*>(user)->show(done, total, phase);
    } catch (...) {
        return 0;  // a line that cannot be shown is no reason to stop
    }
    return 0;
}

void Progress::show(std::uint64_t done, std::uint64_t total, const char* phase) {
    if (!on_terminal_) return;
    const auto now = Clock::now();
    if (phase_ != phase) {
        phase_ = phase;
        phase_began_ = now;
    }
    if (now - began_ < kPatience || now - shown_ < kBetweenLines) return;
    shown_ = now;
    const double elapsed = seconds(now - phase_began_);
    std::string line = fmt::format("{} {}:", phase_, what_);
    if (total != 0) line += fmt::format(" {} %", done * 100 / total);
    if (elapsed > 0 && done != 0) {
        const double rate = static_cast<double>(done) / elapsed;
        line += fmt::format(", {:.0f} MB/s", rate / 1e6);
        if (total > done) line += fmt::format(", {} left", duration(static_cast<double>(total - done) / rate));
    }
    std::fputs(fmt::format("\r\x1b[K{}", line).c_str(), stderr);
    std::fflush(stderr);
    line_shown_ = true;
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace command
