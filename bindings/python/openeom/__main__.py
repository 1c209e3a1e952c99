"""The command: python3 -m openeom, or openeom where the package was installed from a wheel."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys

_NAME = "openeom.exe" if sys.platform == "win32" else "openeom"


def _program() -> str:
    """The one in the package, or the one that is installed for the whole system."""
    beside = pathlib.Path(__file__).with_name("bin") / _NAME
    found = str(beside) if beside.exists() else shutil.which(_NAME)
    if found is None or os.path.realpath(found) == os.path.realpath(sys.argv[0]):
        sys.exit("error: this package was built without the command")
    return found


def main() -> None:
    """Becomes the command, with the arguments given."""
    program = _program()
    if sys.platform == "win32":
        sys.exit(subprocess.call([program, *sys.argv[1:]]))
    sys.stdout.flush()
    os.execv(program, [_NAME, *sys.argv[1:]])


if __name__ == "__main__":
    main()
