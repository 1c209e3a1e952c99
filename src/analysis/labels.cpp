#include "analysis/labels.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "openeom/base/text.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

using reflect::Kind;

constexpr int kMaximumDepth = 4;

std::string label_at(const Dossier& dossier, std::string_view type, std::string_view id, int depth);

template <class T>
std::string label_at(const Dossier& dossier, const Ref<T>& reference, int depth) {
    return reference.empty() ? std::string() : label_at(dossier, reflect::struct_row<T>.name, reference.text(), depth);
}
template <class T>
std::string label_at(const Dossier& dossier, const std::optional<Ref<T>>& reference, int depth) {
    return reference ? label_at(dossier, *reference, depth) : std::string();
}
std::string label_at(const Dossier& dossier, const AnyRef& reference, int depth) {
    return label_at(dossier, reference.type(), reference.id(), depth);
}
std::string label_at(const Dossier& dossier, const std::optional<AnyRef>& reference, int depth) {
    return reference ? label_at(dossier, *reference, depth) : std::string();
}

template <class T>
const T& as(const void* record) {
    return *static_cast<const T*>(record);
}

std::string subject_label_at(const Dossier& dossier, const RegistrationEvent& event, int depth) {
    if (event.subject.type() != "seat_tier") return label_at(dossier, event.subject, depth);
    return event.subjects.is_stated() ? event.subjects.text() + " candidates"
                                      : std::string("candidates, number not stated");
}

std::string event_label(const Dossier& dossier, const RegistrationEvent& event, int depth) {
    std::string made = fmt::format("{}: {}", subject_label_at(dossier, event, depth), words(event.kind));
    const Date& date = !event.decided.empty()    ? event.decided
                       : !event.occurred.empty() ? event.occurred
                                                 : event.published;
    if (!date.empty()) made += ", " + date_or_by(date);
    return made;
}

std::string sentence_label(const Sentence& sentence) {
    if (!sentence.text.empty()) return sentence.text;
    return fmt::format("sentence {}, bytes {} to {}", sentence.id.text(), sentence.span.begin, sentence.span.end);
}

std::string turnout_label(const Dossier& dossier, const Turnout& turnout, int depth) {
    const std::string where =
        turnout.place ? label_at(dossier, *turnout.place, depth) : label_at(dossier, turnout.election, depth);
    std::string made = "turnout, " + where;
    if (!turnout.at_words.empty()) made += ", " + turnout.at_words;
    else if (!turnout.at.empty()) made += ", " + turnout.at.text();
    return made;
}

std::string total_label(const RegistrationTotal& total) {
    std::string made = fmt::format("{} {}", words(total.counted), words(total.stage));
    if (!total.of.empty()) made += ", " + total.of;
    return made;
}

std::string candidacy_label(const Dossier& dossier, const Candidacy& candidacy, int depth) {
    std::string made = label_at(dossier, candidacy.person, depth);
    const std::string list = label_at(dossier, candidacy.list, depth);
    if (made.empty()) return list.empty() ? std::string() : "candidacy on the " + list;
    return list.empty() ? made : fmt::format("{} ({})", made, list);
}

std::string anchor_label(const Anchor& anchor) {
    return fmt::format("{}, sentence {}, bytes {} to {}", words(anchor.role), anchor.sentence.text(),
                       anchor.range.begin, anchor.range.end);
}

std::string pair_label(std::string left, std::string_view between, const std::string& right) {
    if (left.empty() || right.empty()) return left + right;
    left += between;
    return left + right;
}

/// Labels of types whose name is made of others; empty for all else.
std::string composed_label(const Dossier& dossier, std::string_view type, const void* record, int depth) {
    if (type == "registration_event") return event_label(dossier, as<RegistrationEvent>(record), depth);
    if (type == "candidate_list")
        return pair_label("list of ", "", label_at(dossier, as<CandidateList>(record).party, depth));
    if (type == "candidacy") return candidacy_label(dossier, as<Candidacy>(record), depth);
    if (type == "sentence") return sentence_label(as<Sentence>(record));
    if (type == "anchor") return anchor_label(as<Anchor>(record));
    if (type == "turnout") return turnout_label(dossier, as<Turnout>(record), depth);
    if (type == "registration_total") return total_label(as<RegistrationTotal>(record));
    if (type == "provision")
        return pair_label(label_at(dossier, as<Provision>(record).instrument, depth), ", article ",
                          as<Provision>(record).article);
    if (type == "quote")
        return pair_label(label_at(dossier, as<Quote>(record).speaker, depth), ", in ",
                          label_at(dossier, as<Quote>(record).document, depth));
    if (type == "reported_value")
        return pair_label(label_at(dossier, as<ReportedValue>(record).record, depth), ": ",
                          as<ReportedValue>(record).member);
    if (type == "media_measure")
        return pair_label(label_at(dossier, as<MediaMeasure>(record).actor, depth), " in ",
                          label_at(dossier, as<MediaMeasure>(record).outlet, depth));
    if (type == "supervisory_act")
        return pair_label(label_at(dossier, as<SupervisoryAct>(record).body, depth), ": ",
                          words(as<SupervisoryAct>(record).kind));
    if (type == "result")
        return pair_label(label_at(dossier, as<Result>(record).contestant, depth), ", ",
                          words(as<Result>(record).status) + " result");
    if (type == "accreditation_count") {
        const auto& count = as<AccreditationCount>(record);
        std::string whom = count.organisation ? label_at(dossier, *count.organisation, depth) : count.of;
        if (whom.empty() && count.total == YesNo::yes) whom = "all observers";
        return pair_label(whom, ", by ", count.as_of.words());
    }
    if (type == "seat_tier") {
        const auto& tier = as<SeatTier>(record);
        if (!tier.seats) return {};
        const std::string seats = counted(*tier.seats, "seat", "seats");
        return tier.method == SeatMethod::not_stated ? seats : fmt::format("{}, {}", seats, words(tier.method));
    }
    return {};
}

std::string first_name(const reflect::Struct& type, const void* record) {
    for (const std::string_view path : {"names[0].text", "title", "name", "summary", "statement", "item", "wording",
                                        "text", "printed", "meaning", "subject", "kind", "words"}) {
        const std::string_view member = path.substr(0, path.find('['));
        if (!type.find(member)) continue;
        const MemberValue found = member_at(type, record, path);
        if (!found.type || reflect::is_empty(*found.type, found.value)) continue;
        if (found.type->kind == Kind::text) return *static_cast<const std::string*>(found.value);
        if (found.type->kind == Kind::code) return words(found.type->codes->codes[found.type->code(found.value)]);
    }
    return {};
}

std::string label_of_at(const Dossier& dossier, const reflect::Struct& type, const void* record, int depth) {
    std::string made = depth < kMaximumDepth ? composed_label(dossier, type.name, record, depth + 1) : std::string();
    if (made.empty()) made = first_name(type, record);
    if (made.empty()) made = static_cast<const Id*>(type.find("id")->in(record))->text();
    return made;
}

std::string label_at(const Dossier& dossier, std::string_view type_name, std::string_view id, int depth) {
    const reflect::Struct* type = find_entity(type_name);
    if (!type) return fmt::format("{}:{}", type_name, id);
    const void* record = dossier.find(type_name, id);
    if (!record) record = catalogue().find(type_name, id);
    if (record) return label_of_at(dossier, *type, record, depth);
    const Erasure* erasure = dossier.erasure(type_name, id);
    return erasure ? erasure_words(*erasure) : fmt::format("{}:{}", type_name, id);
}

std::string text_of_record(const reflect::Struct& type, const void* value) {
    std::vector<std::string> parts;
    for (const reflect::Member& member : type.members) {
        if (reflect::is_empty(*member.type, member.in(value))) continue;
        parts.push_back(fmt::format("{} {}", member.name, text_of(*member.type, member.in(value))));
    }
    return joined(parts, ", ");
}

std::string text_of_extras(const Extras& extras) {
    std::vector<std::string> parts;
    for (const auto& [name, json] : extras.members()) parts.push_back(fmt::format("{} {}", name, json));
    return joined(parts, ", ");
}

void add_part(std::vector<std::string>& parts, std::string_view name, const std::string& value) {
    if (!value.empty()) parts.push_back(name.empty() ? value : fmt::format("{} {}", name, value));
}

}  // namespace

std::string words(std::string_view code) {
    if (code == "deregistered") return "de-registered";
    if (code == "list_pr") return "list PR";
    std::string made(code);
    std::replace(made.begin(), made.end(), '_', ' ');
    return made;
}

std::string label(const Dossier& dossier, std::string_view type, std::string_view id) {
    return label_at(dossier, type, id, 0);
}

std::string label(const Dossier& dossier, const AnyRef& reference) {
    return reference.empty() ? std::string() : label_at(dossier, reference, 0);
}

std::string label_of(const Dossier& dossier, const reflect::Struct& type, const void* record) {
    return label_of_at(dossier, type, record, 0);
}

std::string subject_label(const Dossier& dossier, const RegistrationEvent& event) {
    return subject_label_at(dossier, event, 0);
}

bool says_nothing(const reflect::Type& type, const void* value) {
    if (type.kind == Kind::code && type.codes->codes[0] != "not_stated") return false;
    return reflect::is_empty(type, value);
}

std::string text_of(const reflect::Type& type, const void* value) {
    if (says_nothing(type, value)) return {};
    switch (type.kind) {
        case Kind::boolean: return as<bool>(value) ? "yes" : "no";
        case Kind::integer: return fmt::format("{}", as<std::int64_t>(value));
        case Kind::text: return as<std::string>(value);
        case Kind::id:
        case Kind::reference: return as<Id>(value).text();  // a Ref<T> is an Id and nothing else
        case Kind::any_reference: return as<AnyRef>(value).text();
        case Kind::decimal: return as<Decimal>(value).text();
        case Kind::rational: return as<Rational>(value).text();
        case Kind::date: return as<Date>(value).words();
        case Kind::instant: return as<Instant>(value).text();
        case Kind::interval: return as<Interval>(value).text();
        case Kind::quantity: return as<Quantity>(value).text();
        case Kind::span: return fmt::format("bytes {} to {}", as<Span>(value).begin, as<Span>(value).end);
        case Kind::code: return std::string(type.codes->codes[type.code(value)]);
        case Kind::json: return as<RawJson>(value).text;
        case Kind::extras: return text_of_extras(as<Extras>(value));
        case Kind::optional: return text_of(*type.element, type.at(value, 0));
        case Kind::list: {
            std::vector<std::string> parts;
            for (std::size_t i = 0; i < type.size(value); ++i)
                parts.push_back(text_of(*type.element, type.at(value, i)));
            return joined(parts);
        }
        case Kind::record: return text_of_record(type.record(), value);
    }
    return {};
}

std::string meaning_of_code(const Dossier& dossier, std::string_view list, std::string_view code) {
    const std::string id = fmt::format("{}.{}", list, code);
    const CodeEntry* entry = find_here_or_in_catalogue<CodeEntry>(dossier, id);
    return entry && !entry->meaning.empty() ? entry->meaning : words(code);
}

std::string attribution(const Dossier& dossier, Asserter by, const std::optional<AnyRef>& whom) {
    if (by == Asserter::not_stated && !whom) return "not stated who says so";
    if (!whom) return words(by);
    if (by == Asserter::not_stated) return label(dossier, *whom);
    return fmt::format("{}: {}", words(by), label(dossier, *whom));
}

std::string attribution(const Dossier& dossier, const Finding& finding) {
    const Cue<Asserter>& by = finding.asserted_by;
    std::vector<std::string> named;
    for (const AnyRef& target : by.target) named.push_back(label(dossier, target));
    const bool missions_own = by.code == Asserter::mission || by.code == Asserter::institution;
    if (named.empty() && missions_own && finding.mission) named.push_back(label(dossier, *finding.mission));
    if (named.empty()) return attribution(dossier, by.code);
    if (by.code == Asserter::not_stated) return joined(named, ", ");
    return fmt::format("{}: {}", words(by.code), joined(named, ", "));
}

std::string place_in_source(const Evidence& evidence) {
    const Locator& at = evidence.locator;
    std::vector<std::string> parts;
    add_part(parts, "", at.section);
    add_part(parts, "page", at.page);
    add_part(parts, "paragraph", at.paragraph);
    if (!at.span.empty()) parts.push_back(fmt::format("bytes {} to {}", at.span.begin, at.span.end));
    return joined(parts, ", ");
}

std::string source_words(const Source& source) {
    std::vector<std::string> parts;
    add_part(parts, "", source.publisher);
    add_part(parts, "", source.date.words());
    return parts.empty() ? source.title : fmt::format("{} ({})", source.title, joined(parts, ", "));
}

std::string source_words(const Dossier& dossier, const Evidence& evidence) {
    const Source* source = dossier.find(evidence.source);
    return source ? source_words(*source) : evidence.source.text();
}

std::string date_or_by(const Date& date) {
    constexpr std::string_view kUntil = "until ";
    const std::string text = date.words();
    return date.first() || !text.starts_with(kUntil) ? text : "by " + text.substr(kUntil.size());
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string counted(std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string grouped(std::int64_t n) {
    std::string digits = fmt::format("{}", n);
    const std::size_t sign = n < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > sign + 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

}  // namespace openeom::analysis
