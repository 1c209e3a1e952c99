"""What is dropped, closed, forked, shared and left over at the end: never a crash, and each free exactly once."""

import collections
import gc
import itertools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import openeom
import pytest
from conftest import SMALL
from openeom import _ffi, _handles
from test_tables import batches


class Counted:
    """How many handles there were and are, by the function that frees them."""

    def __init__(self):
        self.made, self.freed = collections.Counter(), collections.Counter()

    def left(self):
        gc.collect()
        return self.made - self.freed


@pytest.fixture
def handles(monkeypatch):
    counted, make = Counted(), _handles.Handle.__init__
    gc.collect()

    def made(self, value, function):
        def free(handle):
            counted.freed[function.__name__] += 1
            function(handle)

        counted.made[function.__name__] += 1
        make(self, value, free)

    monkeypatch.setattr(_handles.Handle, "__init__", made)
    return counted


def opened():
    return openeom.parse(json.dumps(SMALL), "small")


def made():
    """One of each: whatever has a handle, or was made of one."""
    dossier = opened()
    records = iter(dossier.parties())
    next(records)
    table, result, edit = dossier.table("party"), dossier.registration(), dossier.edit()
    edit.add_table("party", table)
    streams = [table.__arrow_c_stream__(), table.__arrow_c_schema__(), dossier.stream("party").__arrow_c_stream__()]
    return {"dossier": dossier, "cursor": records, "table": table, "stream": streams, "result": result, "edit": edit}


NAMES = ("dossier", "cursor", "table", "stream", "result", "edit")
USES = {
    "dossier": lambda dossier: dossier.json(),
    "cursor": lambda records: next(records).id,
    "table": lambda table: (len(table), table.csv()),
    "stream": lambda streams: [batches(each) for each in streams[::2]],
    "result": lambda result: (result.json(), result.decisions[0].days_before_vote, result.table("decisions").csv()),
    "edit": lambda edit: edit.commit().json(),
}


@pytest.mark.parametrize("first", NAMES)
def test_dropped_in_every_order(handles, first):
    """The last one works when all others are gone, and nothing is left over, nor freed twice."""
    orders = [order for order in itertools.permutations(NAMES) if order[0] == first]
    for order in orders:
        held = made()
        for name in order[:-1]:
            del held[name]
        assert USES[order[-1]](held.pop(order[-1]))
    assert len(orders) == 120 and not handles.left() and handles.made == handles.freed
    assert set(handles.made) == {f"eom_{each}" for each in
                                 ("dossier_release", "cursor_destroy", "table_destroy", "result_destroy", "edit_destroy")}


@pytest.mark.parametrize("first, second", list(itertools.permutations(NAMES, 2)))
def test_used_after_another_was_dropped(first, second):
    held = made()
    del held[first]
    gc.collect()
    assert USES[second](held[second])


def test_cycles_are_collected(handles):
    for _ in range(20):
        held = made()
        held["itself"] = held
        held["result"].decisions
        del held
    assert handles.made["eom_result_destroy"] == 20 and not handles.left()


CLOSED = {
    "dossier": [
        lambda d: d.counts["party"],
        lambda d: d.parties(),
        lambda d: d.get("party", "x"),
        lambda d: d.find("party", "x"),
        lambda d: d.election,
        lambda d: d.digest,
        lambda d: d.json(),
        lambda d: d.write("/nonexistent/x.json"),
        lambda d: d.edit(),
        lambda d: d.diff(d),
        lambda d: d.merge(),
        lambda d: d.check(),
        lambda d: d.registration(),
        lambda d: d.trace("party:x"),
        lambda d: d.document("statement"),
        lambda d: d.suggest("statement"),
        lambda d: d.table("party"),
        lambda d: d.stream("party").__arrow_c_stream__(),
        lambda d: d._repr_html_(),
        lambda d: d == d,
        lambda d: hash(d),
        lambda d: len(d),
        lambda d: d.__reduce__(),
    ],
    "edit": [
        lambda e: e.add("party", "x"),
        lambda e: e.put("party", {"id": "x"}),
        lambda e: e.remove("party", "x"),
        lambda e: e.add_table("party", opened().table("party")),
        lambda e: e.check(),
        lambda e: e.commit(),
    ],
    "result": [
        lambda r: r.name,
        lambda r: r.json(),
        lambda r: r.to_dict(),
        lambda r: r.text(),
        lambda r: r.markdown(),
        lambda r: r.html(),
        lambda r: r.csv(),
        lambda r: r.table(),
        lambda r: r.decisions,
        lambda r: r["head"],
        lambda r: str(r),
        lambda r: r._repr_html_(),
        lambda r: r.write("/nonexistent/x.json", audience="internal"),
    ],
    "table": [
        lambda t: len(t),
        lambda t: t.columns,
        lambda t: t.csv(),
        lambda t: t._repr_html_(),
        lambda t: t.__arrow_c_stream__(),
        lambda t: t.__arrow_c_schema__(),
        lambda t: openeom.edit().add_table("party", t),
    ],
}


@pytest.mark.parametrize("kind, number", [(kind, n) for kind, uses in CLOSED.items() for n in range(len(uses))])
def test_use_after_close_is_refused(kind, number):
    closed = made()[kind]
    closed.close()
    assert closed.closed and repr(closed) == f"<{kind}, closed>" and bool(closed)
    with pytest.raises(ValueError, match=f"the {kind} is closed"):
        CLOSED[kind][number](closed)
    closed.close()  # again, which is nothing


def test_what_was_made_outlives_a_close():
    held = made()
    event = held["dossier"].registration_events()[0]
    held["dossier"].close()
    for name in ("cursor", "table", "stream", "result", "edit"):
        assert USES[name](held[name])
    assert event.kind == "registered"
    with pytest.raises(ValueError, match="the dossier is closed"):
        event.subject.record


def test_a_with_block_closes(handles):
    with opened() as dossier, dossier.registration() as review, dossier.table("party") as table:
        assert review.decisions and len(table)
    assert dossier.closed and review.closed and table.closed
    assert handles.made["eom_dossier_release"] == 1 and not handles.left()


def test_a_close_takes_nothing_from_a_call_under_way(handles):
    """The dossier is closed while the call that uses it reports its progress, as another thread may do."""
    dossier, left = openeom.open("example:kazakhstan-2012"), []

    def close_it(done, total, phase):
        dossier.close()
        left.append(handles.left()["eom_dossier_release"])

    assert dossier.analyze("registration", progress=close_it).decisions
    assert left and set(left) == {1} and dossier.closed and not handles.left()


# ---- Forks ----


def all_of_it(dossier):
    """A bit of everything, as a worker would do it."""
    edit = dossier.edit()
    edit.add("incident", type="other", phase="voting", asserted_by="mission", basis="observed")
    return (
        dossier.digest,
        len(dossier.registration().decisions),
        dossier.document("statement").html(),
        dossier.table("registration_event").csv(),
        edit.commit().counts["incident"],
        openeom.open("example:norlandia-2027").digest,
    )


def in_child(work):
    """Runs in a forked child; gives its exit status, and its death by a signal or an alarm."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        status = 1
        try:
            status = 0 if work() else 2
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def test_fork(kazakhstan):
    expected = all_of_it(kazakhstan)
    assert in_child(lambda: all_of_it(kazakhstan) == expected) == 0
    assert all_of_it(kazakhstan) == expected


def test_a_child_frees_what_it_inherited():
    held = made()

    def drop():
        while held:
            held.popitem()
        gc.collect()
        return openeom.open("example:norlandia-2027").digest

    assert in_child(drop) == 0
    assert all(USES[name](value) for name, value in held.items())


def test_fork_while_threads_are_inside(kazakhstan):
    """Short of a lock that a thread held, which is why the package has none that a child could need."""
    expected, stop = len(kazakhstan.registration().decisions), threading.Event()

    def work():
        while not stop.is_set():
            kazakhstan.registration()
            kazakhstan.table("party").__arrow_c_stream__()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(10):
            assert in_child(lambda: len(kazakhstan.registration().decisions) == expected) == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def decisions(dossier):
    return dossier.digest, len(dossier.registration().decisions)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_multiprocessing(kazakhstan, method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        found = pool.map(decisions, [kazakhstan] * 4)
    assert found == [decisions(kazakhstan)] * 4


# ---- Threads ----


def test_eight_threads_share_a_dossier(kazakhstan):
    expected, found, failed = all_of_it(kazakhstan), [], []

    def work():
        try:
            for _ in range(3):
                found.append(all_of_it(kazakhstan))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and len(found) == 24 and all(each == expected for each in found)


def many_parties(count):
    parties = [{"id": f"p{n}", "names": [{"text": f"Party {n}", "language": "en"}]} for n in range(count)]
    return json.dumps({"format": "openeom/1.0", "parties": parties}).encode()


def test_another_thread_gets_on_during_a_call():
    """Ticks of this thread that fall into the middle of one call of the other. Were the lock held, there would be no more
    than the call's reports of its progress, ten a second."""
    text, call, ticks = many_parties(100_000), [], []

    def parse():
        begun = time.monotonic()
        openeom.parse(text)
        call.extend((begun, time.monotonic()))

    thread = threading.Thread(target=parse)
    thread.start()
    while thread.is_alive():
        ticks.append(time.monotonic())
        time.sleep(0.001)
    thread.join()
    begun, ended = call
    seconds = ended - begun
    middle = [tick for tick in ticks if begun + 0.2 * seconds < tick < ended - 0.2 * seconds]
    assert len(middle) >= 40 * seconds, seconds


# ---- The end of the interpreter ----


def python(code, *arguments):
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=120)


LEFT = {
    "live objects": "keep = [d, d.registration(), d.edit(), iter(d.parties()), d.table('party').__arrow_c_stream__()]; next(keep[3])",
    "a cycle": "keep = [d, d.registration().decisions, d.table('party')]; keep.append(keep)",
    "objects in a module": "import json; json.kept = [d, d.check(), d.edit()]",
    "sys.exit": "d.table('party'); sys.exit(0)",
    "at exit": "import atexit; atexit.register(lambda: (d.registration().decisions, d.table('party').csv()))",
    "threads in short calls": "start(lambda: (d.counts['party'], list(d.parties().ids())))",
    "threads in analyses": "start(lambda: d.registration())",
    "threads in documents": "start(lambda: d.document('statement').html())",
    "threads with progress": "start(lambda: d.analyze('registration', progress=lambda *_: False))",
    "threads that open": "start(lambda: openeom.open('example:kazakhstan-2012'))",
    "threads that parse": "text = d.json(); start(lambda: openeom.parse(text))",
    "a thread that is waited for": "t = threading.Thread(target=lambda: [d.registration() for _ in range(20)]); t.start()",
    "threads and at exit": "import atexit; atexit.register(d.check); start(d.check)",
}
START = """
import sys, threading, time, openeom
d = openeom.open("example:kazakhstan-2012")
def start(work):
    def repeat():
        while True:
            work()
    for _ in range(3):
        threading.Thread(target=repeat, daemon=True).start()
    time.sleep(0.2)
"""


@pytest.mark.parametrize("left", LEFT)
def test_the_end_with_something_left(left):
    done = python(START + LEFT[left])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_exit_in_a_progress_callback():
    done = python(START + "d.analyze('registration', progress=lambda *_: sys.exit(7))")
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


def test_subinterpreters():
    done = python(
        """
try:
    import _xxsubinterpreters as interpreters
except ImportError:
    import _interpreters as interpreters
code = "import openeom; d = openeom.open('example:norlandia-2027'); keep = [d.registration(), d.table('party')]; len(keep[1])"
exec(code)
for _ in range(3):
    made = interpreters.create()
    interpreters.run_string(made, code)
    interpreters.destroy(made)
exec(code)
"""
    )
    if "No module named" in done.stderr:
        pytest.skip("this Python has no subinterpreters")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_library_is_loaded_once():
    assert _ffi.functions() is _ffi.functions()
