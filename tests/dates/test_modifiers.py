"""The TIMEX3 modifier that the words of an expression say, and records from before there was one."""

import msgspec
import pytest

from aide_memoire.dates.modifiers import modifier
from aide_memoire.dates.timexes import find
from aide_memoire.dates.tokens import tokenise
from aide_memoire.records import Timex

# (expression, modifier)
ROWS = [
    ("early May", "START"),
    ("mid-May", "MID"),
    ("the end of May", "END"),
    ("the year-end", "END"),
    ("sometime in May", None),
    ("in 2031 and beyond", "ON_OR_AFTER"),
    ("about 40 days", "APPROX"),
    ("40 days", None),
    ("two weeks later", None),
    ("two weeks earlier", None),
    ("more than two weeks later", "AFTER"),
    ("more than two weeks earlier", "BEFORE"),
    ("more than two weeks from now", "AFTER"),
    ("less than two weeks from now", "BEFORE"),
    ("at least two weeks from now", "ON_OR_AFTER"),
    ("the year-earlier quarter", None),
]


@pytest.mark.parametrize(("words", "mod"), ROWS)
def test_a_modifier_is_what_the_words_say(words: str, mod: str | None) -> None:
    tokens = tokenise(f"It opens {words}.")
    (found,) = find(tokens, None)
    assert modifier(tokens, found.start, found.end) == mod


def test_a_timex_without_modifier_is_read_as_one_that_has_none() -> None:
    old = b'{"start":0,"end":3,"text":"May","type":"DATE","value":"2021-05","edtf":"2021-05","anchor":null}'
    timex = msgspec.json.decode(old, type=Timex)
    assert timex.mod is None
    assert msgspec.json.decode(msgspec.json.encode(timex), type=Timex) == timex
