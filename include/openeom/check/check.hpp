// Rules over a dossier: what is wrong, where, and what would mend it. Checks warn and never rewrite.
// Threads: pure functions of an immutable dossier.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "openeom/io/limits.hpp"
#include "openeom/model/dossier.hpp"

namespace openeom::check {

BOOST_DEFINE_ENUM_CLASS(IssueSeverity, note, warning, error)

/// One thing that a rule found.
struct Issue : Part {
    IssueSeverity severity{};
    std::string rule;
    AnyRef record;
    std::string member;
    std::string role;        ///< for text checks: the part touched (an AnchorRole)
    Span range;              ///< for text checks: bytes of the sentence at hand
    std::string message;
    std::string remedy;
    std::string waived;
    std::string source;      ///< where the record was read
    std::optional<std::int64_t> line;
    std::optional<std::int64_t> column;
};
BOOST_DESCRIBE_STRUCT(Issue, (Part), (severity, rule, record, member, role, range, message, remedy, waived, source, line, column))

struct CheckResult : Part {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t waived = 0;
    std::int64_t rules = 0;
    std::int64_t records = 0;
    std::vector<Issue> issues;
    std::string reconstruction;
};
BOOST_DESCRIBE_STRUCT(CheckResult, (Part), (errors, warnings, notes, waived, rules, records, issues, reconstruction))

/// Documentation of a rule.
struct Rule : Part {
    std::string id;
    IssueSeverity severity{};
    std::string title;
    std::string explanation;
    std::string remedy;
    std::string reference;   ///< section of the method it comes from
};
BOOST_DESCRIBE_STRUCT(Rule, (Part), (id, severity, title, explanation, remedy, reference))

std::vector<Rule> rules();

/// The text of an external document, at hand for a check, an analysis or a rendering.
struct TextAtHand : Part {
    Ref<Document> document;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextAtHand, (Part), (document, text))

/// Texts of external documents at hand, by document id.
using Texts = std::map<std::string, std::string, std::less<>>;

struct Options {
    Texts texts;
    std::string as_of;       ///< a date; checks that depend on today use it, and are silent without it
};

/// All rules over a dossier, issues ordered by severity (errors first), rule, record, member, range.
CheckResult run(const Dossier& dossier, const Options& options = {}, const Progress& progress = {});

/// The same on an edit that may be incoherent: its diagnostics and incoherences come first, and issues say where the
/// record was read. What the rules find in a member that has an error already follows from it and is left out.
CheckResult run(const Edit& edit, const Options& options = {}, const Progress& progress = {});

/// The text checks of one document against its text. For a document whose sentences the dossier holds, `text` is ignored.
std::vector<Issue> check_text(const Dossier& dossier, const Document& document, const std::string* text);

/// Whether an anchor of this role carries what a sentence asserts: in a finding, a quote, a figure, a provision or a
/// standard. Cues and background do not (method 13.9; rule `sentence-unanchored`).
bool carries_assertion(AnchorRole role);

/// A copy of a text with LF at the end of lines, as texts are compared: one that went through another system has the same
/// words behind CR LF.
std::string with_plain_lines(std::string_view copy);

/// What part of an external document's sentence is to be found where in a copy of the document.
struct AlignedSentence {
    const Sentence* sentence = nullptr;   ///< null for a sentence that the record does not know
    Span span;                            ///< in the copy; empty where the sentence is gone
    bool unchanged = false;               ///< its digest agrees
    Span recorded;                        ///< where the record has it
};

/// Aligns a copy of an external document with its recorded sentences: unchanged ones by digest, changed ones by their
/// order between these and their likeness in length and cue words.
std::vector<AlignedSentence> align(const Dossier& dossier, const Document& document, std::string_view copy);

}  // namespace openeom::check

template <>
inline constexpr openeom::reflect::CodeListRow openeom::reflect::code_list_row<openeom::check::IssueSeverity>{"issue_severity", "how grave an issue is"};
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::check::Issue>{"issue", "issues", "one thing that a rule found"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::check::Issue> = std::to_array<openeom::reflect::Row>({
    {"severity", "error, warning or note"},
    {"rule", "stable id of the rule"},
    {"record", "the record"},
    {"member", "the member"},
    {"role", "the part of a finding that is touched"},
    {.name = "range", .meaning = "bytes of the sentence at hand", .unit = "bytes"},
    {"message", "what is wrong"},
    {"remedy", "what would mend it"},
    {"waived", "why somebody waived it"},
    {"source", "what was read"},
    {"line", "line of the record, from 1"},
    {.name = "column", .meaning = "column of the record, from 1", .unit = "bytes"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::check::CheckResult>{"check", "checks", "what the rules found"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::check::CheckResult> = std::to_array<openeom::reflect::Row>({
    {"errors", "issues that are errors and not waived"},
    {"warnings", "issues that are warnings and not waived"},
    {"notes", "issues that are notes and not waived"},
    {"waived", "issues that somebody waived"},
    {"rules", "rules run"},
    {"records", "records looked at"},
    {"issues", "the issues, errors first"},
    {"reconstruction", "what a reconstruction from public sources says of itself"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::check::Rule>{"rule", "rules", "a rule and what it is for"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::check::Rule> = std::to_array<openeom::reflect::Row>({
    {"id", "stable id"},
    {"severity", "how grave what it finds is"},
    {"title", "what it finds"},
    {"explanation", "why it matters, and what it cannot see"},
    {"remedy", "what would mend it"},
    {"reference", "the rule or method it comes from"},
});
template <>
inline constexpr openeom::reflect::StructRow openeom::reflect::struct_row<openeom::check::TextAtHand>{"text_at_hand", "", "the text of an external document at hand"};
template <>
inline constexpr auto openeom::reflect::rows<openeom::check::TextAtHand> = std::to_array<openeom::reflect::Row>({
    {.name = "document", .meaning = "the document", .required = true},
    {.name = "text", .meaning = "its text, as the file has it", .required = true},
});
