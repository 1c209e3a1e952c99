"""The Debian packages: made from the build, looked through, used, and read by lintian: packages.py BUILD."""
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

import spdx_checks
from shared import RELEASE, SOURCE, attempt, both_compilers, case, finish, run, says

build = pathlib.Path(sys.argv[1])
if not (build / "CPackConfig.cmake").exists() or not shutil.which("dpkg-shlibdeps"):
    print("skipped: packages: this build is not installed to /usr, or dpkg-dev is missing")
    sys.exit(77)
triplet = run("gcc", "-print-multiarch").strip()
PLACE = f"usr/lib/{triplet}/"
# What stands for a part of each package, and how the libraries stand to it.
DYNAMIC = {"fmt": "DYNAMIC_LINK", "libstdc++": "DYNAMIC_LINK"}
LIBRARIES = {"simdjson", "libsodium", "utf8proc"}
PACKAGES = {
    "libopeneom0": ({PLACE + "libopeneom.so.0", PLACE + f"libopeneom.so.{RELEASE}", "usr/share/doc/libopeneom0/NOTICE"},
                    {**dict.fromkeys(("Boost", "fmt", "simdjson"), "STATIC_LINK"),
                     **dict.fromkeys(("libsodium", "utf8proc", "libstdc++"), "DYNAMIC_LINK")}),
    "libopeneom-dev": ({"usr/include/openeom.h", "usr/include/openeom.hpp", PLACE + "libopeneom.so", PLACE + "pkgconfig/openeom.pc",
                        PLACE + "cmake/openeom/openeomConfig.cmake", PLACE + "cmake/openeom/openeomConfigVersion.cmake"}, {}),
    "libopeneom-cpp-dev": ({"usr/include/openeom/core.hpp", PLACE + "libopeneom_cpp.a", PLACE + "cmake/openeom/openeom-cpp.cmake"},
                           {"Boost": "STATIC_LINK", "fmt": "DEPENDS_ON", "libstdc++": "DEPENDS_ON", **dict.fromkeys(LIBRARIES, "DEPENDS_ON")}),
    "openeom": ({"usr/bin/openeom", "usr/share/man/man1/openeom.1.gz", "usr/share/bash-completion/completions/openeom",
                 "usr/share/zsh/vendor-completions/_openeom", "usr/share/fish/vendor_completions.d/openeom.fish"},
                {"CLI11": "STATIC_LINK", **DYNAMIC}),
}


def contents(deb):
    with tarfile.open(fileobj=io.BytesIO(subprocess.run(["dpkg-deb", "--fsys-tarfile", deb], check=True, capture_output=True).stdout)) as archive:
        members = {member.name.removeprefix("./"): member for member in archive if not member.isdir()}
        return members, {name: archive.extractfile(member).read() for name, member in members.items() if member.isfile()}


def field(deb, name):
    return run("dpkg-deb", "-f", deb, name).strip()


def depends(deb):
    return {word.split()[0]: word.strip() for word in field(deb, "Depends").split(",") if word}


def holds_its_part(packages):
    there = {name: contents(deb) for name, deb in packages.items()}
    owners = {}
    for name, (members, _) in there.items():
        for path in members:
            owners.setdefault(path, []).append(name)
    shared = [path for path, names in owners.items() if len(names) > 1]
    case("no file is in two packages", not shared, str(shared))
    for name, (members, files) in there.items():
        expected = PACKAGES[name][0] | {f"usr/share/doc/{name}/{text}" for text in ("copyright", "changelog.Debian.gz", "changelog.gz")}
        case(f"{name}: its files are there", expected <= members.keys(), str(expected - members.keys()))
        case(f"{name}: they are root's", all(member.uid == 0 and member.gid == 0 for member in members.values()))
        case(f"{name}: none names a folder of the build", not [path for path, content in files.items() for folder in (build, SOURCE)
                                                              if str(folder).encode() in content])
        spdx_checks.check(name, packages[name], files, PACKAGES[name][1])
    everything = set().union(*(members for members, _ in there.values()))
    left_out = {"usr/" + path for path in installed()} - everything
    case("what is installed is packed", not left_out, str(left_out))


def installed():
    """What the parts that are packed install."""
    with tempfile.TemporaryDirectory() as prefix:
        for part in ("runtime", "development", "cpp", "command"):
            run("cmake", "--install", build, "--prefix", prefix, "--component", part)
        return {str(path.relative_to(prefix)) for path in pathlib.Path(prefix).rglob("*") if not path.is_dir()}


def says_what_it_needs(packages):
    whole = f"{RELEASE}-1"
    for name, deb in packages.items():
        case(f"{name}: version {whole}", field(deb, "Version") == whole)
    synopses = {field(deb, "Description").splitlines()[0] for deb in packages.values()}
    case("each says what it is", len(synopses) == len(packages) and all(len(text) < 80 for text in synopses), str(synopses))
    needed = depends(packages["libopeneom0"])
    for library in ("libc6", "libstdc++6", "libsodium23", "libutf8proc2"):
        case(f"libopeneom0 depends on {library}, of a version", f"{library} (>= " in needed.get(library, ""), str(needed))
    case("libopeneom-dev depends on its library alone", depends(packages["libopeneom-dev"]) == {"libopeneom0": f"libopeneom0 (= {whole})"})
    case("libopeneom-cpp-dev depends on what its headers and archive want",
         depends(packages["libopeneom-cpp-dev"]).keys() == {"libopeneom-dev", "libboost1.81-dev", "libfmt-dev", "libsimdjson-dev", "libsodium-dev", "libutf8proc-dev"})
    case("openeom depends on its library", depends(packages["openeom"]).get("libopeneom0") == f"libopeneom0 (= {whole})", field(packages["openeom"], "Depends"))


def symbols(packages, tree):
    """Debian's list of symbols is what the library exports, and its dependants ask for the release a function came with."""
    head, package, *listed = run("dpkg-deb", "-I", packages["libopeneom0"], "symbols").splitlines()
    case("symbols: names library and packages", (head, package) == ("libopeneom.so.0 libopeneom0 #MINVER#", "* Build-Depends-Package: libopeneom-dev"))
    exported = set()
    for line in run("nm", "-D", "--defined-only", tree / PLACE / "libopeneom.so.0").splitlines():
        name = line.split()[-1]
        exported.add(name.replace("@@", "@") if "@" in name else f"{name}@{name}")
    case("symbols: the list is what is exported", {line.split()[0] for line in listed} == exported,
         str({line.split()[0] for line in listed} ^ exported))
    case("symbols: each has a release", all(re.match(r"^ \S+ \d+\.\d+$", line) for line in listed))


def works(packages, work):
    """Unpacked somewhere, without a package manager: chroot.sh installs them."""
    tree = work / "tree"
    for deb in packages.values():
        run("dpkg-deb", "-x", deb, tree)
    libraries = {"LD_LIBRARY_PATH": str(tree / PLACE)}
    for name, compilers in both_compilers():
        for compiler, standard, source in ((compilers[0], "c99", "consumer.c"), (compilers[1], "c++17", "consumer17.cpp")):
            program = work / f"{name}-{standard}"
            done = attempt(compiler, f"-std={standard}", f"-I{tree}/usr/include", SOURCE / "tests/install/consumer" / source, "-o", program,
                           f"-L{tree / PLACE}", "-lopeneom")
            if case(f"{name}, {standard}: builds", done.returncode == 0, done.stderr):
                says(f"{name}, {standard}", program, **libraries)
    command = tree / "usr/bin/openeom"
    case("the command looks where the system does", "PATH" not in run("objdump", "-p", command))
    case("the command runs", f"openeom {RELEASE}" in run(command, "version", **libraries), run(command, "version", **libraries))
    manual = run("man", "--warnings", "-E", "UTF-8", "-l", tree / "usr/share/man/man1/openeom.1.gz", MANWIDTH="100") if shutil.which("man") else None
    if manual is not None:
        case("the manual can be read", "EXIT STATUS" in manual and "the data has errors" in manual)
    symbols(packages, tree)


def lintian(packages):
    if not shutil.which("lintian"):
        print("skipped: lintian: it is not installed")
        case("lintian", True)
        return
    # The build of the tests is not compiled with what preset `package` adds.
    done = attempt("lintian", "--no-cfg", "--allow-root", "-I", "--show-overrides", "--suppress-tags", "hardening-no-fortify-functions",
                   *packages.values())
    said = [line for line in done.stdout.splitlines()
            if not line.startswith(("O: ", "N: ")) and "unused-override spelling-error-in-binary" not in line]
    case("lintian has nothing to say", not said and "O: " in done.stdout, "\n".join(said) + done.stderr)
    for path in (SOURCE / "cmake/debian").glob("*.lintian-overrides"):
        lines = path.read_text(encoding="utf-8").splitlines()
        case(f"{path.name}: every override has its reason above it", all(
            line.startswith("#") or before.startswith("#") for before, line in zip(["", *lines], lines)))


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder).resolve()
    environment = {"SOURCE_DATE_EPOCH": "1796083200"}
    for name in ("a", "b"):
        run("cpack", "-G", "DEB", "--config", build / "CPackConfig.cmake", "-B", work / name, **environment)
    packages = {path.name.split("_")[0]: path for path in (work / "a").glob("*.deb")}
    case("the packages", packages.keys() == PACKAGES.keys(), str(packages.keys()))
    case("twice the same bytes", all(path.read_bytes() == (work / "b" / path.name).read_bytes() for path in packages.values()))
    for deb in packages.values():
        run(sys.executable, SOURCE / "cmake/spdx.py", deb, build / "dependencies.json", **environment)
    holds_its_part(packages)
    says_what_it_needs(packages)
    works(packages, work)
    lintian(packages)
finish()
