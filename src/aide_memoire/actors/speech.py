"""Who says the words at a place: the turn of a transcript, or whoever a quotation is attributed to."""

import re
from bisect import bisect_right
from functools import cached_property

from aide_memoire.actors.attribution import Attributed, find_attributions
from aide_memoire.actors.index import MentionIndex
from aide_memoire.records import Actor

_TURN = re.compile(r"^(?:Q|[A-Z][A-Z .,'’\-]{2,60})(?: \([^)\n]{1,60}\))?:", re.M)
NEIGHBOURS = 1
"""How many paragraphs before a quotation may name who speaks it."""
MOST_BEFORE = 8
"""How many attributions before one whose source is a pronoun are asked for a name."""


class Speech:
    """The speakers of one text."""

    def __init__(self, index: MentionIndex, own_state: Actor | None) -> None:
        self._index = index
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
        return self._sayer(place, *quote) if quote else None

    def _of_turn(self, start: int, end: int) -> Actor | None:
        named = self._index.between(start, end)
        if named:
            return named[0].actor
        return None if self._index.text.startswith("Q", start) and end - start < 12 else self._own_state

    @cached_property
    def _attributions(self) -> list[Attributed]:
        """Those of the text whose source is told, by the places of their cues."""
        return [a for a in find_attributions(self._index.text) if a.source]

    def _sayer(self, place: int, start: int, end: int) -> Actor | None:
        """Whoever a quotation is attributed to, or, without a cue or a name of its own, who spoke last before it."""
        before = bisect_right(self._attributions, end, key=lambda a: a.cue.start) - 1
        own = next((k for k in self._around(place, end) if self._holds(k, place)), before)
        earliest = self._paragraphs_back(start)
        for k in range(own, max(-1, own - MOST_BEFORE), -1):
            if self._attributions[k].cue.start < earliest:
                return None
            actor = self._named(self._attributions[k])
            if actor:
                return actor
        return None

    def _around(self, place: int, end: int) -> range:
        """The attributions whose cues stand near a quotation."""
        first = bisect_right(self._attributions, place, key=lambda a: a.cue.start) - MOST_BEFORE
        last = bisect_right(self._attributions, end, key=lambda a: a.cue.start) + 2
        return range(max(0, first), min(last, len(self._attributions)))

    def _holds(self, k: int, place: int) -> bool:
        return any(part.start <= place < part.end for part in self._attributions[k].content)

    def _named(self, attributed: Attributed) -> Actor | None:
        """The actor that a source names."""
        if attributed.source is None:
            return None
        named = [m for m in self._index.between(*attributed.source) if not m.place]
        return named[0].actor if named else None

    def _paragraphs_back(self, place: int) -> int:
        """Where the paragraph begins that lies `NEIGHBOURS` before that of a place."""
        first, _ = self._index.sentences.paragraph_of(place)
        for _ in range(NEIGHBOURS):
            if first:
                first, _ = self._index.sentences.paragraph_of(first - 1)
        return first
