"""Texts that tell of long ago, and those that only mention it."""

from datetime import date

import pytest

from aide_memoire.dates.histories import is_history, year_told
from aide_memoire.dates.stretches import Grain, Stretch
from aide_memoire.dates.tokens import tokenise

TODAY = date(2012, 5, 5)
YEARS = "In 1939, 1940, 1941, 1942, 1943, 1944, 1945 and 1946 they fought."


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        (YEARS, TODAY, True),
        (YEARS, None, False),
        (YEARS, date(1946, 5, 5), False),
        (YEARS + " He said so on Thursday. She said so yesterday.", TODAY, False),
        ("In 1939 they fought.", TODAY, False),
        (YEARS + " They met in 2011 and 2012, and meet in 2013 and 2014.", TODAY, False),
    ],
)
def test_a_history_names_many_years_and_hardly_a_weekday(text: str, today: date | None, expected: bool) -> None:
    assert is_history(tokenise(text), today) is expected


@pytest.mark.parametrize(
    ("grain", "first", "month", "year"),
    [
        ("month", date(1939, 9, 1), 10, 1939),
        ("month", date(1939, 9, 1), 6, 1939),
        ("month", date(1939, 9, 1), 4, 1940),
        ("day", date(1939, 2, 1), 11, 1938),
        ("year", date(1939, 1, 1), 12, 1939),
    ],
)
def test_the_year_told_is_that_of_the_date_before_or_the_next(grain: Grain, first: date, month: int, year: int) -> None:
    assert year_told(Stretch(grain, first), month) == year
