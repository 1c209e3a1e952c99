"""A web application as a preloading server has it: what it opens before the fork is used in every worker."""

import json
import os

import openeom

dossier = openeom.open("example:kazakhstan-2012")
review, table, edit = dossier.registration(), dossier.table("party"), dossier.edit()
LOADED_BY = os.getpid()


def answer(path):
    if path == "/document":
        return dossier.document("statement", audience="public").html()
    if path == "/decisions":
        return json.dumps([str(decision.event) for decision in review.decisions])
    if path == "/table":
        return table.csv(audience="public") + dossier.table("registration_event").csv(audience="public")
    if path == "/edit":
        changed = dossier.edit()
        changed.add("party", id="greens", names=[{"text": "Green Party", "language": "en"}])
        return changed.commit().digest + edit.commit().digest
    return dossier.digest


def application(environ, start_response):
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("X-Worker", str(os.getpid())), ("X-Loaded-By", str(LOADED_BY))]
    start_response("200 OK", headers)
    return [answer(environ["PATH_INFO"]).encode()]
