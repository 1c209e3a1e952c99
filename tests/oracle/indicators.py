"""Indicators recomputed by a program of its own, before and after the inputs are changed.

    indicators.py DOSSIER OPENEOM WORK [ROUNDS]

Reads the dossier's JSON with Python's json and fractions and nothing of the library, changes the inputs at random (a
fixed seed), and compares what `openeom indicators --json` gives with its own numbers. The first round changes nothing,
and must give the published numbers.
"""
import copy
import json
import math
import pathlib
import random
import subprocess
import sys
from fractions import Fraction

dossier = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
command, work = sys.argv[2], pathlib.Path(sys.argv[3])
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 25
ELECTION = "majilis-2012"
PUBLISHED = {
    "candidates_per_seat": "3.94", "turnout_spread": "51.2", "turnout_jump": "59.4", "supervisory_acts_sum": "76",
    "denominator noon": "9,011,446 to 9,037,009", "denominator 20:00": "9.291 to 9.305 million",
    "accreditation 2011-12-27": 244, "accreditation 2012-01-06": 695,
    "deregistration_rate": "lists: 1 of 8 = 12.50 per cent; persons: at least 18 of 386 = at least 4.66 per cent",
}
cases, failures = 0, []


def check(name, ours, theirs):
    global cases
    cases += 1
    if ours != theirs:
        failures.append(name)
        print(f"failed: {name}: own {ours}, openeom {theirs}")


def printed(text):
    """Bounds of the numbers that round to a printed decimal."""
    places = len(text.split(".")[1]) if "." in text else 0
    half = Fraction(1, 2 * 10**places)
    return Fraction(text) - half, Fraction(text) + half


def implied_voters(turnout):
    kind, value = next(iter(turnout["voters"].items()))
    low, high = (value, value) if kind == "exact" else value
    least, most = printed(turnout["percent"])
    return math.ceil(low / (most / 100)), math.floor(high / (least / 100))


def own(data):
    tier = next(t for t in data["seat_tiers"] if t["election"] == ELECTION and t["method"] == "list_pr")
    registered = next(t for t in data["registration_totals"] if t["id"] == "candidates-registered")
    numbers = {"candidates_per_seat": Fraction(registered["count"]["exact"], tier["seats"])}
    removed = sum(e["subjects"]["exact"] for e in data["registration_events"]
                  if e["kind"] == "deregistered" and "exact" in e.get("subjects", {}))
    numbers["deregistered persons"] = Fraction(100 * removed, registered["count"]["exact"])
    regional = {}
    for turnout in data["turnouts"]:
        if turnout["election"] == ELECTION and "place" in turnout and "at" in turnout:
            regional.setdefault(turnout["place"], {})[turnout["at"][11:13]] = Fraction(turnout["percent"])
    regional = {place: hours for place, hours in regional.items() if {"12", "20"} <= set(hours)}
    numbers["turnout_spread"] = max(r["20"] for r in regional.values()) - min(r["20"] for r in regional.values())
    numbers["turnout_jump"] = max(r["20"] - r["12"] for r in regional.values())
    for turnout in data["turnouts"]:
        if "place" not in turnout and "voters" in turnout and "percent" in turnout:
            numbers[f"denominator {turnout['at'][11:13]}"] = implied_voters(turnout)
    shares = {}
    for measure in data["media_measures"]:
        shares.setdefault(measure["outlet"], []).append(Fraction(measure["share"]))
    numbers["media"] = sorted(sum(group) for group in shares.values())
    numbers["supervisory_acts_sum"] = sum(a["count"]["exact"] for a in data["supervisory_acts"] if a["kind"] != "total")
    for count in data["accreditation_counts"]:
        if count.get("total") != "yes" and count.get("refused") != "yes" and "exact" in count.get("count", {}):
            key = f"accreditation {count['as_of']}"
            numbers[key] = numbers.get(key, 0) + count["count"]["exact"]
    mission = next(m for m in data["missions"] if "stations_observed" in m)
    election = next(e for e in data["elections"] if e["id"] == ELECTION)
    numbers["observation_coverage"] = Fraction(mission["stations_observed"]["exact"] * 100, election["polling_stations"]["exact"])
    return numbers


def theirs(data):
    path = work / "oracle.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run([command, "indicators", str(path), "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return {i["id"]: i for i in json.loads(done.stdout)["indicators"]}


def change(data, rng):
    next(t for t in data["seat_tiers"] if t["method"] == "list_pr" and t["election"] == ELECTION)["seats"] = rng.randint(50, 150)
    next(t for t in data["registration_totals"] if t["id"] == "candidates-registered")["count"]["exact"] = rng.randint(200, 900)
    for turnout in data["turnouts"]:
        if "place" in turnout:
            turnout["percent"] = f"{rng.randint(10, 99)}.{rng.randint(0, 9)}"
        elif "voters" in turnout and "percent" in turnout:
            if "exact" in turnout["voters"]:
                turnout["voters"] = {"exact": rng.randint(2_000_000, 5_000_000)}
            else:
                low = rng.randint(6_000_000, 7_000_000)
                turnout["voters"] = {"range": [low, low + rng.randint(0, 20_000)]}
            turnout["percent"] = rng.choice([f"{rng.randint(30, 80)}.{rng.randint(0, 9)}", f"{rng.randint(30, 80)}.{rng.randint(0, 99):02}"])
    for measure in data["media_measures"]:
        measure["share"] = rng.choice([str(rng.randint(5, 20)), f"{rng.randint(5, 20)}.{rng.randint(0, 9)}"])
    for act in data["supervisory_acts"]:
        if act["kind"] != "total":
            act["count"] = {"exact": rng.randint(0, 60)}
    for count in data["accreditation_counts"]:
        if "exact" in count.get("count", {}) and count.get("refused") != "yes":
            count["count"]["exact"] = rng.randint(1, 400)
    next(m for m in data["missions"] if "stations_observed" in m)["stations_observed"] = {"exact": rng.randint(100, 3000)}
    data["reported_values"] = []
    return data


def value(indicator, of=None):
    if of is None:
        return Fraction(indicator["exact"])
    return next(v for v in indicator["values"] if v["of"].startswith(of))


for number in range(rounds):
    rng = random.Random(20120115 + number)
    data = copy.deepcopy(dossier) if number == 0 else change(copy.deepcopy(dossier), rng)
    expected, given = own(data), theirs(data)
    for name in ("candidates_per_seat", "turnout_spread", "supervisory_acts_sum", "observation_coverage"):
        check(f"{name}, round {number}", expected[name], value(given[name]))
    shown = value(given["deregistration_rate"], "persons")
    check(f"deregistered persons, round {number}", (expected["deregistered persons"], None), (Fraction(shown["lower"]), shown.get("upper")))
    check(f"turnout_jump, round {number}", expected["turnout_jump"], value(given["turnout_jump"]))
    for hour, of in (("12", "noon"), ("20", "20:00")):
        shown = value(given["denominator_consistency"], of)
        check(f"denominator {of}, round {number}", expected[f"denominator {hour}"], (int(shown["lower"]), int(shown["upper"])))
    check(f"media, round {number}", expected["media"], sorted(Fraction(v["exact"]) for v in given["media_share_sum"]["values"]))
    for day, of in (("2011-12-27", "by 27 December 2011"), ("2012-01-06", "by 6 January 2012")):
        check(f"accreditation {day}, round {number}", expected[f"accreditation {day}"], Fraction(value(given["accreditation_sum"], of)["exact"]))
    if number == 0:
        check("de-registration as published", True, PUBLISHED["deregistration_rate"] in given["deregistration_rate"]["value"])
        for name in ("candidates_per_seat", "turnout_spread", "turnout_jump", "supervisory_acts_sum"):
            check(f"{name} as published", True, PUBLISHED[name] in given[name]["value"])
        for of in ("noon", "20:00"):
            check(f"denominator {of} as published", PUBLISHED[f"denominator {of}"], value(given["denominator_consistency"], of)["value"])
        for day in ("2011-12-27", "2012-01-06"):
            check(f"accreditation {day} as published", PUBLISHED[f"accreditation {day}"], expected[f"accreditation {day}"])
        check("media as published", [100, 100], expected["media"])

print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
