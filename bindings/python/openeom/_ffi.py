"""The C interface by ctypes: every function of openeom.h, declared by hand, and nothing else.

A test compares names and parameters with the header. Calls through a CDLL release the interpreter lock.
"""

from __future__ import annotations

import ctypes
import os
import pathlib
import sys
import threading
from ctypes import POINTER, Structure, c_char_p, c_double, c_int, c_int32, c_int64, c_size_t, c_uint64, c_void_p
from typing import Any, Optional

ABI = 1
"""Number of the binary interface that this package is written against."""

OK, ROW, DONE, NULL = 0, 100, 101, 102


class Str(Structure):
    """eom_str: borrowed text."""

    _fields_ = [("data", c_void_p), ("length", c_size_t)]


class Buf(Structure):
    """eom_buf: owned bytes."""

    _fields_ = [("data", c_void_p), ("length", c_size_t)]


class DateStruct(Structure):
    """eom_date."""

    _fields_ = [("first", c_int32), ("last", c_int32), ("precision", c_int32), ("flags", c_int32)]


class QuantityStruct(Structure):
    """eom_quantity."""

    _fields_ = [
        ("kind", c_int32),
        ("reserved", c_int32),
        ("low", c_int64),
        ("high", c_int64),
        ("of", c_int64),
        ("words", Str),
    ]


Progress = ctypes.CFUNCTYPE(c_int, c_void_p, c_uint64, c_uint64, c_char_p)
Read = ctypes.CFUNCTYPE(c_int64, c_void_p, c_void_p, c_size_t)
Write = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)

# A text is a pointer and a length; a handle is a pointer; outputs and the error are pointers to pointers.
_text = (c_char_p, c_size_t)
_progress = (Progress, c_void_p)
_handle = c_void_p
_out = POINTER(c_void_p)
_error = POINTER(c_void_p)

SIGNATURES = {
    "eom_version": (c_char_p, ()),
    "eom_abi_version": (c_int32, ()),
    "eom_format_version": (c_char_p, ()),
    "eom_has": (c_int32, (*_text,)),
    "eom_status_name": (c_char_p, (c_int32,)),
    "eom_error_code": (c_int32, (_handle,)),
    "eom_error_message": (c_char_p, (_handle,)),
    "eom_error_detail": (c_char_p, (_handle,)),
    "eom_error_destroy": (None, (_handle,)),
    "eom_buf_free": (None, (POINTER(Buf),)),
    "eom_file_write": (c_int32, (*_text, *_text, _error)),
    "eom_dossier_open": (c_int32, (*_text, *_text, *_progress, _out, _error)),
    "eom_dossier_parse": (c_int32, (*_text, *_text, *_text, *_progress, _out, _error)),
    "eom_dossier_read": (c_int32, (Read, c_void_p, *_text, *_text, *_progress, _out, _error)),
    "eom_dossier_retain": (_handle, (_handle,)),
    "eom_dossier_release": (None, (_handle,)),
    "eom_dossier_json": (c_int32, (_handle, *_progress, POINTER(Buf), _error)),
    "eom_dossier_write": (c_int32, (_handle, *_text, *_progress, _error)),
    "eom_dossier_write_to": (c_int32, (_handle, Write, c_void_p, *_progress, _error)),
    "eom_dossier_digest": (c_int32, (_handle, *_progress, POINTER(Str), _error)),
    "eom_dossier_count": (c_int32, (_handle, *_text, POINTER(c_int64), _error)),
    "eom_examples": (c_int32, (_out, _error)),
    "eom_edit_create": (c_int32, (_handle, _out, _error)),
    "eom_edit_open": (c_int32, (*_text, *_text, *_progress, _out, _error)),
    "eom_edit_parse": (c_int32, (*_text, *_text, *_text, *_progress, _out, _error)),
    "eom_edit_put_json": (c_int32, (_handle, *_text, *_text, _error)),
    "eom_edit_remove": (c_int32, (_handle, *_text, *_text, _error)),
    "eom_edit_check": (c_int32, (_handle, *_text, *_progress, _out, _error)),
    "eom_edit_commit": (c_int32, (_handle, *_progress, _out, _error)),
    "eom_edit_destroy": (None, (_handle,)),
    "eom_record_create": (c_int32, (_handle, *_text, _out, _error)),
    "eom_record_column": (c_int32, (_handle, *_text, POINTER(c_int32), _error)),
    "eom_record_child": (c_int32, (_handle, *_text, _out, _error)),
    "eom_record_next": (c_int32, (_handle, _error)),
    "eom_record_load": (c_int32, (_handle, *_text, _error)),
    "eom_record_text": (c_int32, (_handle, c_int32, *_text, _error)),
    "eom_record_integer": (c_int32, (_handle, c_int32, c_int64, _error)),
    "eom_record_rational": (c_int32, (_handle, c_int32, c_int64, c_int64, _error)),
    "eom_record_date": (c_int32, (_handle, c_int32, POINTER(DateStruct), _error)),
    "eom_record_quantity": (c_int32, (_handle, c_int32, POINTER(QuantityStruct), _error)),
    "eom_record_span": (c_int32, (_handle, c_int32, c_int64, c_int64, _error)),
    "eom_record_json": (c_int32, (_handle, c_int32, *_text, _error)),
    "eom_record_null": (c_int32, (_handle, c_int32, _error)),
    "eom_record_put": (c_int32, (_handle, _error)),
    "eom_record_clear": (None, (_handle,)),
    "eom_record_destroy": (None, (_handle,)),
    "eom_dossier_diff": (c_int32, (_handle, _handle, *_progress, _out, _error)),
    "eom_dossier_merge": (c_int32, (_handle, POINTER(Str), c_size_t, *_progress, _out, _out, _error)),
    "eom_cursor_open": (c_int32, (_handle, *_text, *_text, _out, _error)),
    "eom_cursor_column": (c_int32, (_handle, *_text, POINTER(c_int32), _error)),
    "eom_cursor_child": (c_int32, (_handle, *_text, _out, _error)),
    "eom_cursor_next": (c_int32, (_handle, _error)),
    "eom_cursor_find": (c_int32, (_handle, *_text, _error)),
    "eom_cursor_text": (c_int32, (_handle, c_int32, POINTER(Str), _error)),
    "eom_cursor_integer": (c_int32, (_handle, c_int32, POINTER(c_int64), _error)),
    "eom_cursor_real": (c_int32, (_handle, c_int32, POINTER(c_double), _error)),
    "eom_cursor_rational": (c_int32, (_handle, c_int32, POINTER(c_int64), POINTER(c_int64), _error)),
    "eom_cursor_date": (c_int32, (_handle, c_int32, POINTER(DateStruct), _error)),
    "eom_cursor_instant": (c_int32, (_handle, c_int32, POINTER(c_int64), POINTER(c_int32), _error)),
    "eom_cursor_quantity": (c_int32, (_handle, c_int32, POINTER(QuantityStruct), _error)),
    "eom_cursor_span": (c_int32, (_handle, c_int32, POINTER(c_int64), POINTER(c_int64), _error)),
    "eom_cursor_json": (c_int32, (_handle, c_int32, POINTER(Buf), _error)),
    "eom_cursor_destroy": (None, (_handle,)),
    "eom_schema": (c_int32, (*_text, _out, _error)),
    "eom_check": (c_int32, (_handle, *_text, *_progress, _out, _error)),
    "eom_check_rules": (c_int32, (_out, _error)),
    "eom_analyses": (c_int32, (_out, _error)),
    "eom_analyze": (c_int32, (_handle, *_text, *_text, *_progress, _out, _error)),
    "eom_trace": (c_int32, (_handle, *_text, *_progress, _out, _error)),
    "eom_document": (c_int32, (_handle, *_text, *_text, *_progress, _out, _error)),
    "eom_suggestions": (c_int32, (_handle, *_text, *_progress, _out, _error)),
    "eom_result_name": (c_char_p, (_handle,)),
    "eom_result_json": (c_int32, (_handle, *_progress, POINTER(Buf), _error)),
    "eom_result_schema": (c_int32, (_handle, _out, _error)),
    "eom_result_render": (c_int32, (_handle, *_text, *_text, *_progress, POINTER(Buf), _error)),
    "eom_result_destroy": (None, (_handle,)),
}

_NAMES = {"win32": ("openeom.dll",), "darwin": ("libopeneom.dylib",)}.get(
    sys.platform, ("libopeneom.so.0", "libopeneom.so")
)
_lock = threading.Lock()
_library: Optional[ctypes.CDLL] = None
_path: Optional[str] = None


def use_library(path: "os.PathLike[str] | str") -> None:
    """Says which file holds the library, before anything else is called.

    Needed only where the library is neither beside this package nor installed for the whole system.
    """
    global _path
    with _lock:
        if _library is not None:
            raise RuntimeError("the library is loaded already: call use_library before anything else")
        _path = os.fspath(path)


def _load() -> ctypes.CDLL:
    beside = [str(pathlib.Path(__file__).with_name(name)) for name in _NAMES]
    tried = []
    for candidate in [_path] if _path is not None else [path for path in beside if os.path.exists(path)] + list(_NAMES):
        try:
            return ctypes.CDLL(candidate)
        except OSError as error:
            tried.append(f"{candidate}: {error}")
    raise ImportError(
        "the OpenEOM library was not found; openeom.use_library(path) says where it is\n  " + "\n  ".join(tried)
    )


def _declare(loaded: ctypes.CDLL) -> None:
    loaded.eom_abi_version.restype = c_int32
    if loaded.eom_abi_version() < ABI:
        raise ImportError(
            f"the OpenEOM library has binary interface {loaded.eom_abi_version()}, this package needs {ABI}"
        )
    for name, (result, parameters) in SIGNATURES.items():
        function = getattr(loaded, name)
        function.restype = result
        function.argtypes = parameters


def functions() -> Any:
    """The library, loaded when first asked for."""
    global _library
    if _library is None:
        with _lock:
            if _library is None:
                loaded = _load()
                _declare(loaded)
                _library = loaded
    return _library
