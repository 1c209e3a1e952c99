// Words for people: names of records, codes, values, attributions. Analyses put them beside ids, so that nothing is left
// to renderers but layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// "not_met" as "not met", "deregistered" as "de-registered".
std::string words(std::string_view code);
template <class E>
requires std::is_enum_v<E> std::string words(E code) {
    std::string_view name = boost::describe::enum_to_string(code, "");
    if (name.ends_with('_')) name.remove_suffix(1);
    return words(name);
}

/// The best human name of a record, in the dossier or the catalogue; the reference itself where there is none.
std::string label(const Dossier& dossier, std::string_view type, std::string_view id);
std::string label(const Dossier& dossier, const AnyRef& reference);
template <class T>
std::string label(const Dossier& dossier, const Ref<T>& reference) {
    return reference.empty() ? std::string() : label(dossier, reflect::struct_row<T>.name, reference.text());
}
template <class T>
std::string label(const Dossier& dossier, const std::optional<Ref<T>>& reference) {
    return reference ? label(dossier, *reference) : std::string();
}
template <class T>
std::vector<std::string> labels(const Dossier& dossier, const std::vector<Ref<T>>& references) {
    std::vector<std::string> made;
    for (const Ref<T>& reference : references) made.push_back(label(dossier, reference));
    return made;
}

/// The same of a record at hand.
std::string label_of(const Dossier& dossier, const reflect::Struct& type, const void* record);
template <class T>
std::string label_of(const Dossier& dossier, const T& record) {
    return label_of(dossier, reflect::table<T>(), &record);
}

/// Whom a step of registration concerns: "18 candidates" for a batch, else the subject by name.
std::string subject_label(const Dossier& dossier, const RegistrationEvent& event);

/// Whether a value need not be shown: it is empty, and its emptiness is no word such as "unknown".
bool says_nothing(const reflect::Type& type, const void* value);

/// A value as text: dates in words, codes as codes, lists joined by semicolons, records as their members; empty where the
/// value says nothing.
std::string text_of(const reflect::Type& type, const void* value);

/// Words of a code of an extensible list, by the catalogue's or the dossier's entry; the code in words where it has none.
std::string meaning_of_code(const Dossier& dossier, std::string_view list, std::string_view code);

/// "authority: Central Election Commission", "media", "not stated who says so".
std::string attribution(const Dossier& dossier, Asserter by, const std::optional<AnyRef>& whom = std::nullopt);
/// Who asserts a finding: the asserter, and whom the finding names as such, else the mission it belongs to.
std::string attribution(const Dossier& dossier, const Finding& finding);

/// Where in its source evidence stands: "para 2, page 3"; empty where nothing is said.
std::string place_in_source(const Evidence& evidence);
/// "Voter turnout exceeded 35% (Tengrinews, 15 January 2012)".
std::string source_words(const Dossier& dossier, const Evidence& evidence);
std::string source_words(const Source& source);

/// The date in words; "by 6 January 2012" where only its end is known.
std::string date_or_by(const Date& date);

std::string joined(const std::vector<std::string>& parts, std::string_view separator = "; ");
/// "1 candidate", "3 candidates".
std::string counted(std::int64_t n, std::string_view one, std::string_view many);
/// Digits in groups of three: "9,011,446".
std::string grouped(std::int64_t n);

}  // namespace openeom::analysis
