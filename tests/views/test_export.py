"""The export: a statement with its cells and the codes of its actors."""

from aide_memoire.records import Actor
from aide_memoire.views.export import export_statement
from tests.views.builders import FERRY, FERRY_DOCUMENT, actor, copy, ferry_statement, linked

MINISTRY = actor(FERRY, "The Ministry of Transport", id="DNK.foreign-ministry", name="Ministry", country="DNK")
NORWAY = actor(FERRY, "Norway", id="NOR", country="NOR", kind="state")
OFFICIAL = Actor(id="official", name="an official", country=None, kind="person", via="reference")


def test_actors_have_their_codes() -> None:
    said = ferry_statement(holder=NORWAY, counterparts=(MINISTRY, OFFICIAL))
    exported = export_statement(linked(said, FERRY_DOCUMENT))
    assert (exported.holder_cameo, exported.holder_qid) == ("NOR", "Q20")
    assert exported.counterpart_cameos == ("DNKGOV", None)


def test_an_unknown_holder_has_no_code() -> None:
    exported = export_statement(linked(ferry_statement(holder=None), FERRY_DOCUMENT))
    assert (exported.holder, exported.holder_cameo, exported.holder_qid) == (None, None, None)


def test_the_copies_are_listed() -> None:
    copies = (copy(1, "North Wire"), copy(2, None))
    exported = export_statement(linked(ferry_statement(), FERRY_DOCUMENT, copies=copies))
    assert exported.copies == copies
    assert export_statement(linked(ferry_statement(), FERRY_DOCUMENT)).copies == ()
