"""Where it is open which of several known ones is meant, that is said: names, bodies and posts, one row a case."""

import msgspec
import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.actors.entries import AmbiguousName
from aide_memoire.actors.register import load_register
from aide_memoire.records import Actor

NAMES = list({id(name): name for name in load_register().ambiguous.values()}.values())


def resolve(text: str, phrase: str, dateline: str | None = None) -> Actor | None:
    actors = DocumentActors(text, title=None, publisher=None, published="2021-03-03", dateline=dateline)
    start = text.rindex(phrase)
    return actors.resolve(start, start + len(phrase))


@pytest.mark.parametrize("name", NAMES, ids=[name.forms[0] for name in NAMES])
def test_the_table_shows_what_it_is_for(name: AmbiguousName) -> None:
    ids = {candidate.id for candidate in name.candidates}
    for examples, is_open in ((name.examples, True), (name.non_examples, False)):
        assert examples
        for text in examples:
            actor = resolve(text, next(form for form in name.forms if form in text))
            assert actor is not None
            assert bool(actor.candidates) is is_open
            assert set(actor.candidates) <= ids
            assert actor.country == (None if is_open else name.candidates[0].id)


@pytest.mark.parametrize(
    ("text", "phrase", "candidates"),
    [
        ("Peru and Chile met. The Foreign Ministry will send a note.", "The Foreign Ministry",
         ("PER.foreign-ministry", "CHL.foreign-ministry")),
        ("Peru wrote to Chile. The ministry will send a note.", "The ministry", ("PER.ministry", "CHL.ministry")),
        ("Peru wrote to Chile. Chile waited. Peru and Chile met, and Chile left. The government will act.",
         "The government", ("CHL", "PER")),
        ("Peru wrote to Chile. The president will call.", "The president", ("PER.president", "CHL.president")),
        ("Peru wrote to Chile. The foreign minister will call.", "The foreign minister",
         ("PER.foreign-minister", "CHL.foreign-minister")),
    ],
)  # fmt: skip
def test_a_body_of_one_of_two(text: str, phrase: str, candidates: tuple[str, ...]) -> None:
    actor = resolve(text, phrase)
    assert actor is not None
    assert (actor.candidates, actor.country, actor.members) == (candidates, None, None)
    assert actor.id == "|".join(sorted(candidates))
    assert actor.text == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("China and Peru met Chile and Brazil. The ministry will call.", "The ministry"),
        ("Peru wrote to Chile. The agency said so.", "The agency"),
        ("Japan wrote to the United States. The pope will call.", "The pope"),
        ("The ministry will call.", "The ministry"),
    ],
)
def test_of_many_or_of_none_nothing_is_known(text: str, phrase: str) -> None:
    assert resolve(text, phrase) is None


@pytest.mark.parametrize(
    ("text", "phrase", "dateline", "expected"),
    [
        ("The Foreign Ministry will send a note to Chile, said Peru.", "The Foreign Ministry", "LIMA, March 3 --",
         ("PER.foreign-ministry", "inferred")),
        ("Peru will act. Peru said so. The ministry will send a note.", "The ministry", None,
         ("PER.ministry", "inferred")),
        ("Japan wrote to the United States. The prime minister will call.", "The prime minister", None,
         ("JPN.prime-minister", "inferred")),
        ("The Danish army left. Chile waited. The army will return.", "The army", None,
         ("DNK.armed-forces", "reference")),
        ("Peru's Foreign Ministry will call.", "Peru's Foreign Ministry", None, ("PER.foreign-ministry", "name")),
    ],
)  # fmt: skip
def test_a_country_from_the_context_is_inferred(
    text: str, phrase: str, dateline: str | None, expected: tuple[str, str]
) -> None:
    actor = resolve(text, phrase, dateline)
    assert actor is not None
    assert (actor.id, actor.via, actor.candidates) == (*expected, ())


def test_a_record_of_before_has_no_candidates() -> None:
    stored = b'{"id":"PER","name":"Peru","country":"PER","kind":"state","via":"name"}'
    actor = msgspec.json.decode(stored, type=Actor)
    assert actor.candidates == ()
    assert msgspec.json.decode(msgspec.json.encode(actor), type=Actor) == actor
