"""One match of a shape, and what its words say: numbers, names, the relation to today."""

import re

import msgspec

from aide_memoire.dates.stretches import Stretch
from aide_memoire.dates.tokens import Tokens
from aide_memoire.records import TimexType


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression means: TIMEX3 type and value, EDTF, the stretch of the calendar or the length that it names.

    `length` is (count, unit) of a duration, count None where it is vague. `part` says which part of the stretch is
    meant ("START", "MID", "END"), `relation` -1, 0 or 1 for last, this, next.
    """

    type: TimexType
    value: str | None
    edtf: str | None = None
    anchor: str | None = None
    stretch: Stretch | None = None
    length: tuple[float | None, str] | None = None
    part: str | None = None
    relation: int | None = None


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A shape found at the words `start` to `end` of a text; its parts are asked for by the names in the pattern."""

    tokens: Tokens
    found: re.Match[str]

    @property
    def start(self) -> int:
        """The first word."""
        return self.found.start()

    @property
    def end(self) -> int:
        """One past the last word."""
        return self.found.end()

    def has(self, name: str) -> bool:
        """Say whether a part is there."""
        return name in self.found.re.groupindex and self.found.start(name) >= 0

    def at(self, name: str) -> int:
        """Where the part begins."""
        return self.found.start(name)

    def span(self, name: str) -> tuple[int, int]:
        """Where the part begins and ends."""
        return self.found.span(name)

    def value(self, name: str) -> str:
        """What the first word of a part counts for."""
        return self.tokens.value(self.at(name))

    def word(self, name: str) -> str:
        """The first word of a part."""
        return self.tokens.words[self.at(name)]

    def words(self) -> list[str]:
        """All words of the match."""
        return self.tokens.words[self.start : self.end]

    def relation(self, name: str) -> int:
        """-1, 0 or 1 for last, this and next, the last such word counting ("this past", "this coming")."""
        start, end = self.span(name)
        return next(int(self.tokens.value(i)) for i in range(end - 1, start - 1, -1) if self.tokens.value(i))

    def ordinal(self, name: str) -> int:
        """The number of an ordinal or a day: "21st", "21" and "twenty-first" are 21."""
        start, end = self.span(name)
        return sum(_integer(self.tokens.value(index)) for index in range(start, end))

    def year(self, name: str) -> int:
        """The year that a part names, in digits or as it is spoken: "1997", "nineteen ninety-seven"."""
        start, end = self.span(name)
        values = [_integer(self.tokens.value(index)) for index in range(start, end)]
        numbers = [value for value in values if value]
        return 100 * numbers[0] + sum(numbers[1:]) if numbers[0] < 100 else numbers[0]

    def number(self, name: str) -> float | None:
        """The number that a part adds up to: "two and a half" is 2.5, "12 to 18" is 18; None where it is vague."""
        start, end = self.span(name)
        return cardinal([(self.tokens.words[i], self.tokens.value(i), self._kind(i)) for i in range(start, end)])

    def _kind(self, index: int) -> str:
        entry = self.tokens.entries.get(index)
        return entry.class_ if entry else ""


def cardinal(words: list[tuple[str, str, str]]) -> float | None:
    """Add up number words, each given as (word, what it counts for, its class); None where they are vague."""
    if [kind for _, _, kind in words] in (["HALF", "A"], ["A", "HALF"]):
        return 0.5
    total: float | None = None
    for position, (word, value, kind) in enumerate(words):
        if kind in ("VAGUE", "VAGUE_A"):
            return None
        if _starts_anew(words, position):
            total = None
        elif kind in ("NUMBER", "TENS", "TEEN_CENTURY"):
            total = (total or 0) + int(value)
        elif kind in ("HUNDRED", "DOZEN"):
            total = (total or 1) * int(value)
        elif kind == "COUPLE":
            total = 2
        elif kind == "HALF":
            total = (total or 0) + 0.5
        elif kind == "A" and position == 0:
            total = 1
        elif word[:1].isdigit():
            total = (total or 0) + _fraction(word)
    return total


def _starts_anew(words: list[tuple[str, str, str]], position: int) -> bool:
    """Say whether a second number follows, which then counts: "two or three", "12 to 18", "30-60", "five and six"."""
    word, _, kind = words[position]
    if kind == "AND":
        return position + 1 < len(words) and words[position + 1][2] != "A"
    return kind in ("OR", "TO") or (word in "-–" and position > 0 and words[position - 1][0][:1].isdigit())


def _fraction(word: str) -> float:
    if "/" in word:
        above, below = word.split("/")
        return int(above) / int(below)
    return float(word.replace(",", "")[:12])


def _integer(value: str) -> int:
    digits = "".join(c for c in value if c.isdigit())
    return int(digits[:9] or 0)
