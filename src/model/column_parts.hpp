// What column builders are made of: bits, numbers and texts that grow, and are taken batch by batch.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>

#include "openeom/base/error.hpp"
#include "openeom/model/table.hpp"

namespace openeom {

class Bits {
public:
    void add(bool bit) {
        if (size_ % 8 == 0) bytes_.push_back(0);
        if (bit) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | (1u << (size_ % 8)));
        else ++zeros_;
        ++size_;
    }
    [[nodiscard]] std::int64_t size() const noexcept { return size_; }
    [[nodiscard]] std::int64_t zeros() const noexcept { return zeros_; }
    [[nodiscard]] Buffer take() {
        size_ = zeros_ = 0;
        return Buffer(std::exchange(bytes_, {}));
    }

private:
    AlignedVector<std::uint8_t> bytes_;
    std::int64_t size_ = 0;
    std::int64_t zeros_ = 0;
};

/// Which values are there; begins a column when it is taken.
class Validity {
public:
    void add(bool valid) { bits_.add(valid); }
    [[nodiscard]] Column take() {
        Column column;
        column.length = bits_.size();
        column.nulls = bits_.zeros();
        Buffer bits = bits_.take();
        if (column.nulls > 0) column.validity = std::move(bits);
        return column;
    }

private:
    Bits bits_;
};

class BooleanPart {
public:
    void add(bool value) {
        validity_.add(true);
        values_.add(value);
    }
    void add_null() {
        validity_.add(false);
        values_.add(false);
    }
    [[nodiscard]] Column take() {
        Column column = validity_.take();
        column.values = values_.take();
        return column;
    }

private:
    Validity validity_;
    Bits values_;
};

template <class T>
class NumberPart {
public:
    void add(T value) {
        validity_.add(true);
        values_.push_back(value);
    }
    void add_null() {
        validity_.add(false);
        values_.push_back(T{});
    }
    void add(const std::optional<T>& value) { value ? add(*value) : add_null(); }
    [[nodiscard]] Column take() {
        Column column = validity_.take();
        const std::size_t usual = values_.capacity();
        column.values = Buffer(std::exchange(values_, {}));
        values_.reserve(usual);
        return column;
    }

private:
    Validity validity_;
    AlignedVector<T> values_;
};

/// A vector's own insert goes byte by byte where its allocator is not the standard one.
inline void append(AlignedVector<char>& bytes, std::string_view text) {
    const std::size_t size = bytes.size();
    bytes.resize(size + text.size());
    if (!text.empty()) std::memcpy(bytes.data() + size, text.data(), text.size());
}

inline std::int32_t checked_offset(std::size_t size, std::string_view what) {
    if (size > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw Error(ErrorCode::overflow, std::string(what) + " of a column reach beyond 2 GiB", {},
                    "choose columns, or read the register as a stream, batch by batch");
    return static_cast<std::int32_t>(size);
}

/// Offsets of values of different length, which begin at 0.
class Offsets {
public:
    void add(std::size_t end, std::string_view what) {
        if (offsets_.empty()) offsets_.push_back(0);
        offsets_.push_back(checked_offset(end, what));
    }
    [[nodiscard]] Buffer take() {
        if (offsets_.empty()) offsets_.push_back(0);
        return Buffer(std::exchange(offsets_, {}));
    }

private:
    AlignedVector<std::int32_t> offsets_;
};

/// Texts one behind the other.
class Texts {
public:
    void add(std::string_view text) {
        validity_.add(true);
        append(bytes_, text);
        offsets_.add(bytes_.size(), "the texts");
    }
    void add_null() {
        validity_.add(false);
        offsets_.add(bytes_.size(), "the texts");
    }
    [[nodiscard]] Column take() {
        Column column = validity_.take();
        column.values = offsets_.take();
        column.bytes = Buffer(std::exchange(bytes_, {}));
        return column;
    }

private:
    Validity validity_;
    Offsets offsets_;
    AlignedVector<char> bytes_;
};

/// Distinct texts, numbered as they come.
class Dictionary {
public:
    [[nodiscard]] std::int32_t number(std::string_view text);
    /// The texts; the dictionary is empty afterwards.
    [[nodiscard]] Column take();

private:
    [[nodiscard]] std::string_view at(std::int32_t number) const noexcept;
    void grow();
    [[nodiscard]] std::size_t place(std::string_view text) const noexcept;

    static constexpr std::int32_t kFree = -1;
    AlignedVector<std::int32_t> offsets_{0};
    AlignedVector<char> bytes_;
    std::vector<std::int32_t> slots_;  ///< by hash, probed in order; a power of two long
    std::int32_t size_ = 0;
};

/// Texts in either form.
class TextPart {
public:
    explicit TextPart(Layout layout) : coded_(layout == Layout::coded) {}

    void add(std::string_view text) {
        if (coded_) indices_.add(number(text));
        else texts_.add(text);
    }
    void add_null() { coded_ ? indices_.add_null() : texts_.add_null(); }
    [[nodiscard]] Column take() {
        if (!coded_) return texts_.take();
        Column column = indices_.take();
        column.dictionary = shared_;
        return column;
    }
    /// Gives all columns taken so far their dictionary.
    void finish() { *shared_ = dictionary_.take(); }

private:
    /// Rows that follow each other say the same more often than not.
    std::int32_t number(std::string_view text) {
        if (!last_ || text != last_text_) {
            last_ = dictionary_.number(text);
            last_text_ = text;
        }
        return *last_;
    }

    bool coded_;
    Texts texts_;
    NumberPart<std::int32_t> indices_;
    Dictionary dictionary_;
    std::string last_text_;
    std::optional<std::int32_t> last_;
    std::shared_ptr<Column> shared_ = std::make_shared<Column>();
};

}  // namespace openeom
