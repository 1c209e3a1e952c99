"""Checks, analyses, documents, traces."""

import json

import openeom
import pytest
from openeom import Interval


def test_registration_review(small):
    review = small.registration()
    assert review.name == "registration" and review.decisions[0].days_before_vote == Interval(18, 19)
    assert review.decisions[0].event == "r2" and review.decisions[0].event.record.kind == "deregistered"
    assert review.head.dossier_sha256 == small.digest
    assert json.loads(review.json())["decisions"][0]["days_before_vote"] == [18, 19]


def test_kazakhstan(kazakhstan):
    review = kazakhstan.registration()
    days = {str(one.event): one.days_before_vote for one in review.decisions}
    assert Interval(18, 18) in days.values()
    assert kazakhstan.counts["candidacy"] >= 0 and kazakhstan.indicators().indicators


def test_every_analysis_is_a_method(kazakhstan):
    options = {
        "records": ["party"],
        "record": ["finding:candidates-deregistered"],
        "trace": ["finding:candidates-deregistered"],
    }
    for name, analysis in openeom.analyses().items():
        method = getattr(kazakhstan, name)
        result = method(*options.get(name, ()))
        assert result.name == name and name in dir(kazakhstan) and analysis.summary
        assert json.loads(result.json())["head"]["analysis"] == name
        for shown in (result.text(), result.markdown(), result.html(), str(result)):
            assert shown.strip()
        if name not in vars(openeom.Dossier):
            assert analysis.summary.lower() in method.__doc__.lower()


def test_options_by_name_and_required_ones_by_position(small):
    assert small.records("party").shown == small.records(type="party").shown == 2
    assert small.records("party", filter={"country": "XN"}).shown == 1
    assert small.record("party", id="a").title == small.record("party:a").title
    with pytest.raises(TypeError):
        small.records("party", "country")
    with pytest.raises(openeom.Error, match="did you mean 'election'"):
        small.registration(electon="e")
    with pytest.raises(openeom.Error, match="did you mean 'registration'"):
        small.analyze("registraton")


def test_results_say_what_they_lack(small):
    review = small.registration()
    with pytest.raises(AttributeError, match="did you mean 'decisions'"):
        review.decision
    assert "decisions" in dir(review) and repr(review).startswith("<result registration")
    assert review.to_dict()["head"]["analysis"] == "registration" and review["head.analysis"] == "registration"


def test_no_result_has_a_member_with_the_name_of_a_method(kazakhstan):
    """It would be reached as result["json"] only."""
    results = [
        kazakhstan.check(),
        kazakhstan.document("statement"),
        kazakhstan.suggest("statement"),
        openeom.schema(),
        kazakhstan.contents(),
        kazakhstan.registration(),
        kazakhstan.indicators(),
        kazakhstan.discrepancies(),
        kazakhstan.trace("finding:candidates-deregistered"),
        kazakhstan.records("party"),
        kazakhstan.sourcing(),
    ]
    methods = {name for name in dir(openeom.Result) if not name.startswith("_")}
    for result in results:
        assert not methods & set(result._members()._type.members), result.name


def test_text_has_the_width_that_was_asked_for(kazakhstan):
    narrow, wide = kazakhstan.contents().text(width=60), kazakhstan.contents().text(width=120)
    assert max(map(len, narrow.splitlines())) <= 60 < max(map(len, wide.splitlines())) <= 120
    assert "\x1b" not in narrow


def test_csv_of_a_table(kazakhstan):
    lines = kazakhstan.contents().csv("registers").splitlines()
    assert lines[0].split(",")[:2] == ["type", "plural"] and any(line.startswith("party,parties,") for line in lines)
    with pytest.raises(openeom.Error):
        kazakhstan.contents().csv("regsters")


def test_check_counts_and_names_rules(small):
    checked = small.check()
    assert checked.rules > 10 and checked.records == len(small)
    assert any(issue.rule == "assessment-without-evidence" for issue in checked.issues)
    rules = openeom.rules()
    assert {issue.rule for issue in checked.issues} <= {rule.id for rule in rules}
    assert all(rule.title and rule.remedy and rule.severity in ("error", "warning", "note") for rule in rules)


def test_trace_takes_a_reference_or_a_record(small):
    by_name, by_record = small.trace("party:a"), small.trace(small.get("party:a"))
    assert by_name.json() == by_record.json() and by_name.rows
    assert small.trace("party:a", depth=1).of == "party:a"
    with pytest.raises(openeom.Error) as failed:
        small.trace("party:zz")
    assert failed.value.code == "not_found"


def test_document(kazakhstan):
    document = kazakhstan.document("statement")
    assert document.html().startswith("<!DOCTYPE html>") and "<script" not in document.html()
    assert "Reconstruction from public sources" in document.markdown() and document.text(60)
    assert document.document == "statement" and document.sections and json.loads(document.json())["title"]
    assert (
        document.audience == "not_stated" and kazakhstan.document("statement", audience="public").audience == "public"
    )
    assert document._repr_html_().startswith("<iframe srcdoc=")
    with pytest.raises(openeom.Error, match="did you mean 'statement'"):
        kazakhstan.document("statment")
    with pytest.raises(openeom.Error):
        kazakhstan.document("statement", audience="everybody")


def test_the_renderers_words_in_another_language(kazakhstan):
    assert (
        kazakhstan.document("statement", language="ru").html() != kazakhstan.document("statement", language="en").html()
    )


def test_texts_at_hand_change_what_is_shown(kazakhstan):
    without = kazakhstan.check()
    with_text = kazakhstan.check(texts={"press-release": "Nothing of what the record has."})
    assert len(with_text.issues) > len(without.issues)


def test_suggestions(norlandia, kazakhstan):
    assert norlandia.suggest("statement").name == "suggestions"
    assert kazakhstan.suggest(kazakhstan.get("document:statement")).document == "statement"


def test_a_file_names_its_audience(kazakhstan, tmp_path):
    with pytest.raises(openeom.Error, match="audience"):
        kazakhstan.document("statement").write(tmp_path / "a.html")
    with pytest.raises(openeom.Error, match="internal"):
        kazakhstan.registration().write(tmp_path / "a.md")
    with pytest.raises(openeom.Error, match="internal"):
        kazakhstan.registration().write(tmp_path / "a.md", audience="public")
    with pytest.raises(openeom.Error, match="ends in none"):
        kazakhstan.registration().write(tmp_path / "a.pdf", audience="internal")
    with pytest.raises(openeom.Error, match="public"):
        kazakhstan.document("statement", audience="public").write(tmp_path / "a.html", audience="internal")
    assert not list(tmp_path.iterdir())
    public = kazakhstan.document("statement", audience="public")
    public.write(tmp_path / "a.html")
    kazakhstan.registration().write(tmp_path / "b.json", audience="internal")
    kazakhstan.indicators().write(tmp_path / "c.csv", audience="internal")
    openeom.schema("party").write(tmp_path / "d.txt")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == public.html()
    assert json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["head"]["analysis"] == "registration"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.html", "b.json", "c.csv", "d.txt"]


def test_schema(small):
    described = openeom.schema("candidacy")
    assert {member.name for member in described.members if member.type == "candidacy"} >= {"id", "person", "position"}
    assert "position" in described.text() and described._repr_html_()
    assert len(openeom.schema().types) > len(described.types)
    with pytest.raises(openeom.Error, match="did you mean 'candidacy'"):
        openeom.schema("candidancy")


def test_results_keep_what_they_need(kazakhstan):
    issues = openeom.open("example:norlandia-2027").check().issues
    assert all(issue.message for issue in issues)
