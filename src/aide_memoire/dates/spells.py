"""A length with the words that place it: "over the next three years", "within 30 days of 9 March", "in two months".

A length becomes dates only where the day that it counts from is known: today, or a day that the words name.
"""

from datetime import date

from aide_memoire.dates.countries import country_meant
from aide_memoire.dates.holidays import working_day
from aide_memoire.dates.modifiers import modifier
from aide_memoire.dates.operators import operator_before
from aide_memoire.dates.placing import Period, Place, interval
from aide_memoire.dates.stretches import Stretch, around, day, later
from aide_memoire.dates.timexes import Found
from aide_memoire.dates.tokens import FILLER, code

_WORKING = frozenset({"working", "business"})
_ANCHORS = tuple(map(code, ("OF", "FROM", "AFTER", "FOLLOWING", "SINCE")))
_RANGES = tuple(map(code, ("TO", "UNTIL", "THROUGH", "HYPHEN", "DASH")))
_NEAR = 2  # words that join a length with its day
_DAYLONG = ("day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century")


def place_length(place: Place, following: Found | None) -> Period | None:
    """Place a length; None where it only says how long something is ("a seven-year term")."""
    count, unit = place.meaning.length or (None, "")
    if count is None or unit not in _DAYLONG or _describes(place):
        return None
    anchor = _anchor(place, following)
    if anchor is not None and following is not None:
        whole = "first" in place.words()
        if whole or anchor.grain == "day":
            return Period(place.start, following.end, _counted(place, anchor.first, count, unit, whole=whole))
    if place.meaning.relation in (-1, 1) and place.today is not None:
        edtf = _counted(place, place.today, place.meaning.relation * count, unit)
        return Period(place.start, place.found.end, edtf)
    if place.kind == "on" and place.tokens.words[place.start] == "in" and "first" not in place.words():
        return Period(place.start, place.found.end, _at_the_end(place, count, unit))
    return Period(place.start, place.found.end, None) if place.kind is not None else None


def _counted(place: Place, first: date, count: float, unit: str, *, whole: bool = False) -> str | None:
    """The interval of so many units from a day; working days are those of the state that the text means."""
    if not _WORKING & set(place.words()):
        return interval(first, count, unit, whole=whole)
    last = _after_working_days(place, first, count - whole)
    return f"{first.isoformat()}/{last.isoformat()}" if last else None


def _after_working_days(place: Place, first: date, count: float) -> date | None:
    country = country_meant(place.tokens.text, place.tokens.starts[place.found.start])
    return working_day(first, int(count), country) if country and count == int(count) else None


def _anchor(place: Place, following: Found | None) -> Stretch | None:
    """The date that a length counts from: "within 30 days of 9 March", "for 20 days, starting on 1 October".

    "for two days from Tuesday to Thursday" has none: what follows is a range of its own.
    """
    if following is None or place.tokens.classes[following.end : following.end + 1] in _RANGES:
        return None
    between = place.tokens.classes[place.found.end : following.start]
    if between and between[0] in _ANCHORS and len(between) <= _NEAR:
        return following.meaning.stretch
    kind, start = operator_before(place.tokens, following.start)
    joined = start == place.found.end + (between[:1] == code("COMMA"))
    return following.meaning.stretch if kind in ("at", "from") and joined else None


def _describes(place: Place) -> bool:
    """Say whether a length only describes a noun: "the seven-year term"."""
    hyphened = place.tokens.classes[place.found.end - 2 : place.found.end - 1] == code("HYPHEN")
    return hyphened and place.tokens.classes[place.found.end : place.found.end + 1] == FILLER


def _at_the_end(place: Place, count: float, unit: str) -> str | None:
    """Read "in 120 days" as that day, "in two months" and "in one year" as that month, "in five years" as that year.

    "in about two months" is about that month (`2021-03~`), "in more than two months" is no time that could be named.
    """
    mod = modifier(place.tokens, place.found.start, place.found.end)
    if place.today is None or count != int(count) or mod not in (None, "APPROX"):
        return None
    rough = "~" if mod else ""
    if _WORKING & set(place.words()):
        last = _after_working_days(place, place.today, count)
        return last.isoformat() + rough if last else None
    try:
        target = later(place.today, int(count), unit)
    except OverflowError:
        return None
    if unit in ("day", "week", "fortnight"):
        return day(target).edtf + rough
    return around(target, "month" if unit in ("month", "quarter") or count == 1 else "year").edtf + rough
