"""Copies: the same story printed by two papers, told from two letters written after one form.

Likeness is that of shingles, runs of five words (Broder 1997). Documents that may be alike are found by a few keys,
bands of a MinHash, so that nothing is held against everything; then the shingles themselves are compared.
"""

import re
from functools import cache, cached_property
from hashlib import blake2b
from itertools import batched

from rensa import RMinHash

from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Record

_WORD = re.compile(r"\w+")
_BANDS, _ROWS = 40, 3
"""Two texts that share half of their shingles have a band in common in 99.6 of 100 cases, a third in 78."""


class Pair(Record, frozen=True, kw_only=True):
    """Two texts that are one story, or two."""

    one: str
    other: str


class Rule(Record, frozen=True, kw_only=True):
    """The bounds within which two documents are one story, with examples of `same` and `different` ones."""

    shingle: int
    fewest_words: int
    contained: float
    gap: int
    days: int
    same: tuple[Pair, ...]
    different: tuple[Pair, ...]


@cache
def load_rule() -> Rule:
    """Load `lexicons/duplicates.toml`."""
    return read_lexicon("duplicates.toml", Rule)


class Wording:
    """The words of a text, whatever stands between them, with their runs."""

    def __init__(self, text: str) -> None:
        """Take a text apart; "Seoul's pledge, kept" has the words seoul, s, pledge and kept."""
        written = _WORD.findall(text)
        self.words = tuple(word.lower() for word in written)
        self.names = frozenset(word.lower() for word in written if word[0].isupper() or word[0].isdigit())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.words)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each shingle stands first, in the order of the text."""
        size = load_rule().shingle
        found: dict[str, int] = {}
        for start in range(len(self.words) - size + 1):
            found.setdefault(" ".join(self.words[start : start + size]), start)
        return found

    @cached_property
    def joined(self) -> str:
        """All words in one line, with a blank before and after each."""
        return f" {' '.join(self.words)} "

    def holds(self, clause: str) -> bool:
        """Whether the words of a clause stand in the text, in a row."""
        return Wording(clause).joined in self.joined

    def list_bands(self) -> list[int]:
        """The keys by which like texts are found: two that have none in common are not held against each other.

        A text that is too short to be a copy has one, which only the same words have.
        """
        if len(self.words) < load_rule().fewest_words:
            return [_digest(self.joined)]
        sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
        sketch.update(list(self.places))
        return [_digest(f"{band}:{rows}") for band, rows in enumerate(batched(sketch.digest(), _ROWS))]


def weigh_copy(one: Wording, other: Wording) -> float | None:
    """How much of the shorter text the longer one has, from 0 to 1; None where they are not one story.

    A paper may cut the end or add a paragraph, and writes its own dateline. But where a name or a number within the
    same words is another one, they are two letters after one form: "with respect to Sweden", "with respect to Finland".
    """
    rule = load_rule()
    if min(len(one.words), len(other.words)) < rule.fewest_words:
        return None
    shared = one.places.keys() & other.places.keys()
    contained = len(shared) / min(len(one.places), len(other.places))
    return contained if contained >= rule.contained and not has_other_names(one, other) else None


def has_other_names(one: Wording, other: Wording) -> bool:
    """Whether, between passages that both have, one has a name or number and the other has another in its place.

    Only names count that the other text has nowhere. "Jan. 21" and "January 21" are the same.
    """
    rule = load_rule()
    here_before = there_before = None
    for shingle, here in one.places.items():
        there = other.places.get(shingle)
        if there is None:
            continue
        if here_before is not None and there_before is not None:
            near = max(here - here_before, there - there_before) <= rule.gap
            own = _own(one.words[here_before:here], one, other) if near else set()
            if own and _are_others(own, _own(other.words[there_before:there], other, one)):
                return True
        here_before, there_before = here + rule.shingle, there + rule.shingle
    return False


def _own(words: tuple[str, ...], one: Wording, other: Wording) -> set[str]:
    return {word for word in words if word in one.names and word not in other.vocabulary}


def _are_others(names: set[str], others: set[str]) -> bool:
    """Whether each side has a name that shortens none of the other's."""
    return bool(names and others) and not any(
        name.startswith(other) or other.startswith(name) for name in names for other in others
    )


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)
