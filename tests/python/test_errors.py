"""Errors say what is wrong, where, and what would help."""

import pickle

import openeom
import pytest


def failure(function, *arguments, **options):
    with pytest.raises(openeom.Error) as failed:
        function(*arguments, **options)
    return failed.value


def test_bad_data_has_its_place():
    error = failure(
        openeom.parse,
        '{"format": "openeom/1.0",\n "candidacies": [{"id": "c", "election": "e",\n  "position": "3rd"}]}',
        "m.json",
    )
    assert error.code == "data"
    first = error.diagnostics[0]
    assert (first["source"], first["line"], first["member"]) == ("m.json", 3, "position")
    assert "m.json:3:" in str(error) and "3rd" in str(error)
    assert error.detail["line"] == 3 and error.detail["column"] > 1


def test_all_that_is_wrong_is_told():
    parties = ",".join('{"id": "p%d", "names": [{"text": "P"}], "nmes": []}' % i for i in range(30))
    error = failure(openeom.parse, '{"format": "openeom/1.0", "parties": [%s]}' % parties)
    assert len(error.diagnostics) == 30 and str(error).count("did you mean 'names'") >= 20
    assert "and 10 more" in str(error)


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "syntax"),
        (b"nonsense", "syntax"),
        (b'{"format": "openeom/1.0"} {}', "syntax"),
        (b'{"format": "openeom/1.0", "notes": "\xff"}', "syntax"),
        (b'{"format": "openeom/2.0"}', "version"),
    ],
)
def test_what_is_no_dossier(data, code):
    error = failure(openeom.parse, data, "m.json")
    assert error.code in (code, "data") and "m.json" in str(error) + str(error.detail)


def test_files_that_are_not_there():
    error = failure(openeom.open, "/nowhere/mission.json")
    assert error.code in ("not_found", "io") and "/nowhere/mission.json" in str(error)
    error = failure(openeom.open, "example:kazakstan-2012")
    assert error.code == "not_found" and "did you mean" in str(error) and "kazakhstan-2012" in str(error)


def test_an_unwritable_target(small, tmp_path):
    assert failure(small.write, tmp_path / "nowhere" / "a.json").code == "io"


def test_detail_and_hint(small):
    error = failure(small.parties, countri="XN")
    assert error.code == "not_found" and error.detail["message"] == error.message and error.diagnostics == []
    assert openeom.Error("argument", "wrong").hint is None and str(openeom.Error("argument", "wrong")) == "wrong"
    assert str(openeom.Error("argument", "wrong", {"hint": "right"})) == "wrong (right)"


def test_errors_are_pickled(small):
    error = failure(small.parties, countri="XN")
    restored = pickle.loads(pickle.dumps(error))
    assert (restored.code, str(restored), restored.detail) == (error.code, str(error), error.detail)


def test_nul_bytes_in_names(small):
    assert failure(openeom.open, "mission\0.json").code in ("argument", "not_found", "io")
    assert failure(small.all("party")._dossier.analyze, "registration\0").code == "not_found"
