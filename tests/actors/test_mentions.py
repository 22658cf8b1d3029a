"""Mentions and instruments keep exact places whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.actors import DocumentActors, find_instruments, load_register
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
load_register()  # once, so that no timed example has to
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
    assert actor is None or (actor.text == text[actor.start : actor.end] and actor.id)
    assert all(start <= (a.start or 0) and (a.end or 0) <= end for a in actors.within(start, end))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo shut the road. Chad will pay.", "Oslo"),
        ("Oslo shut the road.\n\nChad will pay.", "Oslo"),
        ("The army of Chad\nand of Mali will pay.", "The army of Chad\nand of Mali"),
    ],
)
def test_words_end_with_their_sentence(text: str, words: str) -> None:
    actors = DocumentActors(text, title=None, publisher=None, published=None)
    actor = actors.resolve(0, text.index(" will"))
    assert actor is not None and actor.text is not None
    assert actor.text.startswith(words) and "will" not in actor.text and "road. " not in actor.text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The fight of Iraq\nMinister Ugo Prova spoke.", ["Iraq", "Minister Ugo Prova"]),
        ("Talks with the US\nPresident Prova spoke.", ["US", "President Prova"]),
        ("A state visit to Poland\n\nMs. Ella Germ spoke.", ["Poland", "Ms. Ella Germ"]),
        ("It was in NORTHERN\n\nIRELAND.", []),
        ("It was in New\nZealand.", ["New\nZealand"]),
    ],
)
def test_no_mention_runs_into_the_next_line(text: str, named: list[str]) -> None:
    assert [m.text for m in DocumentActors(text, title=None, publisher=None, published=None).mentions] == named


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
