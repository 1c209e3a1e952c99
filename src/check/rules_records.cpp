// Rules on any record: codes and references that nobody knows, personal data (method 13.11).
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "check/personal_data.hpp"
#include "check/registry.hpp"
#include "check/walk.hpp"
#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

// Codes ---------------------------------------------------------------------------------------------------------------

bool has_codes(const reflect::Member& member) {
    return !member.codes.empty();
}

/// The codes of a list, of the catalogue and of the dossier.
std::set<std::string> codes_of(const Dossier& dossier, std::string_view list) {
    std::set<std::string> codes;
    for (const Dossier* each : {&dossier, &catalogue()}) {
        if (list == "standard")
            for (const Standard& standard : each->all<Standard>()) codes.insert(standard.id.text());
        else if (list == "indicator")
            for (const IndicatorDefinition& indicator : each->all<IndicatorDefinition>())
                codes.insert(indicator.id.text());
        else if (list == "outline")
            for (const DocumentOutline& outline : each->all<DocumentOutline>())
                for (const OutlineSection& section : outline.sections)
                    codes.insert(outline.id.text() + "." + section.key);
        else
            for (const CodeEntry& entry : each->all<CodeEntry>())
                if (entry.list == list) codes.insert(entry.code);
    }
    return codes;
}

class CodeLists {
public:
    explicit CodeLists(const Dossier& dossier) : dossier_(dossier) {}

    /// What is wrong with a code; empty where it is known, or nobody lists codes of that list.
    const std::string& fault(std::string_view list, const std::string& code) {
        const auto [at, fresh] = faults_.try_emplace({std::string(list), code});
        if (fresh) at->second = find_fault(list, code);
        return at->second;
    }

private:
    std::string find_fault(std::string_view list, const std::string& code) {
        if (code.empty() || is_known_code(dossier_, list, code)) return {};
        const auto [at, fresh] = codes_.try_emplace(std::string(list));
        if (fresh) at->second = codes_of(dossier_, list);
        const std::set<std::string>& known = at->second;
        if (known.empty() || known.contains(code)) return {};
        return unknown_name(fmt::format("code of the list '{}'", list), code, {known.begin(), known.end()});
    }

    const Dossier& dossier_;
    std::map<std::string, std::set<std::string>, std::less<>> codes_;
    std::map<std::pair<std::string, std::string>, std::string> faults_;
};

/// The text that a code list applies to: the member itself, or the code of a cue.
const std::string* code_in(const Visited& value) {
    if (value.type.kind == reflect::Kind::text) return &value.as<std::string>();
    if (value.type.kind != reflect::Kind::record) return nullptr;
    const reflect::Member* code = value.type.record().find("code");
    if (!code || code->type->kind != reflect::Kind::text) return nullptr;
    return static_cast<const std::string*>(code->in(value.value));
}

void check_codes(Context& context) {
    CodeLists lists(context.dossier());
    for (const reflect::Struct* type : entities()) {
        const auto tree = member_tree(*type, &has_codes);
        if (tree.empty()) continue;
        const Register& records = context.dossier().records(*type);
        for (auto at = records.begin(); at != records.end(); ++at) {
            const void* record = *at;
            Walker walker([&](const Visited& value) {
                const std::string* code = code_in(value);
                if (!code || code->empty() || (*code == "*" && value.member.codes == "country")) return;
                const std::string& fault = lists.fault(value.member.codes, *code);
                if (fault.empty()) return;
                context.report({.record = reference_to(*type, record), .member = value.path(), .message = fault});
            });
            walker.members(tree, record);
        }
    }
}

// References into the catalogue --------------------------------------------------------------------------------------

bool may_refer_to_catalogue(const reflect::Member& member) {
    return reflect::innermost(*member.type).kind == reflect::Kind::any_reference;
}

/// The type of record that a reference to the catalogue means; null for references that the commit verifies.
const reflect::Struct* catalogue_type(std::string_view type) {
    constexpr std::string_view kTypes[] = {
        "standard",         "case_law",  "code_entry",   "criterion_definition", "indicator_definition",
        "document_outline", "lifecycle", "lexicon_entry"};
    if (type == "indicator") type = "indicator_definition";
    return std::find(std::begin(kTypes), std::end(kTypes), type) == std::end(kTypes) ? nullptr : find_entity(type);
}

std::string unknown_in(const Dossier& dossier, const reflect::Struct& type, std::string_view id) {
    std::vector<std::string_view> known;
    for (const Dossier* each : {&dossier, &catalogue()})
        for (const void* record : each->records(type)) known.push_back(id_of(type, record));
    return unknown_name(type.name, id, known);
}

void check_catalogue_references(Context& context) {
    const Dossier& dossier = context.dossier();
    for (const reflect::Struct* type : entities()) {
        const auto tree = member_tree(*type, &may_refer_to_catalogue);
        if (tree.empty()) continue;
        for (const void* record : dossier.records(*type)) {
            Walker walker([&](const Visited& value) {
                const AnyRef& target = value.as<AnyRef>();
                const reflect::Struct* wanted = target.empty() ? nullptr : catalogue_type(target.type());
                if (!wanted || dossier.find(wanted->name, target.id()) || catalogue().find(wanted->name, target.id()))
                    return;
                context.report({.record = reference_to(*type, record),
                                .member = value.path(),
                                .message = unknown_in(dossier, *wanted, target.id())});
            });
            walker.members(tree, record);
        }
    }
}

// Personal data -------------------------------------------------------------------------------------------------------

bool has_text(const reflect::Member& member) {
    const reflect::Kind kind = reflect::innermost(*member.type).kind;
    return kind == reflect::Kind::text || kind == reflect::Kind::json || kind == reflect::Kind::extras;
}

bool is_digest(std::string_view member) {
    return member.ends_with("sha256") || member == "digest";
}

std::string_view personal_data(std::string_view text, std::string_view member) {
    if (is_digest(member)) return {};
    if (find_email(text)) return "an e-mail address";
    if (!member.ends_with("url") && !member.ends_with("urls") && find_phone(text)) return "a telephone number";
    return {};
}

std::string_view personal_data(const Visited& value) {
    if (value.type.kind == reflect::Kind::text) return personal_data(value.as<std::string>(), value.member.name);
    if (value.type.kind == reflect::Kind::json) return personal_data(value.as<RawJson>().text, value.member.name);
    for (const auto& [name, json] : value.as<Extras>().members())
        if (const auto found = personal_data(json, name); !found.empty()) return found;
    return {};
}

void check_personal_data(Context& context) {
    for (const reflect::Struct* type : entities()) {
        const auto tree = member_tree(*type, &has_text);
        const Register& records = context.dossier().records(*type);
        for (auto at = records.begin(); at != records.end(); ++at) {
            const void* record = *at;
            Walker walker([&](const Visited& value) {
                const std::string_view found = personal_data(value);
                if (found.empty()) return;  // the text itself is not repeated in the message
                context.report({.record = reference_to(*type, record),
                                .member = value.path(),
                                .message = fmt::format("the text holds what looks like {}", found)});
            });
            walker.members(tree, record);
        }
    }
}

constexpr RuleRow kRules[] = {
    {"personal-data", IssueSeverity::warning, "an e-mail address or telephone number",
     "Addresses and numbers of persons do not belong into a dossier that travels: contacts show name and "
     "organisation. The rule knows the common ways of writing them, no names, and nothing of what a narrative gives "
     "away about a person.",
     "take it out, or keep it in a file of your own", "method 13.11", &check_personal_data},
    {"unknown-code", IssueSeverity::warning, "a code that its list does not have",
     "What is coded under a word that nobody else uses is found by no search and counted nowhere. Lists are "
     "extensible: a dossier adds its own codes.",
     "use a code of the list, or add a code_entry to the dossier", "method 5, 8, 9", &check_codes},
    {"unknown-reference", IssueSeverity::error, "a reference to nothing in dossier or catalogue",
     "Standards, case law and indicators may stand in the dossier or in the library's catalogue. What is in neither "
     "cannot be looked up.",
     "correct the id, or add the record to the dossier", "method 9, 12", &check_catalogue_references},
};

}  // namespace

std::span<const RuleRow> rules_of_records() {
    return kRules;
}

}  // namespace openeom::check
