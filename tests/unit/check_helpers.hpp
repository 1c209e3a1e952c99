// Small dossiers from JSON text, invented texts with anchors, and a count of which rules fired and which kept silent.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "openeom/base/digest.hpp"
#include "openeom/check/check.hpp"
#include "openeom/io/json.hpp"

namespace openeom::check::testing {

/// Rules that a test saw fire, and rules that a test saw keep silent where they might have fired.
inline std::set<std::string>& fired() {
    static std::set<std::string> rules;
    return rules;
}
inline std::set<std::string>& silent() {
    static std::set<std::string> rules;
    return rules;
}

/// An edit of a file with these registers, as members of a JSON object.
inline Edit read(std::string_view registers) {
    Edit edit = io::read_json(
        fmt::format("{{\"format\": \"openeom/1.0\"{}{}}}", registers.empty() ? "" : ",\n", registers), "test.json");
    for (const Diagnostic& diagnostic : edit.diagnostics()) INFO(diagnostic.text());
    for (const Diagnostic& diagnostic : edit.diagnostics())
        CHECK_MESSAGE(diagnostic.severity != Severity::error, diagnostic.text());
    return edit;
}

/// The records as they are: references may lead nowhere, so that a test needs only what it is about.
inline Dossier dossier(std::string_view registers) {
    return read(registers).snapshot();
}

/// What a run found.
class Issues {
public:
    explicit Issues(std::vector<Issue> issues) : issues_(std::move(issues)) {}

    /// Whether a rule found something, about the record and part where these are given.
    [[nodiscard]] bool fires(const std::string& rule, std::string_view record = {}, std::string_view role = {}) const {
        if (!find(rule, record, role)) return false;
        fired().insert(rule);
        return true;
    }
    [[nodiscard]] bool is_silent(const std::string& rule, std::string_view record = {},
                                 std::string_view role = {}) const {
        if (find(rule, record, role)) return false;
        silent().insert(rule);
        return true;
    }
    [[nodiscard]] std::size_t count(std::string_view rule) const {
        return static_cast<std::size_t>(
            std::count_if(issues_.begin(), issues_.end(), [&](const Issue& each) { return each.rule == rule; }));
    }
    [[nodiscard]] const Issue& first(const std::string& rule) const {
        const Issue* found = find(rule, {}, {});
        REQUIRE_MESSAGE(found, rule);
        return *found;
    }
    [[nodiscard]] std::string message(const std::string& rule) const { return first(rule).message; }
    [[nodiscard]] const std::vector<Issue>& all() const& { return issues_; }
    // By value from a temporary, so that a loop over f().all() does not read what is gone.
    [[nodiscard]] std::vector<Issue> all() && { return std::move(issues_); }
    [[nodiscard]] std::string text() const {
        std::string made;
        for (const Issue& issue : issues_)
            made += fmt::format("{} {} [{}] {}\n", issue.rule, issue.record.text(), issue.role, issue.message);
        return made;
    }

private:
    [[nodiscard]] const Issue* find(std::string_view rule, std::string_view record, std::string_view role) const {
        for (const Issue& issue : issues_)
            if (issue.rule == rule && (record.empty() || issue.record.text() == record) &&
                (role.empty() || issue.role == role))
                return &issue;
        return nullptr;
    }

    std::vector<Issue> issues_;
};

inline Issues check(const Dossier& dossier, const Options& options = {}) {
    return Issues(run(dossier, options).issues);
}
inline Issues check(std::string_view registers, const Options& options = {}) {
    return check(dossier(registers), options);
}

/// An invented document: sentences with their spans and digests, anchors by the words they point at.
class Text {
public:
    explicit Text(std::string language = "zz", bool external = true, std::string document = "release")
        : language_(std::move(language)), external_(external), document_(std::move(document)) {}

    /// A new sentence; `gap` stands before it.
    Text& say(std::string id, std::string words, std::string_view asserts = "yes", std::string_view gap = " ") {
        if (!text_.empty()) text_ += gap;
        const std::size_t begin = text_.size();
        text_ += words;
        const std::string place = external_
                                      ? fmt::format("\"origin\": \"external\", \"span\": [{}, {}], \"sha256\": \"{}\"",
                                                    begin, text_.size(), sha256(words))
                                      : fmt::format("\"origin\": \"authored\", \"text\": {}", io::quoted(words));
        sentences_.push_back(
            fmt::format("{{\"id\": \"{}\", \"document\": \"{}\", \"position\": {}, \"asserts\": \"{}\", {}{}}}", id,
                        document_, sentences_.size() + 1, asserts, place, more_));
        sentence_ = std::move(id);
        words_ = std::move(words);
        return *this;
    }
    /// An anchor of the last sentence at the first place of the words.
    Text& anchor(std::string_view role, std::string_view words, std::string_view target) {
        const std::size_t at = words_.find(words);
        REQUIRE_MESSAGE(at != std::string::npos, words);
        return anchor_at(role, static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + words.size()), target);
    }
    Text& anchor_at(std::string_view role, std::int64_t begin, std::int64_t end, std::string_view target) {
        anchors_.push_back(fmt::format(
            "{{\"id\": \"{}.a{}\", \"sentence\": \"{}\", \"role\": \"{}\", \"range\": [{}, {}], \"target\": \"{}\"{}}}",
            sentence_, anchors_.size() + 1, sentence_, role, begin, end, target, anchor_more_));
        return *this;
    }
    /// The whole last sentence asserts the target.
    Text& asserts(std::string_view target) { return anchor("asserts", words_, target); }
    /// Further members of the sentences, anchors and the document to come.
    Text& with_sentence(std::string_view members) { return more_ = members, *this; }
    Text& with_anchor(std::string_view members) { return anchor_more_ = members, *this; }
    Text& with_document(std::string_view members) { return document_more_ = members, *this; }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Texts texts() const { return {{document_, text_}}; }
    [[nodiscard]] std::string document_json() const {
        const std::string external =
            external_
                ? fmt::format(", \"external\": \"yes\", \"bytes\": {}, \"sha256\": \"{}\"", text_.size(), sha256(text_))
                : "";
        return fmt::format("{{\"id\": \"{}\", \"title\": \"An invented text\", \"language\": \"{}\"{}{}}}", document_,
                           language_, external, document_more_);
    }
    [[nodiscard]] std::string sentences_json() const { return joined(sentences_); }
    [[nodiscard]] std::string anchors_json() const { return joined(anchors_); }
    /// Its registers, and others after them.
    [[nodiscard]] std::string with(std::string_view registers) const {
        return fmt::format("\"documents\": [{}], \"sentences\": [{}], \"anchors\": [{}]{}{}", document_json(),
                           sentences_json(), anchors_json(), registers.empty() ? "" : ", ", registers);
    }

private:
    [[nodiscard]] static std::string joined(const std::vector<std::string>& parts) {
        return fmt::format("{}", fmt::join(parts, ",\n"));
    }

    std::string language_;
    bool external_;
    std::string document_;
    std::string text_;
    std::string sentence_;
    std::string words_;
    std::string more_, anchor_more_, document_more_;
    std::vector<std::string> sentences_;
    std::vector<std::string> anchors_;
};

/// The text checks of an invented document against itself.
inline Issues check(const Text& text, std::string_view registers) {
    Options options;
    options.texts = text.texts();
    return check(text.with(registers), options);
}
/// The same against a changed copy.
inline Issues check_copy(const Text& text, std::string_view registers, const std::string& copy,
                         const std::string& document = "release") {
    Options options;
    options.texts = {{document, copy}};
    return check(text.with(registers), options);
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    return text.replace(at, what.size(), with);
}

}  // namespace openeom::check::testing
