"""A length with the words that place it: "over the next three years", "within 30 days of 9 March", "in two months".

A length becomes dates only where the day that it counts from is known: today, or a day that the words name.
"""

from aide_memoire.dates.placing import Period, Place, interval
from aide_memoire.dates.stretches import Stretch, around, day, later
from aide_memoire.dates.timexes import Found
from aide_memoire.dates.tokens import FILLER, code

_ANCHORS = tuple(map(code, ("OF", "FROM", "AFTER", "FOLLOWING", "SINCE")))
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
            return Period(place.start, following.end, interval(anchor.first, count, unit, whole=whole))
    if place.meaning.relation in (-1, 1) and place.today is not None:
        return Period(place.start, place.found.end, interval(place.today, place.meaning.relation * count, unit))
    if place.kind == "on" and place.tokens.words[place.start] == "in" and "first" not in place.words():
        return Period(place.start, place.found.end, _at_the_end(place, count, unit))
    return Period(place.start, place.found.end, None) if place.kind is not None else None


def _anchor(place: Place, following: Found | None) -> Stretch | None:
    """The date that a length counts from: "within 30 days of 9 March"."""
    if following is None or following.start - place.found.end > 2:
        return None
    between = place.tokens.classes[place.found.end : following.start]
    return following.meaning.stretch if between and between[0] in _ANCHORS else None


def _describes(place: Place) -> bool:
    """Say whether a length only describes a noun: "the seven-year term"."""
    hyphened = place.tokens.classes[place.found.end - 2 : place.found.end - 1] == code("HYPHEN")
    return hyphened and place.tokens.classes[place.found.end : place.found.end + 1] == FILLER


def _at_the_end(place: Place, count: float, unit: str) -> str | None:
    """Read "in 120 days" as that day, "in two months" and "in one year" as that month, "in five years" as that year."""
    if place.today is None or count != int(count):
        return None
    try:
        target = later(place.today, int(count), unit)
    except OverflowError:
        return None
    if unit in ("day", "week", "fortnight"):
        return day(target).edtf
    return around(target, "month" if unit in ("month", "quarter") or count == 1 else "year").edtf
