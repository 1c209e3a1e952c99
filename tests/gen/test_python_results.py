"""A small schema of results: what Python makes of it, and what is refused."""

import dataclasses

import pytest
import python_members
import python_results
import python_types
from schema import Analysis, CodeList, Member, Result, Schema, Type

PLAIN = Member("title", "text", False, False, "", "", "", "its title", "1.0")


def member(name, value, **more):
    return dataclasses.replace(PLAIN, name=name, value=value, meaning=f"its {name}", **more)


def schema_of(*members, parts=(), results=()):
    party = Type("party", "parties", "register", "a party", "1.0", [PLAIN])
    review = Type("review_view", "", "part", "a review", "1.0", [PLAIN, *members])
    return Schema(
        "1.0",
        {"party": party},
        {"kind": CodeList("kind", "which", ["not_stated", "bloc"])},
        [Analysis("review", "what it tells", []), Analysis("other", "something else", [])],
        [Result("review", "review_view"), *results],
        {each.name: each for each in (review, *parts)},
        {"state": CodeList("state", "how far", ["open", "closed"])},
    )


def test_a_class_each_result_and_each_part():
    part = Type("row", "", "part", "a row", "1.0", [member("share", "decimal", unit="percent")])
    written = python_results.emit(
        schema_of(
            member("rows", "record", of="row", is_list=True),
            member("party", "record", of="party"),
            member("kind", "code", codes="kind"),
            member("state", "code", codes="state"),
            member("count", "integer", required=True),
            member("class", "text"),
            parts=[part],
        )
    )
    for line in (
        'State = Literal["open", "closed"]',
        'class Review(_results.Result, name="review"):',
        '    """A review."""',
        "    title: Optional[str]",
        "    rows: List[Row]",
        "    party: types.Party",
        "    kind: types.Kind",
        "    state: State",
        "    count: int",
        'class Row(_records.Part, name="row"):',
        "    share: Optional[Decimal]",
        '    """its share (percent)"""',
    ):
        assert line in written.splitlines(), line
    assert "class:" not in written and "ReviewView" not in written
    compile(written, "results.py", "exec")


def test_the_methods_of_analyses_say_what_they_give():
    stub = python_members.emit(schema_of(), set())
    assert "def review(self) -> given.Review:" in stub and "def other(self) -> _results.Result:" in stub


def test_two_things_of_one_name_are_refused():
    held = member("rows", "record", of="review")
    with pytest.raises(python_types.Unmapped, match="two things would be called Review"):
        python_results.emit(schema_of(held, parts=[Type("review", "", "part", "a part", "1.0", [PLAIN])]))
