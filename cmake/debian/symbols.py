"""Writes Debian's symbols file of the library: each function with the release that its doc block says it came with.

    symbols.py CAPI PACKAGE
"""
import pathlib
import re
import sys

capi, package = pathlib.Path(sys.argv[1]), sys.argv[2]
header = (capi / "include/openeom.h").read_text(encoding="utf-8")
(node,) = re.findall(r"^(\w+) \{", (capi / "openeom.map").read_text(encoding="utf-8"), re.MULTILINE)
since = {}
for release, name in re.findall(r"Since: +([\d.]+) \*/\s*EOM_API [^;(]*?\b(eom_\w+)\(", header):
    since[name] = release
listed = (capi / "symbols.txt").read_text(encoding="utf-8").split()
if missing := [name for name in listed if name not in since]:
    sys.exit(f"symbols.py: no release is given for {', '.join(missing)}")

print(f"libopeneom.so.{node.rpartition('_')[2]} {package} #MINVER#")
print("* Build-Depends-Package: libopeneom-dev")
print(f" {node}@{node} {min(since.values(), key=lambda release: list(map(int, release.split('.'))))}")
for name in listed:
    print(f" {name}@{node} {since[name]}")
