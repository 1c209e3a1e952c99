// A long text is read in pieces: what comes of it is what comes of it read as a whole, wherever it was cut.
#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "io/json_pieces.hpp"
#include "io/json_reader.hpp"
#include "io_support.hpp"

using namespace openeom;
using test::dossier;
using test::error_of;

namespace {

std::string everything(const Edit& edit) {
    std::string all;
    for (const auto& diagnostic : edit.diagnostics()) all += diagnostic.text() + "\n";
    if (!edit.has_errors()) all += io::write_json(edit.snapshot());
    for (const reflect::Struct* type : entities())
        for (const void* record : edit.records(*type)) {
            const auto& id = *static_cast<const Id*>(type->find("id")->in(record));
            all += edit.location(type->name, id.text()).text() + "\n";
        }
    return all;
}

/// What comes of a text, or the error that it ends in.
std::string read(const std::string& text, std::size_t window) {
    try {
        io::MemorySource source(text, "t.json");
        return everything(io::read_dossier(source, {}, window));
    } catch (const Error& error) {
        return fmt::format("{} {}", error.message(), error.location().text());
    }
}

void compare(const std::string& text) {
    const std::string whole = read(text, text.size());
    for (std::size_t window = 1; window < text.size(); window += window < 200 ? 1 : 37) {
        const std::string in_pieces = read(text, window);
        CHECK_MESSAGE(in_pieces == whole, "window ", window, " of\n", text);
        if (in_pieces != whole) return;
    }
}

/// The texts of the pieces, where each is taken to have been cut in the parties.
std::vector<std::string> pieces_of(const std::string& text, std::size_t window) {
    io::MemorySource source(text, "t.json");
    const Limits limits;
    io::Pieces pieces(source, limits, window);
    std::vector<std::string> all;
    std::string joined;
    while (pieces.next(all.empty() ? "" : "parties")) {
        CHECK(pieces.part_offset() == joined.size());
        joined += std::string(pieces.part()) + (pieces.is_cut() ? ",\n" : "");
        all.emplace_back(pieces.text());
    }
    CHECK(joined == text);
    return all;
}

const std::string kParties =
    "\"parties\":[\n{\"id\":\"b\",\"names\":[{\"text\":\"B\"}]},\n{\"id\":\"a\",\"names\":[{\"text\":\"A\"}],\"x-a\":["
    "1]},\n{\"id\":\"c\",\"names\":[{\"text\":\"C\"}]}\n]";

}  // namespace

TEST_CASE("a text is cut between records at the start of a line, closed and opened again") {
    const std::string text =
        "{\"format\":\"openeom/1.0\",\n\"parties\":[\n{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}\n]}\n";
    CHECK(pieces_of(text, 58) ==
          std::vector<std::string>{"{\"format\":\"openeom/1.0\",\n\"parties\":[\n{\"id\":\"a\"}]}",
                                   "{\"parties\":[{\"id\":\"b\"},\n{\"id\":\"c\"}\n]}\n"});
    CHECK(pieces_of(text, 1).size() == 2);  // the window grows until it holds a cut
    CHECK(pieces_of(text, 1000) == std::vector<std::string>{text});
    CHECK(pieces_of("{}", 1) == std::vector<std::string>{"{}"});
    CHECK(pieces_of("", 1) == std::vector<std::string>{""});
}

TEST_CASE("a dossier is the same read whole and in pieces") {
    compare(dossier(kParties));
    compare(
        dossier(kParties + ",\n\"persons\":[\n{\"id\":\"p\"},\n{\"id\":\"q\"}],\n\"x-own\":{\"a\":1},\n\"polls\":[]"));
    compare(dossier("\"persons\":[{\"id\":\"p\"},\n{\"id\":\"q\"}],\n" + kParties));
    compare("\xEF\xBB\xBF" + dossier(kParties));
    compare(io::write_json(io::read_json(dossier(kParties), "t").snapshot()));
}

TEST_CASE("a cut elsewhere than between records is noticed") {
    // Inside a member of a partner's own, inside a record, in an object that is no register.
    compare(dossier("\"x-list\":[\n{\"a\":1},\n{\"a\":2},\n{\"a\":3}],\n" + kParties));
    compare(dossier("\"x-deep\":{\"b\":[\n{\"a\":1},\n{\"a\":2},\n{\"a\":3}]},\n" + kParties));
    compare(dossier(kParties + ",\n\"x-list\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}]"));
    compare(
        dossier("\"parties\":[{\"id\":\"a\",\"names\":[\n{\"text\":\"A\"},\n{\"text\":\"B\"},\n{\"text\":\"C\"}\n]},\n{"
                "\"id\":\"b\",\"names\":[{\"text\":\"D\"},\n{\"text\":\"E\"}]}]"));
    compare(
        dossier("\"registration_events\":[{\"id\":\"a\",\"due_process\":{\n\"x-a\":[{},\n{}]},\n\"x-b\":[{},\n{}]},\n{"
                "\"id\":\"b\"}]"));
}

TEST_CASE("what is wrong is told the same, whole and in pieces") {
    compare("");
    compare("[{},\n{},\n{}]");
    compare("{},\n{},\n{}");
    compare("{\n\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}],\n\"format\":\"openeom/1.0\"}");
    compare("{\n\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}]}");
    compare(
        "{\"format\":\"openeom/"
        "1.3\",\n\"parties\":[{\"id\":\"a\",\"new\":1},\n{\"id\":\"b\"},\n{\"id\":\"c\",\"new\":2}]}");
    compare(
        "{\"format\":\"openeom/"
        "2.0\",\n\"parties\":[{\"id\":\"a\",\"new\":1},\n{\"id\":\"b\"},\n{\"id\":\"c\",\"new\":2}]}");
    compare(dossier(kParties) + dossier(kParties));
    compare(dossier(kParties + ",\n" + kParties));
    compare(dossier(kParties + ",\n\"format\":\"openeom/1.0\""));
    compare(
        dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\",\"founded\":5},\n{\"id\":\"a\"},\n{\"no\":1},\n{\"id\":"
                "\"c\"},\n7,\n{\"id\":\"d\"},\n{\"id\":\"b\"}]"));
    compare(
        dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"},\n{\"id\":\"a\"}],\n\"persons\":[{"
                "\"id\":\"a\"},\n{\"id\":\"b\"}]"));
    compare(dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\" \"x-a\":1},\n{\"id\":\"c\"}]"));
    compare(dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\",\"notes\":[\"\xFF\"]},\n{\"id\":\"c\"}]"));
    compare(dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}}"));
    compare(
        dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}],\n\"persons\":[{\"id\":\"p\"},\n{"
                "\"id\":\"q\"}]]"));
    compare(dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n]"));
    compare(dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\",\"x-a\":" + std::string(100, '[') +
                    std::string(100, ']') + "}]"));
    compare(
        dossier("\"parties\":[{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}],\"nothing\":[{\"id\":\"a\"},\n{\"id\":"
                "\"b\"}]"));
    const std::string whole = dossier(kParties);
    for (std::size_t size = 1; size < whole.size(); size += 3) compare(whole.substr(0, size));
}

TEST_CASE("the limits hold in pieces") {
    const std::string text = dossier(kParties);
    const auto limit = [&](const io::ReadOptions& options) {
        io::MemorySource source(text, "t.json");
        return error_of([&] { static_cast<void>(io::read_dossier(source, options, 60)); });
    };
    io::ReadOptions options;
    options.limits.records = 2;
    CHECK(limit(options).code() == ErrorCode::limit);
    CHECK(limit(options).location().text() == "t.json:5:1");
    options = {};
    options.limits.bytes = text.size() - 1;
    CHECK(limit(options).code() == ErrorCode::limit);
    options = {};
    options.progress = [](std::uint64_t done, std::uint64_t, std::string_view) { return done == 0; };
    CHECK(limit(options).code() == ErrorCode::cancelled);
}

namespace {

/// A file that somebody writes to without end while it is read.
class GrowingSource final : public io::TextSource {
public:
    explicit GrowingSource(std::uint64_t size) : TextSource("t.json"), size_(size) {}

    [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }
    std::size_t read(char* to, std::size_t most) override {
        std::memset(to, ' ', most);
        read_ += most;
        REQUIRE(read_ < 100 * size_);
        return most;
    }
    void rewind() override { read_ = 0; }
    void verify() const override {
        if (read_ > size_) throw Error(ErrorCode::io, name() + " changed while it was read");
    }
    [[nodiscard]] std::uint64_t read_bytes() const { return read_; }

private:
    std::uint64_t size_;
    std::uint64_t read_ = 0;
};

}  // namespace

TEST_CASE("a file that grows is refused once more bytes have come than it had") {
    GrowingSource source(10'000);
    const Error error = error_of([&] { static_cast<void>(io::read_dossier(source, {}, 1'000)); });
    CHECK(error.code() == ErrorCode::io);
    CHECK(error.message() == "t.json changed while it was read");
    CHECK(source.read_bytes() <= 2 * 16'000);  // the window that has no cut is doubled
}

TEST_CASE("records of a long text know their lines") {
    std::string records;
    for (int i = 0; i < 30'000; ++i)
        records += fmt::format("{}{{\"id\":\"p{:06}\",\"notes\":[\"{:060}\"]}}", i ? ",\n" : "\n", i, i);
    const std::string text = dossier("\"persons\":[" + records + "\n]");
    const Edit edit = io::read_json(text, "t.json");
    CHECK(edit.diagnostics().empty());
    CHECK(edit.records(reflect::table<Person>()).size() == 30'000);
    CHECK(edit.location("person", "p012345").text() == "t.json:12348:1");
    CHECK(edit.location("person", "p000000").text() == "t.json:3:1");
}
