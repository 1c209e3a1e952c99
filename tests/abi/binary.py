"""The library's binary interface is the released one, or more: binary.py LIBRARY

abidw tells the interface of a library that has debug information: functions with their signatures and the versions of
their symbols, the layout of structs. abidiff compares that with tests/abi/released/openeom.abi. Functions may be added;
any other difference fails.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def interface(library):
    """What the header makes public of a library. Types from elsewhere, behind the handles, are left out here: abidiff,
    asked to leave them out, takes all structs of a description without places for such, and is silent about them."""
    return subprocess.run(
        [
            "abidw",
            "--exported-interfaces-only",
            "--drop-private-types",
            "--headers-dir",
            ROOT / "capi/include",
            "--no-corpus-path",
            "--no-comp-dir-path",
            "--no-show-locs",
            "--no-elf-needed",
            "--type-id-style",
            "hash",
            library,
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.replace(f"{ROOT}/", "")


def main():
    if shutil.which("abidiff") is None:
        print("skipped: abi_binary: abidiff is not installed (package abigail-tools)")
        return 77
    released = ROOT / "tests/abi/released/openeom.abi"
    with tempfile.NamedTemporaryFile("w", suffix=".abi") as now:
        now.write(interface(sys.argv[1]))
        now.flush()
        done = subprocess.run(["abidiff", "--no-added-syms", released, now.name], capture_output=True, text=True)
    functions = len(re.findall(r"<function-decl ", released.read_text(encoding="utf-8")))
    print(done.stdout, done.stderr, sep="", end="")
    print(f"{functions} cases, 1 failed" if done.returncode else f"{functions} cases")
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
