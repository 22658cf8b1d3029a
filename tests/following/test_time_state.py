"""Where a due date stands on a day."""

from datetime import date

import pytest

from aide_memoire.errors import DateError
from aide_memoire.following import time_state
from aide_memoire.records import TimeState


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        (None, "2021-01-01", "no_deadline"),
        ("2022-05-04", "2022-05-03", "upcoming"),
        ("2022-05-04", "2022-05-04", "due"),
        ("2022-05-04", "2022-05-05", "overdue"),
        ("2022-05", "2022-04-30", "upcoming"),
        ("2022-05", "2022-05-31", "due"),
        ("2022-05", "2022-06-01", "overdue"),
        ("/2022-05", "2021-01-21", "upcoming"),
        ("/2022-05", "2022-04-30", "upcoming"),
        ("/2022-05", "2022-05-01", "due"),
        ("/2022-05", "2022-06-01", "overdue"),
        ("../2022", "2021-12-31", "upcoming"),
        ("2021-06-09/2021-06-16", "2021-06-08", "upcoming"),
        ("2021-06-09/2021-06-16", "2021-06-09", "due"),
        ("2021-06-09/2021-06-16", "2021-06-17", "overdue"),
        ("2025/..", "2024-12-31", "upcoming"),
        ("2025/..", "2099-01-01", "due"),
        ("203X", "2040-01-01", "overdue"),
    ],
)
def test_time_state(due: str | None, day: str, expected: TimeState) -> None:
    assert time_state(due, date.fromisoformat(day)) == expected


def test_a_due_date_that_is_none_is_refused() -> None:
    with pytest.raises(DateError):
        time_state("soon", date(2021, 1, 1))
