"""Landmarks: each shows itself in a sentence, and none stands for a day that is not on record."""

import pytest

from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.landmarks import Entry, find_landmarks, load_landmarks


@pytest.mark.parametrize("entry", load_landmarks(), ids=lambda entry: entry.names[0])
def test_each_entry_finds_its_examples_and_none_of_its_non_examples(entry: Entry) -> None:
    first = bounds(entry.first)[0]
    for example in entry.examples:
        assert first in [landmark.first for landmark in find_landmarks(example)], example
    for example in entry.non_examples:
        assert first not in [landmark.first for landmark in find_landmarks(example)], example


@pytest.mark.parametrize("entry", load_landmarks(), ids=lambda entry: entry.names[0])
def test_what_ended_had_begun(entry: Entry) -> None:
    first, last = bounds(entry.first)[0], bounds(entry.last)[1] if entry.last else None
    assert first
    assert last is None or first < last


def test_no_name_stands_for_two_landmarks() -> None:
    names = [name.lower() for entry in load_landmarks() for name in entry.names]
    assert sorted(names) == sorted(set(names))


def test_an_agreement_may_be_named_while_it_is_negotiated() -> None:
    (landmark,) = find_landmarks("They spoke of the Abraham Accords and the Panmunjom Declaration.")[1:]
    assert (landmark.text, landmark.first.year) == ("Panmunjom Declaration", 2015)


def test_a_longer_word_is_not_the_name() -> None:
    assert find_landmarks("They spoke of Zairean music.") == ()
