// Replacing a file: written beside it under another name, flushed, renamed; removed on failure.
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/files.hpp"
#include "io/system.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18;

/// The file that a path leads to, links followed; the path itself where there is none yet.
std::string followed(const std::string& path) {
    errno = 0;
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real && errno == ENOMEM) throw std::bad_alloc();
    return real ? std::string(real.get()) : path;
}

/// Folder of a path with its slash, and the name in it.
std::pair<std::string, std::string> split(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return {"", path};
    return {path.substr(0, slash + 1), path.substr(slash + 1)};
}

/// A name that no other thread or process uses at the moment; O_EXCL sees to those that are left over.
std::string temporary_name(const std::string& target) {
    static std::atomic<unsigned> count{0};
    const auto [folder, name] = split(target);
    constexpr std::size_t kNameBytes = 200;  // of the 255 that file systems allow
    return fmt::format("{}.{}.{}-{}.new", folder, name.substr(0, kNameBytes), ::getpid(), count++);
}

void sync_folder(const std::string& target) {
    const std::string folder = split(target).first;
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);  // the file is in place already; not every file system can flush a folder
    ::close(descriptor);
}

}  // namespace

void NewFile::fail(std::string_view what) const {
    throw Error(ErrorCode::io, fmt::format("{} cannot be {}: {}", path_, what, system_reason(errno)),
                Location{path_, 0, 0, {}, {}});
}

NewFile::NewFile(const std::string& path) : path_(path), target_(followed(path)) {
    if (path.empty() || path.find('\0') != std::string::npos)
        throw Error(ErrorCode::argument, "a file's name is neither empty nor has it a NUL byte");
    buffer_.reserve(kBuffer);  // first: there is nothing yet that would stay behind
    struct stat status {};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        fail("written");
    }
    if (exists && ::access(target_.c_str(), W_OK) != 0) fail("written");
    if (exists && !S_ISREG(status.st_mode)) {  // a pipe or a device is written to, not replaced
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        do {
            temporary_ = temporary_name(target_);
            descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && errno == EEXIST);
    }
    if (descriptor_ < 0) {
        temporary_.clear();
        fail("written");
    }
    if (exists && !temporary_.empty() && ::fchmod(descriptor_, status.st_mode & 07777) != 0) {
        const int number = errno;
        ::close(std::exchange(descriptor_, -1));
        ::unlink(temporary_.c_str());
        errno = number;
        fail("written");
    }
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void NewFile::write_through(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void NewFile::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > kBuffer) {
        write_through(buffer_);
        buffer_.clear();
    }
    if (bytes.size() > kBuffer) return write_through(bytes);
    buffer_.append(bytes);
}

void NewFile::keep() {
    write_through(buffer_);
    buffer_.clear();
    if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail("written");
    if (::close(std::exchange(descriptor_, -1)) != 0) fail("written");
    if (temporary_.empty()) return;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("replaced");
    temporary_.clear();
    sync_folder(target_);
}

void write_file(const std::string& path, std::string_view bytes) {
    NewFile file(path);
    file.write(bytes);
    file.keep();
}

}  // namespace openeom::io
