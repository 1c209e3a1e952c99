#include "openeom/analysis/record.hpp"

#include <fmt/format.h>

#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "analysis/reported.hpp"
#include "openeom/io/open.hpp"

namespace openeom::analysis {

namespace {

using reflect::Kind;

void add_members(std::vector<RecordMember>& rows, const std::string& path, const reflect::Member& member,
                 const reflect::Type& type, const void* value);

void add_parts(std::vector<RecordMember>& rows, const std::string& path, const reflect::Struct& type,
               const void* value) {
    for (const reflect::Member& member : type.members)
        add_members(rows, fmt::format("{}.{}", path, member.name), member, *member.type, member.in(value));
}

/// One row a scalar; parts of records are flattened under their paths.
void add_members(std::vector<RecordMember>& rows, const std::string& path, const reflect::Member& member,
                 const reflect::Type& type, const void* value) {
    if (says_nothing(type, value)) return;
    if (type.kind == Kind::optional) return add_members(rows, path, member, *type.element, type.at(value, 0));
    if (type.kind == Kind::record) return add_parts(rows, path, type.record(), value);
    if (type.kind == Kind::list && type.element->kind == Kind::record) {
        for (std::size_t i = 0; i < type.size(value); ++i)
            add_parts(rows, fmt::format("{}[{}]", path, i), type.element->record(), type.at(value, i));
        return;
    }
    RecordMember row;
    row.member = path;
    row.value = text_of(type, value);
    row.unit = member.unit;
    row.meaning = member.meaning;
    rows.push_back(std::move(row));
}

std::vector<RecordMember> members_of(const reflect::Struct& type, const void* record) {
    std::vector<RecordMember> rows;
    for (const reflect::Member& member : type.members)
        add_members(rows, std::string(member.name), member, *member.type, member.in(record));
    return rows;
}

RecordEvidence evidence_row(const Dossier& dossier, const Evidence& evidence, const std::string& member) {
    RecordEvidence row;
    row.evidence = Ref<Evidence>(evidence.id);
    row.statement = evidence.statement;
    row.source = source_words(dossier, evidence);
    row.place = place_in_source(evidence);
    if (const Source* source = dossier.find(evidence.source)) row.tier = source->tier;
    row.confidence = evidence.confidence;
    row.member = member;
    return row;
}

std::vector<RecordEvidence> evidence_of(const Dossier& dossier, const reflect::Struct& type, const void* record) {
    std::vector<RecordEvidence> rows;
    for_each_reference(type, record, [&](const std::string& path, std::string_view to_type, std::string_view to_id) {
        if (to_type != "evidence") return;
        if (const Evidence* evidence = dossier.find<Evidence>(to_id))
            rows.push_back(evidence_row(dossier, *evidence, path));
    });
    return rows;
}

std::vector<RecordReferrer> referrers_of(const Dossier& dossier, const AnyRef& target) {
    std::vector<RecordReferrer> rows;
    for (const reflect::Struct* type : entities()) {
        for (const void* record : dossier.records(*type)) {
            dossier.step();
            for_each_reference(
                *type, record, [&](const std::string& path, std::string_view to_type, std::string_view to_id) {
                    if (to_type != target.type() || to_id != target.id()) return;
                    RecordReferrer row;
                    row.record = AnyRef(type->name, static_cast<const Id*>(type->find("id")->in(record))->text());
                    row.member = path;
                    row.label = label_of(dossier, *type, record);
                    rows.push_back(std::move(row));
                });
        }
    }
    return rows;
}

std::vector<RecordDispute> disputes_of(const Dossier& dossier, const AnyRef& target) {
    std::vector<RecordDispute> rows;
    for (const ReportedValue& reported : dossier.all<ReportedValue>()) {
        if (!(reported.record == target)) continue;
        RecordDispute row;
        row.member = reported.member;
        row.value = value_words(dossier, reported);
        row.preferred = reported.preferred;
        row.sources = joined(sources_of(dossier, reported));
        row.reason = reported.reason;
        rows.push_back(std::move(row));
    }
    return rows;
}

AnyRef wanted(const RecordOptions& options) {
    const bool whole = options.id.empty() && options.type.find(':') != std::string::npos;
    if (whole) return AnyRef(options.type);
    if (options.type.empty() || options.id.empty())
        throw Error(ErrorCode::argument, "no record is named", {},
                    "the options 'type' and 'id' name it, such as 'party' and 'alga'");
    return AnyRef(entities()[entity_index(options.type)]->name, options.id);
}

}  // namespace

RecordResult record(const Dossier& dossier, const RecordOptions& options) {
    const AnyRef named = wanted(options);
    const reflect::Struct& type = *entities()[entity_index(named.type())];
    const AnyRef target(type.name, named.id());
    const void* own = dossier.find(target);
    const void* found = own ? own : catalogue().find(target);
    if (!found) found = dossier.get(type.name, target.id());

    RecordResult result;
    result.head = head_for(dossier, "record", options);
    result.title = label_of(dossier, type, found);
    result.record = target;
    result.meaning = type.meaning;
    result.kept_in = own ? "the dossier" : "the library's catalogue";
    result.members = members_of(type, found);
    result.evidence = evidence_of(dossier, type, found);
    result.disputed = disputes_of(dossier, target);
    result.referred_to_by = referrers_of(dossier, target);
    return result;
}

}  // namespace openeom::analysis
