#include "analysis/graph.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "analysis/labels.hpp"
#include "openeom/analysis/indicators.hpp"

namespace openeom::analysis {

namespace {

using reflect::Kind;

enum class Way {
    names,     ///< the record names the other and does not rest on it
    rests_on,  ///< the record rests on the other
    carries,   ///< the other rests on the record, which says whom it belongs to
};

struct Path {
    std::string_view type;
    std::string_view path;  ///< without positions in lists
    Way way;
};

/// References that tie a record to its grounds. References to evidence always do; all others only name.
constexpr std::array kPaths{
    Path{"anchor", "sentence", Way::carries},
    Path{"anchor", "target", Way::rests_on},
    Path{"document", "source", Way::rests_on},
    Path{"evidence", "source", Way::rests_on},
    Path{"evidence", "corroborating_sources", Way::rests_on},
    Path{"finding", "about", Way::rests_on},
    Path{"finding", "based_on", Way::rests_on},
    Path{"finding", "possible_instance.target", Way::rests_on},
    Path{"finding", "provisions", Way::rests_on},
    Path{"gap", "about", Way::carries},
    Path{"gap", "expected_source", Way::rests_on},
    Path{"provision", "instrument", Way::rests_on},
    Path{"published_figure", "sentence", Way::carries},
    Path{"quote", "document", Way::rests_on},
    Path{"recommendation", "findings", Way::rests_on},
    Path{"registration_event", "provision", Way::rests_on},
    Path{"reported_value", "record", Way::carries},
    Path{"sentence", "document", Way::carries},
    Path{"sentence", "translation_of", Way::rests_on},
    Path{"suggestion", "rests_on", Way::rests_on},
};

/// "possible_instance[2].target" as "possible_instance.target".
std::string without_positions(std::string_view path) {
    std::string made;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) made += c;
        if (c == ']') inside = false;
    }
    return made;
}

Way way_of(std::string_view type, std::string_view path, std::string_view to_type) {
    if (to_type == "evidence") return Way::rests_on;
    for (const Path& each : kPaths)
        if (each.type == type && each.path == path) return each.way;
    return Way::names;
}

/// "due_process.held.evidence" as "due process held evidence".
std::string relation_words(std::string path) {
    if (path == "possible_instance.target") return "possible instance, on others' word";
    if (path == "possible_instance.evidence") return "evidence of a possible instance";
    std::replace(path.begin(), path.end(), '.', ' ');
    return words(path);
}

std::string_view id_of(const reflect::Struct& type, const void* record) {
    return static_cast<const Id*>(type.find("id")->in(record))->text();
}

/// Texts of a member that is a text or a list of texts.
std::vector<std::string_view> texts_of(const reflect::Type& type, const void* value) {
    std::vector<std::string_view> found;
    if (type.kind == Kind::text) found.push_back(*static_cast<const std::string*>(value));
    if (type.kind == Kind::list && type.element->kind == Kind::text)
        for (std::size_t i = 0; i < type.size(value); ++i)
            found.push_back(*static_cast<const std::string*>(type.at(value, i)));
    std::erase(found, std::string_view());
    return found;
}

}  // namespace

std::string graph_key(std::string_view type, std::string_view id) {
    return fmt::format("{}:{}", type == "indicator_definition" ? std::string_view("indicator") : type, id);
}

Graph::Graph(const Dossier& dossier) {
    for (const reflect::Struct* type : entities())
        for (const void* record : dossier.records(*type)) {
            dossier.step();
            add_record(*type, record);
        }
    add_indicators(dossier);
}

void Graph::tie(std::string_view relation, const std::string& upper, const std::string& lower, bool is_ground) {
    down_[upper].push_back({std::string(relation), lower, is_ground});
    up_[lower].push_back({std::string(relation), upper, is_ground});
}

void Graph::add_record(const reflect::Struct& type, const void* record) {
    const std::string from = graph_key(type.name, id_of(type, record));
    std::set<std::pair<std::string, std::string>> known;  // a record may name another several times in one way
    for_each_reference(type, record,
                       [&](const std::string& full_path, std::string_view to_type, std::string_view to_id) {
                           const std::string path = without_positions(full_path), to = graph_key(to_type, to_id);
                           if (!known.emplace(path, to).second) return;
                           switch (way_of(type.name, path, to_type)) {
                               case Way::rests_on:
                                   tie(relation_words(path), from, to, !path.starts_with("possible_instance"));
                                   break;
                               case Way::carries: tie(words(type.name), to, from, type.name != "gap"); break;
                               case Way::names: named_by_[to].push_back({relation_words(path), from, false}); break;
                           }
                       });
    add_codes(type, record, from);
}

/// Standards and indicators are named by code, as they may be the catalogue's.
void Graph::add_codes(const reflect::Struct& type, const void* record, const std::string& from) {
    for (const reflect::Member& member : type.members) {
        if (member.codes != "standard" && member.codes != "indicator") continue;
        for (const std::string_view code : texts_of(*member.type, member.in(record)))
            tie(words(member.name), from, graph_key(member.codes, code), true);
    }
}

/// What indicators were computed from, so that a number leads to its sources too.
void Graph::add_indicators(const Dossier& dossier) {
    for (const Indicator& indicator : indicators(dossier).indicators)
        for (const IndicatorInput& input : indicator.inputs)
            tie(relation_words(input.member), "indicator:" + indicator.id, input.record.text(), true);
}

std::span<const Tie> Graph::of(const Ties& ties, std::string_view record) {
    const auto found = ties.find(record);
    if (found == ties.end()) return {};
    return found->second;
}

}  // namespace openeom::analysis
