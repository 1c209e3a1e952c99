// What the harnesses share. Each goes through the C interface, so that the guard is in the path, and takes as a finding
// what a sanitizer sees, EOM_E_INTERNAL, and an error that is not as the header says. Most inputs are lines of text, each a
// call: a seed can be written by hand and read in a report.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom.h"

namespace openeom::fuzz {

[[noreturn]] inline void broken(std::string_view what) {
    std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

inline void require(bool condition, std::string_view what) {
    if (!condition) broken(what);
}

/// Something that the library handed out.
template <auto Destroy>
struct Destroyer {
    template <class T>
    void operator()(T* handle) const {
        Destroy(handle);
    }
};
using Dossier = std::unique_ptr<eom_dossier, Destroyer<eom_dossier_release>>;
using Edit = std::unique_ptr<eom_edit, Destroyer<eom_edit_destroy>>;
using Record = std::unique_ptr<eom_record, Destroyer<eom_record_destroy>>;
using Cursor = std::unique_ptr<eom_cursor, Destroyer<eom_cursor_destroy>>;
using Result = std::unique_ptr<eom_result, Destroyer<eom_result_destroy>>;
using Table = std::unique_ptr<eom_table, Destroyer<eom_table_destroy>>;

/// Output pointer of a call that fills in an owner: out(dossier).
template <class Owner>
class Out {
public:
    explicit Out(Owner& owner) : owner_(owner) {}
    Out(const Out&) = delete;
    ~Out() { owner_.reset(made_); }
    operator typename Owner::pointer*() { return &made_; }

private:
    Owner& owner_;
    typename Owner::pointer made_ = nullptr;
};
template <class Owner>
Out<Owner> out(Owner& owner) {
    return Out<Owner>(owner);
}

inline bool is_error(eom_status status) { return status >= EOM_E_ARGUMENT && status < EOM_ROW; }

/// A builder that takes any text as a title, column 0, and strict JSON as a member of one's own, column 1.
inline eom_record* taker() {
    static const Record builder = [] {
        eom_edit* edit = nullptr;
        eom_record* record = nullptr;
        std::int32_t title = -1, own = -1;
        eom_edit_create(nullptr, &edit, nullptr);
        eom_record_create(edit, "source", EOM_AUTO, &record, nullptr);
        eom_edit_destroy(edit);
        eom_record_column(record, "title", EOM_AUTO, &title, nullptr);
        eom_record_column(record, "x-json", EOM_AUTO, &own, nullptr);
        require(title == 0 && own == 1, "a builder of a source");
        return Record(record);
    }();
    return builder.get();
}

inline void is_json(std::string_view text) {
    if (eom_record_json(taker(), 1, text.data(), text.size(), nullptr) != EOM_OK) broken("not strict JSON: " + std::string(text));
}

inline void is_text(std::string_view text) {
    if (eom_record_text(taker(), 0, text.data(), text.size(), nullptr) != EOM_OK) broken("not UTF-8: " + std::string(text));
}

/// An error is what the header says.
inline void look_at(eom_status status, const eom_error* error) {
    require(status != EOM_E_INTERNAL, eom_error_message(error));
    require(std::strcmp(eom_status_name(status), "EOM_?") != 0, "every status has a name");
    require(is_error(status) == (error != nullptr), "there is an error where the status says so");
    require(eom_error_code(error) == (error == nullptr ? EOM_OK : status), "the error has the status returned");
    if (error == nullptr) return;
    require(*eom_error_message(error) != '\0', "every error has a message");
    is_text(eom_error_message(error));
    is_json(eom_error_detail(error));
}

/// Calls a function of the C interface and looks at the error it gives.
template <class... Parameters, class... Arguments>
eom_status call(eom_status (*function)(Parameters...), Arguments&&... arguments) {
    eom_error* error = nullptr;
    const eom_status status = function(std::forward<Arguments>(arguments)..., &error);
    look_at(status, error);
    eom_error_destroy(error);
    return status;
}

/// A call that has to succeed.
template <class... Parameters, class... Arguments>
void must(const char* what, eom_status (*function)(Parameters...), Arguments&&... arguments) {
    eom_error* error = nullptr;
    const eom_status status = function(std::forward<Arguments>(arguments)..., &error);
    look_at(status, error);
    if (is_error(status)) broken(std::string(what) + ": " + eom_error_message(error));
}

/// The bytes of a buffer, which is freed.
inline std::string taken(eom_buf buffer) {
    require(buffer.data == nullptr || buffer.data[buffer.length] == '\0', "a buffer ends with a zero byte");
    std::string bytes(buffer.data == nullptr ? "" : buffer.data, buffer.length);
    eom_buf_free(&buffer);
    require(buffer.data == nullptr, "a freed buffer is empty");
    return bytes;
}

/// Reads all the bytes that were lent.
inline void touch(eom_str text) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < text.length; ++i) sum += static_cast<unsigned char>(text.data[i]);
    require(sum != 1u << 31, "");  // so that the reading is not left out
}

inline std::string json_of(const eom_dossier* dossier) {
    eom_buf json{};
    must("a dossier is written", eom_dossier_json, dossier, nullptr, nullptr, &json);
    return taken(json);
}

inline std::string json_of(const eom_result* result) {
    eom_buf json{};
    must("a result is written", eom_result_json, result, nullptr, nullptr, &json);
    return taken(json);
}

/// What is written is parsed again, and written as the same bytes; whoever allowed a greater depth has to do so again.
inline void parses_again(const eom_dossier* dossier, const char* options = "") {
    const std::string json = json_of(dossier);
    Dossier again;
    must("what is written is parsed", eom_dossier_parse, json.data(), json.size(), nullptr, std::size_t{0}, options, EOM_AUTO,
         nullptr, nullptr, out(again));
    require(json_of(again.get()) == json, "it is written again as the same bytes");
}

/// A dossier by name, opened once a process.
inline Dossier opened(const char* name) {
    Dossier dossier;
    must(name, eom_dossier_open, name, EOM_AUTO, nullptr, std::size_t{0}, nullptr, nullptr, out(dossier));
    return dossier;
}

/// A dossier of some hundred records of many types.
inline const eom_dossier* norlandia() {
    static const Dossier dossier = opened("example:norlandia-2027");
    return dossier.get();
}

/// One with documents.
inline const eom_dossier* golden() {
    static const Dossier dossier = opened(OPENEOM_SOURCE_DIR "/tests/data/golden-dossier.json");
    return dossier.get();
}

/// A dozen records, quickly written and compared.
inline const eom_dossier* few() {
    static const Dossier dossier = opened(OPENEOM_SOURCE_DIR "/tests/fuzz/base.json");
    return dossier.get();
}

/// Text in memory of exactly its size, so that a byte too far is seen. "~" is no text at all: NULL.
class Text {
public:
    explicit Text(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()), null_(text == "~") {
        if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
    }
    [[nodiscard]] const char* data() const { return null_ ? nullptr : bytes_.get(); }
    [[nodiscard]] std::size_t size() const { return null_ ? 0 : size_; }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), null_ ? 0 : size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
    bool null_;
};

/// The rest of a line, taken apart word by word.
class Line {
public:
    explicit Line(std::string_view rest) : rest_(rest) {}

    std::string_view word() { return until(' '); }
    Text text() { return Text(word()); }
    Text rest() { return Text(std::exchange(rest_, {})); }
    [[nodiscard]] std::string_view left() const { return rest_; }
    [[nodiscard]] bool empty() const { return rest_.empty(); }

    template <class Number = std::int64_t>
    Number number() {
        const std::string_view digits = word();
        Number number{};
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    char letter() { return rest_.empty() ? '\0' : std::exchange(rest_, rest_.substr(1))[0]; }

    /// What comes before the next `mark`, which is passed over.
    std::string_view until(char mark) {
        const std::size_t end = rest_.find(mark);
        const std::string_view found = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
        return found;
    }

private:
    std::string_view rest_;
};

/// One of several handles, counted from 0; null where there are none.
template <class Owner>
typename Owner::pointer pick(const std::vector<Owner>& owners, std::int64_t number) {
    if (owners.empty()) return nullptr;
    return owners[static_cast<std::uint64_t>(number) % owners.size()].get();
}

/// Gives each line of the input to `each`, up to `most` of them.
template <class Each>
void for_lines(const std::uint8_t* data, std::size_t size, int most, Each each) {
    Line input({reinterpret_cast<const char*>(data), size});
    for (int i = 0; i < most && !input.empty(); ++i) each(Line(input.until('\n')));
}

}  // namespace openeom::fuzz
