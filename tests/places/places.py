"""The same bytes come out wherever the library runs, and its suites pass there.

    places.py BUILD SOURCE [--suites]

What outputs.py prints in the C locale and UTC is compared with what it prints in places where the decimal mark is a comma, i
has no dot, digits are Arabic or the day is another. With --suites every C++, C and Python suite runs in each of them,
instead. A place whose locale is not on the machine is skipped by name. Ends with "N cases".
"""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PLACES = (
    ("de_DE.UTF-8", "UTC0"),
    ("tr_TR.UTF-8", "UTC0"),
    ("ar_EG.UTF-8", "UTC0"),
    ("C.UTF-8", "Pacific/Apia"),
)
build, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
whole_suites = sys.argv[3:] == ["--suites"]
cases, failed = 0, 0


def environment(locale, zone):
    return {**os.environ, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": str(build / "python"), "PYTHONDONTWRITEBYTECODE": "1"}


def run(command, place):
    return subprocess.run(command, env=environment(*place), capture_output=True, text=True, encoding="utf-8")


def check(name, ok, said=""):
    global cases, failed
    cases += 1
    if not ok:
        failed += 1
        print(f"failed: {name}\n{said}")


def there(place):
    """A place is there where the locale can be set and the zone is not silently UTC."""
    probe = "import locale, sys, time; locale.setlocale(locale.LC_ALL, ''); sys.exit(sys.argv[1] != 'UTC0' and not time.timezone)"
    return run([sys.executable, "-c", probe, place[1]], place).returncode == 0


def outputs(place):
    done = run([sys.executable, str(HERE / "outputs.py")], place)
    return done.stdout.splitlines() if done.returncode == 0 else [done.stderr]


def suites():
    """Commands by name: the programs of C++ and C but the slow one that changes texts, and the Python package's tests."""
    for program in sorted((build / "bin").glob("test_*")):
        if program.name != "test_mutation":
            yield program.name, [str(program), *([str(build)] if program.name == "test_capi_record" else [])]
    yield "python", [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(source / "tests/python")]


expected = outputs(("C", "UTC0"))
check("something comes out", len(expected) > 200, "\n".join(expected[:20]))
for place in PLACES:
    if not there(place):
        print(f"skipped: {' '.join(place)}: no such locale or time zone here (packages locales, tzdata)")
        continue
    if whole_suites:
        for name, command in suites():
            done = run(command, place)
            check(f"{' '.join(place)}: {name}", done.returncode == 0, (done.stdout + done.stderr)[-3000:])
        continue
    came = outputs(place)
    for line in expected:
        check(f"{' '.join(place)}: {line[65:]}", line in came)
    check(f"{' '.join(place)}: nothing else", len(came) == len(expected), "\n".join(came[:20]))
print(f"{cases} cases, {failed} failed")
sys.exit(failed > 0)
