// How many, as somebody said it. A vague quantity never becomes a number: there is no arithmetic on Quantity, and
// the functions that give numbers throw for it.
// JSON: an object of one key: {"exact": 7}, {"at_least": 18}, {"range": [16, 19]}, {"k_of_n": [3, 20]},
// {"share": {"percent": "75.07", "n": 1200, "of": "polling stations observed"}}, {"vague": {"scale": "number", "term": "several"}}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "openeom/base/decimal.hpp"
#include "openeom/base/interval.hpp"
#include "openeom/base/parsed.hpp"

namespace openeom {

/// Three scales that are never compared with each other.
enum class VagueScale : std::uint8_t { number, prevalence, pattern };
std::string_view name(VagueScale scale) noexcept;

class Quantity {
public:
    struct Exact { std::int64_t n = 0; friend bool operator==(const Exact&, const Exact&) = default; };
    struct AtLeast { std::int64_t n = 0; friend bool operator==(const AtLeast&, const AtLeast&) = default; };
    struct Range { std::int64_t low = 0, high = 0; friend bool operator==(const Range&, const Range&) = default; };
    struct CountOf { std::int64_t k = 0, n = 0; friend bool operator==(const CountOf&, const CountOf&) = default; };
    struct Share {
        Decimal percent;
        std::optional<std::int64_t> n;  ///< number observed
        std::string of;                 ///< of what
        friend bool operator==(const Share&, const Share&) = default;
    };
    /// A term of model's three scales, its words joined by '_' ("a_number_of"), or "plural" for a bare plural.
    struct Vague {
        VagueScale scale = VagueScale::number;
        std::string term;
        friend bool operator==(const Vague&, const Vague&) = default;
    };
    using Value = std::variant<std::monostate, Exact, AtLeast, Range, CountOf, Share, Vague>;

    Quantity() = default;
    /// Each throws Error(argument) where the parts contradict each other: negative, low > high, k > n, percent
    /// outside 0 to 100, a term that its scale does not have.
    static Quantity exact(std::int64_t n);
    static Quantity at_least(std::int64_t n);
    static Quantity range(std::int64_t low, std::int64_t high);
    static Quantity count_of(std::int64_t k, std::int64_t n);
    static Quantity share(Decimal percent, std::optional<std::int64_t> n, std::string of);
    static Quantity vague(VagueScale scale, std::string term);

    [[nodiscard]] bool is_stated() const noexcept { return value_.index() != 0; }
    [[nodiscard]] bool is_vague() const noexcept { return std::holds_alternative<Vague>(value_); }
    [[nodiscard]] const Value& value() const noexcept { return value_; }

    /// The count as an interval. Throws Error(argument) for a share, a vague quantity and one not stated.
    [[nodiscard]] Interval count() const;
    /// "at least 18", "3 of 20", "75.07 per cent of polling stations observed", "several", "not stated".
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Quantity&, const Quantity&) = default;

private:
    Value value_;
};

/// Terms of a scale, weakest first ("plural" belongs to number).
std::optional<std::size_t> rank(VagueScale scale, std::string_view term) noexcept;

}  // namespace openeom
