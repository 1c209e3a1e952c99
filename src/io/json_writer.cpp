// Writing a dossier: the same dossier gives the same bytes.
#include <array>

#include <fmt/format.h>

#include "io/files.hpp"
#include "io/json_text.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

/// Gives the text away in pieces, and tells how far it has come.
class Pieces {
public:
    Pieces(const std::function<void(std::string_view)>& sink, const Progress& progress, std::uint64_t records)
        : sink_(sink), progress_(progress), total_(records) {}

    void give(std::string& text) {
        sink_(text);
        text.clear();
        if (progress_ && !progress_(records_, total_, "write"))
            throw Error(ErrorCode::cancelled, "writing was cancelled");
    }
    void record_done(std::string& text) {
        ++records_;
        if (text.size() >= kPiece) give(text);
    }

private:
    const std::function<void(std::string_view)>& sink_;
    const Progress& progress_;
    std::uint64_t records_ = 0;
    std::uint64_t total_;
};

void write_record(JsonText& out, const reflect::Struct& type, const void* record) {
    try {
        out.write(type, record);
    } catch (const Error& error) {
        const auto& id = *static_cast<const Id*>(type.find("id")->in(record));
        throw Error(error.code(), error.message(), Location{{}, 0, 0, fmt::format("{}:{}", type.name, id.text()), {}});
    }
}

void write_register(JsonText& out, const Dossier& dossier, const Register& records, Pieces& pieces) {
    out.text() += ",\n";
    out.write_text(records.type().plural);
    out.text() += ":[";
    const char* before = "\n";
    for (const void* record : records) {
        out.text() += std::exchange(before, ",\n");
        write_record(out, records.type(), record);
        pieces.record_done(out.text());
        dossier.step();
    }
    out.text() += "\n]";
}

}  // namespace

void write_json(const Dossier& dossier, const std::function<void(std::string_view)>& sink, const Progress& progress) {
    JsonText out;
    Pieces pieces(sink, progress, dossier.size());
    const auto& extras = dossier.extras().members();
    const auto newer = extras.find("format");  // of a newer minor version, kept with what only that version knows
    out.text() += "{\"format\":";
    if (newer != extras.end()) out.write_raw("format", newer->second);
    else out.write_text(fmt::format("openeom/{}.{}", kFormatMajor, kFormatMinor));
    for (const reflect::Struct* entity : entities()) {
        const Register& records = dossier.records(*entity);
        if (records.size() > 0) write_register(out, dossier, records, pieces);
    }
    for (const auto& [name, json] : extras) {
        if (name == "format") continue;
        out.text() += ",\n";
        out.write_text(name);
        out.text() += ':';
        out.write_raw(name, json);
    }
    out.text() += "}\n";
    pieces.give(out.text());
}

std::string write_json(const Dossier& dossier, const Progress& progress) {
    std::string all;
    const auto append = [&](std::string_view piece) { all.append(piece); };
    write_json(dossier, append, progress);
    return all;
}

void write_json_file(const Dossier& dossier, const std::string& path, const Progress& progress) {
    NewFile file(path);
    write_json(
        dossier, [&](std::string_view piece) { file.write(piece); }, progress);
    file.keep();
}

}  // namespace openeom::io
