"""Writes the results of checks, analyses and documents for Python: a class each, and one for each part of them."""

from __future__ import annotations

import keyword
from typing import List

import python_types
from python_text import class_name, docstring, imports, sentence
from python_types import Unmapped, value_of
from schema import Member, Result, Schema, Type

HEAD = '''"""What checks, analyses and documents give, as classes: their members are typed, documented and never change.

    def late(review: openeom.results.Registration) -> list[openeom.results.RegistrationDecision]:
        return [decision for decision in review.decisions if decision.days_before_vote is not None]

The methods of a dossier make them. A library that is newer than this package may give more results and members: they work
in the same way, unknown to type checkers only.
"""

from __future__ import annotations
'''
MODULES = {
    "decimal": ["Decimal"],
    "fractions": ["Fraction"],
    "typing": ["Any", "List", "Literal", "Optional"],
}
PACKAGE = {".": ["_records", "_results", "_values", "types"]}


def _value(member: Member, schema: Schema) -> str:
    """As in types.py, where the types of the record are."""
    own = {*schema.result_types, *schema.result_code_lists}
    value = value_of(member, {*schema.code_lists, *schema.result_code_lists})
    name = member.of if member.value == "record" else member.codes
    elsewhere = member.value in ("record", "code") and name in {*schema.types, *schema.code_lists} - own
    return f"types.{value}" if elsewhere else value


def _attribute(member: Member, schema: Schema) -> str:
    value = _value(member, schema)
    if member.is_list:
        value = f"List[{value}]"
    elif member.value not in ("code", "record") and not member.required:
        value = f"Optional[{value}]"
    return f"{member.name}: {value}"


def _class(name: str, base: str, key: str, described: Type, schema: Schema) -> List[str]:
    lines = ["", "", f'class {name}({base}, name="{key}"):', f"    {docstring(sentence(described.meaning), 4)}", ""]
    for member in described.members:
        if keyword.iskeyword(member.name):  # reached by result["..."] only
            continue
        unit = f" ({member.unit})" if member.unit else ""
        lines += [f"    {_attribute(member, schema)}", f"    {docstring((member.meaning or member.name) + unit, 4)}"]
    return lines


def _refuse_double_names(schema: Schema, parts: List[Type]) -> None:
    taken = {name for names in MODULES.values() for name in names} | {"types"}
    for name in [*(result.name for result in schema.results), *(part.name for part in parts), *schema.result_code_lists]:
        if class_name(name) in taken:
            raise Unmapped(f"two things would be called {class_name(name)} in Python's results")
        taken.add(class_name(name))


def _root(result: Result, schema: Schema) -> Type:
    return schema.result_types[result.type]


def emit(schema: Schema) -> str:
    held = {member.of for each in schema.result_types.values() for member in each.members if member.value == "record"}
    parts = [each for name, each in schema.result_types.items() if name in held]
    _refuse_double_names(schema, parts)
    lines: List[str] = []
    for listed in schema.result_code_lists.values():
        lines += python_types.codes(listed)
    for result in schema.results:
        lines += _class(class_name(result.name), "_results.Result", result.name, _root(result, schema), schema)
    for part in parts:
        lines += _class(class_name(part.name), "_records.Part", part.name, part, schema)
    return "\n".join([HEAD, *imports(lines, MODULES), "", *imports(lines, PACKAGE), *lines, ""])
