"""Writes what follows from the C header and the schema: generate.py [--check] [--root CHECKOUT]

    python3 bindings/gen/generate.py            writes the files that differ
    python3 bindings/gen/generate.py --check    compares only, and names the first difference of each

Reads capi/include/openeom.h and capi/schema.json. Each file has its emitter in a module of its own; another language is
another module and another line of `outputs`. Builds take the committed files and never run this. Needs pycparser and,
for its preprocessor, a C compiler (CC, else cc).
"""

from __future__ import annotations

import argparse
import pathlib
import sys
from typing import Dict

try:
    import header
except ModuleNotFoundError as missing:
    sys.exit(f"generate.py needs {missing.name}: apt-get install python3-pycparser")
import python_abi
import python_members
import python_results
import python_types
import reference_codes
import reference_functions
import reference_types
import schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = "bindings/python/openeom"
REFERENCE = "bindings/reference"
SOURCES = {"header": "capi/include/openeom.h", "schema": "capi/schema.json", "codes": "src/catalogue/codes.json"}


def made_from(*names: str) -> str:
    files = [SOURCES[name] for name in names]
    return f"Made from {' and '.join(files)} by python3 bindings/gen/generate.py: change those, not this."


def outputs(root: pathlib.Path) -> Dict[str, str]:
    """What every generated file should hold, by its path below the root."""
    interface = header.read(root / SOURCES["header"])
    record = schema.read(root / SOURCES["schema"])
    listed = reference_codes.read(root / SOURCES["codes"])
    taken = python_members.methods_of(root / PACKAGE / "_dossier.py", "Dossier")
    return {
        f"{PACKAGE}/_abi.py": f"# {made_from('header')}\n{python_abi.emit(interface)}",
        f"{PACKAGE}/types.py": f"# {made_from('schema')}\n{python_types.emit(record)}",
        f"{PACKAGE}/results.py": f"# {made_from('schema')}\n{python_results.emit(record)}",
        f"{PACKAGE}/_members.pyi": f"# {made_from('schema')}\n{python_members.emit(record, taken)}",
        f"{REFERENCE}/functions.md": f"<!-- {made_from('header')} -->\n{reference_functions.emit(interface)}",
        f"{REFERENCE}/types.md": f"<!-- {made_from('schema')} -->\n{reference_types.emit(record)}",
        f"{REFERENCE}/codes.md": f"<!-- {made_from('schema', 'codes')} -->\n{reference_codes.emit(record, listed)}",
    }


def difference(expected: str, path: pathlib.Path) -> str:
    """Where a file differs first from what it should be; empty where it does not."""
    if not path.exists():
        return "is not there"
    held, wanted = path.read_text(encoding="utf-8").split("\n"), expected.split("\n")
    for number, (here, there) in enumerate(zip(held, wanted), 1):
        if here != there:
            return f"line {number} is\n    {here}\nand should be\n    {there}"
    if len(held) != len(wanted):
        return f"has {len(held)} lines and should have {len(wanted)}"
    return ""


def check(expected: Dict[str, str], root: pathlib.Path) -> int:
    failed = 0
    for name, text in expected.items():
        found = difference(text, root / name)
        if found:
            failed += 1
            print(f"{name} {found}\nrun: python3 bindings/gen/generate.py")
    print(f"{len(expected)} cases, {failed} failed" if failed else f"{len(expected)} cases")
    return 1 if failed else 0


def write(expected: Dict[str, str], root: pathlib.Path) -> int:
    for name, text in expected.items():
        path = root / name
        if difference(text, path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes what follows from the C header and the schema.")
    parser.add_argument("--check", action="store_true", help="compare with the committed files and write nothing")
    parser.add_argument("--root", type=pathlib.Path, default=ROOT, help="the checkout to read and to write into")
    given = parser.parse_args()
    try:
        expected = outputs(given.root)
    except (header.Unreadable, python_types.Unmapped, reference_types.Unmapped) as refused:
        print(refused)
        return 1
    return check(expected, given.root) if given.check else write(expected, given.root)


if __name__ == "__main__":
    sys.exit(main())
