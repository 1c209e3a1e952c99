// Files: read whole or not at all, replaced whole or not at all.
#include <doctest/doctest.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/files.hpp"
#include "io_support.hpp"

using namespace openeom;
using test::error_of;
using test::TemporaryFolder;

namespace {

void put(const std::string& path, std::string_view bytes) {
    std::FILE* file = std::fopen(path.c_str(), "ab");
    REQUIRE(file != nullptr);
    REQUIRE(std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size());
    REQUIRE(std::fclose(file) == 0);
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

Dossier parties(int count) {
    Edit edit;
    for (int i = 0; i < count; ++i) {
        Party party;
        party.id = "p" + std::to_string(i);
        party.names = {Name{{}, "A party", "en"}};
        edit.put(std::move(party));
    }
    return edit.commit();
}

/// Lets no file grow beyond `bytes`, as a full disk does, while it lives.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("a file is read whole") {
    const TemporaryFolder folder;
    put(folder / "a.json", "{\"a\": 1}");
    CHECK(io::read_file(folder / "a.json") == "{\"a\": 1}");
    put(folder / "empty.json", "");
    CHECK(io::read_file(folder / "empty.json").empty());
    const std::string large(3'000'001, 'x');
    put(folder / "large", large);
    CHECK(io::read_file(folder / "large") == large);
}

TEST_CASE("a file of the system's own is read though it says that it is empty") {
    CHECK(io::read_file("/proc/self/status").find("Name:") != std::string::npos);
}

TEST_CASE("a pipe is read to its end") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const std::string sent(2'500'000, 'y');
    std::thread writer([&] {
        std::string_view rest = sent;
        while (!rest.empty()) {
            const ssize_t written = ::write(ends[1], rest.data(), rest.size());
            if (written <= 0) break;
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        ::close(ends[1]);
    });
    const std::string got = io::read_file("/dev/fd/" + std::to_string(ends[0]));
    writer.join();
    ::close(ends[0]);
    CHECK(got == sent);
}

TEST_CASE("what cannot be read says why") {
    const TemporaryFolder folder;
    const auto missing = error_of([&] { static_cast<void>(io::read_file(folder / "no.json")); });
    CHECK(missing.code() == ErrorCode::not_found);
    CHECK(missing.message() == folder / "no.json" + " cannot be read: no such file or folder");
    const auto directory = error_of([&] { static_cast<void>(io::read_file(folder.path().string())); });
    CHECK(directory.code() == ErrorCode::io);
    CHECK(directory.message() == folder.path().string() + " cannot be read: it is a folder");
    put(folder / "a", "x");
    CHECK(error_of([&] { static_cast<void>(io::read_file(folder / "a/b")); })
              .message()
              .ends_with("a part of the path is no folder"));
    CHECK(error_of([&] { static_cast<void>(io::read_file(std::string("a\0b", 3))); }).code() == ErrorCode::argument);
    if (::geteuid() != 0) {
        ::chmod((folder / "a").c_str(), 0);
        CHECK(
            error_of([&] { static_cast<void>(io::read_file(folder / "a")); }).message().ends_with("permission denied"));
    }
}

TEST_CASE("the limit on bytes holds for files and pipes") {
    const TemporaryFolder folder;
    put(folder / "a", "12345");
    Limits limits;
    limits.bytes = 5;
    CHECK(io::read_file(folder / "a", limits) == "12345");
    limits.bytes = 4;
    CHECK(error_of([&] { static_cast<void>(io::read_file(folder / "a", limits)); }).code() == ErrorCode::limit);
    CHECK(error_of([&] { static_cast<void>(io::read_file("/dev/zero", limits)); }).code() == ErrorCode::limit);
}

TEST_CASE("a file that grows, shrinks or is written to while it is read is refused") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.json";
    const std::string text =
        test::dossier("\"parties\": [{\"id\": \"a\", \"notes\": [\"" + std::string(2'500'000, 'n') + "\"]}]");
    io::ReadOptions options;
    const auto read_while = [&](auto change) {
        std::remove(path.c_str());
        put(path, text);
        bool changed = false;
        options.progress = [&](std::uint64_t, std::uint64_t, std::string_view) {
            if (!std::exchange(changed, true)) change();
            return true;
        };
        return io::read_json_file(path, options);
    };
    CHECK(!read_while([] {}).has_errors());
    const auto grown = error_of([&] { static_cast<void>(read_while([&] { put(path, " "); })); });
    CHECK(grown.code() == ErrorCode::io);
    CHECK(grown.message() == path + " changed while it was read");
    CHECK(error_of([&] {
              static_cast<void>(read_while([&] { REQUIRE(::truncate(path.c_str(), 100) == 0); }));
          }).code() == ErrorCode::io);
    const auto rewritten = [&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the clock of file times ticks
        std::fstream file(path);
        file.seekp(1000);
        file << "m";
    };
    CHECK(error_of([&] { static_cast<void>(read_while(rewritten)); }).code() == ErrorCode::io);
}

TEST_CASE("reading a file can be cancelled") {
    const TemporaryFolder folder;
    put(folder / "a", std::string(1000, 'x'));
    io::ReadOptions options;
    options.progress = [](std::uint64_t, std::uint64_t, std::string_view) { return false; };
    CHECK(error_of([&] { static_cast<void>(io::read_json_file(folder / "a", options)); }).code() ==
          ErrorCode::cancelled);
}

TEST_CASE("a file is written and replaced, and nothing lies beside it") {
    const TemporaryFolder folder;
    io::write_file(folder / "a.json", "one");
    CHECK(io::read_file(folder / "a.json") == "one");
    const std::string large(1'000'000, 'z');
    io::write_file(folder / "a.json", large);
    CHECK(io::read_file(folder / "a.json") == large);
    CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("permissions are kept, and a new file has those of the mask") {
    const TemporaryFolder folder;
    io::write_file(folder / "a", "one");
    const mode_t mask = ::umask(0);
    ::umask(mask);
    CHECK(mode_of(folder / "a") == (0666 & ~mask));
    REQUIRE(::chmod((folder / "a").c_str(), 0640) == 0);
    io::write_file(folder / "a", "two");
    CHECK(mode_of(folder / "a") == 0640);
}

TEST_CASE("a link stays, what it leads to is replaced") {
    const TemporaryFolder folder;
    REQUIRE(::mkdir((folder / "inner").c_str(), 0777) == 0);
    io::write_file(folder / "inner/real", "one");
    REQUIRE(::symlink("inner/real", (folder / "link").c_str()) == 0);
    io::write_file(folder / "link", "two");
    CHECK(io::read_file(folder / "inner/real") == "two");
    struct stat status {};
    REQUIRE(::lstat((folder / "link").c_str(), &status) == 0);
    CHECK(S_ISLNK(status.st_mode));
    CHECK(folder.names() == std::vector<std::string>{"inner", "link"});
}

TEST_CASE("an unwritable target") {
    const TemporaryFolder folder;
    const auto refused = [](const std::string& path) {
        const auto error = error_of([&] { io::write_file(path, "x"); });
        CHECK(error.code() == ErrorCode::io);
        return error.message();
    };
    CHECK(refused(folder.path().string()) == folder.path().string() + " cannot be written: it is a folder");
    CHECK(refused(folder / "no/a") == folder / "no/a" + " cannot be written: no such file or folder");
    io::write_file(folder / "a", "kept");
    CHECK(refused(folder / "a/b") == folder / "a/b" + " cannot be written: a part of the path is no folder");
    CHECK(refused(folder / std::string(300, 'n')).ends_with("the name is too long"));
    if (::geteuid() != 0) {
        REQUIRE(::chmod((folder / "a").c_str(), 0444) == 0);
        CHECK(refused(folder / "a").ends_with("permission denied"));
        REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
        CHECK(refused(folder / "b").ends_with("permission denied"));
        REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
    }
    CHECK(io::read_file(folder / "a") == "kept");
    CHECK(folder.names() == std::vector<std::string>{"a"});
    CHECK(error_of([] { io::write_file("", "x"); }).code() == ErrorCode::argument);
}

TEST_CASE("a disk that fills up leaves the old file and nothing else") {
    const TemporaryFolder folder;
    const Dossier dossier = parties(20'000);
    io::write_file(folder / "a.json", "kept");
    {
        const SmallDisk disk(300'000);
        const auto error = error_of([&] { io::write_json_file(dossier, folder / "a.json"); });
        CHECK(error.code() == ErrorCode::io);
        CHECK(error.message() == folder / "a.json" + " cannot be written: the file would be larger than allowed");
        CHECK_THROWS_AS(io::write_file(folder / "b.json", std::string(400'000, 'x')), Error);
    }
    CHECK(io::read_file(folder / "a.json") == "kept");
    CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a small file system that is full") {
    const TemporaryFolder folder;
    if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=256k") != 0) {
        MESSAGE("skipped: mounting a small tmpfs is not permitted here");
        return;
    }
    io::write_file(folder / "a.json", "kept");
    const auto error = error_of([&] { io::write_json_file(parties(20'000), folder / "a.json"); });
    const std::string kept = io::read_file(folder / "a.json");
    const auto names = folder.names();
    REQUIRE(::umount(folder.path().c_str()) == 0);
    CHECK(error.code() == ErrorCode::io);
    CHECK(error.message().ends_with("no space left on the device"));
    CHECK(kept == "kept");
    CHECK(names == std::vector<std::string>{"a.json"});
}

TEST_CASE("a device is written to and not replaced") {
    const auto error = error_of([] { io::write_file("/dev/full", std::string(10, 'x')); });
    CHECK(error.message() == "/dev/full cannot be written: no space left on the device");
    io::write_file("/dev/null", "gone");
    struct stat status {};
    REQUIRE(::stat("/dev/null", &status) == 0);
    CHECK(S_ISCHR(status.st_mode));
}

TEST_CASE("writing a dossier tells its progress and can be cancelled, leaving what was there") {
    const TemporaryFolder folder;
    const Dossier dossier = parties(5'000);
    std::uint64_t last = 0;
    io::write_json_file(dossier, folder / "a.json",
                        [&](std::uint64_t done, std::uint64_t total, std::string_view phase) {
                            CHECK(total == 5'000);
                            CHECK(phase == "write");
                            CHECK(done >= last);
                            last = done;
                            return true;
                        });
    CHECK(last == 5'000);
    CHECK(io::write_json(io::read_json_file(folder / "a.json").commit()) == io::read_file(folder / "a.json"));
    const std::string before = io::read_file(folder / "a.json");
    const auto error = error_of([&] {
        io::write_json_file(parties(6'000), folder / "a.json",
                            [](std::uint64_t done, std::uint64_t, std::string_view) { return done < 3'000; });
    });
    CHECK(error.code() == ErrorCode::cancelled);
    CHECK(io::read_file(folder / "a.json") == before);
    CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a file that is not kept is removed") {
    const TemporaryFolder folder;
    {
        io::NewFile file(folder / "a");
        file.write("half");
        CHECK(folder.names().size() == 1);
    }
    CHECK(folder.names().empty());
}
