"""Runs the harnesses, keeps count, and measures what their corpora reach.

    fuzz.py run        runs each harness from its corpus, and prints a table; fails where one found something
    fuzz.py coverage   writes the figures of harnesses.md anew, from a build of the preset coverage
    fuzz.py minimise   puts into corpus/NAME the smallest set of inputs that reaches what all that was found reaches
    fuzz.py names      names the harnesses

Seconds are those of the processor, so that a busy machine fuzzes no less. With --state the limits on executions and seconds
hold for all runs with that folder together, so that a long run can be stopped (Ctrl-C) and continued. What breaks a harness is kept there under found/ and belongs, once mended, into corpus/NAME.
"""

import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import harnesses

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SLICE = 600  # seconds after which the count is written down


def tool(name):
    """The path of an LLVM tool of clang's own version, or of any."""
    resources = subprocess.run(["clang++", "-print-resource-dir"], check=True, capture_output=True, text=True).stdout
    own = pathlib.Path(resources.strip()).parents[2] / "bin" / name
    found = str(own) if own.exists() else shutil.which(name)
    if not found:
        sys.exit(f"error: there is no {name} (Debian package llvm)")
    return found


def dictionary(state):
    """All names that the library knows, for the fuzzers to put together."""
    schema = json.loads((ROOT / "capi/schema.json").read_text(encoding="utf-8"))
    words = set()

    def collect(value):
        if isinstance(value, dict):
            words.update(value[key] for key in ("name", "plural") if key in value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            words.update(item for item in value if isinstance(item, str))
            for inner in value:
                collect(inner)

    collect(schema)
    path = state / "names.dict"
    path.write_text("".join(f'"{word}"\n' for word in sorted(words) if re.fullmatch(r"[\w.:-]{2,30}", word)))
    return path


class Run:
    """One harness, and what it did so far."""

    def __init__(self, harness, options, words):
        self.name, self.length, self.options, self.words = harness.name, harness.length, options, words
        self.count = options.state / f"{self.name}.json"
        self.done = {"executions": 0, "seconds": 0.0, "edges": 0, "of": 0, "inputs": 0}
        if options.continued and self.count.exists():
            self.done.update(json.loads(self.count.read_text()))
        self.log = (options.logs or options.state) / f"fuzz-{self.name}.log"

    def found(self):
        kinds = ("crash", "leak", "timeout", "oom")
        return sorted(p for kind in kinds for p in (self.options.state / "found").glob(f"{self.name}-{kind}-*"))

    def left(self):
        return self.options.runs - self.done["executions"], self.options.seconds - self.done["seconds"]

    def go(self):
        self.log.write_text("")
        for path in self.found():  # what was mended since is found no more
            if self.start(str(path))[1] == 0:
                path.unlink()
        while min(self.left()) >= 1 and not self.found() and not stopping:
            self.slice(*self.left())
        return self

    def start(self, *arguments):
        """What the harness printed, how it ended, and the seconds that it took of the processor."""
        command = [str(self.options.build / "bin" / f"fuzz_{self.name}"), "-timeout=20", "-rss_limit_mb=3000",
                   f"-artifact_prefix={self.options.state / 'found'}/{self.name}-", *arguments]
        environment = os.environ | {"ASAN_SYMBOLIZER_PATH": tool("llvm-symbolizer"),
                                    "ASAN_OPTIONS": "detect_leaks=1:quarantine_size_mb=64",
                                    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment) as process:
            running.add(process)
            output = process.stdout.read().decode("utf-8", "replace")
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            running.discard(process)
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(output)
        return output, process.returncode, used.ru_utime + used.ru_stime

    def slice(self, runs, seconds):
        corpus = self.options.state / "corpus" / self.name
        corpus.mkdir(parents=True, exist_ok=True)
        self.add(*self.start(f"-max_len={self.length}", f"-runs={runs}", f"-max_total_time={min(int(seconds), SLICE)}",
                             "-print_final_stats=1", "-entropic=0",  # its bookkeeping takes longer than a short input
                             f"-dict={self.words}", str(corpus), str(HERE / "corpus" / self.name)))

    def add(self, output, status, seconds):
        def last(pattern, otherwise=0):
            return int((re.findall(pattern, output) or [otherwise])[-1])

        executed = last(r"stat::number_of_executed_units: (\d+)")
        if status != 0 and not stopping and not self.found():
            (self.options.state / "found" / f"{self.name}-crash-start").write_text(output)  # it did not even begin
        self.done["executions"] += executed
        self.done["seconds"] += seconds
        self.done["edges"] = max(self.done["edges"], last(r"\bcov: (\d+)"))
        self.done["of"] = sum(map(int, re.findall(r"\((\d+) inline 8-bit counters\)", output)[:1])) or self.done["of"]
        self.done["inputs"] = last(r"\bcorp: (\d+)/", self.done["inputs"])
        self.count.write_text(json.dumps(self.done) + "\n")


running = set()
stopping = False


def stop(*_):
    global stopping
    stopping = True
    for process in list(running):
        process.send_signal(signal.SIGINT)


def run(options):
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    for folder in ("corpus", "found"):
        (options.state / folder).mkdir(parents=True, exist_ok=True)
    words = dictionary(options.state)
    runs = [Run(harness, options, words) for harness in harnesses.read().harnesses if not options.only or harness.name in options.only]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(Run.go, runs))
    print(f"{'harness':12} {'executions':>12} {'seconds':>8} {'a second':>9} {'edges':>15} {'inputs':>7} {'findings':>8}")
    for each in runs:
        done = each.done
        speed = done["executions"] / max(done["seconds"], 1)
        edges = f"{done['edges']:,} / {done['of']:,}"
        print(f"{each.name:12} {done['executions']:12,} {done['seconds']:8.0f} {speed:9,.0f} {edges:>15} {done['inputs']:7,}"
              f" {len(each.found()):8}")
    return 1 if any(each.found() for each in runs) else 0


def minimise(options):
    """Small inputs first; an input that is in the corpus under a name of its own is a regression test and stays."""
    for harness in harnesses.read().harnesses:
        if options.only and harness.name not in options.only:
            continue
        kept = HERE / "corpus" / harness.name
        sources = [options.state / "corpus" / harness.name, *options.seeds]
        with tempfile.TemporaryDirectory() as merged:
            for path in kept.glob("*"):
                if not re.fullmatch(r"[0-9a-f]{40}", path.name):
                    shutil.copy(path, merged)
            subprocess.run([str(options.build / "bin" / f"fuzz_{harness.name}"), "-merge=1", "-use_counters=0", f"-max_len={harness.length}",
                            merged, str(kept), *(str(s) for s in sources if s.is_dir())], check=True, capture_output=True)
            shutil.rmtree(kept)
            shutil.copytree(merged, kept)
        files = list(kept.iterdir())
        print(f"{harness.name:12} {len(files):6} inputs {sum(p.stat().st_size for p in files):10,} bytes")
    return 0


def reached(build, harness, scratch):
    """By file, for the lines with code in it, how often the corpus of a harness reached them."""
    raw, data = scratch / f"{harness}.raw", scratch / f"{harness}.data"
    program, library = build / "bin" / f"fuzz_{harness}", build / "lib" / "libopeneom.so"
    subprocess.run([str(program), "-runs=0", str(HERE / "corpus" / harness)], check=True, capture_output=True,
                   env=os.environ | {"LLVM_PROFILE_FILE": str(raw)})
    subprocess.run([tool("llvm-profdata"), "merge", "-sparse", str(raw), "-o", str(data)], check=True)
    measured = [str(program)] if harness == "json_reader" else [str(library)]
    report = subprocess.run([tool("llvm-cov"), "export", "-format=lcov", f"-instr-profile={data}", *measured], check=True,
                            capture_output=True, text=True).stdout
    lines, current = {}, None
    for line in report.splitlines():
        if line.startswith("SF:"):
            path = (build / line[3:]).resolve()  # ccache makes paths relative
            current = lines.setdefault(str(path.relative_to(ROOT)), {}) if path.is_relative_to(ROOT) else {}
        elif line.startswith("DA:"):
            number, count = map(int, line[3:].split(",")[:2])
            current[number] = count
    return lines


def span_of(function):
    """The file, the first and the last line of a function of the C interface."""
    for path in sorted((ROOT / "capi").glob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        start = re.search(rf"^[a-z][^;\n]*\b{function}\([^;{{]*\{{(?P<whole>.*\}}$)?", text, re.M)
        if start:
            end = start.end() if start["whole"] else text.index("\n}", start.end()) + 1
            return str(path.relative_to(ROOT)), text.count("\n", 0, start.start()) + 1, text.count("\n", 0, end) + 1
    sys.exit(f"error: {function} is not defined in capi")


def coverage(options):
    table = harnesses.read()
    with tempfile.TemporaryDirectory() as scratch:
        lines = {each.name: reached(options.build, each.name, pathlib.Path(scratch)) for each in table.harnesses}
    for each in table.harnesses:
        counts = [count for file in each.files for count in lines[each.name].get(file, {}).values()]
        each.reached = f"{100 * sum(map(bool, counts)) / max(len(counts), 1):.1f} % of {len(counts)}"
        each.date = datetime.date.today().isoformat()
    for each in table.functions:
        file, first, last = span_of(each.name)
        counts = [count for line, count in lines[each.harness].get(file, {}).items() if first <= line <= last]
        each.file, each.reached = file, f"{sum(map(bool, counts))} of {len(counts)}"
    table.write()
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["run", "coverage", "minimise", "names"])
    parser.add_argument("only", nargs="*", metavar="NAME", help="harnesses; all of them by default")
    parser.add_argument("--build", type=pathlib.Path, help="build/check-fuzz or build/coverage by default")
    parser.add_argument("--state", type=pathlib.Path, help="counts, inputs and findings; in build/fuzz by default, not counted on")
    parser.add_argument("--logs", type=pathlib.Path, help="where fuzz-NAME.log goes; beside the counts by default")
    parser.add_argument("--seconds", type=float, default=10, help="of the processor at most, each (10)")
    parser.add_argument("--runs", type=int, default=10_000_000, help="executions at most, each (10 million)")
    parser.add_argument("--jobs", type=int, default=2, help="harnesses at once (2)")
    parser.add_argument("--seeds", type=pathlib.Path, action="append", default=[], help="minimise: another folder of inputs")
    options = parser.parse_intermixed_args()
    if options.what == "names":
        print("\n".join(each.name for each in harnesses.read().harnesses))
        return 0
    options.continued = options.state is not None
    options.state = (options.state or ROOT / "build/fuzz").resolve()
    options.build = (options.build or ROOT / "build" / ("coverage" if options.what == "coverage" else "check-fuzz")).resolve()
    return {"run": run, "coverage": coverage, "minimise": minimise}[options.what](options)


if __name__ == "__main__":
    sys.exit(main())
