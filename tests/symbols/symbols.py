"""The functions are one list, whoever tells them, and each is documented: symbols.py CHECKOUT BUILD CMAKE

The header, capi/symbols.txt, Python's declarations and the exports of the installed library name the same functions. In
the header each is declared once, under a heading, below a block of five lines.
"""

import collections
import pathlib
import re
import runpy
import subprocess
import sys
import tempfile

checkout, build, cmake = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
DECLARED = re.compile(r"^EOM_API [^;(]*?\b(eom_\w+)\(", re.MULTILINE)
BLOCK = re.compile(r"/\*(?P<text>(?:(?!\*/).)*)\*/\s*EOM_API [^;(]*?\b(?P<name>eom_\w+)\(", re.DOTALL)
LINES = ("Purpose", "Ownership", "NULL", "Threads", "Since")
problems = []


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def installed():
    """The names that the installed library exports, and the header beside it."""
    with tempfile.TemporaryDirectory() as prefix:
        run(cmake, "--install", build, "--prefix", prefix)
        (header,) = pathlib.Path(prefix).rglob("openeom.h")
        (library,) = [path for path in pathlib.Path(prefix).rglob("libopeneom.so*") if not path.is_symlink()]
        exports = run("nm", "-D", "--defined-only", "--with-symbol-versions", str(library)).splitlines()
        return [line.split()[-1] for line in exports], header.read_text(encoding="utf-8")


exports, installed_header = installed()
header = (checkout / "capi/include/openeom.h").read_text(encoding="utf-8")
if installed_header != header:
    problems.append("the installed header is another than capi/include/openeom.h")
declared = DECLARED.findall(header)
listed = (checkout / "capi/symbols.txt").read_text(encoding="utf-8").split()
python = runpy.run_path(str(checkout / "bindings/python/openeom/_abi.py"))["SIGNATURES"]
exported = []
for export in exports:
    name, _, node = export.partition("@@")
    if name == "OPENEOM_0":  # the node itself
        continue
    exported.append(name)
    if node != "OPENEOM_0":
        problems.append(f"{name}: exported without its version node")

for where, names in (("symbols.txt", listed), ("Python's declarations", python), ("the library's exports", exported)):
    for name in sorted(set(declared) ^ set(names)):
        there, not_there = ("the header", where) if name in declared else (where, "the header")
        problems.append(f"{name}: in {there}, not in {not_there}")
if listed != sorted(set(listed)):
    problems.append("symbols.txt is not sorted, each once")

times = collections.Counter(declared)
documented = {match["name"]: match["text"] for match in BLOCK.finditer(header)}
first_heading = header.find("/* ----")
for name in declared:
    if times[name] != 1 or not 0 <= first_heading < header.rindex(f"{name}("):
        problems.append(f"{name}: declared {times[name]} times, or before the first heading")
    lines = re.findall(rf"^ (?:\* )?({'|'.join(LINES)}):", documented.get(name, ""), re.MULTILINE)
    problems += [f"{name}: its doc block has no line '{line}:'" for line in LINES if line not in lines]
for problem in problems:
    print(problem)
print(f"{len(declared)} cases, {len(problems)} failed" if problems else f"{len(declared)} cases")
sys.exit(1 if problems else 0)
