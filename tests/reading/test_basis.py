"""`why` names the mention that told whom a reference means."""

import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.reading.basis import basis_of, basis_of_instrument
from aide_memoire.records import Actor


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Peru will act.", "Peru", "name"),
        ("Peru signed. Chile waited for Peru. It will act.", "It", "reference to “Chile” at 13"),
        ("Peru and Chile met. Both sides will act.", "Both sides", "reference to “Chile” at 9"),
        ("Peru said so. The ministry will act.", "The ministry", "inferred to “Peru” at 0"),
        ("Peru wrote to Chile. The ministry will act.", "The ministry",
         "reference, one of PER.ministry, CHL.ministry"),
        ("Everybody waited. It will act.", "It", "open"),
    ],
)  # fmt: skip
def test_what_told_the_actor(text: str, phrase: str, expected: str) -> None:
    actors = DocumentActors(text, title=None, publisher=None, published="2021-03-03")
    start = text.rindex(phrase)
    assert basis_of(actors.resolve(start, start + len(phrase)), actors.mentions) == expected


def test_an_implicit_actor_refers_to_no_place() -> None:
    actor = Actor(id="PER", name="Peru", country="PER", kind="state", via="implicit")
    assert basis_of(actor, ()) == "implicit"


def test_the_pact_is_one_named_before() -> None:
    text = "Peru signed the Reef Protection Agreement. It will keep the agreement."
    named, referred = DocumentActors(text, title=None, publisher=None, published=None).instruments
    assert basis_of_instrument(named, (named, referred)) is None
    assert basis_of_instrument(referred, (named, referred)) == f"reference to “{named.text}” at {named.start}"
