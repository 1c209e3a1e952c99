"""Completion: what the command answers to a shell, and what bash, zsh and fish make of it when TAB is pressed."""

import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import time

import pytest

COMMAND = pathlib.Path(os.environ.get("OPENEOM_COMMAND", shutil.which("openeom") or "openeom"))
KAZAKHSTAN = "example:kazakhstan-2012"
# Labels of help that want something of the user's own.
OWN = {"DATE", "TEXT", "TIME", "N", "NUMBER", "NAME", "DEPTH", "ROWS"}
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name not in ("ZDOTDIR", "INPUTRC", "FPATH")},
    "PATH": f"{COMMAND.parent}:{os.environ['PATH']}",
    "TERM": "dumb",
    "INPUTRC": "/dev/null",
}


def answer(*words):
    done = subprocess.run([COMMAND, "complete", *words], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split("\t") for line in done.stdout.splitlines())


# ---- what the command answers ----


def commands():
    shown = subprocess.run([COMMAND, "--help"], capture_output=True, text=True).stdout
    return [name for name in re.findall(r"^  ([a-z-]+) {2,}\S", shown, re.M) if name != "openeom"]


def test_every_command_is_offered_with_its_summary():
    assert set(answer("")) == {*commands(), "help"} and answer("")["check"].startswith("rule, place")
    assert set(answer("help", "")) == set(answer("")) and set(answer("re")) == {"records", "record", "registration"}


@pytest.mark.parametrize("command", commands())
def test_every_option_of_help_is_offered(command):
    shown = subprocess.run([COMMAND, command, "--help"], capture_output=True, text=True).stdout.split("\nExamples\n")[0]
    assert set(answer(command, "--")) == set(re.findall(r"^  (--[a-z-]+)", shown, re.M))


@pytest.mark.parametrize("command", commands())
def test_every_label_of_help_has_its_candidates(command):
    """A new label is either completed or listed above as something of the user's own."""
    shown = subprocess.run([COMMAND, command, "--help"], capture_output=True, text=True).stdout.split("\nExamples\n")[0]
    words = re.findall(r"^  ([A-Z]+) {2,}", shown, re.M)
    options = re.findall(r"^  (--[a-z-]+) (\S+)", shown, re.M)
    if words:
        assert answer(command, ""), words[0]
    dossier = [KAZAKHSTAN] if words[:1] == ["DOSSIER"] else []
    types = ["party"] if words[1:2] == ["TYPE"] else []
    for option, label in options:
        assert label in OWN or answer(command, *dossier, *types, option, ""), f"{option} {label}"


def test_dossiers_are_examples_and_files():
    assert answer("show", "") == {
        KAZAKHSTAN: "Early elections to the Majilis of Kazakhstan, 15 January 2012",
        "example:norlandia-2027": "Presidential election in Norlandia (invented), first round, 18 April 2027",
        ":files": "",
    }
    assert set(answer("diff", KAZAKHSTAN, "example:n")) == {"example:norlandia-2027", ":files"}


def test_types_ids_and_references():
    assert set(answer("schema", "par")) == {"party"} and set(answer("show", KAZAKHSTAN, "par")) == {"party"}
    assert answer("show", KAZAKHSTAN, "party", "alg") == {"alga": "Alga!"}
    assert answer("show", KAZAKHSTAN, "party:alg") == {"party:alga": "Alga!"}
    assert set(answer("trace", KAZAKHSTAN, "findin")) == {"finding:"}
    assert set(answer("trace", KAZAKHSTAN, "finding:candidates-d")) == {"finding:candidates-deregistered"}
    assert {"statement", "press-release"} <= set(answer("document", KAZAKHSTAN, ""))
    assert set(answer("registration", KAZAKHSTAN, "--election", "majilis-2")) == {"majilis-2012"}


def test_members_and_codes_of_the_type_that_was_named():
    assert "names" in answer("show", KAZAKHSTAN, "party", "--columns", "")
    assert set(answer("show", KAZAKHSTAN, "party", "--filter", "count")) == {"country="}
    event = ("show", KAZAKHSTAN, "registration_event", "--filter")
    assert set(answer(*event, "kind=re")) == {
        "kind=" + code
        for code in (
            "returned_for_correction", "registered", "refused", "reregistration_required", "replaced", "reinstated",
            "reinstated_without_effective_remedy",
        )
    }
    assert set(answer(*event, "due_process.hear")) == {"due_process.hearing="}
    assert set(answer(*event, "due_process.hearing=not_")) == {
        "due_process.hearing=not_met",
        "due_process.hearing=not_applicable",
    }
    assert set(answer(*event[:-1], "--filter=kind=refu")) == {"--filter=kind=refused"}


def test_choices_files_and_what_was_given_already():
    assert set(answer("document", KAZAKHSTAN, "statement", "--audience", "")) == {"public", "partners", "internal"}
    assert set(answer("show", KAZAKHSTAN, "--audience", "")) == {"internal"}
    assert answer("check", "mission.json", "--document", "press-release=rel") == {":files": "press-release="}
    assert answer("check", "mission.json", "--document=press-release=rel") == {":files": "--document=press-release="}
    assert answer("show", KAZAKHSTAN, "-o", "") == answer("show", KAZAKHSTAN, "--output", "") == {":files": ""}
    assert "--columns" in answer("show", KAZAKHSTAN, "--columns", "id", "--")  # may be repeated
    assert "--audience" not in answer("show", KAZAKHSTAN, "--audience", "internal", "--")
    assert "--json" in answer("show", KAZAKHSTAN, "party", "alga", "")  # no further word


def test_a_dossier_of_ones_own(tmp_path):
    path = tmp_path / "my mission.json"
    path.write_text(json.dumps({"format": "openeom/1.0", "parties": [{"id": "a", "names": [{"text": "A\tB\nC"}]}]}))
    assert answer("show", str(path), "party", "") == {"a": "A B C"}


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense", ""),
        ("show", "/nowhere/mission.json", "party", ""),
        ("show", "-", "party", ""),
        ("show", KAZAKHSTAN, "partyy", ""),
        ("show", KAZAKHSTAN, "--filter", "a"),
        ("show", KAZAKHSTAN, "party", "--filter", "nothing=a"),
        ("show", KAZAKHSTAN, "party", "--filter", "a.b.c="),
        ("show", KAZAKHSTAN, "--width", ""),
        ("version", "--json=x"),
    ],
)
def test_what_is_not_known_is_no_candidate_and_no_failure(words):
    assert answer(*words) == {}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_the_one_that_is_installed(shell):
    printed = subprocess.run([COMMAND, "completion", shell], capture_output=True, text=True, check=True).stdout
    source = pathlib.Path(__file__).resolve().parents[2] / f"bindings/cli/completion/openeom.{shell}"
    assert printed == source.read_text(encoding="utf-8")


# ---- what shells make of it ----


def needs(shell):
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def press(argv, rc, line, folder):
    """Types the line, TAB and Enter into an interactive shell, in which openeom says which words it was given."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe(argv[0], argv, {**ENVIRONMENT, "ZDOTDIR": str(rc.parent), "HOME": str(folder)})
    said, deadline = b"", time.monotonic() + 30

    def wait_for(text):
        nonlocal said
        while text not in said:
            assert time.monotonic() < deadline, said.decode(errors="replace")
            if select.select([terminal], [], [], 0.2)[0]:
                said += os.read(terminal, 65536)

    try:
        wait_for(b"ready>")
        os.write(terminal, line.encode() + b"\t\n")
        wait_for(b"<end>")
        return [word.replace(str(folder), "HOME") for word in re.findall(r"<given (.*?)>", said.decode())]
    finally:
        os.close(terminal)
        os.waitpid(pid, 0)


SAY = "openeom() { printf '<given %s>' \"$@\"; printf '<%s>' end; exit; }\n"
PRESSED = [
    ("openeom disc", ["discrepancies"]),
    ("openeom show example:kaz", ["show", KAZAKHSTAN]),
    ("openeom show example:kazakhstan-2012 registration_e", ["show", KAZAKHSTAN, "registration_event"]),
    (
        "openeom trace example:kazakhstan-2012 finding:candidates-d",
        ["trace", KAZAKHSTAN, "finding:candidates-deregistered"],
    ),
    ("openeom check 'my mis", ["check", "my mission.json"]),
    ("openeom check mis", ["check", "mission.json"]),
    ("openeom schema par", ["schema", "party"]),
    (
        "openeom check mission.json --document press-release=rel",
        ["check", "mission.json", "--document", "press-release=release.txt"],
    ),
    (
        "openeom show example:kazakhstan-2012 party --filter count",
        ["show", KAZAKHSTAN, "party", "--filter", "country="],
    ),
    ("openeom show example:kazakhstan-2012 --no-c", ["show", KAZAKHSTAN, "--no-colour"]),
    ("openeom show my\\ mission.json party alg", ["show", "my mission.json", "party", "alga"]),
    ("openeom show ~/mission.json party alg", ["show", "HOME/mission.json", "party", "alga"]),
]


@pytest.fixture
def folder(tmp_path):
    dossier = {"format": "openeom/1.0", "parties": [{"id": "alga", "names": [{"text": "Alga!"}]}]}
    work = tmp_path / "work"
    work.mkdir()
    for name in ("mission.json", "my mission.json"):
        (work / name).write_text(json.dumps(dossier), encoding="utf-8")
    (work / "release.txt").write_text("A release.", encoding="utf-8")
    return work


@needs("bash")
@pytest.mark.parametrize("line, words", PRESSED)
def test_bash(folder, tmp_path, line, words):
    rc = tmp_path / "rc.bash"
    rc.write_text(f"source <(openeom completion bash)\n{SAY}PS1='ready>'\nPROMPT_COMMAND=\n", encoding="utf-8")
    assert press(["bash", "--noprofile", "--rcfile", str(rc), "-i"], rc, line, folder) == words


@needs("zsh")
@pytest.mark.parametrize("line, words", PRESSED)
def test_zsh(folder, tmp_path, line, words):
    rc = tmp_path / ".zshrc"
    script = f"autoload -U compinit; compinit -u -D\nsource <(openeom completion zsh)\n{SAY}PS1='ready>'\n"
    rc.write_text(script, encoding="utf-8")
    assert press(["zsh", "-d", "-i"], rc, line, folder) == words


@needs("zsh")
def test_zsh_from_a_folder_of_functions(folder, tmp_path):
    (tmp_path / "functions").mkdir()
    script = subprocess.run([COMMAND, "completion", "zsh"], capture_output=True, text=True, check=True).stdout
    (tmp_path / "functions/_openeom").write_text(script, encoding="utf-8")
    rc = tmp_path / ".zshrc"
    rc.write_text(
        f"fpath=({tmp_path}/functions $fpath); autoload -U compinit; compinit -u -D\n{SAY}PS1='ready>'\n",
        encoding="utf-8",
    )
    assert press(["zsh", "-d", "-i"], rc, "openeom disc", folder) == ["discrepancies"]


@needs("fish")
@pytest.mark.parametrize("line, words", PRESSED)
def test_fish(folder, line, words):
    code = f"openeom completion fish | source; complete -C {json.dumps(line)}"
    done = subprocess.run(
        ["fish", "--no-config", "-c", code],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**ENVIRONMENT, "HOME": str(folder)},
    )
    assert done.stderr == ""
    assert [each.split("\t")[0] for each in done.stdout.splitlines()] == words[-1:]
