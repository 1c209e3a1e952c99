// A producer of Arrow streams made of any bytes: all that the interface lets a consumer see may be wrong (counts, offsets,
// formats, missing children, buffers, dictionaries and functions), but what it cannot see, the sizes of buffers, is as the
// counts say. Everything handed out has to be released once.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <deque>

#include "harness.hpp"

namespace openeom::fuzz {

class ArrowProducer {
public:
    explicit ArrowProducer(FuzzedDataProvider& bytes) : bytes_(bytes), root_(structure(0)) {
        for (auto left = bytes_.ConsumeIntegralInRange(0, 3); left > 0; --left) batches_.push_back(batch());
        fails_at_ = bytes_.ConsumeIntegralInRange<std::size_t>(0, 7);
    }
    ArrowProducer(const ArrowProducer&) = delete;
    ~ArrowProducer() {
        require(!handed_out_ || stream_releases_ == 1, "a stream is released once");
        require(released_ == given_, "what a stream gave is released");
    }

    ArrowArrayStream stream() {
        handed_out_ = true;
        ArrowArrayStream made{get_schema, get_next, get_last_error, release_stream, this};
        switch (bytes_.ConsumeIntegralInRange(0, 40)) {
            case 1: made.get_schema = nullptr; break;
            case 2: made.get_next = nullptr; break;
            case 3: made.get_last_error = nullptr; break;
            case 4: made.release = nullptr; handed_out_ = false; break;
            default: break;
        }
        return made;
    }

private:
    /// A field of the schema, and what its arrays are made by.
    struct Field {
        std::string format;
        std::string name;
        std::vector<Field*> children;
        Field* dictionary = nullptr;
        ArrowSchema schema{};
        std::vector<ArrowSchema*> child_schemas;
    };
    struct Array {
        std::vector<std::unique_ptr<char[]>> memory;
        std::vector<const void*> buffers;
        std::vector<ArrowArray*> children;
        ArrowArray array{};
    };

    bool rarely() { return bytes_.ConsumeIntegral<std::uint8_t>() > 250; }

    std::string name() {
        static constexpr const char* kNames[] = {"id", "names", "text", "language", "country", "kind", "dates", "evidence", "x-own"};
        if (bytes_.ConsumeIntegral<std::uint8_t>() > 60) return bytes_.PickValueInArray(kNames);
        return bytes_.ConsumeRandomLengthString(12);
    }

    std::string format() {
        static constexpr const char* kFormats[] = {"n", "b", "c", "C", "s", "S", "i", "I", "l", "L", "f", "g", "tdD", "tdm",
                                                   "u", "u", "u", "U", "vu", "d:9,2", "d:38,38", "d:5,2,128", "tss:", "tsm:UTC",
                                                   "tsu:UTC", "tsn:", "+s", "+l", "+L", "+w:2", "+w:0"};
        if (rarely()) return bytes_.ConsumeRandomLengthString(12);
        return bytes_.PickValueInArray(kFormats);
    }

    Field* field(int depth) {
        Field& made = fields_.emplace_back();
        made.format = depth > 5 ? "u" : format();
        made.name = name();
        const bool list = made.format.starts_with("+l") || made.format.starts_with("+L") || made.format.starts_with("+w");
        int children = list ? 1 : made.format == "+s" ? bytes_.ConsumeIntegralInRange(0, 4) : 0;
        if (rarely()) children = bytes_.ConsumeIntegralInRange(0, 2);
        for (; children > 0; --children) made.children.push_back(field(depth + 1));
        if (made.format.size() == 1 && std::strchr("cCsSiIlL", made.format[0]) != nullptr && bytes_.ConsumeBool())
            made.dictionary = rarely() ? field(depth + 1) : texts();
        return finish(made);
    }

    Field* texts() {
        Field& made = fields_.emplace_back();
        made.format = bytes_.ConsumeBool() ? "u" : "vu";
        return finish(made);
    }

    Field* structure(int depth) {
        Field& made = fields_.emplace_back();
        made.format = rarely() ? format() : "+s";
        for (auto left = bytes_.ConsumeIntegralInRange(0, 5); left > 0; --left) made.children.push_back(field(depth + 1));
        return finish(made);
    }

    Field* finish(Field& made) {
        for (Field* child : made.children) made.child_schemas.push_back(rarely() ? nullptr : &child->schema);
        made.schema = {rarely() ? nullptr : made.format.c_str(),
                       rarely() ? nullptr : made.name.c_str(),
                       nullptr,
                       ARROW_FLAG_NULLABLE,
                       static_cast<std::int64_t>(made.children.size()),
                       made.child_schemas.empty() || rarely() ? nullptr : made.child_schemas.data(),
                       made.dictionary == nullptr ? nullptr : &made.dictionary->schema,
                       rarely() ? nullptr : release_inner_schema,
                       this};
        if (rarely()) made.schema.n_children = hostile();
        return &made;
    }

    /// A number that a consumer has to refuse before it reads a byte.
    std::int64_t hostile() {
        static constexpr std::int64_t kNumbers[] = {-1, INT64_MIN, INT64_MAX, INT64_MAX / 64, -2, 1'000'000'007};
        return bytes_.PickValueInArray(kNumbers);
    }

    ArrowArray* batch() { return array(*root_, bytes_.ConsumeIntegralInRange<std::int64_t>(0, 9)); }

    ArrowArray* array(const Field& of, std::int64_t length) {
        Array& made = arrays_.emplace_back();
        const std::int64_t offset = bytes_.ConsumeIntegralInRange<std::int64_t>(0, 3);
        const std::int64_t size = offset + length;
        made.array.length = length;
        made.array.offset = offset;
        made.array.null_count = -1;
        fill(made, of.format, size);
        for (const Field* child : of.children) made.children.push_back(rarely() ? nullptr : array(*child, needed(of, size)));
        if (of.dictionary != nullptr && !rarely())
            made.array.dictionary = array(*of.dictionary, bytes_.ConsumeIntegralInRange<std::int64_t>(0, 4));
        if (rarely()) made.array.dictionary = &made.array;
        finish(made);
        return &made.array;
    }

    std::int64_t needed(const Field& of, std::int64_t size) {
        if (rarely()) return bytes_.ConsumeIntegralInRange<std::int64_t>(0, 4);
        if (of.format == "+s") return size;
        if (of.format == "+w:2") return 2 * size;
        return bytes_.ConsumeIntegralInRange<std::int64_t>(0, 8);
    }

    void finish(Array& made) {
        made.array.n_buffers = static_cast<std::int64_t>(made.buffers.size());
        made.array.buffers = made.buffers.empty() || rarely() ? nullptr : made.buffers.data();
        made.array.n_children = static_cast<std::int64_t>(made.children.size());
        made.array.children = made.children.empty() || rarely() ? nullptr : made.children.data();
        made.array.release = rarely() ? nullptr : release_inner_array;
        made.array.private_data = this;
        if (!rarely()) return;
        switch (bytes_.ConsumeIntegralInRange(0, 5)) {
            case 0: made.array.length = -1 - made.array.length; break;
            case 1: made.array.offset = bytes_.ConsumeBool() ? -1 : INT64_MAX - bytes_.ConsumeIntegralInRange(0, 20); break;
            case 2: made.array.null_count = hostile(); break;
            case 3: made.array.n_buffers = made.array.n_buffers == 0 ? 1 : bytes_.ConsumeIntegralInRange<std::int64_t>(0, made.array.n_buffers - 1); break;
            case 4: made.array.n_children = hostile(); break;
            default: made.array.null_count = bytes_.ConsumeIntegralInRange<std::int64_t>(0, 9); break;
        }
    }

    char* buffer(Array& made, std::size_t size) {
        made.memory.emplace_back(new char[size]());
        made.buffers.push_back(rarely() ? nullptr : made.memory.back().get());
        return made.memory.back().get();
    }

    /// `size` bytes, as long as there are any.
    void fill_with_bytes(char* into, std::size_t size) { bytes_.ConsumeData(into, size); }

    /// The buffers of an array of `size` values.
    void fill(Array& made, const std::string& format, std::int64_t size) {
        const auto values = static_cast<std::size_t>(size);
        if (format == "n") return;
        if (bytes_.ConsumeIntegral<std::uint8_t>() > 128) made.buffers.push_back(nullptr);
        else fill_with_bytes(buffer(made, values / 8 + 1), values / 8 + 1);
        if (format == "+s" || format.starts_with("+w")) return;
        if (format == "u" || format == "U") return fill_texts(made, format == "u" ? 4 : 8, values);
        if (format == "vu") return fill_views(made, values);
        const std::size_t width = width_of(format);
        const std::size_t bytes = (values + (format.starts_with("+") ? 1 : 0)) * width;
        fill_with_bytes(buffer(made, bytes), bytes);
    }

    static std::size_t width_of(const std::string& format) {
        if (format == "b" || format == "c" || format == "C") return 1;
        if (format == "s" || format == "S") return 2;
        if (format == "i" || format == "I" || format == "f" || format == "tdD" || format == "+l") return 4;
        return format.starts_with("d:") ? 16 : 8;
    }

    /// Offsets go up or down, but not beyond the texts: how long those are, nobody is told.
    void fill_texts(Array& made, std::size_t width, std::size_t values) {
        const std::string texts = bytes_.ConsumeRandomLengthString(60);
        char* offsets = buffer(made, (values + 1) * width);
        std::int64_t at = 0;
        for (std::size_t i = 0; i <= values; ++i) {
            at = std::min<std::int64_t>(at + bytes_.ConsumeIntegralInRange(0, 9), static_cast<std::int64_t>(texts.size()));
            const std::int64_t told = rarely() ? at - bytes_.ConsumeIntegralInRange(1, 70) : at;
            std::memcpy(offsets + i * width, &told, width);
        }
        std::memcpy(buffer(made, texts.size()), texts.data(), texts.size());
    }

    /// Views are any bytes at all: each buffer's size is told.
    void fill_views(Array& made, std::size_t values) {
        const std::string texts = bytes_.ConsumeRandomLengthString(60);
        char* views = buffer(made, values * 16);
        for (std::size_t i = 0; i < values; ++i) {
            const std::int32_t length = bytes_.ConsumeIntegralInRange(0, 12);
            std::memcpy(views + i * 16, &length, 4);
            if (rarely() || rarely()) fill_with_bytes(views + i * 16, 16);
            else fill_long_view(views + i * 16, texts);
        }
        std::memcpy(buffer(made, texts.size()), texts.data(), texts.size());
        const auto told = static_cast<std::int64_t>(texts.size());
        std::memcpy(buffer(made, sizeof told), &told, sizeof told);
    }

    void fill_long_view(char* view, const std::string& texts) {
        if (texts.size() < 13 || bytes_.ConsumeBool()) return fill_with_bytes(view + 4, 12);
        const std::int32_t offset = bytes_.ConsumeIntegralInRange<std::int32_t>(0, static_cast<std::int32_t>(texts.size()) - 13);
        const std::int32_t parts[] = {13, 0, 0, offset};
        std::memcpy(view, parts, 16);
        std::memcpy(view + 4, texts.data() + offset, 4);
    }

    static ArrowProducer& self(void* pointer) { return *static_cast<ArrowProducer*>(pointer); }

    static int get_schema(ArrowArrayStream* stream, ArrowSchema* into) {
        ArrowProducer& producer = self(stream->private_data);
        if (producer.fails_at_ == 1) return 5;
        *into = producer.root_->schema;
        if (into->release == nullptr) return 0;
        into->release = [](ArrowSchema* schema) {
            ++self(schema->private_data).released_;
            schema->release = nullptr;
        };
        ++producer.given_;
        return 0;
    }

    static int get_next(ArrowArrayStream* stream, ArrowArray* into) {
        ArrowProducer& producer = self(stream->private_data);
        if (producer.fails_at_ == producer.next_ + 2) return 22;
        if (producer.next_ == producer.batches_.size()) {
            *into = {};
            return 0;
        }
        *into = *producer.batches_[producer.next_++];
        if (into->release == nullptr) return 0;
        into->release = [](ArrowArray* array) {
            ++self(array->private_data).released_;
            array->release = nullptr;
        };
        ++producer.given_;
        return 0;
    }

    static const char* get_last_error(ArrowArrayStream* stream) {
        return self(stream->private_data).fails_at_ % 2 == 0 ? "no more of this\xFF" : nullptr;
    }

    static void release_stream(ArrowArrayStream* stream) {
        ++self(stream->private_data).stream_releases_;
        stream->release = nullptr;
    }

    static void release_inner_schema(ArrowSchema*) { broken("a consumer releases no child"); }
    static void release_inner_array(ArrowArray*) { broken("a consumer releases no child"); }

    FuzzedDataProvider& bytes_;
    std::deque<Field> fields_;
    std::deque<Array> arrays_;
    Field* root_;
    std::vector<ArrowArray*> batches_;
    std::size_t next_ = 0;
    std::size_t fails_at_ = 0;
    std::size_t given_ = 0;
    std::size_t released_ = 0;
    int stream_releases_ = 0;
    bool handed_out_ = false;
};

}  // namespace openeom::fuzz
