"""Which lines are captions of pictures: kept apart, since they hold facts and errors, and never part of the text."""

import re
from collections import Counter

from .furniture import Entry, fold, load_furniture
from .lines import is_prose

_BRACKETS = re.compile(r"(?P<full_stop>[.!?][\"']? )?[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\s{0,3}(?P<goes_on>\.?)$")
_LONGEST = 900
_FEWEST_PARAGRAPHS = 2
_LONGEST_WITH_AGENCY = 90  # words; a longer line that ends with "(AP)" is a report of its own


def find_captions(lines: list[str], *, known: frozenset[str]) -> set[int]:
    """The numbers of the lines that are captions; `known` are those that the page itself marks, folded.

    "The ministers shake hands in Oslo, May 3, 2019. (AFP/Jane Doe)" is one anywhere. With a bare agency, "(Yonhap)",
    a line is one unless it ends the report or the paragraphs commonly end so (a digest of wire items).
    """
    certain: set[int] = set()
    bare: set[int] = set()
    opening: set[int] = set()
    for number, line in enumerate(lines):
        if not line.strip() or len(line) > _LONGEST:
            continue
        folded = fold(line)
        credit = _credit(folded)
        if folded in known or (credit and credit.certain) or is_caption(folded):
            certain.add(number)
        elif credit and len(folded.split()) <= _LONGEST_WITH_AGENCY:
            (opening if credit.head else bare).add(number)
    found = certain | _plausible(lines, bare, taken=certain)
    return found | _opening(lines, opening, taken=found)


def _credit(folded: str) -> Entry | None:
    """The entry for what the brackets at the end of a line credit: a picture for certain, an agency, or perhaps one."""
    found = _BRACKETS.search(folded)
    if not found:
        return None
    apart = bool(found["full_stop"]) and not found["goes_on"]  # "told the news agency (Xinhua)." is no credit
    for entry, pattern in load_furniture().credits:
        if pattern.fullmatch(found["credit"].strip()) and (entry.certain or apart):
            return entry
    return None


def _opening(lines: list[str], opening: set[int], *, taken: set[int]) -> set[int]:
    """Of the lines that end with an unknown name in brackets, those that stand above all of a longer text."""
    others = [n for n, line in enumerate(lines) if n not in taken and n not in opening and is_prose(fold(line))]
    return {number for number in opening if len(others) >= _FEWEST_PARAGRAPHS and number < others[0]}


def is_caption(folded: str) -> bool:
    """Whether a folded line says itself that it is a caption: "FILE - Ministers arrive for talks in Oslo"."""
    return any(pattern.fullmatch(folded) for _, pattern in load_furniture().captions)


def _plausible(lines: list[str], bare: set[int], *, taken: set[int]) -> set[int]:
    """Of the lines that end with an agency's name, those that are captions: not the last, and not most of the text."""
    prose = [number for number, line in enumerate(lines) if number not in taken and is_prose(fold(line))]
    others = [number for number in prose if number not in bare]
    distinct = Counter(fold(lines[number]) for number in bare)
    if not others or len(distinct) > len(others):
        return set()
    return {number for number in bare if number < others[-1]}
