"""Reads capi/schema.json: the types of the record with their members, code lists, and the analyses with their options."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping


@dataclass(frozen=True)
class Member:
    """A member of a type, or an option of an analysis. `value` is its kind of value, `of` what it refers to or holds."""

    name: str
    value: str
    is_list: bool
    required: bool
    of: str
    unit: str
    codes: str
    meaning: str
    since: str


@dataclass(frozen=True)
class Type:
    """`kind` is "register", "table" or "part"."""

    name: str
    plural: str
    kind: str
    meaning: str
    since: str
    members: List[Member]


@dataclass(frozen=True)
class CodeList:
    """The first code is what an omitted member means."""

    name: str
    meaning: str
    codes: List[str]


@dataclass(frozen=True)
class Analysis:
    name: str
    summary: str
    options: List[Member]


@dataclass(frozen=True)
class Schema:
    format: str
    types: Dict[str, Type]
    code_lists: Dict[str, CodeList]
    analyses: List[Analysis]

    def registers(self) -> List[Type]:
        """Types whose records are found by id, tables included."""
        return [each for each in self.types.values() if each.kind != "part"]


def _member(row: Mapping[str, Any]) -> Member:
    return Member(
        name=row["name"],
        value=row["value"],
        is_list=row.get("list") == "yes",
        required=row.get("required") == "yes",
        of=row.get("of", ""),
        unit=row.get("unit", ""),
        codes=row.get("codes", ""),
        meaning=row.get("meaning", ""),
        since=row["since"],
    )


def _members(rows: List[Mapping[str, Any]], type: str) -> List[Member]:
    return [_member(row) for row in rows if row["type"] == type]


def read(path: pathlib.Path) -> Schema:
    described = json.loads(path.read_text(encoding="utf-8"))
    types = [
        Type(
            name=row["name"],
            plural=row.get("plural", ""),
            kind=row["kind"],
            meaning=row["meaning"],
            since=row["since"],
            members=_members(described["members"], row["name"]),
        )
        for row in described["types"]
    ]
    lists = [CodeList(row["name"], row.get("meaning", ""), row["codes"]) for row in described["code_lists"]]
    analyses = [
        Analysis(row["name"], row["summary"], _members(described["options"], row["name"]))
        for row in described["analyses"]
    ]
    return Schema(
        format=described["format"],
        types={each.name: each for each in types},
        code_lists={each.name: each for each in lists},
        analyses=analyses,
    )
