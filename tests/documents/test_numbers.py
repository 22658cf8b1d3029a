"""Numbers and places that tell a year: each row shows itself, none raises on nonsense or takes long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.numbers import Anniversary, Register, Series, Venue, find_numbers, load_numbers

ROWS = (*load_numbers().series, *load_numbers().register, *load_numbers().venue, *load_numbers().anniversary)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.names[0])
def test_each_row_finds_its_examples_and_none_of_its_non_examples(row: Series | Register | Venue | Anniversary) -> None:
    assert row.source.startswith("https://")
    for example in row.examples:
        assert find_numbers(example), example
    for example in row.non_examples:
        assert find_numbers(example) == (), example


@pytest.mark.parametrize("register", load_numbers().register, ids=lambda row: row.names[0])
def test_numbers_of_a_register_grow_with_time(register: Register) -> None:
    numbers = [number for number, _ in register.starts]
    days = [bounds(edtf)[0] for _, edtf in register.starts]
    assert numbers == sorted(set(numbers))
    assert days == sorted(day for day in days if day)


@pytest.mark.parametrize("series", load_numbers().series, ids=lambda row: row.names[0])
def test_a_series_has_its_years_by_rule_or_by_list(series: Series) -> None:
    assert (series.year is None) == bool(series.years)
    assert list(series.years) == sorted(series.years)


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("the 58th session of the UN General Assembly", None, 2003, 2003),
        ("the 109th Congress", None, 2005, 2006),
        ("the 53rd Security Consultative Meeting", None, 2021, 2021),
        ("the 27th APEC summit", None, 2020, 2020),
        ("Security Council resolutions 1695 and 1718", None, 2006, 2006),
        ("Executive Order 13959, as amended", "Executive Order 13959", 2020, 2020),
        ("the NATO summit, held in Vilnius", None, 2023, 2023),
        ("the Hiroshima G7 summit", "Hiroshima G7 summit", 2023, 2023),
        ("the 50th anniversary of the 1953 armistice", "50th anniversary of the 1953", 2003, 2003),
        ("the 60th anniversary of the founding of the United Nations", None, 2005, 2005),
        ("the 40th anniversary of the opening of relations", None, None, None),
        ("the 53rd meeting", None, None, None),
        ("House Resolution 1718", None, None, None),
        ("the 9th Congress", None, None, None),
        ("the 99th ASEAN Summit", None, None, None),
    ],
)
def test_the_year_that_a_number_tells(text: str, quote: str | None, first: int | None, last: int | None) -> None:
    found = find_numbers(text)
    if first is None or last is None:
        assert found == ()
        return
    (numbered,) = found
    assert numbered.text == (quote or text.removeprefix("the "))
    assert (numbered.first, numbered.last) == (date(first, 1, 1), date(last, 12, 31))


def test_a_place_of_two_meetings_speaks_for_both_years() -> None:
    found = find_numbers("They met at the G7 summit in Elmau.")
    assert [numbered.first.year for numbered in found] == [2015, 2022]


@given(st.text(alphabet="G7 summit in Elmau 60th anniversary of 1953.,\n", max_size=200))
def test_nonsense_raises_nothing(text: str) -> None:
    assert all(numbered.text in text for numbered in find_numbers(text))
