#include "check/names.hpp"

#include <algorithm>

#include "check/phrases.hpp"

namespace openeom::check {

namespace {

void add_names(const std::vector<Name>& names, std::vector<std::string>& all) {
    for (const Name& name : names) all.push_back(name.text);
}

template <class T>
void add_named(const Dossier& dossier, const AnyRef& target, std::vector<std::string>& all) {
    const T* record = target.type() == reflect::table<T>().name ? dossier.find<T>(target.id()) : nullptr;
    if (!record) return;
    add_names(record->names, all);
    if constexpr (requires { record->abbreviations; })
        all.insert(all.end(), record->abbreviations.begin(), record->abbreviations.end());
    if constexpr (requires { record->roles; })
        for (const Role& role : record->roles) all.push_back(role.title);
}

}  // namespace

std::vector<std::string> names_of(const Dossier& dossier, const AnyRef& target) {
    std::vector<std::string> all;
    add_named<Body>(dossier, target, all);
    add_named<Person>(dossier, target, all);
    add_named<Party>(dossier, target, all);
    add_named<Mission>(dossier, target, all);
    add_named<ObserverOrganisation>(dossier, target, all);
    add_named<Delegation>(dossier, target, all);
    add_named<MediaOutlet>(dossier, target, all);
    add_named<Place>(dossier, target, all);
    if (target.type() == "candidate_list") {
        const CandidateList* list = dossier.find<CandidateList>(target.id());
        if (list) add_named<Party>(dossier, AnyRef("party", list->party.text()), all);
    }
    return all;
}

bool names_it(std::string_view words, std::string_view name) {
    std::vector<std::string> said = phrase_of(words);
    if (!said.empty() && (said.front() == "the" || said.front() == "a")) said.erase(said.begin());
    return !occurrences(words_of(name), said).empty() || !occurrences(words_of(words), phrase_of(name)).empty();
}

bool is_named(const Dossier& dossier, std::string_view words, const AnyRef& target) {
    const auto names = names_of(dossier, target);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return names_it(words, name); });
}

}  // namespace openeom::check
