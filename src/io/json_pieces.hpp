// A long dossier as pieces, each a dossier of its own: cut between records that begin at the start of a line, what was
// open closed behind the cut and opened again before the next piece. A piece fits the processor's cache, and the whole
// text need not fit the memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "io/files.hpp"

namespace openeom::io {

class Pieces {
public:
    /// Cuts behind about `window` bytes.
    Pieces(TextSource& source, const Limits& limits, std::size_t window);

    /// Goes to the next piece; false where there is none. `open` is the register in which the piece before was cut. The
    /// cut is a guess: where it was made elsewhere than between records, a piece is no JSON, or the register is none.
    bool next(std::string_view open);

    /// The piece, with room behind it.
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// What offsets in the piece are to be added to (modulo 2^64) to be those in the whole text.
    [[nodiscard]] std::uint64_t shift() const noexcept { return shift_; }
    /// Whether the piece was cut at its end.
    [[nodiscard]] bool is_cut() const noexcept { return !last_; }

    /// The part of the whole text that the piece stands for, and where that begins. Behind a cut follow a comma and a
    /// line feed.
    [[nodiscard]] std::string_view part() const noexcept { return part_; }
    [[nodiscard]] std::uint64_t part_offset() const noexcept { return begin_; }

private:
    void take_used_away() noexcept;
    void fill(std::size_t wanted);
    void check_size() const;
    void make(std::string_view open, std::size_t end);

    static constexpr std::size_t kRoom = 128;  ///< before the body, for what opens a register again: more than any name

    TextSource& source_;
    const Limits& limits_;
    std::size_t window_;
    PaddedText buffer_;
    std::uint64_t begin_ = 0;  ///< of the body in the whole text
    std::size_t used_ = 0;     ///< bytes of the body that the piece took, what was cut away included
    bool ended_ = false;       ///< the source has no more bytes
    bool last_ = false;
    std::string_view text_;
    std::string_view part_;
    std::uint64_t shift_ = 0;
};

}  // namespace openeom::io
