// The check: its issues as compilers tell theirs, and the list of its rules.
#include <fmt/format.h>

#include "commands.hpp"
#include "words.hpp"

namespace command {

namespace {

/// A text that the library leaves out where it is the first of its list.
std::string severity_of(const json::Value& stated) {
    const std::string& severity = stated["severity"].text();
    return severity.empty() ? "note" : severity;
}

std::string coloured(const std::string& severity, bool colour) {
    if (!colour) return severity;
    const std::string_view code = severity == "error" ? "1;31" : severity == "warning" ? "1;33" : "1;36";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, severity);
}

std::string place_of(const json::Value& issue) {
    const std::string& source = issue["source"].text();
    if (source.empty()) return "";
    if (issue["line"].integer() == 0) return source + ": ";
    return fmt::format("{}:{}:{}: ", source, issue["line"].integer(), issue["column"].integer());
}

/// "mission.json:214:17: error: candidacy:a.position: expected a whole number, found "3rd" [json-type]", and below it
/// what would mend it.
std::string issue_lines(const json::Value& issue, bool colour) {
    std::string what = issue["record"].text();
    if (!what.empty() && !issue["member"].text().empty()) what += '.';
    what += issue["member"].text();
    if (!what.empty()) what += ": ";
    std::string lines = fmt::format("{}{}: {}{} [{}]\n", place_of(issue), coloured(severity_of(issue), colour), what,
                                    issue["message"].text(), issue["rule"].text());
    if (!issue["remedy"].text().empty()) lines += fmt::format("       mend: {}\n", issue["remedy"].text());
    if (!issue["waived"].text().empty()) lines += fmt::format("       waived: {}\n", issue["waived"].text());
    return lines;
}

/// What a file says before anything else.
std::string heading(const json::Value& checked, const Look& look) {
    if (look.audience.empty()) return {};
    const std::string& reconstruction = checked["reconstruction"].text();
    return (reconstruction.empty() ? "" : reconstruction + "\n") + fmt::format("For: {}\n\n", look.audience);
}

std::string issues_as_text(const json::Value& checked, const Look& look) {
    std::string text = heading(checked, look);
    for (const json::Value& issue : checked["issues"].elements()) text += issue_lines(issue, look.colour);
    return text + fmt::format("{}, {}, {}; {} waived. {} over {}.\n", counted(checked["errors"].integer(), "error"),
                              counted(checked["warnings"].integer(), "warning"),
                              counted(checked["notes"].integer(), "note"), checked["waived"].integer(),
                              counted(checked["rules"].integer(), "rule"),
                              counted(checked["records"].integer(), "record"));
}

std::string rules_as_text(const json::Value& listed, const Look& look) {
    constexpr std::size_t kIndent = 9;
    const auto width = static_cast<std::size_t>(look.width);
    const auto paragraph = [&](const std::string& text) {
        return text.empty() ? std::string() : std::string(kIndent, ' ') + wrapped(text, kIndent, width) + '\n';
    };
    std::string text;
    for (const json::Value& rule : listed["rules"].elements()) {
        const std::string severity = severity_of(rule);
        if (!text.empty()) text += '\n';
        text +=
            coloured(severity, look.colour) + std::string(kIndent - severity.size(), ' ') + rule["id"].text() + '\n';
        text += paragraph(rule["title"].text()) + paragraph(rule["explanation"].text());
        text += paragraph("mend: " + rule["remedy"].text());
    }
    return text + fmt::format("\n{}.\n", counted(static_cast<std::int64_t>(listed["rules"].elements().size()), "rule"));
}

Exit list(const Given& given) {
    const Look look = look_for(given.shown);
    const Result rules = list_rules();
    deliver(given.shown,
            look.format == "text" ? rules_as_text(json::Value::read(rules.json()), look) : rules.render(look));
    return Exit::done;
}

Exit check(const Given& given) {
    if (given.has("list")) return list(given);
    if (!given.has("dossier"))
        throw Failure(Exit::wrong_usage, "check needs a DOSSIER",
                      "openeom check mission.json; the rules: openeom check --list");
    require_audience(given, false);
    const Look look = look_for(given.shown);
    const std::string options = options_with_texts(given).text();
    const Result result = Edit::open(given.one("dossier")).check(options);
    const std::string found = result.json();
    const json::Value checked = json::Value::read(found);
    deliver(given.shown, look.format == "text"   ? issues_as_text(checked, look)
                         : look.format == "json" ? found
                                                 : result.render(look));
    return checked["errors"].integer() > 0 ? Exit::data_has_errors : Exit::done;
}

}  // namespace

Command check_command() {
    const Word dossier = dossier_word();
    return {.name = "check",
            .summary = "rule, place, what is wrong, what would mend it",
            .examples = {"openeom check mission.json",
                         "openeom check example:kazakhstan-2012 --document press-release=release.txt",
                         "openeom check mission.json --json | less", "openeom check --list"},
            .words = {{dossier.name, dossier.label, dossier.meaning, false}},
            .options = {{"list", "", "list the rules instead: what each finds, why it matters, what would mend it"},
                        texts_option(),
                        {"as-of", "DATE", "the day that counts as today"}},
            .about = About::dossier,
            .run = check};
}

}  // namespace command
