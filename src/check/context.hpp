// What a rule sees, and where it puts what it finds.
// Threads: a run has a context of its own.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/index.hpp"
#include "check/lexicon.hpp"
#include "check/texts.hpp"
#include "openeom/check/check.hpp"

namespace openeom::check {

class Context;

/// A rule with its documentation and the function that runs it.
struct RuleRow {
    std::string_view id;
    IssueSeverity severity{};
    std::string_view title;
    std::string_view explanation;
    std::string_view remedy;
    std::string_view reference;
    void (*run)(Context&) = nullptr;
};

/// What a rule found; the rule's own severity and remedy hold where none is given.
struct Found {
    AnyRef record = {};
    std::string member = {};
    std::string role = {};
    Span range = {};
    std::string message = {};
    std::string remedy = {};
};

class Context {
public:
    /// All documents, or the one in `only`.
    Context(const Dossier& dossier, const Options& options, const Document* only = nullptr);

    [[nodiscard]] const Dossier& dossier() const noexcept { return dossier_; }
    [[nodiscard]] const Options& options() const noexcept { return options_; }
    [[nodiscard]] const std::optional<Date>& as_of() const noexcept { return as_of_; }
    [[nodiscard]] const Index& index();
    [[nodiscard]] const Lexicon& lexicon();
    /// Documents that have sentences or a text at hand, in order of id.
    [[nodiscard]] std::span<const DocumentText> documents();
    /// Null where the sentence is of no document that is looked at.
    [[nodiscard]] const SentenceText* text_of(const Sentence& sentence);
    /// Findings that an anchor of a document looked at points to, in order of id.
    [[nodiscard]] std::span<const Finding* const> anchored_findings();

    /// What a reader and the coherence of the records told already: errors in members that could not be read or used.
    void leave_to(std::span<const Diagnostic> diagnostics);
    /// Members of a record with such an error.
    [[nodiscard]] std::span<const std::string> told_members(const AnyRef& record) const;
    /// Whether such an error stands in the member, a part of it, or what it is a part of.
    [[nodiscard]] bool is_told(const AnyRef& record, std::string_view member) const;

    /// Leaves out what follows from an error that was told already.
    void report(Found found);
    /// The issues of a rule, put to those before them.
    void run(const RuleRow& rule);
    [[nodiscard]] std::vector<Issue> take();

private:
    const Dossier& dossier_;
    const Options& options_;
    const Document* only_;
    std::optional<Date> as_of_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<Lexicon> lexicon_;
    std::optional<std::vector<DocumentText>> documents_;
    std::optional<std::map<std::string_view, const SentenceText*>> sentences_;
    std::optional<std::vector<const Finding*>> findings_;
    std::map<std::string, std::vector<std::string>, std::less<>> told_;
    const RuleRow* rule_ = nullptr;
    std::vector<Issue> issues_;
};

/// "finding:x" of a record.
template <class T>
AnyRef reference(const T& record) {
    return record.id.empty() ? AnyRef() : AnyRef(reflect::table<T>().name, record.id.text());
}

/// The country and the first and last day of an election; the one of the dossier where a record names none and there is
/// one only.
const Election* election_of(const Dossier& dossier, const std::optional<Ref<Election>>& reference);
Date election_days(const Election& election);

/// A date as "15 January 2012", or "an unknown day".
std::string words(const Date& date);

/// Foreign words in a message: in quotation marks, shortened, valid UTF-8 whatever the bytes.
std::string marked(std::string_view words);

}  // namespace openeom::check
