"""Words of Markdown that the reference pages share."""

from __future__ import annotations

import re
from typing import Iterable, List, Sequence, Tuple


def sentence(text: str) -> str:
    """With a capital and a full stop; what is a name (`eom_error`, "x") keeps its first letter."""
    begin = text[:1].upper() if re.match(r"[a-z]+\b(?!_)", text) else text[:1]
    return begin + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".")


def cell(text: str) -> str:
    """Text in a table: no bar ends the cell, nothing is taken for markup."""
    return re.sub(r"([|*<])", r"\\\1", text.replace("\n", " "))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> List[str]:
    """The cells are Markdown already."""
    return [
        f"| {' | '.join(head)} |",
        f"|{'---|' * len(head)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def _object_at(text: str, begin: int) -> int:
    """The end of a JSON object that begins there; `begin` itself where its braces do not match."""
    depth = 0
    for at in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    return begin


def _pieces(text: str) -> Iterable[Tuple[bool, str]]:
    """Code (between backticks, JSON objects) and prose, in turn."""
    at = 0
    for match in re.finditer(r"`[^`]*`|\{", text):
        if match.start() < at:
            continue
        end = match.end() if match.group().startswith("`") else _object_at(text, match.start())
        if end > match.start():
            yield False, text[at : match.start()]
            yield True, text[match.start() : end].strip("`")
            at = end
    yield False, text[at:]


def prose(text: str, names: Iterable[str] = ()) -> str:
    """A comment of the header as Markdown: JSON, pointers and constants as code, functions as links to themselves."""
    known = set(names)

    def marked(match: "re.Match[str]") -> str:
        name = match.group()
        return f"[`{name}`](#{name})" if name in known else f"`{name}`"

    made = ""
    for is_code, piece in _pieces(text):
        if is_code:
            made += f"`{piece}`"
        else:
            made += re.sub(r"\*[a-z_]\w*|\b(?:eom_|EOM_|INT\d+_|SIZE_)\w+", marked, piece).replace("<", "\\<")
    return made
