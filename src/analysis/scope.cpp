#include "analysis/scope.hpp"

#include <map>

namespace openeom::analysis {

namespace {

using Mentions = std::map<std::string, std::size_t, std::less<>>;

void count(Mentions& mentions, const Ref<Election>& reference) {
    ++mentions[reference.text()];
}
void count(Mentions& mentions, const std::optional<Ref<Election>>& reference) {
    if (reference) ++mentions[reference->text()];
}

template <class T>
void count_all(Mentions& mentions, const Dossier& dossier) {
    for (const T& record : dossier.all<T>()) count(mentions, record.election);
}

/// How many records of the kinds that describe an election are about each.
Mentions mentions_of_elections(const Dossier& dossier) {
    Mentions mentions;
    count_all<SeatTier>(mentions, dossier);
    count_all<RegistrationTotal>(mentions, dossier);
    count_all<CandidateList>(mentions, dossier);
    count_all<RegistrationEvent>(mentions, dossier);
    count_all<Turnout>(mentions, dossier);
    count_all<Result>(mentions, dossier);
    count_all<Finding>(mentions, dossier);
    count_all<Document>(mentions, dossier);
    for (const Mission& mission : dossier.all<Mission>())
        for (const Ref<Election>& election : mission.elections) count(mentions, election);
    return mentions;
}

}  // namespace

const Election* choose_election(const Dossier& dossier, std::string_view id) {
    if (!id.empty()) return &dossier.get<Election>(id);
    const Mentions mentions = mentions_of_elections(dossier);
    const Election* chosen = nullptr;
    std::size_t most = 0;
    for (const Election& election : dossier.all<Election>()) {
        const auto found = mentions.find(election.id.text());
        const std::size_t times = found == mentions.end() ? 0 : found->second;
        if (chosen && times <= most) continue;
        chosen = &election;
        most = times;
    }
    return chosen;
}

Date vote_day(const Election* election) {
    return election && !election->dates.empty() ? election->dates.front() : Date();
}

bool bears_on(const std::optional<Ref<Election>>& reference, const Election* election) {
    return !reference || !election || reference->id() == election->id;
}

}  // namespace openeom::analysis
