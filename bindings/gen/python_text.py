"""Words of Python that more than one emitter writes."""

from __future__ import annotations

import re
import textwrap
from typing import List, Mapping, Sequence

WIDTH = 120


def class_name(name: str) -> str:
    """ "registration_event" as a class: "RegistrationEvent"."""
    return "".join(word.capitalize() for word in name.split("_"))


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def docstring(text: str, indent: int = 0) -> str:
    """A docstring, wrapped; the first line is not indented, since it stands where the caller puts it."""
    escaped = text.replace("\\", "\\\\").replace('"""', "'''")
    ending = ' """' if escaped.endswith('"') else '"""'
    lines: List[str] = textwrap.wrap(f'"""{escaped}', WIDTH - indent - len(ending), break_long_words=False)
    return ("\n" + " " * indent).join(lines) + ending


def imports(body: Sequence[str], modules: Mapping[str, Sequence[str]]) -> List[str]:
    """Import lines for those of the modules' names that the body has."""
    words = set(re.findall(r"\w+", "\n".join(body)))
    lines: List[str] = []
    for module, names in modules.items():
        needed = [name for name in names if name in words]
        if needed:
            lines.append(f"from {module} import {', '.join(needed)}")
    return lines
