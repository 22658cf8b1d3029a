"""Who says the words at a place: the turn of a transcript, or the verb of saying beside a quotation."""

import re
from bisect import bisect_right

from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.register import Register
from aide_memoire.records import Actor

_TURN = re.compile(r"^(?:Q|[A-Z][A-Z .,'’\-]{2,60})(?: \([^)\n]{1,60}\))?:", re.M)
NEIGHBOURS = 2
"""How many paragraphs before a quotation may name its speaker."""


class Speech:
    """The speakers of one text."""

    def __init__(self, index: MentionIndex, register: Register, own_state: Actor | None) -> None:
        self._index = index
        self._saying = register.classes["saying"]
        self._own_state = own_state
        self._turns = [(m.start(), m.end()) for m in _TURN.finditer(index.text)]

    @property
    def is_transcript(self) -> bool:
        """Whether the text is a record of turns ("THE PRESIDENT: …")."""
        return len(self._turns) > 1

    def speaker_at(self, place: int) -> Actor | None:
        """Who speaks at a place, or None where nobody is quoted there or it stays open."""
        i = bisect_right(self._turns, (place, len(self._index.text))) - 1
        if i >= 0 and self.is_transcript:
            return self._of_turn(*self._turns[i])
        quote = self._index.sentences.quote_around(place)
        return self._sayer(quote) if quote else None

    def _of_turn(self, start: int, end: int) -> Actor | None:
        named = self._index.between(start, end)
        if named:
            return named[0].actor
        return None if self._index.text.startswith("Q", start) and end - start < 12 else self._own_state

    def _sayer(self, quote: tuple[int, int]) -> Actor | None:
        """The actor named beside a verb of saying in the quotation's paragraph, else in those before it."""
        first, after = self._index.sentences.paragraph_of(quote[0])
        last = after if after is not None else len(self._index.text)
        found = self._nearest_sayer(first, last, quote)
        for _ in range(NEIGHBOURS):
            if found or first == 0:
                break
            last = first
            first, _next = self._index.sentences.paragraph_of(first - 1)
            found = self._nearest_sayer(first, last, quote)
        return found

    def _nearest_sayer(self, first: int, last: int, quote: tuple[int, int]) -> Actor | None:
        near: list[tuple[int, Actor]] = []
        for mention in self._index.between(first, last):
            if mention.place or self._index.sentences.quote_around(mention.start):
                continue
            words = self._index.text[max(first, mention.start - 25) : mention.end + 60].lower().split()
            if any(w.strip('.,:"“”') in self._saying for w in words) and self._index.is_subject(mention):
                distance = min(abs(mention.start - quote[1]), abs(quote[0] - mention.end))
                near.append((distance, mention.actor))
        return min(near, key=lambda pair: pair[0])[1] if near else None
