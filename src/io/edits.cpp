#include "openeom/io/edits.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "openeom/base/describe_tables.hpp"
#include "openeom/io/json.hpp"

OPENEOM_TABLE(openeom::io::EraseOptions)
OPENEOM_TABLE(openeom::io::Erased)

namespace openeom::io {

namespace {

Mentions words_of(const Edit& edit, const std::vector<AnyRef>& records) {
    Mentions words;
    for (const AnyRef& each : records) words.add(*find_entity(each.type()), edit.find(each.type(), each.id()));
    return words;
}

std::vector<MemberReference> referrers_of(const Dossier& dossier, const std::vector<AnyRef>& records) {
    std::vector<MemberReference> found;
    for (const reflect::Struct* type : entities()) {
        if (type == &reflect::table<Erasure>()) continue;
        for (const void* record : dossier.records(*type))
            for_each_reference(*type, record, [&](const std::string& path, std::string_view to_type, std::string_view to_id) {
                const auto is_this = [&](const AnyRef& each) { return each.type() == to_type && each.id() == to_id; };
                if (std::none_of(records.begin(), records.end(), is_this)) return;
                found.push_back({{}, AnyRef(type->name, static_cast<const Record*>(record)->id.text()), path});
            });
    }
    return found;
}

[[noreturn]] void refuse(const AnyRef& record, const std::vector<MemberReference>& mentions) {
    std::vector<Diagnostic> all;
    for (const MemberReference& each : mentions)
        all.push_back({Severity::error, "erased-mention", Location{{}, 0, 0, each.record.text(), each.member},
                       fmt::format("words of {} stand here, and would be left when it is erased", record.text()),
                       "take them out, or erase this too; the option 'mentions' keeps them"});
    throw Error(ErrorCode::conflict, std::move(all));
}

}  // namespace

Upserted upsert(Edit& edit, std::string_view type, std::string_view system, std::string_view id, std::string_view json,
                const std::function<void(const reflect::Struct&, const void*)>& verify) {
    const reflect::Struct& entity = *entities()[entity_index(type)];
    return edit.upsert(entity, system, id, [&](void* record) {
        read_members(entity, json, record);
        if (verify) verify(entity, record);
    });
}

Erased erase(Edit& edit, std::string_view type, std::string_view id, const EraseOptions& options) {
    Erasure stated;
    stated.erased = options.erased;
    stated.authority = options.authority;
    stated.ground = options.ground;
    stated.reason = options.reason;
    Edit changed = edit;  // shares what it does not change, and is dropped where something is left
    Erased made;
    made.records = changed.erase(type, id, stated);
    const Mentions words = words_of(edit, made.records);
    const Dossier left = changed.snapshot();
    made.mentions = words.in(left);
    if (!made.mentions.empty() && options.mentions == MentionsLeft::refused) refuse(made.records[0], made.mentions);
    made.referred_to_by = referrers_of(left, made.records);
    edit = std::move(changed);
    return made;
}

}  // namespace openeom::io
