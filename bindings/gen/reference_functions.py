"""Writes the reference page of the C interface: constants, structs, callbacks, and every function by group."""

from __future__ import annotations

import textwrap
from typing import Dict, List

from header import Declared, Function, FunctionPointer, Interface
from markdown_text import cell, prose, sentence, table

HEAD = """# Functions of the C interface

{count} functions, declared in [openeom.h](../../capi/include/openeom.h), whose first comment tells the conventions: what a
status is, who owns what, how texts and options are given, what threads may do. Names of types and members are on
[a page of their own](types.md).
"""
WIDTH = 100


def _prototype(text: str) -> str:
    """On one line where it fits, else its parameters below each other's."""
    if len(text) <= WIDTH:
        return text
    begin = text.index("(") + 1
    return "\n".join(textwrap.wrap(text, WIDTH, subsequent_indent=" " * begin, break_long_words=False))


class Page:
    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._names = [each.name for each in interface.functions]

    def _prose(self, text: str) -> str:
        return prose(text, self._names)

    def _groups(self) -> Dict[str, List[Function]]:
        groups: Dict[str, List[Function]] = {}
        for function in self._interface.functions:
            groups.setdefault(function.group, []).append(function)
        return groups

    def _contents(self) -> List[str]:
        rows = [
            [group, " ".join(f"[`{each.name}`](#{each.name})" for each in functions)]
            for group, functions in self._groups().items()
        ]
        return ["## Contents", "", *table(["group", "functions"], rows)]

    def _constants(self) -> List[str]:
        statuses = self._interface.statuses()
        rows = [[f"`{each.name}`", str(each.value), cell(self._prose(each.comment))] for each in statuses]
        lines = ["", "## Status", "", *table(["status", "number", "meaning"], rows)]
        others = [each for each in self._interface.constants if each not in statuses]
        if others:
            lines += ["", "## Constants", ""]
            lines += [f"- `{each.name}`: {self._prose(each.comment)}" for each in others]
        return lines

    def _declared(self, each: Declared, code: str) -> List[str]:
        said = [sentence(self._prose(each.comment.replace("\n", " "))), ""] if each.comment else []
        return ["", f"### {each.name}", "", *said, "```c", code, "```"]

    def _types(self) -> List[str]:
        lines = ["", "## Structs"]
        for struct in self._interface.structs:
            lines += self._declared(struct, struct.definition)
        lines += ["", "## Callbacks"]
        for alias in self._interface.aliases:
            if isinstance(alias.type, FunctionPointer):
                lines += self._declared(alias, _prototype(alias.definition))
        handles = ", ".join(f"`{each.name}`" for each in self._interface.handles)
        return [*lines, "", "## Handles", "", f"Seen by pointer only: {handles}."]

    def _function(self, function: Function) -> List[str]:
        doc = {name: self._prose(text) for name, text in function.doc.items()}
        lines = ["", f"### {function.name}", "", "```c", _prototype(function.prototype), "```", ""]
        lines += [sentence(doc["Purpose"]), ""]
        lines += [f"- **{name}:** {doc[name]}" for name in ("Ownership", "NULL", "Threads", "Since")]
        return lines

    def emit(self) -> str:
        lines = [HEAD.format(count=len(self._interface.functions)), *self._contents()]
        lines += [*self._constants(), *self._types()]
        for group, functions in self._groups().items():
            lines += ["", f"## {group}"]
            for function in functions:
                lines += self._function(function)
        return "\n".join([*lines, ""])


def emit(interface: Interface) -> str:
    return Page(interface).emit()
