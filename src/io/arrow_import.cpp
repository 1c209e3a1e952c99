#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <limits>
#include <new>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/cell_problems.hpp"
#include "model/column_parts.hpp"
#include "openeom/base/callback.hpp"
#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"
#include "openeom/io/arrow.hpp"

namespace openeom::io {
namespace {

// --- What may come in ---

enum class Source : std::uint8_t {
    nothing,
    boolean,
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
    decimal128,
    date32,
    date64,
    timestamp,
    utf8,
    large_utf8,
    utf8_view,
    list,
    large_list,
    fixed_list,
    structure,
    dictionary,
};

/// A column of the producer: what it hands out, and the field that we make of it.
struct Node {
    Source source{};
    Field field;
    std::int64_t ticks_per_second = 1;  ///< timestamp
    std::int64_t list_size = 0;         ///< fixed_list
    std::vector<Node> children;
    std::vector<Node> dictionary;  ///< one, of what is coded
    Source index{};                ///< of what is coded
};

constexpr std::int64_t kMostColumns = 10'000;

[[noreturn]] void refuse(const std::string& where, const std::string& why, std::string hint = {}) {
    throw Error(ErrorCode::data, fmt::format("the Arrow stream: {}: {}", where, why), {}, std::move(hint));
}

struct SimpleFormat {
    std::string_view format;
    Source source;
    Layout layout;
};
constexpr SimpleFormat kSimpleFormats[] = {
    {"n", Source::nothing, Layout::nothing}, {"b", Source::boolean, Layout::boolean},
    {"c", Source::int8, Layout::integer},    {"C", Source::uint8, Layout::integer},
    {"s", Source::int16, Layout::integer},   {"S", Source::uint16, Layout::integer},
    {"i", Source::int32, Layout::integer},   {"I", Source::uint32, Layout::integer},
    {"l", Source::int64, Layout::integer},   {"L", Source::uint64, Layout::integer},
    {"f", Source::float32, Layout::real},    {"g", Source::float64, Layout::real},
    {"tdD", Source::date32, Layout::day},    {"tdm", Source::date64, Layout::day},
    {"u", Source::utf8, Layout::text},       {"U", Source::large_utf8, Layout::text},
    {"vu", Source::utf8_view, Layout::text}, {"+s", Source::structure, Layout::structure},
    {"+l", Source::list, Layout::list},      {"+L", Source::large_list, Layout::list},
};

bool is_whole(Source source) noexcept {
    return source >= Source::int8 && source <= Source::uint64;
}
bool is_text(Source source) noexcept {
    return source >= Source::utf8 && source <= Source::utf8_view;
}

std::optional<std::int64_t> number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Reads the producer's schema.
class SchemaReader {
public:
    explicit SchemaReader(std::uint32_t greatest_depth) : greatest_depth_(greatest_depth) {}

    Node read(const ArrowSchema& schema, const std::string& where, std::uint32_t depth) {
        if (schema.release == nullptr) refuse(where, "its schema is released already");
        if (schema.format == nullptr) refuse(where, "its schema has no format");
        if (depth > greatest_depth_)
            throw Error(ErrorCode::limit, fmt::format("the Arrow stream: {}: columns inside each other deeper than {}",
                                                      where, greatest_depth_));
        if (++columns_ > kMostColumns)
            throw Error(ErrorCode::limit, fmt::format("the Arrow stream has more than {} columns", kMostColumns));
        Node node = schema.dictionary != nullptr ? coded(schema, where, depth) : plain(schema, where);
        node.field.nullable = true;
        node.field.name = name_of(schema, where);
        add_children(node, schema, where, depth);
        return node;
    }

private:
    static std::string name_of(const ArrowSchema& schema, const std::string& where) {
        const std::string_view name = schema.name == nullptr ? std::string_view() : schema.name;
        if (text::first_invalid_utf8(name)) refuse(where, "its name is not UTF-8");
        return std::string(name);
    }

    static Node of(Source source, Layout layout) {
        Node node;
        node.source = source;
        node.field.layout = layout;
        return node;
    }

    static Node plain(const ArrowSchema& schema, const std::string& where) {
        const std::string_view format = schema.format;
        for (const SimpleFormat& simple : kSimpleFormats)
            if (simple.format == format) return of(simple.source, simple.layout);
        if (format.starts_with("d:")) return decimal(format.substr(2), where);
        if (format.starts_with("ts") && format.size() >= 4 && format[3] == ':') return timestamp(format, where);
        if (format.starts_with("+w:")) return fixed_list(format.substr(3), where);
        refuse(where, fmt::format("values of the type {} cannot be taken", quoted(format)),
               "whole numbers, floating point, decimals of 128 bits, booleans, texts, dates, timestamps, dictionaries "
               "of texts, lists and structs can");
    }

    static Node decimal(std::string_view parts, const std::string& where) {
        const std::size_t comma = parts.find(',');
        const std::string_view rest = comma == std::string_view::npos ? std::string_view() : parts.substr(comma + 1);
        const std::size_t second = rest.find(',');
        const auto precision = number_of(parts.substr(0, comma));
        const auto scale = number_of(rest.substr(0, second));
        const bool wide = second == std::string_view::npos || rest.substr(second + 1) == "128";
        if (!wide || !precision || !scale || *precision < 1 || *precision > 38 || *scale > *precision)
            refuse(where, fmt::format("decimals of the type {} cannot be taken", quoted(parts)),
                   "decimals of 128 bits can, with as many places as digits at most");
        Node node = of(Source::decimal128, Layout::decimal);
        node.field.places = static_cast<int>(*scale);
        return node;
    }

    static Node timestamp(std::string_view format, const std::string& where) {
        Node node = of(Source::timestamp, Layout::instant);
        switch (format[2]) {
            case 's': node.ticks_per_second = 1; break;
            case 'm': node.ticks_per_second = 1'000; break;
            case 'u': node.ticks_per_second = 1'000'000; break;
            case 'n': node.ticks_per_second = 1'000'000'000; break;
            default: refuse(where, fmt::format("timestamps of the type {} cannot be taken", quoted(format)));
        }
        node.field.has_zone = format.size() > 4;
        return node;
    }

    static Node fixed_list(std::string_view digits, const std::string& where) {
        const auto size = number_of(digits);
        if (!size) refuse(where, fmt::format("a list of {} elements cannot be taken", quoted(digits)));
        Node node = of(Source::fixed_list, Layout::list);
        node.list_size = *size;
        return node;
    }

    Node coded(const ArrowSchema& schema, const std::string& where, std::uint32_t depth) {
        const Node index = plain(schema, where);
        if (!is_whole(index.source)) refuse(where, "the indices of its dictionary are no whole numbers");
        Node node = of(Source::dictionary, Layout::coded);
        node.index = index.source;
        node.dictionary.push_back(read(*schema.dictionary, where + ", dictionary", depth + 1));
        // pandas makes a dictionary of nothing where a column has no value at all.
        if (!is_text(node.dictionary[0].source) && node.dictionary[0].source != Source::nothing)
            refuse(where, "its dictionary holds something else than texts", "decode it before it is handed over");
        return node;
    }

    void add_children(Node& node, const ArrowSchema& schema, const std::string& where, std::uint32_t depth) {
        const bool list = node.field.layout == Layout::list;
        const bool fits = node.field.layout == Layout::structure
                              ? schema.n_children >= 0 && schema.n_children <= kMostColumns
                              : schema.n_children == (list ? 1 : 0);
        if (!fits)
            refuse(where, fmt::format("a schema of the type {} cannot have {} children", quoted(schema.format),
                                      schema.n_children));
        if (schema.n_children > 0 && schema.children == nullptr)
            refuse(where, "its schema has no children, but a number of them");
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            if (schema.children[i] == nullptr) refuse(where, fmt::format("child {} of its schema is NULL", i));
            node.children.push_back(read(*schema.children[i], where_of(where, *schema.children[i], list), depth + 1));
            node.field.children.push_back(node.children.back().field);
        }
    }

    static std::string where_of(const std::string& parent, const ArrowSchema& child, bool list) {
        if (list) return parent + "[]";
        const std::string name = child.name == nullptr ? std::string() : shortened(child.name);
        return parent == "rows" ? name : parent + "." + name;
    }

    std::uint32_t greatest_depth_;
    std::int64_t columns_ = 0;
};

// --- Arrays ---

/// Numbers at no particular alignment.
template <class T>
T load(const void* buffer, std::int64_t at) noexcept {
    T value;
    std::memcpy(&value, static_cast<const char*>(buffer) + static_cast<std::size_t>(at) * sizeof(T), sizeof(T));
    return value;
}

bool bit(const void* buffer, std::int64_t at) noexcept {
    return ((load<std::uint8_t>(buffer, at / 8) >> (at % 8)) & 1) != 0;
}

constexpr std::int64_t kMostElements = std::numeric_limits<std::int32_t>::max();

std::int64_t buffers_expected(Source source) noexcept {
    switch (source) {
        case Source::nothing: return 0;
        case Source::structure:
        case Source::fixed_list: return 1;
        case Source::utf8:
        case Source::large_utf8:
        case Source::utf8_view: return 3;
        default: return 2;
    }
}

std::int64_t zeros(const void* bits, std::int64_t first, std::int64_t count) noexcept {
    std::int64_t found = 0;
    for (std::int64_t i = 0; i < count; ++i) found += bit(bits, first + i) ? 0 : 1;
    return found;
}

/// Whether values of their own lie in the buffer after the validity.
bool has_values(Source source) noexcept {
    return buffers_expected(source) > 1;
}

void validate_counts(const ArrowArray& array, std::int64_t needed, const std::string& where) {
    if (array.release == nullptr) refuse(where, "the array is released already");
    if (array.length < 0) refuse(where, fmt::format("an array of {} values", array.length));
    if (array.offset < 0 || array.offset > std::numeric_limits<std::int64_t>::max() / 64 - array.length)
        refuse(where, fmt::format("the array begins at {} and has {} values", array.offset, array.length));
    if (array.length < needed)
        refuse(where, fmt::format("the array has {} values, {} are needed", array.length, needed));
    if (array.null_count < -1 || array.null_count > array.length)
        refuse(where, fmt::format("{} of {} values are null", array.null_count, array.length));
}

void validate_buffers(const Node& node, const ArrowArray& array, const std::string& where) {
    const std::int64_t expected = buffers_expected(node.source);
    const bool right = node.source == Source::utf8_view
                           ? array.n_buffers >= expected && array.n_buffers <= kMostElements
                           : array.n_buffers == expected;
    if (!right) refuse(where, fmt::format("the array has {} buffers, not {}", array.n_buffers, expected));
    if (expected > 0 && array.buffers == nullptr) refuse(where, "the array has no buffers, but a number of them");
    if (has_values(node.source) && array.length > 0 && array.buffers[1] == nullptr)
        refuse(where, "the buffer of its values is NULL");
}

void validate_nulls(const ArrowArray& array, const std::string& where) {
    const void* bits = array.buffers[0];
    if (bits == nullptr && array.null_count > 0)
        refuse(where, fmt::format("{} values are null, but no bitmap says which", array.null_count));
    if (bits == nullptr || array.null_count < 0) return;
    const std::int64_t found = zeros(bits, array.offset, array.length);
    if (found != array.null_count)
        refuse(where, fmt::format("{} values are said to be null, the bitmap has {}", array.null_count, found));
}

/// How many values each child must have; of a list, its offsets say.
std::int64_t needed_of_children(const Node& node, const ArrowArray& array, const std::string& where) {
    const std::int64_t end = array.offset + array.length;
    if (node.source == Source::structure) return end;
    if (node.source != Source::fixed_list || node.list_size == 0) return 0;
    if (end > std::numeric_limits<std::int64_t>::max() / node.list_size)
        refuse(where, "more elements than can be counted");
    return end * node.list_size;
}

/// Validates the frame of an array and of all inside it: everything that can be seen without a look at the values.
/// `needed`: how many values somebody outside counts on.
void validate(const Node& node, const ArrowArray& array, std::int64_t needed, const std::string& where) {
    validate_counts(array, needed, where);
    validate_buffers(node, array, where);
    if (node.source != Source::nothing) validate_nulls(array, where);
    if (array.n_children != static_cast<std::int64_t>(node.children.size()))
        refuse(where, fmt::format("the array has {} children, its schema {}", array.n_children, node.children.size()));
    if (array.n_children > 0 && array.children == nullptr)
        refuse(where, "the array has no children, but a number of them");
    if (array.dictionary != nullptr && node.dictionary.empty())
        refuse(where, "a dictionary that its schema does not have");
    if (array.dictionary == nullptr && !node.dictionary.empty()) refuse(where, "its dictionary is missing");
    if (array.dictionary != nullptr) validate(node.dictionary[0], *array.dictionary, 0, where + ", dictionary");
    const std::int64_t in_children = needed_of_children(node, array, where);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& child = node.children[i];
        const bool list = node.field.layout == Layout::list;
        const std::string name = list ? where + "[]" : where + "." + shortened(child.field.name);
        if (array.children[i] == nullptr) refuse(name, "the array is NULL");
        validate(child, *array.children[i], in_children, name);
    }
}

/// Where a value is, told by the values around it; made on the stack, and gone through only where something is wrong.
struct At {
    const At* parent = nullptr;
    std::string_view name;
    std::int64_t first = 0;  ///< number of the first value in what is read
    const AlignedVector<std::int32_t>* ends =
        nullptr;  ///< of a list around: where the elements of each of its rows end

    /// The row of the table in which value `i` stands.
    [[nodiscard]] std::int64_t row(std::int64_t i) const {
        if (parent == nullptr) return first + i;
        if (ends == nullptr) return parent->row(i);
        const auto found = std::upper_bound(ends->begin(), ends->end(), static_cast<std::int32_t>(i));
        return parent->row(found - ends->begin());
    }
    [[nodiscard]] std::string path() const {
        if (parent == nullptr) return std::string(name);
        const std::string before = parent->path();
        if (ends != nullptr) return before + "[]";
        return before.empty() ? std::string(name) : before + "." + std::string(name);
    }
};

/// Copies values out of the producer's arrays, looking at each.
class Reader {
public:
    Reader(const Limits& limits, CellProblems& problems)
        : bytes_left_(limits.bytes == 0 ? SIZE_MAX : limits.bytes), problems_(problems) {}

    /// Values from `start` on, which the array has for certain.
    Column read(const Node& node, const ArrowArray& array, std::int64_t start, std::int64_t count, const At& at) {
        const std::int64_t first = array.offset + start;
        switch (node.source) {
            case Source::nothing: return nothing(count);
            case Source::boolean: return booleans(array, first, count);
            case Source::int8: return whole<std::int8_t>(array, first, count, at);
            case Source::uint8: return whole<std::uint8_t>(array, first, count, at);
            case Source::int16: return whole<std::int16_t>(array, first, count, at);
            case Source::uint16: return whole<std::uint16_t>(array, first, count, at);
            case Source::int32: return whole<std::int32_t>(array, first, count, at);
            case Source::uint32: return whole<std::uint32_t>(array, first, count, at);
            case Source::int64: return whole<std::int64_t>(array, first, count, at);
            case Source::uint64: return whole<std::uint64_t>(array, first, count, at);
            case Source::float32: return numbers<double, float>(array, first, count);
            case Source::float64: return numbers<double, double>(array, first, count);
            case Source::decimal128: return numbers<Wide, Wide>(array, first, count);
            case Source::date32: return numbers<std::int32_t, std::int32_t>(array, first, count);
            case Source::date64: return days(array, first, count, at);
            case Source::timestamp: return instants(node, array, first, count, at);
            case Source::utf8: return texts<std::int32_t>(array, first, count, at);
            case Source::large_utf8: return texts<std::int64_t>(array, first, count, at);
            case Source::utf8_view: return views(array, first, count, at);
            case Source::list: return lists<std::int32_t>(node, array, first, count, at);
            case Source::large_list: return lists<std::int64_t>(node, array, first, count, at);
            case Source::fixed_list: return fixed_lists(node, array, first, count, at);
            case Source::structure: return structures(node, array, first, count, at);
            case Source::dictionary: return coded(node, array, first, count, at);
        }
        throw Error(ErrorCode::internal, "an Arrow array of no known kind");
    }

    /// The arrays of a batch are released: what was kept of their dictionaries is of no more use.
    void end_batch() { dictionaries_.clear(); }

private:
    void spend(std::size_t bytes) {
        if (bytes > bytes_left_)
            throw Error(ErrorCode::limit, "the Arrow stream has more bytes than allowed", {},
                        "'limits': {'bytes': N} allows more");
        bytes_left_ -= bytes;
    }

    static bool is_null(const ArrowArray& array, std::int64_t i) noexcept {
        return array.buffers[0] != nullptr && !bit(array.buffers[0], i);
    }

    static Column nothing(std::int64_t count) {
        Column column;
        column.length = column.nulls = count;
        return column;
    }

    Column booleans(const ArrowArray& array, std::int64_t first, std::int64_t count) {
        spend(static_cast<std::size_t>(count) / 4);
        BooleanPart part;
        for (std::int64_t i = first; i < first + count; ++i) {
            if (is_null(array, i)) part.add_null();
            else part.add(bit(array.buffers[1], i));
        }
        return part.take();
    }

    template <class To, class From>
    Column numbers(const ArrowArray& array, std::int64_t first, std::int64_t count) {
        spend(static_cast<std::size_t>(count) * sizeof(To));
        NumberPart<To> part;
        for (std::int64_t i = first; i < first + count; ++i) {
            if (is_null(array, i)) part.add_null();
            else part.add(static_cast<To>(load<From>(array.buffers[1], i)));
        }
        return part.take();
    }

    template <class From>
    Column whole(const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        if constexpr (!std::is_same_v<From, std::uint64_t>) return numbers<std::int64_t, From>(array, first, count);
        else {
            return converted<std::int64_t, From>(
                array, first, count, at,
                [](std::uint64_t value) -> std::optional<std::int64_t> {
                    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                        return std::nullopt;
                    return static_cast<std::int64_t>(value);
                },
                "the number does not fit in 64 bits with a sign");
        }
    }

    /// `convert` gives none for what cannot be kept as it is.
    template <class To, class From, class Convert>
    Column converted(const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at, Convert convert,
                     const char* otherwise) {
        spend(static_cast<std::size_t>(count) * sizeof(To));
        NumberPart<To> part;
        for (std::int64_t i = first; i < first + count; ++i) {
            std::optional<To> value;
            if (!is_null(array, i)) {
                value = convert(load<From>(array.buffers[1], i));
                if (!value) problem(at, i - first, otherwise);
            }
            part.add(value);
        }
        return part.take();
    }

    Column days(const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        constexpr std::int64_t kDay = 86'400'000;
        return converted<std::int32_t, std::int64_t>(
            array, first, count, at,
            [](std::int64_t value) -> std::optional<std::int32_t> {
                if (value % kDay != 0 || std::abs(value / kDay) > std::numeric_limits<std::int32_t>::max())
                    return std::nullopt;
                return static_cast<std::int32_t>(value / kDay);
            },
            "the date is no whole number of days");
    }

    Column instants(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        constexpr std::int64_t kMicroseconds = 1'000'000;
        const std::int64_t ticks = node.ticks_per_second;
        return converted<std::int64_t, std::int64_t>(
            array, first, count, at,
            [ticks](std::int64_t value) -> std::optional<std::int64_t> {
                if (ticks > kMicroseconds)
                    return value % (ticks / kMicroseconds) == 0 ? std::optional(value / (ticks / kMicroseconds))
                                                                : std::nullopt;
                std::int64_t made = 0;
                if (__builtin_mul_overflow(value, kMicroseconds / ticks, &made)) return std::nullopt;
                return made;
            },
            "the time is no whole number of microseconds, or out of range");
    }

    void add_text(Texts& texts, std::string_view text, const At& at, std::int64_t i) {
        spend(text.size());
        if (!text::first_invalid_utf8(text)) return texts.add(text);
        problem(at, i, "the text is not UTF-8");
        texts.add_null();
    }

    template <class Offset>
    Column texts(const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        spend(static_cast<std::size_t>(count) * sizeof(std::int32_t));
        // All offsets before any byte: where one goes back, those before it may have reached beyond the buffer.
        for (std::int64_t i = first; i < first + count; ++i) (void)range<Offset>(array, i, at);
        Texts made;
        for (std::int64_t i = first; i < first + count; ++i) {
            const auto [begin, end] = range<Offset>(array, i, at);
            if (end > begin && array.buffers[2] == nullptr) refuse(told(at), "the buffer of its texts is NULL");
            if (is_null(array, i)) made.add_null();
            else
                add_text(made,
                         {end > begin ? static_cast<const char*>(array.buffers[2]) + begin : "",
                          static_cast<std::size_t>(end - begin)},
                         at, i - first);
        }
        return made.take();
    }

    template <class Offset>
    std::pair<std::int64_t, std::int64_t> range(const ArrowArray& array, std::int64_t i, const At& at) const {
        const std::int64_t begin = load<Offset>(array.buffers[1], i), end = load<Offset>(array.buffers[1], i + 1);
        if (begin < 0 || end < begin) refuse(told(at), fmt::format("its offsets go from {} to {}", begin, end));
        // The size of the buffer is not told. An honest one is not larger than what is allowed in all.
        if (static_cast<std::uint64_t>(end - begin) > bytes_left_)
            throw Error(ErrorCode::limit,
                        fmt::format("the Arrow stream: {}: a value of {} bytes", told(at), end - begin));
        return {begin, end};
    }

    Column views(const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        spend(static_cast<std::size_t>(count) * sizeof(std::int32_t));
        Texts made;
        for (std::int64_t i = first; i < first + count; ++i) {
            if (is_null(array, i)) made.add_null();
            else add_text(made, view(array, i, at), at, i - first);
        }
        return made.take();
    }

    /// A view is 16 bytes: a length, and up to 12 bytes themselves or 4 of them, the number of a buffer and a place in it.
    static std::string_view view(const ArrowArray& array, std::int64_t i, const At& at) {
        constexpr std::int32_t kInline = 12;
        const char* at_view = static_cast<const char*>(array.buffers[1]) + i * 16;
        const auto length = load<std::int32_t>(at_view, 0);
        if (length < 0) refuse(told(at), fmt::format("a text of {} bytes", length));
        if (length <= kInline) return {at_view + 4, static_cast<std::size_t>(length)};
        const std::int64_t buffer = load<std::int32_t>(at_view, 2), offset = load<std::int32_t>(at_view, 3);
        const std::int64_t others = array.n_buffers - 3;
        const void* sizes = array.buffers[array.n_buffers - 1];
        if (buffer < 0 || buffer >= others || offset < 0 || sizes == nullptr)
            refuse(told(at), fmt::format("a text in buffer {} of {}, at {}", buffer, others, offset));
        if (array.buffers[2 + buffer] == nullptr || offset + length > load<std::int64_t>(sizes, buffer))
            refuse(told(at), fmt::format("a text that reaches beyond its buffer, to {}", offset + length));
        const std::string_view text(static_cast<const char*>(array.buffers[2 + buffer]) + offset,
                                    static_cast<std::size_t>(length));
        if (std::memcmp(text.data(), at_view + 4, 4) != 0)
            refuse(told(at), "a text that begins in another way than its view says");
        return text;
    }

    template <class Offset>
    Column lists(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        const ArrowArray& elements = *array.children[0];
        std::int64_t begin = 0;
        if (count > 0) begin = load<Offset>(array.buffers[1], first);
        return list_column(node, array, first, count, at, begin, [&](std::int64_t i) {
            const std::int64_t from = load<Offset>(array.buffers[1], i), to = load<Offset>(array.buffers[1], i + 1);
            if (from < 0 || to < from || to > elements.length)
                refuse(told(at),
                       fmt::format("its offsets go from {} to {}, of {} elements", from, to, elements.length));
            return to;
        });
    }

    Column fixed_lists(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count,
                       const At& at) {
        return list_column(node, array, first, count, at, first * node.list_size,
                           [&](std::int64_t i) { return (i + 1) * node.list_size; });
    }

    /// `end(i)` is where the elements of row i end, which are those from where the row before ended; `begin` where the
    /// first ones begin.
    template <class End>
    Column list_column(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at,
                       std::int64_t begin, End end) {
        spend(static_cast<std::size_t>(count) * sizeof(std::int32_t));
        Validity validity;
        Offsets offsets;
        AlignedVector<std::int32_t> ends;
        std::int64_t last = begin;
        for (std::int64_t i = first; i < first + count; ++i) {
            validity.add(!is_null(array, i));
            last = end(i);
            if (last - begin > kMostElements)
                throw Error(ErrorCode::limit, fmt::format("the Arrow stream: {}: more than {} elements in {} rows",
                                                          told(at), kMostElements, count));
            offsets.add(static_cast<std::size_t>(last - begin), "the lists");
            ends.push_back(static_cast<std::int32_t>(last - begin));
        }
        Column column = validity.take();
        column.values = offsets.take();
        const At inside{&at, {}, 0, &ends};
        column.children.push_back(read(node.children[0], *array.children[0], begin, last - begin, inside));
        return column;
    }

    Column structures(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        spend(static_cast<std::size_t>(count) / 8);
        Validity validity;
        for (std::int64_t i = first; i < first + count; ++i) validity.add(!is_null(array, i));
        Column column = validity.take();
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const At inside{&at, node.children[i].field.name, 0, nullptr};
            column.children.push_back(read(node.children[i], *array.children[i], first, count, inside));
        }
        return column;
    }

    Column coded(const Node& node, const ArrowArray& array, std::int64_t first, std::int64_t count, const At& at) {
        const std::shared_ptr<const Column> dictionary = dictionary_of(node.dictionary[0], *array.dictionary, at);
        spend(static_cast<std::size_t>(count) * sizeof(std::int32_t));
        NumberPart<std::int32_t> part;
        for (std::int64_t i = first; i < first + count; ++i) {
            if (is_null(array, i)) {
                part.add_null();
                continue;
            }
            const std::uint64_t index = index_at(node.index, array, i);
            if (index >= static_cast<std::uint64_t>(dictionary->length))
                refuse(told(at), fmt::format("an index {} into a dictionary of {} texts",
                                             static_cast<std::int64_t>(index), dictionary->length));
            if (dictionary->is_null(static_cast<std::int64_t>(index))) part.add_null();
            else part.add(static_cast<std::int32_t>(index));
        }
        Column column = part.take();
        column.dictionary = dictionary;
        return column;
    }

    /// A negative index comes out greater than any dictionary.
    static std::uint64_t index_at(Source source, const ArrowArray& array, std::int64_t i) {
        const void* values = array.buffers[1];
        switch (source) {
            case Source::int8: return static_cast<std::uint64_t>(std::int64_t{load<std::int8_t>(values, i)});
            case Source::uint8: return load<std::uint8_t>(values, i);
            case Source::int16: return static_cast<std::uint64_t>(std::int64_t{load<std::int16_t>(values, i)});
            case Source::uint16: return load<std::uint16_t>(values, i);
            case Source::int32: return static_cast<std::uint64_t>(std::int64_t{load<std::int32_t>(values, i)});
            case Source::uint32: return load<std::uint32_t>(values, i);
            case Source::int64: return static_cast<std::uint64_t>(load<std::int64_t>(values, i));
            default: return load<std::uint64_t>(values, i);
        }
    }

    /// A batch is read in pieces, its dictionaries once.
    std::shared_ptr<const Column> dictionary_of(const Node& node, const ArrowArray& array, const At& at) {
        for (const auto& [known, column] : dictionaries_)
            if (known == &array) return column;
        if (array.length > kMostElements)
            throw Error(ErrorCode::limit,
                        fmt::format("the Arrow stream: {}: a dictionary of {} texts", told(at), array.length));
        const std::string name = told(at) + ", dictionary";
        const At inside{nullptr, name, 0, nullptr};
        const bool texts = node.source != Source::nothing;
        auto column =
            std::make_shared<const Column>(texts ? read(node, array, 0, array.length, inside) : Texts().take());
        dictionaries_.emplace_back(&array, column);
        return column;
    }

    static std::string told(const At& at) {
        const std::string path = at.path();
        return path.empty() ? "rows" : path;
    }
    void problem(const At& at, std::int64_t i, const char* message) {
        problems_.add(at.row(i), at.path(), "arrow-value", message);
    }

    std::uint64_t bytes_left_;
    CellProblems& problems_;
    std::vector<std::pair<const ArrowArray*, std::shared_ptr<const Column>>> dictionaries_;
};

// --- The stream ---

class StreamReader {
public:
    StreamReader(ArrowArrayStream& stream, const Limits& limits, const Progress& progress)
        : stream_(stream), limits_(limits), progress_(progress), problems_("row"), reader_(limits, problems_) {}

    Table read() {
        const Node rows = schema();
        std::vector<Column> batches;
        for (std::uint64_t number = 1;; ++number) {
            const ArrowOwner<ArrowArray> batch = next();
            if (!batch) break;
            refuse_endless(number);
            add(rows, *batch.operator->(), fmt::format("batch {}", number), batches);
            reader_.end_batch();
        }
        problems_.raise();
        return Table(rows.field, std::move(batches), nullptr);
    }

private:
    Node schema() {
        ArrowOwner<ArrowSchema> schema;
        const int code = called_back("get_schema", [&] { return stream_.get_schema(&stream_, schema.get()); });
        if (code != 0) failed("the schema", code);
        const std::uint32_t depth =
            std::min(limits_.depth == 0 ? Limits{}.depth : limits_.depth, Limits::kGreatestDepth);
        Node rows = SchemaReader(depth).read(*schema.get(), "rows", 0);
        if (rows.source != Source::structure) refuse("rows", "they are no structs, as those of a table are");
        return rows;
    }

    ArrowOwner<ArrowArray> next() {
        ArrowOwner<ArrowArray> batch;
        const int code = called_back("get_next", [&] { return stream_.get_next(&stream_, batch.get()); });
        if (code != 0) failed("a batch", code);
        return batch;
    }

    [[noreturn]] void failed(const char* what, int code) {
        if (code == ENOMEM) throw std::bad_alloc();
        const char* said = called_back("get_last_error", [&]() -> const char* {
            return stream_.get_last_error != nullptr ? stream_.get_last_error(&stream_) : nullptr;
        });
        throw Error(ErrorCode::io, fmt::format("the producer of the Arrow stream failed to give {}: {}", what,
                                               said != nullptr ? shortened(said) : fmt::format("error {}", code)));
    }

    /// A producer may give batches of no rows for ever.
    void refuse_endless(std::uint64_t number) const {
        constexpr std::uint64_t kMostEmpty = 100'000;
        if (number > static_cast<std::uint64_t>(rows_) + kMostEmpty)
            throw Error(ErrorCode::limit, fmt::format("the Arrow stream has {} batches for {} rows", number, rows_));
    }

    void add(const Node& rows, const ArrowArray& batch, const std::string& where, std::vector<Column>& batches) {
        validate(rows, batch, 0, where);
        if (batch.length > 0 && batch.buffers[0] != nullptr && zeros(batch.buffers[0], batch.offset, batch.length) > 0)
            refuse(where, "whole rows are null");
        if (limits_.records != 0 &&
            static_cast<std::uint64_t>(batch.length) > limits_.records - static_cast<std::uint64_t>(rows_))
            throw Error(ErrorCode::limit, fmt::format("the Arrow stream has more rows than {}", limits_.records), {},
                        "'limits': {'records': N} allows more");
        for (std::int64_t start = 0; start < batch.length; start += static_cast<std::int64_t>(kBatchRows)) {
            const std::int64_t count = std::min(batch.length - start, static_cast<std::int64_t>(kBatchRows));
            const At at{nullptr, {}, rows_, nullptr};
            batches.push_back(reader_.read(rows, batch, start, count, at));
            rows_ += count;
            go_on();
        }
    }

    void go_on() const {
        if (progress_ && !progress_(static_cast<std::uint64_t>(rows_), 0, "import"))
            throw Error(ErrorCode::cancelled, "reading the Arrow stream was cancelled");
        const auto passed =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun_);
        if (limits_.milliseconds != 0 && static_cast<std::uint64_t>(passed.count()) > limits_.milliseconds)
            throw Error(ErrorCode::limit,
                        fmt::format("reading the Arrow stream took longer than {} ms", limits_.milliseconds));
    }

    ArrowArrayStream& stream_;
    const Limits& limits_;
    const Progress& progress_;
    CellProblems problems_;
    Reader reader_;
    std::int64_t rows_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace

Table import_stream(ArrowArrayStream* stream, const Limits& limits, const Progress& progress) {
    if (stream == nullptr || stream->release == nullptr)
        throw Error(ErrorCode::argument, "the Arrow stream is released already");
    ArrowStreamOwner taken(std::exchange(*stream, {}));
    if (taken->get_schema == nullptr || taken->get_next == nullptr)
        throw Error(ErrorCode::argument, "the Arrow stream lacks a function");
    return StreamReader(*taken.get(), limits, progress).read();
}

}  // namespace openeom::io
