#include "analysis/reported.hpp"

#include "analysis/labels.hpp"
#include "openeom/io/json.hpp"

namespace openeom::analysis {

namespace {

using reflect::Kind;

/// The type of the member that the value is one of; null where the record or the member is unknown.
const reflect::Type* type_of_member(const Dossier& dossier, const ReportedValue& reported) {
    const reflect::Struct* type = find_entity(reported.record.type());
    const void* record = type ? dossier.find(reported.record) : nullptr;
    if (!record) return nullptr;
    const reflect::Type* member = member_at(*type, record, reported.member).type;
    while (member && member->kind == Kind::optional) member = member->element;
    return member;
}

/// Member of ReportedScalar that reads a kind; empty for kinds whose JSON is read as it stands.
std::string_view member_for(Kind kind) {
    switch (kind) {
        case Kind::text: return "text";
        case Kind::date: return "date";
        case Kind::instant: return "instant";
        case Kind::interval: return "interval";
        case Kind::quantity: return "quantity";
        case Kind::span: return "span";
        default: return {};
    }
}

std::string without_quotes(const std::string& json) {
    const bool quoted = json.size() >= 2 && json.front() == '"' && json.back() == '"';
    return quoted ? json.substr(1, json.size() - 2) : json;
}

}  // namespace

std::string value_words(const Dossier& dossier, const ReportedValue& reported) {
    const reflect::Type* type = type_of_member(dossier, reported);
    const std::string_view member = type ? member_for(type->kind) : std::string_view();
    if (member.empty() || io::mismatch(*type, reported.value.text)) return without_quotes(reported.value.text);
    const std::string json = "{" + io::quoted(member) + ":" + reported.value.text + "}";
    const reflect::Object read = io::from_json(reflect::table<ReportedScalar>(), json, "reported value");
    const reflect::Member* found = read.type().find(member);
    return text_of(*found->type, found->in(read.get()));
}

std::string comparable(const Dossier& dossier, const ReportedValue& reported) {
    const reflect::Type* type = type_of_member(dossier, reported);
    if (!type || io::mismatch(*type, reported.value.text)) return reported.value.text;
    return io::canonical(*type, reported.value.text);
}

std::vector<std::string> sources_of(const Dossier& dossier, const ReportedValue& reported) {
    std::vector<std::string> made;
    for (const Ref<Evidence>& each : reported.evidence)
        if (const Evidence* evidence = dossier.find(each)) made.push_back(source_words(dossier, *evidence));
    return made;
}

}  // namespace openeom::analysis
