#include "openeom/analysis/records.hpp"

#include <algorithm>
#include <array>

#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "openeom/io/filter.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

using reflect::Kind;

constexpr std::size_t kColumns = 6;

/// Members that tell a record from its neighbours, most telling first; a type has some of them.
constexpr std::array<std::string_view, 36> kTelling{
    "names", "title",        "name",   "summary", "statement",   "item",      "text",     "subject",  "kind",
    "stage", "party",        "person", "list",    "record",      "member",    "value",    "target",   "role",
    "place", "organisation", "code",   "decided", "occurred",    "published", "as_of",    "at_words", "dates",
    "count", "percent",      "body",   "grounds", "asserted_by", "polarity",  "sentence", "document", "election"};

std::size_t rank_of(const reflect::Member& member) {
    const auto found = std::find(kTelling.begin(), kTelling.end(), member.name);
    return static_cast<std::size_t>(found - kTelling.begin());
}

/// Whether a cell can show the member: no lists of records but names, and of records only a coded part.
bool fits_a_cell(const reflect::Member& member) {
    if (member.name == "names") return true;
    if (member.name == "id" || member.name == "notes" || member.name == "evidence") return false;
    if (member.type->kind == Kind::record)
        return member.type->record().find("code") != nullptr || member.type->record().find("value") != nullptr;
    const Kind inner = reflect::innermost(*member.type).kind;
    return inner != Kind::record && inner != Kind::extras;
}

/// Whether all records hold the same: then it tells none from another.
bool is_constant(const Register& records, const reflect::Member& member) {
    const void* first = nullptr;
    for (const void* record : records) {
        if (!first) first = record;
        if (!reflect::equal(*member.type, member.in(first), member.in(record))) return false;
    }
    return records.size() > 1;
}

std::size_t times_stated(const Register& records, const reflect::Member& member) {
    std::size_t times = 0;
    for (const void* record : records)
        if (!reflect::is_empty(*member.type, member.in(record))) ++times;
    return times;
}

struct Candidate {
    const reflect::Member* member;
    std::size_t rank;
    std::size_t times;
};

/// Members that some record states, the most telling first, then those that most records state.
std::vector<Candidate> candidates(const Register& records) {
    std::vector<Candidate> found;
    for (const reflect::Member& member : records.type().members) {
        if (!fits_a_cell(member) || is_constant(records, member)) continue;
        const std::size_t times = times_stated(records, member);
        if (times > 0) found.push_back({&member, rank_of(member), times});
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate& left, const Candidate& right) {
        return left.rank != right.rank ? left.rank < right.rank : left.times > right.times;
    });
    return found;
}

/// Path of what a cell shows of a member: the first name, the code or value of a coded part, else the member itself.
std::string path_of(const reflect::Member& member) {
    std::string path(member.name);
    if (member.name == "names") return path + "[0].text";
    if (member.type->kind != Kind::record) return path;
    return path + (member.type->record().find("code") ? ".code" : ".value");
}

std::vector<std::string> default_columns(const Register& records) {
    std::vector<Candidate> found = candidates(records);
    if (found.size() > kColumns) found.resize(kColumns);
    // Shown in the order of the type, which is the order that its documentation and its JSON have.
    std::sort(found.begin(), found.end(),
              [](const Candidate& left, const Candidate& right) { return left.member < right.member; });
    std::vector<std::string> paths;
    for (const Candidate& each : found) paths.push_back(path_of(*each.member));
    return paths;
}

void require_member(const reflect::Struct& type, std::string_view path) {
    const std::string_view name = path.substr(0, path.find_first_of(".["));
    if (type.find(name)) return;
    std::vector<std::string_view> names;
    for (const reflect::Member& member : type.members) names.push_back(member.name);
    throw Error(ErrorCode::not_found, unknown_name("member of " + std::string(type.name), name, names), {},
                "'openeom schema " + std::string(type.name) + "' lists the members");
}

std::vector<std::string> members_not_shown(const Register& records, const std::vector<std::string>& columns) {
    std::vector<std::string> names;
    for (const reflect::Member& member : records.type().members) {
        const bool shown = std::any_of(columns.begin(), columns.end(), [&](const std::string& path) {
            return path.substr(0, path.find_first_of(".[")) == member.name;
        });
        if (!shown && member.name != "id" && times_stated(records, member) > 0) names.emplace_back(member.name);
    }
    return names;
}

std::string heading(const std::string& path) {
    return path == "names[0].text" ? "name" : path;
}

RecordsRow row_of(const reflect::Struct& type, const void* record, const std::vector<std::string>& paths) {
    RecordsRow row;
    row.id = *static_cast<const Id*>(type.find("id")->in(record));
    for (const std::string& path : paths) {
        const MemberValue found = member_at(type, record, path);
        row.cells.push_back(found.type ? text_of(*found.type, found.value) : std::string());
    }
    return row;
}

/// The catalogue's records and the dossier's, which replace those of the same id, so that standards, codes and words of the
/// lexicon can be looked up as the checks see them.
Register with_catalogue(const Register& own, const Register& catalogue) {
    Register all = catalogue;
    for (const void* record : own) {
        reflect::Object copy(own.type(), record);
        all.put(copy.get());
    }
    return all;
}

}  // namespace

RecordsResult records(const Dossier& dossier, const RecordsOptions& options) {
    if (options.type.empty())
        throw Error(ErrorCode::argument, "no type is named", {},
                    "the option 'type' names the register, such as 'party'");
    const Register& own = dossier.records(entities()[entity_index(options.type)]->name);
    const reflect::Struct& type = own.type();
    const Register& catalogued = catalogue().records(type.name);
    const bool has_both_places = catalogued.size() > 0;
    const Register all = has_both_places ? with_catalogue(own, catalogued) : own;
    for (const std::string& path : options.columns) require_member(type, path);
    const io::Filter filter = options.filter.text.empty() ? io::Filter() : io::Filter(type, options.filter.text);
    const std::vector<std::string> paths = options.columns.empty() ? default_columns(all) : options.columns;

    RecordsResult result;
    result.head = head_for(dossier, "records", options);
    result.title = type.plural;
    result.type = type.name;
    result.meaning = type.meaning;
    result.total = static_cast<std::int64_t>(all.size());
    for (const std::string& path : paths) result.columns.push_back(heading(path));
    if (has_both_places) result.columns.emplace_back("kept in");
    for (const void* record : all) {
        dossier.step();
        if (!filter.matches(record)) continue;
        RecordsRow row = row_of(type, record, paths);
        if (has_both_places) row.cells.emplace_back(own.find(row.id.text()) ? "dossier" : "catalogue");
        result.rows.push_back(std::move(row));
    }
    result.shown = static_cast<std::int64_t>(result.rows.size());
    result.members_not_shown = members_not_shown(all, paths);
    return result;
}

}  // namespace openeom::analysis
