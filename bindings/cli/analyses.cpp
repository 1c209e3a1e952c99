// Subcommands out of the registry of analyses: required options are words, the others options.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "commands.hpp"
#include "json.hpp"
#include "words.hpp"

namespace command {

namespace {

/// An option as the library describes it.
struct Described {
    std::string name;
    std::string value;  ///< kind: "text", "integer", "code" ...
    std::string of;
    std::string meaning;
    bool list = false;
    bool required = false;
};

struct Analysis {
    std::string name;
    std::string summary;
    std::vector<Described> options;

    [[nodiscard]] bool has(std::string_view option) const {
        return std::any_of(options.begin(), options.end(), [&](const Described& each) { return each.name == option; });
    }
};

Described described(const json::Value& option) {
    return {option["name"].text(),    option["value"].text(),         option["of"].text(),
            option["meaning"].text(), option["list"].text() == "yes", option["required"].text() == "yes"};
}

std::vector<Analysis> registered() {
    const json::Value listed = json::Value::read(list_analyses().json());
    std::vector<Analysis> all;
    for (const json::Value& each : listed["analyses"].elements()) {
        Analysis analysis{each["name"].text(), each["summary"].text(), {}};
        for (const json::Value& option : listed["options"].elements())
            if (option["type"].text() == analysis.name) analysis.options.push_back(described(option));
        all.push_back(std::move(analysis));
    }
    return all;
}

/// Texts at hand come from files: `--document ID=FILE` gives both `document` and its text.
bool is_text_at_hand(const Analysis& analysis, const Described& option) {
    return option.name == "texts" || (option.name == "text" && analysis.has("document"));
}

std::string placeholder(const Described& option) {
    if (option.value == "integer") return "NUMBER";
    if (option.value == "json") return "MEMBER=VALUE";
    if (option.name == "of") return "RECORD";
    std::string label = option.name;
    std::transform(label.begin(), label.end(), label.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return label;
}

std::string as_json(const Described& option, const std::string& value) {
    if (option.value == "boolean") {
        require_known(fmt::format("value of --{}", dashed(option.name)), value, {"true", "false"}, "say true or false");
        return value;
    }
    if (option.value != "integer") return json::quoted(value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size())
        throw Failure(Exit::wrong_usage,
                      fmt::format("--{} wants a whole number, not '{}'", dashed(option.name), value));
    return std::to_string(number);
}

std::string values_as_json(const Described& option, const std::vector<std::string>& values) {
    if (option.value == "json") return conditions(values, dashed(option.name));
    if (!option.list) return as_json(option, values.front());
    std::vector<std::string> list;
    for (const std::string& value : values) list.push_back(as_json(option, value));
    return json::list(list);
}

/// `--document ID` names the document; `--document ID=FILE` gives its text too.
void add_document(json::Object& options, const Analysis& analysis, const std::vector<std::string>& values) {
    if (values.empty()) return;
    const std::vector<TextAtHand> texts = texts_at_hand(values);
    if (analysis.has("document")) options.add_text("document", values.front().substr(0, values.front().find('=')));
    if (texts.empty()) return;
    if (!analysis.has("texts")) {
        options.add_text("text", texts.front().text);
        return;
    }
    std::vector<std::string> list;
    for (const TextAtHand& text : texts) list.push_back(text.json());
    options.add("texts", json::list(list));
}

Exit run(const Analysis& analysis, const Given& given) {
    require_audience(given, analysis.has("audience"));
    json::Object options;
    const bool takes_texts = analysis.has("texts") || (analysis.has("text") && analysis.has("document"));
    if (takes_texts) add_document(options, analysis, given.all("document"));
    for (const Described& option : analysis.options) {
        const std::vector<std::string>& values = given.all(dashed(option.name));
        if (values.empty() || (takes_texts && option.name == "document") || is_text_at_hand(analysis, option)) continue;
        options.add(option.name, values_as_json(option, values));
    }
    deliver(given.shown, Edit::open(given.one("dossier")).commit().analyze(analysis.name, options.text()));
    return Exit::done;
}

std::vector<std::string> examples_of(const Analysis& analysis) {
    if (analysis.name == "trace")
        return {"openeom trace example:kazakhstan-2012 finding:candidates-deregistered",
                "openeom trace example:kazakhstan-2012 evidence:seed-06"};
    if (analysis.name == "sourcing")
        return {"openeom sourcing example:kazakhstan-2012 --document press-release=release.txt",
                "openeom sourcing example:kazakhstan-2012 --document statement"};
    if (analysis.name == "record")
        return {"openeom record example:kazakhstan-2012 finding:candidates-deregistered",
                "openeom record example:kazakhstan-2012 document --id statement"};
    std::string words;
    for (const Described& option : analysis.options)
        if (option.required) words += " " + (option.name == "type" ? std::string("party") : placeholder(option));
    const std::string line = fmt::format("openeom {} example:kazakhstan-2012{}", dashed(analysis.name), words);
    return {line, line + " --json"};
}

Command command_of(const Analysis& analysis) {
    Command made{.name = dashed(analysis.name),
                 .summary = analysis.summary,
                 .examples = examples_of(analysis),
                 .words = {dossier_word()},
                 .options = {},
                 .about = About::dossier,
                 .analysis = true,
                 .run = [analysis](const Given& given) { return run(analysis, given); }};
    bool document = false;
    for (const Described& option : analysis.options) {
        if (option.name == "audience") continue;  // every command about a dossier has it
        const bool text = is_text_at_hand(analysis, option);
        if (text || (option.name == "document" && (analysis.has("text") || analysis.has("texts")))) {
            if (!document)
                made.options.push_back(
                    {"document", "ID[=FILE]", "a document, and its text from a file where it is external", true});
            document = true;
        } else if (option.required) {
            made.words.push_back({dashed(option.name), placeholder(option), option.meaning});
        } else {
            made.options.push_back(
                {dashed(option.name), placeholder(option), option.meaning, option.list || option.value == "json"});
        }
    }
    return made;
}

}  // namespace

std::vector<Command> analysis_commands() {
    std::vector<Command> all;
    for (const Analysis& analysis : registered()) all.push_back(command_of(analysis));
    return all;
}

}  // namespace command
