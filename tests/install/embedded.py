"""A project that takes OpenEOM in keeps its own ways: flags, standards, build type, folders, tests, variables.

    embedded.py WORK

Nothing is compiled: what would be is read from what CMake wrote.
"""
import json
import pathlib
import re
import shutil
import sys

from shared import SOURCE, attempt, case, finish

work = pathlib.Path(sys.argv[1])
# What finding a library leaves in anybody's cache.
FOUND = re.compile(r"^(OPENEOM_|openeom_|Boost_|boost_headers_|fmt_DIR|simdjson_DIR|PKG_CONFIG_|pkgcfg_lib_openeom_|_?__pkg_config_|_?Python3_"
                   r"|FIND_PACKAGE_MESSAGE_DETAILS_|CMAKE_HAVE_|CMAKE_NUMBER_OF_MAKEFILES|CMAKE_CACHEFILE_DIR|prefix_result$)")


def read(name):
    return dict(line.split("=", 1) for line in (work / name).read_text(encoding="utf-8", errors="replace").splitlines() if "=" in line)


def changed(kind):
    before, after = read(f"{kind}.before"), read(f"{kind}.after")
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


shutil.rmtree(work, ignore_errors=True)
done = attempt("cmake", "-S", SOURCE / "tests/install/host", "-B", work, "-G", "Ninja", f"-DSOURCE={SOURCE}", "-DCMAKE_CXX_FLAGS=-DHOST_FLAG",
               "-DCMAKE_INSTALL_PREFIX=/usr")
if case("it is configured", done.returncode == 0, done.stdout[-1500:] + done.stderr[-2500:]):
    cached = read("cache.after")
    strangers = [name for name in changed("cache") if not FOUND.match(name)]
    case("no variable of the cache is added or changed but those of OpenEOM and of what it finds", not strangers, str(strangers))
    ours = [name for name in changed("variables") if name not in cached]
    case("no variable of the project is changed", not ours, str(ours))
    case("the build type stays as it was", cached.get("CMAKE_BUILD_TYPE", "") == "", cached.get("CMAKE_BUILD_TYPE"))

    commands = {pathlib.Path(each["file"]): each["command"].split() for each in json.loads((work / "compile_commands.json").read_text())}
    host = commands[SOURCE / "tests/install/consumer/consumer.c"]
    case("its own sources are compiled its way", "-std=gnu11" in host and not [flag for flag in host if flag.startswith(("-W", "-f", "-O"))], " ".join(host))
    library = commands[SOURCE / "capi/version.cpp"]
    case("its flags are OpenEOM's too", "-DHOST_FLAG" in library and not [flag for flag in library if flag.startswith(("-O", "-DNDEBUG", "-g"))],
         " ".join(library))
    case("OpenEOM is compiled in the C++ it is written in", "-std=c++20" in library, " ".join(library))
    sources = {path.relative_to(SOURCE).parts[0] for path in commands if path.is_relative_to(SOURCE) and not path.is_relative_to(work)}
    case("only the library is built", sources == {"src", "capi", "tests"} and not [path for path in commands if path.is_relative_to(SOURCE / "tests")
                                                                                   and "install" not in path.parts], str(sources))
    case("programs and libraries go where it wants them", (work / "places").read_text().split() == [str(work / "libraries"), str(work / "programs")],
         (work / "places").read_text())
    tests = attempt("ctest", "-N", cwd=work).stdout
    case("its tests are its own", re.findall(r"Test +#\d+: (\S+)", tests) == ["host"], tests)
    rules = "".join(path.read_text() for path in work.rglob("cmake_install.cmake"))
    case("only its own is installed", "programs/host" in rules and "openeom.h" not in rules and "libopeneom" not in rules)
    case("no package of its own is configured", not (work / "CPackConfig.cmake").exists())
finish()
