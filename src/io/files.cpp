#include "io/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/system.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

[[noreturn]] void fail(const std::string& path, std::string_view what, int number, ErrorCode code = ErrorCode::io) {
    throw Error(code, fmt::format("{} cannot be {}: {}", path, what, system_reason(number)),
                Location{path, 0, 0, {}, {}});
}

int open_to_read(const std::string& path) {
    if (path.find('\0') != std::string::npos) throw Error(ErrorCode::argument, "a path holds no NUL byte");
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail(path, "read", errno, errno == ENOENT ? ErrorCode::not_found : ErrorCode::io);
    return descriptor;
}

struct stat status_of(int descriptor, const std::string& path) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) fail(path, "read", errno);
    return status;
}

bool changed(const struct stat& before, const struct stat& after) noexcept {
    return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
           before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

}  // namespace

std::string system_reason(int number) {
    switch (number) {
        case ENOENT: return "no such file or folder";
        case EACCES:
        case EPERM: return "permission denied";
        case EISDIR: return "it is a folder";
        case ENOTDIR: return "a part of the path is no folder";
        case ENOSPC: return "no space left on the device";
        case EDQUOT: return "the disk quota is exceeded";
        case EFBIG: return "the file would be larger than allowed";
        case EROFS: return "the file system is read-only";
        case ENAMETOOLONG: return "the name is too long";
        case EMFILE:
        case ENFILE: return "too many files are open";
        case ELOOP: return "too many symbolic links";
        case EIO: return "the device failed";
        default: return fmt::format("system error {}", number);
    }
}

PaddedText::PaddedText(std::string_view copied) {
    reserve(copied.size());
    if (!copied.empty()) std::memcpy(bytes_.get(), copied.data(), copied.size());
    resize(copied.size());
}

/// Memory for a large text begins at a large page, so that the system may give it in such: each page costs time.
PaddedText::Memory PaddedText::allocate(std::size_t bytes) {
    constexpr std::size_t kLargePage = std::size_t{2} << 20;
    const std::align_val_t alignment{bytes < kLargePage ? std::size_t{64} : kLargePage};
    Memory made(static_cast<char*>(::operator new[](bytes, alignment)), AlignedRelease{alignment});
#ifdef MADV_HUGEPAGE
    if (bytes >= kLargePage) ::madvise(made.get(), bytes, MADV_HUGEPAGE);
#endif
    return made;
}

void PaddedText::reserve(std::size_t capacity) {
    if (capacity <= capacity_ && bytes_) return;
    Memory larger = allocate(capacity + kPadding);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
}

void PaddedText::resize(std::size_t size) noexcept {
    size_ = size;
    if (bytes_) std::memset(bytes_.get() + size, 0, kPadding);
}

void check_bytes(std::uint64_t bytes, const Limits& limits, const std::string& source) {
    if (limits.bytes == 0 || bytes <= limits.bytes) return;
    throw Error(ErrorCode::limit, fmt::format("{} has more than {} bytes, the limit", source, limits.bytes),
                Location{source, 0, 0, {}, {}}, "raise the limit on bytes");
}

std::string source_name(const std::string& path) {
    return path == "-" ? "standard input" : path;
}

std::size_t MemorySource::read(char* to, std::size_t most) {
    const std::size_t size = std::min(most, bytes_.size() - read_);
    if (size > 0) std::memcpy(to, bytes_.data() + read_, size);
    read_ += size;
    return size;
}

struct FileSource::State {
    int descriptor = -1;
    bool owned = true;
    struct stat before {};
    bool sized = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (owned && descriptor >= 0) ::close(descriptor);
    }
};

FileSource::FileSource(const std::string& path) : TextSource(source_name(path)), state_(std::make_unique<State>()) {
    state_->owned = path != "-";
    state_->descriptor = state_->owned ? open_to_read(path) : STDIN_FILENO;
    state_->before = status_of(state_->descriptor, name());
    if (S_ISDIR(state_->before.st_mode)) fail(name(), "read", EISDIR);
    // Files of the system's own, as in /proc, are regular and say that they are empty. Of standard input a part may
    // have been read already.
    state_->sized = state_->owned && S_ISREG(state_->before.st_mode) && state_->before.st_size > 0;
}

FileSource::~FileSource() = default;

std::optional<std::uint64_t> FileSource::size() const {
    if (!state_->sized) return std::nullopt;
    return static_cast<std::uint64_t>(state_->before.st_size);
}

std::size_t FileSource::read(char* to, std::size_t most) {
    for (;;) {
        const ssize_t got = ::read(state_->descriptor, to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) fail(name(), "read", errno);
    }
}

void FileSource::rewind() {
    if (::lseek(state_->descriptor, 0, SEEK_SET) != 0) fail(name(), "read", errno);
}

void FileSource::verify() const {
    if (!state_->sized || !changed(state_->before, status_of(state_->descriptor, name()))) return;
    throw Error(ErrorCode::io, fmt::format("{} changed while it was read", name()), Location{name(), 0, 0, {}, {}},
                "read it again when nothing writes to it");
}

PaddedText read_all(TextSource& source, const Limits& limits, const Progress& progress) {
    const auto size = source.size();
    if (size) check_bytes(*size, limits, source.name());
    PaddedText text;
    text.reserve(size ? *size + 1 : kChunk);  // the byte more shows that a file has grown
    std::size_t used = 0;
    while (!size || used <= *size) {
        if (used == text.capacity()) text.reserve(2 * used);
        const std::size_t got = source.read(text.data() + used, std::min(text.capacity() - used, kChunk));
        if (got == 0) break;
        used += got;
        text.resize(used);
        check_bytes(used, limits, source.name());
        if (progress && !progress(used, std::max<std::uint64_t>(size.value_or(0), used), "read"))
            throw Error(ErrorCode::cancelled, fmt::format("reading {} was cancelled", source.name()));
    }
    source.verify();
    text.resize(used);
    return text;
}

std::string read_file(const std::string& path, const Limits& limits) {
    FileSource file(path);
    return std::string(read_all(file, limits, {}).view());
}

}  // namespace openeom::io
