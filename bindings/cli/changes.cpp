// Change sets: what makes one dossier of another, and several of them merged into a third; erasures.
#include <chrono>

#include <fmt/chrono.h>
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

/// A changed dossier goes into a file: never over what it was made of by mistake, and for somebody.
void require_file(const Given& given, std::string_view example) {
    require_audience(given, false);
    if (given.shown.file.empty())
        throw Failure(Exit::wrong_usage, fmt::format("{} needs a file to write to", given.command),
                      fmt::format("-o {} --audience internal", example));
    if (look_for(given.shown).format != "json")
        throw Failure(Exit::wrong_usage, "a dossier is written as JSON only", fmt::format("-o {}", example));
}

std::string now() {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
}

std::string erase_options(const Given& given) {
    json::Object options;
    options.add_text("erased", given.has("erased") ? given.one("erased") : now());
    options.add_text("authority", given.one("authority"));
    for (const char* name : {"ground", "reason"})
        if (given.has(name)) options.add_text(name, given.one(name));
    if (given.has("keep-mentions")) options.add_text("mentions", "kept");
    return options.text();
}

Exit erase(const Given& given) {
    require_file(given, "erased.json");
    if (!given.has("authority"))
        throw Failure(Exit::wrong_usage, "an erasure says on whose authority it is", "--authority 'head of mission'");
    const std::string& record = given.one("record");
    const std::size_t colon = record.find(':');
    if (colon == std::string::npos)
        throw Failure(Exit::wrong_usage, fmt::format("'{}' names no record", record), "person:x, the type and the id");
    Edit edit = Edit::open(given.one("dossier"));
    const Result erased = edit.erase(record.substr(0, colon), record.substr(colon + 1), erase_options(given));
    const Dossier left = edit.commit();
    Shown screen = given.shown;
    screen.file.clear();
    deliver(given.shown, left.json());
    deliver(screen, erased);
    return Exit::done;
}

Exit apply(const Given& given) {
    require_file(given, "merged.json");
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
             .run = apply},
            {.name = "erase",
             .summary = "a record goes for good; its tombstone says when, on whose authority and why",
             .examples = {"openeom erase mission.json party:a --authority office --audience internal -o mission.json"},
             .words = {dossier_word(), {"record", "TYPE:ID", "the record"}},
             .options = {{"authority", "NAME", "on whose authority: a role or a pseudonym"},
                         {"ground", "GROUND", "the legal ground", false,
                          {"no_longer_necessary", "consent_withdrawn", "objection", "unlawful_processing", "legal_obligation", "safety"}},
                         {"reason", "TEXT", "why, without what is erased"},
                         {"erased", "TIME", "when; now, where it is not said"},
                         {"keep-mentions", "", "go on where words of the record stand in others"}},
             .about = About::dossier,
             .run = erase}};
}

}  // namespace command
