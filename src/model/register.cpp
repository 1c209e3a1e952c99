#include "openeom/model/register.hpp"

#include <algorithm>
#include <new>
#include <numeric>
#include <utility>

#include "model/leaf.hpp"
#include "model/shard.hpp"
#include "openeom/base/error.hpp"

namespace openeom {

namespace {

// A leaf is what an edit copies: small enough for that, large enough that there are few.
constexpr std::size_t kLeafBytes = std::size_t{64} << 10;
constexpr std::size_t kFewestRecords = 16;
constexpr std::size_t kSmallestLeaf = 4;
// Up to so many leaves are searched in order: a small register needs no index.
constexpr std::size_t kUnindexedLeaves = 8;
// Records per shard of 1024 places: after building, and when the index grows. Above, entries begin to find no place.
constexpr std::size_t kLoadBuilt = 608;
constexpr std::size_t kLoadMost = 640;

std::size_t most_in_a_leaf(const reflect::Struct& type) noexcept {
    return std::clamp(kLeafBytes / type.bytes, kFewestRecords, IndexEntry::kMaximumSlots);
}

}  // namespace

Register::Register(const reflect::Struct& type) : type_(&type) {}
Register::Register(const Register& other) = default;
Register::Register(Register&& other) noexcept
    : type_(other.type_),
      size_(std::exchange(other.size_, 0)),
      leaves_(std::exchange(other.leaves_, {})),
      free_numbers_(std::exchange(other.free_numbers_, {})),
      order_(std::exchange(other.order_, {})),
      shards_(std::exchange(other.shards_, {})) {}
Register& Register::operator=(Register other) noexcept {
    std::swap(type_, other.type_);
    std::swap(size_, other.size_);
    leaves_.swap(other.leaves_);
    free_numbers_.swap(other.free_numbers_);
    order_.swap(other.order_);
    shards_.swap(other.shards_);
    return *this;
}
Register::~Register() = default;

// Reading.

const void* Register::Iterator::operator*() const {
    return owner_->at({owner_->order_[leaf_].number, at_});
}

Register::Iterator& Register::Iterator::operator++() {
    if (++at_ < owner_->order_[leaf_].count) return *this;
    at_ = 0;
    ++leaf_;
    return *this;
}

Register::Iterator Register::begin() const {
    Iterator made;
    made.owner_ = this;
    return made;
}

Register::Iterator Register::end() const {
    Iterator made = begin();
    made.leaf_ = order_.size();
    return made;
}

const void* Register::at(const Spot& spot) const {
    return std::as_const(*leaves_[spot.number]).at(spot.slot);
}

const void* Register::at(std::size_t n) const {
    for (const Placed& placed : order_) {
        if (n < placed.count) return at({placed.number, n});
        n -= placed.count;
    }
    throw Error(ErrorCode::argument, "a record was asked for beyond the end of its register");
}

const void* Register::find(std::string_view id) const {
    const auto spot = locate(id);
    return spot ? at(*spot) : nullptr;
}

/// Position of the leaf in which `id` is or would be; there is at least one leaf.
std::size_t Register::position_of(std::string_view id) const {
    const auto after =
        std::upper_bound(order_.begin(), order_.end(), id, [&](std::string_view wanted, const Placed& leaf) {
            return wanted < std::string_view(id_of(at({leaf.number, 0})));
        });
    return after == order_.begin() ? 0 : static_cast<std::size_t>(after - order_.begin()) - 1;
}

/// By the order of ids, without the index.
std::optional<Register::Spot> Register::search(std::string_view id) const {
    if (order_.empty()) return std::nullopt;
    const std::uint32_t number = order_[position_of(id)].number;
    const Leaf& leaf = *leaves_[number];
    const std::size_t slot = leaf.lower_bound(id);
    if (!leaf.holds(slot, id)) return std::nullopt;
    return Spot{number, slot};
}

std::optional<Register::Spot> Register::locate(std::string_view id) const {
    if (shards_.empty()) return search(id);
    const std::uint64_t hash = IndexEntry::shorten(hash_of(id));
    const Shard& shard = *shards_[hash * shards_.size() >> IndexEntry::kHashBits];
    for (std::size_t step = 0; step < Shard::kProbes; ++step) {
        const IndexEntry entry = shard.entries[Shard::slot(hash, step)];
        if (entry.empty()) break;
        if (entry.hash() != hash) continue;
        const Leaf& leaf = *leaves_[entry.leaf()];
        if (leaf.holds(entry.slot(), id)) return Spot{entry.leaf(), entry.slot()};
        const std::size_t slot = leaf.lower_bound(id);
        if (leaf.holds(slot, id)) return Spot{entry.leaf(), slot};
    }
    return shard.overflowed ? search(id) : std::nullopt;
}

std::size_t Register::shared_leaves(const Register& other) const {
    std::vector<const Leaf*> theirs;
    for (const Placed& placed : other.order_) theirs.push_back(other.leaves_[placed.number].get());
    std::sort(theirs.begin(), theirs.end());
    return static_cast<std::size_t>(std::count_if(order_.begin(), order_.end(), [&](const Placed& placed) {
        return std::binary_search(theirs.begin(), theirs.end(), leaves_[placed.number].get());
    }));
}

// Changing. What may fail for want of memory comes before what it prepares, so that a failure changes nothing that can
// be seen. Only the index may be lost to it: then the leaves are searched until the next put builds it anew.

bool Register::put(void* record) {
    const std::string_view id = id_of(record);
    if (const auto spot = locate(id)) {
        writable(spot->number, 0).replace(spot->slot, record);
        return false;
    }
    if (order_.size() >= kUnindexedLeaves && size_ >= shards_.size() * kLoadMost) grow_index();
    if (order_.empty()) {
        put_in_new_leaf(0, record);
        return true;
    }
    const std::size_t position = position_of(id);
    const Leaf& leaf = *leaves_[order_[position].number];
    if (leaf.size() < most_in_a_leaf(*type_)) {
        put_in_leaf(position, record);
    } else if (position + 1 == order_.size() && leaf.lower_bound(id) == leaf.size()) {
        put_in_new_leaf(position + 1, record);  // records that come in order fill their leaves
    } else {
        split(position);
        put_in_leaf(position_of(id), record);
    }
    return true;
}

void Register::put_in_new_leaf(std::size_t position, void* record) {
    const std::uint32_t number = reserve_number();
    LeafPointer leaf(new Leaf(*type_, kSmallestLeaf));
    leaf->add_moved(record);
    index_insert(id_of(leaf->at(0)), {number, 0});
    place_leaf(position, number, std::move(leaf));
    ++size_;
}

void Register::put_in_leaf(std::size_t position, void* record) {
    const std::uint32_t number = order_[position].number;
    Leaf& leaf = writable(number, leaves_[number]->size() + 1);
    const std::size_t slot = leaf.lower_bound(id_of(record));
    leaf.insert(slot, record);
    index_insert(id_of(leaf.at(slot)), {number, slot});
    ++order_[position].count;
    ++size_;
}

bool Register::remove(std::string_view id) {
    const auto spot = locate(id);
    if (!spot) return false;
    const std::size_t position = position_of(id);
    Leaf& leaf = writable(spot->number, 0);
    index_erase(id, spot->number);
    leaf.erase(spot->slot);
    --size_;
    if (--order_[position].count == 0) drop_leaf(position);
    else merge_with_neighbour(position);
    return true;
}

/// The leaf as this register's own, with room for `room` records.
Register::Leaf& Register::writable(std::uint32_t number, std::size_t room) {
    LeafPointer& leaf = leaves_[number];
    const bool own = leaf->use_count() == 1;
    if (own && leaf->capacity() >= room) return *leaf;
    std::size_t capacity = std::max({room, leaf->size(), kSmallestLeaf});
    if (room > leaf->capacity()) capacity = std::max(capacity, std::min(most_in_a_leaf(*type_), 2 * leaf->size()));
    LeafPointer made(new Leaf(*type_, capacity));
    if (own) leaf->move_tail(0, *made);
    else
        for (std::size_t i = 0; i < leaf->size(); ++i) made->add_copy(std::as_const(*leaf).at(i));
    leaf = std::move(made);
    return *leaf;
}

/// A free number; placing its leaf, and dropping it later, then needs no memory.
std::uint32_t Register::reserve_number() {
    if (order_.size() == order_.capacity()) order_.reserve(2 * order_.size() + kSmallestLeaf);
    if (!free_numbers_.empty()) return free_numbers_.back();
    if (leaves_.size() >= IndexEntry::kMaximumLeaves)
        throw Error(ErrorCode::limit, "a register has no room for more records");
    if (free_numbers_.capacity() <= leaves_.size()) free_numbers_.reserve(2 * leaves_.size() + kSmallestLeaf);
    leaves_.emplace_back();
    free_numbers_.push_back(static_cast<std::uint32_t>(leaves_.size() - 1));
    return free_numbers_.back();
}

void Register::place_leaf(std::size_t position, std::uint32_t number, LeafPointer leaf) noexcept {
    const auto count = static_cast<std::uint32_t>(leaf->size());
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(position), Placed{number, count});
    leaves_[number] = std::move(leaf);
    free_numbers_.pop_back();
}

void Register::drop_leaf(std::size_t position) noexcept {
    const std::uint32_t number = order_[position].number;
    leaves_[number].reset();
    free_numbers_.push_back(number);
    order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(position));
}

void Register::split(std::size_t position) {
    const std::uint32_t from = order_[position].number;
    const std::uint32_t to = reserve_number();
    LeafPointer right(new Leaf(*type_, most_in_a_leaf(*type_)));
    Leaf& left = writable(from, 0);
    const std::size_t half = left.size() / 2;
    left.move_tail(half, *right);
    order_[position].count = static_cast<std::uint32_t>(half);
    place_leaf(position + 1, to, std::move(right));
    index_moved(from, to, 0);
}

/// Keeps leaves from becoming many and nearly empty.
void Register::merge_with_neighbour(std::size_t position) {
    if (order_[position].count * std::size_t{4} > most_in_a_leaf(*type_)) return;
    const auto fit = [&](std::size_t left) {
        return left + 1 < order_.size() &&
               std::size_t{order_[left].count} + order_[left + 1].count <= most_in_a_leaf(*type_) / 2;
    };
    try {
        if (fit(position)) merge(position);
        else if (position > 0 && fit(position - 1)) merge(position - 1);
    } catch (const std::bad_alloc&) {
        // The leaves stay as they are, which is right too.
    }
}

/// Moves the records of the leaf after `left` to the end of that at `left`.
void Register::merge(std::size_t left) {
    const std::uint32_t to = order_[left].number;
    const std::uint32_t from = order_[left + 1].number;
    const std::size_t first = order_[left].count;
    Leaf& emptied = writable(from, 0);
    Leaf& filled = writable(to, first + emptied.size());
    emptied.move_tail(0, filled);
    order_[left].count = static_cast<std::uint32_t>(filled.size());
    drop_leaf(left + 1);
    index_moved(from, to, first);
}

// The index.

template <class Change>
void Register::change_index(Change change) noexcept {
    if (shards_.empty()) return;
    try {
        change();
    } catch (const std::bad_alloc&) {
        shards_.clear();
    }
}

Register::Shard& Register::writable_shard(std::uint64_t hash) {
    ShardPointer& shard = shards_[hash * shards_.size() >> IndexEntry::kHashBits];
    if (shard->use_count() > 1) shard.reset(new Shard(*shard));
    return *shard;
}

void Register::index_insert(std::string_view id, const Spot& spot) noexcept {
    change_index([&] {
        const std::uint64_t hash = IndexEntry::shorten(hash_of(id));
        writable_shard(hash).insert(IndexEntry(hash, spot.number, spot.slot));
    });
}

void Register::index_erase(std::string_view id, std::uint32_t number) noexcept {
    change_index([&] {
        const std::uint64_t hash = IndexEntry::shorten(hash_of(id));
        Shard& shard = writable_shard(hash);
        if (const auto place = shard.place_of(hash, number)) shard.erase(*place);
    });
}

/// Records moved from a leaf to another, where they now begin at `first_slot`.
void Register::index_moved(std::uint32_t from, std::uint32_t to, std::size_t first_slot) noexcept {
    change_index([&] {
        const Leaf& leaf = *leaves_[to];
        for (std::size_t slot = first_slot; slot < leaf.size(); ++slot) {
            const std::uint64_t hash = IndexEntry::shorten(hash_of(id_of(leaf.at(slot))));
            Shard& shard = writable_shard(hash);
            if (const auto place = shard.place_of(hash, from)) shard.entries[*place] = IndexEntry(hash, to, slot);
        }
    });
}

void Register::build_index() {
    std::vector<ShardPointer> shards(size_ / kLoadBuilt + 1);
    for (ShardPointer& shard : shards) shard.reset(new Shard);
    for (const Placed& placed : order_)
        for (std::size_t slot = 0; slot < placed.count; ++slot) {
            const std::uint64_t hash = IndexEntry::shorten(hash_of(id_of(at({placed.number, slot}))));
            shards[hash * shards.size() >> IndexEntry::kHashBits]->insert(IndexEntry(hash, placed.number, slot));
        }
    shards_ = std::move(shards);
}

/// Twice as many shards. A shard holds a range of hashes, so its entries go to the two that share the range, and no record
/// is looked at, unless an entry found no place.
void Register::grow_index() {
    const bool complete = std::none_of(shards_.begin(), shards_.end(), [](const ShardPointer& each) { return each->overflowed; });
    if (shards_.empty() || !complete) return build_index();
    std::vector<ShardPointer> shards(2 * shards_.size());
    for (ShardPointer& shard : shards) shard.reset(new Shard);
    for (const ShardPointer& old : shards_)
        for (const IndexEntry& entry : old->entries)
            if (!entry.empty()) shards[entry.hash() * shards.size() >> IndexEntry::kHashBits]->insert(entry);
    shards_ = std::move(shards);
}

// Building.

struct Register::Builder::State {
    explicit State(const reflect::Struct& described) : type(&described) {}

    const reflect::Struct* type;
    std::vector<LeafPointer> blocks;  ///< none is empty, except while a record is being made
    std::size_t size = 0;
};

Register::Builder::Builder(const reflect::Struct& type) : state_(std::make_unique<State>(type)) {}
Register::Builder::Builder(Builder&&) noexcept = default;
Register::Builder::~Builder() = default;

std::size_t Register::Builder::size() const noexcept {
    return state_->size;
}
const reflect::Struct& Register::Builder::type() const noexcept {
    return *state_->type;
}

void* Register::Builder::add() {
    auto& blocks = state_->blocks;
    if (blocks.empty() || blocks.back()->size() == blocks.back()->capacity()) {
        // Blocks grow: a register of few records takes little memory, and no record moves while others are added.
        const std::size_t capacity = blocks.empty() ? kSmallestLeaf : 2 * blocks.back()->capacity();
        LeafPointer block(new Leaf(*state_->type, std::min(capacity, most_in_a_leaf(*state_->type))));
        blocks.push_back(std::move(block));  // held first: the list may find no room
    }
    void* made = blocks.back()->add_default();
    ++state_->size;
    return made;
}

void Register::Builder::drop() {
    auto& blocks = state_->blocks;
    if (state_->size == 0) throw Error(ErrorCode::argument, "there is no record to drop");
    blocks.back()->truncate(blocks.back()->size() - 1);
    if (blocks.back()->size() == 0) blocks.pop_back();
    --state_->size;
}

namespace {

/// The places of all records of a builder, in the order in which they were added.
template <class Blocks>
std::vector<void*> places_of(const Blocks& blocks) {
    std::vector<void*> places;
    for (const auto& block : blocks)
        for (std::size_t slot = 0; slot < block->size(); ++slot) places.push_back(block->at(slot));
    return places;
}

/// Positions in `places` in order of id, and after these the positions of those whose id came before.
struct Sorted {
    std::vector<std::uint32_t> positions;
    std::size_t unique = 0;
};
Sorted sorted(const std::vector<void*>& places) {
    std::vector<std::uint32_t> positions(places.size());
    std::iota(positions.begin(), positions.end(), 0U);
    std::sort(positions.begin(), positions.end(), [&](std::uint32_t left, std::uint32_t right) {
        const int order = id_of(places[left]).compare(id_of(places[right]));
        return order != 0 ? order < 0 : left < right;
    });
    Sorted made;
    std::vector<std::uint32_t> doubles;
    made.positions.reserve(places.size());
    for (std::uint32_t position : positions) {
        const bool again = !made.positions.empty() && id_of(places[made.positions.back()]) == id_of(places[position]);
        (again ? doubles : made.positions).push_back(position);
    }
    made.unique = made.positions.size();
    made.positions.insert(made.positions.end(), doubles.begin(), doubles.end());
    return made;
}

/// Moves records among their places, so that the n-th place holds what was in place `from[n]`.
void rearrange(const reflect::Struct& type, const std::vector<void*>& places, std::vector<std::uint32_t> from,
               void* spare) {
    for (std::uint32_t first = 0; first < from.size(); ++first) {
        if (from[first] == first) continue;
        relocate(type, spare, places[first]);
        std::uint32_t hole = first;
        while (from[hole] != first) {
            const std::uint32_t next = from[hole];
            relocate(type, places[hole], places[next]);
            from[hole] = hole;
            hole = next;
        }
        relocate(type, places[hole], spare);
        from[hole] = hole;
    }
}

bool in_order(const std::vector<void*>& places) {
    return std::adjacent_find(places.begin(), places.end(), [](const void* left, const void* right) {
               return id_of(left) >= id_of(right);
           }) == places.end();
}

}  // namespace

std::vector<std::string> Register::load(Builder builder) {
    Builder::State& built = *builder.state_;
    if (built.size == 0) return {};
    std::vector<void*> places = places_of(built.blocks);
    std::vector<std::string> doubles;
    if (size_ > 0) {
        for (void* record : places) {
            if (find(id_of(record))) doubles.push_back(id_of(record));
            else put(record);
        }
        return doubles;
    }
    if (!in_order(places)) {
        Sorted order = sorted(places);
        for (std::size_t i = order.unique; i < order.positions.size(); ++i)
            doubles.push_back(id_of(places[order.positions[i]]));
        const std::size_t unique = order.unique;
        Leaf spare(*type_, 1);  // its memory only
        rearrange(*type_, places, std::move(order.positions), spare.at(0));
        while (built.size > unique) builder.drop();
    }
    take_blocks(built);
    return doubles;
}

/// The builder's blocks, in order of id, as the leaves of this empty register.
void Register::take_blocks(Builder::State& built) {
    Register made(*type_);
    if (built.blocks.size() > 1 && built.size <= most_in_a_leaf(*type_)) {
        LeafPointer whole(new Leaf(*type_, built.size));
        for (const LeafPointer& block : built.blocks) block->move_tail(0, *whole);
        built.blocks.assign(1, whole);
    }
    for (LeafPointer& block : built.blocks)
        made.place_leaf(made.order_.size(), made.reserve_number(), std::move(block));
    made.size_ = built.size;
    if (made.order_.size() > kUnindexedLeaves) made.build_index();
    *this = std::move(made);
}

}  // namespace openeom
