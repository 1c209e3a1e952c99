"""What the header says of each pointer argument: contract.py HEADER SYMBOLS OUT.

Writes a line for each function, and one for each pointer that it takes: needed, optional, or passed on to a callback. Read
from the declarations and from the lines "NULL:" of their doc blocks, whose form is

    `a`, `b` and `c` are needed; `d` unless `count` is 0; `e` may be NULL ...

and, for the one argument of a function that takes NULL for an answer, any sentence without names. A pointer of which the
line says nothing is an error, as is a name that is no pointer of the function.
"""
import pathlib
import re
import sys

header = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
symbols = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").split()
BLOCK = re.compile(r"/\*(?P<doc>(?:(?!\*/).)*)\*/\s*EOM_API [^;(]*?\b(?P<name>eom_\w+)\((?P<arguments>[^)]*)\);", re.DOTALL)
CALLBACKS = ("eom_progress ", "eom_read ", "eom_write ")
problems = []


def null_line(doc):
    line = re.search(r"NULL:\s+(.*?)\n \* Threads:", doc, re.DOTALL)
    return re.sub(r"\n \*\s+", " ", line[1]) if line else ""


def pointers(arguments):
    for each in re.sub(r"\s+", " ", arguments).split(", "):
        if each == "eom_error **error" or not ("*" in each or each.startswith(CALLBACKS)):
            continue
        yield re.search(r"(\w+)$", each)[1], each.startswith("void *")


def stated(line):
    """Pairs of a name and what the line says of it."""
    for clause in re.split(r"[;:]", line):
        kind = "optional" if "may be NULL" in clause else "needed"
        for name in re.findall(r"`(\w+)`", re.sub(r"unless `\w+` is 0", "", clause)):
            yield name, kind


lines = []
found = []
for match in BLOCK.finditer(header):
    name, line = match["name"], null_line(match["doc"])
    found.append(name)
    lines.append(name)
    said = dict(stated(line))
    taken = list(pointers(match["arguments"]))
    for argument, is_user in taken:
        if not said and len(taken) == 1:
            said[argument] = "optional"
        if is_user:
            said.setdefault(argument, "passed")
        if argument not in said:
            problems.append(f"{name}: the line NULL does not say whether `{argument}` may be NULL")
        lines.append(f"{name} {argument} {said.pop(argument, '?')}")
    problems += [f"{name}: the line NULL names `{each}`, which is no pointer" for each in said]
problems += [f"{name}: no declaration with a doc block was found" for name in sorted(set(symbols) - set(found))]
if problems:
    sys.exit("\n".join(problems))
pathlib.Path(sys.argv[3]).write_text("\n".join(lines) + "\n", encoding="utf-8")
