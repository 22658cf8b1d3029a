"""The state that a text means at a place, one row each."""

import pytest

from aide_memoire.dates.countries import country_meant

ROWS = [
    ("South Korea answers HERE.", "KOR"),
    ("Seoul answers HERE.", "KOR"),
    ("HERE the Italian parliament answers.", "ITA"),
    ("North Korean troops paraded HERE.", "PRK"),
    ("India and Pakistan answer HERE.", None),
    ("They answer HERE.", None),
    ("Italy" + " and so on" * 60 + " HERE.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "country"), ROWS)
def test_the_state_is_that_named_around_the_place(text: str, country: str | None) -> None:
    assert country_meant(text, max(0, text.find("HERE"))) == country
