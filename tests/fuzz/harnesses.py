"""The table of harnesses.md, and whether it is true: harnesses.py check.

Each function of capi/symbols.txt has its row, and no other has; the harness that the row names is there, is built, has a
corpus, and calls the function; and when its corpus was measured it reached lines of the function.
"""

import pathlib
import re
import sys
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass
class Harness:
    name: str
    takes: str
    length: int
    files: list
    reached: str
    date: str

    def row(self):
        return f"| {self.name} | {self.takes} | {self.length} | {' '.join(self.files)} | {self.reached} | {self.date} |"


@dataclass
class Function:
    name: str
    harness: str
    file: str
    reached: str

    def row(self):
        return f"| {self.name} | {self.harness} | {self.file} | {self.reached} |"


@dataclass
class Table:
    path: pathlib.Path
    text: str
    harnesses: list
    functions: list

    def write(self):
        rows = {each.name: each.row() for each in [*self.harnesses, *self.functions]}
        self.path.write_text(re.sub(r"^\| (\w+) \|.*$", lambda m: rows.get(m[1], m[0]), self.text, flags=re.M), encoding="utf-8")


def read(path=HERE / "harnesses.md"):
    text = path.read_text(encoding="utf-8")
    harnesses, functions = [], []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| ") else []
        if len(cells) == 6 and cells[2].isdigit():
            harnesses.append(Harness(cells[0], cells[1], int(cells[2]), cells[3].split(), cells[4], cells[5]))
        elif len(cells) == 4 and cells[0].startswith("eom_"):
            functions.append(Function(*cells))
    return Table(path, text, harnesses, functions)


def calls(source):
    """The functions that a harness names, its own headers included, comments and texts not."""
    text = source.read_text(encoding="utf-8")
    found = set(re.findall(r"\beom_\w+", re.sub(r'//.*|"(?:[^"\\\n]|\\.)*"', "", text)))
    for header in re.findall(r'^#include "(\w+\.hpp)"$', text, re.M):
        found |= calls(HERE / header)
    return found


def check_harness(harness, built):
    source = HERE / f"{harness.name}.cpp"
    if not source.exists():
        yield f"there is no {harness.name}.cpp"
    if harness.name not in built:
        yield "CMakeLists.txt does not build it"
    if not any((HERE / "corpus" / harness.name).glob("*")):
        yield f"there is no corpus/{harness.name}"
    for file in harness.files:
        if not (ROOT / file).exists():
            yield f"there is no {file}"
    if not re.fullmatch(r"\d+\.\d % of [1-9]\d*", harness.reached) or not re.fullmatch(r"\d{4}-\d\d-\d\d", harness.date):
        yield "its coverage was not measured (fuzz.py coverage)"


def check_function(function, table):
    known = {each.name for each in table.harnesses}
    if function.harness not in known:
        yield f"no harness is called '{function.harness}'"
    elif not (HERE / f"{function.harness}.cpp").exists():
        yield f"there is no {function.harness}.cpp"
    elif function.name not in calls(HERE / f"{function.harness}.cpp"):
        yield f"{function.harness}.cpp does not call it"
    if not re.fullmatch(r"[1-9]\d* of [1-9]\d*", function.reached):
        yield "its harness was not seen to reach it (fuzz.py coverage)"


def check(path):
    table = read(path)
    listed = (ROOT / "capi/symbols.txt").read_text(encoding="utf-8").split()
    build = (HERE / "CMakeLists.txt").read_text(encoding="utf-8")
    built = set(" ".join(re.findall(r"foreach\(name ([^)]*)\)|openeom_harness\((\w+)\)", build)[0]).split()) | set(
        re.findall(r"openeom_harness\((\w+)\)", build))
    problems = [f"{each.name}: {problem}" for each in table.harnesses for problem in check_harness(each, built)]
    problems += [f"{each.name}: {problem}" for each in table.functions for problem in check_function(each, table)]
    rows = [each.name for each in table.functions]
    problems += [f"{name}: it has no row" for name in listed if name not in rows]
    problems += [f"{name}: capi/symbols.txt has no such function" for name in rows if name not in listed]
    problems += [f"{name}: it has two rows" for name in set(rows) if rows.count(name) > 1]
    sources = {source.stem for source in HERE.glob("*.cpp")}
    problems += [f"{name}.cpp: it has no row" for name in sorted(sources - {each.name for each in table.harnesses})]
    for problem in problems:
        print(problem)
    cases = len(set(listed) | set(rows)) + len(table.harnesses)
    print(f"{cases} cases, {min(len(problems), cases)} failed" if problems else f"{cases} cases")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(check(pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "harnesses.md"))
