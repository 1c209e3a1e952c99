#include "openeom/io/schema.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "openeom/base/describe_tables.hpp"

OPENEOM_TABLE(openeom::io::Schema)

namespace openeom::io {
namespace {

using reflect::Kind;

std::string text(const reflect::Since& since) { return fmt::format("{}.{}", since.major, since.minor); }

// Parts of a type that its members hold, itself first.
void collect(const reflect::Struct& type, std::vector<const reflect::Struct*>& found) {
    if (std::find(found.begin(), found.end(), &type) != found.end()) return;
    found.push_back(&type);
    for (const reflect::Member& member : type.members) {
        const reflect::Type& inner = reflect::innermost(*member.type);
        if (inner.kind == Kind::record) collect(inner.record(), found);
    }
}

SchemaType describe(const reflect::Struct& type) {
    SchemaType described;
    described.name = type.name;
    described.plural = type.plural;
    described.kind = type.table ? SchemaKind::table : type.plural.empty() ? SchemaKind::part : SchemaKind::register_;
    described.meaning = type.meaning;
    described.members = std::count_if(type.members.begin(), type.members.end(), [](const reflect::Member& member) {
        return member.type->kind != Kind::extras;
    });
    described.since = text(type.since);
    return described;
}

/// What a coded part of a finding is made for differs from member to member: its code list stands with them.
bool is_code_of_cue(const reflect::Struct& owner, const reflect::Member& member) {
    return owner.name == reflect::struct_row<Cue<std::string>>.name && member.name == "code";
}

std::string_view codes_of(const reflect::Struct& owner, const reflect::Member& member) {
    const reflect::Type& inner = reflect::innermost(*member.type);
    if (is_code_of_cue(owner, member)) return {};
    if (inner.kind == Kind::code) return inner.codes->name;
    if (!member.codes.empty() || inner.kind != Kind::record) return member.codes;
    for (const reflect::Member& part : inner.record().members)
        if (is_code_of_cue(inner.record(), part) && part.type->kind == Kind::code) return part.type->codes->name;
    return {};
}

SchemaMember describe(const reflect::Struct& owner, const reflect::Member& member) {
    const reflect::Type& inner = reflect::innermost(*member.type);
    SchemaMember described;
    described.type = owner.name;
    described.name = member.name;
    described.value = reflect::name(inner.kind);
    described.list = member.type->kind == Kind::list ? YesNo::yes : YesNo::no;
    described.required = member.required ? YesNo::yes : YesNo::no;
    if (inner.kind == Kind::record) described.of = inner.record().name;
    if (inner.kind == Kind::reference) described.of = inner.target();
    described.unit = member.unit;
    described.codes = codes_of(owner, member);
    described.meaning = member.meaning;
    described.since = text(member.since);
    return described;
}

Schema make(const std::vector<const reflect::Struct*>& types) {
    Schema made;
    made.format = fmt::format("{}.{}", kFormatMajor, kFormatMinor);
    std::vector<const reflect::CodeList*> lists;
    std::vector<std::string_view> named;  // one Cue stands for all its instantiations
    for (const reflect::Struct* type : types) {
        for (const reflect::Member& member : type->members) {
            const reflect::Type& inner = reflect::innermost(*member.type);
            if (inner.kind == Kind::code && std::find(lists.begin(), lists.end(), inner.codes) == lists.end())
                lists.push_back(inner.codes);
        }
        if (std::find(named.begin(), named.end(), type->name) != named.end()) continue;
        named.push_back(type->name);
        made.types.push_back(describe(*type));
        for (const reflect::Member& member : type->members)
            if (member.type->kind != Kind::extras) made.members.push_back(describe(*type, member));
    }
    for (const reflect::CodeList* list : lists)
        made.code_lists.push_back(
            {{}, std::string(list->name), std::string(list->meaning), {list->codes.begin(), list->codes.end()}});
    return made;
}

}  // namespace

Schema schema() { return make({structs().begin(), structs().end()}); }

Schema schema(const reflect::Struct& type) {
    std::vector<const reflect::Struct*> types;
    collect(type, types);
    return make(types);
}

Schema schema(std::string_view type) {
    for (const reflect::Struct* part : structs())
        if (part->name == type) return schema(*part);
    return schema(*entities()[entity_index(type)]);
}

}  // namespace openeom::io
