"""Which lines of a text are furniture, and why."""

import re
from collections.abc import Container, Iterable

from .captions import find_captions
from .furniture import find_entry, fold
from .lines import ends_sentence, is_fragment, is_prose, is_short
from .menus import spread
from .titles import find_title

_DEBRIS = re.compile(r"[\s.,;:|·•/&()\[\]-]{1,8}|and|or|\d{1,4}")
_HEAD_LINES = 6
_CLOCK = re.compile(r"^\s{0,3}\d{1,2}:\d\d")


def mark(lines: list[str], *, title: str | None, captions: Iterable[str], links: Iterable[str]) -> dict[int, str]:
    """The reason of each line that is furniture, by line number: {0: "navigation", 2: "title", 4: "caption"}.

    `title` is the title if one is known; `captions` and `links` are lines that the page marks as such.
    """
    known = frozenset(fold(caption) for caption in captions)
    reasons = dict.fromkeys(find_captions(lines, known=known), "caption")
    linked = frozenset(fold(link) for link in links if not ends_sentence(link))
    reasons |= {number: "related articles" for number, line in enumerate(lines) if fold(line) in linked}
    openers = _mark_entries(lines, reasons)
    _mark_venue(lines, reasons)
    heading = find_title(lines, title=title, taken=reasons)
    if heading is not None:
        reasons[heading] = "title"
        # What stands above the title names the section or the page, not the report.
        above = (number for number in range(heading) if number not in reasons and is_short(lines[number]))
        reasons |= dict.fromkeys(above, "navigation")
    for number, reason in spread(lines, reasons, openers=openers).items():
        entry = find_entry(lines[number], edge=True)  # a byline or a date that the menu holds
        reasons[number] = entry.reason if entry else reason
    _mark_debris(lines, reasons)
    return reasons


def _mark_entries(lines: list[str], reasons: dict[int, str]) -> frozenset[int]:
    """Mark the lines that an entry of the lexicon matches; the numbers of those that open a list of links."""
    openers = set()
    for edge in (False, True):
        prose = [number for number, line in enumerate(lines) if number not in reasons and is_prose(line)]
        first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
        for number, line in enumerate(lines):
            inside = first <= number <= last
            if number in reasons or not line.strip() or (edge and inside):
                continue
            entry = find_entry(line, edge=edge)
            if entry and not (inside and _is_broken(lines, number, reasons)):
                reasons[number] = entry.reason
                openers.update([number] if entry.opens else [])
    return frozenset(openers)


def _mark_venue(lines: list[str], reasons: dict[int, str]) -> None:
    """Mark the short lines above the hour at which a speech began: "East Room / 4:18 P.M. EST"."""
    head = [number for number, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    clock = next(
        (number for number in head if _CLOCK.search(lines[number]) and reasons.get(number) == "date line"), None
    )
    above = [number for number in head if clock is not None and number < clock and number not in reasons]
    if above and all(is_short(lines[number]) for number in above):
        reasons |= dict.fromkeys(above, "venue")


def _is_broken(lines: list[str], number: int, reasons: Container[int]) -> bool:
    """Whether a word or two that look like furniture ("X", "Print") are a piece of a broken sentence."""
    if len(lines[number].split()) > 2 or number - 1 in reasons:
        return False
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return is_fragment(before, lines[number], after)


def _mark_debris(lines: list[str], reasons: dict[int, str]) -> None:
    """Mark what a removed link leaves behind (".", "and") and a long line that is printed twice running."""
    for number in range(1, len(lines)):
        line = lines[number].strip()
        if number in reasons or not line:
            continue
        before = reasons.get(number - 1)
        if before and before != "title" and _DEBRIS.fullmatch(line):
            reasons[number] = before
        elif line == lines[number - 1].strip() and is_prose(line) and not before:
            reasons[number] = "repeated line"
