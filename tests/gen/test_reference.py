"""The reference pages as they would be read: every link leads somewhere, every function and type has its place once."""

import re

import generate
import pytest
from conftest import ROOT

PAGES = {name: text for name, text in generate.outputs(ROOT).items() if name.endswith(".md")}
LINKS = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")


def without_code(page):
    return re.sub(r"```.*?```", "", page, flags=re.DOTALL)


def headings(page):
    return re.findall(r"^#+ (.*)$", without_code(page), re.MULTILINE)


def anchors(page):
    """As GitHub makes them of headings."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(page)}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name):
    folder, found = (ROOT / name).parent, LINKS.findall(PAGES[name])
    assert len(found) > 50
    for target, anchor in found:
        assert not target or (folder / target).exists(), target
        if anchor:
            page = PAGES[f"{generate.REFERENCE}/{target}" if target else name]
            assert anchor in anchors(page), f"{target}#{anchor}"


@pytest.mark.parametrize("name", PAGES)
def test_no_two_headings_are_the_same(name):
    found = headings(PAGES[name])
    assert len(found) == len(set(found))


def test_every_function_and_type_is_there():
    symbols = (ROOT / "capi/symbols.txt").read_text(encoding="utf-8").split()
    assert set(symbols) <= set(headings(PAGES[f"{generate.REFERENCE}/functions.md"]))
    types = generate.schema.read(ROOT / generate.SOURCES["schema"]).types
    assert set(types) <= set(headings(PAGES[f"{generate.REFERENCE}/types.md"]))


@pytest.mark.parametrize("name", PAGES)
def test_tables_have_as_many_cells_in_every_row(name):
    for table in re.findall(r"(?:^\|.*\|\n)+", PAGES[name], re.MULTILINE):
        rows = [len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()]
        assert len(rows) > 2 and len(set(rows)) == 1, table
