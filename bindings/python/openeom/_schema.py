"""Types, members and code lists as the library describes them, and the Python classes that follow from them."""

from __future__ import annotations

import decimal
import json
from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional

from . import _errors, _ffi


class Member(NamedTuple):
    """A member of a type. `value` is its kind of value, `of` the type that it refers to or holds."""

    name: str
    value: str
    list: bool
    required: bool
    of: str
    unit: str
    codes: str
    meaning: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Member":
        return cls(
            name=row["name"],
            value=row["value"],
            list=row.get("list") == "yes",
            required=row.get("required") == "yes",
            of=row.get("of", ""),
            unit=row.get("unit", ""),
            codes=row.get("codes", ""),
            meaning=row.get("meaning", ""),
        )

    def documentation(self) -> str:
        """Meaning, kind of value and unit in a line."""
        value = {"code": "one of " + self.codes if self.codes else "a code", "record": self.of, "reference": "id of a " + self.of}.get(
            self.value, self.value
        )
        kind = ("a list of " if self.list else "") + value.replace("_", " ")
        return f"{self.meaning or self.name} ({kind}{', ' + self.unit if self.unit else ''})"


class Type(NamedTuple):
    """A type of the record; `kind` is "register", "table" or "part"."""

    name: str
    plural: str
    kind: str
    meaning: str
    members: "Dict[str, Member]"


class Schema:
    """Types by name and by plural, and the codes of each enumeration: the first is what an omitted member means."""

    def __init__(self, described: Mapping[str, Any]) -> None:
        self.types: Dict[str, Type] = {}
        for row in described.get("types", ()):
            # The first code of a list may be left out: a type without a kind is a register.
            kind = row.get("kind", "register")
            self.types[row["name"]] = Type(row["name"], row.get("plural", ""), kind, row.get("meaning", ""), {})
        for row in described.get("members", ()):
            self.types[row["type"]].members[row["name"]] = Member.read(row)
        self.codes: Dict[str, List[str]] = {row["name"]: row["codes"] for row in described.get("code_lists", ())}
        self.plurals: Dict[str, str] = {each.plural: each.name for each in self.types.values() if each.plural}

    @property
    def root(self) -> Type:
        """The type that was asked for: it is described first."""
        return next(iter(self.types.values()))

    def registers(self) -> Iterable[Type]:
        return (each for each in self.types.values() if each.kind != "part")

    def find(self, name: str) -> Optional[Type]:
        """A type by its name or its plural."""
        return self.types.get(self.plurals.get(name, name))


def read_json(text: "str | bytes") -> Any:
    """JSON without loss: whole numbers exact, others as decimal.Decimal."""
    return json.loads(text, parse_float=decimal.Decimal)


def write_json(value: Any) -> str:
    """JSON of what read_json gives: the digits of decimal.Decimal are kept."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{write_json(name)}: {write_json(each)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(write_json(each) for each in value) + "]"
    if isinstance(value, decimal.Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def result_json(handle: int) -> Any:
    """The JSON of a result handle, which is freed."""
    try:
        with _errors.Watching(None) as watching:
            return read_json(_errors.text_of("eom_result_json", handle, *watching) or b"{}")
    finally:
        _ffi.functions().eom_result_destroy(handle)


# Without locks, so that a child of a fork finds none that is held: of two threads, the first one's is taken.
_whole: Dict[str, Schema] = {}
_of_results: Dict[str, Schema] = {}


def whole() -> Schema:
    """The schema of the record, read once."""
    if not _whole:
        _whole.setdefault("", Schema(result_json(_errors.handle("eom_schema", None, 0))))
    return _whole[""]


def of_result(handle: Any) -> Schema:
    """The schema of a result, read once for each kind of result."""
    name = _ffi.functions().eom_result_name(handle).decode()
    if name not in _of_results:
        _of_results.setdefault(name, Schema(result_json(_errors.handle("eom_result_schema", handle))))
    return _of_results[name]
