// Lines as changes of an edit: records as JSON, upserts, removals and erasures. What the edit became is also reached by
// the change set between the two dossiers.
//
//     p TYPE JSON              puts          r TYPE ID           removes     k OPTIONS       checks
//     u TYPE SYSTEM ID JSON    upserts       e TYPE ID OPTIONS   erases      c TYPE FILTER   reads it back
//     m                        commits, and compares
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

void merge_what_changed(const eom_dossier* base, const eom_dossier* made) {
    Result changes, summary;
    must("two dossiers are compared", eom_dossier_diff, base, made, nullptr, nullptr, out(changes));
    const std::string json = json_of(changes.get());
    const eom_str set{json.data(), json.size()};
    Dossier merged;
    must("the change set is taken", eom_dossier_merge, base, &set, std::size_t{1}, nullptr, nullptr, out(merged), out(summary));
    require(merged != nullptr, "a change set merges into its own base");
    require(json_of(merged.get()) == json_of(made), "and makes the dossier that it was made from");
}

void commit(const eom_edit* edit) {
    Dossier made;
    if (call(eom_edit_commit, edit, nullptr, nullptr, out(made)) != EOM_OK) return;
    merge_what_changed(few(), made.get());
}

void check(const eom_edit* edit, const Text& options) {
    Result checked;
    if (call(eom_edit_check, edit, options.data(), options.size(), nullptr, nullptr, out(checked)) == EOM_OK)
        is_json(json_of(checked.get()));
}

void upsert(eom_edit* edit, const Text& type, Line& line) {
    const Text system = line.text(), known_as = line.text(), json = line.rest();
    std::int32_t outcome = -1;
    eom_str id{};
    const eom_status status = call(eom_edit_upsert, edit, type.data(), type.size(), system.data(), system.size(), known_as.data(),
                                   known_as.size(), json.data(), json.size(), &outcome, &id);
    if (status != EOM_OK) return;
    require(outcome >= EOM_UNCHANGED && outcome <= EOM_CHANGED && id.length > 0, "an upsert says what it did, and of which record");
    must("an upsert again", eom_edit_upsert, edit, type.data(), type.size(), system.data(), system.size(), known_as.data(),
         known_as.size(), json.data(), json.size(), &outcome, &id);
    require(outcome == EOM_UNCHANGED, "and changes nothing then");
}

void erase(eom_edit* edit, const Text& type, Line& line) {
    const Text id = line.text(), options = line.rest();
    Result erased;
    if (call(eom_edit_erase, edit, type.data(), type.size(), id.data(), id.size(), options.data(), options.size(), out(erased)) ==
        EOM_OK)
        is_json(json_of(erased.get()));
}

void read_back(const eom_edit* edit, const Text& type, Line& line) {
    const Text filter = line.rest();
    Cursor cursor;
    if (call(eom_cursor_open_edit, edit, type.data(), type.size(), filter.data(), filter.size(), out(cursor)) != EOM_OK) return;
    while (call(eom_cursor_next, cursor.get()) == EOM_ROW) continue;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Edit edit;
    must("an edit begins", eom_edit_create, few(), out(edit));
    int commits = 0, checks = 0;
    for_lines(data, size, 20, [&](Line line) {
        const char letter = line.letter();
        line.letter();
        if (letter == 'm') return ++commits > 1 ? void() : commit(edit.get());
        if (letter == 'k') return ++checks > 1 ? void() : check(edit.get(), line.rest());
        const Text type = line.text();
        if (letter == 'u') return upsert(edit.get(), type, line);
        if (letter == 'e') return erase(edit.get(), type, line);
        if (letter == 'c') return read_back(edit.get(), type, line);
        const Text rest = line.rest();
        if (letter == 'p') static_cast<void>(call(eom_edit_put_json, edit.get(), type.data(), type.size(), rest.data(), rest.size()));
        if (letter == 'r') static_cast<void>(call(eom_edit_remove, edit.get(), type.data(), type.size(), rest.data(), rest.size()));
    });
    return 0;
}
