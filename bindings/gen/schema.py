"""Reads capi/schema.json: the types of the record with their members, code lists, the analyses with their options,
and what results hold."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass, field
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
class Result:
    """What a function of the library gives: its name, and the type that it is."""

    name: str
    type: str


@dataclass(frozen=True)
class Schema:
    """`result_types` and `result_code_lists` are those that only results have."""

    format: str
    types: Dict[str, Type]
    code_lists: Dict[str, CodeList]
    analyses: List[Analysis]
    results: List[Result] = field(default_factory=list)
    result_types: Dict[str, Type] = field(default_factory=dict)
    result_code_lists: Dict[str, CodeList] = field(default_factory=dict)

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


def _types(described: Mapping[str, Any], prefix: str = "") -> Dict[str, Type]:
    return {
        row["name"]: Type(
            name=row["name"],
            plural=row.get("plural", ""),
            kind=row["kind"],
            meaning=row["meaning"],
            since=row["since"],
            members=_members(described[f"{prefix}members"], row["name"]),
        )
        for row in described[f"{prefix}types"]
    }


def _code_lists(rows: List[Mapping[str, Any]]) -> Dict[str, CodeList]:
    return {row["name"]: CodeList(row["name"], row.get("meaning", ""), row["codes"]) for row in rows}


def read(path: pathlib.Path) -> Schema:
    described = json.loads(path.read_text(encoding="utf-8"))
    analyses = [
        Analysis(row["name"], row["summary"], _members(described["options"], row["name"]))
        for row in described["analyses"]
    ]
    return Schema(
        format=described["format"],
        types=_types(described),
        code_lists=_code_lists(described["code_lists"]),
        analyses=analyses,
        results=[Result(row["name"], row["type"]) for row in described["results"]],
        result_types=_types(described, "result_"),
        result_code_lists=_code_lists(described["result_code_lists"]),
    )
