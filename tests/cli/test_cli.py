"""The command from outside: what it prints, where, and with which status."""

import contextlib
import csv
import fcntl
import io
import json
import os
import pathlib
import pty
import re
import signal
import struct
import subprocess
import termios
import time

import pytest

COMMAND = os.environ.get("OPENEOM_COMMAND", "openeom")
KAZAKHSTAN, NORLANDIA = "example:kazakhstan-2012", "example:norlandia-2027"
SMALL = {
    "format": "openeom/1.0",
    "elections": [{"id": "e", "country": "XN", "dates": ["2027-05-09"], "names": [{"text": "Storting"}]}],
    "parties": [{"id": "a", "names": [{"text": "Alpha"}]}, {"id": "b", "names": [{"text": "Бета"}], "country": "XN"}],
}
DONE, DATA_HAS_ERRORS, WRONG_USAGE, UNREADABLE, INTERRUPTED, OTHER = range(6)


def environment(**changes):
    names = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "TERM")}
    return {**names, "TERM": "xterm", **changes}


def run(*arguments, stdin=b"", cwd=None, **variables):
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=120,
        cwd=cwd,
        env=environment(**variables),
    )
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


def said(*arguments, status=DONE, **options):
    """Standard output of a call that ends with the status; its standard error where it fails."""
    done = run(*arguments, **options)
    assert done.returncode == status, done.stderr or done.stdout
    if status == DONE:
        assert done.stderr == ""
        return done.stdout
    return done.stdout + done.stderr


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "mission.json"
    path.write_text(json.dumps(SMALL), encoding="utf-8")
    return path


def broken(tmp_path, text, name="mission.json"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


COMMANDS = [match for match in re.findall(r"^  ([a-z-]+) {2,}\S", run("--help").stdout, re.M) if match != "openeom"]
ANALYSES = ["contents", "records", "record", "registration", "indicators", "discrepancies", "sourcing", "trace"]


# ---- help ----


def test_help_lists_every_command_and_analysis():
    assert set(COMMANDS) >= {"examples", "show", "check", "document", "schema", "version", *ANALYSES}
    assert said("help") == said("-h") == said("--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_teaches_with_examples(command):
    text = said(command, "--help")
    assert text == said("help", command)
    assert text.startswith(f"openeom {command}: ") and f"  openeom {command}" in text.split("\nExamples\n")[1]
    for option in ("--json", "--csv", "--output FILE", "--width N", "--no-colour"):
        assert option in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command):
    rows = said(command, "--help").split("\nExamples\n")[0]
    for option in re.findall(r"^  (--[a-z-]+)[^\n]*\n?", rows, re.M):
        assert re.search(rf"^  {option}( \S+)?(\n)? {{2,}}\S", rows, re.M), option


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_help_run(command, tmp_path):
    for name in ("release.txt", "mission.json"):
        (tmp_path / name).write_text(json.dumps(SMALL), encoding="utf-8")
    said("diff", NORLANDIA, NORLANDIA, "--audience", "internal", "-o", tmp_path / "changes.json")
    for line in said(command, "--help").split("\nExamples\n")[1].splitlines():
        words = line.split(" | ")[0].split()
        if "interim-report" in words:  # of a dossier of somebody's own
            continue
        done = run(*words[1:], cwd=tmp_path)
        assert done.returncode in (DONE, DATA_HAS_ERRORS), line + done.stderr


def test_no_command_shows_help_and_is_wrong_usage():
    done = run()
    assert done.returncode == WRONG_USAGE and done.stdout == said("--help")


# ---- what it shows ----


def test_examples_and_version():
    assert "kazakhstan-2012" in said("examples") and "norlandia-2027" in said("examples")
    assert re.match(r"openeom \d+\.\d+\.\d+ \(dossier format 1\.0, binary interface \d+\)\n", said("version"))
    assert said("version") == said("--version")
    assert json.loads(said("version", "--json"))["format"] == "1.0"


def test_show_the_dossier_a_register_and_a_record(small):
    assert "registration_event" in said("show", KAZAKHSTAN) and "15 January 2012" in said("show", KAZAKHSTAN)
    assert "Alpha" in said("show", small, "party") and "Бета" in said("show", small, "parties")
    by_id, by_reference = (
        json.loads(said("show", small, *words, "--json")) for words in (("party", "a"), ("party:a",))
    )
    assert by_id["members"] == by_reference["members"] and "Alpha" in said("show", small, "party", "a")


def test_show_filters_and_columns(small):
    rows = json.loads(said("show", small, "party", "--filter", "country=XN", "--json"))
    assert [row["id"] for row in rows["rows"]] == ["b"] and rows["total"] == 2
    rows = json.loads(said("show", small, "party", "--filter", "country=", "--columns", "id", "--json"))
    assert [row["id"] for row in rows["rows"]] == ["a"]
    rows = json.loads(said("show", KAZAKHSTAN, "registration_event", "--filter", "kind=deregistered", "--json"))
    assert 0 < rows["shown"] < rows["total"]


@pytest.mark.parametrize("command", ANALYSES)
def test_json_of_an_analysis(command):
    words = {
        "records": ["party"],
        "record": ["finding:candidates-deregistered"],
        "trace": ["finding:candidates-deregistered"],
    }
    result = json.loads(said(command, KAZAKHSTAN, *words.get(command, ()), "--json"))
    assert result["head"]["analysis"] == command
    assert said(command, KAZAKHSTAN, *words.get(command, ())).strip()


def test_csv_is_a_table():
    rows = list(csv.DictReader(io.StringIO(said("show", KAZAKHSTAN, "--csv", "--table", "registers"))))
    assert {row["type"] for row in rows} >= {"party", "finding"} and all(int(row["records"]) for row in rows)


def test_options_of_analyses(small):
    only = json.loads(said("indicators", KAZAKHSTAN, "--json"))["indicators"][0]["id"]
    assert [
        each["id"] for each in json.loads(said("indicators", KAZAKHSTAN, "--indicator", only, "--json"))["indicators"]
    ] == [only]
    shallow = json.loads(said("trace", KAZAKHSTAN, "finding:candidates-deregistered", "--depth", "1", "--json"))
    deep = json.loads(said("trace", KAZAKHSTAN, "--of", "finding:candidates-deregistered", "--json"))
    assert len(shallow["rows"]) < len(deep["rows"]) and shallow["of"] == deep["of"]


def test_sourcing_with_and_without_the_text(tmp_path):
    text = tmp_path / "release.txt"
    text.write_text("Nothing of what the record has.\n", encoding="utf-8")
    by_id = json.loads(said("sourcing", KAZAKHSTAN, "--document", "press-release", "--json"))
    with_text = json.loads(said("sourcing", KAZAKHSTAN, "--document", f"press-release={text}", "--json"))
    assert by_id["document"] == with_text["document"] == "press-release" and by_id != with_text


def test_document_in_every_format(tmp_path):
    assert "Reconstruction from public sources" in said("document", KAZAKHSTAN, "statement")
    begins = {"html": "<!DOCTYPE html>", "md": "", "txt": "", "json": "{"}
    for ending, beginning in begins.items():
        path = tmp_path / f"statement.{ending}"
        assert said("document", KAZAKHSTAN, "statement", "--audience", "public", "-o", path) == ""
        content = path.read_text(encoding="utf-8")
        assert (
            content.startswith(beginning) and "Reconstruction from public sources" in content and content.endswith("\n")
        )
    assert json.loads((tmp_path / "statement.json").read_text(encoding="utf-8"))["audience"] == "public"
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(f"statement.{ending}" for ending in begins)


def test_schema():
    assert "candidacy" in said("schema") and "position" in said("schema", "candidacy")
    assert "position" in {member["name"] for member in json.loads(said("schema", "candidacy", "--json"))["members"]}


def test_schema_as_json_schema(tmp_path):
    schema = json.loads(said("schema", "candidacy", "--json-schema"))
    assert schema["$schema"].endswith("2020-12/schema") and schema["$ref"] == "#/$defs/candidacy"
    said("schema", "--json-schema", "-o", tmp_path / "dossier.json")
    assert "candidacies" in json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))["properties"]
    assert "did you mean 'candidacy'?" in said("schema", "candidancy", "--json-schema", status=WRONG_USAGE)
    assert "JSON only" in said("schema", "candidacy", "--json-schema", "--csv", status=WRONG_USAGE)


def test_standard_input(small):
    assert "Alpha" in said("show", "-", "party", stdin=small.read_bytes())
    done = run("show", "-", stdin=b'{"format": "openeom/1.0", "parties": [{"id": "a", "nams": []}]}')
    assert done.returncode == UNREADABLE and re.match(r"\S.*:1:\d+: error: party:a\.nams: ", done.stderr)


# ---- check ----


def test_check_lists_its_rules():
    text = said("check", "--list", "--width", "70")
    assert (
        re.search("^warning  deregistration-without-registration$", text, re.M)
        and max(map(len, text.splitlines())) <= 70
    )
    assert all(rule["explanation"] for rule in json.loads(said("check", "--list", "--json"))["rules"])


def test_check_of_good_data(small):
    done = run("check", small)
    assert done.returncode == DONE and done.stderr == "" and "0 errors" in done.stdout.splitlines()[-1]


def test_check_of_bad_data_shows_all_of_it_with_places(tmp_path):
    path = broken(
        tmp_path,
        '{"format": "openeom/1.0",\n "parties": [{"id": "a", "names": [{"text": "A"}], "nams": []},\n'
        '  {"id": "b", "names": [{"text": "B"}], "country": 7}]}\n',
    )
    done = run("check", path)
    assert done.returncode == DATA_HAS_ERRORS and done.stderr == ""
    assert re.search(rf"^{re.escape(str(path))}:2:\d+: error: party:a\.nams: .*did you mean 'names'", done.stdout, re.M)
    assert re.search(rf"^{re.escape(str(path))}:3:\d+: error: party:b\.country: ", done.stdout, re.M)
    assert "2 errors" in done.stdout.splitlines()[-1]
    assert json.loads(run("check", path, "--json").stdout)["errors"] == 2


def test_check_finds_dangling_references(tmp_path):
    path = broken(
        tmp_path, '{"format": "openeom/1.0", "candidate_lists": [{"id": "l", "party": "zz", "election": "e"}]}'
    )
    done = run("check", path)
    assert done.returncode == DATA_HAS_ERRORS and "candidate_list:l" in done.stdout and "zz" in done.stdout


def test_check_with_a_text_at_hand(tmp_path):
    text = broken(tmp_path, "Nothing of what the record has.\n", "release.txt")
    without, with_text = (
        json.loads(run("check", KAZAKHSTAN, "--json", *more).stdout)
        for more in ((), ("--document", f"press-release={text}"))
    )
    assert len(with_text["issues"]) > len(without["issues"])


# ---- bad files ----


def test_a_bad_file_gets_its_place(tmp_path):
    path = broken(
        tmp_path, '{"format": "openeom/1.0",\n "candidacies": [\n  {"id": "c", "election": "e", "position": "3rd"}]}'
    )
    for command in ("show", "registration", "indicators"):
        done = run(command, path)
        assert done.returncode == UNREADABLE and done.stdout == ""
        assert (
            done.stderr.startswith(f"{path}:3:")
            and 'error: candidacy:c.position: expected a whole number, found "3rd"' in done.stderr
        )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"nonsense",
        b'{"format": "openeom/1.0"} {}',
        b"[" * 10000,
        b'{"format": "openeom/1.0", "x-a": \xff}',
        b'{"format": "openeom/1.0", "x-a": "a\x00b"}',
        b'{"format": "openeom/2.0"}',
        b'{"parties": []}',
    ],
)
def test_what_is_no_dossier(tmp_path, content):
    path = tmp_path / "mission.json"
    path.write_bytes(content)
    done = run("show", path)
    assert done.returncode == UNREADABLE and str(path) in done.stderr and "error: " in done.stderr and done.stdout == ""
    assert run("check", path).returncode in (DATA_HAS_ERRORS, UNREADABLE)


def test_files_that_are_not_there(tmp_path):
    done = run("show", tmp_path / "nowhere.json")
    assert done.returncode == UNREADABLE and done.stderr.startswith("error: ") and "nowhere.json" in done.stderr
    done = run("show", "example:kazakstan-2012")
    assert done.returncode == UNREADABLE and "did you mean" in done.stderr and "kazakhstan-2012" in done.stderr
    done = run("check", KAZAKHSTAN, "--document", f"press-release={tmp_path}/nowhere.txt")
    assert done.returncode == UNREADABLE and "nowhere.txt' cannot be read" in done.stderr
    (tmp_path / "latin.txt").write_bytes("é".encode("latin-1"))
    done = run("check", KAZAKHSTAN, "--document", f"press-release={tmp_path}/latin.txt")
    assert done.returncode == UNREADABLE and "byte 1 is not UTF-8" in done.stderr


# ---- wrong usage ----


@pytest.mark.parametrize(
    "words, message, hint",
    [
        (["shwo", KAZAKHSTAN], "no command is called 'shwo' (did you mean 'show'?)", "--help"),
        (
            ["show", KAZAKHSTAN, "candidancy"],
            "no type is called 'candidancy' (did you mean 'candidacy'?)",
            "'openeom schema' lists the types",
        ),
        (
            ["schema", "candidancy"],
            "no type is called 'candidancy' (did you mean 'candidacy'?)",
            "'openeom schema' lists the types",
        ),
        (
            ["show", KAZAKHSTAN, "--jsn"],
            "no option of show is called '--jsn' (did you mean '--json'?)",
            "openeom show --help",
        ),
        (["registration", KAZAKHSTAN, "--electon", "e"], "(did you mean '--election'?)", "openeom registration --help"),
        (["trace", KAZAKHSTAN], "trace needs RECORD", "for example: openeom trace"),
        (["show"], "show needs DOSSIER", "for example: openeom show"),
        (["check"], "check needs a DOSSIER", "openeom check --list"),
        (["show", KAZAKHSTAN, "party", "a", "b"], "show takes no further word: 'b'", "openeom show --help"),
        (["--json", "show"], "the command comes before its options: '--json'", "--help"),
        (["show", KAZAKHSTAN, "--json", "--csv"], "--json and --csv contradict each other", ""),
        (["show", KAZAKHSTAN, "--width", "wide"], "--width", "openeom show --help"),
        (["show", KAZAKHSTAN, "--width", "5"], "width", ""),
        (["show", KAZAKHSTAN, "--table", "registers"], "--table chooses the table for CSV", "--csv"),
        (["show", KAZAKHSTAN, "party", "--filter", "country"], "'country' is no pair", "--filter MEMBER=VALUE"),
        (["show", KAZAKHSTAN, "party", "--filter", "countri=KZ"], "(did you mean 'country'?)", ""),
        (["show", KAZAKHSTAN, "--filter", "country=KZ"], "--filter chooses records of one type", ""),
        (["trace", KAZAKHSTAN, "finding:x", "--depth", "deep"], "--depth wants a whole number, not 'deep'", ""),
        (["trace", KAZAKHSTAN, "finding:candidates-deregisterd"], "candidates-deregisterd", ""),
        (["document", KAZAKHSTAN, "statment"], "(did you mean 'statement'?)", ""),
        (
            ["document", KAZAKHSTAN, "statement", "--audience", "publik"],
            "no audience is called 'publik' (did you mean 'public'?)",
            "partners",
        ),
        (["help", "shwo"], "(did you mean 'show'?)", "--help"),
    ],
)
def test_wrong_usage_gets_a_suggestion(words, message, hint):
    done = run(*words)
    assert done.returncode == WRONG_USAGE and done.stdout == "", done.stderr
    assert done.stderr.startswith("error: ") and message in done.stderr.splitlines()[0]
    if hint:
        assert any(line.startswith("hint:  ") and hint in line for line in done.stderr.splitlines()[1:]), done.stderr


# ---- files ----


def test_a_file_names_its_audience(tmp_path, small):
    for words in (
        ["document", KAZAKHSTAN, "statement"],
        ["registration", KAZAKHSTAN],
        ["show", small],
        ["check", small],
    ):
        done = run(*words, "-o", tmp_path / "out.json")
        assert (
            done.returncode == WRONG_USAGE
            and "without an audience" in done.stderr
            and "hint:  say --audience" in done.stderr
        )
    done = run("registration", KAZAKHSTAN, "--audience", "public", "-o", tmp_path / "out.json")
    assert done.returncode == WRONG_USAGE and "not meant for 'public'" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["mission.json"]
    assert said("registration", KAZAKHSTAN, "--audience", "internal", "-o", tmp_path / "out.json") == ""
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["head"]["analysis"] == "registration"
    assert (
        said("schema", "party", "-o", tmp_path / "party.md") == ""
        and "leadership" in (tmp_path / "party.md").read_text()
    )


def test_the_format_follows_from_the_name(tmp_path):
    done = run("schema", "-o", tmp_path / "schema.pdf")
    assert done.returncode == WRONG_USAGE and ".html, .md, .txt, .json or .csv" in done.stderr
    done = run("schema", "--csv", "-o", tmp_path / "schema.json")
    assert done.returncode == WRONG_USAGE and "contradict" in done.stderr
    assert (
        said("schema", "--json", "-o", tmp_path / "schema") == ""
        and json.loads((tmp_path / "schema").read_text())["types"]
    )
    assert [each.name for each in tmp_path.iterdir()] == ["schema"]
    assert said("schema", "--json", "-o", "-", cwd=tmp_path) == said("schema", "--json")


def test_an_existing_file_is_replaced_whole_or_not_at_all(tmp_path):
    path = tmp_path / "party.md"
    path.write_text("before")
    assert run("schema", "prty", "-o", path).returncode == WRONG_USAGE and path.read_text() == "before"
    before = path.stat().st_ino
    assert said("schema", "party", "-o", path) == "" and path.read_text() != "before" and path.stat().st_ino != before
    assert [each.name for each in tmp_path.iterdir()] == ["party.md"]


def test_an_unwritable_target(tmp_path):
    done = run("schema", "-o", tmp_path / "nowhere" / "schema.json")
    assert done.returncode == OTHER and "nowhere" in done.stderr and not list(tmp_path.iterdir())


def test_a_full_disk_is_an_error():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60)
    assert done.returncode == OTHER and b"could not be written" in done.stderr


# ---- terminals and pipes ----


def on_terminal(*arguments, columns=72, feed=None, **variables):
    """What the command writes to a terminal, and its status."""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no pseudo-terminal is to be had here: {error}")
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        env=environment(**variables),
    )
    os.close(theirs)
    if feed is not None:
        feed(process)
    process.stdin.close()
    written = b""
    while True:
        try:
            got = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not got:
            break
        written += got
    os.close(ours)
    return written.decode().replace("\r\n", "\n"), process.wait(timeout=60)


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def test_width_of_the_terminal():
    for columns in (72, 140):
        written, status = on_terminal("show", KAZAKHSTAN, columns=columns)
        widest = max(map(len, plain(written).splitlines()))
        assert status == DONE and widest <= columns and (columns == 72 or widest > 72)


def test_width_without_a_terminal():
    widest = {
        name: max(map(len, said(*words, **variables).splitlines()))
        for name, (words, variables) in {
            "default": (("show", KAZAKHSTAN), {}),
            "columns": (("show", KAZAKHSTAN), {"COLUMNS": "60"}),
            "option": (("show", KAZAKHSTAN, "--width", "80"), {"COLUMNS": "60"}),
        }.items()
    }
    assert widest["columns"] <= 60 < widest["option"] <= 80 < widest["default"] <= 100


def test_a_files_width_does_not_depend_on_the_terminal(tmp_path):
    for name, columns in (("a.txt", "60"), ("b.txt", "200")):
        said("show", KAZAKHSTAN, "--audience", "internal", "-o", tmp_path / name, COLUMNS=columns)
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes()


def test_colour_on_a_terminal_only():
    coloured, _ = on_terminal("show", KAZAKHSTAN, columns=100)
    assert "\x1b[" in coloured
    assert "\x1b" not in said("show", KAZAKHSTAN)
    assert plain(coloured) == said("show", KAZAKHSTAN, "--width", "100")
    for words, variables in ((("--no-colour",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})):
        written, _ = on_terminal("show", KAZAKHSTAN, *words, **variables)
        assert "\x1b" not in written
    written, status = on_terminal("shwo")
    assert status == WRONG_USAGE and written.startswith("\x1b[1;31merror:\x1b[0m")
    assert "\x1b" not in on_terminal("shwo", NO_COLOR="1")[0]


def test_a_broken_pipe_is_quiet():
    process = subprocess.Popen(
        [COMMAND, "schema", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(timeout=60) == DONE and process.stderr.read() == b""
    process.stderr.close()


def test_the_same_bytes_in_every_locale():
    expected = said("indicators", KAZAKHSTAN)
    for locale in ("C", "de_DE.UTF-8", "tr_TR.UTF-8"):
        assert said("indicators", KAZAKHSTAN, LC_ALL=locale) == expected


# ---- progress and Ctrl-C ----

PARTY = b'{"id": "p%d", "names": [{"text": "Party"}]}'


def parties(count):
    """The beginning of a dossier of so many parties; what is missing is the end."""
    return b'{"format": "openeom/1.0", "parties": [' + b",".join(PARTY % i for i in range(count))


def test_progress_on_a_terminal_only(small):
    def slowly(process):
        process.stdin.write(parties(40000))
        process.stdin.flush()
        time.sleep(0.8)
        process.stdin.write(b"," + b",".join(PARTY % i for i in range(40000, 80000)) + b"]}")

    written, status = on_terminal("show", "-", feed=slowly)
    assert status == DONE and re.search(r"\r\x1b\[K\w+ standard input: \d+ %, \d+ MB/s", written)
    assert "MB/s" not in on_terminal("show", small)[0]
    assert run("show", "-", stdin=parties(40000) + b"]}").stderr == ""


def start(*arguments, **options):
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        **options,
    )


def end(process):
    with process:
        status = process.wait(timeout=60)
        return status, process.stderr.read().decode()


def wait_until_ready(process):
    """Until the process handles SIGINT."""
    for _ in range(1000):
        with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
            caught = int(re.search(r"SigCgt:\s*(\w+)", file.read()).group(1), 16)
        if caught & 1 << (signal.SIGINT - 1):
            return
        time.sleep(0.01)


def test_ctrl_c_while_nothing_has_come():
    process = start("show", "-")
    wait_until_ready(process)
    process.send_signal(signal.SIGINT)
    assert end(process)[0] == INTERRUPTED


def test_ctrl_c_while_reading_leaves_no_file(tmp_path):
    process = start("show", "-", "--audience", "internal", "-o", tmp_path / "out.txt")
    process.stdin.write(parties(60000))
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    time.sleep(0.1)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(b" " * 4_000_000)
    status, said_last = end(process)
    assert status == INTERRUPTED and "defect" not in said_last and list(tmp_path.iterdir()) == []


def test_ctrl_c_while_a_pipe_stands_still():
    process = start("show", "-")
    process.stdin.write(parties(60000))
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    assert end(process)[0] == INTERRUPTED


def test_export_writes_the_dossier_itself(tmp_path, small):
    copy = tmp_path / "copy.json"
    assert "audience" in said("export", NORLANDIA, "-o", copy, status=WRONG_USAGE)
    assert not copy.exists()
    said("export", NORLANDIA, "--audience", "internal", "-o", copy)
    assert said("export", copy) == copy.read_text(encoding="utf-8") == said("export", NORLANDIA, "--json")
    assert json.loads(said("export", small))["parties"][1]["names"] == [{"text": "Бета"}]
    assert "JSON only" in said("export", small, "--audience", "internal", "-o", tmp_path / "x.html", status=WRONG_USAGE)


def test_export_writes_one_register(tmp_path, small):
    file = tmp_path / "parties.csv"
    assert "audience" in said("export", KAZAKHSTAN, "party", "-o", file, status=WRONG_USAGE)
    assert not file.exists()
    said("export", KAZAKHSTAN, "party", "--audience", "internal", "--columns", "id", "--columns", "country", "-o", file)
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode(), newline="")))
    assert list(rows[0]) == ["id", "country", "reconstruction", "audience"]
    assert {row["audience"] for row in rows} == {"internal"} and rows[0]["reconstruction"].startswith("Reconstruction")
    chosen = ("--columns", "id", "--columns", "country", "--filter", "country=XN")
    assert said("export", small, "party", *chosen) == "id,country\r\nb,XN\r\n"

    file = tmp_path / "parties.json"
    said("export", KAZAKHSTAN, "party", "--audience", "internal", "-o", file)
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["x-audience"] == "internal" and written["x-reconstruction"].startswith("Reconstruction")
    assert written["parties"] == json.loads(said("export", KAZAKHSTAN))["parties"]
    assert json.loads(said("export", small, "parties", "--json", "--filter", "country="))["parties"] == [SMALL["parties"][0]]


def test_export_of_a_register_refuses_what_it_cannot_do(tmp_path, small):
    internal = ("--audience", "internal", "-o")
    assert "CSV or JSON" in said("export", small, "party", *internal, tmp_path / "x.html", status=WRONG_USAGE)
    assert "chooses columns of CSV" in said("export", small, "party", "--columns", "id", "--json", status=WRONG_USAGE)
    assert "one type" in said("export", small, "--filter", "country=XN", status=WRONG_USAGE)
    assert "did you mean 'party'" in said("export", small, "parti", status=WRONG_USAGE)
    assert "did you mean 'country'" in said("export", small, "party", "--columns", "cuntry", status=WRONG_USAGE)
    assert "part of records" in said("export", small, "name", "--json", status=WRONG_USAGE)
    assert "cannot leave out" in said("export", small, "party", "--audience", "public", "-o", tmp_path / "x.csv", status=WRONG_USAGE)
    assert not list(tmp_path.glob("x.*"))


def test_a_document_file_tells_of_what_the_checks_find(tmp_path):
    whole = json.loads(said("export", NORLANDIA))
    page = tmp_path / "statement.txt"
    said("document", KAZAKHSTAN, "statement", "--audience", "public", "-o", page)
    whole["documents"][0]["title"] += " "
    for finding in whole["findings"]:
        finding.pop("evidence", None)
    changed = broken(tmp_path, json.dumps(whole))
    told = run("document", changed, "statement", "--audience", "public", "-o", page)
    assert told.returncode == DONE and page.exists()
    assert re.search(r"^note:  the checks find \d+ errors? and \d+ warnings? in this dossier$", told.stderr, re.M)


@pytest.mark.parametrize("words", [["show", KAZAKHSTAN, "finding"], ["registration", KAZAKHSTAN], ["indicators", KAZAKHSTAN],
                                   ["discrepancies", KAZAKHSTAN], ["check", KAZAKHSTAN], ["trace", KAZAKHSTAN, "finding:parties-blocked"],
                                   ["sourcing", KAZAKHSTAN, "--document", "statement"], ["suggestions", KAZAKHSTAN, "statement"]])
@pytest.mark.parametrize("ending", ["txt", "md", "html", "csv"])
def test_a_file_says_what_it_is_and_for_whom(tmp_path, words, ending):
    page = tmp_path / f"page.{ending}"
    said(*words, "--audience", "internal", "-o", page)
    text = page.read_text(encoding="utf-8")
    assert "Reconstruction from public sources" in text[:40000] and "internal" in text[:40000]


def test_diff_and_apply(tmp_path, small):
    def edited(name, **members):
        whole = json.loads(small.read_text(encoding="utf-8"))
        whole["parties"][0].update(members)
        path = broken(tmp_path, json.dumps(whole), f"{name}.json")
        said("diff", small, path, "--audience", "internal", "-o", tmp_path / f"{name}-changes.json")
        return tmp_path / f"{name}-changes.json"

    named, placed = edited("named", names=[{"text": "Alfa"}]), edited("placed", country="XK")
    again = edited("again", names=[{"text": "Alva"}])
    assert "names" in said("diff", small, tmp_path / "named.json")
    merged = tmp_path / "merged.json"
    options = ("--audience", "internal", "-o", merged)
    said("apply", small, "--changes", placed, "--changes", named, *options)
    assert json.loads(merged.read_text(encoding="utf-8"))["parties"][0] == {
        "id": "a", "names": [{"text": "Alfa"}], "country": "XK"}
    merged.unlink()
    told = said("apply", small, "--changes", named, "--changes", again, *options, status=DATA_HAS_ERRORS)
    assert "1 conflict left undecided, so nothing was written" in told and "Alfa" in told and "Alva" in told
    assert not merged.exists()
    assert "-o merged.json" in said("apply", small, "--changes", named, status=WRONG_USAGE)
    assert "format" in said("apply", small, "--changes", small, *options, status=UNREADABLE)


BY_OTHERS = ["oltavani-2026", "sallowmere-2027", "teskara-2026"]  # written by people who saw the README and the format page only


@pytest.mark.parametrize("name", BY_OTHERS)
def test_a_dossier_by_somebody_else_checks_analyses_and_renders(tmp_path, name):
    dossier = pathlib.Path(__file__).resolve().parents[1] / "data" / f"{name}.json"
    assert "0 errors" in said("check", dossier)
    for analysis in ("registration", "indicators", "discrepancies"):
        assert said(analysis, dossier)
    assert "of asserting sentences anchored" in said("sourcing", dossier, "--document", "statement")
    for audience in ("public", "partners", "internal"):
        for ending in ("html", "md", "txt", "json"):
            page = tmp_path / f"{audience}.{ending}"
            done = run("document", dossier, "statement", "--audience", audience, "-o", page)
            assert done.returncode == DONE and page.stat().st_size > 2000, done.stderr


@pytest.mark.parametrize("name", BY_OTHERS)
def test_a_dossier_by_somebody_else_traces(name):
    dossier = pathlib.Path(__file__).resolve().parents[1] / "data" / f"{name}.json"
    whole = json.loads(dossier.read_text(encoding="utf-8"))
    for register, type in (("sentences", "sentence"), ("findings", "finding"), ("evidence", "evidence"), ("sources", "source")):
        for record in whole[register]:
            assert record["id"] in said("trace", dossier, f"{type}:{record['id']}", "--json")


def test_an_erased_record_is_told_of_and_does_not_come_back(tmp_path):
    before, after, late = tmp_path / "before.json", tmp_path / "after.json", tmp_path / "late.json"
    before.write_text(json.dumps(SMALL), encoding="utf-8")
    options = ["--audience", "internal", "-o", after]
    assert "authority" in said("erase", before, "party:a", *options, status=WRONG_USAGE)
    assert "party:a" in said("erase", before, "party:a", "--authority", "office", "--ground", "objection", *options)
    assert "Alpha" not in after.read_text(encoding="utf-8")
    assert "was erased on" in said("show", after, "party", "a", status=WRONG_USAGE)
    assert "office" in said("show", after, "erasure", "party.a")
    told = said("diff", before, after)
    assert "erased" in told and "Alpha" not in told
    small = json.loads(json.dumps(SMALL))
    small["parties"][0]["country"] = "XK"
    late.write_text(json.dumps(small), encoding="utf-8")
    said("diff", before, late, "--audience", "internal", "-o", tmp_path / "changes.json")
    said("apply", after, "--changes", tmp_path / "changes.json", "--audience", "internal", "-o", late)
    assert late.read_bytes() == after.read_bytes()
    mentioned = {**SMALL, "parties": [SMALL["parties"][0], {**SMALL["parties"][1], "notes": ["left ALPHA"]}]}
    before.write_text(json.dumps(mentioned, ensure_ascii=False), encoding="utf-8")
    assert "party:b.notes" in said("erase", before, "party:a", "--authority", "office", *options, status=DATA_HAS_ERRORS)
