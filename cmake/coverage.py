"""What the programs of a coverage build reached: coverage.py BUILD REPORT writes index.html and table.txt into REPORT."""

import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ["base", "model", "catalogue", "io", "check", "analysis", "report", "capi", "cli", "together"]
sys.path.insert(0, str(ROOT / "tests/fuzz"))

from fuzz import tool  # noqa: E402


def module_of(path):
    """
    >>> module_of("src/io/csv.cpp"), module_of("include/openeom/base/id.hpp"), module_of("bindings/cli/main.cpp")
    ('io', 'base', 'cli')
    >>> module_of("tests/unit/io_csv.cpp")
    """
    parts = path.split("/")
    if parts[:2] == ["include", "openeom"]:
        return parts[2]
    return {"src": parts[1], "capi": "capi", "bindings": "cli"}.get(parts[0])


def measured(build):
    """The arguments that name the programs and their counts."""
    raw = [str(path) for path in sorted((build / "raw").glob("*.profraw"))]
    listed, counts = build / "raw/all.txt", build / "all.profdata"
    listed.write_text("\n".join(raw), encoding="utf-8")
    subprocess.run([tool("llvm-profdata"), "merge", "-sparse", f"-input-files={listed}", "-o", str(counts)], check=True)
    programs = [build / "lib/libopeneom.so", *sorted((build / "bin").glob("test_*")), build / "bin/openeom"]
    objects = [word for path in programs[1:] for word in ("-object", str(path))]
    return [str(programs[0]), *objects, f"-instr-profile={counts}", f"-compilation-dir={build.resolve()}",
            "-ignore-filename-regex=/(tests|build)/|^/usr/"]


def share(counts):
    covered, of = counts
    return f"{covered:6,} of {of:6,} {100 * covered / of:5.1f} %" if of else f"{'-':>23}"


def table(files, build):
    modules = collections.defaultdict(lambda: {"lines": [0, 0], "branches": [0, 0]})
    least = []
    for each in files:
        absolute = (build / each["filename"]).resolve()  # ccache makes paths relative
        path = str(absolute.relative_to(ROOT)) if absolute.is_relative_to(ROOT) else "/"
        if not module_of(path):
            continue
        for kind in ("lines", "branches"):
            summary = each["summary"][kind]
            for name in (module_of(path), "together"):
                modules[name][kind][0] += summary["covered"]
                modules[name][kind][1] += summary["count"]
        lines = each["summary"]["lines"]
        least.append((lines["covered"] - lines["count"], path, share((lines["covered"], lines["count"]))))
    yield f"{'module':10} {'lines':>23}   {'branches':>23}"
    for name in sorted(modules, key=FLOORS.index):
        yield f"{name:10} {share(modules[name]['lines'])}   {share(modules[name]['branches'])}"
    yield "\nMost lines not reached:"
    for _, path, reached in sorted(least)[:20]:
        yield f"  {reached}  {path}"


def main():
    build, report = map(pathlib.Path, sys.argv[1:3])
    programs = measured(build)
    summary = subprocess.run([tool("llvm-cov"), "export", "-summary-only", *programs], check=True, capture_output=True, text=True)
    (report / "table.txt").write_text("\n".join(table(json.loads(summary.stdout)["data"][0]["files"], build)) + "\n", encoding="utf-8")
    subprocess.run([tool("llvm-cov"), "show", "-format=html", f"-output-dir={report}", *programs], check=True)


if __name__ == "__main__":
    main()
