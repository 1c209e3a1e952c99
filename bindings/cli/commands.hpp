// The subcommands: what each takes, what it is for, and what it does. The analyses come from the library's registry, so
// that a new one is a subcommand without a line here.
// Threads: the command has one.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json.hpp"
#include "output.hpp"

namespace command {

/// A word that stands without a name: DOSSIER, TYPE. It may also be given as `--name VALUE`.
struct Word {
    std::string name;
    std::string label;
    std::string meaning;
    bool required = true;
    std::vector<std::string> choices = {};  ///< the only values, where they are known
};

struct Option {
    std::string name;   ///< "as-of"
    std::string value;  ///< "DATE"; empty for a switch
    std::string meaning;
    bool repeated = false;
    std::vector<std::string> choices = {};
};

/// What the user gave, by the names of words and options.
class Given {
public:
    [[nodiscard]] bool has(std::string_view name) const { return !all(name).empty(); }
    /// Empty where it was not given.
    [[nodiscard]] const std::string& one(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
    /// The place for the values of a word or an option.
    std::vector<std::string>& place(const std::string& name) { return values_[name]; }

    std::string command;
    Shown shown;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// What a result is about decides whether a file of it names its audience.
enum class About { library, dossier };

struct Command {
    std::string name;
    std::string summary;
    std::vector<std::string> examples;
    std::vector<Word> words;
    std::vector<Option> options;
    About about = About::library;
    bool analysis = false;
    std::function<Exit(const Given&)> run;
};

/// All commands, the analyses last, in the order in which help lists them.
std::vector<Command> commands();

/// The commands that the registry of analyses gives.
std::vector<Command> analysis_commands();

/// The rules over a dossier, and what they are.
Command check_command();

/// Change sets, made and merged; erasures.
std::vector<Command> change_commands();

/// What many commands take: DOSSIER, and `--document ID=FILE`.
Word dossier_word();
Option texts_option();

/// Texts at hand and the day that counts as today, as options for the library.
json::Object options_with_texts(const Given& given);

/// Throws Failure where a file of what a dossier holds is asked for without naming its audience, and where an audience
/// is named that nothing would be withheld from (`limited`: whether the result can be limited to an audience).
void require_audience(const Given& given, bool limited);

/// MEMBER=VALUE pairs as a JSON object, a value left out as null; or the one JSON object that was given instead.
std::string conditions(const std::vector<std::string>& values, std::string_view option);

/// "--document ID=FILE" as a text at hand: {"document": ID, "text": ...}.
struct TextAtHand {
    std::string document;
    std::string text;
    [[nodiscard]] std::string json() const;
};
/// The texts among the values; a value without "=" is no text.
std::vector<TextAtHand> texts_at_hand(const std::vector<std::string>& values);

}  // namespace command
