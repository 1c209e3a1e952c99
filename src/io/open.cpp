#include "openeom/io/open.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "io/files.hpp"
#include "openeom/catalogue/embedded.hpp"

namespace openeom {

namespace {

constexpr std::string_view kExamplePrefix = "example:";
constexpr std::string_view kFolder = "examples/";
constexpr std::string_view kEnding = ".json";

std::vector<std::string_view> example_names() {
    std::vector<std::string_view> names;
    for (const auto& file : embedded::files()) {
        if (!file.name.starts_with(kFolder) || !file.name.ends_with(kEnding)) continue;
        names.push_back(file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kEnding.size()));
    }
    return names;
}

std::string_view example_bytes(std::string_view name) {
    const auto bytes = embedded::find(fmt::format("{}{}{}", kFolder, name, kEnding));
    if (!bytes.empty()) return bytes;
    throw Error(ErrorCode::not_found, unknown_name("example", name, example_names()), {},
                fmt::format("the examples are {}", fmt::join(example_names(), ", ")));
}

/// What the user may have meant by a path that leads nowhere: an example, or a file of the same folder.
std::string suggestion(const std::string& path) {
    for (std::string_view name : example_names())
        if (path == name) return fmt::format("{}{}", kExamplePrefix, name);
    const std::filesystem::path wanted(path);
    std::vector<std::string> names;
    std::error_code error;
    const auto folder = wanted.has_parent_path() ? wanted.parent_path() : std::filesystem::path(".");
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        names.push_back(at->path().filename().string());
    std::sort(names.begin(), names.end());
    const std::string near(nearest(wanted.filename().string(), {names.begin(), names.end()}));
    return near.empty() ? near : (wanted.parent_path() / near).string();
}

/// "15 January 2012; 1034 records; press-release, statement".
std::string summary_of(const Dossier& dossier) {
    std::vector<std::string> parts, days, documents;
    for (const auto& election : dossier.all<Election>()) {
        for (const auto& day : election.dates) days.push_back(day.words());
        break;
    }
    for (const auto& document : dossier.all<Document>()) documents.push_back(document.id.text());
    if (!days.empty()) parts.push_back(fmt::format("{}", fmt::join(days, ", ")));
    parts.push_back(fmt::format("{} records", dossier.size()));
    if (!documents.empty()) parts.push_back(fmt::format("{}", fmt::join(documents, ", ")));
    return fmt::format("{}", fmt::join(parts, "; "));
}

[[noreturn]] void throw_not_found(const std::string& path) {
    std::string message = fmt::format("no file is called '{}'", path);
    if (const auto meant = suggestion(path); !meant.empty()) message += fmt::format(" (did you mean '{}'?)", meant);
    throw Error(ErrorCode::not_found, std::move(message), Location{path, 0, 0, {}, {}},
                "a dossier is named by a path, - for standard input, or example:NAME");
}

}  // namespace

Edit open_for_edit(const std::string& name, const io::ReadOptions& options) {
    if (name.starts_with(kExamplePrefix))
        return io::read_json(example_bytes(name.substr(kExamplePrefix.size())), name, options);
    try {
        return io::read_json_file(name, options);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        throw_not_found(name);
    }
}

Dossier open(const std::string& name, const io::ReadOptions& options) {
    return open_for_edit(name, options).commit();
}

std::vector<Example> examples() {
    std::vector<Example> all;
    for (std::string_view name : example_names()) {
        const Dossier dossier = open(fmt::format("{}{}", kExamplePrefix, name));
        Example example{std::string(name), {}, summary_of(dossier)};
        for (const auto& election : dossier.all<Election>()) {
            if (!election.names.empty()) example.title = election.names.front().text;
            break;
        }
        all.push_back(std::move(example));
    }
    return all;
}

}  // namespace openeom
