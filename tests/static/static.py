"""Spelling and shell scripts, a case for each file: static.py CHECKOUT

codespell reads prose: pages, headers, comments of sources, scripts. Tests hold
misspelt words on purpose, and data is as its source has it. shellcheck reads every script. A tool that is not there is
skipped by name. Ends with "N cases".
"""

import pathlib
import shutil
import subprocess
import sys

CHECKOUT = pathlib.Path(sys.argv[1]).resolve()
PROSE = ("*.md", "capi/**/*.h", "capi/**/*.[ch]pp", "include/**/*.hpp", "src/**/*.[ch]pp", "cmake/*", "bindings/**/*.[ch]pp")
PROSE += ("bindings/**/*.py", "benchmarks/**/*.[ch]pp", "benchmarks/**/*.py")
LEFT_OUT = ("src/io/simdjson/", "bindings/python/openeom/types.py", "bindings/python/openeom/results.py")
SCRIPTS = ("**/*.sh", ".ci/run")


def files(patterns):
    found = {path.relative_to(CHECKOUT).as_posix() for pattern in patterns for path in CHECKOUT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not path.startswith(("build/", *LEFT_OUT)))


def run(tool, paths, *options):
    """Cases, and how many of the files are at fault."""
    if not shutil.which(tool):
        print(f"skipped: {tool}: not installed")
        return 0, 0
    done = subprocess.run([tool, *options, *paths], cwd=CHECKOUT, capture_output=True, text=True)
    said = done.stdout + done.stderr
    print(said, end="")
    faults = {line.split(":")[0] for line in said.splitlines()} & set(paths)
    return len(paths), max(len(faults), done.returncode != 0)


spelling, scripts = run("codespell", files(PROSE), "--builtin=clear,rare", "--ignore-words-list=atleast,nam,nd,som"), run("shellcheck", files(SCRIPTS), "--format=gcc", "--external-sources", "--source-path=SCRIPTDIR")
cases, failed = spelling[0] + scripts[0], spelling[1] + scripts[1]
print(f"{cases} cases, {failed} failed" if failed else f"{cases} cases")
sys.exit(1 if failed else 0)
