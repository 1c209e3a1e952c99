#include "model/cycles.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "model/leaf.hpp"

namespace openeom {

namespace {

constexpr std::array<std::string_view, 11> kChains{"supersedes", "follows",  "appeals",        "part_of",
                                                   "parent",     "within",   "translation_of", "amends",
                                                   "repeats",    "attaches", "based_on"};

std::size_t count(const reflect::Type& type, const void* value) {
    return type.kind == reflect::Kind::reference ? 1 : type.size(value);
}

std::string_view referred(const reflect::Type& type, const void* value, std::size_t n) {
    const void* reference = type.kind == reflect::Kind::reference ? value : type.at(value, n);
    return static_cast<const Id*>(reference)->text();
}

/// Depth first, without recursion: chains may be as long as a register.
class CycleSearch {
public:
    CycleSearch(const Register& records, const reflect::Member& along) : records_(records), along_(along) {}

    void from(const void* start) {
        enter(start);
        while (!path_.empty()) {
            Step& step = path_.back();
            const void* value = along_.in(step.record);
            if (step.next == count(*along_.type, value)) {
                states_[step.record] = State::done;
                path_.pop_back();
                continue;
            }
            const void* next = records_.find(referred(*along_.type, value, step.next++));
            if (next) enter(next);
        }
    }

    [[nodiscard]] std::vector<std::vector<const void*>> take() { return std::move(cycles_); }

private:
    enum class State : std::uint8_t { on_path, done };
    struct Step {
        const void* record = nullptr;
        std::size_t next = 0;
    };

    void enter(const void* record) {
        if (count(*along_.type, along_.in(record)) == 0) return;
        const auto [known, fresh] = states_.try_emplace(record, State::on_path);
        if (fresh) path_.push_back({record, 0});
        else if (known->second == State::on_path) close(record);
    }

    void close(const void* record) {
        auto begin =
            std::find_if(path_.rbegin(), path_.rend(), [&](const Step& step) { return step.record == record; });
        std::vector<const void*> cycle;
        for (auto at = begin.base() - 1; at != path_.end(); ++at) cycle.push_back(at->record);
        const auto first = std::min_element(
            cycle.begin(), cycle.end(), [](const void* left, const void* right) { return id_of(left) < id_of(right); });
        std::rotate(cycle.begin(), first, cycle.end());
        cycles_.push_back(std::move(cycle));
    }

    const Register& records_;
    const reflect::Member& along_;
    std::unordered_map<const void*, State> states_;
    std::vector<Step> path_;
    std::vector<std::vector<const void*>> cycles_;
};

}  // namespace

std::vector<const reflect::Member*> chains_of(const reflect::Struct& type) {
    std::vector<const reflect::Member*> chains;
    for (const reflect::Member& member : type.members) {
        const reflect::Type& inner = reflect::innermost(*member.type);
        if (inner.kind != reflect::Kind::reference || inner.target() != type.name) continue;
        if (std::find(kChains.begin(), kChains.end(), member.name) != kChains.end()) chains.push_back(&member);
    }
    return chains;
}

std::vector<std::vector<const void*>> find_cycles(const Register& records, const reflect::Member& along,
                                                  std::span<const void* const> starts) {
    CycleSearch search(records, along);
    for (const void* start : starts) search.from(start);
    return search.take();
}

}  // namespace openeom
