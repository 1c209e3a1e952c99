"""Mistakes that a type checker must see. The comment behind each says as what."""

import openeom as eom
from openeom import types

d = eom.open("example:kazakhstan-2012")
for event in d.registration_events():
    print(event.decide)  # error: attr-defined
    print(event.due_process.herring)  # error: attr-defined
    event.kind == "deregisterd"  # error: comparison-overlap
    event.legal_ground = "article 6"  # error: misc
    days: int = event.decided  # error: assignment
for party in d.partys():  # error: attr-defined
    pass
review = d.registration()
print(review.decision)  # error: attr-defined
print(review.decisions[0].days_before)  # error: attr-defined
review.decisions[0].kind == "removed"  # error: comparison-overlap
number: int = review.decisions[0].title  # error: assignment
d.registration(electon="e")  # error: call-arg
d.registration(election=3)  # error: arg-type
d.check().isues  # error: attr-defined
d.document("statement").sections[0].sentences[0].txt  # error: attr-defined
types.Party(id="greens", names=[], contry="KZ")  # error: call-arg
types.Party(id="greens")  # error: call-arg
types.RegistrationEvent(id="e", subject=eom.Reference("party:x"), kind="abolished")  # error: arg-type
d.table(3)  # error: arg-type
d.edit().add_table("party")  # error: call-arg
eom.opn("x")  # error: attr-defined
