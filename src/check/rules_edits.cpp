// Rules on what edits leave behind: identifiers that two records claim, references to what was erased.
#include <unordered_map>

#include <fmt/format.h>

#include "check/registry.hpp"
#include "check/walk.hpp"

namespace openeom::check {

namespace {

AnyRef name_of(const reflect::Struct& type, const void* record) {
    const std::string& id = static_cast<const Record*>(record)->id.text();
    return id.empty() ? AnyRef() : AnyRef(type.name, id);
}

void check_external_identifiers(Context& context) {
    for (const reflect::Struct* type : entities()) {
        std::unordered_map<std::string, std::string> claimed;  // by key, the record's id
        for (const void* each : context.dossier().records(*type)) {
            const auto& record = *static_cast<const Record*>(each);
            for (const ExternalIdentifier& identifier : record.external_identifiers) {
                const auto [at, fresh] =
                    claimed.try_emplace(ExternalIndex::key(identifier.system, identifier.id), record.id.text());
                if (fresh || at->second == record.id.text()) continue;
                context.report({.record = name_of(*type, each),
                                .member = "external_identifiers",
                                .message = fmt::format("{}:{} has the identifier {} of {} too", type->name, at->second,
                                                       marked(identifier.id), marked(identifier.system))});
            }
        }
    }
}

bool may_name_erased(const reflect::Member& member) {
    const reflect::Kind kind = reflect::innermost(*member.type).kind;
    return kind == reflect::Kind::reference || kind == reflect::Kind::any_reference;
}

/// The tombstone that a reference leads to; null where it leads to a record or nowhere.
const Erasure* erased_by(const Dossier& dossier, const Visited& value) {
    if (value.type.kind == reflect::Kind::any_reference) return dossier.erasure(value.as<AnyRef>());
    return dossier.erasure(value.type.target(), value.as<Id>().text());  // a Ref<T> is an Id and nothing else
}

void check_erased(Context& context, bool evidence) {
    const Dossier& dossier = context.dossier();
    if (dossier.all<Erasure>().empty()) return;
    for (const reflect::Struct* type : entities()) {
        if (type == &reflect::table<Erasure>()) continue;
        const auto tree = member_tree(*type, &may_name_erased);
        if (tree.empty()) continue;
        for (const void* record : dossier.records(*type)) {
            Walker walker([&](const Visited& value) {
                const Erasure* erasure = erased_by(dossier, value);
                if (!erasure || (erasure->record.type() == "evidence") != evidence) return;
                context.report({.record = name_of(*type, record),
                                .member = value.path(),
                                .message = erasure_words(*erasure)});
            });
            walker.members(tree, record);
        }
    }
}

void check_erased_evidence(Context& context) { check_erased(context, true); }
void check_erased_reference(Context& context) { check_erased(context, false); }

constexpr RuleRow kRules[] = {
    {"erased-evidence", IssueSeverity::warning, "a record that rests on erased evidence",
     "What was erased can be shown to nobody any more. A record that rests on nothing else asserts what cannot be borne out.",
     "let it rest on other evidence, or say in its notes that it cannot be verified any more", "method 13.9",
     &check_erased_evidence},
    {"erased-reference", IssueSeverity::note, "a reference to a record that was erased",
     "The tombstone says when and on whose authority it was erased. Whoever reads the reference must know that nothing is "
     "missing by mistake.",
     "leave it, or take the reference out", "GDPR, Article 17", &check_erased_reference},
    {"external-identifier-twice", IssueSeverity::error, "an external identifier that two records of a type have",
     "A partner's identifier says which record its next delivery changes. Where two records have it, none can be changed.",
     "take it out of one of them, or merge the two records", "the dossier format", &check_external_identifiers},
};

}  // namespace

std::span<const RuleRow> rules_of_edits() {
    return kRules;
}

}  // namespace openeom::check
