"""Reads openeom.h: what it declares, and what its comments say of it.

Declarations come from pycparser, after the C compiler's preprocessor; comments, groups and the names of constants from
the text itself. What a language has no word for is refused by that language's emitter, what C99 has and this header
must not have (enums, unions, bit-fields, variable arguments) is refused here, by line.
"""

from __future__ import annotations

import os
import pathlib
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

from pycparser import c_ast, c_parser  # type: ignore[import-untyped]

DOC_LINES = ("Purpose", "Ownership", "NULL", "Threads", "Since")


class Unreadable(Exception):
    """What the header has and this generator does not understand, with its line."""


@dataclass(frozen=True)
class Named:
    """A type by its name: "int32_t", "eom_str", "void"."""

    name: str
    const: bool = False


@dataclass(frozen=True)
class Pointer:
    to: "Type"


@dataclass(frozen=True)
class FunctionPointer:
    """The type of what a callback points to."""

    result: "Type"
    parameters: "Tuple[Parameter, ...]"


Type = Union[Named, Pointer, FunctionPointer]


@dataclass(frozen=True)
class Parameter:
    """A parameter, or a field of a struct."""

    name: str
    type: Type


@dataclass(frozen=True)
class Declared:
    """What everything that is declared has: where it stands, under which heading, and what is said of it."""

    name: str
    line: int
    group: str
    comment: str


@dataclass(frozen=True)
class Constant(Declared):
    """`type` is the name that the value is cast to, "int" where there is none; a status has "eom_status"."""

    value: int
    type: str


@dataclass(frozen=True)
class Struct(Declared):
    fields: Tuple[Parameter, ...]
    definition: str


@dataclass(frozen=True)
class Alias(Declared):
    """A name for a number (eom_status) or for a callback (eom_progress)."""

    type: Type
    definition: str


@dataclass(frozen=True)
class Function(Declared):
    result: Type
    parameters: Tuple[Parameter, ...]
    doc: Dict[str, str]
    prototype: str


@dataclass
class Interface:
    constants: List[Constant] = field(default_factory=list)
    handles: List[Declared] = field(default_factory=list)
    structs: List[Struct] = field(default_factory=list)
    aliases: List[Alias] = field(default_factory=list)
    functions: List[Function] = field(default_factory=list)

    def statuses(self) -> List[Constant]:
        return [each for each in self.constants if each.type == "eom_status"]

    def struct(self, name: str) -> Optional[Struct]:
        return next((each for each in self.structs if each.name == name), None)

    def alias(self, name: str) -> Optional[Alias]:
        return next((each for each in self.aliases if each.name == name), None)

    def is_handle(self, name: str) -> bool:
        return any(each.name == name for each in self.handles)


class Text:
    """The header as it is written: its comments, its headings, and the macros that are constants."""

    _COMMENT = re.compile(r"/\*(.*?)\*/", re.DOTALL)
    _HEADING = re.compile(r"-{4} (.*?) -{4}")

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._before: Dict[int, str] = {}  # by the line that the comment ends on
        self._behind: Dict[int, str] = {}  # by the line that it stands on, with something before it
        self._headings: Dict[int, str] = {}
        for match in self._COMMENT.finditer(text):
            first, last = (text.count("\n", 0, at) + 1 for at in match.span())
            said = re.sub(r"\n[ \t]*\*? ?", "\n", match.group(1)).strip()
            heading = self._HEADING.fullmatch(said)
            if heading:
                self._headings[last] = heading.group(1)
            elif self.lines[first - 1].lstrip().startswith("/*"):
                self._before[last] = said
            else:
                self._behind[first] = said

    def comment(self, line: int) -> str:
        """The comment behind what stands on the line, or the one that ends on the line before."""
        return self._behind.get(line) or self._before.get(line - 1, "")

    def group(self, line: int) -> str:
        """The heading that the line stands under."""
        return next((self._headings[at] for at in sorted(self._headings, reverse=True) if at < line), "")

    def statement(self, line: int) -> str:
        """From the line to its semicolon, on one line, without the export macro."""
        taken: List[str] = []
        for each in self.lines[line - 1 :]:
            taken.append(each.strip())
            if taken[-1].endswith(";"):
                break
        return re.sub(r"^EOM_\w+ ", "", " ".join(taken))

    def block(self, line: int) -> str:
        """From the line to the brace that closes in the first column."""
        last = next(at for at in range(line - 1, len(self.lines)) if self.lines[at].startswith("}"))
        return "\n".join(self.lines[line - 1 : last + 1])

    def constants(self) -> Iterator[Tuple[int, str]]:
        """Line and name of each macro with a value that is the same on every platform: under no condition but a guard."""
        open_conditions: List[str] = []  # "" for one that does not count
        for number, line in enumerate(self.lines, 1):
            directive = re.match(r"\s*#\s*(\w+)\s*(\w*)(\(?)(.*)", re.sub(r"/\*.*", "", line))
            if directive is None:
                continue
            what, name, parameters, rest = directive.groups()
            if what in ("if", "ifdef", "ifndef"):
                open_conditions.append(f"{what} {name}")
            elif what == "endif":
                open_conditions.pop()
            elif what == "define" and open_conditions and open_conditions[-1] == f"ifndef {name}":
                open_conditions[-1] = ""
            elif what == "define" and not any(open_conditions) and not parameters and rest.strip():
                yield number, name


_VALUE = "value_of_"  # a variable with the value of a macro: the preprocessor puts it there, the parser reads it
_SIGNS: Dict[str, Any] = {"-": lambda value: -value, "+": lambda value: value, "~": lambda value: ~value}
_OPERATORS: Dict[str, Any] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "|": lambda left, right: left | right,
    "<<": lambda left, right: left << right,
}


def preprocessed(path: pathlib.Path, constants: List[str]) -> str:
    """The header after the preprocessor, in the eyes of a compiler without extensions, and a variable each constant."""
    source = f'#include "{path.resolve()}"\n' + "".join(f"long {_VALUE}{name} = {name};\n" for name in constants)
    headers = pathlib.Path(__file__).with_name("headers")
    command = [*shlex.split(os.environ.get("CC", "cc")), "-E", "-undef", "-nostdinc", "-std=c99", "-x", "c"]
    done = subprocess.run([*command, "-I", str(headers), "-"], input=source, capture_output=True, text=True)
    if done.returncode != 0:
        raise Unreadable(done.stderr.strip())
    return done.stdout


class Reader:
    """One pass over what the parser found."""

    def __init__(self, path: pathlib.Path) -> None:
        self._path = path
        self._text = Text(path.read_text(encoding="utf-8"))
        self._macros = {name: line for line, name in self._text.constants()}
        self.interface = Interface()

    def read(self) -> Interface:
        parsed = c_parser.CParser().parse(preprocessed(self._path, list(self._macros)), self._path.name)
        for node in parsed.ext:
            if isinstance(node, c_ast.Decl) and (node.name or "").startswith(_VALUE):
                self._constant(node.name[len(_VALUE) :], node.init)
            elif pathlib.Path(node.coord.file).name == self._path.name:
                self._declaration(node)
        defined = {each.name for each in self.interface.structs}
        self.interface.handles = [each for each in self.interface.handles if each.name not in defined]
        self._refuse_structs_by_value()
        return self.interface

    def _fail(self, node: Any, why: str) -> Unreadable:
        return Unreadable(f"{self._path.name}:{node.coord.line}: {why}")

    def _declared(self, name: str, line: int) -> Tuple[str, int, str, str]:
        return name, line, self._text.group(line), self._text.comment(line)

    def _constant(self, name: str, value: Any) -> None:
        line = self._macros[name]
        number, type = self._evaluated(name, value)
        self.interface.constants.append(Constant(*self._declared(name, line), number, type))

    def _evaluated(self, name: str, node: Any) -> Tuple[int, str]:
        """A constant expression: its value, and the type it is cast to."""
        if isinstance(node, c_ast.Constant) and "int" in node.type:
            digits = node.value.rstrip("uUlL")
            octal = re.fullmatch(r"0[0-7]+", digits)
            return int(digits, 8) if octal else int(digits, 0), "int"
        if isinstance(node, c_ast.Cast):
            return self._evaluated(name, node.expr)[0], " ".join(node.to_type.type.type.names)
        if isinstance(node, c_ast.UnaryOp) and node.op in _SIGNS:
            value, type = self._evaluated(name, node.expr)
            return _SIGNS[node.op](value), type
        if isinstance(node, c_ast.BinaryOp) and node.op in _OPERATORS:
            (left, type), (right, _) = self._evaluated(name, node.left), self._evaluated(name, node.right)
            return _OPERATORS[node.op](left, right), type
        raise Unreadable(f"{self._path.name}:{self._macros[name]}: {name} is no constant whole number")

    def _declaration(self, node: Any) -> None:
        if isinstance(node, c_ast.Typedef):
            self._typedef(node)
        elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl) and not node.storage:
            self._function(node)
        elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.Struct):
            self._struct(node.type)
        else:
            raise self._fail(node, "neither a type nor the declaration of a function")

    def _typedef(self, node: Any) -> None:
        held = getattr(node.type, "type", None)
        if not isinstance(held, c_ast.Struct):
            type, line = self._type(node.type), node.coord.line
            self.interface.aliases.append(Alias(*self._declared(node.name, line), type, self._text.statement(line)))
        elif held.name != node.name:
            raise self._fail(node, f"struct {held.name} is called {node.name}: one name, please")
        elif held.decls is not None:
            self._struct(held)
        else:
            self.interface.handles.append(Declared(*self._declared(node.name, node.coord.line)))

    def _struct(self, node: Any) -> None:
        if node.decls is None:  # told before it is defined
            return
        for each in node.decls:
            if getattr(each, "bitsize", None) is not None:
                raise self._fail(each, f"{node.name}.{each.name} is a bit-field")
        fields = tuple(Parameter(each.name, self._type(each.type)) for each in node.decls)
        line = node.coord.line
        self.interface.structs.append(Struct(*self._declared(node.name, line), fields, self._text.block(line)))

    def _function(self, node: Any) -> None:
        line = node.coord.line
        comment = self._text.comment(line)
        result, parameters = self._signature(node.type)
        doc = documentation(comment)
        if tuple(doc) != DOC_LINES:
            raise self._fail(node, f"{node.name} needs a doc block of the lines {', '.join(DOC_LINES)}, in this order")
        declared = self._declared(node.name, line)
        prototype = self._text.statement(line)
        self.interface.functions.append(Function(*declared, result, parameters, doc, prototype))

    def _signature(self, node: Any) -> Tuple[Type, Tuple[Parameter, ...]]:
        given = node.args.params if node.args is not None else []
        parameters: List[Parameter] = []
        for each in given:
            if isinstance(each, c_ast.EllipsisParam):
                raise self._fail(node, "a variable number of arguments")
            parameters.append(Parameter(getattr(each, "name", None) or "", self._type(each.type)))
        if [each.type for each in parameters] == [Named("void")]:
            parameters = []
        return self._type(node.type), tuple(parameters)

    def _type(self, node: Any) -> Type:
        if isinstance(node, c_ast.TypeDecl):
            const = "const" in node.quals
            if isinstance(node.type, c_ast.IdentifierType):
                return Named(" ".join(node.type.names), const)
            if isinstance(node.type, c_ast.Struct) and node.type.decls is None:
                return Named(node.type.name, const)
        if isinstance(node, c_ast.PtrDecl):
            if isinstance(node.type, c_ast.FuncDecl):
                return FunctionPointer(*self._signature(node.type))
            return Pointer(self._type(node.type))
        what = type(getattr(node, "type", node)).__name__ if isinstance(node, c_ast.TypeDecl) else type(node).__name__
        raise self._fail(node, f"a type that the header must not have ({what})")

    def _refuse_structs_by_value(self) -> None:
        for function in self.interface.functions:
            for each in (Parameter("the result", function.result), *function.parameters):
                if isinstance(each.type, Named) and self.interface.struct(each.type.name) is not None:
                    raise Unreadable(
                        f"{self._path.name}:{function.line}: {function.name}: {each.name} is a struct by value"
                    )


def documentation(comment: str) -> Dict[str, str]:
    """A doc block as its lines by name, each as one line."""
    lines: Dict[str, str] = {}
    last: Optional[str] = None
    for line in comment.split("\n"):
        begins = re.match(rf"({'|'.join(DOC_LINES)}):\s+(.*)", line)
        if begins:
            last = begins.group(1)
            lines[last] = begins.group(2).strip()
        elif last is not None:
            lines[last] += " " + line.strip()
    return lines


def read(path: pathlib.Path) -> Interface:
    """What a header declares. Raises Unreadable with the line of what is not understood."""
    return Reader(path).read()
