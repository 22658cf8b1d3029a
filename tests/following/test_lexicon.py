"""Families of words: every example is led by its family, no non-example is."""

import pytest

from aide_memoire.following.deed import read_deed
from aide_memoire.following.lexicon import load_families

FAMILIES = load_families()


@pytest.mark.parametrize(("id", "example"), [(one.id, text) for one in FAMILIES.actions for text in one.examples])
def test_an_example_of_an_act_is_led_by_it(id: str, example: str) -> None:
    assert read_deed(example).family == id


@pytest.mark.parametrize(("id", "other"), [(one.id, text) for one in FAMILIES.actions for text in one.non_examples])
def test_a_non_example_of_an_act_is_not(id: str, other: str) -> None:
    assert read_deed(other).family != id


@pytest.mark.parametrize(("id", "example"), [(one.id, text) for one in FAMILIES.objects for text in one.examples])
def test_an_example_of_a_thing_speaks_of_it(id: str, example: str) -> None:
    assert id in read_deed(example).objects


@pytest.mark.parametrize(("id", "other"), [(one.id, text) for one in FAMILIES.objects for text in one.non_examples])
def test_a_non_example_of_a_thing_does_not(id: str, other: str) -> None:
    assert id not in read_deed(other).objects


def test_each_family_has_examples_and_non_examples() -> None:
    assert [one.id for one in FAMILIES.actions if not (one.examples and one.non_examples)] == []
    assert [one.id for one in FAMILIES.objects if not (one.examples and one.non_examples)] == []
