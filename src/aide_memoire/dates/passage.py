"""The words of a text with its time expressions, as events are looked for in them."""

from collections.abc import Mapping, Sequence

import msgspec

from aide_memoire.dates.anchor_words import AnchorWords, Phrase, load_anchor_words, longest
from aide_memoire.dates.timexes import Found
from aide_memoire.dates.tokens import STOP, Tokens, code

_DOT, _ENDS = code("DOT"), (STOP, code("DASH"))
_MARKS = frozenset("'’-–‑$€£%")


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An event at the words `start` to `end`, and the time expressions that can tell its day."""

    start: int
    end: int
    dated: tuple[Found, ...] = ()


class Passage:
    """The words of a text, the dates that begin at them, and what closes a phrase."""

    def __init__(self, tokens: Tokens, founds: Sequence[Found]) -> None:
        self.tokens, self.words = tokens, tokens.words
        self.known: AnchorWords = load_anchor_words()
        self.dates = {f.start: f for f in founds if f.meaning.type in ("DATE", "TIME")}

    def after_article(self, place: int) -> int:
        """The place behind "the", "a", "an"."""
        return place + (self.words[place : place + 1] in (["the"], ["a"], ["an"]))

    def after_determiner(self, place: int) -> int:
        """The place behind an article or a pronoun that stands for one: "their", "this"."""
        return place + (place < len(self.words) and self.words[place] in self.known.file.determiners)

    def inside(self, start: int, end: int) -> tuple[Found, ...]:
        """The dates that lie in a stretch."""
        found = (self.dates.get(place) for place in range(start, end))
        return tuple(date for date in found if date is not None and date.end <= end)

    def is_auxiliary(self, place: int) -> bool:
        """Whether an auxiliary stands here."""
        return place < len(self.words) and self.words[place] in self.known.file.auxiliaries

    def stands(self, phrases: Mapping[Phrase, bool], place: int) -> bool:
        """Whether one of the phrases stands here."""
        return bool(longest(phrases, self.words, place)[0])

    def is_name(self, place: int) -> bool:
        """Whether a word is written with a capital letter."""
        return place < len(self.words) and self.tokens.text[self.tokens.starts[place]].isupper()

    def is_mark(self, place: int) -> bool:
        """Whether a word is an apostrophe, a hyphen or the sign of an amount, which a phrase runs over."""
        return self.words[place] in _MARKS

    def is_end(self, place: int) -> bool:
        """Whether a phrase or clause has ended before a place: at a mark, or where the text ends."""
        if place >= len(self.words) or self.tokens.classes[place] in _ENDS:
            return True
        word = self.words[place]
        if word == "." or self.tokens.classes[place] == _DOT:
            return not self.is_abbreviation(place)
        return not (word[0].isalnum() or self.is_mark(place))

    def is_abbreviation(self, place: int) -> bool:
        """Whether a full stop is that of a short form: "U.S.", "St. Petersburg"."""
        text, at = self.tokens.text, self.tokens.starts[place]
        return len(self.words[place - 1]) <= 2 and self.is_name(place - 1) and text[at + 1 : at + 3].strip() != ""
