"""The mentions of one text by place: inside a stretch, before a place, in a sentence; and whether one is a subject."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from aide_memoire.actors.mention import Mention
from aide_memoire.actors.register import Register
from aide_memoire.actors.sentences import Sentences
from aide_memoire.actors.tokens import Token
from aide_memoire.records import Actor

MOST_BEFORE = 400
"""How many mentions a reference looks back over, so that the time does not grow with the square of a text."""

ENDINGS = (".", "!", "?", '."', ".”", ":", ";")
"""What a line ends in where a sentence does."""
LONGEST_NAME = 12
"""How many words an unknown name has at most."""
LONGEST_GAP = 40
"""How many code points before a sentence are looked at for the end of the one before."""


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

    def first_sentence(self, start: int, end: int) -> int:
        """Where, at the latest, a phrase from one place to another ends: no sentence and no paragraph ends inside it.

        "Oslo agreed. Chad" is cut after "agreed."; a single line end in the middle of a sentence cuts nothing.
        """
        first = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        for begun in self.sentences.begun_between(first, end):
            gap = self.text[max(first, begun - LONGEST_GAP) : begun]
            before = gap.rstrip()
            ended = before.endswith(ENDINGS) or gap.count("\n", len(before)) > 1
            if before and ended and not self.covers(begun):
                return begun - len(gap) + len(before)
        return end

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence, or a phrase after its determiner, begins at a place."""
        i = bisect_left(self._token_starts, place)
        while i > 0 and self._tokens[i - 1].form.lower() in self._classes["determiner"]:
            i -= 1
        first = self._token_starts[i] if i < len(self._token_starts) else place
        return self.sentences.start_of(first) == first

    def is_name(self, form: str) -> bool:
        """Whether the text writes a word with a capital where no sentence begins."""
        return form in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words with a capital where no sentence begins."""
        return frozenset(t.form for t in self._tokens if t.form[0].isupper() and not self.begins_sentence(t.start))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The numbers of the tokens of each form."""
        places: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self._tokens):
            places[token.form].append(i)
        return places

    def longer_name(self, form: str, place: int) -> str | None:
        """The capitalised words that end in a word, last before a place, if they are more than it ("Trial Court")."""
        places = self._places.get(form, [])
        last = bisect_left(places, bisect_left(self._token_starts, place))
        for i in reversed(places[max(0, last - MOST_BEFORE) : last]):
            first = i
            while first > max(0, i - LONGEST_NAME) and self._is_part(first - 1):
                first -= 1
            if first < i:
                return self.text[self._tokens[first].start : self._tokens[i].end]
        return None

    def person_by_surname(self, surname: str, place: int) -> Actor | None:
        """The person nearest before a place, else the first anywhere, whose name ends in a surname."""
        near = (m.actor for m in self.before(place) if m.actor.kind == "person")
        return next((a for a in near if a.name.endswith(f" {surname}")), self._persons.get(surname))

    @cached_property
    def _persons(self) -> dict[str, Actor]:
        """The first person of each last name."""
        persons = [m.actor for m in self.mentions if m.actor.kind == "person" and " " in m.actor.name]
        return {a.name.rpartition(" ")[2]: a for a in reversed(persons)}

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
