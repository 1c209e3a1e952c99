// Reading described objects from simdjson's On-Demand values, by the tables of reflect: no code a type.
#pragma once

#include <cstdint>
#include <new>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "io/json_diagnostics.hpp"
#include "io/json_scan.hpp"
#include "io/json_values.hpp"
#include "openeom/base/reflect.hpp"
#include "openeom/base/values.hpp"

namespace openeom::io {

/// simdjson tells of a want of memory as of a fault in the text.
inline void refuse_memory(const simdjson::simdjson_error& error) {
    if (error.error() == simdjson::MEMALLOC) throw std::bad_alloc();
}

/// What a result holds, where it stands: a copy would take as long as much of the reading.
template <class T>
T& taken(simdjson::simdjson_result<T>& result) {
    if (result.error() != simdjson::SUCCESS) throw simdjson::simdjson_error(result.error());
    T&& inside = std::move(result).value_unsafe();
    return inside;
}

class ObjectReader {
public:
    using Value = simdjson::ondemand::value;

    /// The caller stands in the outermost list or object of `text`.
    ObjectReader(std::string_view text, Diagnostics& diagnostics, std::uint32_t maximum_depth)
        : text_(text), diagnostics_(diagnostics), maximum_depth_(maximum_depth) {}

    /// Goes on with another text; `shift` is what its offsets are to be added to.
    void set_text(std::string_view text, std::uint64_t shift) noexcept {
        text_ = text;
        shift_ = shift;
    }

    /// Says that the text is of a newer minor version: what is not known is then kept.
    void set_newer(bool newer) noexcept { newer_ = newer; }

    /// Says that options are read: they take no members of a partner's own, and a member that they must have is there
    /// or is reported. It may be an empty text, which tells something else than none.
    void set_options() noexcept { options_ = true; }

    /// Reads into a value of any type. What is wrong is reported. Throws simdjson::simdjson_error or scan::Fault where
    /// the text is not JSON.
    void read(const reflect::Type& type, void* target, Value& json, const MemberPath* path);

    /// Reads the members of an object; the value is one for certain. Gives which members were there, a bit each.
    std::uint64_t read_members(const reflect::Struct& type, void* target, Value& json, const MemberPath* path);

    /// The value's place; a string is then taken. Each value that is kept goes through here: those that simdjson skips
    /// are not looked at. Throws scan::Fault where no value stands.
    [[nodiscard]] Place place(Value& json) const;
    [[nodiscard]] std::uint64_t offset(std::string_view in_text) const noexcept {
        return static_cast<std::uint64_t>(in_text.data() - text_.data()) + shift_;
    }
    /// Index of the member that a key names, looked for from `hint` on; kNone where it is none of them.
    static constexpr std::size_t kNone = SIZE_MAX;
    [[nodiscard]] std::size_t member(const reflect::Struct& type, simdjson::ondemand::raw_json_string key,
                                     std::size_t hint);
    /// A member's name, unescaped; it lives until the next call.
    [[nodiscard]] std::string_view name(simdjson::ondemand::raw_json_string key);
    /// Where a name stands that `name` gave last.
    [[nodiscard]] std::uint64_t name_offset() const noexcept { return name_offset_; }

    void report(Severity severity, std::uint64_t offset, const MemberPath* path, Problem problem);
    /// Reports the member once for each type, however often it occurs.
    void report_newer(std::string_view type, std::string_view member, std::uint64_t offset, const MemberPath* path);
    /// A value kept as it stands. Throws scan::Fault; what else is wrong with it is reported.
    std::string raw(const Place& at, const MemberPath* path);
    [[nodiscard]] std::size_t problems() const noexcept { return diagnostics_.size(); }
    [[nodiscard]] bool is_newer() const noexcept { return newer_; }
    [[nodiscard]] std::uint32_t depth_left() const noexcept {
        return maximum_depth_ > depth_ ? maximum_depth_ - depth_ : 0;
    }

    /// Counts a list or an object around what is read while it lives. Throws scan::Fault where it is one too many.
    class Deeper {
    public:
        Deeper(ObjectReader& reader, std::uint64_t offset) : reader_(reader) {
            if (reader_.depth_ >= reader_.maximum_depth_) throw scan::Fault{offset, "nested too deep", true};
            ++reader_.depth_;
        }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        ~Deeper() { --reader_.depth_; }

    private:
        ObjectReader& reader_;
    };

private:
    void read_list(const reflect::Type& type, void* target, Value& json, const MemberPath* path);
    void read_member(const reflect::Struct& type, const reflect::Member& member, void* target, Value& json,
                     const MemberPath* path);
    void read_unlisted(const reflect::Struct& type, void* target, std::string_view name, Value& json,
                       const MemberPath* path);
    void report_missing(const reflect::Struct& type, const void* object, std::uint64_t seen, std::uint64_t offset,
                        const MemberPath* path);
    std::string_view name_at(const char* begin);

    std::string_view text_;
    std::uint64_t shift_ = 0;
    Diagnostics& diagnostics_;
    std::uint32_t maximum_depth_;
    std::uint32_t depth_ = 1;
    bool newer_ = false;
    bool options_ = false;
    ValueReader values_;
    std::string name_;
    std::uint64_t name_offset_ = 0;
    std::set<std::pair<std::string, std::string>> newer_seen_;
};

}  // namespace openeom::io
