// Lines as files opened and written: names are any bytes, but lead nowhere out of a folder of the harness's own. What was
// written is opened again as the same bytes.
//
//     o NAME OPTIONS   opens a dossier      e NAME OPTIONS   opens an edit
//     w NAME BYTES     writes bytes         d NAME           writes a dossier
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

/// Made at the first use, in memory where there is such a place; gone when the process ends.
class Folder {
public:
    Folder() {
        std::string pattern = std::filesystem::exists("/dev/shm") ? "/dev/shm/openeom-fuzz-XXXXXX" : "/tmp/openeom-fuzz-XXXXXX";
        require(::mkdtemp(pattern.data()) != nullptr, "a folder of its own");
        path_ = pattern;
        const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        require(nothing >= 0 && ::dup2(nothing, STDIN_FILENO) == STDIN_FILENO, "a standard input that has ended");
        ::close(nothing);
    }
    Folder(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    void empty() const {
        for (const auto& entry : std::filesystem::directory_iterator(path_)) std::filesystem::remove_all(entry);
    }

    /// Names of examples and standard input stay; all others are in the folder.
    [[nodiscard]] Text inside(std::string_view name) const {
        if (name.starts_with("example:") || name == "-" || name == "~") return Text(name);
        std::string path = path_ + "/" + std::string(name);
        for (std::size_t i = path_.size() + 1; i < path.size(); ++i)
            if (path[i] == '/' && path[i - 1] == '.') path[i] = '_';  // nor up
        return Text(path.ends_with("/..") ? path_ : path);
    }

private:
    std::string path_;
};

const Folder& folder() {
    static const Folder made;
    return made;
}

void open_dossier(const Text& name, const Text& options) {
    Dossier dossier;
    static_cast<void>(call(eom_dossier_open, name.data(), name.size(), options.data(), options.size(), nullptr, nullptr, out(dossier)));
}

void open_edit(const Text& name, const Text& options) {
    Edit edit;
    static_cast<void>(call(eom_edit_open, name.data(), name.size(), options.data(), options.size(), nullptr, nullptr, out(edit)));
}

bool may_be_written(const Text& name) {
    return name.view() != "-" && !name.view().starts_with("example:");
}

void write_bytes(const Text& name, const Text& bytes) {
    if (!may_be_written(name)) return;
    static_cast<void>(call(eom_file_write, name.data(), name.size(), bytes.data(), bytes.size()));
}

void write_dossier(const Text& name) {
    if (!may_be_written(name) || call(eom_dossier_write, few(), name.data(), name.size(), nullptr, nullptr) != EOM_OK) return;
    Dossier again;
    must("what is written is opened", eom_dossier_open, name.data(), name.size(), nullptr, std::size_t{0}, nullptr, nullptr, out(again));
    static const std::string before = json_of(few());
    require(json_of(again.get()) == before, "as the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    folder().empty();
    for_lines(data, size, 6, [](Line line) {
        const char letter = line.letter();
        line.letter();
        const Text name = folder().inside(line.word());
        switch (letter) {
            case 'o': return open_dossier(name, line.rest());
            case 'e': return open_edit(name, line.rest());
            case 'w': return write_bytes(name, line.rest());
            case 'd': return write_dossier(name);
            default: return;
        }
    });
    return 0;
}
