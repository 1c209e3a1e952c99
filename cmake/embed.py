"""Writes a C++ source that holds files as bytes: embed.py OUTPUT FILE...  A file's name is its folder's, a slash, its own."""
import pathlib
import sys


def literal(data):
    """The bytes as a string literal; octal escapes have three digits, so that no digit behind one belongs to it."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in data) + '"'


def definition(number, data):
    """A constant of a file's bytes, a line of them at a time."""
    pieces = [data[start : start + 2000] for start in range(0, len(data), 2000)] or [b""]
    return [f"constexpr char kFile{number}[] =", *[f"    {literal(piece)}" for piece in pieces[:-1]], f"    {literal(pieces[-1])};"]


output, *paths = sys.argv[1:]
files = sorted((pathlib.Path(path).parent.name + "/" + pathlib.Path(path).name, pathlib.Path(path).read_bytes()) for path in paths)
lines = [
    '#include "openeom/catalogue/embedded.hpp"',
    "",
    "// The standard promises 65536 characters a literal; the compilers of this library have no such limit.",
    '#pragma GCC diagnostic ignored "-Woverlength-strings"',
    "",
    "namespace openeom::embedded {",
    "",
    "namespace {",
    "",
]
for number, (_, data) in enumerate(files):
    lines += definition(number, data)
lines += ["", "constexpr File kFiles[] = {"]
lines += [f'    {{"{name}", {{kFile{number}, {len(data)}}}}},' for number, (name, data) in enumerate(files)]
lines += ["};", "", "}  // namespace", "", "std::span<const File> files() noexcept { return kFiles; }", "",
          "}  // namespace openeom::embedded", ""]
temporary = pathlib.Path(output + ".new")
temporary.parent.mkdir(parents=True, exist_ok=True)
temporary.write_text("\n".join(lines), encoding="ascii")
temporary.rename(output)
