"""mypy --strict on what users write: it passes what is right, the package itself too, and sees each mistake."""

import os
import pathlib
import re
import subprocess
import sys

import openeom
import pytest

HERE = pathlib.Path(__file__).parent
PACKAGE = pathlib.Path(openeom.__file__).parent
README = HERE.parents[1] / "README.md"


def mypy(*paths):
    environment = {**os.environ, "MYPYPATH": str(PACKAGE.parent)}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--show-error-codes", "--hide-error-context"]
    done = subprocess.run([*command, *map(str, paths)], env=environment, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def test_the_package():
    assert mypy(PACKAGE) == ""


def test_a_users_script():
    assert mypy(HERE / "typed/user.py") == ""
    done = subprocess.run([sys.executable, HERE / "typed/user.py"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout


def test_the_example_of_the_readme(tmp_path):
    (example,) = re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    assert mypy(tmp_path / "example.py") == ""


WRONG = (HERE / "typed/wrong.py").read_text(encoding="utf-8").splitlines()
MISTAKES = {number: line.split("# error: ")[1] for number, line in enumerate(WRONG, 1) if "# error: " in line}


@pytest.fixture(scope="module")
def seen():
    found = re.findall(r"wrong\.py:(\d+): error: .*\[([\w-]+)\]$", mypy(HERE / "typed/wrong.py"), re.MULTILINE)
    return {(int(number), code) for number, code in found}


@pytest.mark.parametrize("number", MISTAKES)
def test_a_mistake_is_seen(seen, number):
    assert {code for line, code in seen if line == number} == {MISTAKES[number]}, WRONG[number - 1]


def test_nothing_else_is_called_a_mistake(seen):
    assert seen == set(MISTAKES.items())
