"""Dossiers for the tests of the Python package: the built-in ones, and a small one."""

import json
import locale

import openeom
import pytest

locale.setlocale(locale.LC_ALL, "")  # for every category, as a host may: the suite holds in any

SMALL = {
    "format": "openeom/1.0",
    "elections": [
        {
            "id": "e",
            "country": "XN",
            "dates": ["2027-05-09"],
            "names": [{"text": "Storting", "language": "en"}],
            "registered_voters": {"vague": {"scale": "number", "term": "several"}},
            "polling_stations": {"exact": 412},
        },
    ],
    "seat_tiers": [{"id": "t", "election": "e", "seats": 107, "threshold": {"percent": "7.00"}}],
    "parties": [
        {"id": "a", "names": [{"text": "Alpha", "language": "en"}], "country": "XN", "x-colour": "red"},
        {"id": "b", "names": [{"text": "Beta", "language": "en"}]},
    ],
    "candidate_lists": [{"id": "la", "party": "a", "election": "e", "ballot_number": 3}],
    "registration_events": [
        {"id": "r1", "subject": "candidate_list:la", "kind": "registered", "decided": "2027-04-01"},
        {
            "id": "r2",
            "subject": "candidate_list:la",
            "kind": "deregistered",
            "decided": "2027-04-20/2027-04-21",
            "due_process": {"hearing": "not_met"},
        },
    ],
    "results": [{"id": "x", "election": "e", "percent": "12.50"}],
}


@pytest.fixture(scope="session")
def small():
    return openeom.parse(json.dumps(SMALL), "small")


@pytest.fixture(scope="session")
def kazakhstan():
    return openeom.open("example:kazakhstan-2012")


@pytest.fixture(scope="session")
def norlandia():
    return openeom.open("example:norlandia-2027")
