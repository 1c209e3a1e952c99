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

/// Whether a member path is another or leads into it: "quantity.value" is within "quantity".
bool is_within(std::string_view path, std::string_view other) {
    if (!path.starts_with(other)) return false;
    return path.size() == other.size() || path[other.size()] == '.' || path[other.size()] == '[';
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

void Context::leave_to(std::span<const Diagnostic> diagnostics) {
    for (const Diagnostic& each : diagnostics)
        if (each.severity == Severity::error && !each.location.record.empty() && !each.location.member.empty())
            told_[each.location.record].push_back(each.location.member);
}

std::span<const std::string> Context::told_members(const AnyRef& record) const {
    const auto found = told_.find(record.text());
    if (found == told_.end()) return {};
    return found->second;
}

bool Context::is_told(const AnyRef& record, std::string_view member) const {
    const auto told = told_members(record);
    return !member.empty() && std::any_of(told.begin(), told.end(), [&](const std::string& each) {
        return is_within(each, member) || is_within(member, each);
    });
}

void Context::report(Found found) {
    if (is_told(found.record, found.member)) return;
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
