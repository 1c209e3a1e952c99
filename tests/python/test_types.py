"""The package says that it is typed, and what was generated agrees with what the library says at run time."""

import ast
import inspect
import pathlib
import subprocess
import sys
import typing

import openeom
import pytest
from openeom import Date, Reference, _records, _schema, types

PACKAGE = pathlib.Path(openeom.__file__).parent


def classes_of(file):
    parsed = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    return {node.name: node for node in parsed.body if isinstance(node, ast.ClassDef)}


TYPES, MEMBERS = classes_of("types.py"), classes_of("_members.pyi")["Members"]


def annotations(name):
    declared = (node for node in TYPES[name].body if isinstance(node, ast.AnnAssign))
    return {node.target.id: ast.unparse(node.annotation) for node in declared}


def test_marker():
    assert (PACKAGE / "py.typed").exists()


def test_every_type_is_a_class_with_its_members():
    for described in _schema.whole().types.values():
        assert set(annotations(_records.class_name(described.name))) == set(described.members), described.name


def test_registers_and_analyses_are_methods(small):
    stubbed = {node.name for node in MEMBERS.body if isinstance(node, ast.FunctionDef)}
    expected = {*_schema.whole().plurals, *openeom.analyses()} - set(vars(openeom.Dossier))
    assert stubbed == expected and all(callable(getattr(small, name)) for name in stubbed)


def test_types_follow_the_schema():
    members = annotations("RegistrationEvent")
    assert members["decided"] == "Optional[_values.Date]"
    assert members["kind"] == "RegistrationKind"
    assert members["due_process"] == "DueProcess"
    assert members["grounds"] == "List[str]"
    assert members["subject"] == "_records.Reference"
    codes = {_records.class_name(name): codes for name, codes in _schema.whole().codes.items()}
    for name, listed in codes.items():
        assert list(typing.get_args(getattr(types, name))) == list(listed), name


def test_what_is_read_is_of_the_generated_classes(small):
    event = small.get("registration_event:r2")
    assert type(event) is types.RegistrationEvent and type(event.due_process) is types.DueProcess
    assert isinstance(small.election, types.Election) and type(small.parties()[0].names[0]) is types.Name
    assert type(openeom.open("example:kazakhstan-2012").suggest("statement").suggestions[0]) is types.Suggestion


def test_annotations_can_be_looked_up():
    hints = typing.get_type_hints(types.RegistrationEvent)
    assert hints["decided"] == typing.Optional[Date] and hints["due_process"] is types.DueProcess
    assert hints["kind"] == types.RegistrationKind


def test_type_checkers_find_members_alone():
    assert set(typing.get_type_hints(types.DueProcess)) == set(_schema.whole().types["due_process"].members)


def test_members_are_documented():
    assert types.RegistrationEvent.decided.__doc__ == "when decided (date)"
    assert inspect.getdoc(types.DueProcess.hearing) == types.DueProcess.hearing.__doc__ != ""
    assert types.RegistrationEvent.__doc__.startswith("One step in the registration")


def test_records_are_made_and_put():
    party = types.Party(id="greens", names=[types.Name(text="Green Party", language="en")], founded=Date("2004"))
    assert party.names[0].text == "Green Party" and party.founded == Date("2004") and party.country is None
    assert str(party) == "party:greens" and party.abbreviations == [] and party.evidence == []
    edit = openeom.edit()
    assert edit.put("party", party) == "greens"
    assert edit.commit().parties()[0] == party
    event = types.RegistrationEvent(
        id="e", subject=Reference("party:greens"), kind="registered", due_process=types.DueProcess(hearing="met")
    )
    assert event.due_process.hearing == "met" and event.due_process.notice == "unknown"
    edit.put("registration_event", event)
    assert edit.commit().registration_events()[0].subject.record == party


def test_what_cannot_be_made():
    with pytest.raises(TypeError, match="party has no member 'nmes'.*did you mean 'names'"):
        types.Party(id="a", nmes=[])
    with pytest.raises(TypeError, match="openeom.types"):
        openeom.Record(id="a")
    with pytest.raises(AttributeError):
        types.Party(id="a").id = "b"


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


NEWER = """
import openeom
from openeom import _schema, types
described = _schema.result_json(openeom._errors.handle("eom_schema", None, 0))
new = {"type": "party", "name": "motto", "value": "text", "list": "no", "required": "no", "meaning": "what it says"}
part = [{"type": "lighthouse", "name": name, "value": value, "of": of, "list": "no", "required": "no"}
        for name, value, of in (("id", "id", ""), ("keeper", "reference", "party"))]
described["types"].append({"name": "lighthouse", "plural": "lighthouses", "meaning": "a light"})
described["members"] += [new, *part]
described["members"] = [m for m in described["members"] if (m["type"], m["name"]) != ("party", "founded")]
described["code_lists"][0]["codes"].append("lunar")
_schema._whole[""] = _schema.Schema(described)
"""


def test_a_library_that_knows_more_or_less():
    """What the library describes is what there is, whatever the classes were written from."""
    done = python(
        NEWER
        + """
party = openeom._records.classes().of("party")._read({"id": "a", "motto": "bread", "founded": "2004"})
assert type(party) is types.Party and party.motto == "bread" and "motto" in dir(party), party
assert types.Party.motto.__doc__ == "what it says (text)", types.Party.motto.__doc__
light = openeom._records.classes().of("lighthouse")._read({"id": "n", "keeper": "a"})
assert isinstance(light, openeom.Record) and light.keeper.type == "party" and str(light) == "lighthouse:n"
assert types.Party(id="a", motto="bread").motto == "bread"
print(hasattr(party, "founded"), party["founded"])
"""
    )
    assert (done.stdout, done.stderr) == ("False 2004\n", "")


def test_everything_public_is_documented():
    undocumented = []
    for name in openeom.__all__:
        thing = getattr(openeom, name)
        assert thing.__doc__, name
        for member, value in inspect.getmembers(thing) if inspect.isclass(thing) else ():
            if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                undocumented += [] if inspect.getdoc(value) else [f"{name}.{member}"]
    assert undocumented == []


def test_results_are_of_the_generated_classes(kazakhstan):
    """Members and parts of each, as the library describes them."""
    results = [
        *(kazakhstan.analyze(name, **OPTIONS.get(name, {})) for name in openeom.analyses()),
        kazakhstan.check(),
        kazakhstan.document("statement"),
        kazakhstan.suggest("statement"),
        kazakhstan.diff(kazakhstan),
        kazakhstan.merge().summary,
        openeom.schema(),
    ]
    written = openeom.results
    for result in results:
        assert type(result) is getattr(written, _records.class_name(result.name)) and isinstance(result, openeom.Result)
        schema = _schema.of_result(result._handle)
        assert set(typing.get_type_hints(type(result))) - set(typing.get_type_hints(openeom.Result)) == set(schema.root.members)
        for part in list(schema.types.values())[1:]:
            made = result._members()._classes.of(part.name)
            assert made.__module__ in ("openeom.results", "openeom.types"), part.name
            assert set(typing.get_type_hints(made)) == set(part.members), part.name
    decision = kazakhstan.registration().decisions[0]
    assert type(decision) is written.RegistrationDecision and type(decision.criteria[0]) is written.CriterionReview
    assert typing.get_type_hints(written.RegistrationDecision)["kind"] == types.RegistrationKind
    with pytest.raises(TypeError, match="openeom.types"):
        written.RegistrationDecision(title="x")


OPTIONS = {
    "records": {"type": "party"},
    "record": {"type": "party", "id": "alga"},
    "trace": {"of": "finding:candidates-deregistered"},
}
