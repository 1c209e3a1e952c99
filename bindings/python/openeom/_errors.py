"""The exception of every failure, and calls that raise it."""

from __future__ import annotations

import ctypes
import json
import os
from typing import Any, Callable, Iterator, Mapping, Optional, Tuple, Union

from . import _abi, _ffi, _handles

_SHOWN = 20  # diagnostics in the text of an exception; all of them are in its detail


def _line(diagnostic: Mapping[str, Any]) -> str:
    place = diagnostic.get("source", "")
    if "line" in diagnostic:
        place = ":".join(str(part) for part in (place, diagnostic["line"], diagnostic.get("column", "")) if part)
    what = ".".join(part for part in (diagnostic.get("record"), diagnostic.get("member")) if part)
    said = ": ".join(part for part in (place, diagnostic.get("severity"), what, diagnostic.get("message")) if part)
    return f"{said} ({diagnostic['remedy']})" if diagnostic.get("remedy") else said


class Error(Exception):
    """What the library refuses to do, and why.

    `code` is one word ("not_found", "data", "argument" ...), `detail` a dict with code, message and where they are
    known hint, source, line, column (bytes, from 1), record, member, and `diagnostics`, a list of such dicts.
    """

    def __init__(self, code: str, message: str, detail: Optional[Mapping[str, Any]] = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.detail = dict(detail) if detail is not None else {"code": code, "message": message}

    @property
    def hint(self) -> Optional[str]:
        """What would help, where the library knows."""
        return self.detail.get("hint")

    @property
    def diagnostics(self) -> "list[dict[str, Any]]":
        """Everything that is wrong with the data, one by one."""
        return list(self.detail.get("diagnostics", ()))

    def __str__(self) -> str:
        diagnostics = self.diagnostics
        if len(diagnostics) > 1:
            lines = [_line(each) for each in diagnostics[:_SHOWN]]
            if len(diagnostics) > _SHOWN:
                lines.append(f"and {len(diagnostics) - _SHOWN} more in .diagnostics")
            return "\n".join([self.message, *("  " + line for line in lines)])
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __reduce__(self) -> Tuple[Any, ...]:
        return (type(self), (self.code, self.message, self.detail))


def _raise(error: ctypes.c_void_p) -> None:
    library = _ffi.functions()
    try:
        message = library.eom_error_message(error).decode()
        detail = json.loads(library.eom_error_detail(error))
    finally:
        library.eom_error_destroy(error)
    raise Error(detail.get("code", "internal"), message, detail)


def call(name: str, *arguments: Any) -> int:
    """Calls a function whose last parameter is the error; gives its status, raises Error for a failure."""
    error = ctypes.c_void_p()
    status: int = getattr(_ffi.functions(), name)(*arguments, ctypes.byref(error))
    if error.value is not None:
        _raise(error)
    return status


def handle(name: str, *arguments: Any) -> int:
    """The handle that a function puts into the parameter before the error."""
    out = ctypes.c_void_p()
    call(name, *arguments, ctypes.byref(out))
    assert out.value is not None
    return out.value


def text_of(name: str, *arguments: Any) -> Optional[bytes]:
    """The bytes of the buffer that a function fills; None where it answers that there is no value."""
    buffer = _abi.Buf()
    if call(name, *arguments, ctypes.byref(buffer)) == _abi.NULL:
        return None
    try:
        return ctypes.string_at(buffer.data, buffer.length)
    finally:
        _ffi.functions().eom_buf_free(ctypes.byref(buffer))


def text(value: Union[str, bytes, None]) -> Tuple[Optional[bytes], int]:
    """A text as pointer and length."""
    if value is None:
        return None, 0
    encoded = value.encode() if isinstance(value, str) else value
    return encoded, len(encoded)


def path(value: "str | os.PathLike[str]") -> Tuple[bytes, int]:
    """The name of a file as pointer and length."""
    encoded = os.fsencode(value)
    return encoded, len(encoded)


class Watching:
    """A progress callback that lets Ctrl-C through and keeps what the caller's own callback raises."""

    def __init__(self, progress: Optional[Callable[[int, int, str], Any]]) -> None:
        self._progress = progress
        self._raised: Optional[BaseException] = None
        self.callback = _abi.Progress(self._report)

    def _report(self, _user: Any, done: int, total: int, phase: bytes) -> int:
        if _handles.ending():
            return 1
        try:
            return 1 if self._progress is not None and self._progress(done, total, phase.decode()) else 0
        except BaseException as raised:  # KeyboardInterrupt too: it is raised again outside the library
            self._raised = raised
            return 1

    def __iter__(self) -> Iterator[Any]:
        """The two arguments that a long call takes."""
        return iter((self.callback, None))

    def __enter__(self) -> "Watching":
        _handles.begin(self)
        return self

    def __exit__(self, _type: Any, error: Optional[BaseException], _traceback: Any) -> None:
        _handles.end(self)
        if self._raised is not None and isinstance(error, Error):
            raise self._raised from None
