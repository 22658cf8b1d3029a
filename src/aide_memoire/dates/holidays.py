"""The days of holidays, and working days: by rule where the calendar makes them, else by the `holidays` package.

That package takes a tenth of a second to load, so that it is imported only where a text names such a day.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_FIRST, _LAST = 1900, 2100  # what the package knows
_MOST = 260  # working days that are counted: a year of them


def holiday_day(rule: str, year: int, country: str | None) -> date | None:
    """Give the day of a holiday in a year by its rule in lexicons/time_holidays.toml, None where it is not known.

    "12-25" is a day, "11:4:3" the fourth Thursday of November, "11:1:0+1" the day after its first Monday, "easter-2"
    Good Friday, "KOR/Chuseok" what South Korea calls so; "*/Independence Day" is that of the state that is meant.
    """
    if "/" in rule:
        of, _, name = rule.partition("/")
        of = country or "" if of == "*" else of
        return _known_day(of, name, year) if of and _FIRST <= year <= _LAST else None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if ":" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    rule, _, later = rule.partition("+")
    return _nth_weekday(rule, year) + timedelta(days=int(later or 0))


def working_day(first: date, count: int, country: str) -> date | None:
    """Give the day that comes so many working days of a state after a day; None where its holidays are not known.

    Ten working days of South Korea after 9 March 2021 is 23 March 2021.
    """
    calendar = _calendar(country)
    if calendar is None or not 0 < count <= _MOST or not _FIRST <= first.year < _LAST - 5:
        return None
    found: date = calendar.get_nth_working_day(first, count)
    return found


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the anonymous Gregorian computus, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, rest = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, rest + 1)


def _nth_weekday(rule: str, year: int) -> date:
    month, nth, weekday = (int(part) for part in rule.split(":"))
    days = [date(year, month, d) for d in range(1, monthrange(year, month)[1] + 1)]
    fitting = [d for d in days if d.weekday() == weekday]
    return fitting[nth - 1 if nth > 0 else nth]


@cache
def _known_day(country: str, name: str, year: int) -> date | None:
    """The first day of the year that a state calls by a name; an estimated one ("Eid al-Fitr (estimated)") is none."""
    calendar = _calendar(country)
    if calendar is None:
        return None
    calendar.get(date(year, 1, 1))  # which makes it know the year
    called = (day for day, names in calendar.items() if day.year == year and name in re.split(r"\s*[;/]\s*", names))
    return min(called, default=None)


@cache
def _calendar(country: str) -> "HolidayBase | None":
    from holidays import country_holidays  # a tenth of a second that most texts do not need

    try:
        return country_holidays(country, language="en_US")
    except NotImplementedError:
        return None
