#include "openeom/base/quantity.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "openeom/base/error.hpp"

namespace openeom {

namespace {

constexpr std::string_view kNumber[] = {"plural", "few", "some", "several", "a_number_of", "many", "numerous"};
constexpr std::string_view kPrevalence[] = {"minority", "widespread", "majority", "most", "all"};
constexpr std::string_view kPattern[] = {"isolated", "recurrent", "systematic"};

std::span<const std::string_view> terms(VagueScale scale) noexcept {
    switch (scale) {
        case VagueScale::number: return kNumber;
        case VagueScale::prevalence: return kPrevalence;
        case VagueScale::pattern: return kPattern;
    }
    return {};
}

void require(bool condition, std::string_view otherwise) {
    if (!condition) throw Error(ErrorCode::argument, std::string(otherwise));
}

std::string spaced(std::string_view term) {
    std::string made(term);
    std::replace(made.begin(), made.end(), '_', ' ');
    return made;
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::string_view name(VagueScale scale) noexcept {
    switch (scale) {
        case VagueScale::number: return "number";
        case VagueScale::prevalence: return "prevalence";
        case VagueScale::pattern: return "pattern";
    }
    return "unknown";
}

std::optional<std::size_t> rank(VagueScale scale, std::string_view term) noexcept {
    const auto all = terms(scale);
    const auto found = std::find(all.begin(), all.end(), term);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

Quantity Quantity::exact(std::int64_t n) {
    require(n >= 0, "a quantity is not negative");
    Quantity made;
    made.value_ = Exact{n};
    return made;
}

Quantity Quantity::at_least(std::int64_t n) {
    require(n >= 0, "a quantity is not negative");
    Quantity made;
    made.value_ = AtLeast{n};
    return made;
}

Quantity Quantity::range(std::int64_t low, std::int64_t high) {
    require(low >= 0, "a quantity is not negative");
    if (low > high) throw Error(ErrorCode::argument, fmt::format("a range cannot begin at {} and end at {}", low, high));
    Quantity made;
    made.value_ = Range{low, high};
    return made;
}

Quantity Quantity::count_of(std::int64_t k, std::int64_t n) {
    require(k >= 0, "a quantity is not negative");
    if (k > n) throw Error(ErrorCode::argument, fmt::format("{} cannot be counted among {}", k, n));
    Quantity made;
    made.value_ = CountOf{k, n};
    return made;
}

Quantity Quantity::share(Decimal percent, std::optional<std::int64_t> n, std::string of) {
    const Rational value = percent.value();
    if (value < Rational(0) || value > Rational(100))
        throw Error(ErrorCode::argument, fmt::format("a share lies between 0 and 100 per cent, not at {}", percent.text()));
    require(!n || *n >= 0, "a number observed is not negative");
    Quantity made;
    made.value_ = Share{percent, n, std::move(of)};
    return made;
}

Quantity Quantity::vague(VagueScale scale, std::string term) {
    const auto all = terms(scale);
    if (!rank(scale, term))
        throw Error(ErrorCode::argument, unknown_of_few(fmt::format("term of the {} scale", name(scale)), term,
                                                        std::vector<std::string_view>(all.begin(), all.end())));
    Quantity made;
    made.value_ = Vague{scale, std::move(term)};
    return made;
}

Interval Quantity::count() const {
    const auto refuse = [](std::string_view what) -> Interval {
        throw Error(ErrorCode::argument, fmt::format("{} is not a count", what));
    };
    return std::visit(Overloaded{
                          [&](std::monostate) { return refuse("a quantity that is not stated"); },
                          [](const Exact& value) { return Interval::exactly(value.n); },
                          [](const AtLeast& value) { return Interval::at_least(value.n); },
                          [](const Range& value) { return Interval{value.low, value.high}; },
                          [](const CountOf& value) { return Interval::exactly(value.k); },
                          [&](const Share&) { return refuse("a share"); },
                          [&](const Vague& value) { return refuse(fmt::format("\"{}\"", spaced(value.term))); },
                      },
                      value_);
}

std::string Quantity::text() const {
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string("not stated"); },
                          [](const Exact& value) { return fmt::format("{}", value.n); },
                          [](const AtLeast& value) { return fmt::format("at least {}", value.n); },
                          [](const Range& value) { return fmt::format("{} to {}", value.low, value.high); },
                          [](const CountOf& value) { return fmt::format("{} of {}", value.k, value.n); },
                          [](const Share& value) {
                              std::string made = value.percent.text() + " per cent";
                              if (!value.of.empty()) made += " of " + value.of;
                              return value.n ? fmt::format("{} (n = {})", made, *value.n) : made;
                          },
                          [](const Vague& value) {
                              return value.term == "plural" ? std::string("an unstated number") : spaced(value.term);
                          },
                      },
                      value_);
}

}  // namespace openeom
