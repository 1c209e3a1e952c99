#include "label.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/labels.hpp"
#include "openeom/io/open.hpp"

namespace openeom::report {

namespace {

const std::string* name_in(const std::vector<Name>& names, std::string_view language) {
    for (const Name& name : names)
        if (!language.empty() && Words::same_language(name.language, language)) return &name.text;
    return nullptr;
}

std::string chosen_name(const Context& context, const std::vector<Name>& names) {
    if (const std::string* found = name_in(names, context.document.language)) return *found;
    if (const std::string* found = name_in(names, context.words.language())) return *found;
    return names.front().text;
}

const std::vector<Name>* names_of(const Found& found) {
    const reflect::Member* member = found.type->find("names");
    if (!member || member->type->kind != reflect::Kind::list || member->type->element->kind != reflect::Kind::record) return nullptr;
    const auto& names = *static_cast<const std::vector<Name>*>(member->in(found.record));
    return names.empty() ? nullptr : &names;
}

std::string contact_label(const Context& context, const Contact& contact) {
    return joined({contact.name, contact.organisation ? label(context, *contact.organisation) : std::string()});
}

bool is_told_elsewhere(std::string_view member) {
    static constexpr std::array<std::string_view, 7> kElsewhere = {"id", "notes", "external_identifiers", "x-", "evidence", "names", "election"};
    for (const std::string_view name : kElsewhere)
        if (name == member) return true;
    return false;
}

/// "member: value" of the members that have a value, whose type `takes` takes and that the audience is shown.
template <class Takes>
std::vector<std::string> members_told(const Context& context, const Found& found, Takes takes) {
    std::vector<std::string> made;
    for (const reflect::Member& member : found.type->members) {
        if (is_told_elsewhere(member.name) || !takes(*member.type)) continue;
        if (!shows_member(context.audience, found.type->name, member.name) || reflect::is_empty(*member.type, member.in(found.record))) continue;
        const std::string value = value_words(*member.type, member.in(found.record), context.words, naming(context));
        if (!value.empty()) made.push_back(fmt::format("{}: {}", spaced(member.name), value));
    }
    return made;
}

bool has_name(const reflect::Struct& type) { return type.find("names") || type.find("title") || type.find("name"); }

/// A figure in the document itself, or in one that is out: its words are no secret.
bool is_printed_for_all(const Context& context, const PublishedFigure& figure) {
    if (!figure.document) return false;
    if (figure.document->id() == context.document.id) return true;
    const Document* document = context.dossier.find(*figure.document);
    return document && (document->external == YesNo::yes || document->state == State::published);
}

/// What may be named although its evidence is withheld.
bool is_told_regardless(const Context& context, const Found& found) {
    if (found.type->name == "published_figure") return is_printed_for_all(context, found.as<PublishedFigure>());
    return found.type->name == "finding" || found.type->name == "provision" || has_name(*found.type);
}

}  // namespace

Found find(const Context& context, const AnyRef& reference) {
    const reflect::Struct* type = find_entity(reference.type());
    if (!type) return {};
    const void* record = context.dossier.find(reference.type(), reference.id());
    if (!record) record = catalogue().find(reference.type(), reference.id());
    return {type, record};
}

bool rests_on_withheld(const Context& context, const Found& found) {
    if (!found || is_inside(context.audience)) return false;
    const reflect::Member* member = found.type->find("evidence");
    if (!member) return false;
    const auto& references = *static_cast<const std::vector<Ref<Evidence>>*>(member->in(found.record));
    bool any = false;
    for (const Ref<Evidence>& reference : references) {
        const Evidence* evidence = context.dossier.find(reference);
        if (evidence && shows_evidence(context.audience, evidence->kind)) return false;
        any = any || evidence || context.dossier.erasure("evidence", reference.text());  // of a kind that nobody knows
    }
    return any;
}

bool is_withheld(const Context& context, const AnyRef& reference) {
    if (is_inside(context.audience)) return false;
    if (!shows_record(context.audience, reference.type())) return true;
    const Found found = find(context, reference);
    if (!found) return false;
    if (reference.type() == "evidence") return !shows_evidence(context.audience, found.as<Evidence>().kind);
    if (reference.type() == "reported_value") {
        const auto& reported = found.as<ReportedValue>();
        if (!shows_record(context.audience, reported.record.type())) return true;
        if (!shows_member(context.audience, reported.record.type(), reported.member)) return true;
    }
    return !is_told_regardless(context, found) && rests_on_withheld(context, found);
}

std::optional<std::string> erased_words(const Context& context, const AnyRef& reference) {
    const Erasure* erasure = context.dossier.erasure(reference);
    if (!erasure) return std::nullopt;
    const Parsed<Date> day = Date::parse(erasure->erased.text().substr(0, 10));
    return context.words.fill("erased.on", reference.text(), day ? context.words.date(*day) : std::string());
}

std::string label(const Context& context, const AnyRef& reference) {
    if (reference.empty()) return {};
    if (is_withheld(context, reference)) return std::string(context.words("withheld.record"));
    const Found found = find(context, reference);
    if (!found) return erased_words(context, reference).value_or(reference.text());
    if (const std::vector<Name>* names = names_of(found)) return chosen_name(context, *names);
    if (found.type->name == "contact") return contact_label(context, found.as<Contact>());
    return analysis::label(context.dossier, reference);
}

std::vector<std::string> labels(const Context& context, const std::vector<AnyRef>& references) {
    std::vector<std::string> made;
    for (const AnyRef& reference : references) made.push_back(label(context, reference));
    return made;
}

std::vector<std::string> facts(const Context& context, const Found& found) {
    if (has_name(*found.type)) return {};
    return members_told(context, found, [](const reflect::Type& type) { return reflect::innermost(type).kind != reflect::Kind::record; });
}

std::vector<std::string> numbers(const Context& context, const Found& found) {
    return members_told(context, found, [](const reflect::Type& type) {
        using reflect::Kind;
        const Kind kind = reflect::innermost(type).kind;
        return kind == Kind::integer || kind == Kind::decimal || kind == Kind::rational || kind == Kind::interval || kind == Kind::quantity;
    });
}

std::string reconstruction_note(const Words& words, const Document& document, const std::vector<std::string>& issuers) {
    if (document.reconstruction != YesNo::yes) return {};
    if (!document.reconstruction_note.empty()) return document.reconstruction_note;
    std::string note(words("reconstruction"));
    if (!issuers.empty()) note += " " + words.fill("reconstruction.not_of", joined(issuers));
    return note;
}

Naming naming(const Context& context) {
    return [&context](std::string_view type, std::string_view id) { return label(context, AnyRef(type, id)); };
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string made;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!made.empty()) made += separator;
        made += part;
    }
    return made;
}

}  // namespace openeom::report
