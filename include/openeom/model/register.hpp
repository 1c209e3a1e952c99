// A persistent sequence of records of one type in order of id: leaves of records and shards of an index, both shared
// copy-on-write, so that an edit of one record copies one leaf. Lookup by id takes constant time.
// Threads: const functions may run in any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/smart_ptr/intrusive_ptr.hpp>

#include "openeom/base/reflect.hpp"

namespace openeom {

class Register {
public:
    /// `type` is a described struct derived from Record.
    explicit Register(const reflect::Struct& type);
    Register(const Register& other);  ///< shares all leaves and shards
    Register(Register&& other) noexcept;
    Register& operator=(Register other) noexcept;
    ~Register();

    struct Leaf;
    struct Shard;

    class Iterator {
    public:
        const void* operator*() const;
        Iterator& operator++();
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        friend class Register;
        const Register* owner_ = nullptr;
        std::size_t leaf_ = 0;
        std::size_t at_ = 0;
    };

    [[nodiscard]] const reflect::Struct& type() const noexcept { return *type_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;
    /// The n-th record in order of id.
    [[nodiscard]] const void* at(std::size_t n) const;

    /// Null where there is none. O(1).
    [[nodiscard]] const void* find(std::string_view id) const;

    /// Adds or replaces; `record` is moved from. True where it was new. Records found before may have moved.
    bool put(void* record);
    /// False where there was none.
    bool remove(std::string_view id);

    /// Records built in place, in any order, for `load`.
    class Builder {
    public:
        explicit Builder(const reflect::Struct& type);
        Builder(Builder&&) noexcept;
        ~Builder();
        /// A new default record, kept unless dropped.
        void* add();
        /// Forgets the record added last.
        void drop();
        [[nodiscard]] std::size_t size() const noexcept;
        [[nodiscard]] const reflect::Struct& type() const noexcept;

    private:
        friend class Register;
        struct State;
        std::unique_ptr<State> state_;
    };
    /// Adds the builder's records; in an empty register its blocks become the leaves, records that came in order of id
    /// without a copy. Gives the ids that came twice or were there already (the first stays).
    std::vector<std::string> load(Builder builder);

    /// Number of leaves, and of those shared with another register, for tests of copy-on-write.
    [[nodiscard]] std::size_t leaves() const noexcept { return order_.size(); }
    [[nodiscard]] std::size_t shared_leaves(const Register& other) const;

private:
    // Counted by themselves rather than std::shared_ptr: whether a leaf is ours alone must be read with acquire order,
    // so that a reader in another thread that let go of it has done reading.
    using LeafPointer = boost::intrusive_ptr<Leaf>;
    using ShardPointer = boost::intrusive_ptr<Shard>;

    /// A leaf's place in the order of ids. The index refers to a leaf by its number, which does not change.
    struct Placed {
        std::uint32_t number = 0;
        std::uint32_t count = 0;
    };
    struct Spot {
        std::uint32_t number = 0;
        std::size_t slot = 0;
    };

    [[nodiscard]] const void* at(const Spot& spot) const;
    [[nodiscard]] std::size_t position_of(std::string_view id) const;
    [[nodiscard]] std::optional<Spot> search(std::string_view id) const;
    [[nodiscard]] std::optional<Spot> locate(std::string_view id) const;

    Leaf& writable(std::uint32_t number, std::size_t room);
    std::uint32_t reserve_number();
    void place_leaf(std::size_t position, std::uint32_t number, LeafPointer leaf) noexcept;
    void drop_leaf(std::size_t position) noexcept;
    void put_in_new_leaf(std::size_t position, void* record);
    void put_in_leaf(std::size_t position, void* record);
    void split(std::size_t position);
    void merge_with_neighbour(std::size_t position);
    void merge(std::size_t left);

    template <class Change>
    void change_index(Change change) noexcept;
    Shard& writable_shard(std::uint64_t hash);
    void index_insert(std::string_view id, const Spot& spot) noexcept;
    void index_erase(std::string_view id, std::uint32_t number) noexcept;
    void index_moved(std::uint32_t from, std::uint32_t to, std::size_t first_slot) noexcept;
    void build_index();
    void grow_index();

    void take_blocks(Builder::State& built);

    const reflect::Struct* type_;
    std::size_t size_ = 0;
    std::vector<LeafPointer> leaves_;          ///< by number; null where a number is free
    std::vector<std::uint32_t> free_numbers_;
    std::vector<Placed> order_;                ///< in order of id; no leaf is empty
    std::vector<ShardPointer> shards_;         ///< empty where there are few leaves: these are searched in order
};

}  // namespace openeom
