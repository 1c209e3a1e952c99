"""capi/schema.json is what the library says: schema_json.py FILE PROGRAM [--write].

Names of types, members, codes, analyses and their options are binary interface that no tool sees. What is not as in the
committed file fails, until the file is written again with --write; what then was taken away since the last release,
tests/abi/released.py finds.
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "abi"))
from results_schema import joined
from rows import flatten

path = pathlib.Path(sys.argv[1])
printed = json.loads(subprocess.run([sys.argv[2]], check=True, capture_output=True, text=True).stdout)
current = {**printed["schema"], **printed["analyses"], **joined(printed["schema"], printed["results"])}
if "--write" in sys.argv:
    path.write_text(json.dumps(current, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
written = json.loads(path.read_text(encoding="utf-8"))
committed, now = flatten(written), flatten(current)
problems = [f"{name} is gone" for name in committed if name not in now]
problems += [
    f"{name} was {committed[name]}, is {now[name]}"
    for name in committed
    if name in now and now[name] != committed[name]
]
problems += [f"{name} is new: run this test with --write" for name in now if name not in committed]
given = {result["name"] for result in current["results"]}
problems += [
    f"analysis {row['name']} has no result in schema_json.c" for row in current["analyses"] if row["name"] not in given
]
if not problems and written != current:
    problems.append("a meaning or the order is another: run this test with --write")
for problem in problems:
    print(problem)
print(f"{len(now)} cases, {len(problems)} failed" if problems else f"{len(now)} cases")
sys.exit(1 if problems else 0)
