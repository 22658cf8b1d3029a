"""Find all known forms in one pass: a trie over words, so that the time does not grow with the register."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aide_memoire.actors.entries import FormClass
from aide_memoire.actors.tokens import Token


class Form(NamedTuple):
    """What a form is to which entry: ("IRN", "demonym")."""

    entry: str
    kind: FormClass


class Match(NamedTuple):
    """Tokens `first` up to (not with) `last` are a known form."""

    first: int
    last: int
    found: tuple[Form, ...]


class Trie:
    """A word trie. `SEOUL` in capitals finds "Seoul"; "us" does not find "US"."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], tuple[Form, ...]]]) -> None:
        self._children: dict[str, Trie] = {}
        self._found: tuple[Form, ...] = ()
        for key, found in entries:
            self._insert(key, found)

    def _insert(self, key: tuple[str, ...], found: tuple[Form, ...]) -> None:
        node = self
        for word in key:
            node = node._children.setdefault(word, Trie(()))
        node._found += found

    def _step(self, word: str, shortest: int) -> "Trie | None":
        child = self._children.get(word)
        if child is None and len(word) >= shortest and word.isupper():
            child = self._children.get(word.capitalize())
        return child

    def longest(self, tokens: Sequence[Token], first: int) -> Match | None:
        """The longest form that begins at a token."""
        node: Trie | None = self
        best: Match | None = None
        for i in range(first, len(tokens)):
            node = node._step(tokens[i].form, 3 if i == first else 2) if node else None
            if node is None:
                break
            if node._found:
                best = Match(first, i + 1, node._found)
        return best

    def scan(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The longest matches from left to right, none overlapping another."""
        i = 0
        while i < len(tokens):
            match = self.longest(tokens, i)
            if match:
                yield match
            i = match.last if match else i + 1
