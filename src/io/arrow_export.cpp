#include <array>
#include <bit>
#include <cerrno>

#include <fmt/format.h>

#include "io/register_rows.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/arrow.hpp"

namespace openeom::io {
namespace {

using reflect::Kind;

// --- Schema ---

/// As many digits as 128 bits hold.
constexpr int kPrecision = 38;

std::string format_of(const Field& field) {
    switch (field.layout) {
        case Layout::nothing: return "n";
        case Layout::boolean: return "b";
        case Layout::small: return "s";
        case Layout::integer: return "l";
        case Layout::real: return "g";
        case Layout::decimal: return fmt::format("d:{},{}", kPrecision, field.places);
        case Layout::day: return "tdD";
        case Layout::instant: return field.has_zone ? "tsu:UTC" : "tsu:";
        case Layout::text: return "u";
        case Layout::coded: return "i";
        case Layout::structure: return "+s";
        case Layout::list: return "+l";
    }
    return "n";
}

/// Arrow's encoding: the number of pairs, then length and bytes of each key and value, numbers as the machine has them.
class Metadata {
public:
    void add(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        ++count_;
        add(key);
        add(value);
    }
    /// Empty where nothing was added.
    [[nodiscard]] std::string encoded() const { return count_ == 0 ? std::string() : number(count_) + pairs_; }

private:
    static std::string number(std::int32_t n) {
        const auto bytes = std::bit_cast<std::array<char, sizeof n>>(n);
        return {bytes.data(), bytes.size()};
    }
    void add(std::string_view text) {
        pairs_ += number(static_cast<std::int32_t>(text.size()));
        pairs_ += text;
    }

    std::int32_t count_ = 0;
    std::string pairs_;
};

std::string metadata_of(const Field& field) {
    Metadata metadata;
    if (field.type == nullptr) return {};
    const reflect::Type& stated = field.type->kind == Kind::optional ? *field.type->element : *field.type;
    const reflect::Type& inner = reflect::innermost(stated);
    metadata.add("openeom.type", reflect::name(stated.kind));
    if (inner.kind == Kind::record) metadata.add("openeom.of", inner.record().name);
    if (inner.kind == Kind::reference) metadata.add("openeom.of", inner.target());
    if (field.member != nullptr) metadata.add("openeom.unit", field.member->unit);
    if (inner.kind == Kind::code) metadata.add("openeom.codelist", inner.codes->name);
    else if (field.member != nullptr) metadata.add("openeom.codelist", field.member->codes);
    return metadata.encoded();
}

std::string metadata_of(const Table& table) {
    Metadata metadata;
    metadata.add("openeom.schema_version", fmt::format("{}.{}", kFormatMajor, kFormatMinor));
    if (table.record() != nullptr) metadata.add("openeom.type", table.record()->name);
    metadata.add("openeom.reconstruction", table.reconstruction());
    return metadata.encoded();
}

/// What an exported schema points to. Its children are released by themselves, since a consumer may move them away.
struct SchemaParts {
    std::string format;
    std::string name;
    std::string metadata;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> pointers;
    ArrowSchema dictionary{};

    SchemaParts() = default;
    SchemaParts(const SchemaParts&) = delete;
    SchemaParts& operator=(const SchemaParts&) = delete;
    ~SchemaParts() {
        for (ArrowSchema& child : children)
            if (child.release != nullptr) child.release(&child);
        if (dictionary.release != nullptr) dictionary.release(&dictionary);
    }
};

void release_schema(ArrowSchema* schema) {
    const std::unique_ptr<SchemaParts> parts(static_cast<SchemaParts*>(schema->private_data));
    schema->release = nullptr;
    schema->private_data = nullptr;
}

ArrowSchema filled_schema(std::unique_ptr<SchemaParts> parts, bool nullable) {
    for (ArrowSchema& child : parts->children) parts->pointers.push_back(&child);
    ArrowSchema schema{};
    schema.format = parts->format.c_str();
    schema.name = parts->name.c_str();
    schema.metadata = parts->metadata.empty() ? nullptr : parts->metadata.data();
    schema.flags = nullable ? ARROW_FLAG_NULLABLE : 0;
    schema.n_children = static_cast<int64_t>(parts->children.size());
    schema.children = parts->pointers.empty() ? nullptr : parts->pointers.data();
    schema.dictionary = parts->dictionary.release != nullptr ? &parts->dictionary : nullptr;
    schema.release = &release_schema;
    schema.private_data = parts.release();
    return schema;
}

ArrowSchema schema_of(const Field& field, std::string metadata) {
    auto parts = std::make_unique<SchemaParts>();
    parts->format = format_of(field);
    parts->name = field.name;
    parts->metadata = std::move(metadata);
    parts->children.reserve(field.children.size());
    parts->pointers.reserve(field.children.size());
    for (const Field& child : field.children) parts->children.push_back(schema_of(child, metadata_of(child)));
    if (field.layout == Layout::coded)
        parts->dictionary = schema_of(Field{.name = {}, .layout = Layout::text, .nullable = false}, {});
    return filled_schema(std::move(parts), field.nullable);
}

ArrowSchema schema_of(const Table& table) {
    return schema_of(table.schema(), metadata_of(table));
}

// --- Arrays ---

using Pin = std::shared_ptr<const Table>;

/// What an exported array points to: the table itself, which it keeps alive.
struct ArrayParts {
    Pin pin;
    std::vector<const void*> buffers;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> pointers;
    ArrowArray dictionary{};

    ArrayParts() = default;
    ArrayParts(const ArrayParts&) = delete;
    ArrayParts& operator=(const ArrayParts&) = delete;
    ~ArrayParts() {
        for (ArrowArray& child : children)
            if (child.release != nullptr) child.release(&child);
        if (dictionary.release != nullptr) dictionary.release(&dictionary);
    }
};

void release_array(ArrowArray* array) {
    const std::unique_ptr<ArrayParts> parts(static_cast<ArrayParts*>(array->private_data));
    array->release = nullptr;
    array->private_data = nullptr;
}

std::vector<const void*> buffers_of(Layout layout, const Column& column) {
    switch (layout) {
        case Layout::nothing: return {};
        case Layout::structure: return {column.validity.data()};
        case Layout::text: return {column.validity.data(), column.values.data(), column.bytes.data()};
        default: return {column.validity.data(), column.values.data()};
    }
}

ArrowArray filled_array(std::unique_ptr<ArrayParts> parts, const Column& column) {
    for (ArrowArray& child : parts->children) parts->pointers.push_back(&child);
    ArrowArray array{};
    array.length = column.length;
    array.null_count = column.nulls;
    array.n_buffers = static_cast<int64_t>(parts->buffers.size());
    array.n_children = static_cast<int64_t>(parts->children.size());
    array.buffers = parts->buffers.empty() ? nullptr : parts->buffers.data();
    array.children = parts->pointers.empty() ? nullptr : parts->pointers.data();
    array.dictionary = parts->dictionary.release != nullptr ? &parts->dictionary : nullptr;
    array.release = &release_array;
    array.private_data = parts.release();
    return array;
}

ArrowArray array_of(const Field& field, const Column& column, const Pin& pin) {
    static const Field texts{.name = {}, .layout = Layout::text};
    auto parts = std::make_unique<ArrayParts>();
    parts->pin = pin;
    parts->buffers = buffers_of(field.layout, column);
    parts->children.reserve(column.children.size());
    parts->pointers.reserve(column.children.size());
    for (std::size_t i = 0; i < column.children.size(); ++i)
        parts->children.push_back(array_of(field.children[i], column.children[i], pin));
    if (column.dictionary) parts->dictionary = array_of(texts, *column.dictionary, pin);
    return filled_array(std::move(parts), column);
}

// --- Streams ---

/// Where the batches of a stream come from.
class Batches {
public:
    Batches() = default;
    Batches(const Batches&) = delete;
    Batches& operator=(const Batches&) = delete;
    virtual ~Batches() = default;
    [[nodiscard]] virtual ArrowSchema schema() const = 0;
    /// The next one; at the end one whose release is NULL.
    [[nodiscard]] virtual ArrowArray next() = 0;

    std::string error;
};

class BatchesOfTable final : public Batches {
public:
    explicit BatchesOfTable(const Table& table) : table_(std::make_shared<const Table>(table)) {}
    ArrowSchema schema() const override { return schema_of(*table_); }
    ArrowArray next() override {
        if (at_ == table_->batches().size()) return {};
        ArrowArray array = array_of(table_->schema(), table_->batches()[at_], table_);
        ++at_;
        return array;
    }

private:
    Pin table_;
    std::size_t at_ = 0;
};

class BatchesOfRegister final : public Batches {
public:
    BatchesOfRegister(const Dossier& dossier, std::string_view type, const TableOptions& options)
        : rows_(dossier, type, options), schema_(std::make_shared<const Table>(rows_.finish(rows_.builder()))) {}
    ArrowSchema schema() const override { return schema_of(*schema_); }
    ArrowArray next() override {
        const auto begun = rows_.at();
        try {
            const Pin batch = std::make_shared<const Table>(next_batch());
            return batch->rows() == 0 ? ArrowArray{} : array_of(batch->schema(), batch->batches()[0], batch);
        } catch (...) {
            rows_.go_to(begun);  // whoever asks again gets this batch, not the one behind it
            throw;
        }
    }

private:
    Table next_batch() {
        TableBuilder builder = rows_.builder();
        for (std::size_t made = 0; made < kBatchRows && !rows_.at_end();) {
            const auto rows = rows_.next(kBatchRows - made);
            builder.add(rows);
            made += rows.size();
        }
        return rows_.finish(std::move(builder));
    }

    RegisterRows rows_;
    Pin schema_;  ///< a table of no row
};

/// Runs what a consumer called; an exception becomes a number of errno.h and the stream's last error.
template <class Run>
int answered(Batches& batches, Run run) noexcept {
    try {
        batches.error.clear();
        run();
        return 0;
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    } catch (const std::exception& failure) {
        try {
            batches.error = failure.what();
        } catch (...) {
            return ENOMEM;
        }
        return EIO;
    }
}

Batches& batches_of(ArrowArrayStream* stream) {
    return *static_cast<Batches*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return answered(batches_of(stream), [&] { *out = batches_of(stream).schema(); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    return answered(batches_of(stream), [&] { *out = batches_of(stream).next(); });
}

const char* get_last_error(ArrowArrayStream* stream) {
    const std::string& error = batches_of(stream).error;
    return error.empty() ? nullptr : error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
    const std::unique_ptr<Batches> batches(&batches_of(stream));
    stream->release = nullptr;
    stream->private_data = nullptr;
}

ArrowStreamOwner stream_of(std::unique_ptr<Batches> batches) {
    return ArrowStreamOwner(
        ArrowArrayStream{&get_schema, &get_next, &get_last_error, &release_stream, batches.release()});
}

}  // namespace

ArrowSchemaOwner export_schema(const Table& table) {
    return ArrowSchemaOwner(schema_of(table));
}

ArrowStreamOwner export_stream(const Table& table) {
    return stream_of(std::make_unique<BatchesOfTable>(table));
}

ArrowStreamOwner export_stream(const Dossier& dossier, std::string_view type, const TableOptions& options) {
    return stream_of(std::make_unique<BatchesOfRegister>(dossier, type, options));
}

}  // namespace openeom::io
