// Small invented dossiers for the tests of analyses.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "openeom/analysis/result.hpp"
#include "openeom/io/json.hpp"

namespace openeom::test {

/// From the registers of a file, with a source "s1" and evidence "e1" to "e3" to rest things on.
inline Edit edit(const std::string& registers) {
    std::string json = R"({"format": "openeom/1.0",
        "sources": [{"id": "s1", "title": "Daily News", "publisher": "News House", "date": "2027-03-02", "tier": "authority_or_agency"},
                    {"id": "s2", "title": "Mission statement", "tier": "observer_institution"}],
        "evidence": [{"id": "e1", "source": "s1", "statement": "First statement.", "locator": {"page": "3", "fact": "F-01"}},
                     {"id": "e2", "source": "s2", "statement": "Second statement.", "locator": {"section": "para 2", "fact": "F-02"}},
                     {"id": "e3", "source": "s1", "statement": "Third statement.", "locator": {"fact": "F-03"}}])";
    if (!registers.empty()) json += ", " + registers;
    return io::read_json(json + "}", "test");
}
inline Dossier dossier(const std::string& registers) {
    return edit(registers).commit();
}
/// The same where required members may be missing, as in a file that is being written.
inline Dossier unfinished_dossier(const std::string& registers) {
    return edit(registers).snapshot();
}

/// The record of a list whose member `id_of` gives has this text; fails the test where there is none.
template <class List, class IdOf>
const typename List::value_type& one(const List& list, std::string_view id, IdOf id_of) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return id_of(each) == id; });
    REQUIRE_MESSAGE(found != list.end(), "nothing is called " << std::string(id));
    return *found;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

template <class List>
bool mentions(const List& texts, std::string_view part) {
    return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return contains(text, part); });
}

}  // namespace openeom::test
