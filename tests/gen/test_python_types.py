"""Small schemas: what Python and the reference pages make of them, and what is refused."""

import dataclasses

import markdown_text
import pytest
import python_members
import python_types
import reference_codes
import reference_types
from schema import Analysis, CodeList, Member, Schema, Type

PLAIN = Member("id", "id", False, True, "", "", "", "identifier", "1.0")


def member(name, value="text", **more):
    return dataclasses.replace(PLAIN, name=name, value=value, required=False, meaning=f"its {name}", **more)


def schema_of(*members, code_lists=(), analyses=(), part=()):
    types = [
        Type("party", "parties", "register", "a party", "1.0", [PLAIN, *members]),
        Type("ballot", "ballots", "table", "a ballot", "1.1", [PLAIN, member("role", "record", of="role")]),
        Type("role", "", "part", "a role", "1.0", [member("office"), *part]),
    ]
    return Schema("1.0", {each.name: each for each in types}, {each.name: each for each in code_lists}, list(analyses))


def test_annotations_and_what_is_read_where_nothing_is_stated():
    kind = CodeList("party_kind", "which", ["not_stated", "bloc"])
    written = python_types.emit(
        schema_of(
            member("founded", "date"),
            member("kind", "code", codes="party_kind"),
            member("names", is_list=True),
            member("roles", "record", of="role", is_list=True),
            member("lead", "record", of="role"),
            member("height", "integer", unit="metres"),
            code_lists=[kind],
        )
    )
    for line in (
        'PartyKind = Literal["not_stated", "bloc"]',
        'class Party(_records.Record, name="party"):',
        'class Role(_records.Part, name="role"):',
        "    id: str = _records.member()",
        "    founded: Optional[_values.Date] = _records.member(default=None)",
        '    kind: PartyKind = _records.member(default="not_stated")',
        "    names: List[str] = _records.member(default=())",
        "    roles: List[Role] = _records.member(default=())",
        "    lead: Role = _records.member(default={})",
        '    """its height (metres)"""',
    ):
        assert line in written.splitlines(), line
    compile(written, "types.py", "exec")


def test_a_member_that_is_a_word_of_python_is_no_attribute():
    assert "class:" not in python_types.emit(schema_of(member("class"))).replace("class Party", "")
    assert "    class" not in python_types.emit(schema_of(member("class")))


@pytest.mark.parametrize("text", ['ends in a "word"', 'has \\ and """', "line " * 60])
def test_docstrings_survive_any_text(text):
    written = python_types.emit(schema_of(dataclasses.replace(member("x"), meaning=text)))
    compile(written, "types.py", "exec")
    assert max(map(len, written.splitlines())) <= 120


def test_what_python_has_no_type_for():
    with pytest.raises(python_types.Unmapped, match="'colour' of shade"):
        python_types.emit(schema_of(member("shade", "colour")))
    with pytest.raises(reference_types.Unmapped, match="'colour' of shade"):
        reference_types.emit(schema_of(member("shade", "colour")))
    with pytest.raises(python_types.Unmapped, match="two things would be called Role"):
        python_types.emit(schema_of(code_lists=[CodeList("role", "", ["a"])]))
    odd = Analysis("sums", "adds", [member("shade", "colour")])
    with pytest.raises(python_types.Unmapped, match="'colour' of an option"):
        python_members.emit(schema_of(analyses=[odd]), set())


def test_methods_of_a_dossier():
    wanted = dataclasses.replace(member("of"), required=True)
    analyses = [Analysis("sums", "adds up", [member("depth", "integer"), wanted]), Analysis("taken", "hidden", [])]
    written = python_members.emit(schema_of(analyses=analyses), {"taken"})
    assert "    def parties(self, **filter: Any) -> _dossier.Records[types.Party]:" in written
    assert "    def sums(self, of: str, *, depth: Optional[int] = None) -> _results.Result:" in written
    assert "taken" not in written
    compile(written, "_members.pyi", "exec")


def test_reference_of_types():
    page = reference_types.emit(
        schema_of(
            member("seats", "integer", unit="seats"),
            dataclasses.replace(member("share", "decimal"), meaning="a | b", since="1.2"),
            member("body", "reference", of="party", is_list=True),
            part=[member("deputies", "quantity")],
        )
    )
    assert "| `seats` | whole number, in seats | its seats |" in page
    assert "| `share` | decimal number | a \\| b (since 1.2) |" in page
    assert "| `body` | list: id of [party](#party) | its body |" in page
    assert "A ballot. Its records are `ballots`, a table. Since 1.1." in page
    # A part stands under the one type that holds it, and what all records have is told once.
    assert page.index("## ballot") < page.index("### role") and page.count("identifier") == 1
    assert "| `deputies` | quantity | its deputies |" in page


def test_reference_of_codes():
    record = schema_of(
        member("kind", "code", codes="party_kind"),
        member("issue", codes="issue"),
        member("rule", codes="standard"),
        code_lists=[CodeList("party_kind", "which", ["not_stated", "bloc"])],
    )
    page = reference_codes.emit(record, {"issue": [reference_codes.Entry("bribery", "money | gifts")]})
    assert "### party_kind\n\nWhich. For [party](types.md#party).kind.\n\n`not_stated` `bloc`" in page
    assert "| `bribery` | money \\| gifts |" in page and "The ids of records of type [standard]" in page


@pytest.mark.parametrize(
    "text, made",
    [
        ('options {"a": {"b": 1}} here', 'options `{"a": {"b": 1}}` here'),
        ("*one is yours, *two too", "`*one` is yours, `*two` too"),
        ("as eom_open says, not eom_other", "as [`eom_open`](#eom_open) says, not `eom_other`"),
        ("EOM_OK or `eom_open`", "`EOM_OK` or `eom_open`"),
        ("a { that never ends", "a { that never ends"),
        ("a < b", "a \\< b"),
    ],
)
def test_comments_as_markdown(text, made):
    assert markdown_text.prose(text, ["eom_open"]) == made
