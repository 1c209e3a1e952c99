// Progress of long work on standard error, and Ctrl-C.
// Threads: the command has one.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace command {

/// From now on Ctrl-C ends the command with status 4: at once where nothing is half done, through the progress callback
/// while a file is read, and after the file where one is being written.
void watch_interrupts();

/// While it lives, a file is being written and Ctrl-C waits.
class WritingToDisk {
public:
    WritingToDisk() noexcept;
    ~WritingToDisk();
    WritingToDisk(const WritingToDisk&) = delete;
    WritingToDisk& operator=(const WritingToDisk&) = delete;
};

/// Work that reports how far it is. Shows a line on standard error where that is a terminal and the work takes longer
/// than half a second.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// An eom_progress; `user` is a Progress. Non-zero where the user has asked to stop.
    static int report(void* user, std::uint64_t done, std::uint64_t total, const char* phase) noexcept;

private:
    using Clock = std::chrono::steady_clock;
    void show(std::uint64_t done, std::uint64_t total, const char* phase);

    std::string what_;
    std::string phase_;
    Clock::time_point began_;
    Clock::time_point phase_began_;
    Clock::time_point shown_;
    bool on_terminal_;
    bool line_shown_ = false;
};

/// "3 s", "2 min 05 s".
std::string duration(double seconds);

}  // namespace command
