"""ruff on all Python of the project, by the list in tests/static/ruff.toml."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "tests/static/ruff.toml"


def ruff(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--config", LIST, *arguments], capture_output=True, text=True, **options)


def test_everything():
    done = ruff(".", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_mistake_is_seen():
    done = ruff("-", input="import os\nassert (1, 'always true')\n")
    assert done.returncode == 1 and "F401" in done.stdout and "F631" in done.stdout
