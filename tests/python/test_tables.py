"""Tables: the capsules, what is in them, and frames of others into edits. Other libraries read them in tests/frames."""

import csv
import ctypes
import gc
import io
import json
import subprocess
import sys
import threading

import openeom
import pytest
from openeom import _abi, _tables

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)


def struct_in(capsule, kind, name):
    return kind.from_address(_pointer(capsule, name))


def stream_in(capsule):
    return struct_in(capsule, _abi.ArrowArrayStream, b"arrow_array_stream")


def batches(capsule):
    """Lengths of the batches; whoever reads a stream keeps its capsule meanwhile."""
    stream, found = stream_in(capsule), []
    while True:
        batch = _abi.ArrowArray()
        assert stream.get_next(ctypes.byref(stream), ctypes.byref(batch)) == 0
        if not batch.release:
            return found
        found.append(batch.length)
        batch.release(ctypes.byref(batch))


def test_a_table_has_rows_and_columns(kazakhstan):
    table = kazakhstan.table("registration_event")
    assert len(table) == kazakhstan.counts["registration_event"] and table
    kind = next(column for column in table.columns if column.name == "kind")
    assert kind == ("kind", "code", None, "registration_kind")
    percent = next(column for column in kazakhstan.table("turnout").columns if column.name == "percent")
    assert (percent.kind, percent.unit) == ("decimal", "percent")
    assert repr(table).startswith(f"<table: {len(table)} rows of id, notes")
    assert "<th>subject</th>" in table._repr_html_()
    with pytest.raises(TypeError, match="not pickled"):
        table.__reduce__()


def test_the_stream_is_in_a_capsule_of_the_right_name(small):
    capsule = small.table("party").__arrow_c_stream__()
    assert type(capsule).__name__ == "PyCapsule" and '"arrow_array_stream"' in repr(capsule)
    assert batches(capsule) == [2]
    held = small.table("party").__arrow_c_schema__()
    schema = struct_in(held, _abi.ArrowSchema, b"arrow_schema")
    assert ctypes.string_at(schema.format) == b"+s" and ctypes.string_at(schema.children[0].contents.name) == b"id"


def test_a_table_shows_its_first_rows(kazakhstan, small):
    count = kazakhstan.counts["registration_event"]
    first, head, *lines, last = str(kazakhstan.table("registration_event")).splitlines()
    assert first.startswith(f"{count} rows of ") and last == f"... {count - 10} more rows" and len(lines) == 10
    assert head.split()[:2] == ["id", "notes"] and lines[0].startswith(kazakhstan.registration_events()[0].id)
    assert max(map(len, [head, *lines])) <= 120
    assert str(small.table("party", columns=["id", "country"])) == "2 rows of 2 columns\nid  country\na   XN\nb"
    assert small.table("party", columns=["id", "country"])._repr_html_().endswith("<tr><td>a</td><td>XN</td></tr><tr><td>b</td><td></td></tr></table>")
    assert str(small.table("party", filter={"id": "zz"})) == f"0 rows of {len(small.table('party').columns)} columns\n"


def test_columns_filter_and_text_are_chosen(kazakhstan):
    table = kazakhstan.table(
        "registration_events", columns=["id", "due_process.hearing"], filter={"kind": "deregistered"}, text="plain"
    )
    assert [column.name for column in table.columns] == ["id", "due_process.hearing"]
    assert len(table) == len(kazakhstan.registration_events(kind="deregistered"))
    with pytest.raises(openeom.Error, match="did you mean 'candidacy'"):
        kazakhstan.table("candidancy")
    with pytest.raises(openeom.Error, match="did you mean 'country'"):
        kazakhstan.table("party", columns=["cuntry"])


def test_a_stream_begins_anew_for_each_consumer(kazakhstan):
    stream = kazakhstan.stream("party", columns=["id"])
    count = kazakhstan.counts["party"]
    assert [batches(stream.__arrow_c_stream__()) for _ in range(2)] == [[count], [count]]
    held = stream.__arrow_c_schema__()
    assert struct_in(held, _abi.ArrowSchema, b"arrow_schema").n_children == 1


def test_what_nobody_consumed_is_released(small):
    table = small.table("party")
    kept = table.__arrow_c_stream__()
    struct = stream_in(kept)
    table.__arrow_c_schema__()
    assert struct.release  # somebody has the capsule
    lent = len(_tables._lent)
    del kept
    table.__arrow_c_schema__()
    assert len(_tables._lent) <= lent
    taken = table.__arrow_c_stream__()
    moved = stream_in(taken)
    moved.release(ctypes.byref(moved))  # as a consumer does
    assert not moved.release
    del taken, table
    gc.collect()
    assert not [each for each in _tables._lent if sys.getrefcount(each.capsule) <= 2]


def test_capsules_outlive_table_and_dossier():
    dossier = openeom.open("example:norlandia-2027")
    capsule, count = dossier.table("party").__arrow_c_stream__(), dossier.counts["party"]
    lazily = dossier.stream("party").__arrow_c_stream__()
    del dossier
    gc.collect()
    assert batches(capsule) == batches(lazily) == [count]


def test_csv(small):
    rows = list(csv.DictReader(io.StringIO(small.table("party").csv(audience="internal"))))
    assert [(row["id"], row["country"], row["audience"]) for row in rows] == [("a", "XN", "internal"), ("b", "", "internal")]
    edit = openeom.edit()
    edit.add("poll", "p", pollster="=1+1")
    table = edit.commit().table("poll", columns=["pollster"])
    assert table.csv() == "pollster\r\n'=1+1\r\n" and table.csv("verbatim") == "pollster\r\n=1+1\r\n"


def test_a_list_of_a_result_is_a_table(kazakhstan):
    review = kazakhstan.registration()
    assert len(review.table("decisions")) == len(review.decisions)
    assert len(review.table()) >= len(review.decisions)
    with pytest.raises(openeom.Error, match="did you mean 'decisions'"):
        review.table("decison")


class Streamed:
    """A frame of somebody else: the same capsule, from another object."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__()


class Single:
    """A record batch of somebody else: schema and array in capsules of their own."""

    def __init__(self, table):
        capsule = table.__arrow_c_stream__()
        self.schema, self.array = _abi.ArrowSchema(), _abi.ArrowArray()
        stream = stream_in(capsule)
        assert stream.get_schema(ctypes.byref(stream), ctypes.byref(self.schema)) == 0
        assert stream.get_next(ctypes.byref(stream), ctypes.byref(self.array)) == 0

    def __arrow_c_array__(self, requested_schema=None):
        names = [ctypes.create_string_buffer(name) for name in (b"arrow_schema", b"arrow_array")]
        self.names = names
        return tuple(_tables._new(ctypes.addressof(each), ctypes.addressof(name), None)
                     for each, name in zip((self.schema, self.array), names))


@pytest.mark.parametrize("frame", [lambda table: table, Streamed, Single])
def test_frames_become_records(kazakhstan, frame):
    edit = kazakhstan.edit()
    for type in ("party", "registration_event", "turnout"):
        table = kazakhstan.table(type)
        assert edit.add_table(type, frame(table)) == len(table)
    assert edit.commit() == kazakhstan


def test_what_gives_no_arrow_is_refused_by_name(small):
    with pytest.raises(TypeError, match="a list gives no Arrow stream"):
        small.edit().add_table("party", [{"id": "a"}])


def test_every_wrong_cell_is_told_and_nothing_changed(small):
    edit = small.edit()
    with pytest.raises(openeom.Error) as caught:
        edit.add_table("turnout", small.table("party", columns=["id"]))
    assert [(each["record"], each["member"]) for each in caught.value.diagnostics] == [
        ("turnout[0]", "election"),
        ("turnout[1]", "election"),
    ]
    assert edit.commit() == small
    with pytest.raises(openeom.Error, match="more rows than 1"):
        edit.add_table("party", Streamed(small.table("party")), limits={"records": 1})


def test_an_edit_knows_what_a_table_added(small):
    table = small.table("party")
    edit = openeom.edit()
    edit.add_table("party", table)
    with pytest.raises(openeom.Error) as caught:
        edit.add("party", "a", names=[{"text": "Another"}])
    assert caught.value.code == "conflict"
    edit.change("party", "a", country="XK")
    assert edit.commit().get("party", "a").country == "XK" and edit.commit().get("party", "a").names
    edit.put("party", {"id": "a", "names": [{"text": "Another"}]})
    edit.change("party", "a", country="KZ")
    edit.remove("party", "b")
    assert [(party.id, party.country) for party in edit.commit().parties()] == [("a", "KZ")]
    edit.add_table("party", table)
    assert edit.commit().get("party", "a").country == "XN"
    edit.change("party", "a", country=None)
    assert edit.commit().get("party", "a").country is None


def test_progress_stops_the_work(kazakhstan):
    phases = []

    def stop(done, total, phase):
        phases.append(phase)
        return True

    table = kazakhstan.table("party")
    for call in (
        lambda: kazakhstan.table("party", progress=stop),
        lambda: table.csv(progress=stop),
        lambda: openeom.edit().add_table("party", table, progress=stop),
    ):
        with pytest.raises(openeom.Error) as caught:
            call()
        assert caught.value.code == "cancelled"
    assert phases == ["table", "csv", "rows"]


def test_tables_are_read_by_many_threads(kazakhstan):
    table, found = kazakhstan.table("registration_event"), []

    def read():
        for _ in range(20):
            found.append((len(table), tuple(batches(table.__arrow_c_stream__()))))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {(len(table), (len(table),))} and len(found) == 160


def test_capsules_alive_at_the_end_of_the_interpreter_are_no_crash():
    code = """
import openeom
d = openeom.open("example:norlandia-2027")
keep = [d.table("party").__arrow_c_stream__(), d.table("party").__arrow_c_schema__(), d.stream("party").__arrow_c_stream__()]
keep.append(keep)
print("done")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_json_schema():
    assert openeom.json_schema()["properties"]["parties"]["items"] == {"$ref": "#/$defs/party"}
    assert openeom.json_schema("party")["$defs"]["party"]["required"] == ["id", "names"]
    assert json.dumps(openeom.json_schema("name"))
    with pytest.raises(openeom.Error, match="candidacy"):
        openeom.json_schema("candidancy")
