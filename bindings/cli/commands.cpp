#include "commands.hpp"

#include <fmt/format.h>

#include "completion.hpp"
#include "json.hpp"
#include "words.hpp"

namespace command {

namespace {

const std::string kNone;
const std::vector<std::string> kNothing;

Dossier open(const Given& given) {
    return Edit::open(given.one("dossier")).commit();
}

Exit show(const Given& given) {
    require_audience(given, false);
    const std::string& type = given.one("type");
    const std::string& id = given.one("id");
    if (type.empty() && given.has("filter"))
        throw Failure(Exit::wrong_usage, "--filter chooses records of one type",
                      "openeom show DOSSIER TYPE --filter MEMBER=VALUE");
    const Dossier dossier = open(given);
    if (type.empty()) {
        deliver(given.shown, dossier.analyze("contents", "{}"));
        return Exit::done;
    }
    json::Object options;
    options.add_text("type", type);
    const bool one_record = !id.empty() || type.find(':') != std::string::npos;
    if (!id.empty()) options.add_text("id", id);
    if (!one_record && given.has("filter")) options.add("filter", conditions(given.all("filter"), "filter"));
    if (!one_record && given.has("columns")) {
        std::vector<std::string> columns;
        for (const std::string& column : given.all("columns")) columns.push_back(json::quoted(column));
        options.add("columns", json::list(columns));
    }
    deliver(given.shown, dossier.analyze(one_record ? "record" : "records", options.text()));
    return Exit::done;
}

/// A document that leaves the screen is read by people who do not see what the checks find.
void say_what_checks_find(const Edit& edit, const Given& given, const std::string& options) {
    const json::Value checked = json::Value::read(edit.check(options).json());
    const std::int64_t errors = checked["errors"].integer();
    const std::int64_t warnings = checked["warnings"].integer();
    if (errors + warnings == 0) return;
    say_note(fmt::format("the checks find {} and {} in this dossier", counted(errors, "error"), counted(warnings, "warning")),
             fmt::format("'openeom check {}' shows them; the file is written all the same", given.one("dossier")));
}

Exit document(const Given& given) {
    require_audience(given, true);
    json::Object options = options_with_texts(given);
    const std::string check_options = options.text();
    if (given.has("audience")) options.add_text("audience", given.one("audience"));
    if (given.has("language")) options.add_text("language", given.one("language"));
    const Edit edit = Edit::open(given.one("dossier"));
    deliver(given.shown, edit.commit().document(given.one("id"), options.text()));
    if (!given.shown.file.empty()) say_what_checks_find(edit, given, check_options);
    return Exit::done;
}

Exit suggestions(const Given& given) {
    require_audience(given, false);
    deliver(given.shown, open(given).suggestions(given.one("id")));
    return Exit::done;
}

/// A register as a dossier file that holds nothing else, a record each line; what says what it is stands first.
std::string register_json(const Dossier& dossier, const Given& given, const std::string& filter) {
    const json::Value types = json::Value::read(schema(given.one("type")).json());
    const std::string& plural = types["types"].elements().front()["plural"].text();
    if (plural.empty()) throw Failure(Exit::wrong_usage, fmt::format("'{}' is a part of records", given.one("type")));
    std::string made = fmt::format("{{\"format\":\"openeom/{}\"", eom_format_version());
    const json::Value contents = json::Value::read(dossier.analyze("contents", "{}").json());
    if (const std::string& note = contents["head"]["reconstruction"].text(); !note.empty())
        made += fmt::format(",\n\"x-reconstruction\":{}", json::quoted(note));
    if (given.has("audience")) made += fmt::format(",\n\"x-audience\":{}", json::quoted(given.one("audience")));
    return made + fmt::format(",\n{}:[\n{}\n]}}", json::quoted(plural), fmt::join(dossier.records(plural, filter), ",\n"));
}

Exit export_register(const Given& given) {
    const std::string format = look_for(given.shown).format;
    const bool csv = format == "csv" || (format == "text" && given.shown.file.empty());
    if (!csv && format != "json") throw Failure(Exit::wrong_usage, "a register is written as CSV or JSON", "-o FILE.csv or FILE.json");
    const Dossier dossier = open(given);
    const std::string filter = given.has("filter") ? conditions(given.all("filter"), "filter") : "{}";
    if (!csv) {
        if (given.has("columns")) throw Failure(Exit::wrong_usage, "--columns chooses columns of CSV", "-o FILE.csv");
        deliver(given.shown, register_json(dossier, given, filter));
        return Exit::done;
    }
    std::vector<std::string> columns;
    for (const std::string& column : given.all("columns")) columns.push_back(json::quoted(column));
    json::Object options;
    options.add("filter", filter).add("columns", json::list(columns));
    const std::string audience = given.shown.file.empty() ? std::string() : given.one("audience");
    deliver(given.shown, dossier.table(given.one("type"), options.text()).csv(audience));
    return Exit::done;
}

Exit export_dossier(const Given& given) {
    require_audience(given, false);
    if (!given.one("type").empty()) return export_register(given);
    if (given.has("filter") || given.has("columns"))
        throw Failure(Exit::wrong_usage, "--filter and --columns choose from one type", "openeom export DOSSIER TYPE --filter MEMBER=VALUE");
    const std::string format = look_for(given.shown).format;
    if (format != "json" && !(format == "text" && given.shown.file.empty()))
        throw Failure(Exit::wrong_usage, "a whole dossier is written as JSON only", "-o FILE.json, or no -o for the screen");
    deliver(given.shown, open(given).json());
    return Exit::done;
}

Exit examples(const Given& given) {
    deliver(given.shown, list_examples());
    return Exit::done;
}

Exit show_schema(const Given& given) {
    if (given.has("json-schema")) {
        const std::string format = look_for(given.shown).format;
        if (format != "text" && format != "json") throw Failure(Exit::wrong_usage, "a JSON Schema is written as JSON only");
        deliver(given.shown, json_schema(given.one("type")));
        return Exit::done;
    }
    deliver(given.shown, schema(given.one("type")));
    return Exit::done;
}

Exit version(const Given& given) {
    json::Object versions;
    versions.add_text("version", eom_version())
        .add("abi", std::to_string(eom_abi_version()))
        .add_text("format", eom_format_version());
    const std::string text = fmt::format("openeom {} (dossier format {}, binary interface {})", eom_version(),
                                         eom_format_version(), eom_abi_version());
    const std::string format = look_for(given.shown).format;
    if (format != "text" && format != "json")
        throw Failure(Exit::wrong_usage, "the version is shown as text or JSON only");
    deliver(given.shown, format == "json" ? versions.text() : text);
    return Exit::done;
}

Command show_command() {
    return {
        .name = "show",
        .summary = "what is in a dossier; one register as a table; one record whole",
        .examples = {"openeom show example:kazakhstan-2012", "openeom show example:kazakhstan-2012 registration_event",
                     "openeom show example:kazakhstan-2012 registration_event --filter kind=deregistered",
                     "openeom show example:kazakhstan-2012 finding candidates-deregistered",
                     "openeom show example:kazakhstan-2012 party --audience internal -o parties.csv"},
        .words = {dossier_word(),
                  {"type", "TYPE", "a type of record, such as party; 'openeom schema' lists them", false},
                  {"id", "ID", "the id of one record", false}},
        .options = {{"filter", "MEMBER=VALUE", "only records whose member has the value; nothing after = for none",
                     true},
                    {"columns", "MEMBER", "this member as a column", true}},
        .about = About::dossier,
        .run = show};
}

Command document_command() {
    return {.name = "document",
            .summary = "a document with all that its sentences rest on",
            .examples = {"openeom document example:kazakhstan-2012 statement",
                         "openeom document example:kazakhstan-2012 statement --audience public -o statement.html",
                         "openeom document example:kazakhstan-2012 press-release --document press-release=release.txt",
                         "openeom document mission.json interim-report --audience partners --language ru -o report.md"},
            .words = {dossier_word(), {"id", "ID", "id of the document; 'openeom show DOSSIER document' lists them"}},
            .options = {{"language", "TAG", "language of the renderer's own words: en or ru", false, {"en", "ru"}},
                        texts_option(),
                        {"as-of", "TIME", "the day or time that counts as now, for embargoes"}},
            .about = About::dossier,
            .run = document};
}

Command suggestions_command() {
    return {.name = "suggestions",
            .summary = "sentences that could be composed for a document; nobody's until somebody adopts them",
            .examples = {"openeom suggestions example:norlandia-2027 statement"},
            .words = {dossier_word(), {"id", "ID", "id of the document"}},
            .options = {},
            .about = About::dossier,
            .run = suggestions};
}

Command export_command() {
    return {.name = "export",
            .summary = "a whole dossier as JSON, the same bytes each time; one register as CSV or JSON",
            .examples = {"openeom export example:norlandia-2027 --audience internal -o norlandia.json",
                         "openeom export example:norlandia-2027 | less",
                         "openeom export example:kazakhstan-2012 candidacy --audience internal -o candidacies.csv"},
            .words = {dossier_word(),
                      {"type", "TYPE", "a type of record, such as party; 'openeom schema' lists them", false}},
            .options = {{"filter", "MEMBER=VALUE", "only records whose member has the value; nothing after = for none",
                         true},
                        {"columns", "MEMBER", "this member as a column", true}},
            .about = About::dossier,
            .run = export_dossier};
}

Option audience_option(bool limited) {
    if (limited)
        return {"audience",
                "WHO",
                "whom a file is for: public, partners or internal",
                false,
                {"public", "partners", "internal"}};
    return {"audience", "WHO", "whom a file is for: internal, for nothing is left out of it", false, {"internal"}};
}

}  // namespace

const std::string& Given::one(std::string_view name) const {
    const auto& values = all(name);
    return values.empty() ? kNone : values.front();
}

const std::vector<std::string>& Given::all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? kNothing : found->second;
}

Word dossier_word() {
    return {"dossier", "DOSSIER", "a path, example:NAME, or - for standard input"};
}

Option texts_option() {
    return {"document", "ID=FILE", "the text of an external document, from a file", true};
}

json::Object options_with_texts(const Given& given) {
    std::vector<std::string> texts;
    for (const TextAtHand& text : texts_at_hand(given.all("document"))) texts.push_back(text.json());
    json::Object options;
    if (!texts.empty()) options.add("texts", json::list(texts));
    if (given.has("as-of")) options.add_text("as_of", given.one("as-of"));
    return options;
}

std::string conditions(const std::vector<std::string>& values, std::string_view option) {
    if (values.size() == 1 && values[0].starts_with('{')) return values[0];
    json::Object object;
    for (const std::string& pair : values) {
        const auto [member, value] = split_pair(pair, fmt::format("--{} MEMBER=VALUE", option));
        const bool is_json = value.starts_with('{') || value.starts_with('[');
        object.add(member, value.empty() ? "null" : is_json ? value : json::quoted(value));
    }
    return object.text();
}

std::string TextAtHand::json() const {
    return json::Object().add_text("document", document).add_text("text", text).text();
}

std::vector<TextAtHand> texts_at_hand(const std::vector<std::string>& values) {
    std::vector<TextAtHand> texts;
    for (const std::string& value : values) {
        const auto equals = value.find('=');
        if (equals == std::string::npos) continue;
        texts.push_back({value.substr(0, equals), read_text(value.substr(equals + 1))});
    }
    return texts;
}

void require_audience(const Given& given, bool limited) {
    const std::string& audience = given.one("audience");
    if (audience.empty()) {
        if (given.shown.file.empty()) return;
        throw Failure(Exit::wrong_usage, fmt::format("'{}' would be a file without an audience", given.shown.file),
                      limited ? "say --audience public, partners or internal; the screen shows everything"
                              : "say --audience internal: nothing is left out of it; the screen shows everything");
    }
    const std::vector<std::string> audiences{"public", "partners", "internal"};
    require_known("audience", audience, audiences, "the audiences are public, partners and internal");
    if (!limited && audience != "internal")
        throw Failure(Exit::wrong_usage,
                      fmt::format("'{}' cannot leave out what is not meant for '{}'", given.command, audience),
                      "--audience internal for what stays inside; 'openeom document' writes for every audience");
}

std::vector<Command> commands() {
    std::vector<Command> all = {
        {.name = "examples",
         .summary = "built-in dossiers, a line each",
         .examples = {"openeom examples", "openeom show example:kazakhstan-2012"},
         .words = {},
         .options = {},
         .run = examples},
        show_command(),
        check_command(),
        document_command(),
        suggestions_command(),
        export_command(),
        {.name = "schema",
         .summary = "types, members, meaning, units and code lists of the record",
         .examples = {"openeom schema", "openeom schema candidacy", "openeom schema finding --json",
                      "openeom schema --json-schema -o dossier.schema.json"},
         .words = {{"type", "TYPE", "the type; all of them where it is left out", false}},
         .options = {{"json-schema", "", "the JSON Schema (2020-12) of the type, or of a whole dossier file"}},
         .run = show_schema},
        {.name = "version",
         .summary = "versions of the library, the dossier format and the binary interface",
         .examples = {"openeom version", "openeom version --json"},
         .words = {},
         .options = {},
         .run = version},
        completion_command(),
    };
    for (Command& command : change_commands()) all.insert(all.end() - 3, std::move(command));  // before schema and on
    for (Command& analysis : analysis_commands()) all.push_back(std::move(analysis));
    for (Command& command : all)
        if (command.about == About::dossier) command.options.push_back(audience_option(command.name == "document"));
    return all;
}

}  // namespace command
