// The renderer's own words in the languages that it speaks, and dates, quantities and codes put into them.
// Threads: constants.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include "openeom/base/date.hpp"
#include "openeom/base/quantity.hpp"
#include "openeom/report/options.hpp"

namespace openeom::report {

/// Languages of the table, in the order of its columns.
inline constexpr std::array<std::string_view, 2> kLanguages = {"en", "ru"};

struct WordRow {
    std::string_view key;
    std::array<std::string_view, kLanguages.size()> words;
};

/// The table, in order of key.
std::span<const WordRow> word_rows() noexcept;

class Words {
public:
    /// Throws Error(argument) for a language without a column; a region ("ru-KZ") does not matter.
    explicit Words(std::string_view language);
    [[nodiscard]] static bool speaks(std::string_view language);
    /// Whether two tags name one language: "ru" and "ru-KZ".
    [[nodiscard]] static bool same_language(std::string_view left, std::string_view right);

    /// Throws Error(internal) where the table has no such key.
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    template <class... Arguments>
    [[nodiscard]] std::string fill(std::string_view key, const Arguments&... arguments) const {
        return fmt::format(fmt::runtime((*this)(key)), arguments...);
    }

    /// Words of a code: those of "list.code", else the code with spaces.
    [[nodiscard]] std::string code(std::string_view list, std::string_view code) const;
    [[nodiscard]] std::string date(const Date& date) const;
    [[nodiscard]] std::string quantity(const Quantity& quantity) const;
    [[nodiscard]] std::string_view language() const noexcept { return kLanguages[column_]; }

private:
    std::size_t column_ = 0;
};

/// "For: partners".
std::string for_whom(const Words& words, Audience audience);

/// `code` with spaces for underscores.
std::string spaced(std::string_view code);
/// The first letter in upper case, whatever the script.
std::string capitalised(std::string_view text);

}  // namespace openeom::report
