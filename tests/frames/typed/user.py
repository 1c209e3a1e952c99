"""What a user writes, in full types: it passes mypy --strict, and runs."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Dict, List, Optional

import openeom as eom
from openeom import types


def late(event: types.RegistrationEvent) -> bool:
    return event.kind == "deregistered" and event.due_process.hearing == "unknown"


def by_kind(dossier: eom.Dossier) -> Dict[types.RegistrationKind, List[str]]:
    found: Dict[types.RegistrationKind, List[str]] = {}
    for event in dossier.registration_events():
        found.setdefault(event.kind, []).append(event.id)
    return found


def founded(party: types.Party) -> Optional[eom.Date]:
    return party.founded


def main() -> None:
    d = eom.open("example:kazakhstan-2012")
    election: Optional[types.Election] = d.election
    assert election is not None
    days: List[eom.Date] = election.dates
    count: int = d.counts["candidacy"]
    print(days[0], count, len(d))

    for e in d.registration_events(kind="deregistered"):
        subject: eom.Reference = e.subject
        decided: Optional[eom.Date] = e.decided
        grounds: List[str] = e.grounds
        print(subject.type, decided, e.legal_ground, grounds, e.due_process.hearing, late(e))
    print(sum(len(ids) for ids in by_kind(d).values()), [founded(party) for party in d.parties()])
    share: Optional[Decimal] = next(iter(d.turnouts())).percent
    print(share)

    review = d.registration()
    first = review.decisions[0]
    before: Optional[eom.Interval] = first.days_before_vote
    kind: types.RegistrationKind = first.kind
    print(before, kind, first.event and first.event.record, review.head.dossier_sha256, [one.title for one in first.criteria])
    for indicator in d.indicators().indicators:
        print(indicator.title)
    issues: List[Optional[str]] = [issue.message for issue in d.check(as_of=datetime.date(2012, 2, 1)).issues]
    page: str = d.document("statement", audience="public").html()
    print(len(issues), len(page), d.trace("finding:candidates-deregistered").text(80))

    table: eom.Table = d.table("candidacy", columns=["id", "position"])
    names: List[str] = [column.name for column in table.columns]
    print(len(table), names, table)

    with d.edit() as edit:
        incident: str = edit.add("incident", type="ballot_box_stuffing", phase="voting", asserted_by="mission", basis="observed")
        edit.put("party", types.Party(id="greens", names=[types.Name(text="Green Party", language="en")]))
        edit.change("party", "greens", country="KZ")
        edit.add_table("candidacy", d.table("candidacy"))
    try:
        d2: eom.Dossier = edit.commit()
        print(incident, d2.diff(d).text(80))
    except eom.Error as error:
        code: str = error.code
        print(code, error.hint, [each.get("member") for each in error.diagnostics])


if __name__ == "__main__":
    main()
