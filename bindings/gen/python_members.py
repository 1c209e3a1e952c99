"""Writes the stub of what a Python dossier has by name: a method each register and each analysis."""

from __future__ import annotations

import ast
import pathlib
from typing import List, Set

from python_text import WIDTH, class_name, docstring, imports, sentence
from python_types import VALUES, Unmapped
from schema import Member, Schema

HEAD = '''"""Registers and analyses of a dossier, for type checkers: at run time they come from the library's own description."""
'''
CLASS = '''
class Members:
    """A method each register and each analysis."""'''
MODULES = {
    "decimal": ["Decimal"],
    "fractions": ["Fraction"],
    "typing": ["Any", "Mapping", "Optional", "Sequence", "Union"],
}
PACKAGE = {".": ["_dossier", "_records", "_results", "_values", "types"]}
RESULTS = "from . import results as given"  # a register may be called results
OPTIONS = {**VALUES, "code": "str", "json": "Mapping[str, Any]", "date": "Union[_values.Date, str]"}


def _option(option: Member) -> str:
    if option.value not in OPTIONS:
        raise Unmapped(f"Python has no type for the value '{option.value}' of an option: see python_members.OPTIONS")
    value = OPTIONS[option.value]
    if option.is_list:
        value = "Mapping[str, str]" if option.name == "texts" else f"Sequence[{value}]"
    return f"{option.name}: {value}" if option.required else f"{option.name}: Optional[{value}] = None"


def _method(name: str, parameters: List[str], result: str, meaning: str) -> List[str]:
    given = ", ".join(parameters)
    head = [f"    def {name}({given}) -> {result}:"]
    if len(head[0]) > WIDTH:  # broken as a formatter would
        head = [f"    def {name}(", f"        {given}", f"    ) -> {result}:"]
    return ["", *head, f"        {docstring(sentence(meaning), 8)}"]


def methods_of(source: pathlib.Path, name: str) -> Set[str]:
    """Names that a class of a Python source defines itself: they are not hidden by a register or an analysis."""
    for node in ast.parse(source.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            return {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    raise Unmapped(f"{source.name} has no class {name}")


def emit(schema: Schema, taken: Set[str]) -> str:
    lines: List[str] = []
    for described in schema.registers():
        if described.plural not in taken:
            result = f"_dossier.Records[types.{class_name(described.name)}]"
            lines += _method(described.plural, ["self", "**filter: Any"], result, described.meaning)
    plurals = {described.plural for described in schema.registers()}
    for analysis in schema.analyses:
        if analysis.name in taken | plurals:
            continue
        required = [_option(option) for option in analysis.options if option.required]
        others = [_option(option) for option in analysis.options if not option.required]
        parameters = ["self", *required, *(["*", *others] if others else [])]
        typed = analysis.name in {each.name for each in schema.results}
        result = f"given.{class_name(analysis.name)}" if typed else "_results.Result"
        lines += _method(analysis.name, parameters, result, analysis.summary)
    package = [*imports(lines, PACKAGE), *([RESULTS] if schema.results else [])]
    return "\n".join([HEAD, *imports(lines, MODULES), "", *package, CLASS, *lines, ""])
