"""Tables: registers and results as columns, for whatever reads Arrow's PyCapsule interface.

    pa.table(d.table("candidacy"))         polars.DataFrame(d.table("candidacy"))
    pa.table(d.table("candidacy")).to_pandas()
    duckdb.sql("from t") with t = d.table("candidacy")

https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
"""

from __future__ import annotations

import csv
import ctypes
import html
import io
import json
import os
import struct
import sys
import threading
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional, Tuple

from . import _errors
from ._abi import ArrowArrayStream, ArrowSchema
from ._handles import Closing

_PREVIEWED, _CELL, _WIDTH = 10, 30, 120  # rows, and characters of a cell and of a line
_STREAM, _SCHEMA, _ARRAY = b"arrow_array_stream", b"arrow_schema", b"arrow_array"


# ---- Capsules ----

_python = ctypes.pythonapi
_new = _python.PyCapsule_New
_new.restype, _new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
_pointer = _python.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)

# A capsule points to its name.
_names = {name: ctypes.create_string_buffer(name) for name in (_STREAM, _SCHEMA)}


class _Lent(NamedTuple):
    capsule: Any
    struct: Any


_lent: List[_Lent] = []
_lock = threading.Lock()


def _give_back() -> None:
    """Releases what was in capsules that nobody has any more, unless a consumer has taken it.

    A destructor of the capsule would do so at once. It would have to be a Python function, though, and a capsule may go
    while an exception is on its way through C code, when no Python function may be called.
    """
    if not _lock.acquire(blocking=False):
        return  # another thread is at it, or this one: the garbage collector may come here from anywhere
    try:
        for lent in [each for each in _lent if sys.getrefcount(each.capsule) <= 2]:  # the tuple's, and the call's own
            _lent.remove(lent)
            if lent.struct.release:
                lent.struct.release(ctypes.byref(lent.struct))
    finally:
        _lock.release()


def _forget_threads() -> None:
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_threads)


def _lend(name: bytes, made: Any) -> Any:
    """A capsule that points to a struct of ours, which lives as long as it does."""
    capsule = _new(ctypes.addressof(made), ctypes.addressof(_names[name]), None)
    _lent.append(_Lent(capsule, made))
    return capsule


class Streamed:
    """Whatever gives an Arrow stream: pa.table(_), polars.DataFrame(_), duckdb.sql("from _") read it."""

    def _stream(self) -> ArrowArrayStream:
        raise NotImplementedError

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """An Arrow stream in a capsule. The columns have their own types, whatever is requested: nothing is converted."""
        _give_back()
        return _lend(_STREAM, self._stream())

    def __arrow_c_schema__(self) -> Any:
        """The schema of the columns in a capsule."""
        _give_back()
        return _lend(_SCHEMA, self._schema())

    def _schema(self) -> ArrowSchema:
        stream, made = self._stream(), ArrowSchema()
        try:
            if stream.get_schema(ctypes.byref(stream), ctypes.byref(made)) != 0:
                raise _errors.Error("internal", "the stream gives no schema")
        finally:
            stream.release(ctypes.byref(stream))
        return made


class Column(NamedTuple):
    """A column of a table: its name, the kind of value, and the unit and code list of the member where it has them."""

    name: str
    kind: Optional[str]
    unit: Optional[str]
    codes: Optional[str]


class Table(Closing, Streamed):
    """An immutable table, to be read by any number of threads. What consumers make of it shares its memory, and keeps it."""

    _what = "table"

    def __init__(self, handle: int) -> None:
        """Made by Dossier.table and Result.table."""
        self._hold(handle, "eom_table_destroy")

    def __del__(self) -> None:
        _give_back()

    def _stream(self) -> ArrowArrayStream:
        made = ArrowArrayStream()
        _errors.call("eom_table_stream", self._handle, ctypes.byref(made))
        return made

    def _schema(self) -> ArrowSchema:
        made = ArrowSchema()
        _errors.call("eom_table_schema", self._handle, ctypes.byref(made))
        return made

    def __len__(self) -> int:
        rows = ctypes.c_int64()
        _errors.call("eom_table_rows", self._handle, ctypes.byref(rows))
        return rows.value

    def __bool__(self) -> bool:
        return True

    @property
    def columns(self) -> List[Column]:
        """What the columns are."""
        schema = self._schema()
        try:
            children = (schema.children[i].contents for i in range(schema.n_children))
            return [_column(child) for child in children]
        finally:
            schema.release(ctypes.byref(schema))

    def csv(
        self,
        formulas: str = "escaped",
        audience: Optional[str] = None,
        rows: Optional[int] = None,
        progress: Optional[Callable[[int, int, str], Any]] = None,
    ) -> str:
        """The table as CSV. A text that a spreadsheet would take for a formula begins with an apostrophe, unless
        `formulas` is "verbatim". `audience` says in each row whom a file is for. `rows` is how many at most."""
        given = {"formulas": formulas, "audience": audience, "rows": rows}
        options = {name: value for name, value in given.items() if value is not None}
        with _errors.Watching(progress) as watching:
            text = _errors.text_of(
                "eom_table_csv", self._handle, *_errors.text(json.dumps(options)), *watching
            )
        return (text or b"").decode()

    def __reduce__(self) -> Any:
        raise TypeError("a table is not pickled: keep the dossier, or an Arrow table made of it")

    def __repr__(self) -> str:
        if self.closed:
            return "<table, closed>"
        return f"<table: {len(self)} rows of {', '.join(column.name for column in self.columns)}>"

    def _preview(self) -> List[List[str]]:
        """Names and first rows of the columns that say something in them."""
        rows = list(csv.reader(io.StringIO(self.csv("verbatim", rows=_PREVIEWED), newline="")))
        said = [at for at, name in enumerate(rows[0]) if name != "reconstruction" and any(row[at] for row in rows[1:])]
        return [[row[at] for at in said] for row in rows]

    def __str__(self) -> str:
        """A preview: the first rows, as many columns as fit."""
        if self.closed:
            return repr(self)
        lines, width = [""] * (min(len(self), _PREVIEWED) + 1), 0
        for column in zip(*self._preview()):
            cells = [cell if len(cell) <= _CELL else cell[: _CELL - 3] + "..." for cell in column]
            width += max(map(len, cells)) + 2
            if width > _WIDTH:
                break
            lines = [line + cell.ljust(max(map(len, cells)) + 2) for line, cell in zip(lines, cells)]
        more = [f"... {len(self) - _PREVIEWED} more rows"] if len(self) > _PREVIEWED else []
        return "\n".join([f"{len(self)} rows of {len(self.columns)} columns", *(line.rstrip() for line in lines), *more])

    def _repr_html_(self) -> str:
        def line(tag: str, cells: List[str]) -> str:
            return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

        head, *rows = self._preview()
        caption = f"<caption>{len(self)} rows of {len(self.columns)} columns</caption>"
        return f"<table>{caption}{line('th', head)}{''.join(line('td', row) for row in rows)}</table>"


class Stream(Streamed):
    """A register that is converted while it is read, 65,536 records at a time; each consumer begins anew."""

    def __init__(self, dossier: Any, type: str, options: "Tuple[Optional[bytes], int]") -> None:
        """Made by Dossier.stream."""
        self._dossier = dossier
        self._type = type
        self._options = options

    def _stream(self) -> ArrowArrayStream:
        made = ArrowArrayStream()
        name = _errors.text(self._type)
        _errors.call("eom_dossier_stream", self._dossier._handle, *name, *self._options, ctypes.byref(made))
        return made

    def __repr__(self) -> str:
        return f"<stream of {self._type}>"


def _metadata(address: Optional[int]) -> Dict[str, str]:
    """Arrow's encoding: the number of pairs, then length and bytes of each key and value."""

    at = address or 0

    def number() -> int:
        nonlocal at
        at += 4
        return int(struct.unpack("=i", ctypes.string_at(at - 4, 4))[0])

    def text() -> str:
        nonlocal at
        length = number()
        at += length
        return ctypes.string_at(at - length, length).decode()

    return {text(): text() for _ in range(number())} if address else {}


def _column(schema: ArrowSchema) -> Column:
    said = _metadata(schema.metadata)
    kind, unit, codes = (said.get(f"openeom.{name}") for name in ("type", "unit", "codelist"))
    return Column(ctypes.string_at(schema.name).decode(), kind, unit, codes)


# ---- Tables of others ----


def imported(
    frame: Any,
    limits: "Tuple[Optional[bytes], int]" = (None, 0),
    progress: Optional[Callable[[int, int, str], Any]] = None,
) -> Table:
    """A table of whatever gives an Arrow stream or array; a table of ours stays as it is."""
    if isinstance(frame, Table):
        return frame
    if hasattr(frame, "__arrow_c_stream__"):
        capsule = frame.__arrow_c_stream__()
        return _read(_pointer(capsule, _STREAM), limits, progress)
    if hasattr(frame, "__arrow_c_array__"):
        schema, array = frame.__arrow_c_array__()
        single = _Single(_pointer(schema, _SCHEMA), _pointer(array, _ARRAY))
        return _read(ctypes.addressof(single.stream), limits, progress)
    raise TypeError(
        f"a {type(frame).__name__} gives no Arrow stream: what pyarrow, pandas, polars and DuckDB make does "
        "(pandas needs pyarrow for it)"
    )


def _read(stream: Optional[int], limits: "Tuple[Optional[bytes], int]", progress: Any) -> Table:
    table = ctypes.c_void_p()
    with _errors.Watching(progress) as watching:
        given = ctypes.cast(ctypes.c_void_p(stream), ctypes.POINTER(ArrowArrayStream))
        _errors.call("eom_table_import", given, *limits, *watching, ctypes.byref(table))
    assert table.value is not None
    return Table(table.value)


class _Single:
    """A stream of one array."""

    def __init__(self, schema: Optional[int], array: Optional[int]) -> None:
        self._schema, self._array = schema, array
        fields: Any = dict(ArrowArrayStream._fields_)  # type: ignore[arg-type]
        self.stream = ArrowArrayStream(
            fields["get_schema"](lambda _, out: self._move("_schema", out)),
            fields["get_next"](lambda _, out: self._move("_array", out)),
            fields["get_last_error"](lambda _: None),
            fields["release"](self._release),
        )

    def _move(self, name: str, out: Any) -> int:
        """Moves a struct as the interface has it: the one left behind counts as released."""
        source = getattr(self, name)
        size = ctypes.sizeof(out.contents)
        if source is None:
            ctypes.memset(out, 0, size)
            return 0
        ctypes.memmove(out, source, size)
        released = type(out.contents).release
        ctypes.memset(source + released.offset, 0, released.size)
        setattr(self, name, None)
        return 0

    def _release(self, stream: Any) -> None:
        released = ArrowArrayStream.release
        ctypes.memset(ctypes.addressof(stream.contents) + released.offset, 0, released.size)


def ids_of(table: Table) -> Iterator[str]:
    """The ids of the rows."""
    return (row["id"] for row in csv.DictReader(io.StringIO(table.csv("verbatim"), newline="")))
