"""The JSON Schema of a dossier file against python-jsonschema: the examples pass, and changed ones fail as in the library.

    json_schema.py SOURCE OPENEOM FOLDER
"""
import copy
import json
import pathlib
import subprocess
import sys

source, command, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: json_schema: all: python3-jsonschema is not installed")
    sys.exit(77)

cases, failures = 0, 0


def check(name, ok):
    global cases, failures
    cases += 1
    if not ok:
        failures += 1
        print(f"failed: {name}")


def asked(*arguments):
    return json.loads(subprocess.run([command, "schema", *arguments], capture_output=True, text=True, check=True).stdout)


def reads(dossier):
    """Whether the library takes it for a dossier, so that the schema must too."""
    path = folder / "json_schema.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    return subprocess.run([command, "show", str(path)], capture_output=True).returncode == 0


schema = asked("--json-schema")
Draft202012Validator.check_schema(schema)
whole = Draft202012Validator(schema)
plurals = [name for name in schema["properties"] if name != "format"]
check("there is a register for every type", len(plurals) > 60)
for type in asked("--json")["types"]:
    one = asked(type["name"], "--json-schema")
    Draft202012Validator.check_schema(one)
    check(f"the schema of {type['name']} is its own in the whole", one["$defs"][type["name"]] == schema["$defs"][type["name"]])

examples = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((source / "src/catalogue/examples").glob("*.json"))}
check("there are two examples", len(examples) == 2)
for name, example in examples.items():
    errors = [f"{error.json_path}: {error.message}" for error in whole.iter_errors(example)]
    check(f"{name} is valid: {errors[:3]}", not errors)
    for plural in plurals:
        types = [type["name"] for type in asked("--json")["types"] if type.get("plural") == plural] if name == "norlandia-2027" else []
        for type in types:
            one = Draft202012Validator(asked(type, "--json-schema"))
            check(f"records of {plural} in {name}", all(one.is_valid(record) for record in example.get(plural, [])))

PARTY = {"id": "a", "names": [{"text": "Alga!"}]}
EVENT = {"id": "r", "subject": "party:a", "kind": "registered"}
POLL = {"id": "p"}
TURNOUT = {"id": "t", "election": "e"}
RIGHT = [
    ("parties", {**PARTY, "x-colour": {"any": [None]}}),
    ("parties", {**PARTY, "names": [{"text": "Alga!", "x-script": "latin"}]}),
    *(("polls", {**POLL, "published": date}) for date in ("2012", "2012-01", "2012-01-15", "2012-01-09~/2012-01-10~", "../2011-12-05", "2012-01-15/..")),
    *(("polls", {**POLL, "n": n}) for n in (0, -3, "9007199254740993")),
    *(("polls", {**POLL, "intend_to_vote": percent}) for percent in ("75.10", 75.10, "0", "-0.50")),
    *(("turnouts", {**TURNOUT, "at": at}) for at in ("2012-01-15T20:00:00+06:00", "2012-01-15t14:00:00.25Z")),
    *(("turnouts", {**TURNOUT, "voters": voters}) for voters in (
        {"exact": 7}, {"at_least": 18}, {"range": [16, 19]}, {"k_of_n": [3, 20]}, {"share": {"percent": "75.07", "n": 1200, "of": "stations"}},
        {"vague": {"scale": "number", "term": "several"}})),
    ("registration_events", {**EVENT, "due_process": {"hearing": "not_met"}}),
]
WRONG = [
    ("parties", {"names": [{"text": "Alga!"}]}),
    ("parties", {**PARTY, "id": "A"}),
    ("parties", {**PARTY, "id": "a" * 201}),
    ("parties", {**PARTY, "names": []}),
    ("parties", {**PARTY, "names": "Alga!"}),
    ("parties", {**PARTY, "names": [{"text": "Alga!", "lang": "en"}]}),
    ("parties", {**PARTY, "country": None}),
    ("parties", {**PARTY, "cuntry": "KZ"}),
    *(("polls", {**POLL, "published": date}) for date in ("2012-13", "2012-1-5", "15.01.2012", "2012-01-15/", "../..", "2012-01-32", "2012?", "2012-01-15T20:00:00Z", 2012)),
    *(("polls", {**POLL, "n": n}) for n in (0.5, "3rd", "01", True)),
    *(("polls", {**POLL, "intend_to_vote": percent}) for percent in ("75,10", "-0.0", ".5", "5.", True)),
    *(("turnouts", {**TURNOUT, "at": at}) for at in ("2012-01-15", "2012-01-15T20:00:00", "2012-01-15T24:00:00Z", "2012-01-15 20:00:00Z")),
    *(("turnouts", {**TURNOUT, "voters": voters}) for voters in (
        {}, {"exact": 7, "at_least": 7}, {"exactly": 7}, {"range": [16]}, {"range": [16, None]}, {"share": {"n": 5}}, {"vague": {"term": "several"}}, 7)),
    ("registration_events", {**EVENT, "kind": "deregisterd"}),
    ("registration_events", {**EVENT, "kind": "not_stated"}),
    ("registration_events", {**EVENT, "subject": "a"}),
    ("registration_events", {**EVENT, "evidence": "x"}),
    ("registration_events", {**EVENT, "due_process": {"hearing": "no"}}),
]
AROUND = {"format": "openeom/1.0", "elections": [{"id": "e", "names": [{"text": "E"}], "dates": ["2012-01-15"], "country": "KZ"}], "parties": [PARTY]}
check("what stands around is valid", whole.is_valid(AROUND) and reads(AROUND))
for wanted, listed in ((True, RIGHT), (False, WRONG)):
    for plural, record in listed:
        dossier = copy.deepcopy(AROUND)
        dossier[plural] = [record]
        name = json.dumps({plural: record}, ensure_ascii=False)
        check(f"the schema {'takes' if wanted else 'refuses'} {name}", whole.is_valid(dossier) == wanted)
        check(f"the library {'takes' if wanted else 'refuses'} {name}", reads(dossier) == wanted)
for dossier in ({}, {"format": "openeom/2.0"}, {"format": "openeom/1.0", "partys": []}, {"format": "openeom/1.0", "parties": {}}, []):
    check(f"the schema refuses {dossier}", not whole.is_valid(dossier))
    check(f"the library refuses {dossier}", not reads(dossier))

print(f"{cases} cases, {failures} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
