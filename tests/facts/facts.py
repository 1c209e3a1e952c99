"""Every fact, discrepancy and gap of the Kazakhstan dossier is reached by `openeom trace`, and each fact by a typed record.

    facts.py DOSSIER OPENEOM FACTS

FACTS is the base of facts kept outside the product; where it is absent, the comparison with its ids is skipped by name.
"""
import json
import pathlib
import subprocess
import sys

dossier = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
command, facts = sys.argv[2], pathlib.Path(sys.argv[3])
CARRIERS = {"evidence", "source", "anchor", "sentence", "section", "document", "fact"}  # what only carries text
cases, failures = 0, []


def check(name, ok):
    global cases
    cases += 1
    if not ok:
        failures.append(name)
        print(f"failed: {name}")


def trace(record):
    done = subprocess.run([command, "trace", "example:kazakhstan-2012", record, "--json"], capture_output=True, text=True)
    return json.loads(done.stdout)["rows"] if done.returncode == 0 else []


held = {}
for evidence in dossier["evidence"]:
    if evidence.get("locator", {}).get("fact"):
        held.setdefault(evidence["locator"]["fact"], []).append(evidence["id"])
check("the dossier holds 171 fact ids", len(held) == 171)
if facts.exists():
    ids = {fact["id"] for fact in json.loads(facts.read_text(encoding="utf-8"))["facts"]}
    check("they are the fact base's", set(held) == ids)
else:
    print(f"skipped: facts: the ids of the fact base: no {facts}")

typed = 0
for fact, evidence in sorted(held.items()):
    rows = trace(f"fact:{fact}")
    reached = {row["record"] for row in rows}
    check(f"trace of {fact} reaches its evidence", all(f"evidence:{each}" in reached for each in evidence))
    records = {row["record"].split(":")[0] for row in rows if row["depth"] > 0 and row.get("direction") == "up"} - CARRIERS
    check(f"a typed record rests on {fact}", bool(records))
    typed += bool(records)

done = subprocess.run([command, "discrepancies", "example:kazakhstan-2012", "--json"], capture_output=True, text=True, check=True)
discrepancies = json.loads(done.stdout)["discrepancies"]
check("there are 13 discrepancies", len(discrepancies) == 13)
for discrepancy in discrepancies:
    rows = trace(f"discrepancy:{discrepancy['id']}")
    check(f"trace of discrepancy {discrepancy['id']}", any(row["record"] == discrepancy["record"] for row in rows))
check("there are 21 gaps", len(dossier["gaps"]) == 21)
for gap in dossier["gaps"]:
    check(f"trace of gap {gap['id']}", bool(trace(f"gap:{gap['id']}")))

print(f"{len(held)} facts, {typed} of them under a typed record; {len(discrepancies)} discrepancies; {len(dossier['gaps'])} gaps")
print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
