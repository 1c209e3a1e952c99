"""capi/schema.json is what the library says, and only grows: schema_json.py FILE PROGRAM [--write].

Names of types, members, codes, analyses and their options are binary interface that no tool sees. One of the committed
file that is gone, renamed or of another kind fails; one that is new fails until the file is written again with --write.
"""
import json
import pathlib
import subprocess
import sys

path = pathlib.Path(sys.argv[1])
printed = json.loads(subprocess.run([sys.argv[2]], check=True, capture_output=True, text=True).stdout)
current = {**printed["schema"], **printed["analyses"]}
KIND = ("value", "list", "of", "unit", "codes")


def flatten(schema):
    rows = {}
    for kind in schema.get("types", []):
        rows[f"type {kind['name']}"] = (kind.get("plural", ""), kind["kind"])
    for member in schema.get("members", []):
        rows[f"member {member['type']}.{member['name']}"] = tuple(member.get(key, "") for key in KIND)
    for codes in schema.get("code_lists", []):
        for number, code in enumerate(codes["codes"]):
            rows[f"code {codes['name']}.{code}"] = (number,)
    for analysis in schema.get("analyses", []):
        rows[f"analysis {analysis['name']}"] = ()
    for option in schema.get("options", []):
        rows[f"option {option['type']}.{option['name']}"] = tuple(option.get(key, "") for key in (*KIND, "required"))
    return rows


if "--write" in sys.argv:
    path.write_text(json.dumps(current, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
committed, now = flatten(json.loads(path.read_text(encoding="utf-8"))), flatten(current)
problems = [f"{name} is gone" for name in committed if name not in now]
problems += [f"{name} was {committed[name]}, is {now[name]}" for name in committed if name in now and now[name] != committed[name]]
problems += [f"{name} is new: run this test with --write" for name in now if name not in committed]
for problem in problems:
    print(problem)
print(f"{len(now)} cases, {len(problems)} failed" if problems else f"{len(now)} cases")
sys.exit(1 if problems else 0)
