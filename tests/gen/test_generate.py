"""The check names the file and the first difference, whatever is wrong with it; writing mends it."""

import shutil
import subprocess
import sys

import generate
import pytest
from conftest import ROOT
from test_header import DOC


def run(root, *arguments):
    command = [sys.executable, str(ROOT / "bindings/gen/generate.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def checkout(tmp_path):
    """As much of a checkout as is read and written, as it should be."""
    for name in [*generate.SOURCES.values(), f"{generate.PACKAGE}/_dossier.py"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert run(tmp_path).returncode == 0
    return tmp_path


def edit(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_what_was_written_passes_and_is_not_written_again(checkout):
    done = run(checkout, "--check")
    assert (done.returncode, done.stdout) == (0, f"{len(generate.outputs(checkout))} cases\n")
    assert run(checkout).stdout == ""


@pytest.mark.parametrize("name", generate.outputs(ROOT))
def test_every_file_says_what_it_is_made_from(name):
    first = generate.outputs(ROOT)[name].split("\n")[0]
    assert "Made from" in first and "python3 bindings/gen/generate.py" in first


@pytest.mark.parametrize("name", generate.outputs(ROOT))
def test_a_changed_line_is_found_in_every_file(checkout, name):
    path = checkout / name
    lines = path.read_text(encoding="utf-8").split("\n")
    middle = len(lines) // 2
    lines[middle] += " planted"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run(checkout, "--check")
    assert done.returncode == 1 and done.stdout.startswith(f"{name} line {middle + 1} is\n")
    assert " planted\nand should be\n" in done.stdout and done.stdout.endswith("cases, 1 failed\n")
    assert run(checkout).stdout == f"wrote {name}\n" and run(checkout, "--check").returncode == 0


def test_a_file_that_is_gone_longer_or_without_its_end(checkout):
    codes, functions = (checkout / generate.REFERENCE / name for name in ("codes.md", "functions.md"))
    (checkout / generate.PACKAGE / "_abi.py").unlink()
    codes.write_text(codes.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    functions.write_text(functions.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    said = run(checkout, "--check").stdout
    assert f"{generate.PACKAGE}/_abi.py is not there" in said and "\n    more\nand should be\n" in said
    assert "functions.md has " in said and said.endswith("cases, 3 failed\n")


def test_a_new_function_status_or_member_makes_the_files_old(checkout):
    declared = f"{DOC}EOM_API eom_status eom_new(int32_t number);\n"
    edit(checkout / generate.SOURCES["header"], "#ifdef __cplusplus\n}", f"{declared}#ifdef __cplusplus\n}}")
    done = run(checkout, "--check")
    assert done.returncode == 1 and "_abi.py line" in done.stdout and "functions.md line" in done.stdout
    edit(checkout / generate.SOURCES["schema"], '"name": "founded"', '"name": "foundation"')
    done = run(checkout, "--check")
    assert "types.py line" in done.stdout and "    founded:" in done.stdout and "types.md line" in done.stdout


def test_what_cannot_be_mapped_is_said_without_a_trace_of_calls(checkout):
    edit(checkout / generate.SOURCES["header"], "int32_t eom_abi_version(void)", "long double eom_abi_version(void)")
    done = run(checkout, "--check")
    assert (done.returncode, done.stderr) == (1, "") and "eom_abi_version" in done.stdout
