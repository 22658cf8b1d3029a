"""Days of holidays by rule and by state, and working days, counted on a calendar."""

import subprocess
import sys
from datetime import date

import pytest

from aide_memoire.dates.holidays import easter, holiday_day, working_day

# (rule, year, the state that is meant, day)
RULES = [
    ("12-25", 2021, None, "2021-12-25"),
    ("11:4:3", 2021, None, "2021-11-25"),
    ("05:-1:0", 2021, None, "2021-05-31"),
    ("11:1:0+1", 2022, None, "2022-11-08"),
    ("easter-2", 2021, None, "2021-04-02"),
    ("easter+49", 2021, None, "2021-05-23"),
    ("KOR/Korean New Year", 2021, None, "2021-02-12"),
    ("KOR/Chuseok", 2021, None, "2021-09-21"),
    ("CHN/Chinese New Year (Spring Festival)", 2024, None, "2024-02-10"),
    ("ETH/Easter Sunday", 2021, None, "2021-05-02"),
    ("ISR/Pesach", 2021, None, "2021-03-28"),
    ("*/Liberation Day", 2021, "KOR", "2021-08-15"),
    ("*/Liberation Day", 2021, "ITA", "2021-04-25"),
    ("*/Independence Day", 2021, "USA", "2021-07-04"),
    ("*/Independence Day", 2021, "PAK", "2021-08-14"),
    ("*/Liberation Day", 2021, "USA", None),
    ("*/Independence Day", 2021, None, None),
    ("*/Independence Day", 2021, "XKX", None),
    ("KOR/Chuseok", 1066, None, None),
    ("ARE/Eid al-Fitr", 2080, None, None),
]

# (first day, working days, state, last day)
WORKING = [
    ("2021-03-09", 10, "KOR", "2021-03-23"),
    ("2021-02-10", 3, "KOR", "2021-02-17"),  # over the three days of Seollal and a weekend
    ("2021-07-02", 1, "USA", "2021-07-06"),  # Independence Day is observed on Monday
    ("2021-01-21", 2, "ISR", "2021-01-25"),  # Friday and Saturday are the weekend
    ("2021-01-21", 0, "KOR", None),
    ("2021-01-21", 100_000, "KOR", None),
    ("9999-12-31", 5, "KOR", None),
    ("2021-01-21", 5, "XKX", None),
]


@pytest.mark.parametrize(("rule", "year", "country", "day"), RULES)
def test_a_holiday_is_on(rule: str, year: int, country: str | None, day: str | None) -> None:
    assert holiday_day(rule, year, country) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(("first", "count", "country", "last"), WORKING)
def test_working_days_end_on(first: str, count: int, country: str, last: str | None) -> None:
    expected = date.fromisoformat(last) if last else None
    assert working_day(date.fromisoformat(first), count, country) == expected


@pytest.mark.parametrize("day", ["1997-03-30", "2000-04-23", "2011-04-24", "2038-04-25"])
def test_easter_is_on(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


def test_the_calendars_of_states_are_loaded_only_when_they_are_needed() -> None:
    code = "import sys, aide_memoire.dates as d; d.find_periods('by May 2022', None); print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
