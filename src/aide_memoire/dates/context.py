"""Where a shape is read, and the makers of meanings that all shapes share."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

import msgspec

from aide_memoire.dates.direction import Direction, direction
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import Grain, Stretch
from aide_memoire.dates.tokens import Tokens, code

type Meaner = Callable[[Match, "Context"], Meaning | None]

_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "D", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "fortnight": "W",
}  # fmt: skip
MULTIPLE = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2), "weekend": ("day", 2)}


class Context(msgspec.Struct, kw_only=True):
    """Where a match is read: the day of the text, the date and quarter mentioned last, the direction if it is given.

    `told` is the date mentioned last in a text that tells of long ago. `outer` is where the expression begins that this
    one is a part of: "until" in "until 9 a.m. Tuesday" leads both.
    """

    tokens: Tokens
    today: date | None
    mentioned: Stretch | None = None
    quarter: Stretch | None = None
    told: Stretch | None = None
    way: Direction | None = None
    outer: int | None = None
    resolve: Callable[[tuple[int, int], int], Meaning | None] = lambda span, leading: None

    def quarter_in_mind(self) -> Stretch | None:
        """The quarter that is spoken of: the one mentioned last, unless another time was mentioned since.

        A day in it is no other time: "in the third quarter ended Sept. 30, up from a year ago".
        """
        if self.quarter is None or self.mentioned is None:
            return None
        return self.quarter if self.quarter.first <= self.mentioned.first <= self.quarter.last else None

    def inner(self, match: Match, name: str) -> Meaning | None:
        """Read the expression that is a part of a match."""
        return self.resolve(match.span(name), match.start)

    def direction(self, match: Match, *, reach: int | None = None) -> Direction | None:
        """Which way the words around a match point, unless it is settled from outside; `reach` is how many count."""
        start = match.start if self.outer is None else min(self.outer, match.start)
        return self.way or direction(self.tokens, start, match.end, reach=reach)


def dated(
    stretch: Stretch | None,
    context: Context,
    *,
    said: bool = False,
    part: str | None = None,
    relation: int | None = None,
) -> Meaning:
    """Make a DATE; `said` where the words name it in full, without the day of the text."""
    if stretch is None:
        return Meaning(type="DATE", value=None, part=part, relation=relation)
    anchor = None if said or context.today is None else context.today.isoformat()
    return Meaning(
        type="DATE",
        value=stretch.value,
        edtf=stretch.edtf,
        anchor=anchor,
        stretch=stretch,
        part=part,
        relation=relation,
    )


def timed(
    date_value: str | None, time: str, stretch: Stretch | None, context: Context, *, anchored: bool = True
) -> Meaning:
    """Make a TIME of a day's value and the time's own part ("T09:00", "TNI"); its EDTF is the day."""
    value = f"{date_value}{time}" if date_value else None
    anchor = context.today.isoformat() if context.today and anchored else None
    return Meaning(type="TIME", value=value, edtf=stretch.edtf if stretch else None, anchor=anchor, stretch=stretch)


def part_of(match: Match) -> str | None:
    """The part of a stretch that a word before it says: "early" START, "mid-" MID, "late" END."""
    for index in range(match.start, match.end):
        if match.tokens.classes[index] in (code("MOD"), code("ENDWORD")):
            return match.tokens.value(index) or None
    return None


def safe_day(year: int, month: int, number: int) -> date | None:
    """Make a day, or None where the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def grain_of(unit: str) -> Grain:
    """The kind of stretch that a unit counts."""
    grains: dict[str, Grain] = {
        "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
        "decade": "decade", "century": "century",
    }  # fmt: skip
    return grains[unit]


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P18M, PT2H, P2Y6M, PXY where the number is vague."""
    unit_code = _UNIT_CODES[unit]
    prefix, letter = ("PT", unit_code[1]) if unit_code[0] == "T" else ("P", unit_code)
    if count is None:
        return f"{prefix}X{letter}"
    if unit in MULTIPLE:
        smaller, factor = MULTIPLE[unit]
        return duration(count * factor, smaller)
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    finer = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}.get(unit)
    if finer and count > 1 and unit != "day":
        rest = duration(round((count - int(count)) * finer[1]), finer[0])
        return f"{prefix}{int(count)}{letter}" + rest.removeprefix("PT").removeprefix("P")
    return duration(round(count * finer[1]), finer[0]) if finer else f"{prefix}{count:g}{letter}"
