"""Records: members as attributes, unknown never mistaken for no."""

import datetime
import json
from decimal import Decimal

import openeom
import pytest
from openeom import Date, Quantity, Record


def test_members_have_the_types_of_the_schema(small):
    event = small.get("registration_event:r2")
    assert event.decided == Date("2027-04-20/2027-04-21") and event.decided.last == datetime.date(2027, 4, 21)
    assert (
        event.kind == "deregistered" and event.subject == "candidate_list:la" and event.subject.type == "candidate_list"
    )
    election = small.get("election:e")
    assert election.polling_stations == Quantity(412) and election.dates == [Date("2027-05-09")]
    assert small.get("candidate_list:la").ballot_number == 3
    assert small.results()[0].percent == Decimal("12.50") and str(small.results()[0].percent) == "12.50"
    assert str(small.get("seat_tier:t").threshold.percent) == "7.00"


def test_unknown_is_unknown(small):
    event = small.get("registration_event:r1")
    assert event.due_process.hearing == "unknown" and event.due_process.legal_ground == "unknown"
    assert not event.due_process and event.due_process.held == []
    assert small.get("registration_event:r2").due_process.hearing == "not_met"
    assert event.published is None and event.body is None and event.legal_ground is None and event.grounds == []
    assert event.verification == "not_stated" and "verification" not in event and "kind" in event
    candidate = small.get("candidate_list:la")
    assert candidate.ballot_state == openeom._schema.whole().codes["ballot_state"][0]


def test_a_vague_quantity_stays_vague(small):
    voters = small.election.registered_voters
    assert str(voters) == "several" and voters.is_vague
    with pytest.raises(ValueError):
        int(voters)


def test_references_lead_to_their_records(small):
    event = small.get("registration_event:r2")
    assert isinstance(event.subject.record, Record) and event.subject.record.party == "a"
    assert event.subject.record.party.record.names[0].text == "Alpha" and event.subject.record.party.type == "party"
    assert event.subject.record.election.record == small.election
    with pytest.raises(LookupError):
        openeom.Reference("party:a").record


def test_unknown_members_get_a_suggestion(small):
    event = small.get("registration_event:r1")
    with pytest.raises(AttributeError, match="registration_event has no member 'decidde'.*did you mean 'decided'"):
        event.decidde
    with pytest.raises(AttributeError, match="due_process has no member 'hearings'.*'hearing'"):
        event.due_process.hearings
    with pytest.raises(KeyError):
        event["nothing"]


def test_members_by_name_and_path(small):
    event = small.get("registration_event:r2")
    assert event["kind"] == event.kind and event["due_process.hearing"] == "not_met"
    assert small.get("party:a")["x-colour"] == "red" and "x-colour" in small.get("party:a")


def test_records_do_not_change(small):
    party = small.get("party:a")
    with pytest.raises(AttributeError, match="edit"):
        party.country = "KZ"
    with pytest.raises(AttributeError):
        party.color = "red"
    party.names.append("nothing")
    assert len(party.names) == 1
    party.to_dict()["names"].clear()
    assert len(party.names) == 1


def test_equality_and_hash(small):
    again = openeom.parse(small.json())
    assert small.get("party:a") == again.get("party:a") and small.get("party:a") != small.get("party:b")
    assert len({small.get("party:a"), again.get("party:a"), small.get("party:b")}) == 2
    assert small.get("party:a") != "party:a"


def test_text_of_a_record(small):
    event = small.get("registration_event:r2")
    assert str(event) == "registration_event:r2"
    assert repr(event).startswith("<registration_event:r2 subject='candidate_list:la'") and "deregistered" in repr(
        event
    )
    assert repr(event.due_process) == "<due_process hearing='not_met'>"
    assert (
        type(event).__name__ == "RegistrationEvent" and "hearing" in dir(event.due_process) and "decided" in dir(event)
    )


def test_json_keeps_every_digit():
    dossier = openeom.parse(
        '{"format": "openeom/1.0", "parties": [{"id": "a", "names": [{"text": "A"}], "x-share": 12.500, "x-big": 12345678901234567890}]}'
    )
    party = dossier.parties()[0]
    assert party["x-share"] == Decimal("12.500") and party["x-big"] == 12345678901234567890
    assert json.loads(party.json(), parse_float=str)["x-share"] == "12.500"


def test_no_member_has_the_name_of_a_method():
    """A method would hide the member: it would be reached as record["json"] only."""
    methods = {name for name in dir(Record) if not name.startswith("_")}
    for described in openeom._schema.whole().types.values():
        assert not methods & set(described.members), described.name


def test_every_record_of_the_examples_reads(kazakhstan, norlandia):
    read = 0
    for dossier in (kazakhstan, norlandia):
        for described in openeom._schema.whole().registers():
            for record in dossier.all(described.name):
                for member in described.members:
                    record[member]
                assert repr(record) and json.loads(record.json())["id"] == record.id
                read += 1
    assert read == len(kazakhstan) + len(norlandia)
