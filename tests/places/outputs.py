"""Prints a line for everything that the library gives of its examples: SHA-256, and what it is.

    outputs.py [LIBRARY]

The process takes the locale of its environment for every category, as a host may; what is printed must not depend on
that, on the time zone, or on how LIBRARY was built. Needs the Python package on PYTHONPATH.
"""
import hashlib
import json
import locale
import sys
import time

locale.setlocale(locale.LC_ALL, "")
time.tzset()
sys.stdout.reconfigure(encoding="utf-8")  # what this test prints is not what it is about

import openeom as eom  # noqa: E402 - after the locale, so that loading sees it

AUDIENCES = ("public", "partners", "internal", None)


def put(name, text):
    print(hashlib.sha256(text.encode()).hexdigest(), name)


def rendered(name, result):
    put(f"{name} json", result.json())
    for form in ("text", "markdown", "html", "csv"):
        try:
            put(f"{name} {form}", getattr(result, form)())
        except eom.Error as error:  # not every result has a table
            put(f"{name} {form}", str(error))


def dossier(name):
    d = eom.open(name)
    print(d.digest, name)
    put(f"{name} json", d.json())
    rendered(f"{name} check", d.check(as_of="2012-02-29"))
    for analysis, described in sorted(eom.analyses().items()):
        if not any(option.required for option in described.options):
            rendered(f"{name} {analysis}", d.analyze(analysis))
    for finding in d.findings():
        put(f"{name} trace {finding.id}", d.trace(finding).json())
    for document in d.documents():
        for audience in AUDIENCES:
            rendered(f"{name} {document.id} {audience}", d.document(document.id, audience=audience))
    for kind in d.counts:
        put(f"{name} {kind} csv", d.table(kind).csv())
        put(f"{name} {kind} texts", d.table(kind, text="plain").csv(formulas="verbatim"))


def written():
    """Numbers, dates and instants on the way in, which are read with care for nobody's decimal mark."""
    base = eom.open("example:kazakhstan-2012")
    edit = base.edit()
    edit.add("party", id="i", names=[{"text": "\u0130stanbul \u0131", "language": "tr"}])
    for kind in ("turnout", "media_measure", "registration_event", "source"):
        edit.add_table(kind, base.table(kind, text="plain"))
    put("an edit", edit.commit().json())
    for text in ('{"format":"openeom/1.0","results":[{"id":"r","share":"75,10"}]}', '{"format":"openeom/1,0"}', "\u0661"):
        try:
            eom.parse(text)
        except eom.Error as error:
            put(f"refused: {text}", f"{error}{error.detail}")


if len(sys.argv) > 1:
    eom.use_library(sys.argv[1])
put("schema", eom.schema().json())
put("json schema", json.dumps(eom.json_schema()))
put("rules", "".join(repr(rule) for rule in eom.rules()))
for example in eom.examples():
    dossier(f"example:{example.name}")
written()
