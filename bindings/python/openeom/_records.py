"""Records and their parts as light objects: one class a type, one attribute a member.

The classes of the types that were known when this package was written are in types.py and results.py; for others they
are made from the library's own description.
"""

from __future__ import annotations

import datetime
import decimal
import difflib
import fractions
import keyword
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Type as Class, TypeVar

from ._schema import Member, Schema, Type, read_json, whole, write_json
from ._values import Date, Instant, Interval, Quantity, Span

P = TypeVar("P", bound="Part")

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform

    from ._dossier import Dossier
else:

    def dataclass_transform(**_: Any) -> Any:
        """What type checkers know of classes like these; at run time nothing."""
        return lambda made: made


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

    name: str
    _owner: "Class[Part]"

    def __set_name__(self, owner: "Class[Part]", name: str) -> None:
        self.name = name
        self._owner = owner

    def __get__(self, part: "Optional[Part]", owner: Any = None) -> Any:
        return self if part is None else part._value(self.name)

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """Meaning, kind of value and unit, as the library tells them."""
        described = self._owner._bound()._type.members.get(self.name)
        return described.documentation() if described is not None else "not known to the library that is loaded"


def member(*, default: Any = ...) -> Any:
    """A member of a class in types.py. `default` tells type checkers that it may be left out, and what is read then."""
    return Attribute()


_written: "Dict[str, Class[Part]]" = {}  # the classes of types.py and results.py by the name of their type


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(member,))
class Part:
    """A part of a record or of a result: its members are attributes.

    What is not there is None, a code that is not stated is its list's first word ("not_stated", "unknown"), a list is
    empty, and a part is there but empty, which counts as false.
    """

    __slots__ = ("_data", "_dossier", "_values")
    if TYPE_CHECKING:  # typing.get_type_hints finds the members alone
        _data: Mapping[str, Any]
        _dossier: "Optional[Dossier]"
        _values: Dict[str, Any]
        _name: str  # of the type
        _type: Type
        _schema: Schema
        _classes: "Classes"

    def __init_subclass__(cls, name: Optional[str] = None) -> None:
        """`name` is that of the type whose records are read into this class."""
        if name is not None:
            cls._name = name
            _written[name] = cls

    def __init__(self, **members: Any) -> None:
        """A record or part of the members given, to be put into an edit."""
        described = self._bound()._type
        if described.name not in whole().types:
            raise TypeError(f"{type(self).__name__} is what results hold: the types of records are in openeom.types")
        for given in members:
            if given not in described.members:
                raise TypeError(f"{described.name} has no member '{given}'{did_you_mean(given, described.members)}")
        self._hold(members_to_json(described, members), None)

    def _hold(self, data: Mapping[str, Any], dossier: "Optional[Dossier]") -> None:
        object.__setattr__(self, "_data", data)
        object.__setattr__(self, "_dossier", dossier)
        object.__setattr__(self, "_values", {})

    @classmethod
    def _read(cls: "Class[P]", data: Mapping[str, Any], dossier: "Optional[Dossier]" = None) -> "P":
        """What was read from a dossier or a result."""
        made = cls.__new__(cls)
        made._hold(data, dossier)
        return made

    @classmethod
    def _bound(cls: "Class[P]") -> "Class[P]":
        """The class, once the library's description of its type is known."""
        if not hasattr(cls, "_type"):
            if not hasattr(cls, "_name") or cls._name not in whole().types:
                raise TypeError(f"{cls.__name__} is of no type: the types of records and parts are in openeom.types")
            classes().of(cls._name)
        return cls

    def _value(self, name: str) -> Any:
        if name not in self._values:
            if name not in self._type.members:
                raise AttributeError(f"the library that is loaded is older and knows no {self._type.name}.{name}")
            self._values[name] = self._convert(self._type.members[name])
        value = self._values[name]
        return list(value) if type(value) is tuple else value

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
            return self._classes.of(member.of)._read({}, self._dossier)
        return None

    if not TYPE_CHECKING:  # to type checkers, a member that no class names is a mistake

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            raise AttributeError(f"{self._type.name} has no member '{name}'{did_you_mean(name, self._type.members)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("what was read does not change; records change in an edit: dossier.edit()")

    def __getitem__(self, path: str) -> Any:
        """A member by name or path ("due_process.hearing"); members that are a partner's own ("x-...") too."""
        if path in self._type.members:
            return self._value(path)
        if path in self._data:
            return self._data[path]
        first, dot, rest = path.partition(".")
        if dot and first in self._type.members:
            return self._value(first)[rest]
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
        """What it states, as JSON."""
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
    "record": lambda part, member, raw: part._classes.of(member.of)._read(raw, part._dossier),
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
            self._made.setdefault(name, self._class(self.schema.types[name]))
        return self._made[name]

    def _class(self, described: Type) -> Class[Part]:
        record = whole()
        if self.schema is not record and record.types.get(described.name) == described:
            return classes().of(described.name)  # a result that holds records
        written = _written.get(described.name)
        if written is None:
            return self._make(described)
        return written if getattr(written, "_type", None) == described else self._bind(written, described)

    def _bind(self, written: Class[Part], described: Type) -> Class[Part]:
        """A class that was written, with what the library knows beyond it."""
        for member in described.members.values():
            if not keyword.iskeyword(member.name) and not hasattr(written, member.name):
                attribute = Attribute()
                attribute.__set_name__(written, member.name)
                setattr(written, member.name, attribute)
        written._schema, written._classes = self.schema, self
        written._type = described  # the last, since it says that the rest is there
        return written

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
                body[member.name] = Attribute()
        base = Record if described.kind != "part" else Part
        return type(class_name(described.name), (base,), body)


_of_the_record: Dict[str, Classes] = {}


def classes() -> Classes:
    """The classes of the record's types."""
    return _of_the_record.get("") or _of_the_record.setdefault("", Classes(whole()))


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
