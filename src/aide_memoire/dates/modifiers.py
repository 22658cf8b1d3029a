"""TIMEX3 modifiers: what the words of an expression add to its value, as "early" to 2022 in "early next year"."""

from typing import cast

from aide_memoire.dates.tokens import Tokens, code
from aide_memoire.records import TimexMod

_PARTS = tuple(map(code, ("MOD", "ENDWORD", "YEAREND")))
_AMOUNTS = tuple(map(code, ("APPROX", "ORSO", "SIDE", "BEYOND")))
_UNITS = tuple(map(code, ("UNIT", "UNITS", "QUARTER", "WEEKEND", "WEEKENDS")))
_COUPLE, _OVER, _AGO, _AHEAD, _MOD = map(code, ("COUPLE", "OVER", "AGO", "AHEAD", "MOD"))
# An amount of time before or after a point, as the side of the point that it puts: "more than a year ago" is before it.
_AGO_SIDES: dict[str, TimexMod] = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
_AHEAD_SIDES: dict[str, TimexMod] = {
    "MORE_THAN": "AFTER",
    "LESS_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_AFTER",
    "EQUAL_OR_LESS": "ON_OR_BEFORE",
}


def modifier(tokens: Tokens, start: int, end: int) -> TimexMod | None:
    """Give the TIMEX3 modifier that the words of an expression say, or None.

    "early next year" is START, "mid-1996" MID, "about three years" APPROX, "at least 18 months" EQUAL_OR_MORE, "more
    than a year ago" BEFORE.
    """
    said = _part(tokens, start, end) or _amount(tokens, start, end)
    sides = _sides(tokens, start, end)
    return sides.get(said, cast(TimexMod, said)) if said else None


def _part(tokens: Tokens, start: int, end: int) -> str | None:
    """The part of a stretch: not the "later" of "two years later", but the "end" of "year-end"."""
    for place in range(start, end):
        kind = tokens.classes[place]
        if kind in _PARTS and (kind != _MOD or not _after_unit(tokens, start, place)):
            return tokens.value(place) or None
    return None


def _after_unit(tokens: Tokens, start: int, place: int) -> bool:
    before = place - 1 if tokens.words[place - 1] != "-" else place - 2
    return before >= start and tokens.classes[before] in _UNITS


def _amount(tokens: Tokens, start: int, end: int) -> str | None:
    for place in range(start, end):
        kind = tokens.classes[place]
        if kind in _AMOUNTS:
            return tokens.value(place)
    if tokens.classes[start] == _OVER:
        return "MORE_THAN"
    return "APPROX" if _COUPLE in tokens.classes[start:end] else None


def _sides(tokens: Tokens, start: int, end: int) -> dict[str, TimexMod]:
    """Which side of a point an amount means, by the word after it: "ago", "earlier", "from now", "later"."""
    last, way = tokens.classes[end - 1], tokens.words[end - 1]
    if last == _AGO or way == "earlier":
        return _AGO_SIDES
    return _AHEAD_SIDES if last == _AHEAD or way == "later" else {}
