#include "label.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/labels.hpp"
#include "openeom/io/open.hpp"

namespace openeom::report {

namespace {

const std::string* name_in(const std::vector<Name>& names, std::string_view language) {
    for (const Name& name : names)
        if (std::string_view(name.language).substr(0, 2) == language.substr(0, 2)) return &name.text;
    return nullptr;
}

std::string chosen_name(const Context& context, const std::vector<Name>& names) {
    if (const std::string* found = name_in(names, context.words.language())) return *found;
    if (const std::string* found = name_in(names, context.document.language)) return *found;
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
    static constexpr std::array<std::string_view, 6> kElsewhere = {"id", "notes", "x-", "evidence", "names", "election"};
    for (const std::string_view name : kElsewhere)
        if (name == member) return true;
    return false;
}

}  // namespace

Found find(const Context& context, const AnyRef& reference) {
    const reflect::Struct* type = find_entity(reference.type());
    if (!type) return {};
    const void* record = context.dossier.find(reference.type(), reference.id());
    if (!record) record = catalogue().find(reference.type(), reference.id());
    return {type, record};
}

std::string label(const Context& context, const AnyRef& reference) {
    if (reference.empty()) return {};
    const Found found = find(context, reference);
    if (!found) return reference.text();
    if (!shows_record(context.audience, found.type->name)) return std::string(context.words("withheld.record"));
    if (reference.type() == "evidence" && !shows_evidence(context.audience, found.as<Evidence>().kind))
        return std::string(context.words("withheld.record"));
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
    std::vector<std::string> made;
    if (found.type->find("names") || found.type->find("title") || found.type->find("name")) return made;
    for (const reflect::Member& member : found.type->members) {
        if (is_told_elsewhere(member.name) || !shows_member(context.audience, found.type->name, member.name)) continue;
        if (reflect::is_empty(*member.type, member.in(found.record))) continue;
        if (reflect::innermost(*member.type).kind == reflect::Kind::record) continue;
        const std::string value = value_words(*member.type, member.in(found.record), context.words, naming(context));
        if (!value.empty()) made.push_back(fmt::format("{}: {}", spaced(member.name), value));
    }
    return made;
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
