// What rests on what in a dossier: sentence on anchor on finding on evidence on source. Made once for a call.
// Threads: constant after it is made.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// A tie to another record, "type:id".
struct Tie {
    std::string relation;
    std::string record;
    bool is_ground = true;  ///< false for possible instances, which are somebody else's word, and for gaps
};

class Graph {
public:
    explicit Graph(const Dossier& dossier);

    /// What a record rests on.
    [[nodiscard]] std::span<const Tie> down(std::string_view record) const { return of(down_, record); }
    /// What rests on a record.
    [[nodiscard]] std::span<const Tie> up(std::string_view record) const { return of(up_, record); }
    /// What names a record without resting on it.
    [[nodiscard]] std::span<const Tie> named_by(std::string_view record) const { return of(named_by_, record); }

private:
    using Ties = std::map<std::string, std::vector<Tie>, std::less<>>;

    void add_record(const reflect::Struct& type, const void* record);
    void add_codes(const reflect::Struct& type, const void* record, const std::string& from);
    void add_indicators(const Dossier& dossier);
    void tie(std::string_view relation, const std::string& upper, const std::string& lower, bool is_ground);
    static std::span<const Tie> of(const Ties& ties, std::string_view record);

    Ties down_;
    Ties up_;
    Ties named_by_;
};

/// The id under which the graph keeps a record: indicators go by what they are, not by their definition.
std::string graph_key(std::string_view type, std::string_view id);

}  // namespace openeom::analysis
