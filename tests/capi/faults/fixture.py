"""A dossier that holds a record of every type with every member filled, made from capi/schema.json: fixture.py SCHEMA OUT.

A type whose records refer to others of the same type has a second record, TYPE-0, with what it must have only, so that no
chain goes round. Texts are longer than what a string holds without memory of its own.
"""
import json
import pathlib
import sys

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
registers = {each["name"]: each["plural"] for each in schema["types"] if "plural" in each}
codes = {each["name"]: each["codes"] for each in schema["code_lists"]}
members = {}
for each in schema["members"]:
    members.setdefault(each["type"], []).append(each)

QUANTITIES = [
    {"exact": 7},
    {"at_least": 18},
    {"range": [16, 19]},
    {"k_of_n": [3, 20]},
    {"share": {"percent": "75.07", "n": 1200, "of": "polling stations that were observed"}},
    {"vague": {"scale": "number", "term": "several"}},
]
turn = 0


def reference(target, inside):
    return f"{target}-{0 if target == inside else 1}"


def value(member, inside, of_cue=None):
    global turn
    turn += 1
    kind = member["value"]
    if kind == "text":
        return f"The {member['name'].replace('_', ' ')} of a {member['type'].replace('_', ' ')}, told at length."
    if kind == "code":
        return codes.get(member.get("codes", of_cue), ["", "of_an_open_list"])[1]
    if kind == "reference":
        return reference(member["of"], inside)
    if kind == "any_reference":
        return "party:" + reference("party", inside)
    if kind == "record":
        return record(member["of"], inside, required_only=False, of_cue=member.get("codes"))
    if kind == "quantity":
        return QUANTITIES[turn % len(QUANTITIES)]
    return {
        "date": "2012-01-09~/2012-01-15" if turn % 2 else "2012-01-15",
        "integer": 12,
        "decimal": "75.10",
        "instant": "2012-01-15T20:00:00+06:00",
        "span": [0, 12],
        "json": "A reported value, and a long one at that.",
    }[kind]


def record(name, inside, required_only, of_cue=None):
    made = {}
    for member in members[name]:
        if member["value"] == "id" or (required_only and member["required"] == "no"):
            continue
        each = value(member, inside, of_cue)
        made[member["name"]] = [each] if member["list"] == "yes" else each
    if not required_only:
        made["x-own-member"] = {"of": ["a partner", 1, None]}
    return made


dossier = {"format": f"openeom/{schema['format']}"}
for name, plural in registers.items():
    records = [{"id": f"{name}-1"} | record(name, name, required_only=False)]
    if any(each.get("of") == name or each["value"] == "any_reference" for each in members[name]) or name == "party":
        records.insert(0, {"id": f"{name}-0"} | record(name, None, required_only=True))
    dossier[plural] = records
for each in dossier["reported_values"]:
    each |= {"record": "party:party-1", "member": "country"}
for number, each in enumerate(dossier["erasures"]):  # of records that are not there, and named after them
    each |= {"id": f"party.gone-{number}", "record": f"party:gone-{number}"}
    if "along_with" in each:
        each["along_with"] = "party.gone-0"
dossier["x-of-the-whole"] = [1]
pathlib.Path(sys.argv[2]).write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
