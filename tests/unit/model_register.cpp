// The register against std::map under random changes, sharing of leaves, order, building.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <new>
#include <set>

#include "model/leaf.hpp"
#include "model/shard.hpp"
#include "openeom/base/error.hpp"
#include "openeom/model/dossier.hpp"

using namespace openeom;

namespace {

const reflect::Struct& candidacies() {
    return reflect::table<Candidacy>();
}

/// SplitMix64: the same numbers on every machine.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t bound) {
        state_ += 0x9E3779B97F4A7C15;
        std::uint64_t mixed = (state_ ^ (state_ >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed ^ (mixed >> 31)) % bound;
    }

private:
    std::uint64_t state_;
};

Candidacy candidacy(const std::string& id, const std::string& constituency) {
    Candidacy made;
    made.id = id;
    made.constituency = constituency;
    made.notes = {"a note long enough to lie on the heap, for " + id};
    return made;
}

bool put(Register& records, const std::string& id, const std::string& constituency) {
    Candidacy made = candidacy(id, constituency);
    return records.put(&made);
}

void add(Register::Builder& builder, const std::string& id, const std::string& constituency) {
    *static_cast<Candidacy*>(builder.add()) = candidacy(id, constituency);
}

const Candidacy& at(const void* record) {
    return *static_cast<const Candidacy*>(record);
}

using Model = std::map<std::string, std::string>;

/// Empty where the register holds what the model holds; else what differs first.
std::string difference(const Register& records, const Model& model) {
    if (records.size() != model.size()) return fmt::format("{} records, not {}", records.size(), model.size());
    auto expected = model.begin();
    std::size_t n = 0;
    for (auto it = records.begin(); it != records.end(); ++it, ++expected, ++n) {
        if (expected == model.end()) return "more records than counted";
        const Candidacy& found = at(*it);
        if (found.id.text() != expected->first)
            return fmt::format("{} at the place of {}", found.id.text(), expected->first);
        if (found.constituency != expected->second)
            return fmt::format("{} holds {}", found.id.text(), found.constituency);
        if (found.notes.size() != 1 || !found.notes[0].ends_with(found.id.text())) return "notes of another record";
        if (records.find(expected->first) != *it) return fmt::format("{} is not found by its id", expected->first);
        if (n % 97 == 0 && records.at(n) != *it) return fmt::format("record {} is not found by number", n);
    }
    return expected == model.end() ? "" : "fewer records than counted";
}

Register loaded(std::size_t count) {
    Register records(candidacies());
    Register::Builder builder(candidacies());
    for (std::size_t i = 0; i < count; ++i) add(builder, fmt::format("kz-{:06}", i), "north");
    CHECK(records.load(std::move(builder)).empty());
    return records;
}

}  // namespace

TEST_CASE("a record is the first base of every entity, at its address, and moves without throwing") {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Entities>>([](auto identity) {
        using T = typename decltype(identity)::type;
        static_assert(std::is_base_of_v<Record, T> && std::is_nothrow_move_constructible_v<T>);
        T made;
        CHECK(static_cast<void*>(static_cast<Record*>(&made)) == static_cast<void*>(&made));
        CHECK(reflect::table<T>().members[0].name == "id");
        CHECK(reflect::table<T>().members[0].in(&made) == static_cast<const void*>(&made.id));
    });
}

TEST_CASE("a register holds what a map holds after thousands of random changes") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Numbers numbers(seed);
        Register records(candidacies());
        Model model;
        const std::uint64_t ids = seed % 2 == 0 ? 700 : 9000;
        std::vector<std::pair<Register, Model>> kept;
        for (int step = 0; step < 14000; ++step) {
            const std::string id = fmt::format("c{}", numbers.below(ids));
            // Phases of growth and of shrinking, so that leaves are split and merged.
            const bool growing = (step / 3500) % 2 == 0;
            if (numbers.below(10) < (growing ? 9U : 2U)) {
                const std::string constituency = fmt::format("seat {}", step);
                REQUIRE(put(records, id, constituency) == !model.contains(id));
                model[id] = constituency;
            } else {
                REQUIRE(records.remove(id) == (model.erase(id) == 1));
            }
            if (step % 2000 == 0) kept.emplace_back(records, model);
            REQUIRE((records.find(id) != nullptr) == model.contains(id));
        }
        CHECK(difference(records, model) == "");
        for (const auto& [copy, as_it_was] : kept) CHECK(difference(copy, as_it_was) == "");
        while (!model.empty()) {
            REQUIRE(records.remove(model.begin()->first));
            model.erase(model.begin());
        }
        CHECK(difference(records, model) == "");
        CHECK(records.leaves() == 0);
    }
}

TEST_CASE("a register loaded in any order holds the records in order of id, the first of each id") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Numbers numbers(seed);
        Register records(candidacies());
        Register::Builder builder(candidacies());
        Model model;
        std::multiset<std::string> doubles;
        const std::uint64_t count = seed < 4 ? seed * 100 : seed * 1500;
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::string id = fmt::format("c{}", numbers.below(count * 3));
            const std::string constituency = fmt::format("seat {}", i);
            add(builder, id, constituency);
            if (numbers.below(20) == 0) builder.drop();
            else if (!model.emplace(id, constituency).second) doubles.insert(id);
        }
        CHECK(builder.size() == model.size() + doubles.size());
        const auto told = records.load(std::move(builder));
        CHECK(doubles.size() > 0);
        CHECK(std::multiset<std::string>(told.begin(), told.end()) == doubles);
        CHECK(difference(records, model) == "");
        for (int step = 0; step < 3000; ++step) {
            const std::string id = fmt::format("c{}", numbers.below(count * 3));
            if (numbers.below(2) == 0) {
                put(records, id, "changed");
                model[id] = "changed";
            } else {
                REQUIRE(records.remove(id) == (model.erase(id) == 1));
            }
        }
        CHECK(difference(records, model) == "");
    }
}

TEST_CASE("loading into a register that has records keeps those, and tells which ids were there") {
    Register records = loaded(300);
    Register::Builder builder(candidacies());
    add(builder, "kz-000007", "south");
    add(builder, "kz-000300", "south");
    add(builder, "kz-000300", "east");
    CHECK(records.load(std::move(builder)) == std::vector<std::string>{"kz-000007", "kz-000300"});
    CHECK(records.size() == 301);
    CHECK(at(records.find("kz-000007")).constituency == "north");
    CHECK(at(records.find("kz-000300")).constituency == "south");
}

TEST_CASE("records that come in order stay where they were built") {
    Register records(candidacies());
    Register::Builder builder(candidacies());
    std::vector<const void*> built;
    for (int i = 0; i < 3000; ++i) {
        built.push_back(builder.add());
        *static_cast<Candidacy*>(const_cast<void*>(built.back())) = candidacy(fmt::format("kz-{:06}", i), "north");
    }
    CHECK(records.load(std::move(builder)).empty());
    std::size_t n = 0;
    std::size_t moved = 0;
    for (auto it = records.begin(); it != records.end(); ++it) moved += *it != built[n++] ? 1 : 0;
    CHECK(n == 3000);
    CHECK(moved == 0);
}

TEST_CASE("an empty builder and a builder whose records were all dropped leave the register empty") {
    Register records(candidacies());
    Register::Builder builder(candidacies());
    CHECK_THROWS_AS(builder.drop(), Error);
    builder.add();
    builder.drop();
    CHECK(builder.size() == 0);
    CHECK(records.load(std::move(builder)).empty());
    CHECK(records.size() == 0);
    CHECK(records.begin() == records.end());
    CHECK(records.find("x") == nullptr);
    CHECK_FALSE(records.remove("x"));
    CHECK_THROWS_AS(static_cast<void>(records.at(std::size_t{0})), Error);
}

TEST_CASE("a copy shares all leaves, and a change copies one") {
    const Register before = loaded(20000);
    REQUIRE(before.leaves() > 50);
    Register after = before;
    CHECK(after.shared_leaves(before) == before.leaves());

    SUBCASE("replacing") {
        CHECK_FALSE(put(after, "kz-012345", "south"));
        CHECK(after.leaves() == before.leaves());
        CHECK(after.shared_leaves(before) == before.leaves() - 1);
        CHECK(at(after.find("kz-012345")).constituency == "south");
    }
    SUBCASE("replacing twice in one leaf") {
        put(after, "kz-012345", "south");
        const void* changed = after.find("kz-012345");
        put(after, "kz-012346", "south");
        CHECK(after.find("kz-012345") == changed);
        CHECK(after.shared_leaves(before) == before.leaves() - 1);
    }
    SUBCASE("adding into a full leaf splits it") {
        CHECK(put(after, "kz-012345b", "south"));
        CHECK(after.leaves() == before.leaves() + 1);
        CHECK(after.shared_leaves(before) == before.leaves() - 1);
        CHECK(before.find("kz-012345b") == nullptr);
    }
    SUBCASE("adding at the end") {
        CHECK(put(after, "kz-999999", "south"));
        CHECK(after.shared_leaves(before) >= before.leaves() - 1);
    }
    SUBCASE("removing") {
        CHECK(after.remove("kz-012345"));
        CHECK(after.shared_leaves(before) == before.leaves() - 1);
        CHECK(after.find("kz-012345") == nullptr);
    }
    CHECK(at(before.find("kz-012345")).constituency == "north");
    CHECK(before.size() == 20000);
}

TEST_CASE("a leaf that nobody else holds any more is changed in place") {
    Register records = loaded(5000);
    {
        const Register copy = records;
        put(records, "kz-000001", "south");
        CHECK(records.shared_leaves(copy) == copy.leaves() - 1);
    }
    const void* neighbour = records.find("kz-002000");
    put(records, "kz-002001", "south");
    CHECK(records.find("kz-002000") == neighbour);
}

TEST_CASE("records put in order fill their leaves, and removing nearly all merges them") {
    Register records(candidacies());
    for (int i = 0; i < 10000; ++i) put(records, fmt::format("kz-{:06}", i), "north");
    const std::size_t filled = loaded(10000).leaves();
    CHECK(records.leaves() <= filled);
    for (int i = 0; i < 10000; ++i)
        if (i % 100 != 0) records.remove(fmt::format("kz-{:06}", i));
    CHECK(records.size() == 100);
    CHECK(records.leaves() * 4 < filled);
}

TEST_CASE("a moved-from register is empty and may be used") {
    Register records = loaded(3000);
    Register taken = std::move(records);
    CHECK(taken.size() == 3000);
    CHECK(records.size() == 0);
    CHECK(records.find("kz-000001") == nullptr);
    CHECK(put(records, "kz-000001", "south"));
    records = taken;
    CHECK(records.shared_leaves(taken) == taken.leaves());
}

TEST_CASE("an entry of the index holds what it was made of") {
    const std::uint64_t hash = IndexEntry::shorten(hash_of("kz-17"));
    const IndexEntry last(hash, IndexEntry::kMaximumLeaves, 511);
    CHECK(last.hash() == hash);
    CHECK(last.leaf() == IndexEntry::kMaximumLeaves);
    CHECK(last.slot() == 511);
    CHECK(IndexEntry().empty());
    CHECK_FALSE(IndexEntry(0, 0, 0).empty());
    CHECK(sizeof(IndexEntry) == 8);
}

TEST_CASE("a shard finds what was entered, erases without breaking runs, and says when it overflowed") {
    Register::Shard shard;
    Numbers numbers(3);
    std::map<std::uint32_t, std::uint64_t> entered;
    for (std::uint32_t leaf = 0; leaf < 700; ++leaf) {
        const std::uint64_t hash = numbers.below(std::uint64_t{1} << 31);
        shard.insert(IndexEntry(hash, leaf, leaf % 512));
        entered[leaf] = hash;
    }
    REQUIRE_FALSE(shard.overflowed);
    for (std::uint32_t leaf = 0; leaf < 700; leaf += 2) {
        const auto place = shard.place_of(entered[leaf], leaf);
        REQUIRE(place);
        shard.erase(*place);
        entered.erase(leaf);
    }
    std::size_t lost = 0;
    for (const auto& [leaf, hash] : entered) lost += shard.place_of(hash, leaf) ? 0 : 1;
    CHECK(lost == 0);
    CHECK_FALSE(shard.place_of(entered[1] ^ 1, 0));

    for (std::uint32_t leaf = 1000; leaf < 1000 + Register::Shard::kProbes + 1; ++leaf)
        shard.insert(IndexEntry(5, leaf, 0));
    CHECK(shard.overflowed);
}

TEST_CASE("ids that crowd upon a few places of the index are found all the same") {
    // Ids gone through by number, those kept whose hashes fall upon the same three places of their shards: far more
    // than a shard enters within its distance, so that these must be searched for in the leaves.
    Register records(candidacies());
    Model model;
    for (std::uint32_t i = 0; model.size() < 3000 && i < 4'000'000; ++i) {
        const std::string id = fmt::format("x{}", i);
        if ((IndexEntry::shorten(hash_of(id)) & 1023) > 2) continue;
        put(records, id, "crowded");
        model[id] = "crowded";
    }
    REQUIRE(model.size() == 3000);
    REQUIRE(records.leaves() > 8);
    CHECK(difference(records, model) == "");
    CHECK(records.find("not-there") == nullptr);
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < 3000; ++i) found += records.find(fmt::format("y{}", i)) ? 1 : 0;
    CHECK(found == 0);
    while (model.size() > 500) {
        REQUIRE(records.remove(model.begin()->first));
        model.erase(model.begin());
    }
    CHECK(difference(records, model) == "");
}

namespace {
int copies_left = 0;
}  // namespace

TEST_CASE("a change for which memory is wanting changes nothing") {
    reflect::Struct scarce = candidacies();
    scarce.copy = [](void* to, const void* from) {
        if (copies_left-- == 0) throw std::bad_alloc();
        candidacies().copy(to, from);
    };
    Register records(scarce);
    Model model;
    for (int i = 0; i < 3000; ++i) {
        const std::string id = fmt::format("kz-{:06}", i * 2);
        put(records, id, "north");
        model[id] = "north";
    }
    const Register shared = records;
    for (const int left : {0, 1, 100}) {
        Candidacy replacement = candidacy("kz-000010", "south");
        Candidacy between = candidacy("kz-000011", "south");
        copies_left = left;
        CHECK_THROWS_AS(records.put(&replacement), std::bad_alloc);
        copies_left = left;
        CHECK_THROWS_AS(records.put(&between), std::bad_alloc);
        copies_left = left;
        CHECK_THROWS_AS(records.remove("kz-000010"), std::bad_alloc);
        CHECK(difference(records, model) == "");
        CHECK(replacement.constituency == "south");
        CHECK(between.notes.size() == 1);
    }
    copies_left = 1'000'000;
    CHECK(put(records, "kz-000011", "south"));
    model["kz-000011"] = "south";
    CHECK(difference(records, model) == "");
    CHECK(shared.size() == 3000);
}
