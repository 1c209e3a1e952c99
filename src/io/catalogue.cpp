// The catalogue as a dossier, and what is asked of it and of a dossier together.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "openeom/catalogue/embedded.hpp"
#include "openeom/io/open.hpp"

namespace openeom {

namespace {

void put_all(const Edit& from, Edit& into) {
    for (const reflect::Struct* entity : entities()) {
        for (const void* record : from.records(*entity)) {
            reflect::Object copy(*entity, record);
            into.put(*entity, copy.get());
        }
    }
}

Dossier parse_catalogue() {
    Edit all;
    for (const auto& file : embedded::files()) {
        if (!file.name.starts_with("catalogue/")) continue;
        const Edit one = io::read_json(file.bytes, std::string(file.name));
        for (const auto& diagnostic : one.diagnostics()) all.report(diagnostic);
        put_all(one, all);
    }
    return all.commit();
}

using Code = std::pair<std::string, std::string>;  // list, code

void add_codes(const Dossier& dossier, std::vector<Code>& codes) {
    for (const auto& entry : dossier.all<CodeEntry>()) codes.emplace_back(entry.list, entry.code);
    for (const auto& standard : dossier.all<Standard>()) codes.emplace_back("standard", standard.id.text());
    for (const auto& indicator : dossier.all<IndicatorDefinition>())
        codes.emplace_back("indicator", indicator.id.text());
    for (const auto& outline : dossier.all<DocumentOutline>()) {
        codes.emplace_back("outline", outline.id.text());
        for (const auto& section : outline.sections)
            codes.emplace_back("outline", fmt::format("{}.{}", outline.id.text(), section.key));
    }
}

const std::vector<Code>& catalogue_codes() {
    static const std::vector<Code> all = [] {
        std::vector<Code> made;
        add_codes(catalogue(), made);
        std::sort(made.begin(), made.end());
        return made;
    }();
    return all;
}

bool has_outline(const Dossier& dossier, std::string_view code) {
    if (dossier.find<DocumentOutline>(code)) return true;
    for (const auto& outline : dossier.all<DocumentOutline>()) {
        const std::string& id = outline.id.text();
        if (!code.starts_with(id) || code.substr(id.size()).substr(0, 1) != ".") continue;
        const auto key = code.substr(id.size() + 1);
        if (std::any_of(outline.sections.begin(), outline.sections.end(),
                        [&](const auto& section) { return section.key == key; }))
            return true;
    }
    return false;
}

/// Whether the dossier itself defines the code.
bool defines(const Dossier& dossier, std::string_view list, std::string_view code) {
    if (list == "standard" && dossier.find<Standard>(code)) return true;
    if (list == "indicator" && dossier.find<IndicatorDefinition>(code)) return true;
    if (list == "outline" && has_outline(dossier, code)) return true;
    if (const auto* entry = dossier.find<CodeEntry>(fmt::format("{}.{}", list, code)))
        if (entry->list == list && entry->code == code) return true;
    const auto own = dossier.all<CodeEntry>();  // the id need not be made of list and code
    return std::any_of(own.begin(), own.end(),
                       [&](const CodeEntry& entry) { return entry.list == list && entry.code == code; });
}

const Standard* instrument_of(const Dossier& dossier, const Standard& standard) {
    return standard.instrument.empty() ? nullptr : find_here_or_in_catalogue<Standard>(dossier, standard.instrument);
}

/// Whether an entry for a country held on a day. Where a treaty's start is not known, neither is the answer; other
/// standards address a state from their adoption.
Applies holds(const Applicability& entry, Bindingness bindingness, const Date& on) {
    const bool by_ratification = bindingness == Bindingness::treaty || bindingness == Bindingness::interpretive;
    switch (within(on, entry.since, entry.until)) {
        case Within::no: return Applies::no;
        case Within::possibly: return Applies::unknown;
        case Within::yes: break;
    }
    return entry.since.empty() && by_ratification ? Applies::unknown : Applies::yes;
}

}  // namespace

const Dossier& catalogue() {
    static const Dossier parsed = parse_catalogue();
    return parsed;
}

bool is_known_code(const Dossier& dossier, std::string_view list, std::string_view code) {
    const auto& known = catalogue_codes();
    const auto before = [](const Code& each, const std::pair<std::string_view, std::string_view>& wanted) {
        return std::pair<std::string_view, std::string_view>(each) < wanted;
    };
    const std::pair wanted(list, code);
    const auto found = std::lower_bound(known.begin(), known.end(), wanted, before);
    if (found != known.end() && found->first == list && found->second == code) return true;
    return defines(dossier, list, code);
}

Bindingness bindingness(const Dossier& dossier, const Standard& standard) {
    if (standard.bindingness != Bindingness::not_stated) return standard.bindingness;
    const Standard* instrument = instrument_of(dossier, standard);
    return instrument ? instrument->bindingness : Bindingness::not_stated;
}

Applies applies(const Dossier& dossier, const Standard& standard, std::string_view country, const Date& on) {
    const Standard* instrument = instrument_of(dossier, standard);
    const Date& adopted = standard.adopted.empty() && instrument ? instrument->adopted : standard.adopted;
    if (certainly_before(on, adopted)) return Applies::no;
    const auto& entries = standard.applies_to.empty() && instrument ? instrument->applies_to : standard.applies_to;
    const Bindingness binds = bindingness(dossier, standard);
    // A country's own entries count before those for every state.
    for (std::string_view wanted : {country, std::string_view("*")}) {
        std::optional<Applies> best;
        for (const auto& entry : entries)
            if (entry.country == wanted)
                best = std::max(best.value_or(Applies::no), holds(entry, binds, on), [](Applies left, Applies right) {
                    const auto weight = [](Applies each) {
                        return each == Applies::yes ? 2 : each == Applies::unknown ? 1 : 0;
                    };
                    return weight(left) < weight(right);
                });
        if (best) return *best;
    }
    return Applies::unknown;
}

}  // namespace openeom
