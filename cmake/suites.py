"""Counts the cases of every suite that check.sh ran, and prints them as a table.

A suite is one ctest test. What it ran is read from what it printed, whichever of these it is:

    doctest     [doctest] test cases: 12 | 12 passed | 0 failed | 0 skipped
    pytest      == 12 passed, 1 skipped in 0.31s ==        (run with -v, so that skips have names)
    anything    93 cases           or   93 cases, 2 failed           as a line of its own
    one thing   a test with the ctest label `single` is one case

A case that cannot run says so in a line `skipped: NAME: REASON`, and is then not counted as passed. A test that ends
with ctest's SKIP_RETURN_CODE is skipped as a whole. A suite in which no case was counted fails.
"""

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

DOCTEST = re.compile(r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped", re.M)
DOCTEST_FILTER = re.compile(r"--?(dt-)?(tc|ts|sf|tce|tse|sfe|test-case|test-suite|source-file)(-exclude)?=")
PYTEST = re.compile(r"^(?:=+ )?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s", re.M)
PYTEST_SKIP = re.compile(r"^(\S.*::.*?) (?:SKIPPED|XFAIL)(?: \((.*)\))?(?: +\[ *\d+%\])?$", re.M)
PYTEST_SKIP_SUMMARY = re.compile(r"^SKIPPED \[(\d+)\] (.*?:\d+): (.*)$", re.M)
CASES = re.compile(r"^(\d+) cases?(?:, (\d+) failed)?\r?$", re.M)
SKIPPED = re.compile(r"^skipped: ([^:\n]+?)(?:: (.*))?$", re.M)
FUZZ = re.compile(r"^Done (\d+) runs in (\d+) second", re.M)
COLOUR = re.compile(r"(?:\x1b|\[NON-XML-CHAR-0x1B\])\[[0-9;]*m")


@dataclass
class Suite:
    name: str
    build: str
    passed: int = 0
    failed: int = 0
    skips: list = field(default_factory=list)  # (name, reason, number of cases)
    seconds: float = 0.0
    note: str = ""
    output: str = ""

    @property
    def skipped(self):
        return sum(number for _, _, number in self.skips)

    @property
    def cases(self):
        return self.passed + self.failed + self.skipped


def count(output, filtered=False, single=False):
    """Passed, failed and skipped cases in what a test printed.

    >>> count("[doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped\\n")
    (11, 1, [])
    >>> count("skipped: results.poland: no OPENEOM_DATA\\n[doctest] test cases:  2 |  2 passed | 0 failed | 0 skipped")
    (1, 0, [('results.poland', 'no OPENEOM_DATA', 1)])
    >>> count("[doctest] test cases: 1 | 1 passed | 0 failed | 2 skipped")
    (1, 0, [('2 left out by doctest', 'skip decorator', 2)])
    >>> count("[doctest] test cases: 1 | 1 passed | 0 failed | 2 skipped", filtered=True)
    (1, 0, [])
    >>> count("t.py::test_a SKIPPED (no data)    [ 50%]\\n===== 1 failed, 2 passed, 1 skipped, 1 error in 0.02s =====")
    (2, 2, [('t.py::test_a', 'no data', 1)])
    >>> count("t.py::test_x XFAIL (why)    [100%]\\n===== 1 xfailed in 0.02s =====")
    (0, 0, [('t.py::test_x', 'why', 1)])
    >>> count("SKIPPED [2] t.py:3: no data\\n3 passed, 2 skipped in 1.50s (0:00:01)")
    (3, 0, [('t.py:3', 'no data', 2)])
    >>> count("1 xfailed in 0.10s")
    (0, 0, [('1 without a name', 'run pytest with -v', 1)])
    >>> count("checking\\n93 cases\\n")
    (93, 0, [])
    >>> count("93 cases, 2 failed")
    (91, 2, [])
    >>> count("there are 5 cases of this"), count(""), count("", single=True)
    ((0, 0, []), (0, 0, []), (1, 0, []))
    """
    output = COLOUR.sub("", output)
    passed = failed = 0
    skips = [(name, reason, 1) for name, reason in SKIPPED.findall(output)]
    passed -= len(skips)
    for ok, bad, left_out in (map(int, groups) for groups in DOCTEST.findall(output)):
        passed += ok
        failed += bad
        if left_out and not filtered:
            skips.append((f"{left_out} left out by doctest", "skip decorator", left_out))
    for cases, bad in CASES.findall(output):
        passed += int(cases) - int(bad or 0)
        failed += int(bad or 0)
    for line in PYTEST.findall(output):
        number = {word.rstrip("s"): int(n) for n, word in re.findall(r"(\d+) ([a-z]+)", line)}
        passed += number.get("passed", 0) + number.get("xpassed", 0)
        failed += number.get("failed", 0) + number.get("error", 0)
        named = [(name, reason, 1) for name, reason in PYTEST_SKIP.findall(output)]
        named = named or [(place, reason, int(n)) for n, place, reason in PYTEST_SKIP_SUMMARY.findall(output)]
        skips += named
        nameless = number.get("skipped", 0) + number.get("xfailed", 0) - sum(n for _, _, n in named)
        if nameless > 0:
            skips.append((f"{nameless} without a name", "run pytest with -v", nameless))
    passed = max(passed, 0)
    if single and not (passed or failed or skips):
        passed = 1
    return passed, failed, skips


def read_ctest(build, stem):
    """The suites of one ctest run, from STEM.junit.xml and STEM.tests.json; and the labels each has."""
    described = {}
    with open(stem + ".tests.json", encoding="utf-8") as file:
        for test in json.load(file)["tests"]:
            properties = {p["name"]: p["value"] for p in test.get("properties", [])}
            described[test["name"]] = (test.get("command", []), properties.get("LABELS", []))
    suites, labels = [], {}
    for case in ElementTree.parse(stem + ".junit.xml").getroot().iter("testcase"):
        command, own = described.get(case.get("name"), ([], []))
        suite = judge(
            Suite(case.get("name"), build, seconds=float(case.get("time") or 0)),
            status=case.get("status"),
            reason=(case.find("skipped").get("message") if case.find("skipped") is not None else ""),
            output=case.findtext("system-out") or "",
            filtered=any(DOCTEST_FILTER.match(argument) for argument in command),
            single="single" in own,
        )
        suites.append(suite)
        for label in own:
            labels.setdefault(label, []).append(suite)
    return suites, labels


def judge(suite, status, reason, output, filtered=False, single=False):
    """Fills in a suite from how ctest says it ended and what it printed.

    >>> judge(Suite("a", "b"), "run", "", "nothing was counted").note
    'no cases'
    >>> s = judge(Suite("a", "b"), "fail", "", "3 cases"); s.failed, s.note
    (1, 'ended badly')
    >>> s = judge(Suite("a", "b"), "notrun", "SKIP_RETURN_CODE=77", "no data here"); s.failed, s.skips
    (0, [('a', 'no data here', 1)])
    >>> s = judge(Suite("a", "b"), "notrun", "Unable to find executable", ""); s.failed, s.note
    (1, 'Unable to find executable')
    """
    suite.output = output
    if status == "disabled":
        suite.skips = [(suite.name, "disabled", 1)]
    elif status == "notrun" and reason.startswith("SKIP_"):
        lines = [line for line in output.splitlines() if line.strip()]
        suite.skips = [(name, why, 1) for name, why in SKIPPED.findall(output)]
        suite.skips = suite.skips or [(suite.name, lines[-1] if lines else reason, 1)]
    elif status == "notrun":
        suite.failed, suite.note = 1, reason or "not run"
    else:
        suite.passed, suite.failed, suite.skips = count(output, filtered, single and status == "run")
        if status == "fail" and not suite.failed:
            suite.failed, suite.note = 1, "ended badly"
        elif not suite.cases:
            suite.failed, suite.note = 1, "no cases"
    return suite


def read_fuzz(name, log):
    suite = Suite(name, "fuzz")
    try:
        with open(log, encoding="utf-8", errors="replace") as file:
            suite.output = file.read()
    except OSError as error:
        suite.output = str(error)
    runs, seconds = (sum(map(int, column)) for column in zip((0, 0), *FUZZ.findall(suite.output)))
    if runs > 0 and "ERROR: " not in suite.output:
        suite.passed, suite.seconds, suite.note = 1, float(seconds), f"{runs:,} inputs"
    else:
        suite.failed, suite.note = 1, "see the output above"
    return suite


def show_troubles(suites):
    for suite in suites:
        if suite.failed and suite.output.strip():
            print(f"---- {suite.name} ({suite.build}), the end of its output ----")
            print("\n".join(COLOUR.sub("", suite.output).splitlines()[-50:]), end="\n\n")
    skips = [(suite, name, reason) for suite in suites for name, reason, _ in suite.skips]
    if skips:
        print("Skipped:")
        for suite, name, reason in skips:
            where = "" if name == suite.name else f"{suite.name}: "
            print(f"  {where}{name} ({suite.build}){': ' + reason if reason else ''}")
        print()


def show_table(suites):
    rows = [("suite", "build", "cases", "passed", "failed", "skipped", "time", "")]
    for s in suites:
        numbers = (s.cases, s.passed, s.failed, s.skipped)
        rows.append((s.name, s.build, *map(str, numbers), f"{s.seconds:.1f} s", s.note))
    widths = [max(len(row[i]) for row in rows) for i in range(8)]
    for row in rows:
        cells = [c.ljust(w) if i in (0, 1, 7) else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ctest", action="append", default=[], metavar="BUILD=STEM",
                        help="a ctest run: STEM.junit.xml (--output-junit) and STEM.tests.json (--show-only=json-v1)")
    parser.add_argument("--fuzz", action="append", default=[], metavar="NAME=LOG",
                        help="what a libFuzzer target printed")
    parser.add_argument("--broken", action="append", default=[], metavar="STEP",
                        help="a step that failed before any test")
    parser.add_argument("--require", default="", metavar="LABELS", help="ctest labels under which a case must have run")
    options = parser.parse_args()

    suites, labels = [], {}
    for build, stem in (pair.split("=", 1) for pair in options.ctest):
        try:
            found, own = read_ctest(build, stem)
        except (OSError, ValueError, ElementTree.ParseError) as error:
            found, own = [Suite("ctest", build, failed=1, note=str(error))], {}
        suites += found or [Suite("ctest", build, failed=1, note="no tests")]
        for label, members in own.items():
            labels.setdefault(label, []).extend(members)
    suites += [read_fuzz(*pair.split("=", 1)) for pair in options.fuzz]
    suites += [Suite(step, "", failed=1, note="failed") for step in options.broken]
    if options.ctest:
        for label in filter(None, options.require.split(",")):
            if not sum(suite.cases for suite in labels.get(label, [])):
                suites.append(Suite(f"label {label}", "", failed=1, note="no tests under this label"))

    show_troubles(suites)
    show_table(suites)
    failed = sum(s.failed for s in suites)
    print(f"\n{sum(s.passed for s in suites)} passed, {failed} failed, {sum(s.skipped for s in suites)} skipped")
    return 1 if failed or not suites else 0


if __name__ == "__main__":
    sys.exit(main())
