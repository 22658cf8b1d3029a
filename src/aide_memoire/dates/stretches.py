"""A stretch of the calendar with its precision: a day, week, month, quarter, season, half, year, decade, century.

What a date expression means before it is written as a TIMEX3 value or as EDTF. Shifting a stretch by one gives the
next of its kind: the month after 2020-12 is 2021-01.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

import msgspec

Grain = Literal[
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "fiscal year"
]
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "fiscal year": 12}
_YEARS: dict[str, int] = {"decade": 10, "century": 100}
_SEASONS = {3: ("SP", 21), 6: ("SU", 22), 9: ("FA", 23), 12: ("WI", 24)}


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of days that begins on `first` and is one `grain` long."""

    grain: Grain
    first: date

    @property
    def last(self) -> date:
        """The last day of the stretch; where the calendar ends, its last day."""
        if self.grain == "day":
            return self.first
        if self.grain == "weekend":
            return _add_days(self.first, 1)
        return _add_days(self.shift(1).first, -1) if self.first.year < 9890 else date.max

    def shift(self, count: int) -> "Stretch":
        """Give the stretch `count` of its kind later; earlier where negative. OverflowError beyond year 9999."""
        if self.grain == "day":
            return Stretch("day", _add_days(self.first, count))
        if self.grain in ("week", "weekend"):
            return Stretch(self.grain, _add_days(self.first, 7 * count))
        months = _MONTHS.get(self.grain) or 12 * _YEARS[self.grain]
        return Stretch(self.grain, _add_months(self.first, months * count))

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2021-01-21, 2006-W50, 2006-W50-WE, 2021-Q3, 2021-SU, 2021-H2, 199 (the decade), 19."""
        year, month = self.first.year, self.first.month
        match self.grain:
            case "day":
                return self.first.isoformat()
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.grain == "weekend" else "")
            case "month":
                return f"{year:04}-{month:02}"
            case "quarter":
                return f"{year:04}-Q{(month + 2) // 3}"
            case "season":
                return f"{year:04}-{_SEASONS[month][0]}"
            case "half":
                return f"{year:04}-H{(month + 5) // 6}"
            case "year":
                return f"{year:04}"
            case "fiscal year":
                return f"{self.last.year:04}"
            case "decade":
                return f"{year // 10:03}"
            case "century":
                return f"{year // 100:02}"

    @property
    def edtf(self) -> str:
        """The EDTF date; what has no form of its own (a week, a quarter) is the interval of its days or months."""
        year, month = self.first.year, self.first.month
        match self.grain:
            case "day" | "month" | "year":
                return self.value
            case "week" | "weekend":
                return f"{self.first.isoformat()}/{self.last.isoformat()}"
            case "quarter" | "half" | "fiscal year":
                return f"{year:04}-{month:02}/{self.last.isoformat()[:7]}"
            case "season":
                return f"{year:04}-{_SEASONS[month][1]}"
            case "decade":
                return f"{year // 10:03}X"
            case "century":
                return f"{year // 100:02}XX"


def day(value: date) -> Stretch:
    """Give the day as a stretch."""
    return Stretch("day", value)


def around(value: date, grain: Grain) -> Stretch:
    """Give the stretch of a kind that a day lies in: the week of 21 January 2021 begins on the 18th."""
    year, month = value.year, value.month
    match grain:
        case "day":
            return Stretch("day", value)
        case "week":
            return Stretch("week", _add_days(value, -value.weekday()))
        case "weekend":
            return Stretch("weekend", _add_days(value, 5 - value.weekday()))
        case "month":
            return Stretch("month", date(year, month, 1))
        case "quarter":
            return Stretch("quarter", date(year, (month - 1) // 3 * 3 + 1, 1))
        case "season":
            return season(year - (month < 3), month % 12 // 3 if month % 12 // 3 else 4)
        case "half":
            return Stretch("half", date(year, 1 if month < 7 else 7, 1))
        case "decade":
            return Stretch("decade", date(max(year // 10 * 10, 1), 1, 1))
        case "century":
            return Stretch("century", date(max(year // 100 * 100, 1), 1, 1))
        case _:
            return Stretch("year", date(year, 1, 1))


def season(year: int, number: int) -> Stretch:
    """Give a season: 1 spring, 2 summer, 3 autumn, 4 winter, which belongs to the year that it begins in."""
    return Stretch("season", date(year, 3 * number, 1))


def later(value: date, count: int, unit: str) -> date:
    """Give the day `count` units later: three months after 31 January is 30 April. OverflowError beyond year 9999."""
    if unit == "day":
        return _add_days(value, count)
    if unit in ("week", "fortnight", "weekend"):
        return _add_days(value, count * (14 if unit == "fortnight" else 7))
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return value if months is None else _add_months(value, months * count)


def _add_days(value: date, count: int) -> date:
    if abs(count) > 4_000_000:
        raise OverflowError("day out of range")
    return value + timedelta(days=count)


def _add_months(value: date, count: int) -> date:
    total = value.year * 12 + value.month - 1 + count
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return date(year, month + 1, min(value.day, monthrange(year, month + 1)[1]))
