#include "words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "failure.hpp"

namespace command {

namespace {

/// Damerau-Levenshtein distance (optimal string alignment).
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before(right.size() + 1), previous(right.size() + 1), current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0u : 1u);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[right.size()];
}

}  // namespace

std::string nearest(std::string_view given, const std::vector<std::string>& candidates) {
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, given.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t found = distance(given, candidate);
        if (found >= best_distance || found >= std::max(given.size(), candidate.size())) continue;
        best = candidate;
        best_distance = found;
    }
    return std::string(best);
}

std::string unknown(std::string_view what, std::string_view given, const std::vector<std::string>& candidates) {
    const std::string near = nearest(given, candidates);
    return fmt::format("no {} is called '{}'", what, given) +
           (near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near));
}

void require_known(std::string_view what, std::string_view given, const std::vector<std::string>& known,
                   std::string hint) {
    if (std::find(known.begin(), known.end(), given) == known.end())
        throw Failure(Exit::wrong_usage, unknown(what, given, known), std::move(hint));
}

std::pair<std::string, std::string> split_pair(std::string_view text, std::string_view form) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        throw Failure(Exit::wrong_usage, fmt::format("'{}' is no pair", text), fmt::format("write it {}", form));
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::string counted(std::int64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string dashed(std::string_view name) {
    std::string made(name);
    std::replace(made.begin(), made.end(), '_', '-');
    return made;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string made;
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (column > indent && column + 1 + end > width) {
            made += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            made += ' ';
            ++column;
        }
        made += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return made;
}

}  // namespace command
