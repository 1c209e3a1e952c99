#include "completion.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include <fmt/format.h>

#include "arguments.hpp"
#include "completion_scripts.hpp"
#include "help.hpp"
#include "words.hpp"

namespace command {

namespace {

using Candidates = std::vector<Candidate>;

Completion matching(Candidates candidates, std::string_view typed) {
    std::erase_if(candidates, [&](const Candidate& each) { return !each.word.starts_with(typed); });
    return {.candidates = std::move(candidates)};
}

Completion names_of(const std::vector<Command>& commands, const std::string& typed) {
    Candidates names;
    for (const Command& command : commands) names.push_back({command.name, command.summary});
    names.push_back({"help", "how a command is used"});
    return matching(std::move(names), typed);
}

/// Where a value is wanted: a word or an option of the command.
struct Place {
    std::string name;
    std::string label;  ///< empty for a switch
    std::string meaning;
    std::vector<std::string> choices;
    bool word = false;
    bool repeated = false;
};

std::vector<Place> places_of(const Command& command) {
    std::vector<Place> places;
    for (const Word& word : command.words)
        places.push_back({word.name, word.label, word.meaning, word.choices, true, false});
    for (const Option& option : command.options)
        places.push_back({option.name, option.value, option.meaning, option.choices, false, option.repeated});
    for (const Option& option : common_options())
        if (std::none_of(places.begin(), places.end(), [&](const Place& each) { return each.name == option.name; }))
            places.push_back({option.name, option.value, option.meaning, option.choices, false, false});
    return places;
}

/// The types of a schema as the library tells them.
class Types {
public:
    explicit Types(std::string_view type) : told_(json::Value::read(schema(type).json())) {}

    [[nodiscard]] Candidates registers() const {
        Candidates found;
        for (const json::Value& type : told_["types"].elements())
            if (type["kind"].text() != "part") found.push_back({type["name"].text(), type["meaning"].text()});
        return found;
    }

    /// Members of the type that was asked for, or of the part that a path leads to ("due_process."), each behind the
    /// path and before `end`; a part ends in a dot.
    [[nodiscard]] Candidates members(std::string_view path, std::string_view end) const {
        const std::string_view owner = owner_of(path);
        const std::string_view kept = path.substr(0, path.rfind('.') + 1);
        Candidates found;
        for (const json::Value& member : told_["members"].elements())
            if (member["type"].text() == owner)
                found.push_back({fmt::format("{}{}{}", kept, member["name"].text(), is_part(member) ? "." : end),
                                 member["meaning"].text()});
        return found;
    }

    /// The codes of a member whose list is closed.
    [[nodiscard]] std::vector<std::string> codes(std::string_view path) const {
        const std::string_view owner = owner_of(path);
        const std::string_view name = path.substr(path.rfind('.') + 1);
        std::vector<std::string> found;
        for (const json::Value& member : told_["members"].elements()) {
            if (member["type"].text() != owner || member["name"].text() != name) continue;
            for (const json::Value& list : told_["code_lists"].elements())
                if (list["name"].text() == member["codes"].text())
                    for (const json::Value& code : list["codes"].elements()) found.push_back(code.text());
        }
        return found;
    }

private:
    static bool is_part(const json::Value& member) {
        return member["value"].text() == "record" && member["list"].text() != "yes";
    }

    /// The type whose members follow the last dot of a path.
    [[nodiscard]] std::string_view owner_of(std::string_view path) const {
        const std::vector<json::Value>& types = told_["types"].elements();
        std::string_view owner = types.empty() ? std::string_view() : types.front()["name"].text();
        for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
            owner = part_of(owner, path.substr(0, dot));
            path.remove_prefix(dot + 1);
        }
        return owner;
    }

    [[nodiscard]] std::string_view part_of(std::string_view owner, std::string_view name) const {
        for (const json::Value& member : told_["members"].elements())
            if (member["type"].text() == owner && member["name"].text() == name && is_part(member))
                return member["of"].text();
        return {};
    }

    json::Value told_;
};

/// A command with the words that stand before the one at the cursor.
class Line {
public:
    Line(const Command& command, std::span<const std::string> before) : places_(places_of(command)) {
        for (const std::string& word : before) take(word);
    }

    [[nodiscard]] Completion next(const std::string& typed) const {
        if (waiting_ != nullptr) return values(*waiting_, typed);
        const auto equals = typed.find('=');
        if (typed.starts_with("--") && equals != std::string::npos) return value_behind(typed, equals);
        if (typed.starts_with("-") && typed != "-") return options(typed);
        const Place* word = next_word();
        if (word != nullptr && typed != "-") return values(*word, typed);
        return options(typed);
    }

private:
    void take(const std::string& word) {
        if (waiting_ != nullptr) {
            given_[waiting_->name] = word;
            waiting_ = nullptr;
        } else if (word == "-o") {
            waiting_ = named("output");
        } else if (word.starts_with("--")) {
            take_option(word.substr(2));
        } else if (!word.starts_with("-") || word == "-") {
            if (const Place* place = next_word()) given_[place->name] = word;
        }
    }

    void take_option(const std::string& word) {
        const auto equals = word.find('=');
        const Place* place = named(dashed(word.substr(0, equals)));
        if (place == nullptr) return;
        if (equals != std::string::npos) given_[place->name] = word.substr(equals + 1);
        else if (place->label.empty()) given_[place->name] = "yes";
        else waiting_ = place;
    }

    [[nodiscard]] const Place* named(std::string_view name) const {
        const auto found =
            std::find_if(places_.begin(), places_.end(), [&](const Place& each) { return each.name == name; });
        return found == places_.end() ? nullptr : &*found;
    }

    [[nodiscard]] const Place* next_word() const {
        const auto found = std::find_if(places_.begin(), places_.end(),
                                        [&](const Place& each) { return each.word && !given_.contains(each.name); });
        return found == places_.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string given(const std::string& name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? std::string() : found->second;
    }

    [[nodiscard]] Completion options(const std::string& typed) const {
        Candidates found;
        for (const Place& each : places_)
            if (!each.word && (each.repeated || !given_.contains(each.name)))
                found.push_back({"--" + each.name, each.meaning});
        return matching(std::move(found), typed);
    }

    /// "--filter=kind=r": the value with the option's name before it.
    [[nodiscard]] Completion value_behind(const std::string& typed, std::size_t equals) const {
        const Place* place = named(dashed(typed.substr(2, equals - 2)));
        if (place == nullptr || place->label.empty()) return {};
        const std::string before = typed.substr(0, equals + 1);
        Completion completion = values(*place, typed.substr(equals + 1));
        for (Candidate& each : completion.candidates) each.word.insert(0, before);
        completion.kept.insert(0, before);
        return completion;
    }

    [[nodiscard]] Completion values(const Place& place, const std::string& typed) const {
        if (!place.choices.empty()) {
            Candidates found;
            for (const std::string& choice : place.choices) found.push_back({choice, ""});
            return matching(std::move(found), typed);
        }
        const auto source = std::find_if(kSources.begin(), kSources.end(),
                                         [&](const Source& each) { return each.label == place.label; });
        return source == kSources.end() ? Completion() : (this->*source->values)(typed);
    }

    [[nodiscard]] Completion files(const std::string&) const { return {.files = true}; }

    [[nodiscard]] Completion dossiers(const std::string& typed) const {
        const json::Value listed = json::Value::read(list_examples().json());
        Candidates found;
        for (const json::Value& each : listed["examples"].elements())
            found.push_back({"example:" + each["name"].text(), each["title"].text()});
        Completion completion = matching(std::move(found), typed);
        completion.files = true;
        return completion;
    }

    /// A type, or "type:id" where a colon was typed.
    [[nodiscard]] Completion types(const std::string& typed) const {
        if (typed.find(':') != std::string::npos) return references(typed);
        return matching(Types("").registers(), typed);
    }

    [[nodiscard]] Completion references(const std::string& typed) const {
        const auto colon = typed.find(':');
        if (colon != std::string::npos) {
            const std::string type = typed.substr(0, colon);
            return matching(ids_of(type, type + ":"), typed);
        }
        Candidates found = Types("").registers();
        for (Candidate& each : found) each.word += ':';
        return matching(std::move(found), typed);
    }

    /// Of the type that was given; a command that takes none is about documents.
    [[nodiscard]] Completion ids(const std::string& typed) const {
        return matching(ids_of(named("type") != nullptr ? given("type") : "document"), typed);
    }
    [[nodiscard]] Completion elections(const std::string& typed) const { return matching(ids_of("election"), typed); }
    [[nodiscard]] Completion indicators(const std::string& typed) const {
        return matching(ids_of("indicator_definition"), typed);
    }

    /// "press-release=", and a file behind it.
    [[nodiscard]] Completion texts(const std::string& typed) const {
        const auto equals = typed.find('=');
        if (equals != std::string::npos) return {.files = true, .kept = typed.substr(0, equals + 1)};
        Candidates found = ids_of("document");
        for (Candidate& each : found) each.word += '=';
        return matching(std::move(found), typed);
    }

    [[nodiscard]] Completion members(const std::string& typed) const {
        if (given("type").empty()) return {};
        return matching(Types(given("type")).members(typed, ""), typed);
    }

    /// "kind=", and a code behind it.
    [[nodiscard]] Completion conditions(const std::string& typed) const {
        if (given("type").empty()) return {};
        const Types types(given("type"));
        const auto equals = typed.find('=');
        if (equals == std::string::npos) return matching(types.members(typed, "="), typed);
        Candidates found;
        for (const std::string& code : types.codes(typed.substr(0, equals)))
            found.push_back({typed.substr(0, equals + 1) + code, ""});
        return matching(std::move(found), typed);
    }

    /// Of the dossier that was given, each with what it is called; standard input is left to the command itself.
    [[nodiscard]] Candidates ids_of(const std::string& type, const std::string& before = {}) const {
        const std::string dossier = given("dossier");
        if (dossier.empty() || dossier == "-" || type.empty()) return {};
        const std::string options = json::Object().add_text("type", type).text();
        const json::Value told = json::Value::read(Edit::open(dossier).commit().analyze("records", options).json());
        Candidates found;
        for (const json::Value& row : told["rows"].elements()) {
            const std::string& id = row["id"].text();
            const std::vector<json::Value>& cells = row["cells"].elements();
            const auto called =
                std::find_if(cells.begin(), cells.end(), [&](const json::Value& each) { return each.text() != id; });
            found.push_back({before + id, called == cells.end() ? std::string() : called->text()});
        }
        return found;
    }

    /// What stands behind a label of help. Every other label wants something of the user's own: a number, a date.
    struct Source {
        std::string_view label;
        Completion (Line::*values)(const std::string& typed) const;
    };
    static constexpr std::array kSources{Source{"DOSSIER", &Line::dossiers},
                                         Source{"OTHER", &Line::dossiers},
                                         Source{"FILE", &Line::files},
                                         Source{"TYPE", &Line::types},
                                         Source{"RECORD", &Line::references},
                                         Source{"ID", &Line::ids},
                                         Source{"ID=FILE", &Line::texts},
                                         Source{"ID[=FILE]", &Line::texts},
                                         Source{"MEMBER", &Line::members},
                                         Source{"COLUMNS", &Line::members},
                                         Source{"MEMBER=VALUE", &Line::conditions},
                                         Source{"ELECTION", &Line::elections},
                                         Source{"INDICATOR", &Line::indicators}};

    std::vector<Place> places_;
    std::map<std::string, std::string> given_;
    const Place* waiting_ = nullptr;
};

/// Without what would end a line or a column.
std::string in_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

Exit print_script(const Given& given) {
    const std::map<std::string, std::string_view> scripts{{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}};
    require_known("shell", given.one("shell"), completion_command().words[0].choices,
                  "the shells are bash, zsh and fish");
    deliver(given.shown, std::string(scripts.at(given.one("shell"))));
    return Exit::done;
}

}  // namespace

Completion complete(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    if (words.empty()) return {};
    const std::string& typed = words.back();
    const std::span before(words.data(), words.size() - 1);
    if (before.empty() || (before.size() == 1 && before[0] == "help")) return names_of(commands, typed);
    const Command* command = find_command(commands, before[0]);
    if (command == nullptr) return {};
    try {
        return Line(*command, before.subspan(1)).next(typed);
    } catch (const Failure&) {
        return {};
    }
}

std::string lines(const Completion& completion) {
    std::string text;
    for (const Candidate& each : completion.candidates)
        text += fmt::format("{}\t{}\n", each.word, in_one_line(each.meaning));
    return text + (completion.files ? fmt::format(":files\t{}\n", completion.kept) : std::string());
}

Command completion_command() {
    return {.name = "completion",
            .summary = "the script that lets a shell complete commands, options, types and ids",
            .examples = {"openeom completion bash", "openeom completion zsh -o _openeom", "openeom completion fish"},
            .words = {{"shell",
                       "SHELL",
                       "bash: source <(openeom completion bash); zsh: the same, after compinit; fish: "
                       "openeom completion fish | source",
                       true,
                       {"bash", "zsh", "fish"}}},
            .options = {},
            .run = print_script};
}

}  // namespace command
