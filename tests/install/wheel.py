"""A wheel holds what it says, and works where there is nothing but Python: wheel.py SOURCE.

OPENEOM_BUNDLE names the archive that cmake/wheel.sh makes. It is unpacked, its sums are checked, the wheel is looked into and then
installed without a network into a fresh virtual environment, where the Python example of README.md and the command run.
"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

source = pathlib.Path(sys.argv[1]).resolve()
if not os.environ.get("OPENEOM_BUNDLE"):
    print("skipped: wheel: no OPENEOM_BUNDLE; check.sh --long makes one")
    sys.exit(77)
bundle = source / os.environ["OPENEOM_BUNDLE"]
failures, cases = [], 0


def case(name, holds, said=""):
    global cases
    cases += 1
    if not holds:
        failures.append(name)
        print(f"failed: {name}: {said}")


def run(*command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)


def needed(library):
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", library).stdout))


SYSTEM = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"}

with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    with tarfile.open(bundle) as archive:
        archive.extractall(work)
    (folder,) = work.iterdir()
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    for path in folder.iterdir():
        if path.name != "SHA256SUMS":
            case(f"the sum of {path.name}", sums.get(path.name) == hashlib.sha256(path.read_bytes()).hexdigest(), sums.get(path.name))
    (wheel,) = folder.glob("openeom-*.whl")
    case("the tag", wheel.name.endswith("-py3-none-manylinux_2_36_x86_64.whl"), wheel.name)

    inside = work / "inside"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(inside)
        names = set(archive.namelist())
    package = {path.name for path in (source / "bindings/python/openeom").iterdir() if path.suffix in (".py", ".pyi", ".typed")}
    case("every source", {f"openeom/{name}" for name in package} <= names, package)
    case("the mark that it is typed", "openeom/py.typed" in names)
    for name in ("LICENSE", "NOTICE"):
        held = list(inside.rglob(name))
        case(name, len(held) == 1 and held[0].read_bytes() == (source / name).read_bytes(), held)
    library = inside / "openeom/libopeneom.so.0"
    exported = {line.split()[2].split("@")[0] for line in run("nm", "-D", "--defined-only", library).stdout.splitlines()}
    listed = set((source / "capi/symbols.txt").read_text().split())
    case("what it exports", exported - {"OPENEOM_0"} == listed, exported ^ listed)
    brought = {path.name: path for path in inside.glob("openeom.libs/*")}  # by auditwheel, under names of their own
    case("what the library needs", needed(library) <= SYSTEM | set(brought), needed(library))
    case("what the command needs", needed(inside / "openeom/bin/openeom") <= SYSTEM | {"libopeneom.so.0"})
    for name, path in brought.items():
        case(f"what {name} needs", needed(path) <= SYSTEM | {"libstdc++.so.6", "libgcc_s.so.1"}, needed(path))
    names_inside = run("strings", "-a", library).stdout
    case("no path of the machine that built it", str(source) not in names_inside)

    clean = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(work)}
    made = run(sys.executable, "-m", "venv", work / "venv")
    case("a virtual environment", made.returncode == 0, made.stderr)
    done = run(work / "venv/bin/pip", "install", "--no-index", wheel, env=clean)
    case("it installs without an index", done.returncode == 0, done.stdout + done.stderr)
    python = work / "venv/bin/python"
    done = run(python, "-c", "import openeom; print(openeom.__file__, openeom.version())", env=clean, cwd=work)
    version = wheel.name.split("-")[1]
    case("it is the one that is used", done.stdout.startswith(str(work)) and done.stdout.split()[1] == version, done)
    (example,) = re.findall(r"^```python\n(.*?)^```", (source / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    (work / "example.py").write_text(example, encoding="utf-8")
    done = run(python, "example.py", env=clean, cwd=work)
    case("README's example", done.returncode == 0 and not done.stderr and "candidacies" in done.stdout, done)
    for command in (["venv/bin/openeom"], ["venv/bin/python", "-m", "openeom"]):
        done = run(*[work / command[0], *command[1:]], "show", "example:kazakhstan-2012", env=clean)
        case(f"the command, {command[-1]}", done.returncode == 0 and "candidac" in done.stdout, done)
    done = run(work / "venv/bin/openeom", "check", "nothing.json", env=clean, cwd=work)
    case("its exit status", done.returncode == 3, done)
    done = run(work / "venv/bin/pip", "uninstall", "-y", "openeom", env=clean)
    case("it goes without a trace", not list((work / "venv").rglob("*openeom*")), done.stdout)

print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
