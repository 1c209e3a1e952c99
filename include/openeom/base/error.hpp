// Errors: what C++ callers catch, and the places that they and diagnostics point at.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openeom {

/// Kinds of failure. The numbers are those of the C ABI and are never reused.
enum class ErrorCode : std::int32_t {
    argument = 1,     ///< a caller's mistake: a wrong name, option or state
    not_found = 2,    ///< no such file, example, type, member or record
    syntax = 3,       ///< the bytes are not what their format demands
    data = 4,         ///< well formed, yet not a dossier: diagnostics say where
    conflict = 5,     ///< two things that cannot both be kept
    limit = 6,        ///< a limit on bytes, depth, records or time was reached
    io = 7,           ///< the system could not read or write
    overflow = 8,     ///< a number does not fit; nothing was rounded
    memory = 9,       ///< out of memory
    cancelled = 10,   ///< the progress callback asked to stop
    version = 11,     ///< a newer major format version
    internal = 12,    ///< a defect of the library
};

std::string_view name(ErrorCode code) noexcept;

/// Where something is. Lines and columns count from 1, columns in bytes; 0 where unknown.
struct Location {
    std::string source;   ///< path or name of what was read
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string record;   ///< "candidacy:kz-17" or "candidacy[12]" where it has no id
    std::string member;   ///< "due_process.hearing"

    /// "mission.json:214:17" or "candidacy:kz-17.position"; empty where nothing is known.
    [[nodiscard]] std::string text() const;
};

enum class Severity : std::uint8_t { note, warning, error };
std::string_view name(Severity severity) noexcept;

/// One thing wrong with data.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string rule;      ///< stable id, such as "json-unknown-member"
    Location location;
    std::string message;   ///< what is wrong: one sentence without a full stop
    std::string remedy;    ///< what would mend it; may be empty

    /// "mission.json:214:17: error: candidacy[12].position: expected a whole number, found "3rd""
    [[nodiscard]] std::string text() const;
};

/// Rule of the diagnostic that says where bytes are not what their format demands.
inline constexpr std::string_view kSyntaxRule = "json-syntax";

/// The exception of every C++ function of the library. Its texts are UTF-8: a byte that is not, of a file's name for
/// instance, is shown as U+FFFD.
class Error : public std::exception {
public:
    Error(ErrorCode code, std::string message, Location location = {}, std::string hint = {});
    /// `message` is made of the first error; all diagnostics are kept. With one of kSyntaxRule among them, `data` is
    /// `syntax`.
    Error(ErrorCode code, std::vector<Diagnostic> diagnostics);

    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
    [[nodiscard]] const Location& location() const noexcept { return location_; }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }

private:
    ErrorCode code_;
    std::string message_;
    std::string hint_;
    Location location_;
    std::vector<Diagnostic> diagnostics_;
};

/// "no type is called 'candidancy' (did you mean 'candidacy'?)". `candidates` are looked through for a near name.
std::string unknown_name(std::string_view what, std::string_view given, const std::vector<std::string_view>& candidates);

/// The same; where no candidate is near, all are listed: "no scale is called 'share' (there are number, pattern)".
std::string unknown_of_few(std::string_view what, std::string_view given, const std::vector<std::string_view>& candidates);

/// The candidate nearest to `given` by edit distance; empty where none is near.
std::string_view nearest(std::string_view given, const std::vector<std::string_view>& candidates);

}  // namespace openeom
