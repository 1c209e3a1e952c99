"""Writes the record for Python: a class each type, an attribute each member, a Literal each code list."""

from __future__ import annotations

import keyword
from typing import List

from python_text import WIDTH, class_name, docstring, imports, sentence
from schema import CodeList, Member, Schema, Type

VALUES = {
    "boolean": "bool",
    "integer": "int",
    "text": "str",
    "id": "str",
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

HEAD = '''"""The types of the record as classes: members are typed, documented and never change.

    def late(event: openeom.types.RegistrationEvent) -> bool:
        return event.kind == "deregistered" and event.due_process.hearing == "not_met"

What a dossier is read into, whichever way: an attribute is converted when it is first asked for. They can also be made,
with members by name, and put into an edit:

    edit.put("party", openeom.types.Party(id="greens", names=[openeom.types.Name(text="Green Party")]))

A library that is newer than this package may have more types, members and codes: they work in the same way, unknown to
type checkers only.
"""

from __future__ import annotations
'''
MODULES = {
    "decimal": ["Decimal"],
    "fractions": ["Fraction"],
    "typing": ["Any", "List", "Literal", "Optional"],
}
PACKAGE = {".": ["_records", "_values"]}


class Unmapped(Exception):
    """What the schema has and Python has no type for."""


def value_of(member: Member, codes: "set[str]") -> str:
    """One value of a member."""
    if member.value == "record":
        return class_name(member.of)
    if member.value == "code":
        return class_name(member.codes) if member.codes in codes else "str"
    if member.value not in VALUES:
        raise Unmapped(f"Python has no type for the value '{member.value}' of {member.name}: see python_types.VALUES")
    return VALUES[member.value]


def _attribute(member: Member, schema: Schema) -> str:
    """The annotation, and what the member reads as where it is not stated."""
    value = value_of(member, set(schema.code_lists))
    if member.is_list:
        value, default = f"List[{value}]", "()"
    elif member.value == "code":
        listed = schema.code_lists.get(member.codes)
        default = f'"{listed.codes[0]}"' if listed else '"not_stated"'
    elif member.value == "record":
        default = "{}"
    else:
        value, default = (value if member.required else f"Optional[{value}]"), "None"
    return f"{member.name}: {value} = _records.member({'' if member.required else f'default={default}'})"


def _class(described: Type, schema: Schema) -> List[str]:
    base = "_records.Part" if described.kind == "part" else "_records.Record"
    lines = ["", "", f'class {class_name(described.name)}({base}, name="{described.name}"):']
    lines += [f"    {docstring(sentence(described.meaning), 4)}", ""]
    for member in described.members:
        if keyword.iskeyword(member.name):  # reached by record["..."] only
            continue
        unit = f" ({member.unit})" if member.unit else ""
        lines += [f"    {_attribute(member, schema)}", f"    {docstring((member.meaning or member.name) + unit, 4)}"]
    return lines


def codes(listed: CodeList) -> List[str]:
    words = [f'"{code}"' for code in listed.codes]
    lines = ["", f"{class_name(listed.name)} = Literal[{', '.join(words)}]"]
    if len(lines[1]) > WIDTH:
        lines = ["", f"{class_name(listed.name)} = Literal[", *(f"    {word}," for word in words), "]"]
    return [*lines, docstring(sentence(listed.meaning))] if listed.meaning else lines


def _refuse_double_names(schema: Schema) -> None:
    taken = {name for names in MODULES.values() for name in names}
    for name in [*schema.types, *schema.code_lists]:
        if class_name(name) in taken:
            raise Unmapped(f"two things would be called {class_name(name)} in Python")
        taken.add(class_name(name))


def emit(schema: Schema) -> str:
    _refuse_double_names(schema)
    lines: List[str] = []
    for listed in schema.code_lists.values():
        lines += codes(listed)
    for described in schema.types.values():
        lines += _class(described, schema)
    return "\n".join([HEAD, *imports(lines, MODULES), "", *imports(lines, PACKAGE), *lines, ""])
