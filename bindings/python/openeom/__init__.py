"""OpenEOM: the record of an election observation.

    import openeom as eom

    d = eom.open("example:kazakhstan-2012")
    for event in d.registration_events(kind="deregistered"):
        print(event.subject, event.decided, event.due_process.hearing)
    d.registration()             # an analysis; a notebook shows it
    d.document("statement")      # a document with all that its sentences rest on
    d.table("candidacy")         # for pyarrow, pandas, polars and DuckDB
    with d.edit() as edit:
        edit.add("party", id="greens", names=[{"text": "Green Party", "language": "en"}])
    d2 = edit.commit()

openeom.types has the classes of records and their parts, openeom.results those of what analyses and documents give. What
fails is an openeom.Error with a code and a detail; what is asked of something closed, a ValueError.

Pure ctypes over the C library, which lets other threads on during its calls. Any number of threads may share a dossier, a
result or a table, and processes that fork may go on with them. Types, members, analyses and options come from the library's
own description of them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, List, Mapping, Optional

from . import _dossier, _errors, _ffi, _handles, results, types
from ._dossier import AnalysisDescription, Dossier, Edit, Merged, Records, Upserted, analyses
from ._errors import Error
from ._ffi import use_library
from ._records import Part, Record, Reference
from ._results import Result
from ._tables import Column, Stream, Table
from ._values import Date, Instant, Interval, Quantity, Span, Uncertain

if TYPE_CHECKING:
    import os

__all__ = [
    "AnalysisDescription",
    "Column",
    "Date",
    "Dossier",
    "Edit",
    "Error",
    "Instant",
    "Interval",
    "Merged",
    "Part",
    "Quantity",
    "Record",
    "Records",
    "Reference",
    "Result",
    "Span",
    "Stream",
    "Table",
    "Uncertain",
    "Upserted",
    "abi_version",
    "analyses",
    "edit",
    "examples",
    "format_version",
    "json_schema",
    "open",
    "parse",
    "results",
    "rules",
    "schema",
    "types",
    "use_library",
    "version",
]


def version() -> str:
    """The library's release."""
    return str(_ffi.functions().eom_version().decode())


def abi_version() -> int:
    """Number of the library's binary interface."""
    return int(_ffi.functions().eom_abi_version())


def format_version() -> str:
    """The dossier format written."""
    return str(_ffi.functions().eom_format_version().decode())


def _limits(limits: Optional[Mapping[str, int]]) -> Any:
    return _dossier._options({"limits": limits})


def open(
    name: "str | os.PathLike[str]",
    *,
    limits: Optional[Mapping[str, int]] = None,
    progress: Optional[_dossier.ProgressCallback] = None,
) -> Dossier:
    """Opens a dossier: a path, "-" for standard input, or "example:NAME".

    `limits` may bound "bytes", "depth", "records" and "milliseconds". `progress(done, total, phase)` is called now and
    then; a true answer stops the work. Raises Error; where the data is at fault, all that is wrong stands in its
    `diagnostics`.
    """
    with _errors.Watching(progress) as watching:
        read = _errors.handle("eom_edit_open", *_errors.path(name), *_limits(limits), *watching)
    edit = _handles.Handle(read, _ffi.functions().eom_edit_destroy)
    with _errors.Watching(progress) as watching:
        return Dossier(_errors.handle("eom_edit_commit", edit, *watching))


def parse(
    data: "str | bytes | bytearray | memoryview",
    source: Optional[str] = None,
    *,
    limits: Optional[Mapping[str, int]] = None,
    progress: Optional[_dossier.ProgressCallback] = None,
) -> Dossier:
    """Reads a dossier from JSON in memory; `source` names it in messages. `limits` and `progress` as for open()."""
    text = data if isinstance(data, (str, bytes)) else bytes(data)
    inputs = (*_errors.text(text), *_errors.text(source), *_limits(limits))
    with _errors.Watching(progress) as watching:
        return Dossier(_errors.handle("eom_dossier_parse", *inputs, *watching))


def edit() -> Edit:
    """An edit that begins empty."""
    return Edit()


def examples() -> List[results.Example]:
    """The built-in dossiers: name, title, summary. Open one as "example:" and its name."""
    return results.Examples(_errors.handle("eom_examples"), about_library=True).examples


def rules() -> List[results.Rule]:
    """The rules of the check: id, severity, title, explanation, remedy, reference."""
    return results.Rules(_errors.handle("eom_check_rules"), about_library=True).rules


def schema(type: Optional[str] = None) -> results.Schema:
    """The members of a type with their meaning, unit and codes; all types where none is named."""
    return results.Schema(_errors.handle("eom_schema", *_errors.text(type)), about_library=True)


def json_schema(type: Optional[str] = None) -> "dict[str, Any]":
    """The JSON Schema (2020-12) of a type of record or a part of one, or of a whole dossier file."""
    read = json.loads(_errors.text_of("eom_json_schema", *_errors.text(type)) or b"{}")
    assert isinstance(read, dict)
    return read
