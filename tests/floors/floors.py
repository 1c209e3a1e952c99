"""Reads the #include lines against the table of floors: a module includes only its own headers and lower floors'."""
import pathlib
import re
import sys

FLOORS = ["base", "model", "catalogue", "io", "check", "analysis", "report", "capi", "bindings"]
SAME_FLOOR = {("report", "store"), ("store", "report")}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
SUFFIXES = {".cpp", ".hpp", ".h", ".c"}

root = pathlib.Path(sys.argv[1])
bindings_may_include = {"openeom.h"}


def module_of(path):
    parts = path.relative_to(root).parts
    if parts[0] == "src":
        return parts[1]
    if parts[:2] == ("include", "openeom"):
        return parts[2] if len(parts) > 3 else None  # umbrella headers belong to no module
    return parts[0] if parts[0] in ("capi", "bindings") else None


def included_module(name):
    parts = name.split("/")
    if parts[0] == "openeom" and len(parts) > 2:
        return parts[1]
    return parts[0] if len(parts) > 1 and parts[0] in FLOORS else None


problems, files = [], 0
for folder in ("include", "src", "capi", "bindings"):
    for path in sorted((root / folder).rglob("*")):
        module = module_of(path) if path.suffix in SUFFIXES else None
        if module is None:
            continue
        files += 1
        if module not in FLOORS:
            problems.append(f"{path.relative_to(root)}: module '{module}' has no floor")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            other = included_module(match[1])
            where = f"{path.relative_to(root)}:{number}"
            if other is None:
                if module == "bindings" and match[1].startswith("openeom/"):
                    problems.append(f"{where}: bindings see openeom.h only, not {match[1]}")
                continue
            if other not in FLOORS:
                problems.append(f"{where}: {match[1]} is of no module")
            elif module == "bindings" or FLOORS.index(other) > FLOORS.index(module):
                problems.append(f"{where}: {module} (floor {FLOORS.index(module)}) includes {match[1]} of a higher floor")

for problem in problems:
    print(problem)
print(f"{files} cases, {len(problems)} failed" if problems else f"{files} cases")
sys.exit(1 if problems or not files else 0)
