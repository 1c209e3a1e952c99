#include "check/agreement.hpp"

#include <algorithm>
#include <optional>

#include "check/names.hpp"
#include "check/numbers.hpp"

namespace openeom::check {

namespace {

using Codes = std::optional<std::vector<std::string_view>>;

bool has(const Codes& codes, std::string_view code) {
    return codes && std::find(codes->begin(), codes->end(), code) != codes->end();
}

std::string_view kind_of(std::string_view code) {
    return code.substr(0, code.find(':'));
}

/// Whether listed words bind a number from below: "at least" is code at_least, whatever the number.
bool binds_from_below(const Codes& codes) {
    return codes &&
           std::any_of(codes->begin(), codes->end(), [](std::string_view code) { return kind_of(code) == "at_least"; });
}

/// Numbers that words must have for a quantity, and those that they may have besides.
struct Needed {
    std::vector<Rational> required;
    std::vector<Rational> allowed;
};

struct NeededBy {
    Needed operator()(std::monostate) const { return {}; }
    Needed operator()(const Quantity::Exact& value) const { return {{value.n}, {}}; }
    Needed operator()(const Quantity::AtLeast& value) const { return {{value.n}, {}}; }
    Needed operator()(const Quantity::Range& value) const { return {{value.low, value.high}, {}}; }
    Needed operator()(const Quantity::CountOf& value) const { return {{value.k}, {value.n}}; }
    Needed operator()(const Quantity::Share& value) const {
        Needed needed{{value.percent.value()}, {}};
        if (value.n) needed.allowed.emplace_back(*value.n);
        return needed;
    }
    Needed operator()(const Quantity::Vague&) const { return {}; }
};

bool contains(const std::vector<Rational>& values, const Rational& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool same_numbers(const Needed& needed, const std::vector<Rational>& shown) {
    const bool all = std::all_of(needed.required.begin(), needed.required.end(),
                                 [&](const Rational& each) { return contains(shown, each); });
    return all && std::all_of(shown.begin(), shown.end(), [&](const Rational& each) {
               return contains(needed.required, each) || contains(needed.allowed, each);
           });
}

std::vector<Rational> numbers_of(std::string_view words, std::string_view language) {
    std::vector<Rational> values;
    for (const TextNumber& number : numbers_in(words, language))
        if (number.value) values.push_back(number.value->value());
    return values;
}

/// A vague term is kept word for word, so in English the words have it.
Agreement vague_term(std::string_view language, const Quantity::Vague& vague, std::string_view words) {
    if (primary_language(language) != "en" || vague.term == "plural") return Agreement::unlisted;
    std::string term = vague.term;
    std::replace(term.begin(), term.end(), '_', ' ');
    return occurrences(words_of(words), phrase_of(term)).empty() ? Agreement::disagrees : Agreement::agrees;
}

/// "At least two" is not two, nor "two" at least two, where the lexicon lists such words at all.
bool same_bound(const Lexicon& lexicon, std::string_view language, std::string_view code, const Codes& codes) {
    const bool from_below = kind_of(code) == "at_least";
    if (binds_from_below(codes)) return from_below;
    return !from_below || !lexicon.lists(language, AnchorRole::quantity, "at_least");
}

Agreement quantity_agreement(const Lexicon& lexicon, const Codes& codes, std::string_view language,
                             const FindingPart& part, const Quantity& quantity, std::string_view words) {
    const std::vector<Rational> shown = numbers_of(words, language);
    if (!quantity.is_stated()) return codes || !shown.empty() ? Agreement::disagrees : Agreement::unlisted;
    if (has(codes, part.code)) return Agreement::agrees;
    if (const auto* vague = std::get_if<Quantity::Vague>(&quantity.value())) {
        if (codes || !shown.empty()) return Agreement::disagrees;
        return vague_term(language, *vague, words);
    }
    if (shown.empty()) return codes ? Agreement::disagrees : Agreement::unlisted;
    if (!same_numbers(std::visit(NeededBy(), quantity.value()), shown)) return Agreement::disagrees;
    return same_bound(lexicon, language, part.code, codes) ? Agreement::agrees : Agreement::disagrees;
}

}  // namespace

Agreement agreement(const Dossier& dossier, const Lexicon& lexicon, std::string_view language, const FindingPart& part,
                    const Finding& finding, std::string_view words) {
    const Codes codes = lexicon.codes(language, part.role, words);
    if (part.role == AnchorRole::quantity)
        return quantity_agreement(lexicon, codes, language, part, finding.quantity.value, words);
    if (has(codes, part.code)) return Agreement::agrees;
    if (codes) return Agreement::disagrees;
    // A name needs no entry: actor-differs says whether it is the right one.
    const bool named = std::any_of(part.targets.begin(), part.targets.end(),
                                   [&](const AnyRef& target) { return is_named(dossier, words, target); });
    return named ? Agreement::agrees : Agreement::unlisted;
}

}  // namespace openeom::check
