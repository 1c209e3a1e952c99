"""Dossiers, the registers in them, and edits."""

from __future__ import annotations

import ctypes
import itertools
import json
import re
import threading
from datetime import datetime, timezone
from types import MappingProxyType, TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Generic,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Sequence,
    Tuple,
    Type as Class,
    TypeVar,
    Union,
    cast,
    overload,
)

from . import _abi, _errors, _ffi, _schema, results
from ._handles import Closing, Handle, Holder
from ._records import Part, Record, Reference, classes, did_you_mean, members_to_json, to_json
from ._results import Result, result
from ._tables import Stream, Table, ids_of, imported

if TYPE_CHECKING:
    import os

    from ._members import Members  # registers and analyses as methods
    from .types import Election

    FileName = Union[str, "os.PathLike[str]"]
else:
    Members = object

Texts = Mapping[str, str]
ProgressCallback = Callable[[int, int, str], Any]
R = TypeVar("R", bound=Record)

_IN_EDIT: Mapping[str, Any] = MappingProxyType({})  # a record that the library made: read from the edit when it is asked for
_FEW = 5000  # ids looked through for a near one


def _described(name: str) -> _schema.Type:
    """The type of a register by its name or plural."""
    schema = _schema.whole()
    found = schema.find(name)
    if found is None or found.kind == "part":
        names = [each.name for each in schema.registers()]
        raise _errors.Error(
            "not_found",
            f"no type is called '{name}'{did_you_mean(name, names)}",
            {"code": "not_found", "hint": "dossier.counts lists the types"},
        )
    return found


def _options(given: Mapping[str, Any]) -> Tuple[Optional[bytes], int]:
    """Options as JSON; texts at hand may be given by the id of their document."""
    stated = {name: value for name, value in given.items() if value is not None}
    if isinstance(stated.get("texts"), Mapping):
        stated["texts"] = [{"document": str(document), "text": text} for document, text in stated["texts"].items()]
    return _errors.text(_schema.write_json(to_json(stated)) if stated else None)


class Counts(Mapping[str, int]):
    """How many records of each type there are, by its name or plural."""

    def __init__(self, dossier: "Dossier") -> None:
        self._dossier = dossier

    def __getitem__(self, type: str) -> int:
        count = ctypes.c_int64()
        try:
            _errors.call("eom_dossier_count", self._dossier._handle, *_errors.text(type), ctypes.byref(count))
        except _errors.Error as error:
            if error.code == "not_found":
                raise KeyError(error.message) from None
            raise
        return count.value

    def __iter__(self) -> Iterator[str]:
        return (each.name for each in _schema.whole().registers())

    def __len__(self) -> int:
        return sum(1 for _ in _schema.whole().registers())

    def total(self) -> int:
        """All records."""
        count = ctypes.c_int64()
        _errors.call("eom_dossier_count", self._dossier._handle, None, 0, ctypes.byref(count))
        return count.value

    def __repr__(self) -> str:
        return repr({type: count for type, count in self.items() if count})


class Records(Generic[R]):
    """The records of one type, all of them or those that a filter lets through, in order of id.

    Read anew each time they are gone through, one after the other: a large register needs no memory for all of it.
    """

    def __init__(self, dossier: "Dossier", type: _schema.Type, filter: Mapping[str, Any]) -> None:
        self._dossier = dossier
        self._type = type
        self._filter = {name: to_json(value, type.members.get(name)) for name, value in filter.items()}
        self._open()  # a wrong member or value is said here, not when the records are gone through

    def _open(self) -> Handle:
        wanted = _schema.write_json(self._filter) if self._filter else None
        cursor = _errors.handle(
            "eom_cursor_open", self._dossier._handle, *_errors.text(self._type.name), *_errors.text(wanted)
        )
        return Handle(cursor, _ffi.functions().eom_cursor_destroy)

    def __iter__(self) -> Iterator[R]:
        made = classes().of(self._type.name)
        for text in self._texts(-1):
            yield cast(R, made._read(_schema.read_json(text), self._dossier))

    def ids(self) -> Iterator[str]:
        """Their ids alone."""
        return (json.loads(text) for text in self._texts("id"))

    def _texts(self, member: Union[int, str]) -> Iterator[bytes]:
        cursor, column = self._open(), ctypes.c_int32(-1)
        if isinstance(member, str):
            _errors.call("eom_cursor_column", cursor, *_errors.text(member), ctypes.byref(column))
        while _errors.call("eom_cursor_next", cursor) == _abi.ROW:
            yield _errors.text_of("eom_cursor_json", cursor, column) or b"null"

    def __len__(self) -> int:
        if not self._filter:
            return self._dossier.counts[self._type.name]
        return sum(1 for _ in self.ids())

    def __bool__(self) -> bool:
        return next(self.ids(), None) is not None

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> List[R]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[R, List[R]]:
        if isinstance(index, slice):
            return list(self)[index]
        if index < 0:
            return list(self)[index]
        for record in itertools.islice(self, index, None):
            return record
        raise IndexError(f"there are not so many records of type {self._type.name}")

    def __repr__(self) -> str:
        wanted = f" where {json.dumps(self._filter, ensure_ascii=False)}" if self._filter else ""
        return f"<{len(self)} {self._type.plural}{wanted}>"

    def _repr_html_(self) -> str:
        return self._dossier.analyze("records", type=self._type.name, filter=self._filter or None)._repr_html_()


class _Register:
    """A register of a dossier, to be called with what its records must equal."""

    def __init__(self, dossier: "Dossier", type: _schema.Type) -> None:
        self._dossier = dossier
        self._type = type
        self.__name__ = type.plural
        self.__doc__ = (
            f"Records of type {type.name}: {type.meaning}.\n\n"
            "Keywords are members with the value that they must equal, None "
            "for no value; members of parts by their path: **{'due_process.hearing': 'unknown'}.\n\nMembers\n"
            + "\n".join(f"  {member.name}: {member.documentation()}" for member in type.members.values())
        )

    def __call__(self, **filter: Any) -> Records[Any]:
        return Records(self._dossier, self._type, filter)

    def __repr__(self) -> str:
        return f"<register {self._type.plural}: {self._type.meaning}>"


class _Analysis:
    """An analysis of a dossier, to be called with its options."""

    def __init__(self, dossier: "Dossier", described: "AnalysisDescription") -> None:
        self._dossier = dossier
        self._described = described
        self.__name__ = described.name
        self.__doc__ = f"{described.summary[:1].upper()}{described.summary[1:]}.\n\nOptions\n" + (
            "\n".join(f"  {option.name}: {option.documentation()}" for option in described.options) or "  none"
        )

    def __call__(self, /, *required: Any, **options: Any) -> Result:
        names = [option.name for option in self._described.options if option.required]
        if len(required) > len(names):
            raise TypeError(f"{self.__name__}() takes {len(names)} words at most, the other options by name")
        return self._dossier.analyze(self.__name__, **dict(zip(names, required)), **options)

    def __repr__(self) -> str:
        return f"<analysis {self.__name__}: {self._described.summary}>"


class AnalysisDescription:
    """What an analysis of the library's registry is called, what it is for and what it may be told."""

    def __init__(self, name: str, summary: str, options: "List[_schema.Member]") -> None:
        self.name = name
        self.summary = summary
        self.options = options

    def __repr__(self) -> str:
        return f"<analysis {self.name}: {self.summary}>"


_listed: Optional[Dict[str, AnalysisDescription]] = None


def analyses() -> Dict[str, AnalysisDescription]:
    """The analyses by name, in the order of the registry."""
    global _listed
    if _listed is None:
        described = _schema.result_json(_errors.handle("eom_analyses"))
        options = described.get("options", ())
        _listed = {
            row["name"]: AnalysisDescription(
                row["name"],
                row["summary"],
                [_schema.Member.read(option) for option in options if option["type"] == row["name"]],
            )
            for row in described["analyses"]
        }
    return dict(_listed)


class Dossier(Closing, Members):
    """A mission's record of an election: an immutable snapshot, to be read by any number of threads.

    Every register is a method named by its plural, `dossier.parties(country="KZ")`; every analysis of the library is
    one named as in the registry, `dossier.registration()`.
    """

    _what = "dossier"

    def __init__(self, handle: int) -> None:
        """Made by openeom.open, openeom.parse and Edit.commit."""
        self._hold(handle, "eom_dossier_release")
        self._election: Optional[str] = None

    # ---- records ----

    @property
    def counts(self) -> Counts:
        """How many records of each type there are."""
        return Counts(self)

    def all(self, type: str, /, **filter: Any) -> Records[Any]:
        """The records of a type given by its name or plural; keywords are members with the value they must equal."""
        return Records(self, _described(type), filter)

    def get(self, type: "str | Reference", id: Optional[str] = None) -> Any:
        """The record with this id: get("party", "alga") or get("party:alga"). Raises Error with code "not_found"."""
        records, wanted = self._lookup(type, id)
        for record in records:
            return record
        described = records._type
        if described.name != "erasure" and (erasure := self.find("erasure", f"{described.name}.{wanted}")) is not None:
            raise _errors.Error("not_found", f"{described.name}:{wanted} was erased on {str(erasure.erased)[:10]}")
        near = did_you_mean(wanted, self.all(described.name).ids()) if self.counts[described.name] <= _FEW else ""
        raise _errors.Error("not_found", f"there is no {described.name} '{wanted}'{near}")

    def find(self, type: "str | Reference", id: Optional[str] = None) -> Optional[Any]:
        """The record with this id; None where there is none."""
        records, _ = self._lookup(type, id)
        return next(iter(records), None)

    def _lookup(self, type: "str | Reference", id: Optional[str]) -> "Tuple[Records[Any], str]":
        if isinstance(type, Reference) and id is None:
            return self.all(type.type, id=type.id), type.id
        if id is None:
            type, colon, id = type.partition(":")
            if not colon:
                raise _errors.Error("argument", f"'{type}' is no reference: write it type:id")
        return self.all(type, id=str(id)), str(id)

    def table(
        self,
        type: str,
        /,
        *,
        columns: Optional[Sequence[str]] = None,
        filter: Optional[Mapping[str, Any]] = None,
        text: str = "dictionary",
        progress: Optional[ProgressCallback] = None,
    ) -> Table:
        """A register as a table, for pyarrow, pandas, polars, DuckDB and whatever else reads Arrow without a copy.

        `columns` are members, or paths into parts such as "due_process.hearing"; all by default. `filter` is as for
        all(). `text` is "dictionary", each distinct text kept once, or "plain".
        """
        described, options = self._tabled(type, columns, filter, text)
        with _errors.Watching(progress) as watching:
            return Table(
                _errors.handle(
                    "eom_dossier_table",
                    self._handle,
                    *_errors.text(described.name),
                    *options,
                    *watching,
                )
            )

    def stream(
        self,
        type: str,
        /,
        *,
        columns: Optional[Sequence[str]] = None,
        filter: Optional[Mapping[str, Any]] = None,
        text: str = "dictionary",
    ) -> Stream:
        """The same, converted while it is read, 65,536 records at a time: needs no memory for all of them."""
        described, options = self._tabled(type, columns, filter, text)
        return Stream(self, described.name, options)

    def _tabled(
        self, type: str, columns: Optional[Sequence[str]], filter: Optional[Mapping[str, Any]], text: str
    ) -> "Tuple[_schema.Type, Tuple[Optional[bytes], int]]":
        described = _described(type)
        wanted = {name: to_json(value, described.members.get(name)) for name, value in (filter or {}).items()}
        given = {"columns": list(columns or ()), "filter": wanted or None, "text": text}
        return described, _options({name: value for name, value in given.items() if value})

    @property
    def election(self) -> "Optional[Election]":
        """The election: the only one, or the one that most of the dossier is about; None where there is none."""
        if self._election is None:
            ids = list(self.all("election").ids())
            about = self.analyze("registration")["election"] if len(ids) > 1 else None
            self._election = str(about) if about else (ids[0] if ids else "")
        return cast("Election", self.get("election", self._election)) if self._election else None

    # ---- the snapshot itself ----

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON."""
        digest = _abi.Str()
        with _errors.Watching(None) as watching:
            _errors.call("eom_dossier_digest", self._handle, *watching, ctypes.byref(digest))
        return ctypes.string_at(digest.data, digest.length).decode()

    def json(self) -> str:
        """The canonical JSON."""
        with _errors.Watching(None) as watching:
            return (_errors.text_of("eom_dossier_json", self._handle, *watching) or b"").decode()

    def write(self, path: "FileName", progress: Optional[ProgressCallback] = None) -> None:
        """Writes the canonical JSON to a file, whole or not at all. `progress(done, total, phase)`: true stops it."""
        with _errors.Watching(progress) as watching:
            _errors.call("eom_dossier_write", self._handle, *_errors.path(path), *watching)

    def edit(self) -> "Edit":
        """An edit that begins with what this dossier holds. The dossier stays as it is."""
        return Edit(self)

    def diff(self, other: "Dossier", progress: Optional[ProgressCallback] = None) -> results.Changes:
        """What makes `other` of this dossier: a change set, whose `json()` can be sent and merged."""
        with _errors.Watching(progress) as watching:
            return results.Changes(_errors.handle("eom_dossier_diff", self._handle, other._handle, *watching), self)

    def merge(self, *changes: "str | Result", progress: Optional[ProgressCallback] = None) -> "Merged":
        """This dossier with change sets, all together: their order does not matter. Where proposals contradict each other
        or what the dossier holds by now, they are listed and there is no dossier."""
        texts = [(each.json() if isinstance(each, Result) else each).encode() for each in changes]
        sets = (_abi.Str * len(texts))()
        for place, text in zip(sets, texts):
            place.data = ctypes.cast(ctypes.c_char_p(text), ctypes.c_void_p)
            place.length = len(text)
        merged = ctypes.c_void_p()
        with _errors.Watching(progress) as watching:
            handle = _errors.handle("eom_dossier_merge", self._handle, sets, len(texts), *watching, ctypes.byref(merged))
        summary = results.Merge(handle, self)
        return Merged(Dossier(merged.value) if merged.value is not None else None, summary)

    # ---- results ----

    def check(
        self,
        texts: Optional[Texts] = None,
        as_of: Optional[Any] = None,
        progress: Optional[ProgressCallback] = None,
    ) -> results.Check:
        """Runs the rules. `texts` are external documents at hand by id; `as_of` is the day that counts as today."""
        options = _options({"texts": texts, "as_of": as_of})
        with _errors.Watching(progress) as watching:
            return results.Check(_errors.handle("eom_check", self._handle, *options, *watching), self)

    def analyze(self, name: str, /, *, progress: Optional[ProgressCallback] = None, **options: Any) -> Result:
        """Runs an analysis of the registry by name. `progress(done, total, phase)` is called now and then, `total` 0 where
        it is not known; a true answer stops the work."""
        inputs = (*_errors.text(name), *_options(options))
        with _errors.Watching(progress) as watching:
            return result(_errors.handle("eom_analyze", self._handle, *inputs, *watching), self)

    def trace(self, record: "str | Record", /, **options: Any) -> results.Trace:
        """From a record ("finding:x", or the record itself) to all it rests on and all that rests on it."""
        if options:
            traced = self.analyze("trace", of=str(record), **options)
            assert isinstance(traced, results.Trace)
            return traced
        with _errors.Watching(None) as watching:
            return results.Trace(_errors.handle("eom_trace", self._handle, *_errors.text(str(record)), *watching), self)

    def document(
        self,
        id: "str | Record",
        audience: Optional[str] = None,
        texts: Optional[Texts] = None,
        language: Optional[str] = None,
        as_of: Optional[Any] = None,
    ) -> results.Document:
        """A document with all that its sentences rest on; shows itself in a notebook.

        `audience` is "public", "partners" or "internal"; without one it is for the screen of the analyst only. `texts`
        are external documents at hand by id, `language` that of the renderer's own words, `as_of` the time that
        embargoes count from.
        """
        options = _options({"audience": audience, "texts": texts, "language": language, "as_of": as_of})
        name = id["id"] if isinstance(id, Part) else id
        with _errors.Watching(None) as watching:
            return results.Document(_errors.handle("eom_document", self._handle, *_errors.text(name), *options, *watching), self)

    def suggest(self, document: "str | Record") -> results.Suggestions:
        """Sentences that could be composed for a document; suggestions until somebody adopts them."""
        name = document["id"] if isinstance(document, Part) else document
        with _errors.Watching(None) as watching:
            return results.Suggestions(_errors.handle("eom_suggestions", self._handle, *_errors.text(name), *watching), self)

    # ---- registers and analyses by name ----

    if not TYPE_CHECKING:  # they know the names from _members.pyi; of others, all() and analyze()

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            schema = _schema.whole()
            if name in schema.plurals:
                return _Register(self, schema.types[schema.plurals[name]])
            if name in analyses():
                return _Analysis(self, analyses()[name])
            raise AttributeError(f"a dossier has no register and no analysis '{name}'{did_you_mean(name, dir(self))}")

    def __dir__(self) -> List[str]:
        return sorted({*super().__dir__(), *_schema.whole().plurals, *analyses()})

    def __len__(self) -> int:
        return self.counts.total()

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        """The same dossier: the same canonical bytes."""
        return self.digest == other.digest if isinstance(other, Dossier) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __copy__(self) -> "Dossier":
        return self

    def __deepcopy__(self, memo: Any) -> "Dossier":
        return self

    def __reduce__(self) -> Tuple[Any, ...]:
        return (_unpickled, (self.json(),))

    def __repr__(self) -> str:
        if self.closed:
            return "<dossier, closed>"
        return f"<dossier {self.digest[:12]}: {len(self)} records>"

    def _repr_html_(self) -> str:
        return self.analyze("contents")._repr_html_()


def _unpickled(text: str) -> Dossier:
    with _errors.Watching(None) as watching:
        return Dossier(_errors.handle("eom_dossier_parse", *_errors.text(text), None, 0, None, 0, *watching))


class Merged(NamedTuple):
    """What became of change sets that were merged: the dossier, None where there are conflicts, and the summary."""

    dossier: Optional[Dossier]
    summary: results.Merge


class Upserted(NamedTuple):
    """What an upsert did, and the id of the record here."""

    outcome: str
    id: str


_OUTCOMES = {0: "unchanged", 1: "added", 2: "changed"}


class Edit(Holder):
    """Changes to a dossier, which itself stays as it is; `commit()` makes a new one.

    `with dossier.edit() as edit:` groups the changes; the edit may be committed inside the block or after it. What is
    wrong with a change is said when it is made, and changes nothing. May be shared between threads.
    """

    _what = "edit"

    def __init__(self, base: Optional[Dossier] = None) -> None:
        """Begins empty, or with what `base` holds."""
        self._base = base
        begun = _errors.handle("eom_edit_create", base._handle if base is not None else None)
        self._hold(begun, "eom_edit_destroy")
        self._lock = threading.RLock()
        self._changed: Dict[Tuple[str, str], Optional[Mapping[str, Any]]] = {}  # None: removed
        self._tables: Dict[str, List[Table]] = {}  # added, their ids not looked at
        self._numbers: Dict[str, int] = {}  # the highest number in an id of a type, of records removed too

    def add(self, type: str, /, id: Optional[str] = None, **members: Any) -> str:
        """Adds a record and gives its id: the one given, else the type with the next free number ("incident-3")."""
        described = _described(type)
        with self._lock:
            if id is None:
                id = f"{described.name}-{self._highest(described.name) + 1}"
            elif self._state(described.name, str(id)) is not None:
                raise _errors.Error(
                    "conflict",
                    f"there is a {described.name} '{id}' already",
                    {"code": "conflict", "hint": "put() replaces it, change() changes some of its members"},
                )
            self._put(described, {"id": str(id), **members_to_json(described, members)})
        return str(id)

    def put(self, type: str, record: "Mapping[str, Any] | Record") -> str:
        """Adds the record, or replaces the one with its id; gives the id."""
        described = _described(type)
        stated = _stated(described, record)
        with self._lock:
            self._put(described, stated)
        return str(stated["id"])

    def replace(self, type: str, record: "Mapping[str, Any] | Record") -> str:
        """Replaces the record with the same id. Raises Error with code "not_found" where there is none."""
        described = _described(type)
        stated = _stated(described, record)
        with self._lock:
            self._require(described.name, str(stated["id"]))
            self._put(described, stated)
        return str(stated["id"])

    def change(self, type: str, id: str, /, **members: Any) -> None:
        """Changes some members of a record; None leaves a member without a value."""
        described = _described(type)
        with self._lock:
            stated = dict(self._require(described.name, str(id)))
            for name, value in members.items():
                if value is None:
                    stated.pop(name, None)
            self._put(described, {**stated, **members_to_json(described, members)})

    def remove(self, type: str, id: str) -> None:
        """Removes a record. Raises Error with code "not_found" where there is none."""
        described = _described(type)
        with self._lock:
            self._know(described.name)
            _errors.call("eom_edit_remove", self._handle, *_errors.text(described.name), *_errors.text(str(id)))
            self._changed[described.name, str(id)] = None

    def upsert(self, type: str, system: str, external_id: str, /, **members: Any) -> Upserted:
        """Puts what a partner's system says of the record that it knows as `external_id`: changes the record that has this
        among its `external_identifiers`, or adds one.

        Members given replace, None leaves a member without a value, what is not given stays. Raises Error with code
        "conflict" where two records claim the identifier, and where the record was erased.
        """
        described = _described(type)
        given = members_to_json(described, {name: value for name, value in members.items() if value is not None})
        text = _schema.write_json({**dict.fromkeys(members), **given})
        outcome, id = ctypes.c_int32(), _abi.Str()
        with self._lock:
            self._know(described.name)
            named = [*_errors.text(described.name), *_errors.text(str(system)), *_errors.text(str(external_id))]
            _errors.call(
                "eom_edit_upsert", self._handle, *named, *_errors.text(text), ctypes.byref(outcome), ctypes.byref(id)
            )
            made = Upserted(_OUTCOMES[outcome.value], ctypes.string_at(id.data, id.length).decode())
            if made.outcome != "unchanged":
                self._note(described.name, made.id, _IN_EDIT)
        return made

    def erase(
        self,
        type: str,
        id: str,
        *,
        authority: str,
        ground: Optional[str] = None,
        reason: Optional[str] = None,
        erased: Optional[Any] = None,
        keep_mentions: bool = False,
    ) -> Result:
        """Erases a record for good and leaves a tombstone, a record of type "erasure", to which references go on to lead.

        Values reported of it go with it, and evidence of nothing else. `erased` is when, by default now. Where words of
        the record stand in others it is refused, with each place in the error's `diagnostics`, unless these are kept.
        """
        described = _described(type)
        stated = {
            "erased": erased or datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "authority": authority,
            "ground": ground,
            "reason": reason,
            "mentions": "kept" if keep_mentions else None,
        }
        with self._lock:
            self._know(described.name)
            named = [*_errors.text(described.name), *_errors.text(str(id))]
            result = Result(_errors.handle("eom_edit_erase", self._handle, *named, *_options(stated)), self._base)
            for gone in result.to_dict()["records"]:
                of, _, its = gone.partition(":")
                self._know(of)
                self._changed[of, its] = None
                self._changed["erasure", f"{of}.{its}"] = _IN_EDIT
        return result

    def add_table(
        self,
        type: str,
        frame: Any,
        *,
        limits: Optional[Mapping[str, int]] = None,
        progress: Optional[ProgressCallback] = None,
    ) -> int:
        """Adds the rows of a table as records, or replaces the records with their ids: all of them or none; gives how
        many there are.

        `frame` is whatever gives an Arrow stream: a frame of pandas or polars, a table of pyarrow, a relation of
        DuckDB, a table of ours. Its columns are members by name; text stands for dates, codes and decimals and, as
        JSON, for parts and lists; null is a member left out. All that is wrong stands in the error's `diagnostics`, by
        row and member.
        """
        described = _described(type)
        table = imported(frame, _options({"limits": limits}), progress)
        name = described.name
        with self._lock, _errors.Watching(progress) as watching:
            _errors.call("eom_edit_put_table", self._handle, *_errors.text(name), table._handle, *watching)
            self._tables.setdefault(name, []).append(table)
            if any(of == name for of, _ in self._changed):
                self._know(name)  # the ids, over what was put under them before
            self._numbers.pop(name, None)
        return len(table)

    def _know(self, type: str) -> None:
        """Takes notice of the ids in tables that were added."""
        for table in self._tables.pop(type, ()):
            for id in ids_of(table):
                self._changed[type, id] = _IN_EDIT

    def check(self, texts: Optional[Texts] = None, as_of: Optional[Any] = None) -> results.Check:
        """Runs the rules on the edit as it is, coherent or not."""
        with self._lock:
            options = _options({"texts": texts, "as_of": as_of})
            with _errors.Watching(None) as watching:
                return results.Check(_errors.handle("eom_edit_check", self._handle, *options, *watching), self._base)

    def commit(self, progress: Optional[ProgressCallback] = None) -> Dossier:
        """Makes a dossier. What would make it incoherent is refused: all of it stands in the error's `diagnostics`."""
        with self._lock, _errors.Watching(progress) as watching:
            return Dossier(_errors.handle("eom_edit_commit", self._handle, *watching))

    def _put(self, described: _schema.Type, stated: Mapping[str, Any]) -> None:
        text = _schema.write_json(stated)
        self._know(described.name)
        _errors.call("eom_edit_put_json", self._handle, *_errors.text(described.name), *_errors.text(text))
        self._note(described.name, str(stated["id"]), stated)

    def _note(self, type: str, id: str, stated: Mapping[str, Any]) -> None:
        self._changed[type, id] = stated
        if type in self._numbers:
            self._numbers[type] = max(self._numbers[type], _number(type, id))

    def _state(self, type: str, id: str) -> Optional[Mapping[str, Any]]:
        """What a record states now; None where there is none."""
        self._know(type)
        if (type, id) in self._changed:
            return self._changed[type, id]
        record = self._base.find(type, id) if self._base is not None else None
        return record.to_dict() if record is not None else None

    def _require(self, type: str, id: str) -> Mapping[str, Any]:
        stated = self._state(type, id)
        if stated is _IN_EDIT:
            stated = self._changed[type, id] = self._read(type, id)
        if stated is None:
            raise _errors.Error(
                "not_found", f"there is no {type} '{id}'", {"code": "not_found", "hint": "add() and put() make one"}
            )
        return stated

    def _read(self, type: str, id: str) -> Mapping[str, Any]:
        """What the edit itself holds of a record that is there."""
        cursor = _errors.handle("eom_cursor_open_edit", self._handle, *_errors.text(type), None, 0)
        try:
            _errors.call("eom_cursor_find", cursor, *_errors.text(id))
            return cast(Mapping[str, Any], _schema.read_json(_errors.text_of("eom_cursor_json", cursor, -1) or b""))
        finally:
            _ffi.functions().eom_cursor_destroy(cursor)

    def _highest(self, type: str) -> int:
        if type not in self._numbers:
            self._know(type)
            known = self._base.all(type).ids() if self._base is not None else iter(())
            changed = (id for of, id in self._changed if of == type)
            self._numbers[type] = max((_number(type, id) for id in itertools.chain(known, changed)), default=0)
        return self._numbers[type]

    def __enter__(self) -> "Edit":
        return self

    def __exit__(
        self, type: Optional[Class[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Leaves the edit as it is: it is yours to commit."""

    def __reduce__(self) -> Any:
        raise TypeError("an edit is not pickled: commit it and pickle the dossier")

    def __repr__(self) -> str:
        return "<edit, closed>" if self.closed else f"<edit: {len(self._changed)} changed>"


def _stated(described: _schema.Type, record: "Mapping[str, Any] | Record") -> Dict[str, Any]:
    """What a record states, to be put into an edit."""
    stated = record.to_dict() if isinstance(record, Part) else members_to_json(described, record)
    if not stated.get("id"):
        raise _errors.Error(
            "argument", f"a {described.name} has an 'id'", {"code": "argument", "hint": "add() gives it one"}
        )
    return stated


def _number(type: str, id: str) -> int:
    """The number of an id made by add(); 0 of any other."""
    match = re.fullmatch(re.escape(type) + r"-([0-9]{1,18})", id)
    return int(match.group(1)) if match else 0
