"""Handles of the library: whose they are, and what becomes of calls when the interpreter forks or ends."""

from __future__ import annotations

import atexit
import os
import threading
import time
from types import TracebackType
from typing import Any, Optional, Set, Type as Class, TypeVar

from . import _ffi

C = TypeVar("C", bound="Closing")


class Handle:
    """A handle that is freed when nobody has it any more.

    A call has what it was given, so that closing an object takes nothing from a call in another thread.
    """

    __slots__ = ("_as_parameter_", "_free")

    def __init__(self, value: int, free: Any) -> None:
        self._as_parameter_ = value
        self._free = free

    def __del__(self) -> None:
        self._free(self._as_parameter_)


class Holder:
    """What holds a handle until it is closed or nobody has it any more."""

    _what: str
    _held: Optional[Handle] = None

    def _hold(self, value: int, free: str) -> None:
        self._held = Handle(value, getattr(_ffi.functions(), free))

    @property
    def _handle(self) -> Handle:
        held = self._held
        if held is None:
            raise ValueError(f"the {self._what} is closed")
        return held

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._held is None

    def close(self) -> None:
        """Lets go of what it holds in the library; whatever else is asked of it then is a ValueError.

        Needed only where memory is short: what nobody has any more goes by itself. What was made of it stays good.
        """
        self._held = None


class Closing(Holder):
    """A holder that a `with` block closes."""

    def __enter__(self: C) -> C:
        return self

    def __exit__(
        self, type: Optional[Class[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        self.close()


# ---- Calls that take long ----

# Threads that the interpreter does not wait for may be inside the library when it ends. The library's own data go with the
# process, and a thread that comes back for the interpreter's lock is ended on the spot: so such calls are stopped first.
_under_way: Set[Any] = set()
_ender: Optional[int] = None  # the thread that ends the interpreter
_PATIENCE = 10.0


def ending() -> bool:
    """Whether the interpreter is ending, and another thread does it."""
    return _ender is not None and _ender != threading.get_ident()


def begin(call: Any) -> None:
    """Takes notice of a call that may take long."""
    _under_way.add(call)
    if ending():
        end(call)


def end(call: Any) -> None:
    """Forgets it. Where the interpreter is ending, its thread goes no further."""
    _under_way.discard(call)
    if ending():
        threading.Event().wait()


def _stop_calls() -> None:
    global _ender
    _ender = threading.get_ident()
    until = time.monotonic() + _PATIENCE
    while _under_way and time.monotonic() < until:
        time.sleep(0.001)


atexit.register(_stop_calls)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_under_way.clear)  # a child has none of the other threads
