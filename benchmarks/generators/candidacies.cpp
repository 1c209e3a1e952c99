// Writes a dossier of invented candidacies: generate_candidacies RECORDS > FILE. The same number, the same bytes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace {

// SplitMix64 (Steele, Lea and Flood 2014): small, seeded, the same everywhere.
struct Generator {
    std::uint64_t state = 20270509;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
};

constexpr int kLists = 40;
constexpr int kEvidence = 200;

void small_registers() {
    fmt::print("\"elections\": [\n{{\"id\": \"council-2027\", \"country\": \"XN\", \"level\": \"district\", \"type\": \"local\", "
               "\"dates\": [\"2027-05-09\"]}}\n],\n\"parties\": [");
    for (int i = 0; i < kLists; ++i)
        fmt::print("{}\n{{\"id\": \"party-{:02}\", \"names\": [{{\"text\": \"Party number {}\", \"language\": \"en\"}}]}}", i ? "," : "", i, i);
    fmt::print("\n],\n\"candidate_lists\": [");
    for (int i = 0; i < kLists; ++i)
        fmt::print("{}\n{{\"id\": \"list-{:02}\", \"party\": \"party-{:02}\", \"election\": \"council-2027\"}}", i ? "," : "", i, i);
    fmt::print("\n],\n\"sources\": [\n{{\"id\": \"commission\", \"title\": \"Decisions of the district commissions\", "
               "\"tier\": \"authority_or_agency\"}}\n],\n\"evidence\": [");
    for (int i = 0; i < kEvidence; ++i)
        fmt::print("{}\n{{\"id\": \"decision-{:03}\", \"source\": \"commission\", \"kind\": \"decision_text\", \"locator\": "
                   "{{\"paragraph\": \"{}\"}}, \"statement\": \"the list was registered\", \"confidence\": \"high\"}}", i ? "," : "", i, i);
    fmt::print("\n],\n");
}

void candidacy(Generator& random, std::uint64_t number, bool first) {
    const std::uint64_t district = random.below(400);
    fmt::print("{}\n{{\"id\": \"candidacy-{:08}\", \"evidence\": [\"decision-{:03}\", \"decision-{:03}\"], \"notes\": [\"registered by the "
               "commission of district {} with {} signatures in support\"], \"election\": \"council-2027\", \"list\": \"list-{:02}\", "
               "\"constituency\": \"Северный район {} / district {}\", \"position\": {}, \"independent\": \"no\", \"ballot_state\": \"{}\"}}",
               first ? "" : ",", number, random.below(kEvidence), random.below(kEvidence), district, 100 + random.below(900),
               random.below(kLists), district, district, 1 + random.below(60),
               random.below(50) == 0 ? "struck_from_printed_ballot" : "on_ballot");
}

}  // namespace

int main(int count, char** arguments) {
    const std::uint64_t records = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1000;
    Generator random;
    fmt::print("{{\n\"format\": \"openeom/1.0\",\n");
    small_registers();
    fmt::print("\"candidacies\": [");
    for (std::uint64_t i = 0; i < records; ++i) candidacy(random, i, i == 0);
    fmt::print("\n]\n}}\n");
}
