"""Words of a text with their places, folded so that curly quotes and accents do not matter; offsets never move."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|'s\b|\w+|\S")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SAME = {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "ı": "i"}
_SAME |= {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}


class Token(NamedTuple):
    """A word or mark: its folded form and where it stands, in code points."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    first = unicodedata.normalize("NFD", char)[0]
    return first if len(first) == 1 else char


def fold(text: str) -> str:
    """The text with accents and typographic marks made plain, character for character ("Élysée’s" -> "Elysee's")."""
    return text if text.isascii() else _NOT_ASCII.sub(lambda char: _fold(char[0]), text)


def tokenize(text: str) -> list[Token]:
    """The words and marks of a text, in order ("U.S.-led" -> "U.S.", "-", "led"; "Iran’s" -> "Iran", "'s")."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(fold(text))]


def forms(text: str) -> tuple[str, ...]:
    """The folded words alone, as the register's keys are made of."""
    return tuple(_TOKEN.findall(fold(text)))


def slug(text: str) -> str:
    """A readable id part: "Nuclear Energy Corporation" -> "nuclear-energy-corporation"."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).lower()))


class Words:
    """The words of one text by number, with what stands between them."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def form(self, i: int) -> str:
        """The folded form of a word; "" beyond the ends."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def is_capital(self, i: int) -> bool:
        """Whether a word is of letters and begins with a capital."""
        form = self.form(i)
        return form[:1].isupper() and form.isalpha()

    def begins_sentence(self, i: int) -> bool:
        """Whether a word may be capitalised for its place alone."""
        return i == 0 or self.form(i - 1) in (".", "!", "?", '"', ":") or i in self._gaps

    def is_gap(self, i: int, lines: int = 1) -> bool:
        """Whether a line ends before a word; with two `lines`, a paragraph."""
        return self._gaps.get(i, 0) >= lines

    def is_split(self, first: int, last: int) -> bool:
        """Whether a line ends between the words from one up to another."""
        return any(self.is_gap(i) for i in range(first + 1, last))

    def is_spaced_dash(self, i: int) -> bool:
        """Whether a word is a dash with a space before it."""
        return self.form(i) == "-" and self.text[self.tokens[i].start - 1] == " "

    @cached_property
    def _gaps(self) -> Counter[int]:
        """How many lines end before each word that begins one."""
        starts = [t.start for t in self.tokens]
        ended = Counter(bisect_left(starts, m.start()) for m in re.finditer("\n", self.text))
        return Counter({i: ended[i] for i in ended if 0 < i < len(starts)})
