"""Records and their parts as light objects: one class a type, one attribute a member, made from the schema."""

from __future__ import annotations

import datetime
import decimal
import difflib
import fractions
import keyword
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Type as Class

from ._schema import Member, Schema, Type, read_json, whole, write_json
from ._values import Date, Instant, Interval, Quantity, Span

if TYPE_CHECKING:
    from ._dossier import Dossier


def did_you_mean(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(names), 1, 0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


class Reference(str):
    """The id of another record ("alga"), or its type and id ("party:alga") where several types are possible.

    `type` and `id` are its parts, `record` is the record itself.
    """

    type: str
    id: str
    _dossier: "Optional[Dossier]"

    def __new__(cls, text: str, type: str = "", dossier: "Optional[Dossier]" = None) -> "Reference":
        made = super().__new__(cls, text)
        named, colon, rest = text.partition(":")
        made.type, made.id = (type, text) if type or not colon else (named, rest)
        made._dossier = dossier
        return made

    @property
    def record(self) -> Any:
        """The record; raises Error with code "not_found" where the dossier has none."""
        if self._dossier is None:
            raise LookupError(f"'{self}' belongs to no dossier")
        return self._dossier.get(self.type, self.id)

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Reference, (str(self), self.type))


class Attribute:
    """A member as an attribute of its class."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.__doc__ = member.documentation()

    def __get__(self, part: "Optional[Part]", owner: Any = None) -> Any:
        return self if part is None else part._value(self.member)


class Part:
    """A part of a record or of a result: its members are attributes.

    What is not there is None, a code that is not stated is its list's first word ("not_stated", "unknown"), a list is
    empty, and a part is there but empty, which counts as false.
    """

    __slots__ = ("_data", "_dossier", "_values")
    _type: Type
    _schema: Schema
    _classes: "Classes"

    def __init__(self, data: Mapping[str, Any], dossier: "Optional[Dossier]" = None) -> None:
        object.__setattr__(self, "_data", data)
        object.__setattr__(self, "_dossier", dossier)
        object.__setattr__(self, "_values", {})

    def _value(self, member: Member) -> Any:
        if member.name not in self._values:
            self._values[member.name] = self._convert(member)
        value = self._values[member.name]
        return list(value) if isinstance(value, tuple) and member.list else value

    def _convert(self, member: Member) -> Any:
        raw = self._data.get(member.name)
        convert = _CONVERTERS[member.value]
        if member.list:
            return tuple(convert(self, member, each) for each in raw or ())
        if raw is not None:
            return convert(self, member, raw)
        if member.value == "code":
            return self._schema.codes.get(member.codes, ("not_stated",))[0]
        if member.value == "record":
            return self._classes.of(member.of)({}, self._dossier)
        return None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(f"{self._type.name} has no member '{name}'{did_you_mean(name, self._type.members)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("what was read does not change; records change in an edit: dossier.edit()")

    def __getitem__(self, path: str) -> Any:
        """A member by name or path ("due_process.hearing"); members that are a partner's own ("x-...") too."""
        if path in self._type.members:
            return self._value(self._type.members[path])
        if path in self._data:
            return self._data[path]
        first, dot, rest = path.partition(".")
        if dot and first in self._type.members:
            return self._value(self._type.members[first])[rest]
        raise KeyError(f"{self._type.name} has no member '{path}'{did_you_mean(path, self._type.members)}")

    def __contains__(self, name: str) -> bool:
        """Whether the member is stated."""
        return name in self._data

    def __bool__(self) -> bool:
        return bool(self._data)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Part):
            return self._type.name == other._type.name and self._data == other._data
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._type.name, self.json()))

    def __dir__(self) -> List[str]:
        return sorted({*super().__dir__(), *self._type.members})

    def to_dict(self) -> Dict[str, Any]:
        """The stated members as the dossier has them in JSON, a copy."""
        copied: Dict[str, Any] = read_json(self.json())
        return copied

    def json(self) -> str:
        return write_json(self._data)

    def __copy__(self) -> "Part":
        return self

    def __deepcopy__(self, memo: Any) -> "Part":
        return self

    def __reduce__(self) -> Any:
        raise TypeError(
            f"a {self._type.name} belongs to its dossier and is not pickled: pickle the dossier, or to_dict()"
        )

    def __repr__(self) -> str:
        shown = [f"{name}={_short(self[name])}" for name in self._type.members if name in self._data and name != "id"]
        more = " ..." if len(shown) > 5 else ""
        return f"<{' '.join([self._label(), *shown[:5]])}{more}>"

    def _label(self) -> str:
        return self._type.name


class Record(Part):
    """A record of a dossier. `str` is its type and id, as in references."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{self._type.name}:{self._data['id']}"

    def _label(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return hash((self._type.name, self._data["id"]))

    def _repr_html_(self) -> Optional[str]:
        if self._dossier is None:
            return None
        shown: str = self._dossier.analyze("record", type=self._type.name, id=self._data["id"])._repr_html_()
        return shown


def _short(value: Any) -> str:
    text = repr(value) if isinstance(value, (str, list)) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."


Converter = Callable[[Part, Member, Any], Any]

_CONVERTERS: Dict[str, Converter] = {
    "boolean": lambda part, member, raw: raw,
    "integer": lambda part, member, raw: int(raw),
    "text": lambda part, member, raw: raw,
    "id": lambda part, member, raw: raw,
    "code": lambda part, member, raw: raw,
    "json": lambda part, member, raw: raw,
    "reference": lambda part, member, raw: Reference(raw, member.of, part._dossier),
    "any_reference": lambda part, member, raw: Reference(raw, "", part._dossier),
    "decimal": lambda part, member, raw: decimal.Decimal(raw),
    "rational": lambda part, member, raw: fractions.Fraction(raw),
    "date": lambda part, member, raw: Date(raw),
    "instant": lambda part, member, raw: Instant(raw),
    "interval": lambda part, member, raw: Interval(*raw),
    "quantity": lambda part, member, raw: Quantity(raw),
    "span": lambda part, member, raw: Span(*raw),
    "record": lambda part, member, raw: part._classes.of(member.of)(raw, part._dossier),
}


def class_name(name: str) -> str:
    """ "registration_event" as a class: "RegistrationEvent"."""
    return "".join(word.capitalize() for word in name.split("_"))


class Classes:
    """The classes of one schema, each made when first needed."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._made: Dict[str, Class[Part]] = {}

    def of(self, name: str) -> Class[Part]:
        if name not in self._made:
            self._made[name] = self._make(self.schema.types[name])
        return self._made[name]

    def _make(self, described: Type) -> Class[Part]:
        lines = [described.meaning[:1].upper() + described.meaning[1:] + ".", ""]
        lines += [f"{member.name}: {member.documentation()}" for member in described.members.values()]
        body: Dict[str, Any] = {
            "__slots__": (),
            "__doc__": "\n".join(lines),
            "__module__": "openeom",
            "_type": described,
            "_schema": self.schema,
            "_classes": self,
        }
        for member in described.members.values():
            if not keyword.iskeyword(member.name):
                body[member.name] = Attribute(member)
        base = Record if described.kind != "part" else Part
        return type(class_name(described.name), (base,), body)


def to_json(value: Any, member: Optional[Member] = None) -> Any:
    """A Python value as what JSON has for it; for a member of a known type, in that type's form."""
    if isinstance(value, Record):
        return str(value) if member is None or member.value == "any_reference" else value._data["id"]
    if isinstance(value, Part):
        return value._data
    if isinstance(value, (Date, Instant, Interval, Quantity)):
        return value.to_json()
    if isinstance(value, bool):
        return ("yes" if value else "no") if member is not None and member.codes == "yes_no" else value
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, fractions.Fraction):
        return str(value)
    if isinstance(value, int) and member is not None and member.value == "quantity":
        return {"exact": value}
    if isinstance(value, float):
        raise TypeError(f"{value!r}: give decimal.Decimal or text, so that the digits are yours")
    if isinstance(value, Mapping):
        held = whole().types.get(member.of) if member is not None and member.value == "record" else None
        return members_to_json(held, value)
    if isinstance(value, (list, tuple, set, frozenset)):
        ordered = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [to_json(each, member) for each in ordered]
    return value


def members_to_json(type: Optional[Type], members: Mapping[str, Any]) -> Dict[str, Any]:
    """Members by name as a JSON object; what is None is left out."""
    known = type.members if type is not None else {}
    return {name: to_json(value, known.get(name)) for name, value in members.items() if value is not None}
