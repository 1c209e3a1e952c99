// Tables handed to other libraries, and taken from them, by the C interfaces of Apache Arrow
// (https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html).
// Threads: pure functions. What is exported may be released by any thread, once; a stream is read by one at a time.
#pragma once

#include <stdint.h>

#include <string_view>
#include <utility>

#include "openeom/io/limits.hpp"
#include "openeom/io/table.hpp"
#include "openeom/model/table.hpp"

// The structs as the specification defines them, to the letter, under its include guards: whoever else defines them
// defines the same.
extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE

}  // extern "C"

namespace openeom::io {

/// One of Arrow's structs, released with its owner unless it was given away.
template <class T>
class ArrowOwner {
public:
    ArrowOwner() = default;
    explicit ArrowOwner(T taken) noexcept : struct_(taken) {}
    ArrowOwner(ArrowOwner&& other) noexcept : struct_(other.give()) {}
    ArrowOwner& operator=(ArrowOwner&& other) noexcept {
        reset();
        struct_ = other.give();
        return *this;
    }
    ~ArrowOwner() { reset(); }

    [[nodiscard]] T* get() noexcept { return &struct_; }
    [[nodiscard]] T* operator->() noexcept { return &struct_; }
    [[nodiscard]] const T* operator->() const noexcept { return &struct_; }
    /// False where it is released, or never was anything.
    explicit operator bool() const noexcept { return struct_.release != nullptr; }
    /// The struct for another owner, who releases it.
    [[nodiscard]] T give() noexcept { return std::exchange(struct_, T{}); }
    void reset() noexcept {
        try {
            if (struct_.release != nullptr) struct_.release(&struct_);
        } catch (...) {  // whoever throws here has released what they could
        }
        struct_ = T{};
    }

private:
    T struct_{};
};

using ArrowSchemaOwner = ArrowOwner<ArrowSchema>;
using ArrowStreamOwner = ArrowOwner<ArrowArrayStream>;

/// A table's columns. Types are those of Arrow that lie in memory as the table does: `i` with a dictionary of `u` for
/// what is coded, `u`, `b`, `l`, `s`, `g`, `d:38,18`, `tdD`, `tsu:UTC`, `+s`, `+l`. Metadata of a field: openeom.type (kind
/// of value), openeom.of (the type referred to or held), openeom.unit, openeom.codelist; of the whole:
/// openeom.schema_version, openeom.type (the type of record) and openeom.reconstruction (see Table).
ArrowSchemaOwner export_schema(const Table& table);

/// A table batch by batch, nothing copied: what is handed out keeps the table's buffers alive.
ArrowStreamOwner export_stream(const Table& table);

/// A register converted on the way: each get_next makes the next batch of at most kBatchRows records, so that memory for
/// one is enough. The stream keeps the dossier alive. Throws what `table` throws for its options.
ArrowStreamOwner export_stream(const Dossier& dossier, std::string_view type, const TableOptions& options = {});

/// A table of what another library hands out: taken, read to its end and released, also on failure. The producer is not
/// trusted: formats, lengths, offsets, null counts, numbers of buffers and children, indices, UTF-8, nesting and sizes are
/// validated and the values copied as they are, so that it can change nothing afterwards. What the interface does not
/// tell, how long its buffers are, cannot be.
///
/// Whole numbers of any width become integers, float and double reals, all texts (string views too) text, dictionaries of
/// any index coded, dates days, timestamps of any unit microseconds, lists of any form lists. Throws Error(data) with
/// the place, such as "batch 2, candidacy.names[]"; Error(limit), where `limits.records` counts rows; Error(cancelled);
/// Error(io) with what the producer says where it fails itself.
Table import_stream(ArrowArrayStream* stream, const Limits& limits = {}, const Progress& progress = {});

}  // namespace openeom::io
