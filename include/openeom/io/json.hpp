// The dossier format in JSON: reading with all diagnostics, canonical writing, digests.
// Threads: pure functions; a Dossier may be written by several threads at once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom/io/limits.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::io {

struct ReadOptions {
    Limits limits;
    Progress progress;
};

/// Reads a dossier. Bad data is collected in the edit's diagnostics, each with its place (line, column in bytes,
/// record, member); what could be read is in the edit. Throws Error(limit), Error(cancelled), Error(version) for a newer major.
/// `source` names the bytes in diagnostics.
Edit read_json(std::string_view bytes, std::string source, const ReadOptions& options = {});

/// Reads a file, or standard input where `path` is "-". Throws Error(io) where it cannot be read or changes meanwhile.
Edit read_json_file(const std::string& path, const ReadOptions& options = {});

/// The canonical bytes, given in pieces: registers in the order of entities(), records in order of id, one to a line,
/// members in the order of their table, empty members left out.
void write_json(const Dossier& dossier, const std::function<void(std::string_view)>& sink,
                const Progress& progress = {});
std::string write_json(const Dossier& dossier, const Progress& progress = {});

/// Replaces the file atomically: written beside it under a temporary name, flushed, renamed; removed on failure.
/// Throws Error(io).
void write_json_file(const Dossier& dossier, const std::string& path, const Progress& progress = {});
void write_file(const std::string& path, std::string_view bytes);
/// Throws Error(io); "-" is standard input.
std::string read_file(const std::string& path, const Limits& limits = {});

/// SHA-256 of the canonical bytes. Computed when asked for and kept with the snapshot.
std::string digest(const Dossier& dossier, const Progress& progress = {});

/// SHA-256 of what a record says: for a document its record, sections, sentences and their anchors in order; for any
/// other the record alone. State and revision counters are left out.
std::string content_digest(const Dossier& dossier, const AnyRef& record);

/// A described object as canonical JSON in one line, telling how many of its parts are written.
std::string to_json(const reflect::Object& object, const Progress& progress);
/// Any described object as canonical JSON (one line, or indented by two spaces a level).
std::string to_json(const reflect::Struct& type, const void* object, bool indented = false);
/// A value of any described type, such as one member.
std::string to_json(const reflect::Type& type, const void* value);

/// A described object from JSON: a record, a part of one, or options. Throws Error(data) with all diagnostics, an unknown
/// member with a suggestion. Options take no x- members; a text that they must have may be empty.
reflect::Object from_json(const reflect::Struct& type, std::string_view json, std::string source = "options");

/// A value of any described type from JSON, into an object of that type; a list or a part is read into beside what it holds.
/// Throws Error(data) with all diagnostics; the object may then hold some of it.
void read_value(const reflect::Type& type, std::string_view json, void* target);

/// Members of a record that is there from a JSON object: given ones replace, null takes a value away, what is not given
/// stays. Throws Error(data) with all diagnostics; the record may then hold some of it. What it must have may be missing.
void read_members(const reflect::Struct& type, std::string_view json, void* record, std::string source = "record");

/// Paths of the members that an object must have and has not, those of its parts too.
std::vector<std::string> missing_members(const reflect::Struct& type, const void* object);

/// Whether `json` is a value of the member's type; the reason where it is not.
std::optional<std::string> mismatch(const reflect::Type& type, std::string_view json);

/// A value of the member's type read from JSON and written canonically. Throws Error(data) where it does not fit.
std::string canonical(const reflect::Type& type, std::string_view json);

/// Names and values (as JSON) of the members of a JSON object, in its order. Throws Error(syntax) with the place, named
/// by `source`, where it is none, Error(data) where a member stands twice.
std::vector<std::pair<std::string, std::string>> object_members(std::string_view json, std::string source);

/// Values (as JSON) of a JSON list, in its order. Throws Error(syntax) with the place, named by `source`, where it is none.
std::vector<std::string> list_elements(std::string_view json, std::string source);

/// Any JSON value without white space outside strings. Throws Error(syntax) with the place, named by `source`.
std::string compact_json(std::string_view json, std::string source);

/// First place where bytes are not strict JSON (RFC 8259, valid UTF-8, one value, bounded depth), and why.
struct JsonFault {
    std::uint64_t offset = 0;
    std::string reason;
};
std::optional<JsonFault> find_json_fault(std::string_view bytes, std::uint32_t maximum_depth = 64);

/// `text` as a JSON string with its quotation marks.
std::string quoted(std::string_view text);

}  // namespace openeom::io
