// Properties of merging, over random edits of every type of record and kind of member, upserts and erasures among them.
// Each case is a seed of its own, which a failure prints.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include <fmt/format.h>

#include "openeom/io/changes.hpp"
#include "openeom/io/edits.hpp"

using namespace openeom;
using io::ChangeSet;
using reflect::Kind;

namespace {

/// Random values, as JSON.
class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    [[nodiscard]] const std::set<Kind>& kinds() const { return kinds_; }

    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[below(static_cast<std::uint32_t>(all.size()))];
    }

    /// Some members of a record, or all that it must have and some more; "" where the dossier has nothing to refer to.
    std::string members(const reflect::Struct& type, const Edit& edit, bool whole) {
        std::string json;
        for (const reflect::Member& member : type.members) {
            if (member.name == "id" || member.name == "external_identifiers") continue;
            const bool needed = member.required && whole;
            if (!needed && below(whole ? 5 : 8) != 0) continue;
            const std::string made = value(member, *member.type, edit);
            if (made.empty() && needed) return {};
            if (made.empty()) continue;
            const std::string name = member.type->kind == Kind::extras ? fmt::format("x-own{}", below(2)) : std::string(member.name);
            json += fmt::format("{}{}:{}", json.empty() ? "" : ",", io::quoted(name), made);
        }
        return "{" + json + "}";
    }

    std::string text() { return below(3) == 0 ? fmt::format("often {}", below(3)) : fmt::format("canary-{:08x} of many", random_()); }

private:
    std::string value(const reflect::Member& member, const reflect::Type& type, const Edit& edit) {
        kinds_.insert(type.kind);
        switch (type.kind) {
            case Kind::boolean: return below(2) ? "true" : "false";
            case Kind::integer: return fmt::format("{}", 1 + below(900));
            case Kind::text: return io::quoted(text());
            case Kind::id: return {};
            case Kind::reference: {
                const std::string id = some_id(edit, *find_entity(type.target()));
                return id.empty() ? id : io::quoted(id);
            }
            case Kind::any_reference: {
                const reflect::Struct& to = *one_of(std::vector(entities().begin(), entities().end()));
                const std::string id = some_id(edit, to);
                return id.empty() ? id : io::quoted(fmt::format("{}:{}", to.name, id));
            }
            case Kind::decimal: return fmt::format("\"{}.{}\"", below(100), below(10));
            case Kind::rational: return fmt::format("\"{}/97\"", 1 + below(96));
            case Kind::date: return one_of<std::string>({"\"2027\"", "\"2027-05\"", "\"2027-05-09\"", "\"2027-05-09/2027-05-12\"", "\"../2027-05\""});
            case Kind::instant: return fmt::format("\"2027-05-0{}T20:00:00+06:00\"", 1 + below(9));
            case Kind::interval: return one_of<std::string>({"[5,6]", "[9,null]", "[1,1]"});
            case Kind::quantity:
                return one_of<std::string>({R"({"exact":7})", R"({"at_least":18})", R"({"range":[16,19]})", R"({"k_of_n":[3,20]})",
                                            R"({"share":{"percent":"75.07"}})", R"({"vague":{"scale":"number","term":"several"}})"});
            case Kind::span: return fmt::format("[{},{}]", below(9), 10 + below(9));
            case Kind::code: return io::quoted(one_of(std::vector(type.codes->codes.begin(), type.codes->codes.end())));
            case Kind::json:
            case Kind::extras: return fmt::format(R"({{"a":[1.50,null,{}]}})", io::quoted(text()));
            case Kind::optional: return value(member, *type.element, edit);
            case Kind::list: {
                const std::string first = value(member, *type.element, edit);
                return first.empty() ? first : "[" + first + "]";
            }
            case Kind::record: return members(type.record(), edit, true);
        }
        return {};
    }

    std::string some_id(const Edit& edit, const reflect::Struct& type) {
        const Register& records = edit.records(type);
        if (records.size() == 0) return {};
        return static_cast<const Record*>(records.at(below(static_cast<std::uint32_t>(records.size()))))->id.text();
    }

    std::mt19937 random_;
    std::set<Kind> kinds_;
};

/// One analyst's random work; what would make the dossier incoherent is not done.
class Analyst {
public:
    Analyst(const Dossier& base, Generator& generator) : edit_(base), generator_(generator) {}

    void work(int steps, bool only_adds = false) {
        for (int i = 0; i < steps; ++i) {
            Edit tried = edit_;
            std::string gone;
            try {
                if (!step(tried, only_adds ? 0 : generator_.below(10), gone)) continue;
            } catch (const Error& error) {
                if (error.code() != ErrorCode::conflict) throw;  // the id or identifier is another's, or was erased
                continue;
            }
            if (!tried.incoherences().empty()) continue;
            edit_ = std::move(tried);
            erased_ += gone;
        }
    }
    [[nodiscard]] Dossier dossier() const { return edit_.commit(); }
    /// The JSON of what was erased.
    [[nodiscard]] const std::string& erased() const { return erased_; }

private:
    bool step(Edit& edit, std::uint32_t what, std::string& gone) {
        const reflect::Struct& type = *generator_.one_of(std::vector(entities().begin(), entities().end()));
        if (type.name == "erasure") return false;
        const Register& records = edit.records(type);
        if (what < 6) return upsert(edit, type);
        if (records.size() == 0) return false;
        const std::string id = static_cast<const Record*>(records.at(generator_.below(static_cast<std::uint32_t>(records.size()))))->id.text();
        if (what == 6) return edit.remove(type.name, id);
        if (what == 7) return erase(edit, type, id, gone);
        if (what == 8) edit.set_extra(fmt::format("x-state{}", generator_.below(2)), io::quoted(generator_.text()));
        else return change(edit, type, id);
        return true;
    }

    bool upsert(Edit& edit, const reflect::Struct& type) {
        const std::string system = generator_.below(2) ? "kobo" : "odk", known_as = fmt::format("{}", generator_.below(4));
        std::string json;
        if (type.name == "reported_value") json = reported(edit);
        else json = generator_.members(type, edit, true);
        if (json.empty()) return false;
        io::upsert(edit, type.name, system, known_as, json);
        return true;
    }

    /// A value of a member that every record has.
    std::string reported(const Edit& edit) {
        const Register& evidence = edit.records(reflect::table<Evidence>());
        if (evidence.size() == 0) return {};
        for (int i = 0; i < 50; ++i) {
            const reflect::Struct& of = *generator_.one_of(std::vector(entities().begin(), entities().end()));
            if (edit.records(of).size() == 0 || of.name == "erasure") continue;
            const auto at = generator_.below(static_cast<std::uint32_t>(edit.records(of).size()));
            return fmt::format(R"({{"record":"{}:{}","member":"notes","value":[{}],"evidence":["{}"]}})", of.name,
                               static_cast<const Record*>(edit.records(of).at(at))->id.text(), io::quoted(generator_.text()),
                               static_cast<const Record*>(evidence.at(generator_.below(static_cast<std::uint32_t>(evidence.size()))))->id.text());
        }
        return {};
    }

    bool change(Edit& edit, const reflect::Struct& type, const std::string& id) {
        const std::string json = generator_.members(type, edit, false);
        reflect::Object record(type, edit.find(type.name, id));
        io::read_members(type, json, record.get());
        edit.put(type, record.get());
        return true;
    }

    bool erase(Edit& edit, const reflect::Struct& type, const std::string& id, std::string& gone) {
        const Edit before = edit;
        io::EraseOptions options;
        options.erased = *Instant::parse("2027-06-01T10:00:00Z");
        options.authority = "data protection officer";
        options.mentions = io::MentionsLeft::kept;  // texts that stand often
        for (const AnyRef& each : io::erase(edit, type.name, id, options).records)
            gone += io::to_json(*find_entity(each.type()), before.find(each.type(), each.id()));
        return true;
    }

    Edit edit_;
    Generator& generator_;
    std::string erased_;
};

std::string text(const ChangeSet& changes) { return io::to_json(reflect::table<ChangeSet>(), &changes); }

/// The dossier, or the conflicts without it: what must not depend on an order.
std::string outcome(const io::Merged& made) {
    std::string json = io::to_json(reflect::table<io::MergeSummary>(), &made.summary);
    if (made.dossier) json += io::write_json(*made.dossier);
    return json;
}

/// The texts of which each stands in one place only.
std::vector<std::string> canaries(const std::string& json) {
    std::vector<std::string> found;
    for (std::size_t at = json.find("canary-"); at != std::string::npos; at = json.find("canary-", at + 1)) found.push_back(json.substr(at, 15));
    return found;
}

/// A dossier with some records of most types.
Dossier beginning(Generator& generator) {
    Analyst first(Dossier(), generator);
    first.work(250, true);
    return first.dossier();
}

struct Round {
    Dossier start;
    std::vector<ChangeSet> changes;
    std::string erased;
};

Round round_of(Generator& generator, int analysts, int steps) {
    Round made{beginning(generator), {}, {}};
    for (int i = 0; i < analysts; ++i) {
        Analyst analyst(made.start, generator);
        analyst.work(1 + static_cast<int>(generator.below(static_cast<std::uint32_t>(steps))));
        made.changes.push_back(io::read_changes(text(io::diff(made.start, analyst.dossier())), "changes"));
        made.erased += analyst.erased();
    }
    return made;
}

}  // namespace

TEST_CASE("ten analysts' change sets in any order give the same bytes or the same conflicts, and nothing of what was erased") {
    int clean = 0, in_conflict = 0, with_erasures = 0;
    std::set<Kind> kinds;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Generator generator(seed);
        Round round = round_of(generator, seed % 3 == 0 ? 2 : 10, seed % 2 == 0 ? 3 : 12);
        const io::Merged first = io::merge(round.start, round.changes);
        const std::string expected = outcome(first);
        for (int i = 0; i < 4; ++i) {
            for (std::size_t n = round.changes.size(); n > 1; --n) std::swap(round.changes[n - 1], round.changes[generator.below(static_cast<std::uint32_t>(n))]);
            REQUIRE(outcome(io::merge(round.start, round.changes)) == expected);
        }
        const auto gone = canaries(round.erased);
        for (const std::string& canary : gone) {
            if (first.dossier) REQUIRE(expected.find(canary) == std::string::npos);
        }
        with_erasures += !gone.empty() && first.dossier ? 1 : 0;
        (first.dossier ? clean : in_conflict) += 1;
        kinds.insert(generator.kinds().begin(), generator.kinds().end());
    }
    MESSAGE(clean << " clean, " << in_conflict << " in conflict, " << with_erasures << " clean with erasures");
    CHECK(clean > 10);
    CHECK(in_conflict > 10);
    CHECK(with_erasures > 5);
    std::set<Kind> in_model;
    for (const reflect::Struct* type : structs())
        for (const reflect::Member& member : type->members)
            for (const reflect::Type* each = member.type; each; each = each->element) in_model.insert(each->kind);
    in_model.erase(Kind::id);
    for (const Kind each : in_model) CHECK_MESSAGE(kinds.contains(each), name(each));
}

TEST_CASE("a change set makes what it was made of, and carries nothing of what was erased") {
    int with_erasures = 0;
    for (std::uint32_t seed = 1000; seed < 1060; ++seed) {
        CAPTURE(seed);
        Generator generator(seed);
        const Dossier start = beginning(generator);
        Analyst analyst(start, generator);
        analyst.work(20);
        const ChangeSet changes = io::read_changes(text(io::diff(start, analyst.dossier())), "changes");
        const io::Merged made = io::merge(start, std::span(&changes, 1));
        REQUIRE(made.dossier);
        REQUIRE(io::write_json(*made.dossier) == io::write_json(analyst.dossier()));
        const std::string sent = text(changes);
        for (const std::string& canary : canaries(analyst.erased())) REQUIRE(sent.find(canary) == std::string::npos);
        with_erasures += analyst.erased().empty() ? 0 : 1;
    }
    CHECK(with_erasures > 20);
}

TEST_CASE("without conflict, one after the other is all together") {
    int compared = 0;
    for (std::uint32_t seed = 2000; seed < 2100; ++seed) {
        CAPTURE(seed);
        Generator generator(seed);
        const Round round = round_of(generator, 2, 8);
        const io::Merged together = io::merge(round.start, round.changes);
        if (!together.dossier) continue;
        for (std::size_t first : {0U, 1U}) {
            const io::Merged one = io::merge(round.start, std::span(&round.changes[first], 1));
            REQUIRE(one.dossier);
            const io::Merged other = io::merge(*one.dossier, std::span(&round.changes[1 - first], 1));
            REQUIRE(other.dossier);
            REQUIRE(io::write_json(*other.dossier) == io::write_json(*together.dossier));
        }
        ++compared;
    }
    MESSAGE(compared << " compared");
    CHECK(compared > 20);
}
