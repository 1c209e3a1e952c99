# Made from capi/include/openeom.h by python3 bindings/gen/generate.py: change those, not this.
"""The C interface for ctypes: what openeom.h declares, and nothing else."""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_char_p,
    c_double,
    c_int,
    c_int32,
    c_int64,
    c_size_t,
    c_uint64,
    c_void_p,
)
from typing import Any, Dict, Tuple

OK = 0
"""done"""
E_ARGUMENT = 1
"""a caller's mistake: a NULL, a wrong length, state or kind of value"""
E_NOT_FOUND = 2
"""no such file, example, type, member, analysis or record"""
E_SYNTAX = 3
"""the bytes are not what their format demands"""
E_DATA = 4
"""well formed, yet not what belongs there: a dossier, record, value, option, filter"""
E_CONFLICT = 5
"""two things that cannot both be kept"""
E_LIMIT = 6
"""a limit on bytes, depth, records or time was reached"""
E_IO = 7
"""the system could not read or write"""
E_OVERFLOW = 8
"""a number does not fit; nothing was rounded"""
E_MEMORY = 9
"""out of memory"""
E_CANCELLED = 10
"""the progress callback asked to stop"""
E_VERSION = 11
"""a newer major format version"""
E_INTERNAL = 12
"""a defect of the library"""
ROW = 100
"""the cursor stands on a record"""
DONE = 101
"""the cursor is past the last record"""
NULL = 102
"""nothing is recorded. A code such as "unknown" is recorded, and EOM_OK"""
AUTO = c_size_t(-1).value
"""A length that means: up to the first zero byte."""
QUANTITY_EXACT = 1
QUANTITY_AT_LEAST = 2
QUANTITY_RANGE = 3
QUANTITY_COUNT_OF = 4
QUANTITY_SHARE = 5
QUANTITY_VAGUE = 6
UNCHANGED = 0
"""What an upsert did."""
ADDED = 1
CHANGED = 2
ARROW_FLAG_DICTIONARY_ORDERED = 1
ARROW_FLAG_NULLABLE = 2
ARROW_FLAG_MAP_KEYS_SORTED = 4


class Str(Structure):
    """eom_str: Borrowed text: not zero-terminated, valid as long as what lent it."""


class Buf(Structure):
    """eom_buf: Owned bytes, zero-terminated after `length`; free with eom_buf_free."""


class Date(Structure):
    """eom_date: A date as precise as it is known: some day from `first` to `last`, in days since 1970-01-01
    (INT32_MIN, INT32_MAX: open end). A known day has the same twice, a known year its first day and its last.
    `precision` is what was told of both: 1 the year, 2 the month, 3 the day. `flags`: 1 told as a range, 2
    approximate."""


class Quantity(Structure):
    """eom_quantity: How many, as somebody said it; `kind` says what the other members mean. A vague quantity has no
    number.   EOM_QUANTITY_EXACT     low = high = the number   EOM_QUANTITY_AT_LEAST  low; high is INT64_MAX
    EOM_QUANTITY_RANGE     from low to high, both included   EOM_QUANTITY_COUNT_OF  low = high = how many, of `of`
    EOM_QUANTITY_SHARE     low / high per cent as printed (75.10 is 7510 / 100); `of` the number observed, or -1;
    `words` of what   EOM_QUANTITY_VAGUE     `words` the term ("several"), `of` its scale: 1 number, 2 prevalence, 3
    pattern"""


class ArrowSchema(Structure):
    """ArrowSchema."""


class ArrowArray(Structure):
    """ArrowArray."""


class ArrowArrayStream(Structure):
    """ArrowArrayStream."""


Progress = CFUNCTYPE(c_int, c_void_p, c_uint64, c_uint64, c_char_p)
"""eom_progress: Called now and then during long work; a non-zero return stops it with EOM_E_CANCELLED, nothing half
done."""

Read = CFUNCTYPE(c_int64, c_void_p, c_void_p, c_size_t)
"""eom_read: Puts up to `room` bytes at `into` and returns how many; 0 at the end, less than 0 where it cannot."""

Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)
"""eom_write: Takes `length` bytes; a non-zero return says that it cannot, and ends the writing with EOM_E_IO."""

Str._fields_ = [
    ("data", c_void_p),
    ("length", c_size_t),
]

Buf._fields_ = [
    ("data", c_void_p),
    ("length", c_size_t),
]

Date._fields_ = [
    ("first", c_int32),
    ("last", c_int32),
    ("precision", c_int32),
    ("flags", c_int32),
]

Quantity._fields_ = [
    ("kind", c_int32),
    ("reserved", c_int32),
    ("low", c_int64),
    ("high", c_int64),
    ("of", c_int64),
    ("words", Str),
]

ArrowSchema._fields_ = [
    ("format", c_void_p),
    ("name", c_void_p),
    ("metadata", c_void_p),
    ("flags", c_int64),
    ("n_children", c_int64),
    ("children", POINTER(POINTER(ArrowSchema))),
    ("dictionary", POINTER(ArrowSchema)),
    ("release", CFUNCTYPE(None, POINTER(ArrowSchema))),
    ("private_data", c_void_p),
]

ArrowArray._fields_ = [
    ("length", c_int64),
    ("null_count", c_int64),
    ("offset", c_int64),
    ("n_buffers", c_int64),
    ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)),
    ("children", POINTER(POINTER(ArrowArray))),
    ("dictionary", POINTER(ArrowArray)),
    ("release", CFUNCTYPE(None, POINTER(ArrowArray))),
    ("private_data", c_void_p),
]

ArrowArrayStream._fields_ = [
    ("get_schema", CFUNCTYPE(c_int, POINTER(ArrowArrayStream), POINTER(ArrowSchema))),
    ("get_next", CFUNCTYPE(c_int, POINTER(ArrowArrayStream), POINTER(ArrowArray))),
    ("get_last_error", CFUNCTYPE(c_char_p, POINTER(ArrowArrayStream))),
    ("release", CFUNCTYPE(None, POINTER(ArrowArrayStream))),
    ("private_data", c_void_p),
]

SIGNATURES: Dict[str, Tuple[Any, Tuple[Any, ...]]] = {
    "eom_version": (c_char_p, ()),
    "eom_abi_version": (c_int32, ()),
    "eom_format_version": (c_char_p, ()),
    "eom_has": (c_int32, (c_char_p, c_size_t)),
    "eom_status_name": (c_char_p, (c_int32,)),
    "eom_error_code": (c_int32, (c_void_p,)),
    "eom_error_message": (c_char_p, (c_void_p,)),
    "eom_error_detail": (c_char_p, (c_void_p,)),
    "eom_error_destroy": (None, (c_void_p,)),
    "eom_buf_free": (None, (POINTER(Buf),)),
    "eom_file_write": (c_int32, (c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_dossier_open": (
        c_int32,
        (c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_dossier_parse": (
        c_int32,
        (
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            Progress,
            c_void_p,
            POINTER(c_void_p),
            POINTER(c_void_p),
        ),
    ),
    "eom_dossier_read": (
        c_int32,
        (
            Read,
            c_void_p,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            Progress,
            c_void_p,
            POINTER(c_void_p),
            POINTER(c_void_p),
        ),
    ),
    "eom_dossier_retain": (c_void_p, (c_void_p,)),
    "eom_dossier_release": (None, (c_void_p,)),
    "eom_dossier_json": (c_int32, (c_void_p, Progress, c_void_p, POINTER(Buf), POINTER(c_void_p))),
    "eom_dossier_write": (c_int32, (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p))),
    "eom_dossier_write_to": (c_int32, (c_void_p, Write, c_void_p, Progress, c_void_p, POINTER(c_void_p))),
    "eom_dossier_digest": (c_int32, (c_void_p, Progress, c_void_p, POINTER(Str), POINTER(c_void_p))),
    "eom_dossier_count": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_int64), POINTER(c_void_p))),
    "eom_examples": (c_int32, (POINTER(c_void_p), POINTER(c_void_p))),
    "eom_edit_create": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_edit_open": (
        c_int32,
        (c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_edit_parse": (
        c_int32,
        (
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            Progress,
            c_void_p,
            POINTER(c_void_p),
            POINTER(c_void_p),
        ),
    ),
    "eom_edit_put_json": (c_int32, (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_edit_remove": (c_int32, (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_edit_upsert": (
        c_int32,
        (
            c_void_p,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            c_char_p,
            c_size_t,
            POINTER(c_int32),
            POINTER(Str),
            POINTER(c_void_p),
        ),
    ),
    "eom_edit_erase": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_edit_check": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_edit_commit": (c_int32, (c_void_p, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_edit_destroy": (None, (c_void_p,)),
    "eom_record_create": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_record_column": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_int32), POINTER(c_void_p))),
    "eom_record_child": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_record_next": (c_int32, (c_void_p, POINTER(c_void_p))),
    "eom_record_load": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_record_text": (c_int32, (c_void_p, c_int32, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_record_integer": (c_int32, (c_void_p, c_int32, c_int64, POINTER(c_void_p))),
    "eom_record_rational": (c_int32, (c_void_p, c_int32, c_int64, c_int64, POINTER(c_void_p))),
    "eom_record_date": (c_int32, (c_void_p, c_int32, POINTER(Date), POINTER(c_void_p))),
    "eom_record_quantity": (c_int32, (c_void_p, c_int32, POINTER(Quantity), POINTER(c_void_p))),
    "eom_record_span": (c_int32, (c_void_p, c_int32, c_int64, c_int64, POINTER(c_void_p))),
    "eom_record_json": (c_int32, (c_void_p, c_int32, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_record_null": (c_int32, (c_void_p, c_int32, POINTER(c_void_p))),
    "eom_record_put": (c_int32, (c_void_p, POINTER(c_void_p))),
    "eom_record_clear": (None, (c_void_p,)),
    "eom_record_destroy": (None, (c_void_p,)),
    "eom_dossier_diff": (c_int32, (c_void_p, c_void_p, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_dossier_merge": (
        c_int32,
        (c_void_p, POINTER(Str), c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_cursor_open": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_cursor_open_edit": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_cursor_column": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_int32), POINTER(c_void_p))),
    "eom_cursor_child": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_cursor_next": (c_int32, (c_void_p, POINTER(c_void_p))),
    "eom_cursor_find": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p))),
    "eom_cursor_text": (c_int32, (c_void_p, c_int32, POINTER(Str), POINTER(c_void_p))),
    "eom_cursor_integer": (c_int32, (c_void_p, c_int32, POINTER(c_int64), POINTER(c_void_p))),
    "eom_cursor_real": (c_int32, (c_void_p, c_int32, POINTER(c_double), POINTER(c_void_p))),
    "eom_cursor_rational": (c_int32, (c_void_p, c_int32, POINTER(c_int64), POINTER(c_int64), POINTER(c_void_p))),
    "eom_cursor_date": (c_int32, (c_void_p, c_int32, POINTER(Date), POINTER(c_void_p))),
    "eom_cursor_instant": (c_int32, (c_void_p, c_int32, POINTER(c_int64), POINTER(c_int32), POINTER(c_void_p))),
    "eom_cursor_quantity": (c_int32, (c_void_p, c_int32, POINTER(Quantity), POINTER(c_void_p))),
    "eom_cursor_span": (c_int32, (c_void_p, c_int32, POINTER(c_int64), POINTER(c_int64), POINTER(c_void_p))),
    "eom_cursor_json": (c_int32, (c_void_p, c_int32, POINTER(Buf), POINTER(c_void_p))),
    "eom_cursor_destroy": (None, (c_void_p,)),
    "eom_dossier_table": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_dossier_stream": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(ArrowArrayStream), POINTER(c_void_p)),
    ),
    "eom_result_table": (c_int32, (c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_table_import": (
        c_int32,
        (POINTER(ArrowArrayStream), c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_table_rows": (c_int32, (c_void_p, POINTER(c_int64), POINTER(c_void_p))),
    "eom_table_schema": (c_int32, (c_void_p, POINTER(ArrowSchema), POINTER(c_void_p))),
    "eom_table_stream": (c_int32, (c_void_p, POINTER(ArrowArrayStream), POINTER(c_void_p))),
    "eom_table_csv": (c_int32, (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(Buf), POINTER(c_void_p))),
    "eom_edit_put_table": (c_int32, (c_void_p, c_char_p, c_size_t, c_void_p, Progress, c_void_p, POINTER(c_void_p))),
    "eom_table_destroy": (None, (c_void_p,)),
    "eom_schema": (c_int32, (c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_json_schema": (c_int32, (c_char_p, c_size_t, POINTER(Buf), POINTER(c_void_p))),
    "eom_check": (c_int32, (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_check_rules": (c_int32, (POINTER(c_void_p), POINTER(c_void_p))),
    "eom_analyses": (c_int32, (POINTER(c_void_p), POINTER(c_void_p))),
    "eom_analyze": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_trace": (c_int32, (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_document": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_suggestions": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, Progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p)),
    ),
    "eom_result_name": (c_char_p, (c_void_p,)),
    "eom_result_json": (c_int32, (c_void_p, Progress, c_void_p, POINTER(Buf), POINTER(c_void_p))),
    "eom_result_schema": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "eom_result_render": (
        c_int32,
        (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, Progress, c_void_p, POINTER(Buf), POINTER(c_void_p)),
    ),
    "eom_result_destroy": (None, (c_void_p,)),
}
"""Result and parameters of every function."""
