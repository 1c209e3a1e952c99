#include "openeom/base/error.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>

#include "base/quote.hpp"

namespace openeom {

namespace {

std::string position(const Location& location) {
    if (location.line == 0) return location.source;
    if (location.source.empty())
        return location.column == 0 ? fmt::format("line {}", location.line)
                                    : fmt::format("line {}, column {}", location.line, location.column);
    if (location.column == 0) return fmt::format("{}:{}", location.source, location.line);
    return fmt::format("{}:{}:{}", location.source, location.line, location.column);
}

std::string path(const Location& location) {
    if (location.record.empty() || location.member.empty()) return location.record + location.member;
    return location.record + "." + location.member;
}

/// The parts that are not empty, each followed by ": ".
std::string prefixed(std::initializer_list<std::string> parts, std::string_view message) {
    std::string made;
    for (const auto& part : parts)
        if (!part.empty()) made += part + ": ";
    return made.append(message);
}

std::string valid(std::string text) {
    return text::first_invalid_utf8(text) ? text::repaired(text) : std::move(text);
}

Location valid(Location location) {
    location.source = valid(std::move(location.source));
    location.record = valid(std::move(location.record));
    location.member = valid(std::move(location.member));
    return location;
}

std::vector<Diagnostic> valid(std::vector<Diagnostic> diagnostics) {
    for (Diagnostic& each : diagnostics) {
        each.location = valid(std::move(each.location));
        each.message = valid(std::move(each.message));
        each.remedy = valid(std::move(each.remedy));
    }
    return diagnostics;
}

/// Bytes that are no text of their format are no data either.
ErrorCode code_for(ErrorCode code, const std::vector<Diagnostic>& diagnostics) {
    if (code != ErrorCode::data) return code;
    const bool unreadable = std::any_of(diagnostics.begin(), diagnostics.end(),
                                        [](const Diagnostic& each) { return each.rule == kSyntaxRule; });
    return unreadable ? ErrorCode::syntax : code;
}

const Diagnostic* leading(const std::vector<Diagnostic>& diagnostics) {
    const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& each) { return each.severity == Severity::error; });
    if (found != diagnostics.end()) return &*found;
    return diagnostics.empty() ? nullptr : &diagnostics.front();
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Damerau-Levenshtein distance (optimal string alignment) of bytes, ASCII case ignored.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before(right.size() + 1), previous(right.size() + 1), current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const char a = lower(left[i - 1]), b = lower(right[j - 1]);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a == b ? 0u : 1u)});
            if (i > 1 && j > 1 && a == lower(right[j - 2]) && lower(left[i - 2]) == b)
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[right.size()];
}

}  // namespace

std::string_view name(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::argument: return "argument";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::syntax: return "syntax";
        case ErrorCode::data: return "data";
        case ErrorCode::conflict: return "conflict";
        case ErrorCode::limit: return "limit";
        case ErrorCode::io: return "io";
        case ErrorCode::overflow: return "overflow";
        case ErrorCode::memory: return "memory";
        case ErrorCode::cancelled: return "cancelled";
        case ErrorCode::version: return "version";
        case ErrorCode::internal: return "internal";
    }
    return "unknown";
}

std::string_view name(Severity severity) noexcept {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "unknown";
}

std::string Location::text() const {
    const std::string where = position(*this);
    if (line != 0) return where;
    const std::string what = path(*this);
    if (where.empty() || what.empty()) return where + what;
    return where + ": " + what;
}

std::string Diagnostic::text() const {
    std::string made = prefixed({position(location), std::string(name(severity)), path(location)}, message);
    if (!remedy.empty()) made += " (" + remedy + ")";
    return made;
}

Error::Error(ErrorCode code, std::string message, Location location, std::string hint)
    : code_(code),
      message_(valid(std::move(message))),
      hint_(valid(std::move(hint))),
      location_(valid(std::move(location))) {}

Error::Error(ErrorCode code, std::vector<Diagnostic> diagnostics)
    : code_(code_for(code, diagnostics)), diagnostics_(valid(std::move(diagnostics))) {
    const Diagnostic* first = leading(diagnostics_);
    if (!first) {
        message_ = fmt::format("{} error", name(code));
        return;
    }
    message_ = prefixed({position(first->location), path(first->location)}, first->message);
    const auto errors = std::count_if(diagnostics_.begin(), diagnostics_.end(),
                                      [](const Diagnostic& each) { return each.severity == Severity::error; });
    if (errors > 1) message_ += fmt::format(" (and {} more {})", errors - 1, errors == 2 ? "error" : "errors");
    hint_ = first->remedy;
    location_ = first->location;
}

std::string_view nearest(std::string_view given, const std::vector<std::string_view>& candidates) {
    const std::size_t allowed = std::max<std::size_t>(1, given.size() / 3);
    std::string_view best;
    std::size_t best_distance = allowed + 1;
    for (std::string_view candidate : candidates) {
        const std::size_t longer = std::max(given.size(), candidate.size());
        const std::size_t shorter = std::min(given.size(), candidate.size());
        if (longer - shorter > allowed) continue;
        const std::size_t found = distance(given, candidate);
        if (found < best_distance && found < longer) {  // as far apart as they are long: nothing in common
            best = candidate;
            best_distance = found;
        }
    }
    return best;
}

std::string unknown_name(std::string_view what, std::string_view given, const std::vector<std::string_view>& candidates) {
    std::string made = fmt::format("no {} is called {}", what, quoted(given));
    if (const auto near = nearest(given, candidates); !near.empty()) made += fmt::format(" (did you mean '{}'?)", near);
    return made;
}

std::string unknown_of_few(std::string_view what, std::string_view given,
                           const std::vector<std::string_view>& candidates) {
    std::string made = unknown_name(what, given, candidates);
    if (nearest(given, candidates).empty()) made += fmt::format(" (there are {})", fmt::join(candidates, ", "));
    return made;
}

}  // namespace openeom
