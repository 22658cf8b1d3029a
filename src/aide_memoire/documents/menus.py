"""Menus and lists of links: the short lines that stand between lines which are furniture for certain."""

from collections.abc import Mapping
from itertools import pairwise

from .lines import is_fragment, is_short

_LONGEST_GAP = 8
_LONGEST_HEAD = 5


def spread(lines: list[str], reasons: Mapping[int, str], *, openers: frozenset[int]) -> dict[int, str]:
    """The short lines that belong to a menu, with their reason, given the lines that are furniture already.

    A run of short lines and furniture without a sentence between is a menu where it holds at least two pieces of
    furniture: "Facebook / 6 / 24 / Bookmark". Taken are the lines between two of them, those that follow a heading
    such as "Related Articles" (`openers`), and those that open the page before the first.
    """
    found: dict[int, str] = {}
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for run in _runs(lines, filled, reasons):
        marks = [number for number in run if number in reasons]
        if len(marks) >= 2 or openers.intersection(marks):
            found |= _taken(run, marks, reasons, openers, at_start=run[0] == filled[0])
    # A short line under the title is a second title, not a link.
    return {number: "subtitle" if reason == "title" else reason for number, reason in found.items()}


def _runs(lines: list[str], filled: list[int], reasons: Mapping[int, str]) -> list[list[int]]:
    """The stretches of furniture and short lines, blank lines aside."""
    runs: list[list[int]] = [[]]
    for number in filled:
        if number in reasons or _is_loose(lines, number):
            runs[-1].append(number)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _is_loose(lines: list[str], number: int) -> bool:
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return is_short(lines[number]) and not is_fragment(before, lines[number], after)


def _taken(
    run: list[int], marks: list[int], reasons: Mapping[int, str], openers: frozenset[int], *, at_start: bool
) -> dict[int, str]:
    """The lines of a run that go, each with the reason of the furniture that it follows."""
    places = [place for place, number in enumerate(run) if number in reasons]
    taken: dict[int, str] = {}
    last_opener = max((place for place in places if run[place] in openers), default=len(run))
    for before, after in pairwise([None, *places, None]):
        between = range(0 if before is None else before + 1, len(run) if after is None else after)
        if before is None:
            wanted = between[:_LONGEST_HEAD] if at_start and len(marks) >= 2 else range(0)
            reason = "navigation"
        else:
            near = after is not None and after - before <= _LONGEST_GAP
            wanted = between if near or before >= last_opener or run[before] in openers else range(0)
            reason = reasons[run[min(before, last_opener)]]
        taken |= {run[place]: reason for place in wanted}
    return taken
