#include "openeom/model/reconstruction.hpp"

#include <fmt/format.h>

namespace openeom {

namespace {

/// The first name of a record that has names, else its id.
std::string name_of(const Dossier& dossier, const AnyRef& reference) {
    const reflect::Struct* type = find_entity(reference.type());
    const void* record = type ? dossier.find(reference) : nullptr;
    if (record) {
        const MemberValue name = member_at(*type, record, "names[0].text");
        if (name.type && name.type->kind == reflect::Kind::text) return *static_cast<const std::string*>(name.value);
    }
    return std::string(reference.id());
}

}  // namespace

std::string reconstruction_note(const Dossier& dossier) {
    for (const Document& document : dossier.all<Document>()) {
        if (document.reconstruction != YesNo::yes) continue;
        if (!document.reconstruction_note.empty()) return document.reconstruction_note;
        std::vector<std::string> issuers;
        for (const AnyRef& issuer : document.issuers) issuers.push_back(name_of(dossier, issuer));
        std::string note = "Reconstruction from public sources.";
        if (!issuers.empty()) note += fmt::format(" Not a document of {}.", fmt::join(issuers, ", "));
        return note;
    }
    return {};
}

}  // namespace openeom
