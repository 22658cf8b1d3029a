"""The mentions of one text by place: inside a stretch, before a place, in a sentence; and whether one is a subject."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from aide_memoire.actors.mention import Mention
from aide_memoire.actors.register import Register
from aide_memoire.actors.sentences import Sentences
from aide_memoire.actors.tokens import Token

MOST_BEFORE = 400
"""How many mentions a reference looks back over, so that the time does not grow with the square of a text."""


class MentionIndex:
    """Look-ups over the mentions of one text, all in the order of the text."""

    def __init__(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention], register: Register) -> None:
        self.text = text
        self.mentions = list(mentions)
        self.sentences = Sentences(text, tokens, register.classes["abbreviation"])
        self._tokens = tokens
        self._token_starts = [t.start for t in tokens]
        self._starts = [m.start for m in mentions]
        self._classes = register.classes

    def inside(self, start: int, end: int) -> list[Mention]:
        """Those that lie wholly in a stretch."""
        return [m for m in self.between(start, end) if m.end <= end]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Those that begin in a stretch."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, place: int) -> Iterator[Mention]:
        """Those that end before a place, the nearest first and no more than `MOST_BEFORE`."""
        last = bisect_left(self._starts, place) - 1
        for i in range(last, max(-1, last - MOST_BEFORE), -1):
            if self.mentions[i].end <= place:
                yield self.mentions[i]

    def is_inside(self, place: int) -> Mention | None:
        """The mention that holds a place, its beginning included."""
        i = bisect_right(self._starts, place) - 1
        return self.mentions[i] if i >= 0 and place < self.mentions[i].end else None

    def add(self, mention: Mention) -> None:
        """Put in a mention, in the place of those that lie inside it."""
        first, last = bisect_left(self._starts, mention.start), bisect_left(self._starts, mention.end)
        self.mentions[first:last] = [mention]
        self._starts[first:last] = [mention.start]

    def covers(self, place: int) -> bool:
        """Whether a place lies inside a mention (not at its beginning)."""
        i = bisect_left(self._starts, place) - 1
        return i >= 0 and self.mentions[i].start < place < self.mentions[i].end

    def in_sentence(self, number: int, place: int) -> list[Mention]:
        """Those of a sentence, by its number, that end before a place."""
        start = self.sentences.start_at(number)
        end = min(place, self.sentences.start_at(number + 1, len(self.text)))
        return [m for m in self.between(start, end) if m.end <= place]

    def is_subject(self, mention: Mention) -> bool:
        """Whether no preposition governs it: "Oslo said", not "talks with Oslo", "in Oslo", "Norwegian oil"."""
        governed = self.governor(mention) in self._classes["preposition"]
        return not governed and not mention.place and mention.form != "demonym"

    def governor(self, mention: Mention) -> str:
        """The word before a mention and its determiners ("with" in "talks with the two Koreas"); "" for the first."""
        i = bisect_left(self._token_starts, mention.start) - 1
        while i >= 0 and self._tokens[i].form.lower() in self._classes["determiner"]:
            i -= 1
        return self._tokens[i].form.lower() if i >= 0 else ""

    def is_followed_by(self, mention: Mention, noun: str) -> bool:
        """Whether the mention ends in a noun or has it among the next three words ("Danish" in "the Danish army")."""
        i = bisect_left(self._token_starts, mention.end)
        for token in self._tokens[i - 1 : i + 3]:
            if token.form.lower() == noun:
                return True
            if not token.form.isalpha() or token.form.lower() in self._classes["determiner"]:
                return False
        return False

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence, or a phrase after its determiner, begins at a place."""
        i = bisect_left(self._token_starts, place)
        while i > 0 and self._tokens[i - 1].form.lower() in self._classes["determiner"]:
            i -= 1
        first = self._token_starts[i] if i < len(self._token_starts) else place
        return self.sentences.start_of(first) == first

    def is_name(self, form: str) -> bool:
        """Whether the text writes a word with a capital where no sentence begins."""
        return any(t.form == form and not self.begins_sentence(t.start) for t in self._tokens)

    def longer_name(self, form: str, place: int) -> str | None:
        """The capitalised words that end in a word, last before a place, if they are more than it ("Trial Court")."""
        for i in range(bisect_left(self._token_starts, place) - 1, 0, -1):
            if self._tokens[i].form != form:
                continue
            first = i
            while first > 0 and self._is_part(first - 1):
                first -= 1
            if first < i:
                return self.text[self._tokens[first].start : self._tokens[i].end]
        return None

    def _is_part(self, i: int) -> bool:
        """Whether a token can stand in a longer name: a capital, no determiner, not first in its sentence."""
        token = self._tokens[i]
        capital = (
            token.form[0].isupper() and token.form.isalpha() and token.form.lower() not in self._classes["determiner"]
        )
        return capital and self.is_inside(token.start) is None and self.sentences.start_of(token.start) != token.start

    def words_after(self, place: int, count: int) -> list[str]:
        """The lower-case words from a place on."""
        i = bisect_left(self._token_starts, place)
        return [t.form.lower() for t in self._tokens[i : i + count]]
