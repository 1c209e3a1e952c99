"""The commands that README gives below a heading, as they stand there: readme_commands.py README HEADING [LANGUAGE].

With LANGUAGE, the example in that language instead.
"""
import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
part = re.search(rf"^#+ {re.escape(sys.argv[2])}\n(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
if not part:
    sys.exit(f"README has no part '{sys.argv[2]}'")
if len(sys.argv) > 3:
    found = re.findall(rf"^```{sys.argv[3]}\n(.*?)^```", part[1], re.MULTILINE | re.DOTALL)
else:
    found = ["".join(f"{line}\n" for line in re.findall(r"^    (\S.*)$", part[1], re.MULTILINE))]
if not any(found):
    sys.exit(f"README's part '{sys.argv[2]}' has nothing to run")
print("".join(found), end="")
