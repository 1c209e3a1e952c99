// What a document view calls a record, and what it says of one that has no form of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"
#include "value_words.hpp"

namespace openeom::report {

/// A record of the dossier, or of the catalogue; null type where there is none.
struct Found {
    const reflect::Struct* type = nullptr;
    const void* record = nullptr;

    explicit operator bool() const noexcept { return record != nullptr; }
    template <class T>
    [[nodiscard]] const T& as() const noexcept { return *static_cast<const T*>(record); }
};
Found find(const Context& context, const AnyRef& reference);

/// Whether all evidence that a record names is of kinds that the audience is not shown.
bool rests_on_withheld(const Context& context, const Found& found);
/// Whether the audience is not shown a record: its kind stays inside, or all that it rests on does. What has a name of its
/// own, what a document asserts, law, and a figure that is printed for anybody to read are told apart from it.
bool is_withheld(const Context& context, const AnyRef& reference);

/// "person:x was erased on 1 December 2026"; none where it was not.
std::optional<std::string> erased_words(const Context& context, const AnyRef& reference);

/// Its name in the language of the document where it has one in it, else in that of the renderer's words.
std::string label(const Context& context, const AnyRef& reference);
template <class T>
std::string label(const Context& context, const Ref<T>& reference) {
    return reference.empty() ? std::string() : label(context, AnyRef(reflect::struct_row<T>.name, reference.text()));
}
std::vector<std::string> labels(const Context& context, const std::vector<AnyRef>& references);

/// "percent: 75.45": what a record says, member by member, for an audience. A record with a name or title of its own is
/// known by it and tells nothing more.
std::vector<std::string> facts(const Context& context, const Found& found);

/// The same of members that are numbers, also where the record has a name.
std::vector<std::string> numbers(const Context& context, const Found& found);

/// What a document says of itself where it is put together from public sources; empty where it is not.
std::string reconstruction_note(const Words& words, const Document& document, const std::vector<std::string>& issuers);

/// Names records as `label` does.
Naming naming(const Context& context);

/// `parts` with `separator` between those that are not empty.
std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");

}  // namespace openeom::report
