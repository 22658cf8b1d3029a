"""EDTF (ISO 8601-2) as the project writes it: what a string says, and between which days it lies.

The forms: years, months and days ("2021", "2021-01", "2021-01-21"), decades and centuries ("199X", "19XX"), seasons
(21 to 24), quarters (33 to 36) and halves (40, 41) as sub-year groupings, each with a final "~", "?" or "%", and
intervals of two of them, of which one may be missing ("/2022-05", "2022-05/") or open ("2025/..").
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from aide_memoire.errors import DateError

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[~?%]?", re.ASCII)
_DATETIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?", re.ASCII
)
_LONGEST = 64
_SPRING, _WINTER = 21, 24
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)

type Bounds = tuple[date | None, date | None]


def bounds(edtf: str) -> Bounds:
    """Give the first and the last day that an EDTF date can mean; an open or unknown end is None.

    "2022-05" is 1 to 31 May 2022, "/2022-05" is (None, 31 May 2022), "2025/.." is (1 January 2025, None). Seasons are
    those of the northern half, winter reaching from the January before to the February after. DateError if no EDTF.
    """
    found = _bounds(edtf)
    if found is None:
        raise DateError(
            f"{edtf[:_LONGEST]!r} is no EDTF date",
            remedy="Write a year, month or day such as 2022-05, or an interval such as 2021-06/2022-05 or /2022-05",
        )
    return found


def is_edtf(text: str) -> bool:
    """Say whether a string is an EDTF date of the forms above: "2022-05" is, "2022-13" and "May 2022" are not."""
    return _bounds(text) is not None


def day_of(edtf: str) -> date | None:
    """Give the day that an EDTF date names, or None where it is less precise: "2021-01-21" has one, "2021-01" none."""
    first, last = bounds(edtf)
    return first if first == last and "/" not in edtf else None


def to_edtf_day(text: str) -> str:
    """Cut an ISO datetime to its day ("2021-01-21T10:00:00Z" is "2021-01-21"); any EDTF date stays what it is."""
    cut = _DATETIME.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    candidate = cut[1] if cut else text.strip()
    bounds(candidate)
    return candidate


def _bounds(edtf: str) -> Bounds | None:
    if len(edtf) > _LONGEST:
        return None
    head, slash, tail = edtf.partition("/")
    if not slash:
        return _of_date(head)
    first, last = _of_end(head), _of_end(tail)
    if first is None or last is None or not (head.strip(".") or tail.strip(".")):
        return None
    if first[0] and last[1] and first[0] > last[1]:
        return None
    return first[0], last[1]


def _of_end(text: str) -> Bounds | None:
    return (None, None) if text in ("", "..") else _of_date(text)


def _of_date(text: str) -> Bounds | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if last == 0:
        return None
    first = max(first, 1)
    if match["month"] in (None, "XX"):
        return date(first, 1, 1), date(last, 12, 31)
    if first != last:
        return None
    return _of_month(first, int(match["month"]), match["day"])


def _of_month(year: int, month: int, day: str | None) -> Bounds | None:
    if day in (None, "XX"):
        return _of_part(year, month)
    if not 1 <= month <= 12 or not 1 <= int(day or 0) <= monthrange(year, month)[1]:
        return None
    the_day = date(year, month, int(day or 0))
    return the_day, the_day


def _of_part(year: int, part: int) -> Bounds | None:
    if 1 <= part <= 12:
        return _months(year, part, 1)
    if _SPRING <= part < _WINTER:
        return _months(year, 3 + 3 * (part - _SPRING), 3)
    if part == _WINTER:
        return date(year, 1, 1), (date(year + 1, 3, 1) - timedelta(days=1) if year < date.max.year else date.max)
    if part in _QUARTERS:
        return _months(year, 1 + 3 * (part - _QUARTERS.start), 3)
    if part in _HALVES:
        return _months(year, 1 + 6 * (part - _HALVES.start), 6)
    return None


def _months(year: int, first: int, count: int) -> Bounds:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
