// The leaves of a register: raw memory in which records of one type lie in order of id.
#pragma once

#include <cassert>
#include <cstddef>
#include <memory>
#include <new>
#include <string_view>

#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include "openeom/model/record.hpp"
#include "openeom/model/register.hpp"

namespace openeom {

/// Record is the first base of every entity, so its address is the entity's (a test holds it).
inline const std::string& id_of(const void* record) noexcept {
    return static_cast<const Record*>(record)->id.text();
}

/// Moves a record into raw memory and leaves raw memory behind.
inline void relocate(const reflect::Struct& type, void* to, void* from) {
    type.move(to, from);
    type.destroy(from);
}

struct Register::Leaf : boost::intrusive_ref_counter<Register::Leaf, boost::thread_safe_counter> {
    Leaf(const reflect::Struct& type, std::size_t capacity)
        : type_(&type), capacity_(capacity), memory_(allocate(type, capacity), Release{type.alignment}) {}
    Leaf(const Leaf&) = delete;
    Leaf& operator=(const Leaf&) = delete;
    ~Leaf() { truncate(0); }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
    [[nodiscard]] void* at(std::size_t slot) noexcept { return memory_.get() + slot * type_->bytes; }
    [[nodiscard]] const void* at(std::size_t slot) const noexcept { return memory_.get() + slot * type_->bytes; }

    /// Slot of the first record whose id is not before `id`.
    [[nodiscard]] std::size_t lower_bound(std::string_view id) const noexcept {
        std::size_t first = 0;
        for (std::size_t left = size_; left > 0;) {
            const std::size_t half = left / 2;
            if (std::string_view(id_of(at(first + half))) < id) {
                first += half + 1;
                left -= half + 1;
            } else {
                left = half;
            }
        }
        return first;
    }
    [[nodiscard]] bool holds(std::size_t slot, std::string_view id) const noexcept {
        return slot < size_ && id_of(at(slot)) == id;
    }

    // Where something is added, the caller has seen to the room.
    void* add_default() {
        type_->construct(at(size_));
        return at(size_++);
    }
    void add_copy(const void* record) {
        type_->copy(at(size_), record);
        ++size_;
    }
    void add_moved(void* record) {
        type_->move(at(size_), record);
        ++size_;
    }
    void insert(std::size_t slot, void* record) {
        assert(size_ < capacity_ && slot <= size_);
        for (std::size_t i = size_; i > slot; --i) relocate(*type_, at(i), at(i - 1));
        type_->move(at(slot), record);
        ++size_;
    }
    void replace(std::size_t slot, void* record) {
        type_->destroy(at(slot));
        type_->move(at(slot), record);
    }
    void erase(std::size_t slot) {
        type_->destroy(at(slot));
        for (std::size_t i = slot + 1; i < size_; ++i) relocate(*type_, at(i - 1), at(i));
        --size_;
    }
    /// Moves the records from `slot` on to the end of another leaf.
    void move_tail(std::size_t slot, Leaf& to) {
        for (std::size_t i = slot; i < size_; ++i) to.add_moved(at(i));
        truncate(slot);
    }
    void truncate(std::size_t size) noexcept {
        while (size_ > size) type_->destroy(at(--size_));
    }

private:
    struct Release {
        std::size_t alignment;
        void operator()(std::byte* memory) const noexcept { ::operator delete(memory, std::align_val_t(alignment)); }
    };
    static std::byte* allocate(const reflect::Struct& type, std::size_t capacity) {
        return static_cast<std::byte*>(::operator new(type.bytes* capacity, std::align_val_t(type.alignment)));
    }

    const reflect::Struct* type_;
    std::size_t size_ = 0;
    std::size_t capacity_;
    std::unique_ptr<std::byte, Release> memory_;
};

}  // namespace openeom
