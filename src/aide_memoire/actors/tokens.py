"""Words of a text with their places, folded so that curly quotes and accents do not matter; offsets never move."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|'s\b|\w+|\S")
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
    return text if text.isascii() else "".join(_fold(c) for c in text)


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

    def begins_sentence(self, i: int) -> bool:
        """Whether a word may be capitalised for its place alone."""
        return i == 0 or self.form(i - 1) in (".", "!", "?", '"', ":") or "\n" in self._between(i)

    def is_gap(self, i: int) -> bool:
        """Whether a line ends before a word."""
        return "\n" in self._between(i)

    def is_spaced_dash(self, i: int) -> bool:
        """Whether a word is a dash with a space before it."""
        return self.form(i) == "-" and self.text[self.tokens[i].start - 1] == " "

    def _between(self, i: int) -> str:
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else ""
