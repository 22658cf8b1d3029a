"""Deadlines and planned times: a time expression with the words that make a period of it.

"by May next year", written in 2021, is `/2022-05`: the words before a date say which side of it is meant. What is only
a date stays one ("on Friday"), and a length becomes an interval only where the day that it counts from is known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.matches import Meaning
from aide_memoire.dates.operators import Kind, operator_before
from aide_memoire.dates.stretches import Stretch, around, day, later
from aide_memoire.dates.timexes import Found, days_of, find
from aide_memoire.dates.tokens import Tokens, code, tokenise
from aide_memoire.records import Due

_JOINS = frozenset({"and", "to", "or", "until", "till", "through", "-", "–", "‑"})
_ANCHORS = frozenset({"of", "from", "after", "following", "since"})
_ORDER = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "fiscal year", "decade", "century")


class _Period(msgspec.Struct, frozen=True):
    start: int
    end: int
    edtf: str | None


def find_periods(
    text: str, dct: str | None, *, direction: Literal["past", "future"] | None = None
) -> tuple[Due, ...]:
    """Find the dates, deadlines and spells of a text, each with the words that make a period of it.

    In "It will withdraw by May next year." written on 2021-01-21 that is "by May next year", `/2022-05`. Spans are code
    points into the text and include the operator. `direction` settles which way bare months and weekdays point (a
    deadline's is the future, where today's own weekday is today); without it the words around decide. `edtf` is None
    where the words name a period that cannot be placed ("within 60 days"); vague ones ("soon") are left out.
    DateError if `dct` is no EDTF date.
    """
    tokens = tokenise(text)
    readings = [list(_periods(tokens, day, direction)) for day in days_of(dct)]
    return tuple(_due(tokens, same) for same in zip(*readings, strict=True))


def _due(tokens: Tokens, readings: tuple[_Period, ...]) -> Due:
    first = readings[0]
    start, end = tokens.starts[first.start], tokens.ends[first.end - 1]
    agreed = len({reading.edtf for reading in readings}) == 1
    return Due(text=tokens.text[start:end], start=start, end=end, edtf=first.edtf if agreed else None)


def _periods(tokens: Tokens, today: date | None, way: Literal["past", "future"] | None) -> Iterator[_Period]:
    founds = list(find(tokens, today, way))
    index = 0
    while index < len(founds):
        found = founds[index]
        following = founds[index + 1] if index + 1 < len(founds) else None
        kind, start = operator_before(tokens, found.start)
        if following and _joined(tokens, found, following, kind):
            index += 2
            yield _Period(start, following.end, _range(found.meaning, following.meaning))
            continue
        index += 1
        if _is_vague(found.meaning):
            continue
        if found.meaning.type == "DURATION":
            anchored = _anchored(tokens, found, following)
            period = _of_length(tokens, found, kind, start, today, anchored)
            index += anchored is not None and period is not None
        else:
            period = _of_date(tokens, found, kind, start, today)
        if period is not None:
            yield period


def _is_vague(meaning: Meaning) -> bool:
    return meaning.type == "SET" or (meaning.value or "").endswith("_REF")


def _joined(tokens: Tokens, first: Found, second: Found, kind: Kind | None) -> bool:
    """Say whether two dates are the ends of one range: "Friday and Saturday", "from May to July"."""
    between = tokens.words[first.end : second.start]
    if not between or between[0] not in _JOINS or any(w not in _JOINS and w not in ("the", "on", "at") for w in between):
        return False
    one, other = first.meaning.stretch, second.meaning.stretch
    if one is None or other is None or not {first.meaning.type, second.meaning.type} <= {"DATE", "TIME"}:
        return False
    if between[0] == "and" and kind != "between":
        return one.grain == other.grain == "day" and 0 <= (other.first - one.first).days <= 6
    return one.first <= other.last and kind in ("from", "between", "on", None)


def _range(first: Meaning, second: Meaning) -> str | None:
    one, other = first.stretch, second.stretch
    if one is None or other is None:
        return None
    if one.first == other.first and one.grain == other.grain:
        return one.edtf
    return f"{_begin(one)}/{_end(other)}"


def _begin(stretch: Stretch) -> str:
    return _whole(stretch).split("/")[0]


def _end(stretch: Stretch) -> str:
    return _whole(stretch).split("/")[-1]


def _whole(stretch: Stretch) -> str:
    if stretch.grain == "season":
        return f"{stretch.first:%Y-%m}/{stretch.last:%Y-%m}"
    if stretch.grain in ("decade", "century"):
        return f"{stretch.first.year:04}/{stretch.last.year:04}"
    return stretch.edtf


def _of_date(tokens: Tokens, found: Found, kind: Kind | None, start: int, today: date | None) -> _Period | None:
    meaning, end = found.meaning, found.end
    more = _more_days(tokens, found)
    if meaning.stretch is None or meaning.edtf is None:
        return _Period(start, end, None)
    if "/" in meaning.edtf and meaning.stretch.grain == "day":
        first, _, last = meaning.edtf.partition("/")
        return _Period(start, end, f"/{last}" if kind in ("by", "until") else meaning.edtf)
    if more is not None:
        end, last_day = more
        return _Period(start, end, f"{meaning.stretch.first.isoformat()}/{last_day.isoformat()}")
    return _Period(start, _at_the_latest(tokens, end), _placed(tokens, found, meaning.stretch, kind, today))


def _placed(tokens: Tokens, found: Found, stretch: Stretch, kind: Kind | None, today: date | None) -> str | None:
    part = found.meaning.part
    point = _pointed(tokens, found, stretch, today)
    if kind is None and "at the latest" in " ".join(tokens.words[found.end : found.end + 3]):
        kind = "by"
    match kind:
        case "by" | "until":
            return "/" + _end_of_part(stretch, part)
        case "before":
            return "/" + (_end_of_part(stretch, part) if part else _end(stretch.shift(-1)))
        case "through":
            return f"{today.isoformat()}/{_end(stretch)}" if today and stretch.last >= today else "/" + _end(stretch)
        case "from" | "after":
            return f"{_begin(stretch)}/.." if part != "END" else f"{_end_of_part(stretch, part)}/.."
        case _:
            return point


def _pointed(tokens: Tokens, found: Found, stretch: Stretch, today: date | None) -> str:
    """A date as itself; "later this month" is what is left of it, "the end of the year" its last month."""
    words = tokens.words[found.start : found.end]
    if "later" in words and today and stretch.grain in ("week", "month", "season") and stretch.first <= today <= stretch.last:
        first = later(today, 1, "day") if stretch.grain == "week" and today < stretch.last else today
        return f"{first.isoformat()}/{stretch.last.isoformat()}" if stretch.grain != "season" else _whole(stretch)
    if "end" in words and stretch.grain in ("year", "quarter", "half"):
        return f"{stretch.last.year:04}-{stretch.last.month:02}"
    return _whole(stretch) if stretch.grain == "decade" else stretch.edtf


def _end_of_part(stretch: Stretch, part: str | None) -> str:
    if part == "END" and stretch.grain in ("year", "fiscal year", "quarter", "half", "decade"):
        return f"{stretch.last.year:04}-{stretch.last.month:02}"
    if part == "MID" and stretch.grain == "year":
        return f"{stretch.first.year:04}-06"
    if part == "MID" and stretch.grain == "decade":
        return f"{stretch.first.year + 5:04}"
    return _end(stretch)


def _at_the_latest(tokens: Tokens, end: int) -> int:
    return end + 3 if tokens.words[end : end + 3] == ["at", "the", "latest"] else end


def _more_days(tokens: Tokens, found: Found) -> tuple[int, date] | None:
    """The second day of "Nov. 4 and 5" or "from Nov. 15 to 26": where it ends among the words, and the day."""
    stretch, place = found.meaning.stretch, found.end
    if stretch is None or stretch.grain != "day" or found.end - found.start < 2 or place + 1 >= len(tokens.words):
        return None
    if tokens.words[place] not in _JOINS or tokens.classes[place + 1] not in (code("N_12"), code("N_31")):
        return None
    after = tokens.words[place + 2] if place + 2 < len(tokens.words) else "."
    if (after.isalpha() and after.endswith("s")) or tokens.classes[place + 2 : place + 3] in (code("MONTH"), code("UNITS")):
        return None
    number = int(tokens.words[place + 1])
    try:
        last = stretch.first.replace(day=number)
    except ValueError:
        return None
    return (place + 2, last) if last > stretch.first else None


def _anchored(tokens: Tokens, found: Found, following: Found | None) -> Stretch | None:
    """The date that a length counts from: "within 30 days of 9 March"."""
    if following is None or following.meaning.stretch is None or following.start - found.end > 2:
        return None
    between = tokens.words[found.end : following.start]
    return following.meaning.stretch if between and between[0] in _ANCHORS else None


def _of_length(
    tokens: Tokens, found: Found, kind: Kind | None, start: int, today: date | None, anchor: Stretch | None
) -> _Period | None:
    count, unit = found.meaning.length or (None, "")
    relation = found.meaning.relation
    if unit in ("hour", "minute", "second", ""):
        return None
    if count is None:
        return None
    if anchor is not None and anchor.grain == "day":
        return _Period(start, found.end, _interval(anchor.first, count, unit))
    if relation in (-1, 1) and today is not None:
        return _Period(start, found.end, _interval(today, relation * count, unit))
    if kind == "within":
        return _Period(start, found.end, None)
    if kind == "on" and tokens.words[start] == "in":
        return _Period(start, found.end, _after_length(today, count, unit))
    return _Period(start, found.end, None) if kind is not None else None


def _interval(first: date, count: float, unit: str) -> str | None:
    try:
        other = later(first, int(count), unit)
    except OverflowError:
        return None
    early, late = sorted((first, other))
    return f"{early.isoformat()}/{late.isoformat()}" if count == int(count) else None


def _after_length(today: date | None, count: float, unit: str) -> str | None:
    """Read "in 120 days" as the day, "in two months" and "in one year" as the month."""
    if today is None or count != int(count):
        return None
    try:
        target = later(today, int(count), unit)
    except OverflowError:
        return None
    if unit in ("day", "week", "fortnight"):
        return day(target).edtf
    return around(target, "month" if unit in ("month", "quarter") or count == 1 else "year").edtf


def _check(edtf: str) -> str:
    bounds(edtf)
    return edtf
