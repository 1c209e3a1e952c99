"""Writes the reference page of code lists: the closed ones of the schema and the extensible ones of the catalogue."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import Dict, List

from markdown_text import cell, sentence, table
from schema import Schema

HEAD = """# Code lists

The words that members of the [types of the record](types.md) are limited to. The first section has the closed lists: a
member with one of them takes no other word, and what is not stated is the list's first. The second section has the lists
that a dossier may add to, by records of type [code_entry](types.md#code_entry).
"""
IDS = {"standard": "standard", "indicator": "indicator_definition", "outline": "document_outline"}


@dataclass(frozen=True)
class Entry:
    code: str
    meaning: str


def read(path: pathlib.Path) -> Dict[str, List[Entry]]:
    """The codes of the catalogue by their list."""
    lists: Dict[str, List[Entry]] = {}
    for row in json.loads(path.read_text(encoding="utf-8"))["code_entries"]:
        lists.setdefault(row["list"], []).append(Entry(row["code"], row["meaning"]))
    return lists


def _users(schema: Schema, name: str) -> str:
    """The members that a list is for."""
    users = [
        f"[{described.name}](types.md#{described.name}).{member.name}"
        for described in schema.types.values()
        for member in described.members
        if member.codes == name
    ]
    return f"For {', '.join(users)}." if users else ""


def _said(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def emit(schema: Schema, catalogue: Dict[str, List[Entry]]) -> str:
    lines = [HEAD, "## Closed lists"]
    for listed in schema.code_lists.values():
        meaning = sentence(listed.meaning) if listed.meaning else ""
        lines += ["", f"### {listed.name}", "", _said(meaning, _users(schema, listed.name)), ""]
        lines += [" ".join(f"`{code}`" for code in listed.codes)]
    lines += ["", "## Lists that a dossier may add to"]
    open_lists = {
        member.codes: None
        for described in schema.types.values()
        for member in described.members
        if member.codes and member.codes not in schema.code_lists
    }
    for name in open_lists:
        lines += ["", f"### {name}", ""]
        if name in IDS:
            lines += [_said(f"The ids of records of type [{IDS[name]}](types.md#{IDS[name]}).", _users(schema, name))]
            continue
        entries = catalogue.get(name, [])
        none = "" if entries else "The catalogue has no code of this list."
        lines += [_said(_users(schema, name), none)]
        if entries:
            lines += ["", *table(["code", "meaning"], [[f"`{each.code}`", cell(each.meaning)] for each in entries])]
    return "\n".join([*lines, ""])
