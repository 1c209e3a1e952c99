#include "check/context.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/quote.hpp"

namespace openeom::check {

namespace {

std::optional<Date> parse_as_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto parsed = Date::parse(text);
    if (!parsed)
        throw Error(ErrorCode::argument, fmt::format("option 'as_of': expected a date because {}", parsed.reason()), {},
                    "write it as 2012-01-15");
    return *parsed;
}

void require_known(const Dossier& dossier, const Texts& texts) {
    for (const auto& [id, text] : texts) {
        if (dossier.find<Document>(id)) continue;
        std::vector<std::string_view> known;
        for (const Document& document : dossier.all<Document>()) known.push_back(document.id.text());
        throw Error(ErrorCode::not_found, unknown_name("document", id, known), {},
                    "a text is given for a document of the dossier");
    }
}

}  // namespace

Context::Context(const Dossier& dossier, const Options& options, const Document* only)
    : dossier_(dossier), options_(options), only_(only), as_of_(parse_as_of(options.as_of)) {
    require_known(dossier, options.texts);
}

const Index& Context::index() {
    if (!index_) index_ = std::make_unique<Index>(dossier_);
    return *index_;
}

const Lexicon& Context::lexicon() {
    if (!lexicon_) lexicon_ = std::make_unique<Lexicon>(dossier_);
    return *lexicon_;
}

std::span<const DocumentText> Context::documents() {
    if (documents_) return *documents_;
    documents_.emplace();
    for (const Document& document : dossier_.all<Document>()) {
        if (only_ && only_->id != document.id) continue;
        const auto text = options_.texts.find(document.id.text());
        const bool at_hand = text != options_.texts.end();
        if (!at_hand && index().sentences_of(document.id.text()).empty() &&
            index().quotes_of(document.id.text()).empty())
            continue;
        documents_->push_back(
            make_document_text(dossier_, index(), lexicon(), document, at_hand ? &text->second : nullptr));
    }
    return *documents_;
}

const SentenceText* Context::text_of(const Sentence& sentence) {
    if (!sentences_) {
        sentences_.emplace();
        for (const DocumentText& document : documents())
            for (const SentenceText& each : document.sentences) sentences_->emplace(each.sentence->id.text(), &each);
    }
    const auto found = sentences_->find(sentence.id.text());
    return found == sentences_->end() ? nullptr : found->second;
}

std::span<const Finding* const> Context::anchored_findings() {
    if (findings_) return *findings_;
    findings_.emplace();
    std::set<std::string_view> seen;
    for (const DocumentText& document : documents())
        for (const SentenceText& sentence : document.sentences)
            for (const Anchor* anchor : index().anchors_of(sentence.sentence->id.text())) {
                const Finding* finding = finding_at(dossier_, anchor->target);
                if (finding && seen.insert(finding->id.text()).second) findings_->push_back(finding);
            }
    std::sort(findings_->begin(), findings_->end(),
              [](const Finding* left, const Finding* right) { return left->id < right->id; });
    return *findings_;
}

void Context::report(Found found) {
    Issue issue;
    issue.severity = rule_->severity;
    issue.rule = rule_->id;
    issue.record = std::move(found.record);
    issue.member = std::move(found.member);
    issue.role = std::move(found.role);
    issue.range = found.range;
    issue.message = std::move(found.message);
    issue.remedy = found.remedy.empty() ? std::string(rule_->remedy) : std::move(found.remedy);
    issues_.push_back(std::move(issue));
}

void Context::run(const RuleRow& rule) {
    rule_ = &rule;
    rule.run(*this);
}

std::vector<Issue> Context::take() {
    return std::move(issues_);
}

const Election* election_of(const Dossier& dossier, const std::optional<Ref<Election>>& reference) {
    if (reference) return dossier.find(*reference);
    const auto all = dossier.all<Election>();
    return all.size() == 1 ? &*all.begin() : nullptr;
}

Date election_days(const Election& election) {
    if (election.dates.empty()) return {};
    const Date& first = election.dates.front();
    const Date& last = election.dates.back();
    return first == last || certainly_before(last, first) ? first : Date::between(first, last);
}

std::string words(const Date& date) {
    return date.empty() ? "an unknown day" : date.words();
}

std::string marked(std::string_view words) {
    return quoted(words);
}

}  // namespace openeom::check
