"""Writes the types that the library describes as a stub for type checkers: stubs.py FILE, with openeom importable.

One class a type of record or part, one method a register and an analysis. Run when the library is built.
"""

import keyword
import os
import sys

import openeom
from openeom import _records, _schema

VALUES = {
    "boolean": "bool",
    "integer": "int",
    "text": "str",
    "id": "str",
    "code": "str",
    "json": "Any",
    "reference": "_records.Reference",
    "any_reference": "_records.Reference",
    "decimal": "Decimal",
    "rational": "Fraction",
    "date": "_values.Date",
    "instant": "_values.Instant",
    "interval": "_values.Interval",
    "quantity": "_values.Quantity",
    "span": "_values.Span",
}
ALWAYS = {"id", "code", "record"}  # kinds of value that are never None
OPTIONS = {
    "integer": "int",
    "boolean": "bool",
    "code": "str",
    "text": "str",
    "date": "_values.Date | str",
    "json": "Mapping[str, Any]",
}

HEAD = '''"""Made from the library's own description of its types; see tools/stubs.py."""
from decimal import Decimal
from fractions import Fraction
from typing import Any, Mapping

from . import _dossier, _records, _results, _values
'''


def quoted(text):
    """A docstring."""
    return '"""' + text.replace("\\", "\\\\").replace('"""', "'''") + ('"""' if not text.endswith('"') else ' """')


def type_of(member):
    value = _records.class_name(member.of) if member.value == "record" else VALUES[member.value]
    if member.list:
        return f"list[{value}]"
    return value if member.value in ALWAYS or member.required else f"{value} | None"


def class_of(described):
    base = "_records.Record" if described.kind != "part" else "_records.Part"
    lines = [f"class {_records.class_name(described.name)}({base}):", f"    {quoted(described.meaning)}"]
    for member in described.members.values():
        if keyword.iskeyword(member.name):
            continue
        lines += [
            "    @property",
            f"    def {member.name}(self) -> {type_of(member)}:",
            f"        {quoted(member.documentation())}",
        ]
    return lines


def option_of(option):
    value = OPTIONS.get(option.value, "Any")
    if option.list:
        value = "Mapping[str, str]" if option.name == "texts" else f"list[{value}]"
    return f"{option.name}: {value}" if option.required else f"{option.name}: {value} | None = None"


def methods():
    taken = set(vars(openeom.Dossier))
    schema = _schema.whole()
    lines = ["class Members:", '    """Registers and analyses of a dossier."""']
    for plural, name in schema.plurals.items():
        if plural in taken:
            continue
        taken.add(plural)
        lines += [
            f"    def {plural}(self, **filter: Any) -> _dossier.Records[{_records.class_name(name)}]:",
            f"        {quoted(schema.types[name].meaning)}",
        ]
    for name, analysis in openeom.analyses().items():
        if name in taken:
            continue
        required = [option_of(option) for option in analysis.options if option.required]
        others = [option_of(option) for option in analysis.options if not option.required]
        parameters = ", ".join(["self", *required, *(["*", *others] if others else [])])
        lines += [f"    def {name}({parameters}) -> _results.Result:", f"        {quoted(analysis.summary)}"]
    return lines


def main(path):
    lines = [HEAD]
    for described in _schema.whole().types.values():
        lines += ["", *class_of(described), ""]
    lines += ["", *methods(), ""]
    temporary = path + ".new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    os.replace(temporary, path)


if __name__ == "__main__":
    main(sys.argv[1])
