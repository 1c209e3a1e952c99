"""The values that members have: dates as precise as they are known, quantities that may be vague, intervals."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any, Mapping, NamedTuple, Optional, Tuple


class Uncertain(ValueError):
    """A comparison that what is known does not decide."""


class Interval:
    """A closed interval of whole numbers; None is an open end. What is known of a number."""

    __slots__ = ("lower", "upper")
    lower: Optional[int]
    upper: Optional[int]

    def __init__(self, lower: Optional[int] = None, upper: Optional[int] = None) -> None:
        if lower is not None and upper is not None and lower > upper:
            raise ValueError(f"the interval from {lower} to {upper} ends before it begins")
        object.__setattr__(self, "lower", lower)
        object.__setattr__(self, "upper", upper)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("an Interval does not change")

    @property
    def is_exact(self) -> bool:
        """A single number."""
        return self.lower is not None and self.lower == self.upper

    @property
    def is_unknown(self) -> bool:
        """Nothing is known: any number may be it."""
        return self.lower is None and self.upper is None

    def __contains__(self, number: int) -> bool:
        """Whether the number may be the one meant."""
        return (self.lower is None or self.lower <= number) and (self.upper is None or number <= self.upper)

    def __int__(self) -> int:
        if not self.is_exact:
            raise Uncertain(f"'{self}' is not one number")
        assert self.lower is not None
        return self.lower

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Interval):
            return (self.lower, self.upper) == (other.lower, other.upper)
        if isinstance(other, int) and not isinstance(other, bool):
            return self.is_exact and self.lower == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.lower) if self.is_exact else hash((self.lower, self.upper))

    def _decide(self, other: Any, sign: str, equal: bool) -> bool:
        """Whether self < other (or <=): certain either way, or Uncertain."""
        theirs = other if isinstance(other, Interval) else Interval(other, other)
        if (
            self.upper is not None
            and theirs.lower is not None
            and (self.upper <= theirs.lower if equal else self.upper < theirs.lower)
        ):
            return True
        if (
            self.lower is not None
            and theirs.upper is not None
            and (self.lower > theirs.upper if equal else self.lower >= theirs.upper)
        ):
            return False
        raise Uncertain(f"whether '{self}' {sign} '{other}' cannot be decided")

    def __lt__(self, other: Any) -> bool:
        return self._decide(other, "<", False) if isinstance(other, (int, Interval)) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return self._decide(other, "<=", True) if isinstance(other, (int, Interval)) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return not self._decide(other, ">", True) if isinstance(other, (int, Interval)) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return not self._decide(other, ">=", False) if isinstance(other, (int, Interval)) else NotImplemented

    def __str__(self) -> str:
        if self.is_unknown:
            return "unknown"
        if self.lower is None:
            return f"at most {self.upper}"
        if self.upper is None:
            return f"at least {self.lower}"
        return str(self.lower) if self.is_exact else f"{self.lower} to {self.upper}"

    def __repr__(self) -> str:
        return f"Interval({self.lower}, {self.upper})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Interval, (self.lower, self.upper))

    def to_json(self) -> Any:
        """As it stands in a dossier's JSON."""
        return [self.lower, self.upper]


class _End(NamedTuple):
    first: datetime.date
    last: datetime.date
    precision: str
    approximate: bool


_END = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)
_PRECISIONS = ("year", "month", "day")


def _end(text: str) -> _End:
    match = _END.fullmatch(text)
    if match is None:
        raise ValueError(
            f"'{text}' is no date: a date is written 2012-01-15, 2012-01 or 2012, with ~ where approximate"
        )
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None
    first = datetime.date(year, month or 1, day or 1)
    last = first
    if day is None:
        last_month = month or 12
        last = datetime.date(year, last_month, calendar.monthrange(year, last_month)[1])
    return _End(first, last, _PRECISIONS[(month is not None) + (day is not None)], bool(match.group(4)))


class Date:
    """A date as precise as it is known, written as in EDTF: 2012-01-15, 2012-01, 2012-01-09/2012-01-10, 2012-01-09~.

    `first` and `last` are the first and the last day that it may be (None at an open end). Comparisons answer where the
    answer is certain and raise Uncertain where it is not; `certainly_before` and `possibly_before` always answer.
    """

    __slots__ = ("_text", "first", "last", "precision", "is_range", "is_approximate")
    _text: str
    first: Optional[datetime.date]
    last: Optional[datetime.date]
    precision: str
    is_range: bool
    is_approximate: bool

    def __init__(self, value: "str | datetime.date | Date") -> None:
        if isinstance(value, datetime.datetime):
            raise TypeError("a date has no time of day: give its .date()")
        text = str(value) if isinstance(value, (str, Date)) else value.isoformat()
        begin, slash, end = text.partition("/")
        first = None if slash and begin == ".." else _end(begin)
        last = (None if end == ".." else _end(end)) if slash else first
        ends = [each for each in (first, last) if each is not None]
        if not ends:
            raise ValueError("a range has at least one end")
        if first is not None and last is not None and first.first > last.last:
            raise ValueError(f"the range '{text}' ends before it begins")
        self._set("_text", text)
        self._set("first", first.first if first is not None else None)
        self._set("last", last.last if last is not None else None)
        self._set("precision", min((each.precision for each in ends), key=_PRECISIONS.index))
        self._set("is_range", bool(slash))
        self._set("is_approximate", any(each.approximate for each in ends))

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Date does not change")

    @property
    def is_exact(self) -> bool:
        """A single known day."""
        return self.first is not None and self.first == self.last and not self.is_approximate

    def certainly_before(self, other: "Date | datetime.date | str") -> bool:
        """Whether its last day is before the other's first."""
        theirs = _as_date(other)
        return self.last is not None and theirs.first is not None and self.last < theirs.first

    def possibly_before(self, other: "Date | datetime.date | str") -> bool:
        """Whether some day that it may be is before some day that the other may be."""
        theirs = _as_date(other)
        return self.first is None or theirs.last is None or self.first < theirs.last

    def _decide(self, other: Any, sign: str, left: "Date", right: "Date") -> bool:
        """Whether left is before right."""
        if left.certainly_before(right):
            return True
        if not left.possibly_before(right):
            return False
        raise Uncertain(
            f"whether {self} {sign} {other} cannot be decided; "
            "certainly_before() and possibly_before() say what is known"
        )

    def __lt__(self, other: Any) -> bool:
        return self._decide(other, "<", self, _as_date(other)) if _comparable(other) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return self._decide(other, ">", _as_date(other), self) if _comparable(other) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return not self._decide(other, "<=", _as_date(other), self) if _comparable(other) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return not self._decide(other, ">=", self, _as_date(other)) if _comparable(other) else NotImplemented

    def __sub__(self, other: Any) -> Interval:
        """Days from the other date to this one."""
        if not _comparable(other):
            return NotImplemented
        theirs = _as_date(other)

        def days(to: Optional[datetime.date], since: Optional[datetime.date]) -> Optional[int]:
            return None if to is None or since is None else (to - since).days

        return Interval(days(self.first, theirs.last), days(self.last, theirs.first))

    def __rsub__(self, other: Any) -> Interval:
        return Date(other) - self if isinstance(other, datetime.date) else NotImplemented

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Date):
            return self._text == other._text
        if isinstance(other, datetime.date) and not isinstance(other, datetime.datetime):
            return self.is_exact and not self.is_range and self.first == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.first) if self.is_exact and not self.is_range else hash(self._text)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Date({self._text!r})"

    def __format__(self, form: str) -> str:
        return format(self._text, form)

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Date, (self._text,))

    def to_json(self) -> Any:
        """As it stands in a dossier's JSON."""
        return self._text


def _comparable(other: Any) -> bool:
    return isinstance(other, (Date, datetime.date)) and not isinstance(other, datetime.datetime)


def _as_date(other: Any) -> Date:
    return other if isinstance(other, Date) else Date(other)


_INSTANT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{2}):(\d{2}))", re.ASCII
)


class Instant:
    """A point in time with the offset that it was told in, ordered by time.

    `str` is the text as told, `moment` a datetime.
    """

    __slots__ = ("_text", "moment")
    _text: str
    moment: datetime.datetime

    def __init__(self, text: str) -> None:
        match = _INSTANT.fullmatch(text)
        if match is None:
            raise ValueError(f"'{text}' is no time: a time is written 2012-01-15T20:00:00+06:00")
        day, hour, minute, second, fraction, utc, sign, hours, minutes = match.groups()
        offset = datetime.timedelta()
        if not utc:
            offset = datetime.timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
        moment = datetime.datetime.fromisoformat(day).replace(
            hour=int(hour), minute=int(minute), tzinfo=datetime.timezone(offset)
        )
        # A leap second is the first moment of the next minute, as in most clocks.
        moment += datetime.timedelta(seconds=int(second), microseconds=int((fraction or "").ljust(6, "0")[:6]))
        object.__setattr__(self, "_text", text)
        object.__setattr__(self, "moment", moment)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("an Instant does not change")

    def __eq__(self, other: object) -> bool:
        return self.moment == _moment(other) if _timed(other) else NotImplemented

    def __lt__(self, other: Any) -> bool:
        return self.moment < _moment(other) if _timed(other) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return self.moment <= _moment(other) if _timed(other) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return self.moment > _moment(other) if _timed(other) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return self.moment >= _moment(other) if _timed(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.moment)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Instant({self._text!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Instant, (self._text,))

    def to_json(self) -> Any:
        """As it stands in a dossier's JSON."""
        return self._text


def _moment(other: Any) -> Any:
    return other.moment if isinstance(other, Instant) else other


def _timed(other: object) -> bool:
    return isinstance(other, (Instant, datetime.datetime))


class Quantity:
    """How many, as somebody said it. A vague quantity never becomes a number: int() raises Uncertain for it.

    `kind` is "exact", "at_least", "range", "k_of_n", "share" or "vague". There is no arithmetic on quantities.
    """

    __slots__ = ("kind", "value")
    kind: str
    value: Any

    KINDS = ("exact", "at_least", "range", "k_of_n", "share", "vague")

    def __init__(self, value: "Mapping[str, Any] | int") -> None:
        if isinstance(value, int) and not isinstance(value, bool):
            value = {"exact": value}
        if not isinstance(value, Mapping) or len(value) != 1:
            raise ValueError('a quantity is an object of one member, such as {"at_least": 18}')
        kind, held = next(iter(value.items()))
        if kind not in self.KINDS:
            raise ValueError(f"no kind of quantity is called '{kind}': the kinds are {', '.join(self.KINDS)}")
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "value", held)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Quantity does not change")

    @property
    def is_vague(self) -> bool:
        """A word such as "several", which is no number."""
        return self.kind == "vague"

    def count(self) -> Interval:
        """The count as an interval. Raises Uncertain for a share and for a vague quantity."""
        if self.kind == "exact":
            return Interval(int(self.value), int(self.value))
        if self.kind == "at_least":
            return Interval(int(self.value), None)
        if self.kind == "range":
            return Interval(int(self.value[0]), int(self.value[1]))
        if self.kind == "k_of_n":
            return Interval(int(self.value[0]), int(self.value[0]))
        raise Uncertain(f"'{self}' is not a count")

    def __int__(self) -> int:
        return int(self.count())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Quantity):
            return (self.kind, self.value) == (other.kind, other.value)
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.kind, repr(self.value)))

    def __str__(self) -> str:
        if self.kind == "exact":
            return str(self.value)
        if self.kind == "at_least":
            return f"at least {self.value}"
        if self.kind == "range":
            return f"{self.value[0]} to {self.value[1]}"
        if self.kind == "k_of_n":
            return f"{self.value[0]} of {self.value[1]}"
        if self.kind == "share":
            of = f" of {self.value['of']}" if self.value.get("of") else ""
            return f"{self.value['percent']} per cent{of}"
        term = self.value["term"]
        return "an unstated number" if term == "plural" else str(term).replace("_", " ")

    def __repr__(self) -> str:
        return f"Quantity({{{self.kind!r}: {self.value!r}}})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Quantity, ({self.kind: self.value},))

    def to_json(self) -> Any:
        """As it stands in a dossier's JSON."""
        return {self.kind: self.value}


class Span(NamedTuple):
    """A half-open range of bytes."""

    begin: int
    end: int
