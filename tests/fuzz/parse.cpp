// Any bytes as a dossier, after a line of options: what is parsed is written and parsed again as the same bytes, whole, by
// a callback, and as an edit.
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

struct Pieces {
    std::string_view rest;
    std::size_t most;
};

std::int64_t read_piece(void* user, char* into, std::size_t room) {
    auto& pieces = *static_cast<Pieces*>(user);
    const std::size_t size = std::min({pieces.most, room, pieces.rest.size()});
    if (size > 0) std::memcpy(into, pieces.rest.data(), size);
    pieces.rest.remove_prefix(size);
    return static_cast<std::int64_t>(size);
}

int keep(void* user, const char* bytes, std::size_t length) {
    static_cast<std::string*>(user)->append(bytes, length);
    return 0;
}

std::string written_to_callback(const eom_dossier* dossier) {
    std::string bytes;
    must("a dossier is written to a callback", eom_dossier_write_to, dossier, keep, &bytes, nullptr, nullptr);
    return bytes;
}

void written_alike(const eom_dossier* dossier) {
    parses_again(dossier, R"({"limits": {"depth": 512}})");
    require(written_to_callback(dossier) == json_of(dossier), "a callback gets the bytes that a buffer gets");
    eom_str digest{};
    must("a digest", eom_dossier_digest, dossier, nullptr, nullptr, &digest);
    require(digest.length == 64, "a digest has 64 digits");
    std::int64_t all = 0, parties = 0;
    must("records are counted", eom_dossier_count, dossier, nullptr, std::size_t{0}, &all);
    must("parties are counted", eom_dossier_count, dossier, "party", EOM_AUTO, &parties);
    require(parties >= 0 && parties <= all, "parties are among the records");
}

// Checks take longer than all the rest: one input in sixteen, by its length.
void check_some(const eom_edit* edit, std::size_t size) {
    if (size % 16 != 0) return;
    Result checked;
    must("an edit is checked", eom_edit_check, edit, nullptr, std::size_t{0}, nullptr, nullptr, out(checked));
    is_json(json_of(checked.get()));
}

// An edit takes what a dossier refuses, and is checked all the same.
void as_edit(const Text& json, const Text& options, eom_status as_dossier, const eom_dossier* parsed) {
    Edit edit;
    const eom_status status = call(eom_edit_parse, json.data(), json.size(), "fuzz", EOM_AUTO, options.data(),
                                   options.size(), nullptr, nullptr, out(edit));
    if (as_dossier == EOM_OK) require(status == EOM_OK, "what is a dossier is an edit");
    if (status != EOM_OK) return;
    check_some(edit.get(), json.size());
    Dossier committed;
    const eom_status commit = call(eom_edit_commit, edit.get(), nullptr, nullptr, out(committed));
    require((commit == EOM_OK) == (as_dossier == EOM_OK), "an edit is committed where a dossier is made");
    if (committed) require(json_of(committed.get()) == json_of(parsed), "with the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Line input({reinterpret_cast<const char*>(data), size});
    const Text options(input.until('\n'));
    const Text json = input.rest();
    Dossier parsed, read;
    const eom_status whole = call(eom_dossier_parse, json.data(), json.size(), "fuzz", EOM_AUTO, options.data(),
                                  options.size(), nullptr, nullptr, out(parsed));
    Pieces pieces{json.view(), 61};
    const eom_status in_pieces = call(eom_dossier_read, read_piece, &pieces, "fuzz", EOM_AUTO, options.data(),
                                      options.size(), nullptr, nullptr, out(read));
    const bool timed = options.view().find("milliseconds") != std::string_view::npos;
    if (json.data() != nullptr && !timed) require(whole == in_pieces, "a callback gives what a buffer gives");
    if (parsed && read) require(json_of(parsed.get()) == json_of(read.get()), "and the same bytes");
    if (parsed) written_alike(Dossier(eom_dossier_retain(parsed.get())).get());
    if (!timed) as_edit(json, options, whole, parsed.get());
    return 0;
}
