"""Deadlines and planned times: a time expression with the words that make a period of it.

"by May next year", written in 2021, is `/2022-05`: the words before a date say which side of it is meant. What is only
a date stays one ("on Friday"), and a length becomes an interval only where the day that it counts from is known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from aide_memoire.dates.matches import Meaning
from aide_memoire.dates.operators import operator_before
from aide_memoire.dates.placing import Period, Place, place_date
from aide_memoire.dates.ranges import range_of_dates, range_with_day_after, range_with_day_before
from aide_memoire.dates.spells import place_length
from aide_memoire.dates.timexes import Found, days_of, find
from aide_memoire.dates.tokens import Tokens, tokenise
from aide_memoire.records import Due


def find_periods(text: str, dct: str | None, *, direction: Literal["past", "future"] | None = None) -> tuple[Due, ...]:
    """Find the dates, deadlines and spells of a text, each with the words that make a period of it.

    In "It will withdraw by May next year." written on 2021-01-21 that is "by May next year", `/2022-05`. Spans are code
    points into the text and include the operator. `direction` settles which way bare months and weekdays point (a
    deadline's is the future, where today's own weekday is today); without it the words around decide. `edtf` is None
    where the words name a period that cannot be placed ("within 60 days"); vague ones ("soon") are left out.
    DateError if `dct` is no EDTF date.
    """
    tokens = tokenise(text)
    readings = [list(_periods(tokens, day, direction)) for day in days_of(dct)]
    told = [{(period.start, period.end): period for period in reading} for reading in readings]
    return tuple(_due(tokens, tuple(own[at] for own in told)) for at in told[0] if all(at in own for own in told))


def _due(tokens: Tokens, readings: tuple[Period, ...]) -> Due:
    first = readings[0]
    start, end = tokens.starts[first.start], tokens.ends[first.end - 1]
    agreed = len({reading.edtf for reading in readings}) == 1
    return Due(text=tokens.text[start:end], start=start, end=end, edtf=first.edtf if agreed else None)


def _periods(tokens: Tokens, today: date | None, way: Literal["past", "future"] | None) -> Iterator[Period]:
    reached = 0  # a range takes the expression after its first one as well
    founds = list(find(tokens, today, way))
    for index, found in enumerate(founds):
        if found.start < reached:
            continue
        kind, start = operator_before(tokens, found.start)
        place = Place(tokens=tokens, found=found, kind=kind, start=start, today=today)
        period = _period(place, founds[index + 1] if index + 1 < len(founds) else None)
        if period is not None:
            reached = period.end
            yield period


def _period(place: Place, following: Found | None) -> Period | None:
    found = range_with_day_before(place) or range_of_dates(place, following)
    if found is not None or _is_vague(place.meaning):
        return found
    if place.meaning.type == "DURATION":
        return place_length(place, following)
    return range_with_day_after(place) or place_date(place)


def _is_vague(meaning: Meaning) -> bool:
    return meaning.type == "SET" or (meaning.value or "").endswith("_REF")
