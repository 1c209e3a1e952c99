// What the indicators share: the records they are computed over, and an indicator in the making.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom/analysis/indicators.hpp"
#include "openeom/analysis/registration.hpp"

namespace openeom::analysis {

struct IndicatorContext {
    const Dossier& dossier;
    const Election* election = nullptr;  ///< null where the dossier holds none
    Date vote;
    const RegistrationResult& review;

    /// Whether a record of this election, or one that names none, enters.
    [[nodiscard]] bool concerns(const Ref<Election>& reference) const {
        return !election || reference.id() == election->id;
    }
    [[nodiscard]] bool concerns(const std::optional<Ref<Election>>& reference) const {
        return !reference || concerns(*reference);
    }
};

/// What is known of a fraction; an end that is not known is open.
struct Bounds {
    std::optional<Rational> lower;
    std::optional<Rational> upper;

    [[nodiscard]] bool is_exact() const { return lower && upper && *lower == *upper; }
    [[nodiscard]] bool is_unknown() const { return !lower && !upper; }
};

Bounds bounds(const Interval& interval);
/// factor * above / below, for numbers that are not negative; an end that would divide by 0 is open.
Bounds ratio(const Interval& above, const Interval& below, const Rational& factor = Rational(1));

/// "3.94", "at least 4.66", "12.10 to 12.35": rounded to the nearest where exact, else outwards.
std::string bounds_text(const Bounds& value, int digits);

/// A count as an interval; none where it is vague, a share, or not stated.
std::optional<Interval> count_of(const Quantity& quantity);

/// A value of `of`, its text followed by `unit`.
IndicatorValue value_of(std::string of, const Bounds& value, int digits, std::string_view unit = {});

class IndicatorDraft {
public:
    explicit IndicatorDraft(const IndicatorContext& context) : context_(context) {}

    template <class T>
    void add_input(const T& record, std::string_view member) {
        add_input(reflect::table<T>(), &record, member);
    }
    void add_value(IndicatorValue value) { made_.values.push_back(std::move(value)); }
    void add_missing(std::string what) { made_.missing_items.push_back(std::move(what)); }
    /// What the record contradicts, so that there is no value: missing, and the reason where nothing else is computed.
    void add_contradiction(std::string why) {
        add_missing(why);
        contradictions_.push_back(std::move(why));
    }
    void add_warning(std::string warning) { made_.warnings.push_back(std::move(warning)); }
    void set_n(std::int64_t n) { made_.n = n; }
    [[nodiscard]] bool has_values() const { return !made_.values.empty(); }

    /// Not computable where there is no value, for what the record contradicts or else for `reason`; else a single value is
    /// the indicator's own, and of several the text joins them.
    [[nodiscard]] Indicator finish(std::string_view reason);
    /// The same with one of several values standing for the whole, `text` saying which.
    [[nodiscard]] Indicator finish_with(const IndicatorValue& headline, std::string text);

private:
    void add_input(const reflect::Struct& type, const void* record, std::string_view member);

    const IndicatorContext& context_;
    Indicator made_;
    std::vector<std::string> contradictions_;
    std::set<std::pair<std::string, std::string>> known_inputs_;  ///< record and member
};

}  // namespace openeom::analysis
