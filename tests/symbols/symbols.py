"""The header, capi/symbols.txt, and the exports of the installed library are one list: symbols.py SOURCE BUILD CMAKE."""
import pathlib
import re
import subprocess
import sys
import tempfile

source, build, cmake = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


with tempfile.TemporaryDirectory() as prefix:
    run(cmake, "--install", build, "--prefix", prefix)
    (installed,) = pathlib.Path(prefix).rglob("openeom.h")
    header = installed.read_text(encoding="utf-8")
    (library,) = [path for path in pathlib.Path(prefix).rglob("libopeneom.*") if not path.is_symlink()]
    exports = run("nm", "-D", "--defined-only", str(library))
declared = re.findall(r"^EOM_API [^;(]*?\b(eom_\w+)\(", header, re.MULTILINE)
listed = (source / "capi/symbols.txt").read_text(encoding="utf-8").split()
exported = sorted(
    line.split()[-1].split("@")[0]
    for line in exports.splitlines()
    if not line.endswith(" OPENEOM_0")  # the version node itself
)
problems = []
for name in sorted(set(declared) ^ set(listed)):
    problems.append(f"{name}: in {'the header' if name in declared else 'symbols.txt'} only")
for name in sorted(set(listed) ^ set(exported)):
    problems.append(f"{name}: {'not exported' if name in listed else 'exported, but not in symbols.txt'}")
if listed != sorted(listed):
    problems.append("symbols.txt is not sorted")

BLOCK = re.compile(r"/\*(?P<text>(?:(?!\*/).)*)\*/\s*EOM_API [^;(]*?\b(?P<name>eom_\w+)\(", re.DOTALL)
documented = {}
for match in BLOCK.finditer(header):
    documented[match["name"]] = match["text"]
for name in declared:
    text = documented.get(name, "")
    for line in ("Purpose:", "Ownership:", "NULL:", "Threads:", "Since:"):
        if line not in text:
            problems.append(f"{name}: its doc block has no line '{line}'")
for problem in problems:
    print(problem)
print(f"{len(declared)} cases, {len(problems)} failed" if problems else f"{len(declared)} cases")
sys.exit(1 if problems else 0)
