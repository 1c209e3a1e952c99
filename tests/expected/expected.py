"""The press release as annotated by somebody who had not seen the dossier, against the dossier's anchors.

    expected.py EXPECTED DOSSIER

Each expected part (role, code, bytes of the document) must be anchored: an anchor of that role in the same sentence whose
bytes overlap, in a finding whose part has the code. Where a reading differs and both are defensible, the difference
stands in DIFFERENCES with its reason, and fails as soon as it no longer exists.
"""
import json
import pathlib
import sys

expected = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
dossier = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
MEMBER = {"actor": "responsible_actor", "attribution": "asserted_by"}
DIFFERENCES = json.loads((pathlib.Path(__file__).parent / "differences.json").read_text(encoding="utf-8"))

findings = {finding["id"]: finding for finding in dossier["findings"]}
quotes = {quote["id"]: quote for quote in dossier["quotes"]}
sentences = [s for s in dossier["sentences"] if s["document"] == expected["source"]]
anchors = {}
for anchor in dossier["anchors"]:
    anchors.setdefault(anchor["sentence"], []).append(anchor)


def quantity_code(value):
    (kind, inner), = value.items()
    return f"{inner['scale']}:{inner['term']}" if kind == "vague" else f"{kind}:{inner}"


def code_of(finding, role):
    part = finding.get(MEMBER.get(role, role), {})
    if role == "concedes":
        return ""  # a link, not a code
    if role == "quantity":
        return quantity_code(part["value"]) if part.get("value") else None
    return part.get("code")


def anchored(sentence, role, code, span):
    seen = []
    for anchor in anchors.get(sentence["id"], []):
        begin, end = (sentence["span"][0] + offset for offset in anchor["range"])
        if anchor["role"] != role or begin >= span[1] or end <= span[0]:
            continue
        kind, target = anchor["target"].split(":", 1)
        if role == "quote":
            return [begin, end], None
        actual = code_of(findings[target], role) if kind == "finding" else None
        if actual == code:
            return [begin, end], None
        seen.append(actual)
    return None, seen


cases, problems, used = 0, [], set()
for item in expected["sentences"]:
    holding = [s for s in sentences if s["span"][0] < item["span"][1] and s["span"][1] > item["span"][0]]
    cases += 1
    if not holding:
        problems.append(f"no sentence at {item['span']}")
        continue
    if item["asserts"] == "yes" and not any(s.get("asserts") == "yes" for s in holding):
        problems.append(f"the sentence at {item['span']} asserts; the dossier says it does not")
    for assertion in item["assertions"]:
        for part in assertion["parts"]:
            cases += 1
            outcomes = [anchored(s, part["role"], part["code"], part["span"]) for s in holding]
            if any(found for found, _ in outcomes):
                continue
            key = f"{part['role']} {part['span'][0]}-{part['span'][1]}"
            if key in DIFFERENCES:
                used.add(key)
                continue
            seen = [code for _, codes in outcomes for code in codes or []]
            problems.append(f"{key} '{part['words']}' = {part['code']} ({assertion['about']}): "
                            + (f"anchored, but as {seen}" if seen else "no anchor of that role there"))
problems += [f"difference '{key}' no longer exists" for key in DIFFERENCES if key not in used]
for problem in problems:
    print(problem)
print(f"{cases} parts and sentences expected, {len(used)} read differently with reasons")
print(f"{cases} cases, {len(problems)} failed" if problems else f"{cases} cases")
sys.exit(1 if problems else 0)
