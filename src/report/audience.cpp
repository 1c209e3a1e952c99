#include "audience.hpp"

#include <algorithm>
#include <array>

#include "check/personal_data.hpp"
#include "openeom/base/error.hpp"
#include "texts.hpp"

namespace openeom::report {

std::string code_of(Audience audience) {
    if (audience == Audience::not_stated) return {};
    std::string code = boost::describe::enum_to_string(audience, "");
    if (code.ends_with('_')) code.pop_back();
    return code;
}

void require_audience(Audience audience) {
    if (audience != Audience::not_stated) return;
    throw Error(ErrorCode::argument, "whatever is written to a file names its audience", {},
                "say for whom it is: public, partners or internal");
}

bool shows_evidence(Audience audience, EvidenceKind kind) {
    if (is_inside(audience)) return true;
    switch (kind) {
        case EvidenceKind::decision_text:
        case EvidenceKind::law_text:
        case EvidenceKind::media_recording:
        case EvidenceKind::press_item:
        case EvidenceKind::official_statistic:
        case EvidenceKind::published_statement:
        case EvidenceKind::derived: return true;
        case EvidenceKind::not_stated:
        case EvidenceKind::protocol_copy: return audience == Audience::partners;
        case EvidenceKind::form_answer:
        case EvidenceKind::observation_note:
        case EvidenceKind::interview: return false;
    }
    return false;
}

bool shows_record(Audience audience, std::string_view type) {
    if (is_inside(audience)) return true;
    // A single observation, with its station and time, names its observer.
    static constexpr std::array<std::string_view, 8> kInside = {
        "deployment", "field_report", "incident", "meeting", "observation", "suggestion", "team", "waiver"};
    if (std::ranges::find(kInside, type) != kInside.end()) return false;
    static constexpr std::array<std::string_view, 3> kForPartners = {"clearance", "protocol", "protocol_discrepancy"};
    return audience == Audience::partners || std::ranges::find(kForPartners, type) == kForPartners.end();
}

bool shows_member(Audience audience, std::string_view type, std::string_view member) {
    if (is_inside(audience)) return true;
    struct Inside {
        std::string_view type, member;
    };
    static constexpr std::array<Inside, 9> kInside = {{{"incident", "narrative"},
                                                       {"observation", "comments"},
                                                       {"meeting", "summary"},
                                                       {"field_report", "summary"},
                                                       {"team", "pseudonyms"},
                                                       {"clearance", "pseudonym"},
                                                       {"waiver", "pseudonym"},
                                                       {"sentence", "author"},
                                                       {"quote", "summary"}}};
    return std::ranges::none_of(kInside, [&](const Inside& one) { return one.type == type && one.member == member; });
}

namespace {

/// Without the white space it begins with, a no-break space and a byte order mark among it.
std::string_view without_leading_space(std::string_view text) {
    for (;;) {
        const std::string_view before = text;
        for (const std::string_view space : {" ", "\t", "\n", "\r", "\v", "\f", "\u00A0", "\u202F", "\u200B", "\uFEFF"})
            if (text.starts_with(space)) text.remove_prefix(space.size());
        if (text.size() == before.size()) return text;
    }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// "internal", in any case, then a colon or dash.
bool is_internal(std::string_view note) {
    constexpr std::string_view kWord = "internal";
    note = without_leading_space(note);
    if (!std::ranges::equal(note.substr(0, kWord.size()), kWord, {}, lower)) return false;
    note = without_leading_space(note.substr(kWord.size()));
    return note.starts_with(':') || note.starts_with('-') || note.starts_with("\u2013") || note.starts_with("\u2014");
}

}  // namespace

std::vector<std::string> shown_notes(Audience audience, const std::vector<std::string>& notes) {
    if (is_inside(audience)) return notes;
    std::vector<std::string> shown;
    for (const std::string& note : notes)
        if (!is_internal(note)) shown.push_back(note);
    return shown;
}

namespace {

/// What is written before a number and goes with it.
bool opens_number(char c) { return c == '+' || c == '('; }

/// The earlier of two, none being later than any.
std::optional<Span> earlier(std::optional<Span> left, std::optional<Span> right) {
    if (!left || !right) return left ? left : right;
    return left->begin <= right->begin ? left : right;
}

}  // namespace

std::vector<Span> contact_details(std::string_view text) {
    std::vector<Span> found;
    std::int64_t from = 0;
    while (const auto detail = earlier(check::find_email(text.substr(static_cast<std::size_t>(from))),
                                       check::find_phone(text.substr(static_cast<std::size_t>(from))))) {
        std::int64_t begin = from + detail->begin;
        while (begin > from && opens_number(text[static_cast<std::size_t>(begin - 1)])) --begin;
        found.push_back({begin, from + detail->end});
        from = found.back().end;
    }
    return found;
}

std::string without_contact_details(std::string_view text, std::string_view mark) {
    std::string kept;
    std::size_t at = 0;
    for (const Span& detail : contact_details(text)) {
        kept += text.substr(at, static_cast<std::size_t>(detail.begin) - at);
        kept += mark;
        at = static_cast<std::size_t>(detail.end);
    }
    kept += text.substr(at);
    return kept;
}

void remove_contact_details(const reflect::Struct& type, void* object, std::string_view mark) {
    change_texts(type, object, [mark](std::string_view text) { return without_contact_details(text, mark); });
}

}  // namespace openeom::report
