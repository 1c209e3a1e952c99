// Each line a change set: merged in one order and in the other they make the same dossier, or conflict both times; and the
// difference that a merge made can be merged again.
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

struct Merged {
    eom_status status;
    Dossier dossier;
    Result summary;
};

Merged merge(const std::vector<eom_str>& sets) {
    Merged made{};
    made.status = call(eom_dossier_merge, few(), sets.data(), sets.size(), nullptr, nullptr, out(made.dossier), out(made.summary));
    require((made.status == EOM_OK) == (made.summary != nullptr), "a merge tells what it did");
    return made;
}

void merge_again(const eom_dossier* merged) {
    Result changes;
    must("two dossiers are compared", eom_dossier_diff, few(), merged, nullptr, nullptr, out(changes));
    const std::string json = json_of(changes.get());
    const Merged again = merge({{json.data(), json.size()}});
    require(again.dossier != nullptr, "what a merge changed merges");
    require(json_of(again.dossier.get()) == json_of(merged), "into the same dossier");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<Text> texts;
    for_lines(data, size, 4, [&](Line line) { texts.push_back(line.rest()); });
    std::vector<eom_str> sets;
    for (const Text& text : texts) sets.push_back({text.data(), text.size()});
    const Merged forward = merge(sets);
    std::reverse(sets.begin(), sets.end());
    const Merged backward = merge(sets);
    require((forward.status == EOM_OK) == (backward.status == EOM_OK), "the order of change sets does not matter");
    require((forward.dossier == nullptr) == (backward.dossier == nullptr), "the order does not matter to conflicts");
    if (!forward.dossier) return 0;
    require(json_of(forward.dossier.get()) == json_of(backward.dossier.get()), "in any order the same bytes come out");
    parses_again(forward.dossier.get());
    merge_again(forward.dossier.get());
    return 0;
}
