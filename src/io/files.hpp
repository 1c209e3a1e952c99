// Whole files in, and files replaced atomically.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "openeom/base/text.hpp"
#include "openeom/io/limits.hpp"

namespace openeom::io {

/// Gives back memory that was allocated with an alignment.
struct AlignedRelease {
    std::align_val_t alignment{alignof(char)};
    void operator()(char* bytes) const noexcept { ::operator delete[](bytes, alignment); }
};

/// Bytes with writable room behind them, as simdjson wants it.
class PaddedText {
public:
    static constexpr std::size_t kPadding = 64;

    PaddedText() = default;
    explicit PaddedText(std::string_view copied);

    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }
    [[nodiscard]] char* data() noexcept { return bytes_.get(); }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }

    /// Room for `capacity` bytes and the padding; what was there stays.
    void reserve(std::size_t capacity);
    /// Says how many of the reserved bytes hold text.
    void resize(std::size_t size) noexcept;

private:
    using Memory = std::unique_ptr<char[], AlignedRelease>;
    static Memory allocate(std::size_t bytes);

    Memory bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

/// How diagnostics name a path.
std::string source_name(const std::string& path);

/// Bytes that are read from their beginning to their end.
class TextSource {
public:
    explicit TextSource(std::string_view name) : name_(text::repaired(name)) {}
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;
    virtual ~TextSource() = default;

    /// As diagnostics name it: in UTF-8, whatever its path is written in.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// How many there are; none where that is not known before the end, and they can be read only once.
    [[nodiscard]] virtual std::optional<std::uint64_t> size() const = 0;
    /// Reads at most `most` bytes to where `to` points; gives how many, 0 at the end. Throws Error(io).
    virtual std::size_t read(char* to, std::size_t most) = 0;
    /// The next bytes read are the first. Only where the size is known.
    virtual void rewind() = 0;
    /// Throws Error(io) where the bytes have changed since the source was opened.
    virtual void verify() const = 0;

private:
    std::string name_;
};

class MemorySource final : public TextSource {
public:
    MemorySource(std::string_view bytes, std::string_view name) : TextSource(name), bytes_(bytes) {}

    [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }
    std::size_t read(char* to, std::size_t most) override;
    void rewind() override { read_ = 0; }
    void verify() const override {}

private:
    std::string_view bytes_;
    std::size_t read_ = 0;
};

class FileSource final : public TextSource {
public:
    /// Standard input where `path` is "-". Throws Error(not_found), Error(io).
    explicit FileSource(const std::string& path);
    ~FileSource() override;

    [[nodiscard]] std::optional<std::uint64_t> size() const override;
    std::size_t read(char* to, std::size_t most) override;
    void rewind() override;
    void verify() const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// All bytes of a source from the beginning. Throws Error(io) where they change meanwhile, Error(limit),
/// Error(cancelled).
PaddedText read_all(TextSource& source, const Limits& limits, const Progress& progress);

/// Throws Error(limit) where a source has more bytes than allowed.
void check_bytes(std::uint64_t bytes, const Limits& limits, const std::string& source);

/// A file written beside the one it is to replace. What is not kept is removed.
class NewFile {
public:
    /// Throws Error(io), as do the others.
    explicit NewFile(const std::string& path);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    void write(std::string_view bytes);
    /// Puts the file in its place.
    void keep();

private:
    void write_through(std::string_view bytes);
    [[noreturn]] void fail(std::string_view what) const;

    std::string path_;       ///< as given, for messages
    std::string target_;     ///< what is replaced, links followed
    std::string temporary_;  ///< empty where the target is no regular file and is written in place
    std::string buffer_;
    int descriptor_ = -1;
};

}  // namespace openeom::io
