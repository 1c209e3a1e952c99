"""pyarrow, pandas, polars and DuckDB read registers and results, and give them back.

What each shares with us, as the tests below hold it:

    pyarrow   every buffer
    polars    numbers; it converts texts and dictionaries to its own
    pandas    numbers with its Arrow types, else it copies; the bytes of texts
    DuckDB    nothing that leaves it: a result is its own
"""

import ctypes

import duckdb
import openeom
import pandas
import polars
import pyarrow
import pytest
from openeom import _abi

READERS = {
    "pyarrow": pyarrow.table,
    "pandas": pandas.DataFrame.from_arrow,
    "pandas, its Arrow types": lambda table: pyarrow.table(table).to_pandas(types_mapper=pandas.ArrowDtype),
    "polars": polars.DataFrame,
    "DuckDB": lambda given: duckdb.sql("from given"),
}


def filled(dossier):
    return [type for type, count in dossier.counts.items() if count]


def rows(frame):
    """What is in a frame of any of them."""
    return pyarrow.table(frame).to_pylist()


# ---- What is in a table is what is in the records ----


COMPARED = ("id", "text", "code", "reference", "any_reference", "integer", "boolean", "date", "instant", "decimal")


def told(member, cell):
    """A cell as the record has it."""
    if cell is None or member.value not in ("date", "instant", "decimal"):
        return cell
    if member.value == "decimal":
        return round(cell["value"], int(cell["places"]))
    return cell["utc"] if member.value == "instant" else cell["text"]


def held(member, value):
    if value is None or member.value not in ("date", "instant"):
        return value
    return value.moment if member.value == "instant" else str(value)


@pytest.mark.parametrize("reader", READERS)
def test_the_contents_are_those_of_the_records(dossier, reader):
    compared = 0
    for type in filled(dossier):
        found = rows(READERS[reader](dossier.table(type)))
        records = list(dossier.all(type))
        assert len(found) == len(records)
        for member in records[0]._type.members.values():
            if member.list or member.value not in COMPARED:
                continue
            for row, record in zip(found, records):
                value = held(member, record[member.name])
                assert told(member, row[member.name]) == value, (type, record.id, member.name)
                compared += value is not None
    assert compared > 1500


@pytest.mark.parametrize("reader", READERS)
def test_every_register_goes_round(dossier, reader):
    """Nested parts, lists, quantities and a partner's own members too: the same dossier comes of the frames."""
    edit = openeom.edit()
    for type in filled(dossier):
        assert edit.add_table(type, READERS[reader](dossier.table(type))) == dossier.counts[type]
    assert edit.commit().json() == dossier.json()


@pytest.mark.parametrize("reader", READERS)
def test_a_stream_is_read_as_its_table(kazakhstan, reader):
    stream = kazakhstan.stream("registration_event", columns=["id", "kind", "decided", "due_process.hearing"], text="plain")
    table = kazakhstan.table("registration_event", columns=["id", "kind", "decided", "due_process.hearing"])
    found = rows(READERS[reader](stream))
    assert found == rows(table) and found[0].keys() == {"id", "kind", "decided", "due_process.hearing"}


@pytest.mark.parametrize("reader", READERS)
def test_lists_of_results(kazakhstan, reader):
    for result, name in (
        (kazakhstan.registration(), "decisions"),
        (kazakhstan.indicators(), "indicators"),
        (kazakhstan.contents(), "registers"),
        (kazakhstan.check(), "issues"),
        (kazakhstan.sourcing(), None),
    ):
        table = result.table(name)
        found = rows(READERS[reader](table))
        assert found == rows(table) and len(found) == len(table) > 0
    decisions = kazakhstan.registration().decisions
    found = rows(READERS[reader](kazakhstan.registration().table("decisions")))
    assert [(row["title"], row["kind"], row["event"]) for row in found] == [(d.title, d.kind, d.event) for d in decisions]


def test_the_schema_alone(dossier):
    for type in filled(dossier):
        table = dossier.table(type)
        assert pyarrow.schema(table) == pyarrow.table(table).schema == pyarrow.schema(dossier.stream(type))
        polars.Schema(table)
        metadata = pyarrow.schema(table).metadata
        assert metadata[b"openeom.type"].decode() == type and metadata[b"openeom.schema_version"] == b"1.0"


# ---- Whose memory it is ----


def ours(array):
    """Addresses in an array as it leaves the library: buffers, children, dictionary."""
    found = [array.buffers[n] for n in range(array.n_buffers)]
    for n in range(array.n_children):
        found += ours(array.children[n].contents)
    return found + (ours(array.dictionary.contents) if array.dictionary else [])


def addresses(table):
    capsule = table.__arrow_c_stream__()
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)
    stream = _abi.ArrowArrayStream.from_address(pointer(capsule, b"arrow_array_stream"))
    found = set()
    while True:
        batch = _abi.ArrowArray()
        assert stream.get_next(ctypes.byref(stream), ctypes.byref(batch)) == 0
        if not batch.release:
            return found
        found.update(address for address in ours(batch) if address)
        batch.release(ctypes.byref(batch))


def theirs(array):
    """The same of an array of pyarrow."""
    if pyarrow.types.is_dictionary(array.type):
        return theirs(array.indices) + theirs(array.dictionary)
    if pyarrow.types.is_struct(array.type):
        mask = [b.address for b in array.buffers()[:1] if b]
        return mask + [each for n in range(array.type.num_fields) for each in theirs(array.field(n))]
    if pyarrow.types.is_list(array.type):
        return [b.address for b in array.buffers()[:2] if b] + theirs(array.values)
    return [b.address for b in array.buffers() if b and b.size]


def test_pyarrow_has_our_buffers_and_copies_nothing(dossier):
    before, shared = pyarrow.total_allocated_bytes(), 0
    for type in filled(dossier):
        table = dossier.table(type)
        known, read = addresses(table), pyarrow.table(table)
        found = [each for column in read.columns for chunk in column.chunks for each in theirs(chunk)]
        assert found and set(found) <= known, type
        shared += len(found)
    assert pyarrow.total_allocated_bytes() == before and shared > 1000


def test_what_polars_and_pandas_share(kazakhstan):
    table = kazakhstan.table("registration_event", columns=["id", "level", "kind"])
    known = addresses(table)
    frame = polars.DataFrame(table)
    assert set(theirs(frame["level"].to_arrow())) <= known and not set(theirs(frame["id"].to_arrow())) <= known
    frame = pandas.DataFrame.from_arrow(table)
    (chunk,) = frame["id"].array.__arrow_array__().chunks
    assert chunk.buffers()[2].address in known
    frame = READERS["pandas, its Arrow types"](table)
    (chunk,) = frame["level"].array.__arrow_array__().chunks
    assert set(theirs(chunk)) <= known


def test_duckdb_asks_in_sql(kazakhstan):
    events = kazakhstan.table("registration_event")
    found = duckdb.sql("select kind, count(*) from events group by kind order by kind").fetchall()
    expected = {}
    for event in kazakhstan.registration_events():
        expected[event.kind] = expected.get(event.kind, 0) + 1
    assert found == sorted(expected.items())
    known = addresses(events)
    assert not set(theirs(duckdb.sql("select level from events").to_arrow_table()["level"].chunk(0))) & known


@pytest.mark.parametrize("reader", READERS)
def test_frames_outlive_table_and_dossier(reader):
    dossier = openeom.open("example:norlandia-2027")
    expected, frame = rows(dossier.table("party")), READERS[reader](dossier.table("party"))
    dossier.close()
    del dossier
    assert rows(frame) == expected


# ---- Into a dossier ----


def test_a_dossier_is_written_from_a_pandas_frame(tmp_path):
    people = pandas.DataFrame(
        {
            "id": ["p1", "p2", "p3"],
            "names": ['[{"text": "Aida"}]', '[{"text": "Bek"}]', '[{"text": "Çelik"}]'],
        }
    )
    elections = pandas.DataFrame({"id": ["e"], "country": ["XN"], "dates": [["2027-05-09"]], "names": ['[{"text": "Storting"}]']})
    candidacies = pandas.DataFrame(
        {
            "id": ["c1", "c2", "c3"],
            "election": "e",
            "person": ["p1", "p2", "p3"],
            "position": pandas.array([1, None, 3], dtype="Int64"),
            "ballot_state": pandas.Categorical(["on_ballot", "not_on_ballot", "on_ballot"]),
        }
    )
    edit = openeom.edit()
    assert [edit.add_table(*each) for each in (("person", people), ("election", elections), ("candidacy", candidacies))] == [3, 1, 3]
    edit.commit().write(tmp_path / "mission.json")
    read = openeom.open(tmp_path / "mission.json")
    assert [(c.id, c.person.record.names[0].text, c.position, c.ballot_state) for c in read.candidacies()] == [
        ("c1", "Aida", 1, "on_ballot"),
        ("c2", "Bek", None, "not_on_ballot"),
        ("c3", "Çelik", 3, "on_ballot"),
    ]


def test_wrong_cells_of_a_frame_are_named(kazakhstan):
    frame = pandas.DataFrame({"id": ["c1", "c2"], "election": ["parliament-2012", None], "ballot_state": ["on_balot", "on_ballot"]})
    edit = kazakhstan.edit()
    with pytest.raises(openeom.Error) as caught:
        edit.add_table("candidacy", frame)
    assert {(each["record"], each["member"]) for each in caught.value.diagnostics} == {
        ("candidacy[0]", "ballot_state"),
        ("candidacy[1]", "election"),
    }
    assert edit.commit() == kazakhstan
