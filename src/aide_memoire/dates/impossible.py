"""What looks like a date and is none: "32 March", "June 31", "Q9 2022".

It is seen, and has no value: read as the month or year that it holds, it would say what nobody wrote.
"""

from aide_memoire.dates.context import Context, Meaner
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.tokens import FILLER, Tokens, code

_UNITS = tuple(map(code, ("UNIT", "UNITS", "QUARTER", "WEEKEND", "WEEKENDS", "AM", "AMPM", "ZONE", "MORE", "HUNDRED")))
_JOINS = tuple(map(code, ("HYPHEN", "TO", "OR", "AND")))
_NOTHING = Meaning(type="DATE", value=None)


def no_date() -> Meaning:
    """The meaning of an expression that names no day of any calendar."""
    return _NOTHING


def counts(tokens: Tokens, place: int) -> bool:
    """Say whether the number at a place counts what follows it: "40 envoys", "40 to 50 envoys", "24 hours"."""
    after = place + 1
    if tokens.classes[after : after + 1] in _JOINS and tokens.words[after + 1 : after + 2]:
        after += 2 if tokens.words[after + 1][0].isdigit() else 0
    follows = tokens.classes[after : after + 1]
    return follows in _UNITS or (follows == FILLER and tokens.words[after].isalpha())


def _day(match: Match, context: Context) -> Meaning | None:
    if match.has("number") and (not match.word("number").isdigit() or counts(match.tokens, match.at("number"))):
        return None
    return _NOTHING


def _period(match: Match, context: Context) -> Meaning | None:
    return _NOTHING


IMPOSSIBLE: dict[str, Meaner] = {"impossible_day": _day, "impossible_period": _period}
