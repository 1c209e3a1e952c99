"""The package says that it is typed, and the stub made from the schema agrees with what there is at run time."""

import ast
import pathlib

import openeom
from openeom import _records, _schema

PACKAGE = pathlib.Path(openeom.__file__).parent
CLASSES = {
    node.name: node
    for node in ast.parse((PACKAGE / "_types.pyi").read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef)
}


def functions(name):
    return {node.name: node for node in CLASSES[name].body if isinstance(node, ast.FunctionDef)}


def test_marker():
    assert (PACKAGE / "py.typed").exists()


def test_every_type_is_a_class_with_its_members():
    for described in _schema.whole().types.values():
        assert set(functions(_records.class_name(described.name))) == set(described.members), described.name


def test_registers_and_analyses_are_methods(small):
    stubbed = set(functions("Members"))
    expected = {*_schema.whole().plurals, *openeom.analyses()} - set(vars(openeom.Dossier))
    assert stubbed == expected and all(callable(getattr(small, name)) for name in stubbed)


def test_types_follow_the_schema():
    members = functions("RegistrationEvent")
    assert ast.unparse(members["decided"].returns) == "_values.Date | None"
    assert ast.unparse(members["kind"].returns) == "str"
    assert ast.unparse(members["due_process"].returns) == "DueProcess"
    assert ast.unparse(members["grounds"].returns) == "list[str]"
    assert ast.unparse(members["subject"].returns) == "_records.Reference"


def test_all_public_names_exist():
    for name in openeom.__all__:
        assert getattr(openeom, name).__doc__, name
