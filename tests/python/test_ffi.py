"""The generated declarations against the header, read here in another way: functions, parameters, statuses, structs."""

import ctypes
import os
import pathlib
import re
import subprocess
import sys

import openeom
import pytest
from openeom import _abi, _ffi

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = (ROOT / "capi/include/openeom.h").read_text(encoding="utf-8")
WITHOUT_COMMENTS = re.sub(r"/\*.*?\*/", "", HEADER, flags=re.S)
DECLARED = {
    name: (result.strip(), [each.strip() for each in parameters.split(",")])
    for result, name, parameters in re.findall(r"EOM_API\s+([^;(]*?[\s*])(eom_\w+)\(([^)]*)\);", WITHOUT_COMMENTS)
}


def kind(declaration):
    """What ctypes must have for a C declaration."""
    words = declaration.replace("const ", "")
    if "*" in words:
        return "callback" if words.startswith("eom_progress") else "pointer"
    if words.split()[0] in ("eom_progress", "eom_read", "eom_write"):
        return "callback"
    numbers = {"size_t": "size", "int32_t": "int32", "int64_t": "int64", "eom_status": "int32", "void": "nothing"}
    return numbers[words.split()[0]]


def ctypes_kind(given):
    if given is None:
        return "nothing"
    if given in (_abi.Progress, _abi.Read, _abi.Write):
        return "callback"
    if given in (ctypes.c_char_p, ctypes.c_void_p) or issubclass(given, ctypes._Pointer):
        return "pointer"
    return {ctypes.c_size_t: "size", ctypes.c_int32: "int32", ctypes.c_int64: "int64"}[given]


def test_header_is_read():
    assert len(DECLARED) > 40 and "eom_dossier_open" in DECLARED


def test_every_function_is_declared_and_no_other():
    assert sorted(_abi.SIGNATURES) == sorted(DECLARED)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_parameters_agree(name):
    result, parameters = DECLARED[name]
    ours, arguments = _abi.SIGNATURES.get(name, (None, ()))
    expected = [] if parameters == ["void"] else [kind(each) for each in parameters]
    assert [ctypes_kind(each) for each in arguments] == expected
    assert ctypes_kind(ours) == kind(result)


def test_status_numbers_are_those_of_the_header():
    numbers = dict(re.findall(r"#define EOM_(\w+)\s+\(\(eom_status\)(\d+)\)", HEADER))
    assert len(numbers) > 15 and {name: getattr(_abi, name) for name in numbers} == {
        name: int(number) for name, number in numbers.items()
    }
    assert ctypes.c_size_t(-1).value == _abi.AUTO


def test_structs_have_the_size_of_the_headers():
    assert ctypes.sizeof(_abi.Str) == ctypes.sizeof(_abi.Buf) == 2 * ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(_abi.Date) == 16
    assert ctypes.sizeof(_abi.Quantity) == 32 + ctypes.sizeof(_abi.Str)


def test_versions():
    assert re.fullmatch(r"\d+\.\d+\.\d+", openeom.version())
    assert openeom.abi_version() >= _ffi.ABI
    assert openeom.format_version() == "1.0"


def test_library_is_not_chosen_after_it_was_loaded():
    openeom.version()
    with pytest.raises(RuntimeError, match="before"):
        openeom.use_library("elsewhere")


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


def test_a_library_that_is_not_there_is_named():
    done = python("import openeom; openeom.use_library('/nowhere/libopeneom.so'); openeom.version()")
    assert done.returncode == 1 and "/nowhere/libopeneom.so" in done.stderr and "ImportError" in done.stderr


def test_the_environment_does_not_choose_the_library():
    code = "import os; os.environ['OPENEOM_LIBRARY'] = '/nowhere'; import openeom; print(openeom.version())"
    assert python(code).returncode == 0


def test_handles_alive_at_the_end_of_the_interpreter_are_no_crash():
    code = """
import openeom, threading
d = openeom.open("example:norlandia-2027")
keep = [d.registration(), d.edit(), iter(d.parties()), d.election]
next(keep[2])
keep.append(keep)  # a cycle
print("done")
"""
    done = python(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_the_interpreter_lock_is_released_during_calls(tmp_path):
    """One thread waits inside the library for bytes that the other writes: with the lock held, neither would go on."""
    code = f"""
import openeom, os, threading
path, opened = {str(tmp_path / "pipe")!r}, []
os.mkfifo(path)
thread = threading.Thread(target=lambda: opened.append(openeom.open(path)))
thread.start()
with open(path, "wb") as pipe:
    pipe.write(b'{{"format": "openeom/1.0", "parties": [{{"id": "a", "names": [{{"text": "Alpha"}}]}}]}}')
thread.join()
print(opened[0].parties()[0].names[0].text)
"""
    assert python(code).stdout == "Alpha\n"


def test_the_command_of_the_package(tmp_path):
    """From the build the command of the system is found, from a wheel its own (tests/install/wheel.py)."""
    command = tmp_path / "openeom"
    command.write_text('#!/bin/sh\necho "$0" "$@"\nexit 3\n')
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    run = [sys.executable, "-m", "openeom", "show", "example:x y"]
    done = subprocess.run(run, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stdout) == (3, f"{command} show example:x y\n")
    done = subprocess.run(run, capture_output=True, text=True, env={**environment, "PATH": "/nonexistent"})
    assert done.returncode == 1 and "without the command" in done.stderr
