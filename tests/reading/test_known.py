"""What the tables tell of a text before it is read: each character's mark says what stands there."""

import pytest

from aide_memoire.reading.known import ACTOR, DATE, INSTRUMENT, NOTHING, STATE, Known

TEXT = "Seoul will uphold the Panmunjom Declaration by May 2022, Hamas said on Friday."


def marks(words: str) -> set[int]:
    known = Known(TEXT, title=None, publisher=None, published="2021-01-21")
    start = TEXT.index(words)
    return set(known.marks[start : start + len(words)])


@pytest.mark.parametrize(
    ("words", "mark"),
    [("Seoul", STATE), ("Panmunjom Declaration", INSTRUMENT), ("by May 2022", DATE), ("will uphold", NOTHING)],
)
def test_each_character_is_marked_with_what_stands_there(words: str, mark: int) -> None:
    assert marks(words) == {mark}


def test_an_armed_group_is_an_actor() -> None:
    assert marks("Hamas") <= {ACTOR, STATE}
    assert NOTHING not in marks("Hamas")


def test_every_character_has_a_mark() -> None:
    known = Known(TEXT, title=None, publisher=None, published=None)
    assert len(known.marks) == len(TEXT)


def test_a_date_in_the_name_of_an_agreement_dates_nothing() -> None:
    text = "They honour the 19 September military agreement."
    known = Known(text, title=None, publisher=None, published="2021-01-21")
    assert known.dated["commitment"] == []
