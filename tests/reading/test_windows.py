"""Windows cover a text: every word piece is in one core, and every extent is where its piece stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aide_memoire.reading.encoder import load_encoder
from aide_memoire.reading.sentences import iter_sentences
from aide_memoire.reading.windows import AFTER, BEFORE, CORE, TITLE, Window, case_of, iter_windows

TOKENIZER = load_encoder().tokenizer
TEXTS = st.lists(
    st.sampled_from(
        ["Seoul will ask.", "He left.\n\n", "§ 1 (a) É‘, ", "x" * 900, "word " * 400, "\t", "“Yes,” it said."]
    ),
    max_size=12,
).map(" ".join)


def windows(text: str, title: str | None = None) -> list[Window]:
    return list(iter_windows(text, title, TOKENIZER, bytearray(len(text))))


@settings(max_examples=60, deadline=None)
@given(TEXTS | st.text(max_size=300))
def test_every_piece_is_in_one_core(text: str) -> None:
    cores = [window.extents[i] for window in windows(text) for i in window.core]
    pieces = [
        (s.start + a, s.start + b)
        for s in iter_sentences(text)
        for a, b in TOKENIZER.encode(text[slice(*s)], add_special_tokens=False).offsets
    ]
    assert [tuple(extent) for extent in cores] == pieces


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.none() | st.text(max_size=80))
def test_a_window_is_no_longer_than_its_parts(text: str, title: str | None) -> None:
    for window in windows(text, title):
        assert len(window.ids) == len(window.cases) == len(window.extents)
        assert len(window.core) <= CORE
        assert len(window.ids) <= TITLE + BEFORE + CORE + AFTER + 3


def test_the_title_is_seen_and_has_no_place_in_the_text() -> None:
    (window,) = windows("He left.", "Minister leaves Oslo")
    assert [e for e in window.extents if e.start >= 0] == [(0, 2), (3, 7), (7, 8)]
    assert len(window.ids) > len(windows("He left.")[0].ids)


@pytest.mark.parametrize(("word", "case"), [("seoul", 0), ("Seoul", 1), ("UN", 2), ("A", 1), ("42", 3), (",", 3)])
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Lee met them. He left.", ["Mr. Lee met them.", "He left."]),
        ("He met Kim J. Park on Jan. 3 in Oslo.", ["He met Kim J. Park on Jan. 3 in Oslo."]),
        ("“We will go.” It left.", ["“We will go.”", "It left."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[slice(*s)] for s in iter_sentences(text)] == sentences


def test_what_the_tables_tell_is_told_of_each_piece() -> None:
    text = "Oslo left the Sea Pact."
    marks = bytearray(len(text))
    marks[0:4] = bytes([1]) * 4
    (window,) = iter_windows(text, None, TOKENIZER, marks)
    told = [known for known, extent in zip(window.known, window.extents, strict=True) if extent.start >= 0]
    assert told[0] == 1
    assert not any(told[1:])
