"""The C library, found, loaded and declared. Calls through a CDLL release the interpreter lock."""

from __future__ import annotations

import ctypes
import os
import pathlib
import sys
from typing import Any, Optional

from . import _abi

ABI = 1
"""Number of the binary interface that this package is written against."""

_NAMES = {"win32": ("openeom.dll",), "darwin": ("libopeneom.dylib",)}.get(
    sys.platform, ("libopeneom.so.0", "libopeneom.so")
)
_library: Optional[ctypes.CDLL] = None
_path: Optional[str] = None


def use_library(path: "os.PathLike[str] | str") -> None:
    """Says which file holds the library, before anything else is called.

    Needed only where the library is neither beside this package nor installed for the whole system.
    """
    global _path
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
    loaded.eom_abi_version.restype = ctypes.c_int32
    if loaded.eom_abi_version() < ABI:
        raise ImportError(
            f"the OpenEOM library has binary interface {loaded.eom_abi_version()}, this package needs {ABI}"
        )
    for name, (result, parameters) in _abi.SIGNATURES.items():
        function = getattr(loaded, name)
        function.restype = result
        function.argtypes = parameters


def functions() -> Any:
    """The library, loaded when first asked for; by two threads at once, it is the same twice."""
    global _library
    if _library is None:
        loaded = _load()
        _declare(loaded)
        _library = loaded
    return _library
