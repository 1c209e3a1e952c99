// Change sets: what makes one dossier of another, and several of them merged into a third.
#include <fmt/format.h>

#include "commands.hpp"
#include "words.hpp"

namespace command {

namespace {

Dossier open(const std::string& name) {
    return Edit::open(name).commit();
}

Exit diff(const Given& given) {
    require_audience(given, false);
    const Dossier from = open(given.one("dossier"));
    deliver(given.shown, from.diff(open(given.one("other"))));
    return Exit::done;
}

/// What became of the merge where it left nothing to write.
Exit say_conflicts(const Given& given, const Merged& merged) {
    Shown screen = given.shown;
    screen.file.clear();
    deliver(screen, merged.summary);
    const auto conflicts = json::Value::read(merged.summary.json())["conflicts"].elements().size();
    say_note(fmt::format("{} left undecided, so nothing was written", counted(static_cast<std::int64_t>(conflicts), "conflict")),
             "agree on one value of each, and make the change sets anew");
    return Exit::data_has_errors;
}

Exit apply(const Given& given) {
    require_audience(given, false);
    if (given.shown.file.empty())
        throw Failure(Exit::wrong_usage, "apply needs a file to write to", "-o merged.json --audience internal");
    if (look_for(given.shown).format != "json")
        throw Failure(Exit::wrong_usage, "a dossier is written as JSON only", "-o merged.json");
    std::vector<std::string> changes;
    for (const std::string& path : given.all("changes")) changes.push_back(read_text(path));
    const Merged merged = open(given.one("dossier")).merge(changes);
    if (!merged.dossier) return say_conflicts(given, merged);
    deliver(given.shown, merged.dossier->json());
    return Exit::done;
}

}  // namespace

std::vector<Command> change_commands() {
    return {{.name = "diff",
             .summary = "what makes one dossier of another, record by record and member by member",
             .examples = {"openeom diff example:norlandia-2027 mission.json",
                          "openeom diff example:norlandia-2027 mission.json --audience internal -o changes.json"},
             .words = {dossier_word(), {"other", "OTHER", "what was made of it"}},
             .options = {},
             .about = About::dossier,
             .run = diff},
            {.name = "apply",
             .summary = "change sets merged into a dossier; conflicts are listed, nothing is overwritten",
             .examples = {"openeom apply example:norlandia-2027 --changes changes.json --audience internal -o merged.json"},
             .words = {dossier_word()},
             .options = {{"changes", "FILE", "a change set, as 'openeom diff ... -o FILE.json' writes it", true}},
             .about = About::dossier,
             .run = apply}};
}

}  // namespace command
