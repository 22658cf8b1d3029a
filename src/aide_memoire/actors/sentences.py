"""Where sentences, paragraphs and quotations begin and end: what a reference looks back over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from aide_memoire.actors.tokens import Token

_QUOTE = re.compile(r"“[^“”]{1,4000}”|\"[^\"]{1,4000}\"")


class Sentences:
    """The sentence and quotation bounds of one text."""

    def __init__(self, text: str, tokens: Sequence[Token], abbreviations: frozenset[str]) -> None:
        self._starts = [0, *_starts(text, tokens, abbreviations)]
        self._quotes = [(m.start(), m.end()) for m in _QUOTE.finditer(text)]
        self._paragraphs = [0, *(m.end() for m in re.finditer(r"\n+", text))]

    def start_of(self, place: int) -> int:
        """Where the sentence that holds a place begins."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def number_of(self, place: int) -> int:
        """The number of the sentence that holds a place, from 0."""
        return bisect_right(self._starts, place) - 1

    def start_at(self, number: int, last: int = 0) -> int:
        """Where the sentence of a number begins; `last` beyond the last one."""
        return self._starts[number] if number < len(self._starts) else last

    def begun_between(self, start: int, end: int) -> list[int]:
        """Where sentences begin after one place and before another."""
        return self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]

    def paragraph_of(self, place: int) -> tuple[int, int | None]:
        """Where the paragraph that holds a place begins, and where the next one does."""
        i = bisect_right(self._paragraphs, place)
        return self._paragraphs[i - 1], self._paragraphs[i] if i < len(self._paragraphs) else None

    def quote_around(self, place: int) -> tuple[int, int] | None:
        """The quotation that holds a place, with its marks."""
        i = bisect_right(self._quotes, (place, place + 1)) - 1
        if i >= 0 and self._quotes[i][0] <= place < self._quotes[i][1]:
            return self._quotes[i]
        return None


def _starts(text: str, tokens: Sequence[Token], abbreviations: frozenset[str]) -> list[int]:
    starts = []
    for before, token, after in zip(("", *(t.form for t in tokens)), tokens, tokens[1:], strict=False):
        gap = text[token.end : after.start]
        ends = token.form in (".", "!", "?") or (token.form == '"' and before in (".", "!", "?"))
        abbreviated = token.form == "." and (before in abbreviations or (len(before) == 1 and before.isupper()))
        if "\n" in gap or (ends and gap and not abbreviated and not after.form[:1].islower()):
            starts.append(after.start)
    return starts
