"""The dateline that opens a report: "SEOUL, Jan. 21 (Yonhap) -- "."""

import re
from functools import cache
from typing import NamedTuple

from .captions import is_caption
from .furniture import fold, load_furniture
from .lines import is_prose

_GAP = r"[ \t\n]{0,3}"
_TOKEN = r"(?:[A-Z][A-Za-zÀ-ž.’'-]{1,25}|[A-Z]\.(?:[A-Z]\.)?|of|the|de|al|el)"
_PLACE = rf"{_TOKEN}(?: {_TOKEN}){{0,4}}(?:{_GAP}[,/]{_GAP}{_TOKEN}(?: {_TOKEN}){{0,3}}){{0,2}}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,25}(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]{1,25}){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_BRACKET = r"[(/][A-Z][\w .&/-]{1,40}[)/]"
_DASH = rf"{_GAP}(?:--|—|–|-|―|:){_GAP}"
_TEXT = r"""(?=["'“‘(]?[A-Z0-9])"""
_CAPITALS_WITH_COLON = re.compile(rf"({_CAPITALS}) ?: ?{_TEXT}")
_EVIDENCE = 20_000  # characters of the text in which a place is looked for
_SEARCHED_LINES = 50
_SEARCHED_PARAGRAPHS = 2
_LONGEST = 160


class Dateline(NamedTuple):
    """Where the dateline stands in the text (code points, half-open): `text[start:end]`, its dash included."""

    start: int
    end: int


def find_dateline(text: str) -> Dateline | None:
    """The dateline among the first lines of a text, or None.

    "ISLAMABAD, March 4 (Reuters) - Pakistan's election commission ..." gives the first 32 characters. A place, a date
    and an agency may each be missing, but not all that makes it one: a date, an agency that is known, or a place in
    capitals before a dash.
    """
    start = paragraphs = 0
    for line in text.split("\n", _SEARCHED_LINES)[:_SEARCHED_LINES]:
        found = _match(text, start)
        if found and not is_caption(fold(line)):
            return found
        paragraphs += is_prose(line)
        if paragraphs >= _SEARCHED_PARAGRAPHS:
            return None
        start += len(line) + 1
    return None


def _match(text: str, start: int) -> Dateline | None:
    for pattern in _patterns():
        found = pattern.match(text, start, start + _LONGEST)
        if found:
            return Dateline(start, found.end())
    found = _CAPITALS_WITH_COLON.match(text, start, start + _LONGEST)
    return Dateline(start, found.end()) if found and _is_place(found[1], text[:_EVIDENCE]) else None


def _is_place(capitals: str, text: str) -> bool:
    """Whether the text uses the word as a place ("in Beijing"): "MODERATOR:" and "SUBJECT:" look like datelines too."""
    return bool(re.search(rf"\b(?:in|at|near|outside) {re.escape(capitals.title())}(?! [A-Z])\b", text))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = rf"[(/]{_GAP}(?:{load_furniture().agency}){_GAP}[)/]"
    dated = rf"(?:{_PLACE}{_GAP},{_GAP})?{_DATE}{_GAP},?{_GAP}"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{dated}{_BRACKET}{_DASH}",
            rf"{dated}{_DASH}{_TEXT}",
            rf"{_PLACE}{_GAP}{agency}{_DASH}",
            rf"{_CAPITALS}(?:, [A-Z][A-Za-z. ]{{2,25}})?{_GAP}{_BRACKET}{_DASH}",
            rf"{_CAPITALS}(?:, [A-Z][A-Za-z. ]{{2,25}})?[ \t]{{1,3}}(?:--|—|–|-)[ \t]{{1,3}}{_TEXT}",
        )
    )
