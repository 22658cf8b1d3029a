"""Mentions and instruments keep exact places whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.actors import DocumentActors, find_instruments
from aide_memoire.actors.tokens import fold, tokenize

WORDS = [
    "Seoul",
    "the",
    "U.S.",
    "President",
    "Moon",
    "Jae",
    "-",
    "in",
    "’s",
    "“",
    "”",
    "\n",
    "said",
    "it",
    "and",
    "Élysée",
    "U.K",
    ".",
    ",",
    "pact",
    "Treaty",
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


@given(texts)
def test_places_are_exact_and_apart(text: str) -> None:
    found = DocumentActors(text, title=None, publisher=None, published="2019-05-01").mentions
    last = 0
    for mention in found:
        assert mention.start is not None and mention.end is not None
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end


@given(texts, st.data())
def test_any_stretch_can_be_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    actors = DocumentActors(text, title=text[:40], publisher="White House", published=None)
    actor = actors.resolve(start, end)
    assert actor is None or (actor.text == text[start:end] and actor.id)
    assert all(start <= (a.start or 0) and (a.end or 0) <= end for a in actors.within(start, end))


@given(texts)
def test_instruments_have_exact_places(text: str) -> None:
    last = 0
    for instrument in find_instruments(text):
        assert text[instrument.start : instrument.end] == instrument.text
        assert instrument.start >= last
        last = instrument.end


@given(st.text(max_size=100))
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert all(fold(text)[t.start : t.end] == t.form for t in tokenize(text))
