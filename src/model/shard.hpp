// The shards of a register's index: open-addressing tables that say in which leaf an id is.
// The hash is our own and shows in no order: records are always gone through in order of id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include "openeom/model/register.hpp"

namespace openeom {

/// 64 bits of an id: FNV-1a, its bits then mixed.
inline std::uint64_t hash_of(std::string_view id) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
    return hash ^ (hash >> 32);
}

/// Eight bytes for a record: 31 bits of its id's hash, the number of its leaf, and the slot where it was when it was
/// entered. The slot may be out of date: a find looks there first and then searches the leaf.
class IndexEntry {
public:
    static constexpr unsigned kHashBits = 31;
    static constexpr std::uint32_t kMaximumLeaves = (1U << 24) - 2;
    static constexpr std::size_t kMaximumSlots = 512;

    IndexEntry() = default;
    IndexEntry(std::uint64_t short_hash, std::uint32_t leaf, std::size_t slot)
        : bits_(short_hash << 33 | std::uint64_t{leaf + 1} << 9 | slot) {}

    static std::uint64_t shorten(std::uint64_t hash) noexcept { return hash >> (64 - kHashBits); }

    [[nodiscard]] bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] std::uint64_t hash() const noexcept { return bits_ >> 33; }
    [[nodiscard]] std::uint32_t leaf() const noexcept { return static_cast<std::uint32_t>(bits_ >> 9 & 0xFFFFFF) - 1; }
    [[nodiscard]] std::size_t slot() const noexcept { return bits_ & 511; }
    [[nodiscard]] bool is_of(std::uint64_t short_hash, std::uint32_t number) const noexcept {
        return hash() == short_hash && leaf() == number && !empty();
    }

private:
    std::uint64_t bits_ = 0;  ///< 0: empty, for a leaf's number is kept plus one
};

struct Register::Shard : boost::intrusive_ref_counter<Register::Shard, boost::thread_safe_counter> {
    static constexpr std::size_t kSlots = 1024;
    static constexpr std::size_t kProbes = 128;  ///< what finds no place within this distance stays out of the index

    std::array<IndexEntry, kSlots> entries{};
    bool overflowed = false;  ///< something stayed out: a miss must be confirmed by a search of the leaves

    static std::size_t slot(std::uint64_t short_hash, std::size_t step) noexcept {
        return (short_hash + step) & (kSlots - 1);
    }

    void insert(IndexEntry entry) noexcept {
        for (std::size_t step = 0; step < kProbes; ++step) {
            IndexEntry& place = entries[slot(entry.hash(), step)];
            if (!place.empty()) continue;
            place = entry;
            return;
        }
        overflowed = true;
    }

    /// Where the entry of a hash and a leaf is. Of several alike any will do: they say the same.
    [[nodiscard]] std::optional<std::size_t> place_of(std::uint64_t short_hash, std::uint32_t leaf) const noexcept {
        for (std::size_t step = 0; step < kProbes; ++step) {
            const std::size_t at = slot(short_hash, step);
            if (entries[at].empty()) return std::nullopt;
            if (entries[at].is_of(short_hash, leaf)) return at;
        }
        return std::nullopt;
    }

    /// Empties a place and moves later entries of its run back, so that no probe ends too early.
    void erase(std::size_t hole) noexcept {
        for (std::size_t next = (hole + 1) & (kSlots - 1); !entries[next].empty(); next = (next + 1) & (kSlots - 1)) {
            const std::size_t home = slot(entries[next].hash(), 0);
            if (((next - home) & (kSlots - 1)) < ((next - hole) & (kSlots - 1))) continue;
            entries[hole] = entries[next];
            hole = next;
        }
        entries[hole] = IndexEntry();
    }
};

}  // namespace openeom
