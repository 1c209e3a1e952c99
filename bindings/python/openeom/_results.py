"""What checks, analyses and documents give: objects with the result's members, rendered by the library."""

from __future__ import annotations

import html
import json
import os
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Optional, Type as Class

from . import _errors, _ffi, _schema
from ._handles import Closing
from ._records import Classes, Part, did_you_mean
from ._tables import Table

if TYPE_CHECKING:
    from ._dossier import Dossier

_classes: Dict[str, Classes] = {}
_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
}


def classes_of(schema: _schema.Schema) -> Classes:
    return _classes.setdefault(schema.root.name, Classes(schema))


class Result(Closing):
    """The result of a check, an analysis or a document: its members are attributes, typed in openeom.results.

    `text()`, `markdown()`, `html()`, `csv()` and `json()` render it; a notebook shows it as HTML. They show everything
    that the result holds: only a document has been limited to an audience.
    """

    _what = "result"
    _written: ClassVar[Dict[str, Class[Result]]] = {}  # the classes of results.py by the name of the result

    def __init_subclass__(cls, name: str) -> None:
        """`name` is that of the results that are of this class."""
        Result._written[name] = cls

    def __init__(self, handle: int, dossier: "Optional[Dossier]" = None, about_library: bool = False) -> None:
        """Made by the methods of a dossier."""
        self._hold(handle, "eom_result_destroy")
        self._dossier = dossier
        self._about_library = about_library
        self._root: Optional[Part] = None

    @property
    def name(self) -> str:
        """What made the result: "check", "registration", "document" ..."""
        return str(_ffi.functions().eom_result_name(self._handle).decode())

    def json(self) -> str:
        """The result as JSON."""
        with _errors.Watching(None) as watching:
            return (_errors.text_of("eom_result_json", self._handle, *watching) or b"").decode()

    def to_dict(self) -> "dict[str, Any]":
        """The result as dicts and lists."""
        read = _schema.read_json(self.json())
        assert isinstance(read, dict)
        return read

    def text(self, width: int = 100) -> str:
        """The result for a terminal of so many columns."""
        return self._render("text", {"width": width})

    def markdown(self) -> str:
        """The result as Markdown."""
        return self._render("markdown", {})

    def html(self) -> str:
        """A whole page: one file that needs no script and contacts no address."""
        return self._render("html", {})

    def csv(self, table: Optional[str] = None) -> str:
        """One table: the member named, or the largest."""
        return self._render("csv", {"table": table} if table is not None else {})

    def table(self, name: Optional[str] = None) -> Table:
        """A list of the result as a table for pyarrow, pandas, polars and DuckDB: the member named, or the longest."""
        return Table(_errors.handle("eom_result_table", self._handle, *_errors.text(name)))

    def write(self, path: "str | os.PathLike[str]", audience: Optional[str] = None) -> None:
        """Writes it to a file ending in .html, .md, .txt, .csv or .json, whole or not at all.

        What goes to a file names its audience. A document has been made for one; any other result of a dossier can be
        written for audience="internal" only, since nothing is left out of it.
        """
        ending = os.path.splitext(os.fspath(path))[1].lower()
        if ending not in _ENDINGS:
            raise _errors.Error("argument", f"'{path}' ends in none of {', '.join(_ENDINGS)}")
        self._require_audience(audience)
        form = _ENDINGS[ending]
        content = (self.json() if form == "json" else self._render(form, {})).encode()
        _errors.call("eom_file_write", *_errors.path(path), content, len(content))

    def _require_audience(self, audience: Optional[str]) -> None:
        if self._about_library:
            return
        made_for = self._members()._data.get("audience") if self.name == "document" else "internal"
        if made_for is None:
            raise _errors.Error(
                "argument",
                "the document was made for no audience, and a file names its audience",
                {"code": "argument", "hint": 'make it with dossier.document(..., audience="public")'},
            )
        if audience != made_for and not (self.name == "document" and audience is None):
            raise _errors.Error(
                "argument",
                f"'{self.name}' can be written for audience='{made_for}' only"
                + ("" if audience else ", which has to be said"),
            )

    def _render(self, form: str, options: "dict[str, Any]") -> str:
        inputs = (*_errors.text(form), *_errors.text(json.dumps(options)))
        with _errors.Watching(None) as watching:
            return (_errors.text_of("eom_result_render", self._handle, *inputs, *watching) or b"").decode()

    def _members(self) -> Part:
        if self._root is None:
            classes = classes_of(_schema.of_result(self._handle))
            self._root = classes.of(classes.schema.root.name)._read(_schema.read_json(self.json()), self._dossier)
        return self._root

    if not TYPE_CHECKING:  # they know the members from results.py; of others, result["member"]

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            root = self._members()
            if name in root._type.members:
                return getattr(root, name)
            near = did_you_mean(name, root._type.members)
            raise AttributeError(f"the result '{self.name}' has no member '{name}'{near}")

    def __getitem__(self, path: str) -> Any:
        """A member by name or path; needed only where a method has the name."""
        return self._members()[path]

    def __dir__(self) -> List[str]:
        return sorted({*super().__dir__(), *self._members()._type.members})

    def __reduce__(self) -> Any:
        raise TypeError(f"the result '{self.name}' is not pickled: keep its to_dict(), or the dossier and ask again")

    def __repr__(self) -> str:
        if self.closed:
            return "<result, closed>"
        title = self._members()._data.get("title")
        return f"<result {self.name}{': ' + title if title else ''}>"

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return framed(self.html())


def result(handle: int, dossier: "Optional[Dossier]" = None, about_library: bool = False) -> Result:
    """A result of the class that is written for it."""
    made = Result._written.get(_ffi.functions().eom_result_name(handle).decode(), Result)
    return made(handle, dossier, about_library)


def framed(page: str) -> str:
    """A whole page inside a notebook's cell: its style stays its own, and it may run nothing."""
    return (
        f'<iframe srcdoc="{html.escape(page)}" sandbox="allow-popups" '
        'style="width: 100%; height: 40em; border: 1px solid #8884; background: #fff"></iframe>'
    )
