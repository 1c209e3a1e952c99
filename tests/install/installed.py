"""The installed tree, moved to another place, is found and linked by CMake and pkg-config: installed.py BUILD."""
import pathlib
import re
import shlex
import sys
import tempfile

from shared import RELEASE, SOURCE, attempt, both_compilers, case, configure, consume, finish, run, says

build = pathlib.Path(sys.argv[1])
# Everything the library may ask the loader for: Debian's four and the compiler's own.
NEEDED = {"sodium", "utf8proc", "stdc++", "m", "gcc_s", "c"}


def only(paths):
    (path,) = [path for path in paths if not path.is_symlink()]
    return path


def dependencies_are_few(library):
    shown = run("objdump", "-p", library)
    names = {re.match(r"lib(.+?)\.so|ld-", name)[1] for name in re.findall(r"NEEDED +(\S+)", shown)} - {None}
    case("the library needs what it must, and no more", names <= NEEDED and {"sodium", "utf8proc"} <= names, str(names))
    case("its soname is independent of the release", re.search(r"SONAME +(\S+)", shown)[1] == "libopeneom.so.0")
    case("it looks in no folder of its own", not re.search("R(UN)?PATH", shown))
    flags = run("readelf", "-dlW", library)
    case("symbols are bound at the start", "NOW" in flags and "GNU_RELRO" in flags)
    case("its stack holds no code", re.search(r"GNU_STACK.* RW +0x", flags) is not None)
    case("it has no writable code", not re.search(r"LOAD.* RWE ", flags))


def names_no_folder(tree, *folders):
    wrong = [f"{path.relative_to(tree)}: {folder}" for path in tree.rglob("*") if path.is_file()
             for folder in folders if str(folder).encode() in path.read_bytes()]
    case("nothing installed names a folder of the build", not wrong, "\n".join(wrong))


def find_package(tree, work):
    for name, compilers in both_compilers():
        consume(f"find_package, {name}", work / name, f"-DCMAKE_PREFIX_PATH={tree}", compilers=compilers)
    here = f"-DCMAKE_PREFIX_PATH={tree}"
    without = ("-DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON",
               "-DCMAKE_DISABLE_FIND_PACKAGE_simdjson=ON")
    consume("the C interface needs nothing else", work / "c", here, *without, "-DPART=c", programs=("consumer_c", "consumer_cpp17"))
    refused = configure(work / "cpp", here, *without, "-DPART=cpp")
    case("openeom::cpp says what is missing", refused.returncode != 0 and all(
        word in " ".join(refused.stderr.split()) for word in ("openeom::cpp cannot be had here", "fmt", "simdjson", "Boost 1.81", "pkg-config")), refused.stderr)


def asked(work, tree, arguments):
    """find_package(openeom ARGUMENTS) in a project without languages."""
    work.mkdir(exist_ok=True)
    (work / "CMakeLists.txt").write_text(
        f"cmake_minimum_required(VERSION 3.25)\nproject(asks LANGUAGES NONE)\nfind_package(openeom {arguments})\n"
        "message(STATUS \"found ${openeom_FOUND} ${openeom_VERSION}\")\n", encoding="utf-8")
    return attempt("cmake", "-S", work, "-B", work / "build", "-G", "Ninja", f"-Dopeneom_DIR={only(tree.rglob('openeomConfig.cmake')).parent}")


def versions(tree, work):
    major, minor, _ = map(int, RELEASE.split("."))
    for arguments, found in ((f"{RELEASE} CONFIG", True), (f"{major}.{minor} CONFIG", True), (f"{major}.{minor + 1} CONFIG", False),
                             (f"{major + 1} CONFIG", False), ("CONFIG COMPONENTS nonsense", False)):
        done = asked(work, tree, arguments)
        case(f"find_package(openeom {arguments}) is {'found' if found else 'not found'}", (f"found 1 {RELEASE}" in done.stdout) == found,
             done.stdout + done.stderr)


def pkg_config(tree, work):
    (folder,) = {path.parent for path in tree.rglob("openeom.pc")}
    place = {"PKG_CONFIG_PATH": str(folder)}
    case("pkg-config knows the version", run("pkg-config", "--modversion", "openeom", **place).strip() == RELEASE)
    flags = shlex.split(run("pkg-config", "--cflags", "--libs", "openeom", **place))
    case("pkg-config gives the shared library alone", [flag for flag in flags if flag.startswith("-l")] == ["-lopeneom"], str(flags))
    consumer = SOURCE / "tests/install/consumer"
    libraries = str(only(tree.rglob("libopeneom.so.*.*")).parent)
    for name, compilers in both_compilers():
        for compiler, standard, source in ((compilers[0], "c99", "consumer.c"), (compilers[1], "c++17", "consumer17.cpp")):
            program = work / f"{name}-{standard}"
            done = attempt(compiler, f"-std={standard}", "-pedantic", "-Wall", "-Wextra", "-Werror", consumer / source, "-o", program, *flags)
            if case(f"pkg-config, {name}, {standard}: builds", done.returncode == 0, done.stderr):
                says(f"pkg-config, {name}, {standard}", program, LD_LIBRARY_PATH=libraries)


def one_version(tree):
    for file in ("vcpkg.json",):
        case(f"{file} has the version of CMakeLists.txt", f'"version": "{RELEASE}"' in (SOURCE / file).read_text(encoding="utf-8"))
    command = tree / "bin/openeom"
    case("the command beside the library has it", run(command, "version").split("\n")[0].split()[1] == RELEASE, run(command, "version"))


def headers_are_whole(tree):
    public = {path.relative_to(SOURCE / "include") for path in (SOURCE / "include").rglob("*.hpp")}
    there = {path.relative_to(tree / "include") for path in (tree / "include/openeom").rglob("*") if path.is_file()}
    case("all C++20 headers are installed, and no other files", public == there, str(public ^ there))


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder).resolve()
    first, tree = work / "first/place", work / "moved here"
    run("cmake", "--install", build, "--prefix", first)
    first.rename(tree)
    dependencies_are_few(only(tree.rglob("libopeneom.so.*.*")))
    names_no_folder(tree, first.parent, build, SOURCE)
    headers_are_whole(tree)
    one_version(tree)
    versions(tree, work / "asks")
    pkg_config(tree, work)
    find_package(tree, work)
finish()
