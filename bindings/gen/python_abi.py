"""Writes the C interface for Python: structs, callbacks, constants and the signature of every function, for ctypes."""

from __future__ import annotations

from typing import Dict, List, Sequence

import header
from header import FunctionPointer, Interface, Named, Parameter, Pointer
from python_text import WIDTH, docstring

NUMBERS: Dict[str, str] = {
    "int": "c_int",
    "int8_t": "c_int8",
    "int16_t": "c_int16",
    "int32_t": "c_int32",
    "int64_t": "c_int64",
    "uint8_t": "c_uint8",
    "uint16_t": "c_uint16",
    "uint32_t": "c_uint32",
    "uint64_t": "c_uint64",
    "size_t": "c_size_t",
    "double": "c_double",
}

HEAD = '''"""The C interface for ctypes: what openeom.h declares, and nothing else."""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
{imported}
)
from typing import Any, Dict, Tuple
'''


def class_name(name: str) -> str:
    """A struct or callback as a class: "eom_read_callback" is ReadCallback, "ArrowSchema" keeps its name."""
    if not name.startswith("eom_"):
        return name
    return "".join(word.capitalize() for word in name[len("eom_") :].split("_"))


class Mapping:
    """C types as ctypes. Remembers which of them were needed."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self.used = {"c_void_p", "c_size_t"}

    def _number(self, name: str) -> str:
        self.used.add(NUMBERS[name])
        return NUMBERS[name]

    def type(self, type: header.Type, place: str, address: bool = False) -> str:
        """`address`: a text is read as its address, since a c_char_p would end it at its first zero byte."""
        if isinstance(type, FunctionPointer):
            return self.callback(type, place)
        if isinstance(type, Pointer):
            return self._pointer(type.to, place, address)
        alias = self._interface.alias(type.name)
        if alias is not None:
            return class_name(alias.name) if isinstance(alias.type, FunctionPointer) else self.type(alias.type, place)
        if self._interface.struct(type.name) is not None:
            return class_name(type.name)
        if type.name in NUMBERS:
            return self._number(type.name)
        raise header.Unreadable(f"{place}: Python has no word for '{type.name}': python_abi.py maps the types")

    def _pointer(self, to: header.Type, place: str, address: bool) -> str:
        if isinstance(to, Named):
            if to.name == "void" or self._interface.is_handle(to.name):
                return "c_void_p"
            if to.name == "char":
                if address or not to.const:
                    return "c_void_p"
                self.used.add("c_char_p")
                return "c_char_p"
        return f"POINTER({self.type(to, place)})"

    def parameters(self, parameters: Sequence[Parameter], place: str) -> List[str]:
        """What Python passes."""
        return [self.type(each.type, f"{place}: {each.name}") for each in parameters]

    def arguments(self, parameters: Sequence[Parameter], place: str) -> List[str]:
        """What a callback is given: a text before a length may have zero bytes."""
        lengths = [each.type == Named("size_t") for each in parameters[1:]] + [False]
        return [self.type(each.type, f"{place}: {each.name}", address) for each, address in zip(parameters, lengths)]

    def fields(self, fields: Sequence[Parameter], place: str) -> List[str]:
        """What a struct holds: nothing says where a text in it ends (ArrowSchema.metadata has zero bytes)."""
        return [self.type(each.type, f"{place}: {each.name}", address=True) for each in fields]

    def callback(self, type: FunctionPointer, place: str) -> str:
        parts = [self.result(type.result, place), *self.arguments(type.parameters, place)]
        return f"CFUNCTYPE({', '.join(parts)})"

    def result(self, type: header.Type, place: str) -> str:
        return "None" if type == Named("void") else self.type(type, f"{place}: the result")


def _constant(constant: header.Constant) -> List[str]:
    name = constant.name[len("EOM_") :] if constant.name.startswith("EOM_") else constant.name
    value = f"c_size_t({constant.value}).value" if constant.type == "size_t" else str(constant.value)
    return [f"{name} = {value}", *([docstring(constant.comment)] if constant.comment else [])]


def _structs(interface: Interface) -> List[str]:
    """Classes first, fields later, since structs and callbacks name each other."""
    lines: List[str] = []
    for struct in interface.structs:
        lines += ["", "", f"class {class_name(struct.name)}(Structure):"]
        lines += [f"    {docstring(struct.name + (': ' + struct.comment if struct.comment else '.'), 4)}"]
    return lines


def _fields(interface: Interface, mapping: Mapping) -> List[str]:
    lines: List[str] = []
    for struct in interface.structs:
        types = mapping.fields(struct.fields, struct.name)
        lines += ["", f"{class_name(struct.name)}._fields_ = ["]
        lines += [f'    ("{field.name}", {type}),' for field, type in zip(struct.fields, types)]
        lines += ["]"]
    return lines


def _callbacks(interface: Interface, mapping: Mapping) -> List[str]:
    lines: List[str] = []
    for alias in interface.aliases:
        if isinstance(alias.type, FunctionPointer):
            lines += ["", f"{class_name(alias.name)} = {mapping.callback(alias.type, alias.name)}"]
            lines += [docstring(f"{alias.name}: {alias.comment}")]
    return lines


def _signature(name: str, result: str, parameters: List[str]) -> List[str]:
    """On one line where it fits, else broken as a formatter would."""
    held = f"({', '.join(parameters)}{',' if len(parameters) == 1 else ''})"
    whole = f'    "{name}": ({result}, {held}),'
    if len(whole) <= WIDTH:
        return [whole]
    inner = [f"        {held},"]
    if len(inner[0]) > WIDTH:
        inner = ["        (", *(f"            {each}," for each in parameters), "        ),"]
    return [f'    "{name}": (', f"        {result},", *inner, "    ),"]


def _signatures(interface: Interface, mapping: Mapping) -> List[str]:
    lines = ["", "SIGNATURES: Dict[str, Tuple[Any, Tuple[Any, ...]]] = {"]
    for function in interface.functions:
        parameters = mapping.parameters(function.parameters, function.name)
        lines += _signature(function.name, mapping.result(function.result, function.name), parameters)
    return [*lines, "}", docstring("Result and parameters of every function.")]


def emit(interface: Interface) -> str:
    mapping = Mapping(interface)
    constants = [line for constant in interface.constants for line in _constant(constant)]
    body = [
        *_structs(interface),
        "",
        *_callbacks(interface, mapping),
        *_fields(interface, mapping),
        *_signatures(interface, mapping),
    ]
    imported = "\n".join(f"    {name}," for name in sorted(mapping.used))
    return "\n".join([HEAD.format(imported=imported), *constants, *body, ""])
