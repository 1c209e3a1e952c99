// What the tests of io share: diagnostics as lines, and a folder that goes when the test does.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "openeom/io/json.hpp"

namespace openeom::test {

/// All that is said of a text, one diagnostic each line, as a person reads it.
inline std::string said(std::string_view text) {
    const Edit edit = io::read_json(text, "t.json");
    std::string lines;
    for (const auto& diagnostic : edit.diagnostics()) lines += diagnostic.text() + "\n";
    return lines;
}

/// The same with what makes the records incoherent.
inline std::string said_of_all(std::string_view text) {
    const Edit edit = io::read_json(text, "t.json");
    std::string lines;
    for (const auto& diagnostic : edit.diagnostics()) lines += diagnostic.text() + "\n";
    for (const auto& diagnostic : edit.incoherences()) lines += diagnostic.text() + "\n";
    return lines;
}

/// A dossier of this format whose first line is the format and whose other lines are given.
inline std::string dossier(std::string_view rest) {
    return "{\"format\": \"openeom/1.0\",\n" + std::string(rest) + "}\n";
}

/// The error that a call throws; the test fails where it throws none.
template <class Call>
Error error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    FAIL("nothing was thrown");
    return Error(ErrorCode::internal, "");
}

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "openeom-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// Names of what is in it, in order.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& each : std::filesystem::directory_iterator(path_))
            found.push_back(each.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::filesystem::path path_;
};

}  // namespace openeom::test
