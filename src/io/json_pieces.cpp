#include "io/json_pieces.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace openeom::io {

namespace {

/// Where a piece is cut: no string holds a line feed, so that this never stands inside one.
constexpr std::string_view kCut = "},\n{";
constexpr std::string_view kClosed = "]}";

}  // namespace

Pieces::Pieces(TextSource& source, const Limits& limits, std::size_t window)
    : source_(source), limits_(limits), window_(window) {
    buffer_.reserve(kRoom + window_);
    buffer_.resize(kRoom);
}

/// Moves the part of the body that is still to be read to its beginning.
void Pieces::take_used_away() noexcept {
    const std::size_t left = buffer_.size() - kRoom - used_;
    if (left > 0) std::memmove(buffer_.data() + kRoom, buffer_.data() + kRoom + used_, left);
    buffer_.resize(kRoom + left);
    begin_ += used_;
    used_ = 0;
}

/// Reads until the body has `wanted` bytes or the source ends.
void Pieces::fill(std::size_t wanted) {
    buffer_.reserve(kRoom + wanted);
    while (!ended_ && buffer_.size() < kRoom + wanted) {
        const std::size_t got = source_.read(buffer_.data() + buffer_.size(), kRoom + wanted - buffer_.size());
        ended_ = got == 0;
        buffer_.resize(buffer_.size() + got);
        check_size();
    }
}

/// Throws where the limit is passed, or a file has grown since it was opened: it might grow for ever.
void Pieces::check_size() const {
    const std::uint64_t come = begin_ + buffer_.size() - kRoom;
    check_bytes(come, limits_, source_.name());
    const auto size = source_.size();
    if (size && come > *size) source_.verify();
}

/// Makes the first `end` bytes of the body a text of their own.
void Pieces::make(std::string_view open, std::size_t end) {
    const std::string opening = open.empty() ? std::string() : fmt::format("{{\"{}\":[", open);
    char* const body = buffer_.data() + kRoom;
    std::memcpy(body - opening.size(), opening.data(), opening.size());
    if (!last_) std::memcpy(body + end, kClosed.data(), kClosed.size());  // over the comma and the line feed
    text_ = {body - opening.size(), opening.size() + end + (last_ ? 0 : kClosed.size())};
    part_ = {body, end};
    shift_ = begin_ - opening.size();
}

bool Pieces::next(std::string_view open) {
    if (last_) return false;
    take_used_away();
    for (std::size_t wanted = window_;; wanted *= 2) {
        fill(wanted);
        const std::string_view body = buffer_.view().substr(kRoom);
        const std::size_t cut = ended_ ? std::string_view::npos : body.rfind(kCut);
        if (cut == std::string_view::npos && !ended_) continue;
        last_ = ended_;
        const std::size_t end = last_ ? body.size() : cut + 1;
        used_ = last_ ? end : end + kClosed.size();
        make(open, end);
        return true;
    }
}

}  // namespace openeom::io
