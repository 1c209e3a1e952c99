#include "audience.hpp"

#include <algorithm>
#include <array>

#include "check/personal_data.hpp"
#include "openeom/base/error.hpp"

namespace openeom::report {

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
    return audience == Audience::partners || type != "protocol";
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

std::vector<std::string> shown_notes(Audience audience, const std::vector<std::string>& notes) {
    if (is_inside(audience)) return notes;
    std::vector<std::string> shown;
    for (const std::string& note : notes) {
        std::string_view start = std::string_view(note).substr(0, 9);
        std::string lower(start);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (lower != "internal:") shown.push_back(note);
    }
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

void remove_from(const reflect::Type& type, void* value, std::string_view mark) {
    if (type.kind == reflect::Kind::record) return remove_contact_details(type.record(), value, mark);
    if (type.kind == reflect::Kind::text) {
        auto& text = *static_cast<std::string*>(value);
        text = without_contact_details(text, mark);
        return;
    }
    if (type.kind != reflect::Kind::list && type.kind != reflect::Kind::optional) return;
    for (std::size_t i = 0; i < type.size(value); ++i) remove_from(*type.element, const_cast<void*>(type.at(value, i)), mark);
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
    for (const reflect::Member& member : type.members)
        if (!member.name.ends_with("sha256")) remove_from(*member.type, member.in(object), mark);
}

}  // namespace openeom::report
