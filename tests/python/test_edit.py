"""Edits: what they add, replace, change and remove; ids; commits."""

import datetime
import threading
from decimal import Decimal

import openeom
import pytest
from openeom import Date, Quantity


def test_add_and_commit(small):
    with small.edit() as edit:
        first = edit.add(
            "incident", type="ballot_box_stuffing", phase="voting", asserted_by="mission", basis="observed"
        )
        second = edit.add("incident", type="intimidation")
    changed = edit.commit()
    assert (first, second) == ("incident-1", "incident-2")
    assert changed.get("incident", first).phase == "voting" and changed.counts["incident"] == 2
    assert small.counts["incident"] == 0 and changed.digest != small.digest


def test_the_same_changes_give_the_same_dossier(small):
    digests = set()
    for _ in range(2):
        edit = small.edit()
        edit.add("incident", type="intimidation", phase="counting")
        digests.add(edit.commit().digest)
    assert len(digests) == 1


NAMES = [{"text": "Gamma"}]


def test_ids_are_not_used_twice(small):
    edit = small.edit()
    assert edit.add("party", id="party-7", names=NAMES) == "party-7"
    assert edit.add("party", names=NAMES) == "party-8"
    edit.remove("party", "party-8")
    assert edit.add("party", names=NAMES) == "party-9"
    edit.put("party", {"id": "party-20", "names": NAMES})
    assert edit.add("party", names=NAMES) == "party-21"
    assert edit.commit().edit().add("party", names=NAMES) == "party-22"


def test_an_id_that_is_there_is_a_conflict(small):
    edit = small.edit()
    with pytest.raises(openeom.Error) as failed:
        edit.add("party", id="a", names=NAMES)
    assert failed.value.code == "conflict" and "put()" in failed.value.hint
    edit.remove("party", "b")
    assert edit.add("party", id="b", names=NAMES) == "b"


def test_values_are_written_as_their_members_want_them(small):
    edit = small.edit()
    edit.add(
        "registration_event",
        id="new",
        subject=small.get("candidate_list:la"),
        kind="refused",
        decided=datetime.date(2027, 4, 2),
        published=Date("2027-04"),
        subjects=18,
        parties=[small.get("party:a"), "b"],
        due_process={"hearing": "met"},
        body=None,
    )
    edit.add("result", id="new", election=small.election, percent=Decimal("33.30"))
    edit.add("candidacy", id="new", election="e", independent=True)
    event = edit.commit().get("registration_event:new")
    assert (
        event.subject == "candidate_list:la"
        and event.decided == datetime.date(2027, 4, 2)
        and event.published.precision == "month"
    )
    assert event.subjects == Quantity(18) and event.parties == ["a", "b"] and event.due_process.hearing == "met"
    assert "body" not in event
    assert str(edit.commit().get("result:new").percent) == "33.30"
    assert edit.commit().get("candidacy:new").independent == "yes"


def test_floats_are_refused(small):
    with pytest.raises(TypeError, match="digits"):
        small.edit().add("result", election="e", percent=33.3)


def test_what_is_wrong_changes_nothing(small):
    edit = small.edit()
    with pytest.raises(openeom.Error, match="did you mean 'names'") as failed:
        edit.add("party", id="c", nams=[])
    assert failed.value.code == "data"
    with pytest.raises(openeom.Error, match="did you mean 'party'"):
        edit.add("prty")
    with pytest.raises(openeom.Error, match="deregistered"):
        edit.add("registration_event", id="c", subject="party:a", kind="deregisterd")
    assert edit.commit() == small


def test_put_replace_change_remove(small):
    edit = small.edit()
    edit.put("party", small.get("party:a"))
    assert edit.commit() == small
    edit.change("party", "a", country="KZ", names=NAMES)
    edit.change("party", "a", founded=Date("2001"))
    edit.change("party", "a", country=None)
    changed = edit.commit().get("party:a")
    assert (
        changed.country is None
        and changed.names[0].text == "Gamma"
        and changed["x-colour"] == "red"
        and str(changed.founded) == "2001"
    )
    edit.replace("party", {"id": "a", "names": NAMES})
    assert edit.commit().get("party:a").to_dict() == {"id": "a", "names": NAMES}
    edit.remove("party", "b")
    assert edit.commit().counts["party"] == 1
    for wrong in (
        lambda: edit.replace("party", {"id": "zz"}),
        lambda: edit.change("party", "zz", country="KZ"),
        lambda: edit.remove("party", "b"),
    ):
        with pytest.raises(openeom.Error) as failed:
            wrong()
        assert failed.value.code == "not_found"
    with pytest.raises(openeom.Error, match="has an 'id'"):
        edit.put("party", {"country": "KZ"})


def test_an_incoherent_edit_is_checked_but_not_committed(small):
    edit = small.edit()
    edit.remove("party", "a")
    with pytest.raises(openeom.Error) as failed:
        edit.commit()
    assert failed.value.code == "data" and "candidate_list:la" in str(failed.value)
    assert [each["record"] for each in failed.value.diagnostics] == ["candidate_list:la"]
    assert edit.check().errors > 0
    edit.put("party", small.get("party:a"))
    assert edit.commit() == small


def test_an_exception_in_the_block_commits_nothing_and_leaves_the_edit(small):
    with pytest.raises(ZeroDivisionError):
        with small.edit() as edit:
            edit.add("incident", type="intimidation")
            1 / 0
    assert small.counts["incident"] == 0 and edit.commit().counts["incident"] == 1


def test_an_edit_begins_empty():
    edit = openeom.edit()
    edit.add("election", id="e", country="XN", dates=["2027-05-09"])
    assert edit.commit().election.country == "XN"


def test_threads_share_an_edit(small):
    edit, ids = small.edit(), []

    def add():
        for _ in range(50):
            ids.append(edit.add("incident", type="intimidation"))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(ids)) == 200 and edit.commit().counts["incident"] == 200


def test_change_sets_merge_in_any_order_or_are_told(small):
    def edited(**members):
        with small.edit() as edit:
            edit.change("party", "a", **members)
        return edit.commit()

    name = small.diff(edited(names=[{"text": "Alfa"}]))
    country = small.diff(edited(country="XK"))
    assert [str(change.record) for change in name.records] == ["party:a"]
    one, other = small.merge(name, country.json()), small.merge(country, name)
    assert one.dossier == other.dossier and one.dossier.get("party", "a").country == "XK"
    assert one.summary.change_sets == 2 and not one.summary.conflicts
    clash = small.merge(name, small.diff(edited(names=[{"text": "Alva"}])))
    assert clash.dossier is None
    assert clash.summary.conflicts[0].member == "names" and len(clash.summary.conflicts[0].proposed) == 2
    assert small.merge().dossier == small
    with pytest.raises(openeom.Error, match="format"):
        small.merge("{}")


def test_an_upsert_says_what_it_did(small):
    with small.edit() as edit:
        added = edit.upsert("party", "vote-monitor", "17", names=[{"text": "Gamma"}], country="XN")
        assert added.outcome == "added" and added.id.startswith("vote-monitor-")
        assert edit.upsert("party", "vote-monitor", "17", country="XN") == ("unchanged", added.id)
        assert edit.upsert("party", "vote-monitor", "17", country=None).outcome == "changed"
        edit.change("party", added.id, notes=["seen"])
    party = edit.commit().get("party", added.id)
    assert party.country is None and party.names[0].text == "Gamma" and list(party.notes) == ["seen"]
    assert (party.external_identifiers[0].system, party.external_identifiers[0].id) == ("vote-monitor", "17")
    edit.put("party", {**party.to_dict(), "id": "twin"})
    with pytest.raises(openeom.Error, match="twin") as caught:
        edit.upsert("party", "vote-monitor", "17", country="XK")
    assert caught.value.code == "conflict" and added.id in caught.value.message


def test_an_erasure_leaves_a_tombstone_and_no_words(small):
    edit = small.edit()
    edit.upsert("person", "kobo", "1", id="p", names=[{"text": "Ivo Zqquist"}])
    edit.add("incident", id="told", type="intimidation", notes=["said Ivo Zqquist"])
    how = {"authority": "head of mission", "ground": "objection", "erased": "2026-12-01T10:00:00Z"}
    with pytest.raises(openeom.Error) as caught:
        edit.erase("person", "p", **how)
    assert [(each["record"], each["member"]) for each in caught.value.diagnostics] == [("incident:told", "notes")]
    edit.change("incident", "told", notes=None)
    with_person = edit.commit()
    erased = edit.erase("person", "p", **how)
    assert [str(each) for each in erased.records] == ["person:p"] and not erased.mentions
    dossier = edit.commit()
    assert "zqquist" not in dossier.json().lower() and "zqquist" not in with_person.diff(dossier).json().lower()
    assert dossier.get("erasure", "person.p").authority == "head of mission"
    with pytest.raises(openeom.Error, match="was erased on 2026-12-01"):
        dossier.get("person", "p")
    with pytest.raises(openeom.Error, match="not used again"):
        edit.add("person", id="p", names=[{"text": "Another"}])
    late = with_person.edit()
    late.change("person", "p", country="XN")
    merged = dossier.merge(with_person.diff(late.commit()))
    assert merged.dossier == dossier and [str(each) for each in merged.summary.of_erased] == ["person:p"]
