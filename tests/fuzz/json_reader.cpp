// Any bytes: the JSON reader neither crashes nor lets pass what is not strict JSON, and what it reads without an error
// it writes and reads again as the same bytes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "io/json_reader.hpp"

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

void look_at_places(const openeom::Edit& edit) {
    for (const auto& diagnostic : edit.diagnostics()) {
        require(diagnostic.location.line > 0 || diagnostic.rule == "json-more", "every diagnostic has its place");
        require(!diagnostic.message.empty(), "every diagnostic says what is wrong");
        require(!diagnostic.text().empty(), "every diagnostic can be shown");
    }
}

openeom::Edit read_with(std::string_view bytes, const openeom::io::ReadOptions& options, std::size_t window) {
    openeom::io::MemorySource source(bytes, "fuzz");
    return openeom::io::read_dossier(source, options, window);
}

/// Pieces of a hundred bytes are never right or wrong where the whole is not.
void compare_with_pieces(std::string_view bytes, const openeom::io::ReadOptions& options, const openeom::Edit& whole) {
    const openeom::Edit edit = read_with(bytes, options, 100);
    require(edit.diagnostics().size() == whole.diagnostics().size(), "pieces give as many diagnostics as the whole");
    for (std::size_t i = 0; i < edit.diagnostics().size(); ++i)
        require(edit.diagnostics()[i].text() == whole.diagnostics()[i].text(),
                "pieces give the diagnostics of the whole");
    if (edit.has_errors()) return;
    require(openeom::io::write_json(edit.snapshot()) == openeom::io::write_json(whole.snapshot()),
            "pieces give the records of the whole");
}

void read(std::string_view bytes) {
    using namespace openeom;
    io::ReadOptions options;
    options.limits.bytes = 1 << 20;
    options.limits.records = 10'000;
    const Edit edit = read_with(bytes, options, bytes.size());
    look_at_places(edit);
    compare_with_pieces(bytes, options, edit);
    if (edit.has_errors()) return;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    require(!io::find_json_fault(bytes), "what is read without an error is strict JSON");
    const std::string written = io::write_json(edit.snapshot());
    require(!io::find_json_fault(written), "what is written is strict JSON");
    const Edit again = io::read_json(written, "written", options);
    require(!again.has_errors(), "what is written is read without an error");
    require(io::write_json(again.snapshot()) == written, "it is written again as the same bytes");
    if (edit.incoherences().empty()) require(io::write_json(edit.commit()) == written, "committing changes nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        read({reinterpret_cast<const char*>(data), size});
    } catch (const openeom::Error& error) {
        require(error.code() == openeom::ErrorCode::limit || error.code() == openeom::ErrorCode::version, error.what());
    }
    return 0;
}
