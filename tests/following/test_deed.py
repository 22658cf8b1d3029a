"""What an action phrase is about, in comparable words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.following.deed import read_deed
from aide_memoire.following.stem import stem


@pytest.mark.parametrize(
    ("action", "family", "objects"),
    [
        ("restore communications", "restore", {"hotline"}),
        ("work with the allies to restart nuclear negotiations", "restore", {"ally", "nuclear", "talks"}),
        ("ask the National Assembly to ratify the charter", "ask", {"parliament", "ratify", "charter"}),
        ("push for a state visit", "visit", {"stat"}),
        ("complete denuclearisation of the isles", "denuclearise", {"isle"}),
        ("complete the road map", "complete", {"road", "map"}),
        ("take part in the drills", "attend", {"drill"}),
        ("continue the emergency", "continu", {"emergency"}),
        ("uphold the sea pact", "implement", {"sea", "agreement"}),
        ("quarantine arrivals", "quarantin", {"arrival"}),
        ("visit", "visit", set()),
        ("the", "the", set()),
        ("…", None, set()),
        ("", None, set()),
    ],
)
def test_an_action_is_a_family_and_its_objects(action: str, family: str | None, objects: set[str]) -> None:
    deed = read_deed(action)
    assert (deed.family, set(deed.objects)) == (family, objects)


def test_names_of_the_actors_are_left_out_with_their_adjectives() -> None:
    deed = read_deed("restore Japanese and Norwegian fishing rights in Japan", frozenset({"japan", "norway"}))
    assert deed.objects == {"fish", "right"}


def test_proper_names_are_known_by_their_capitals() -> None:
    assert read_deed("Restore the Nordic ferry to Bergen").names == {"nordic", "bergen"}


def test_a_proviso_is_cut_off() -> None:
    assert read_deed("donate tents subject to approval including tarpaulins").objects == {"tent"}


def test_amounts_stand_apart() -> None:
    deed = read_deed("donate 2,500 tents and 1.5 million blankets")
    assert deed.numbers == {"2,500", "1.5"}


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("restore", "restoring", "restored", "restores"), True),
        (("stop", "stopping", "stopped"), True),
        (("normalise", "normalizing", "normalised"), True),
        (("ratify", "ratifies"), True),
        (("defence", "defense"), True),
        (("talk", "talks", "talk’s"), True),
        (("country", "countries"), True),
        (("string", "stir"), False),
        (("hold", "holy"), False),
        (("aid", "aide"), False),
    ],
)
def test_a_stem_joins_inflections_only(words: tuple[str, ...], same: bool) -> None:
    assert (len({stem(word) for word in words}) == 1) == same


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    deed = read_deed(text)
    assert deed.broad <= deed.objects | deed.numbers
