"""Two dates that are the ends of one period: "from 3 to 5 May", "Friday and Saturday", "between now and July"."""

import re
from datetime import date

from aide_memoire.dates.operators import operator_before
from aide_memoire.dates.placing import Period, Place, begin_of, end_of
from aide_memoire.dates.timexes import Found
from aide_memoire.dates.tokens import code

_JOINS = tuple(map(code, ("AND", "TO", "OR", "UNTIL", "THROUGH", "HYPHEN", "DASH")))
_BETWEEN = (*_JOINS, *map(code, ("THE", "ON", "AT")))
_DAYS = tuple(map(code, ("N_12", "N_31", "ORDINAL")))
_OTHER_COUNTS = tuple(map(code, ("MONTH", "MONTH_SHORT", "UNITS", "UNIT")))
_NEIGHBOURS = 6  # days that "Friday and Saturday" can lie apart


def range_of_dates(place: Place, following: Found | None) -> Period | None:
    """Join an expression with the one that follows it, where both are the ends of one range."""
    if following is None or following.meaning.stretch is None or not _joined(place, following):
        return None
    one, other = place.meaning.stretch, following.meaning.stretch
    if one is None:
        is_now = place.words() == ["now"] and place.kind == "between" and place.today is not None
        edtf = f"{place.today}/{end_of(other)}"
        return Period(place.start, following.end, edtf) if is_now else None
    if other.last < one.first and _is_weekday(place, following):
        other = other.shift(7)  # "from Monday to Friday", said on a Thursday
    if other.last < one.first or not _one_range(place, following):
        return None
    edtf = one.edtf if one == other else f"{begin_of(one)}/{end_of(other)}"
    return Period(place.start, following.end, edtf)


def _is_weekday(place: Place, found: Found) -> bool:
    return found.end - found.start == 1 and place.tokens.classes[found.start] == code("WEEKDAY")


def _joined(place: Place, following: Found) -> bool:
    between = place.tokens.classes[place.found.end : following.start]
    return bool(between) and between[0] in _JOINS and all(word in _BETWEEN for word in between)


def _one_range(place: Place, following: Found) -> bool:
    """Say whether joined dates are one range: any from … to …, and days that are neighbours."""
    one, other = place.meaning.stretch, following.meaning.stretch
    if one is None or other is None or not {place.meaning.type, following.meaning.type} <= {"DATE", "TIME"}:
        return False
    if place.tokens.classes[place.found.end] == code("AND") and place.kind != "between":
        return one.grain == other.grain == "day" and 0 <= (other.first - one.first).days <= _NEIGHBOURS
    return place.kind in ("from", "between", "on", None)


def range_with_day_after(place: Place) -> Period | None:
    """Read the bare second day of "Nov. 4 and 5" or "from Nov. 15 to 26"."""
    stretch, at = place.meaning.stretch, place.found.end
    classes = place.tokens.classes
    if stretch is None or stretch.grain != "day" or len(place.words()) < 2 or at + 1 >= len(classes):
        return None
    if classes[at] not in _JOINS or classes[at + 1] not in _DAYS or _counts_something(place):
        return None
    last = _same_month(stretch.first, place.tokens.words[at + 1])
    if last is None or last <= stretch.first:
        return None
    return Period(place.start, at + 2, f"{stretch.first.isoformat()}/{last.isoformat()}")


def _counts_something(place: Place) -> bool:
    """Say whether the number after a date counts what follows it: "on May 3 and 12 ministers came"."""
    at = place.found.end + 2
    word = place.tokens.words[at] if at < len(place.tokens.words) else ""
    return (word.isalpha() and word.endswith("s")) or place.tokens.classes[at : at + 1] in _OTHER_COUNTS


def range_with_day_before(place: Place) -> Period | None:
    """Read the bare first day of "from 3 to 5 May"."""
    stretch, at = place.meaning.stretch, place.found.start - 2
    classes = place.tokens.classes
    if stretch is None or stretch.grain != "day" or at < 1 or classes[at] not in _DAYS or classes[at + 1] not in _JOINS:
        return None
    kind, start = operator_before(place.tokens, at)
    first = _same_month(stretch.first, place.tokens.words[at])
    if kind not in ("from", "between") or classes[place.found.start] not in _DAYS or first is None:
        return None
    edtf = f"{first.isoformat()}/{stretch.first.isoformat()}"
    return Period(start, place.found.end, edtf) if first < stretch.first else None


def _same_month(day: date, number: str) -> date | None:
    try:
        return day.replace(day=int(re.sub(r"\D", "", number) or 0))
    except ValueError:
        return None
