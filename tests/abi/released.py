"""What was released still holds: released.py CHECKOUT

Compares capi/include/openeom.h and capi/schema.json with the copies of the last release in tests/abi/released. Whatever
a program may have been built against, or calls by name, must be there as it was; what is new must stand where it may.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings/gen"))
import header  # noqa: E402
from rows import flatten  # noqa: E402

problems = []


def spelled(type):
    """A type without the names of parameters, which are nobody's interface."""
    if isinstance(type, header.Named):
        return f"const {type.name}" if type.const else type.name
    if isinstance(type, header.Pointer):
        return f"{spelled(type.to)} *"
    return f"{spelled(type.result)} (*)({', '.join(spelled(each.type) for each in type.parameters)})"


def declared(interface):
    """Everything of a header but its constants: name -> what a compiled program relies on."""
    rows = {each.name: "an opaque handle" for each in interface.handles}
    for each in interface.aliases:
        rows[each.name] = spelled(each.type)
    for each in interface.structs:
        rows[each.name] = "{ " + "; ".join(f"{spelled(field.type)} {field.name}" for field in each.fields) + " }"
    for each in interface.functions:
        parameters = ", ".join(spelled(parameter.type) for parameter in each.parameters)
        rows[each.name] = f"{spelled(each.result)} ({parameters})"
    return rows


def family(constant):
    """Constants whose values may not meet, and that grow at their end: EOM_E_..., EOM_QUANTITY_..., answers."""
    return constant.type, re.match(r"[A-Z]+_(?:[A-Z]+_)?", constant.name)[0]


def compare(before, now):
    for name, was in before.items():
        if name not in now:
            problems.append(f"{name} is gone")
        elif now[name] != was:
            problems.append(f"{name} was {was}, is {now[name]}")


def compare_constants(before, now):
    compare(*({each.name: (each.type, each.value) for each in constants} for constants in (before, now)))
    released = {each.name for each in before}
    last = {}
    for each in now:
        previous = last.get(family(each))
        last[family(each)] = each
        if previous is not None and each.value <= previous.value:
            problems.append(f"{each.name} is {each.value}, after {previous.name}, which is {previous.value}")
        elif previous is not None and each.name not in released and each.value != previous.value + 1:
            problems.append(f"{each.name} is {each.value}; the next after {previous.name} is {previous.value + 1}")
    values = [each.value for each in now if each.type == "eom_status"]
    problems.extend(f"two statuses are {value}" for value in sorted(set(values)) if values.count(value) > 1)


def owner(name):
    """What a row stands in: the type of a member, the list of a code ..."""
    return name.rpartition(".")[0] or name.split()[0]


def compare_schemas(before, now):
    compare(before, now)
    kept = [name for name in now if name in before]
    order = [name for name in before if name in now]
    for place in dict.fromkeys(owner(name) for name in order):
        were, are = ([name for name in names if owner(name) == place] for names in (order, kept))
        if were != are:
            moved = next(here for here, there in zip(are, were) if here != there)
            problems.append(f"{moved} stands in another place than it did")
    for name in now.keys() - before.keys():
        kind, _, path = name.partition(" ")
        into_old = f"{'type' if kind == 'member' else 'analysis'} {path.split('.')[0]}" in before
        if kind in ("member", "option") and into_old and now[name][-1] == "yes":
            problems.append(f"{name} is new and required, in what was there before")


def main():
    checkout = pathlib.Path(sys.argv[1])
    released = checkout / "tests/abi/released"
    try:
        then, now = header.read(released / "openeom.h"), header.read(checkout / "capi/include/openeom.h")
    except header.Unreadable as unreadable:
        sys.exit(str(unreadable))
    schema_then, schema_now = (
        flatten(json.loads(path.read_text(encoding="utf-8")))
        for path in (released / "schema.json", checkout / "capi/schema.json")
    )
    compare(declared(then), declared(now))
    compare_constants(then.constants, now.constants)
    compare_schemas(schema_then, schema_now)
    for problem in problems:
        print(problem)
    cases = len(declared(then)) + len(then.constants) + len(schema_then)
    print(f"{cases} cases, {len(problems)} failed" if problems else f"{cases} cases")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
