// What stays of a record that was erased: its tombstone.
#pragma once

#include "openeom/model/catalogue_entries.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(ErasureGround, not_stated, no_longer_necessary, consent_withdrawn, objection, unlawful_processing,
                        legal_obligation, safety)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ErasureGround>{
    "erasure_ground", "why data had to go: the grounds of Article 17(1) GDPR, or somebody's safety"};

/// Its id is the type and the id of what was erased with a dot between: each record has at most one, found at once.
struct Erasure : Record {
    AnyRef record;
    Instant erased;
    std::string authority;
    ErasureGround ground{};
    std::string reason;
    std::optional<Ref<Erasure>> along_with;
    std::vector<std::string> external_sha256;
};
BOOST_DESCRIBE_STRUCT(Erasure, (Record), (record, erased, authority, ground, reason, along_with, external_sha256))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Erasure>{
    "erasure", "erasures", "the tombstone of a record that was erased; its id is that record's type, a dot, that record's id"};
template <>
inline constexpr auto reflect::rows<Erasure> = std::to_array<reflect::Row>({
    {.name = "record", .meaning = "what was erased; its id is not used again", .required = true},
    {.name = "erased", .meaning = "when", .required = true},
    {.name = "authority", .meaning = "on whose authority: a role or a pseudonym", .required = true},
    {"ground", "the legal ground"},
    {"reason", "why, without what was erased"},
    {"along_with", "the erasure that took it along"},
    {"external_sha256", "digests of its external identifiers, by which an import knows that it was erased"},
});

}  // namespace openeom
