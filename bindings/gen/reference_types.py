"""Writes the reference page of the types of the record and of their members."""

from __future__ import annotations

from typing import Dict, List, Set

from markdown_text import cell, sentence, table
from schema import Member, Schema, Type

HEAD = """# Types of the record

What a dossier of format {format} holds: {registers} types of record with their members, and {parts} types of part. They have
the same names in JSON, in C, in Python and at the command line, where `openeom schema TYPE` shows one of them.
[How values are written](../../include/openeom/io/FORMAT.md) has an example of each kind; [code lists](codes.md) are a page
of their own, and so are the [functions](functions.md) of the C interface.

A member that is not stated is unknown, never zero or false; only those that say *required* have to be. A code that is not
stated is the first of its list, such as `not_stated` or `unknown`. A date is as precise as it is known, down to a range of
years; a quantity is as exact as somebody said it, down to "several". Everything here is there since format {first} unless its
line says otherwise.
"""
VALUES: Dict[str, str] = {
    "boolean": "yes or no",
    "integer": "whole number",
    "decimal": "decimal number",
    "rational": "exact fraction",
    "text": "text",
    "id": "id",
    "date": "date",
    "instant": "time",
    "interval": "interval of whole numbers",
    "quantity": "quantity",
    "span": "span of bytes",
    "json": "any JSON",
    "any_reference": "reference, `type:id`",
}


class Unmapped(Exception):
    """A kind of value that the page has no word for."""


def _linked(name: str) -> str:
    return f"[{name}](#{name})"


class Page:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._first = schema.format
        registers = schema.registers()
        self._common = [each for each in registers[0].members if all(each in other.members for other in registers)]
        self._parts_of = self._owners()

    def _owners(self) -> Dict[str, List[str]]:
        """Parts by what holds them alone; those that several types hold under an empty name."""
        holders: Dict[str, Set[str]] = {}
        for described in self._schema.types.values():
            for member in described.members:
                if member.value == "record":
                    holders.setdefault(member.of, set()).add(described.name)
        owners: Dict[str, List[str]] = {}
        for described in self._schema.types.values():
            if described.kind == "part":
                held = holders.get(described.name, set())
                owners.setdefault(next(iter(held)) if len(held) == 1 else "", []).append(described.name)
        return owners

    def _codes(self, name: str) -> str:
        return f"[{name}](codes.md#{name})"

    def _value(self, member: Member) -> str:
        if member.value == "record":
            said = _linked(member.of) + (f", its code of {self._codes(member.codes)}" if member.codes else "")
        elif member.value == "reference":
            said = f"id of {_linked(member.of)}"
        elif member.value == "code":
            said = f"code of {self._codes(member.codes)}" if member.codes else "code"
        elif member.value in VALUES:
            said = VALUES[member.value] + (f", code of {self._codes(member.codes)}" if member.codes else "")
        else:
            raise Unmapped(f"no word for the value '{member.value}' of {member.name}: see reference_types.VALUES")
        said = f"list: {said}" if member.is_list else said
        said += f", in {member.unit}" if member.unit else ""
        return said + (", *required*" if member.required else "")

    def _row(self, member: Member) -> List[str]:
        since = f" (since {member.since})" if member.since != self._first else ""
        return [f"`{member.name}`", self._value(member), cell(member.meaning) + since]

    def _members(self, members: List[Member]) -> List[str]:
        return table(["member", "value", "meaning"], [self._row(member) for member in members])

    def _section(self, described: Type, level: int) -> List[str]:
        lines = ["", f"{'#' * min(level, 6)} {described.name}", ""]
        said = sentence(described.meaning)
        if described.plural:
            said += f" Its records are `{described.plural}`" + (", a table." if described.kind == "table" else ".")
        owner = next((name for name, parts in self._parts_of.items() if name and described.name in parts), "")
        said += f" A part of {_linked(owner)}." if owner else ""
        if described.since != self._first:
            said += f" Since {described.since}."
        own = [each for each in described.members if described.kind == "part" or each not in self._common]
        lines += [said, "", *self._members(own)]
        for part in self._parts_of.get(described.name, []):
            lines += self._section(self._schema.types[part], level + 1)
        return lines

    def _contents(self) -> List[str]:
        rows = [[_linked(each.name), cell(each.meaning)] for each in self._schema.registers()]
        return ["## Contents", "", *table(["type", "what it is"], rows)]

    def emit(self) -> str:
        registers = self._schema.registers()
        parts = len(self._schema.types) - len(registers)
        head = HEAD.format(format=self._schema.format, registers=len(registers), parts=parts, first=self._first)
        lines = [head, *self._contents()]
        lines += ["", "## Every record", "", "These members every record has; the tables below leave them out.", ""]
        lines += self._members(self._common)
        for described in registers:
            lines += self._section(described, 2)
        lines += ["", "## Parts of several types", "", "What more than one type holds."]
        for name in self._parts_of.get("", []):
            lines += self._section(self._schema.types[name], 3)
        return "\n".join([*lines, ""])


def emit(schema: Schema) -> str:
    return Page(schema).emit()
