"""Opening, parsing, writing; registers, filters and lookups."""

import copy
import datetime
import json
import pathlib
import pickle
import threading

import openeom
import pytest
from conftest import SMALL


def test_examples_can_be_opened():
    names = [example.name for example in openeom.examples()]
    assert {"kazakhstan-2012", "norlandia-2027"} <= set(names)
    for name in names:
        assert len(openeom.open("example:" + name)) > 10
    assert all(example.title and example.summary for example in openeom.examples())


def test_digest_json_and_writing(small, tmp_path):
    assert len(small.digest) == 64 and int(small.digest, 16)
    assert json.loads(small.json())["parties"][0]["id"] == "a"
    path = tmp_path / "mission.json"
    small.write(path)
    assert openeom.open(path).digest == small.digest and openeom.open(str(path)) == small
    assert path.read_text(encoding="utf-8") == small.json()
    assert [each.name for each in tmp_path.iterdir()] == ["mission.json"]


def test_parse_takes_text_and_bytes(small):
    text = json.dumps(SMALL)
    for data in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        assert openeom.parse(data) == small


def test_a_name_beyond_ascii(small, tmp_path):
    path = tmp_path / "миссия 選挙.json"
    small.write(path)
    assert openeom.open(path) == small


def test_counts(small):
    assert small.counts["party"] == 2 and small.counts["parties"] == 2 and small.counts["candidacy"] == 0
    assert small.counts.total() == len(small) == 8
    assert {type: count for type, count in small.counts.items() if count}["registration_event"] == 2
    assert "party" in small.counts and "prty" not in small.counts
    with pytest.raises(KeyError, match="did you mean 'party'"):
        small.counts["prty"]


def test_every_register_is_a_method(kazakhstan):
    for plural, name in openeom._schema.whole().plurals.items():
        records = getattr(kazakhstan, plural)() if plural not in vars(openeom.Dossier) else kazakhstan.all(plural)
        assert len(records) == kazakhstan.counts[name] == sum(1 for _ in records), plural
        assert plural in dir(kazakhstan)


def test_filters(small):
    assert [event.id for event in small.registration_events(kind="deregistered")] == ["r2"]
    assert [event.id for event in small.registration_events(**{"due_process.hearing": "not_met"})] == ["r2"]
    assert [party.id for party in small.parties(country=None)] == ["b"]
    assert [one.id for one in small.candidate_lists(ballot_number=3, party=small.get("party", "a"))] == ["la"]
    assert [one.id for one in small.registration_events(decided=datetime.date(2027, 4, 1))] == ["r1"]
    assert [one.id for one in small.registration_events(decided=openeom.Date("2027-04-20/2027-04-21"))] == ["r2"]
    assert [one.id for one in small.elections(polling_stations=openeom.Quantity(412))] == ["e"]
    assert not small.parties(country="KZ")


def test_records_as_a_sequence(small):
    parties = small.parties()
    assert len(parties) == 2 and bool(parties) and parties[0].id == "a" and parties[-1].id == "b"
    assert [one.id for one in parties[0:1]] == ["a"] and list(parties.ids()) == ["a", "b"]
    assert [one.id for one in parties] == [one.id for one in parties]
    with pytest.raises(IndexError):
        parties[2]
    assert repr(small.parties(country="XN")) == '<1 parties where {"country": "XN"}>'


def test_get_and_find(small, kazakhstan):
    assert small.get("party", "a") == small.get("party:a") == small.get("parties", "a")
    assert small.find("party", "zz") is None and small.find("party:b").id == "b"
    with pytest.raises(openeom.Error) as failed:
        kazakhstan.get("finding", "candidates-deregisterd")
    assert failed.value.code == "not_found" and "did you mean 'candidates-deregistered'?" in str(failed.value)
    with pytest.raises(openeom.Error, match="write it type:id"):
        small.get("party")


def test_the_election(small, kazakhstan):
    assert small.election.id == "e" and small.election.dates[0] == datetime.date(2027, 5, 9)
    assert kazakhstan.election.dates[0] == datetime.date(2012, 1, 15) and kazakhstan.election.country == "KZ"
    assert openeom.edit().commit().election is None


def test_unknown_names_get_a_suggestion(small):
    with pytest.raises(AttributeError, match="did you mean 'parties'"):
        small.partys
    with pytest.raises(AttributeError, match="did you mean 'registration'"):
        small.registraton
    with pytest.raises(openeom.Error, match="did you mean 'candidacy'") as failed:
        small.all("candidancy")
    assert failed.value.code == "not_found"
    with pytest.raises(openeom.Error, match="did you mean 'country'"):
        small.parties(countri="XN")


def test_documentation_follows_from_the_schema(small):
    assert "due_process" in small.registration_events.__doc__ and "candidacy" in small.candidacies.__doc__
    assert "registration_events" in repr(small.registration_events)
    assert "percent" in openeom._records.classes().of("threshold").percent.__doc__


def test_threads_read_one_dossier(kazakhstan):
    expected, failures = [str(one) for one in kazakhstan.findings()], []

    def read():
        for _ in range(5):
            if [str(one) for one in kazakhstan.findings()] != expected or len(kazakhstan.digest) != 64:
                failures.append(1)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert expected and not failures


def test_copies(small):
    assert copy.copy(small) is small and copy.deepcopy(small) is small
    restored = pickle.loads(pickle.dumps(small))
    assert restored == small and restored is not small and hash(restored) == hash(small)
    for unpicklable in (small.check(), small.edit(), small.get("party:a")):
        with pytest.raises(TypeError, match="pickled"):
            pickle.dumps(unpicklable)


def test_records_outlive_the_name_of_their_dossier():
    records = iter(openeom.parse(json.dumps(SMALL)).parties())
    first = next(records)
    assert first.names[0].text == "Alpha" and next(records).id == "b"
    assert openeom.parse(json.dumps(SMALL)).candidate_lists()[0].party.record.id == "a"


def test_progress_is_told_and_may_stop(tmp_path):
    path = tmp_path / "long.json"
    path.write_text(
        '{"format": "openeom/1.0", "parties": [%s]}'
        % ",".join('{"id": "p%d", "names": [{"text": "Party"}]}' % i for i in range(60000))
    )
    told = []
    dossier = openeom.open(path, progress=lambda done, total, phase: told.append((done, total, phase)))
    assert len(dossier) == 60000 and told and all(done <= total for done, total, _ in told)
    with pytest.raises(openeom.Error) as stopped:
        openeom.open(path, progress=lambda done, total, phase: True)
    assert stopped.value.code == "cancelled"
    with pytest.raises(ZeroDivisionError):
        openeom.open(path, progress=lambda done, total, phase: 1 / 0)
    with pytest.raises(KeyboardInterrupt):
        openeom.open(path, progress=interrupted)
    with pytest.raises(openeom.Error):
        dossier.write(tmp_path / "stopped.json", progress=lambda done, total, phase: True)
    assert [each.name for each in tmp_path.iterdir()] == ["long.json"]


def interrupted(done, total, phase):
    raise KeyboardInterrupt


def test_limits(small):
    with pytest.raises(openeom.Error) as failed:
        openeom.parse(json.dumps(SMALL), limits={"bytes": 10})
    assert failed.value.code == "limit"
    with pytest.raises(openeom.Error, match="did you mean 'bytes'"):
        openeom.parse(json.dumps(SMALL), limits={"byte": 10})


def test_a_notebook_shows_the_contents(small):
    shown = small._repr_html_()
    assert next(iter(small.parties()))._repr_html_().startswith("<iframe srcdoc=")
    assert shown.startswith("<iframe srcdoc=") and "sandbox=" in shown and "<script" not in shown
    assert "registration_event" in shown


def test_the_readme_example(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    readme = (pathlib.Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    code = readme.split("```python\n", 1)[1].split("```", 1)[0]
    exec(compile(code, "README.md", "exec"), {})
    assert "candidacies" in capsys.readouterr().out
