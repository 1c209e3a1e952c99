"""Runs the benchmarks and their peers on the same files in one run, and prints the table of README.md.

    python3 benchmarks/run.py BUILD [--records 170000] [--repeat 5] [--write]

Each measurement is a process of its own on one core; the median of the repeats stands in the table, the fastest beside
it. --write replaces the table in benchmarks/README.md.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def measure(command, repeat):
    runs = []
    for _ in range(repeat):
        done = subprocess.run(["taskset", "-c", "0", *command], check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {
        "median": statistics.median(run["seconds"] for run in runs),
        "fastest": min(run["seconds"] for run in runs),
        "peak": max(run["peak_kilobytes"] for run in runs) * 1024,
        "command": " ".join(pathlib.Path(part).name for part in command),
    }


def machine():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return (f"{cpu[1] if cpu else platform.processor()}, {os.cpu_count()} cores seen, one used, "
            f"{int(memory[1]) / 2**20:.0f} GiB of memory, Linux {platform.release().split('-')[0]}, {platform.libc_ver()[0]} {platform.libc_ver()[1]}")


def versions():
    packages = ["libsimdjson-dev", "nlohmann-json3-dev", "libfmt-dev", "g++"]
    found = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *packages], capture_output=True, text=True)
    return ", ".join(found.stdout.split("\n")[:-1]) + f", Python {platform.python_version()}"


def table(build, records, repeat):
    def binary(name):
        return str(build / "bin" / name)

    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for scale in (1, 2, 4):
            files[scale] = pathlib.Path(folder) / f"candidacies-{scale}x.json"
            with open(files[scale], "wb") as out:
                subprocess.run([binary("generate_candidacies"), str(records * scale)], check=True, stdout=out)
        size = files[1].stat().st_size
        one = str(files[1])
        read = measure([binary("benchmark_core"), "read", one], repeat)
        peers = {
            "simdjson DOM, cold": measure([binary("benchmark_simdjson"), "cold", one], repeat),
            "simdjson DOM, cold, with reading the file": measure([binary("benchmark_simdjson"), "read", one], repeat),
            "simdjson DOM, parser reused": measure([binary("benchmark_simdjson"), "reused", one], repeat),
            "nlohmann-json, with reading the file": measure([binary("benchmark_nlohmann"), "read", one], repeat),
            "Python json, with reading the file": measure([sys.executable, str(HERE / "peers/python_json.py"), one], max(1, repeat // 2)),
        }
        lines = [
            f"Machine: {machine()}.",
            f"Versions: {versions()}.",
            f"File: {size / 1e6:.1f} MB, {records:,} candidacies (`generate_candidacies {records}`). Median of {repeat} runs, a process each.",
            "",
            "| reading the file into a dossier's edit | seconds | fastest | GB/s | OpenEOM's speed as a ratio | peak memory / file |",
            "|---|---:|---:|---:|---:|---:|",
            f"| OpenEOM (`{read['command']}`) | {read['median']:.3f} | {read['fastest']:.3f} | {size / read['median'] / 1e9:.2f} | 1 | {read['peak'] / size:.2f} |",
        ]
        for name, peer in peers.items():
            lines.append(f"| {name} (`{peer['command']}`) | {peer['median']:.3f} | {peer['fastest']:.3f} | {size / peer['median'] / 1e9:.2f} "
                         f"| {peer['median'] / read['median']:.2f} | {peer['peak'] / size:.2f} |")
        lines += ["", "| growth | 1x | 2x | 4x | 4x / 1x |", "|---|---:|---:|---:|---:|"]
        for work in ("read", "commit", "check", "write"):
            rows = [measure([binary("benchmark_core"), work, str(files[scale])], max(1, repeat // 2)) for scale in (1, 2, 4)]
            lines.append(f"| {work}, seconds | " + " | ".join(f"{row['median']:.3f}" for row in rows)
                         + f" | {rows[2]['median'] / rows[0]['median']:.2f} |")
            lines.append(f"| {work}, peak memory / file | "
                         + " | ".join(f"{row['peak'] / files[scale].stat().st_size:.2f}" for row, scale in zip(rows, (1, 2, 4))) + " | |")
        million = pathlib.Path(folder) / "million.json"
        with open(million, "wb") as out:
            subprocess.run([binary("generate_candidacies"), "1000000"], check=True, stdout=out)
        lines += ["", "| 1,000,000 records x 6 columns | seconds | fastest | ns a value |", "|---|---:|---:|---:|"]
        for work, what in (("table", "a register as a table"), ("stream", "a register as a stream, batch by batch"),
                           ("hand-over", "a stored table as a stream, nothing copied"), ("import", "a stream taken: validated and copied")):
            row = measure([binary("benchmark_core"), work, str(million)], max(1, repeat // 2))
            lines.append(f"| {what} (`{row['command']}`) | {row['median']:.6f} | {row['fastest']:.6f} | {row['median'] / 6e6 * 1e9:.2f} |")
        return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--records", type=int, default=151000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    printed = table(options.build, options.records, options.repeat)
    print(printed)
    if options.write:
        readme = HERE / "README.md"
        text = readme.read_text(encoding="utf-8")
        begin, end = "<!-- table -->\n", "<!-- end of table -->"
        head, rest = text.split(begin, 1)
        readme.write_text(head + begin + printed + "\n" + end + rest.split(end, 1)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
